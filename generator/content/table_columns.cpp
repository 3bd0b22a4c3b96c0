#include "content/table_columns.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "base/text.h"
#include "content/table_plan.h"

namespace glasshouse::content {

namespace {

constexpr std::size_t kMostColumns = 16'384;  // as many as a spreadsheet can have

// A header of one column that holds what could stand between several.
std::string hint_of_delimiter(std::span<const std::string_view> columns) {
  if (columns.size() != 1) return {};
  for (const auto& [sign, written] : {std::pair(';', ";"), {'\t', "\\t"}, {'|', "|"}, {',', ","}}) {
    if (columns[0].find(sign) == std::string_view::npos) continue;
    return fmt::format(
        "The file seems to have one column: say \"delimiter\": \"{}\" in the source.", written);
  }
  return {};
}

}  // namespace

std::vector<std::string_view> named_columns(const TableSource& source) {
  std::vector<std::string_view> names;
  std::unordered_set<std::string_view> seen;
  for_each_column(source, [&](std::string_view name, Mark) {
    if (seen.insert(name).second) names.push_back(name);
  });
  return names;
}

std::optional<std::vector<std::string_view>> read_header(std::span<const Cell> cells,
                                                         const TableContext& c) {
  if (cells.size() > kMostColumns) {
    c.diagnostics.error("csv-too-many-columns", Place(c.file, cells.front().mark),
                        fmt::format("the header has {} columns, and {} is the most it may have",
                                    cells.size(), kMostColumns),
                        "Look for line ends that are missing.");
    return std::nullopt;
  }
  const auto named = named_columns(c.source);
  const std::unordered_set<std::string_view> is_named(named.begin(), named.end());
  std::vector<std::string_view> names;
  std::unordered_map<std::string_view, std::vector<std::size_t>> numbers_of;  // counted from 1
  bool is_right = true;
  for (const Cell& cell : cells) {
    const std::size_t number = names.size() + 1;
    std::string_view name = c.arena.copy(trim(cell.text));
    auto& numbers = numbers_of[name];
    numbers.push_back(number);
    if (name.empty()) {
      name = c.arena.copy(fmt::format("#{}", number));
      if (!is_named.contains(name)) {
        is_right = false;
        c.diagnostics.error("csv-blank-header", Place(c.file, cell.mark),
                            fmt::format("column {} has no name", number),
                            fmt::format("Name the column, delete it, or call it \"{}\" in {}.",
                                        name, c.definition_file));
      }
    } else if (numbers.size() > 1) {
      const std::string_view own = c.arena.copy(fmt::format("{}#{}", name, numbers.size()));
      if (!is_named.contains(own)) {
        is_right = false;
        c.diagnostics.error(
            "csv-duplicate-header", Place(c.file, cell.mark),
            fmt::format("two columns have the name {}: columns {} and {}", name, numbers.front(),
                        number),
            fmt::format("Give each column a name of its own, or call this one \"{}\" in {}.", own,
                        c.definition_file));
      }
      name = own;
    }
    names.push_back(name);
  }
  if (!is_right) return std::nullopt;
  return names;
}

bool check_named_columns(std::span<const std::string_view> columns, Severity severity,
                         const TableContext& c) {
  const std::unordered_set<std::string_view> has(columns.begin(), columns.end());
  const std::string other_delimiter = hint_of_delimiter(columns);
  bool is_right = true;
  for_each_column(c.source, [&](std::string_view name, Mark mark) {
    if (has.contains(name)) return;
    is_right = false;
    const Place at(c.definition_file, mark);
    if (severity == Severity::error) {
      c.diagnostics.error("unknown-column", at,
                          fmt::format("{} has no column {}", c.source.file, name),
                          other_delimiter.empty() ? did_you_mean(name, columns) : other_delimiter);
    } else {
      c.diagnostics.warning("unseen-column", at,
                            fmt::format("no record of {} has a field {}", c.source.file, name),
                            did_you_mean(name, columns));
    }
  });
  return is_right;
}

void say_unmapped(std::string_view column, Mark mark, std::span<const std::string_view> missing,
                  const TableContext& c) {
  const auto meant = nearest(column, missing);
  std::string hint;
  if (meant) {
    hint = fmt::format("{} names a column {}, which is not in the file: is this it?",
                       c.definition_file, *meant);
  } else if (c.source.has_fields) {
    hint = fmt::format("Use \"{}\" for a field in {}, or add it to \"drop\" to leave it out.",
                       column, c.definition_file);
  } else {
    hint = fmt::format(
        "Add \"{}\" to the mapping in {}: the name of a field, or null to leave it "
        "out.",
        column, c.definition_file);
  }
  c.diagnostics.warning("unmapped-column", Place(c.file, mark),
                        fmt::format("the mapping does not say what the column {} becomes", column),
                        std::move(hint));
}

}  // namespace glasshouse::content
