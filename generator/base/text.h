// Text: UTF-8, nearest spellings, slugs, numbers as JavaScript prints them, HTML escaping.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace glasshouse {

/// The offset of the first byte that is not well-formed UTF-8 (Unicode 15, table 3-7), if any.
[[nodiscard]] std::optional<std::size_t> find_invalid_utf8(std::string_view text);

/// The number of code points, taking each malformed byte as one.
[[nodiscard]] std::size_t count_characters(std::string_view text);

/// The candidate nearest to `word` by edit distance (transpositions count one), if it is near
/// enough to be what was meant: a distance of at most a third of the word's length, at least 1.
/// Ties go to the first candidate.
[[nodiscard]] std::optional<std::string_view> nearest(std::string_view word,
                                                      std::span<const std::string_view> candidates);

/// `Did you mean "x"?`, or empty where nothing is near.
[[nodiscard]] std::string did_you_mean(std::string_view word,
                                       std::span<const std::string_view> candidates);

/// Lower-case ASCII letters, digits and single hyphens: "King's Norton North" →
/// "kings-norton-north". Latin letters lose their accents; other letters are dropped. May be empty.
[[nodiscard]] std::string slug(std::string_view text);

/// Whether this can be a record's id: 1 to 100 of a-z, 0-9 and "-", no "-" at either end.
[[nodiscard]] bool is_slug(std::string_view text);

/// Adds the number as JavaScript's Number::toString does (ECMA-262, 6.1.6.1.20): 1, 0.1, 1e+21,
/// NaN.
void append_number(std::string& out, double number);
[[nodiscard]] std::string number_text(double number);

/// Adds the text with & " ' < > and backslash escaped as Nunjucks does: fit for element content and
/// for quoted attributes.
void append_escaped(std::string& out, std::string_view text);

/// Without ASCII white space at both ends.
[[nodiscard]] std::string_view trim(std::string_view text);

/// The parts between separators; one part where there is none.
[[nodiscard]] std::vector<std::string_view> split(std::string_view text, char separator);

/// With each %41 as the byte it stands for (RFC 3986, 2.1); a % that starts no such triplet stays.
[[nodiscard]] std::string percent_decoded(std::string_view text);

/// Lower case for ASCII letters only.
[[nodiscard]] std::string to_lower(std::string_view text);

}  // namespace glasshouse
