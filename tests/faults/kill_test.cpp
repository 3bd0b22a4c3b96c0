#include <gtest/gtest.h>
#include <signal.h>

#include <chrono>
#include <random>
#include <thread>

#include "child.h"
#include "site.h"
#include "traced.h"

namespace glasshouse::faults {
namespace {

TEST(Kill, at_any_system_call_leaves_a_whole_site_and_the_next_build_works) {
  if (!can_trace()) GTEST_SKIP() << "processes cannot be traced here";
  int old_sites = 0, new_sites = 0;
  for (int at = 1;; ++at) {
    const Scratch scratch;
    ASSERT_EQ(publish_version(scratch.output, 1), 0);
    ASSERT_EQ(publish_version(scratch.output, 2), 0);
    const auto work = [&] { return publish_version(scratch.output, 3, 4, 3, true); };
    const TracedRun run = run_traced(work, {at, true, 0});
    if (run.status == 0) break;  // done before its call of that number
    SCOPED_TRACE("killed at call " + std::to_string(at) + ", " + run.call);
    const int version = whole_version(scratch.output);
    EXPECT_TRUE(version == 2 || version == 3) << version;
    ++(version == 2 ? old_sites : new_sites);
    EXPECT_EQ(publish_version(scratch.output, 4), 0);
    EXPECT_EQ(whole_version(scratch.output), 4);
    expect_tidy(scratch.folder);
    if (HasFailure()) break;
  }
  EXPECT_GT(old_sites, 50);
  EXPECT_GT(new_sites, 3);
}

TEST(Kill, of_a_first_publication_leaves_nothing_or_a_whole_site) {
  if (!can_trace()) GTEST_SKIP() << "processes cannot be traced here";
  for (int at = 1;; ++at) {
    const Scratch scratch;
    const auto work = [&] { return publish_version(scratch.output, 1); };
    const TracedRun run = run_traced(work, {at, true, 0});
    if (run.status == 0) break;
    SCOPED_TRACE("killed at call " + std::to_string(at) + ", " + run.call);
    if (std::filesystem::exists(scratch.output)) {
      EXPECT_EQ(whole_version(scratch.output), 1);
    }
    EXPECT_EQ(publish_version(scratch.output, 2), 0);
    EXPECT_EQ(whole_version(scratch.output), 2);
    if (HasFailure()) break;
  }
}

TEST(Kill, at_random_moments_with_many_threads_leaves_a_whole_site) {
  constexpr int kPages = 400, kLines = 200, kRounds = 40;
  std::mt19937 random(2018);  // the same moments in each run, as far as the machine lets it
  const Scratch scratch;
  ASSERT_EQ(publish_version(scratch.output, 1, kPages, kLines, false, 4), 0);
  for (int round = 0; round < kRounds; ++round) {
    const pid_t child = start_child([&] {
      for (int version = 2;; ++version) {
        const int status = publish_version(scratch.output, version, kPages, kLines, false, 4);
        if (status != 0) return status;
      }
    });
    std::this_thread::sleep_for(std::chrono::microseconds(random() % 60000));
    ::kill(child, SIGKILL);
    ASSERT_EQ(wait_for_child(child), -SIGKILL);
    whole_version(scratch.output, kPages, kLines);
    ASSERT_FALSE(HasFailure()) << "round " << round;
  }
  EXPECT_EQ(publish_version(scratch.output, 1, kPages, kLines), 0);
  EXPECT_EQ(whole_version(scratch.output, kPages, kLines), 1);
  expect_tidy(scratch.folder);
}

}  // namespace
}  // namespace glasshouse::faults
