// Value: the one form that data has, from the moment a file is parsed until a template or a format
// writes it. JSON's types, an `undefined`, and the line and column where it was written.
//
// A Value is 16 bytes, trivially copyable, and owns nothing: strings, lists and maps live in the
// Arena they were made in. Data of the finished model is immutable and may be read from any thread.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string_view>
#include <utility>

#include "base/arena.h"

namespace glasshouse {

/// Where a value stands in its file, counted from 1 (columns in characters); 0: not from a file.
/// A column over 65,535 is given as 65,535.
struct Mark {
  std::uint32_t line = 0;
  std::uint16_t column = 0;
  friend bool operator==(const Mark&, const Mark&) = default;
};

enum class Type : std::uint8_t {
  undefined,  // absent: what a look-up of an unknown name gives
  null,
  boolean,
  number,  // a double, as in JSON and JavaScript; whole numbers are exact up to 2^53
  string,  // UTF-8
  list,
  map,     // keys in the order they were written, each once
  native,  // something of the template engine: a macro, a loop, a function
};

class List;
class Map;

class Value {
 public:
  constexpr Value() = default;
  static constexpr Value null() { return Value(Type::null); }
  static constexpr Value boolean(bool value) {
    Value result(Type::boolean);
    result.boolean_ = value;
    return result;
  }
  static constexpr Value number(double value) {
    Value result(Type::number);
    result.number_ = value;
    return result;
  }
  /// Copies `text` into the arena. At most 4 GiB.
  static Value string(Arena& arena, std::string_view text);
  /// Text that is already HTML: a template prints it as it stands.
  static Value safe_string(Arena& arena, std::string_view text);
  static Value list(List* list) {
    Value result(Type::list);
    result.pointer_ = list;
    return result;
  }
  static Value map(Map* map) {
    Value result(Type::map);
    result.pointer_ = map;
    return result;
  }
  static Value native(void* object) {
    Value result(Type::native);
    result.pointer_ = object;
    return result;
  }

  [[nodiscard]] constexpr Type type() const { return type_; }
  [[nodiscard]] constexpr bool is(Type type) const { return type_ == type; }
  [[nodiscard]] constexpr bool is_undefined() const { return type_ == Type::undefined; }
  [[nodiscard]] constexpr bool is_null() const { return type_ == Type::null; }
  [[nodiscard]] constexpr bool is_boolean() const { return type_ == Type::boolean; }
  [[nodiscard]] constexpr bool is_number() const { return type_ == Type::number; }
  [[nodiscard]] constexpr bool is_string() const { return type_ == Type::string; }
  [[nodiscard]] constexpr bool is_list() const { return type_ == Type::list; }
  [[nodiscard]] constexpr bool is_map() const { return type_ == Type::map; }
  /// Neither absent nor null.
  [[nodiscard]] constexpr bool has_value() const {
    return type_ != Type::undefined && type_ != Type::null;
  }
  /// A string that is already HTML.
  [[nodiscard]] constexpr bool is_safe() const { return safe_; }

  // Each of these asks for the type it names; anything else is our own mistake (asserted).
  [[nodiscard]] bool as_boolean() const;
  [[nodiscard]] double as_number() const;
  [[nodiscard]] std::string_view as_string() const;
  [[nodiscard]] const List& as_list() const;
  [[nodiscard]] const Map& as_map() const;
  [[nodiscard]] List& as_list();
  [[nodiscard]] Map& as_map();
  [[nodiscard]] void* as_native() const;

  /// The text of a string, else empty.
  [[nodiscard]] std::string_view text() const {
    return is_string() ? as_string() : std::string_view{};
  }
  /// The value under `key` of a map; undefined when there is none or this is no map.
  [[nodiscard]] Value operator[](std::string_view key) const;
  /// The items of a list; none when this is no list.
  [[nodiscard]] std::span<const Value> items() const;
  /// Whether this is the boolean true.
  [[nodiscard]] bool is_true() const { return is_boolean() && boolean_; }

