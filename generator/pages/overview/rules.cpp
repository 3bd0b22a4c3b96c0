#include "pages/overview/rules.h"

#include <algorithm>

#include "base/json.h"
#include "pages/computed_words.h"
#include "pages/page.h"

namespace glasshouse::pages {

namespace {

using model::Finding;
using model::Ruling;

// More are in the JSON: a rule may be broken by tens of thousands.
constexpr std::size_t kRecordsShown = 200;

bool is_applied(const Ruling& ruling) {
  return ruling.level != model::Level::off && ruling.judged() + ruling.not_in_source > 0;
}

std::string_view name_of(model::Level level) {
  switch (level) {
    case model::Level::off:
      return "off";
    case model::Level::published:
      return "published";
    case model::Level::warning:
      return "warning";
    case model::Level::error:
      return "error";
  }
  return {};
}

// What the sentence at the top counts.
struct Totals {
  std::size_t applied = 0, kept_by_all = 0, kept = 0, not_kept = 0, not_in_source = 0;

  explicit Totals(const model::Rulings& rulings) {
    for (const Ruling& ruling : rulings.rules) {
      if (!is_applied(ruling)) continue;
      ++applied;
      kept_by_all += ruling.not_kept == 0 && ruling.kept > 0;
      kept += ruling.kept;
      not_kept += ruling.not_kept;
      not_in_source += ruling.not_in_source;
    }
  }
};

Value date_view(const Making& making, Date date) {
  View view(making.arena(), 2);
  view.text("text", making.strings().date(date)).text("datetime", iso_date(date));
  return view.value();
}

// The findings of one record, which stand one after another.
Value record_findings(const Making& making, std::span<const Finding> findings) {
  Views sentences(making.arena(), findings.size());
  std::optional<Date> since;
  for (const Finding& finding : findings) {
    sentences.add(Value::string(making.arena(), finding_sentence(making, finding)));
    if (finding.since && (!since || *finding.since < *since)) since = finding.since;
  }
  View view(making.arena(), 3);
  if (const model::Record* record = findings.front().record) {
    view.set("link", show_link(making, *record));
  }
  view.set("sentences", sentences.value());
  if (since) view.set("since", date_view(making, *since));
  return view.value();
}

void set_findings(const Making& making, const Ruling& ruling, View& view) {
  const std::span<const Finding> all(ruling.findings);
  Views records(making.arena());
  std::size_t first = 0;
  while (first < all.size() && records.size() < kRecordsShown) {
    std::size_t last = first + 1;
    const model::Record* record = all[first].record;
    while (record && last < all.size() && all[last].record == record) ++last;
    records.add(record_findings(making, all.subspan(first, last - first)));
    first = last;
  }
  view.set("records", records.value());
  if (ruling.not_kept > records.size() && first < all.size()) {
    view.text("more", making.strings().count("links_more", ruling.not_kept - records.size()));
  }
}

void set_rule(const Ruling& ruling, View& view) {
  view.text("id", ruling.id)
      .text("title", ruling.title)
      .text("asks", ruling.asks)
      .text("law", ruling.law)
      .text_if("law_href", ruling.law_url);
}

Value rule_view(const Making& making, const Ruling& ruling) {
  const Strings& strings = making.strings();
  const auto digits = [&](std::size_t count) { return strings.number(static_cast<double>(count)); };
  View view(making.arena(), 14);
  set_rule(ruling, view);
  view.text("kept", digits(ruling.kept))
      .text("not_kept", digits(ruling.not_kept))
      .text("not_in_source", digits(ruling.not_in_source))
      .flag("is_broken", ruling.not_kept > 0);
  if (ruling.since) view.set("since", date_view(making, *ruling.since));
  if (ruling.not_kept == 0) return view.value();
  view.text("summary", strings.count("rule_not_kept", ruling.not_kept));
  set_findings(making, ruling, view);
  return view.value();
}

Value json_finding(const Making& making, const Finding& finding) {
  View view(making.arena(), 5);
  view.set("record", record_reference(making, finding.record))
      .text("message", finding.message)
      .text("sentence", finding_sentence(making, finding))
      .set("since", json_date(making, finding.since));
  if (finding.values.is_map() && !finding.values.as_map().empty()) {
    view.set("values", finding.values);
  }
  return view.value();
}

Value json_rule(const Making& making, const Ruling& ruling) {
  View view(making.arena(), 11);
  view.text("id", ruling.id)
      .text("title", ruling.title)
      .text("asks", ruling.asks)
      .text("law", ruling.law)
      .text_if("law_url", ruling.law_url)
      .text("level", name_of(ruling.level))
      .number("kept", static_cast<double>(ruling.kept))
      .number("not_kept", static_cast<double>(ruling.not_kept))
      .number("not_in_source", static_cast<double>(ruling.not_in_source))
      .set("since", json_date(making, ruling.since));
  Views findings(making.arena(), ruling.findings.size());
  for (const Finding& finding : ruling.findings) findings.add(json_finding(making, finding));
  view.set("findings", findings.value());
  return view.value();
}

Value data_links(const Making& making) {
  View link(making.arena(), 2);
  link.text("text", making.strings().get("data_page_json"))
      .text("href", making.theme.href(rules_path(making.theme)) + "index.json");
  return Views(making.arena(), 1).add(link).value();
}

void produce_rules(const Making& making, std::string& out) {
  const model::Rulings& rulings = making.theme.site.rulings;
  const Strings& strings = making.strings();
  Views rules(making.arena(), rulings.rules.size());
  Views unused(making.arena());
  for (const Ruling& ruling : rulings.rules) {
    if (is_applied(ruling)) {
      rules.add(rule_view(making, ruling));
    } else {
      View view(making.arena(), 6);
      set_rule(ruling, view);
      unused.add(view.flag("is_off", ruling.level == model::Level::off));
    }
  }
  const Totals totals(rulings);
  View context(making.arena(), 8);
  context
      .text("sentence",
            strings.fill("rules_sentence",
                         {{"kept", strings.number(static_cast<double>(totals.kept_by_all))},
                          {"rules", strings.count("rules", totals.applied)}}))
      .text("counts",
            strings.fill("rules_counts",
                         {{"kept", strings.count("rules_times", totals.kept)},
                          {"not_kept", strings.number(static_cast<double>(totals.not_kept))},
                          {"silent", strings.number(static_cast<double>(totals.not_in_source))}}))
      .set("rules", rules.value())
      .set("unused", unused.value());
  PageFacts facts{.title = strings.get("rules_title"), .path = rules_path(making.theme)};
  facts.description = strings.get("rules_description");
  facts.data = data_links(making);
  render_page(making, "rules", facts, context, out);
}

}  // namespace

Value rules_json(const Making& making) {
  const model::Site& site = making.theme.site;
  Views rules(making.arena()), unused(making.arena());
  for (const Ruling& ruling : site.rulings.rules) {
    if (is_applied(ruling)) {
      rules.add(json_rule(making, ruling));
    } else {
      View view(making.arena(), 6);
      view.text("id", ruling.id)
          .text("title", ruling.title)
          .text("asks", ruling.asks)
          .text("law", ruling.law)
          .text_if("law_url", ruling.law_url)
          .text("level", name_of(ruling.level));
      unused.add(view);
    }
  }
  const Totals totals(site.rulings);
  View all(making.arena(), 5);
  all.number("applied", static_cast<double>(totals.applied))
      .number("kept_by_all", static_cast<double>(totals.kept_by_all))
      .number("kept", static_cast<double>(totals.kept))
      .number("not_kept", static_cast<double>(totals.not_kept))
      .number("not_in_source", static_cast<double>(totals.not_in_source));
  View view(making.arena(), 4);
  view.set("as_of", json_date(making, site.as_of))
      .set("all", all.value())
      .set("rules", rules.value())
      .set("not_applied", unused.value());
  return view.value();
}

std::string rules_path(const Theme& theme) {
  const auto& rules = theme.site.rulings.rules;
  if (!theme.templates.contains("rules") || std::none_of(rules.begin(), rules.end(), is_applied)) {
    return {};
  }
  return theme.site.pages.contains("rules/") ? "how-rules-are-kept/" : "rules/";
}

void add_rules_overview(const model::Site&, const Theme& theme, std::vector<model::Route>& routes) {
  const std::string path = rules_path(theme);
  if (path.empty()) return;
  routes.push_back({path + "index.html", "text/html; charset=utf-8",
                    [&theme](model::Workspace& space, std::string& out, Diagnostics& diagnostics) {
                      produce_rules({theme, space, diagnostics}, out);
                    }});
  routes.push_back({path + "index.json", "application/json",
                    [&theme](model::Workspace& space, std::string& out, Diagnostics& diagnostics) {
                      append_json(out, rules_json({theme, space, diagnostics}));
                      out += '\n';
                    }});
}

}  // namespace glasshouse::pages
