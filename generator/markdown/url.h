// The address policy: what may stand in an `href` or a `src`. An allow-list, read off what a
// browser would make of the address, not off what it looks like.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace glasshouse::markdown {

enum class UrlKind : std::uint8_t {
  empty,
  fragment,  // "#costs"
  relative,  // "response.csv", "/wards/", "?page=2"
  web,       // http: or https:
  contact,   // mailto: or tel:
  scheme,    // any other `word:`; fit only if the resolver knows it ("foi:foi-2018-001")
  host,      // "//host", "/\host": would leave the site under a name that looks local
  control,   // holds a control character, which browsers drop: "java\tscript:"
};

/// What the destination is. White space at its ends does not count.
[[nodiscard]] UrlKind url_kind(std::string_view destination);

/// Whether an address of this kind may be published. Pictures cannot be `contact`.
[[nodiscard]] bool is_allowed(UrlKind kind, bool image);

/// Adds the address as an attribute's content: percent-encoded as CommonMark's examples have it,
/// `&` and `'` as entities.
void append_href(std::string& out, std::string_view address);

/// Adds text as element content or attribute: `& < > "` as entities, as CommonMark's examples have
/// it; control characters, which neither HTML nor XML may hold, as U+FFFD.
void append_html(std::string& out, std::string_view text);

}  // namespace glasshouse::markdown
