// A function run in a process of its own.
#pragma once

#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

#include <functional>
#include <stdexcept>

namespace glasshouse::faults {

/// Starts the function; its result is the exit status. No cleaning up of the test's own there.
inline pid_t start_child(const std::function<int()>& work) {
  const pid_t child = ::fork();
  if (child < 0) throw std::runtime_error("no process");
  if (child == 0) {
    try {
      ::_exit(work());
    } catch (...) {
      ::_exit(99);
    }
  }
  return child;
}

/// The exit status; minus the signal's number when one ended it.
inline int wait_for_child(pid_t child) {
  int status = 0;
  if (::waitpid(child, &status, 0) != child) throw std::runtime_error("lost the process");
  return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

inline int run_child(const std::function<int()>& work) { return wait_for_child(start_child(work)); }

}  // namespace glasshouse::faults
