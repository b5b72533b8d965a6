// What purchase caps cost in cache lines: nothing for an order that meets none, and at most two for
// each cap that it meets.
#include <gtest/gtest.h>
#include <sys/mman.h>

#include <array>
#include <cstring>
#include <span>
#include <string>
#include <vector>

#include "allocation/ending.hpp"
#include "allocation/placing.hpp"
#include "allot/core/core.hpp"
#include "catalogue/order_reader.hpp"

namespace allot {
namespace {

constexpr std::size_t line_bytes = 64;

Limits small() {
  Limits limits;
  limits.skus_max = 8;
  limits.nodes_max = 2;
  limits.lots_max = limits.orders_max = 100;
  limits.closed_orders_max = 4;
  limits.lines_max = 4'000;
  limits.holds_max = limits.command_keys_max = limits.attempts_max = 100;
  limits.cap_accounts_max = 1'000;
  limits.debits_max = 1'000;
  return limits;
}

// The tables that grow with accounts and with orders that debit them.
template <class Visit>
void visit_tables(Tables& tables, Visit&& visit) {
  visit_pages(tables.cap_debits, visit);
  visit_pages(tables.book.companions().debits(), visit);
}

class CapLines : public ::testing::Test {
 protected:
  CapLines()
      : rows_(limits_),
        catalogue_(limits_, rows_),
        reader_(limits_, Semantics{}),
        tables_(limits_, Semantics{}, catalogue_, rows_),
        outcome_(Core::step_events_max(limits_)) {
    for (const char* code : {"S1", "S2", "S3"}) {
      catalogue_.define(DefineSku{.command_key = {}, .code = *Code::from(code)});
    }
    catalogue_.define(DefineNode{.command_key = {}, .code = *Code::from("N")});
    catalogue_.define(DefineZone{.command_key = {}, .code = *Code::from("Z")});
    DefineChannel channel{.command_key = {}, .code = *Code::from("C")};
    channel.hold_ttl_ns = channel.review_ttl_ns = 1'000;
    catalogue_.define(channel);
    catalogue_.define(DefineNetwork{.command_key = {}, .channel = {1}, .node = {1}});
    catalogue_.define(DefineLane{.command_key = {}, .node = {1}, .zone = {1}});
    for (const std::uint32_t sku : {1U, 2U, 3U}) {
      const LotSlot lot = tables_.stock.add_lot({sku}, {1}, 0, 0, 1);
      (void)tables_.stock.receive_units(lot, Units{1'000}, true);
    }
    const std::array<SkuId, 1> third{SkuId{3}};
    catalogue_.define(DefineSkuSet{.command_key = {}, .code = *Code::from("T"), .skus = third});
  }

  void define_cap(std::uint32_t number, TokenKind per, SkuSetId over) {
    DefineCap cap;
    cap.code = *Code::from("K" + std::to_string(number));
    cap.at_most = 100;
    cap.per = per;
    cap.sku_set = over;
    ASSERT_EQ(catalogue_.define(cap).decision.reason, Reason::ok);
  }

  Reason place(std::span<const OrderLine> lines, const OrderTokens& tokens) {
    Place order;
    order.order_key = {++last_order_, 0};
    order.channel = {1};
    order.zone = {1};
    order.tokens = tokens;
    order.lines = lines;
    begin_step();
    CheckedOrder checked;
    EXPECT_TRUE(reader_.read(order, catalogue_, checked).accepted());
    return Placing(tables_).place(order, checked, {}).reason;
  }
  void begin_step() {
    outcome_.begin(++sequence_);
    tables_.step = {1'000, sequence_, &outcome_};
  }
  // An order of two lines is placed, then cancelled, and in the end retired.
  void live(const OrderTokens& tokens) {
    const std::array<OrderLine, 2> lines{OrderLine{.sku = {1}, .quantity = 1, .price = 1},
                                         OrderLine{.sku = {2}, .quantity = 1, .price = 1}};
    for (int i = 0; i < 10; ++i) {
      ASSERT_EQ(place(lines, tokens), Reason::ok);
      begin_step();
      Ending(tables_).end(tables_.book.find({last_order_, 0}), OrderStatus::cancelled);
    }
  }
  // Whoever touches the tables then, reading or writing, dies.
  void protect(int how) {
    visit_tables(tables_, [how](auto& array) {
      ASSERT_EQ(::mprotect(array.data(), array.size() * sizeof(array[0]), how), 0);
    });
  }

  Limits limits_{small()};
  SkuRows rows_;
  Catalogue catalogue_;
  OrderReader reader_;
  Tables tables_;
  Outcome outcome_;
  Sequence sequence_{};
  std::uint64_t last_order_{};
};

TEST_F(CapLines, AnOrderTouchesNothingOfCapsWhileThereAreNone) {
  protect(PROT_NONE);
  live({.customer = 42});
  protect(PROT_READ | PROT_WRITE);
}

TEST_F(CapLines, AnOrderTouchesNothingOfCapsThatCountOtherSkusOrOtherTokens) {
  define_cap(1, TokenKind::customer, {1});
  define_cap(2, TokenKind::card, {});
  protect(PROT_NONE);
  live({.customer = 42});
  protect(PROT_READ | PROT_WRITE);
}

TEST_F(CapLines, AnOrderThatMeetsACapWouldDieSo) {
  define_cap(1, TokenKind::customer, {});
  EXPECT_DEATH(
      {
        protect(PROT_NONE);
        live({.customer = 42});
      },
      "");
}

// What of the tables differs from the picture that was taken before, in lines.
class Picture {
 public:
  explicit Picture(Tables& tables) : tables_(tables) {
    visit_tables(tables, [this](auto& array) {
      const auto* bytes = reinterpret_cast<const std::byte*>(array.data());
      before_.emplace_back(bytes, bytes + array.size() * sizeof(array[0]));
    });
  }
  [[nodiscard]] std::size_t lines_written() const {
    std::size_t lines = 0;
    std::size_t table = 0;
    visit_tables(tables_, [&](auto& array) {
      const std::vector<std::byte>& before = before_[table++];
      const auto* bytes = reinterpret_cast<const std::byte*>(array.data());
      for (std::size_t at = 0; at < before.size(); at += line_bytes) {
        const std::size_t length = std::min(line_bytes, before.size() - at);
        if (std::memcmp(bytes + at, before.data() + at, length) != 0) ++lines;
      }
    });
    return lines;
  }

 private:
  Tables& tables_;
  std::vector<std::vector<std::byte>> before_;
};

TEST_F(CapLines, EachCapThatIsMetTakesAtMostTwo) {
  const std::array kinds{TokenKind::customer, TokenKind::device, TokenKind::card,
                         TokenKind::address};
  const std::array<OrderLine, 2> lines{OrderLine{.sku = {1}, .quantity = 1, .price = 1},
                                       OrderLine{.sku = {3}, .quantity = 1, .price = 1}};
  for (std::uint32_t caps = 1; caps <= kinds.size(); ++caps) {
    // One over a set, the others over all.
    define_cap(caps, kinds[caps - 1], {caps == 1 ? 1U : 0U});
    for (Token token = 1; token <= 5; ++token) {
      const Picture picture(tables_);
      ASSERT_EQ(place(lines, {token, token, token, token, token, token}), Reason::ok);
      const std::size_t written = picture.lines_written();
      EXPECT_GE(written, caps) << "the rows are not seen";
      EXPECT_LE(written, 2 * caps);
    }
  }
}

}  // namespace
}  // namespace allot
