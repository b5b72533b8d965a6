#include "program/interruption.hpp"

#include <csignal>

namespace allot::program {
namespace {

volatile std::sig_atomic_t interrupted = 0;

extern "C" void note_interruption(int) { interrupted = 1; }

void set_handler(int signal, void (*handler)(int), int flags) {
  struct sigaction action{};
  action.sa_handler = handler;
  action.sa_flags = flags;
  (void)::sigaction(signal, &action, nullptr);
}

}  // namespace

Interruption::Interruption() {
  interrupted = 0;
  // Pauses are cut short by it: nothing is started again by itself.
  set_handler(SIGINT, note_interruption, static_cast<int>(SA_RESETHAND));
  set_handler(SIGTERM, note_interruption, static_cast<int>(SA_RESETHAND));
}

Interruption::~Interruption() {
  set_handler(SIGINT, SIG_DFL, 0);
  set_handler(SIGTERM, SIG_DFL, 0);
}

bool Interruption::came() noexcept { return interrupted != 0; }

}  // namespace allot::program
