// The datasets of a site: every release is read once while the site is made, so that a row that is
// wrong stops the build before anything is published, and again for each file that is made of it.
#pragma once

#include <functional>

#include "base/diagnostic.h"
#include "datasets/release_reader.h"
#include "model/site.h"

namespace glasshouse::datasets {

/// Problems of rows said of one file; more are counted and said in one line.
inline constexpr std::size_t kProblemsSaid = 1000;
/// Values that totals may be told by.
inline constexpr std::size_t kMostGroups = 2000;

/// Fills `site.datasets` from the records of collections of kind dataset, and adds to each record's
/// `derived` what is in its `files`: {rows, rejected, releases}. A dataset with errors, all of
/// which are then said, is left out.
void read_datasets(model::Site& site, unsigned jobs, Diagnostics& diagnostics);

/// Reads the release with this id again, and hands each row that is not blank to `take`.
void for_each_row(const model::Site& site, const model::Dataset& dataset, std::string_view release,
                  Diagnostics& diagnostics, const std::function<void(const Row&)>& take);

}  // namespace glasshouse::datasets
