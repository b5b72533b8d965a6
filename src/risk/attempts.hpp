// An exact sliding window of attempts per customer.
//
// All remembered attempts form one queue in time order; each customer has besides a ring of the
// last `depth` times, because "at least K inside the window" needs only the K-th newest. A customer
// is forgotten with its last attempt, so the table never needs a separate eviction (docs/rules.md
// §5).
//
// Cost: one line of the index and one record of the customer per attempt, and the record of each
// attempt that is forgotten.
#pragma once

#include <cstdint>

#include "allot/types/ids.hpp"
#include "containers/key_index.hpp"
#include "containers/page_array.hpp"

namespace allot {

class Attempts {
 public:
  struct Attempt {
    TimeNs time;
    Token customer;
    std::uint32_t record;  // of the customer, so that forgetting needs no look-up
  };

  Attempts(std::uint32_t attempts_max, std::uint32_t depth);

  // Prefetches the customer's index line, and for the record of the attempt that will be
  // forgotten after `ahead` others; then for the record that the former leads to.
  [[gnu::always_inline]] void prefetch(Token customer, std::uint32_t ahead) const noexcept {
    index_.prefetch(spread(customer));
    if (ahead >= count_) return;
    __builtin_prefetch(&records_[queue_[position(ahead)].record * stride_], 1);
  }
  [[gnu::always_inline]] void prefetch_record(Token customer, std::uint32_t ahead) const noexcept {
    const std::uint32_t known = index_.guess(spread(customer));
    const std::uint32_t record = known != KeyIndex::none ? known : fresh_ + ahead;
    if (record * stride_ < records_.size()) __builtin_prefetch(&records_[record * stride_], 1);
  }

  struct Fed {
    bool exceeded;  // at least `count` attempts of the customer were remembered after `since`
    bool counted;   // false when attempts_max are remembered; then this one was not added
  };
  // Effects: forgets up to two attempts at or before `since`, then remembers this one.
  // Requires: 1 <= count <= depth.
  [[nodiscard]] Fed feed(Token customer, TimeNs now, TimeNs since, std::uint32_t count);
  // Returns: how many attempts of the customer lie after `since`, at most depth; for explanations.
  [[nodiscard]] std::uint32_t count_since(Token customer, TimeNs since) const;

  [[nodiscard]] std::uint64_t count() const noexcept { return count_; }
  [[nodiscard]] std::uint64_t most() const noexcept { return queue_.size(); }
  template <class Visitor>
  void visit_oldest_first(Visitor&& visit) const {
    for (std::size_t i = 0; i < count_; ++i) visit(queue_[position(i)]);
  }

  template <class Visit>
  friend void visit_pages(Attempts& attempts, Visit& visit) {
    visit_pages_of(visit, attempts.records_, attempts.queue_, attempts.index_);
  }

 private:
  // In front of each customer's times.
  struct Header {
    Token customer;
    std::uint32_t remembered;  // attempts in the queue
    std::uint32_t newest;      // position of the newest time in the ring; free list while unused
  };
  static_assert(sizeof(Header) == 16);

  // Requires: i <= queue_.size(). Returns: where the i-th remembered attempt lies.
  [[nodiscard]] std::size_t position(std::size_t i) const noexcept {
    const std::size_t at = first_ + i;
    return at < queue_.size() ? at : at - queue_.size();
  }
  [[nodiscard]] std::uint32_t record_of(std::uint64_t hash, Token customer) const;
  [[nodiscard]] std::uint32_t take_record(std::uint64_t hash, Token customer);
  [[nodiscard]] bool at_least(const Header& known, std::uint32_t count, TimeNs since) const;
  bool forget_oldest(TimeNs since);
  [[gnu::noinline]] void give_record(std::uint32_t record);
  [[nodiscard]] Header& header(std::uint32_t record) noexcept;
  [[nodiscard]] const Header& header(std::uint32_t record) const noexcept;
  [[nodiscard]] static std::int64_t* times(Header& known) noexcept;
  [[nodiscard]] static const std::int64_t* times(const Header& known) noexcept;

  std::uint32_t depth_;
  std::size_t stride_;  // 8-byte words of one customer's record, whole cache lines
  PageArray<std::int64_t> records_;
  PageArray<Attempt> queue_;
  KeyIndex index_;
  std::size_t first_{};
  std::size_t count_{};
  std::uint32_t free_{KeyIndex::none};
  std::uint32_t fresh_{};
};

}  // namespace allot
