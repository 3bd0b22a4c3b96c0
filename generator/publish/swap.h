// The moment a new site takes the place of the old one.
#pragma once

#include <filesystem>

#include "publish/staging.h"

namespace glasshouse::publish {

enum class SwapWay {
  exchange,     // renameat2(RENAME_EXCHANGE): one step, nobody ever sees anything between
  two_renames,  // for a filesystem without it: for a moment there is no output at all
};

/// Puts the staging folder in the output's place, in one step where the filesystem can (Linux's own
/// can; some network filesystems cannot). Afterwards the old site, if `keep_old`, is
/// `places.previous`, and what that was before is gone. With `sync`, all is on the disk before and
/// after. Throws std::system_error, with the output as it was.
void swap_in(const Places& places, bool output_exists, bool keep_old, bool sync,
             SwapWay way = SwapWay::exchange);

/// What a publication that was killed left behind: removes its staging folder, and puts the old
/// site back where it was killed between two renames.
void clean_up_after_kill(const Places& places);

}  // namespace glasshouse::publish
