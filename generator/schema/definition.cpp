#include "schema/definition.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "base/text.h"
#include "schema/settings.h"
#include "schema/words.h"

namespace glasshouse::schema {

namespace {

constexpr std::array<std::string_view, 12> kKinds{
    "none",   "foi",       "decision", "priority", "commitment", "recommendation",
    "saving", "indicator", "meeting",  "ward",     "dataset",    "page"};

// What the site puts behind /<collection>/ itself.
constexpr std::array<std::string_view, 5> kReserved{"page", "records", "feed", "schema", "index"};

// Known of every record, whether its schema lists them or not.
constexpr std::array<std::string_view, 3> kAlways{"id", "title", "updated"};

class DefinitionReader {
 public:
  DefinitionReader(const content::SourceCollection& collection, Diagnostics& diagnostics)
      : collection_(collection),
        keys_(collection.definition, collection.definition_file, diagnostics),
        diagnostics_(diagnostics) {
    if (const Value properties = collection.schema["properties"]; properties.is_map()) {
      for (const auto& entry : properties.as_map()) names_.push_back(entry.key.as_string());
    }
  }

  Definition read() {
    Definition result;
    result.name = collection_.name;
    result.title = keys_.required_text("title");
    result.singular = keys_.required_text("singular");
    result.description = keys_.required_text("description");
    result.kind = static_cast<Kind>(keys_.word("kind", kKinds, 0));
    read_schema_file();
    read_mapping();
    read_sort(result);
    result.facets = read_facets();
    result.columns = read_fields("columns");
    if (keys_.get("columns").is_undefined()) result.columns = {"title"};
    result.page_size = keys_.number("page_size", 1, 500, result.page_size);
    read_feed(result);
    read_renames(result);
    result.navigation = keys_.boolean("navigation", false);
    read_boundaries(result);
    read_map(result);
    keys_.finish();
    return result;
  }

 private:
  [[nodiscard]] bool is_field(std::string_view name) const {
    // A schema that could not be read has been spoken of; nothing is held against it here.
    return collection_.schema.is_undefined() || std::ranges::count(kAlways, name) > 0 ||
           std::ranges::count(names_, name) > 0;
  }

  void check_field(std::string_view key, Value name) {
    if (is_field(name.as_string())) return;
    diagnostics_.error("no-such-field", keys_.place(name),
                       fmt::format("{} names the field {}, which is not in {}", key, shown(name),
                                   collection_.schema_file),
                       suggestion(name.as_string(), names_));
  }

  void read_schema_file() {
    const std::string_view file = keys_.text("schema");
    if (file.find('/') == std::string_view::npos && file != "..") return;
    keys_.wrong("schema", "the name of a file beside it");
  }

  // The rest of `source` is read by content/; whether its fields exist, and what values they may
  // have, is known only here.
  void read_mapping() {
    const Value source = keys_.get("source");
    if (const Value mapping = source["mapping"]; mapping.is_map()) {
      for (const auto& [column, rule] : mapping.as_map()) {
        const Value field = rule.is_map() ? rule["field"] : rule;
        if (field.is_string()) check_field("source.mapping", field);
      }
    }
    if (const Value fields = source["fields"]; fields.is_map()) {
      for (const auto& [field, rule] : fields.as_map()) {
        check_field("source.fields", field);
        check_values(field.as_string(), rule);
      }
    }
  }

  // What a rule can make of a cell must be a value of its field: said here once, not at every row.
  void check_values(std::string_view field, Value rule) {
    const Value property = collection_.schema["properties"][field];
    const Value allowed = property["enum"].is_list() ? property["enum"] : property["items"]["enum"];
    if (!allowed.is_list()) return;
    const auto check = [&](std::string_view key, Value value) {
      const std::span<const Value> each = value.is_list() ? value.items() : std::span(&value, 1);
      for (const Value one : each) {
        if (!one.has_value() ||
            std::ranges::any_of(allowed.items(), [&](Value other) { return equal(one, other); })) {
          continue;
        }
        std::vector<std::string_view> words;
        for (const Value word : allowed.items()) words.push_back(word.text());
        const std::string meant = suggestion(one.text(), words);
        diagnostics_.error(
            "no-such-value", keys_.place(one),
            fmt::format("{} of {} gives {}, which is no value of the field", key, field,
                        shown(one)),
            meant.empty() ? fmt::format("It can be {}.", any_of_values(allowed.items())) : meant);
      }
    };
    for (const std::string_view key : {"constant", "otherwise", "default"}) check(key, rule[key]);
    for (const std::string_view key : {"values", "replace"}) {
      if (!rule[key].is_map()) continue;
      for (const auto& entry : rule[key].as_map()) check(key, entry.value);
    }
  }

  void read_sort(Definition& result) {
    auto sort = keys_.object("sort");
    if (!sort) return;
    static constexpr std::array<std::string_view, 2> kOrders{"ascending", "descending"};
    const std::string_view field = sort->required_text("field");
    if (!field.empty()) {
      result.sort_field = field;
      check_field("sort.field", sort->get("field"));
    }
    result.descending = sort->word("order", kOrders, 0) == 1;
    sort->finish();
  }

