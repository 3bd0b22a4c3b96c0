// The formulas of explain.h, and how they read in English.
#include <algorithm>
#include <array>

#include "base/text.h"
#include "rules/explain.h"

namespace glasshouse::rules {

namespace {

constexpr std::array kFormulas = {
    Formula{"working-days-after", "the working day that is {days} after {from}, which is day zero"},
    Formula{
        "working-days-after-without-fee",
        "the working day that is {days} after {from}; {not_counted} days from the fees notice to "
        "its payment do not count"},
    Formula{"extended-to",
            "{statutory_deadline} is {days} working days after {from}; extended to {until}"},
    Formula{"working-days-between", "working days after {from}, up to and including {to}"},
    Formula{"answer-against-deadline", "answered on {responded}; the deadline was {deadline}"},
    Formula{"today-against-deadline", "not answered by {as_of}; the deadline is {deadline}"},
    Formula{"clear-days-between", "clear days between {from} and {to}, neither of them counted"},
    Formula{"clear-working-days-between",
            "clear working days between {from} and {to}, neither of them counted"},
    Formula{"clear-working-days-before", "{days} clear working days before {to}"},
    Formula{"days-between", "days from {from} to {to}"},
    Formula{"standing", "declared {declared}, due on {due}, as at {as_of}"},
    Formula{"sum", "the sum of {parts}"},
    Formula{"share", "{part} of {whole}, in per cent"},
    Formula{"rows-against-total", "the sum of the rows against the printed total"},
    Formula{"against-target",
            "{value} against a target of {target}, {direction}, within {tolerance}"},
    Formula{"change", "{to} less {from}"},
    Formula{"from-promises", "by how the promises that answer it stand"},
    Formula{"as-written", "the field {field}"},
    Formula{"working-days-from-to", "working days from {from} to {to}, both of them counted"},
    Formula{"class-of-exemptions", "by the class of each exemption that the record names"},
    Formula{"hours-at-rate", "{hours} hours at £{rate} an hour"},
    Formula{"by-words", "by the words of \"{words}\""},
    Formula{"against-notice", "{clear_days} clear days, of {wanted}; urgency: {urgency}"},
    Formula{"against-two-notices",
            "{first} clear days of {first_wanted}, then {second} of {second_wanted}"},
    Formula{"paragraphs-named", "each paragraph of Schedule 12A that the record names"},
    Formula{"parts-present", "which of these the record has: {parts}"},
    Formula{"call-in-by-day", "last day {deadline}, called in {called_in}, as at {as_of}"},
    Formula{"years-from", "the last day of {years} years that begin on {from}"},
    Formula{"declared-against-shown", "declared {declared}; the records show {shown}"},
    Formula{"moves-later", "moves of the due date to a later day"},
    Formula{"reviewed-within",
            "last reviewed {last_reviewed}, to be reviewed by {next_review} or every {days} days, "
            "as at {as_of}"},
    Formula{"evidence-given", "declared {declared}, with {pieces} pieces of evidence"},
    Formula{"words-found", "words of the promise that cannot be tested"},
    Formula{"by-period", "the value of {period}, in the order of periods"},
    Formula{"latest-release", "the latest of its releases"},
    Formula{"months-after", "{months} months after {from}"},
    Formula{"day-against-today", "due on {due}, as at {as_of}"},
    Formula{"people-per-councillor",
            "{population} people divided by {councillors}, to the nearest whole number"},
    Formula{"forums-in-year", "forums of the ward that were held from {from} to {to}"},
    Formula{"records-naming", "records published here that name the ward"},
    Formula{"median-and-rank",
            "the median is the value in the middle when the wards that have the figure, {wards} at "
            "the most, stand in order of size; the highest is first, and equal ones share a place"},
};

void append_input(std::string& out, Value value) {
  if (value.is_list()) {
    std::string_view before;
    for (const Value& each : value.items()) {
      out += before;
      append_input(out, each);
      before = ", ";
    }
  } else if (value.is_number()) {
    out += number_text(value.as_number());
  } else {
    out += value.has_value() ? value.text() : "not given";
  }
}

}  // namespace

std::span<const Formula> formulas() { return kFormulas; }

std::string in_words(Value step) {
  const auto formula = std::find_if(kFormulas.begin(), kFormulas.end(), [&](const Formula& each) {
    return each.id == step["formula"].text();
  });
  std::string text;
  std::string_view rest = formula == kFormulas.end() ? std::string_view() : formula->pattern;
  while (!rest.empty()) {
    const std::size_t open = rest.find('{');
    text += rest.substr(0, open);
    if (open == std::string_view::npos) break;
    const std::size_t close = rest.find('}', open);
    append_input(text, step["inputs"][rest.substr(open + 1, close - open - 1)]);
    rest.remove_prefix(close + 1);
  }
  return text;
}

}  // namespace glasshouse::rules
