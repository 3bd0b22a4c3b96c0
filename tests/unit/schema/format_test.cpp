#include "schema/format.h"

#include <gtest/gtest.h>

namespace glasshouse::schema {
namespace {

TEST(Format, resolves_addresses_as_rfc_3986_shows) {
  // RFC 3986, 5.4.1 and 5.4.2.
  const char* kBase = "http://a/b/c/d;p?q";
  const char* kCases[][2] = {
      {"g:h", "g:h"},
      {"g", "http://a/b/c/g"},
      {"./g", "http://a/b/c/g"},
      {"g/", "http://a/b/c/g/"},
      {"/g", "http://a/g"},
      {"//g", "http://g"},
      {"?y", "http://a/b/c/d;p?y"},
      {"g?y", "http://a/b/c/g?y"},
      {"#s", "http://a/b/c/d;p?q#s"},
      {"g#s", "http://a/b/c/g#s"},
      {";x", "http://a/b/c/;x"},
      {"", "http://a/b/c/d;p?q"},
      {".", "http://a/b/c/"},
      {"./", "http://a/b/c/"},
      {"..", "http://a/b/"},
      {"../g", "http://a/b/g"},
      {"../..", "http://a/"},
      {"../../g", "http://a/g"},
      {"../../../g", "http://a/g"},
      {"/./g", "http://a/g"},
      {"/../g", "http://a/g"},
      {"g.", "http://a/b/c/g."},
      {"..g", "http://a/b/c/..g"},
      {"./../g", "http://a/b/g"},
      {"./g/.", "http://a/b/c/g/"},
      {"g/../h", "http://a/b/c/h"},
  };
  for (const auto& [reference, expected] : kCases) {
    EXPECT_EQ(resolve_uri(kBase, reference), expected) << reference;
  }
  EXPECT_EQ(resolve_uri("http://a", "g"), "http://a/g");
  EXPECT_EQ(resolve_uri("", "#/a"), "#/a");
  EXPECT_EQ(resolve_uri("urn:uuid:1", "#/a"), "urn:uuid:1#/a");
}

TEST(Format, knows_full_addresses) {
  for (const char* good :
       {"https://example.org/", "https://example.org", "http://a.b:8080/c?d=e#f",
        "mailto:a@example.org", "urn:isbn:1", "http://[::1]:80/", "http://user@a/",
        "https://example.org/%C3%A9", "tag:a,2018:b", "http://a/b@c:d", "a:"}) {
    EXPECT_TRUE(is_uri(good)) << good;
  }
  for (const char* bad : {"",
                          "example.org",
                          "/a",
                          "//a",
                          "https://a b/",
                          "https://a/é",
                          "1a:b",
                          "http://a/%",
                          "http://a/%zz",
                          "http://a:b/",
                          "http://[::1",
                          "http://[a]/",
                          "http://a/<b>",
                          "http://a/\"",
                          "http://a\\b",
                          "http://a/{b}",
                          "http://a b@c/",
                          "http://a/^",
                          "http://a/#a#b",
                          ":a"}) {
    EXPECT_FALSE(is_uri(bad)) << bad;
  }
}

TEST(Format, knows_relative_addresses) {
  for (const char* good : {"", "a", "/a/b", "../a", "?a", "#a", "//a/b", "a/b:c", "https://a/"}) {
    EXPECT_TRUE(is_uri_reference(good)) << good;
  }
  for (const char* bad : {"a b", "\\a", "#a#b", "a|b", "é", "1a:b"}) {
    EXPECT_FALSE(is_uri_reference(bad)) << bad;
  }
}

TEST(Format, knows_addresses_of_mail) {
  for (const char* good :
       {"a@b", "a.b@example.org", "a+b@example.org", "\"a b\"@example.org", "a@[127.0.0.1]",
        "a@[IPv6:::1]", "\"a\\\"b\"@example.org", "o'brien@example.org", "te~st@example.com"}) {
    EXPECT_TRUE(is_email(good)) << good;
  }
  for (const char* bad :
       {"",           "a",     "@b",        "a@",   "a@b@c",  ".a@b",          "a.@b",
        "a..b@c",     "a b@c", "a@-b",      "a@b-", "a@b..c", "a@[300.0.0.1]", "a@[1.2.3]",
        "\"a\"b\"@c", "\"@c",  "\"a\\\"@c", "é@b",  "a@b_c",  "a@[]"}) {
    EXPECT_FALSE(is_email(bad)) << bad;
  }
}

TEST(Format, each_name_is_that_of_its_format) {
  for (const char* name : {"date", "date-time", "time", "uri", "uri-reference", "email"}) {
    EXPECT_EQ(name_of(format_of(name)), name);
    EXPECT_FALSE(is_unchecked_format(name));
  }
  EXPECT_EQ(format_of("hostname"), Format::none);
  EXPECT_TRUE(is_unchecked_format("hostname"));
}

}  // namespace
}  // namespace glasshouse::schema
