// What a file says of the money of whole orders, and of channels: discounts, taxes, shipping, what
// an order costs by the file itself, what was given back of it, currencies.
//
// What an order costs, and which way that was settled, is written in docs/files.md. Memory: 96
// bytes per order where the map names any amount of whole orders, and 8 where it names discounts of
// both lines and orders.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "files/line_values.hpp"
#include "files/row_fields.hpp"
#include "files/source_orders.hpp"

namespace allot::files {

class OrderMoney {
 public:
  // The arguments must live as long as it does, and the fields must have found their columns when
  // prepare() is called.
  OrderMoney(RowFields& fields, const LineReader& lines) : fields_(fields), lines_(lines) {}
  void prepare();

  // Effects: keeps what the row says of the order, numbered from 0, and no earlier row of it has
  //          said. `currency`: of the order, as earlier rows say.
  void remember(std::uint32_t order, std::uint32_t currency);
  // Effects: takes in that a row of the order is left out.
  void leave_out(std::uint32_t order);
  // Effects: takes in a row that is used. `channel`: SourceOrder::channel.
  void use(std::uint32_t order, std::uint32_t channel, const LineValues& line);

  // Whether lines have taxes; then tax_of() is theirs, of the row that is used.
  [[nodiscard]] bool has_taxes() const noexcept { return has_taxes_; }
  [[nodiscard]] MoneyMinor tax_of(const LineValues& line);

  // Effects: says of each channel its currency, and of each order whether it is in another one than
  //          most; notes where there are several. Before the book's prices are summed up.
  void settle_currencies(SourceOrders& book, std::span<const std::uint32_t> numbers);

  // Effects: puts discounts, shipping and taxes of whole orders into the book, and what is true of
  //          its channels; notes what does not add up. `numbers`: of each order of the book, what
  //          it was called above. Requires: lines of one order stand together, and have prices.
  void settle(SourceOrders& book, std::span<const std::uint32_t> numbers);

  // Of used rows, in the order in which they came.
  [[nodiscard]] const std::vector<std::string>& currencies() const noexcept {
    return seen_.currencies;
  }
  // The only one, or that of nine orders in ten at least; empty: there is none.
  [[nodiscard]] const std::string& main_currency() const noexcept { return seen_.main; }

 private:
  static constexpr std::size_t part_count = 6;
  struct Said {
    std::array<MoneyMinor, part_count> parts{};  // in the order of the table in the source file
    MoneyMinor line_shipping{};
    MoneyMinor line_shipping_tax{};
    std::uint64_t line{};  // of its first row
    std::int8_t exponent{};
    bool left_out{};  // a row of it
    bool refund_differs{};
    Said() noexcept;
  };
  // What orders of a channel say of its prices.
  struct Votes {
    std::uint64_t with_tax{};  // orders of which only this reading gives the file's total
    std::uint64_t without{};
    bool has_taxes{};
  };
  // Currencies of used rows; of orders and channels their numbers.
  struct Currencies {
    std::vector<std::string> currencies;
    std::string main;
    LargeVector<std::uint32_t> of_orders;
    std::vector<std::uint32_t> of_channels;  // of each channel, or of all
    std::uint64_t blank{};  // lines with an amount, of orders that name no currency
    std::uint32_t last_currency{LineReader::no_currency};
    std::uint32_t last_channel{};
  };
  // Orders that cost another amount than the file says, or say several.
  struct Odd {
    std::uint64_t count{};
    std::string first;
  };

  [[nodiscard]] Said& said_of(std::uint32_t order);
  [[nodiscard]] MoneyMinor line_amount(Role role, int exponent);
  void settle_order(SourceOrders& book, SourceOrder& order, const Said& said);
  void settle_discounts(SourceOrders& book, std::span<const std::uint32_t> numbers);
  void settle_refunds(SourceOrders& book, std::span<const std::uint32_t> numbers);
  void settle_taxes(SourceOrders& book, std::span<const std::uint32_t> numbers);
  void tell_currencies(SourceOrders& book);
  void settle_blank_currency();
  void find_main_currency(SourceOrders& book, std::span<const std::uint32_t> numbers);
  void compare(const SourceOrders& book, std::span<const std::uint32_t> numbers);
  void note_parts(const Said& said);

  RowFields& fields_;
  const LineReader& lines_;
  bool has_amounts_{};  // of whole orders
  bool has_taxes_{};
  LargeVector<Said> said_;  // by order
  // Of each order the discounts of its rows, used or not, where the map names the order's too.
  std::vector<MoneyMinor> off_lines_;
  std::uint64_t bounded_{};
  Currencies seen_;
};

}  // namespace allot::files
