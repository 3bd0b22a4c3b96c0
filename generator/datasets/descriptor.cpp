#include "datasets/descriptor.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <unordered_map>

#include "base/text.h"
#include "datasets/descriptor_parts.h"

namespace glasshouse::datasets {

namespace {

using model::ColumnType;
constexpr std::array<std::string_view, 8> kReleaseKeys = {"file", "id",   "period", "published",
                                                          "date", "note", "read",   "without"};
constexpr std::array<std::string_view, 2> kTotalKeys = {"column", "by"};
// What else the address of a dataset has as CSV.
constexpr std::array<std::string_view, 2> kTakenIds = {"columns", "rejected"};

bool has_ending(std::string_view name, std::string_view ending) {
  return to_lower(name).ends_with(ending);
}

class DescriptorReader {
 public:
  DescriptorReader(const model::Record& record, Diagnostics& diagnostics)
      : record_(record), saying_{record, diagnostics} {}

  std::optional<Descriptor> read() {
    const std::span<const Value> releases = record_.field("releases").items();
    const bool has_files = std::any_of(releases.begin(), releases.end(), [](const Value& release) {
      return !release["file"].is_undefined();
    });
    say_unlisted_files(releases);
    if (!has_files) return std::nullopt;
    result_.record = &record_;
    read_columns();
    for (const Value& release : releases) read_release(release);
    sort_releases();
    read_totals(record_.field("totals"));
    read_rejects(record_.field("rejects"));
    if (saying_.is_wrong) return std::nullopt;
    return std::move(result_);
  }

 private:
  // A CSV that no release names would be published as an attachment, unread.
  void say_unlisted_files(std::span<const Value> releases) {
    for (const content::Attachment& attachment : record_.source->attachments) {
      const bool is_listed = std::any_of(
          releases.begin(), releases.end(),
          [&](const Value& release) { return release["file"].text() == attachment.name; });
      if (is_listed || !has_ending(attachment.name, ".csv")) continue;
      saying_.is_wrong = true;
      saying_.diagnostics.error(
          "dataset-file-unlisted", Place(attachment.path),
          "no release of the dataset names this file",
          fmt::format("Add it to releases in {}, or take it out of the folder.",
                      record_.source->file));
    }
  }

  void read_columns() {
    const Value columns = record_.field("columns");
    if (columns.items().empty()) {
      saying_.wrong(columns, "the dataset has files and says nothing of their columns",
                    "List under columns the name and the type of each.");
    }
    std::unordered_map<std::string_view, std::string_view> known;  // a name or head → the column
    for (const Value& value : columns.items()) {
      Column column = read_column(value, saying_);
      const std::string_view name = column.shown.name;
      if (!name.empty() && !names_.emplace(name, result_.columns.size()).second) {
        saying_.wrong(value["name"], fmt::format("two columns are called {}", name),
                      "Give one of the two another name.");
      }
      for (const std::string_view head : column.from) {
        const auto [other, is_new] = known.emplace(head, name);
        if (is_new || other->second == name) continue;
        saying_.wrong(
            value,
            fmt::format("the columns {} and {} both come from \"{}\"", other->second, name, head),
            "Name in from what the files call each.");
      }
      result_.columns.push_back(std::move(column));
    }
  }

  void read_release(Value value) {
    if (value["file"].is_undefined()) return;  // published elsewhere
    saying_.check_keys(value, "a release", kReleaseKeys);
    Release release;
    release.named = value["file"];
    release.file = find_file(release.named);
    const bool is_named_before =
        release.file &&
        std::any_of(result_.releases.begin(), result_.releases.end(),
                    [&](const Release& other) { return other.file == release.file; });
    if (is_named_before) {
      saying_.wrong(release.named, fmt::format("two releases name the file {}", release.file->name),
                    "Each release has a file of its own.");
    }
    release.period = value["period"].text();
    release.published =
        value["published"].is_string() ? value["published"].text() : value["date"].text();
    release.note = value["note"].text();
    release.reading = read_reading(record_.field("read"), value["read"], saying_);
    read_id(value, release);
    for (const Value& name : texts(value["without"], "without", saying_)) {
      if (const auto column = find_column(name, "without")) release.without.push_back(*column);
    }
    result_.releases.push_back(std::move(release));
  }

