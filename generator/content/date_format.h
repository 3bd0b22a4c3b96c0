// The forms in which an export writes its dates, as a definition names them ("D MMMM YYYY"): read
// once, then used on every row.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace glasshouse::content {

/// A day, a month or a year as ISO 8601 writes it: "2018-06-30", "2018-06", "2018".
struct IsoDate {
  std::array<char, 10> bytes;
  std::size_t size;
  [[nodiscard]] std::string_view text() const { return {bytes.data(), size}; }
};

class DateFormat {
 public:
  /// A format of these parts; other signs stand for themselves, a space for one or more of them,
  /// and letters that are no parts stand in square brackets: "YYYY-MM-DD[T]HH:mm".
  ///
  ///     YYYY 2018   YY 18, always of 2000 to 2099
  ///     MMMM June   MMM Jun, or Sept   MM 06   M 6 or 06
  ///     DD 05   D 5 or 05   Do 5th   dddd Saturday   ddd Sat
  ///     HH H hh h mm ss A: a time; SSS: its fraction. A time is read and left out.
  ///
  /// None, with the reason in `why`, where it is no such format, says no year, or says a day
  /// without its month.
  [[nodiscard]] static std::optional<DateFormat> compile(std::string_view format, std::string& why);

  /// The date that the text writes in this form; none where it is of another form, where there is
  /// no such day, or where its day of the week is another.
  [[nodiscard]] std::optional<IsoDate> read(std::string_view text) const;

  /// As the definition writes it.
  [[nodiscard]] std::string_view text() const { return text_; }

  enum class Part : std::uint8_t {
    literal,
    year,
    short_year,
    month,
    month_name,
    short_month_name,
    day,
    ordinal_day,
    weekday,
    short_weekday,
    hour,
    minute,
    second,
    fraction,
    half,
  };

 private:
  struct Token {
    Part part;
    unsigned least, most;      // digits
    std::string_view literal;  // one sign
  };
  std::vector<Token> tokens_;
  std::string_view text_;
};

/// The usual forms that the text could be written in, for a hint: "D/M/YYYY or M/D/YYYY"; empty
/// where it has none of them.
[[nodiscard]] std::string usual_date_formats(std::string_view text);

}  // namespace glasshouse::content
