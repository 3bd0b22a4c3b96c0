// Methods of strings. Positions count characters. Results are plain text, as in JavaScript.
#include <algorithm>
#include <cmath>

#include "template/conversion.h"
#include "template/filters/filters.h"
#include "template/methods/methods.h"
#include "template/unicode.h"

namespace glasshouse::templating::methods {

namespace {

using filters::is_too_large;
using filters::make_text;

std::string argument_text(Call& call, std::size_t index) {
  std::string text;
  append_text(text, call.argument(index));
  return text;
}

// From the character `start` to before the character `end`.
std::string_view part(std::string_view text, std::size_t start, std::size_t end) {
  if (start >= end) return {};
  const std::size_t first = offset_of(text, start);
  return text.substr(first, offset_of(text, end) - first);
}

Value position(std::string_view text, std::size_t found) {
  if (found == std::string_view::npos) return Value::number(-1);
  return Value::number(static_cast<double>(character_count(text.substr(0, found))));
}

Value replaced(Value receiver, Call& call, bool all) {
  const std::string_view text = receiver.as_string();
  const std::string from = argument_text(call, 0), to = argument_text(call, 1);
  std::string out;
  std::size_t at = 0;
  while (true) {
    const std::size_t found = at <= text.size() ? text.find(from, at) : std::string_view::npos;
    if (found == std::string_view::npos) break;
    out.append(text, at, found - at).append(to);
    at = found + from.size();
    if (from.empty() && at < text.size()) {
      const std::size_t size = all ? character_length(text, at) : 0;
      out.append(text, at, size);
      at += size;
    } else if (from.empty()) {
      break;
    }
    if (!all || is_too_large(call, static_cast<double>(out.size()))) break;
  }
  if (at < text.size()) out.append(text, at);
  return make_text(call, out);
}

Value padded(Value receiver, Call& call, bool at_start) {
  const std::string_view text = receiver.as_string();
  const double width = whole_number(call.argument(0));
  const std::string fill = call.argument(1).is_undefined() ? " " : argument_text(call, 1);
  const double missing = width - static_cast<double>(character_count(text));
  if (missing <= 0 || fill.empty()) return make_text(call, text);
  if (is_too_large(call, width * 4)) return {};
  std::string padding;
  for (std::size_t i = 0, at = 0; i < static_cast<std::size_t>(missing); ++i) {
    const std::size_t size = character_length(fill, at);
    padding.append(fill, at, size);
    at = at + size < fill.size() ? at + size : 0;
  }
  return make_text(call, at_start ? padding + std::string(text) : std::string(text) + padding);
}

}  // namespace

std::size_t clamp_position(Value given, std::size_t size, std::size_t otherwise) {
  if (given.is_undefined()) return otherwise;
  double number = whole_number(given);
  const auto end = static_cast<double>(size);
  if (number < 0) number += end;
  return static_cast<std::size_t>(std::clamp(number, 0.0, end));
}

Value string_char_at(Value receiver, Call& call) {
  const double index = whole_number(call.argument(0));
  const std::string_view text = receiver.as_string();
  if (index < 0 || index >= static_cast<double>(text.size())) return make_text(call, "");
  const auto start = static_cast<std::size_t>(index);
  return make_text(call, part(text, start, start + 1));
}

Value string_concat(Value receiver, Call& call) {
  std::string out(receiver.as_string());
  for (const Value argument : call.arguments) append_text(out, argument);
  return make_text(call, out);
}

Value string_ends_with(Value receiver, Call& call) {
  return Value::boolean(receiver.as_string().ends_with(argument_text(call, 0)));
}

Value string_starts_with(Value receiver, Call& call) {
  const std::size_t from = offset_of(
      receiver.as_string(), clamp_position(call.argument(1), receiver.as_string().size(), 0));
  return Value::boolean(receiver.as_string().substr(from).starts_with(argument_text(call, 0)));
}

Value string_includes(Value receiver, Call& call) {
  return Value::boolean(receiver.as_string().find(argument_text(call, 0)) !=
                        std::string_view::npos);
}

Value string_index_of(Value receiver, Call& call) {
  const std::string_view text = receiver.as_string();
  const double from = std::max(0.0, whole_number(call.argument(1)));
  const std::size_t start = from >= static_cast<double>(text.size())
                                ? text.size()
                                : offset_of(text, static_cast<std::size_t>(from));
  return position(text, text.find(argument_text(call, 0), start));
}

Value string_last_index_of(Value receiver, Call& call) {
  return position(receiver.as_string(), receiver.as_string().rfind(argument_text(call, 0)));
}

Value string_pad_end(Value receiver, Call& call) { return padded(receiver, call, false); }
Value string_pad_start(Value receiver, Call& call) { return padded(receiver, call, true); }

Value string_repeat(Value receiver, Call& call) {
  const double count = whole_number(call.argument(0));
  const std::string_view text = receiver.as_string();
  if (count < 0 || std::isinf(count)) {
    call.error = "repeat needs a number that is not negative";
    return {};
  }
  if (is_too_large(call, count * static_cast<double>(text.size()))) return {};
  std::string out;
  if (!text.empty()) {
    for (std::size_t i = 0; i < static_cast<std::size_t>(count); ++i) out += text;
  }
  return make_text(call, out);
}

Value string_replace(Value receiver, Call& call) { return replaced(receiver, call, false); }
Value string_replace_all(Value receiver, Call& call) { return replaced(receiver, call, true); }

Value string_slice(Value receiver, Call& call) {
  const std::string_view text = receiver.as_string();
  const std::size_t size = character_count(text);
  return make_text(call, part(text, clamp_position(call.argument(0), size, 0),
                              clamp_position(call.argument(1), size, size)));
}

Value string_substring(Value receiver, Call& call) {
  const std::string_view text = receiver.as_string();
  const auto size = static_cast<double>(character_count(text));
  const double start = std::clamp(whole_number(call.argument(0)), 0.0, size);
  const double end = call.argument(1).is_undefined()
                         ? size
                         : std::clamp(whole_number(call.argument(1)), 0.0, size);
  return make_text(call, part(text, static_cast<std::size_t>(std::min(start, end)),
                              static_cast<std::size_t>(std::max(start, end))));
}

Value string_split(Value receiver, Call& call) {
  const std::string_view text = receiver.as_string();
  List* parts = List::make(call.arena);
  const auto add = [&](std::string_view item) {
    parts->push(call.arena, Value::string(call.arena, item));
  };
  const Value limit_value = call.argument(1);
  const double limit = limit_value.is_undefined() ? 1e18 : whole_number(limit_value);
  const auto is_full = [&] { return static_cast<double>(parts->size()) >= limit; };
  if (is_full()) return Value::list(parts);
  if (call.argument(0).is_undefined()) {
    add(text);
    return Value::list(parts);
  }
  const std::string separator = argument_text(call, 0);
  if (separator.empty()) {
    for (std::size_t at = 0, size = 0; at < text.size() && !is_full(); at += size) {
      size = character_length(text, at);
      add(text.substr(at, size));
    }
    return Value::list(parts);
  }
  for (std::size_t at = 0; !is_full();) {
    const std::size_t found = text.find(separator, at);
    add(text.substr(at, found == std::string_view::npos ? found : found - at));
    if (found == std::string_view::npos) break;
    at = found + separator.size();
  }
  return Value::list(parts);
}

Value string_lower(Value receiver, Call& call) {
  std::string out;
  append_lower(out, receiver.as_string());
  return make_text(call, out);
}

Value string_upper(Value receiver, Call& call) {
  std::string out;
  append_upper(out, receiver.as_string());
  return make_text(call, out);
}

Value string_trim(Value receiver, Call& call) {
  return make_text(call, strip(receiver.as_string()));
}
Value string_trim_end(Value receiver, Call& call) {
  return make_text(call, strip_end(receiver.as_string()));
}
Value string_trim_start(Value receiver, Call& call) {
  return make_text(call, strip_start(receiver.as_string()));
}

}  // namespace glasshouse::templating::methods
