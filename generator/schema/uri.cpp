// Addresses by RFC 3986.
#include <algorithm>

#include "schema/format.h"

namespace glasshouse::schema {

namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_hex(char c) { return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }
bool is_one_of(char c, std::string_view set) { return set.find(c) != std::string_view::npos; }

// Unreserved, sub-delims, well-formed percent encodings, and `also`.
bool is_made_of(std::string_view text, std::string_view also) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '%') {
      if (i + 2 >= text.size() || !is_hex(text[i + 1]) || !is_hex(text[i + 2])) return false;
      i += 2;
    } else if (!is_letter(c) && !is_digit(c) && !is_one_of(c, "-._~!$&'()*+,;=") &&
               !is_one_of(c, also)) {
      return false;
    }
  }
  return true;
}

bool is_scheme(std::string_view text) {
  return !text.empty() && is_letter(text[0]) && std::all_of(text.begin(), text.end(), [](char c) {
    return is_letter(c) || is_digit(c) || is_one_of(c, "+-.");
  });
}

// What stands between "[" and "]": an IPv6 address, roughly, or a later one.
bool is_ip_literal(std::string_view text) {
  if (text.starts_with('v') || text.starts_with('V')) return is_made_of(text.substr(1), ":");
  return std::count(text.begin(), text.end(), ':') >= 2 &&
         std::all_of(text.begin(), text.end(),
                     [](char c) { return is_hex(c) || c == ':' || c == '.'; });
}

bool is_authority(std::string_view text) {
  if (const std::size_t at = text.find('@'); at != std::string_view::npos) {
    if (!is_made_of(text.substr(0, at), ":")) return false;
    text.remove_prefix(at + 1);
  }
  std::string_view port;
  if (text.starts_with('[')) {
    const std::size_t end = text.find(']');
    if (end == std::string_view::npos || !is_ip_literal(text.substr(1, end - 1))) return false;
    port = text.substr(end + 1);
  } else {
    const std::size_t colon = std::min(text.find(':'), text.size());
    if (!is_made_of(text.substr(0, colon), "")) return false;
    port = text.substr(colon);
  }
  if (port.empty()) return true;
  return port[0] == ':' && std::all_of(port.begin() + 1, port.end(), is_digit);
}

// RFC 3986, 5.2.4.
std::string without_dot_segments(std::string_view in) {
  std::string out;
  const auto drop_last = [&] { out.resize(std::min(out.rfind('/'), out.size())); };
  while (!in.empty()) {
    if (in.starts_with("../")) {
      in.remove_prefix(3);
    } else if (in.starts_with("./") || in.starts_with("/./")) {
      in.remove_prefix(2);
    } else if (in == "/.") {
      in = "/";
    } else if (in.starts_with("/../")) {
      in.remove_prefix(3);
      drop_last();
    } else if (in == "/..") {
      in = "/";
      drop_last();
    } else if (in == "." || in == "..") {
      in = {};
    } else {
      const std::size_t end = std::min(in.find('/', 1), in.size());
      out += in.substr(0, end);
      in.remove_prefix(end);
    }
  }
  return out;
}

std::string merge_paths(const Uri& base, std::string_view path) {
  if (base.authority && base.path.empty()) return "/" + std::string(path);
  const std::size_t slash = base.path.rfind('/');
  const std::string_view folder =
      slash == std::string_view::npos ? std::string_view() : base.path.substr(0, slash + 1);
  return std::string(folder) + std::string(path);
}

std::string join(const Uri& uri, std::string_view path, std::optional<std::string_view> query,
                 std::optional<std::string_view> fragment) {
  std::string out;
  if (uri.scheme) out.append(*uri.scheme) += ':';
  if (uri.authority) out.append("//").append(*uri.authority);
  out += path;
  if (query) out.append("?").append(*query);
  if (fragment) out.append("#").append(*fragment);
  return out;
}

}  // namespace

Uri split_uri(std::string_view text) {
  Uri uri;
  if (const std::size_t hash = text.find('#'); hash != std::string_view::npos) {
    uri.fragment = text.substr(hash + 1);
    text = text.substr(0, hash);
  }
  if (const std::size_t mark = text.find('?'); mark != std::string_view::npos) {
    uri.query = text.substr(mark + 1);
    text = text.substr(0, mark);
  }
  const std::size_t colon = text.find_first_of(":/");
  if (colon != std::string_view::npos && colon > 0 && text[colon] == ':') {
    uri.scheme = text.substr(0, colon);
    text.remove_prefix(colon + 1);
  }
  if (text.starts_with("//")) {
    const std::size_t end = std::min(text.find('/', 2), text.size());
    uri.authority = text.substr(2, end - 2);
    text.remove_prefix(end);
  }
  uri.path = text;
  return uri;
}

bool is_uri_reference(std::string_view text) {
  const Uri uri = split_uri(text);
  if (uri.scheme && !is_scheme(*uri.scheme)) return false;
  if (uri.authority && !is_authority(*uri.authority)) return false;
  if (!is_made_of(uri.path, ":@/")) return false;
  // Without a scheme a ":" in the first segment would start one.
  if (!uri.scheme && !uri.authority && uri.path.starts_with(':')) return false;
  return is_made_of(uri.query.value_or(""), ":@/?") &&
         is_made_of(uri.fragment.value_or(""), ":@/?");
}

bool is_uri(std::string_view text) {
  return split_uri(text).scheme.has_value() && is_uri_reference(text);
}

std::string resolve_uri(std::string_view base_text, std::string_view text) {
  const Uri reference = split_uri(text);
  if (reference.scheme) {
    return join(reference, without_dot_segments(reference.path), reference.query,
                reference.fragment);
  }
  Uri base = split_uri(base_text);
  if (reference.authority) {
    base.authority = reference.authority;
    return join(base, without_dot_segments(reference.path), reference.query, reference.fragment);
  }
  if (reference.path.empty()) {
    return join(base, base.path, reference.query ? reference.query : base.query,
                reference.fragment);
  }
  const std::string path = reference.path.starts_with('/') ? std::string(reference.path)
                                                           : merge_paths(base, reference.path);
  return join(base, without_dot_segments(path), reference.query, reference.fragment);
}

}  // namespace glasshouse::schema
