// Numbers as spreadsheets print them for people, read as a dataset declares that they are written:
// "£1,234.50", "(1,234.50)", "1,234.50-".
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace glasshouse::datasets {

/// What may stand in a number beside digits, a point and a leading sign.
struct NumberForm {
  std::vector<std::string_view> currency;  // "£": before the digits, or behind
  std::string_view thousands;              // ",": between groups of three digits
  bool brackets = false;                   // (1.50) is -1.50
  bool trailing_minus = false;             // 1.50- is -1.50
};

/// Longest number that is read; more digits are no amount.
inline constexpr std::size_t kMostDigits = 30;

/// The number in plain digits, fit for JSON, with its decimals as they were written: "-1234.50".
/// Empty, with the reason in `why`, where it is written in another way.
[[nodiscard]] std::string read_number(std::string_view text, const NumberForm& form,
                                      std::string& why);

}  // namespace glasshouse::datasets
