// Lists of stock as shops and their programs export them.
#include <algorithm>
#include <array>
#include <filesystem>
#include <optional>
#include <utility>

#include "files/column_names.hpp"
#include "files/decimal_sign.hpp"
#include "files/expiry.hpp"
#include "files/list_groups.hpp"
#include "files/map_guess.hpp"
#include "files/named_table.hpp"
#include "files/node_safety.hpp"
#include "files/numbers.hpp"
#include "files/open_records.hpp"
#include "files/repeated_rows.hpp"
#include "files/reserved_names.hpp"
#include "files/shop_files.hpp"
#include "files/stock_draft.hpp"
#include "files/text_rules.hpp"
#include "json/counted.hpp"
#include "json/near_name.hpp"

namespace allot::files {

namespace {

// The last column before those of Shopify's locations: of its older list of stock, each location is
// a column of its own.
constexpr std::string_view before_locations = "coo";

// Effects: notes what was made of a quantity in stock that does not stand there in plain digits.
void note_units(RowAccount& account, std::uint64_t line, bool has_thousands, std::int64_t units) {
  if (units < 0) {
    account.note("negative_stock", "rows with less than nothing in stock: they are taken as 0",
                 line);
  }
  if (has_thousands) {
    account.note("thousands",
                 "quantities with a sign between thousands, such as 1.250: decimal under [stock] "
                 "in the map says otherwise",
                 line);
  }
}

// Returns: the columns whose names say that what stands there is no stock to sell, each in quotes.
std::string names_of_no_stock(const FileLook& look) {
  std::string names;
  for (const std::string& name : look.columns) {
    const bool is_elsewhere =
        says_reserved(name) || says_unavailable(name) || has_word(name, words_of(Words::elsewhere));
    if (!is_elsewhere || says_level(name)) continue;
    names += (names.empty() ? "'" : ", '") + name + "'";
  }
  return names;
}

// Returns: which columns of the file at `path` could hold the quantity, and how the map says so, as
//          a sentence goes on; empty where less than two could.
std::string perhaps_units(const std::string& path) {
  Result<std::unique_ptr<ByteSource>> bytes = ByteSource::open_file(path);
  if (!bytes.ok()) return {};
  Result<std::unique_ptr<TextSource>> text = TextSource::open(std::move(bytes.value()), {});
  if (!text.ok()) return {};
  const Result<FileLook> look = look_at(*text.value(), {});
  const std::string names = look.ok() ? stock_units_text(look.value()) : std::string();
  const std::string others = look.ok() ? names_of_no_stock(look.value()) : std::string();
  if (names.find(", ") == std::string::npos) {
    return others.empty()
               ? others
               : ". By their names these are no stock, but promised, on their way or not "
                 "for sale: " +
                     others + "; export the list with what is available or on hand";
  }
  return ". Whole numbers stand in " + names + ": where each is a node, say nodes = [" + names +
         "] there instead";
}

// Returns: a question where the file at `path` has all that orders need; else empty.
std::string perhaps_orders(const std::string& path) {
  Result<std::unique_ptr<ByteSource>> bytes = ByteSource::open_file(path);
  if (!bytes.ok()) return {};
  Result<std::unique_ptr<TextSource>> text = TextSource::open(std::move(bytes.value()), {});
  if (!text.ok()) return {};
  const Result<MapTold> told = tell_map(*text.value(), {});
  if (!told.ok()) return {};
  const bool is_known = told.value().preset || told.value().near;
  if (!is_known && !told.value().guess.missing().empty()) return {};
  return ". It looks like a file of orders: are --orders and --stock swapped?";
}

// Returns: what is wrong with the columns of a stock file, with what to do about it in the map.
Status in_the_map(const Status& fault, const std::string& path) {
  const auto* const key = std::find_if(
      StockColumns::keys.begin(), StockColumns::keys.end(), [&](std::string_view name) {
        const std::string column(name);
        return fault.message().find(" has no column '" + column + "'") != std::string::npos ||
               fault.message().find(" are the column " + column + ":") != std::string::npos;
      });
  if (key == StockColumns::keys.end()) return fault;
  const bool is_lacking = fault.message().find(" has no column 'quantity'") != std::string::npos;
  return {fault.code(), fault.message() + ", or name it in the map of the orders, as " +
                            std::string(*key) +
                            " = \"...\" under [stock]; allot map ORDERS --stock " + path +
                            " writes one map for both files" + perhaps_orders(path) +
                            (is_lacking ? perhaps_units(path) : std::string())};
}

// Effects: tells of a list that has numbers and times of orders, by their whole names.
void assume_of_orders(NamedTable& table) {
  const auto named = [&table](Names names) {
    const auto found = std::ranges::find_if(table.columns(), [names](const std::string& column) {
      const std::string name = folded_name(column);
      return name != "name" && name != "ticket" && std::ranges::find(names, name) != names.end();
    });
    return found == table.columns().end() ? std::string() : *found;
  };
  const std::string order = named(column_names(ShopColumn::order));
  const std::string time = named(column_names(Role::time));
  if (order.empty() || time.empty() || order == time) return;
  table.account().assume("perhaps_orders",
                         "the list has columns of orders, '" + order + "' and '" + time +
                             "': if it is no list of stock, what was ordered counts as what lies "
                             "there");
}

// Effects: tells of a list that reads as thousands alone, as a program prints 14 as "14,000".
void tell_thousandfold(RowAccount& account, const std::vector<StockRow>& rows) {
  constexpr std::int64_t thousand = 1'000;
  constexpr std::size_t rows_least = 3;
  std::size_t filled = 0;
  for (const StockRow& row : rows) {
    if (row.quantity % thousand != 0) return;
    filled += row.quantity > 0 ? 1U : 0U;
  }
  if (filled < rows_least) return;
  account.assume("stock_thousandfold",
                 "every quantity in stock is a multiple of 1,000, as the sign before their last "
                 "three digits is taken to stand between thousands: decimal under [stock] in the "
                 "map says that it stands before decimals");
}

// Whether a word for totals stands in the row, "Razem" or "Total:".
bool says_totals(const NamedTable& table) {
  return std::ranges::any_of(table.records().fields(), is_word_of_totals);
}

// Returns: which rows of a list go together, by all of them; of what can be read once only, such as
//          a pipe, by the first. Errors: those of the file.
Result<ListGroups> groups_of(const std::string& path, const std::optional<Encoding>& encoding,
                             const NamedTable& table, const GroupColumns& columns) {
  GroupFinder finder(columns);
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error)) {
    for (std::size_t i = 0; i < table.look().rows.size(); ++i) {
      const std::vector<std::string>& row = table.look().rows[i];
      const std::vector<std::string_view> fields(row.begin(), row.end());
      finder.take(fields, table.look().places[i]);
    }
    return finder.found();
  }
  Result<std::unique_ptr<ByteSource>> bytes = ByteSource::open_file(path);
  if (!bytes.ok()) return bytes.status();
  Result<std::unique_ptr<TextSource>> text = TextSource::open(std::move(bytes.value()), encoding);
  if (!text.ok()) return text.status();
  Result<std::unique_ptr<RecordReader>> records = open_records(std::move(text.value()), {});
  if (!records.ok()) return records.status();
  for (bool more = true;;) {
    if (Status status = records.value()->next(more); !status.ok()) return status;
    if (!more) return finder.found();
    if (records.value()->flaw().empty()) {
      finder.take(records.value()->fields(), records.value()->line());
    }
  }
}

