// The order in which keys were fed last, so that the one that is idle longest is at hand.
//
// A key that is fed goes to the end. In a list it would leave two neighbours to be linked to each
// other, two cache lines of what is out of cache. Here the order is a ring of places: a fed key
// takes the next place and clears one bit for its former one. Places that are left behind are won
// back by moving the keys that stand after them down, at most two at each append and in order, so
// that no append ever does more than that.
//
// Owners are numbers that the caller gives; it is told where a moved one stands now. Where somebody
// stands changes no answer: only the order of appends does.
//
// Threads: one at a time. Memory: fixed by the constructor; 17 to 33 bytes for each key.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>

#include "allot/types/check.hpp"
#include "containers/bit_tree.hpp"
#include "containers/page_array.hpp"

namespace allot {

class IdleOrder {
 public:
  // `owners_max`: at most this many at one time; from 1, at most 2^27.
  explicit IdleOrder(std::uint32_t owners_max)
      : owners_max_(owners_max),
        owners_(std::bit_ceil(std::size_t{owners_max} * 4)),
        taken_(owners_.size()) {}

  [[nodiscard]] std::uint32_t count() const noexcept { return count_; }
  // Returns: the owner that was appended before all others. Requires: count() != 0.
  [[nodiscard]] std::uint32_t oldest() const noexcept { return owners_[place_at(next(front_))]; }

  // Returns: the place at the end, where `owner` stands now.
  // Effects: up to two others are moved down; moved(owner, place) is called for each, and
  //          soon(owner) for the one that is to be moved next.
  // Requires: fewer than owners_max in it.
  template <class Moved, class Soon>
  std::uint32_t append(std::uint32_t owner, Moved&& moved, Soon&& soon) {
    ALLOT_CHECK(count_ < owners_max_);
    if (closing_up_ || end_ - front_ > owners_.size() - owners_max_) [[unlikely]] {
      close_up(moved, soon);
    }
    const auto place = static_cast<std::uint32_t>(place_at(end_));
    ++end_;
    ++count_;
    owners_[place] = owner;
    taken_.add(place);
    return place;
  }
  // Requires: somebody stands at `place`.
  void remove(std::uint32_t place) noexcept {
    taken_.remove(place);
    --count_;
  }
  // Prefetches what remove() looks at.
  [[gnu::always_inline]] void prefetch(std::uint32_t place) const noexcept {
    taken_.prefetch(place);
  }
  // Requires: somebody stands at `place`. Returns: true only if nobody was appended after it and is
  //           still there; then there is nothing to change when it is fed.
  [[nodiscard]] bool is_last(std::uint32_t place) const noexcept {
    return place == place_at(end_ - 1);
  }

  // Visits all owners, the one that is idle longest first.
  template <class Visit>
  void visit(Visit&& visit) const {
    std::uint64_t at = front_;
    for (std::uint32_t i = 0; i < count_; ++i) {
      at = next(at);
      visit(owners_[place_at(at)]);
      ++at;
    }
  }

  [[nodiscard]] std::size_t bytes() const noexcept {
    return owners_.size() * sizeof(std::uint32_t) + owners_.size() / 8;
  }
  template <class Visit>
  friend void visit_pages(IdleOrder& order, Visit& visit) {
    visit_pages_of(visit, order.owners_, order.taken_);
  }

 private:
  // Positions are counted without end; they lie in the ring one round after the other.
  [[nodiscard]] std::size_t place_at(std::uint64_t position) const noexcept {
    return position & (owners_.size() - 1);
  }
  // Returns: the first position from `position` on at which somebody stands; not before end_ when
  // there is none.
  [[nodiscard]] std::uint64_t next(std::uint64_t position) const noexcept {
    const std::size_t place = place_at(position);
    std::size_t found = taken_.first_from(place);
    if (found == BitTree::none) found = taken_.first_from(0);
    if (found == BitTree::none) return end_;
    return position + place_at(found - place);
  }

  // When it begins there are owners_max - 1 places beyond the end. Each append takes one of them,
  // after two owners were moved and so one less is left to move: it ends before they are taken.
  template <class Moved, class Soon>
  [[gnu::noinline]] void close_up(Moved&& moved, Soon&& soon) {
    if (!closing_up_) {
      front_ = next(front_);
      if (end_ - front_ <= owners_.size() - owners_max_) return;
      closing_up_ = true;
      down_to_ = from_ = front_;
    }
    for (int moves = 0; moves < 2; ++moves) {
      const std::uint64_t at = next(from_);
      if (at >= end_) {
        end_ = down_to_;
        closing_up_ = false;
        return;
      }
      if (at != down_to_) {
        const auto place = static_cast<std::uint32_t>(place_at(down_to_));
        const std::uint32_t owner = owners_[place_at(at)];
        taken_.remove(place_at(at));
        taken_.add(place);
        owners_[place] = owner;
        moved(owner, place);
      }
      ++down_to_;
      from_ = at + 1;
    }
    const std::uint64_t at = next(from_);
    if (at >= end_) return;
    from_ = at;
    soon(owners_[place_at(at)]);
  }

  std::uint32_t owners_max_;
  PageArray<std::uint32_t> owners_;
  BitTree taken_;
  std::uint32_t count_{};
  bool closing_up_{};
  std::uint64_t front_{};    // nobody stands before it
  std::uint64_t end_{};      // nor from here on
  std::uint64_t down_to_{};  // while closing up: from here until `from_` nobody does
  std::uint64_t from_{};
};

}  // namespace allot
