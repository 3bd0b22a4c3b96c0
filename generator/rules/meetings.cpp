#include "rules/meetings.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "rules/decision_maker.h"
#include "rules/falling_due.h"
#include "rules/wards.h"

namespace glasshouse::rules {

namespace {

using model::Record;
constexpr auto kCouncil = WorkingDays::council_notices;

struct MeetingFields {
  explicit MeetingFields(const model::Collection& c)
      : body(c, "body"),
        ward(c, "ward"),
        starts(c, "starts"),
        day(c, "day"),
        agenda_published(c, "agenda_published"),
        status(c, "status") {}
  FieldKey body, ward, starts, day, agenda_published, status;
};

// The forums of each ward, by year.
class Forums {
 public:
  explicit Forums(Date as_of) : as_of_(as_of), year_start_(year_start(as_of)) {}

  void count(const Record& record, const Record* ward, Date day, std::string_view status) {
    Year& year = years_[{ward->id, day.year()}];
    year.figures.ward = ward;
    year.figures.year = day.year();
    if (status == "cancelled" || status == "postponed") {
      ++year.figures.called_off;
    } else if (day < as_of_) {
      // One that was only ever scheduled was not shown to have been held.
      const bool is_held = status == "held" || status.empty();
      year.figures.held += is_held;
      year.figures.held_lately += is_held && day >= year_start_;
    } else {
      ++year.figures.to_come;
      if (year.figures.next && year.next_day <= day) return;
      year.figures.next = &record;
      year.next_day = day;
    }
  }
  [[nodiscard]] std::vector<model::ForumYear> years() const {
    std::vector<model::ForumYear> result;
    for (const auto& [key, year] : years_) result.push_back(year.figures);
    return result;
  }

 private:
  struct Year {
    model::ForumYear figures;
    Date next_day;
  };
  Date as_of_, year_start_;
  std::map<std::pair<std::string_view, int>, Year> years_;
};

void judge_agenda(Workspace& work, const MeetingFields& field, const Record& record, Date day,
                  bool is_bound, Map& derived) {
  constexpr Rule kRule = Rule::agenda_notice;
  const auto published = field.agenda_published.date_of(record);
  const std::string_view status = field.status.of(record).text();
  const bool is_off = status == "cancelled" || status == "postponed";
  const auto by = agenda_by(day, work.calendar());
  if (!by) {
    if (is_bound)
      work.lacks_year(kRule, Date{std::min(day.days - 20, published.value_or(day).days)});
    return;
  }
  derived.set(work.arena(), "agenda_by", work.date(*by));
  if (!published) {
    if (!is_bound || is_off) return;
    if (*by >= work.as_of()) return falls_due(work, *by, record, "agenda");
    return work.is_silent(kRule);
  }
  const auto days = work.calendar().clear_days(*published, day);
  if (!days) return work.lacks_year(kRule, *published);
  derived.set(work.arena(), "agenda_clear_days", Value::number(*days));
  if (!is_bound || is_off) return;
  if (*days >= kAgendaDays) return work.keeps(kRule);
  const Value at = field.agenda_published.of(record);
  work.finds(kRule, &record, at, "agenda-too-late", Date{by->days + 1},
             {{"published", at}, {"clear_days", Value::number(*days)}});
}

}  // namespace

std::optional<Date> agenda_by(Date meeting, const Calendar& calendar) {
  // Back from the day before the meeting, until five working days lie between; then the working day
  // before those.
  Date day = meeting;
  for (int left = kAgendaDays + 1; left > 0;) {
    --day.days;
    const auto is_working = calendar.is_working_day(day, kCouncil);
    if (!is_working) return std::nullopt;
    if (*is_working) --left;
  }
  return day;
}

void judge_forums(Workspace& work) {
  const unsigned wanted = work.standards().ward_forums_a_year;
  if (wanted == 0) return;
  const auto& forums = work.statistics().forums;
  std::set<int> years;
  std::map<std::pair<const Record*, int>, std::size_t> held;
  for (const model::ForumYear& each : forums) {
    if (each.year < work.as_of().year()) years.insert(each.year);
    held[{each.ward, each.year}] = each.held;
  }
  const model::Collection* wards = work.site().of_kind(schema::Kind::ward);
  if (!wards) return;
  for (const Record& ward : wards->records) {
    if (ward.withdrawn) continue;
    bool is_kept = !years.empty();
    for (const int year : years) {
      const std::size_t count = held[{&ward, year}];
      if (count >= wanted) continue;
      is_kept = false;
      work.finds(Rule::ward_forum, &ward, Value(), "forums-too-few", make_date(year + 1, 1, 1),
                 {{"held", Value::number(static_cast<double>(count))},
                  {"year", work.text(std::to_string(year))},
                  {"wanted", Value::number(wanted)}});
    }
    if (is_kept) work.keeps(Rule::ward_forum);
  }
}

void derive_meetings(Workspace& work, model::Collection& collection) {
  const MeetingFields field(collection);
  std::unordered_map<std::string_view, bool> is_bound;
  Forums forums(work.as_of());
  for (Record& record : collection.records) {
    if (record.withdrawn) continue;
    auto day = field.starts.date_of(record);
    if (!day) day = field.day.date_of(record);
    if (!day) continue;
    const std::string_view body = field.body.of(record).text();
    const auto [known, is_new] = is_bound.try_emplace(body);
    if (is_new) known->second = is_bound_by_agenda_notice(body);
    Map* derived = Map::make(work.arena(), 3);
    derived->set(work.arena(), "day", work.date(*day));
    judge_agenda(work, field, record, *day, known->second, *derived);
    record.derived = Value::map(derived);
    const Record* ward = work.site().ward(field.ward.of(record).text());
    if (ward) forums.count(record, ward, *day, field.status.of(record).text());
  }
  work.statistics().forums = forums.years();
}

}  // namespace glasshouse::rules
