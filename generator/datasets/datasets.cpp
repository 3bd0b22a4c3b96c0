#include "datasets/datasets.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/files.h"
#include "base/parallel.h"
#include "datasets/notes.h"
#include "datasets/row_text.h"
#include "datasets/totals.h"

namespace glasshouse::datasets {

namespace {

// One release while the site is made.
struct Task {
  const Descriptor* descriptor = nullptr;
  const Release* release = nullptr;
  model::DatasetRelease made;
  std::vector<std::vector<std::string>> sample;
  bool is_right = false;
};

std::optional<std::string> bytes_of(const model::Site& site, const Release& release,
                                    Diagnostics& diagnostics) {
  auto bytes = read_file(site.source.root / release.file->path);
  if (!bytes) {
    diagnostics.error("dataset-file-gone", Place(release.file->path),
                      "the file went away while the site was made", "Put it back, or build again.");
  }
  return bytes;
}

std::vector<model::DatasetColumn> columns_of(const Descriptor& descriptor) {
  std::vector<model::DatasetColumn> columns;
  for (const Column& column : descriptor.columns) columns.push_back(column.shown);
  return columns;
}

// Reads one release from end to end: says what is wrong, counts and measures the rest.
class ReleaseCheck {
 public:
  ReleaseCheck(Task& task, Diagnostics& diagnostics)
      : task_(task),
        descriptor_(*task.descriptor),
        diagnostics_(diagnostics),
        columns_(columns_of(descriptor_)) {}

  void run(std::string bytes) {
    ReleaseReader reader(descriptor_, *task_.release, std::move(bytes), diagnostics_);
    if (!reader.open()) return;
    std::string text;
    append_csv_head(text, columns_);
    task_.made.csv_bytes = text.size();
    while (const Row* row = reader.next()) {
      row->problems.empty() ? keep(*row, text) : reject(*row);
    }
    say_the_rest();
    if (reader.failed() || !has_rows()) return;
    task_.made.heads = reader.heads();
    task_.made.notes = reader.notes();
    note_renamed();
    if (descriptor_.total_of) task_.made.sum = totals_.sum();
    if (descriptor_.total_by) task_.made.groups = totals_.groups();
    task_.is_right = has_few_groups_ && (rejected_ == 0 || descriptor_.reports_rejects);
  }

 private:
  void keep(const Row& row, std::string& text) {
    ++task_.made.rows;
    text.clear();
    append_csv_row(text, columns_, row.cells);
    task_.made.csv_bytes += text.size();
    if (task_.sample.size() < model::kSampleRows) {
      task_.sample.emplace_back(row.cells.begin(), row.cells.end());
    }
    if (!descriptor_.total_of || !has_few_groups_) return;
    const std::string_view group =
        descriptor_.total_by ? std::string_view(row.cells[*descriptor_.total_by]) : "";
    has_few_groups_ = totals_.add(row.cells[*descriptor_.total_of], group, kMostGroups);
    if (has_few_groups_) return;
    diagnostics_.error("dataset-too-many-groups",
                       descriptor_.record->source->place(descriptor_.totals_by),
                       fmt::format("{} has more than {} values in {}", descriptor_.totals_by.text(),
                                   kMostGroups, task_.release->file->name),
                       "Tell the totals by a column with fewer values.");
  }

  void reject(const Row& row) {
    ++rejected_;
    task_.made.rejected = rejected_;
    if (task_.made.first_rejected.size() < model::kRejectedKept) {
      task_.made.first_rejected.push_back(
          {row.problems.front().mark, row.problems.front().what.message});
    }
    for (const RowProblem& problem : row.problems) {
      if (++problems_ > kProblemsSaid) continue;
      const Place place(task_.release->file->path, problem.mark);
      if (descriptor_.reports_rejects) {
        diagnostics_.warning("dataset-row-left-out", place, problem.what.message,
                             problem.what.hint);
      } else {
        diagnostics_.error("dataset-row", place, problem.what.message, problem.what.hint);
      }
    }
  }

