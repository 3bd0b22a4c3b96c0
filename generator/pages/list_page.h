// The list of a collection, or of the records that share a facet's value, fifty or so to a page.
#pragma once

#include <string>
#include <vector>

#include "pages/page.h"

namespace glasshouse::pages {

/// What a list holds: all of a collection where `value` is null.
struct ListOf {
  const CollectionPlan* plan = nullptr;
  const model::Facet* facet = nullptr;
  const model::FacetValue* value = nullptr;

  [[nodiscard]] const std::vector<const model::Record*>& records() const {
    return value ? value->records : plan->current;
  }
  [[nodiscard]] const std::string& url() const {
    return value ? value->url : plan->collection->url;
  }
};

/// Pages of the list, at least one.
[[nodiscard]] std::size_t page_count(const ListOf& list);

/// The path of a page, from 1, from the site's root: "foi/", "foi/page/2/".
[[nodiscard]] std::string page_path(const ListOf& list, std::size_t page);

void produce_list(const Making& making, const ListOf& list, std::size_t page, std::string& out);

/// The numbers that a pagination shows, 0 for a gap: first, last, the current and its neighbours
/// (the Design System's rule): 1 0 6 7 8 0 42.
[[nodiscard]] std::vector<std::size_t> pagination_numbers(std::size_t page, std::size_t pages);

}  // namespace glasshouse::pages
