// One record from a file of its own, or from a folder with attachments (a page bundle).
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "base/arena.h"
#include "base/diagnostic.h"
#include "content/folder.h"
#include "content/source.h"

namespace glasshouse::content {

/// What a thread reads records with.
struct RecordContext {
  std::span<const std::string_view> facets;
  const Limits& limits;
  Arena& arena;
  FileBuffer& buffer;
  Diagnostics& diagnostics;
};

/// Whether a file of this name is a record: .md, .json, .yaml or .yml.
[[nodiscard]] bool is_record_name(std::string_view name);

/// The name of a record's file without its ending.
[[nodiscard]] std::string_view without_ending(std::string_view name);

/// The record of a file. None, having said why, where it has an error.
[[nodiscard]] std::optional<SourceRecord> read_record_file(const Folder& folder,
                                                           const FolderEntry& entry,
                                                           const RecordContext& context);

/// The record of a folder: index.md (or .json, .yaml, .yml) holds its fields, all other files are
/// attachments.
[[nodiscard]] std::optional<SourceRecord> read_bundle(const Folder& folder,
                                                      const FolderEntry& entry,
                                                      const RecordContext& context);

}  // namespace glasshouse::content
