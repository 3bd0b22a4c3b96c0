#include "model/order.h"

#include <algorithm>
#include <map>

#include "base/text.h"

namespace glasshouse::model {

namespace {

// What a record is sorted by, made once for each.
struct SortKey {
  int rank = 2;  // numbers, then text, then nothing
  double number = 0;
  std::string text;
  std::uint32_t index = 0;
};

SortKey key_of(Value value, std::size_t index) {
  SortKey key;
  key.index = static_cast<std::uint32_t>(index);
  if (value.is_number()) {
    key.rank = 0;
    key.number = value.as_number();
  } else if (value.is_boolean()) {
    key.rank = 0;
    key.number = value.as_boolean() ? 1 : 0;
  } else if (value.is_string()) {
    key.rank = 1;
    key.text = to_lower(value.as_string());
  }
  return key;
}

// Below, above or equal, before ties are broken. Nothing is last in either direction.
int compare(const SortKey& a, const SortKey& b, bool descending) {
  if (a.rank != b.rank) {
    if (a.rank == 2 || b.rank == 2) return a.rank == 2 ? 1 : -1;
    return (a.rank < b.rank) != descending ? -1 : 1;
  }
  int result = 0;
  if (a.rank == 0) result = a.number < b.number ? -1 : a.number > b.number ? 1 : 0;
  if (a.rank == 1) result = a.text.compare(b.text);
  return descending ? -result : result;
}

std::string_view facet_text(Value value) {
  if (value.is_boolean()) return value.as_boolean() ? "true" : "false";
  return value.text();
}

std::string label_of(const Site& site, const Field& field, std::string_view value) {
  if (field.is_ward_code) {
    const Record* ward = site.ward(value);
    return std::string(ward ? ward->title : value);
  }
  if (field.is_reference) {
    const Value target =
        (field.type == FieldType::list ? field.schema["items"] : field.schema)["x-reference"];
    std::string_view collection = target.text(), id = value;
    if (target.is_true()) {
      const std::size_t slash = value.find('/');
      collection = value.substr(0, slash);
      id = slash == std::string_view::npos ? std::string_view() : value.substr(slash + 1);
    }
    const Record* record = site.find(collection, id);
    return std::string(record ? record->title : value);
  }
  return std::string(field.label(value));
}

using RecordsByValue = std::map<std::string, FacetValue, std::less<>>;

void add(RecordsByValue& values, const Record& record, Value value) {
  std::string number;
  std::string_view text = facet_text(value);
  if (value.is_number()) {
    number = number_text(value.as_number());
    text = number;
  }
  if (text.empty()) return;
  FacetValue& entry = values[std::string(text)];
  // A record that names a value twice is listed once.
  if (entry.records.empty() || entry.records.back() != &record) entry.records.push_back(&record);
}

}  // namespace

void sort_records(std::vector<Record>& records, const schema::Definition& definition) {
  std::vector<SortKey> keys;
  keys.reserve(records.size());
  for (std::size_t i = 0; i < records.size(); ++i) {
    keys.push_back(key_of(records[i].fields[definition.sort_field], i));
  }
  std::sort(keys.begin(), keys.end(), [&](const SortKey& a, const SortKey& b) {
    const int order = compare(a, b, definition.descending);
    return order != 0 ? order < 0 : records[a.index].id < records[b.index].id;
  });
  std::vector<Record> sorted;
  sorted.reserve(records.size());
  for (const SortKey& key : keys) sorted.push_back(std::move(records[key.index]));
  records = std::move(sorted);
}

std::vector<Facet> gather_facets(const Site& site, const Collection& collection,
                                 Diagnostics& diagnostics) {
  std::vector<Facet> facets;
  for (const std::string_view name : collection.definition.facets) {
    const Field* field = collection.field(name);
    if (!field) continue;  // said when the definition was read
    RecordsByValue values;
    for (const Record& record : collection.records) {
      if (record.withdrawn) continue;
      const Value value = record.fields[name];
      if (!value.is_list()) add(values, record, value);
      for (const Value& item : value.items()) add(values, record, item);
    }
    Facet facet;
    facet.field = field;
    std::map<std::string, std::string_view> taken;  // slug → the value that has it
    for (auto& [text, value] : values) {
      value.slug = slug(text);
      const Record& first = *value.records.front();
      const auto [other, is_new] = taken.try_emplace(value.slug, text);
      if (value.slug.empty() || !is_new) {
        diagnostics.error("facet-address", first.source->place(first.fields[name]),
                          value.slug.empty()
                              ? std::string(name) + " \"" + text +
                                    "\" has no letter or digit for its page's address"
                              : std::string(name) + " \"" + text +
                                    "\" would have the same page as \"" +
                                    std::string(other->second) + "\"",
                          "Write the value in one way everywhere.");
        continue;
      }
      value.value = text;
      value.label = label_of(site, *field, text);
      value.url = collection.url + std::string(name) + "/" + value.slug + "/";
      facet.values.push_back(std::move(value));
    }
    std::stable_sort(
        facet.values.begin(), facet.values.end(), [](const FacetValue& a, const FacetValue& b) {
          return a.records.size() != b.records.size() ? a.records.size() > b.records.size()
                                                      : a.label < b.label;
        });
    facets.push_back(std::move(facet));
  }
  return facets;
}

}  // namespace glasshouse::model
