// The files of a shop beside its orders: stock, products, nodes, lanes. Columns are found by their
// names, which docs/files.md lists.
//
// Rows that cannot be read are accounted for, as those of orders are; a file of which no row can be
// used is an error. A `watch` is borrowed and may be null (ByteSource::open_file). `form` is what
// the map of the orders says of the file.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "allot/types/ids.hpp"
#include "allot/types/status.hpp"
#include "files/byte_source.hpp"
#include "files/lot_numbers.hpp"
#include "files/stock_columns.hpp"
#include "files/table_cells.hpp"
#include "files/table_form.hpp"
#include "files/times.hpp"

namespace allot::files {

struct NamedColumn;

enum class ShopFile : std::uint8_t { stock, products, nodes, lanes };
inline constexpr std::array all_shop_files{ShopFile::stock, ShopFile::products, ShopFile::nodes,
                                           ShopFile::lanes};
[[nodiscard]] std::span<const NamedColumn> stock_columns();
// Returns: its columns, with all names by which they go.
[[nodiscard]] std::span<const NamedColumn> columns_of(ShopFile file);
// Returns: the option that names such a file, "--stock".
[[nodiscard]] std::string_view option_of(ShopFile file) noexcept;

struct StockRow {
  std::string sku;
  std::string node;
  std::uint32_t quantity{};  // units, from 0
  std::uint64_t lot{};       // 0: nobody tracks it
  TimeNs expires_at{};       // 0: never
  std::optional<std::uint32_t> safety;
  std::uint64_t line{};  // of the file, which has one for several nodes where each has a column
};
// How a list of stock is written and what its columns are called.
struct StockForm {
  WrittenForm written;
  std::string sku{"sku"};
  std::string node{"node"};  // empty: it has none
  std::string quantity{"quantity"};
  std::vector<std::string> nodes;  // columns that are a node each, as the map says, or none
};
struct StockFile {
  std::vector<StockRow> rows;
  StockForm form;
  TableAccount account;
};
// `lots`: of all files of the shop. What stands before decimals is what `called` says, or else the
// columns of the list; rows with "1.000" are left out where neither does. `of_orders`: '.' or ','
// as the orders have it, where they say: in a column of bare numbers the other one separates
// thousands. `called`: names of columns that the map of the orders gives; each must be there.
// `times`: how the shop writes times (ExpiryReader::make).
[[nodiscard]] Result<StockFile> read_stock(const std::string& path, LotNumbers& lots,
                                           char of_orders = '\0', const StockColumns& called = {},
                                           const TimeForms& times = {}, ReadWatch* watch = nullptr,
                                           const TableForm& form = {});

// Whether what a list of stock needs is found by names that are known.
[[nodiscard]] bool has_stock_columns(const std::string& path);

// Returns: those of the names that `called` gives which the file at `path` has: a list beside
//          another may have the same columns, or those that are known. What is no plain file is not
//          looked at, and has all of them.
[[nodiscard]] StockColumns columns_there(const std::string& path, const StockColumns& called,
                                         const std::optional<Encoding>& encoding);

struct ProductRow {
  std::string sku;
  std::optional<MoneyMinor> price;
};
struct ProductFile {
  std::vector<ProductRow> rows;
  TableAccount account;
};
// `exponent`: decimals of the currency that prices are in. `decimal`: what stands before them, '.'
// or ',', where the file does not tell.
[[nodiscard]] Result<ProductFile> read_products(const std::string& path, int exponent, char decimal,
                                                ReadWatch* watch = nullptr,
                                                const TableForm& form = {});

struct NodeRow {
  std::string code;
  std::uint32_t priority{};  // lower is preferred
};
struct NodeFile {
  std::vector<NodeRow> rows;
  TableAccount account;
};
[[nodiscard]] Result<NodeFile> read_nodes(const std::string& path, ReadWatch* watch = nullptr,
                                          const TableForm& form = {});

struct LaneRow {
  std::string node;
  std::string zone;
  MoneyMinor parcel_cost{};
  MoneyMinor unit_cost{};
  std::uint64_t transit_s{};
};
struct LaneFile {
  std::vector<LaneRow> rows;
  TableAccount account;
};
[[nodiscard]] Result<LaneFile> read_lanes(const std::string& path, int exponent, char decimal,
                                          ReadWatch* watch = nullptr, const TableForm& form = {});

}  // namespace allot::files
