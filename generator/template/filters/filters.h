// The filters and tests, one function each. README.md of the room says what each does.
#pragma once

#include <string>

#include "template/conversion.h"
#include "template/function.h"

namespace glasshouse::templating::filters {

// text.cpp
Value capitalize(Call&);
Value center(Call&);
Value indent(Call&);
Value lower(Call&);
Value replace(Call&);
Value reverse(Call&);
Value string(Call&);
Value title(Call&);
Value trim(Call&);
Value truncate(Call&);
Value upper(Call&);
Value wordcount(Call&);
Value slug(Call&);

// markup.cpp
Value escape(Call&);
Value forceescape(Call&);
Value nl2br(Call&);
Value safe(Call&);
Value striptags(Call&);
Value urlencode(Call&);
Value urlize(Call&);
Value dump(Call&);
Value json(Call&);

// list.cpp
Value batch(Call&);
Value first(Call&);
Value join(Call&);
Value last(Call&);
Value length(Call&);
Value list(Call&);
Value slice(Call&);
Value sum(Call&);
Value defaulted(Call&);

// choose.cpp
Value dictsort(Call&);
Value groupby(Call&);
Value reject(Call&);
Value rejectattr(Call&);
Value select(Call&);
Value selectattr(Call&);
Value sort(Call&);

// number.cpp
Value abs(Call&);
Value to_float(Call&);
Value to_int(Call&);
Value round(Call&);
Value money(Call&);
Value number(Call&);
Value plural(Call&);

// date.cpp
Value date(Call&);

/// What the filters of text take: their subject as text. Undefined, null and false are empty.
struct Subject {
  explicit Subject(const Call& call);
  std::string_view text;
  bool safe;

 private:
  std::string buffer_;
};
/// The text as a value; or an error where it is over the limit.
[[nodiscard]] Value make_text(Call& call, std::string_view text, bool safe = false);
/// Whether `size` is over the limit, having set the error.
[[nodiscard]] bool is_too_large(Call& call, double size);
/// The items of a list, or the characters of a string. What is missing is an empty list. So is
/// anything else, unless the filter has a name to complain with: then that is an error.
[[nodiscard]] const List* items_of(Call& call, std::string_view filter = {});
/// The value under a path like "page.title".
[[nodiscard]] Value attribute_of(Value item, Value path);

}  // namespace glasshouse::templating::filters
