// For programs that hold libstdc++ and go to systems of an older glibc than the one they were made
// on: arc4random came with glibc 2.36, and libstdc++ asks for it by name for its
// std::random_device, which the program does not use.
#include <sys/random.h>

#include <cstdint>
#include <cstdlib>

// NOLINTNEXTLINE(readability-identifier-naming): the C library's name
extern "C" std::uint32_t arc4random() {
  std::uint32_t value = 0;
  if (::getrandom(&value, sizeof value, 0) != static_cast<ssize_t>(sizeof value)) std::abort();
  return value;
}
