#include "formats/calendar.h"

#include <gtest/gtest.h>

namespace glasshouse::formats {
namespace {

std::string line(std::string_view name, std::string_view value) {
  std::string out;
  append_content_line(out, name, value);
  return out;
}

std::string text(std::string_view value) {
  std::string out;
  append_calendar_text(out, value);
  return out;
}

// RFC 5545, 3.1: lines of at most 75 octets without their end; the fold is CRLF and one space.
TEST(Calendar, lines_are_folded_after_75_octets_at_most) {
  EXPECT_EQ(line("A", std::string(73, 'x')), "A:" + std::string(73, 'x') + "\r\n");
  EXPECT_EQ(line("A", std::string(74, 'x')), "A:" + std::string(73, 'x') + "\r\n x\r\n");
  EXPECT_EQ(line("A", std::string(73 + 74, 'x')),
            "A:" + std::string(73, 'x') + "\r\n " + std::string(74, 'x') + "\r\n");
  EXPECT_EQ(line("A", std::string(73 + 75, 'x')),
            "A:" + std::string(73, 'x') + "\r\n " + std::string(74, 'x') + "\r\n x\r\n");
}

TEST(Calendar, no_character_is_cut_by_a_fold) {
  for (int before = 60; before < 80; ++before) {
    const std::string folded =
        line("A", std::string(static_cast<std::size_t>(before), 'x') + "£€𝄞é");
    std::size_t at = 0, start = 0;
    while ((at = folded.find("\r\n", start)) != std::string::npos) {
      EXPECT_LE(at - start, 75u);
      if (at + 2 < folded.size()) {
        EXPECT_NE(static_cast<unsigned char>(folded[at + 3]) & 0xC0, 0x80) << before;
      }
      start = at + 2;
    }
  }
}

// RFC 5545, 3.3.11.
TEST(Calendar, text_is_escaped) {
  EXPECT_EQ(text("a, b; c\\d\ne"), "a\\, b\\; c\\\\d\\ne");
  EXPECT_EQ(text("a\r\nb\tc\x01\x7F"), "a\\nb c");
  EXPECT_EQ(text("10:30 \"é\""), "10:30 \"é\"");
}

}  // namespace
}  // namespace glasshouse::formats
