#include "pages/overview/promises_figures.h"

#include <cmath>

#include "pages/computed_words.h"

namespace glasshouse::pages {

namespace {

using model::PromiseFigures;
using model::Record;
using model::Standing;

std::string digits(const Making& making, std::size_t count) {
  return making.strings().number(static_cast<double>(count));
}

std::size_t at(Standing standing) { return static_cast<std::size_t>(standing); }

}  // namespace

Standing standing_of(const Record& promise) {
  const std::string_view word = promise.derived["status"].text();
  for (const Standing standing : kStandingOrder) {
    if (word == model::name_of(standing)) return standing;
  }
  return Standing::not_in_the_source;
}

std::array<PromisePart, 5> promise_parts(const PromiseFigures& of) {
  return {{
      {"kept", "part_kept", of.kept()},
      {"on_course", "part_on_course", of.of(Standing::on_track) + of.of(Standing::not_started)},
      {"in_doubt", "part_in_doubt", of.of(Standing::at_risk) + of.of(Standing::slipped)},
      {"missed", "part_missed", of.of(Standing::late) + of.of(Standing::dropped)},
      {"not_in_source", "standing_not_in_the_source", of.of(Standing::not_in_the_source)},
  }};
}

void count_promise(const Record& promise, PromiseFigures& figures) {
  const Value derived = promise.derived;
  const Value slipped = derived["slipped_days"];
  ++figures.made;
  ++figures.standing[at(standing_of(promise))];
  figures.overdue += derived["overdue"].is_true();
  figures.slipped += slipped.is_number() && slipped.as_number() > 0;
  figures.stale += derived["stale"].is_true();
  figures.unevidenced += derived["unevidenced"].is_true();
  figures.disputed += derived["disputed"].is_true();
  figures.vague += derived["missing"].has_value() || derived["vague_words"].has_value();
}

PromiseFigures sourced_figures(const model::Site& site) {
  PromiseFigures figures;
  for (const auto& collection : site.collections) {
    if (collection->kind() != schema::Kind::commitment) continue;
    for (const Record& record : collection->records) {
      if (!record.withdrawn && !record.illustrative()) count_promise(record, figures);
    }
  }
  return figures;
}

std::string invented_sentence(const Making& making, const PromiseFigures& sourced) {
  const std::size_t all = making.theme.site.statistics.promises.all.made;
  const std::size_t invented = all - sourced.made;
  if (invented == 0) return {};
  const Strings& strings = making.strings();
  if (sourced.made == 0) return strings.count("promises_invented_all", invented);
  return strings.count("promises_invented", invented,
                       {{"all", digits(making, all)},
                        {"kept", digits(making, sourced.kept())},
                        {"late", digits(making, sourced.of(Standing::late))}});
}

Value standings_view(const Making& making, const PromiseFigures& figures) {
  Views views(making.arena(), model::kStandings);
  for (const Standing standing : kStandingOrder) {
    const std::size_t count = figures.of(standing);
    if (count == 0) continue;
    const double share = 100.0 * static_cast<double>(count) /
                         static_cast<double>(std::max<std::size_t>(1, figures.made));
    Value view = standing_view(making, model::name_of(standing));
    Map& map = view.as_map();
    Arena& arena = making.arena();
    map.set(arena, "name", Value::string(arena, model::name_of(standing)));
    map.set(arena, "count", Value::string(arena, digits(making, count)));
    map.set(arena, "number", Value::number(static_cast<double>(count)));
    const std::string per_cent =
        share < 1 ? std::string(making.strings().get("per_cent_under_1"))
                  : making.strings().fill("per_cent",
                                          {{"amount", making.strings().number(std::round(share))}});
    map.set(arena, "per_cent", Value::string(arena, per_cent));
    views.add(view);
  }
  return views.value();
}

Value promise_figures_view(const Making& making, const PromiseFigures& figures) {
  View view(making.arena(), 8);
  view.text("made", digits(making, figures.made))
      .text("kept", digits(making, figures.kept()))
      .text("late", digits(making, figures.of(Standing::late)))
      .text("slipped", digits(making, figures.slipped))
      .text("disputed", digits(making, figures.disputed))
      .text("not_in_source", digits(making, figures.of(Standing::not_in_the_source)));
  return view.value();
}

Value promise_figures_json(const Making& making, const PromiseFigures& figures) {
  const auto number = [](std::size_t count) { return static_cast<double>(count); };
  View standing(making.arena(), model::kStandings);
  for (const Standing each : kStandingOrder) {
    standing.number(model::name_of(each), number(figures.of(each)));
  }
  View parts(making.arena(), 5);
  for (const PromisePart& part : promise_parts(figures))
    parts.number(part.name, number(part.count));
  View view(making.arena(), 10);
  view.number("made", number(figures.made))
      .number("kept", number(figures.kept()))
      .set("standing", standing.value())
      .set("parts", parts.value())
      .number("overdue", number(figures.overdue))
      .number("slipped", number(figures.slipped))
      .number("stale", number(figures.stale))
      .number("unevidenced", number(figures.unevidenced))
      .number("disputed", number(figures.disputed))
      .number("vague", number(figures.vague));
  return view.value();
}

std::string kept_sentence(const Making& making, const PromiseFigures& figures) {
  const std::size_t kept = figures.kept();
  std::string_view name = "promises_kept_other";
  if (kept == 1) name = "promises_kept_one";
  if (kept == 0) name = "promises_kept_none";
  if (figures.made == 1) name = kept == 1 ? "promise_kept_single" : "promise_not_kept_single";
  return making.strings().fill(name,
                               {{"kept", digits(making, kept)},
                                {"promises", making.strings().count("promises", figures.made)}});
}

Value promise_link(const Making& making, const Record& promise) {
  Arena& arena = making.arena();
  const CollectionPlan& plan = making.theme.plan(*promise.collection);
  Value link = show_link(making, promise);
  Map& map = link.as_map();
  map.set(arena, "standing", standing_view(making, model::name_of(standing_of(promise))));
  if (promise.derived["disputed"].is_true()) {
    map.set(arena, "disputed", standing_view(making, "disputed"));
  }
  if (const FieldPlan* status = plan.find("status")) {
    map.set(arena, "declared", show(making, promise, *status, promise.field("status")));
  }
  if (const FieldPlan* owner = plan.find("owner"); owner && promise.field("owner").has_value()) {
    map.set(arena, "owner", show(making, promise, *owner, promise.field("owner")));
  }
  Value due = promise.field("due_current");
  if (!due.has_value()) due = promise.field("due_original");
  if (due.is_string()) map.set(arena, "due", show_date(making, due.as_string()));
  const Value days = promise.derived["days_past_due"];
  if (days.is_number() && days.as_number() > 0) {
    map.set(arena, "note",
            Value::string(arena, making.strings().count(
                                     "due_ago", static_cast<std::size_t>(days.as_number()))));
  }
  return link;
}

}  // namespace glasshouse::pages
