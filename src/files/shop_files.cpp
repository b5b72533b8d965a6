#include "files/shop_files.hpp"

#include <algorithm>
#include <array>

#include "files/column_names.hpp"
#include "files/named_table.hpp"
#include "files/numbers.hpp"
#include "files/table_cells.hpp"
#include "json/scalar_text.hpp"

namespace allot::files {

namespace {

constexpr std::int64_t second_ns = 1'000'000'000;

bool read_amount(NamedTable& table, std::size_t number, int exponent, char decimal,
                 MoneyMinor& value) {
  const Amount amount = parse_amount(table[number], decimal, exponent);
  value = amount.minor;
  if (amount.valid && amount.exact && !amount.negative) return true;
  const std::string sign(1, decimal);
  table.leave_out("amount_unreadable",
                  "an amount from 0, such as 4" + sign + "90, is expected; a '" + sign +
                      "' is taken to stand before decimals, as in most amounts of the file or as "
                      "decimal in the map of the orders says",
                  number);
  return false;
}

// Effects: notes what was made of a quantity in stock that does not stand there in plain digits.
void note_units(NamedTable& table, std::string_view text, std::int64_t units) {
  if (units < 0) {
    table.account().note("negative_stock",
                         "rows with less than nothing in stock: they are taken as 0", table.line());
  }
  if (sign_before_three(text) != '\0') {
    table.account().note("thousands",
                         "quantities with a sign between thousands, read as the decimal of the "
                         "orders' map says",
                         table.line());
  }
}

// Returns: what is wrong with the columns of a stock file, with what to do about it in the map.
Status in_the_map(const Status& fault) {
  const bool is_column = fault.message().find(" has no column ") != std::string::npos ||
                         fault.message().find(" are the column ") != std::string::npos;
  if (!is_column) return fault;
  return {
      fault.code(),
      fault.message() + ", or name it in the map of the orders, as sku = \"...\" under [stock]"};
}

// Weights of a product's number, as printed under a barcode.
bool is_gtin(std::string_view text) {
  if (text.size() != 8 && (text.size() < 12 || text.size() > 14)) return false;
  int sum = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[text.size() - 1 - i];
    if (c < '0' || c > '9') return false;
    sum += (c - '0') * (i % 2 == 0 ? 1 : 3);
  }
  return sum % 10 == 0;
}

}  // namespace

Result<StockFile> read_stock(const std::string& path, LotNumbers& lots, char decimal,
                             const StockColumns& called) {
  enum { sku, node, quantity, lot, expiry, safety };
  std::array<NamedColumn, StockColumns::count> columns{{
      {"sku", column_names(ShopColumn::sku), true, false},
      {"node", column_names(ShopColumn::node), false, false},
      {"quantity", column_names(ShopColumn::quantity), true, true},
      {"lot", column_names(ShopColumn::lot), false, false},
      {"expiry", column_names(ShopColumn::expiry), false, false},
      {"safety", column_names(ShopColumn::safety), false, false},
  }};
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (!called.names[i].empty()) columns[i] = {called.names[i], {}, true, false};
  }
  Result<NamedTable> table = NamedTable::open(path, columns);
  if (!table.ok()) return in_the_map(table.status());
  NamedTable& t = table.value();
  StockFile file;
  file.account.path = path;
  const Status status = each_row(t, file.account, [&] {
    StockRow row;
    if (!read_code(t, sku, "sku", row.sku)) return;
    row.node = "main";
    if (t.has(node) && !read_code(t, node, "node", row.node)) return;
    std::int64_t units = 0;
    if (!read_units(t, quantity, "quantity", decimal, units)) return;
    row.quantity = static_cast<std::uint32_t>(std::max<std::int64_t>(units, 0));
    row.lot = lots.of(t[lot]);
    const auto expires = read_expiry(t[expiry]);
    if (!expires) {
      return t.leave_out("expiry_unreadable", "a day such as 2026-12-24 is expected", expiry);
    }
    row.expires_at = *expires;
    if (!t[safety].empty()) {
      std::int64_t withheld = 0;
      if (!read_units(t, safety, "safety", decimal, withheld)) return;
      if (withheld < 0) {
        return t.leave_out("safety_unreadable", "a whole number from 0 is expected", safety);
      }
      row.safety = static_cast<std::uint32_t>(withheld);
    }
    note_repeat(t, "their units add up");
    file.rows.push_back(std::move(row));
    t.use();
    note_units(t, t[quantity], units);
  });
  if (!status.ok()) return status;
  if (!t.has(node)) {
    file.account.rows.note("one_node", "no column names a node: all of it lies in 'main'", 0, 0);
  }
  return file;
}

