// Markdown to safe HTML: CommonMark (cmark) with the pipe tables of GFM. Start here.
//
// What a body may link to is not known in this room: whoever calls passes a function that turns
// what an author wrote (`foi:foi-2018-001`, `response.csv`) into an address of the site. Whatever
// an author wrote, the output holds no HTML of theirs and no address outside the policy (url.h).
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"

namespace glasshouse::markdown {

/// A link or an image as its author wrote it, escapes and entities resolved.
struct Reference {
  std::string_view destination;  // "foi:foi-2018-001", "../commitments/c-01.md#why", "/wards/"
  bool image = false;
};

/// Where a reference leads. With a `problem` (one sentence, no full stop) the reference is broken:
/// it is reported as an error "broken-link" at its place, and its text stands without a link.
struct Target {
  std::string address;  // an address of the site, base path and `#…` included; not yet escaped
  std::string problem;
  std::string hint;
};

/// Asked for each reference but those to `#…` in the same text, `mailto:` and `tel:`. No target
/// means "not one of mine": then `http:`, `https:` and relative addresses stand as written, and
/// any other scheme is refused. An answer makes the link one of the site's own (never external),
/// so that a full address of the site itself may be checked too. Called on the caller's thread.
using Resolver = std::function<std::optional<Target>(const Reference&)>;

struct Options {
  /// Where the text stands: the file relative to the site folder, and the line of its first line.
  /// With `line_for_line` false (a text inside JSON) every problem is told at `start` itself.
  std::string_view file = {};
  Mark start{1, 1};
  bool line_for_line = true;

  /// The level that the highest heading of the text gets; the rest nest below it without a gap,
  /// whatever levels were written, down to h6.
  int top_heading = 2;
  /// True: `##` is h2, gaps and all; `top_heading` does not count.
  bool keep_heading_levels = false;
  /// Put before each heading's id, so that two texts on one page cannot collide.
  std::string_view id_prefix = {};

  /// Exactly the elements of the examples of CommonMark and GFM: no ids, no regions around tables,
  /// no `scope`, no `rel`, alignment by `align`, `<br />`.
  bool bare = false;
  /// Empty: no reference is one of the site's own.
  Resolver resolver = {};
  /// May be null: then problems are passed over.
  Diagnostics* diagnostics = nullptr;
};

/// A heading in the order of the text, for a table of contents.
struct Heading {
  int level = 0;     // as in the output, 1 to 6
  std::string id;    // with the prefix; unique in the text
  std::string text;  // without markup, not escaped
};

/// Adds the HTML of `markdown` to `out`; block elements, each followed by a line feed. A text that
/// cannot be rendered within bounds (see limits in README.md) adds nothing and is reported as an
/// error "markdown-too-complex". Safe to call from any number of threads.
void to_html(std::string_view markdown, const Options& options, std::string& out,
             std::vector<Heading>* headings = nullptr);

/// The text people read, without markup and not escaped: paragraphs, headings, items and cells
/// separated by one space, pictures by their alternative text. At most `max` characters: a longer
/// text is cut after a word and ends in "…".
[[nodiscard]] std::string plain_text(std::string_view markdown, std::size_t max = SIZE_MAX);

}  // namespace glasshouse::markdown
