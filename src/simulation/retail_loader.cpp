#include "simulation/retail_loader.hpp"

#include <algorithm>
#include <limits>
#include <numeric>
#include <string>
#include <unordered_map>
#include <vector>

#include "allot/types/code.hpp"
#include "simulation/csv_reader.hpp"

namespace allot::simulation {

namespace {

enum Column : std::size_t { invoice, stock_code, quantity, date, unit_price, customer, country };
constexpr std::size_t column_count = 7;
constexpr std::array<std::string_view, column_count> column_names{
    "InvoiceNo", "StockCode", "Quantity", "InvoiceDate", "UnitPrice", "CustomerID", "Country"};

std::string quoted(std::string_view text) {
  constexpr std::size_t shown_max = 60;
  std::string shown = "'";
  for (const char c : text.substr(0, shown_max)) {
    shown.push_back(static_cast<unsigned char>(c) < 0x20 ? '?' : c);
  }
  return shown + (text.size() > shown_max ? "...'" : "'");
}

class Loader {
 public:
  Loader(std::unique_ptr<ByteSource> source, Guests guests)
      : reader_(std::move(source)), guests_(guests) {}

  Result<RetailLoad> run() {
    if (Status status = read_header(); !status.ok()) return status;
    while (true) {
      bool more = false;
      if (Status status = reader_.next(more); !status.ok()) return status;
      if (!more) break;
      if (load_.rows == RetailLoad::rows_max) {
        return reader_.fault("the file has more than " + std::to_string(RetailLoad::rows_max) +
                             " rows");
      }
      ++load_.rows;
      if (Status status = read_row(); !status.ok()) return status;
    }
    finish();
    return std::move(load_);
  }

 private:
  Status read_header() {
    bool more = false;
    if (Status status = reader_.next(more); !status.ok()) return status;
    if (!more) return reader_.fault("the file is empty; a header with column names is expected");
    std::vector<std::string_view> names = reader_.fields();
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (names[0].substr(0, 3) == byte_order_mark) names[0].remove_prefix(3);
    for (std::size_t c = 0; c < column_count; ++c) {
      const auto found = std::find(names.begin(), names.end(), column_names[c]);
      if (found == names.end()) {
        return reader_.fault("the header has no column " + std::string(column_names[c]) +
                             "; needed are InvoiceNo, StockCode, Quantity, InvoiceDate, UnitPrice, "
                             "CustomerID, Country");
      }
      if (std::find(found + 1, names.end(), column_names[c]) != names.end()) {
        return reader_.fault("the header has two columns " + std::string(column_names[c]));
      }
      at_[c] = static_cast<std::size_t>(found - names.begin());
    }
    return {};
  }

  [[nodiscard]] std::string_view field(Column column) const {
    return reader_.fields()[at_[column]];
  }
  [[nodiscard]] Status bad(Column column, std::string_view wanted) const {
    return reader_.fault(std::string(column_names[column]) + " " + quoted(field(column)) + " is " +
                         std::string(wanted));
  }

  Status read_row() {
    RetailRow row;
    row.invoice = field(invoice);
    row.stock_code = field(stock_code);
    if (!Code::from(row.invoice)) return bad(invoice, "not 1 to 40 bytes long");
    if (!Code::from(row.stock_code)) return bad(stock_code, "not 1 to 40 bytes long");
    if (!Code::from(field(country))) return bad(country, "not 1 to 40 bytes long");
    const auto units = parse_quantity(field(quantity));
    if (!units) return bad(quantity, "not a whole number of at most 2147483647");
    const auto time = parse_date(field(date));
    if (!time) return bad(date, "no date such as 2010-12-01 08:26:00, 1970 to 2090");
    row.price = parse_price(field(unit_price));
    if (!row.price.valid) return bad(unit_price, "no decimal number such as 2.55, below 10^13");
    const auto buyer = parse_customer(field(customer));
    if (!buyer) return bad(customer, "neither empty nor a number such as 17850");
    row.quantity = *units;
    row.customer = *buyer;
    if (const auto reason = skip_reason(row, guests_)) {
      ++load_.skipped[static_cast<std::size_t>(*reason)];
      return {};
    }
    ++load_.used;
    return use_row(row, *time);
  }

