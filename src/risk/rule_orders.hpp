// The orders that came while a rule set was active: what features are fed with when something
// happens to one of them later.
//
// The newest `orders_max` are known; what happens to another one feeds nothing. Threads: one at a
// time. Memory: fixed by the constructor.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

#include "allot/types/ids.hpp"
#include "containers/fifo_index.hpp"
#include "containers/key_index.hpp"
#include "containers/page_array.hpp"
#include "features/event.hpp"

namespace allot {

struct RuleOrder {
  OrderKey key;
  std::array<Token, feature_fields_count> tokens;
  std::array<std::int64_t, feature_amounts_count> amounts;
};

class RuleOrders {
 public:
  explicit RuleOrders(std::uint32_t orders_max)
      : orders_max_(orders_max),
        ring_(std::bit_ceil(std::size_t{orders_max})),
        mask_(ring_.size() - 1),
        index_(orders_max) {}

  // Effects: the oldest one is forgotten where there is no room. One whose key comes again takes
  //          the place of the one that had it, as the newest.
  void keep(const RuleOrder& order) {
    const std::uint64_t hash = spread(order.key);
    if (const RuleOrder* const known = find(order.key); known != nullptr) {
      ring_[static_cast<std::size_t>(known - ring_.data())] = {};
    }
    ring_[next_ & mask_] = order;
    index_.add(hash, next_);
    ++next_;
    if (count_ < orders_max_) ++count_;
  }
  [[nodiscard]] const RuleOrder* find(const OrderKey& key) const {
    const std::uint64_t at = index_.find(spread(key), next_, [&](std::uint32_t position) {
      return next_ - position <= count_ && ring_[position & mask_].key == key;
    });
    return at == FifoIndex::none ? nullptr : &ring_[at & mask_];
  }
  [[nodiscard]] std::uint32_t count() const noexcept { return count_; }
  // Also of those whose key came again, which have none.
  template <class Visit>
  void visit_oldest_first(Visit&& visit) const {
    for (std::uint32_t i = 0; i < count_; ++i) visit(ring_[(next_ - count_ + i) & mask_]);
  }
  // Effects: all are forgotten.
  void clear() noexcept { count_ = 0; }

  template <class Visit>
  friend void visit_pages(RuleOrders& orders, Visit& visit) {
    visit_pages_of(visit, orders.ring_, orders.index_);
  }

 private:
  std::uint32_t orders_max_;
  // As many places as a power of two, so that positions are counted modulo 2^32 (FifoIndex).
  PageArray<RuleOrder> ring_;
  std::size_t mask_;
  FifoIndex index_;
  std::uint32_t next_{};
  std::uint32_t count_{};
};

}  // namespace allot
