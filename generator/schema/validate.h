// Records against the JSON Schema (draft-07) of their collection, with our own keywords
// (docs/collections.md, "schema.json"). Every error stands at the value's own place, in words for
// the person who wrote the record, with the nearest right spelling.
#pragma once

#include <memory>
#include <set>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/diagnostic.h"
#include "content/source.h"

namespace glasshouse::schema {

/// What references may name, gathered before any record is checked.
struct Vocabulary {
  std::unordered_map<std::string_view, std::unordered_set<std::string_view>> ids;  // by collection
  std::unordered_set<std::string_view> ward_codes;  // GSS codes of the site's wards
  std::set<std::string_view> documents;             // keys of site.json's documents
};

/// A schema made ready to check many records from many threads.
class Schema {
 public:
  /// Compiles; none when the schema itself is wrong, which has then been said at its place: an
  /// unknown keyword, a $ref that leads nowhere, a draft other than 07, a wrong keyword value.
  static std::unique_ptr<Schema> compile(Value schema, std::string_view file,
                                         Diagnostics& diagnostics);
  ~Schema();

  /// Checks one record; says every error it has. Gives whether there was none.
  bool validate(const content::SourceRecord& record, const Vocabulary& vocabulary,
                Diagnostics& diagnostics) const;

 private:
  struct Compiled;
  explicit Schema(std::unique_ptr<Compiled> compiled);
  std::unique_ptr<Compiled> compiled_;
};

}  // namespace glasshouse::schema
