// Folders and files of content/, read with few calls of the system: what stands in a folder, in an
// order that does not depend on the disk, and the bytes of its files.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "base/arena.h"
#include "base/diagnostic.h"

struct dirent64;

namespace glasshouse::content {

enum class EntryKind : std::uint8_t;

/// Memory that files are read into, one after another; it grows and is never cleared.
class FileBuffer {
 public:
  /// At least `size` bytes; what it held stays at its start.
  char* reserve(std::size_t size);
  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] char* data() const { return bytes_.get(); }

 private:
  std::unique_ptr<char[]> bytes_;
  std::size_t size_ = 0;
};

/// A file or folder in a folder.
struct FolderEntry {
  std::string_view name;  // followed by a NUL byte; lives in the arena of the listing
  bool is_folder = false;
};

/// An open folder. `path` is relative to the site: "content/foi"; it must outlive the folder.
class Folder {
 public:
  /// The folder at the path of the machine; none when there is no such folder.
  static std::optional<Folder> open(const char* machine_path, std::string_view path,
                                    Diagnostics& diagnostics);
  /// A folder in this one. None, having said why, where it cannot be read.
  [[nodiscard]] std::optional<Folder> open(const FolderEntry& entry, std::string_view path,
                                           Diagnostics& diagnostics) const;

  Folder(Folder&& other) noexcept;
  Folder& operator=(Folder&&) = delete;
  ~Folder();

  [[nodiscard]] std::string_view path() const { return path_; }

  /// What stands in it, by name (bytes). README.md and what starts with a dot is passed over.
  /// Symbolic links, devices, names that are no text, and names that a case-blind or normalising
  /// disk takes for the same are refused: said, and left out.
  [[nodiscard]] std::vector<FolderEntry> list(Arena& arena, Diagnostics& diagnostics) const;

  /// The bytes of a file in it, good until the buffer is used again. None, having said why, where
  /// it is larger than `limit` or cannot be read.
  [[nodiscard]] std::optional<std::string_view> read(std::string_view name, std::size_t limit,
                                                     FileBuffer& buffer,
                                                     Diagnostics& diagnostics) const;

  /// The size of a file in it; none, having said why, where it cannot be read.
  [[nodiscard]] std::optional<std::uint64_t> size_of(std::string_view name,
                                                     Diagnostics& diagnostics) const;

  /// "content/foi/a.md", in the arena.
  [[nodiscard]] std::string_view path_of(std::string_view name, Arena& arena) const;

 private:
  Folder(int descriptor, std::string_view path) : descriptor_(descriptor), path_(path) {}
  // The kind of what is listed; none for what is passed over or refused.
  [[nodiscard]] std::optional<EntryKind> accept(const dirent64& record,
                                                Diagnostics& diagnostics) const;
  int descriptor_;
  std::string_view path_;
};

}  // namespace glasshouse::content
