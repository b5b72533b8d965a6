#include "files/shop_files.hpp"

#include <algorithm>
#include <array>

#include "files/column_names.hpp"
#include "files/named_table.hpp"
#include "files/numbers.hpp"
#include "files/table_cells.hpp"
#include "json/scalar_text.hpp"
#include "json/time_units.hpp"

namespace allot::files {

namespace {

using std::string_view_literals::operator""sv;

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

std::span<const NamedColumn> product_columns() {
  static constexpr std::array list_prices{
      "listprice"sv,  "unitprice"sv,    "variantprice"sv, "regularprice"sv, "retailprice"sv,
      "salesprice"sv, "currentprice"sv, "yourprice"sv,    "preis"sv,        "verkaufspreis"sv,
      "vkpreis"sv,    "vkbrutto"sv,     "bruttopreis"sv,  "prix"sv,         "precio"sv,
      "prezzo"sv,     "prijs"sv,        "cena"sv,         "价格"sv};
  static constexpr std::array gtins{"ean"sv, "upc"sv, "barcode"sv, "variantbarcode"sv,
                                    "gtinupceanorisbn"sv};
  static constexpr std::array titles{"title"sv,       "description"sv, "itemname"sv,
                                     "productname"sv, "bezeichnung"sv, "artikelname"sv,
                                     "designation"sv, "libelle"sv,     "商品名称"sv};
  static constexpr std::array weights{"weightg"sv,     "weightkg"sv,     "weightlbs"sv,
                                      "weightgrams"sv, "variantgrams"sv, "gewicht"sv,
                                      "gewichtkg"sv,   "poids"sv};
  static constexpr std::array volumes{"volumel"sv, "volumeml"sv, "perunitvolume"sv, "volumen"sv};
  static const std::array<NamedColumn, 6> columns{{
      {"sku", column_names(ShopColumn::sku), true, false},
      {"price", list_prices, false, true},
      {"gtin", gtins, false, false},
      {"name", titles, false, false},
      {"weight", weights, false, false},
      {"volume", volumes, false, false},
  }};
  return columns;
}

std::span<const NamedColumn> node_columns() {
  static const std::array<NamedColumn, 2> columns{{
      {"node", column_names(ShopColumn::node), true, false},
      {"priority", column_names(ShopColumn::priority), false, false},
  }};
  return columns;
}

std::span<const NamedColumn> lane_columns() {
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
  return columns;
}

}  // namespace

std::span<const NamedColumn> columns_of(ShopFile file) {
  switch (file) {
    case ShopFile::stock: return stock_columns();
    case ShopFile::products: return product_columns();
    case ShopFile::nodes: return node_columns();
    case ShopFile::lanes: return lane_columns();
  }
  return {};
}

std::string_view option_of(ShopFile file) noexcept {
  constexpr std::array<std::string_view, all_shop_files.size()> options{"--stock", "--products",
                                                                        "--nodes", "--lanes"};
  return options[static_cast<std::size_t>(file)];
}

Result<ProductFile> read_products(const std::string& path, int exponent, char decimal,
                                  ReadWatch* watch, const TableForm& form) {
  enum { sku, price, gtin, name, weight, volume };
  Result<NamedTable> table =
      NamedTable::open(path, columns_of(ShopFile::products), "products", form, watch);
  if (!table.ok()) return table.status();
  NamedTable& t = table.value();
  ProductFile file;
  file.account.path = path;
  decimal = t.decimal_of(price, exponent, decimal);
  std::uint64_t wrong_gtins = 0;
  const Status status = each_row(t, file.account, [&] {
    ProductRow row;
    if (t[sku].empty() && t[price].empty()) {
      return t.leave_out("no_item",
                         "neither a SKU nor a price stands there, as of further pictures and of "
                         "products that come in variants",
                         sku, false);
    }
    if (!read_sku(t, sku, form.sku_capitals, row.sku)) return;
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
    const std::string told(columns_of(ShopFile::products)[column].name);
    file.account.rows.note("not_told_" + told,
                           told + " of products: the engine has no place for it yet", 0, 0);
  }
  if (wrong_gtins > 0) {
    file.account.rows.note("gtin", "GTINs whose check digit is wrong: nothing depends on them", 0,
                           wrong_gtins);
  }
  return file;
}

Result<NodeFile> read_nodes(const std::string& path, ReadWatch* watch, const TableForm& form) {
  enum { node, priority };
  Result<NamedTable> table =
      NamedTable::open(path, columns_of(ShopFile::nodes), "nodes", form, watch);
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

Result<LaneFile> read_lanes(const std::string& path, int exponent, char decimal, ReadWatch* watch,
                            const TableForm& form) {
  enum { node, zone, parcel_cost, unit_cost, transit, transit_days };
  Result<NamedTable> table =
      NamedTable::open(path, columns_of(ShopFile::lanes), "lanes", form, watch);
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
