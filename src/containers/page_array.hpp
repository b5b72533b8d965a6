// A fixed array in whole pages, zero at first, asked to lie in huge pages.
//
// For the large tables of the state: memory is reserved at start and given by the kernel when it is
// first written, so generous limits cost address space, not memory. A page that is given while an
// order is decided costs it up to milliseconds; whoever would rather pay at start calls prefault()
// on every table (see visit_pages). Elements must be valid when all their bytes are zero. Never
// grows, never moves. Out of cache a random access through 4 KiB pages costs about 1.5 times one
// through 2 MiB pages, which is what this is for.
#pragma once

#include <sys/mman.h>

#include <cerrno>
#include <cstddef>
#include <new>
#include <span>
#include <type_traits>
#include <utility>

namespace allot {

// Told to whoever chose the limits; a bad_alloc, so that callers who know only that still catch it.
class LimitsTooLarge : public std::bad_alloc {
 public:
  [[nodiscard]] const char* what() const noexcept override {
    return "memory for these limits is not to be had; lower them (skus_max, orders_max and "
           "lines_max "
           "take most)";
  }
};

// Effects: has the kernel give pages to zeroed memory. Returns: whether it had them.
[[nodiscard]] inline bool populate(void* memory, std::size_t bytes) noexcept {
#ifdef MADV_POPULATE_WRITE
  if (::madvise(memory, bytes, MADV_POPULATE_WRITE) == 0) return true;
  if (errno != EINVAL) return false;
#endif
  // Kernels before 5.14: written to, which cannot be refused.
  auto* at = static_cast<volatile std::byte*>(memory);
  for (std::size_t page = 0; page < bytes; page += 4096) at[page] = std::byte{0};
  return true;
}

// Whatever is made of such arrays has a friend visit_pages(owner, visit), which shows each of them
// to `visit`; this is how it names its parts.
template <class Visit, class... Parts>
void visit_pages_of(Visit& visit, Parts&... parts) {
  (visit_pages(parts, visit), ...);
}

template <class T>
class PageArray {
  static_assert(std::is_trivially_copyable_v<T> && std::is_trivially_destructible_v<T>);

 public:
  PageArray() = default;
  // Errors: LimitsTooLarge when the address space is not to be had.
  explicit PageArray(std::size_t size) : size_(size), bytes_(round_up(size * sizeof(T))) {
    if (bytes_ == 0) return;
    void* memory = ::mmap(nullptr, bytes_, PROT_READ | PROT_WRITE,
                          MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (memory == MAP_FAILED) throw LimitsTooLarge{};
    // The kernel may ignore the advice; then everything works on small pages, slower.
    if (bytes_ >= huge_page) ::madvise(memory, bytes_, MADV_HUGEPAGE);
    data_ = static_cast<T*>(memory);
  }
  ~PageArray() {
    if (data_ != nullptr) ::munmap(data_, bytes_);
  }
  PageArray(PageArray&& other) noexcept { swap(other); }
  PageArray& operator=(PageArray&& other) noexcept {
    swap(other);
    return *this;
  }

  [[nodiscard]] T& operator[](std::size_t i) noexcept { return data_[i]; }
  [[nodiscard]] const T& operator[](std::size_t i) const noexcept { return data_[i]; }
  [[nodiscard]] T* data() noexcept { return data_; }
  [[nodiscard]] const T* data() const noexcept { return data_; }
  [[nodiscard]] std::size_t size() const noexcept { return size_; }

  // Effects: takes all the memory that the array may ever use.
  // Errors:  LimitsTooLarge when it is not to be had.
  void prefault() {
    if (bytes_ != 0 && !populate(data_, bytes_)) throw LimitsTooLarge{};
  }

  template <class Visit>
  friend void visit_pages(PageArray& array, Visit& visit) {
    visit(array);
  }

 private:
  static constexpr std::size_t huge_page = std::size_t{2} << 20;
  static constexpr std::size_t round_up(std::size_t bytes) noexcept {
    const std::size_t unit = bytes >= huge_page ? huge_page : 4096;
    return (bytes + unit - 1) / unit * unit;
  }
  void swap(PageArray& other) noexcept {
    std::swap(data_, other.data_);
    std::swap(size_, other.size_);
    std::swap(bytes_, other.bytes_);
  }

  T* data_{};
  std::size_t size_{};
  std::size_t bytes_{};
};

}  // namespace allot
