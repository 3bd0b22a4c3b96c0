// The paragraphs of Schedule 12A to the Local Government Act 1972, Part 1 (as it stands for
// England), under which the public may be shut out, and "confidential" (s.100A(3)), where it must
// be.
#pragma once

#include <span>
#include <string_view>

namespace glasshouse::rules {

struct ExemptParagraph {
  std::string_view paragraph, title;
};

[[nodiscard]] std::span<const ExemptParagraph> schedule_12a();

/// The paragraph that the text names: "3", "confidential"; nullptr where there is none.
[[nodiscard]] const ExemptParagraph* find_paragraph(std::string_view text);

}  // namespace glasshouse::rules
