#include "publish/kept_addresses.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/text.h"

namespace glasshouse::publish {

namespace {

constexpr std::string_view kIndex = "index.html";
constexpr std::size_t kMostGuesses = 20;  // each looks at every id of its collection

bool is_number(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

// What comes and goes with the number of records, and with the theme.
bool is_promised(std::string_view path) {
  if (path.starts_with("assets/") || path.starts_with("sitemap-")) return false;
  if (path == "_redirects" || path.starts_with("redirects.")) return false;
  const auto parts = split(path, '/');
  for (std::size_t i = 1; i + 1 < parts.size(); ++i) {
    if (parts[i] == "page" && is_number(parts[i + 1])) return false;
    const std::string_view name = parts[i + 1];
    if (parts[i] == "records" && name.ends_with(".json") &&
        is_number(name.substr(0, name.size() - 5))) {
      return false;
    }
  }
  return true;
}

// "/foi/foi-2018-001/" of "foi/foi-2018-001/index.html".
std::string address_of(std::string_view path) {
  if (path == kIndex || path.ends_with("/index.html")) path.remove_suffix(kIndex.size());
  return fmt::format("/{}", path);
}

// Holds one manifest against the new site.
class Comparison {
 public:
  Comparison(const Manifest& before, const NewSite& now, Diagnostics& diagnostics)
      : before_(before),
        routes_(now.routes),
        site_(now.site),
        redirects_(now.redirects),
        diagnostics_(diagnostics) {
    used_.resize(site_.settings.waivers.size(), 0);
  }

  void run() {
    std::map<std::string, std::size_t> gone;    // address → files below it
    std::map<std::string, std::string> facets;  // address → the facet's list
    for (const ManifestFile& file : before_.files) {
      if (has(file.path) || !is_promised(file.path) || is_waived(file.path)) continue;
      if (of_withdrawn(file.path) || is_moved(file.path)) continue;
      const std::string_view value = facet_value(file.path);
      if (!value.empty()) {
        facets.emplace("/" + std::string(value), collection_of(file.path)->url);
        continue;
      }
      const std::string_view page = page_above(file.path);
      ++gone.try_emplace(page.empty() ? address_of(file.path) : "/" + std::string(page), 0)
            .first->second;
    }
    for (const auto& [address, files] : gone) say_gone(address, files);
    for (const auto& [address, list] : facets) say_facet(address, list);
    say_unused();
  }

 private:
  bool has(std::string_view path) const {
    return path == kManifestPath ||
           std::ranges::binary_search(
               routes_, path, {}, [](const model::Route& r) -> std::string_view { return r.path; });
  }

  // Every waiver that covers it counts as used: two of one address are no mistake of this build.
  bool is_waived(std::string_view path) {
    bool waived = false;
    const std::string address = address_of(path);
    for (std::size_t i = 0; i < used_.size(); ++i) {
      const std::string_view waiver = site_.settings.waivers[i].address;
      if (address != waiver && !(waiver.ends_with('/') && address.starts_with(waiver))) continue;
      used_[i] = 1;
      waived = true;
    }
    return waived;
  }

  const model::Collection* collection_of(std::string_view path) const {
    const std::size_t slash = path.find('/');
    if (slash == std::string_view::npos) return nullptr;
    const model::Collection* found = site_.collection(path.substr(0, slash));
    return found && !found->url.empty() ? found : nullptr;
  }

  bool of_withdrawn(std::string_view path) const {
    const auto parts = split(path, '/');
    const model::Collection* collection = collection_of(path);
    const model::Record* record =
        collection && parts.size() > 2 ? collection->find(parts[1]) : nullptr;
    return record && record->withdrawn && !path.ends_with("/index.html");
  }

  bool is_moved(std::string_view path) const {
    const model::Redirect* redirect = model::find_redirect(redirects_, path);
    if (!redirect) return false;
    const std::string_view rest = path.substr(std::min(path.size(), redirect->from.size()));
    return redirect->record->withdrawn || has(redirect->record->url + std::string(rest));
  }

  // "foi/outcome/granted/" of a path below it, where the collection still has that facet.
  std::string_view facet_value(std::string_view path) const {
    const model::Collection* collection = collection_of(path);
    const auto parts = split(path, '/');
    if (!collection || parts.size() < 4) return {};
    if (!std::ranges::count(collection->definition.facets, parts[1])) return {};
    return path.substr(0, parts[0].size() + parts[1].size() + parts[2].size() + 3);
  }

  // The highest folder above the path whose page is gone too: "foi/" when a collection is.
  std::string_view page_above(std::string_view path) const {
    for (std::size_t end = path.find('/'); end != std::string_view::npos;
         end = path.find('/', end + 1)) {
      const std::string_view folder = path.substr(0, end + 1);
      const std::string page = std::string(folder) + std::string(kIndex);
      if (before_.find(page) && !has(page)) return folder;
    }
    return {};
  }

  void say_gone(const std::string& address, std::size_t files) {
    const bool is_page = address.ends_with('/');
    std::string message = fmt::format("{} was published, and would be gone", address);
    if (is_page && files > 1) {
      message = fmt::format("{} was published with {} below it, and would be gone", address,
                            files == 2 ? "a file" : fmt::format("{} files", files - 1));
    }
    const auto parts = split(std::string_view(address).substr(1), '/');
    const model::Collection* collection = collection_of(std::string_view(address).substr(1));
    if (!collection || parts.size() != 3 || !parts[2].empty()) {
      diagnostics_.error(
          "address-gone", {}, std::move(message),
          "Bring it back, or lead it on (redirect_from in a record), or waive it with "
          "your reason: \"waivers\" in content/site.json.");
      return;
    }
    if (const content::SourceRecord* hidden = hidden_record(*collection, parts[1])) {
      diagnostics_.error("address-gone", hidden->place(),
                         message + ": the record is a draft, or its day has not come",
                         "What was published is not made unpublished in silence: withdraw it "
                         "(withdrawn: date and reason), and its page says so.");
      return;
    }
    diagnostics_.error(
        "address-gone", Place(collection->source->definition_file),
        fmt::format("{}: {} has no record {}", message, collection->name(), parts[1]),
        fmt::format(
            "If it moved{}, write there redirect_from: [\"{}\"]. If it must go, bring it back "
            "and withdraw it (withdrawn: date and reason), or waive the address with your "
            "reason: \"waivers\" in content/site.json.",
            guess(*collection, parts[1]), address));
  }

  // The record as written, where it is there and not public.
  const content::SourceRecord* hidden_record(const model::Collection& collection,
                                             std::string_view id) {
    const auto [known, is_new] = written_.try_emplace(&collection);
    if (is_new) {
      for (const content::SourceRecord& record : collection.source->records) {
        known->second.emplace(record.id, &record);
      }
    }
    const auto found = known->second.find(id);
    return found == known->second.end() ? nullptr : found->second;
  }

  std::string guess(const model::Collection& collection, std::string_view id) {
    if (++guesses_ > kMostGuesses) return {};
    std::vector<std::string_view> added;
    for (const model::Record& record : collection.records) {
      if (!before_.find(record.url + std::string(kIndex))) added.push_back(record.id);
    }
    const auto near = nearest(id, added);
    return near ? fmt::format(", to {} perhaps", *near) : "";
  }

  void say_facet(const std::string& address, const std::string& list) {
    diagnostics_.warning("facet-gone", {},
                         fmt::format("{} was published, and no record has that value now", address),
                         fmt::format("Where it is only spelled in another way, write it as before; "
                                     "else let the web server lead the address to /{}.",
                                     list));
  }

  void say_unused() {
    for (std::size_t i = 0; i < used_.size(); ++i) {
      if (used_[i]) continue;
      const schema::Waiver& waiver = site_.settings.waivers[i];
      diagnostics_.warning("unused-waiver", waiver.place,
                           fmt::format("nothing that was published at {} is gone", waiver.address),
                           "Leave the waiver out once the site is published without the address.");
    }
  }

  const Manifest& before_;
  std::span<const model::Route> routes_;
  const model::Site& site_;
  std::span<const model::Redirect> redirects_;
  Diagnostics& diagnostics_;
  std::vector<char> used_;  // a flag a waiver
  std::size_t guesses_ = 0;
  // Of each collection that lost a record, all that is written: drafts too.
  std::unordered_map<const model::Collection*,
                     std::unordered_map<std::string_view, const content::SourceRecord*>>
      written_;
};

}  // namespace

void check_kept_addresses(const Manifest& before, const NewSite& now, Diagnostics& diagnostics) {
  Comparison(before, now, diagnostics).run();
}

}  // namespace glasshouse::publish
