// From routes to the published folder, in one step. Every route is produced and written to a
// staging folder beside the output; only when all of it is there and no error was said does the
// staging folder take the output's place. Whatever goes wrong before that, a full disk or a pulled
// plug included, the output stays as it was. README.md says what readers may see and what is
// promised.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>

#include "base/diagnostic.h"
#include "model/redirects.h"
#include "model/route.h"
#include "publish/manifest.h"

namespace glasshouse::publish {

struct PublishOptions {
  /// The folder that is replaced. It need not exist, its parent must. It is refused unless it is
  /// empty (dot-files aside) or holds what an earlier publication wrote and nothing else.
  std::filesystem::path output;
  unsigned jobs = 1;
  /// Has the disk hold all of the new site before it takes the place of the old, so that a power
  /// cut leaves a whole site. Without it that holds for a kill or a crash of the program only.
  bool sync = true;
  /// The site of the routes, whose withdrawn records and waivers say what may go of what was
  /// published (kept_addresses.h). Without one, anything may.
  const model::Site* site = nullptr;
  std::span<const model::Redirect> redirects;  // of the site: their addresses lead elsewhere
  /// What was published, where the output does not say: it is held against this one then.
  std::optional<Manifest> previous;
  /// Called on the calling thread, with the number of routes done and of all; may be empty.
  std::function<void(std::size_t done, std::size_t total)> progress;
};

/// What a publication did. manifest.json counts as a file.
struct PublishSummary {
  std::size_t files = 0;      // of the site as it now stands
  std::uint64_t bytes = 0;    // likewise
  std::size_t written = 0;    // new, or with other bytes than before
  std::size_t unchanged = 0;  // the same file as before: inode and time of change are kept
  std::size_t removed = 0;    // files of the old site that the new one does not have
};

/// Publishes the routes, which must be sorted by path (model::finish_routes), and manifest.json.
/// None when `diagnostics` holds an error at the end, its own (README.md lists them) or one from
/// before: every route is still produced, so that all problems are said at once, and the output is
/// left as it was. Throws std::system_error when the machine fails, leaving the output as it was.
/// The same routes give the same bytes for any number of jobs.
[[nodiscard]] std::optional<PublishSummary> publish(std::span<const model::Route> routes,
                                                    const PublishOptions& options,
                                                    Diagnostics& diagnostics);

}  // namespace glasshouse::publish
