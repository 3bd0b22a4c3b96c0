// How promises stand, as pages show it and as the JSON has it: of all, of a priority, a
// directorate, an office or a ward.
#pragma once

#include <array>

#include "model/statistics.h"
#include "pages/show.h"

namespace glasshouse::pages {

/// In the order of pages: what needs attention first, what is not known last.
inline constexpr std::array kStandingOrder = {
    model::Standing::late,    model::Standing::slipped,
    model::Standing::at_risk, model::Standing::on_track,
    model::Standing::done,    model::Standing::not_started,
    model::Standing::dropped, model::Standing::not_in_the_source,
};

/// One of the five parts that a bar shows.
struct PromisePart {
  std::string_view name;    // in the JSON
  std::string_view string;  // of its words
  std::size_t count = 0;
};
/// Kept; on track or not started; at risk or slipped; late or dropped; not in the source. They sum
/// to what was made.
[[nodiscard]] std::array<PromisePart, 5> promise_parts(const model::PromiseFigures& figures);

/// The standing that the rules computed of a promise.
[[nodiscard]] model::Standing standing_of(const model::Record& promise);

/// Counts one promise by its `derived`, as the rules do.
void count_promise(const model::Record& promise, model::PromiseFigures& figures);

/// The figures of promises that were not invented.
[[nodiscard]] model::PromiseFigures sourced_figures(const model::Site& site);

/// "11 of 97 promises were invented …. Of the others, 5 were kept and none is late."; empty where
/// none was.
[[nodiscard]] std::string invented_sentence(const Making& making,
                                            const model::PromiseFigures& sourced);

/// [{name, text, tag, count, per_cent}] of the standings that occur, in kStandingOrder. `count` and
/// `per_cent` are ready to be read.
[[nodiscard]] Value standings_view(const Making& making, const model::PromiseFigures& figures);

/// {made, kept, late, slipped, disputed, not_in_source, others}: ready to be cells of a table.
[[nodiscard]] Value promise_figures_view(const Making& making,
                                         const model::PromiseFigures& figures);

/// {made, kept, standing: {done, on-track …}, parts: {kept, on_course …}, overdue, slipped, stale,
/// unevidenced, disputed, vague}: all numbers.
[[nodiscard]] Value promise_figures_json(const Making& making,
                                         const model::PromiseFigures& figures);

/// "2 of 8 promises were kept."
[[nodiscard]] std::string kept_sentence(const Making& making, const model::PromiseFigures& figures);

/// A link (docs/templates.md) with `standing`, `disputed?` (values with a tag), `declared` (a
/// value), `due?` {text, datetime}, `note?` ("Due 91 days ago") and `owner?`.
[[nodiscard]] Value promise_link(const Making& making, const model::Record& promise);

}  // namespace glasshouse::pages
