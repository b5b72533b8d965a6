#include "simulation/order_input.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "files/local_clock.hpp"
#include "files/numbers.hpp"
#include "files/order_loader.hpp"
#include "files/shop_draft.hpp"
#include "json/counted.hpp"
#include "json/time_units.hpp"
#include "simulation/generator.hpp"

namespace allot::simulation {

namespace {

constexpr std::size_t reasons_shown = 5;
constexpr std::string_view outside_window = "outside_window";

std::string map_in_words(const files::OrderMap& map) {
  switch (map.origin) {
    case files::MapOrigin::preset: return "preset " + map.name;
    case files::MapOrigin::guess: return "guessed from its columns";
    case files::MapOrigin::file: return map.name;
  }
  return map.name;
}

// Returns: that no order lies in the window that was asked for, and where they lie.
Status none_in_window(const std::string& source, const SimulationOptions& options,
                      const files::OrderDays& days, const files::RowAccount& account) {
  std::string text = source + ": none of its " + json::counted(days.orders, "order") + " comes";
  if (!options.from.empty()) text += " from " + options.from + " on";
  if (!options.until.empty())
    text += (options.from.empty() ? " " : ", ") + ("before " + options.until);
  text += days.days == 1 ? ": all are of " + days.first
                         : ": they are of " + json::counted(days.days, "day") + ", from " +
                               days.first + " to " + days.last + "; most of them, " +
                               json::grouped(days.busiest_orders) + ", are of " + days.busiest;
  return {StatusCode::invalid_argument,
          text + ", which --day " + days.busiest + " takes\n" +
              files::reasons_text(account.reasons(), reasons_shown, "  ")};
}

// Returns: that no row could be used, of those that were asked for where a window was.
Status nothing_used(const std::string& source, const files::RowAccount& account,
                    const std::string& map, const std::string& form) {
  std::string text = source + ": ";
  if (account.rows() == 0) {
    text += "the file has a header and no rows (" + form + ")";
  } else {
    const std::uint64_t outside = account.rows_of(outside_window);
    std::vector<files::RowReason> reasons = account.reasons();
    std::erase_if(reasons, [](const auto& reason) { return reason.name == outside_window; });
    text += "none of " + json::counted(account.rows() - outside, "row") +
            (outside > 0 ? " of the days that were asked for" : "") +
            " could be used (map: " + map + "; " + form + ")\n" +
            files::reasons_text(reasons, reasons_shown, "  ") +
            "  What the columns mean can be mended: allot map " + source +
            " > orders.toml, then "
            "--map orders.toml";
  }
  return {StatusCode::invalid_argument, std::move(text)};
}

// Returns: that so few rows could be read that they say nothing of the sale; well where they do.
// Rows that the map leaves out on purpose are no part of it.
Status too_few_read(const std::string& source, const files::RowAccount& account,
                    const std::string& map, const std::string& form) {
  constexpr std::uint64_t parts = 10;  // of the rows that say something; one is read at least
  std::uint64_t unread = 0;
  for (const files::RowReason& reason : account.reasons()) {
    unread += reason.suspicious ? reason.rows : 0;
  }
  const std::uint64_t all = account.used() + unread;
  if (account.used() * parts >= all) return {};
  return {StatusCode::invalid_argument,
          source + ": " + json::grouped(account.used()) + " of " + json::counted(all, "row") +
              " could be used (map: " + map + "; " + form +
              "), which is too few to say how the sale would have gone\n" +
              files::reasons_text(account.reasons(), reasons_shown, "  ") +
              "  What the columns mean can be mended: allot map " + source +
              " > orders.toml, then --map orders.toml"};
}

// A file that names channels has its own: each is like the scenario's of that name, or like its
// first.
void take_channels(const std::vector<std::string>& codes, Scenario& scenario,
                   std::vector<std::string>& synthetic) {
  if (codes.empty()) return;
  std::vector<ChannelSpec> channels;
  std::string made;
  for (const std::string& code : codes) {
    const auto known = std::find_if(scenario.channels.begin(), scenario.channels.end(),
                                    [&](const ChannelSpec& channel) {
                                      return scenario.names_channels && channel.code == code;
                                    });
    channels.push_back(known == scenario.channels.end() ? scenario.channels.front() : *known);
    channels.back().code = code;
    if (known == scenario.channels.end()) made += (made.empty() ? "" : ", ") + code;
  }
  if (!made.empty()) {
    synthetic.push_back("terms of the file's channels (" + made + "): " +
                        (scenario.names_channels
                             ? "those of the scenario's '" + scenario.channels.front().code + "'"
                             : "the same for all, and none withholds stock"));
  }
  scenario.channels = std::move(channels);
}

// Amounts of different currencies cannot be compared with one limit.
void drop_limits_of_value(Scenario& scenario, std::vector<std::string>& synthetic) {
  const RiskSpec& risk = scenario.risk;
  if (risk.order_value_max + risk.review_value_min == 0 &&
      risk.price_low_bp + risk.price_high_bp == 0) {
    return;
  }
  scenario.risk.order_value_max = 0;
  scenario.risk.review_value_min = 0;
  scenario.risk.price_low_bp = 0;
  scenario.risk.price_high_bp = 0;
  synthetic.emplace_back("no limits of value and price, as there are several currencies");
}

// Says how many orders take no part in amounts, and in which currency all others are.
void tell_other_currencies(const files::OrderLoad& load, const files::SourceOrders& book,
                           InputReport& input) {
  const auto others = static_cast<std::uint64_t>(
      std::ranges::count_if(book.orders, &files::SourceOrder::other_currency));
  if (others == 0) return;
  std::string names;
  for (const std::string& currency : load.currencies) {
    if (currency == load.main_currency) continue;
    names += (names.empty() ? "" : ", ") + (currency.empty() ? "no currency" : currency);
  }
  input.notes.push_back({"other_currency", others,
                         json::counted(others, "order") + " in " + names +
                             std::string(json::of_count(others, " is", " are")) +
                             " not in the amounts, which are in " + load.main_currency,
                         false});
}

// Returns: the offset of the clock that more orders' times are of than of any other, as a zone;
//          where clocks changed within the file there are two. Empty: they say none, or UTC's.
std::string clock_of_file(const files::OrderLoad& load) {
  const auto most =
      std::ranges::max_element(load.offsets, {}, [](const auto& offset) { return offset.second; });
  const bool says = most != load.offsets.end() && most->first != 0;
  return says ? files::offset_text(most->first) : "";
}

// Requires: there is an order, and the clock is known.
void tell_days(const files::SourceOrders& book, InputReport& input) {
  const auto [first, last] =
      std::ranges::minmax_element(book.orders, {}, &files::SourceOrder::time);
  if (first == book.orders.end()) return;
  input.first_at = first->time;
  input.last_at = last->time;
  files::LocalClock clock(input.time_zone);
  input.first_day = clock.last_day(first->time + 1);
  input.last_day = clock.last_day(last->time + 1);
  constexpr std::int64_t ns_of_day = 86'400 * second_ns;
  const auto day_of = [&clock](TimeNs time) { return (time + clock.ahead(time)) / ns_of_day; };
  input.days = static_cast<std::uint64_t>(day_of(last->time) - day_of(first->time)) + 1;
  std::map<std::int64_t, std::pair<std::uint64_t, TimeNs>> of_days;  // orders, one of their times
  for (const files::SourceOrder& order : book.orders) {
    auto& [orders, time] = of_days[day_of(order.time)];
    ++orders;
    time = order.time;
  }
  const auto busiest =
      std::ranges::max_element(of_days, {}, [](const auto& day) { return day.second.first; });
  input.busiest_day = clock.last_day(busiest->second.second + 1);
  input.busiest_day_orders = busiest->second.first;
}

Result<OrderInput> read_file(const SimulationOptions& options, Scenario& scenario,
                             InputReport& input, std::vector<std::string>& synthetic,
                             files::ReadWatch* watch) {
  files::OrderLoadOptions how;
  how.watch = watch;
  how.guests = scenario.guests;
  how.from = options.from;
  how.until = options.until;
  if (!options.key_file.empty()) {
    Result<files::CustomerKey> key = files::CustomerKey::from_file(options.key_file);
    if (!key.ok()) return key.status();
    how.key = key.value();
  }
  files::ToldShop told;
  if (options.map.empty() && !options.stock_file.empty()) {
    Result<files::ToldShop> both = files::told_shop(options.orders_file, options.stock_file, watch);
    if (!both.ok()) return both.status();
    told = std::move(both.value());
  }
  Result<files::OrderFile> file =
      told.map ? files::read_order_file(options.orders_file, told, how)
               : files::read_order_file(options.orders_file, options.map, how);
  if (!file.ok()) return Status{file.status().code(), file.status().message() + told.found};
  files::OrderLoad& load = file.value().load;
  input.source = options.orders_file;
  input.map = map_in_words(file.value().map);
  input.form = load.form;
  tell_account(load.account, input);
  const bool has_others = load.days.orders > load.days.outside;
  if (load.account.used() == 0 && load.account.rows_of(outside_window) > 0 && !has_others) {
    return none_in_window(input.source, options, load.days, load.account);
  }
  if (load.account.used() == 0) {
    return nothing_used(input.source, load.account, input.map, input.form);
  }
  if (Status status = too_few_read(input.source, load.account, input.map, input.form);
      !status.ok()) {
    return status;
  }
  input.left_out_rows = std::move(load.left_out);
  take_channels(load.book.channels, scenario, synthetic);
  if (load.currencies.size() > 1) drop_limits_of_value(scenario, synthetic);
  const std::string& zone = file.value().map.time_zone;
  const std::string clock = zone.empty() ? clock_of_file(load) : zone;
  OrderInput orders;
  orders.book = std::move(load.book);
  orders.decimal = file.value().map.decimal;
  orders.decimal_known = file.value().map.decimal_known;
  orders.stock = file.value().map.stock;
  orders.encodings = file.value().map.encodings;
  orders.sku_capitals = file.value().map.sku_capitals;
  orders.time_zone = scenario.time_zone = input.time_zone = clock;
  orders.time_formats = file.value().map.time_formats;
  orders.stock_doubts = std::move(told.stock_doubts);
  orders.found_together = std::move(told.found);
  input.times_as_in_file = orders.times_as_in_file =
      input.time_zone.empty() &&
      std::ranges::find(input.notes, "utc_assumed", &InputNote::name) != input.notes.end();
  tell_days(orders.book, input);
  input.several_currencies = load.currencies.size() > 1 && load.main_currency.empty();
  tell_other_currencies(load, orders.book, input);
  if (!load.currencies.empty() && !input.several_currencies) {
    input.currency = load.main_currency;
    orders.exponent = files::exponent_of(load.main_currency).value_or(2);
    input.exponent = orders.exponent;
  }
  return orders;
}

}  // namespace

void tell_account(const files::RowAccount& account, FileReport& report) {
  report.rows = account.rows();
  report.used = account.used();
  report.suspicious = account.is_suspicious();
  for (const files::RowReason& reason : account.reasons()) {
    report.skipped[reason.name] = reason.rows;
    if (reason.rows == 0) continue;
    report.left_out.push_back(
        {reason.name, reason.rows, reason.line, reason.column, reason.text, reason.advice});
  }
  std::stable_sort(report.left_out.begin(), report.left_out.end(),
                   [](const LeftOut& a, const LeftOut& b) { return a.rows > b.rows; });
  for (const files::FileNote& note : account.notes()) {
    report.notes.push_back({note.name, note.count, note.text, note.assumed});
  }
}

Result<OrderInput> read_orders(const SimulationOptions& options, Scenario& scenario,
                               InputReport& input, std::vector<std::string>& synthetic,
                               files::ReadWatch* watch) {
  OrderInput orders;
  files::SourceOrders& book = orders.book;
  input.kind = "orders";
  if (options.orders_file.empty()) {
    book = generate_orders(scenario.generator, options.seed, watch);
    if (book.orders.empty() && scenario.generator.orders > 0) {
      return Status{StatusCode::invalid_argument, "stopped on request; nothing was logged yet"};
    }
    input.source = "generator";
    input.rows = input.used = book.lines.size();
  } else {
    Result<OrderInput> read = read_file(options, scenario, input, synthetic, watch);
    if (!read.ok()) return read;
    orders = std::move(read.value());
  }
  input.orders = book.orders.size();
  input.guest_orders = static_cast<std::uint64_t>(
      std::count_if(book.orders.begin(), book.orders.end(),
                    [](const files::SourceOrder& order) { return order.customer == 0; }));
  input.skus = book.skus.size();
  input.zones = book.zones.size();
  return orders;
}

}  // namespace allot::simulation
