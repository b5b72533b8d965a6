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
        taken_((owners_.size() + bits - 1) / bits),
        words_(taken_.size()),
        last_place_(owners_.size() - 1),
        close_up_at_(owners_.size() - owners_max + 1) {}

  [[nodiscard]] std::uint32_t count() const noexcept { return count_; }
  // Returns: the owner that was appended before all others. Requires: count() != 0.
  [[nodiscard]] std::uint32_t oldest() const noexcept { return owners_[place_at(next(front_))]; }

  // Returns: the place at the end, where `owner` stands now.
  // Effects: up to two others are moved down; owners.moved(owner, place) is called for each, and
  //          owners.soon(owner) for the one that is to be moved next.
  // Requires: fewer than owners_max in it.
  template <class Owners>
  [[nodiscard]] std::uint32_t append(std::uint32_t owner, Owners& owners) {
    ALLOT_CHECK(count_ < owners_max_);
    ++count_;
    return put_at_end(owner, owners);
  }
  // Returns: the same for one that stands at `place` already. Requires: it does.
  template <class Owners>
  [[nodiscard, gnu::always_inline]] std::uint32_t move_to_end(std::uint32_t place,
                                                              std::uint32_t owner, Owners& owners) {
    clear(place);
    return put_at_end(owner, owners);
  }
  // Requires: somebody stands at `place`.
  void remove(std::uint32_t place) noexcept {
    clear(place);
    --count_;
  }
  // Prefetches what remove() looks at.
  [[gnu::always_inline]] void prefetch(std::uint32_t place) const noexcept {
    __builtin_prefetch(&taken_[place / bits], 1);
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
    return owners_.size() * sizeof(std::uint32_t) + taken_.size() * sizeof(std::uint64_t);
  }
  template <class Visit>
  friend void visit_pages(IdleOrder& order, Visit& visit) {
    visit_pages_of(visit, order.owners_, order.taken_, order.words_);
  }

 private:
  static constexpr std::size_t bits = 64;

  // Positions are counted without end; they lie in the ring one round after the other.
  [[nodiscard, gnu::always_inline]] std::size_t place_at(std::uint64_t position) const noexcept {
    return position & last_place_;
  }
  // Returns: the first position from `position` on at which somebody stands; not before end_ when
  // there is none.
  [[nodiscard]] std::uint64_t next(std::uint64_t position) const noexcept {
    const std::size_t place = place_at(position);
    const std::uint64_t rest = taken_[place / bits] >> (place % bits);
    if (rest != 0) return position + static_cast<std::uint64_t>(std::countr_zero(rest));
    std::size_t word = words_.first_from(place / bits + 1);
    if (word == BitTree::none) word = words_.first_from(0);
    if (word == BitTree::none) return end_;
    const std::size_t found =
        word * bits + static_cast<std::size_t>(std::countr_zero(taken_[word]));
    return position + place_at(found - place);
  }
  [[gnu::always_inline]] void clear(std::size_t place) noexcept {
    std::uint64_t& word = taken_[place / bits];
    word &= ~(std::uint64_t{1} << (place % bits));
    if (word == 0) [[unlikely]]
      words_.remove(place / bits);
  }
  [[gnu::always_inline]] void set(std::size_t place, std::uint32_t owner) noexcept {
    owners_[place] = owner;
    std::uint64_t& word = taken_[place / bits];
    if (word == 0) [[unlikely]]
      words_.add(place / bits);
    word |= std::uint64_t{1} << (place % bits);
  }
  template <class Owners>
  [[gnu::always_inline]] std::uint32_t put_at_end(std::uint32_t owner, Owners& owners) {
    if (end_ >= close_up_at_) [[unlikely]]
      close_up(owners);
    const std::size_t place = place_at(end_);
    ++end_;
    set(place, owner);
    return static_cast<std::uint32_t>(place);
  }

  // When it begins there are owners_max - 1 places beyond the end. Each append takes one of them,
  // after two owners were moved and so one less is left to move: it ends before they are taken.
  template <class Owners>
  [[gnu::noinline]] void close_up(Owners& owners) {
    if (close_up_at_ != 0) {
      front_ = next(front_);
      close_up_at_ = front_ + owners_.size() - owners_max_ + 1;
      if (end_ < close_up_at_) return;
      close_up_at_ = 0;
      down_to_ = from_ = front_;
    }
    for (int moves = 0; moves < 2; ++moves) {
      // Who stood there when it was found may have been fed since.
      const std::uint64_t at = next(from_);
      if (at >= end_) {
        end_ = down_to_;
        close_up_at_ = front_ + owners_.size() - owners_max_ + 1;
        return;
      }
      if (at != down_to_) {
        const std::size_t place = place_at(down_to_);
        const std::uint32_t owner = owners_[place_at(at)];
        clear(place_at(at));
        set(place, owner);
        owners.moved(owner, static_cast<std::uint32_t>(place));
      }
      ++down_to_;
      from_ = at + 1;
    }
    const std::uint64_t at = next(from_);
    if (at >= end_) return;
    from_ = at;
    owners.soon(owners_[place_at(at)]);
  }

  std::uint32_t owners_max_;
  std::uint32_t count_{};
  PageArray<std::uint32_t> owners_;
  PageArray<std::uint64_t> taken_;  // a bit for each place
  BitTree words_;                   // in which there is a bit
  std::size_t last_place_;
  std::uint64_t close_up_at_;  // the end from which on it is; 0: it is being closed up
  std::uint64_t front_{};      // nobody stands before it
  std::uint64_t end_{};        // nor from here on
  std::uint64_t down_to_{};    // while closing up: from here until `from_` nobody does
  std::uint64_t from_{};
};

}  // namespace allot
