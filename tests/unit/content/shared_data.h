// Where the data of others stands that tests read: GLASSHOUSE_DATA, or shared/data beside the
// repository. Absent, such tests are skipped.
#pragma once

#include <cstdlib>
#include <filesystem>

namespace glasshouse::content {

inline std::filesystem::path shared_data() {
  const char* named = std::getenv("GLASSHOUSE_DATA");
  return named ? std::filesystem::path(named)
               : std::filesystem::path(GLASSHOUSE_SOURCE) / ".." / "shared" / "data";
}

}  // namespace glasshouse::content
