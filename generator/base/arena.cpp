#include "base/arena.h"

#include <algorithm>
#include <functional>

namespace glasshouse {

namespace {
constexpr std::size_t kFirstBlock = 16 * 1024;
constexpr std::size_t kLargestBlock = 1024 * 1024;
}  // namespace

void Arena::open(const Block& block) {
  position_ = reinterpret_cast<std::uintptr_t>(block.bytes.get());
  end_ = position_ + block.size;
}

void* Arena::allocate_slowly(std::size_t bytes) {
  const std::size_t usual =
      blocks_.empty() ? kFirstBlock : std::min(blocks_.back().size * 2, kLargestBlock);
  const std::size_t size = std::max(usual, bytes);
  blocks_.push_back({std::make_unique_for_overwrite<std::byte[]>(size), size});
  total_ += size;
  open(blocks_.back());
  // operator new[] aligns for any alignment that allocate() admits.
  void* result = reinterpret_cast<void*>(position_);
  position_ += bytes;
  return result;
}

std::string_view Arena::copy(std::string_view text) {
  if (text.empty()) return {};
  char* bytes = static_cast<char*>(allocate(text.size(), 1));
  std::memcpy(bytes, text.data(), text.size());
  return {bytes, text.size()};
}

bool Arena::owns(const void* object) const {
  const auto* byte = static_cast<const std::byte*>(object);
  return std::any_of(blocks_.begin(), blocks_.end(), [&](const Block& block) {
    return !std::less<>()(byte, block.bytes.get()) &&
           std::less<>()(byte, block.bytes.get() + block.size);
  });
}

void Arena::reset() {
  if (blocks_.empty()) return;
  const auto largest =
      std::max_element(blocks_.begin(), blocks_.end(),
                       [](const Block& a, const Block& b) { return a.size < b.size; });
  std::iter_swap(blocks_.begin(), largest);
  blocks_.erase(blocks_.begin() + 1, blocks_.end());
  total_ = blocks_.front().size;
  open(blocks_.front());
}

}  // namespace glasshouse
