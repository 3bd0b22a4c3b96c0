// The JSON Schema organisation's own tests of draft-07, as Debian packages them
// (json-schema-test-suite): each schema is compiled and each of its documents is checked.
#include <gtest/gtest.h>

#include <filesystem>
#include <iostream>
#include <set>
#include <vector>

#include "from_json.h"
#include "schema/compiled/check.h"
#include "schema/compiled/compile.h"

namespace glasshouse::schema {
namespace {

namespace fs = std::filesystem;

const fs::path kSuite = JSON_SCHEMA_SUITE;
const std::string kMetaschema =
    std::string(GLASSHOUSE_SOURCE) + "/tests/unit/schema/cases/draft-07.json";

class OfficialSuite : public testing::Test {
 protected:
  void SetUp() override {
    if (!fs::exists(kSuite / "tests")) GTEST_SKIP() << "json-schema-test-suite is not installed";
    documents_.push_back({"http://json-schema.org/draft-07/schema", json_.read(kMetaschema)});
    for (const auto& entry : fs::recursive_directory_iterator(kSuite / "remotes")) {
      if (entry.path().extension() != ".json") continue;
      addresses_.push_back("http://localhost:1234/" +
                           fs::relative(entry.path(), kSuite / "remotes").generic_string());
      documents_.push_back({addresses_.back(), json_.read(entry.path().string())});
    }
  }

  // Runs a file; gives the number of documents checked.
  int run(const fs::path& file, const std::set<std::string>& known_to_differ = {}) {
    int checked = 0;
    for (const Value group : json_.read((kSuite / "tests/draft7" / file).string()).items()) {
      Diagnostics diagnostics;
      const Program program = compile(group["schema"], file.string(), documents_, diagnostics);
      for (const Value test : group["tests"].items()) {
        const std::string name = std::string(group["description"].text()) + ": " +
                                 std::string(test["description"].text());
        if (known_to_differ.contains(name)) continue;
        const bool good = Checker({}, nullptr).check(*program.root, test["data"]);
        EXPECT_EQ(good, test["valid"].is_true()) << file << ": " << name << "\n"
                                                 << to_text(diagnostics.sorted(), {});
        ++checked;
      }
    }
    return checked;
  }

  FromJson json_;
  std::deque<std::string> addresses_;
  std::vector<Document> documents_;
};

TEST_F(OfficialSuite, passes_all_required_tests) {
  int checked = 0, files = 0;
  for (const auto& entry : fs::directory_iterator(kSuite / "tests/draft7")) {
    if (entry.path().extension() != ".json") continue;
    checked += run(entry.path().filename());
    ++files;
  }
  std::cout << checked << " required tests of draft-07 in " << files << " files\n";
  EXPECT_GT(checked, 400);
}

TEST_F(OfficialSuite, passes_the_tests_of_the_formats_we_check) {
  int checked = 0;
  for (const char* format : {"date", "date-time", "time", "uri", "uri-reference", "email"}) {
    checked += run("optional/format/" + std::string(format) + ".json");
  }
  std::cout << checked << " tests of formats\n";
  EXPECT_GT(checked, 40);
}

}  // namespace
}  // namespace glasshouse::schema
