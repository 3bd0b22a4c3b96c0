#include "template/loader.h"

#include <algorithm>
#include <set>

#include "base/files.h"
#include "base/text.h"

namespace glasshouse::templating {

namespace {

namespace fs = std::filesystem;

class FolderLoader : public Loader {
 public:
  FolderLoader(std::vector<fs::path> roots, std::size_t limit)
      : roots_(std::move(roots)), limit_(limit) {}

  std::optional<Source> read(std::string_view name) const override {
    for (const fs::path& root : roots_) {
      const fs::path path = root / name;
      if (!is_inside(root, path)) continue;
      std::optional<std::string> text = read_file(path, limit_);
      if (!text || text->size() > limit_) continue;
      return Source{std::move(*text), path.lexically_normal().generic_string()};
    }
    return std::nullopt;
  }

  std::vector<std::string> names() const override {
    std::set<std::string> names;
    for (const fs::path& root : roots_) {
      std::error_code error;
      for (fs::recursive_directory_iterator at(root, error), end; !error && at != end;
           at.increment(error)) {
        if (at->is_regular_file(error))
          names.insert(at->path().lexically_relative(root).generic_string());
      }
    }
    return {names.begin(), names.end()};
  }

 private:
  // A symbolic link must not lead out of the root.
  static bool is_inside(const fs::path& root, const fs::path& path) {
    std::error_code error;
    if (!fs::is_regular_file(path, error)) return false;
    const fs::path folder = fs::canonical(root, error);
    if (error) return false;
    const fs::path file = fs::canonical(path, error);
    if (error) return false;
    return std::mismatch(folder.begin(), folder.end(), file.begin(), file.end()).first ==
           folder.end();
  }

  std::vector<fs::path> roots_;
  std::size_t limit_;
};

class MemoryLoader : public Loader {
 public:
  explicit MemoryLoader(std::map<std::string, std::string> texts) : texts_(std::move(texts)) {}

  std::optional<Source> read(std::string_view name) const override {
    const auto found = texts_.find(std::string(name));
    if (found == texts_.end()) return std::nullopt;
    return Source{found->second, found->first};
  }

  std::vector<std::string> names() const override {
    std::vector<std::string> names;
    for (const auto& [name, text] : texts_) names.push_back(name);
    return names;
  }

 private:
  std::map<std::string, std::string> texts_;
};

}  // namespace

std::unique_ptr<Loader> make_folder_loader(std::vector<fs::path> roots, std::size_t limit) {
  return std::make_unique<FolderLoader>(std::move(roots), limit);
}

std::unique_ptr<Loader> make_memory_loader(std::map<std::string, std::string> texts) {
  return std::make_unique<MemoryLoader>(std::move(texts));
}

std::optional<std::string> resolve_name(std::string_view name, std::string_view from) {
  if (name.empty() || name.front() == '/' || name.find('\\') != std::string_view::npos ||
      name.find('\0') != std::string_view::npos)
    return std::nullopt;
  const bool relative = name.starts_with("./") || name.starts_with("../");
  std::vector<std::string_view> parts;
  if (relative) {
    parts = split(from, '/');
    parts.pop_back();
  }
  for (const std::string_view part : split(name, '/')) {
    if (part.empty() || part == ".") continue;
    if (part != "..") {
      parts.push_back(part);
    } else if (!relative || parts.empty()) {
      return std::nullopt;
    } else {
      parts.pop_back();
    }
  }
  std::string result;
  for (const std::string_view part : parts) {
    if (!result.empty()) result += '/';
    result += part;
  }
  if (result.empty()) return std::nullopt;
  return result;
}

}  // namespace glasshouse::templating
