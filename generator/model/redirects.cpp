#include "model/redirects.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"

namespace glasshouse::model {

namespace {

constexpr std::size_t kLongest = 1024;  // bytes

bool is_plain(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '_' || c == '.' || c == '~';
}

bool is_name(std::string_view part) {
  return !part.empty() && part.size() <= 200 && part.front() != '.' &&
         std::ranges::all_of(part, is_plain);
}

// "/foi/old/" or "/old.html": what a page of a website of files can have.
bool is_page_address(std::string_view address) {
  if (address.size() < 2 || address.size() > kLongest || address.front() != '/') return false;
  address.remove_prefix(1);
  if (address.back() == '/') {
    address.remove_suffix(1);
  } else if (!address.ends_with(".html")) {
    return false;
  }
  return std::ranges::all_of(split(address, '/'), is_name);
}

// "foi/old/" of "/foi/old/index.html" too: they are one address.
std::string_view from_of(std::string_view address) {
  constexpr std::string_view kIndex = "/index.html";
  if (address.ends_with(kIndex)) address.remove_suffix(kIndex.size() - 1);
  return address.substr(1);
}

// One claim of a record, with its place for what is wrong with it.
struct Claim {
  Redirect redirect;
  Value written;

  [[nodiscard]] Place place() const { return redirect.record->source->place(written); }
};

bool is_good(const Site& site, const Claim& claim, Diagnostics& diagnostics) {
  const std::string_view address = claim.written.text();
  if (!is_page_address(address)) {
    diagnostics.error("redirect-address", claim.place(),
                      fmt::format("redirect_from has \"{}\", which is no address of a page of this "
                                  "site",
                                  address),
                      "Write it from the site's root: /foi/old-request/ or /old-request.html, of "
                      "letters, digits, \"-\", \"_\", \".\" and \"~\".");
    return false;
  }
  const std::string_view from = from_of(address);
  if (!from.empty() && !site.pages.contains(from)) return true;
  diagnostics.error("redirect-taken", claim.place(),
                    from == claim.redirect.record->url
                        ? fmt::format("redirect_from has {}, the record's own address", address)
                        : fmt::format("redirect_from has {}, which is a page of the site", address),
                    "Leave it out: an address leads elsewhere only when nothing is there.");
  return false;
}

}  // namespace

std::string Redirect::path() const {
  return std::string(from) + (from.ends_with('/') ? "index.html" : "");
}

std::vector<Redirect> read_redirects(const Site& site, Diagnostics& diagnostics) {
  std::vector<Claim> claims;
  for (const auto& collection : site.collections) {
    for (const Record& record : collection->records) {
      // As written: of a withdrawn record `fields` has them no more, and they still lead to it.
      for (const Value& item : record.source->fields["redirect_from"].items()) {
        if (!item.is_string()) continue;  // the schema has said it
        const Claim claim{{{}, &record}, item};
        if (!is_good(site, claim, diagnostics)) continue;
        claims.push_back(claim);
        claims.back().redirect.from = from_of(item.text());
      }
    }
  }
  std::ranges::stable_sort(claims, {}, [](const Claim& claim) { return claim.redirect.from; });
  std::vector<Redirect> redirects;
  redirects.reserve(claims.size());
  for (const Claim& claim : claims) {
    const bool is_new = redirects.empty() || redirects.back().from != claim.redirect.from;
    if (is_new) {
      redirects.push_back(claim.redirect);
      continue;
    }
    diagnostics.error("redirect-twice", claim.place(),
                      fmt::format("redirect_from has /{}, which {} claims too", claim.redirect.from,
                                  redirects.back().record->source->file),
                      "Keep it in the record that people look for there.");
  }
  return redirects;
}

const Redirect* find_redirect(std::span<const Redirect> redirects, std::string_view path) {
  const auto find = [&](std::string_view from) -> const Redirect* {
    const auto found = std::ranges::lower_bound(redirects, from, {}, &Redirect::from);
    return found != redirects.end() && found->from == from ? &*found : nullptr;
  };
  if (const Redirect* own = find(path)) return own;
  for (std::size_t end = path.rfind('/'); end != std::string_view::npos && end > 0;
       end = path.rfind('/', end - 1)) {
    if (const Redirect* above = find(path.substr(0, end + 1))) return above;
  }
  return nullptr;
}

}  // namespace glasshouse::model
