// What the columns of an order file mean. Written as TOML; docs/files.md lists every key.
//
// A map comes from a file, is one of the presets (maps that are compiled in), or was guessed from
// the file itself.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "allot/types/status.hpp"
#include "files/open_records.hpp"
#include "files/stock_columns.hpp"
#include "files/table_form.hpp"

namespace allot::files {

enum class Role : std::uint8_t {
  order,
  time,
  sku,
  quantity,
  price,           // of one unit
  line_total,      // of all units of the line
  line_discount,   // off the line's total
  order_discount,  // off the whole order
  line_tax,        // on the whole line
  order_tax,       // on the whole order, with that on its shipping
  shipping,        // for carrying the order
  shipping_tax,
  line_shipping,  // the line's part of it, to be added up
  line_shipping_tax,
  order_total,  // what the order costs by the file itself
  promotion,    // what a marketplace takes off and pays itself; counted
  refund,       // given back of the order; counted
  customer,
  currency,
  zone,
  channel,
  status,
};
inline constexpr std::size_t role_count = 22;
inline constexpr std::array<std::string_view, role_count> role_names{
    "order",         "time",
    "sku",           "quantity",
    "price",         "line_total",
    "line_discount", "order_discount",
    "line_tax",      "order_tax",
    "shipping",      "shipping_tax",
    "line_shipping", "line_shipping_tax",
    "order_total",   "promotion",
    "refund",        "customer",
    "currency",      "zone",
    "channel",       "status"};

// Where a value comes from: the first of these columns that is not empty, or always `value`. A time
// comes from all of them, with blanks between its parts.
struct ColumnChoice {
  std::vector<std::string> columns;
  std::string value;
  bool added{false};  // an amount: what stands in all of the columns together

  [[nodiscard]] bool given() const noexcept { return !columns.empty() || !value.empty(); }
};

// How a text becomes the code of a zone or channel. What no rule names stays as it is.
struct CodeRule {
  std::vector<std::pair<std::string, std::string>> values;    // text, code
  std::vector<std::pair<std::string, std::string>> prefixes;  // the longest that fits counts
  std::string others;                                         // code of all other texts
  std::string empty;                                          // code where there is no text
};

// Rows that are no sale of a product. All conditions that are given must hold.
struct SkipRule {
  std::string reason;
  std::string advice;
  std::string column;
  std::vector<std::string> is;        // one of these, in capitals or not
  std::vector<std::string> prefixes;  // begins with one of these
  std::string matches;                // a regular expression (RE2) for the whole text
  std::string matches_not;            // one that the text must not match
  bool whole_order{false};            // further rows of the order are left out with it
  bool short_rows{false};             // asked of rows, too, that have not the header's fields
  bool may_lack{false};               // holds for no row of a file without the column
};

// Whether prices include tax: in all channels, or in those that are named and no others.
struct TaxRule {
  std::optional<bool> all;            // nothing: the map does not say
  std::vector<std::string> channels;  // codes

  [[nodiscard]] bool said() const noexcept { return all.has_value() || !channels.empty(); }
};

struct StatusRule {
  std::vector<std::string> use;                                         // as a sale
  std::vector<std::string> unpaid;                                      // ordered and not paid
  std::vector<std::pair<std::string, std::vector<std::string>>> leave;  // reason, texts
};

// Columns of another file: its rows are found by a key that both have.
struct Join {
  std::string file;  // relative to the file of orders
  std::string key;   // column here
  std::string their_key;
};

// An order's lines inside one row.
struct PackedLines {
  std::string column;     // such as "line_item_{n}", for n from 1
  std::string between;    // between the lines of one cell; empty: a cell holds one
  std::string separator;  // between the values of a line
  std::string pair;       // between a value's name and the value; empty: its number is its name
};

enum class MapOrigin : std::uint8_t { file, preset, guess };

struct OrderMap {
  std::string name;
  std::string about;
  MapOrigin origin{MapOrigin::file};
  std::vector<std::string> detect;  // columns that a file of this kind has
  // Regular expressions that the texts of a column match whole, in the first rows.
  std::vector<std::pair<std::string, std::string>> detect_values;
  std::string file;  // of the lines, when a directory is given
  FileForm form;
  PackedLines packed;
  bool numbered{false};  // column names hold {n}: a row has several lines
  std::array<ColumnChoice, role_count> columns;
  // Columns, but for needed ones, may be absent from the file: order, time and SKU are needed, and
  // what `detect` names.
  bool columns_may_lack{false};
  char decimal{'.'};
  bool decimal_known{false};  // the map says so, or the amounts of the file do
  std::string currency;
  TaxRule prices_include_tax;
  std::string time_zone;
  std::vector<std::string> time_formats;
  bool customer_numbers{false};  // customers are whole numbers, and stay so
  bool sku_capitals{false};      // codes in capitals, in all files of the shop
  bool skip_zero_prices{false};
  CodeRule zone;
  CodeRule channel;
  StatusRule status;
  std::vector<SkipRule> skips;
  std::vector<Join> joins;
  StockColumns stock;  // of the file of stock beside the orders
  TableEncodings encodings;

  [[nodiscard]] const ColumnChoice& of(Role role) const noexcept {
    return columns[static_cast<std::size_t>(role)];
  }
  [[nodiscard]] ColumnChoice& of(Role role) noexcept {
    return columns[static_cast<std::size_t>(role)];
  }
};

// Errors: "<name>:<line>:<column>: <cause>", with what was meant perhaps.
[[nodiscard]] Result<OrderMap> parse_order_map(const std::string& name, std::string_view text);

// Returns: the keys that a map may have at its top, in the order in which they are read.
[[nodiscard]] std::vector<std::string> map_keys();

struct Preset {
  std::string_view name;
  std::string_view text;
};
[[nodiscard]] const std::vector<Preset>& presets();

// `name`: of a preset, or else the path of a map. Errors: no such file, with the presets' names.
[[nodiscard]] Result<OrderMap> order_map_named(const std::string& name);

// Returns: whether the map says what the columns of orders are. One that says other things alone,
//          such as the columns of stock, leaves them to be told from the file.
[[nodiscard]] bool has_columns(const OrderMap& map) noexcept;

// Returns: a map of orders with everything that `said` says, and the rest as `told`, which comes
//          from the file itself; its name tells of both.
[[nodiscard]] OrderMap completed(OrderMap said, OrderMap told);

// Returns: the preset whose `detect` columns a file has, with values as `detect_values` says; of
//          several the one that asks for most columns; nothing when there is none.
[[nodiscard]] std::optional<OrderMap> preset_for(const FileLook& look);

}  // namespace allot::files
