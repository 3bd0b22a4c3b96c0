#include "rules/derived_fields.h"

namespace glasshouse::rules {

namespace {

using enum model::FieldType;

constexpr DerivedField kFoi[] = {
    {"clock_starts", date, "Clock starts", "The day the time for an answer runs from."},
    {"statutory_deadline", date, "Deadline before extension",
     "The last day for an answer, had it not been extended."},
    {"deadline", date, "Deadline", "The last day for an answer."},
    {"working_days", integer, "Working days",
     "Working days that the answer took; so far, where there is none.", "working days"},
    {"not_counted", integer, "Working days not counted",
     "Working days on which the clock stood still, waiting for the person who asked.",
     "working days"},
    {"days_late", integer, "Days late", "Working days after the deadline.", "working days"},
    {"timeliness", text, "Timeliness",
     "In time, late, open or overdue, as the Cabinet Office counts it."},
    {"exemptions",
     list,
     "Exemptions read",
     "Each exemption or exception named: its section, title and class, and whether it needs a "
     "public interest test.",
     {},
     object},
    {"public_interest_test", boolean, "Public interest test needed",
     "Whether an exemption named is qualified, so that the public interest must be weighed."},
    {"internal_review", object, "Review clock",
     "The deadline, working days and timeliness of the internal review."},
    {"estimated_cost", number, "Estimated cost",
     "The hours estimated, at £25 an hour (SI 2004/3244).", "GBP"},
};

constexpr DerivedField kDecision[] = {
    {"maker", text, "Kind of decision maker", "Executive, officer or council."},
    {"paragraphs",
     list,
     "Paragraphs read",
     "Each paragraph of Schedule 12A named, with its title.",
     {},
     object},
    {"notice", text, "Notice", "The kind of notice the key decision was given."},
    {"notice_clear_days", integer, "Clear days of notice", "Between the notice and the decision.",
     "days"},
    {"notice_clear_working_days", integer, "Clear working days of notice",
     "Between the notice and the decision.", "working days"},
    {"private_notice", text, "Notice of privacy",
     "Whether both notices of a private meeting were given in time."},
    {"private_notice_28_clear_days", integer, "Clear days of the first notice of privacy",
     "Regulation 5 asks for 28.", "days"},
    {"private_notice_5_clear_days", integer, "Clear days of the second notice of privacy",
     "Regulation 5 asks for 5.", "days"},
    {"working_days_to_publish", integer, "Working days to publish",
     "Between the decision and its record.", "working days"},
    {"call_in", text, "Call-in", "Whether the decision may still be called in, or was."},
    {"call_in_deadline", date, "Call-in deadline", "The last day on which it may be called in."},
    {"call_in_working_days", integer, "Call-in window", "As the council's constitution sets it.",
     "working days"},
    {"keep_until", date, "Keep until", "The last day on which the record must be kept public."},
    {"record_complete", boolean, "Record complete",
     "Whether the record has every part that the law asks for."},
    {"record_missing", list, "Parts missing", "Parts that the law asks for and the record lacks."},
};

constexpr DerivedField kCommitment[] = {
    {"status", text, "Standing", "How the promise stands by its dates and evidence."},
    {"agrees", boolean, "Agrees with what was declared",
     "Whether the declared status is the same as the standing."},
    {"past_due", boolean, "Past due",
     "Whether the due date has passed and it was not declared done."},
    {"days_past_due", integer, "Days past due", "Days since the due date.", "days"},
    {"overdue", boolean, "Overdue", "Whether it is past due and neither done nor dropped."},
    {"slipped_days", integer, "Slipped by", "From the first due date to the one that now holds.",
     "days"},
    {"slipped_times", integer, "Times slipped", "How often the due date moved later."},
    {"stale", boolean, "Stale", "Whether it was not reviewed within the interval the site sets."},
    {"days_since_review", integer, "Days since review", "Since it was last reviewed.", "days"},
    {"unevidenced", boolean, "Without evidence", "Whether it is declared done with no evidence."},
    {"disputed", boolean, "Disputed", "Whether it is declared on track while it is overdue."},
    {"missing", list, "Not said",
     "What a promise needs to be checkable and this one does not say."},
    {"vague_words", list, "Vague words", "Words in it that cannot be checked."},
};

constexpr DerivedField kRecommendation[] = {
    {"answer", text, "Answer", "Done, under way, turned down, none, or not in the source."},
    {"promises", integer, "Promises", "How many promises answer it."},
    {"promises_done", integer, "Promises done", "How many of them are done."},
    {"standings", object, "Standings", "How many of the promises have each standing."},
};

constexpr DerivedField kSaving[] = {
    {"accounted_for", number, "Accounted for",
     "On track, at risk, delayed and undeliverable together.", "GBP"},
    {"on_track_per_cent", number, "On track", "The share of the target that is on track.",
     "per cent"},
    {"reconciles", boolean, "Reconciles",
     "Whether the rows of the snapshot come to this printed total."},
};

constexpr DerivedField kIndicator[] = {
    {"latest", object, "Latest value", "The last period's value."},
    {"previous", object, "Value before", "The value of the period before."},
    {"rag", text, "Red, amber or green", "From the target, its tolerance and its direction."},
    {"distance", number, "Distance to target", "How far the latest is from the target."},
    {"change", number, "Change", "From the value before to the latest."},
    {"trend", text, "Trend", "Better, worse or steady; up or down where no direction is given."},
};

constexpr DerivedField kMeeting[] = {
    {"day", date, "Day", "The day of the meeting."},
    {"agenda_by", date, "Agenda due", "The last working day that gives five clear days."},
    {"agenda_clear_days", integer, "Clear days of the agenda", "Between agenda and meeting.",
     "working days"},
};

constexpr DerivedField kWard[] = {
    {"population_per_councillor", number, "People for each councillor",
     "Its population by its seats on the council.", "people"},
    {"forums_held", integer, "Forums held", "In the year to the day the site stands at."},
    {"decisions", integer, "Decisions", "How many decisions name it."},
    {"commitments", integer, "Promises", "How many promises name it."},
    {"foi", integer, "Requests", "How many requests for information name it."},
    {"against_city", object, "Against the other wards",
     "Of each figure: the median of all wards, and its place among them."},
};

constexpr DerivedField kDataset[] = {
    {"last_release", date, "Last release", "When it was last published."},
    {"next_due", date, "Next release due", "By how often it is to be published."},
    {"overdue", boolean, "Overdue", "Whether the next release is late."},
    {"files", object, "Files",
     "The rows and bytes of each release, and what was done to its file."},
};

}  // namespace

std::span<const DerivedField> derived_fields(schema::Kind kind) {
  switch (kind) {
    case schema::Kind::foi:
      return kFoi;
    case schema::Kind::decision:
      return kDecision;
    case schema::Kind::commitment:
      return kCommitment;
    case schema::Kind::recommendation:
      return kRecommendation;
    case schema::Kind::saving:
      return kSaving;
    case schema::Kind::indicator:
      return kIndicator;
    case schema::Kind::meeting:
      return kMeeting;
    case schema::Kind::ward:
      return kWard;
    case schema::Kind::dataset:
      return kDataset;
    default:
      return {};
  }
}

}  // namespace glasshouse::rules
