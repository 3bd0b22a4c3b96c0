// Positions, keys and tables of charts, and the palette that they are drawn in.
#include "pages/charts/chart.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <regex>

#include "base/files.h"
#include "pages/charts/chart_frame.h"
#include "schema/site_settings.h"

namespace glasshouse::pages {
namespace {

using testing::ElementsAre;

Figure figure(double value, std::string text) { return {.value = value, .text = std::move(text)}; }

Chart savings() {
  Chart chart{.id = "all", .title = "Most is on track", .rows_label = "Directorate"};
  chart.series = {"On track", "At risk"};
  chart.rows = {{.label = "Place", .figures = {figure(30, "£30"), figure(10, "£10")}},
                {.label = "Economy", .href = "/economy/", .figures = {figure(20, "£20"), {}}}};
  return chart;
}

std::vector<std::string> texts(Value list, std::string_view key) {
  std::vector<std::string> result;
  for (const Value& item : list.items()) result.emplace_back(item[key].text());
  return result;
}

class ChartsTest : public testing::Test {
 protected:
  Arena arena;
};

TEST_F(ChartsTest, parts_of_a_stack_stand_one_after_another_on_one_scale) {
  const Value chart = stacked_chart(arena, savings());
  const Value place = chart["rows"].items()[0], economy = chart["rows"].items()[1];
  EXPECT_THAT(texts(place["parts"], "x"), ElementsAre("0%", "75%"));
  EXPECT_THAT(texts(place["parts"], "width"), ElementsAre("75%", "25%"));
  EXPECT_THAT(texts(economy["parts"], "width"), ElementsAre("50%"));
}

TEST_F(ChartsTest, the_table_has_every_figure_and_tells_unknown_from_none) {
  const Value table = stacked_chart(arena, savings())["table"];
  EXPECT_EQ(table["first"].text(), "Directorate");
  const Value economy = table["rows"].items()[1];
  EXPECT_EQ(economy["href"].text(), "/economy/");
  EXPECT_THAT(texts(economy["cells"], "text"), ElementsAre("£20", ""));
}

TEST_F(ChartsTest, the_description_says_what_the_picture_shows) {
  EXPECT_EQ(stacked_chart(arena, savings())["description"].text(),
            "Place: On track £30, At risk £10. Economy: On track £20.");
}

TEST_F(ChartsTest, the_key_of_a_single_row_gives_its_values) {
  Chart chart = savings();
  EXPECT_TRUE(stacked_chart(arena, chart)["key"].items()[0]["value"].is_undefined());
  chart.rows.pop_back();
  EXPECT_THAT(texts(stacked_chart(arena, chart)["key"], "value"), ElementsAre("£30", "£10"));
}

TEST_F(ChartsTest, a_value_stands_in_its_part_only_where_it_fits) {
  Chart chart = savings();
  chart.rows[0].figures = {figure(99, "£99"), figure(1, "£1")};
  const Value parts = stacked_chart(arena, chart)["rows"].items()[0]["parts"];
  EXPECT_THAT(texts(parts, "text"), ElementsAre("£99", ""));
}

TEST_F(ChartsTest, a_value_that_fits_on_wide_screens_alone_says_so) {
  Chart chart = savings();
  // 40 px of a phone's 280, 60 of 420: the text needs 47.5.
  chart.rows[0].figures = {figure(6, "£6"), figure(1, "£1.00")};
  const Value part = stacked_chart(arena, chart)["rows"].items()[0]["parts"].items()[1];
  EXPECT_EQ(part["text"].text(), "");
  chart.rows = {{.label = "Place", .figures = {figure(6, "£6"), figure(1, "£1.00")}}};
  EXPECT_TRUE(
      stacked_chart(arena, chart)["rows"].items()[0]["parts"].items()[1]["only_wide"].is_true());
}

TEST_F(ChartsTest, negative_values_and_noughts_are_no_parts) {
  Chart chart = savings();
  chart.rows[0].figures = {figure(-5, "-£5"), figure(0, "£0")};
  EXPECT_TRUE(stacked_chart(arena, chart)["rows"].items()[0]["parts"].items().empty());
}

TEST_F(ChartsTest, bars_of_nothing_but_noughts_are_drawn) {
  Chart chart{.id = "none", .series = {"Times"}};
  chart.rows = {{.label = "Place", .figures = {figure(0, "0")}}};
  const Value row = bar_chart(arena, chart)["rows"].items()[0];
  EXPECT_EQ(row["value"].text(), "0");
  EXPECT_TRUE(row["parts"].items().empty());
}

TEST_F(ChartsTest, dots_stand_on_the_scale_that_is_given) {
  Chart chart{.id = "share", .series = {"Share"}, .end = 100};
  chart.rows = {{.label = "2018", .figures = {figure(42.5, "43%")}}};
  EXPECT_THAT(texts(dot_chart(arena, chart)["rows"].items()[0]["dots"], "x"), ElementsAre("42.5%"));
}

TEST_F(ChartsTest, a_dot_is_set_against_a_bar_on_one_scale_and_a_note_says_the_place) {
  Chart chart{.id = "against", .series = {"Here", "Median"}, .end = 1, .notes_label = "Place"};
  chart.rows = {{.label = "People",
                 .figures = {figure(0.5, "14,642"), figure(0.25, "7,321")},
                 .note = "4th of 69"},
                {.label = "Forums", .figures = {figure(0, "0"), std::nullopt}}};
  const Value view = bar_and_dot_chart(arena, chart);
  const Value first = view["rows"].items()[0], second = view["rows"].items()[1];
  EXPECT_THAT(texts(first["parts"], "width"), ElementsAre("50%"));
  EXPECT_THAT(texts(first["dots"], "x"), ElementsAre("25%"));
  EXPECT_EQ(first["value"].text(), "14,642");
  EXPECT_EQ(first["note"].text(), "4th of 69");
  EXPECT_TRUE(second["parts"].items().empty());
  EXPECT_TRUE(second["dots"].items().empty());
  EXPECT_EQ(view["table"]["columns"].items().size(), 3u);
  EXPECT_THAT(texts(view["table"]["rows"].items()[0]["cells"], "text"),
              ElementsAre("14,642", "7,321", "4th of 69"));
  EXPECT_THAT(std::string(view["description"].text()), testing::HasSubstr("4th of 69"));
}

Chart quarters() {
  Chart chart{.id = "median", .series = {"Days"}};
  chart.rows = {{.label = "Q1", .figures = {figure(10, "10")}},
                {.label = "Q2", .figures = {std::nullopt}},
                {.label = "Q3", .figures = {figure(20, "20")}},
                {.label = "Q4", .figures = {figure(5, "5")}}};
  return chart;
}

TEST_F(ChartsTest, a_line_stops_where_nothing_is_known) {
  const Value chart = line_chart(arena, quarters());
  EXPECT_EQ(chart["points"].items().size(), 3u);
  ASSERT_EQ(chart["lines"].items().size(), 1u);
  EXPECT_EQ(chart["lines"].items()[0]["x2"].text(), "90%");
}

TEST_F(ChartsTest, a_limit_above_all_values_is_within_the_plot) {
  const Value chart = line_chart(arena, quarters(), figure(40, "the limit"));
  EXPECT_LT(chart["limit"]["y"].as_number(), chart["points"].items()[1]["y"].as_number());
  EXPECT_GT(chart["limit"]["y"].as_number(), 0);
}

TEST_F(ChartsTest, a_line_of_one_quarter_is_a_point_in_the_middle) {
  Chart chart = quarters();
  chart.rows.resize(1);
  EXPECT_EQ(line_chart(arena, chart)["points"].items()[0]["x"].text(), "50%");
}

TEST_F(ChartsTest, a_timeline_covers_whole_years) {
  Timeline timeline{.id = "moves", .title = "Dates moved", .rows_label = "Promise"};
  timeline.moments = {"Was due", "Now due"};
  timeline.rows = {{.label = "Clock",
                    .moments = {{*make_date(2017, 1, 1), "1 January 2017"},
                                {*make_date(2018, 12, 31), "31 December 2018", true}}}};
  const Value chart = timeline_chart(arena, timeline);
  EXPECT_THAT(texts(chart["ticks"], "text"), ElementsAre("2017", "2018", "2019"));
  const Value row = chart["rows"].items()[0];
  EXPECT_EQ(row["span"]["x1"].text(), "2%");
  EXPECT_TRUE(row["dots"].items()[1]["hollow"].is_true());
  EXPECT_THAT(texts(chart["table"]["rows"].items()[0]["cells"], "text"),
              ElementsAre("1 January 2017", "31 December 2018"));
}

TEST_F(ChartsTest, a_line_across_a_timeline_is_within_its_scale_and_in_its_key) {
  Timeline timeline{.id = "moves", .title = "Dates moved", .full_label = "Due now"};
  timeline.line = make_date(2020, 1, 1);
  timeline.line_label = "1 January 2020";
  timeline.rows = {{.label = "Clock", .value = "365 days", .moments = {}}};
  timeline.rows[0].moments = {{*make_date(2019, 1, 1), "1 January 2019", true},
                              {*make_date(2018, 1, 1), "1 January 2018"}};
  const Value chart = timeline_chart(arena, timeline);
  EXPECT_EQ(chart["line_x"].text(), "65.94%");  // 730 of 1095 days, between the edges
  EXPECT_THAT(texts(chart["marks"], "form"), ElementsAre("full", "line"));
  const Value row = chart["rows"].items()[0];
  EXPECT_EQ(row["value"].text(), "365 days");
  EXPECT_EQ(row["span"]["x1"].text(), "2%");  // the earliest, though it came last
}

TEST_F(ChartsTest, a_timeline_without_dates_is_its_table) {
  const Value chart = timeline_chart(arena, {.id = "none", .title = "None"});
  EXPECT_TRUE(chart["rows"].items().empty());
}

// The palette of assets/charts.css, in order.
std::vector<std::string> palette() {
  const std::string style = *read_file(GLASSHOUSE_SOURCE "/templates/assets/charts.css");
  const std::regex colour("--gh-series-[0-9]: (#[0-9a-f]{6});");
  std::vector<std::string> colours;
  for (std::sregex_iterator it(style.begin(), style.end(), colour), end; it != end; ++it) {
    colours.push_back((*it)[1]);
  }
  return colours;
}

TEST(PaletteTest, each_colour_has_a_contrast_of_3_against_white_and_the_one_before) {
  const std::vector<std::string> colours = palette();
  ASSERT_EQ(colours.size(), kMostSeries);
  double before = 1;  // white
  for (const std::string& colour : colours) {
    const double contrast = schema::contrast_with_white(colour).value_or(1);
    EXPECT_GE(contrast, 3) << colour;
    EXPECT_GE(std::max(contrast / before, before / contrast), 3) << colour;
    before = contrast;
  }
}

}  // namespace
}  // namespace glasshouse::pages
