// The words that people read and that no record holds: templates/strings/en.json, and what it takes
// to write a date, a sum of money or a count with them.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/date.h"
#include "base/value.h"

namespace glasshouse::pages {

/// What stands for `{name}` in a string.
using Blank = std::pair<std::string_view, std::string_view>;

/// The strings of one language: a flat map of names to text. A view of the map it is made with.
class Strings {
 public:
  Strings() = default;
  explicit Strings(Value map) : map_(map) {}

  [[nodiscard]] std::optional<std::string_view> find(std::string_view name) const;
  /// The text of `name`; the name itself where there is none, which check_strings has then told.
  [[nodiscard]] std::string_view get(std::string_view name) const;
  /// The text of `name` with its blanks filled.
  [[nodiscard]] std::string fill(std::string_view name, std::initializer_list<Blank> blanks) const;
  /// The text of `name`_one or `name`_other for this many, with `{count}` and the blanks filled.
  [[nodiscard]] std::string count(std::string_view name, std::size_t count,
                                  std::initializer_list<Blank> blanks = {}) const;
  /// The map, as templates see it.
  [[nodiscard]] Value map() const { return map_; }

  /// "5 March 2018".
  [[nodiscard]] std::string date(Date date) const;
  /// "March 2018" of "2018-03"; none for another form.
  [[nodiscard]] std::optional<std::string> month(std::string_view text) const;
  /// "12 June 2018 at 7pm" of an RFC 3339 date-time, in the time that it is written in; the text
  /// itself where it is none.
  [[nodiscard]] std::string date_time(std::string_view text) const;
  /// "4,245,000", "0.5", "-12"; whole part grouped by three, fraction as JavaScript prints it.
  [[nodiscard]] std::string number(double value) const;
  /// "1st", "12th", "1,023rd".
  [[nodiscard]] std::string ordinal(std::size_t place) const;
  /// "£4,245,000", "£4,245.50", "-£12": exact, for tables.
  [[nodiscard]] std::string money(double pounds) const;
  /// "£4.2 million", "£750,000": for sentences.
  [[nodiscard]] std::string money_in_words(double pounds) const;
  /// "812 bytes", "4.1 kB", "2.3 MB".
  [[nodiscard]] std::string file_size(std::uint64_t bytes) const;

 private:
  Value map_;
};

/// `text` with each `{name}` replaced; a name without a blank stays as it is.
[[nodiscard]] std::string fill_blanks(std::string_view text, std::initializer_list<Blank> blanks);

/// A title inside a sentence: "Promises" → "promises", "FOI releases" as it is.
[[nodiscard]] std::string inside_sentence(std::string_view title);

}  // namespace glasshouse::pages
