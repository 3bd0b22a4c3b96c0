// Filters of HTML, URLs and JSON.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "template/filters/filters.h"
#include "template/unicode.h"

namespace glasshouse::templating::filters {

namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_word(char c) { return is_letter(c) || (c >= '0' && c <= '9') || c == '_'; }

Value escaped(Call& call) {
  std::string text, out;
  append_printed(text, call.argument(0));
  append_escaped(out, text);
  return make_text(call, out, true);
}

Value too_much(Call& call) {
  call.error = "this value is too large for JSON, or stands in itself";
  return {};
}

// The end of the tag or comment that starts at `at`, or `at` when none does.
std::size_t tag_end(std::string_view text, std::size_t at, bool& no_comment_end) {
  if (text.substr(at).starts_with("<!--")) {
    const std::size_t end = no_comment_end ? std::string_view::npos : text.find("-->", at + 4);
    if (end != std::string_view::npos) return end + 3;
    no_comment_end = true;
    return at;
  }
  std::size_t name = at + 1;
  if (name < text.size() && text[name] == '/') ++name;
  if (name >= text.size() || !is_letter(text[name])) return at;
  while (name < text.size() && is_word(text[name]) && text[name] != '_') ++name;
  if (name < text.size() && text[name] == '_') return at;
  const std::size_t end = text.find('>', name);
  return end == std::string_view::npos ? at : end + 1;
}

void append_url_part(std::string& out, std::string_view text) {
  for (const char c : text) {
    if (is_word(c) || std::string_view("-.!~*'()").find(c) != std::string_view::npos) {
      out += c;
    } else {
      out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
}

// /^[\w.!#$%&'*+\-\/=?\^`{|}~]+@[a-z\d\-]+(\.[a-z\d\-]+)+$/i
bool is_email(std::string_view text) {
  const std::size_t at = text.find('@');
  if (at == 0 || at == std::string_view::npos) return false;
  for (const char c : text.substr(0, at)) {
    if (!is_word(c) && std::string_view(".!#$%&'*+-/=?^`{|}~").find(c) == std::string_view::npos)
      return false;
  }
  const std::vector<std::string_view> labels = split(text.substr(at + 1), '.');
  if (labels.size() < 2) return false;
  return std::all_of(labels.begin(), labels.end(), [](std::string_view label) {
    return !label.empty() && std::all_of(label.begin(), label.end(), [](char c) {
      return (is_word(c) && c != '_') || c == '-';
    });
  });
}

// /\.(?:org|net|com)(?:\:|\/|$)/
bool has_known_domain(std::string_view text) {
  for (const std::string_view domain : {".org", ".net", ".com"}) {
    for (std::size_t at = 0; (at = text.find(domain, at)) != std::string_view::npos; at += 4) {
      if (at + 4 == text.size() || text[at + 4] == ':' || text[at + 4] == '/') return true;
    }
  }
  return false;
}

void append_linked(std::string& out, std::string_view word, double length, std::string_view rel) {
  std::string_view url = word;
  for (const std::string_view prefix : {"(", "<", "&lt;"}) {
    if (!url.starts_with(prefix)) continue;
    url.remove_prefix(prefix.size());
    break;
  }
  for (const std::string_view suffix : {".", ",", ")", "&gt;"}) {
    if (!url.ends_with(suffix)) continue;
    url.remove_suffix(suffix.size());
    break;
  }
  const std::size_t shown =
      length < 0 || length > 1e9 ? url.size() : offset_of(url, static_cast<std::size_t>(length));
  const std::string_view short_url = url.substr(0, shown);
  if (url.starts_with("http://") || url.starts_with("https://")) {
    out += fmt::format("<a href=\"{}\"{}>{}</a>", url, rel, short_url);
  } else if (!url.starts_with("www.") && is_email(url)) {
    out += fmt::format("<a href=\"mailto:{}\">{}</a>", url, url);
  } else if (url.starts_with("www.") || has_known_domain(url)) {
    out += fmt::format("<a href=\"http://{}\"{}>{}</a>", url, rel, short_url);
  } else {
    out += word;
  }
}

}  // namespace

Value escape(Call& call) { return call.argument(0).is_safe() ? call.argument(0) : escaped(call); }

Value forceescape(Call& call) { return escaped(call); }

Value safe(Call& call) {
  const Value subject = call.argument(0);
  if (subject.is_string()) return subject.with_safe(true);
  std::string out;
  append_printed(out, subject);
  return make_text(call, out, true);
}

Value nl2br(Call& call) {
  const Subject subject(call);
  std::string out;
  for (std::size_t i = 0; i < subject.text.size(); ++i) {
    const bool pair = subject.text.substr(i).starts_with("\r\n");
    if (pair || subject.text[i] == '\n') {
      out += "<br />\n";
      if (pair) ++i;
    } else {
      out += subject.text[i];
    }
  }
  return make_text(call, out, subject.safe);
}

Value striptags(Call& call) {
  const Subject subject(call);
  const std::string_view text = subject.text;
  std::string plain;
  bool no_comment_end = false;
  const std::size_t last_bracket = text.rfind('>');
  for (std::size_t at = 0; at < text.size();) {
    const bool may_be_tag =
        text[at] == '<' && last_bracket != std::string_view::npos && at < last_bracket;
    const std::size_t end = may_be_tag ? tag_end(text, at, no_comment_end) : at;
    if (end == at) {
      plain += text[at++];
    } else {
      at = end;
    }
  }
  const std::string_view trimmed = strip(plain);
  std::string out;
  if (!is_truthy(call.argument(1, "preserve_linebreaks"))) {
    for (std::size_t at = 0; at < trimmed.size();) {
      std::size_t end = at;
      while (end < trimmed.size() && space_length(trimmed, end) > 0)
        end += space_length(trimmed, end);
      out += end > at ? ' ' : trimmed[at];
      at = end > at ? end : at + 1;
    }
    return make_text(call, out, subject.safe);
  }
  std::size_t newlines = 0;
  for (std::string_view line : split(trimmed, '\n')) {
    const bool carriage = line.ends_with('\r');
    if (carriage) line.remove_suffix(1);
    while (line.starts_with(' ')) line.remove_prefix(1);
    while (line.ends_with(' ')) line.remove_suffix(1);
    if (!out.empty() || newlines > 0) ++newlines;
    if (line.empty()) continue;
    out.append(std::min<std::size_t>(newlines, 2), '\n');
    newlines = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
      if (line[i] != ' ' || i == 0 || line[i - 1] != ' ') out += line[i];
    }
  }
  return make_text(call, out, subject.safe);
}

Value urlencode(Call& call) {
  const Value subject = call.argument(0);
  std::string out, key, value;
  const auto add = [&](Value name, Value what) {
    if (!out.empty()) out += '&';
    append_url_part(out, text_of(name, key));
    out += '=';
    append_url_part(out, text_of(what, value));
  };
  if (subject.is_map()) {
    for_each_entry(subject.as_map(), [&](const Map::Entry& entry) { add(entry.key, entry.value); });
  } else if (subject.is_list()) {
    for (const Value pair : subject.as_list()) {
      const std::span<const Value> parts = pair.items();
      add(parts.empty() ? Value() : parts[0], parts.size() < 2 ? Value() : parts[1]);
    }
  } else {
    append_printed(key, subject);
    append_url_part(out, key);
  }
  return make_text(call, out);
}

Value urlize(Call& call) {
  const Subject subject(call);
  const Value length = call.argument(1, "length");
  const double limit = length.has_value() ? number_of(length) : -1;
  const std::string_view rel = call.argument(2, "nofollow").is_true() ? " rel=\"nofollow\"" : "";
  std::string out;
  const std::string_view text = subject.text;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && space_length(text, end) > 0) end += space_length(text, end);
    out += text.substr(at, end - at);
    at = end;
    while (end < text.size() && space_length(text, end) == 0) ++end;
    if (end > at)
      append_linked(out, text.substr(at, end - at), std::isnan(limit) ? -1 : limit, rel);
    at = end;
  }
  return make_text(call, out);
}

