// A record as JSON (RFC 8259), as the design's "A record's JSON" lays it down: authored fields
// under their schema's names, what is computed under `derived`, relations under `links`.
#pragma once

#include <string>
#include <string_view>

#include "base/arena.h"
#include "model/route.h"

namespace glasshouse::formats {

/// Adds one JSON object with all that is known of the record. `derived.how` says of each value of
/// `derived` how it was worked out: {"in_words", "formula", "inputs", "skipped", "rule",
/// "records"}, as rules/explain.h has it. `arena` is for what is made on the way.
void append_record_json(std::string& out, const model::Site& site, const model::Record& record,
                        std::string_view content_html, Arena& arena);

/// Adds the JSON object of a collection with all its records, each as append_record_json has it but
/// for `links`, `content_html` and `derived.how`, which the record's own JSON holds.
void append_collection_json(std::string& out, const model::Site& site,
                            const model::Collection& collection, const model::Workspace& space);

/// Adds a line for each record (NDJSON), as append_collection_json has it.
void append_collection_ndjson(std::string& out, const model::Site& site,
                              const model::Collection& collection, const model::Workspace& space);

/// How many records a numbered page of a collection holds.
inline constexpr std::size_t kPageRecords = 1000;

[[nodiscard]] std::size_t json_page_count(const model::Collection& collection);

/// Adds the page, from 1, as append_collection_json has it, with `page`, `pages`, `previous` and
/// `next`: addresses, or null at either end.
void append_json_page(std::string& out, const model::Site& site,
                      const model::Collection& collection, std::size_t page);

/// The licence that holds for the record: its own, else the site's.
[[nodiscard]] std::string_view licence_of(const model::Site& site, const model::Record& record);

/// When the record last changed, as an ISO date: by the field the collection's feed names, else
/// `updated`, else the date the site stands at.
[[nodiscard]] std::string updated_of(const model::Site& site, const model::Record& record);

}  // namespace glasshouse::formats
