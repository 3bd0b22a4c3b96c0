// The class names and words that the HTML of a Markdown text carries; the renderer knows none of
// its own.
#pragma once

#include <array>
#include <string_view>

namespace glasshouse::markdown {

/// An empty class adds no attribute. All text lives as long as the style.
struct Style {
  std::array<std::string_view, 7> heading = {};  // by level in the output; [0] is not used
  std::string_view paragraph = {};
  std::string_view link = {};
  std::string_view external_link = {};  // of a link that leaves the site, instead of `link`
  std::string_view bullet_list = {};
  std::string_view number_list = {};
  std::string_view quote = {};
  std::string_view code_block = {};
  std::string_view rule = {};
  std::string_view image = {};

  std::string_view table = {};
  std::string_view table_head = {};
  std::string_view table_body = {};
  std::string_view table_row = {};
  std::string_view table_header = {};
  std::string_view table_cell = {};
  std::string_view header_centre = {},
                   header_right = {};                  // added to the class of such a header cell
  std::string_view cell_centre = {}, cell_right = {};  // added to the class of such a cell

  /// Exactly the elements of the examples of CommonMark and GFM: no ids, no regions around tables,
  /// no `scope`, no `rel`, alignment by `align`, `<br />`.
  bool bare = false;
  /// A wide table scrolls inside a region that the keyboard reaches: its class, and the word its
  /// name starts with: "Table 2: Costs", after the heading it stands under.
  std::string_view table_region = {};
  std::string_view table_word = "Table";

  /// Text after an external link that only screen readers hear; empty for none.
  std::string_view external_note = {};
  std::string_view visually_hidden = {};  // the class that hides it
};

/// Bare, no classes: to compare with the examples of CommonMark and GFM.
extern const Style kPlain;
/// For pages, feeds and `content_html` alike: plain elements that a page's stylesheet dresses by
/// the box they stand in, and classes for the alignment of cells alone (`align-centre`,
/// `align-right`).
extern const Style kSite;

}  // namespace glasshouse::markdown
