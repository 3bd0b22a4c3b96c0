// The class names and words that the HTML of a Markdown text carries. Pages use the Design
// System's, feeds and data none; the renderer knows no name of its own.
#pragma once

#include <array>
#include <string_view>

namespace glasshouse::markdown {

/// An empty class adds no attribute. All text lives as long as the style.
struct Style {
  std::array<std::string_view, 7> heading;  // by level in the output; [0] is not used
  std::string_view paragraph;
  std::string_view link;
  std::string_view external_link;  // of a link that leaves the site, instead of `link`
  std::string_view bullet_list;
  std::string_view number_list;
  std::string_view quote;
  std::string_view code_block;
  std::string_view rule;
  std::string_view image;

  std::string_view table;
  std::string_view table_head;
  std::string_view table_body;
  std::string_view table_row;
  std::string_view table_header;
  std::string_view table_cell;
  std::string_view header_centre, header_right;  // added to the class of such a header cell
  std::string_view cell_centre, cell_right;      // added to the class of such a cell

  /// Wide tables scroll inside a named region that the keyboard reaches, header cells say that
  /// they head a column, and a link without text is not made. False: what GFM's examples expect.
  bool accessible = false;
  std::string_view table_region;  // the class of that region
  std::string_view table_word;    // its name: "Table 2: Costs", after the heading it stands under

  /// Text after an external link that only screen readers hear; empty for none.
  std::string_view external_note;
  std::string_view visually_hidden;  // the class that hides it
};

/// No classes, `align` attributes: for conformance with the examples of CommonMark and GFM.
extern const Style kPlain;
/// No classes, but accessible tables and links: for feeds and `content_html`.
extern const Style kFeed;
/// The classes of the GOV.UK Design System, with three of ours: `app-table-scroll` (the region a
/// wide table scrolls in), `app-link--external` and `app-table-centre`.
extern const Style kGovuk;

}  // namespace glasshouse::markdown
