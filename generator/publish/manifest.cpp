#include "publish/manifest.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <iterator>

namespace glasshouse::publish {

namespace {

constexpr std::string_view kHead = "{\n  \"generator\": \"Glasshouse\",\n  \"files\": [";
constexpr std::string_view kTail = "\n  ]\n}\n";

// Takes what one file's line is made of from the front of the text.
class Reader {
 public:
  explicit Reader(std::string_view text) : rest_(text) {}

  bool take(std::string_view expected) {
    if (!rest_.starts_with(expected)) return false;
    rest_.remove_prefix(expected.size());
    return true;
  }
  /// Up to the next quote, which no published path holds (address.h).
  bool take_path(std::string& path) {
    const std::size_t end = rest_.find('"');
    if (end == std::string_view::npos || end == 0) return false;
    path = rest_.substr(0, end);
    rest_.remove_prefix(end);
    return true;
  }
  bool take_number(std::uint64_t& number) {
    const auto [end, problem] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), number);
    if (problem != std::errc()) return false;
    rest_.remove_prefix(static_cast<std::size_t>(end - rest_.data()));
    return true;
  }
  bool take_digest(Sha256& digest) {
    if (rest_.size() < digest.size() * 2) return false;
    for (std::uint8_t& byte : digest) {
      const auto [end, problem] = std::from_chars(rest_.data(), rest_.data() + 2, byte, 16);
      if (problem != std::errc() || end != rest_.data() + 2) return false;
      rest_.remove_prefix(2);
    }
    return true;
  }
  [[nodiscard]] bool at_end() const { return rest_.empty(); }

 private:
  std::string_view rest_;
};

bool take_file(Reader& reader, ManifestFile& file) {
  return reader.take("\n    {\"path\": \"") && reader.take_path(file.path) &&
         reader.take("\", \"size\": ") && reader.take_number(file.size) &&
         reader.take(", \"sha256\": \"") && reader.take_digest(file.digest) && reader.take("\"}");
}

}  // namespace

const ManifestFile* Manifest::find(std::string_view path) const {
  const auto found = std::ranges::lower_bound(files, path, {}, &ManifestFile::path);
  return found != files.end() && found->path == path ? &*found : nullptr;
}

std::string manifest_text(const Manifest& manifest) {
  std::string text(kHead);
  text.reserve(manifest.files.size() * 160 + 64);
  std::string_view separator;
  for (const ManifestFile& file : manifest.files) {
    fmt::format_to(std::back_inserter(text),
                   "{}\n    {{\"path\": \"{}\", \"size\": {}, \"sha256\": \"{}\"}}", separator,
                   file.path, file.size, to_hex(file.digest));
    separator = ",";
  }
  text += kTail;
  return text;
}

std::optional<Manifest> parse_manifest(std::string_view text) {
  Reader reader(text);
  Manifest manifest;
  if (!reader.take(kHead)) return std::nullopt;
  while (!reader.take(kTail)) {
    if (!manifest.files.empty() && !reader.take(",")) return std::nullopt;
    ManifestFile file;
    if (!take_file(reader, file)) return std::nullopt;
    if (!manifest.files.empty() && manifest.files.back().path >= file.path) return std::nullopt;
    manifest.files.push_back(std::move(file));
  }
  if (!reader.at_end()) return std::nullopt;
  return manifest;
}

}  // namespace glasshouse::publish