Result<ProductFile> read_products(const std::string& path, int exponent, char decimal) {
  enum { sku, price, gtin, name, weight, volume };
  static constexpr std::array<std::string_view, 9> list_prices{
      "listprice", "unitprice", "preis", "prix", "precio", "prezzo", "prijs", "cena", "价格"};
  static constexpr std::array<std::string_view, 3> gtins{"ean", "upc", "barcode"};
  static constexpr std::array<std::string_view, 6> titles{
      "title", "description", "bezeichnung", "designation", "libelle", "商品名称"};
  static constexpr std::array<std::string_view, 4> weights{"weightg", "weightkg", "gewicht",
                                                           "poids"};
  static constexpr std::array<std::string_view, 3> volumes{"volumel", "volumeml", "volumen"};
  static const std::array<NamedColumn, 6> columns{{
      {"sku", column_names(ShopColumn::sku), true, false},
      {"price", list_prices, false, true},
      {"gtin", gtins, false, false},
      {"name", titles, false, false},
      {"weight", weights, false, false},
      {"volume", volumes, false, false},
  }};
  Result<NamedTable> table = NamedTable::open(path, columns);
  if (!table.ok()) return table.status();
  NamedTable& t = table.value();
  ProductFile file;
  file.account.path = path;
  decimal = t.decimal_of(price, exponent, decimal);
  std::uint64_t wrong_gtins = 0;
  const Status status = each_row(t, file.account, [&] {
    ProductRow row;
    if (!read_code(t, sku, "sku", row.sku)) return;
    if (!t[price].empty()) {
      MoneyMinor value = 0;
      if (!read_amount(t, price, exponent, decimal, value)) return;
      row.price = value;
    }
    if (!t[gtin].empty() && !is_gtin(t[gtin])) ++wrong_gtins;
    file.rows.push_back(std::move(row));
    t.use();
  });
  if (!status.ok()) return status;
  for (const std::size_t column :
       {std::size_t{gtin}, std::size_t{name}, std::size_t{weight}, std::size_t{volume}}) {
    if (!t.has(column)) continue;
    file.account.rows.note(
        "not_told_" + std::string(columns[column].name),
        std::string(columns[column].name) + " of products: the engine has no place for it yet", 0,
        0);
  }
  if (wrong_gtins > 0) {
    file.account.rows.note("gtin", "GTINs whose check digit is wrong: nothing depends on them", 0,
                           wrong_gtins);
  }
  return file;
}

Result<NodeFile> read_nodes(const std::string& path) {
  enum { node, priority };
  static const std::array<NamedColumn, 2> columns{{
      {"node", column_names(ShopColumn::node), true, false},
      {"priority", column_names(ShopColumn::priority), false, false},
  }};
  Result<NamedTable> table = NamedTable::open(path, columns);
  if (!table.ok()) return table.status();
  NamedTable& t = table.value();
  NodeFile file;
  file.account.path = path;
  const Status status = each_row(t, file.account, [&] {
    NodeRow row;
    if (!read_code(t, node, "node", row.code)) return;
    const bool known = std::any_of(file.rows.begin(), file.rows.end(),
                                   [&row](const NodeRow& other) { return other.code == row.code; });
    if (known) return t.leave_out("node_twice", "the first row of a node counts", node);
    row.priority = static_cast<std::uint32_t>(file.rows.size() + 1) * 10;
    if (!t[priority].empty()) {
      const auto rank = parse_quantity(t[priority]);
      if (!rank || *rank < 0) {
        return t.leave_out("priority_unreadable", "a whole number from 0 is expected", priority);
      }
      row.priority = static_cast<std::uint32_t>(*rank);
    }
    file.rows.push_back(std::move(row));
    t.use();
  });
  if (!status.ok()) return status;
  return file;
}

Result<LaneFile> read_lanes(const std::string& path, int exponent, char decimal) {
  enum { node, zone, parcel_cost, unit_cost, transit, transit_days };
  static constexpr std::array<std::string_view, 11> from{
      "from",     "warehouse", "location",  "store",    "lager", "site",
      "entrepot", "almacen",   "magazzino", "magazijn", "仓库"};
  static constexpr std::array<std::string_view, 4> costs{"cost", "rate", "price", "shippingcost"};
  static constexpr std::array<std::string_view, 1> unit_costs{"costperunit"};
  static constexpr std::array<std::string_view, 2> transits{"transittime", "duration"};
  static constexpr std::array<std::string_view, 1> whole_days{"days"};
  static const std::array<NamedColumn, 6> columns{{
      {"node", from, true, false},
      {"zone", column_names(ShopColumn::zone), true, false},
      {"parcel_cost", costs, true, true},
      {"unit_cost", unit_costs, false, true},
      {"transit", transits, false, false},
      {"transit_days", whole_days, false, false},
  }};
  Result<NamedTable> table = NamedTable::open(path, columns);
  if (!table.ok()) return table.status();
  NamedTable& t = table.value();
  LaneFile file;
  file.account.path = path;
  decimal = t.decimal_of(parcel_cost, exponent, decimal);
  const Status status = each_row(t, file.account, [&] {
    LaneRow row;
    if (!read_code(t, node, "node", row.node) || !read_code(t, zone, "zone", row.zone)) return;
    if (!read_amount(t, parcel_cost, exponent, decimal, row.parcel_cost)) return;
    if (!t[unit_cost].empty() && !read_amount(t, unit_cost, exponent, decimal, row.unit_cost)) {
      return;
    }
    if (!t[transit].empty()) {
      const auto duration = json::parse_duration(t[transit]);
      if (!duration) {
        return t.leave_out("transit_unreadable", "a duration such as 2d or 36h is expected",
                           transit);
      }
      row.transit_s = static_cast<std::uint64_t>(*duration / second_ns);
    } else if (!t[transit_days].empty()) {
      const auto days = parse_quantity(t[transit_days]);
      if (!days || *days < 0 || *days > 1'000) {
        return t.leave_out("transit_unreadable", "whole days are expected", transit_days);
      }
      row.transit_s = static_cast<std::uint64_t>(*days) * 86'400;
    }
    file.rows.push_back(std::move(row));
    t.use();
  });
  if (!status.ok()) return status;
  return file;
}

}  // namespace allot::files
