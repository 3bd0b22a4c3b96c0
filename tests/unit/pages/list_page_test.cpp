#include "pages/list_page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace glasshouse::pages {
namespace {

using testing::ElementsAre;

TEST(PaginationTest, few_pages_are_all_named) {
  EXPECT_THAT(pagination_numbers(1, 1), ElementsAre(1));
  EXPECT_THAT(pagination_numbers(2, 3), ElementsAre(1, 2, 3));
}

TEST(PaginationTest, gaps_stand_for_pages_far_from_the_current_one) {
  EXPECT_THAT(pagination_numbers(7, 42), ElementsAre(1, 0, 6, 7, 8, 0, 42));
  EXPECT_THAT(pagination_numbers(1, 42), ElementsAre(1, 2, 0, 42));
  EXPECT_THAT(pagination_numbers(42, 42), ElementsAre(1, 0, 41, 42));
}

TEST(PaginationTest, a_gap_never_hides_a_single_page) {
  EXPECT_THAT(pagination_numbers(4, 6), ElementsAre(1, 2, 3, 4, 5, 6));
}

class PageCountTest : public testing::Test {
 protected:
  ListOf list_of(std::size_t records) {
    collection.definition.page_size = 50;
    collection.url = "foi/";
    plan.collection = &collection;
    plan.current.assign(records, nullptr);
    return {.plan = &plan};
  }
  model::Collection collection;
  CollectionPlan plan;
};

TEST_F(PageCountTest, an_empty_list_still_has_a_page) { EXPECT_EQ(page_count(list_of(0)), 1u); }

TEST_F(PageCountTest, the_last_page_may_be_full_or_hold_one) {
  EXPECT_EQ(page_count(list_of(50)), 1u);
  EXPECT_EQ(page_count(list_of(51)), 2u);
  EXPECT_EQ(page_count(list_of(100)), 2u);
}

TEST_F(PageCountTest, the_first_page_has_the_address_of_the_list) {
  const ListOf list = list_of(120);
  EXPECT_EQ(page_path(list, 1), "foi/");
  EXPECT_EQ(page_path(list, 3), "foi/page/3/");
}

}  // namespace
}  // namespace glasshouse::pages
