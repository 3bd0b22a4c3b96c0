#include "markdown/headings.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"

namespace glasshouse::markdown {
namespace {

constexpr std::size_t kMaxId = 80;

std::string base_id(std::string_view text) {
  // A slug is no longer than its text, give or take letters such as ß; what lies far beyond the
  // limit cannot count.
  std::string id = slug(text.substr(0, 4 * kMaxId));
  if (id.size() > kMaxId) id.resize(kMaxId);
  while (!id.empty() && id.back() == '-') id.pop_back();
  return id.empty() ? "section" : id;
}

}  // namespace

std::string HeadingIds::next(std::string_view text) {
  std::string id = base_id(text);
  const auto [entry, is_new] = last_number_.emplace(id, 0);
  if (is_new) return id;
  // Numbers only grow, and each one passed over is an id given out: linear over all headings.
  std::uint32_t number = entry->second;
  std::string numbered;
  do {
    numbered = fmt::format("{}-{}", id, ++number);
  } while (last_number_.contains(numbered));
  entry->second = number;
  last_number_.emplace(numbered, 0);
  return numbered;
}

bool HeadingIds::has(std::string_view id) const { return last_number_.contains(std::string(id)); }

std::vector<std::string_view> HeadingIds::all() const {
  std::vector<std::string_view> ids;
  for (const auto& [id, number] : last_number_) ids.push_back(id);
  std::sort(ids.begin(), ids.end());
  return ids;
}

int HeadingLevels::next(int level) {
  while (!open_.empty() && open_.back() >= level) open_.pop_back();
  open_.push_back(level);
  return std::min(6, top_ + static_cast<int>(open_.size()) - 1);
}

}  // namespace glasshouse::markdown
