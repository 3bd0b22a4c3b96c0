// What every rule works with: the site that is being completed, its calendar, and one place to say
// what was found. Rules themselves are pure functions of facts, calendar and as_of.
#pragma once

#include <array>
#include <initializer_list>
#include <optional>
#include <set>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/diagnostic.h"
#include "base/working_days.h"
#include "model/site.h"
#include "rules/catalogue.h"

namespace glasshouse::rules {

/// The file that the calendar is read from, relative to the site folder.
inline constexpr std::string_view kCalendarFile = "content/calendar/bank-holidays.json";

/// The file of the settings, likewise.
inline constexpr std::string_view kSettingsFile = "content/site.json";

/// The blanks of a finding's sentence.
using Blanks = std::initializer_list<std::pair<std::string_view, Value>>;

class Workspace {
 public:
  /// Reads the calendar and settings.rules; says what is wrong with either.
  Workspace(model::Site& site, Diagnostics& diagnostics);

  [[nodiscard]] model::Site& site() const { return *site_; }
  [[nodiscard]] const Calendar& calendar() const { return calendar_; }
  [[nodiscard]] Date as_of() const { return site_->as_of; }
  [[nodiscard]] const schema::Standards& standards() const { return site_->settings.standards; }
  [[nodiscard]] model::Statistics& statistics() const { return site_->statistics; }
  [[nodiscard]] Arena& arena() const { return *arena_; }

  // Values that live as long as the site.
  [[nodiscard]] Value text(std::string_view text) const { return Value::string(*arena_, text); }
  /// "2018-06-30"; one string for a day, however often it is asked for.
  [[nodiscard]] Value date(Date date);
  [[nodiscard]] Value map(Blanks entries) const { return Map::of(*arena_, entries); }

  /// The record keeps the rule.
  void keeps(Rule rule) { ++ruling(rule).kept; }
  /// The record does not say what the rule needs to know: neither kept nor broken.
  void is_silent(Rule rule) { ++ruling(rule).not_in_source; }
  /// The record does not keep the rule, `since` a day where it is known. `at` is the value to point
  /// to; the record itself where it is undefined. `message` is one of rules/wording.h.
  void finds(Rule rule, const model::Record* record, Value at, std::string_view message,
             std::optional<Date> since, Blanks blanks);
  [[nodiscard]] bool is_off(Rule rule) const {
    return site_->rulings.rules[static_cast<std::size_t>(rule)].level == model::Level::off;
  }

  /// Puts what was found in the collection just judged into the order of its records.
  void sort_findings();

  /// The place of a value of the record; of the record where the value has none.
  [[nodiscard]] static Place place(const model::Record& record, Value at);
  /// For what cannot be true.
  [[nodiscard]] Diagnostics& problems() const { return *diagnostics_; }

  /// The calendar could not answer a question that begins after `first`: says the year that it
  /// lacks, once for each rule.
  void lacks_year(Rule rule, Date first);

 private:
  [[nodiscard]] model::Ruling& ruling(Rule rule) const {
    return site_->rulings.rules[static_cast<std::size_t>(rule)];
  }
  model::Site* site_;
  Diagnostics* diagnostics_;
  Arena* arena_;
  Calendar calendar_;
  std::array<const model::Record*, kRules> last_found_{};
  std::array<std::size_t, kRules> sorted_{};  // how many findings of each rule are in order
  std::set<std::pair<Rule, int>> years_said_;
  std::unordered_map<std::int32_t, Value> dates_;
};

/// The records that are not withdrawn, in the order of their file, in which they lie in memory:
/// with 100,000 records a walk in the order of the list waits for memory most of its time.
[[nodiscard]] std::vector<model::Record*> in_source_order(model::Collection& collection);

/// Whether the record tells what a document said: what it does not say, the document did not, and
/// that is no fault.
[[nodiscard]] bool is_sourced(const model::Record& record);

/// The field under the rules' `name` in each record of a collection: its name hashed once.
class FieldKey {
 public:
  FieldKey(const model::Collection& collection, std::string_view name)
      : key_(collection.definition.field(name)) {}
  [[nodiscard]] Value of(const model::Record& record) const {
    return record.fields.is_map() ? record.fields.as_map().get(key_) : Value();
  }
  /// The date that the field holds, if it is one ("2018-06-30", or a date-time that starts so).
  [[nodiscard]] std::optional<Date> date_of(const model::Record& record) const {
    const Value value = of(record);
    return value.is_string() ? parse_date_part(value.as_string()) : std::nullopt;
  }
  [[nodiscard]] std::string_view name() const { return key_.text; }

 private:
  Key key_;
};

/// The date that a value holds, if it is one.
[[nodiscard]] inline std::optional<Date> date_in(Value value) {
  return value.is_string() ? parse_date_part(value.as_string()) : std::nullopt;
}

/// Whether something is written there. An empty list is: "none was declared" is a statement.
[[nodiscard]] bool is_filled(Value value);

/// Says that a date is before one it must follow; `earlier` and `later` name the fields. False
/// then.
bool check_order(Workspace& work, const model::Record& record, std::string_view earlier,
                 std::optional<Date> first, std::string_view later, Value at,
                 std::optional<Date> second);

}  // namespace glasshouse::rules
