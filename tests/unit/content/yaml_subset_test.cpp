// The subset against libyaml: where it does not give up, both read the same, marks included.
#include "content/parse/yaml_subset.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <random>
#include <string>
#include <vector>

#include "base/files.h"
#include "base/text.h"

namespace glasshouse::content {
namespace {

namespace fs = std::filesystem;

bool same(Value a, Value b) {
  if (a.type() != b.type() || a.mark() != b.mark()) return false;
  if (a.is_list()) {
    return std::equal(a.items().begin(), a.items().end(), b.items().begin(), b.items().end(), same);
  }
  if (a.is_map()) {
    const Map &x = a.as_map(), &y = b.as_map();
    return std::equal(x.begin(), x.end(), y.begin(), y.end(),
                      [](const Map::Entry& p, const Map::Entry& q) {
                        return same(p.key, q.key) && same(p.value, q.value);
                      });
  }
  return equal(a, b);
}

// Whether the subset reads the text; what it reads is held to libyaml's reading.
bool is_read_the_same(std::string_view text) {
  Arena arena;
  Diagnostics diagnostics;
  const auto quick = parse_yaml_subset(text, {"a", 2}, arena, 8);
  if (!quick) return false;
  const auto full = parse_yaml_in_full(text, {"a", 2}, arena, 8, diagnostics);
  EXPECT_TRUE(full && same(*quick, *full)) << "the subset reads this otherwise than libyaml:\n"
                                           << text;
  return true;
}

// Pieces of YAML, most of which the subset knows.
class Writer {
 public:
  explicit Writer(unsigned seed) : random_(seed) {}

  std::string document() {
    text_.clear();
    below(10) == 0 ? list(0, 0) : map(0, 0);
    for (std::size_t i = below(4) == 0 ? 1 + below(3) : 0; i > 0; --i) damage();
    return text_;
  }

 private:
  std::size_t below(std::size_t n) { return random_() % n; }
  std::string pick(const std::vector<std::string>& from) { return from[below(from.size())]; }

  std::string scalar() {
    return pick({"word",        "two words",  "12",
                 "-5",          "1.5",        "true",
                 "null",        "~",          "\"quoted: text\"",
                 "'it''s'",     "''''",       "\"a \\\"b\\\" c\"",
                 "\"\\\\\"",    "\"\\\"\"",   "'a\"b'",
                 "\"a\\\\nb\"", "\"\\/\"",    "'single'",
                 "2018-06-30",  "E05011118",  "https://example.org/a?b#c",
                 "a:b",         "a#b",        "É accents – “quotes”",
                 "[]",          "[a, b]",     "[a, 1, 2.5]",
                 "[ a ,b ]",    "[a b, c/d]", "(text)",
                 "£5",          "12:30",      "no",
                 "a  b",        "\"a \"",     "' a'",
                 "-x",          ".5",         "it's",
                 "x,y",         "\xC2\xA0x",  "[a]",
                 "0x1F",        "012",        "=",
                 "<<",          "a - b",      "50%",
                 "a & b",       "\"\"",       "''",
                 "$1",          "+1",         "/x",
                 "a]"});
  }
  std::string odd_scalar() {
    return pick({"a: b",
                 "a #b",
                 "|\n    x",
                 ">-\n    x\n    y",
                 "&a b",
                 "*a",
                 "!t x",
                 "- a",
                 "? x",
                 "\"a\\n\"",
                 "'it''s'",
                 "[a, [b]]",
                 "{}",
                 "{a: 1}",
                 "\"a\" # c",
                 "a\n    b",
                 "@x",
                 "`x",
                 "%x",
                 "\"a",
                 "[a",
                 "[a,]",
                 "[,a]",
                 "[a: b]",
                 "a:",
                 "#c",
                 "9007199254740993",
                 ".inf",
                 "[-a]",
                 "[a, b] c",
                 "-",
                 "--- x",
                 "...",
                 "\t",
                 "a\tb",
                 "\xE2\x80\xA8",
                 "\"a\n  b\"",
                 "[a,\n  b]",
                 "? ",
                 ": ",
                 "'",
                 "[]x",
                 "1e400"});
  }
  std::string value() { return below(30) == 0 ? odd_scalar() : scalar(); }
  std::string key() {
    return below(40) == 0 ? pick({"true", "null", "12", "a b", "\"k\"", "é", "<<", "-", "k ", "~",
                                  "?", "title"})
                          : pick({"title", "summary", "a", "b-c", "d_e", "x1", "Owner"}) +
                                std::to_string(below(50));
  }
  std::string line_end() {
    std::string end(below(8) == 0 ? below(3) : 0, ' ');
    end += below(20) == 0 ? "\r\n" : "\n";
    if (below(12) == 0) end += pick({"\n", "# comment\n", "    # comment\n", "   \n"});
    return end;
  }

