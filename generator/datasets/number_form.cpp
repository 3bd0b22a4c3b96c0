#include "datasets/number_form.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"

namespace glasshouse::datasets {

namespace {

constexpr std::string_view kDigits = "0123456789";

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Takes the sign off either end of the text.
bool take(std::string_view& text, std::string_view sign) {
  if (text.starts_with(sign)) {
    text = trim(text.substr(sign.size()));
    return true;
  }
  if (text.ends_with(sign)) {
    text = trim(text.substr(0, text.size() - sign.size()));
    return true;
  }
  return false;
}

// Takes off what stands around the digits; gives whether the number is negative.
bool take_signs(std::string_view& text, const NumberForm& form) {
  bool is_negative = false;
  if (form.brackets && text.starts_with('(') && text.ends_with(')')) {
    text = trim(text.substr(1, text.size() - 2));
    is_negative = true;
  } else if (form.trailing_minus && text.ends_with('-')) {
    text = trim(text.substr(0, text.size() - 1));
    is_negative = true;
  }
  const auto take_sign = [&] {
    if (is_negative || text.empty() || (text[0] != '-' && text[0] != '+')) return;
    is_negative = text[0] == '-';
    text = trim(text.substr(1));
  };
  take_sign();
  for (const std::string_view sign : form.currency) {
    if (!take(text, sign)) continue;
    take_sign();
    break;
  }
  return is_negative;
}

// The digits of a whole part without its thousands signs; empty where they do not stand in groups
// of three.
std::string whole_digits(std::string_view whole, std::string_view thousands) {
  std::string digits;
  std::size_t group = 0;  // digits since the last sign
  bool has_sign = false;
  while (!whole.empty()) {
    if (!thousands.empty() && whole.starts_with(thousands)) {
      if (group == 0 || group > 3 || (has_sign && group != 3)) return {};
      has_sign = true;
      group = 0;
      whole.remove_prefix(thousands.size());
    } else if (is_digit(whole.front())) {
      digits += whole.front();
      ++group;
      whole.remove_prefix(1);
    } else {
      return {};
    }
  }
  return has_sign && group != 3 ? std::string() : digits;
}

// What someone mostly meant, who wrote this.
std::string reason(std::string_view text, const NumberForm& form) {
  if (text.find_first_of(kDigits) == std::string_view::npos) return "is no number";
  if (!form.brackets && text.starts_with('(') && text.ends_with(')')) {
    return "stands in brackets, and \"numbers\" does not say that these mean a negative number";
  }
  for (const std::string_view sign : {"£", "€", "$"}) {
    const bool is_declared =
        std::find(form.currency.begin(), form.currency.end(), sign) != form.currency.end();
    if (text.find(sign) != std::string_view::npos && !is_declared) {
      return fmt::format("has {} in it, which \"numbers\" does not declare", sign);
    }
  }
  if (text.find(',') != std::string_view::npos) {
    return form.thousands == "," ? "does not have its commas between groups of three digits"
                                 : "has a comma in it, which \"numbers\" does not declare";
  }
  if (text.find_first_of("eE") != std::string_view::npos &&
      text.find_first_not_of("0123456789.eE+-") == std::string_view::npos) {
    return "is written in powers of ten, by which digits may be lost";
  }
  return "is no number";
}

}  // namespace

std::string read_number(std::string_view text, const NumberForm& form, std::string& why) {
  std::string_view rest = trim(text);
  const bool is_negative = take_signs(rest, form);
  const std::size_t point = std::min(rest.find('.'), rest.size());
  const std::string_view fraction = rest.substr(std::min(point + 1, rest.size()));
  std::string whole = whole_digits(rest.substr(0, point), form.thousands);
  const bool is_whole_right = point == 0 ? !fraction.empty() : !whole.empty();
  if (!is_whole_right || fraction.find_first_not_of(kDigits) != std::string_view::npos) {
    why = reason(trim(text), form);
    return {};
  }
  if (whole.size() + fraction.size() > kMostDigits) {
    why = fmt::format("has more than {} digits", kMostDigits);
    return {};
  }
  whole.erase(0, std::min(whole.find_first_not_of('0'), whole.size()));
  if (whole.empty()) whole = "0";
  const bool is_zero = whole == "0" && fraction.find_first_not_of('0') == std::string_view::npos;
  std::string number = is_negative && !is_zero ? "-" : "";
  number += whole;
  if (!fraction.empty()) number.append(".").append(fraction);
  return number;
}

}  // namespace glasshouse::datasets
