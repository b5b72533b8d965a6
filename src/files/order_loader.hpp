// Reads an order file by its map into SourceOrders, and accounts for every row.
//
// Memory: 24 bytes per used row, about 100 per order, and the texts of orders, SKUs, customers and
// zones once each; the file itself is read row by row. Rows that come before the one that says the
// status of their order are kept (RowsAside), at most OrderLoadOptions::rows_kept_max.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "allot/types/status.hpp"
#include "files/byte_source.hpp"
#include "files/customer_key.hpp"
#include "files/left_out_row.hpp"
#include "files/mapped_records.hpp"
#include "files/order_map.hpp"
#include "files/row_account.hpp"
#include "files/rows_aside.hpp"
#include "files/source_orders.hpp"

namespace allot::files {

struct OrderLoadOptions {
  Guests guests{Guests::use};
  std::optional<CustomerKey> key;  // absent: customers are numbered as they come
  // Of the times of orders (TimeWindow); others are left out. Empty: no such end.
  std::string from;
  std::string until;
  // Rows that are kept until a later row of their order says its status.
  std::uint64_t rows_kept_max{RowsAside::rows_most};
  ReadWatch* watch{nullptr};  // borrowed; of all files that are read
};

// The days, such as "2026-11-27", that the orders of a file are of, by the clock that a window of
// days goes by.
struct OrderDays {
  std::uint64_t orders{};
  std::uint64_t outside{};  // of these, outside of the window
  std::uint64_t days{};     // with orders
  std::string first;
  std::string last;
  std::string busiest;  // of days with as many orders the first
  std::uint64_t busiest_orders{};
};

struct OrderLoad {
  static constexpr std::uint64_t rows_max = 200'000'000;
  static constexpr std::size_t skus_max = 5'000'000;
  static constexpr std::size_t zones_max = 10'000;
  static constexpr std::size_t channels_max = 64;
  static constexpr std::uint32_t lines_of_order_max = 10'000;
  static constexpr std::size_t left_out_max = 10'000;

  SourceOrders book;
  RowAccount account;
  std::string form;                     // what the file is
  std::vector<std::string> currencies;  // of used rows, in the order in which they came
  // That of the amounts which are added up: the only one, or that of nine orders in ten at least.
  std::string main_currency;
  // The first rows that were left out, but for those outside of the window, at most left_out_max,
  // so that whoever asks about an order hears of them.
  std::vector<LeftOutRow> left_out;
  // Of all orders of the file, where a window was asked for; else nothing.
  OrderDays days;
  // How many orders of `book` have a time that says by how many seconds its clock is ahead of UTC.
  std::map<std::int64_t, std::uint64_t> offsets;
};

// Errors: those of the files as a whole, of the map's columns, and of the limits above.
[[nodiscard]] Result<OrderLoad> load_orders(std::unique_ptr<MappedRecords> records,
                                            const OrderMap& map, const OrderLoadOptions& options);

// The same from bytes by a map, for what is small: tests and fuzzing.
[[nodiscard]] Result<OrderLoad> load_orders(std::unique_ptr<ByteSource> bytes, const OrderMap& map,
                                            const OrderLoadOptions& options = {});

struct ToldShop;

struct OrderFile {
  OrderLoad load;
  OrderMap map;
};

// `path`: a file, "-" or a directory, when the map says which file is meant.
// `map_name`: of a preset or the path of a map; empty: the preset whose columns the file has, or
// else what can be guessed.
[[nodiscard]] Result<OrderFile> read_order_file(const std::string& path,
                                                const std::string& map_name,
                                                const OrderLoadOptions& options);

// The same by the map that was told from both files of a shop, with what it doubts of the orders.
// Requires: `told` has a map.
[[nodiscard]] Result<OrderFile> read_order_file(const std::string& path, const ToldShop& told,
                                                const OrderLoadOptions& options);

}  // namespace allot::files
