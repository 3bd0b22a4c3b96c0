// SHA-256 (FIPS 180-4), of files for the manifest.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

struct evp_md_ctx_st;  // of OpenSSL

namespace glasshouse {

using Sha256 = std::array<std::uint8_t, 32>;

[[nodiscard]] Sha256 sha256(std::string_view bytes);

/// The digest of bytes that come in parts.
class Sha256Stream {
 public:
  Sha256Stream();
  void add(std::string_view bytes);
  /// Of all that was added; nothing may be added after.
  [[nodiscard]] Sha256 finish();

 private:
  struct Release {
    void operator()(evp_md_ctx_st* context) const;
  };
  std::unique_ptr<evp_md_ctx_st, Release> context_;
};

[[nodiscard]] std::string to_hex(const Sha256& digest);

}  // namespace glasshouse