  [[nodiscard]] Mark mark() const { return {line_, column_}; }
  [[nodiscard]] Value with_mark(Mark mark) const {
    Value result = *this;
    result.line_ = mark.line;
    result.column_ = mark.column;
    return result;
  }
  /// The same string, marked as HTML or not. Costs nothing.
  [[nodiscard]] Value with_safe(bool safe) const {
    Value result = *this;
    result.safe_ = safe;
    return result;
  }

  /// The address of the string, list, map or native object: equal for the same object only.
  [[nodiscard]] const void* identity() const { return pointer_; }

 private:
  friend class Map;
  struct StringHeader;  // length, hash, then the bytes
  constexpr explicit Value(Type type) : type_(type) {}

  Type type_ = Type::undefined;
  bool safe_ = false;
  std::uint16_t column_ = 0;
  std::uint32_t line_ = 0;
  union {
    double number_ = 0;
    bool boolean_;
    void* pointer_;
  };
};
static_assert(sizeof(Value) == 16 && std::is_trivially_copyable_v<Value>);

/// Deep equality as JSON has it: marks and safety do not count, nor the order of keys in a map.
[[nodiscard]] bool equal(Value a, Value b);

/// A list that grows in its arena.
class List {
 public:
  static List* make(Arena& arena, std::size_t capacity = 0);
  static Value of(Arena& arena, std::initializer_list<Value> items);
  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] bool empty() const { return size_ == 0; }
  [[nodiscard]] Value operator[](std::size_t index) const { return items_[index]; }
  [[nodiscard]] Value& operator[](std::size_t index) { return items_[index]; }
  [[nodiscard]] const Value* begin() const { return items_; }
  [[nodiscard]] const Value* end() const { return items_ + size_; }
  void push(Arena& arena, Value item);
  void pop() { --size_; }

 private:
  Value* items_ = nullptr;
  std::uint32_t size_ = 0;
  std::uint32_t capacity_ = 0;
};

/// A key looked up often: hashed once.
struct Key {
  std::string_view text;
  std::uint32_t hash;
  explicit Key(std::string_view text);
};

/// A map in insertion order. Look-ups compare hashes, through an index once it is large.
class Map {
 public:
  struct Entry {
    Value key;  // a string; its mark is where the key stands
    Value value;
  };
  static Map* make(Arena& arena, std::size_t capacity = 0);
  static Value of(Arena& arena, std::initializer_list<std::pair<std::string_view, Value>> entries);
  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] bool empty() const { return size_ == 0; }
  [[nodiscard]] const Entry* begin() const { return entries_; }
  [[nodiscard]] const Entry* end() const { return entries_ + size_; }
  [[nodiscard]] const Entry& operator[](std::size_t position) const { return entries_[position]; }

  /// The entry of the key, or nullptr.
  [[nodiscard]] const Entry* find(const Key& key) const;
  [[nodiscard]] const Entry* find(std::string_view key) const { return find(Key(key)); }
  /// The value of the key, or undefined.
  [[nodiscard]] Value get(const Key& key) const {
    const Entry* entry = find(key);
    return entry ? entry->value : Value();
  }
  [[nodiscard]] Value get(std::string_view key) const { return get(Key(key)); }
  /// Adds the key at the end, or replaces the value it has (its place stays).
  void set(Arena& arena, std::string_view key, Value value);
  /// The same for a key that is a string Value of this very arena: nothing is copied, its mark is
  /// kept. Never a string of the finished model, which other threads read.
  void set(Arena& arena, Value key, Value value);

 private:
  static constexpr std::uint32_t kIndexFrom = 12;
  void append(Arena& arena, Value key, std::uint32_t hash, Value value);
  void build_index(Arena& arena);
  Entry* find_entry(std::string_view text, std::uint32_t hash) const;

  Entry* entries_ = nullptr;
  std::uint32_t* index_ = nullptr;  // open addressing; position + 1, 0 is free
  std::uint32_t size_ = 0;
  std::uint32_t capacity_ = 0;
  std::uint32_t mask_ = 0;
};

}  // namespace glasshouse

#include "base/value_inline.h"
