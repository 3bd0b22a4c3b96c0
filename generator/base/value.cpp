#include "base/value.h"

#include <algorithm>

namespace glasshouse {

namespace {

// FNV-1a; never 0, which stands for "not hashed".
std::uint32_t hash_of(std::string_view text) {
  std::uint32_t hash = 2166136261u;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
  return hash == 0 ? 1 : hash;
}

}  // namespace

Key::Key(std::string_view text) : text(text), hash(hash_of(text)) {}

Value Value::string(Arena& arena, std::string_view text) {
  auto* header = static_cast<StringHeader*>(
      arena.allocate(sizeof(StringHeader) + text.size(), alignof(StringHeader)));
  header->length = static_cast<std::uint32_t>(text.size());
  header->hash = 0;
  if (!text.empty()) std::memcpy(header->bytes(), text.data(), text.size());
  Value result(Type::string);
  result.pointer_ = header;
  return result;
}

Value Value::safe_string(Arena& arena, std::string_view text) {
  return string(arena, text).with_safe(true);
}

bool equal(Value a, Value b) {
  if (a.type() != b.type()) return false;
  switch (a.type()) {
    case Type::undefined:
    case Type::null:
      return true;
    case Type::boolean:
      return a.as_boolean() == b.as_boolean();
    case Type::number:
      return a.as_number() == b.as_number();
    case Type::string:
      return a.as_string() == b.as_string();
    case Type::list:
      return std::equal(a.as_list().begin(), a.as_list().end(), b.as_list().begin(),
                        b.as_list().end(), equal);
    case Type::map: {
      if (a.as_map().size() != b.as_map().size()) return false;
      return std::all_of(a.as_map().begin(), a.as_map().end(), [&](const Map::Entry& entry) {
        const Map::Entry* other = b.as_map().find(entry.key.as_string());
        return other && equal(entry.value, other->value);
      });
    }
    case Type::native:
      return a.identity() == b.identity();
  }
  return false;
}

List* List::make(Arena& arena, std::size_t capacity) {
  List* list = arena.make<List>();
  if (capacity > 0) {
    list->items_ = arena.allocate_array<Value>(capacity);
    list->capacity_ = static_cast<std::uint32_t>(capacity);
  }
  return list;
}

Value List::of(Arena& arena, std::initializer_list<Value> items) {
  List* list = make(arena, items.size());
  for (const Value& item : items) list->push(arena, item);
  return Value::list(list);
}

void List::push(Arena& arena, Value item) {
  if (size_ == capacity_) {
    capacity_ = std::max<std::uint32_t>(4, capacity_ * 2);
    auto* items = arena.allocate_array<Value>(capacity_);
    std::copy_n(items_, size_, items);
    items_ = items;
  }
  items_[size_++] = item;
}

Map* Map::make(Arena& arena, std::size_t capacity) {
  Map* map = arena.make<Map>();
  if (capacity > 0) {
    map->entries_ = arena.allocate_array<Entry>(capacity);
    map->capacity_ = static_cast<std::uint32_t>(capacity);
  }
  return map;
}

Value Map::of(Arena& arena, std::initializer_list<std::pair<std::string_view, Value>> entries) {
  Map* map = make(arena, entries.size());
  for (const auto& [key, value] : entries) map->set(arena, key, value);
  return Value::map(map);
}

Map::Entry* Map::find_entry(std::string_view text, std::uint32_t hash) const {
  const auto matches = [&](const Entry& entry) {
    const auto* header = static_cast<const Value::StringHeader*>(entry.key.pointer_);
    return header->hash == hash && entry.key.as_string() == text;
  };
  if (index_) {
    for (std::uint32_t slot = hash & mask_; index_[slot] != 0; slot = (slot + 1) & mask_) {
      Entry& entry = entries_[index_[slot] - 1];
      if (matches(entry)) return &entry;
    }
    return nullptr;
  }
  for (std::uint32_t i = 0; i < size_; ++i) {
    if (matches(entries_[i])) return &entries_[i];
  }
  return nullptr;
}

const Map::Entry* Map::find(const Key& key) const { return find_entry(key.text, key.hash); }

void Map::set(Arena& arena, std::string_view key, Value value) {
  const std::uint32_t hash = hash_of(key);
  if (Entry* entry = find_entry(key, hash)) {
    entry->value = value;
    return;
  }
  append(arena, Value::string(arena, key), hash, value);
}

void Map::set(Arena& arena, Value key, Value value) {
  const std::uint32_t known = static_cast<const Value::StringHeader*>(key.pointer_)->hash;
  const std::uint32_t hash = known != 0 ? known : hash_of(key.as_string());
  if (Entry* entry = find_entry(key.as_string(), hash)) {
    entry->value = value;
    return;
  }
  append(arena, key, hash, value);
}

void Map::append(Arena& arena, Value key, std::uint32_t hash, Value value) {
  if (size_ == capacity_) {
    capacity_ = std::max<std::uint32_t>(4, capacity_ * 2);
    auto* entries = arena.allocate_array<Entry>(capacity_);
    std::copy_n(entries_, size_, entries);
    entries_ = entries;
  }
  auto* header = static_cast<Value::StringHeader*>(key.pointer_);
  // A key of the finished model is hashed already and must not be written to: it is shared.
  if (header->hash == 0) header->hash = hash;
  entries_[size_++] = {key, value};
  if (size_ < kIndexFrom) return;
  if (!index_ || size_ * 2 > mask_) {
    build_index(arena);
    return;
  }
  std::uint32_t slot = hash & mask_;
  while (index_[slot] != 0) slot = (slot + 1) & mask_;
  index_[slot] = size_;
}

void Map::build_index(Arena& arena) {
  std::uint32_t slots = 32;
  while (slots < size_ * 4) slots *= 2;
  index_ = arena.allocate_array<std::uint32_t>(slots);
  std::fill_n(index_, slots, 0u);
  mask_ = slots - 1;
  for (std::uint32_t i = 0; i < size_; ++i) {
    const auto* header = static_cast<const Value::StringHeader*>(entries_[i].key.pointer_);
    std::uint32_t slot = header->hash & mask_;
    while (index_[slot] != 0) slot = (slot + 1) & mask_;
    index_[slot] = i + 1;
  }
}

}  // namespace glasshouse
