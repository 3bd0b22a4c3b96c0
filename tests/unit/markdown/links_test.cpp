#include <gtest/gtest.h>

#include "rendering.h"

namespace glasshouse::markdown {
namespace {

std::optional<Target> resolve(const Reference& reference) {
  if (reference.destination == "foi:foi-2018-001") return Target{"/t/foi/foi-2018-001/", {}, {}};
  if (reference.destination == "response.csv") return Target{"/t/foi/a/response.csv", {}, {}};
  if (reference.destination == "https://example.org/t/wards/") return Target{"/t/wards/", {}, {}};
  if (reference.destination == "map.png" && reference.image)
    return Target{"/t/foi/a/map.png", {}, {}};
  if (reference.destination == "evil:x") return Target{"javascript:alert(1)", {}, {}};
  if (reference.destination.starts_with("foi:")) {
    return Target{{}, "there is no record here", "Did you mean \"foi-2018-001\"?"};
  }
  return std::nullopt;
}

Rendered with_links(std::string_view text) { return render(text, {.resolver = resolve}); }

TEST(Links, records_and_files_get_their_address) {
  EXPECT_EQ(with_links("[w](foi:foi-2018-001)").html,
            "<p><a href=\"/t/foi/foi-2018-001/\">w</a></p>\n");
  EXPECT_EQ(with_links("[w](response.csv)").html,
            "<p><a href=\"/t/foi/a/response.csv\">w</a></p>\n");
  EXPECT_EQ(with_links("<foi:foi-2018-001>").html,
            "<p><a href=\"/t/foi/foi-2018-001/\">foi:foi-2018-001</a></p>\n");
  EXPECT_EQ(with_links("![A map](map.png)").html,
            "<p><img src=\"/t/foi/a/map.png\" alt=\"A map\"></p>\n");
  EXPECT_EQ(with_links("| a |\n| - |\n| [w](foi:foi-2018-001) |").problems.size(), 0U);
}

TEST(Links, a_full_address_of_the_site_is_not_external) {
  EXPECT_EQ(with_links("[w](https://example.org/t/wards/)").html,
            "<p><a href=\"/t/wards/\">w</a></p>\n");
}

TEST(Links, what_nobody_claims_stands_as_written) {
  EXPECT_EQ(with_links("[w](other.csv)").html, "<p><a href=\"other.csv\">w</a></p>\n");
  EXPECT_EQ(told(with_links("[w](news:x)").problems),
            "1:1 error unsafe-url: the address \"news:x\" is of a kind that is not allowed\n");
}

TEST(Links, a_broken_link_leaves_its_words_and_is_an_error) {
  const Rendered rendered = with_links("See\n[the *reply*](foi:foi-2018-002).");
  EXPECT_EQ(rendered.html, "<p>See\nthe <em>reply</em>.</p>\n");
  EXPECT_EQ(told(rendered.problems), "2:1 error broken-link: there is no record here\n");
  EXPECT_EQ(rendered.problems[0].hint, "Did you mean \"foi-2018-001\"?");
}

TEST(Links, the_policy_holds_for_the_resolver_too) {
  const Rendered rendered = with_links("[w](evil:x)");
  EXPECT_EQ(rendered.html, "<p>w</p>\n");
  EXPECT_EQ(rendered.problems[0].id, "unsafe-url");
}

TEST(Links, external_ones_are_marked) {
  EXPECT_EQ(html_of("[w](https://example.org/)"),
            "<p><a href=\"https://example.org/\" rel=\"external\">w</a></p>\n");
  EXPECT_EQ(html_of("[w](mailto:a@example.org)"),
            "<p><a href=\"mailto:a@example.org\">w</a></p>\n");
}

TEST(Links, anchors_are_those_of_headings_wherever_they_stand) {
  EXPECT_EQ(told(render("[w](#costs) [w](#top) [w](#)\n\n# Costs").problems), "");
  const Rendered rendered = render("a [w](#cost)\n\n# Costs");
  EXPECT_EQ(told(rendered.problems),
            "1:3 warning unknown-anchor: no heading of this text makes the anchor \"#cost\"\n");
  EXPECT_EQ(rendered.problems[0].hint, "Did you mean \"costs\"?");
}

TEST(Links, without_words_or_address_are_not_made) {
  EXPECT_EQ(html_of("a[](/b)c"), "<p>ac</p>\n");
  EXPECT_EQ(html_of("[w]()"), "<p>w</p>\n");
  EXPECT_EQ(told(render("[](/b)\n[w]()\n![w]()").problems),
            "1:1 warning empty-link: this link has no words\n"
            "2:1 warning empty-link: this link has no address\n"
            "3:1 warning empty-link: this picture has no address\n");
  EXPECT_EQ(html_of("[![A map](/a.png)](/b)"),
            "<p><a href=\"/b\"><img src=\"/a.png\" alt=\"A map\"></a></p>\n");
}

TEST(Links, do_not_stand_inside_each_other) {
  EXPECT_EQ(html_of("[a <mailto:x@example.org> b](/c) d"),
            "<p><a href=\"/c\">a mailto:x@example.org b</a> d</p>\n");
  EXPECT_EQ(html_of("[a <mailto:x@example.org> b](x:y)"),
            "<p>a <a href=\"mailto:x@example.org\">mailto:x@example.org</a> b</p>\n");
}

TEST(Links, pictures_need_words_and_a_place_here) {
  EXPECT_EQ(told(render("![](/a.png)\n\n![x](https://example.org/a.png)").problems),
            "1:1 warning image-without-alt: this picture has no words for those who cannot see it\n"
            "3:1 warning external-image: the picture \"https://example.org/a.png\" is fetched from "
            "another website\n");
}

}  // namespace
}  // namespace glasshouse::markdown
