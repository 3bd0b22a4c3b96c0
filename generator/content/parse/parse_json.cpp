// nlohmann/json's SAX parser, fed through an iterator that tells how far it has read. Each event
// comes when its token has just been read, so the token ends where the iterator stands; it starts
// behind the last one, after space, commas and colons. (After a number one more byte has been
// read: the number itself tells its end.)
#include <fmt/format.h>

#include <iterator>
#include <nlohmann/json.hpp>

#include "content/parse.h"
#include "content/parse/json_syntax.h"
#include "content/parse/number.h"
#include "content/parse/text_cursor.h"
#include "content/parse/value_builder.h"

namespace glasshouse::content {

namespace {

class CountingIterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  CountingIterator(const char* at, const char** read_to) : at_(at), read_to_(read_to) {}
  reference operator*() const { return *at_; }
  CountingIterator& operator++() {
    *read_to_ = ++at_;
    return *this;
  }
  bool operator==(const CountingIterator& other) const { return at_ == other.at_; }
  bool operator!=(const CountingIterator& other) const { return at_ != other.at_; }

 private:
  const char* at_;
  const char** read_to_;
};

// nlohmann's SAX interface; each function gives whether to go on.
class Events {
 public:
  Events(std::string_view text, TextPlace place, Arena& arena, unsigned depth,
         Diagnostics& diagnostics)
      : text_(text),
        place_(place),
        arena_(arena),
        diagnostics_(diagnostics),
        builder_(arena, place, depth, &diagnostics),
        cursor_(text, place.line),
        read_to_(text.data()) {}

  bool null() { return scalar(Value::null()); }
  bool boolean(bool value) { return scalar(Value::boolean(value)); }
  bool number_integer(std::int64_t value) {
    return integer(
        value < 0 ? 0 - static_cast<std::uint64_t>(value) : static_cast<std::uint64_t>(value),
        value < 0);
  }
  bool number_unsigned(std::uint64_t value) { return integer(value, false); }
  bool number_float(double value, const std::string& text) {
    const Mark mark = number_token();
    if (text.find_first_of(".eE") == std::string::npos) {
      say_inexact_integer(text, Place(place_.file, mark), diagnostics_);
      return false;
    }
    return builder_.add(Value::number(value).with_mark(mark)) && expect_next();
  }
  bool string(const std::string& text) { return scalar(Value::string(arena_, text)); }
  bool binary(const std::vector<std::uint8_t>&) { return false; }  // never in JSON text
  bool key(const std::string& text) {
    const Mark mark = token();
    expected_ = JsonExpected::colon;
    return builder_.key(Value::string(arena_, text).with_mark(mark));
  }
  bool start_object(std::size_t) {
    expected_ = JsonExpected::first_key;
    return builder_.open_map(token());
  }
  bool start_array(std::size_t) {
    expected_ = JsonExpected::first_item;
    return builder_.open_list(token());
  }
  bool end_object() { return close(); }
  bool end_array() { return close(); }
  bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) {
    const Mark opened = builder_.depth() > 0 ? builder_.opened_at() : Mark();
    say_json_syntax(text_, place_, cursor_, expected_, opened, diagnostics_);
    return false;
  }

  const char** read_to() { return &read_to_; }
  [[nodiscard]] Value result() const { return builder_.result(); }
  /// Where the last token ended.
  [[nodiscard]] std::size_t end() const { return cursor_.offset(); }

 private:
  // Moves the cursor over the token that was just read; gives where it starts.
  Mark token() {
    const Mark mark = start();
    cursor_.move_to(static_cast<std::size_t>(read_to_ - text_.data()));
    return mark;
  }
  Mark number_token() {
    const Mark mark = start();
    cursor_.move_to(number_end());
    return mark;
  }
  // Where the number ends that starts at the cursor; it is well formed. No digit belongs to it
  // after a leading 0.
  [[nodiscard]] std::size_t number_end() const {
    const std::size_t first = cursor_.offset() + (cursor_.peek() == '-' ? 1 : 0);
    const bool is_zero = text_.substr(first).starts_with('0');
    const char next = first + 1 < text_.size() ? text_[first + 1] : ' ';
    if (is_zero && next >= '0' && next <= '9') return first + 1;
    return std::min(text_.find_first_not_of("+-.0123456789Ee", first), text_.size());
  }
  Mark start() {
    cursor_.move_to(std::min(text_.find_first_not_of(" \t\r\n,:", cursor_.offset()), text_.size()));
    return cursor_.mark();
  }

  bool scalar(Value value) { return builder_.add(value.with_mark(token())) && expect_next(); }
  bool close() {
    token();
    return builder_.close() && expect_next();
  }
  bool integer(std::uint64_t magnitude, bool is_negative) {
    const std::size_t before = cursor_.offset();
    const Mark mark = number_token();
    if (magnitude > static_cast<std::uint64_t>(kLargestInteger)) {
      const std::string_view token = text_.substr(before, cursor_.offset() - before);
      const std::size_t first = token.find_first_not_of(" \t\r\n,:");
      say_inexact_integer(token.substr(first), Place(place_.file, mark), diagnostics_);
      return false;
    }
    const auto number = static_cast<double>(magnitude);
    return builder_.add(Value::number(is_negative ? -number : number).with_mark(mark)) &&
           expect_next();
  }
  bool expect_next() {
    expected_ = builder_.depth() == 0 ? JsonExpected::end
                : builder_.in_map()   ? JsonExpected::next_key
                                      : JsonExpected::next_item;
    return true;
  }

  std::string_view text_;
  TextPlace place_;
  Arena& arena_;
  Diagnostics& diagnostics_;
  ValueBuilder builder_;
  TextCursor cursor_;
  const char* read_to_;
  JsonExpected expected_ = JsonExpected::value;
};

bool read(std::string_view text, Events& events, bool is_whole) {
  const CountingIterator first(text.data(), events.read_to());
  const CountingIterator last(text.data() + text.size(), events.read_to());
  return nlohmann::json::sax_parse(first, last, &events, nlohmann::json::input_format_t::json,
                                   is_whole);
}

}  // namespace

std::optional<Value> parse_json(std::string_view text, TextPlace place, Arena& arena,
                                unsigned depth, Diagnostics& diagnostics) {
  Events events(text, place, arena, depth, diagnostics);
  if (!read(text, events, true)) return std::nullopt;
  return events.result();
}

std::optional<JsonStart> parse_json_start(std::string_view text, TextPlace place, Arena& arena,
                                          unsigned depth, Diagnostics& diagnostics) {
  Events events(text, place, arena, depth, diagnostics);
  if (!read(text, events, false)) return std::nullopt;
  return JsonStart{events.result(), events.end()};
}

}  // namespace glasshouse::content