  Status use_row(const RetailRow& row, TimeNs time) {
    SourceOrders& book = load_.book;
    const auto zone = number_of(zone_numbers_, std::string(field(country)), book.zones);
    if (book.zones.size() > RetailLoad::zones_max) {
      return reader_.fault("the file has more than " + std::to_string(RetailLoad::zones_max) +
                           " countries");
    }
    const std::string code = sku_code_of(row.stock_code);
    const auto [sku, sku_is_new] =
        sku_numbers_.try_emplace(code, static_cast<std::uint32_t>(book.skus.size()));
    if (sku_is_new) {
      if (book.skus.size() == RetailLoad::skus_max) {
        return reader_.fault("the file has more than " + std::to_string(RetailLoad::skus_max) +
                             " articles");
      }
      book.skus.push_back({code, 0, 0});
    }
    const auto [order, order_is_new] = order_numbers_.try_emplace(
        std::string(row.invoice), static_cast<std::uint32_t>(book.orders.size()));
    if (order_is_new) {
      SourceOrder fresh;
      fresh.time = time;
      fresh.zone = zone;
      fresh.customer = row.customer;
      book.orders.push_back(fresh);
    }
    SourceOrder& known = book.orders[order->second];
    if (known.zone != zone) {
      return reader_.fault("invoice " + std::string(row.invoice) + " has two countries");
    }
    if (known.customer != row.customer) {
      return reader_.fault("invoice " + std::string(row.invoice) + " has two customers");
    }
    if (known.line_count == line_count_max) {
      return reader_.fault("invoice " + std::string(row.invoice) + " has more than " +
                           std::to_string(line_count_max) + " lines");
    }
    ++known.line_count;
    line_orders_.push_back(order->second);
    book.lines.push_back({sku->second, static_cast<std::uint32_t>(row.quantity), row.price.minor});
    return {};
  }

  static std::uint32_t number_of(std::unordered_map<std::string, std::uint32_t>& numbers,
                                 std::string name, std::vector<std::string>& names) {
    const auto [entry, fresh] =
        numbers.try_emplace(std::move(name), static_cast<std::uint32_t>(names.size()));
    if (fresh) names.push_back(entry->first);
    return entry->second;
  }

  // Puts the lines of one order together and the orders into the order of their times; both keep
  // the file's order otherwise.
  void finish() {
    SourceOrders& book = load_.book;
    std::uint32_t first = 0;
    for (SourceOrder& order : book.orders) {
      order.first_line = first;
      first += order.line_count;
    }
    std::vector<std::uint32_t> next(book.orders.size());
    for (std::size_t i = 0; i < next.size(); ++i) next[i] = book.orders[i].first_line;
    std::vector<SourceLine> sorted(book.lines.size());
    for (std::size_t i = 0; i < book.lines.size(); ++i) {
      sorted[next[line_orders_[i]]++] = book.lines[i];
    }
    book.lines = std::move(sorted);
    sort_orders(book);
    summarise(book);
  }

  // The bound is above what any engine takes (Limits::lines_per_order_max), so that the engine does
  // the refusing and the report counts it.
  static constexpr std::uint32_t line_count_max = 10'000;

  CsvReader reader_;
  Guests guests_;
  RetailLoad load_;
  std::array<std::size_t, column_count> at_{};
  std::unordered_map<std::string, std::uint32_t> sku_numbers_;
  std::unordered_map<std::string, std::uint32_t> zone_numbers_;
  std::unordered_map<std::string, std::uint32_t> order_numbers_;
  std::vector<std::uint32_t> line_orders_;  // of each line, until they are sorted
};

}  // namespace

Result<RetailLoad> load_retail(std::unique_ptr<ByteSource> source, Guests guests) {
  return Loader(std::move(source), guests).run();
}

}  // namespace allot::simulation
