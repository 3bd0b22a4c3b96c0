#include "content/record_maker.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "content/names.h"

namespace glasshouse::content {

void RecordMaker::add(Mark mark, std::span<const Cell> row, std::span<const Map::Entry> others) {
  ++counts_.rows;
  if (!is_wanted(row)) {
    ++counts_.filtered;
    return;
  }
  Map* fields = Map::make(c_.arena, plan_.fields.size() + others.size());
  const bool is_right = make_fields(row, fields);
  for (const Map::Entry& entry : others) fields->set(c_.arena, entry.key, entry.value);
  if (!is_right || !keep(Value::map(fields).with_mark(mark), row)) ++counts_.rejected;
}

bool RecordMaker::is_wanted(std::span<const Cell> row) {
  return std::all_of(plan_.where.begin(), plan_.where.end(), [&](const PlannedCondition& planned) {
    const Condition& condition = *planned.condition;
    const bool is_blank = planned.column == kNowhere || is_empty(row[planned.column]);
    if (condition.test == Condition::Test::empty) return is_blank == condition.is_empty;
    const bool is_one_of =
        !is_blank && condition.words.find(row[planned.column].text, folded_) != nullptr;
    return is_one_of == (condition.test == Condition::Test::equals);
  });
}

bool RecordMaker::make_fields(std::span<const Cell> row, Map* fields) {
  made_.clear();
  for (const PlannedField& field : plan_.fields) made_.push_back(maker_.make(field, row));
  if (plan_.has_bounds) {
    for (std::size_t i = 0; i < made_.size(); ++i) {
      if (!made_[i].value.is_string() || plan_.fields[i].bounds.empty()) continue;
      made_[i] = maker_.check_bounds(plan_.fields[i], made_[i].value, made_);
    }
  }
  bool is_right = true;
  for (std::size_t i = 0; i < made_.size(); ++i) {
    const Made& made = made_[i];
    if (made.is_bad && made.what == OnError::empty) ++counts_.emptied;
    is_right = is_right && (!made.is_bad || made.what == OnError::empty);
    if (!made.value.is_undefined()) fields->set(c_.arena, plan_.fields[i].key, made.value);
  }
  return is_right;
}

bool RecordMaker::keep(Value fields, std::span<const Cell> row) {
  const Value field = fields["id"];
  const bool has_pattern = !plan_.id.empty();
  const Mark at = plan_.id_column == kNowhere ? fields.mark() : row[plan_.id_column].mark;
  std::string id = has_pattern ? std::string(maker_.join(plan_.id, row)) : scalar_text(field);
  if (!plan_.makes_id && plan_.id_column != kNowhere) {
    id = trim(row[plan_.id_column].text);
  }
  if (id.empty()) {
    problems_.say(c_.source.bad_rows, "missing-id", at, "this record has no id",
                  has_pattern || c_.source.has_fields
                      ? "Fill in the columns that its id is made of."
                      : "Fill in its id, or add an \"id\" pattern to the source in "
                        "collection.json.");
    return false;
  }
  Diagnostics found;
  if (!check_id(id, Place(c_.file, at), c_.facets, found)) {
    problems_.say_all(c_.source.bad_rows, found);
    return false;
  }
  SourceRecord record;
  record.fields = fields;
  record.file = c_.file;
  record.mark = fields.mark();
  if (!check_id_field(record, id)) return false;
  record.id = c_.arena.copy(id);
  if (!is_new(record, at)) return false;
  record_of_.emplace(record.id, records_.size());
  records_.push_back(std::move(record));
  return true;
}

bool RecordMaker::check_id_field(const SourceRecord& record, std::string_view id) {
  const Value field = record.fields["id"];
  if (!field.has_value() || scalar_text(field) == id) return true;
  problems_.say(c_.source.bad_rows, "id-mismatch", field.mark(),
                fmt::format("the field id is \"{}\", and the pattern of the source makes \"{}\"",
                            scalar_text(field), id),
                "Make the two agree, or leave the field out.");
  return false;
}

bool RecordMaker::is_new(const SourceRecord& record, Mark at) {
  const auto found = record_of_.find(record.id);
  if (found == record_of_.end()) return true;
  const SourceRecord& first = records_[found->second];
  const bool is_same = equal(first.fields, record.fields);
  problems_.say(c_.source.bad_rows, "duplicate-id", at,
                fmt::format("the id {} is taken by the record on line {}{}", record.id,
                            first.mark.line, is_same ? ", which says the same in every field" : ""),
                is_same ? "Delete one of the two." : "Give one of the two another id.");
  return false;
}

TableRecords RecordMaker::take() {
  counts_.records = records_.size();
  problems_.finish();
  return {std::move(records_), counts_};
}

}  // namespace glasshouse::content
