// The orders that a simulation starts from, whether read or generated: columns of integers, sorted
// by time. Nothing synthetic is added here.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "allot/types/ids.hpp"

namespace allot::simulation {

struct BookLine {
  std::uint32_t sku{};       // index into OrderBook::skus
  std::uint32_t quantity{};  // units, at least 1
  MoneyMinor price{};        // of one unit
};

struct BookOrder {
  TimeNs time{};  // when the first of its rows says
  std::uint32_t first_line{};
  std::uint32_t line_count{};
  std::uint32_t zone{};      // index into OrderBook::zones
  std::uint32_t units{};     // sum of quantities, at most 2^32 - 1
  std::uint64_t customer{};  // 0: a guest
};

struct BookSku {
  std::string code;
  MoneyMinor list_price{};  // the middle one of the prices asked for it, at least 1
  std::uint64_t units{};    // asked for by all orders together
};

struct OrderBook {
  std::vector<BookSku> skus;
  std::vector<std::string> zones;
  std::vector<BookOrder> orders;  // by time, then in the order of the file
  std::vector<BookLine> lines;    // of one order together

  [[nodiscard]] std::span<const BookLine> lines_of(const BookOrder& order) const noexcept {
    return {lines.data() + order.first_line, order.line_count};
  }
};

// Puts the orders into the order of their times, those of one time into that of their lines.
void sort_orders(OrderBook& book);

// Fills each SKU's units and list price from the lines, and each order's units.
void summarise(OrderBook& book);

}  // namespace allot::simulation
