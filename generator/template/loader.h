// Where the text of templates comes from: folders, or a map in memory for tests.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace glasshouse::templating {

/// The text of one template.
struct Source {
  std::string text;
  std::string file;  // how problems name it
};

/// May be called from any thread.
class Loader {
 public:
  virtual ~Loader() = default;
  /// The template of this name, which has passed `resolve_name`; none when there is none.
  [[nodiscard]] virtual std::optional<Source> read(std::string_view name) const = 0;
  /// All names, to find the nearest to a wrong one.
  [[nodiscard]] virtual std::vector<std::string> names() const = 0;
};

/// Reads below the folders, the first that has the file wins. A file that a symbolic link takes out
/// of its folder does not exist, nor does one over `limit` bytes.
[[nodiscard]] std::unique_ptr<Loader> make_folder_loader(std::vector<std::filesystem::path> roots,
                                                         std::size_t limit);
/// Name to text.
[[nodiscard]] std::unique_ptr<Loader> make_memory_loader(std::map<std::string, std::string> texts);

/// The name that `name` means in the template `from`: "./x.njk" and "../x.njk" are taken from the
/// folder of `from`, all others from the roots. None when it would leave the roots: an absolute
/// name, one with "..", a backslash or a NUL.
[[nodiscard]] std::optional<std::string> resolve_name(std::string_view name, std::string_view from);

}  // namespace glasshouse::templating
