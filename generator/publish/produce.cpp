#include "publish/produce.h"

#include <algorithm>
#include <atomic>
#include <string>
#include <vector>

#include "base/parallel.h"

namespace glasshouse::publish {

void produce_routes(std::span<const model::Route> routes, unsigned jobs, Diagnostics& diagnostics,
                    const TakeBytes& take,
                    const std::function<void(std::size_t, std::size_t)>& progress) {
  // Each on lines of its own, as threads write to them all the time.
  struct alignas(64) Worker {
    model::Workspace workspace;
    std::string bytes;
    std::size_t route = 0;  // the one it is at
  };
  std::vector<Worker> workers(std::max(1u, jobs));
  for (Worker& worker : workers) {
    worker.workspace.routes = routes;
    worker.workspace.drain =
        [&, number = static_cast<unsigned>(&worker - workers.data())](std::string& out) {
          take({workers[number].route, number, out, false});
          out.clear();
        };
  }
  std::atomic<std::size_t> done{0};
  parallel_for(routes.size(), jobs, [&](std::size_t index, unsigned number) {
    Worker& worker = workers[number];
    worker.workspace.arena.reset();
    worker.bytes.clear();
    worker.route = index;
    routes[index].produce(worker.workspace, worker.bytes, diagnostics);
    take({index, number, worker.bytes, true});
    const std::size_t so_far = done.fetch_add(1, std::memory_order_relaxed) + 1;
    if (number == 0 && progress) progress(so_far, routes.size());
  });
  if (progress) progress(routes.size(), routes.size());
}

}  // namespace glasshouse::publish
