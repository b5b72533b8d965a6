// The ledger of purchase caps against a map: random debits that come and go, in tables of every
// fullness, and the numbers of windows.
#include "ledger/caps.hpp"

#include <gtest/gtest.h>

#include <map>
#include <random>
#include <string>
#include <tuple>
#include <vector>

#include "catalogue/catalogue.hpp"

namespace allot {
namespace {

constexpr std::int64_t second = 1'000'000'000;

class CapsLedger : public ::testing::TestWithParam<std::uint32_t> {
 protected:
  CapsLedger()
      : limits_(limits(GetParam())),
        rows_(limits_),
        catalogue_(limits_, rows_),
        table_(catalogue_.caps()),
        caps_(limits_, table_) {
    for (std::uint32_t i = 1; i <= caps; ++i) define(i, 4 * i);
  }

  static Limits limits(std::uint32_t accounts) {
    Limits limits;
    limits.skus_max = 4;
    limits.nodes_max = 1;
    limits.cap_accounts_max = accounts;
    return limits;
  }
  void define(std::uint32_t number, std::uint32_t at_most) {
    DefineCap cap;
    cap.code = *Code::from("C" + std::to_string(number));
    cap.at_most = at_most;
    cap.window_ns = number == 1 ? 0 : second;
    ASSERT_EQ(catalogue_.define(cap).id, number);
  }
  std::uint32_t below(std::uint32_t bound) { return static_cast<std::uint32_t>(random_() % bound); }
  Caps::Account any_account() {
    const CapId cap{1 + below(caps)};
    const CapWindow window = table_[cap].window_at(below(3) * second);
    return caps_.account(cap, window, 1 + below(GetParam()));
  }

  static constexpr std::uint32_t caps = 3;
  Limits limits_;
  SkuRows rows_;
  Catalogue catalogue_;
  const CapTable& table_;
  Caps caps_;
  std::mt19937 random_{7};
};

TEST_P(CapsLedger, CountsAsAMapDoes) {
  struct Sums {
    std::uint64_t debited{};
    std::uint64_t excess{};
  };
  std::map<std::tuple<CapId, CapWindow, Token>, Sums> naive;
  std::vector<Caps::Debit> debits;
  bool was_full = false;
  for (int step = 0; step < 20'000; ++step) {
    const Caps::Account account = any_account();
    const auto key = std::tuple(account.cap, account.window, account.token);
    const bool known = naive.contains(key);
    const Sums sums = known ? naive[key] : Sums{};
    const std::uint64_t at_most = table_[account.cap].at_most.value;
    ASSERT_EQ(account.row.present(), known);
    ASSERT_EQ(caps_.debited(account).value, sums.debited);
    ASSERT_EQ(caps_.excess(account).value, sums.excess);
    ASSERT_EQ(caps_.free(account).value, at_most > sums.debited ? at_most - sums.debited : 0);
    ASSERT_EQ(caps_.rows_free(), GetParam() - naive.size());
    was_full |= caps_.rows_free() == 0;
    // Now fuller, now emptier.
    const bool take = below(100) < (step / 2'000 % 2 == 0 ? 70U : 30U);
    if (take && (known || caps_.rows_free() > 0)) {
      const Units free = caps_.free(account);
      const bool excess = !free.present() || below(8) == 0;
      const Units units{1 + (excess ? below(5) : below(free.value))};
      debits.push_back(excess ? caps_.take_excess(account, units)
                              : caps_.take(account, units, below(2) == 0));
      (excess ? naive[key].excess : naive[key].debited) += units.value;
      caps_.make_firm(debits.back());
    } else if (!take && !debits.empty()) {
      const std::size_t at = below(static_cast<std::uint32_t>(debits.size()));
      const Caps::Debit debit = debits[at];
      debits.erase(debits.begin() + static_cast<std::ptrdiff_t>(at));
      caps_.check(debit);
      EXPECT_EQ(caps_.give_back(debit, true), !debit.excess);
      const auto of = naive.find({debit.cap, debit.window, debit.token});
      (debit.excess ? of->second.excess : of->second.debited) -= debit.units.value;
      if (of->second.debited + of->second.excess == 0) naive.erase(of);
    }
  }
  EXPECT_TRUE(was_full);
  const std::vector<CapRow> rows = caps_.sorted();
  ASSERT_EQ(rows.size(), naive.size());
  auto expected = naive.begin();
  for (const CapRow& row : rows) {
    EXPECT_EQ(std::tuple(row.cap, row.window, row.token), expected->first);
    EXPECT_EQ(row.debited.value, expected->second.debited);
    EXPECT_EQ((expected++)->second.excess, row.excess.value);
  }
}

TEST_P(CapsLedger, TakesNoMoreThanIsFree) {
  const Caps::Account account = caps_.account({1}, {}, 5);
  EXPECT_THROW((void)caps_.take(account, Units{5}, false), BrokenInvariant);
  const Caps::Debit debit = caps_.take(account, Units{4}, false);
  EXPECT_THROW((void)caps_.take(caps_.account({1}, {}, 5), Units{1}, false), BrokenInvariant);
  define(1, 1);
  EXPECT_EQ(caps_.free(caps_.account({1}, {}, 5)), Units{}) << "what is debited stays so";
  EXPECT_TRUE(caps_.give_back(debit, false));
  EXPECT_THROW((void)caps_.give_back(debit, false), BrokenInvariant);
  EXPECT_EQ(caps_.free(caps_.account({1}, {}, 5)), Units{1});
}

INSTANTIATE_TEST_SUITE_P(Tables, CapsLedger, ::testing::Values(1, 2, 3, 16, 100));

// The windows are where the rules say, found by counting from the origin.
TEST(CapWindows, AreNumberedFromTheOneThatTimeZeroLiesIn) {
  constexpr TimeNs last = 4'000'000'000'000'000'000;
  for (const std::int64_t length : {second, second + 1, 7 * second, std::int64_t{1} << 59}) {
    for (const TimeNs origin : {TimeNs{0}, TimeNs{1}, second, 3 * second + 5, last}) {
      Cap cap;
      cap.window_ns = length;
      cap.origin = origin;
      for (const TimeNs time : {TimeNs{0}, second - 1, second, 9 * second + 4, last - 1, last}) {
        const CapWindow window = cap.window_at(time);
        EXPECT_LE(cap.begin_of(window), time);
        EXPECT_LT(time, cap.end_of(window));
        EXPECT_EQ(cap.end_of(window), cap.begin_of({window.value + 1}));
        EXPECT_EQ((cap.begin_of(window) - origin) % length, 0);
      }
      EXPECT_EQ(cap.window_at(0), CapWindow{});
    }
  }
  Cap for_ever;
  EXPECT_EQ(for_ever.window_at(last), CapWindow{});
  EXPECT_EQ(for_ever.end_of({}), 0);
}

}  // namespace
}  // namespace allot
