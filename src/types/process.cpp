#include "types/process.hpp"

#include <pthread.h>
#include <sys/mman.h>
#include <unistd.h>

#include <new>

namespace allot {
namespace {

using Page = std::atomic<std::uint64_t>;

// Where the kernel gives no page of its own.
Page spare_page{0};

// A page that the kernel empties in every child, however that was made.
Page* make_page() noexcept {
  void* const memory =
      ::mmap(nullptr, sizeof(Page), PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (memory == MAP_FAILED) return &spare_page;
  // Kernels before 4.14 know no such page; there the handler of fork() alone has to do.
  static_cast<void>(::madvise(memory, sizeof(Page), MADV_WIPEONFORK));
  return ::new (memory) Page(0);
}

}  // namespace

Page* ProcessMark::page_ = nullptr;

std::uint64_t ProcessMark::number_of_this_process() noexcept {
  static Page* const page = [] {
    page_ = make_page();
    ::pthread_atfork(nullptr, nullptr, [] { page_->store(0, std::memory_order_relaxed); });
    return page_;
  }();
  // Children inherit the count, so that none of them is given a number of its parents again.
  static std::atomic<std::uint64_t> numbers{0};
  std::uint64_t number = page->load(std::memory_order_acquire);
  if (number != 0) return number;
  const std::uint64_t fresh = numbers.fetch_add(1, std::memory_order_acq_rel) + 1;
  return page->compare_exchange_strong(number, fresh, std::memory_order_acq_rel) ? fresh : number;
}

std::int64_t ProcessMark::id_of_this_process() noexcept { return ::getpid(); }

Status ProcessMark::refusal(const std::string& what) const {
  return {StatusCode::other_process, what + " was opened by process " + std::to_string(process_) +
                                         ", and this is process " + std::to_string(::getpid()) +
                                         ", a child of it; open one here"};
}

}  // namespace allot
