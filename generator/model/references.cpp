#include "model/references.h"

namespace glasshouse::model {

namespace {

using Target = ReferencePaths::Target;

void visit_value(const ReferencePaths& path, Value value, std::string_view field,
                 const std::function<void(const Reference&)>& visit) {
  if (path.target != Target::none && value.is_string()) {
    const Reference reference = read_reference(path, value, field);
    if (!reference.id.empty()) visit(reference);
  }
  for (const auto& [name, inner] : path.properties) visit_value(inner, value[name], field, visit);
  if (path.items) {
    for (const Value& item : value.items()) visit_value(*path.items, item, field, visit);
  }
}

// The value without what `keep` refuses; undefined when the value is itself such a reference.
Value filtered(const ReferencePaths& path, Value value, std::string_view field, Arena& arena,
               const std::function<bool(const Reference&)>& keep) {
  if (path.target != Target::none && value.is_string()) {
    const Reference reference = read_reference(path, value, field);
    return reference.id.empty() || keep(reference) ? value : Value();
  }
  if (value.is_list() && path.items) {
    List* list = List::make(arena, value.as_list().size());
    for (const Value& item : value.items()) {
      const Value kept = filtered(*path.items, item, field, arena, keep);
      if (!kept.is_undefined()) list->push(arena, kept);
    }
    return Value::list(list).with_mark(value.mark());
  }
  if (value.is_map() && !path.properties.empty()) {
    Map* map = Map::make(arena, value.as_map().size());
    for (const Map::Entry& entry : value.as_map()) {
      Value kept = entry.value;
      for (const auto& [name, inner] : path.properties) {
        if (name == entry.key.as_string()) kept = filtered(inner, kept, field, arena, keep);
      }
      if (!kept.is_undefined()) map->set(arena, entry.key.as_string(), kept);
    }
    return Value::map(map).with_mark(value.mark());
  }
  return value;
}

}  // namespace

bool ReferencePaths::leads_nowhere() const {
  return target == Target::none && properties.empty() && !items;
}

ReferencePaths read_reference_paths(Value schema) {
  ReferencePaths paths;
  const Value reference = schema["x-reference"];
  if (reference.is_string()) {
    paths.target = Target::collection;
    paths.collection = reference.text();
  } else if (reference.is_true()) {
    paths.target = Target::record;
  } else if (schema["x-ward-code"].is_true()) {
    paths.target = Target::ward;
  }
  if (schema["properties"].is_map()) {
    for (const Map::Entry& property : schema["properties"].as_map()) {
      ReferencePaths inner = read_reference_paths(property.value);
      if (inner.leads_nowhere()) continue;
      paths.properties.push_back({property.key.as_string(), std::move(inner)});
    }
  }
  if (schema["items"].is_map()) {
    ReferencePaths inner = read_reference_paths(schema["items"]);
    if (!inner.leads_nowhere()) paths.items = std::make_unique<ReferencePaths>(std::move(inner));
  }
  return paths;
}

Reference read_reference(const ReferencePaths& path, Value value, std::string_view field) {
  const std::string_view text = value.text();
  switch (path.target) {
    case Target::none:
      return {};
    case Target::collection:
      return {path.target, path.collection, text, field};
    case Target::ward:
      return {path.target, {}, text, field};
    case Target::record: {
      const std::size_t slash = text.find('/');
      if (slash == std::string_view::npos) return {};
      return {path.target, text.substr(0, slash), text.substr(slash + 1), field};
    }
  }
  return {};
}

void for_each_reference(const ReferencePaths& paths, Value fields,
                        const std::function<void(const Reference&)>& visit) {
  for (const auto& [name, path] : paths.properties) visit_value(path, fields[name], name, visit);
}

Value without_references(const ReferencePaths& paths, Value fields, Arena& arena,
                         const std::function<bool(const Reference&)>& keep) {
  bool drops = false;
  for_each_reference(paths, fields,
                     [&](const Reference& reference) { drops = drops || !keep(reference); });
  if (!drops) return fields;
  Map* map = Map::make(arena, fields.as_map().size());
  for (const Map::Entry& entry : fields.as_map()) {
    Value kept = entry.value;
    for (const auto& [name, path] : paths.properties) {
      if (name == entry.key.as_string()) kept = filtered(path, kept, name, arena, keep);
    }
    if (!kept.is_undefined()) map->set(arena, entry.key.as_string(), kept);
  }
  return Value::map(map).with_mark(fields.mark());
}

}  // namespace glasshouse::model
