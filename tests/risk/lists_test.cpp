#include "risk/lists.hpp"

#include <gtest/gtest.h>

#include <random>
#include <set>
#include <tuple>

namespace allot {
namespace {

using Named = std::tuple<ListKind, TokenKind, Token>;

// A full table of few tokens: entries go and come back, and most looks are for what is not there.
TEST(Lists, NameWhatASetNames) {
  constexpr std::uint32_t entries_max = 200;
  constexpr Token tokens = 1'000;
  std::mt19937_64 random(5);
  Lists lists(entries_max);
  std::set<Named> twin;
  std::size_t named = 0;
  for (int i = 0; i < 200'000; ++i) {
    const auto list = static_cast<ListKind>(random() % 2);
    const auto kind = random() % 2 == 0 ? TokenKind::card : TokenKind::device;
    const Token token = 1 + random() % tokens;
    const Named name{list, kind, token};
    if (random() % 8 == 0) {
      const bool present = random() % 3 != 0;
      const SetList change{
          .command_key = {}, .list = list, .kind = kind, .token = token, .present = present};
      const bool full = present && twin.size() == entries_max && !twin.contains(name);
      ASSERT_EQ(lists.set(change), full ? Reason::lists_full : Reason::ok);
      if (full) continue;
      if (present) {
        twin.insert(name);
      } else {
        twin.erase(name);
      }
    } else {
      OrderTokens order;
      (kind == TokenKind::card ? order.card : order.device) = token;
      const bool expected = twin.contains(name);
      ASSERT_EQ(lists.names_any(list, order), expected);
      named += expected;
    }
  }
  EXPECT_EQ(lists.sorted().size(), twin.size());
  EXPECT_GT(named, 1'000U);
}

}  // namespace
}  // namespace allot
