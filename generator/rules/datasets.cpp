#include "rules/datasets.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.h"
#include "rules/falling_due.h"
#include "rules/months.h"

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

const MandatoryDataset* find_mandatory(std::string_view id) {
  const auto found = std::find_if(kMandatory.begin(), kMandatory.end(),
                                  [&](const auto& each) { return each.id == id; });
  return found == kMandatory.end() ? nullptr : &*found;
}

std::vector<std::string_view> mandatory_ids() {
  std::vector<std::string_view> ids;
  ids.reserve(kMandatory.size());
  for (const MandatoryDataset& each : kMandatory) ids.push_back(each.id);
  return ids;
}

int months_of(std::string_view frequency) {
  if (frequency == "monthly") return 1;
  if (frequency == "quarterly") return 3;
  if (frequency == "annual" || frequency == "annually" || frequency == "yearly") return 12;
  return 0;
}

struct DatasetFields {
  explicit DatasetFields(const model::Collection& c)
      : code(c, "transparency_code"),
        next_due(c, "next_due"),
        last_release(c, "last_release"),
        releases(c, "releases") {}
  FieldKey code, next_due, last_release, releases;
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
  const int months = months_between_releases(record);
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

int months_between_releases(const Record& record) {
  const int months = months_of(record.field("update_frequency").text());
  if (months > 0) return months;
  const MandatoryDataset* mandatory = find_mandatory(record.field("transparency_code").text());
  return mandatory ? mandatory->months : 0;
}

void derive_datasets(Workspace& work, model::Collection& collection, PublishedDatasets& published) {
  const DatasetFields field(collection);
  for (Record& record : collection.records) {
    if (record.withdrawn) continue;
    const Value code = field.code.of(record);
    const MandatoryDataset* mandatory = find_mandatory(code.text());
    if (mandatory) {
      published.insert(mandatory->id);
    } else if (is_filled(code)) {
      work.problems().error("unknown-transparency-code", Workspace::place(record, code),
                            fmt::format("\"{}\" is no dataset of the Code", code.text()),
                            did_you_mean(code.text(), mandatory_ids()));
    }
    judge(work, field, record, mandatory);
  }
}

void judge_missing_datasets(Workspace& work, const PublishedDatasets& published) {
  const schema::SiteSettings& settings = work.site().settings;
  PublishedDatasets except;
  for (const Value& id : settings.transparency_code_except) {
    except.insert(id.text());
    if (find_mandatory(id.text())) continue;
    work.problems().error("unknown-transparency-code", Place(std::string(kSettingsFile), id.mark()),
                          fmt::format("\"{}\" is no dataset of the Code", id.text()),
                          did_you_mean(id.text(), mandatory_ids()));
  }
  if (published.empty() && !settings.transparency_code) return;
  for (const MandatoryDataset& each : kMandatory) {
    if (published.contains(each.id) || except.contains(each.id)) continue;
    work.finds(kRule, nullptr, Value(), "dataset-missing", std::nullopt,
               {{"dataset", work.text(each.title)}});
  }
}

}  // namespace glasshouse::rules
