// Files of the machine. What fails here for a reason of the machine (permission, disk full) is
// thrown as std::system_error with the path in its text; the commands turn it into exit status 3.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace glasshouse {

/// The bytes of a regular file, none when there is no such file. Reads `limit` + 1 bytes at most:
/// a longer result says that the file is over the limit.
[[nodiscard]] std::optional<std::string> read_file(const std::filesystem::path& path,
                                                   std::size_t limit = SIZE_MAX - 1);

/// Writes a new file with these bytes; its folder must exist, the file must not.
void write_file(const std::filesystem::path& path, std::string_view bytes);

}  // namespace glasshouse
