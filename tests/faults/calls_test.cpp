#include <gtest/gtest.h>

#include <cerrno>
#include <map>

#include "site.h"
#include "traced.h"

namespace glasshouse::faults {
namespace {

// The folder without what the fault itself may keep from being removed.
Fingerprint sites_in(const std::filesystem::path& folder) {
  Fingerprint all = fingerprint(folder);
  std::erase_if(all, [](const auto& entry) {
    return entry.first.starts_with(".public.staging") || entry.first == ".public.lock";
  });
  return all;
}

class Calls : public testing::TestWithParam<int> {};

TEST_P(Calls, that_fail_leave_the_output_as_it_was_or_are_made_good) {
  if (!can_trace()) GTEST_SKIP() << "calls cannot be made to fail here";
  int failed = 0, made_good = 0;
  for (int at = 1;; ++at) {
    const Scratch scratch;
    ASSERT_EQ(publish_version(scratch.output, 1), 0);
    ASSERT_EQ(publish_version(scratch.output, 2), 0);
    const Fingerprint before = sites_in(scratch.folder);
    const auto work = [&] { return publish_version(scratch.output, 3, 4, 3, true); };
    const TracedRun run = run_traced(work, {at, false, GetParam()});
    if (run.call.empty()) break;  // there is no call of that number
    SCOPED_TRACE("call " + std::to_string(at) + ", " + run.call);
    if (run.status == 0) {
      EXPECT_EQ(whole_version(scratch.output), 3);
      ++made_good;
    } else {
      EXPECT_TRUE(run.status == 3 || run.status == 1) << run.status;
      EXPECT_EQ(sites_in(scratch.folder), before);
      ++failed;
    }
    EXPECT_EQ(publish_version(scratch.output, 4), 0);
    EXPECT_EQ(whole_version(scratch.output), 4);
    expect_tidy(scratch.folder);
    if (HasFailure()) break;
  }
  EXPECT_GT(failed, 30);
  EXPECT_GT(made_good, 5);
}

INSTANTIATE_TEST_SUITE_P(Errors, Calls, testing::Values(ENOSPC, EIO, EACCES),
                         [](const auto& info) -> std::string {
                           return info.param == ENOSPC ? "disk_full"
                                  : info.param == EIO  ? "disk_error"
                                                       : "permission";
                         });

}  // namespace
}  // namespace glasshouse::faults
