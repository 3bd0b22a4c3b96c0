// A bump allocator. Everything made from it dies with it (or at reset), all at once: the facts of
// the site live in arenas that the finished model owns, what a page needs while it is rendered in
// an arena that its thread resets between pages. Nothing inside is ever destroyed one by one, so
// only trivially destructible things may be made in it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <span>
#include <string_view>
#include <type_traits>
#include <vector>

namespace glasshouse {

/// Not for use from two threads at once. Movable: what it holds keeps its address.
class Arena {
 public:
  Arena() = default;
  Arena(Arena&&) noexcept = default;
  Arena& operator=(Arena&&) noexcept = default;
  Arena(const Arena&) = delete;
  Arena& operator=(const Arena&) = delete;

  /// `bytes` of uninitialised memory, aligned to `alignment` (a power of two, 16 at most).
  [[nodiscard]] void* allocate(std::size_t bytes, std::size_t alignment = alignof(void*)) {
    const std::size_t start = (position_ + alignment - 1) & ~(alignment - 1);
    if (start + bytes > end_) return allocate_slowly(bytes);
    position_ = start + bytes;
    return reinterpret_cast<void*>(start);
  }

  /// Uninitialised room for `count` objects.
  template <class T>
  [[nodiscard]] T* allocate_array(std::size_t count) {
    static_assert(std::is_trivially_destructible_v<T>);
    return static_cast<T*>(allocate(count * sizeof(T), alignof(T)));
  }

  /// An object made in place.
  template <class T, class... Arguments>
  [[nodiscard]] T* make(Arguments&&... arguments) {
    static_assert(std::is_trivially_destructible_v<T>);
    return new (allocate(sizeof(T), alignof(T))) T{std::forward<Arguments>(arguments)...};
  }

  /// A copy of the text that lives as long as the arena.
  [[nodiscard]] std::string_view copy(std::string_view text);

  /// Whether the object was made here, since the last reset.
  [[nodiscard]] bool owns(const void* object) const;

  /// Forgets everything; keeps one block, so that the next page allocates nothing.
  void reset();

  /// Bytes asked of the system so far (since the last reset): what limits are checked against.
  [[nodiscard]] std::size_t used() const { return total_; }

 private:
  struct Block {
    std::unique_ptr<std::byte[]> bytes;
    std::size_t size;
  };
  void* allocate_slowly(std::size_t bytes);
  void open(const Block& block);

  std::vector<Block> blocks_;
  std::uintptr_t position_ = 0;
  std::uintptr_t end_ = 0;
  std::size_t total_ = 0;
};

}  // namespace glasshouse
