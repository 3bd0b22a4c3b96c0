// How a collection is shown: what can be said of its fields before any record is looked at. Made
// once when the theme is loaded, in the theme's arena, and read by all threads.
#pragma once

#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/arena.h"
#include "model/site.h"
#include "pages/strings.h"

namespace glasshouse::pages {

/// How one field is shown.
struct FieldPlan {
  model::Field field;
  std::string_view name;       // what the rules, and so templates, call it
  Value key;                   // `name`, ready to be a key
  Value label;                 // the field's title
  Value missing;               // the view of a record that lacks it
  Value none;                  // the view of an empty list: the record says there are none
  std::string_view reference;  // of a reference: the collection; empty for any
  bool is_month = false;       // text such as "2018-03", which the schema's pattern says
  bool is_year = false;        // a whole number that the schema keeps between 1000 and 2999
  bool is_source = false;      // {document, paragraph}
  bool is_files = false;       // names files of the record
  /// The views of values that the schema lists, and of true and false: label, text, tag, href.
  std::unordered_map<std::string_view, Value> choices;
  [[nodiscard]] bool is_number() const {
    return field.type == model::FieldType::number || field.type == model::FieldType::integer;
  }

  std::vector<FieldPlan> members;  // of an object, or of the objects of a list
};

struct CollectionPlan {
  const model::Collection* collection = nullptr;
  std::vector<FieldPlan> fields;              // in the schema's order
  std::vector<const FieldPlan*> columns;      // of its lists, `title` first
  const FieldPlan* status = nullptr;          // the one with coloured tags, if any
  const FieldPlan* when = nullptr;            // the date that lists give, if any
  std::vector<const model::Record*> current;  // what its lists hold
  Value view;                                 // title, singular, description, href, kind …
  Value columns_view;                         // label and `number` of each column
  Value facets_view;                          // its facets with their values and addresses
  Value breadcrumbs;                          // of its records: [feed_view]
  Value data;                                 // the collection for programs: [{text, href}]
  Value feed;                                 // feed_view
  std::string template_name;                  // of its records: "foi"
  bool scrolls = false;                       // a table of numbers, which phones scroll

  /// By the name that the rules have for the field.
  [[nodiscard]] const FieldPlan* find(std::string_view name) const;
  /// By the name that the collection has for it.
  [[nodiscard]] const FieldPlan* find_own(std::string_view name) const;
};

/// What people read for a value of a facet: its label, "Yes" of a true, "June 2017" of a month.
[[nodiscard]] std::string facet_label(const Strings& strings, const FieldPlan* field,
                                      const model::FacetValue& value);

/// Plans one collection. `base_path` starts its addresses.
[[nodiscard]] CollectionPlan plan_collection(const model::Collection& collection,
                                             const Strings& strings, std::string_view base_path,
                                             Arena& arena);

}  // namespace glasshouse::pages
