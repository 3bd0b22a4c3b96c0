// SHA-256 (FIPS 180-4), of files for the manifest.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace glasshouse {

using Sha256 = std::array<std::uint8_t, 32>;

[[nodiscard]] Sha256 sha256(std::string_view bytes);
[[nodiscard]] std::string to_hex(const Sha256& digest);

}  // namespace glasshouse
