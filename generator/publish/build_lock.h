// One publication to an output at a time.
#pragma once

#include <filesystem>
#include <optional>
#include <string_view>

#include "base/diagnostic.h"
#include "publish/descriptor.h"

namespace glasshouse::publish {

/// Held as long as the object lives. The lock is the kernel's (flock), so that it ends with the
/// process however that ends; its file holds the process id for the one who must wait, and is
/// removed at the end.
class BuildLock {
 public:
  /// Takes the lock; none when another process holds it, which is said ("output-busy", naming
  /// `output` as the user did).
  [[nodiscard]] static std::optional<BuildLock> take(const std::filesystem::path& file,
                                                     std::string_view output,
                                                     Diagnostics& diagnostics);
  BuildLock(BuildLock&&) noexcept = default;
  ~BuildLock();

 private:
  BuildLock(Descriptor descriptor, std::filesystem::path file)
      : descriptor_(std::move(descriptor)), file_(std::move(file)) {}
  Descriptor descriptor_;
  std::filesystem::path file_;
};

}  // namespace glasshouse::publish
