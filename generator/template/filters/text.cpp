// Filters of text.
#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "template/filters/filters.h"
#include "template/unicode.h"

namespace glasshouse::templating::filters {

Subject::Subject(const Call& call) : safe(false) {
  const Value value = call.argument(0);
  if (!value.has_value() || (value.is_boolean() && !value.as_boolean())) return;
  safe = value.is_safe();
  text = text_of(value, buffer_);
}

bool is_too_large(Call& call, double size) {
  if (size <= static_cast<double>(call.limit)) return false;
  call.error = "the result of this filter would be too large";
  return true;
}

Value make_text(Call& call, std::string_view text, bool safe) {
  if (is_too_large(call, static_cast<double>(text.size()))) return {};
  return Value::string(call.arena, text).with_safe(safe);
}

Value capitalize(Call& call) {
  const Subject subject(call);
  std::string out;
  append_capitalized(out, subject.text);
  return make_text(call, out, subject.safe);
}

Value center(Call& call) {
  const Subject subject(call);
  double width = whole_number(call.argument(1, "width"));
  if (width == 0) width = 80;
  const double length = static_cast<double>(character_count(subject.text));
  if (length >= width) return make_text(call, subject.text, subject.safe);
  if (is_too_large(call, width)) return {};
  // An odd space goes to the right, as in Nunjucks.
  const auto spaces = static_cast<std::size_t>(width - length);
  const std::size_t before = spaces / 2, after = spaces - before;
  std::string out(before, ' ');
  out.append(subject.text).append(after, ' ');
  return make_text(call, out, subject.safe);
}

Value indent(Call& call) {
  const Subject subject(call);
  const double given = whole_number(call.argument(1, "width"));
  const double width = given == 0 ? 4 : std::max(0.0, given);
  const bool first = is_truthy(call.argument(2, "first"));
  const std::string_view text = subject.text;
  if (text.empty()) return make_text(call, text, subject.safe);
  if (is_too_large(call, width)) return {};
  const std::string spaces(static_cast<std::size_t>(width), ' ');
  std::string out;
  out.reserve(text.size() + text.size() / 4 + spaces.size());
  if (first) out += spaces;
  for (std::size_t at = 0;;) {
    const std::size_t end = text.find('\n', at);
    if (end == std::string_view::npos) {
      out.append(text, at);
      break;
    }
    out.append(text, at, end + 1 - at).append(spaces);
    at = end + 1;
    if (is_too_large(call, static_cast<double>(out.size()))) return {};
  }
  return make_text(call, out, subject.safe);
}

Value lower(Call& call) {
  const Subject subject(call);
  std::string out;
  append_lower(out, subject.text);
  return make_text(call, out);
}

Value upper(Call& call) {
  const Subject subject(call);
  std::string out;
  append_upper(out, subject.text);
  return make_text(call, out);
}

Value replace(Call& call) {
  const Value subject = call.argument(0);
  const Value old = call.argument(1, "old");
  if (!(subject.is_string() || subject.is_number()) || old.is_safe() ||
      !(old.is_string() || old.is_number()))
    return subject;
  std::string text_buffer, old_buffer, new_buffer, out;
  const std::string_view text = text_of(subject, text_buffer);
  const std::string_view from = text_of(old, old_buffer);
  const std::string_view to = text_of(call.argument(2, "new"), new_buffer);
  const Value count = call.argument(3, "count");
  const double most = count.is_undefined() ? -1 : whole_number(count);
  if (most == 0 || most < -1) return subject;
  if (from.empty()) {
    if (is_too_large(call, static_cast<double>((text.size() + 1) * to.size()))) return {};
    out += to;
    for (std::size_t at = 0, size = 0; at < text.size(); at += size) {
      size = character_length(text, at);
      out.append(text, at, size).append(to);
    }
    if (text.empty()) out += to;
    return make_text(call, out, subject.is_safe());
  }
  std::size_t at = 0;
  for (std::size_t done = 0; most == -1 || static_cast<double>(done) < most; ++done) {
    const std::size_t found = text.find(from, at);
    if (found == std::string_view::npos) break;
    out.append(text, at, found - at).append(to);
    at = found + from.size();
    if (is_too_large(call, static_cast<double>(out.size()))) return {};
  }
  out.append(text, at);
  return make_text(call, out, subject.is_safe());
}

Value reverse(Call& call) {
  const Value subject = call.argument(0);
  if (subject.is_list()) {
    List* reversed = List::make(call.arena, subject.as_list().size());
    for (std::size_t i = subject.as_list().size(); i > 0; --i)
      reversed->push(call.arena, subject.as_list()[i - 1]);
    return Value::list(reversed);
  }
  if (!subject.is_string()) return Value::list(List::make(call.arena));
  const std::string_view text = subject.as_string();
  std::string out(text.size(), '\0');
  std::size_t end = text.size();
  for (std::size_t at = 0, size = 0; at < text.size(); at += size) {
    size = character_length(text, at);
    end -= size;
    text.copy(out.data() + end, size, at);
  }
  return make_text(call, out, subject.is_safe());
}

Value string(Call& call) {
  const Value subject = call.argument(0);
  if (subject.is_string()) return subject;
  std::string out;
  append_printed(out, subject);
  return make_text(call, out);
}

Value title(Call& call) {
  const Subject subject(call);
  std::string out;
  bool first = true;
  for (const std::string_view word : split(subject.text, ' ')) {
    if (!first) out += ' ';
    first = false;
    append_capitalized(out, word);
  }
  return make_text(call, out, subject.safe);
}

Value trim(Call& call) {
  const Subject subject(call);
  const std::string_view text = strip(subject.text);
  const Value given = call.argument(0);
  if (given.is_string() && text.size() == given.as_string().size()) return given;
  return make_text(call, text, subject.safe);
}

Value truncate(Call& call) {
  const Subject subject(call);
  double length = whole_number(call.argument(1, "length"));
  if (length == 0) length = 255;
  const std::string_view text = subject.text;
  if (static_cast<double>(character_count(text)) <= length)
    return make_text(call, text, subject.safe);
  const std::size_t cut = offset_of(text, static_cast<std::size_t>(std::max(0.0, length)));
  std::size_t end = cut;
  if (!is_truthy(call.argument(2, "killwords"))) {
    const std::size_t space = text.rfind(' ', cut);
    if (space != std::string_view::npos) end = space;
  }
  std::string out(text.substr(0, end));
  const Value tail = call.argument(3, "end");
  if (tail.has_value()) {
    append_text(out, tail);
  } else {
    out += "...";
  }
  return make_text(call, out, subject.safe);
}

Value wordcount(Call& call) {
  const Subject subject(call);
  double words = 0;
  bool inside = false;
  for (const char c : subject.text) {
    const bool word =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    if (word && !inside) ++words;
    inside = word;
  }
  return words == 0 ? Value::null() : Value::number(words);
}

Value slug(Call& call) {
  const Subject subject(call);
  return make_text(call, glasshouse::slug(subject.text));
}

}  // namespace glasshouse::templating::filters