  // Names of fields, each once.
  std::vector<std::string_view> read_fields(std::string_view key) {
    std::vector<std::string_view> result;
    for (const Value name : keys_.texts(key)) {
      if (std::ranges::count(result, name.as_string()) > 0) {
        diagnostics_.error("wrong-setting", keys_.place(name),
                           fmt::format("{} names {} twice", key, shown(name)));
        continue;
      }
      check_field(key, name);
      result.push_back(name.as_string());
    }
    return result;
  }

  std::vector<std::string_view> read_facets() {
    std::vector<std::string_view> facets = read_fields("facets");
    for (const Value name : keys_.get("facets").items()) {
      if (std::ranges::count(kReserved, name.text()) > 0) {
        diagnostics_.error(
            "reserved-facet", keys_.place(name),
            fmt::format("facets names {}, a word the site itself uses in addresses", shown(name)),
            "Give the field another name in the schema.");
      } else if (holds_objects(collection_.schema["properties"][name.text()])) {
        diagnostics_.error(
            "facet-of-objects", keys_.place(name),
            fmt::format("facets names {}, whose values are objects and have no page", shown(name)));
      }
    }
    return facets;
  }

  static bool holds_objects(Value property) {
    const auto is_object = [](Value schema) { return schema["type"].text() == "object"; };
    return is_object(property) || is_object(property["items"]);
  }

  void read_feed(Definition& result) {
    auto feed = keys_.object("feed");
    if (!feed) return;
    for (const auto& [key, field] :
         {std::pair("updated", &result.feed_updated), std::pair("summary", &result.feed_summary)}) {
      const std::string_view name = feed->text(key);
      if (name.empty()) continue;
      *field = name;
      check_field(feed->name_of(key), feed->get(key));
    }
    feed->finish();
  }

  void read_renames(Definition& result) {
    for (const auto& [name, field] : keys_.members("fields")) {
      if (!field.is_string()) {
        diagnostics_.error("wrong-setting", keys_.place(field),
                           fmt::format("fields.{} is {}, but must be the name of a field",
                                       name.as_string(), shown(field)));
        continue;
      }
      check_field(fmt::format("fields.{}", name.as_string()), field);
      result.fields.emplace_back(name.as_string(), field.as_string());
    }
  }

  void check_is_ward(const Definition& result, std::string_view key) {
    if (result.kind == Kind::ward || keys_.get(key).is_undefined()) return;
    diagnostics_.error("wrong-setting", keys_.place(keys_.get(key)),
                       fmt::format("{} is for a collection of kind ward alone", key));
  }

  void read_boundaries(Definition& result) {
    check_is_ward(result, "boundaries");
    auto boundaries = keys_.object("boundaries");
    if (!boundaries) return;
    result.boundaries = {boundaries->required_text("file"), boundaries->text("code")};
    if (result.boundaries.file.find('/') != std::string_view::npos) {
      boundaries->wrong("file", "the name of a file beside it");
    }
    boundaries->finish();
  }

  void read_map(Definition& result) {
    check_is_ward(result, "map");
    auto map = keys_.object("map");
    if (!map) return;
    static constexpr std::array<std::string_view, 2> kClasses{"quantiles", "equal"};
    result.map_classes = static_cast<MapClasses>(map->word("classes", kClasses, 0));
    const Value figures = map->get("figures");
    if (!figures.is_undefined() && !figures.is_list()) map->wrong("figures", "a list");
    for (const Value figure : figures.items()) read_figure(figure, result.map_figures);
    map->finish();
  }

  void read_figure(Value named, std::vector<MapFigure>& figures) {
    if (named.is_string()) {
      check_field("map.figures", named);
      check_is_number(named);
      figures.push_back({named, named.as_string(), {}});
    } else if (named.is_map()) {
      Settings keys(named, collection_.definition_file, diagnostics_, "an item of map.figures");
      figures.push_back({named, {}, keys.required_text("count")});
      keys.finish();
    } else {
      diagnostics_.error("wrong-setting", keys_.place(named),
                         fmt::format("map.figures holds {}, but each item must be the name of a "
                                     "field or {{\"count\": …}}",
                                     shown(named)));
    }
  }

  void check_is_number(Value name) {
    const Value property = collection_.schema["properties"][name.as_string()];
    const std::string_view type = property["type"].text();
    if (!property.is_map() || type == "number" || type == "integer") return;
    diagnostics_.error(
        "wrong-setting", keys_.place(name),
        fmt::format("map.figures names {}, whose values are no numbers", shown(name)),
        "A map is shaded by fields of type number or integer.");
  }

  const content::SourceCollection& collection_;
  Settings keys_;
  Diagnostics& diagnostics_;
  std::vector<std::string_view> names_;  // properties of the schema
};

}  // namespace

std::string_view name_of(Kind kind) { return kKinds[static_cast<std::size_t>(kind)]; }

std::string_view Definition::field(std::string_view name) const {
  for (const auto& [rule_name, own_name] : fields) {
    if (rule_name == name) return own_name;
  }
  return name;
}

std::optional<Definition> read_definition(const content::SourceCollection& collection,
                                          Diagnostics& diagnostics) {
  Diagnostics found;
  Definition definition = DefinitionReader(collection, found).read();
  for (const Diagnostic& problem : found.sorted()) diagnostics.add(problem);
  if (found.has_errors()) return std::nullopt;
  return definition;
}

}  // namespace glasshouse::schema
