// Filters that choose, sort and group the items of a list.
#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "base/text.h"
#include "template/filters/filters.h"
#include "template/library.h"
#include "template/unicode.h"

namespace glasshouse::templating::filters {

namespace {

// For sorting without regard to case.
Value lowered(Call& call, Value value) {
  if (!value.is_string()) return value;
  std::string out;
  append_lower(out, value.as_string());
  return Value::string(call.arena, out);
}

struct Keyed {
  Value key;
  Value item;
};

Value sorted(Call& call, std::vector<Keyed>& items, bool reversed) {
  // Undefined keys stay at the end, as JavaScript's sort leaves them.
  const auto missing = std::stable_partition(
      items.begin(), items.end(), [](const Keyed& keyed) { return !keyed.key.is_undefined(); });
  std::stable_sort(items.begin(), missing, [&](const Keyed& a, const Keyed& b) {
    return compare(a.key, b.key) == (reversed ? Order::greater : Order::less);
  });
  List* result = List::make(call.arena, items.size());
  for (const Keyed& keyed : items) result->push(call.arena, keyed.item);
  return Value::list(result);
}

Value chosen_by_test(Call& call, std::string_view filter, Value path, Value test_name,
                     std::size_t rest, bool wanted) {
  const List* items = items_of(call, filter);
  if (!items) return {};
  const std::string_view name = test_name.is_undefined() ? "truthy" : test_name.text();
  const FunctionEntry* test = find_function(builtin_tests(), name);
  if (!test) {
    std::vector<std::string_view> names;
    for (const FunctionEntry& entry : builtin_tests()) names.push_back(entry.name);
    const std::string hint = did_you_mean(name, names);
    call.error = fmt::format("there is no test \"{}\"{}{}", name, hint.empty() ? "" : ". ", hint);
    return {};
  }
  List* result = List::make(call.arena);
  for (const Value item : *items) {
    const Value arguments[] = {path.is_undefined() ? item : attribute_of(item, path),
                               call.argument(rest)};
    Call inner{.arena = call.arena,
               .arguments = {arguments, call.arguments.size() > rest ? 2u : 1u},
               .context = call.context,
               .limit = call.limit};
    const Value answer = test->plain(inner);
    if (!inner.error.empty()) {
      call.error = inner.error;
      return {};
    }
    if (answer.is_true() == wanted) result->push(call.arena, item);
  }
  return Value::list(result);
}

}  // namespace

Value dictsort(Call& call) {
  const Value subject = call.argument(0);
  if (!subject.is_map()) {
    call.error = "the filter \"dictsort\" needs a map";
    return {};
  }
  const Value by = call.argument(2, "by");
  const bool by_value = by.text() == "value";
  if (!by.is_undefined() && !by_value && by.text() != "key") {
    call.error = "the filter \"dictsort\" sorts by \"key\" or \"value\"";
    return {};
  }
  const bool case_sensitive = is_truthy(call.argument(1, "case_sensitive"));
  std::vector<Keyed> items;
  for_each_entry(subject.as_map(), [&](const Map::Entry& entry) {
    const Value key = by_value ? entry.value : entry.key;
    items.push_back({case_sensitive ? key : lowered(call, key),
                     List::of(call.arena, {entry.key, entry.value})});
  });
  return sorted(call, items, false);
}

Value sort(Call& call) {
  const List* list = items_of(call);
  if (!list) return {};
  const bool case_sensitive = is_truthy(call.argument(2, "case_sensitive"));
  const Value path = call.argument(3, "attribute");
  std::vector<Keyed> items;
  items.reserve(list->size());
  for (const Value item : *list) {
    const Value key = is_truthy(path) ? attribute_of(item, path) : item;
    items.push_back({case_sensitive ? key : lowered(call, key), item});
  }
  return sorted(call, items, is_truthy(call.argument(1, "reverse")));
}

Value groupby(Call& call) {
  const List* list = items_of(call);
  if (!list) return {};
  const Value path = call.argument(1, "attribute");
  Map* groups = Map::make(call.arena);
  std::string buffer;
  for (const Value item : *list) {
    const std::string_view key = text_of(attribute_of(item, path), buffer);
    const Map::Entry* entry = groups->find(key);
    List* group = entry ? const_cast<List*>(&entry->value.as_list()) : List::make(call.arena);
    if (!entry) groups->set(call.arena, key, Value::list(group));
    group->push(call.arena, item);
  }
  return Value::map(groups);
}

Value select(Call& call) {
  return chosen_by_test(call, {}, Value(), call.argument(1, "test"), 2, true);
}

Value reject(Call& call) {
  return chosen_by_test(call, {}, Value(), call.argument(1, "test"), 2, false);
}

Value selectattr(Call& call) {
  return chosen_by_test(call, "selectattr", call.argument(1, "attribute"), call.argument(2, "test"),
                        3, true);
}

Value rejectattr(Call& call) {
  return chosen_by_test(call, "rejectattr", call.argument(1, "attribute"), call.argument(2, "test"),
                        3, false);
}

}  // namespace glasshouse::templating::filters
