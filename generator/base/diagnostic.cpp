#include "base/diagnostic.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "base/files.h"
#include "base/json.h"
#include "base/text.h"

namespace glasshouse {

namespace {

constexpr std::size_t kLongestLine = 160;  // characters of a source line that are shown

auto order_of(const Diagnostic& d) {
  return std::tie(d.place.file, d.place.line, d.place.column, d.severity, d.id, d.message);
}

// The lines of the files that problems stand in, each file read once.
class SourceLines {
 public:
  explicit SourceLines(const std::filesystem::path& site) : site_(site) {}

  /// The line without its end, or none. Goes on from the line asked for before, as problems come in
  /// the order of their places, and files may have a million lines.
  std::optional<std::string_view> get(const Place& place) {
    if (place.line == 0) return std::nullopt;
    auto [entry, is_new] = files_.try_emplace(place.file);
    File& file = entry->second;
    if (is_new) file.text = read(place.file);
    if (place.line < file.line) file.start = 0, file.line = 1;
    for (; file.line < place.line; ++file.line) {
      const std::size_t end = file.text.find('\n', file.start);
      if (end == std::string::npos) return std::nullopt;
      file.start = end + 1;
    }
    std::string_view text = std::string_view(file.text).substr(file.start);
    text = text.substr(0, text.find('\n'));
    if (text.ends_with('\r')) text.remove_suffix(1);
    if (place.line == 1 && text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    return text;
  }

 private:
  std::string read(const std::string& file) const {
    try {
      return read_file(site_ / file).value_or(std::string());
    } catch (const std::system_error&) {
      return {};  // the problem is told without its line
    }
  }

  struct File {
    std::string text;
    std::size_t start = 0;  // of the line
    std::uint32_t line = 1;
  };
  std::filesystem::path site_;
  std::map<std::string, File> files_;
};

// The bytes of the first character, or the one byte that is none of UTF-8.
std::size_t character_length(std::string_view text) {
  const auto first = static_cast<unsigned char>(text[0]);
  const std::size_t length = first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  return find_invalid_utf8(text.substr(0, length)) ? 1 : length;
}

// The line as a terminal may show it, and a caret below its column.
std::string excerpt(std::string_view line, std::uint32_t column) {
  std::string shown, caret;
  std::size_t characters = 0;
  std::size_t first = 0;
  if (column > kLongestLine - 20) first = column - kLongestLine / 2;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t length = character_length(line.substr(at));
    ++characters;
    if (characters > first + kLongestLine) break;
    if (characters > first) {
      const std::string_view character = line.substr(at, length);
      const auto byte = static_cast<unsigned char>(character[0]);
      if (byte < 0x20 || byte == 0x7F) {
        shown += ' ';
      } else if (find_invalid_utf8(character)) {
        shown += "\xEF\xBF\xBD";
      } else {
        shown += character;
      }
    }
    at += length;
  }
  if (trim(shown).empty()) return {};
  caret.assign(column > first ? column - first - 1 : 0, ' ');
  return column == 0 ? fmt::format("  {}\n", shown) : fmt::format("  {}\n  {}^\n", shown, caret);
}

std::string place_text(const Place& place) {
  if (place.file.empty()) return {};
  if (place.line == 0) return place.file + ": ";
  if (place.column == 0) return fmt::format("{}:{}: ", place.file, place.line);
  return fmt::format("{}:{}:{}: ", place.file, place.line, place.column);
}

}  // namespace

std::string_view name_of(Severity severity) {
  if (severity == Severity::note) return "note";
  return severity == Severity::error ? "error" : "warning";
}

void Diagnostics::add(Diagnostic diagnostic) {
  const std::lock_guard lock(mutex_);
  all_.push_back(std::move(diagnostic));
}

void Diagnostics::error(std::string_view id, Place place, std::string message, std::string hint) {
  add({Severity::error, std::string(id), std::move(place), std::move(message), std::move(hint)});
}

void Diagnostics::warning(std::string_view id, Place place, std::string message, std::string hint) {
  add({Severity::warning, std::string(id), std::move(place), std::move(message), std::move(hint)});
}

bool Diagnostics::has_errors() const {
  const std::lock_guard lock(mutex_);
  return std::any_of(all_.begin(), all_.end(),
                     [](const Diagnostic& d) { return d.severity == Severity::error; });
}

std::size_t Diagnostics::count(Severity severity) const {
  const auto all = sorted();
  return static_cast<std::size_t>(std::count_if(
      all.begin(), all.end(), [&](const Diagnostic& d) { return d.severity == severity; }));
}

std::vector<Diagnostic> Diagnostics::sorted() const {
  std::vector<Diagnostic> result;
  {
    const std::lock_guard lock(mutex_);
    result = all_;
  }
  std::sort(result.begin(), result.end(),
            [](const Diagnostic& a, const Diagnostic& b) { return order_of(a) < order_of(b); });
  const auto same = [](const Diagnostic& a, const Diagnostic& b) {
    return order_of(a) == order_of(b);
  };
  result.erase(std::unique(result.begin(), result.end(), same), result.end());
  return result;
}

std::string to_text(const std::vector<Diagnostic>& diagnostics, const std::filesystem::path& site,
                    std::size_t limit) {
  std::string out;
  SourceLines lines(site);
  std::size_t shown[2] = {0, 0}, hidden[2] = {0, 0};
  for (const Diagnostic& d : diagnostics) {
    const auto kind = static_cast<std::size_t>(d.severity);
    if (shown[kind] == limit) {
      ++hidden[kind];
      continue;
    }
    ++shown[kind];
    out +=
        fmt::format("{}{}: {} [{}]\n", place_text(d.place), name_of(d.severity), d.message, d.id);
    if (const auto line = lines.get(d.place)) out += excerpt(*line, d.place.column);
    if (!d.hint.empty()) out += fmt::format("  {}\n", d.hint);
  }
  if (hidden[0] > 0)
    out += fmt::format("and {} more {}\n", hidden[0], hidden[0] == 1 ? "error" : "errors");
  if (hidden[1] > 0)
    out += fmt::format("and {} more {}\n", hidden[1], hidden[1] == 1 ? "warning" : "warnings");
  return out;
}

Value to_value(const std::vector<Diagnostic>& diagnostics, Arena& arena) {
  List* list = List::make(arena, diagnostics.size());
  const auto string = [&](std::string_view text) { return Value::string(arena, text); };
  for (const Diagnostic& d : diagnostics) {
    list->push(arena, Map::of(arena, {{"severity", string(name_of(d.severity))},
                                      {"id", string(d.id)},
                                      {"file", string(d.place.file)},
                                      {"line", Value::number(d.place.line)},
                                      {"column", Value::number(d.place.column)},
                                      {"message", string(d.message)},
                                      {"hint", string(d.hint)}}));
  }
  return Value::list(list);
}

std::string to_json(const std::vector<Diagnostic>& diagnostics) {
  Arena arena;
  std::string out;
  append_json(out, to_value(diagnostics, arena), JsonStyle::indented);
  return out + '\n';
}

}  // namespace glasshouse
