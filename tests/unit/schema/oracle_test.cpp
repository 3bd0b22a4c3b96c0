// The compiled form against valijson 1.0, another validator of draft-07: thousands of documents,
// made from the schemas and then spoilt at random (from fixed seeds), on which both must agree. Two
// things are left out, where valijson is not draft-07: 1.0 is an integer, 2.5 no multiple of 2.
#include <gtest/gtest.h>

#include <filesystem>
#include <iostream>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <random>
#include <regex>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include "base/json.h"
#include "from_json.h"
#include "schema/compiled/check.h"
#include "schema/compiled/compile.h"

namespace glasshouse::schema {
namespace {

using Json = nlohmann::ordered_json;

// Makes documents that a schema mostly allows.
class Maker {
 public:
  explicit Maker(unsigned seed) : random_(seed) {}

  Json make(const Json& schema, int depth = 0) {
    if (!schema.is_object() || depth > 6) return anything(2);
    for (const char* list : {"allOf", "anyOf", "oneOf"}) {
      if (schema.contains(list) && one_in(2)) {
        return make(schema[list][below(schema[list].size())], depth + 1);
      }
    }
    if (schema.contains("const")) return schema["const"];
    if (schema.contains("enum")) return schema["enum"][below(schema["enum"].size())];
    const std::string type = type_of(schema);
    if (type == "string") return text(schema);
    if (type == "boolean") return one_in(2);
    if (type == "null") return nullptr;
    if (type == "integer") return number(schema, true);
    if (type == "number") return number(schema, false);
    if (type == "array") return list(schema, depth);
    if (type == "object") return object(schema, depth);
    return anything(2);
  }

  // Something else at one place of the document.
  void spoil(Json& value) {
    if (value.is_object() && !value.empty() && !one_in(4)) {
      auto member = value.begin();
      std::advance(member, below(value.size()));
      if (one_in(5)) {
        value.erase(member);
      } else if (one_in(6)) {
        value["x" + std::to_string(below(3))] = anything(1);
      } else {
        spoil(member.value());
      }
    } else if (value.is_array() && !value.empty() && !one_in(4)) {
      Json& item = value[below(value.size())];
      if (one_in(3)) {
        value.push_back(Json(item));
      } else {
        spoil(item);
      }
    } else if (value.is_string() && !one_in(3)) {
      value = spoilt_text(value.get<std::string>());
    } else if (value.is_number_integer() && !one_in(3)) {
      value = value.get<std::int64_t>() + (one_in(2) ? -7 : 1000);
    } else if (value.is_number() && !one_in(3)) {
      value = value.get<double>() + (one_in(2) ? -7 : 1000);
    } else {
      value = anything(2);
    }
  }

 private:
  std::size_t below(std::size_t count) { return count == 0 ? 0 : random_() % count; }
  bool one_in(std::size_t count) { return below(count) == 0; }

  std::string type_of(const Json& schema) {
    if (schema.contains("type")) {
      const Json& type = schema["type"];
      return type.is_array() ? type[below(type.size())].get<std::string>()
                             : type.get<std::string>();
    }
    if (schema.contains("properties") || schema.contains("required")) return "object";
    if (schema.contains("items") || schema.contains("contains")) return "array";
    if (schema.contains("pattern") || schema.contains("maxLength")) return "string";
    if (schema.contains("minimum") || schema.contains("multipleOf")) return "number";
    return "";
  }

  std::string text(const Json& schema) {
    static const char* kTexts[] = {
        "2018-06", "2018-06-30", "2018",   "E05011118", "progress-2017",      "a",
        "a-b-c",   "2017-18",    "Å ward", "",          "text of some length"};
    std::size_t at = below(std::size(kTexts));
    if (schema.contains("pattern")) {
      const std::regex pattern(schema["pattern"].get<std::string>());
      for (std::size_t tries = 0; tries < std::size(kTexts); ++tries) {
        if (std::regex_search(kTexts[at], pattern)) break;
        at = (at + 1) % std::size(kTexts);
      }
    }
    std::string result = kTexts[at];
    while (result.size() < schema.value("minLength", 0u)) result += " more";
    return result;
  }

  std::string spoilt_text(std::string text) {
    if (text.empty() || one_in(4)) return text + "é";
    if (one_in(6)) return std::string(150 + below(900), 'a');
    const std::size_t at = below(text.size());
    if (static_cast<unsigned char>(text[at]) >= 0x80) return "a";
    text[at] = static_cast<char>('!' + below(90));
    return text;
  }

