// The orders that a simulation starts from, whether read or generated: columns of integers, sorted
// by time. Nothing synthetic is added here.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "allot/types/ids.hpp"

namespace allot::simulation {

struct SourceLine {
  std::uint32_t sku{};       // index into SourceOrders::skus
  std::uint32_t quantity{};  // units, at least 1
  MoneyMinor price{};        // of one unit
};

struct SourceOrder {
  TimeNs time{};  // when the first of its rows says
  std::uint32_t first_line{};
  std::uint32_t line_count{};
  std::uint32_t zone{};      // index into SourceOrders::zones
  std::uint32_t units{};     // sum of quantities, at most 2^32 - 1
  std::uint64_t customer{};  // 0: a guest
};

struct SourceSku {
  std::string code;
  MoneyMinor list_price{};  // the middle one of the prices asked for it, at least 1
  std::uint64_t units{};    // asked for by all orders together
};

struct SourceOrders {
  std::vector<SourceSku> skus;
  std::vector<std::string> zones;
  std::vector<SourceOrder> orders;  // by time, then in the order of the file
  std::vector<SourceLine> lines;    // of one order together

  [[nodiscard]] std::span<const SourceLine> lines_of(const SourceOrder& order) const noexcept {
    return {lines.data() + order.first_line, order.line_count};
  }
};

// Puts the orders into the order of their times, those of one time into that of their lines.
void sort_orders(SourceOrders& book);

// Fills each SKU's units and list price from the lines, and each order's units.
void summarise(SourceOrders& book);

}  // namespace allot::simulation
