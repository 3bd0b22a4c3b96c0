// Numbers as they are written in YAML (1.2 core schema), CSV cells and JSON, read into doubles.
#pragma once

#include <optional>
#include <string_view>

#include "base/arena.h"
#include "base/diagnostic.h"
#include "base/value.h"

namespace glasshouse::content {

/// Whole numbers beyond this, either side of 0, cannot be kept exactly (2^53).
constexpr double kLargestInteger = 9007199254740992.0;

/// How a number that is written down reads.
struct NumberText {
  enum class Kind { none, integer, real } kind = Kind::none;
  double value = 0;      // infinite where it is too large for a double
  bool is_exact = true;  // false: an integer beyond 2^53
};

/// A number of YAML's core schema: 12, 012 (is 12), +1, 0o17, 0xFF, 1.5, .5, 1e3, -.inf, .nan.
[[nodiscard]] NumberText read_yaml_number(std::string_view text);

/// A number in a cell: digits with an optional sign, decimal point and exponent; nothing else.
[[nodiscard]] NumberText read_plain_number(std::string_view text);

constexpr std::string_view kQuoteReference =
    "Put it in quotes if it is a reference and not an amount.";

/// Says that the integer cannot be kept exactly.
void say_inexact_integer(std::string_view text, const Place& place, Diagnostics& diagnostics,
                         std::string_view hint = kQuoteReference);
/// Says that the number is beyond what a double holds (1e400, .inf, .nan).
void say_not_finite(std::string_view text, const Place& place, Diagnostics& diagnostics,
                    std::string_view hint = kQuoteReference);

/// What a plain (unquoted) scalar of YAML 1.2's core schema is: null, a boolean, a number or a
/// string made in the arena. None, having said why, for a number that cannot be kept.
/// Without `diagnostics` nothing is said.
[[nodiscard]] std::optional<Value> resolve_plain_scalar(std::string_view text, Arena& arena,
                                                        std::string_view file, Mark mark,
                                                        Diagnostics* diagnostics);

/// Whether a plain scalar would be a string.
[[nodiscard]] bool is_plain_string(std::string_view text);

}  // namespace glasshouse::content
