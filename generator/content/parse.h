// The data formats of files, each read into a Value whose every part knows its line and column.
// Each says what is wrong at its place and then gives nothing.
#pragma once

#include <optional>
#include <string_view>

#include "base/arena.h"
#include "base/diagnostic.h"
#include "base/value.h"

namespace glasshouse::content {

/// Where a text stands: lines are counted from `line`, so that front matter knows its own.
struct TextPlace {
  std::string_view file;
  std::uint32_t line = 1;
};

/// RFC 8259. Refused beyond it: a key twice in an object, integers beyond 2^53, depth over `depth`.
[[nodiscard]] std::optional<Value> parse_json(std::string_view text, TextPlace place, Arena& arena,
                                              unsigned depth, Diagnostics& diagnostics);

/// A JSON value with something else behind it.
struct JsonStart {
  Value value;
  std::size_t end;  // the offset behind the value
};
/// The same for a text that only starts with JSON.
[[nodiscard]] std::optional<JsonStart> parse_json_start(std::string_view text, TextPlace place,
                                                        Arena& arena, unsigned depth,
                                                        Diagnostics& diagnostics);

/// YAML 1.2 core schema (`no` is a string, 012 is 12), one document. Refused: anchors and aliases,
/// tags, a key twice, keys that are no strings, integers beyond 2^53, depth over `depth`.
[[nodiscard]] std::optional<Value> parse_yaml(std::string_view text, TextPlace place, Arena& arena,
                                              unsigned depth, Diagnostics& diagnostics);

/// Checks the bytes of a text file: UTF-8 without NUL; gives the text without a byte order mark.
/// Names a wrong byte by its value, offset, line and column. `other_way` is what else than saving
/// the file as UTF-8 helps against one.
[[nodiscard]] std::optional<std::string_view> check_text(std::string_view bytes,
                                                         std::string_view file,
                                                         Diagnostics& diagnostics,
                                                         std::string_view other_way = {});

/// A Markdown file taken apart.
struct FrontMatter {
  Value fields;  // a map, empty when there is no front matter
  std::string_view body;
  std::uint32_t body_line = 1;
};

/// Front matter is YAML between lines of `---`, or a JSON object that starts on the first line.
[[nodiscard]] std::optional<FrontMatter> parse_front_matter(std::string_view text,
                                                            std::string_view file, Arena& arena,
                                                            std::size_t limit, unsigned depth,
                                                            Diagnostics& diagnostics);

}  // namespace glasshouse::content
