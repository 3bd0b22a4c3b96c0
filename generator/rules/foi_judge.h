// What one FOI record is judged by, in parts: its time in foi.cpp, its refusal in foi_refusal.cpp.
#pragma once

#include <optional>
#include <vector>

#include "rules/foi.h"
#include "rules/foi_words.h"
#include "rules/workspace.h"

namespace glasshouse::rules {

class FoiJudge {
 public:
  FoiJudge(Workspace& work, const model::Collection& collection)
      : work_(work), field_(collection), words_(work) {}

  void judge(model::Record& record, std::vector<FoiCase>& cases);

 private:
  struct Case : FoiCase {
    FoiFacts facts;
    Value outcome_value, extension, review;
    bool is_refused = false, needs_test = false;
    Value first_needing_test;
  };
  [[nodiscard]] Case read(const model::Record& record) const;
  [[nodiscard]] bool check_dates(const model::Record& record, const Case& read) const;
  void check_truth(const model::Record& record, const Case& read) const;
  void check_open(const model::Record& record, const Case& read) const;
  void check_outcome(const model::Record& record, const Case& read);
  void read_exemptions(const model::Record& record, Case& read, Map& derived);
  void judge_clock(const model::Record& record, Case& read, Map& derived);
  void judge_time(const model::Record& record, const Case& read, const FoiClock& clock);
  void judge_extension(const model::Record& record, const Case& read, const FoiClock& clock);
  void judge_review(const model::Record& record, Case& read, Map& derived);
  void judge_reasons(const model::Record& record, const Case& read);
  void judge_cost(const model::Record& record, const Case& read, Map& derived);
  void judge_public_interest(const model::Record& record, const Case& read);

  Workspace& work_;
  FoiFields field_;
  FoiWords words_;
};

}  // namespace glasshouse::rules
