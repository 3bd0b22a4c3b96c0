// Problems are data. Every room adds what it finds to one collector; nobody prints and exits in the
// depths. The printer at the end shows all of them, in source order, with the line and a caret.
#pragma once

#include <cstdint>
#include <filesystem>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "base/value.h"

namespace glasshouse {

/// A note is no problem: reports tell with it what is published all the same.
enum class Severity : std::uint8_t { error, warning, note };
/// "error", "warning", "note".
[[nodiscard]] std::string_view name_of(Severity severity);

/// A place in a file. `file` is relative to the site folder ("content/foi/a.md"); line and column
/// count from 1, 0 where there is none.
struct Place {
  std::string file;
  std::uint32_t line = 0;
  std::uint32_t column = 0;

  Place() = default;
  explicit Place(std::string_view file, std::uint32_t line = 0, std::uint32_t column = 0)
      : file(file), line(line), column(column) {}
  Place(std::string_view file, Mark mark) : Place(file, mark.line, mark.column) {}
  friend bool operator==(const Place&, const Place&) = default;
};

/// One problem, written for the person who must act.
struct Diagnostic {
  Severity severity = Severity::error;
  std::string id;  // kebab-case, unique in the project, listed in docs/diagnostics.md
  Place place;
  std::string message;  // what is wrong, with the values; one sentence, no full stop
  std::string hint;     // what to do, with the nearest right spelling; may be empty
};

/// Collects from any thread.
class Diagnostics {
 public:
  void add(Diagnostic diagnostic);
  /// `id` is written as a literal: a test compares all of them with docs/diagnostics.md.
  void error(std::string_view id, Place place, std::string message, std::string hint = {});
  void warning(std::string_view id, Place place, std::string message, std::string hint = {});

  [[nodiscard]] bool has_errors() const;
  /// How many there are of this severity; the same problem told twice counts once.
  [[nodiscard]] std::size_t count(Severity severity) const;
  /// By file, line, column, severity, id and message: the same for any number of threads. The same
  /// problem told twice stands once.
  [[nodiscard]] std::vector<Diagnostic> sorted() const;

 private:
  mutable std::mutex mutex_;
  std::vector<Diagnostic> all_;
};

/// Text for people: each problem as
///     content/foi/a.md:4:10: error: outcome is "grantd-in-full", not one of its values
///     [unknown-value]
///       outcome: grantd-in-full
///                ^
///       Did you mean "granted-in-full"?
/// Shows at most `limit` of each severity, errors first where the limit cuts, then says how many
/// more there are. Lines are read again from `site`; control characters in them are replaced.
[[nodiscard]] std::string to_text(const std::vector<Diagnostic>& diagnostics,
                                  const std::filesystem::path& site, std::size_t limit = 100);

/// A JSON list of objects with severity, id, file, line, column, message and hint.
[[nodiscard]] std::string to_json(const std::vector<Diagnostic>& diagnostics);
/// The same list, as part of another value.
[[nodiscard]] Value to_value(const std::vector<Diagnostic>& diagnostics, Arena& arena);

}  // namespace glasshouse
