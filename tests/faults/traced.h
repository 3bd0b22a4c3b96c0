// A function run in a process that is stopped at each of its system calls on files, to be killed at
// one of them or to have it fail.
#pragma once

#include <functional>
#include <string>

namespace glasshouse::faults {

struct Fault {
  int at = 0;         // the number of the call that it strikes, from 1; 0: none
  bool kill = false;  // killed before the call
  int problem = 0;    // else the errno that it gives, without being done
};

struct TracedRun {
  int status = 0;    // exit status; minus the signal's number when one ended it
  int calls = 0;     // calls on files that were begun
  std::string call;  // the name of the one that was struck
};

/// The work must stay on one thread.
[[nodiscard]] TracedRun run_traced(const std::function<int()>& work, const Fault& fault);

/// Whether calls can be made to fail here (x86-64), and processes traced at all.
[[nodiscard]] bool can_trace();

}  // namespace glasshouse::faults
