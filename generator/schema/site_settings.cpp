#include "schema/site_settings.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

#include "base/text.h"
#include "schema/format.h"
#include "schema/settings.h"
#include "schema/words.h"

namespace glasshouse::schema {

namespace {

constexpr std::string_view kFile = "content/site.json";
constexpr std::size_t kMostLinks = 7;   // in the navigation
constexpr double kLeastContrast = 4.5;  // WCAG 2.2, 1.4.3
constexpr Date kDefaultAsOf{};          // only where the file gave an error
constexpr std::string_view kLevels[] = {"off", "warning", "error"};

bool is_web_address(std::string_view text) {
  if (!is_uri(text)) return false;
  const Uri uri = split_uri(text);
  return (*uri.scheme == "https" || *uri.scheme == "http") && uri.authority &&
         !uri.authority->empty();
}

// "en", "cy", "en-GB" (RFC 5646, a language and what may follow it).
bool is_language(std::string_view text) {
  const auto parts = split(text, '-');
  if (parts[0].size() < 2 || parts[0].size() > 3) return false;
  return std::ranges::all_of(parts, [](std::string_view part) {
    return !part.empty() && part.size() <= 8 && is_slug(to_lower(part));
  });
}

// An address of the site from its root, or a full one of another site.
bool is_link(std::string_view href) {
  if (href.starts_with("//")) return false;
  return href.starts_with('/')
             ? is_uri_reference(href)
             : is_web_address(href) || (href.starts_with("mailto:") && is_uri(href));
}

// An address that can have been published; the root, with all below it, is never waived.
bool is_waivable(std::string_view address) {
  return address.size() > 1 && address.starts_with('/') && !address.starts_with("//") &&
         is_uri_reference(address) && address.find_first_of("?#") == std::string_view::npos;
}

class SiteReader {
 public:
  SiteReader(Value site, Diagnostics& diagnostics)
      : site_(site, kFile, diagnostics), diagnostics_(diagnostics) {}

  SiteSettings read(const std::optional<std::string>& base_url) {
    result_.name = site_.required_text("name");
    result_.description = site_.required_text("description");
    result_.publisher = site_.required_text("publisher");
    read_contact();
    read_base_url(base_url);
    read_language();
    read_as_of();
    read_licence();
    read_colour();
    result_.notice = site_.text("notice");
    read_documents();
    result_.navigation = read_links("navigation");
    if (result_.navigation.size() > kMostLinks) {
      diagnostics_.error("wrong-setting", site_.place(site_.get("navigation")),
                         fmt::format("navigation has {} links, but may have {} at most",
                                     result_.navigation.size(), kMostLinks),
                         "Move the rest to footer.");
    }
    result_.footer = read_links("footer");
    read_waivers();
    read_rules();
    read_standards();
    read_transparency_code();
    site_.finish();
    return std::move(result_);
  }

 private:
  void read_base_url(const std::optional<std::string>& given) {
    const std::string_view written = site_.required_text("base_url");
    if (given) {
      if (take_base_url(*given)) return;
      diagnostics_.error(
          "wrong-base-url", Place(),
          fmt::format("The base URL given is \"{}\", but must be a web address without query",
                      *given),
          "Write it as https://example.org/ or https://example.org/transparency/.");
    } else if (!written.empty() && !take_base_url(written)) {
      site_.wrong("base_url", "a web address without query",
                  "Write it as https://example.org/ or https://example.org/transparency/.");
    }
  }

  bool take_base_url(std::string_view text) {
    const Uri uri = split_uri(text);
    if (!is_web_address(text) || uri.query || uri.fragment ||
        uri.authority->find('@') != std::string_view::npos) {
      return false;
    }
    result_.origin = fmt::format("{}://{}", *uri.scheme, *uri.authority);
    result_.base_path = uri.path.empty() ? "/" : std::string(uri.path);
    if (!result_.base_path.ends_with('/')) result_.base_path += '/';
    result_.base_url = result_.origin + result_.base_path;
    return true;
  }

  void read_contact() {
    result_.contact_email = site_.text("contact_email");
    if (!result_.contact_email.empty() && !is_email(result_.contact_email)) {
      site_.wrong("contact_email", "an email address");
    }
  }

  void read_language() {
    const std::string_view language = site_.text("language");
    if (language.empty()) return;
    if (!is_language(language))
      return site_.wrong("language", "a language tag", "Write \"en\" or \"cy\".");
    result_.language = language;
  }

  void read_as_of() {
    const std::string_view text = site_.required_text("as_of");
    const auto date = parse_date(text);
    if (!text.empty() && !date)
      site_.wrong("as_of", "a day of the calendar", "Write it as 2018-06-30.");
    result_.as_of = date.value_or(kDefaultAsOf);
  }

  void read_licence() {
    auto licence = site_.object("licence");
    if (!licence) {
      if (site_.get("licence").is_undefined()) site_.required_text("licence");
      return;
    }
    result_.licence = {licence->required_text("name"), licence->required_text("url")};
    if (!result_.licence.url.empty() && !is_web_address(result_.licence.url)) {
      licence->wrong("url", "a web address");
    }
    licence->finish();
  }

