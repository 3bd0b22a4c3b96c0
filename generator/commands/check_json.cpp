// The report of `check --format json`.
#include "base/date.h"
#include "base/json.h"
#include "commands/rules_report.h"
#include "commands/summary.h"
#include "rules/wording.h"

namespace glasshouse::commands {

namespace {

class Report {
 public:
  explicit Report(const model::Site& site) : site_(site) {}

  std::string write(const std::vector<Diagnostic>& problems) {
    List* rules = List::make(arena_);
    for (const model::Ruling& ruling : site_.rulings.rules) {
      if (ruling.level != model::Level::off) rules->push(arena_, rule(ruling));
    }
    const Value report = map({{"as_of", date(site_.as_of)},
                              {"records", number(count_records(site_))},
                              {"problems", to_value(problems, arena_)},
                              {"rules", Value::list(rules)},
                              {"falls_due", falls_due()}});
    std::string out;
    append_json(out, report, JsonStyle::indented);
    return out + '\n';
  }

 private:
  Value text(std::string_view text) { return Value::string(arena_, text); }
  Value date(std::optional<Date> date) { return date ? text(iso_date(*date)) : Value::null(); }
  Value number(std::size_t count) { return Value::number(static_cast<double>(count)); }
  Value map(std::initializer_list<std::pair<std::string_view, Value>> entries) {
    return Map::of(arena_, entries);
  }
  Value name(const model::Record* record) {
    if (!record) return Value::null();
    return text(std::string(record->collection->name()) + "/" + std::string(record->id));
  }

  Value finding(const model::Finding& finding) {
    const Place place = place_of(finding);
    return map({{"record", name(finding.record)},
                {"file", text(place.file)},
                {"line", Value::number(place.line)},
                {"column", Value::number(place.column)},
                {"message", text(finding.message)},
                {"sentence", text(rules::sentence(finding))},
                {"since", date(finding.since)}});
  }

  Value rule(const model::Ruling& ruling) {
    List* findings = List::make(arena_, ruling.findings.size());
    for (const model::Finding& each : ruling.findings) findings->push(arena_, finding(each));
    return map({{"id", text(ruling.id)},
                {"title", text(ruling.title)},
                {"asks", text(ruling.asks)},
                {"law", text(ruling.law)},
                {"law_url", text(ruling.law_url)},
                {"kept", number(ruling.kept)},
                {"not_kept", number(ruling.not_kept)},
                {"not_in_source", number(ruling.not_in_source)},
                {"since", date(ruling.since)},
                {"findings", Value::list(findings)}});
  }

  Value falls_due() {
    List* list = List::make(arena_);
    for (const model::Due& due : site_.statistics.falling_due) {
      if (due.date > Date{site_.as_of.days + kCheckDaysAhead}) break;
      list->push(arena_, map({{"date", date(due.date)},
                              {"record", name(due.record)},
                              {"file", text(due.record->source->file)},
                              {"what", text(due.what)},
                              {"sentence", text(words_of(due.what))}}));
    }
    return Value::list(list);
  }

  const model::Site& site_;
  Arena arena_;
};

}  // namespace

std::string check_json(const model::Site& site, const std::vector<Diagnostic>& problems) {
  return Report(site).write(problems);
}

}  // namespace glasshouse::commands
