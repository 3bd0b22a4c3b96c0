#include "commands/rules_report.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/date.h"
#include "commands/summary.h"
#include "rules/wording.h"
#include "rules/workspace.h"

namespace glasshouse::commands {

namespace {

constexpr std::size_t kFindingsShown = 5;  // of a rule; its page on the site has them all

}  // namespace

Place place_of(const model::Finding& finding) {
  if (!finding.record) return Place(rules::kSettingsFile);
  return finding.at.mark().line == 0 ? finding.record->source->place()
                                     : finding.record->source->place(finding.at);
}

std::string_view words_of(std::string_view what) {
  if (what == "foi-answer") return "an answer is due";
  if (what == "foi-review") return "an internal review is due";
  if (what == "commitment") return "a promise falls due";
  if (what == "call-in") return "the time for call-in ends";
  if (what == "urgency-report") return "special urgency must be reported to the council";
  if (what == "agenda") return "an agenda must be published";
  if (what == "dataset") return "a dataset must be released";
  return what;
}

namespace {

// "content/foi/a.md:4", as editors open it.
std::string told(const Place& place) {
  return place.line == 0 ? place.file : fmt::format("{}:{}", place.file, place.line);
}

void append_ruling(std::string& out, const model::Ruling& ruling) {
  out += fmt::format("{}: not kept by {} of {} [{}]\n", ruling.title, ruling.not_kept,
                     ruling.judged(), ruling.id);
  for (std::size_t i = 0; i < std::min(ruling.findings.size(), kFindingsShown); ++i) {
    const model::Finding& finding = ruling.findings[i];
    out += fmt::format("  {}: {}\n", told(place_of(finding)), rules::sentence(finding));
  }
  if (ruling.findings.size() > kFindingsShown) {
    out += fmt::format("  and {} more\n", ruling.findings.size() - kFindingsShown);
  }
}

}  // namespace

std::vector<Diagnostic> notes_of(const model::Site& site) {
  std::vector<Diagnostic> notes;
  for (const model::Ruling& ruling : site.rulings.rules) {
    if (ruling.level != model::Level::published) continue;
    for (const model::Finding& finding : ruling.findings) {
      notes.push_back({Severity::note,
                       std::string(ruling.id),
                       place_of(finding),
                       rules::sentence(finding),
                       {}});
    }
  }
  return notes;
}

std::vector<RuleHelp> help_of(const model::Site& site) {
  std::vector<RuleHelp> help;
  for (const model::Ruling& ruling : site.rulings.rules) {
    if (ruling.level == model::Level::off) continue;
    help.push_back({ruling.id, ruling.title, ruling.asks, ruling.law_url});
  }
  return help;
}

std::size_t count_findings(const model::Site& site) {
  std::size_t count = 0;
  for (const model::Ruling& ruling : site.rulings.rules) {
    if (ruling.level != model::Level::off) count += ruling.findings.size();
  }
  return count;
}

std::string rules_text(const model::Site& site) {
  std::string out;
  for (const model::Ruling& ruling : site.rulings.rules) {
    if (ruling.level != model::Level::off && !ruling.findings.empty()) append_ruling(out, ruling);
  }
  const Date last{site.as_of.days + kCheckDaysAhead};
  bool is_first = true;
  for (const model::Due& due : site.statistics.falling_due) {
    if (due.date > last) break;
    if (is_first) out += fmt::format("Falls due by {}:\n", iso_date(last));
    is_first = false;
    out += fmt::format("  {} {}: {}\n", iso_date(due.date), told(due.record->source->place()),
                       words_of(due.what));
  }
  return out;
}

}  // namespace glasshouse::commands
