#include "simulation/own_shop.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <unordered_map>

#include "files/code_columns.hpp"
#include "files/code_gaps.hpp"
#include "files/local_clock.hpp"
#include "files/row_account.hpp"
#include "files/shop_files.hpp"
#include "files/text_source.hpp"
#include "files/update_file.hpp"
#include "json/capitals.hpp"
#include "json/counted.hpp"
#include "json/near_name.hpp"
#include "json/scalar_text.hpp"
#include "simulation/more_stock.hpp"

namespace allot::simulation {

namespace {

constexpr std::uint64_t unstocked_named = 3;  // who reads the summary looks for those first

constexpr std::size_t nodes_max = 64;
constexpr MoneyMinor default_parcel_cost = 500;
constexpr std::uint64_t default_transit_s = 172'800;
constexpr std::string_view any_zone = "*";

// Orders that a file pays for, and puts into no channel, are those of channels where one pays.
void leave_only_prepaid(std::vector<ChannelSpec>& channels) {
  const auto is_prepaid = [](const ChannelSpec& channel) {
    return channel.kind == ChannelKind::prepaid && channel.weight > 0;
  };
  if (std::none_of(channels.begin(), channels.end(), is_prepaid)) return;
  for (ChannelSpec& channel : channels) {
    if (!is_prepaid(channel)) channel.weight = 0;
  }
}

// Returns: which moment a stock file is of, as a list of this morning is none of last month's.
// Requires: there is an order.
std::string moment_of_stock(const SimulationOptions& options, const OrderInput& orders) {
  if (!options.from.empty()) return options.from + ", when the window begins";
  const Result<files::TimeReader> clock = files::TimeReader::make(orders.time_zone, {});
  const TimeNs first = orders.book.orders.front().time;
  std::string text = clock.ok() ? clock.value().shown(first, {}) : json::time_text(first);
  if (orders.times_as_in_file) {  // of a clock that nobody named, so that no Z stands behind it
    std::ranges::replace(text, 'T', ' ');
    text.pop_back();
  }
  return text + ", when the first order comes";
}

// Returns: a code as careless copies have it, too.
std::string plain(std::string_view code) {
  while (code.size() > 1 && code.front() == '0') code.remove_prefix(1);
  std::string out = json::in_capitals(code);
  std::erase(out, ' ');
  return out;
}

// `ordered`: SKUs before it in the book are asked for by orders. `stocked`: by SKU, whether stock
// has a row of it.
// Effects: tells of codes in stock that nobody orders, when they are all, or would be the same but
//          for the way they are written.
void tell_unordered(const files::SourceOrders& book, std::size_t ordered,
                    const std::vector<bool>& stocked, files::RowAccount& account) {
  std::set<std::string> asked;
  for (std::size_t i = 0; i < ordered; ++i) asked.insert(plain(book.skus[i].code));
  std::uint64_t rows = 0;
  std::uint64_t bare = 0;
  std::uint64_t alike = 0;
  for (std::size_t i = 0; i < stocked.size(); ++i) {
    if (!stocked[i]) continue;
    ++rows;
    if (i < ordered) continue;
    ++bare;
    alike += asked.count(plain(book.skus[i].code));
  }
  if (rows == 0 || (alike == 0 && bare < rows)) return;
  account.note(
      "unordered",
      json::grouped(bare) + " of " + json::grouped(rows) + " codes in stock match no order; " +
          json::grouped(alike) +
          " would if capitals, blanks and leading zeros were ignored (sku_capitals = true in the "
          "map makes all codes capitals)",
      0, 0);
}

// Effects: tells of SKUs that are ordered and have no row, those of the most units first, and of
//          the usual causes.
void tell_unstocked(files::SourceOrders& book, std::size_t ordered,
                    const std::vector<bool>& stocked, files::RowAccount& account) {
  std::map<std::string, std::string> alike;  // by what careless copies have in common
  for (std::size_t i = 0; i < stocked.size(); ++i) {
    if (stocked[i]) alike.emplace(files::squeezed_code(book.skus[i].code), book.skus[i].code);
  }
  std::vector<const files::SourceSku*> missing;
  for (std::size_t i = 0; i < ordered; ++i) {
    if (i < stocked.size() && stocked[i]) continue;
    book.skus[i].no_stock_row = true;
    missing.push_back(&book.skus[i]);
  }
  if (missing.empty()) return;
  std::ranges::stable_sort(missing,
                           [](const auto* a, const auto* b) { return a->units > b->units; });
  const auto listed = [&missing](const auto& is) {
    std::string names;
    std::uint64_t count = 0;
    for (const files::SourceSku* sku : missing) {
      if (!is(*sku) || ++count > unstocked_named) continue;
      names += (names.empty() ? "" : ", ") + sku->code;
    }
    if (count > unstocked_named)
      names += " and " + json::grouped(count - unstocked_named) + " more";
    return std::pair(names, count);
  };
  const auto [names, all] = listed([](const files::SourceSku&) { return true; });
  account.note("unstocked", "SKUs that are ordered and have no row: they have no stock: " + names,
               0, all);
  const auto [services, of_services] =
      listed([](const files::SourceSku& sku) { return files::is_no_product(sku.code); });
  if (of_services > 0) {
    account.note("no_product",
                 "no products by their names, and refused or waited for all the same: " + services +
                     "; allot map ORDERS --stock STOCK writes a [[skip]] that leaves them out",
                 0, of_services);
  }
  std::array<std::uint64_t, 2> careless{};  // by capitals alone, and by more
  std::array<std::string, 2> first;
  for (const files::SourceSku* sku : missing) {
    const auto known = alike.find(files::squeezed_code(sku->code));
    if (known == alike.end()) continue;
    const bool more = json::in_capitals(sku->code) != json::in_capitals(known->second);
    if (++careless[more ? 1U : 0U] > 1) continue;
    first[more ? 1U : 0U] = sku->code + ", which may be " + known->second;
  }
  // They count as sold out, which nobody means.
  if (careless[0] > 0) {
    account.assume("alike_in_capitals",
                   "SKUs that are ordered and have a row of stock but for capitals, " +
                       json::grouped(careless[0]) + " of them (" + first[0] +
                       "), have no stock as they are: sku_capitals = true at the top of the map "
                       "makes them one");
  }
  if (careless[1] > 0) {
    account.assume("alike",
                   "SKUs that are ordered and have a row of stock but for blanks, signs or zeros "
                   "in front, " +
                       json::grouped(careless[1]) + " of them (" + first[1] +
                       "), have no stock as they are: write them alike in both files");
  }
}

// When the first lot without a name of a SKU at a node ends.
using Nameless = std::map<std::pair<std::uint32_t, std::uint32_t>, TimeNs>;

// Returns: the number of a lot. Those without a name are one lot where they end together: rows of
//          one SKU with several dates are not sold by the first of them.
std::uint64_t lot_number(std::uint64_t named, const OwnShop::Lot& lot, Nameless& first,
                         files::LotNumbers& lots) {
  if (named != 0) return named;
  const auto [known, is_new] = first.try_emplace({lot.sku, lot.node}, lot.expires_at);
  if (is_new || known->second == lot.expires_at) return 0;
  return lots.of("until " + json::time_text(lot.expires_at));
}

// Effects: tells of stock that nobody can buy, as the day until which it may be sold was over.
// `first_file`: so many of the rows are of one file, the others of another.
// Requires: there is an order.
void tell_ended(const std::vector<files::StockRow>& rows, std::size_t first_file,
                const std::vector<OwnShop::Lot>& lots, const files::SourceOrders& book,
                const std::string& zone, files::RowAccount& account) {
  const TimeNs begin = book.orders.front().time;
  // Where each node has a column, a row of the file is several of these.
  std::set<std::pair<bool, std::uint64_t>> ended;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const files::StockRow& row = rows[i];
    const bool has_ended = row.quantity > 0 && row.expires_at != 0 && row.expires_at <= begin;
    if (has_ended) ended.emplace(i >= first_file, row.line);
  }
  const std::size_t count = ended.size();
  std::uint64_t units = 0;
  const OwnShop::Lot* most = nullptr;
  for (const OwnShop::Lot& lot : lots) {
    if (!lot.has_ended_by(begin)) continue;
    units += lot.quantity;
    if (most == nullptr || lot.quantity > most->quantity) most = &lot;
  }
  if (most == nullptr) return;
  account.note("ended_before",
               json::counted(count, "row") + ", " + json::counted(units, "unit") +
                   ", had expired before the first order comes, and nothing of that is sold: " +
                   (count == 1 ? "" : "most of ") + book.skus[most->sku].code + ", on " +
                   files::LocalClock(zone).last_day(most->expires_at),
               0, 0);
}

// `ordered` and `stocked` as for tell_unordered(). A rehearsal in which nothing is in stock says
// nothing where the orders were read by the wrong column.
// Errors: nearly no SKU of the orders is in stock, and another of their columns has its codes.
Status check_codes(const SimulationOptions& options, const OrderInput& orders, std::size_t ordered,
                   const std::vector<bool>& stocked, const files::StockFile& stock) {
  const files::SourceOrders& book = orders.book;
  constexpr std::size_t parts = 10;  // of the SKUs that are ordered; less than one is in stock
  const auto met = static_cast<std::size_t>(
      std::count(stocked.begin(), stocked.begin() + static_cast<std::ptrdiff_t>(ordered), true));
  if (met * parts >= ordered) return {};
  std::set<std::string> codes;
  for (const files::StockRow& row : stock.rows) codes.insert(row.sku);
  const auto column = files::column_of_codes(options.orders_file, codes, orders.sku_capitals);
  if (!column) return {};
  return {StatusCode::invalid_argument,
          options.orders_file + ": of " + json::counted(ordered, "SKU") +
              " that its orders ask for, such as '" + book.skus[0].code + "', " +
              json::grouped(met) + " have a row in " + options.stock_file + ". The column '" +
              column->name + "' has codes of the stock in " + json::grouped(column->known) +
              " of its " + json::counted(column->texts, "text") +
              ". Is it the SKU? Say so in a map, sku = \"" + column->name +
              "\" under [columns]; allot map " + options.orders_file + " begins one"};
}

// A node that the lanes do not name, or in rows alone that were left out, serves nobody.
void note_nodes_without_lane(const Scenario& scenario, files::RowAccount& account) {
  constexpr std::uint64_t named_most = 5;
  std::vector<bool> has_lane(scenario.nodes.size());
  for (const LaneSpec& lane : scenario.lanes) has_lane[lane.node] = true;
  std::string names;
  std::uint64_t count = 0;
  for (std::size_t n = 0; n < has_lane.size(); ++n) {
    if (has_lane[n] || ++count > named_most) continue;
    names += (names.empty() ? "" : ", ") + json::without_controls(scenario.nodes[n].code);
  }
  if (count == 0) return;
  if (count > named_most) names += ", ...";
  account.note("node_without_lane", "nodes without a lane: nothing is sent from there: " + names, 0,
               count);
}

files::TableForm form_of(const OrderInput& orders, std::optional<files::Encoding> encoding) {
  return {encoding, orders.sku_capitals};
}

// A list of stock, and what comes beside it.
struct OwnStock {
  files::StockFile list;
  std::optional<files::StockFile> more;