  void map(std::size_t indent, std::size_t depth, bool is_first_in_place = false) {
    for (std::size_t n = 1 + below(5); n > 0; --n) {
      if (!is_first_in_place) text_.append(indent, ' ');
      is_first_in_place = false;
      text_ += key() + ":";
      switch (depth > 3 ? 0 : below(8)) {
        case 0:
          text_ += line_end();
          break;
        case 1:
          text_ += line_end();
          map(indent + 1 + below(3), depth + 1);
          break;
        case 2:
          text_ += line_end();
          list(indent + below(3), depth + 1);
          break;
        case 3:
          text_ += " |" + line_end();
          literal(indent);
          break;
        default:
          text_ += std::string(1 + below(2), ' ') + value() + line_end();
      }
    }
  }
  void list(std::size_t indent, std::size_t depth) {
    for (std::size_t n = 1 + below(4); n > 0; --n) {
      text_.append(indent, ' ');
      const std::string dash = "-" + std::string(1 + below(2), ' ');
      text_ += dash;
      if (depth < 4 && below(4) == 0) {
        map(indent + dash.size(), depth + 1, true);
      } else {
        text_ += value() + line_end();
      }
    }
  }
  void literal(std::size_t column) {
    const std::size_t indent = column + (below(20) == 0 ? 0 : 1 + below(3));
    for (std::size_t n = 1 + below(3); n > 0; --n) {
      text_.append(indent, ' ');
      text_ += pick({"text", "a: b", "- x", "# y", "  deeper", "end ", "\"q", "é"});
      text_ += below(10) == 0 ? "\r\n" : "\n";
      if (below(5) == 0) text_ += pick({"\n", "  \n", "\n\n", "\r\n"});
    }
  }
  void damage() {
    if (text_.empty()) return;
    const std::size_t at = below(text_.size());
    switch (below(4)) {
      case 0:
        text_.erase(at, 1);
        break;
      case 1:
        text_.insert(at, 1, " \n:-#\"'[]{},&*\r\t"[below(16)]);
        break;
      case 2:
        text_.insert(at, 1, ' ');
        break;
      default:
        text_[at] = " \n:-#a\"'"[below(8)];
    }
  }

  std::mt19937 random_;
  std::string text_;
};

TEST(YamlSubset, reads_random_documents_as_libyaml_does) {
  Writer writer(20180630);
  std::size_t read = 0;
  constexpr std::size_t kDocuments = 20000;
  for (std::size_t i = 0; i < kDocuments && !testing::Test::HasFailure(); ++i) {
    const std::string text = writer.document();
    if (!find_invalid_utf8(text) && is_read_the_same(text)) ++read;
  }
  EXPECT_GT(read, kDocuments / 4) << "the subset gives up too often for this test to mean anything";
}

TEST(YamlSubset, reads_the_front_matter_of_the_sample_site) {
  std::size_t all = 0, read = 0;
  for (const auto& entry : fs::recursive_directory_iterator(GLASSHOUSE_SOURCE "/content")) {
    if (entry.path().extension() != ".md") continue;
    const std::string text = read_file(entry.path()).value();
    const std::size_t end = text.find("\n---\n", 4);
    if (!text.starts_with("---\n") || end == std::string::npos) continue;
    ++all;
    if (is_read_the_same(std::string_view(text).substr(4, end - 3))) ++read;
  }
  EXPECT_GE(read * 10, all * 9) << read << " of " << all;
}

TEST(YamlSubset, gives_up_on_what_it_is_not_sure_of) {
  for (const char* text : {"",
                           "# c\n",
                           "word",
                           "a",
                           "a:b",
                           "a: b: c",
                           "a: b\n  c",
                           "a: \"b\" c",

                           "a: \"\\n\"",
                           "a: |-\n  b\n",
                           "a: |\n  b",
                           "a: |\nb: c\n",
                           "a: |\n\n  b\n",
                           "a: >\n  b\n",
                           "a: &b c",
                           "a: *b",
                           "a: !b c",
                           "a: [b, [c]]",
                           "a: [b: c]",
                           "a: {b: c}",
                           "a: - b",
                           "a: b #c",
                           "a: #c",
                           "a: b\na: c",
                           "true: a",
                           "a b: c",
                           "\"a\": b",
                           "? a",
                           "<<: a",
                           "a:\n  b",
                           "a:\n\t- b",
                           "a: b\n- c",
                           "- a\nb: c",
                           "a:\n  - b\n c: d",
                           "--- \na: b",
                           "a: b\n---\nc: d",
                           "a: b\n...\n",
                           "%YAML 1.2\n",
                           "a: 9007199254740993",
                           "a: .inf",
                           "- - a",
                           "-\n  a",
                           "a: [b",
                           "a: ]",
                           "a: \x7f",
                           "a: \xC2\x85",
                           "a: \xE2\x80\xA9",
                           "a: \xEF\xBB\xBF",
                           "a: b\rc: d",
                           " a: b\nc: d"}) {
    EXPECT_FALSE(is_read_the_same(text)) << text;
  }
}

}  // namespace
}  // namespace glasshouse::content
