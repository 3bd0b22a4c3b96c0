// A value of a record as people read it: the map that a template shows. docs/templates.md describes
// these maps.
#pragma once

#include "model/route.h"
#include "pages/theme.h"
#include "pages/view.h"

namespace glasshouse::pages {

/// What a page is made with, from the route to the last cell.
struct Making {
  const Theme& theme;
  model::Workspace& space;
  Diagnostics& diagnostics;

  [[nodiscard]] Arena& arena() const { return space.arena; }
  [[nodiscard]] const Strings& strings() const { return theme.strings; }
};

/// The view of the value that `record` has for the field; the "missing" one where it has none.
[[nodiscard]] Value show(const Making& making, const model::Record& record, const FieldPlan& plan,
                         Value value);

/// {text, datetime} of a date, a date-time or a month; text alone where it is none of them.
[[nodiscard]] Value show_date(const Making& making, std::string_view text);

/// {text, href, kind, when, tag, illustrative}: a record as a line in a list.
[[nodiscard]] Value show_link(const Making& making, const model::Record& record);

/// {name, title, href, type, size}: a file that stands with the record.
[[nodiscard]] Value show_attachment(const Making& making, const model::Record& record,
                                    const content::Attachment& attachment);

/// {document, author, date, paragraph, href, text} of {document, paragraph}, from site.json.
[[nodiscard]] Value show_source(const Making& making, std::string_view document, Value paragraph);

}  // namespace glasshouse::pages
