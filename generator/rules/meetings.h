// Meetings: the agenda's clear days, the rules agenda-notice and ward-forum, and forums held by
// ward and year.
//
// Local Government Act 1972 s.100B(3): copies of the agenda are open to the public five clear days
// before the meeting, neither day counting, in working days. SI 2012/2089 reg 7 asks the same of an
// executive's public meetings. Forums, panels and partnerships are not bound; theirs are counted
// all the same.
//
// `derived`: day, agenda_by (the last working day that gives five clear days), agenda_clear_days.
#pragma once

#include "rules/workspace.h"

namespace glasshouse::rules {

inline constexpr int kAgendaDays = 5;

/// The last working day on which an agenda can be published to be five clear working days early;
/// none where the calendar lacks the year.
[[nodiscard]] std::optional<Date> agenda_by(Date meeting, const Calendar& calendar);

/// The rule ward-forum, once all collections are judged: in each year that has ended and for which
/// the site has a meeting of a forum at all, the forum of every ward met as often as
/// `standards.ward_forums_a_year` of site.json says. Nothing is judged where it does not say.
void judge_forums(Workspace& work);

void derive_meetings(Workspace& work, model::Collection& collection);

}  // namespace glasshouse::rules
