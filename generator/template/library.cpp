#include "template/library.h"

#include <algorithm>

#include "template/filters/filters.h"
#include "template/filters/tests.h"
#include "template/globals.h"

namespace glasshouse::templating {

namespace {

constexpr FunctionEntry kFilters[] = {
    {"abs", filters::abs},
    {"batch", filters::batch},
    {"capitalize", filters::capitalize},
    {"center", filters::center},
    {"d", filters::defaulted},
    {"date", filters::date},
    {"default", filters::defaulted},
    {"dictsort", filters::dictsort},
    {"dump", filters::dump},
    {"e", filters::escape},
    {"escape", filters::escape},
    {"first", filters::first},
    {"float", filters::to_float},
    {"forceescape", filters::forceescape},
    {"groupby", filters::groupby},
    {"indent", filters::indent},
    {"int", filters::to_int},
    {"join", filters::join},
    {"json", filters::json},
    {"last", filters::last},
    {"length", filters::length},
    {"list", filters::list},
    {"lower", filters::lower},
    {"money", filters::money},
    {"nl2br", filters::nl2br},
    {"number", filters::number},
    {"plural", filters::plural},
    {"reject", filters::reject},
    {"rejectattr", filters::rejectattr},
    {"replace", filters::replace},
    {"reverse", filters::reverse},
    {"round", filters::round},
    {"safe", filters::safe, nullptr, true},
    {"select", filters::select},
    {"selectattr", filters::selectattr},
    {"slice", filters::slice},
    {"slug", filters::slug},
    {"sort", filters::sort},
    {"string", filters::string},
    {"striptags", filters::striptags},
    {"sum", filters::sum},
    {"title", filters::title},
    {"trim", filters::trim},
    {"truncate", filters::truncate},
    {"upper", filters::upper},
    {"urlencode", filters::urlencode},
    {"urlize", filters::urlize},
    {"wordcount", filters::wordcount},
};

constexpr FunctionEntry kTests[] = {
    {"callable", tests::callable},
    {"defined", tests::defined},
    {"divisibleby", tests::divisibleby},
    {"eq", tests::sameas},
    {"equalto", tests::sameas},
    {"escaped", tests::escaped},
    {"even", tests::even},
    {"falsy", tests::falsy},
    {"ge", tests::ge},
    {"greaterthan", tests::gt},
    {"gt", tests::gt},
    {"iterable", tests::iterable},
    {"le", tests::le},
    {"lessthan", tests::lt},
    {"lower", tests::lower},
    {"lt", tests::lt},
    {"mapping", tests::mapping},
    {"ne", tests::ne},
    {"none", tests::null},
    {"null", tests::null},
    {"number", tests::number},
    {"odd", tests::odd},
    {"sameas", tests::sameas},
    {"string", tests::string},
    {"truthy", tests::truthy},
    {"undefined", tests::undefined},
    {"upper", tests::upper},
};

constexpr FunctionEntry kGlobals[] = {
    {"cycler", globals::cycler},
    {"joiner", globals::joiner},
    {"range", globals::range},
};

constexpr bool is_sorted(std::span<const FunctionEntry> entries) {
  for (std::size_t i = 1; i < entries.size(); ++i) {
    if (!(entries[i - 1].name < entries[i].name)) return false;
  }
  return true;
}
static_assert(is_sorted(kFilters) && is_sorted(kTests) && is_sorted(kGlobals));

}  // namespace

std::span<const FunctionEntry> builtin_filters() { return kFilters; }
std::span<const FunctionEntry> builtin_tests() { return kTests; }
std::span<const FunctionEntry> builtin_globals() { return kGlobals; }

const FunctionEntry* find_function(std::span<const FunctionEntry> sorted, std::string_view name) {
  const auto at = std::lower_bound(
      sorted.begin(), sorted.end(), name,
      [](const FunctionEntry& entry, std::string_view wanted) { return entry.name < wanted; });
  return at != sorted.end() && at->name == name ? &*at : nullptr;
}

}  // namespace glasshouse::templating
