// The finished site: collections of linked records that every page, feed and export is made from.
// It is built once (model/build.h), then immutable and read by any number of threads.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/date.h"
#include "content/source.h"
#include "model/dataset.h"
#include "model/field.h"
#include "model/findings.h"
#include "model/geography/boundaries.h"
#include "model/geography/hexes.h"
#include "model/statistics.h"
#include "schema/definition.h"
#include "schema/site_settings.h"

namespace glasshouse::model {

struct Collection;
struct Record;

/// What a map of the wards may count besides the records of a collection (schema::MapFigure).
inline constexpr std::string_view kCountRecords = "records", kCountForums = "forums";

/// One end of a reference: the record at the other end, and the field of the record that refers
/// ("priority", "wards", "due_history.record").
struct Link {
  const Record* record = nullptr;
  std::string_view field;
};

/// A record that is public: no draft, and its day has come. Views live in the Source.
struct Record {
  const Collection* collection = nullptr;
  const content::SourceRecord* source = nullptr;  // its file, places, body and attachments
  std::string_view id;
  std::string_view title;  // of a withdrawn record `withdrawn.title`, else its id
  std::string url;         // from the site's root, without "/" in front: "foi/foi-2018-001/"
  Value fields;            // as authored; empty but for `withdrawn` when it is withdrawn
  Value derived;           // what the rules compute, a map; undefined where they compute nothing
  bool withdrawn = false;
  std::vector<Link> links;        // what it refers to: in the order of its fields, each pair once
  std::vector<Link> linked_from;  // what refers to it: by collection, then as that one is sorted

  /// The field that the rules call `name`, under the name this collection gives it.
  [[nodiscard]] Value field(std::string_view name) const;
  [[nodiscard]] bool illustrative() const { return fields["illustrative"].is_true(); }
};

/// The records that share one value of a facet.
struct FacetValue {
  std::string value;                   // as written; "true" or "false" of a boolean
  std::string label;                   // what people read
  std::string slug;                    // its part of the address
  std::string url;                     // "foi/outcome/withheld-in-full/"
  std::vector<const Record*> records;  // as the collection is sorted
};

struct Facet {
  const Field* field = nullptr;
  std::vector<FacetValue> values;  // most records first, then by label
};

struct Collection {
  schema::Definition definition;
  const content::SourceCollection* source = nullptr;
  std::vector<Field> fields;    // properties of the schema, in its order
  std::vector<Record> records;  // as the definition sorts them
  std::vector<Facet> facets;    // in the definition's order
  std::string url;              // "foi/"; empty for plain pages
  std::string updated;          // the latest `updated` of its records; may be empty
  std::unique_ptr<const Boundaries> boundaries;  // of wards, where the site has them

  [[nodiscard]] std::string_view name() const { return definition.name; }
  [[nodiscard]] schema::Kind kind() const { return definition.kind; }
  [[nodiscard]] const Field* field(std::string_view name) const;
  [[nodiscard]] const Record* find(std::string_view id) const;
  /// Records that are not withdrawn, which lists, feeds and totals speak of.
  [[nodiscard]] std::vector<const Record*> current() const;

  std::unordered_map<std::string_view, const Record*> by_id;
};

/// What a run decides beyond the content.
struct SiteOptions {
  std::optional<std::string> base_url;  // instead of site.json's
  std::optional<Date> as_of;            // instead of site.json's
  bool drafts = false;                  // show drafts, and records whose day has not come
  unsigned jobs = 1;
};

struct Site {
  content::Source source;         // owns every Value and view below
  schema::SiteSettings settings;  // with the options applied
  Date as_of;
  std::vector<std::unique_ptr<Collection>> collections;  // by name
  Rulings rulings;        // how the records keep the rules; filled by rules/
  Statistics statistics;  // the figures of the overviews; filled by rules/

  std::vector<Dataset> datasets;  // those with files, by collection, as sorted; of datasets/

  [[nodiscard]] const Collection* collection(std::string_view name) const;
  /// The first collection of the kind, or nullptr.
  [[nodiscard]] const Collection* of_kind(schema::Kind kind) const;
  /// The record of "collection/id", or nullptr.
  [[nodiscard]] const Record* find(std::string_view collection, std::string_view id) const;
  /// The dataset that the record describes, or nullptr.
  [[nodiscard]] const Dataset* dataset(const Record& record) const;
  /// The ward with the GSS code, or nullptr.
  [[nodiscard]] const Record* ward(std::string_view code) const;
  /// The wards that touch the ward, as their collection is sorted; none where nothing says where
  /// it lies.
  [[nodiscard]] const std::vector<const Record*>& neighbours(const Record& ward) const;

  std::unordered_map<std::string_view, const Record*> ward_by_code;
  Neighbours ward_neighbours;
  std::unordered_map<const Record*, const Dataset*> dataset_of;
  std::unordered_set<std::string_view> pages;  // the url of each list, facet value and record
};

}  // namespace glasshouse::model
