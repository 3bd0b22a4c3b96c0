#include "pages/computed_home.h"

#include "pages/overview/answered.h"
#include "pages/overview/promises.h"

namespace glasshouse::pages {

namespace {

std::string digits(const Making& making, std::size_t count) {
  return making.strings().number(static_cast<double>(count));
}

// "5 of 86" over "promises were kept", which the part may follow with a sentence of its own.
void set_share(const Making& making, View& view, std::string_view text, std::size_t part,
               std::size_t whole) {
  const Strings& strings = making.strings();
  view.text("number", strings.fill("figure_of", {{"part", digits(making, part)},
                                                 {"whole", digits(making, whole)}}))
      .text("text", strings.count(text, part))
      .set("part_href", Value());
}

void set_part(const Making& making, View& view, std::string_view text, std::size_t count) {
  view.text("part", count == 0 ? std::string() : making.strings().count(text, count));
}

void set_promises(const Making& making, View& view) {
  const model::PromiseFigures& all = making.theme.site.statistics.promises.all;
  if (all.made == 0) return;
  set_share(making, view, "figure_kept", all.kept(), all.made);
  set_part(making, view, "promises_late", all.of(model::Standing::late));
  const std::string path = promises_path(making.theme);
  if (!path.empty()) view.text("href", making.theme.href(path));
}

void set_openness_href(const Making& making, View& view) {
  if (making.theme.templates.contains("openness")) {
    view.text("href", making.theme.href("openness/"));
  }
}

void set_requests(const Making& making, View& view) {
  const model::FoiFigures& all = making.theme.site.statistics.foi.all;
  if (all.due() == 0) return;
  set_share(making, view, "figure_in_time", all.in_time + all.permitted_extension, all.due());
  set_part(making, view, "figure_overdue", all.overdue);
  set_openness_href(making, view);
}

void set_decisions(const Making& making, View& view) {
  const model::DecisionFigures& all = making.theme.site.statistics.decisions.all;
  if (all.stated == 0) return;
  set_share(making, view, "figure_private", all.in_private, all.stated);
  set_part(making, view, "figure_private_silent", all.decisions - all.stated);
  set_openness_href(making, view);
}

void set_recommendations(const Making& making, View& view) {
  const model::RecommendationStatistics& all = making.theme.site.statistics.recommendations;
  if (all.made == 0) return;
  set_share(making, view, "figure_answered",
            all.done + all.under_way + all.late + all.not_in_the_source, all.made);
  set_part(making, view, "answered_late", all.late);
  const std::string path = answered_path(making.theme);
  if (!path.empty()) view.text("href", making.theme.href(path));
}

}  // namespace

void set_computed_figure(const Making& making, schema::Kind kind, View& view) {
  if (kind == schema::Kind::commitment) set_promises(making, view);
  if (kind == schema::Kind::foi) set_requests(making, view);
  if (kind == schema::Kind::decision) set_decisions(making, view);
  if (kind == schema::Kind::recommendation) set_recommendations(making, view);
}

}  // namespace glasshouse::pages
