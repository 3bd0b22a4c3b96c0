// How long a record takes, ours and valijson, on the records of the sample site. The bound is
// loose: it must hold on a machine that does other things. docs: generator/schema/README.md, "Why
// our own".
#include <gtest/gtest.h>

#include <chrono>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include "base/json.h"
#include "content/source.h"
#include "schema/compiled/check.h"
#include "schema/compiled/compile.h"

namespace glasshouse::schema {
namespace {

template <class Work>
double microseconds(const Work& work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  const std::chrono::duration<double, std::micro> time = std::chrono::steady_clock::now() - start;
  return time.count();
}

nlohmann::json as_json(Value value) {
  std::string text;
  append_json(text, value);
  return nlohmann::json::parse(text);
}

TEST(Speed, a_record_is_checked_in_microseconds) {
  constexpr int kTimes = 20;
  Diagnostics diagnostics;
  const auto source = content::read_site(GLASSHOUSE_SOURCE, content::Limits(), 1, diagnostics);
  double ours = 0, theirs = 0;
  std::size_t records = 0, fields = 0, good = 0;
  for (const auto& collection : source.collections) {
    if (!collection.schema.is_map()) continue;
    const Program program = compile(collection.schema, collection.schema_file, {}, diagnostics);
    ours += microseconds([&] {
      for (int i = 0; i < kTimes; ++i) {
        for (const auto& record : collection.records) {
          good += Checker({&record, nullptr}, nullptr).check(*program.root, record.fields);
        }
      }
    });
    const nlohmann::json plain = as_json(collection.schema);
    valijson::Schema schema;
    valijson::SchemaParser(valijson::SchemaParser::kDraft7)
        .populateSchema(valijson::adapters::NlohmannJsonAdapter(plain), schema);
    std::vector<nlohmann::json> documents;
    for (const auto& record : collection.records) documents.push_back(as_json(record.fields));
    theirs += microseconds([&] {
      for (const auto& document : documents) {
        valijson::Validator(valijson::Validator::kStrongTypes)
            .validate(schema, valijson::adapters::NlohmannJsonAdapter(document), nullptr);
      }
    });
    records += collection.records.size();
    for (const auto& record : collection.records) fields += record.fields.as_map().size();
  }
  ASSERT_GT(records, 0u);
  ours /= static_cast<double>(records) * kTimes;
  theirs /= static_cast<double>(records);
  std::cout << records << " records of " << fields / records << " fields, " << good / kTimes
            << " good: " << ours << " us a record; valijson " << theirs << " us\n";
  EXPECT_LT(ours, 200);
}

}  // namespace
}  // namespace glasshouse::schema