// The SKU of each row of a list, and which rows are the sum of others, or say again what they say.
class RowSkus {
 public:
  void set(ListGroups groups) { groups_ = std::move(groups); }
  [[nodiscard]] RepeatedRows& repeats() noexcept { return repeats_; }

  [[nodiscard]] bool is_sum(std::uint64_t line) const { return groups_.sums.count(line) != 0; }
  // Returns: whether column `number` says a SKU, or the row is of the one above; otherwise it is
  //          left out.
  bool read(NamedTable& table, std::size_t number, bool capitals, std::string& code) {
    if (!above_.empty() && groups_.continued.count(table.line()) != 0) {
      code = above_;
      return true;
    }
    above_.clear();
    if (!read_sku(table, number, capitals, code)) return false;
    above_ = code;
    return true;
  }
  // Effects: tells what was assumed of the list.
  void tell(RowAccount& account) const {
    repeats_.tell(account);
    if (!groups_.doubt.empty()) account.assume("sums_of_rows", groups_.doubt);
    if (groups_.continued.empty()) return;
    account.assume("sku_above",
                   "rows without a SKU, " + json::grouped(groups_.continued.size()) + " of " +
                       json::grouped(groups_.rows) + ", the first in line " +
                       std::to_string(groups_.first_continued) +
                       ", are of the SKU above them, as cells that were merged are exported; write "
                       "it in each row to say so");
  }