  Json number(const Json& schema, bool whole) {
    const double least = schema.value("minimum", -5.0);
    const double span = schema.value("maximum", least + 20) - least + 2;
    const auto step = static_cast<double>(below(static_cast<std::size_t>(span) + 1));
    if (whole || one_in(2)) return static_cast<std::int64_t>(least + step - 1);
    return least + step - 0.75;
  }

  Json list(const Json& schema, int depth) {
    Json result = Json::array();
    const std::size_t least = schema.value("minItems", 0u);
    for (std::size_t i = least + below(3); i-- > 0;) {
      const Json items = schema.value("items", Json(true));
      result.push_back(
          make(items.is_array() && !items.empty() ? items[below(items.size())] : items, depth + 1));
    }
    return result;
  }

  Json object(const Json& schema, int depth) {
    Json result = Json::object();
    const Json properties = schema.value("properties", Json::object());
    const Json required = schema.value("required", Json::array());
    for (const auto& [name, inner] : properties.items()) {
      const bool needed = std::find(required.begin(), required.end(), name) != required.end();
      if (needed ? !one_in(100) : one_in(4)) result[name] = make(inner, depth + 1);
    }
    for (const Json& name : required) {
      if (!result.contains(name) && one_in(2)) result[name.get<std::string>()] = anything(1);
    }
    return result;
  }

  Json anything(int depth) {
    switch (below(depth > 0 ? 9 : 7)) {
      case 0:
        return nullptr;
      case 1:
        return one_in(2);
      case 2:
        return static_cast<std::int64_t>(below(12));
      case 3:
        return 0.5 * static_cast<double>(2 * below(9) + 1);
      case 4:
        return "a";
      case 5:
        return "text";
      case 6:
        return "2018-06-30";
      case 7: {
        Json list = Json::array();
        for (std::size_t i = below(4); i-- > 0;) list.push_back(anything(depth - 1));
        return list;
      }
      default: {
        Json object = Json::object();
        for (std::size_t i = below(4); i-- > 0;) {
          object[std::string(1, static_cast<char>('a' + below(4)))] = anything(depth - 1);
        }
        return object;
      }
    }
  }

