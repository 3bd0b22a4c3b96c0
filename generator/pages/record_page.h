// The page of one record: its fields, its body, its files, and what refers to it.
#pragma once

#include <string>

#include "pages/page.h"

namespace glasshouse::pages {

/// Also the page that stays of a withdrawn record, and plain pages.
void produce_record(const Making& making, const model::Record& record, std::string& out);

/// The name of the template that shows the records of a collection: `collection-NAME` where the
/// theme has it, else the kind's, else "record".
[[nodiscard]] std::string template_of(const Theme& theme, const model::Collection& collection);

}  // namespace glasshouse::pages
