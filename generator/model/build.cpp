#include "model/build.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/parallel.h"
#include "base/text.h"
#include "model/order.h"
#include "model/publicity.h"
#include "model/references.h"
#include "schema/validate.h"

namespace glasshouse::model {

namespace {

using Target = ReferencePaths::Target;

// A collection while the site is made.
struct Draft {
  const content::SourceCollection* source = nullptr;
  schema::Definition definition;
  std::unique_ptr<schema::Schema> schema;
  ReferencePaths references;
  std::vector<Publicity> publicity;  // of source->records, one each
};

// Names that a record's JSON uses itself (design, "A record's JSON").
constexpr std::string_view kReservedFields[] = {"collection", "url", "derived", "links",
                                                "content_html"};

bool check_field_names(const content::SourceCollection& collection, Diagnostics& diagnostics) {
  bool ok = true;
  if (!collection.schema["properties"].is_map()) return ok;
  for (const Map::Entry& property : collection.schema["properties"].as_map()) {
    const std::string_view name = property.key.as_string();
    if (std::find(std::begin(kReservedFields), std::end(kReservedFields), name) ==
        std::end(kReservedFields)) {
      continue;
    }
    diagnostics.error("reserved-field", Place(collection.schema_file, property.key.mark()),
                      "\"" + std::string(name) + "\" is a name that the data of every record uses",
                      "Give the field another name.");
    ok = false;
  }
  return ok;
}

std::vector<Draft> read_definitions(const content::Source& source, Diagnostics& diagnostics) {
  std::vector<Draft> drafts;
  for (const content::SourceCollection& collection : source.collections) {
    if (!collection.definition.is_map() || !collection.schema.is_map())
      continue;  // said by content/
    auto definition = schema::read_definition(collection, diagnostics);
    auto compiled = schema::Schema::compile(collection.schema, collection.schema_file, diagnostics);
    if (!definition || !compiled || !check_field_names(collection, diagnostics)) continue;
    drafts.push_back({&collection,
                      std::move(*definition),
                      std::move(compiled),
                      read_reference_paths(collection.schema),
                      {}});
  }
  return drafts;
}

schema::Vocabulary gather_vocabulary(const content::Source& source,
                                     const std::vector<Draft>& drafts) {
  schema::Vocabulary vocabulary;
  for (const content::SourceCollection& collection : source.collections) {
    auto& ids = vocabulary.ids[collection.name];
    ids.reserve(collection.records.size());
    for (const content::SourceRecord& record : collection.records) ids.insert(record.id);
  }
  for (const Draft& draft : drafts) {
    if (draft.definition.kind != schema::Kind::ward) continue;
    const std::string_view code = draft.definition.field("code");
    for (const content::SourceRecord& record : draft.source->records) {
      if (record.fields[code].is_string()) vocabulary.ward_codes.insert(record.fields[code].text());
    }
  }
  if (source.site["documents"].is_map()) {
    for (const Map::Entry& document : source.site["documents"].as_map()) {
      vocabulary.documents.insert(document.key.as_string());
    }
  }
  return vocabulary;
}

// A table whose source says so (`bad_rows`) loses the rows that its schema refuses, each with a
// warning, before anything can refer to them.
void reject_bad_rows(content::SourceCollection& collection, const schema::Schema& schema,
                     const schema::Vocabulary& vocabulary, unsigned jobs,
                     Diagnostics& diagnostics) {
  std::vector<char> is_bad(collection.records.size());
  parallel_for(collection.records.size(), jobs, [&](std::size_t i, unsigned) {
    Diagnostics found;
    if (schema.validate(collection.records[i], vocabulary, found)) return;
    is_bad[i] = 1;
    for (Diagnostic& problem : found.sorted()) {
      problem.severity = Severity::warning;
      if (!problem.hint.empty()) problem.hint += problem.hint.ends_with('.') ? " " : ". ";
      problem.hint += "The row is left out.";
      diagnostics.add(std::move(problem));
    }
  });
  std::erase_if(collection.records, [&](const content::SourceRecord& record) {
    return is_bad[static_cast<std::size_t>(&record - collection.records.data())] == 1;
  });
  collection.table.rejected += collection.table.records - collection.records.size();
  collection.table.records = collection.records.size();
}

void validate_records(const std::vector<Draft>& drafts, const schema::Vocabulary& vocabulary,
                      unsigned jobs, Diagnostics& diagnostics) {
  for (const Draft& draft : drafts) {
    if (draft.source->rejects_bad_rows) continue;  // checked already
    parallel_for(draft.source->records.size(), jobs, [&](std::size_t i, unsigned) {
      (void)draft.schema->validate(draft.source->records[i], vocabulary, diagnostics);
    });
  }
}

// Whether the record a reference names is public, by "collection" and id.
class PublicRecords {
 public:
  explicit PublicRecords(const std::vector<Draft>& drafts) {
    for (const Draft& draft : drafts) {
      auto& hidden = hidden_[draft.definition.name];
      for (std::size_t i = 0; i < draft.publicity.size(); ++i) {
        if (draft.publicity[i] == Publicity::not_public) hidden.insert(draft.source->records[i].id);
      }
      any_ = any_ || !hidden.empty();
    }
  }
  [[nodiscard]] bool hides_any() const { return any_; }
  [[nodiscard]] bool has(const Reference& reference) const {
    const auto hidden = hidden_.find(reference.collection);
    return hidden == hidden_.end() || !hidden->second.contains(reference.id);
  }

