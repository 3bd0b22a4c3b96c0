#include "schema/pattern/characters.h"

#include <algorithm>

namespace glasshouse::schema {

Pattern::Class inverse(Pattern::Class ranges) {
  std::sort(ranges.begin(), ranges.end(),
            [](const auto& a, const auto& b) { return a.first < b.first; });
  Pattern::Class result;
  char32_t next = 0;
  for (const auto& range : ranges) {
    if (range.first > next) result.push_back({next, range.first - 1});
    next = std::max<char32_t>(next, range.last + 1);
  }
  if (next <= kLastCharacter) result.push_back({next, kLastCharacter});
  return result;
}

Pattern::Class class_of(char32_t letter) {
  switch (letter) {
    case 'd':
      return {{'0', '9'}};
    case 'w':
      return {{'0', '9'}, {'A', 'Z'}, {'_', '_'}, {'a', 'z'}};
    case 's':  // WhiteSpace and LineTerminator
      return {{9, 13},          {' ', ' '},       {0xA0, 0xA0},     {0x1680, 0x1680},
              {0x2000, 0x200A}, {0x2028, 0x2029}, {0x202F, 0x202F}, {0x205F, 0x205F},
              {0x3000, 0x3000}, {0xFEFF, 0xFEFF}};
    case 'D':
      return inverse(class_of('d'));
    case 'W':
      return inverse(class_of('w'));
    case 'S':
      return inverse(class_of('s'));
    default:
      return {};
  }
}

std::u32string code_points(std::string_view text) {
  std::u32string result;
  for (std::size_t at = 0; at < text.size();) {
    const auto lead = static_cast<unsigned char>(text[at++]);
    if (lead < 0x80) {
      result += lead;
      continue;
    }
    char32_t c = lead >= 0xF0 ? lead & 0x07 : lead >= 0xE0 ? lead & 0x0F : lead & 0x1F;
    for (; at < text.size() && (text[at] & 0xC0) == 0x80; ++at) {
      c = (c << 6) | (static_cast<unsigned char>(text[at]) & 0x3F);
    }
    result += c <= kLastCharacter ? c : U'\xFFFD';
  }
  return result;
}

}  // namespace glasshouse::schema
