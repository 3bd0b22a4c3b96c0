// Whether the paths of routes can be files of one folder.
#pragma once

#include <span>

#include "base/diagnostic.h"
#include "model/route.h"

namespace glasshouse::publish {

/// Says every path that cannot be published: one that leaves the folder or cannot be a file name
/// ("address-unsafe"), one that is a file and a folder at once ("address-is-folder"), and
/// manifest.json, which the publication writes itself ("address-reserved"). Routes are sorted.
void check_addresses(std::span<const model::Route> routes, Diagnostics& diagnostics);

}  // namespace glasshouse::publish
