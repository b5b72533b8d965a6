#include "files/shop_files.hpp"

#include <algorithm>
#include <array>

#include "files/named_table.hpp"
#include "files/numbers.hpp"
#include "files/text_index.hpp"
#include "files/text_rules.hpp"
#include "json/scalar_text.hpp"

namespace allot::files {

namespace {

constexpr std::int64_t second_ns = 1'000'000'000;
constexpr std::uint64_t rows_max = 50'000'000;

Status too_many(const NamedTable& table) {
  return {StatusCode::invalid_argument, table.name() + ":" + std::to_string(table.line()) +
                                            ": the file has more than " + grouped(rows_max) +
                                            " rows"};
}

// Returns: whether column `number` holds a code; otherwise the row is accounted for.
bool read_code(NamedTable& table, std::size_t number, std::string_view what, std::string& code) {
  const std::string_view text = table[number];
  if (text.empty() || !is_printable(text)) {
    table.leave_out(std::string(what) + (text.empty() ? "_missing" : "_unreadable"),
                    "a name of printable UTF-8 is expected", number);
    return false;
  }
  code = code_of(text);
  return true;
}

bool read_amount(NamedTable& table, std::size_t number, int exponent, char decimal,
                 MoneyMinor& value) {
  const Amount amount = parse_amount(table[number], decimal, exponent);
  value = amount.minor;
  if (amount.valid && amount.exact && !amount.negative) return true;
  table.leave_out("amount_unreadable", "an amount such as 4.90 is expected, from 0", number);
  return false;
}

// Returns: whether column `number` holds a whole number that can be read in one way only; otherwise
//          the row is accounted for. A map of the orders says what separates thousands here, too,
//          but not that three decimals are meant.
bool read_units(NamedTable& table, std::size_t number, const std::string& what, char decimal,
                std::int64_t& units) {
  const std::string_view text = table[number];
  const char sign = sign_before_three(text);
  if (sign != '\0' && (decimal == '\0' || sign == decimal)) {
    table.leave_out(what + "_ambiguous",
                    "one, or a thousand? Write it without a sign between thousands and without "
                    "decimals, or say decimal = \",\" in the map of the orders where 1.000 is a "
                    "thousand",
                    number);
    return false;
  }
  const auto read = parse_quantity(text, decimal);
  units = read.value_or(0);
  if (read) return true;
  table.leave_out(what + "_unreadable", "a whole number from 0 is expected", number);
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

// Effects: goes through the rows; `row` says whether it has accounted for one.
template <class Row>
Status each(NamedTable& table, TableAccount& account, Row row) {
  for (bool more = true;;) {
    if (Status status = table.next(more); !status.ok()) return status;
    if (!more) break;
    if (table.account().rows() >= rows_max) return too_many(table);
    row();
  }
  account.form = table.form_text();
  if (table.account().used() == 0) {
    constexpr std::size_t reasons_shown = 5;
    return {StatusCode::invalid_argument,
            table.name() + ": " +
                (table.account().rows() == 0
                     ? "the file has a header and no rows (" + account.form + ")"
                     : "none of " + rows_text(table.account().rows()) + " could be used (" +
                           account.form + ")\n" +
                           reasons_text(table.account().reasons(), reasons_shown, "  "))};
  }
  if (!table.unknown_columns().empty()) {
    std::string names;
    for (const std::string& name : table.unknown_columns()) {
      names += (names.empty() ? "'" : ", '") + name + "'";
    }
    table.account().note("unknown_columns", "columns that say nothing to allot: " + names, 0,
                         table.unknown_columns().size());
  }
  account.rows = table.account();
  return {};
}

// Lots are numbers for the engine: those of the file if they are such, else as they come.
class LotNumbers {
 public:
  std::uint64_t of(std::string_view text) {
    if (text.empty()) return 0;
    std::uint64_t number = 0;
    bool is_number = text.size() <= 18;
    for (const char c : text) {
      is_number = is_number && c >= '0' && c <= '9';
      if (is_number) number = number * 10 + static_cast<std::uint64_t>(c - '0');
    }
    if (is_number && number != 0) return number;
    constexpr std::uint64_t first = std::uint64_t{1} << 60U;  // beyond every number of 18 digits
    return first + names_.number_of(text);
  }

 private:
  TextIndex names_;
};

std::optional<TimeNs> read_expiry(std::string_view text) {
  if (text.empty()) return 0;
  const std::optional<TimeNs> time = json::parse_time_or_utc(text);
  return time && *time >= second_ns && *time < 9'000'000'000 * second_ns ? time : std::nullopt;
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

Result<StockFile> read_stock(const std::string& path, char decimal, const StockColumns& called) {
  enum { sku, node, quantity, lot, expiry, safety };
  std::array<NamedColumn, StockColumns::count> columns{{
      {"sku",
       {"product", "product_id", "article", "artikelnummer", "item", "stock_code", "货号"},
       true},
      {"node", {"warehouse", "location", "store", "lager", "standort", "site", "仓库"}, false},
      {"quantity",
       {"qty", "stock", "on_hand", "available", "units", "menge", "bestand", "库存", "数量"},
       true},
      {"lot", {"batch", "charge", "lot_number", "批次"}, false},
      {"expiry", {"expires", "expires_at", "expiry_date", "best_before", "mhd", "有效期"}, false},
      {"safety", {"safety_stock", "reserve", "sicherheitsbestand"}, false},
  }};
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (!called.names[i].empty()) columns[i] = {called.names[i], {}, true};
  }
  Result<NamedTable> table = NamedTable::open(path, columns);
  if (!table.ok()) return table.status();
  NamedTable& t = table.value();
  StockFile file;
  file.account.path = path;
  LotNumbers lots;
  const Status status = each(t, file.account, [&] {
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
  static const std::array<NamedColumn, 6> columns{{
      {"sku",
       {"product", "product_id", "article", "artikelnummer", "item", "stock_code", "货号"},
       true},
      {"price", {"list_price", "unit_price", "preis", "价格"}, false},
      {"gtin", {"ean", "upc", "barcode"}, false},
      {"name", {"title", "description", "bezeichnung", "商品名称"}, false},
      {"weight", {"weight_g", "weight_kg", "gewicht"}, false},
      {"volume", {"volume_l", "volume_ml", "volumen"}, false},
  }};
  Result<NamedTable> table = NamedTable::open(path, columns);
  if (!table.ok()) return table.status();
  NamedTable& t = table.value();
  ProductFile file;
  file.account.path = path;
  decimal = t.decimal_of(price, exponent, decimal);
  std::uint64_t wrong_gtins = 0;
  const Status status = each(t, file.account, [&] {
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
      {"node",
       {"code", "warehouse", "location", "store", "lager", "standort", "site", "仓库"},
       true},
      {"priority", {"rank", "prio"}, false},
  }};
  Result<NamedTable> table = NamedTable::open(path, columns);
  if (!table.ok()) return table.status();
  NamedTable& t = table.value();
  NodeFile file;
  file.account.path = path;
  const Status status = each(t, file.account, [&] {
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
  static const std::array<NamedColumn, 6> columns{{
      {"node", {"from", "warehouse", "location", "store", "lager", "site"}, true},
      {"zone", {"to", "country", "region", "destination", "land"}, true},
      {"parcel_cost", {"cost", "rate", "price", "shipping_cost"}, true},
      {"unit_cost", {"cost_per_unit"}, false},
      {"transit", {"transit_time", "duration"}, false},
      {"transit_days", {"days"}, false},
  }};
  Result<NamedTable> table = NamedTable::open(path, columns);
  if (!table.ok()) return table.status();
  NamedTable& t = table.value();
  LaneFile file;
  file.account.path = path;
  decimal = t.decimal_of(parcel_cost, exponent, decimal);
  const Status status = each(t, file.account, [&] {
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
