#include <fmt/format.h>

#include "base/text.h"
#include "content/parse.h"
#include "content/parse/text_cursor.h"

namespace glasshouse::content {

namespace {

// A line without its end, and where the next one starts.
struct Line {
  std::string_view text;
  std::size_t next;
};

Line line_at(std::string_view text, std::size_t start) {
  const std::size_t end = std::min(text.find('\n', start), text.size());
  std::string_view line = text.substr(start, end - start);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return {line, std::min(end + 1, text.size())};
}

bool is_fence(std::string_view line) {
  return line.starts_with("---") && line.find_first_not_of(" \t", 3) == std::string_view::npos;
}

bool is_over(std::size_t bytes, std::size_t limit, std::string_view file,
             Diagnostics& diagnostics) {
  if (bytes <= limit) return false;
  diagnostics.error(
      "front-matter-too-large", Place(file, 1, 1),
      fmt::format("the front matter has {} bytes, and {} is the most it may have", bytes, limit),
      "Move long text below the front matter.");
  return true;
}

std::optional<Value> fields_of(std::optional<Value> value, std::string_view file, Arena& arena,
                               Diagnostics& diagnostics) {
  if (!value || value->is_map()) return value;
  if (value->is_null()) return Value::map(Map::make(arena)).with_mark({1, 1});
  diagnostics.error("not-a-map", Place(file, value->mark()),
                    "the front matter holds no fields with names",
                    "Write a name, a colon and a value on each line: title: A new library.");
  return std::nullopt;
}

std::optional<FrontMatter> parse_yaml_fence(std::string_view text, std::string_view file,
                                            Arena& arena, std::size_t limit, unsigned depth,
                                            Diagnostics& diagnostics) {
  const std::size_t start = line_at(text, 0).next;
  std::uint32_t lines = 1;
  for (std::size_t at = start; at < text.size();) {
    const Line line = line_at(text, at);
    ++lines;
    if (is_fence(line.text)) {
      if (is_over(at - start, limit, file, diagnostics)) return std::nullopt;
      const auto fields = fields_of(
          parse_yaml(text.substr(start, at - start), {file, 2}, arena, depth, diagnostics), file,
          arena, diagnostics);
      if (!fields) return std::nullopt;
      return FrontMatter{*fields, text.substr(line.next), lines + 1};
    }
    at = line.next;
  }
  diagnostics.error("front-matter-unclosed", Place(file, 1, 1),
                    "the front matter that starts here with --- is not closed",
                    "Put a line of --- between the fields and the text.");
  return std::nullopt;
}

std::optional<FrontMatter> parse_json_object(std::string_view text, std::string_view file,
                                             Arena& arena, std::size_t limit, unsigned depth,
                                             Diagnostics& diagnostics) {
  const auto start = parse_json_start(text, {file}, arena, depth, diagnostics);
  if (!start || is_over(start->end, limit, file, diagnostics)) return std::nullopt;
  TextCursor cursor(text);
  cursor.move_to(start->end);
  const Line rest = line_at(text, start->end);
  if (!trim(rest.text).empty()) {
    diagnostics.error("front-matter-text", Place(file, cursor.mark()),
                      "there is text on the line that ends the front matter",
                      "Start the text on the next line.");
    return std::nullopt;
  }
  return FrontMatter{start->value, text.substr(rest.next), cursor.mark().line + 1};
}

}  // namespace

std::optional<FrontMatter> parse_front_matter(std::string_view text, std::string_view file,
                                              Arena& arena, std::size_t limit, unsigned depth,
                                              Diagnostics& diagnostics) {
  if (is_fence(line_at(text, 0).text)) {
    return parse_yaml_fence(text, file, arena, limit, depth, diagnostics);
  }
  if (text.starts_with('{')) return parse_json_object(text, file, arena, limit, depth, diagnostics);
  return FrontMatter{Value::map(Map::make(arena)).with_mark({1, 1}), text, 1};
}

}  // namespace glasshouse::content
