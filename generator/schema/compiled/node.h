// The compiled form of a schema: one node a schema, its keywords sorted by the type of value they
// speak of, its references followed. Made by compile.cpp, run by check.cpp, immutable between.
#pragma once

#include <cstdint>
#include <deque>
#include <limits>
#include <memory>
#include <optional>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "base/value.h"
#include "schema/format.h"
#include "schema/pattern/pattern.h"

namespace glasshouse::schema {

struct Node;

// The types of `type` as bits. A number that is whole has the bits of number and of integer.
constexpr std::uint8_t kNull = 1, kBoolean = 2, kNumber = 4, kInteger = 8, kString = 16, kList = 32,
                       kMap = 64, kAnyType = 127;
/// The bits of a type's name in a schema, 0 for no type.
[[nodiscard]] std::uint8_t type_bit(std::string_view name);
/// The bits of a value.
[[nodiscard]] std::uint8_t type_bits(Value value);

/// Equal values have equal hashes.
[[nodiscard]] std::size_t hash_of(Value value);

/// `enum`, or `const` as a list of one.
struct Choices {
  std::vector<Value> values;
  std::unordered_set<std::string_view> texts;  // those that are text, when there are many
  [[nodiscard]] bool contain(Value value) const;
};

struct TextRules {
  std::size_t least = 0, most = std::numeric_limits<std::size_t>::max();  // characters
  std::optional<Pattern> pattern;
  Format format = Format::none;
  bool is_reference = false;
  std::string_view collection;  // of a reference; empty: any, with the id behind a slash
  bool is_ward_code = false, is_file = false, is_document = false;
};

struct NumberRules {
  double minimum = -std::numeric_limits<double>::infinity();
  double maximum = std::numeric_limits<double>::infinity();
  std::optional<double> above, below;  // exclusiveMinimum, exclusiveMaximum
  std::optional<double> multiple_of;
};

struct ListRules {
  const Node* items = nullptr;           // of every item
  std::vector<const Node*> first_items;  // of the items one by one
  const Node* more_items = nullptr;      // of those after them
  const Node* contains = nullptr;
  std::size_t least = 0, most = std::numeric_limits<std::size_t>::max();
  bool distinct = false;
};

struct MapRules {
  struct Property {
    Key key;
    const Node* node;
    bool required;
  };
  struct Dependency {
    Key key;
    std::vector<Key> fields;
    const Node* node = nullptr;
  };
  std::vector<Property> properties;
  std::unordered_set<std::string_view> names;  // of the properties
  std::vector<Key> required_others;            // required, and no properties
  std::vector<std::pair<Pattern, const Node*>> patterns;
  const Node* others = nullptr;  // additionalProperties
  const Node* property_names = nullptr;
  std::vector<Dependency> dependencies;
  std::size_t least = 0, most = std::numeric_limits<std::size_t>::max();
};

/// Schemas for the same value.
struct Combination {
  std::vector<const Node*> all, any, one;
  const Node* none = nullptr;  // not
  const Node* condition = nullptr;
  const Node* then = nullptr;
  const Node* otherwise = nullptr;
};

struct Node {
  Value schema;           // a map, or a boolean
  bool is_never = false;  // the schema `false`
  std::uint8_t types = kAnyType;
  const Node* reference = nullptr;  // $ref: then nothing else counts
  std::unique_ptr<Choices> choices;
  std::unique_ptr<TextRules> text;
  std::unique_ptr<NumberRules> number;
  std::unique_ptr<ListRules> list;
  std::unique_ptr<MapRules> map;
  std::unique_ptr<Combination> combination;
};

/// All nodes of a schema. Values and views live in the schema's Value.
struct Program {
  std::deque<Node> nodes;
  const Node* root = nullptr;
};

}  // namespace glasshouse::schema