  void read_colour() {
    const std::string_view colour = site_.text("brand_colour");
    if (colour.empty()) return;
    const auto contrast = contrast_with_white(colour);
    if (!contrast)
      return site_.wrong("brand_colour", "a colour as #rrggbb",
                         "Write six hexadecimal digits: #0b4f6c.");
    result_.brand_colour = colour;
    if (*contrast >= kLeastContrast) return;
    // Cut and not rounded: 4.49 must not read as 4.5.
    diagnostics_.error(
        "low-contrast", site_.place(site_.get("brand_colour")),
        fmt::format("brand_colour {} has a contrast of {:.2f} with white, and needs at least {}",
                    colour, std::floor(*contrast * 100) / 100, kLeastContrast),
        "Take a darker colour: white text on it must be readable for everyone (WCAG 2.2, 1.4.3).");
  }

  void read_documents() {
    for (const auto& [key, value] : site_.members("documents")) {
      if (!value.is_map()) {
        diagnostics_.error("wrong-setting", site_.place(value),
                           fmt::format("documents.{} is {}, but must be an object", key.as_string(),
                                       shown(value)));
        continue;
      }
      Settings one(value, kFile, diagnostics_, fmt::format("documents.{}", key.as_string()));
      SourceDocument document{key.as_string(), one.required_text("title"), one.text("author"),
                              one.text("date"), one.text("url")};
      if (!document.date.empty() && !parse_date(document.date)) {
        one.wrong("date", "a day of the calendar", "Write it as 2018-06-30.");
        document.date = {};
      }
      if (!document.url.empty() && !is_web_address(document.url)) one.wrong("url", "a web address");
      one.finish();
      result_.documents.push_back(document);
    }
  }

  std::vector<NavigationLink> read_links(std::string_view key) {
    std::vector<NavigationLink> links;
    for (Settings& one : site_.objects(key)) {
      const NavigationLink link{one.required_text("title"), one.required_text("href"),
                                one.place(one.get("href"))};
      if (!link.href.empty() && !is_link(link.href)) {
        one.wrong("href", "an address of the site from its root, or a full one",
                  "Write it as /foi/.");
      }
      one.finish();
      links.push_back(link);
    }
    return links;
  }

  void read_waivers() {
    for (Settings& one : site_.objects("waivers")) {
      const Waiver waiver{one.required_text("address"), one.required_text("reason"),
                          one.required_text("date"), one.place(one.get("address"))};
      if (!waiver.date.empty() && !parse_date(waiver.date)) {
        one.wrong("date", "a day of the calendar", "Write it as 2018-06-30.");
      }
      one.finish();
      if (waiver.address.empty()) continue;
      if (is_waivable(waiver.address)) {
        result_.waivers.push_back(waiver);
      } else {
        one.wrong("address", "the address of a page or file from the site's root",
                  "Write it as /foi/old-request/.");
      }
    }
  }

  void read_rules() {
    for (const auto& [key, value] : site_.members("rules")) {
      const auto level = std::ranges::find(kLevels, value.text());
      if (level == std::end(kLevels)) {
        diagnostics_.error("wrong-setting", site_.place(value),
                           fmt::format("rules.{} is {}, but must be {}", key.as_string(),
                                       shown(value), any_of_words(kLevels)),
                           suggestion(value.text(), kLevels));
        continue;
      }
      result_.rules[key.as_string()] = static_cast<RuleLevel>(level - std::begin(kLevels));
    }
  }

  void read_standards() {
    auto given = site_.object("standards");
    if (!given) return;
    Standards& set = result_.standards;
    const auto read = [&](std::string_view key, unsigned most, unsigned& value) {
      value = given->number(key, 1, most, value);
    };
    read("promise_review_days", 3650, set.promise_review_days);
    read("decision_publication_days", 365, set.decision_publication_days);
    read("call_in_days", 365, set.call_in_days);
    read("key_decision_value", 1'000'000'000, set.key_decision_value);
    read("urgency_report_months", 12, set.urgency_report_months);
    read("ward_forums_a_year", 365, set.ward_forums_a_year);
    given->finish();
  }

  void read_transparency_code() {
    auto given = site_.object("transparency_code");
    if (!given) return;
    result_.transparency_code = true;
    result_.transparency_code_except = given->texts("except");
    given->finish();
  }

  Settings site_;
  Diagnostics& diagnostics_;
  SiteSettings result_;
};

}  // namespace

const SourceDocument* SiteSettings::document(std::string_view key) const {
  const auto found = std::ranges::find(documents, key, &SourceDocument::key);
  return found == documents.end() ? nullptr : &*found;
}

SiteSettings read_site_settings(Value site, const std::optional<std::string>& base_url,
                                Diagnostics& diagnostics) {
  const bool was_unreadable = !site.is_map() || (site.as_map().empty() && site.mark().line == 0);
  if (!was_unreadable) return SiteReader(site, diagnostics).read(base_url);
  Diagnostics said_already;
  return SiteReader(site, said_already).read(base_url);
}

std::optional<double> contrast_with_white(std::string_view colour) {
  if (colour.size() != 7 || colour[0] != '#') return std::nullopt;
  double luminance = 0;
  constexpr double kWeights[] = {0.2126, 0.7152, 0.0722};
  for (std::size_t i = 0; i < 3; ++i) {
    unsigned byte = 0;
    const char* digits = colour.data() + 1 + i * 2;
    if (std::from_chars(digits, digits + 2, byte, 16).ptr != digits + 2) return std::nullopt;
    const double part = byte / 255.0;
    luminance +=
        kWeights[i] * (part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4));
  }
  return 1.05 / (luminance + 0.05);
}

}  // namespace glasshouse::schema
