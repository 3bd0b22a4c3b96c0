// The overviews of the sample site: each figure on a page is the one in its JSON, and every finding
// has a sentence.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <regex>

#include "base/text.h"
#include "content/parse.h"
#include "content/source.h"
#include "model/build.h"
#include "pages/computed_words.h"
#include "pages/overview/answered_figures.h"
#include "pages/overview/money_views.h"
#include "pages/overview/promises_figures.h"
#include "pages/overview/trails.h"
#include "pages/pages.h"
#include "rules/explain.h"
#include "rules/rules.h"
#include "rules/wording.h"

namespace glasshouse::pages {
namespace {

/// The sample site with the theme that comes with the program; built once.
class Sample {
 public:
  static Sample& get() {
    static Sample sample;
    return sample;
  }
  std::string produce(std::string_view path) {
    for (const model::Route& route : routes_) {
      if (route.path != path) continue;
      std::string out;
      space_.arena.reset();
      route.produce(space_, out, diagnostics_);
      return out;
    }
    return {};
  }
  [[nodiscard]] const model::Site& site() const { return *site_; }
  [[nodiscard]] const Theme& theme() const { return *theme_; }
  [[nodiscard]] Making making() { return {*theme_, space_, diagnostics_}; }

 private:
  Sample() {
    site_ = model::build_site(content::read_site(GLASSHOUSE_SOURCE, {}, 1, diagnostics_), {},
                              diagnostics_);
    rules::derive(*site_, diagnostics_);
    theme_ = load_theme(
        *site_,
        {GLASSHOUSE_SOURCE "/templates", GLASSHOUSE_SOURCE "/node_modules/govuk-frontend/dist"},
        diagnostics_);
    if (theme_) add_routes(*site_, *theme_, routes_, diagnostics_);
  }
  Diagnostics diagnostics_;
  std::unique_ptr<model::Site> site_;
  std::unique_ptr<const Theme> theme_;
  std::vector<model::Route> routes_;
  model::Workspace space_;
};

/// "rules.3.kept" of a JSON value; "promises.length" counts a list.
Value at(Value value, std::string_view place) {
  for (const std::string_view step : split(place, '.')) {
    if (value.is_list() && step == "length") {
      return Value::number(static_cast<double>(value.items().size()));
    }
    if (value.is_list()) {
      const auto index = static_cast<std::size_t>(std::stoul(std::string(step)));
      value = index < value.items().size() ? value.items()[index] : Value();
    } else {
      value = value[step];
    }
  }
  return value;
}

// "£15,236,000", "83%" and "1,204" as numbers.
double number_of(std::string text) {
  std::string digits;
  for (const char c : text) {
    if ((c >= '0' && c <= '9') || c == '.' || c == '-') digits += c;
  }
  return digits.empty() ? -1 : std::stod(digits);
}

void expect_figures_equal(const std::string& folder) {
  const std::string page = Sample::get().produce(folder + "index.html");
  const std::string json = Sample::get().produce(folder + "index.json");
  ASSERT_NE(page, "");
  Arena arena;
  Diagnostics diagnostics;
  const auto data = content::parse_json(json, {"index.json"}, arena, 20, diagnostics);
  ASSERT_TRUE(data);
  const std::regex figure(R"re(data-figure="([^"]+)"[^>]*>([^<]*)<)re");
  std::size_t count = 0;
  for (std::sregex_iterator it(page.begin(), page.end(), figure), end; it != end; ++it, ++count) {
    const Value value = at(*data, std::string((*it)[1]));
    ASSERT_TRUE(value.is_number()) << (*it)[1];
    EXPECT_NEAR(number_of((*it)[2]), value.as_number(), 0.5) << (*it)[1];
    // Only shares are rounded.
    if (std::string((*it)[2]).find('%') == std::string::npos) {
      EXPECT_DOUBLE_EQ(number_of((*it)[2]), value.as_number()) << (*it)[1];
    }
  }
  EXPECT_GT(count, 20u);
}

TEST(OverviewTest, every_figure_on_the_promises_page_is_the_one_in_its_json) {
  expect_figures_equal("promises/");
}

TEST(OverviewTest, every_figure_on_the_answered_page_is_the_one_in_its_json) {
  expect_figures_equal("answered/");
}

TEST(OverviewTest, every_figure_on_the_rules_page_is_the_one_in_its_json) {
  expect_figures_equal("rules/");
}

TEST(OverviewTest, every_figure_on_the_responsible_page_is_the_one_in_its_json) {
  expect_figures_equal("responsible/");
}

TEST(OverviewTest, every_figure_on_the_money_page_is_the_one_in_its_json) {
  expect_figures_equal("money/");
}

TEST(OverviewTest, every_figure_on_the_openness_page_is_the_one_in_its_json) {
  expect_figures_equal("openness/");
}

TEST(OverviewTest, every_figure_of_the_wards_maps_is_the_one_in_their_json) {
  expect_figures_equal("wards/");
}

TEST(OverviewTest, the_promises_page_names_each_promise_once_by_its_standing) {
  const model::PromiseFigures& all = Sample::get().site().statistics.promises.all;
  std::size_t sum = 0;
  for (const std::size_t count : all.standing) sum += count;
  EXPECT_EQ(sum, all.made);
  const std::string json = Sample::get().produce("promises/index.json");
  Arena arena;
  Diagnostics diagnostics;
  const auto data = content::parse_json(json, {"index.json"}, arena, 20, diagnostics);
  EXPECT_EQ((*data)["promises"].items().size(), all.made);
}

TEST(OverviewTest, the_trail_of_a_recommendation_is_followed_there_and_back) {
  std::size_t promises = 0, decisions = 0;
  for (const model::Record& record :
       Sample::get().site().of_kind(schema::Kind::recommendation)->records) {
    const std::string page = Sample::get().produce(record.url + "index.html");
    for (const model::Record* promise : promises_of(record)) {
      ++promises;
      EXPECT_THAT(page, testing::HasSubstr(promise->url)) << record.url;
      const std::string promise_page = Sample::get().produce(promise->url + "index.html");
      EXPECT_THAT(promise_page, testing::HasSubstr(record.url)) << promise->url;
      for (const model::Record* decision : decisions_of(*promise)) {
        ++decisions;
        EXPECT_THAT(page, testing::HasSubstr(decision->url)) << record.url;
        const std::string decision_page = Sample::get().produce(decision->url + "index.html");
        EXPECT_THAT(decision_page, testing::HasSubstr(promise->url)) << decision->url;
        EXPECT_THAT(decision_page, testing::HasSubstr(record.url)) << decision->url;
      }
    }
  }
  EXPECT_GT(promises, 30u);
  EXPECT_GT(decisions, 5u);
}

TEST(OverviewTest, a_recommendation_counts_once_and_what_was_invented_not_at_all) {
  const Answers answers(Sample::get().site());
  const model::RecommendationStatistics& counted = Sample::get().site().statistics.recommendations;
  std::size_t parts = 0, bodies = 0;
  for (const std::size_t part : answers.all.parts) parts += part;
  for (const AnswerFigures& body : answers.bodies) bodies += body.made;
  EXPECT_EQ(parts, counted.made);
  EXPECT_EQ(bodies, counted.made);
  EXPECT_EQ(answers.all.made - answers.all.answered(), counted.unanswered);
  EXPECT_GT(answers.left_out, 0u);
}

TEST(OverviewTest, how_many_promises_were_invented_is_said_and_how_the_others_stand) {
  const model::PromiseFigures all = Sample::get().site().statistics.promises.all;
  const model::PromiseFigures sourced = sourced_figures(Sample::get().site());
  ASSERT_LT(sourced.made, all.made);
  const std::string sentence = invented_sentence(Sample::get().making(), sourced);
  EXPECT_THAT(sentence, testing::StartsWith(std::to_string(all.made - sourced.made) + " of " +
                                            std::to_string(all.made) + " promises were invented"));
  EXPECT_THAT(Sample::get().produce("promises/index.html"), testing::HasSubstr(sentence));
  EXPECT_EQ(invented_sentence(Sample::get().making(), all), "");
}

TEST(OverviewTest, a_snapshot_without_its_parts_says_so_and_claims_no_movement_of_them) {
  const Strings& strings = Sample::get().theme().strings;
  std::vector<model::SavingsSnapshot> snapshots(2);
  snapshots[0] = {.year = "2017-18", .snapshot = "2015-03", .sum = {.target = 8660000000}};
  snapshots[1] = {.year = "2017-18", .snapshot = "2017-06", .sum = {.target = 7089500000}};
  EXPECT_EQ(money_sentence(strings, snapshots[0]),
            "£86.6 million was to be saved in 2017-18, as stated in March 2015. How much of it was "
            "on track is not in the source.");
  EXPECT_EQ(movement_sentence(strings, snapshots, 0), "");
  EXPECT_EQ(movement_sentence(strings, snapshots, 1),
            "Since March 2015, what was to be saved in 2017-18 went down by £15.7 million, to "
            "£70.9 million.");
}

TEST(OverviewTest, what_was_on_track_moved_where_both_snapshots_state_it) {
  // The sample's rows of June 2017, as if the months before and after said the same.
  std::vector<model::SavingsSnapshot> snapshots;
  for (const model::SavingsSnapshot& each : Sample::get().site().statistics.savings) {
    if (states_on_track(each)) snapshots.push_back(each);
  }
  ASSERT_EQ(snapshots.size(), 1u);
  snapshots.push_back(snapshots[0]);
  snapshots[1].snapshot = "2017-09";
  snapshots[1].sum.on_track -= 150000000;
  EXPECT_EQ(movement_sentence(Sample::get().theme().strings, snapshots, 1),
            "Since June 2017, what was to be saved in 2017-18 stayed at £70.9 million. What was on "
            "track went down by £1.5 million, to £55 million.");
}

TEST(OverviewTest, a_record_that_breaks_a_rule_says_so_on_its_page_and_links_the_rule) {
  std::size_t checked = 0;
  for (const model::Ruling& ruling : Sample::get().site().rulings.rules) {
    for (const model::Finding& finding : ruling.findings) {
      if (!finding.record || ++checked > 60) continue;
      const std::string page = Sample::get().produce(finding.record->url + "index.html");
      EXPECT_THAT(page, testing::HasSubstr("rules/#" + std::string(ruling.id)))
          << finding.record->url;
    }
  }
  EXPECT_GT(checked, 0u);
}

TEST(ComputedWordsTest, every_message_of_a_finding_has_a_sentence_with_all_its_blanks) {
  for (const rules::Wording& wording : rules::wordings()) {
    std::string name = "finding_" + std::string(wording.message);
    std::replace(name.begin(), name.end(), '-', '_');
    const auto sentence = Sample::get().theme().strings.find(name);
    ASSERT_TRUE(sentence) << name;
    const std::string text(*sentence), pattern(wording.pattern);
    const std::regex blank(R"(\{[a-z_0-9]+\})");
    for (std::sregex_iterator it(text.begin(), text.end(), blank), end; it != end; ++it) {
      EXPECT_NE(pattern.find((*it)[0]), std::string::npos) << name << " " << (*it)[0];
    }
  }
}

TEST(ComputedWordsTest, one_day_is_not_one_days) {
  Arena arena;
  const Value values =
      Map::of(arena, {{"due", Value::string(arena, "2018-06-29")}, {"days", Value::number(1)}});
  const model::Finding finding{nullptr, "promise-overdue", values, {}};
  EXPECT_EQ(finding_sentence(Sample::get().making(), finding),
            "Was due on 29 June 2018, 1 day ago, and is not done.");
}

}  // namespace
}  // namespace glasshouse::pages
