// The values of `format` that we check: dates and times by RFC 3339, addresses by RFC 3986 and
// RFC 5321. Also what `$ref` needs of addresses: taking them apart and resolving them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace glasshouse::schema {

enum class Format : std::uint8_t { none, date, date_time, time, uri, uri_reference, email };

/// The format of that name; none for those of draft-07 that are not checked and for others.
[[nodiscard]] Format format_of(std::string_view name);
/// A format of draft-07 that we do not check: "hostname", "regex" …
[[nodiscard]] bool is_unchecked_format(std::string_view name);
[[nodiscard]] std::string_view name_of(Format format);

[[nodiscard]] bool has_format(std::string_view text, Format format);

/// An absolute address, with its scheme.
[[nodiscard]] bool is_uri(std::string_view text);
/// An address that may be relative to another.
[[nodiscard]] bool is_uri_reference(std::string_view text);
[[nodiscard]] bool is_email(std::string_view text);

/// The parts of an address (RFC 3986, appendix B); views into its text.
struct Uri {
  std::optional<std::string_view> scheme, authority;
  std::string_view path;
  std::optional<std::string_view> query, fragment;
};
[[nodiscard]] Uri split_uri(std::string_view text);
/// The address that `reference` means when it is read at `base` (RFC 3986, 5.2).
[[nodiscard]] std::string resolve_uri(std::string_view base, std::string_view reference);

}  // namespace glasshouse::schema
