#include "content/parse/value_builder.h"

#include <fmt/format.h>

namespace glasshouse::content {

bool ValueBuilder::open(Mark mark, bool is_map) {
  if (frames_.size() >= depth_) {
    if (diagnostics_) {
      diagnostics_->error("too-deep", Place(place_.file, mark),
                          fmt::format("lists and maps are nested more than {} deep here", depth_),
                          "Make the data flatter.");
    }
    failed_ = true;
    return false;
  }
  frames_.push_back({items_.size(), mark, is_map, Value()});
  return true;
}

bool ValueBuilder::key(Value key) {
  frames_.back().key = key;
  return true;
}

bool ValueBuilder::add(Value value) {
  if (frames_.empty()) {
    result_ = value;
    return true;
  }
  Frame& frame = frames_.back();
  items_.push_back({frame.key, value});
  frame.key = Value();
  return true;
}

bool ValueBuilder::close() {
  const Frame frame = frames_.back();
  const Value value = frame.is_map ? make_map(frame) : make_list(frame);
  items_.resize(frame.first);
  frames_.pop_back();
  return add(value) && !failed_;
}

Value ValueBuilder::make_list(const Frame& frame) {
  List* list = List::make(arena_, items_.size() - frame.first);
  for (std::size_t i = frame.first; i < items_.size(); ++i) list->push(arena_, items_[i].value);
  return Value::list(list).with_mark(frame.mark);
}

Value ValueBuilder::make_map(const Frame& frame) {
  Map* map = Map::make(arena_, items_.size() - frame.first);
  for (std::size_t i = frame.first; i < items_.size(); ++i) {
    const std::size_t before = map->size();
    const Value key = items_[i].key;
    map->set(arena_, key, items_[i].value);
    if (map->size() != before) continue;
    failed_ = true;
    if (!diagnostics_) continue;
    const std::uint32_t line = map->find(key.as_string())->key.mark().line;
    diagnostics_->error(
        "duplicate-key", Place(place_.file, key.mark()),
        fmt::format("{} is given a second time; it is already on line {}", key.as_string(), line),
        "Keep one of the two.");
  }
  return Value::map(map).with_mark(frame.mark);
}

}  // namespace glasshouse::content
