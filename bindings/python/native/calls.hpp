// The calls of Python's threads that are inside this module. When the interpreter ends, it kills
// every other thread that asks for the GIL, in the middle of whatever C++ it is in, which ends the
// process. So the end waits until no thread is inside, and from then on none comes in.
//
// Requires: the GIL is held wherever nothing else is said.
#pragma once

#include <cstdint>

namespace allot::python {

// One call, for as long as it lives. With it as nanobind's call_guard, a function's whole run is
// one, from before it gives the GIL away until after it has it back.
class CountedCall {
 public:
  CountedCall() noexcept;
  ~CountedCall();
  CountedCall(const CountedCall&) = delete;
  CountedCall& operator=(const CountedCall&) = delete;

 private:
  std::uint64_t process_;
};

// The same; once refuse_calls() was called it raises Closed instead.
class Call {
 public:
  Call();

 private:
  CountedCall counted_;
};

void refuse_calls() noexcept;

// Effects: gives the GIL away until no call is inside, running the handlers of signals meanwhile.
void wait_for_calls();

// Called in a child of fork, where the thread that forked is alone: calls of others are forgotten.
void forget_calls() noexcept;

// Effects: runs the handlers of signals that came in; one that raises ends the call.
// Requires: the GIL is not held, nor any lock that a handler may want: it may call anything.
void listen_to_signals();

}  // namespace allot::python
