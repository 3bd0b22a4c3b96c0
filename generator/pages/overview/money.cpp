#include "pages/overview/money.h"

#include "base/json.h"
#include "pages/computed_words.h"
#include "pages/overview/money_views.h"
#include "pages/overview/promises_views.h"
#include "pages/page.h"

namespace glasshouse::pages {

namespace {

constexpr std::string_view kPath = "money/";

const CollectionPlan& savings_plan(const Theme& theme) {
  return theme.plan(*theme.site.of_kind(schema::Kind::saving));
}

Value data_links(const Making& making, const CollectionPlan& plan) {
  View link(making.arena(), 2);
  link.text("text", making.strings().get("data_page_json"))
      .text("href", making.theme.href(kPath) + "index.json");
  Views links(making.arena(), 5);
  links.add(link);
  for (const Value& each : plan.data.items()) links.add(each);
  return links.value();
}

// Where the report's total stands, else the first row.
Value source_of(const Making& making, const model::SavingsSnapshot& snapshot) {
  const model::Record* record = snapshot.printed_total;
  if (!record && !snapshot.directorates.empty()) record = snapshot.directorates[0].rows[0];
  if (!record) return {};
  const Value source = record->fields["source"];
  if (source.is_map()) return show_source(making, source["document"].text(), source["paragraph"]);
  const std::string_view document = record->fields["source_document"].text();
  if (document.empty()) return {};
  return show_source(making, document, record->fields["source_paragraph"]);
}

void set_check(const Making& making, const model::SavingsSnapshot& snapshot, View& context) {
  const auto difference = printed_difference(snapshot);
  if (!difference) return;
  const bool agree = reconciles(*difference);
  context.text("check", making.strings().get(agree ? "savings_agree" : "savings_differ"));
  context.flag("agree", agree);
}

void produce_money(const Making& making, std::string& out) {
  const Strings& strings = making.strings();
  const auto& snapshots = making.theme.site.statistics.savings;
  const std::size_t at = shown_snapshot(snapshots);
  const model::SavingsSnapshot& latest = snapshots[at];
  const CollectionPlan& plan = savings_plan(making.theme);
  const ShownSnapshot shown{latest, plan, "snapshots." + std::to_string(at)};
  const std::string sentence = money_sentence(strings, latest);
  View context(making.arena(), 18);
  context.text("sentence", sentence)
      .text_if("moved", movement_sentence(strings, snapshots, at))
      .set("movement", movement_chart(making, shown, at))
      .set("shares", shares_chart(making, shown, at))
      .set("table", savings_table(making, shown))
      .set("shortfalls", shortfalls(making, shown))
      .set("source", source_of(making, latest))
      .set("collection", plan.view);
  if (states_on_track(latest)) {
    context.set("whole", whole_chart(making, shown))
        .set("by_directorate", directorates_chart(making, shown));
  }
  set_check(making, latest, context);
  if (snapshots.size() > 1) context.set("snapshots", snapshots_table(making));
  PageFacts facts{.title = strings.get("money_title"), .path = std::string(kPath)};
  facts.description = sentence;
  facts.updated = plan.collection->updated;
  facts.breadcrumbs = plan.breadcrumbs;
  facts.data = data_links(making, plan);
  facts.feed = plan.feed;
  render_page(making, "money", facts, context, out);
}

constexpr StatedParts kAllParts = {true, true, true, true, true};

// The parts that are stated.
View json_sum(const Making& making, const model::Savings& sum,
              const StatedParts& stated = kAllParts) {
  View view(making.arena(), 7);
  for (std::size_t i = 0; i < kSavingsParts.size(); ++i) {
    if (!stated[i]) continue;
    view.number(kSavingsParts[i].name, static_cast<double>(sum.*kSavingsParts[i].amount) / 100);
  }
  return view;
}

// With the share that was on track.
Value json_position(const Making& making, const model::Savings& sum, const StatedParts& stated) {
  View view = json_sum(making, sum, stated);
  const auto share = on_track_share(sum);
  if (stated[1] && share) view.number("on_track_per_cent", *share);
  return view.value();
}

StatedParts stated_by(const model::Record& record) {
  StatedParts stated{};
  for (std::size_t i = 0; i < kSavingsParts.size(); ++i) {
    stated[i] = record.field(kSavingsParts[i].name).is_number();
  }
  return stated;
}

Value json_record(const Making& making, const model::Record& record) {
  View view = json_sum(making, savings_of(record), stated_by(record));
  return view.set("record", record_reference(making, &record)).value();
}

Value json_group(const Making& making, const model::SavingsGroup& group,
                 const model::SavingsSnapshot* before, const StatedParts& stated,
                 const StatedParts& moved) {
  Views rows(making.arena(), group.rows.size());
  for (const model::Record* record : group.rows) rows.add(json_record(making, *record));
  View view(making.arena(), 5);
  view.text("directorate", group.directorate)
      .text("title", group_label(savings_plan(making.theme), group.directorate, making.strings()))
      .set("sum", json_position(making, group.sum, stated));
  const model::SavingsGroup* then = before ? group_of(*before, group.directorate) : nullptr;
  if (then) view.set("movement", json_sum(making, group.sum - then->sum, moved).value());
  return view.set("rows", rows.value()).value();
}

Value json_snapshot(const Making& making, std::size_t at) {
  const auto& snapshots = making.theme.site.statistics.savings;
  const model::SavingsSnapshot& snapshot = snapshots[at];
  const model::SavingsSnapshot* before = snapshot_before(snapshots, at);
  const StatedParts stated = stated_parts(snapshot);
  const StatedParts moved = before ? stated_by_both(*before, snapshot) : stated;
  Views groups(making.arena(), snapshot.directorates.size());
  for (const model::SavingsGroup& group : snapshot.directorates) {
    groups.add(json_group(making, group, before, stated, moved));
  }
  View view(making.arena(), 8);
  view.text("year", snapshot.year).text("snapshot", snapshot.snapshot);
  view.set("sum", json_position(making, snapshot.sum, stated));
  if (snapshot.movement) {
    view.set("movement", json_sum(making, *snapshot.movement, moved).value());
  }
  if (const auto difference = printed_difference(snapshot)) {
    view.set("printed", json_record(making, *snapshot.printed_total))
        .set("difference", json_sum(making, *difference).value())
        .set("reconciles", Value::boolean(reconciles(*difference)));
  }
  return view.set("directorates", groups.value()).value();
}

}  // namespace

Value money_json(const Making& making) {
  const Strings& strings = making.strings();
  Views snapshots(making.arena());
  for (std::size_t i = 0; i < making.theme.site.statistics.savings.size(); ++i) {
    snapshots.add(json_snapshot(making, i));
  }
  View formulas(making.arena(), 4);
  for (const std::string_view name : {"sum", "movement", "difference"}) {
    formulas.text(name, strings.get("money_formula_" + std::string(name)));
  }
  View view(making.arena(), 4);
  view.set("as_of", json_date(making, making.theme.site.as_of))
      .text("unit", "GBP")
      .set("formulas", formulas.value())
      .set("snapshots", snapshots.value());
  return view.value();
}

std::string money_path(const Theme& theme) {
  const bool has_page = theme.templates.contains("money") && !theme.site.statistics.savings.empty();
  return has_page ? std::string(kPath) : std::string();
}

void add_money_overview(const model::Site&, const Theme& theme, std::vector<model::Route>& routes) {
  if (money_path(theme).empty()) return;
  routes.push_back({std::string(kPath) + "index.html", "text/html; charset=utf-8",
                    [&theme](model::Workspace& space, std::string& out, Diagnostics& diagnostics) {
                      produce_money({theme, space, diagnostics}, out);
                    }});
  routes.push_back({std::string(kPath) + "index.json", "application/json",
                    [&theme](model::Workspace& space, std::string& out, Diagnostics& diagnostics) {
                      append_json(out, money_json({theme, space, diagnostics}));
                      out += '\n';
                    }});
}

}  // namespace glasshouse::pages
