// The reasons for which information may be held back, and what each asks of the council.
//
// Freedom of Information Act 2000, Part II: absolute exemptions are those of s.2(3); all others
// need a public interest test (s.2(2)(b)). s.12 (cost limit: £450, 18 hours at £25, SI 2004/3244),
// s.14(1) (vexatious) and s.14(2) (repeated) end the duty to answer and are no exemptions.
// Environmental Information Regulations 2004, reg 12(4), (5) and 13: all of reg 12(1)(b) need the
// test.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "rules/foi_clock.h"

namespace glasshouse::rules {

enum class ExemptionClass : std::uint8_t { absolute, qualified, procedural };
/// "absolute", "public-interest-test", "procedural".
[[nodiscard]] std::string_view name_of(ExemptionClass exemption_class);

struct Exemption {
  std::string_view name;  // "FOIA s.40(2)", "EIR reg.12(5)(e)"
  Regime regime;
  ExemptionClass exemption_class;
  std::string_view title;  // what it protects: "Commercial interests"
  /// "40(2)" of the Act, "12(5)(e)" of the Regulations.
  [[nodiscard]] constexpr std::string_view section() const {
    return name.substr(name.find('.') + 1);
  }
};

/// All of them, by regime and section.
[[nodiscard]] std::span<const Exemption> exemptions();

/// The one that the text names: "FOIA s.40(2)", "EIR reg.12(5)(e)", "Section 43", "s31(1)(a)",
/// "Regulation 13(1)". A subsection that the list has not is taken as its section. nullptr where it
/// names none.
[[nodiscard]] const Exemption* find_exemption(std::string_view text);

/// Whether what the outcome says can rest on the exemptions. `unsupported`: it holds back, and
/// names none; `uncalled_for`: it holds nothing back, and names some; `wrong`: it names none of
/// those that the outcome rests on (refused-cost-limit: s.12).
enum class Support : std::uint8_t { supported, unsupported, uncalled_for, wrong };
[[nodiscard]] Support support_of(std::string_view outcome, std::span<const Exemption* const> named);

/// Whether the outcome holds something back.
[[nodiscard]] bool is_refusal(std::string_view outcome);

}  // namespace glasshouse::rules
