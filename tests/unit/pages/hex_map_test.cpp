#include "pages/hex_map.h"

#include <gtest/gtest.h>

namespace glasshouse::pages {
namespace {

TEST(ShortNameTest, several_words_give_their_initials) {
  EXPECT_EQ(short_name("Acocks Green"), "AG");
  EXPECT_EQ(short_name("Soho & Jewellery Quarter"), "SJQ");
  EXPECT_EQ(short_name("Sutton Walmley & Minworth"), "SWM");
}

TEST(ShortNameTest, one_word_gives_its_first_letters) {
  EXPECT_EQ(short_name("Aston"), "Ast");
  EXPECT_EQ(short_name("Ed"), "Ed");
}

}  // namespace
}  // namespace glasshouse::pages
