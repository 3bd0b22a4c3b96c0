#include "traced.h"

#include <signal.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/user.h>
#include <sys/wait.h>
#include <unistd.h>

#include <map>
#include <stdexcept>

#include "child.h"

namespace glasshouse::faults {

#ifdef __x86_64__

namespace {

const std::map<long, const char*>& calls_on_files() {
  static const std::map<long, const char*> names = {{SYS_open, "open"},
                                                    {SYS_openat, "openat"},
                                                    {SYS_read, "read"},
                                                    {SYS_write, "write"},
                                                    {SYS_pread64, "pread64"},
                                                    {SYS_pwrite64, "pwrite64"},
                                                    {SYS_close, "close"},
                                                    {SYS_stat, "stat"},
                                                    {SYS_lstat, "lstat"},
                                                    {SYS_fstat, "fstat"},
                                                    {SYS_newfstatat, "newfstatat"},
                                                    {SYS_statx, "statx"},
                                                    {SYS_mkdir, "mkdir"},
                                                    {SYS_mkdirat, "mkdirat"},
                                                    {SYS_rmdir, "rmdir"},
                                                    {SYS_unlink, "unlink"},
                                                    {SYS_unlinkat, "unlinkat"},
                                                    {SYS_link, "link"},
                                                    {SYS_linkat, "linkat"},
                                                    {SYS_rename, "rename"},
                                                    {SYS_renameat, "renameat"},
                                                    {SYS_renameat2, "renameat2"},
                                                    {SYS_ftruncate, "ftruncate"},
                                                    {SYS_fchmod, "fchmod"},
                                                    {SYS_fchmodat, "fchmodat"},
                                                    {SYS_utimensat, "utimensat"},
                                                    {SYS_flock, "flock"},
                                                    {SYS_fsync, "fsync"},
                                                    {SYS_syncfs, "syncfs"},
                                                    {SYS_getdents64, "getdents64"},
                                                    {SYS_readlink, "readlink"},
                                                    {SYS_getcwd, "getcwd"},
                                                    {SYS_fcntl, "fcntl"}};
  return names;
}

// Runs to the next entry or exit of a call; false when the process ended, with how.
bool run_to_call(pid_t child, int& status) {
  for (;;) {
    if (::ptrace(PTRACE_SYSCALL, child, nullptr, nullptr) != 0) throw std::runtime_error("ptrace");
    int state = 0;
    if (::waitpid(child, &state, 0) != child) throw std::runtime_error("lost the process");
    if (WIFEXITED(state) || WIFSIGNALED(state)) {
      status = WIFEXITED(state) ? WEXITSTATUS(state) : -WTERMSIG(state);
      return false;
    }
    if (WIFSTOPPED(state) && WSTOPSIG(state) == (SIGTRAP | 0x80)) return true;
  }
}

int kill_child(pid_t child) {
  ::kill(child, SIGKILL);
  return wait_for_child(child);
}

}  // namespace

TracedRun run_traced(const std::function<int()>& work, const Fault& fault) {
  const pid_t child = start_child([&] {
    ::ptrace(PTRACE_TRACEME, 0, nullptr, nullptr);
    ::raise(SIGSTOP);
    return work();
  });
  int state = 0;
  if (::waitpid(child, &state, 0) != child || !WIFSTOPPED(state)) {
    throw std::runtime_error("the process did not stop");
  }
  ::ptrace(PTRACE_SETOPTIONS, child, nullptr, PTRACE_O_TRACESYSGOOD | PTRACE_O_EXITKILL);
  TracedRun run;
  while (run_to_call(child, run.status)) {
    user_regs_struct registers = {};
    ::ptrace(PTRACE_GETREGS, child, nullptr, &registers);
    const auto call = calls_on_files().find(static_cast<long>(registers.orig_rax));
    const bool strikes = call != calls_on_files().end() && ++run.calls == fault.at;
    if (strikes) run.call = call->second;
    if (strikes && fault.kill) {
      run.status = kill_child(child);
      return run;
    }
    if (strikes) {
      registers.orig_rax = static_cast<unsigned long long>(-1);  // no such call: nothing is done
      ::ptrace(PTRACE_SETREGS, child, nullptr, &registers);
    }
    if (!run_to_call(child, run.status)) return run;  // out of the call again
    if (strikes) {
      ::ptrace(PTRACE_GETREGS, child, nullptr, &registers);
      registers.rax = static_cast<unsigned long long>(-fault.problem);
      ::ptrace(PTRACE_SETREGS, child, nullptr, &registers);
    }
  }
  return run;
}

bool can_trace() {
  static const bool can = [] {
    try {
      return run_traced([] { return ::getppid() > 0 ? 7 : 8; }, {}).status == 7;
    } catch (const std::runtime_error&) {
      return false;
    }
  }();
  return can;
}

#else

TracedRun run_traced(const std::function<int()>&, const Fault&) { return {}; }
bool can_trace() { return false; }

#endif

}  // namespace glasshouse::faults
