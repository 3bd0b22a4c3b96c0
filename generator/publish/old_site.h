// The output folder as it stands before a publication: whether it is ours to replace, what is in it
// by its manifest, and what is kept.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "publish/descriptor.h"
#include "publish/manifest.h"

namespace glasshouse::publish {

/// Something whose name starts with a dot, or inside a folder whose name does, that no publication
/// wrote: .gitkeep, .git, .htaccess. It stays.
struct KeptFile {
  std::string path;
  bool is_folder = false;  // an empty one; others come with their files
};

struct OldSite {
  Descriptor folder;       // not open when there is no output yet
  bool published = false;  // whether an earlier publication wrote it
  Manifest manifest;       // as that one left it; empty when there is none
  std::string manifest_text;
  std::vector<KeptFile> kept;

  [[nodiscard]] bool exists() const { return folder.is_open(); }
  /// Whether the file at the path has exactly these bytes, and the mode that we give.
  [[nodiscard]] bool has_file(const std::string& path, std::string_view bytes) const;
  /// Whether the manifest lists the file so, and it still has those bytes and that mode.
  [[nodiscard]] bool has_file(const ManifestFile& file) const;
};

/// Looks at `output`, an absolute path; `name` is what the user calls it. None when it must not be
/// replaced: "output-not-a-folder", "output-not-ours" (files, and no manifest of an earlier
/// publication), "output-has-other-files" (files that the manifest does not list).
[[nodiscard]] std::optional<OldSite> read_old_site(const std::filesystem::path& output,
                                                   std::string_view name, Diagnostics& diagnostics);

}  // namespace glasshouse::publish