  void say_the_rest() {
    if (problems_ <= kProblemsSaid) return;
    const std::string message = fmt::format("{} more cells or rows are wrong; {} rows in all",
                                            problems_ - kProblemsSaid, rejected_);
    const std::string hint = "Mend the first of them: they mostly have one cause.";
    const Place place(task_.release->file->path);
    if (descriptor_.reports_rejects) {
      diagnostics_.warning("dataset-more-rows", place, message, hint);
    } else {
      diagnostics_.error("dataset-more-rows", place, message, hint);
    }
  }

  bool has_rows() {
    if (task_.made.rows > 0) return true;
    if (rejected_ > 0 && !descriptor_.reports_rejects) return false;  // said row by row
    diagnostics_.error("dataset-no-rows", Place(task_.release->file->path),
                       rejected_ > 0 ? "none of its rows can be published"
                                     : "the file has names of columns and no rows",
                       "Put the rows in, or take the release out.");
    return false;
  }

  // What this file calls its columns, where that is neither their title nor their name.
  void note_renamed() {
    model::DatasetNote note{kRenamed, 0, {}};
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      const std::string& head = task_.made.heads[i];
      if (head.empty() || head == columns_[i].title || head == columns_[i].name) continue;
      ++note.count;
      note.detail +=
          fmt::format("{}{} → {}", note.detail.empty() ? "" : "; ", head, columns_[i].name);
    }
    if (note.count > 0) task_.made.notes.push_back(std::move(note));
  }

  Task& task_;
  const Descriptor& descriptor_;
  Diagnostics& diagnostics_;
  std::vector<model::DatasetColumn> columns_;
  Totals totals_;
  std::size_t rejected_ = 0, problems_ = 0;
  bool has_few_groups_ = true;
};

Value notes_value(Arena& arena, const std::vector<model::DatasetNote>& notes) {
  List* list = List::make(arena, notes.size());
  for (const model::DatasetNote& note : notes) {
    Map* map = Map::make(arena, 3);
    map->set(arena, "what", Value::string(arena, note.what));
    map->set(arena, "count", Value::number(static_cast<double>(note.count)));
    if (!note.detail.empty()) map->set(arena, "detail", Value::string(arena, note.detail));
    list->push(arena, Value::map(map));
  }
  return Value::list(list);
}

Value release_value(Arena& arena, const model::Site& site, const model::DatasetRelease& release) {
  const auto number = [](auto value) { return Value::number(static_cast<double>(value)); };
  const auto address = [&](const std::string& url) {
    return Value::string(arena, site.settings.base_url + url);
  };
  Map* map = Map::make(arena, 12);
  map->set(arena, "id", Value::string(arena, release.id));
  map->set(arena, "url", address(release.url));
  map->set(arena, "given_url", address(release.given_url));
  map->set(arena, "rows", number(release.rows));
  map->set(arena, "rejected", number(release.rejected));
  map->set(arena, "bytes", number(release.csv_bytes));
  map->set(arena, "given_bytes", number(release.given->size));
  if (release.sum) map->set(arena, "sum", number(*release.sum));
  map->set(arena, "notes", notes_value(arena, release.notes));
  return Value::map(map);
}

// `derived.files` of the record: how much it holds, and what each release is.
void derive(model::Site& site, Arena& arena, model::Record& record, const model::Dataset& dataset) {
  List* releases = List::make(arena, dataset.releases.size());
  for (const model::DatasetRelease& release : dataset.releases) {
    releases->push(arena, release_value(arena, site, release));
  }
  const Value files =
      Map::of(arena, {{"rows", Value::number(static_cast<double>(dataset.rows()))},
                      {"rejected", Value::number(static_cast<double>(dataset.rejected()))},
                      {"releases", Value::list(releases)}});
  if (!record.derived.is_map()) record.derived = Value::map(Map::make(arena, 1));
  record.derived.as_map().set(arena, "files", files);
}

std::vector<Descriptor> read_descriptors(const model::Site& site, Diagnostics& diagnostics) {
  std::vector<Descriptor> descriptors;
  for (const auto& collection : site.collections) {
    if (collection->kind() != schema::Kind::dataset) continue;
    for (const model::Record& record : collection->records) {
      if (record.withdrawn) continue;
      if (auto descriptor = read_descriptor(record, diagnostics)) {
        descriptors.push_back(std::move(*descriptor));
      }
    }
  }
  return descriptors;
}

std::vector<Task> make_tasks(const std::vector<Descriptor>& descriptors) {
  std::vector<Task> tasks;
  for (const Descriptor& descriptor : descriptors) {
    for (const Release& release : descriptor.releases) {
      Task task{&descriptor, &release, {}, {}};
      task.made.id = release.id;
      task.made.url = descriptor.record->url + release.id + ".csv";
      task.made.given_url = descriptor.record->url + "given/" + std::string(release.file->name);
      task.made.given = release.file;
      task.made.period = release.period;
      task.made.published = release.published;
      task.made.note = release.note;
      tasks.push_back(std::move(task));
    }
  }
  return tasks;
}

// The releases of one dataset, which stand together.
std::optional<model::Dataset> gather(const Descriptor& descriptor, std::span<Task> tasks) {
  if (std::any_of(tasks.begin(), tasks.end(), [](const Task& task) { return !task.is_right; })) {
    return std::nullopt;
  }
  model::Dataset dataset;
  dataset.record = descriptor.record;
  dataset.columns = columns_of(descriptor);
  dataset.total_of = descriptor.total_of;
  dataset.total_by = descriptor.total_by;
  dataset.sample = std::move(tasks.front().sample);
  for (Task& task : tasks) dataset.releases.push_back(std::move(task.made));
  return dataset;
}

}  // namespace