 private:
  ListGroups groups_;
  RepeatedRows repeats_;
  std::string above_;  // the code of the last row that says one
};

// Returns: what is wrong with a list that lacks a column.
Status no_column(const NamedTable& table, const std::string& name) {
  return {StatusCode::invalid_argument, table.records().at_header() + "the file has no column '" +
                                            name + "'" +
                                            json::suggestion_of(name, table.columns())};
}

// Reads one list, row by row.
class StockReader {
 public:
  enum Column : std::size_t { sku, node, quantity, lot, expiry, safety, condition, column_count };

  // `decimal`: before decimals of the list, where a map says it; `of_orders`: of the orders.
  StockReader(NamedTable& table, LotNumbers& lots, char decimal, char of_orders,
              ExpiryReader& expiries, bool sku_capitals, bool told_by_names, StockFile& file)
      : t_(table),
        lots_(lots),
        decimal_(decimal == '\0' ? decimal_sign_of(table.look().rows) : decimal),
        of_orders_(of_orders),
        expiries_(expiries),
        sku_capitals_(sku_capitals),
        told_by_names_(told_by_names),
        file_(file) {}

  // `nodes`: columns that are a node each, whose units stand there; none: they are looked for where
  // no column holds quantities.
  // Errors: a column that the file does not have; neither quantities nor nodes.
  Status begin(const std::vector<std::string>& nodes) {
    const std::vector<std::string> columns = t_.columns();
    are_named_ = !nodes.empty();
    for (const std::string& name : nodes) {
      const auto found = std::find(columns.begin(), columns.end(), name);
      if (found == columns.end()) return no_column(t_, name);
      nodes_.push_back(t_.ask(static_cast<std::size_t>(found - columns.begin())));
    }
    if (!nodes_.empty() || t_.has(quantity)) return {};
    bool behind = false;
    for (std::size_t i = 0; i < columns.size() && !t_.has(node); ++i) {
      if (behind && !columns[i].empty()) nodes_.push_back(t_.ask(i));
      behind = behind || folded_name(columns[i]) == before_locations;
    }
    return nodes_.empty() ? no_column(t_, "quantity") : Status{};
  }

  // Effects: tells which rows go together. To be called before the first row is taken, once begin()
  // went well. Errors: those of the file.
  Status look_at_groups(const std::string& path, const std::optional<Encoding>& encoding) {
    GroupColumns columns;
    columns.sku = t_.place(sku);
    for (const Column place : {node, lot, expiry}) {
      if (t_.has(place)) columns.places.push_back(t_.place(place));
    }
    for (const std::size_t number : nodes_) columns.units.push_back(t_.place(number));
    if (nodes_.empty()) columns.units.push_back(t_.place(quantity));
    columns.decimal = decimal_ == '\0' ? of_orders_ : decimal_;
    Result<ListGroups> groups = groups_of(path, encoding, t_, columns);
    if (groups.ok()) skus_.set(std::move(groups.value()));
    return groups.ok() ? Status{} : groups.status();
  }