  [[nodiscard]] std::vector<files::StockRow> rows() const {
    std::vector<files::StockRow> all = list.rows;
    if (more) all.insert(all.end(), more->rows.begin(), more->rows.end());
    return all;
  }
};

// `count`: of the nodes that the files name together. Returns: what is wrong with them.
Status too_many_nodes(const SimulationOptions& options, const std::optional<OwnStock>& stock,
                      std::size_t count) {
  const std::string most = "; a simulation has at most " + std::to_string(nodes_max);
  std::set<std::string> of_stock;
  if (stock) {
    for (const files::StockRow& row : stock->list.rows) of_stock.insert(row.node);
  }
  if (of_stock.size() <= nodes_max || stock->list.form.node.empty()) {
    return {StatusCode::invalid_argument,
            "the files name " + json::grouped(count) + " nodes" + most};
  }
  return {
      StatusCode::invalid_argument,
      options.stock_file + ": the column '" + stock->list.form.node + "' names " +
          json::grouped(of_stock.size()) + " nodes, such as '" + *of_stock.begin() + "' and '" +
          *std::next(of_stock.begin()) + "'" + most +
          ". Where it is no place, node under [stock] of a map names another column; allot map " +
          options.orders_file + " --stock " + options.stock_file + " begins one"};
}

// Effects: adds what became of the rows of a file.
void tell_file(const std::string& kind, std::vector<FileReport>& reports,
               const files::TableAccount& account) {
  FileReport report;
  report.kind = kind;
  report.source = account.path;
  report.form = account.form;
  tell_account(account.rows, report);
  reports.push_back(std::move(report));
}

// `ordered`: SKUs before it in the book are asked for by orders. Returns: nothing where there are
//          too many.
std::optional<StockCodes> codes_of(const std::vector<files::StockRow>& rows,
                                   const files::SourceOrders& book, std::size_t ordered) {
  KnownCodes known;
  known.add_nodes(rows);
  known.add_skus(rows);
  StockCodes codes;
  for (std::size_t i = 0; i < ordered; ++i) {
    codes.ordered.push_back(book.skus[i].code);
    known.skus.erase(book.skus[i].code);
  }
  codes.nodes.assign(known.nodes.begin(), known.nodes.end());
  codes.unordered.assign(known.skus.begin(), known.skus.end());
  const bool fits = std::max(codes.ordered.size(), codes.unordered.size()) <= StockCodes::skus_max;
  return fits ? std::optional(std::move(codes)) : std::nullopt;
}

class Shop {
 public:
  Shop(const SimulationOptions& options, OrderInput& orders, Scenario& scenario,
       std::vector<FileReport>& reports, std::vector<std::string>& synthetic,
       files::ReadWatch* watch)
      : options_(options),
        book_(orders.book),
        orders_(orders),
        scenario_(scenario),
        reports_(reports),
        synthetic_(synthetic),
        watch_(watch) {
    for (std::size_t i = 0; i < book_.skus.size(); ++i) {
      skus_.emplace(book_.skus[i].code, static_cast<std::uint32_t>(i));
    }
    ordered_ = book_.skus.size();
  }