void read_datasets(model::Site& site, unsigned jobs, Diagnostics& diagnostics) {
  const std::vector<Descriptor> descriptors = read_descriptors(site, diagnostics);
  std::vector<Task> tasks = make_tasks(descriptors);
  parallel_for(tasks.size(), jobs, [&](std::size_t i, unsigned) {
    auto bytes = bytes_of(site, *tasks[i].release, diagnostics);
    if (bytes) ReleaseCheck(tasks[i], diagnostics).run(std::move(*bytes));
  });
  std::size_t first = 0;
  for (const Descriptor& descriptor : descriptors) {
    const std::span<Task> own(tasks.data() + first, descriptor.releases.size());
    first += own.size();
    if (auto dataset = gather(descriptor, own)) site.datasets.push_back(std::move(*dataset));
  }
  Arena& arena = site.source.arenas.emplace_back();
  for (const model::Dataset& dataset : site.datasets) {
    site.dataset_of.emplace(dataset.record, &dataset);
    // The site is still being made, here alone.
    derive(site, arena, const_cast<model::Record&>(*dataset.record), dataset);
  }
}

void for_each_row(const model::Site& site, const model::Dataset& dataset, std::string_view id,
                  Diagnostics& diagnostics, const std::function<void(const Row&)>& take) {
  const auto descriptor = read_descriptor(*dataset.record, diagnostics);
  if (!descriptor) return;
  const auto release = std::find_if(descriptor->releases.begin(), descriptor->releases.end(),
                                    [&](const Release& each) { return each.id == id; });
  if (release == descriptor->releases.end()) return;
  auto bytes = bytes_of(site, *release, diagnostics);
  if (!bytes) return;
  ReleaseReader reader(*descriptor, *release, std::move(*bytes), diagnostics);
  if (!reader.open()) return;
  while (const Row* row = reader.next()) take(*row);
}

}  // namespace glasshouse::datasets
