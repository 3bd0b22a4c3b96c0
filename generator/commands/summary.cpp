#include "commands/summary.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>

namespace glasshouse::commands {

namespace {

std::string grouped(std::size_t count) {
  std::string text = std::to_string(count);
  for (std::size_t at = text.size(); at > 3;) {
    at -= 3;
    text.insert(at, ",");
  }
  return text;
}

}  // namespace

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", grouped(count), count == 1 ? one : many);
}

std::string size_text(std::uint64_t bytes) {
  constexpr std::string_view kUnits[] = {"kB", "MB", "GB", "TB"};
  if (bytes < 1000) return counted(bytes, "byte", "bytes");
  double size = static_cast<double>(bytes) / 1000;
  std::size_t unit = 0;
  while (size >= 1000 && unit + 1 < std::size(kUnits)) {
    size /= 1000;
    ++unit;
  }
  return fmt::format("{:.1f} {}", size, kUnits[unit]);
}

std::string problems_text(const Diagnostics& diagnostics) {
  const std::size_t errors = diagnostics.count(Severity::error);
  const std::size_t warnings = diagnostics.count(Severity::warning);
  if (errors == 0 && warnings == 0) return "no problems";
  if (errors == 0) return counted(warnings, "warning", "warnings");
  if (warnings == 0) return counted(errors, "error", "errors");
  return counted(errors, "error", "errors") + " and " + counted(warnings, "warning", "warnings");
}

std::size_t count_records(const model::Site& site) {
  std::size_t count = 0;
  for (const auto& collection : site.collections) count += collection->records.size();
  return count;
}

std::string tables_text(const content::Source& source) {
  std::string text;
  for (const content::SourceCollection& collection : source.collections) {
    if (collection.table_file.empty()) continue;
    const content::TableCounts& counts = collection.table;
    const bool is_export = collection.definition["source"]["fields"].has_value();
    const bool is_whole = counts.rows == counts.records && counts.emptied + counts.blank == 0;
    if (is_whole && !is_export) continue;
    text += fmt::format("{}: {} of {} = {} + {} rejected + {} filtered", collection.name,
                        counted(counts.rows, "row", "rows"), collection.table_file,
                        counted(counts.records, "record", "records"), grouped(counts.rejected),
                        grouped(counts.filtered));
    if (counts.emptied > 0) {
      text += fmt::format("; {} left empty", counted(counts.emptied, "field", "fields"));
    }
    if (counts.blank > 0) {
      text += fmt::format("; {} passed over", counted(counts.blank, "blank row", "blank rows"));
    }
    text += '\n';
  }
  return text;
}

Progress::Progress(std::string_view what) : what_(what), is_terminal_(isatty(STDERR_FILENO) == 1) {}

Progress::~Progress() {
  if (shown_percent_ >= 0) fmt::print(stderr, "\r\033[K");
}

void Progress::show(std::size_t done, std::size_t total) {
  if (!is_terminal_ || total == 0) return;
  const int percent = static_cast<int>(done * 100 / total);
  if (percent == shown_percent_) return;
  shown_percent_ = percent;
  fmt::print(stderr, "\r{} {}%", what_, percent);
  std::fflush(stderr);
}

}  // namespace glasshouse::commands
