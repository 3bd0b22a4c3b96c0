// Says what is wrong with YAML that libyaml refused, in words for the person who wrote it. libyaml
// names the rule that was broken; what people did is mostly one of a dozen things.
#pragma once

#include <string_view>

#include "base/diagnostic.h"
#include "content/parse.h"

namespace glasshouse::content {

/// What libyaml tells of an error.
struct YamlProblem {
  std::string_view problem;  // "did not find expected key"
  std::string_view context;  // "while parsing a block mapping"; may be empty
  Mark at;                   // lines of the file
  Mark context_at;
};

/// `text` is what was parsed, `place` where it stands.
void say_yaml_syntax(std::string_view text, TextPlace place, const YamlProblem& problem,
                     Diagnostics& diagnostics);

/// Says that a character is refused that people cannot see: a control character, or a line break
/// other than LF and CRLF. Gives whether there was one.
bool say_invisible_character(std::string_view text, TextPlace place, Diagnostics& diagnostics);

}  // namespace glasshouse::content
