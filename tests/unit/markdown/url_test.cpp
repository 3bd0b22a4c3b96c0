#include "markdown/url.h"

#include <gtest/gtest.h>

#include "rendering.h"
#include "well_formed.h"

namespace glasshouse::markdown {
namespace {

TEST(Url, kinds_are_what_a_browser_makes_of_them) {
  using enum UrlKind;
  const std::pair<std::string_view, UrlKind> cases[] = {
      {"", empty},
      {"  ", empty},
      {"#costs", fragment},
      {"response.csv", relative},
      {"../commitments/c-01.md", relative},
      {"/wards/", relative},
      {"?page=2", relative},
      {"a/b:c", relative},
      {"a?b:c", relative},
      {"https://example.org/", web},
      {"HtTpS://example.org/", web},
      {"http:example.org", web},
      {"mailto:foi@example.org", contact},
      {"TEL:+441213039944", contact},
      {"foi:foi-2018-001", scheme},
      {"javascript:alert(1)", scheme},
      {" javascript:alert(1)", scheme},
      {"JaVaScRiPt:alert(1)", scheme},
      {"javascript&colon;alert(1)", relative},  // entities are resolved before
      {"vbscript:msgbox(1)", scheme},
      {"data:text/html,x", scheme},
      {"data:image/png;base64,x", scheme},
      {"file:///etc/passwd", scheme},
      {"blob:https://example.org/x", scheme},
      {"filesystem:https://example.org/x", scheme},
      {"view-source:https://example.org/", scheme},
      {"ftp://example.org/", scheme},
      {"mailtos:x", scheme},
      {"httpss:x", scheme},
      {"java%09script:alert(1)", scheme},
      {"\xC2\xA0javascript:alert(1)", scheme},
      {"\xE2\x80\x8Bjavascript:alert(1)", scheme},
      {":alert(1)", scheme},
      {"//example.org/", host},
      {" //example.org/", host},
      {"\\\\example.org", host},
      {"/\\example.org", host},
      {"\\/example.org", host},
      {"///example.org", host},
      {"java\tscript:alert(1)", control},
      {"java\nscript:alert(1)", control},
      {"java\rscript:alert(1)", control},
      {"\x01javascript:alert(1)", control},
      {"/\t/example.org", control},
      {"a\x7F", control},
  };
  for (const auto& [destination, kind] : cases) {
    EXPECT_EQ(url_kind(destination), kind) << '"' << destination << '"';
  }
}

TEST(Url, pictures_have_no_addresses_of_people) {
  EXPECT_TRUE(is_allowed(UrlKind::contact, false));
  EXPECT_FALSE(is_allowed(UrlKind::contact, true));
  for (const bool image : {false, true}) {
    EXPECT_TRUE(is_allowed(UrlKind::web, image));
    EXPECT_TRUE(is_allowed(UrlKind::relative, image));
    EXPECT_FALSE(is_allowed(UrlKind::scheme, image));
    EXPECT_FALSE(is_allowed(UrlKind::host, image));
    EXPECT_FALSE(is_allowed(UrlKind::control, image));
  }
}

/// Attacks, each as a link, a picture and a link by reference: none leaves an address behind.
TEST(Url, attacks_leave_only_their_words) {
  const std::string_view attacks[] = {
      "javascript:alert(1)",
      "JAVASCRIPT:alert(1)",
      "javascript&colon;alert(1)",
      "javascript&#58;alert(1)",
      "javascript&#x3A;alert(1)",
      "&#106;avascript:alert(1)",
      "&#x6A;&#x61;vascript:alert(1)",
      "java&#9;script:alert(1)",
      "java&#10;script:alert(1)",
      "java&#13;script:alert(1)",
      "java&Tab;script:alert(1)",
      "java&NewLine;script:alert(1)",
      "&#1;javascript:alert(1)",
      "&#x1F;javascript:alert(1)",
      "&#32;javascript:alert(1)",
      "&nbsp;javascript:alert(1)",
      "javascript\\:alert(1)",
      "\\javascript:alert(1)",
      "javascript://%0aalert(1)",
      "javascript:/*--></title>*/alert(1)",
      "vbscript:msgbox(1)",
      "VbScRiPt:msgbox(1)",
      "data:text/html;base64,PHNjcmlwdD4=",
      "data:text/html,%3Cscript%3E",
      "data:image/svg+xml,x",
      "data:image/png;base64,x",
      "livescript:x",
      "mocha:x",
      "file:///etc/passwd",
      "blob:x",
      "filesystem:x",
      "about:blank",
      "chrome:x",
      "ms-word:ofe,u,https://example.org/a.docx",
      "intent:x",
      "jar:https://example.org/a.jar!/",
      "feed:javascript:alert(1)",
      "view-source:javascript:alert(1)",
      "//example.org/x",
      "/\\\\example.org/x",
      "\\\\\\\\example.org/x",
      "/&#9;/example.org/x",
      "&#47;/example.org/x",
      "/&sol;example.org/x",
  };
  for (const std::string_view attack : attacks) {
    SCOPED_TRACE(attack);
    for (const std::string form :
         {"[w](<{}>)", "![w](<{}>)", "[w][r]\n\n[r]: <{}>", "| a |\n| - |\n| [w](<{}>) |"}) {
      std::string text = form;
      text.replace(text.find("{}"), 2, attack);
      const Rendered rendered = render(text);
      EXPECT_EQ(rendered.html.find("href"), std::string::npos) << rendered.html;
      EXPECT_EQ(rendered.html.find("src"), std::string::npos) << rendered.html;
      EXPECT_NE(rendered.html.find('w'), std::string::npos) << rendered.html;
      EXPECT_NE(told(rendered.problems).find("error unsafe-url"), std::string::npos) << text;
      EXPECT_EQ(find_fault(rendered.html), "");
    }
  }
}

TEST(Url, autolinks_follow_the_policy) {
  EXPECT_EQ(html_of("<javascript:alert(1)>"), "<p>javascript:alert(1)</p>\n");
  EXPECT_EQ(html_of("<data:text/html,x>"), "<p>data:text/html,x</p>\n");
  EXPECT_EQ(html_of("<foi@example.org>"),
            "<p><a href=\"mailto:foi@example.org\">foi@example.org</a></p>\n");
}

TEST(Url, addresses_cannot_leave_their_attribute) {
  EXPECT_EQ(html_of("[w](<https://example.org/\"onclick=x'>)"),
            "<p><a href=\"https://example.org/%22onclick=x&#x27;\" rel=\"external\">w</a></p>\n");
  EXPECT_EQ(html_of("[w](/a \"t\\\" onclick=x\")"),
            "<p><a href=\"/a\" title=\"t&quot; onclick=x\">w</a></p>\n");
  EXPECT_EQ(html_of("![\"onerror=x](/a)"), "<p><img src=\"/a\" alt=\"&quot;onerror=x\"></p>\n");
  EXPECT_EQ(html_of("``` \"onclick=x\n```"),
            "<pre tabindex=\"0\"><code class=\"language-&quot;onclick=x\"></code></pre>\n");
}

TEST(Url, control_characters_do_not_come_out) {
  EXPECT_EQ(html_of("a\x01z&#27;\tb"), "<p>a\uFFFDz\uFFFD\tb</p>\n");
}

TEST(Url, what_is_allowed_stays_as_it_was_written) {
  EXPECT_EQ(html_of("[w](mailto:a@example.org?subject=x&body=y)"),
            "<p><a href=\"mailto:a@example.org?subject=x&amp;body=y\">w</a></p>\n");
  EXPECT_EQ(html_of("[w](tel:+441213039944)"), "<p><a href=\"tel:+441213039944\">w</a></p>\n");
  EXPECT_EQ(html_of("[w](/a%20b/ü?x=1#y)"), "<p><a href=\"/a%20b/%C3%BC?x=1#y\">w</a></p>\n");
}

}  // namespace
}  // namespace glasshouse::markdown
