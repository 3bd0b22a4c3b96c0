// The figures of the overviews, counted once by rules/ over all records that are not withdrawn.
// Every figure can be opened: the records it counts are those whose `derived` says the same word.
// Views live in the Source of the site.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/date.h"

namespace glasshouse::model {

struct Record;
struct Collection;

/// How often a value occurs.
struct Count {
  std::string_view value;
  std::size_t count = 0;
};
/// Most first, then by value.
using Counts = std::vector<Count>;

/// Requests for information of one group. Timeliness is counted as the Cabinet Office does:
/// requests on hold, lapsed or withdrawn are left out, those still open within their time too.
struct FoiFigures {
  std::string key;  // "2018-Q1", a directorate's value, or empty for all
  std::size_t received = 0, answered = 0;
  std::size_t in_time = 0, permitted_extension = 0, late = 0;  // of those answered
  std::size_t open = 0, overdue = 0, on_hold = 0, lapsed = 0;
  std::size_t should_be_dataset = 0;  // answers that name a dataset they should have been
  std::size_t reviews = 0,
              reviews_changed = 0;  // internal reviews asked for; that changed the answer
  std::optional<double> median_days, mean_days;  // working days of those answered
  Counts outcomes, exemptions;

  /// Requests whose clock has run: what "in time" is a share of.
  [[nodiscard]] std::size_t due() const { return in_time + permitted_extension + late + overdue; }
  /// Of those, in time or within a permitted extension, 0 to 100; none where none was due.
  [[nodiscard]] std::optional<double> in_time_per_cent() const {
    if (due() == 0) return std::nullopt;
    return 100.0 * static_cast<double>(in_time + permitted_extension) / static_cast<double>(due());
  }
};

struct FoiStatistics {
  FoiFigures all;
  std::vector<FoiFigures> quarters;      // of the day of receipt; in order, none left out between
  std::vector<FoiFigures> directorates;  // by value
  std::vector<const Record*> overdue;    // not answered and past the deadline, the oldest first
};

/// Decisions of one group.
struct DecisionFigures {
  std::string key;  // "2018", or empty for all
  std::size_t decisions = 0;
  std::size_t stated = 0;      // say whether they were taken in private
  std::size_t in_private = 0;  // of those
  std::size_t key_decisions = 0, general_exception = 0, special_urgency = 0, called_in = 0;
  Counts paragraphs;  // of Schedule 12A, or "confidential"

  [[nodiscard]] std::optional<double> private_per_cent() const {
    if (stated == 0) return std::nullopt;
    return 100.0 * static_cast<double>(in_private) / static_cast<double>(stated);
  }
};

struct DecisionStatistics {
  DecisionFigures all;
  std::vector<DecisionFigures> years;  // those with a decision, in order
};

/// How a promise stands by what the records show (`derived.status`).
enum class Standing : std::uint8_t {
  done,
  on_track,
  at_risk,
  slipped,
  late,
  not_started,
  dropped,
  not_in_the_source,
};
inline constexpr std::size_t kStandings = 8;
/// "done", "on-track" …: the word of `derived.status`.
[[nodiscard]] std::string_view name_of(Standing standing);

/// Promises of one group.
struct PromiseFigures {
  std::string_view key;            // a directorate's value, or empty
  const Record* record = nullptr;  // the priority or ward, where it is of one
  std::size_t made = 0;
  std::array<std::size_t, kStandings> standing{};
  std::size_t overdue = 0, slipped = 0, stale = 0, unevidenced = 0, disputed = 0, vague = 0;

