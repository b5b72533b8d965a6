// The orders that a simulation starts from, whether read or generated: columns of integers, sorted
// by time. Nothing synthetic is added here.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "allot/types/code.hpp"
#include "allot/types/ids.hpp"
#include "files/large_memory.hpp"

namespace allot::files {

// Whether orders without a customer are used.
enum class Guests : std::uint8_t { use, skip };

struct SourceLine {
  std::uint32_t sku{};       // index into SourceOrders::skus
  std::uint32_t quantity{};  // units, at least 1
  MoneyMinor price{};        // of one unit; no_price: the file says none
  std::uint32_t rest{};      // of the line's total, which its units do not share evenly
  bool listed{};             // the price is the list price, because the file says none

  static constexpr MoneyMinor no_price = -1;

  // Returns: what `units` of it cost, at most the greatest amount that there is. All of them cost
  //          the line's total, to the minor unit.
  [[nodiscard]] MoneyMinor cost_of(std::uint64_t units) const noexcept;
  [[nodiscard]] MoneyMinor total() const noexcept { return cost_of(quantity); }
};

struct SourceOrder {
  TimeNs time{};  // when the first of its rows says
  std::uint32_t first_line{};
  std::uint32_t line_count{};
  std::uint32_t zone{};               // index into SourceOrders::zones
  std::uint32_t units{};              // sum of quantities, at most 2^32 - 1
  std::uint64_t customer{};           // 0: a guest
  std::uint32_t channel{no_channel};  // index into SourceOrders::channels
  bool unpaid{};                      // ordered, and never paid as far as the file knows
  bool paid{};                        // its status says that it is a sale, but not since when
  bool other_currency{};              // its amounts are in another than those of most orders
  std::uint32_t number{};             // index into SourceOrders::numbers, where there are any
  MoneyMinor discount{};              // off the sum of its lines and shipping, and not more
  MoneyMinor shipping{};              // for carrying it
  MoneyMinor shipping_tax{};
  MoneyMinor refunded{};  // given back of it, some time after it was paid

  static constexpr std::uint32_t no_channel = 0xFFFF'FFFFU;  // the file says none
};

struct SourceSku {
  std::string code;
  MoneyMinor list_price{};  // the middle one of the prices asked for it, at least 1
  std::uint64_t units{};    // asked for by all orders together
  bool no_stock_row{};      // there is a stock file, and it says nothing of it
};

// What is true of all money of a channel.
struct ChannelMoney {
  std::string currency;       // in capitals; empty: not said, or several
  bool prices_include_tax{};  // the taxes of its lines and shipping are part of what these cost
};

// Whether what orders cost can be added up; of those of another currency nothing is.
enum class Amounts : std::uint8_t { of_one_currency, of_several, none };

struct SourceOrders {
  std::vector<SourceSku> skus;
  std::vector<std::string> zones;
  std::vector<std::string> channels;
  // Of each order as the file has it, cut as long SKU codes are; none where orders are made up.
  LargeVector<Code> numbers;
  std::vector<Code> numbers_outside;  // of orders outside the window that was asked for
  std::vector<ChannelMoney> money;    // of each of `channels`; where there are none, of all: one
  Amounts amounts{Amounts::of_one_currency};
  bool customers_are_tokens{};  // made with a key; otherwise they are numbers of this file alone
  LargeVector<SourceOrder> orders;  // by time, then as they come in the file (sort_orders())
  LargeVector<SourceLine> lines;    // of one order together
  LargeVector<MoneyMinor> taxes;    // on each line whole; empty: none is said of any

  // Returns: what is true of the money of channel `channel`. Where no order names one, all have the
  //          same; orders that are made up have no currency.
  [[nodiscard]] ChannelMoney money_of(std::size_t channel) const {
    if (channels.empty()) return money.empty() ? ChannelMoney{} : money.front();
    return money[channel];
  }
  // Returns: the tax on line `line` of all lines.
  [[nodiscard]] MoneyMinor tax_of(std::size_t line) const noexcept {
    return taxes.empty() ? 0 : taxes[line];
  }
  // Returns: the taxes of the order's lines and of its shipping.
  [[nodiscard]] MoneyMinor taxes_of(const SourceOrder& order) const noexcept;
  // Returns: what the order costs: what the engine is told that it is due. At most the greatest
  //          amount that there is.
  [[nodiscard]] MoneyMinor due(const SourceOrder& order) const noexcept;
  [[nodiscard]] std::span<const SourceLine> lines_of(const SourceOrder& order) const noexcept {
    return {lines.data() + order.first_line, order.line_count};
  }
};

// Returns: the number of an order as it can be logged: cut as long SKU codes are.
[[nodiscard]] Code order_number_of(std::string_view text);

// Shares an amount among lines by what each costs, to the minor unit: the lines up to any one have
// together what of it falls on what they cost, rounded down. Where they cost nothing, or more than
// fits, the first has all. Requires: there is a line; one share for each.
void share_by_cost(MoneyMinor amount, std::span<const SourceLine> lines,
                   std::span<MoneyMinor> shares) noexcept;

// Puts the orders into the order of their times, those of one time into that of their lines, or,
// `newest_first`, the last of these first.
void sort_orders(SourceOrders& book, bool newest_first = false);

// Fills each SKU's units and list price from the lines, each order's units, and the prices that
// the file does not say: with the SKU's list price, which orders of another currency do not make.
void summarise(SourceOrders& book);

// Returns: of each of `orders` orders whether rows of others stand between its own. `line_orders`:
//          of each used row its order, in the order of the file.
[[nodiscard]] std::vector<bool> orders_apart(std::span<const std::uint32_t> line_orders,
                                             std::size_t orders);

// Orders that a file has twice, and lines that others have twice, with the numbers of the first.
struct Repeats {
  std::uint64_t orders{};
  std::uint64_t lines{};
  std::uint32_t first_order{};
  std::uint32_t first_of_lines{};
};
// Requires: orders are in the order of the file, their lines together.
[[nodiscard]] Repeats find_repeats(const SourceOrders& book, const std::vector<bool>& came_apart);

}  // namespace allot::files