  std::mt19937 random_;
};

// Formats are our own: valijson checks three of them and in another way.
void drop_formats(Json& schema) {
  if (schema.is_object() && schema.contains("format") && schema["format"].is_string()) {
    schema.erase("format");
  }
  for (auto& inner : schema) {
    if (inner.is_structured()) drop_formats(inner);
  }
}

struct Tally {
  int good = 0, bad = 0;
};

// Checks `count` documents by both.
Tally compare(Json schema, unsigned seed, int count) {
  drop_formats(schema);
  const nlohmann::json plain = nlohmann::json::parse(schema.dump());
  valijson::Schema theirs;
  valijson::SchemaParser(valijson::SchemaParser::kDraft7)
      .populateSchema(valijson::adapters::NlohmannJsonAdapter(plain), theirs);
  FromJson of_schema;
  Diagnostics diagnostics;
  const Program ours = compile(of_schema.parse(schema.dump()), "schema.json", {}, diagnostics);
  EXPECT_FALSE(diagnostics.has_errors()) << to_text(diagnostics.sorted(), "no-such-folder");

  Maker maker(seed);
  Tally tally;
  for (int i = 0; i < count; ++i) {
    Json document = maker.make(schema);
    for (int times = i % 4; times > 0; --times) maker.spoil(document);
    FromJson json;
    const Value value = json.parse(document.dump(-1, ' ', false, Json::error_handler_t::replace));
    std::string text;
    append_json(text, value);  // 4.0 becomes 4
    const bool good = Checker({}, nullptr).check(*ours.root, value);
    const nlohmann::json parsed = nlohmann::json::parse(text);
    valijson::Validator validator(valijson::Validator::kStrongTypes);
    const bool expected =
        validator.validate(theirs, valijson::adapters::NlohmannJsonAdapter(parsed), nullptr);
    EXPECT_EQ(good, expected) << schema.dump() << "\n" << text;
    // With an explainer the answer is the same, and a no is never without a reason.
    Diagnostics problems;
    const Explainer explain("a", {}, "schema.json", problems);
    EXPECT_EQ(Checker({}, &explain).check(*ours.root, value), good) << text;
    EXPECT_EQ(problems.has_errors(), !good) << schema.dump() << "\n" << text;
    ++(good ? tally.good : tally.bad);
    if (good != expected) break;
  }
  return tally;
}

TEST(Oracle, agrees_on_records_of_the_sample_site) {
  namespace fs = std::filesystem;
  Tally all;
  int schemas = 0;
  for (const auto& entry : fs::directory_iterator(GLASSHOUSE_SOURCE "/content")) {
    const auto text = read_file(entry.path() / "schema.json");
    if (!text) continue;
    SCOPED_TRACE(entry.path().filename().string());
    const Tally tally = compare(Json::parse(*text), 20180630, 600);
    EXPECT_GT(tally.good, 20);
    EXPECT_GT(tally.bad, 100);
    all.good += tally.good;
    all.bad += tally.bad;
    ++schemas;
  }
  std::cout << schemas << " schemas, " << all.good << " good and " << all.bad << " wrong records\n";
}

TEST(Oracle, agrees_on_each_keyword) {
  static const char* kSchemas[] = {
      R"({"type": "string"})",
      R"({"type": ["integer", "null"]})",
      R"({"enum": ["a", 1, null, [1], {"a": 1}, 2.5, "b", "text", true]})",
      R"({"const": {"a": [1, 2]}})",
      R"({"minimum": 1, "maximum": 6})",
      R"({"exclusiveMinimum": 1, "exclusiveMaximum": 6.5})",
      R"({"type": "integer", "multipleOf": 2})",
      R"({"type": "string", "minLength": 2, "maxLength": 9})",
      R"({"type": "string", "pattern": "^[0-9]{4}(-(0[1-9]|1[0-2]))?$"})",
      R"({"type": "string", "pattern": "e|^.$"})",
      R"({"items": {"type": ["integer", "string"]}, "minItems": 1, "maxItems": 2})",
      R"({"items": [{"type": "integer"}, {"type": "string"}], "additionalItems": false})",
      R"({"items": [{"type": "integer"}], "additionalItems": {"type": "string"}})",
      R"({"type": "array", "uniqueItems": true, "items": {"enum": [1, 2, 3, "a", [1], {"a": 1}]}})",
      R"({"contains": {"type": "integer", "minimum": 3}})",
      R"({"type": "object", "required": ["a", "b"], "properties": {"a": {"type": "integer"}}})",
      R"({"properties": {"a": {}, "b": {}}, "additionalProperties": false})",
      R"({"properties": {"a": {}}, "patternProperties": {"^[bx]": {"type": "integer"}},
          "additionalProperties": {"type": "string"}})",
      R"({"type": "object", "minProperties": 1, "maxProperties": 2, "properties": {"a": {}, "b": {}, "c": {}}})",
      R"({"type": "object", "propertyNames": {"enum": ["a", "b", "x0"]}, "properties": {"a": {}, "c": {}}})",
      R"({"type": "object", "properties": {"a": {}, "b": {}, "c": {}},
          "dependencies": {"a": ["b"], "c": {"properties": {"a": {"type": "string"}}}}})",
      R"({"allOf": [{"type": "integer"}, {"minimum": 3}, {"maximum": 6}]})",
      R"({"anyOf": [{"type": "integer", "minimum": 3}, {"type": "string"}]})",
      R"({"oneOf": [{"type": "number", "minimum": 3}, {"type": "integer"}]})",
      R"({"not": {"type": ["integer", "string"]}})",
      R"({"if": {"type": "integer"}, "then": {"minimum": 3}, "else": {"type": "string"}})",
      R"({"if": {"properties": {"a": {"const": 1}}, "required": ["a"]}, "then": {"required": ["b"]},
          "properties": {"a": {"enum": [1, 2]}, "b": {}}, "type": "object"})",
      R"({"definitions": {"a": {"type": "integer", "minimum": 2}}, "type": "object",
          "properties": {"a": {"$ref": "#/definitions/a"}, "b": {"items": {"$ref": "#/definitions/a"}}}})",
      R"({"type": "object", "properties": {"a": {"type": "integer"}, "b": {"$ref": "#"}},
          "additionalProperties": false})",
      R"({"properties": {"a": true, "b": false}})",
      R"({"oneOf": [{"anyOf": [{"required": ["a"]}, {"required": ["b"]}]}, {"not": {"required": ["c"]}}],
          "type": "object", "properties": {"a": {}, "b": {}, "c": {}}})",
  };
  Tally all;
  for (const char* schema : kSchemas) {
    const Tally tally = compare(Json::parse(schema), 7, 400);
    EXPECT_GT(tally.good, 0) << schema;
    EXPECT_GT(tally.bad, 0) << schema;
    all.good += tally.good;
    all.bad += tally.bad;
  }
  std::cout << std::size(kSchemas) << " schemas, " << all.good << " good and " << all.bad
            << " wrong documents\n";
}

}  // namespace
}  // namespace glasshouse::schema
