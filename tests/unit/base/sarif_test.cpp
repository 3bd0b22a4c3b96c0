// SARIF 2.1.0: section 3.49 (reportingDescriptor), 3.27 (result), 3.30 (region), 3.4 (URIs).
#include "base/sarif.h"

#include <gtest/gtest.h>

namespace glasshouse {
namespace {

TEST(Sarif, a_result_names_its_rule_and_its_place) {
  const RuleHelp rules[] = {
      {"late", "Answers are in time", "An answer is in time.", "https://example.org/act"}};
  const std::vector<Diagnostic> problems = {
      {Severity::error, "bad", Place("content/a b&\xC3\xA9.md", 3, 10), "it is wrong", "Mend it."},
      {Severity::note, "late", Place("content/b.md"), "answered late", ""},
      {Severity::warning, "bad", Place(), "nowhere", ""}};
  EXPECT_EQ(to_sarif(problems, rules), R"({
  "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
  "version": "2.1.0",
  "runs": [
    {
      "tool": {
        "driver": {
          "name": "glasshouse",
          "rules": [
            {
              "id": "bad"
            },
            {
              "id": "late",
              "shortDescription": {
                "text": "Answers are in time"
              },
              "fullDescription": {
                "text": "An answer is in time."
              },
              "helpUri": "https://example.org/act"
            }
          ]
        }
      },
      "columnKind": "unicodeCodePoints",
      "results": [
        {
          "ruleId": "bad",
          "ruleIndex": 0,
          "level": "error",
          "message": {
            "text": "it is wrong. Mend it."
          },
          "locations": [
            {
              "physicalLocation": {
                "artifactLocation": {
                  "uri": "content/a%20b&%C3%A9.md"
                },
                "region": {
                  "startLine": 3,
                  "startColumn": 10
                }
              }
            }
          ]
        },
        {
          "ruleId": "late",
          "ruleIndex": 1,
          "level": "note",
          "message": {
            "text": "answered late"
          },
          "locations": [
            {
              "physicalLocation": {
                "artifactLocation": {
                  "uri": "content/b.md"
                }
              }
            }
          ]
        },
        {
          "ruleId": "bad",
          "ruleIndex": 0,
          "level": "warning",
          "message": {
            "text": "nowhere"
          },
          "locations": []
        }
      ]
    }
  ]
}
)");
}

}  // namespace
}  // namespace glasshouse
