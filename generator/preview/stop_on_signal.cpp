// Ctrl-C as a stop token.
#include <signal.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstdint>
#include <system_error>
#include <thread>

#include "preview/preview.h"

namespace glasshouse::preview {

namespace {

std::atomic<int> signal_event{-1};

// A handler may do little; a thread that waits for the event does the rest.
extern "C" void on_signal(int) {
  const int problem = errno;
  const std::uint64_t one = 1;
  [[maybe_unused]] const ssize_t done = ::write(signal_event.load(), &one, sizeof one);
  errno = problem;
}

}  // namespace

struct StopOnSignal::State {
  std::stop_source source;
  int event = -1;
  struct sigaction interrupt_before = {};
  struct sigaction terminate_before = {};
  std::thread waiting;
};

StopOnSignal::StopOnSignal() : state_(std::make_unique<State>()) {
  state_->event = ::eventfd(0, EFD_CLOEXEC);
  if (state_->event < 0) {
    throw std::system_error(errno, std::generic_category(), "cannot wait for Ctrl-C");
  }
  signal_event = state_->event;
  state_->waiting = std::thread([state = state_.get()] {
    std::uint64_t count = 0;
    while (::read(state->event, &count, sizeof count) < 0 && errno == EINTR) {
    }
    state->source.request_stop();
  });
  struct sigaction action = {};
  action.sa_handler = on_signal;
  action.sa_flags = static_cast<int>(SA_RESTART | SA_RESETHAND);  // a second Ctrl-C ends at once
  ::sigaction(SIGINT, &action, &state_->interrupt_before);
  ::sigaction(SIGTERM, &action, &state_->terminate_before);
}

StopOnSignal::~StopOnSignal() {
  ::sigaction(SIGINT, &state_->interrupt_before, nullptr);
  ::sigaction(SIGTERM, &state_->terminate_before, nullptr);
  on_signal(0);  // so that the thread ends
  state_->waiting.join();
  signal_event = -1;
  ::close(state_->event);
}

std::stop_token StopOnSignal::token() const { return state_->source.get_token(); }

}  // namespace glasshouse::preview
