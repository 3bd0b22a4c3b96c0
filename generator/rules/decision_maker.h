// Who takes a decision, as far as the law asks: SI 2012/2089 binds the executive (reg 2: its
// cabinet, committees, members and those who act for it), SI 2014/2095 an officer under delegated
// powers (reg 7), the Local Government Act 1972 the council and its committees (s.100A to 100E).
#pragma once

#include <cstdint>
#include <string_view>

namespace glasshouse::rules {

enum class DecisionMaker : std::uint8_t {
  unknown,
  executive,
  council,
  committee,
  officer,
  outside
};
/// "executive" …; empty for unknown.
[[nodiscard]] std::string_view name_of(DecisionMaker maker);

/// By the words of the name: "cabinet-member-transport", "Deputy Leader", "planning-committee",
/// "director-of-housing". Words of English local government, in any spelling with spaces or
/// hyphens. Anything else is unknown, and no rule that depends on it is then applied.
[[nodiscard]] DecisionMaker decision_maker(std::string_view name);

/// Whether a meeting of this body is one that s.100B of the Act, or reg 7 of the Regulations,
/// binds: council, executive, committees and boards; not forums, panels and partnerships.
[[nodiscard]] bool is_bound_by_agenda_notice(std::string_view body);

}  // namespace glasshouse::rules
