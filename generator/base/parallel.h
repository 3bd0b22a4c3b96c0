// The one loop that hands out work to threads.
#pragma once

#include <cstddef>
#include <functional>

namespace glasshouse {

/// Calls `work(index, worker)` once for each index below `count`, on up to `jobs` threads;
/// `worker` is below `jobs` and names the thread, for what a thread keeps to itself. Returns when
/// all are done. The first exception stops the handing out and is thrown again here.
void parallel_for(std::size_t count, unsigned jobs,
                  const std::function<void(std::size_t index, unsigned worker)>& work);

/// The number of threads to use when nobody says: the CPUs this process may run on, 1 at least.
[[nodiscard]] unsigned default_jobs();

}  // namespace glasshouse
