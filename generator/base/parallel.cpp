#include "base/parallel.h"

#include <sched.h>

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace glasshouse {

void parallel_for(std::size_t count, unsigned jobs,
                  const std::function<void(std::size_t, unsigned)>& work) {
  const auto threads = static_cast<unsigned>(std::clamp<std::size_t>(count, 1, std::max(1u, jobs)));
  if (threads == 1) {
    for (std::size_t i = 0; i < count; ++i) work(i, 0);
    return;
  }
  // Small shares, so that a slow item holds up nobody; not single ones, so that neighbours in
  // memory mostly stay with one thread.
  const std::size_t share = std::clamp<std::size_t>(count / (threads * 16), 1, 64);
  std::atomic<std::size_t> next{0};
  std::exception_ptr failure;
  std::mutex failure_mutex;
  const auto run = [&](unsigned worker) {
    for (;;) {
      const std::size_t first = next.fetch_add(share);
      if (first >= count) return;
      const std::size_t last = std::min(first + share, count);
      try {
        for (std::size_t i = first; i < last; ++i) work(i, worker);
      } catch (...) {
        const std::lock_guard lock(failure_mutex);
        if (!failure) failure = std::current_exception();
        next = count;
        return;
      }
    }
  };
  {
    std::vector<std::jthread> others;
    for (unsigned worker = 1; worker < threads; ++worker) others.emplace_back(run, worker);
    run(0);
  }
  if (failure) std::rethrow_exception(failure);
}

unsigned default_jobs() {
  cpu_set_t set;
  if (sched_getaffinity(0, sizeof set, &set) == 0) {
    return std::max(1u, static_cast<unsigned>(CPU_COUNT(&set)));
  }
  return std::max(1u, std::thread::hardware_concurrency());
}

}  // namespace glasshouse
