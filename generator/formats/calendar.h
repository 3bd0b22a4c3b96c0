// A calendar (iCalendar, RFC 5545) of what has a day: meetings, due dates of promises, deadlines of
// open requests, releases of datasets, last days of call-in.
#pragma once

#include <string>

#include "model/route.h"

namespace glasshouse::formats {

/// How long ago an event may lie: a calendar is for what comes, and for looking back a little.
inline constexpr int kCalendarDaysBack = 366;

/// Adds the calendar of the site, or of the records that name `ward` where it is given. Events
/// stand by their day, then by address; their ids are the records' addresses, and every stamp comes
/// from content, so that the same content gives the same bytes.
void append_calendar(std::string& out, const model::Site& site, const model::Record* ward,
                     const model::Workspace& space);

/// Adds one content line (RFC 5545, 3.1): folded after 75 octets at most, never within a character,
/// and ended by CRLF. `value` must be escaped where it is TEXT.
void append_content_line(std::string& out, std::string_view name, std::string_view value);

/// Adds TEXT (RFC 5545, 3.3.11) escaped: backslash, semicolon, comma and line end; other control
/// characters, which it may not hold, are left out.
void append_calendar_text(std::string& out, std::string_view text);

}  // namespace glasshouse::formats
