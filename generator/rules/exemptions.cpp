#include "rules/exemptions.h"

#include <algorithm>
#include <array>
#include <string>

namespace glasshouse::rules {

namespace {

using Class = ExemptionClass;
constexpr Regime kFoi = Regime::foi, kEir = Regime::eir;

constexpr std::array kExemptions = {
    Exemption{"FOIA s.12", kFoi, Class::procedural, "Cost of complying over the limit"},
    Exemption{"FOIA s.14", kFoi, Class::procedural, "Vexatious or repeated request"},
    Exemption{"FOIA s.14(1)", kFoi, Class::procedural, "Vexatious request"},
    Exemption{"FOIA s.14(2)", kFoi, Class::procedural, "Repeated request"},
    Exemption{"FOIA s.21", kFoi, Class::absolute, "Reasonably accessible by other means"},
    Exemption{"FOIA s.22", kFoi, Class::qualified, "Intended for future publication"},
    Exemption{"FOIA s.22A", kFoi, Class::qualified, "Research"},
    Exemption{"FOIA s.23", kFoi, Class::absolute, "Bodies dealing with security matters"},
    Exemption{"FOIA s.24", kFoi, Class::qualified, "National security"},
    Exemption{"FOIA s.26", kFoi, Class::qualified, "Defence"},
    Exemption{"FOIA s.27", kFoi, Class::qualified, "International relations"},
    Exemption{"FOIA s.28", kFoi, Class::qualified, "Relations within the United Kingdom"},
    Exemption{"FOIA s.29", kFoi, Class::qualified, "The economy"},
    Exemption{"FOIA s.30", kFoi, Class::qualified, "Investigations and proceedings"},
    Exemption{"FOIA s.31", kFoi, Class::qualified, "Law enforcement"},
    Exemption{"FOIA s.32", kFoi, Class::absolute, "Court records"},
    Exemption{"FOIA s.33", kFoi, Class::qualified, "Audit functions"},
    Exemption{"FOIA s.34", kFoi, Class::absolute, "Parliamentary privilege"},
    Exemption{"FOIA s.35", kFoi, Class::qualified, "Formulation of government policy"},
    // Absolute only for what either House of Parliament holds (s.2(3)(e)).
    Exemption{"FOIA s.36", kFoi, Class::qualified,
              "Prejudice to the effective conduct of public affairs"},
    Exemption{"FOIA s.37", kFoi, Class::qualified,
              "Communications with the Sovereign, and honours"},
    Exemption{"FOIA s.38", kFoi, Class::qualified, "Health and safety"},
    Exemption{"FOIA s.39", kFoi, Class::qualified, "Environmental information"},
    // Absolute where telling would break a data protection principle (s.2(3)(fa)): the usual case.
    Exemption{"FOIA s.40", kFoi, Class::absolute, "Personal information"},
    Exemption{"FOIA s.40(1)", kFoi, Class::absolute,
              "Personal information of the person who asked"},
    Exemption{"FOIA s.40(2)", kFoi, Class::absolute, "Personal information of others"},
    Exemption{"FOIA s.41", kFoi, Class::absolute, "Provided in confidence"},
    Exemption{"FOIA s.42", kFoi, Class::qualified, "Legal professional privilege"},
    Exemption{"FOIA s.43", kFoi, Class::qualified, "Commercial interests"},
    Exemption{"FOIA s.43(1)", kFoi, Class::qualified, "Trade secrets"},
    Exemption{"FOIA s.43(2)", kFoi, Class::qualified, "Commercial interests"},
    Exemption{"FOIA s.44", kFoi, Class::absolute, "Prohibited by law"},
    Exemption{"EIR reg.12(3)", kEir, Class::absolute, "Personal data"},
    // The test is required in form; the ICO holds that there is nothing to weigh.
    Exemption{"EIR reg.12(4)(a)", kEir, Class::absolute, "Not held"},
    Exemption{"EIR reg.12(4)(b)", kEir, Class::qualified, "Manifestly unreasonable request"},
    Exemption{"EIR reg.12(4)(c)", kEir, Class::qualified, "Request too general"},
    Exemption{"EIR reg.12(4)(d)", kEir, Class::qualified, "Unfinished or incomplete"},
    Exemption{"EIR reg.12(4)(e)", kEir, Class::qualified, "Internal communications"},
    Exemption{"EIR reg.12(5)(a)", kEir, Class::qualified,
              "International relations, defence, public safety"},
    Exemption{"EIR reg.12(5)(b)", kEir, Class::qualified, "The course of justice"},
    Exemption{"EIR reg.12(5)(c)", kEir, Class::qualified, "Intellectual property"},
    Exemption{"EIR reg.12(5)(d)", kEir, Class::qualified, "Confidentiality of proceedings"},
    Exemption{"EIR reg.12(5)(e)", kEir, Class::qualified, "Commercial confidentiality"},
    Exemption{"EIR reg.12(5)(f)", kEir, Class::qualified,
              "Interests of the person who provided it"},
    Exemption{"EIR reg.12(5)(g)", kEir, Class::qualified, "Protection of the environment"},
    Exemption{"EIR reg.13", kEir, Class::absolute, "Personal data of others"},
};

// "FOIA s. 40(2)" → "40(2)"; "reg.12(5)(e)" → "12(5)(e)"; empty where there is no number.
std::string section_of(std::string_view text) {
  const std::size_t first = text.find_first_of("0123456789");
  if (first == std::string_view::npos) return {};
  std::string section;
  for (const char c : text.substr(first)) {
    if (c == ' ') continue;
    const bool is_part =
        (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || c == '(' || c == ')' || c == 'A';
    if (!is_part) break;
    section += c;
  }
  return section;
}

bool has(std::span<const Exemption* const> named, Regime regime, std::string_view section) {
  return std::any_of(named.begin(), named.end(), [&](const Exemption* each) {
    return each->regime == regime && each->section().starts_with(section);
  });
}

}  // namespace

std::string_view name_of(ExemptionClass exemption_class) {
  constexpr std::array<std::string_view, 3> kNames = {"absolute", "public-interest-test",
                                                      "procedural"};
  return kNames[static_cast<std::size_t>(exemption_class)];
}

std::span<const Exemption> exemptions() { return kExemptions; }

const Exemption* find_exemption(std::string_view text) {
  const bool is_eir = text.find("EIR") != std::string_view::npos ||
                      text.find("reg") != std::string_view::npos ||
                      text.find("Reg") != std::string_view::npos;
  const Regime regime = is_eir ? kEir : kFoi;
  for (std::string section = section_of(text); !section.empty();) {
    for (const Exemption& each : kExemptions) {
      if (each.regime == regime && each.section() == section) return &each;
    }
    const std::size_t open = section.rfind('(');
    section.resize(open == std::string::npos ? 0 : open);
  }
  return nullptr;
}

bool is_refusal(std::string_view outcome) {
  return outcome == "withheld-in-full" || outcome == "granted-in-part" ||
         outcome == "refused-cost-limit" || outcome == "refused-vexatious";
}

Support support_of(std::string_view outcome, std::span<const Exemption* const> named) {
  const bool is_unreasonable = has(named, kEir, "12(4)(b)");
  if (is_refusal(outcome) && named.empty()) return Support::unsupported;
  const std::string_view section = outcome == "refused-cost-limit"  ? "12"
                                   : outcome == "refused-vexatious" ? "14"
                                                                    : "";
  if (!section.empty()) {
    return has(named, kFoi, section) || is_unreasonable ? Support::supported : Support::wrong;
  }
  if (outcome == "withheld-in-full") {
    const bool is_procedural = std::all_of(named.begin(), named.end(), [](const Exemption* each) {
      return each->exemption_class == Class::procedural;
    });
    return is_procedural ? Support::wrong : Support::supported;
  }
  if (named.empty() || outcome == "granted-in-part") return Support::supported;
  if (outcome == "not-held" && has(named, kEir, "12(4)(a)")) return Support::supported;
  // Advice may be what is left once a request costs too much (s.16).
  if (outcome == "advice-and-assistance") return Support::supported;
  const bool is_known = outcome == "granted-in-full" || outcome == "not-held" ||
                        outcome == "open" || outcome == "lapsed" || outcome == "withdrawn";
  return is_known ? Support::uncalled_for : Support::supported;
}

}  // namespace glasshouse::rules