  Result<OwnShop> run() {
    if (Status status = read_files(); !status.ok()) return status;
    if (stock_ && stock_->more) {
      Status status = check_more(*stock_->more, known_codes(), options_.stock_file);
      if (!status.ok()) return status;
    }
    if (Status status = take_nodes(); !status.ok()) return status;
    if (Status status = take_own_networks(scenario_); !status.ok()) return status;
    take_lanes();
    take_products();
    if (Status status = take_stock(); !status.ok()) return status;
    take_updates();
    if (products_) tell_file("products", reports_, products_->account);
    if (nodes_) tell_file("nodes", reports_, nodes_->account);
    if (lanes_) tell_file("lanes", reports_, lanes_->account);
    if (stock_) {
      tell_file("stock", reports_, stock_->list.account);
      reports_.back().codes = codes_of(stock_->list.rows, book_, ordered_);
    }
    if (stock_ && stock_->more) tell_file("stock", reports_, stock_->more->account);
    if (updates_) tell_file("updates", reports_, updates_->account);
    return std::move(shop_);
  }

 private:
  Status read_files() {
    if (!options_.stock_file.empty()) {
      Result<files::StockFile> read =
          files::read_stock(options_.stock_file, lots_, decimal(), orders_.stock,
                            {orders_.time_zone, orders_.time_formats}, watch_,
                            form_of(orders_, orders_.encodings.stock));
      if (!read.ok()) {
        return {read.status().code(), read.status().message() + orders_.found_together};
      }
      for (const files::GuessDoubt& doubt : orders_.stock_doubts) {
        read.value().account.rows.assume(doubt.name, doubt.text);
      }
      stock_.emplace().list = std::move(read.value());
    }
    if (!options_.more_stock_file.empty()) {
      const std::string& path = options_.more_stock_file;
      const std::optional<files::Encoding> encoding =
          encoding_beside(path, stock_->list.form.written.encoding);
      Result<files::StockFile> read = files::read_stock(
          path, lots_, decimal(), files::columns_there(path, orders_.stock, encoding),
          {orders_.time_zone, orders_.time_formats}, watch_, form_of(orders_, encoding));
      if (!read.ok()) return read.status();
      stock_->more = std::move(read.value());
    }
    if (!options_.products_file.empty()) {
      Result<files::ProductFile> read =
          files::read_products(options_.products_file, orders_.exponent, orders_.decimal, watch_,
                               form_of(orders_, orders_.encodings.products));
      if (!read.ok()) return read.status();
      products_ = std::move(read.value());
    }
    if (!options_.nodes_file.empty()) {
      Result<files::NodeFile> read =
          files::read_nodes(options_.nodes_file, watch_, form_of(orders_, orders_.encodings.nodes));
      if (!read.ok()) return read.status();
      nodes_ = std::move(read.value());
    }
    if (!options_.lanes_file.empty()) {
      Result<files::LaneFile> read =
          files::read_lanes(options_.lanes_file, orders_.exponent, orders_.decimal, watch_,
                            form_of(orders_, orders_.encodings.lanes));
      if (!read.ok()) return read.status();
      lanes_ = std::move(read.value());
    }
    return options_.updates_file.empty() ? Status{} : read_updates();
  }