  const content::Attachment* find_file(Value named) {
    std::vector<std::string_view> names;
    for (const content::Attachment& attachment : record_.source->attachments) {
      if (attachment.name == named.text()) return &attachment;
      if (has_ending(attachment.name, ".csv")) names.push_back(attachment.name);
    }
    const std::string hint = did_you_mean(named.text(), names);
    saying_.is_wrong = true;
    saying_.diagnostics.error(
        "dataset-file-missing", record_.source->place(named),
        fmt::format("the folder has no file \"{}\"", named.text()),
        hint.empty() ? "Put it beside the record, or take the release out." : hint);
    return nullptr;
  }

  void read_id(Value value, Release& release) {
    const Value id = value["id"];
    const std::string_view file = release.named.text();
    release.id = id.is_string() ? std::string(id.text()) : slug(file.substr(0, file.rfind('.')));
    const bool is_taken =
        std::find(kTakenIds.begin(), kTakenIds.end(), release.id) != kTakenIds.end();
    const bool is_twice = std::any_of(result_.releases.begin(), result_.releases.end(),
                                      [&](const Release& other) { return other.id == release.id; });
    if (is_slug(release.id) && !is_taken && !is_twice) return;
    saying_.wrong(id.is_undefined() ? release.named : id,
                  is_twice ? fmt::format("two releases have the id \"{}\"", release.id)
                           : fmt::format("\"{}\" cannot be the id of a release", release.id),
                  "Give it an id of its own, of a-z, 0-9 and -: its part of the address.");
  }

  std::optional<std::size_t> find_column(Value name, std::string_view what) {
    const auto found = names_.find(name.text());
    if (found != names_.end()) return found->second;
    std::vector<std::string_view> names;
    for (const Column& column : result_.columns) names.push_back(column.shown.name);
    saying_.wrong(name, fmt::format("{} names no column: \"{}\"", what, name.text()),
                  did_you_mean(name.text(), names));
    return std::nullopt;
  }

  void sort_releases() {
    std::reverse(result_.releases.begin(), result_.releases.end());
    std::stable_sort(result_.releases.begin(), result_.releases.end(),
                     [](const Release& a, const Release& b) { return a.published > b.published; });
  }

  void read_totals(Value totals) {
    if (totals.is_undefined()) return;
    if (!totals.is_map()) {
      return saying_.wrong(totals, "totals is not a map", "Write {column: amount, by: service}.");
    }
    saying_.check_keys(totals, "totals", kTotalKeys);
    result_.total_of = find_column(totals["column"], "totals");
    if (result_.total_of) {
      const ColumnType type = result_.columns[*result_.total_of].shown.type;
      if (type != ColumnType::number && type != ColumnType::integer) {
        saying_.wrong(totals["column"], "the column that is summed up does not hold numbers");
      }
    }
    if (totals["by"].is_undefined()) return;
    result_.totals_by = totals["by"];
    result_.total_by = find_column(totals["by"], "totals");
  }

  void read_rejects(Value value) {
    if (value.is_undefined()) return;
    result_.reports_rejects = value.text() == "report";
    if (!result_.reports_rejects && value.text() != "fail") {
      saying_.wrong(value, "rejects is neither \"report\" nor \"fail\"",
                    "Write report to leave bad rows out and publish them apart; with fail, the "
                    "default, one bad row stops the build.");
    }
  }

  const model::Record& record_;
  Saying saying_;
  Descriptor result_;
  std::unordered_map<std::string_view, std::size_t> names_;
};

}  // namespace

void Saying::wrong(Value at, std::string message, std::string hint) {
  is_wrong = true;
  diagnostics.error("bad-dataset",
                    at.mark().line == 0 ? record.source->place() : record.source->place(at),
                    std::move(message), std::move(hint));
}

void Saying::unknown(Value at, std::string_view what, std::string_view word,
                     std::span<const std::string_view> words) {
  std::string hint = did_you_mean(word, words);
  if (hint.empty()) hint = fmt::format("Use {}.", fmt::join(words, ", "));
  wrong(at, fmt::format("\"{}\" is no {}", word, what), std::move(hint));
}

void Saying::check_keys(Value map, std::string_view what, std::span<const std::string_view> keys) {
  for (const Map::Entry& entry : map.as_map()) {
    const std::string_view key = entry.key.as_string();
    if (std::find(keys.begin(), keys.end(), key) != keys.end()) continue;
    std::string hint = did_you_mean(key, keys);
    if (hint.empty()) hint = fmt::format("It has {}.", fmt::join(keys, ", "));
    wrong(entry.key, fmt::format("{} has no key \"{}\"", what, key), std::move(hint));
  }
}

std::optional<Descriptor> read_descriptor(const model::Record& record, Diagnostics& diagnostics) {
  return DescriptorReader(record, diagnostics).read();
}

}  // namespace glasshouse::datasets
