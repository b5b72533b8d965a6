// Memory for large tables that are looked up at random: on large pages where the system has them,
// since most of the time of such a look-up is spent on finding the page.
#pragma once

#include <sys/mman.h>

#include <cstddef>
#include <cstdlib>
#include <new>
#include <span>
#include <utility>
#include <vector>

namespace allot::files {

// An allocator for std::vector. Below a large page it is the usual memory.
template <class T>
struct LargeMemory {
  using value_type = T;

  static constexpr std::size_t page_bytes = std::size_t{2} << 20U;

  LargeMemory() = default;
  template <class Other>
  explicit LargeMemory(const LargeMemory<Other>& /*other*/) noexcept {}

  [[nodiscard]] T* allocate(std::size_t count) {
    const std::size_t bytes = count * sizeof(T);
    if (bytes < page_bytes) return static_cast<T*>(::operator new(bytes));
    const std::size_t whole = (bytes + page_bytes - 1) / page_bytes * page_bytes;
    void* const memory = std::aligned_alloc(page_bytes, whole);
    if (memory == nullptr) throw std::bad_alloc();
#ifdef MADV_HUGEPAGE
    // A system without them gives small ones.
    (void)::madvise(memory, whole, MADV_HUGEPAGE);
#endif
    return static_cast<T*>(memory);
  }
  void deallocate(T* memory, std::size_t count) noexcept {
    if (count * sizeof(T) < page_bytes)
      ::operator delete(memory);
    else
      std::free(memory);
  }

  friend bool operator==(const LargeMemory& /*a*/, const LargeMemory& /*b*/) noexcept {
    return true;
  }
};

// Bytes of which nothing is known.
class LargeBytes {
 public:
  explicit LargeBytes(std::size_t size)
      : size_(size), bytes_(LargeMemory<std::byte>().allocate(size)) {}
  ~LargeBytes() {
    if (bytes_ != nullptr) LargeMemory<std::byte>().deallocate(bytes_, size_);
  }
  LargeBytes(LargeBytes&& other) noexcept
      : size_(other.size_), bytes_(std::exchange(other.bytes_, nullptr)) {}
  LargeBytes& operator=(LargeBytes&&) = delete;

  [[nodiscard]] std::span<std::byte> bytes() noexcept { return {bytes_, size_}; }

 private:
  std::size_t size_;
  std::byte* bytes_;
};

// A table that grows with the file.
template <class T>
using LargeVector = std::vector<T, LargeMemory<T>>;

}  // namespace allot::files