  Status read_updates() {
    Result<files::TimeReader> times =
        files::TimeReader::make(orders_.time_zone, orders_.time_formats);
    if (!times.ok()) return times.status();
    const Result<files::TimeWindow> window =
        files::TimeWindow::make(options_.from, options_.until, orders_.time_zone);
    if (!window.ok()) return window.status();
    Result<files::UpdateFile> read =
        files::read_updates(options_.updates_file, book_, times.value(), lots_, decimal(),
                            window.value(), watch_, form_of(orders_, orders_.encodings.updates));
    if (!read.ok()) return read.status();
    updates_ = std::move(read.value());
    if (times.value().without_offset() > 0 && orders_.time_zone.empty()) {
      updates_->account.rows.note(
          "utc_assumed",
          "times have no offset and are read by the clock of the orders; time_zone in their map "
          "says which that is",
          0, 0);
    }
    return {};
  }

  // What stands before decimals where the orders say it.
  [[nodiscard]] char decimal() const noexcept {
    return orders_.decimal_known ? orders_.decimal : '\0';
  }

  // Requires: there is a list of stock.
  [[nodiscard]] KnownCodes known_codes() const {
    KnownCodes known;
    for (const auto& [code, index] : skus_) known.skus.insert(code);
    known.add_nodes(stock_->list.rows);
    known.add_skus(stock_->list.rows);
    const bool of_scenario =
        !nodes_ && !lanes_ && std::ranges::all_of(known.nodes, [this](const std::string& code) {
          return node_index(code).has_value();
        });
    if (of_scenario) known.add_nodes(scenario_.nodes);
    if (nodes_) known.add_nodes(nodes_->rows);
    if (lanes_) known.add_nodes(lanes_->rows);
    if (updates_) known.add_nodes(updates_->rows);
    if (updates_) known.add_skus(updates_->rows);
    if (products_) known.add_skus(products_->rows);
    return known;
  }

