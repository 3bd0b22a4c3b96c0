// Says what is wrong with JSON that a parser refused, in words for the person who wrote it. The
// parser tells only how far it came; from there this looks at the text itself.
#pragma once

#include <string_view>

#include "base/diagnostic.h"
#include "content/parse.h"
#include "content/parse/text_cursor.h"

namespace glasshouse::content {

/// What may follow the last thing that was understood.
enum class JsonExpected {
  value,       // at the start of the text
  first_item,  // after [
  first_key,   // after {
  colon,       // after a key
  next_item,   // after a value in a list
  next_key,    // after a value in an object
  end,         // after the whole value
};

/// `cursor` stands behind the last part that was understood; `opened` is where the innermost list
/// or object that is still open starts, if any is.
void say_json_syntax(std::string_view text, TextPlace place, TextCursor cursor,
                     JsonExpected expected, Mark opened, Diagnostics& diagnostics);

}  // namespace glasshouse::content