  // Effects: uses the row, or leaves it out for the first reason that applies.
  void take() {
    const bool names_none = t_[sku].empty() || (t_.has(node) && nodes_.empty() &&
                                                t_[node].empty() && is_word_of_totals(t_[sku]));
    if (names_none && says_totals(t_)) {
      return t_.leave_out("row_of_totals",
                          "it names no SKU, and says that it is the total of the rows above", sku,
                          false);
    }
    if (skus_.is_sum(t_.line())) {
      return t_.leave_out("row_of_subtotals",
                          "it is the sum of other rows of its SKU, which count already",
                          t_.has(node) && nodes_.empty() ? node : sku, false);
    }
    if (says_nothing()) {
      return t_.leave_out("no_item",
                          "neither a SKU nor a quantity stands there, as of further pictures and "
                          "of products that come in variants",
                          sku, false);
    }
    add_read(t_.account());
    StockRow row;
    if (!skus_.read(t_, sku, sku_capitals_, row.sku)) return;
    row.node = "main";
    if (nodes_.empty() && t_.has(node) && !read_code(t_, node, "node", row.node)) return;
    if (!t_[condition].empty() && !is_name(t_[condition], words_of(Words::sellable))) {
      return t_.leave_out("not_sellable", "only what may be sold is stock", condition, false);
    }
    cells_.clear();
    if (!read_quantities(row)) return;
    row.lot = lots_.of(t_[lot]);
    if (!read_safety(row)) return;
    const std::optional<std::uint32_t> withheld = row.safety;
    if (!nodes_.empty()) row.safety.reset();
    // A row has one expiry, however many nodes: only the first of its places is asked about.
    if (!expiries_.read(t_, expiry, file_.rows.size(), row.expires_at)) return;
    std::uint32_t most = 0;
    for (const Cell& cell : cells_) most = std::max(most, cell.quantity);
    const bool is_copy = skus_.repeats().take(t_.repeats(), t_.line(), most);
    const bool is_dated = !t_[lot].empty() || !t_[expiry].empty();
    read_ = ReadRow{std::move(row), std::exchange(cells_, {}), withheld, t_.line(),
                    is_dated,       std::string(t_[sku]),      is_copy};
  }

  // Effects: makes stock of the last row, unless it is a row of totals.
  void end() {
    RowAccount& account = t_.account();
    if (read_ && is_of_totals(*read_)) {
      account.leave_out(
          account.add_reason("row_of_totals",
                             "the last row, whose numbers are the sums of all rows above it, is "
                             "their total and no stock"),
          read_->line, t_.called(sku), read_->text);
      read_.reset();
    }
    add_read(account);
  }

  // Effects: notes what was made of the whole list.
  void finish() {
    tell_form();
    RowAccount& account = file_.account.rows;
    for (const ExpiryReader::Change& change : expiries_.settle(account)) {
      file_.rows[change.row].expires_at = change.at;
    }
    if (const std::uint64_t shared = safeties_.share(file_.rows); shared > 0) {
      account.note("safety_shared",
                   "SKUs whose safety stock is one for all columns of nodes: it is shared by what "
                   "lies in each",
                   0, shared);
    }
    skus_.repeats().drop_from(file_.rows);
    if (!nodes_.empty()) {
      std::string names;
      for (const std::size_t number : nodes_) {
        names += (names.empty() ? "'" : ", '") + t_.called(number) + "'";
      }
      account.note("node_columns", "columns that are a node each: " + names, 0, 0);
    } else if (!t_.has(node)) {
      account.note("one_node", "no column names a node: all of it lies in 'main'", 0, 0);
    }
    skus_.tell(account);
    tell_reserved(account);
    tell_implausible(account);
    if (nodes_.empty() && !t_.passed_over(quantity).empty()) {
      std::string names;
      for (const std::string& name : t_.passed_over(quantity)) {
        names += (names.empty() ? "'" : ", '") + name + "'";
      }
      account.note("for_sale",
                   "quantities are those of '" + t_.called(quantity) +
                       "': what is still for sale goes before what lies there (" + names +
                       "), of which some may be promised; quantity under [stock] in the map of "
                       "the orders says otherwise",
                   0, 0);
    }
  }

 private:
  // Effects: tells of units that somebody has been promised and that count as for sale.
  void tell_reserved(RowAccount& account) const {
    const auto used = [this](const std::string& name) {
      return (t_.has(quantity) && t_.called(quantity) == name) ||
             (t_.has(safety) && t_.called(safety) == name) ||
             std::ranges::any_of(nodes_, [&](std::size_t n) { return t_.called(n) == name; });
    };
    if (!told_by_names_ || !nodes_.empty()) return;
    if (is_name(t_.called(quantity), column_names(ShopColumn::for_sale))) return;
    for (const std::string& name : t_.columns()) {
      if (used(name) || !says_reserved(name)) continue;
      account.assume("reserved", "'" + name +
                                     "' has units that are promised already, which count as for "
                                     "sale; safety = \"" +
                                     name + "\" under [stock] in the map withholds them");
    }
  }

