// The shades of maps, as charts.css has them.
#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <string>

#include "base/files.h"
#include "pages/maps/classes.h"

namespace glasshouse::pages {
namespace {

// WCAG 2.2, relative luminance.
double luminance(const std::string& hex) {
  const auto part = [&](std::size_t at) {
    const double value = std::stoi(hex.substr(at, 2), nullptr, 16) / 255.0;
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * part(0) + 0.7152 * part(2) + 0.0722 * part(4);
}

double contrast(const std::string& one, const std::string& other) {
  const double a = luminance(one), b = luminance(other);
  return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

// The six digits of the colour behind `before`.
std::string colour_after(const std::string& css, const std::string& before) {
  const std::size_t at = css.find(before);
  EXPECT_NE(at, std::string::npos) << before;
  return at == std::string::npos ? "000000" : css.substr(at + before.size(), 6);
}

TEST(MapColours, darken_step_by_step_and_are_outlined_and_labelled_in_contrast) {
  const std::string css =
      read_file(std::filesystem::path(GLASSHOUSE_SOURCE) / "templates/assets/charts.css").value();
  const std::string outline = colour_after(css, ".gh-area__shape { stroke: #");
  const std::string label = colour_after(css, ".gh-map--labelled .gh-area { --gh-map-label: #");
  EXPECT_GE(contrast(outline, "ffffff"), 3);
  std::string lighter = "ffffff";
  for (std::size_t shade = 1; shade <= kShades; ++shade) {
    const std::string colour =
        colour_after(css, ".gh-shade-" + std::to_string(shade) + " { fill: #");
    EXPECT_LT(luminance(colour), luminance(lighter)) << shade;
    EXPECT_GE(contrast(colour, lighter), shade == 1 ? 1.1 : 1.4) << shade;
    EXPECT_GE(contrast(colour, outline), 3) << shade;
    EXPECT_GE(contrast(colour, shade == kShades ? "ffffff" : label), 4.5) << shade;
    lighter = colour;
  }
}

}  // namespace
}  // namespace glasshouse::pages
