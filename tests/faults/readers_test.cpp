#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "site.h"

namespace glasshouse::faults {
namespace {

constexpr int kPages = 30;
constexpr int kLines = 2000;  // longer than one read, so that a page in the making would show

// Whether all lines of the page say the same, and all lines are there.
bool is_whole(const std::string& text) {
  const std::string line = text.substr(0, text.find('\n') + 1);
  if (line.empty() || text.size() != line.size() * kLines) return false;
  for (std::size_t at = 0; at < text.size(); at += line.size()) {
    if (text.compare(at, line.size(), line) != 0) return false;
  }
  return true;
}

TEST(Readers, never_miss_a_page_or_see_a_mixed_one_through_a_hundred_publications) {
  const Scratch scratch;
  ASSERT_EQ(publish_version(scratch.output, 1, kPages, kLines), 0);
  std::atomic<bool> done = false;
  std::atomic<long> reads = 0;
  std::atomic<long> bad = 0;
  const auto read_on = [&](int first) {
    for (int i = first; !done; i = (i + 1) % kPages) {
      const auto text = read_file(scratch.output / "p" / std::to_string(i) / "index.html");
      if (!text || !is_whole(*text)) ++bad;
      ++reads;
    }
  };
  {
    std::jthread one(read_on, 0), two(read_on, kPages / 2);
    for (int version = 2; version <= 101; ++version) {
      EXPECT_EQ(publish_version(scratch.output, version, kPages, kLines, false, 2), 0);
    }
    done = true;
  }
  EXPECT_EQ(bad, 0);
  EXPECT_GT(reads, 100);
  EXPECT_EQ(whole_version(scratch.output, kPages, kLines), 101);
}

}  // namespace
}  // namespace glasshouse::faults
