// A file descriptor that closes itself, and the exception for a call that failed.
#pragma once

#include <unistd.h>

#include <cerrno>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

namespace glasshouse::publish {

class Descriptor {
 public:
  Descriptor() = default;
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  [[nodiscard]] bool is_open() const { return number_ >= 0; }
  [[nodiscard]] int number() const { return number_; }
  [[nodiscard]] int release() { return std::exchange(number_, -1); }

 private:
  int number_ = -1;
};

/// Throws what errno says, with "cannot write /srv/public/index.html" in front.
[[noreturn]] inline void fail(std::string_view what, std::string_view path) {
  throw std::system_error(errno, std::generic_category(),
                          "cannot " + std::string(what) + " " + std::string(path));
}

}  // namespace glasshouse::publish