  // Effects: tells of a quantity that looks like another thing: prices, or numbers that tell rows
  // apart. What is called a quantity by a name that is known may have many different ones.
  void tell_implausible(RowAccount& account) const {
    constexpr std::size_t rows_least = 10;
    constexpr std::uint32_t absurd = 100'000;  // units of the middle row
    constexpr std::uint32_t many = 1'000;
    if (file_.rows.empty()) return;
    if (any_thousands_) tell_thousandfold(account, file_.rows);
    if (!nodes_.empty()) return;
    const std::string& column = t_.called(quantity);
    std::vector<std::uint32_t> units;
    for (const StockRow& row : file_.rows) units.push_back(row.quantity);
    std::ranges::sort(units);
    const std::uint32_t median = units[units.size() / 2];
    const bool is_few = units.size() < rows_least;
    const bool each_differs = std::ranges::adjacent_find(units) == units.end();
    const bool is_known = is_name(column, column_names(ShopColumn::quantity)) ||
                          is_name(column, column_names(ShopColumn::for_sale));
    std::string why;
    if (!is_few && median >= absurd) {
      why = "half of the quantities in stock are " + json::grouped(median) + " or more";
    } else if (!is_known && name_rank(column, column_names(Role::price)) >= 0) {
      why = "the quantities in stock are of a column that is called like a price";
    } else if (!is_known && !is_few && each_differs && median >= many) {
      why = "each row of stock has another quantity, half of them " + json::grouped(median) +
            " or more, as numbers of products are";
    }
    if (why.empty()) return;
    account.assume("stock_implausible", why + ": is " + shown(column) +
                                            " how many units lie there? quantity under [stock] of "
                                            "a map names another");
  }

  struct Cell {
    std::string node;
    std::uint32_t quantity{};
    std::int64_t units{};  // as they stand there, perhaps below 0
    std::size_t number{};  // of the column
    bool has_thousands{};  // a sign between them
  };
  // A row that counts unless it is the last one and holds the totals of the others.
  struct ReadRow {
    StockRow row;
    std::vector<Cell> cells;
    std::optional<std::uint32_t> withheld;
    std::uint64_t line{};
    bool is_dated{};   // it says a lot or an expiry
    std::string text;  // of its SKU
    bool is_copy{};    // perhaps, of an earlier one
  };
  struct Sum {
    std::size_t number{};  // of the column
    std::int64_t units{};
  };
  struct Sums {
    std::vector<Sum> columns;
    std::uint64_t withheld{};  // as the rows say
  };

  // Effects: the row that was read before becomes stock.
  void add_read(RowAccount& account) {
    if (!read_) return;
    StockRow& row = read_->row;
    for (const Cell& cell : read_->cells) {
      row.node = cell.node;
      row.quantity = cell.quantity;
      row.line = read_->line;
      if (&cell != &read_->cells.front()) expiries_.repeat(file_.rows.size());
      if (!nodes_.empty() && t_.has(safety)) safeties_.add(file_.rows.size(), row, read_->withheld);
      if (read_->is_copy) skus_.repeats().place(file_.rows.size());
      file_.rows.push_back(row);
      auto sum = std::ranges::find(sums_.columns, cell.number, &Sum::number);
      if (sum == sums_.columns.end()) sum = sums_.columns.insert(sum, {cell.number, 0});
      sum->units += cell.units;
    }
    sums_.withheld += read_->withheld.value_or(0);
    account.use();
    for (const Cell& cell : read_->cells) {
      note_units(account, read_->line, cell.has_thousands, cell.units);
      any_thousands_ = any_thousands_ || cell.has_thousands;
    }
    read_.reset();
  }

  // Returns: whether each number of the row is the sum of those of all rows that became stock.
  //          Of few rows one may be so by chance: its SKU has to be a word for it, too.
  [[nodiscard]] bool is_of_totals(const ReadRow& last) const {
    constexpr std::uint64_t rows_few = 10;
    const std::uint64_t rows = t_.account().used();
    const bool is_word = is_name(last.text, column_names(Role::line_total));
    if (rows < 2 || (rows < rows_few && !is_word) || last.is_dated) return false;
    if (last.withheld && *last.withheld != sums_.withheld) return false;
    bool any = false;
    for (const Sum& sum : sums_.columns) {
      const auto cell = std::ranges::find(last.cells, sum.number, &Cell::number);
      if ((cell == last.cells.end() ? 0 : cell->units) != sum.units) return false;
      any = any || sum.units != 0;
    }
    return any && last.cells.size() <= sums_.columns.size();
  }

