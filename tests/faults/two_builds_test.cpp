#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "child.h"
#include "site.h"

namespace glasshouse::faults {
namespace {

TEST(TwoBuilds, the_second_says_who_publishes_and_changes_nothing) {
  const Scratch scratch;
  ASSERT_EQ(publish_version(scratch.output, 1), 0);
  int started[2], go_on[2];
  ASSERT_EQ(::pipe(started), 0);
  ASSERT_EQ(::pipe(go_on), 0);
  const pid_t first = start_child([&] {
    auto routes = publish::routes_of({{"index.html", "slow"}});
    routes[0].produce = [&](model::Workspace&, std::string& out, Diagnostics&) {
      char byte = 'x';
      if (::write(started[1], &byte, 1) == 1 && ::read(go_on[0], &byte, 1) == 1) out += "slow";
    };
    publish::PublishOptions options;
    options.output = scratch.output;
    Diagnostics diagnostics;
    return publish::publish(routes, options, diagnostics) ? 0 : 1;
  });
  char byte = 0;
  ASSERT_EQ(::read(started[0], &byte, 1), 1);
  const Fingerprint before = fingerprint(scratch.folder);
  Diagnostics diagnostics;
  EXPECT_FALSE(publish::publish_pages(scratch, site_of_version(2), diagnostics));
  EXPECT_EQ(fingerprint(scratch.folder), before);
  const auto all = diagnostics.sorted();
  ASSERT_EQ(all.size(), 1u);
  EXPECT_EQ(all[0].id, "output-busy");
  EXPECT_THAT(all[0].message, testing::HasSubstr("process " + std::to_string(first)));
  ASSERT_EQ(::write(go_on[1], &byte, 1), 1);
  EXPECT_EQ(wait_for_child(first), 0);
  EXPECT_EQ(publish::bytes_of(scratch.output / "index.html"), "slow");
  for (const int end : {started[0], started[1], go_on[0], go_on[1]}) ::close(end);
}

TEST(TwoBuilds, four_at_once_again_and_again_leave_one_whole_site) {
  const Scratch scratch;
  ASSERT_EQ(publish_version(scratch.output, 1), 0);
  std::vector<pid_t> children;
  for (int number = 0; number < 4; ++number) {
    children.push_back(start_child([&, number] {
      for (int round = 0; round < 50; ++round) {
        const int status = publish_version(scratch.output, 100 + 10 * round + number);
        if (status > 1) return status;
      }
      return 0;
    }));
  }
  for (const pid_t child : children) EXPECT_EQ(wait_for_child(child), 0);
  EXPECT_GE(whole_version(scratch.output), 100);
  expect_tidy(scratch.folder);
}

}  // namespace
}  // namespace glasshouse::faults