  // The nodes of the shop: those of its list, then those that stock or lanes name besides.
  Status take_nodes() {
    std::vector<NodeSpec> nodes;
    std::set<std::string> known;
    const auto add = [&](const std::string& code, std::uint32_t priority) {
      if (known.insert(code).second) nodes.push_back({code, priority, 1});
    };
    if (nodes_) {
      for (const files::NodeRow& row : nodes_->rows) add(row.code, row.priority);
    }
    const auto add_named = [&](const auto& rows) {
      for (const auto& row : rows) add(row.node, static_cast<std::uint32_t>(nodes.size() + 1) * 10);
    };
    if (stock_) add_named(stock_->rows());
    if (lanes_) add_named(lanes_->rows);
    if (updates_) {
      if (!known.empty()) tell_new_nodes(known);
      for (const files::UpdateRow& row : updates_->rows) {
        if (!row.node.empty()) {
          add(row.node, static_cast<std::uint32_t>(nodes.size() + 1) * 10);
        }
      }
    }
    if (nodes.empty()) return {};
    const bool all_of_scenario =
        !nodes_ && !lanes_ && std::all_of(nodes.begin(), nodes.end(), [this](const NodeSpec& node) {
          return node_index(node.code).has_value();
        });
    if (all_of_scenario) return {};
    if (nodes.size() > nodes_max) return too_many_nodes(options_, stock_, nodes.size());
    scenario_.nodes = std::move(nodes);
    own_nodes_ = true;
    for (ChannelSpec& channel : scenario_.channels) {
      channel.nodes.clear();
      for (std::uint32_t n = 0; n < scenario_.nodes.size(); ++n) channel.nodes.push_back(n);
    }
    const bool is_open = std::ranges::any_of(
        scenario_.channels, [](const ChannelSpec& channel) { return channel.own_nodes.empty(); });
    if (is_open) synthetic_.emplace_back("every channel is served by every node");
    return {};
  }

