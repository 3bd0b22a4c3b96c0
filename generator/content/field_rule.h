// How one field of a record is made from a row, as `source` of collection.json says it
// (docs/collections.md, "source").
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/value.h"
#include "content/date_format.h"
#include "content/value_map.h"

namespace glasshouse::content {

enum class CellType : std::uint8_t { as_written, string, integer, number, boolean };

/// What is done about a value that its rule does not cover, or about a bad row.
enum class OnError : std::uint8_t {
  fail,    // an error: nothing is published
  reject,  // the row is left out, with a warning
  empty,   // the field is left empty, with a warning
};

/// A part of a text with columns in it, "{year}-{Request Number}": text, or a column's value.
struct PatternPart {
  std::string_view text;  // the literal text, or the name of the column
  bool is_column = false;
  bool is_slugged = false;  // {slug:column}
};
using Pattern = std::vector<PatternPart>;

/// A day that a date may not be before, or after: itself, or what another field of the row says.
struct DayBound {
  std::string_view day;    // "2010-01-01", or
  std::string_view field;  // "received"
  bool is_first = false;   // not_before
  Mark mark;
};

struct FieldRule {
  std::string_view field;  // empty: the column is dropped on purpose
  Mark mark;               // where the definition begins to speak of it

  // It is made of one of these.
  std::string_view column;
  Mark column_mark;  // of the column's name, or of the pattern
  Pattern pattern;
  Value constant;

  std::string_view separator;  // empty: not a list
  CellType type = CellType::as_written;
  ValueMap values;            // or `replace`
  bool keeps_others = false;  // `replace`: a word that is not in `values` stays as it is
  Value otherwise;  // what a word that `values` lacks becomes; undefined: it is not covered
  std::vector<DateFormat> dates;
  std::vector<DayBound> bounds;  // `not_before`, `not_after`
  std::size_t shorten = 0;       // characters; 0: as long as it is
  Value if_empty;                // `default`
  bool is_slugged = false;       // the field `id`
  std::optional<OnError> on_error;
};

/// Reads the rules of `source`. Problems are `bad-source` at their place in `file`.
class FieldRuleReader {
 public:
  FieldRuleReader(std::string_view file, Diagnostics& diagnostics)
      : file_(file), diagnostics_(diagnostics) {}

  /// An entry of `mapping`: a column, and its field, {"field", "type", "split"} or null.
  std::optional<FieldRule> read_mapped(const Map::Entry& entry);
  /// An entry of `fields`: a field, and its column or how it is made.
  std::optional<FieldRule> read_field(const Map::Entry& entry);
  /// A text with columns in braces.
  std::optional<Pattern> read_pattern(Value value);
  std::optional<OnError> read_on_error(Value value, bool may_be_empty);

  /// Always gives none.
  std::nullopt_t wrong(Value at, std::string message, std::string hint = {});

 private:
  bool read_option(const Map::Entry& option, FieldRule& rule);
  bool read_type(Value value, FieldRule& rule);
  bool read_split(Value value, FieldRule& rule);
  bool read_values(Value value, FieldRule& rule, std::string_view name);
  bool read_dates(Value value, FieldRule& rule);
  bool read_bounds(Value value, FieldRule& rule, std::string_view name);
  bool read_shorten(Value value, FieldRule& rule);
  bool read_source(const Map::Entry& option, FieldRule& rule);
  bool check_whole(const Map::Entry& entry, const FieldRule& rule);

  std::string_view file_;
  Diagnostics& diagnostics_;
};

/// `Did you mean "x"?`, or the words that there are.
[[nodiscard]] std::string hint_of_words(std::string_view word,
                                        std::span<const std::string_view> words);

}  // namespace glasshouse::content