  // Effects: tells how the list is written. Nodes that only their places among the columns tell are
  // nothing for another list, which names them in a column.
  void tell_form() {
    StockForm& form = file_.form;
    form.written = t_.written();
    form.sku = t_.called(sku);
    if (are_named_) {
      for (const std::size_t number : nodes_) form.nodes.push_back(t_.called(number));
    } else if (nodes_.empty()) {
      form.node = t_.has(node) ? t_.called(node) : "";
      form.quantity = t_.called(quantity);
    }
  }

  [[nodiscard]] bool says_nothing() const {
    if (!t_[sku].empty()) return false;
    return nodes_.empty() ? t_[quantity].empty()
                          : std::all_of(nodes_.begin(), nodes_.end(),
                                        [this](std::size_t number) { return t_[number].empty(); });
  }

  // Effects: fills `cells_` with what lies where. Returns: whether the row was not left out.
  bool read_quantities(const StockRow& row) {
    bool not_stocked = false;
    const auto read = [&](std::size_t number, const std::string& at) {
      if (t_[number].empty()) return true;
      if (is_name(t_[number], words_of(Words::not_stocked))) return not_stocked = true;
      const char decimal = decimal_of(number);
      const char sign = sign_before_three(t_[number]);
      Cell cell{at, 0, 0, number, sign != '\0' && sign != decimal};
      if (!read_stock_units(t_, number, "quantity", decimal, cell.units)) return false;
      cell.quantity = static_cast<std::uint32_t>(std::max<std::int64_t>(cell.units, 0));
      cells_.push_back(std::move(cell));
      return true;
    };
    if (nodes_.empty() && !read(quantity, row.node)) return false;
    for (const std::size_t number : nodes_) {
      if (!read(number, code_of(t_.called(number)))) return false;
    }
    if (!cells_.empty()) return true;
    const std::size_t number = nodes_.empty() ? std::size_t{quantity} : nodes_.front();
    if (not_stocked) {
      t_.leave_out("not_stocked", "the shop does not keep this SKU there: it is no row of stock",
                   number, false);
    } else {
      t_.leave_out("quantity_missing",
                   "nothing is counted there: write how many lie there, 0 for none", number);
    }
    return false;
  }

  // Returns: what stands before the decimals of a column. What the orders have says nothing of the
  // list; in a column of bare numbers a few with the other sign have thousands, though.
  [[nodiscard]] char decimal_of(std::size_t number) const {
    if (decimal_ != '\0' || of_orders_ == '\0') return decimal_;
    const char sign = sign_before_three(t_[number]);
    const auto place = std::ranges::find(t_.columns(), t_.called(number)) - t_.columns().begin();
    const bool is_between = sign != '\0' && sign != of_orders_ &&
                            is_mostly_bare(t_.look().rows, static_cast<std::size_t>(place));
    return is_between ? of_orders_ : '\0';
  }

  bool read_safety(StockRow& row) {
    if (t_[safety].empty()) return true;
    std::int64_t withheld = 0;
    if (!read_stock_units(t_, safety, "safety", decimal_of(safety), withheld)) return false;
    if (withheld < 0) {
      t_.leave_out("safety_unreadable", "a whole number from 0 to 2,147,483,647 is expected",
                   safety);
      return false;
    }
    row.safety = static_cast<std::uint32_t>(withheld);
    return true;
  }

  NamedTable& t_;
  LotNumbers& lots_;
  char decimal_;    // of the list; '\0': nobody says it
  char of_orders_;  // before decimals in the orders; '\0': unknown
  ExpiryReader& expiries_;
  bool sku_capitals_;
  bool told_by_names_;  // which column has the quantity: no map names it
  StockFile& file_;
  std::vector<std::size_t> nodes_;  // numbers of columns
  bool are_named_{};                // by the map
  std::vector<Cell> cells_;         // of the row that is being read
  std::optional<ReadRow> read_;
  RowSkus skus_;
  bool any_thousands_{};  // quantities with a sign between them
  Sums sums_;             // of what became stock
  NodeSafety safeties_;   // where columns are nodes
};

}  // namespace

