#include "datasets/cell.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "base/csv.h"
#include "base/date.h"
#include "base/text.h"

namespace glasshouse::datasets {

namespace {

using model::ColumnType;

constexpr std::size_t kLongestQuote = 60;               // bytes
constexpr double kLargestInteger = 9007199254740992.0;  // 2^53: what JSON's readers keep exactly

constexpr std::array<std::string_view, 8> kSpreadsheetErrorWords = {
    "#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!", "#SPILL!"};

bool stands_in(std::span<const std::string_view> words, std::string_view text) {
  return std::find(words.begin(), words.end(), text) != words.end();
}

bool is_spreadsheet_error(std::string_view text) {
  // A column that is too narrow prints nothing but #.
  return stands_in(kSpreadsheetErrorWords, text) ||
         (text.size() > 3 && text.find_first_not_of('#') == std::string_view::npos);
}

std::string_view form_of(ColumnType type) {
  return type == ColumnType::date        ? "YYYY-MM-DD"
         : type == ColumnType::yearmonth ? "YYYY-MM"
                                         : "YYYY";
}

class CellReader {
 public:
  CellReader(std::string_view text, const Column& column, const Reading& reading, std::string& out,
             CellCounts& counts, CellProblem& problem)
      : text_(text),
        column_(column),
        reading_(reading),
        out_(out),
        counts_(counts),
        problem_(problem) {}

  bool read() {
    switch (column_.shown.type) {
      case ColumnType::string:
        return read_text();
      case ColumnType::integer:
      case ColumnType::number:
        return read_amount();
      case ColumnType::boolean:
        return read_boolean();
      case ColumnType::date:
      case ColumnType::yearmonth:
      case ColumnType::year:
        return read_day();
    }
    return false;
  }

 private:
  bool wrong(std::string what, std::string hint = {}) {
    problem_.message = fmt::format("{} is {}, {}", column_.shown.name, in_quotes(text_), what);
    problem_.hint = std::move(hint);
    return false;
  }

  bool read_text() {
    out_ = text_;
    counts_.formulas += is_run_by_spreadsheets(text_) ? 1 : 0;
    counts_.spreadsheet_errors += is_spreadsheet_error(text_) ? 1 : 0;
    counts_.lost_characters += text_.find("\uFFFD") != std::string_view::npos ? 1 : 0;
    const std::size_t length = column_.least || column_.most ? count_characters(text_) : 0;
    if (column_.least && length < *column_.least) {
      return wrong(fmt::format("which is shorter than {} characters", *column_.least));
    }
    if (column_.most && length > *column_.most) {
      return wrong(fmt::format("which is longer than {} characters", *column_.most));
    }
    if (column_.pattern &&
        (column_.pattern->is_too_much(text_) || !column_.pattern->matches(text_))) {
      return wrong("which does not match the column's pattern");
    }
    return is_listed();
  }

  bool is_listed() {
    if (column_.words.empty() || stands_in(column_.words, out_)) return true;
    return wrong("which is none of the column's values", did_you_mean(out_, column_.words));
  }

  bool read_amount() {
    std::string why;
    out_ = read_number(text_, column_.numbers ? *column_.numbers : reading_.numbers, why);
    if (out_.empty())
      return wrong("which " + why,
                   "Mend the cell, or declare how numbers are "
                   "written under numbers.");
    double value = 0;
    std::from_chars(out_.data(), out_.data() + out_.size(), value);
    if (column_.shown.type == ColumnType::integer &&
        (out_.find('.') != std::string::npos || value > kLargestInteger ||
         value < -kLargestInteger)) {
      return wrong("which is no whole number");
    }
    counts_.numbers += out_ != text_ ? 1 : 0;
    return is_within(value) && is_listed();
  }

