// bench_measure FILE COMMAND [ARGUMENT]…: runs a command and writes to FILE, as one JSON object,
// how long it took, how much processor time and how much memory. The kernel's own count (wait4),
// taken by a process so small that its own memory does not show in the child's peak.
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include <chrono>
#include <cstdio>
#include <cstring>

extern char** environ;

namespace {

double seconds(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::fprintf(stderr, "Usage: bench_measure FILE COMMAND [ARGUMENT]...\n");
    return 2;
  }
  const auto start = std::chrono::steady_clock::now();
  pid_t child = 0;
  if (const int error = posix_spawnp(&child, argv[2], nullptr, nullptr, argv + 2, environ)) {
    std::fprintf(stderr, "bench_measure: cannot run %s: %s\n", argv[2], std::strerror(error));
    return 3;
  }
  int status = 0;
  rusage usage{};
  if (wait4(child, &status, 0, &usage) != child) {
    std::perror("bench_measure: wait4");
    return 3;
  }
  const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - start;
  std::FILE* file = std::fopen(argv[1], "w");
  if (!file) {
    std::perror(argv[1]);
    return 3;
  }
  std::fprintf(file, "{\"wall\": %.4f, \"user\": %.4f, \"system\": %.4f, \"peak_bytes\": %lld}\n",
               wall.count(), seconds(usage.ru_utime), seconds(usage.ru_stime),
               static_cast<long long>(usage.ru_maxrss) * 1024);
  std::fclose(file);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}
