// Every folder of cases/ is a site; its expected.txt is all that is said of it, word for word, and
// what was read. With GLASSHOUSE_ACCEPT set expected.txt is written anew, to be read before it is
// committed.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "base/files.h"
#include "base/json.h"
#include "content/source.h"

namespace glasshouse::content {
namespace {

namespace fs = std::filesystem;

// The records, a line each, then the problems.
std::string description_of(const fs::path& site, unsigned jobs) {
  Diagnostics diagnostics;
  const Limits limits;
  const Source source = read_site(site, limits, jobs, diagnostics);
  std::string text;
  for (const SourceCollection& collection : source.collections) {
    for (const SourceRecord& record : collection.records) {
      text += std::string(collection.name) + "/" + std::string(record.id) + " " +
              std::string(record.file) + ":" + std::to_string(record.mark.line) + " ";
      append_json(text, record.fields);
      if (!record.body.empty()) text += " body at " + std::to_string(record.body_line);
      for (const Attachment& attachment : record.attachments) {
        text += " + " + std::string(attachment.name) + " " + std::to_string(attachment.size);
      }
      text += '\n';
    }
  }
  return text + to_text(diagnostics.sorted(), site, 1000);
}

class Case : public testing::TestWithParam<fs::path> {};

TEST_P(Case, says_and_reads_exactly_what_is_expected) {
  const fs::path expected = GetParam() / "expected.txt";
  const std::string actual = description_of(GetParam(), 1);
  if (std::getenv("GLASSHOUSE_ACCEPT")) std::ofstream(expected, std::ios::binary) << actual;
  EXPECT_EQ(actual, read_file(expected).value_or("(no expected.txt)"));
}

TEST_P(Case, is_read_the_same_on_many_threads) {
  EXPECT_EQ(description_of(GetParam(), 8), description_of(GetParam(), 1));
}

std::vector<fs::path> all_cases() {
  std::vector<fs::path> result;
  for (const auto& entry : fs::directory_iterator(GLASSHOUSE_SOURCE "/tests/unit/content/cases")) {
    if (entry.is_directory()) result.push_back(entry.path());
  }
  std::sort(result.begin(), result.end());
  return result;
}

INSTANTIATE_TEST_SUITE_P(Sites, Case, testing::ValuesIn(all_cases()),
                         [](const auto& info) { return info.param.filename().string(); });

}  // namespace
}  // namespace glasshouse::content
