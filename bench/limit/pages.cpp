#include "limit/pages.hpp"

#include <sys/mman.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <new>
#include <string>

namespace allot::bench {

namespace {
constexpr std::size_t large_page = std::size_t{2} << 20;
}

Pages::Pages(std::size_t bytes) : bytes_(bytes) {
  // One page more than asked for, so that the start can be moved to a 2 MB boundary.
  mapped_ = (bytes + large_page - 1) / large_page * large_page + large_page;
  void* base = mmap(nullptr, mapped_, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (base == MAP_FAILED) throw std::bad_alloc();
  base_ = static_cast<std::byte*>(base);
  const auto address = reinterpret_cast<std::uintptr_t>(base_);
  data_ = base_ + (large_page - address % large_page) % large_page;
  // Advice only: where it is refused the tables stand on 4 KB pages, and the report says so.
  (void)madvise(data_, mapped_ - large_page, MADV_HUGEPAGE);
  std::memset(data_, 0, bytes_);
}

Pages::~Pages() { munmap(base_, mapped_); }

std::size_t Pages::on_large_pages() const {
  std::ifstream maps("/proc/self/smaps");
  const auto start = reinterpret_cast<std::uintptr_t>(data_);
  std::string line;
  bool inside = false;
  std::size_t bytes = 0;
  while (std::getline(maps, line)) {
    unsigned long low = 0;
    unsigned long high = 0;
    unsigned long kilobytes = 0;
    if (std::sscanf(line.c_str(), "%lx-%lx ", &low, &high) == 2) {
      inside = low < start + bytes_ && start < high;
    } else if (inside && std::sscanf(line.c_str(), "AnonHugePages: %lu kB", &kilobytes) == 1) {
      bytes += std::size_t{kilobytes} * 1024;
    }
  }
  return std::min(bytes, bytes_);
}

}  // namespace allot::bench
