#include "base/text.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace glasshouse {
namespace {

TEST(Utf8, well_formed_text_of_every_length_passes) {
  EXPECT_FALSE(find_invalid_utf8(""));
  EXPECT_FALSE(find_invalid_utf8("plain text that is longer than eight bytes"));
  EXPECT_FALSE(find_invalid_utf8("caf\xC3\xA9 \xE2\x82\xAC \xF0\x9F\x8F\x9B"));
  EXPECT_FALSE(find_invalid_utf8("\xED\x9F\xBF\xEE\x80\x80\xF4\x8F\xBF\xBF"));
}

TEST(Utf8, a_wrong_byte_is_found_where_it_stands) {
  const struct {
    std::string_view text;
    std::size_t at;
  } cases[] = {
      {"abc\xFF", 3},          {"12345678\x80", 8}, {"\xC0\xAF", 0},  // overlong "/"
      {"\xE0\x80\xAF", 0},                                            // overlong
      {"\xED\xA0\x80", 0},                                            // a surrogate
      {"\xF4\x90\x80\x80", 0},                                        // beyond U+10FFFF
      {"ok\xE2\x82", 2},                                              // cut short
      {"Citro\xEBn", 5},                                              // Windows-1252
  };
  for (const auto& c : cases) EXPECT_EQ(find_invalid_utf8(c.text), c.at) << c.text;
}

TEST(Utf8, characters_are_counted_not_bytes) {
  EXPECT_EQ(count_characters("\xC2\xA3"
                             "4"),
            2u);
  EXPECT_EQ(count_characters("a\xFF"
                             "b"),
            3u);
}

TEST(Nearest, a_misspelling_finds_what_was_meant) {
  const std::string_view outcomes[] = {"granted-in-full", "granted-in-part", "not-held"};
  EXPECT_EQ(nearest("grantd-in-full", outcomes), "granted-in-full");
  EXPECT_EQ(nearest("granted-in-prat", outcomes), "granted-in-part");
  EXPECT_EQ(nearest("nto-held", outcomes), "not-held");
  EXPECT_EQ(did_you_mean("not-hled", outcomes), "Did you mean \"not-held\"?");
}

TEST(Nearest, nothing_is_suggested_for_another_word) {
  const std::string_view words[] = {"outcome", "owner"};
  EXPECT_FALSE(nearest("banana", words));
  EXPECT_EQ(did_you_mean("banana", words), "");
  EXPECT_FALSE(nearest("x", {}));
}

TEST(Slug, is_lower_case_with_single_hyphens) {
  EXPECT_EQ(slug("King's Norton North"), "kings-norton-north");
  EXPECT_EQ(slug("King\xE2\x80\x99s Norton"), "kings-norton");
  EXPECT_EQ(slug("  Bordesley & Highgate  "), "bordesley-highgate");
  EXPECT_EQ(slug("Caf\xC3\xA9 \xE2\x80\x93 2017/18"), "cafe-2017-18");
  EXPECT_EQ(slug("\xE6\x97\xA5\xE6\x9C\xAC"), "");
}

TEST(Slug, an_id_has_a_strict_form) {
  EXPECT_TRUE(is_slug("foi-2018-001"));
  EXPECT_TRUE(is_slug(std::string(100, 'a')));
  for (const std::string_view text : {"", "-a", "a-", "A", "a_b", "a b", "a.b", "\xC3\xA9"}) {
    EXPECT_FALSE(is_slug(text)) << text;
  }
  EXPECT_FALSE(is_slug(std::string(101, 'a')));
}

TEST(Numbers, print_as_in_javascript) {
  const struct {
    double number;
    std::string_view text;
  } cases[] = {
      {0, "0"},
      {-0.0, "0"},
      {1, "1"},
      {-42, "-42"},
      {0.1, "0.1"},
      {0.1 + 0.2, "0.30000000000000004"},
      {56.517, "56.517"},
      {1e21, "1e+21"},
      {123456789012345680000.0, "123456789012345680000"},
      {9007199254740991.0, "9007199254740991"},
      {1e-6, "0.000001"},
      {1e-7, "1e-7"},
      {1.5e-9, "1.5e-9"},
      {5e-324, "5e-324"},
      {1.7976931348623157e308, "1.7976931348623157e+308"},
      {-1234.5, "-1234.5"},
      {std::numeric_limits<double>::infinity(), "Infinity"},
      {std::nan(""), "NaN"},
  };
  for (const auto& c : cases) EXPECT_EQ(number_text(c.number), c.text);
}

TEST(Escaping, covers_element_content_and_attributes) {
  std::string out;
  append_escaped(out, "a & \"b\" 'c' <d> \\ `e`");
  EXPECT_EQ(out, "a &amp; &quot;b&quot; &#39;c&#39; &lt;d&gt; &#92; `e`");
}

TEST(Text, split_and_trim) {
  EXPECT_EQ(split("a;b;", ';'), (std::vector<std::string_view>{"a", "b", ""}));
  EXPECT_EQ(trim(" \t a b \r\n"), "a b");
  EXPECT_EQ(trim("   "), "");
}

}  // namespace
}  // namespace glasshouse
