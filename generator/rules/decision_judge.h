// What one decision is judged by, in parts: notices and publication in decisions.cpp, what its
// record holds in decision_record.cpp, privacy in decision_privacy.cpp.
#pragma once

#include <array>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

#include "rules/decision_words.h"
#include "rules/decisions.h"
#include "rules/workspace.h"

namespace glasshouse::rules {

class DecisionJudge {
 public:
  DecisionJudge(Workspace& work, const model::Collection& collection)
      : work_(work), field_(collection), words_(work), unit_(pounds_of_unit(collection)) {
    for (std::size_t i = 0; i < makers_.size(); ++i) {
      makers_[i] = work.text(name_of(static_cast<DecisionMaker>(i)));
    }
    for (const NoticeState state : {NoticeState::full, NoticeState::general_exception,
                                    NoticeState::special_urgency, NoticeState::missing}) {
      notices_.emplace_back(name_of(state), work.text(name_of(state)));
    }
  }
  void judge(model::Record& record, std::vector<DecisionCase>& cases);
  /// Whether a record that was withdrawn had to stay open.
  void judge_withdrawal(const model::Record& record);

 private:
  struct Case : DecisionCase {
    DecisionMaker maker = DecisionMaker::unknown;
    std::optional<Date> decided, published;
    std::size_t wards = 0;
    bool sourced = false;
    bool says_key = false;
  };
  [[nodiscard]] static double pounds_of_unit(const model::Collection& collection);
  [[nodiscard]] Case read(const model::Record& record);
  [[nodiscard]] bool check_dates(const model::Record& record, const Case& read) const;
  void read_paragraphs(const model::Record& record, Case& read, Map& derived);
  void judge_notice(const model::Record& record, const Case& read, Map& derived);
  [[nodiscard]] bool is_significant(const model::Record& record) const;
  void judge_limbs(const model::Record& record, const Case& read);
  void judge_private_notice(const model::Record& record, const Case& read, Map& derived);
  /// One of the two notices before a private meeting.
  struct PrivateNotice {
    const TableField* field;
    Value key;  // in `derived`, of its clear days
    int wanted;
    bool in_working_days;
    std::string_view missing, too_short;  // what is found
  };
  [[nodiscard]] bool judge_notice_of_privacy(const model::Record& record, const Case& read,
                                             Map& derived, const PrivateNotice& asked);
  void judge_private_reason(const model::Record& record, const Case& read);
  void judge_parts(const model::Record& record, const Case& read, Map& derived);
  void judge_keeping(const Case& read, Map& derived);
  void judge_publication(const model::Record& record, const Case& read, Map& derived);
  void judge_urgency_report(const model::Record& record, const Case& read);
  /// The last day to call the decision in: the one it names, else by the council's own standard.
  [[nodiscard]] std::optional<Date> last_day_to_call_in(const model::Record& record,
                                                        const Case& read, Map& derived);
  void judge_call_in(const model::Record& record, const Case& read, Map& derived);
  void set(Map& derived, Value key, Value value) { derived.set(work_.arena(), key, value); }
  [[nodiscard]] DecisionMaker maker_of(std::string_view name);

  Workspace& work_;
  DecisionFields field_;
  DecisionWords words_;
  double unit_;  // pounds that one in the field "value" stands for
  std::array<Value, 6> makers_;
  std::vector<std::pair<std::string_view, Value>> notices_;
  std::unordered_map<std::string_view, DecisionMaker> maker_by_name_;
};

}  // namespace glasshouse::rules
