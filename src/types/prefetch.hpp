// Prefetches a line that will be written, as the only holder of it.
#pragma once

namespace allot {

// For lines that another processor has had since: asked for as if to read, such a line comes
// shared, and the first write has to ask again. Compilers emit this only for processors that they
// are told have it; those that have not take it for no operation. Always inlined: gcc 12 deletes
// calls to functions that only prefetch.
[[gnu::always_inline]] inline void prefetch_to_write(const void* at) noexcept {
#if defined(__x86_64__)
  asm volatile("prefetchw %0" : : "m"(*static_cast<const char*>(at)));
#else
  __builtin_prefetch(at, 1);
#endif
}

}  // namespace allot
