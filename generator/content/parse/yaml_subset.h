// The plain part of YAML that nearly all front matter is written in: block maps and lists of
// one-line scalars. libyaml takes most of the time that a site takes to be read, and thousands of
// records need no more than this. It gives up on whatever it is not sure of, and libyaml then reads
// the text from its start; where it does not give up, tests hold it to libyaml's reading, marks
// included. It could be left out, and only time would be lost.
#pragma once

#include <optional>
#include <string_view>

#include "base/arena.h"
#include "content/parse.h"

namespace glasshouse::content {

/// The value of the text, or none: given up. Says nothing.
[[nodiscard]] std::optional<Value> parse_yaml_subset(std::string_view text, TextPlace place,
                                                     Arena& arena, unsigned depth);

/// parse_yaml by libyaml alone: what the subset is held to.
[[nodiscard]] std::optional<Value> parse_yaml_in_full(std::string_view text, TextPlace place,
                                                      Arena& arena, unsigned depth,
                                                      Diagnostics& diagnostics);

}  // namespace glasshouse::content
