// Reads a UCI Online Retail file into an SourceOrders and counts every row as used or skipped.
//
// Columns are found by their names, in any order: InvoiceNo, StockCode, Quantity, InvoiceDate,
// UnitPrice, CustomerID, Country; others are left alone. Errors: file:line and cause.
// Memory: 16 bytes per used row and 40 per order; at most rows_max rows.
#pragma once

#include <array>
#include <cstdint>
#include <memory>

#include "allot/types/status.hpp"
#include "simulation/byte_source.hpp"
#include "simulation/retail_rules.hpp"
#include "simulation/source_orders.hpp"

namespace allot::simulation {

struct RetailLoad {
  static constexpr std::uint64_t rows_max = 50'000'000;
  static constexpr std::size_t skus_max = 5'000'000;
  static constexpr std::size_t zones_max = 10'000;

  SourceOrders book;
  std::uint64_t rows{};
  std::uint64_t used{};
  std::array<std::uint64_t, skip_reasons> skipped{};
};

// Always: used + the sum of skipped = rows.
[[nodiscard]] Result<RetailLoad> load_retail(std::unique_ptr<ByteSource> source, Guests guests);

}  // namespace allot::simulation
