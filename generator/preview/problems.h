// Diagnostics as HTML: a panel in the page that is shown, or a page of their own.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "base/diagnostic.h"

namespace glasshouse::preview {

/// A region at the foot of the window that can be folded, without any script. `note` is a sentence
/// above the list; may be empty.
[[nodiscard]] std::string problems_panel(std::span<const Diagnostic> problems,
                                         std::string_view note);

/// A whole page of ours: a heading, a sentence, the list. `base_path` is where its style is.
[[nodiscard]] std::string problems_page(std::string_view title, std::string_view sentence,
                                        std::span<const Diagnostic> problems,
                                        std::string_view base_path);

/// Puts `html` before the end of the page's body; at its end where it has none.
void insert_into_body(std::string& page, std::string_view html);

}  // namespace glasshouse::preview
