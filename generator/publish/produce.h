// The loop that turns routes into bytes, one after another on each thread: for publish.cpp, which
// writes them, and for commands that only look at them (check, diff).
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string_view>

#include "base/diagnostic.h"
#include "model/route.h"

namespace glasshouse::publish {

/// The bytes of routes[index]: all of them, or a part of a long file. The parts of a file come in
/// order from one thread, its `worker`, with no other file's between them.
struct Produced {
  std::size_t index;
  unsigned worker;  // below the number of jobs
  std::string_view bytes;
  bool is_last;  // nothing of the file comes after
};
/// Called from any of the threads; the bytes are good until it returns.
using TakeBytes = std::function<void(const Produced&)>;

/// Produces every route on `jobs` threads and hands its bytes to `take`. `progress` may be empty;
/// it is called on the calling thread. What `take` or a route throws ends the loop and is thrown.
void produce_routes(std::span<const model::Route> routes, unsigned jobs, Diagnostics& diagnostics,
                    const TakeBytes& take,
                    const std::function<void(std::size_t done, std::size_t total)>& progress = {});

}  // namespace glasshouse::publish