  void take_lanes() {
    const bool of_scenario = scenario_.names_lanes && !own_nodes_;
    shop_.costs_made_up = !options_.orders_file.empty() && !lanes_ && !of_scenario;
    if (!own_nodes_) return;
    scenario_.lanes.clear();
    scenario_.zone_groups.clear();
    if (!lanes_) {
      scenario_.zone_groups.push_back({"everywhere", {}});
      for (std::uint32_t n = 0; n < scenario_.nodes.size(); ++n) {
        scenario_.lanes.push_back({n, 0, default_parcel_cost, 0, default_transit_s});
      }
      synthetic_.emplace_back(
          "one lane from each node to each zone: all cost the same, so nothing is said of shipping "
          "cost, and take two days");
      return;
    }
    std::map<std::string, std::uint32_t> groups;
    for (const files::LaneRow& row : lanes_->rows) {
      const auto [group, is_new] =
          groups.try_emplace(row.zone, static_cast<std::uint32_t>(scenario_.zone_groups.size()));
      if (is_new) {
        scenario_.zone_groups.push_back({row.zone, {}});
        if (row.zone != any_zone) scenario_.zone_groups.back().countries = {row.zone};
      }
      scenario_.lanes.push_back(
          {*node_index(row.node), group->second, row.parcel_cost, row.unit_cost, row.transit_s});
    }
    note_nodes_without_lane(scenario_, lanes_->account.rows);
    if (groups.count(std::string(any_zone)) != 0) return;
    scenario_.zone_groups.push_back({"no lane", {}});
    std::uint64_t orders = 0;
    for (const files::SourceOrder& order : book_.orders) {
      orders += groups.count(book_.zones[order.zone]) == 0 ? 1U : 0U;
    }
    if (orders > 0) {
      lanes_->account.rows.note("no_lane", "orders to zones without a lane: nothing is sent there",
                                0, orders);
    }
  }

  void take_products() {
    if (!products_) return;
    for (const files::ProductRow& row : products_->rows) {
      const std::uint32_t sku = sku_index(row.sku);
      if (!row.price) continue;
      book_.skus[sku].list_price = *row.price;
      if (book_.amounts == files::Amounts::none) book_.amounts = files::Amounts::of_one_currency;
    }
    for (files::SourceLine& line : book_.lines) {
      if (line.listed) line.price = book_.skus[line.sku].list_price;
    }
  }

