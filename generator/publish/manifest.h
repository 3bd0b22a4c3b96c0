// manifest.json: every file of a published site but itself, with its size and SHA-256, by path. It
// tells readers what was published, and the next publication what of the output is its own.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/hash.h"

namespace glasshouse::publish {

inline constexpr std::string_view kManifestPath = "manifest.json";

struct ManifestFile {
  std::string path;  // from the site's root, without "/" in front
  std::uint64_t size = 0;
  Sha256 digest{};
};

/// Files sorted by path.
struct Manifest {
  std::vector<ManifestFile> files;

  /// The file of the path, or nullptr.
  [[nodiscard]] const ManifestFile* find(std::string_view path) const;
};

/// The text of manifest.json, one file a line:
///     {
///       "generator": "Glasshouse",
///       "files": [
///         {"path": "404.html", "size": 5120, "sha256": "9f86d0…"},
///         …
///       ]
///     }
[[nodiscard]] std::string manifest_text(const Manifest& manifest);

/// Reads what manifest_text wrote, to the letter; none for any other text, such as the
/// manifest.json of a web app, which must not pass for ours.
[[nodiscard]] std::optional<Manifest> parse_manifest(std::string_view text);

}  // namespace glasshouse::publish
