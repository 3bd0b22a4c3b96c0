#include "base/parallel.h"

#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>
#include <vector>

#include "base/hash.h"

namespace glasshouse {
namespace {

TEST(Parallel, every_index_is_handed_out_once) {
  for (const unsigned jobs : {1u, 2u, 7u, 64u}) {
    for (const std::size_t count : {0u, 1u, 5u, 1000u}) {
      std::vector<std::atomic<int>> seen(count);
      parallel_for(count, jobs, [&](std::size_t i, unsigned worker) {
        EXPECT_LT(worker, jobs);
        ++seen[i];
      });
      for (const auto& times : seen) EXPECT_EQ(times, 1);
    }
  }
}

TEST(Parallel, an_exception_reaches_the_caller) {
  for (const unsigned jobs : {1u, 4u}) {
    EXPECT_THROW(parallel_for(100, jobs,
                              [](std::size_t i, unsigned) {
                                if (i == 50) throw std::runtime_error("disk full");
                              }),
                 std::runtime_error);
  }
}

TEST(Hash, is_sha_256) {
  EXPECT_EQ(to_hex(sha256("abc")),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(to_hex(sha256("")), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

}  // namespace
}  // namespace glasshouse