std::span<const NamedColumn> stock_columns() {
  static const std::array<NamedColumn, StockReader::column_count> columns{{
      {"sku", column_names(ShopColumn::sku), true, false},
      {"node", column_names(ShopColumn::node), false, false},
      {"quantity", column_names(ShopColumn::quantity), true, true,
       column_names(ShopColumn::for_sale), before_locations},
      {"lot", column_names(ShopColumn::lot), false, false},
      {"expiry", column_names(ShopColumn::expiry), false, false},
      {"safety", column_names(ShopColumn::safety), false, false},
      {"disposition", column_names(ShopColumn::condition), false, false},
  }};
  return columns;
}

bool has_stock_columns(const std::string& path) {
  const std::span<const NamedColumn> usual = stock_columns();
  Result<NamedTable> table =
      NamedTable::open(path, {usual.begin(), usual.end()}, "stock", {}, nullptr);
  if (!table.ok()) return false;
  Result<ExpiryReader> expiries = ExpiryReader::make({});
  if (!expiries.ok()) return false;
  LotNumbers lots;
  StockFile file;
  StockReader reader(table.value(), lots, '\0', '\0', expiries.value(), false, true, file);
  return reader.begin({}).ok();
}

StockColumns columns_there(const std::string& path, const StockColumns& called,
                           const std::optional<Encoding>& encoding) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error)) return called;
  Result<std::unique_ptr<ByteSource>> bytes = ByteSource::open_file(path);
  if (!bytes.ok()) return called;
  const Result<std::unique_ptr<TextSource>> text =
      TextSource::open(std::move(bytes.value()), encoding);
  if (!text.ok()) return called;
  const Result<FileLook> look = look_at(*text.value(), {});
  if (!look.ok()) return called;
  const auto is_there = [&look](const std::string& name) {
    return std::ranges::find(look.value().columns, name) != look.value().columns.end();
  };
  StockColumns there;
  for (std::size_t i = 0; i < StockColumns::count; ++i) {
    if (is_there(called.names[i])) there.names[i] = called.names[i];
  }
  if (std::ranges::all_of(called.nodes, is_there)) there.nodes = called.nodes;
  there.decimal = called.decimal;
  return there;
}

Result<StockFile> read_stock(const std::string& path, LotNumbers& lots, char of_orders,
                             const StockColumns& called, const TimeForms& times, ReadWatch* watch,
                             const TableForm& form) {
  const std::span<const NamedColumn> usual = stock_columns();
  std::vector<NamedColumn> columns(usual.begin(), usual.end());
  if (!called.nodes.empty()) {
    columns[StockReader::quantity].needed = false;
    columns[StockReader::quantity].only_one = false;
  }
  for (std::size_t i = 0; i < StockColumns::count; ++i) {
    if (!called.names[i].empty()) columns[i] = {called.names[i], {}, true, false, {}, {}};
  }
  Result<NamedTable> table = NamedTable::open(path, columns, "stock", form, watch);
  if (!table.ok()) return in_the_map(table.status(), path);
  Result<ExpiryReader> expiries = ExpiryReader::make(times);
  if (!expiries.ok()) return expiries.status();
  StockFile file;
  file.account.path = path;
  assume_of_orders(table.value());
  const bool told_by_names = called.names[StockReader::quantity].empty();
  StockReader reader(table.value(), lots, called.decimal, of_orders, expiries.value(),
                     form.sku_capitals, told_by_names, file);
  if (Status status = reader.begin(called.nodes); !status.ok()) return in_the_map(status, path);
  if (Status status = reader.look_at_groups(path, form.encoding); !status.ok()) return status;
  for (bool more = true; more;) {
    if (Status status = next_row(table.value(), more); !status.ok()) return status;
    if (more) reader.take();
  }
  reader.end();
  if (Status status = finish_table(table.value(), file.account); !status.ok()) return status;
  reader.finish();
  return file;
}

}  // namespace allot::files
