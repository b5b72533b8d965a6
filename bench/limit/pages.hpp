// Memory for large tables, on 2 MB pages where the system grants them.
//
// Threads: none of its own. Ownership: unmapped by the destructor. Errors: std::bad_alloc.
#pragma once

#include <cstddef>

namespace allot::bench {

class Pages {
 public:
  explicit Pages(std::size_t bytes);
  ~Pages();
  Pages(const Pages&) = delete;
  Pages& operator=(const Pages&) = delete;

  [[nodiscard]] std::byte* data() const noexcept { return data_; }
  [[nodiscard]] std::size_t size() const noexcept { return bytes_; }
  // Returns: how many of the bytes stand on 2 MB pages now, read from the system.
  [[nodiscard]] std::size_t on_large_pages() const;

 private:
  std::byte* base_{};
  std::size_t mapped_{};
  std::byte* data_{};
  std::size_t bytes_{};
};

}  // namespace allot::bench
