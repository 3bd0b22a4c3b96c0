#include "rules/workspace.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <map>
#include <vector>

#include "base/text.h"
#include "rules/wording.h"

namespace glasshouse::rules {

namespace {

model::Level level_of(const schema::SiteSettings& settings, std::string_view id) {
  const auto set = settings.rules.find(id);
  if (set == settings.rules.end()) return model::Level::published;
  switch (set->second) {
    case schema::RuleLevel::off:
      return model::Level::off;
    case schema::RuleLevel::warning:
      return model::Level::warning;
    case schema::RuleLevel::error:
      return model::Level::error;
  }
  return model::Level::published;
}

// A rule that is set but does not exist is a rule that someone believes is kept.
void check_settings(const model::Site& site, Diagnostics& diagnostics) {
  const Value rules = site.source.site["rules"];
  if (!rules.is_map()) return;
  std::vector<std::string_view> ids;
  for (const Entry& entry : catalogue()) ids.push_back(entry.id);
  for (const Map::Entry& setting : rules.as_map()) {
    const std::string_view id = setting.key.as_string();
    if (std::find(ids.begin(), ids.end(), id) != ids.end()) continue;
    diagnostics.error("unknown-rule", Place(kSettingsFile, setting.key.mark()),
                      fmt::format("there is no rule \"{}\"", id), did_you_mean(id, ids));
  }
}

std::vector<model::Holiday> read_holidays(Value bank_holidays) {
  std::map<Date, model::Holiday> days;
  const std::pair<std::string_view, bool model::Holiday::*> divisions[] = {
      {"england-and-wales", &model::Holiday::england_and_wales},
      {"scotland", &model::Holiday::scotland},
      {"northern-ireland", &model::Holiday::northern_ireland}};
  for (const auto& [name, is_one] : divisions) {
    for (const Value& event : bank_holidays[name]["events"].items()) {
      const auto date = parse_date(event["date"].text());
      if (!date) continue;
      model::Holiday& holiday = days[*date];
      holiday.date = *date;
      if (holiday.title.empty()) holiday.title = event["title"].text();
      holiday.*is_one = true;
    }
  }
  std::vector<model::Holiday> result;
  result.reserve(days.size());
  for (const auto& [date, holiday] : days) result.push_back(holiday);
  return result;
}

}  // namespace

Workspace::Workspace(model::Site& site, Diagnostics& diagnostics)
    : site_(&site), diagnostics_(&diagnostics) {
  // Arenas move when another is pushed; what they hold does not. This one is the last to be pushed
  // while rules are at work.
  arena_ = &site.source.arenas.emplace_back();
  if (site.source.bank_holidays.is_map()) {
    calendar_ = Calendar::read(site.source.bank_holidays, kCalendarFile, diagnostics);
  }
  site.rulings.holidays = read_holidays(site.source.bank_holidays);
  site.rulings.rules.clear();
  for (const Entry& entry : catalogue()) {
    model::Ruling ruling;
    ruling.id = entry.id;
    ruling.title = entry.title;
    ruling.asks = text(asks_of(entry, site.settings.standards)).as_string();
    ruling.law = entry.law;
    ruling.law_url = entry.law_url;
    ruling.level = level_of(site.settings, entry.id);
    site.rulings.rules.push_back(ruling);
  }
  check_settings(site, diagnostics);
}

Value Workspace::date(Date date) {
  Value& made = dates_[date.days];
  if (made.is_undefined()) made = text(iso_date(date));
  return made;
}

Place Workspace::place(const model::Record& record, Value at) {
  return at.mark().line == 0 ? record.source->place() : record.source->place(at);
}

void Workspace::finds(Rule rule, const model::Record* record, Value at, std::string_view message,
                      std::optional<Date> since, Blanks blanks) {
  model::Ruling& found = ruling(rule);
  if (found.level == model::Level::off) return;
  if (!record || last_found_[static_cast<std::size_t>(rule)] != record) ++found.not_kept;
  last_found_[static_cast<std::size_t>(rule)] = record;
  found.findings.push_back({record, message, map(blanks), since, at});
  if (since && (!found.since || *since < *found.since)) found.since = since;
  if (found.level == model::Level::published) return;
  diagnostics_->add(
      {found.level == model::Level::error ? Severity::error : Severity::warning,
       std::string(found.id), record ? place(*record, at) : Place(kSettingsFile),
       sentence(found.findings.back()),
       fmt::format("The rule: {} ({}).", found.asks.substr(0, found.asks.size() - 1), found.law)});
}

void Workspace::lacks_year(Rule rule, Date first) {
  int year = Date{first.days + 1}.year();
  while (calendar_.covers(year)) ++year;
  if (!years_said_.insert({rule, year}).second) return;
  diagnostics_->error(
      "calendar-lacks-year", Place(kCalendarFile),
      fmt::format("the rule \"{}\" needs the working days of {}, and the calendar has none",
                  id_of(rule), year),
      fmt::format("Add the bank holidays of {} to {}, for all three divisions.", year,
                  kCalendarFile));
}

void Workspace::sort_findings() {
  for (std::size_t rule = 0; rule < kRules; ++rule) {
    auto& findings = site_->rulings.rules[rule].findings;
    // Records of a collection stand in one vector, as the collection is sorted.
    std::stable_sort(findings.begin() + static_cast<std::ptrdiff_t>(sorted_[rule]), findings.end(),
                     [](const model::Finding& a, const model::Finding& b) {
                       if (!a.record || !b.record) return a.record != nullptr && !b.record;
                       return std::less<>()(a.record, b.record);
                     });
    sorted_[rule] = findings.size();
  }
}

std::vector<model::Record*> in_source_order(model::Collection& collection) {
  std::vector<model::Record*> records(collection.source->records.size());
  for (model::Record& record : collection.records) {
    if (record.withdrawn) continue;
    records[static_cast<std::size_t>(record.source - collection.source->records.data())] = &record;
  }
  std::erase(records, nullptr);
  return records;
}

bool is_sourced(const model::Record& record) { return record.field("source").has_value(); }

bool is_filled(Value value) {
  return value.is_string() ? !trim(value.as_string()).empty() : value.has_value();
}

bool check_order(Workspace& work, const model::Record& record, std::string_view earlier,
                 std::optional<Date> first, std::string_view later, Value at,
                 std::optional<Date> second) {
  if (!first || !second || *second >= *first) return true;
  work.problems().error("dates-out-of-order", Workspace::place(record, at),
                        fmt::format("{} is {}, before {}, which is {}", later, iso_date(*second),
                                    earlier, iso_date(*first)),
                        "Correct whichever of the two is wrong.");
  return false;
}

}  // namespace glasshouse::rules
