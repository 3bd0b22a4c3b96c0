// The sample site: what its records prove.
#include <gmock/gmock.h>

#include "unit/rules/judged_site.h"

namespace glasshouse::rules {
namespace {

using testing::IsEmpty;

TEST(SampleRulesTest, nothing_in_the_sample_is_impossible) {
  const JudgedSite sample;
  EXPECT_THAT(sample.problems(), IsEmpty());
}

}  // namespace
}  // namespace glasshouse::rules