  // Errors: nearly no SKU of the orders is in stock, and another of their columns has its codes.
  Status take_stock() {
    if (!stock_) return {};
    shop_.has_stock = true;
    shop_.stock_form = stock_->list.form;
    std::map<std::tuple<std::uint32_t, std::uint32_t, std::uint64_t>, std::size_t> lots;
    Nameless nameless;
    std::vector<bool> stocked(book_.skus.size());
    std::uint64_t two_expiries = 0;
    const std::vector<files::StockRow> rows = stock_->rows();
    for (const files::StockRow& row : rows) {
      const std::uint32_t sku = sku_index(row.sku);
      const std::uint32_t node = *node_index(row.node);
      if (sku >= stocked.size()) stocked.resize(sku + std::size_t{1});
      stocked[sku] = true;
      if (row.safety) shop_.safety.push_back({sku, node, *row.safety});
      if (row.quantity == 0) continue;
      OwnShop::Lot told{sku, node, row.quantity, 0, row.expires_at};
      told.lot = lot_number(row.lot, told, nameless, lots_);
      const auto [lot, is_new] = lots.try_emplace({sku, node, told.lot}, shop_.stock.size());
      if (is_new) {
        shop_.stock.push_back(told);
        continue;
      }
      OwnShop::Lot& known = shop_.stock[lot->second];
      two_expiries += known.expires_at != row.expires_at ? 1U : 0U;
      known.quantity += std::min(row.quantity, std::uint32_t{2'147'483'647} - known.quantity);
    }
    files::RowAccount& account = stock_->list.account.rows;
    if (two_expiries > 0) {
      account.note("two_expiries", "rows of a lot with another expiry: the first one counts", 0,
                   two_expiries);
    }
    Status codes_meet = check_codes(options_, orders_, ordered_, stocked, stock_->list);
    if (!codes_meet.ok()) return codes_meet;
    tell_unstocked(book_, ordered_, stocked, account);
    tell_unordered(book_, ordered_, stocked, account);
    if (book_.orders.empty()) return {};
    tell_ended(rows, stock_->list.rows.size(), shop_.stock, book_, orders_.time_zone, account);
    account.note("stock_time",
                 "the stock is what lies there at " + moment_of_stock(options_, orders_), 0, 0);
    return {};
  }

  void take_updates() {
    if (!updates_) return;
    using Type = files::UpdateType;
    shop_.has_payments =
        updates_->has_any({Type::payment, Type::payment_pending, Type::payment_failed});
    shop_.has_cancellations = updates_->has_any({Type::cancel});
    shop_.has_receipts = updates_->has_any({Type::receipt});
    if (shop_.has_payments && book_.channels.empty()) leave_only_prepaid(scenario_.channels);
    Nameless nameless;
    for (const OwnShop::Lot& lot : shop_.stock) {
      if (lot.lot == 0) nameless.emplace(std::pair(lot.sku, lot.node), lot.expires_at);
    }
    for (const files::UpdateRow& row : updates_->rows) {
      OwnShop::Update update;
      update.time = row.time;
      update.type = row.type;
      update.order = row.order;
      update.amount = row.amount;
      update.kind = row.kind;
      update.payment_key = row.payment_key;
      if (row.type == Type::receipt || row.type == Type::adjust) {
        if (skus_.count(row.sku) == 0) {
          updates_->account.rows.note(
              "new_sku",
              "rows about SKUs that no order asks for and no other file names, the first in line " +
                  std::to_string(row.line) + " (" + row.sku + "): is the code the same there?",
              row.line);
        }
        update.lot = {sku_index(row.sku), *node_index(row.node), 0, row.lot, row.expires_at};
        if (row.type == Type::receipt) {
          update.lot.quantity = static_cast<std::uint32_t>(row.quantity);
          update.lot.lot = lot_number(row.lot, update.lot, nameless, lots_);
        } else {
          update.delta = row.quantity;
        }
      }
      shop_.updates.push_back(update);
    }
    shop_.payments = payment_rows_of(book_, *updates_);
  }

  // Effects: tells of nodes that updates alone name: nothing is sent from there but what they
  // bring.
  void tell_new_nodes(const std::set<std::string>& known) {
    for (const files::UpdateRow& row : updates_->rows) {
      if (row.node.empty() || known.count(row.node) != 0) continue;
      updates_->account.rows.note("new_node",
                                  "rows at nodes that no other file names, the first in line " +
                                      std::to_string(row.line) + " (" + row.node +
                                      "): they are made, beside those of the others",
                                  row.line);
    }
  }

  std::uint32_t sku_index(const std::string& code) {
    const auto [known, is_new] =
        skus_.try_emplace(code, static_cast<std::uint32_t>(book_.skus.size()));
    if (is_new) book_.skus.push_back({code, 1, 0});
    return known->second;
  }

  [[nodiscard]] std::optional<std::uint32_t> node_index(const std::string& code) const {
    for (std::uint32_t n = 0; n < scenario_.nodes.size(); ++n) {
      if (scenario_.nodes[n].code == code) return n;
    }
    return std::nullopt;
  }

  const SimulationOptions& options_;
  files::SourceOrders& book_;
  const OrderInput& orders_;
  Scenario& scenario_;
  std::vector<FileReport>& reports_;
  std::vector<std::string>& synthetic_;
  files::ReadWatch* watch_;
  OwnShop shop_;
  std::optional<OwnStock> stock_;
  std::optional<files::ProductFile> products_;
  std::optional<files::NodeFile> nodes_;
  std::optional<files::LaneFile> lanes_;
  std::optional<files::UpdateFile> updates_;
  files::LotNumbers lots_;
  std::unordered_map<std::string, std::uint32_t> skus_;
  std::size_t ordered_{};  // SKUs that orders ask for
  bool own_nodes_{false};
};

}  // namespace

Result<OwnShop> read_own_shop(const SimulationOptions& options, OrderInput& orders,
                              Scenario& scenario, std::vector<FileReport>& reports,
                              std::vector<std::string>& synthetic, files::ReadWatch* watch) {
  return Shop(options, orders, scenario, reports, synthetic, watch).run();
}

}  // namespace allot::simulation
