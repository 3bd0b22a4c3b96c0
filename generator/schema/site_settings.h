// The site's own settings: site.json, checked, with its defaults filled in. The keys are described
// in docs/collections.md, "site.json".
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/diagnostic.h"
#include "base/value.h"

namespace glasshouse::schema {

/// A document that records name as their source.
struct SourceDocument {
  std::string_view key, title;
  std::string_view author, date, url;  // each may be empty; date as "2017-06-01"
};

struct NavigationLink {
  std::string_view title;
  std::string_view href;  // "/foi/" from the site's root, or a full address
  Place place;            // of the address in site.json
};

/// A published address that may go: `waivers` of site.json.
struct Waiver {
  std::string_view address;  // "/foi/old/", with all below it, or "/foi/old.pdf"
  std::string_view reason;
  std::string_view date;  // of the decision: "2018-06-01"
  Place place;            // of the address in site.json
};

struct Licence {
  std::string_view name, url;
};

/// The measures that no law gives in a number and the council sets: `standards` of site.json. 0
/// where it set none and there is no default: what needs the measure is then not judged.
struct Standards {
  unsigned promise_review_days = 180;      // calendar days between two reviews of a promise
  unsigned decision_publication_days = 5;  // working days from a decision to its publication
  unsigned call_in_days = 0;               // working days from publication in which to call in
  unsigned key_decision_value = 0;         // pounds from which spending or saving is significant
  unsigned urgency_report_months = 12;     // within which special urgency is told to the council
  unsigned ward_forums_a_year = 0;         // meetings of each ward's forum in a calendar year
};

/// What site.json says of a rule instead of the rule's own severity.
enum class RuleLevel : std::uint8_t { off, warning, error };

/// The settings. Views live in the Value they were read from.
struct SiteSettings {
  std::string_view name, description, publisher;
  std::string_view contact_email;  // for questions about the data; may be empty
  std::string base_url;         // "https://example.org/transparency/": it always ends with a slash
  std::string origin;           // "https://example.org"
  std::string base_path = "/";  // "/transparency/"
  std::string_view language = "en";
  Date as_of;
  Licence licence;
  std::string_view brand_colour = "#1d70b8";  // "#rrggbb"
  std::string_view notice;                    // may be empty
  std::vector<SourceDocument> documents;      // as they are written
  std::vector<NavigationLink> navigation, footer;
  std::vector<Waiver> waivers;                  // as they are written
  std::map<std::string_view, RuleLevel> rules;  // by rule id
  Standards standards;
  bool transparency_code = false;  // whether the Local Government Transparency Code binds the body
  std::vector<Value> transparency_code_except;  // ids of its datasets that the body cannot have

  /// The document with the key, or nullptr.
  [[nodiscard]] const SourceDocument* document(std::string_view key) const;
};

/// Reads and checks site.json. A `base_url` given here wins over the file's. Always gives settings,
/// with defaults where the file is wrong; what is wrong has then been said as an error. An
/// undefined or empty `site` without a place is a file that could not be read: nothing more is said
/// of it.
[[nodiscard]] SiteSettings read_site_settings(Value site,
                                              const std::optional<std::string>& base_url,
                                              Diagnostics& diagnostics);

/// The contrast of a colour "#rrggbb" with white, from 1 to 21 (WCAG 2.2, "contrast ratio"); none
/// when it is no such colour.
[[nodiscard]] std::optional<double> contrast_with_white(std::string_view colour);

}  // namespace glasshouse::schema
