// The boundaries of the wards as GeoJSON (RFC 7946): one Feature a ward, in WGS 84 with at most six
// decimals (11.2), rings closed, outer ones against the clock and holes with it (3.1.6).
#pragma once

#include <string>

#include "model/site.h"

namespace glasshouse::formats {

/// Adds a FeatureCollection of the wards, which have boundaries: those that the site's map is drawn
/// from, with as many positions. Besides what RFC 7946 has, a member `tolerance_metres` (6.1) says
/// how far a border may lie from the one that was given.
void append_boundaries(std::string& out, const model::Site& site, const model::Collection& wards);

}  // namespace glasshouse::formats
