// The order of the last feeds, against a list that is searched.
#include "features/idle_order.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

#include "generator/random_source.hpp"

namespace allot {
namespace {

class Compared {
 public:
  explicit Compared(std::uint32_t owners_max)
      : order_(owners_max), place_of_(owners_max, not_in_it), owners_max_(owners_max) {}

  void feed(std::uint32_t owner) {
    if (place_of_[owner] != not_in_it) {
      naive_.erase(std::find(naive_.begin(), naive_.end(), owner));
      place_of_[owner] = order_.move_to_end(place_of_[owner], owner, *this);
    } else {
      place_of_[owner] = order_.append(owner, *this);
    }
    naive_.push_back(owner);
    EXPECT_LE(moves_at_once_, 2);
    moves_ += static_cast<std::uint64_t>(moves_at_once_);
    moves_at_once_ = 0;
  }
  // What the order tells.
  void moved(std::uint32_t owner, std::uint32_t place) {
    place_of_[owner] = place;
    ++moves_at_once_;
  }
  void soon(std::uint32_t owner) const { EXPECT_LT(owner, owners_max_); }

  void forget(std::uint32_t owner) {
    if (place_of_[owner] == not_in_it) return;
    order_.remove(place_of_[owner]);
    place_of_[owner] = not_in_it;
    naive_.erase(std::find(naive_.begin(), naive_.end(), owner));
  }
  void forget_oldest() {
    if (!naive_.empty()) forget(order_.oldest());
  }
  void look() const {
    ASSERT_EQ(order_.count(), naive_.size());
    if (!naive_.empty()) {
      ASSERT_EQ(order_.oldest(), naive_.front());
    }
  }
  void look_at_all() const {
    std::vector<std::uint32_t> found;
    order_.visit([&found](std::uint32_t owner) { found.push_back(owner); });
    ASSERT_EQ(found, naive_);
  }
  std::uint32_t owners_max() const { return owners_max_; }
  std::uint64_t moves() const { return moves_; }

 private:
  static constexpr std::uint32_t not_in_it = ~std::uint32_t{0};
  IdleOrder order_;
  std::vector<std::uint32_t> place_of_;
  std::vector<std::uint32_t> naive_;  // the oldest first
  std::uint32_t owners_max_;
  int moves_at_once_{};
  std::uint64_t moves_{};
};

TEST(IdleOrder, IsTheOrderOfTheLastFeeds) {
  generator::RandomSource random(3);
  for (const std::uint32_t owners_max : {1U, 2U, 3U, 5U, 21U, 22U, 64U, 300U}) {
    SCOPED_TRACE(testing::Message() << owners_max << " owners");
    Compared order(owners_max);
    for (int step = 0; step < 30'000; ++step) {
      // Phases that feed few of them, all, and that forget more than they feed.
      const int phase = step / 3'000 % 3;
      const std::uint32_t among = phase == 0 ? (owners_max + 3) / 4 : owners_max;
      order.feed(static_cast<std::uint32_t>(random.below(among)));
      if (random.one_in(phase == 2 ? 2 : 9)) order.forget_oldest();
      if (random.one_in(9)) order.forget(static_cast<std::uint32_t>(random.below(owners_max)));
      ASSERT_NO_FATAL_FAILURE(order.look());
      if (step % 97 != 0) continue;
      ASSERT_NO_FATAL_FAILURE(order.look_at_all());
    }
  }
}

// The worst case for closing up: nearly all stand at the front and one is fed again and again.
TEST(IdleOrder, ClosesUpInTimeWhenFull) {
  for (const std::uint32_t owners_max : {3U, 21U, 85U, 86U, 1'000U}) {
    SCOPED_TRACE(testing::Message() << owners_max << " owners");
    Compared order(owners_max);
    for (std::uint32_t owner = 0; owner < owners_max; ++owner) order.feed(owner);
    for (std::uint32_t step = 0; step < 40 * owners_max; ++step) {
      order.feed(step % 2 == 0 ? owners_max - 1 : owners_max / 2);
      ASSERT_NO_FATAL_FAILURE(order.look());
    }
    for (std::uint32_t step = 0; step < 40 * owners_max; ++step) {
      order.feed(step % owners_max);
      ASSERT_NO_FATAL_FAILURE(order.look());
    }
    ASSERT_NO_FATAL_FAILURE(order.look_at_all());
    EXPECT_GT(order.moves(), 0U);
  }
}

}  // namespace
}  // namespace allot
