#include "content/parse/yaml_syntax.h"

#include <fmt/format.h>

#include <string>

#include "base/text.h"
#include "content/parse/text_cursor.h"

namespace glasshouse::content {

namespace {

constexpr std::string_view kQuote = "Put the text in quotes: \"…\".";
constexpr std::string_view kSpacesOnly = "Use spaces instead of the tab.";

// The line of the text that the mark names, and the bytes before and from its column.
struct LineAt {
  std::string_view before;
  std::string_view from;
  LineAt(std::string_view text, TextPlace place, Mark mark) {
    for (std::uint32_t line = place.line; line < mark.line; ++line) {
      const std::size_t end = text.find('\n');
      if (end == std::string_view::npos) {
        text = {};
        break;
      }
      text.remove_prefix(end + 1);
    }
    text = text.substr(0, text.find('\n'));
    if (text.ends_with('\r')) text.remove_suffix(1);
    std::size_t at = 0;
    for (std::uint32_t column = 1; at < text.size(); ++at) {
      if ((text[at] & 0xC0) != 0x80 && column++ == mark.column) break;
    }
    before = text.substr(0, at);
    from = text.substr(at);
  }
  [[nodiscard]] bool is_first() const { return trim(before).empty(); }
  /// The character at the place, all bytes of it.
  [[nodiscard]] std::string_view character() const {
    std::size_t size = std::min<std::size_t>(1, from.size());
    while (size < from.size() && (from[size] & 0xC0) == 0x80) ++size;
    return from.substr(0, size);
  }
};

struct Said {
  Mark mark;
  std::string message;
  std::string hint;
};

Said say_colon(const YamlProblem& problem, const LineAt& line) {
  const std::string_view before = trim(line.before);
  if (before.find(": ") == std::string_view::npos) {
    return {problem.at, "this line is indented deeper than the field before it allows",
            "Start it in the same column as the field above it."};
  }
  return {problem.at, "a value that holds a colon and a space is not in quotes",
          std::string(kQuote)};
}

// Text behind the end of a value: what ends the value too early depends on how it starts.
Said say_text_behind(const YamlProblem& problem, const LineAt& line) {
  const std::string_view before = trim(line.before);
  const std::size_t colon = before.find(": ");
  const std::string_view value =
      trim(colon == std::string_view::npos ? before : before.substr(colon + 1));
  std::string hint = "Put the whole value in quotes.";
  if (value.starts_with('"')) {
    hint = "Put the whole value in quotes, and write \\\" for a quotation mark inside it.";
  } else if (value.starts_with('\'')) {
    hint = "Put the whole value in double quotes.";
  }
  return {problem.at, "there is text after the end of the value", std::move(hint)};
}

Said say_line_up(const YamlProblem& problem, const LineAt& line) {
  if (!line.is_first()) return say_text_behind(problem, line);
  if (line.from.starts_with('-')) {
    return {problem.at, "this list does not line up with what is above it",
            "Start it on the line after its name, each line with a hyphen and a space."};
  }
  if (problem.at.column == problem.context_at.column) {
    return {problem.at, "this line does not start with the name of a field",
            "Write the name, a colon, a space and the value."};
  }
  return {
      problem.at,
      fmt::format("this line does not line up with the fields of line {}", problem.context_at.line),
      fmt::format("Start it in column {}, as they do.", problem.context_at.column)};
}

Said say_start(const YamlProblem& problem, const LineAt& line) {
  if (line.from.starts_with('\t')) {
    return {problem.at, "there is a tab here, and YAML allows spaces only",
            std::string(kSpacesOnly)};
  }
  return {problem.at, fmt::format("a value cannot start with {}", line.character()),
          std::string(kQuote)};
}

Said explain(const YamlProblem& problem, const LineAt& line) {
  const std::string_view what = problem.problem;
  const auto has = [&](std::string_view part) { return what.find(part) != std::string_view::npos; };
  if (problem.context.find("alias") != std::string_view::npos) {
    return {problem.context_at, "a value cannot start with *", std::string(kQuote)};
  }
  if (problem.context.find("anchor") != std::string_view::npos) {
    return {problem.context_at, "a value cannot start with &", std::string(kQuote)};
  }
  if (problem.context.find(" tag") != std::string_view::npos || has("undefined tag handle")) {
    return {has("undefined") ? problem.at : problem.context_at, "a value cannot start with !",
            std::string(kQuote)};
  }
  if (has("mapping values are not allowed")) return say_colon(problem, line);
  if (has("could not find expected ':'")) {
    return {
        problem.context_at, "this line has no colon after the name of its field",
        "Write the name, a colon, a space and the value, or put text of several lines in quotes."};
  }
  if (has("did not find expected key") || has("expected '-' indicator"))
    return say_line_up(problem, line);
  if (has("block sequence entries are not allowed")) {
    return {problem.at, "a list does not start on the line of its name",
            "Write each item on a line of its own below it, with a hyphen and a space."};
  }
  if (has("tab character")) {
    return {problem.at, "there is a tab here, and YAML allows spaces only",
            std::string(kSpacesOnly)};
  }
  if (has("cannot start any token")) return say_start(problem, line);
  if (has("escape")) {
    return {problem.at, "a backslash in double quotes starts an escape that YAML does not know",
            "Write \\\\ for a backslash, or put the text in single quotes."};
  }
  if (problem.context.find("quoted scalar") != std::string_view::npos) {
    return {problem.context_at, "the quotation mark that opens here is not closed",
            "Close it, and double a quotation mark that belongs to the text."};
  }
  if (has("',' or ']'")) {
    return {problem.context_at, "the list that opens here with [ is not closed, or lacks a comma",
            "Close it with ], or put the text in quotes if it is text."};
  }
  if (has("',' or '}'")) {
    return {problem.context_at, "the map that opens here with { is not closed, or lacks a comma",
            "Close it with }, or put the text in quotes if it is text."};
  }
  if (has("expected comment or line break") || has("block scalar") ||
      has("indentation indicator")) {
    return {problem.at, "there is text after the sign for text of several lines (| or >)",
            "Start the text on the next line, indented."};
  }
  if (has("expected <document start>")) {
    return {problem.at, "this line is indented less than the fields above it",
            "Start all fields in the same column."};
  }
  if (has("expected node content")) {
    const std::string_view sign = line.character();
    return {problem.at,
            sign.empty() ? "a value is missing here"
                         : fmt::format("a value cannot start with {}", sign),
            std::string(kQuote)};
  }
  if (line.from.starts_with('%')) {
    return {problem.at, "this directive is not of YAML 1.2", "Delete the line."};
  }
  return {problem.at, fmt::format("this is not YAML: {}", what), {}};
}

}  // namespace

void say_yaml_syntax(std::string_view text, TextPlace place, const YamlProblem& problem,
                     Diagnostics& diagnostics) {
  Said said = explain(problem, LineAt(text, place, problem.at));
  diagnostics.error("yaml-syntax", Place(place.file, said.mark), std::move(said.message),
                    std::move(said.hint));
}

bool say_invisible_character(std::string_view text, TextPlace place, Diagnostics& diagnostics) {
  const auto say = [&](std::size_t offset, std::string_view what) {
    TextCursor cursor(text, place.line);
    cursor.move_to(offset);
    diagnostics.error("yaml-invisible-character", Place(place.file, cursor.mark()),
                      fmt::format("there is an invisible character here: {}", what),
                      "Delete it, and write an ordinary line break or space if one is meant.");
    return true;
  };
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    const auto next = at + 1 < text.size() ? static_cast<unsigned char>(text[at + 1]) : 0;
    if (byte >= 0x20 && byte < 0x7F) continue;
    if (byte == '\n' || byte == '\t' || (byte == '\r' && next == '\n')) continue;
    if (byte == '\r') return say(at, "an old line end (U+000D)");
    if (byte < 0x20 || byte == 0x7F)
      return say(at, fmt::format("a control character (U+{:04X})", byte));
    if (byte == 0xC2 && next < 0xA0)
      return say(at, fmt::format("a control character (U+{:04X})", next));
    const std::string_view three = text.substr(at, 3);
    if (three == "\xE2\x80\xA8") return say(at, "a line separator (U+2028)");
    if (three == "\xE2\x80\xA9") return say(at, "a paragraph separator (U+2029)");
    if (three == "\xEF\xBB\xBF") return say(at, "a byte order mark (U+FEFF)");
    if (three == "\xEF\xBF\xBE" || three == "\xEF\xBF\xBF")
      return say(at, "no character of Unicode (U+FFFE or U+FFFF)");
  }
  return false;
}

}  // namespace glasshouse::content
