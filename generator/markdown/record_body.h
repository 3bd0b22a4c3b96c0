// The Markdown of a record as HTML, with its links resolved in the finished site.
#pragma once

#include <string_view>

#include "base/diagnostic.h"
#include "model/route.h"

namespace glasshouse::markdown {

/// The record's body as HTML, headings from h2 down; empty where it has none. Kept in the
/// workspace, so that a page and its JSON twin, produced one after the other, render it once; good
/// until the workspace renders another record. Links that lead nowhere are said.
[[nodiscard]] std::string_view record_html(const model::Site& site, const model::Record& record,
                                           model::Workspace& workspace, Diagnostics& diagnostics);

/// The HTML of a Markdown field (contentMediaType text/markdown) of the record, in the same way.
/// `id_prefix` keeps its heading anchors apart from the body's.
void append_field_html(std::string& out, const model::Site& site, const model::Record& record,
                       Value field, std::string_view id_prefix, const model::Workspace& workspace,
                       Diagnostics& diagnostics);

}  // namespace glasshouse::markdown