 private:
  std::unordered_map<std::string_view, std::unordered_set<std::string_view>> hidden_;
  bool any_ = false;
};

std::unique_ptr<Collection> make_collection(const Draft& draft, const PublicRecords& public_records,
                                            Arena& arena) {
  auto collection = std::make_unique<Collection>();
  collection->definition = draft.definition;
  collection->source = draft.source;
  collection->fields = read_fields(draft.source->schema);
  const bool is_page = draft.definition.kind == schema::Kind::page;
  if (!is_page) collection->url = std::string(draft.definition.name) + "/";
  collection->records.reserve(draft.source->records.size());
  for (std::size_t i = 0; i < draft.source->records.size(); ++i) {
    if (draft.publicity[i] == Publicity::not_public) continue;
    const content::SourceRecord& source = draft.source->records[i];
    Record record;
    record.collection = collection.get();
    record.source = &source;
    record.id = source.id;
    record.withdrawn = draft.publicity[i] == Publicity::withdrawn;
    record.fields = record.withdrawn ? tombstone(source.fields, arena) : source.fields;
    if (public_records.hides_any()) {
      record.fields = without_references(
          draft.references, record.fields, arena,
          [&](const Reference& reference) { return public_records.has(reference); });
    }
    // A title may be what a record is withdrawn for: it stays only where the withdrawal gives it.
    const std::string_view title = record.withdrawn ? record.fields["withdrawn"]["title"].text()
                                                    : record.fields["title"].text();
    record.title = title.empty() ? record.id : title;
    record.url = collection->url + std::string(record.id) + "/";
    collection->records.push_back(std::move(record));
  }
  sort_records(collection->records, collection->definition);
  collection->by_id.reserve(collection->records.size());
  for (const Record& record : collection->records) {
    collection->by_id.emplace(record.id, &record);
    if (record.withdrawn) continue;
    const std::string_view updated = record.fields["updated"].text();
    if (updated > collection->updated) collection->updated = updated;
  }
  return collection;
}

const Record* resolve(const Site& site, const Reference& reference) {
  return reference.target == Target::ward ? site.ward(reference.id)
                                          : site.find(reference.collection, reference.id);
}

// Links every reference both ways. A pair of records is linked once, by the first field that does.
void link(Site& site, const std::vector<Draft>& drafts) {
  for (const auto& collection : site.collections) {
    const auto draft = std::find_if(drafts.begin(), drafts.end(),
                                    [&](const Draft& d) { return d.source == collection->source; });
    for (Record& record : collection->records) {
      for_each_reference(draft->references, record.fields, [&](const Reference& reference) {
        const Record* target = resolve(site, reference);
        if (!target || target == &record) return;
        const bool is_known = std::any_of(record.links.begin(), record.links.end(),
                                          [&](const Link& link) { return link.record == target; });
        if (is_known) return;
        record.links.push_back({target, reference.field});
        // The site is still being made, here alone.
        const_cast<Record*>(target)->linked_from.push_back({&record, reference.field});
      });
    }
  }
}

// What a map counts must be there; what is a field was checked with the definition.
void check_map_figures(const Collection& wards, const content::Source& source,
                       Diagnostics& diagnostics) {
  std::vector<std::string_view> known = {kCountRecords, kCountForums};
  for (const auto& collection : source.collections) known.push_back(collection.name);
  for (const schema::MapFigure& figure : wards.definition.map_figures) {
    if (figure.count.empty() || std::find(known.begin(), known.end(), figure.count) != known.end())
      continue;
    diagnostics.error(
        "unknown-count", Place(wards.source->definition_file, figure.place["count"].mark()),
        fmt::format("map.figures counts \"{}\", but that is no collection", figure.count),
        did_you_mean(figure.count, known));
  }
}

void gather_pages(Site& site) {
  for (const auto& collection : site.collections) {
    if (!collection->url.empty()) site.pages.insert(collection->url);
    for (const Record& record : collection->records) site.pages.insert(record.url);
    for (const Facet& facet : collection->facets) {
      for (const FacetValue& value : facet.values) site.pages.insert(value.url);
    }
  }
}

}  // namespace

std::unique_ptr<Site> build_site(content::Source source, const SiteOptions& options,
                                 Diagnostics& diagnostics) {
  auto site = std::make_unique<Site>();
  site->source = std::move(source);
  site->settings = schema::read_site_settings(site->source.site, options.base_url, diagnostics);
  site->as_of = options.as_of.value_or(site->settings.as_of);

  std::vector<Draft> drafts = read_definitions(site->source, diagnostics);
  schema::Vocabulary vocabulary = gather_vocabulary(site->source, drafts);
  bool rejects = false;
  for (const Draft& draft : drafts) {
    if (!draft.source->rejects_bad_rows) continue;
    const auto at = static_cast<std::size_t>(draft.source - site->source.collections.data());
    reject_bad_rows(site->source.collections[at], *draft.schema, vocabulary, options.jobs,
                    diagnostics);
    rejects = true;
  }
  if (rejects) vocabulary = gather_vocabulary(site->source, drafts);
  validate_records(drafts, vocabulary, options.jobs, diagnostics);
  for (Draft& draft : drafts) {
    for (const content::SourceRecord& record : draft.source->records) {
      draft.publicity.push_back(publicity_of(record.fields, site->as_of, options.drafts));
    }
  }

  const PublicRecords public_records(drafts);
  Arena& arena = site->source.arenas.emplace_back();
  for (const Draft& draft : drafts) {
    site->collections.push_back(make_collection(draft, public_records, arena));
  }
  for (const auto& collection : site->collections) {
    if (collection->kind() != schema::Kind::ward) continue;
    for (const Record& ward : collection->records) {
      if (ward.field("code").is_string())
        site->ward_by_code.emplace(ward.field("code").text(), &ward);
    }
    add_hex_neighbours(*collection, site->ward_neighbours, diagnostics);
    collection->boundaries = read_boundaries(*collection, site->ward_neighbours, diagnostics);
    check_map_figures(*collection, site->source, diagnostics);
  }
  link(*site, drafts);
  for (const auto& collection : site->collections) {
    collection->facets = gather_facets(*site, *collection, diagnostics);
  }
  gather_pages(*site);
  return site;
}

}  // namespace glasshouse::model