  [[nodiscard]] std::size_t kept() const { return standing[0]; }
  [[nodiscard]] std::size_t of(Standing which) const {
    return standing[static_cast<std::size_t>(which)];
  }
};

/// A due date that moved.
struct Move {
  const Record* record = nullptr;
  std::optional<Date> moved_on;
  Date from, to;
  int days = 0;             // later; negative where it was brought forward
  std::string_view reason;  // may be empty: none was recorded
};

struct PromiseStatistics {
  PromiseFigures all;
  std::vector<PromiseFigures> priorities;    // as that collection is sorted
  std::vector<PromiseFigures> directorates;  // by value
  std::vector<PromiseFigures> wards;         // those that a promise names, as they are sorted
  std::vector<Move> moves;                   // the slippage ledger: the longest first
};

/// What outside bodies recommended.
struct RecommendationStatistics {
  std::size_t made = 0;
  // By the promises that answer them: all done; none late; one at least late; the source is silent.
  std::size_t done = 0, under_way = 0, late = 0, not_in_the_source = 0;
  std::size_t unanswered = 0;                            // no promise answers them
  std::vector<const Record*> without_answer;             // as that collection is sorted
  std::vector<const Record*> promises_without_decision;  // no decision carries them out
};

/// Money in pence, so that sums are exact. Negative for what moved down.
struct Savings {
  std::int64_t target = 0, on_track = 0, at_risk = 0, delayed = 0, undeliverable = 0;
  friend bool operator==(const Savings&, const Savings&) = default;
  Savings& operator+=(const Savings& other);
  [[nodiscard]] Savings operator-(const Savings& other) const;
};

struct SavingsGroup {
  std::string_view directorate;
  Savings sum;
  std::vector<const Record*> rows;
};

/// The savings of one year as they stood in one month.
struct SavingsSnapshot {
  std::string_view year, snapshot;
  Savings sum;                             // of the rows
  const Record* printed_total = nullptr;   // the row that the report prints as the total
  std::vector<SavingsGroup> directorates;  // the largest target first
  std::optional<Savings> movement;         // since the snapshot of this year before
};

/// What wards are compared by, in the order of pages.
enum class WardMeasure : std::uint8_t {
  population_per_councillor,  // to the nearest whole number
  forums_held,                // in the year to as_of
  decisions,                  // that name the ward; so of the next two
  commitments,
  foi,
};
inline constexpr std::array<std::string_view, 5> kWardMeasures = {
    "population_per_councillor", "forums_held", "decisions", "commitments", "foi"};

/// Where a ward stands among all that have the figure. Rank 1 is the highest; wards with the same
/// value share a rank, and `tied` counts the others that do.
struct WardStanding {
  double value = 0;
  std::size_t rank = 1, tied = 0;
};

/// All wards by one measure.
struct WardSpread {
  std::size_t wards = 0;  // that have the figure; the rest is 0 where none has
  double median = 0, highest = 0;
};

/// What touches a ward.
struct WardFigures {
  const Record* ward = nullptr;
  std::vector<std::pair<const Collection*, std::size_t>> touching;  // records, by collection
  std::size_t forums_held = 0, forums_to_come = 0, forums_called_off = 0;
  std::size_t forums_lately = 0;  // of those held, in the year to as_of
  const Record* next_forum = nullptr;
  /// By WardMeasure; none where the ward, or the site, does not say what it takes.
  std::array<std::optional<WardStanding>, kWardMeasures.size()> measures;
};

/// Meetings of one ward in one year.
struct ForumYear {
  const Record* ward = nullptr;
  int year = 0;
  std::size_t held = 0, to_come = 0, called_off = 0;
  std::size_t held_lately = 0;   // of those held, in the year to as_of
  const Record* next = nullptr;  // the first of those to come
};

/// Something that must happen by a day.
struct Due {
  Date date;
  const Record* record = nullptr;
  /// "foi-answer", "foi-review", "commitment", "call-in", "urgency-report", "agenda", "dataset".
  std::string_view what;
};

struct Statistics {
  FoiStatistics foi;
  DecisionStatistics decisions;
  PromiseStatistics promises;
  RecommendationStatistics recommendations;
  std::vector<SavingsSnapshot> savings;                          // by year, then month
  std::vector<WardFigures> wards;                                // every ward, as they are sorted
  std::unordered_map<const Record*, std::size_t> place_of_ward;  // in `wards`
  std::array<WardSpread, kWardMeasures.size()> ward_spreads;     // by WardMeasure
  std::vector<ForumYear> forums;                                 // by ward, then year
  std::vector<Due> falling_due;  // from as_of on for 30 days, the nearest first
};

}  // namespace glasshouse::model