Value dump(Call& call) {
  const Value spaces = call.argument(1, "spaces");
  std::string indent;
  if (spaces.is_number()) {
    indent.assign(static_cast<std::size_t>(std::clamp(whole_number(spaces), 0.0, 10.0)), ' ');
  } else if (spaces.is_string()) {
    indent = spaces.as_string().substr(0, offset_of(spaces.as_string(), 10));
  }
  std::string out;
  if (!append_json_text(out, call.argument(0), indent, call.limit)) return too_much(call);
  return out.empty() ? Value() : make_text(call, out);
}

// JSON that may stand in a script element or an attribute.
Value json(Call& call) {
  std::string text, out;
  const Value subject = call.argument(0).is_undefined() ? Value::null() : call.argument(0);
  if (!append_json_text(text, subject, "", call.limit)) return too_much(call);
  for (std::size_t i = 0; i < text.size(); ++i) {
    switch (text[i]) {
      case '<':
        out += "\\u003c";
        break;
      case '>':
        out += "\\u003e";
        break;
      case '&':
        out += "\\u0026";
        break;
      case '\'':
        out += "\\u0027";
        break;
      default:
        if (text.compare(i, 3, "\xE2\x80\xA8") == 0 || text.compare(i, 3, "\xE2\x80\xA9") == 0) {
          out += text[i + 2] == '\xA8' ? "\\u2028" : "\\u2029";
          i += 2;
        } else {
          out += text[i];
        }
    }
  }
  return make_text(call, out, true);
}

}  // namespace glasshouse::templating::filters
