// JSON written in a test, as the Value that content/ would hand on.
#pragma once

#include <gtest/gtest.h>

#include <deque>
#include <string>
#include <string_view>

#include "base/files.h"
#include "content/parse.h"

namespace glasshouse::schema {

/// Values made here live as long as it does.
class FromJson {
 public:
  /// The value of the text; a test that writes no JSON fails.
  Value parse(std::string_view text, std::string_view file = "test.json") {
    Diagnostics diagnostics;
    const auto value = content::parse_json(keep(text), {file, 1}, arena_, 512, diagnostics);
    if (!value) ADD_FAILURE() << to_text(diagnostics.sorted(), {}) << text;
    return value.value_or(Value());
  }
  Value read(const std::string& path) {
    const auto text = read_file(path);
    if (!text) ADD_FAILURE() << "there is no " << path;
    return text ? parse(*text, path) : Value();
  }
  Arena& arena() { return arena_; }

 private:
  std::string_view keep(std::string_view text) { return texts_.emplace_back(text); }

  Arena arena_;
  std::deque<std::string> texts_;
};

}  // namespace glasshouse::schema