  bool is_within(double value) {
    if (column_.minimum && value < *column_.minimum) {
      return wrong(fmt::format("and must be {} at least", number_text(*column_.minimum)));
    }
    if (column_.maximum && value > *column_.maximum) {
      return wrong(fmt::format("and must be {} at most", number_text(*column_.maximum)));
    }
    return true;
  }

  bool read_boolean() {
    const bool is_true = stands_in(column_.true_words, text_);
    if (!is_true && !stands_in(column_.false_words, text_)) {
      return wrong("which is neither true nor false",
                   "Declare the words under true_words and false_words, or mend the cell.");
    }
    out_ = is_true ? "true" : "false";
    counts_.booleans += out_ != text_ ? 1 : 0;
    return true;
  }

  bool read_day() {
    const std::string_view form = form_of(column_.shown.type);
    const auto& formats = column_.dates.empty() ? reading_.dates : column_.dates;
    out_.clear();
    if (formats.empty()) {
      std::string why;
      const auto iso = content::DateFormat::compile(form, why);
      if (const auto day = iso->read(text_)) out_ = day->text();
    }
    for (const content::DateFormat& format : formats) {
      const auto day = format.read(text_);
      if (!day || day->text().size() != form.size()) continue;
      out_ = day->text();
      break;
    }
    if (out_.empty()) return wrong(no_day(formats), hint_of_day());
    if (!column_.first.empty() && out_ < column_.first) {
      return wrong(fmt::format("and must be {} at the earliest", column_.first));
    }
    if (!column_.last.empty() && out_ > column_.last) {
      return wrong(fmt::format("and must be {} at the latest", column_.last));
    }
    counts_.dates += out_ != text_ ? 1 : 0;
    double year = 0;
    std::from_chars(out_.data(), out_.data() + out_.size(), year);
    return column_.shown.type != ColumnType::year || is_within(year);
  }

  std::string no_day(const std::vector<content::DateFormat>& formats) const {
    std::string forms;
    for (const content::DateFormat& format : formats) {
      if (!forms.empty()) forms += " or ";
      forms += format.text();
    }
    const std::string_view what = column_.shown.type == ColumnType::date        ? "date"
                                  : column_.shown.type == ColumnType::yearmonth ? "month"
                                                                                : "year";
    return fmt::format("which is no {} written {}", what,
                       forms.empty() ? form_of(column_.shown.type) : std::string_view(forms));
  }

  std::string hint_of_day() const {
    const std::string usual = content::usual_date_formats(text_);
    if (usual.empty()) return "Mend the cell.";
    return fmt::format("It could be {}: declare the form under dates, or mend the cell.", usual);
  }

  std::string_view text_;
  const Column& column_;
  const Reading& reading_;
  std::string& out_;
  CellCounts& counts_;
  CellProblem& problem_;
};

}  // namespace

std::string in_quotes(std::string_view text) {
  if (text.size() <= kLongestQuote) return fmt::format("\"{}\"", text);
  std::size_t end = kLongestQuote;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return fmt::format("\"{}…\"", text.substr(0, end));
}

bool read_cell(std::string_view text, const Column& column, const Reading& reading,
               std::string& out, CellCounts& counts, CellProblem& problem) {
  const std::string_view trimmed = trim(text);
  out.clear();
  const bool is_missing = !trimmed.empty() && stands_in(reading.missing, trimmed);
  counts.missing += is_missing ? 1 : 0;
  if (trimmed.empty() || is_missing) {
    if (!column.is_required) return true;
    problem.message = is_missing
                          ? fmt::format("{} is {}, which stands for no value, and must have one",
                                        column.shown.name, in_quotes(trimmed))
                          : fmt::format("{} is empty, and must not be", column.shown.name);
    problem.hint.clear();
    return false;
  }
  counts.trimmed +=
      trimmed.size() != text.size() && column.shown.type == ColumnType::string ? 1 : 0;
  return CellReader(trimmed, column, reading, out, counts, problem).read();
}

}  // namespace glasshouse::datasets
