// A thread that takes no signals: they are for the thread that works, whose waiting they cut short.
#pragma once

#include <csignal>
#include <system_error>
#include <thread>
#include <utility>

namespace allot::files {

// Returns: a thread that runs `run`; none, where the system gives no more threads.
template <class Run>
[[nodiscard]] std::thread quiet_thread(Run run) {
  sigset_t all;
  sigset_t before;
  ::sigfillset(&all);
  ::pthread_sigmask(SIG_SETMASK, &all, &before);
  std::thread started;
  try {
    started = std::thread(std::move(run));
  } catch (const std::system_error&) {
    // Whoever asks does without.
  }
  ::pthread_sigmask(SIG_SETMASK, &before, nullptr);
  return started;
}

}  // namespace allot::files
