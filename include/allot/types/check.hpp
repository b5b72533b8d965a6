// Checks of the engine's own invariants. They stay on in release.
//
// A failed check throws BrokenInvariant inside the step; the driver catches it, poisons the engine
// and names the place. It never crosses the public interface and never ends the host process
// (docs/decisions/0002-poison-not-abort.md). Business refusals are Reasons, not checks.
#pragma once

namespace allot {

struct BrokenInvariant {
  const char* condition;
  const char* file;
  int line;
};

// Not inlined, so that a check costs its caller nothing but the comparison.
[[noreturn, gnu::noinline, gnu::cold]] inline void broken_invariant(const char* condition,
                                                                    const char* file, int line) {
  throw BrokenInvariant{condition, file, line};
}

}  // namespace allot

#define ALLOT_CHECK(condition)                                   \
  do {                                                           \
    if (!(condition)) [[unlikely]] {                             \
      ::allot::broken_invariant(#condition, __FILE__, __LINE__); \
    }                                                            \
  } while (false)
