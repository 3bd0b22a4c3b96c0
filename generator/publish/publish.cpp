#include "publish/publish.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <vector>

#include "base/parallel.h"
#include "publish/address.h"
#include "publish/build_lock.h"
#include "publish/kept_addresses.h"
#include "publish/manifest.h"
#include "publish/old_site.h"
#include "publish/produce.h"
#include "publish/staging.h"
#include "publish/swap.h"

namespace glasshouse::publish {

namespace {

namespace fs = std::filesystem;

// The new site as it is made: the manifest, and which of its files are the old ones.
struct Progress {
  Manifest manifest;            // an entry a route, in the order of the routes
  std::vector<char> unchanged;  // a flag a route; written by the thread that produced it
  explicit Progress(std::size_t routes) : unchanged(routes, 0) { manifest.files.resize(routes); }
};

// The output as the disk has it: links followed, so that what is replaced is the folder itself.
std::optional<fs::path> resolve_output(const fs::path& output, Diagnostics& diagnostics) {
  fs::path path = fs::weakly_canonical(fs::absolute(output).lexically_normal());
  if (!path.has_filename()) path = path.parent_path();
  if (path.has_filename() && fs::is_directory(path.parent_path())) return path;
  diagnostics.error(
      "output-has-no-parent", {},
      fmt::format("The folder that {} would stand in does not exist", output.native()),
      "Make it first, or name another place with --out.");
  return std::nullopt;
}

// With an error from before nothing is written, but every page still says what is wrong with it.
void only_produce(std::span<const model::Route> routes, const PublishOptions& options,
                  Diagnostics& diagnostics) {
  produce_routes(
      routes, options.jobs, diagnostics, [](const Produced&) {}, options.progress);
}

// A file that comes in parts: it is written before it is known whether it is the old one.
struct LongFile {
  Descriptor descriptor;
  Sha256Stream hash;
  std::uint64_t size = 0;
};

// The files that one thread after another hands over, each to its place.
class Taker {
 public:
  Taker(Staging& staging, const OldSite& old, std::span<const model::Route> routes, unsigned jobs,
        Progress& made)
      : staging_(staging), old_(old), routes_(routes), made_(made), long_files_(jobs) {}

  void take(const Produced& produced) {
    std::optional<LongFile>& long_file = long_files_[produced.worker].file;
    if (!long_file && produced.is_last) {
      take_whole(produced);
      return;
    }
    const std::string& path = routes_[produced.index].path;
    if (!long_file) {
      long_file.emplace();
      long_file->descriptor = staging_.open(path);
    }
    staging_.append(long_file->descriptor, path, produced.bytes);
    long_file->hash.add(produced.bytes);
    long_file->size += produced.bytes.size();
    if (produced.is_last) {
      finish(produced.index, *long_file);
      long_file.reset();
    }
  }

 private:
  struct alignas(64) Worker {
    std::optional<LongFile> file;
  };

  void take_whole(const Produced& produced) {
    const std::string& path = routes_[produced.index].path;
    ManifestFile& file = made_.manifest.files[produced.index];
    file = {path, produced.bytes.size(), sha256(produced.bytes)};
    // The digest alone is not believed: the file may have been changed since by another hand. The
    // bytes alone would do, but most files that changed need not be read when the digests differ.
    const ManifestFile* before = old_.manifest.find(path);
    const bool same = before != nullptr && before->size == file.size &&
                      before->digest == file.digest && old_.has_file(path, produced.bytes);
    made_.unchanged[produced.index] = same;
    if (!same) staging_.write(path, produced.bytes);
  }

  void finish(std::size_t index, LongFile& long_file) {
    ManifestFile& file = made_.manifest.files[index];
    file = {routes_[index].path, long_file.size, long_file.hash.finish()};
    staging_.close(std::move(long_file.descriptor), file.path);
    const bool same = old_.has_file(file);
    made_.unchanged[index] = same;
    if (same) staging_.remove(file.path);
  }

  Staging& staging_;
  const OldSite& old_;
  std::span<const model::Route> routes_;
  Progress& made_;
  std::vector<Worker> long_files_;
};

void produce_into(Staging& staging, const OldSite& old, std::span<const model::Route> routes,
                  const PublishOptions& options, Progress& made, Diagnostics& diagnostics) {
  Taker taker(staging, old, routes, std::max(1u, options.jobs), made);
  produce_routes(
      routes, options.jobs, diagnostics,
      [&taker](const Produced& produced) { taker.take(produced); }, options.progress);
}

void link_unchanged(Staging& staging, const OldSite& old, const Progress& made, unsigned jobs) {
  parallel_for(made.unchanged.size(), jobs, [&](std::size_t index, unsigned) {
    if (made.unchanged[index]) staging.link(old, made.manifest.files[index].path);
  });
  for (const KeptFile& file : old.kept) staging.keep_file(old, file);
}

void check_against(const OldSite& old, std::span<const model::Route> routes,
                   const PublishOptions& options, Diagnostics& diagnostics) {
  if (!options.site || !(options.previous || old.published)) return;
  check_kept_addresses(options.previous ? *options.previous : old.manifest,
                       {routes, *options.site, options.redirects}, diagnostics);
}

PublishSummary summarise(const OldSite& old, const Progress& made, std::string_view manifest) {
  PublishSummary summary;
  const auto count = [&](bool same, std::uint64_t bytes) {
    ++summary.files;
    summary.bytes += bytes;
    ++(same ? summary.unchanged : summary.written);
  };
  for (std::size_t i = 0; i < made.unchanged.size(); ++i) {
    count(made.unchanged[i], made.manifest.files[i].size);
  }
  count(old.published && manifest == old.manifest_text, manifest.size());
  summary.removed = static_cast<std::size_t>(std::ranges::count_if(
      old.manifest.files,
      [&](const ManifestFile& file) { return made.manifest.find(file.path) == nullptr; }));
  return summary;
}

}  // namespace

std::optional<PublishSummary> publish(std::span<const model::Route> routes,
                                      const PublishOptions& options, Diagnostics& diagnostics) {
  assert(std::ranges::is_sorted(routes, {}, &model::Route::path));
  check_addresses(routes, diagnostics);
  const auto output = resolve_output(options.output, diagnostics);
  if (!output || diagnostics.has_errors()) {
    only_produce(routes, options, diagnostics);
    return std::nullopt;
  }
  const Places places = places_beside(*output);
  const auto lock = BuildLock::take(places.lock, options.output.native(), diagnostics);
  if (!lock) return std::nullopt;
  clean_up_after_kill(places);
  const auto old = read_old_site(*output, options.output.native(), diagnostics);
  if (!old) return std::nullopt;
  check_against(*old, routes, options, diagnostics);

  Staging staging(places.staging);
  Progress made(routes.size());
  produce_into(staging, *old, routes, options, made, diagnostics);
  if (diagnostics.has_errors()) return std::nullopt;

  const std::string manifest = manifest_text(made.manifest);
  const PublishSummary summary = summarise(*old, made, manifest);
  if (old->published && summary.written == 0 && summary.removed == 0) return summary;
  link_unchanged(staging, *old, made, options.jobs);
  staging.write(std::string(kManifestPath), manifest);
  swap_in(places, old->exists(), old->published, options.sync);
  staging.release();
  return summary;
}

}  // namespace glasshouse::publish
