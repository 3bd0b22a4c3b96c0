#include "rules/datasets.h"

#include <algorithm>
#include <array>
#include <unordered_set>

#include "rules/falling_due.h"

namespace glasshouse::rules {

namespace {

using model::Record;
constexpr Rule kRule = Rule::transparency_dataset;

constexpr std::array kMandatory = {
    MandatoryDataset{"spending-over-500", "Spending over £500", 3},
    MandatoryDataset{"procurement-card", "Procurement card transactions", 3},
    MandatoryDataset{"tenders-and-contracts", "Tenders, and contracts over £5,000", 3},
    MandatoryDataset{"grants", "Grants to voluntary, community and social enterprise bodies", 12},
    MandatoryDataset{"organisation-chart", "Organisation chart", 12},
    MandatoryDataset{"trade-union-facility-time", "Trade union facility time", 12},
    MandatoryDataset{"parking-account", "Parking account", 12},
    MandatoryDataset{"parking-spaces", "Parking spaces", 12},
    MandatoryDataset{"senior-salaries", "Senior salaries", 12},
    MandatoryDataset{"pay-multiple", "Pay multiple", 12},
    MandatoryDataset{"constitution", "Constitution", 12},
    MandatoryDataset{"land-and-building-assets", "Land and building assets", 12},
    MandatoryDataset{"social-housing-assets", "Social housing asset value", 12},
    MandatoryDataset{"counter-fraud", "Counter-fraud work", 12},
    MandatoryDataset{"waste-contracts", "Waste contracts", 12},
};

int months_of(std::string_view frequency) {
  if (frequency == "monthly") return 1;
  if (frequency == "quarterly") return 3;
  if (frequency == "annual" || frequency == "annually" || frequency == "yearly") return 12;
  return 0;
}

struct DatasetFields {
  explicit DatasetFields(const model::Collection& c)
      : code(c, "transparency_code"),
        frequency(c, "update_frequency"),
        next_due(c, "next_due"),
        last_release(c, "last_release"),
        releases(c, "releases") {}
  FieldKey code, frequency, next_due, last_release, releases;
};

// The latest of the releases, each of which has a `date` or a `published`.
std::optional<Date> last_release(const DatasetFields& field, const Record& record) {
  std::optional<Date> last = field.last_release.date_of(record);
  for (const Value& release : field.releases.of(record).items()) {
    for (const std::string_view name : {"date", "published"}) {
      const auto date = date_in(release[name]);
      if (date && (!last || *date > *last)) last = date;
    }
  }
  return last;
}

void judge(Workspace& work, const DatasetFields& field, Record& record,
           const MandatoryDataset* mandatory) {
  const auto last = last_release(field, record);
  auto next = field.next_due.date_of(record);
  int months = months_of(field.frequency.of(record).text());
  if (months == 0 && mandatory) months = mandatory->months;
  if (!next && last && months > 0) next = add_months(*last, months);
  Map* derived = Map::make(work.arena(), 3);
  if (last) derived->set(work.arena(), "last_release", work.date(*last));
  if (next) derived->set(work.arena(), "next_due", work.date(*next));
  const bool is_overdue = next && *next < work.as_of();
  if (next) derived->set(work.arena(), "overdue", Value::boolean(is_overdue));
  if (!derived->empty()) record.derived = Value::map(derived);
  if (next) falls_due(work, *next, record, "dataset");
  if (!mandatory) return;
  if (is_overdue) {
    work.finds(kRule, &record, field.next_due.of(record), "dataset-overdue", Date{next->days + 1},
               {{"due", work.date(*next)}});
  } else if (!last && !next) {
    work.finds(kRule, &record, Value(), "dataset-without-release", std::nullopt, {});
  } else {
    work.keeps(kRule);
  }
}

}  // namespace

std::span<const MandatoryDataset> mandatory_datasets() { return kMandatory; }

Date add_months(Date date, int months) {
  const int month = static_cast<int>(date.month()) - 1 + months;
  const int year = date.year() + month / 12;
  const auto of_year = static_cast<unsigned>(month % 12 + 1);
  for (unsigned day = date.day();; --day) {
    if (const auto result = make_date(year, of_year, day)) return *result;
  }
}

void derive_datasets(Workspace& work, model::Collection& collection) {
  const DatasetFields field(collection);
  std::unordered_set<std::string_view> published;
  for (Record& record : collection.records) {
    if (record.withdrawn) continue;
    const std::string_view code = field.code.of(record).text();
    const auto mandatory = std::find_if(kMandatory.begin(), kMandatory.end(),
                                        [&](const auto& each) { return each.id == code; });
    const bool is_known = mandatory != kMandatory.end();
    if (is_known) published.insert(code);
    judge(work, field, record, is_known ? &*mandatory : nullptr);
  }
  if (published.empty()) return;
  for (const MandatoryDataset& each : kMandatory) {
    if (published.contains(each.id)) continue;
    work.finds(kRule, nullptr, Value(), "dataset-missing", std::nullopt,
               {{"dataset", work.text(each.title)}});
  }
}

}  // namespace glasshouse::rules
