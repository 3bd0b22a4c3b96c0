// XML 1.0 text, as feeds and the sitemap need it.
#pragma once

#include <string>
#include <string_view>

namespace glasshouse::formats {

/// Adds the text escaped for content and for quoted attributes. Characters that XML 1.0 does not
/// admit (control characters but tab and line ends, U+FFFE, U+FFFF) become U+FFFD.
void append_xml(std::string& out, std::string_view text);

/// Adds <name>text</name> and a line end.
void append_element(std::string& out, std::string_view name, std::string_view text);

}  // namespace glasshouse::formats
