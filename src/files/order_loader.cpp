#include "files/order_loader.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <optional>
#include <span>

#include "files/characters.hpp"
#include "files/implausible_values.hpp"
#include "files/large_memory.hpp"
#include "files/line_values.hpp"
#include "files/look_ahead.hpp"
#include "files/order_money.hpp"
#include "files/order_values.hpp"
#include "files/row_fields.hpp"
#include "files/skip_rules.hpp"
#include "files/table_room.hpp"
#include "files/text_rules.hpp"
#include "files/time_window.hpp"
#include "json/counted.hpp"
#include "json/scalar_text.hpp"
#include "json/time_units.hpp"

namespace allot::files {

namespace {

// Counts the orders of each day.
class DayCounts {
 public:
  void add(const TimeReader& times, TimeNs time, std::optional<std::int64_t> offset_s) {
    // Within a quarter of an hour no clock changes, and no day begins.
    constexpr std::int64_t quarter_ns = 900 * second_ns;
    const std::pair quarter{time / quarter_ns, offset_s};
    if (day_ == orders_.end() || quarter != quarter_) {
      constexpr std::size_t day_bytes = 10;
      quarter_ = quarter;
      day_ = orders_.try_emplace(times.shown(time, offset_s).substr(0, day_bytes), 0).first;
    }
    ++day_->second;
  }
  [[nodiscard]] OrderDays told() const {
    OrderDays days;
    for (const auto& [day, orders] : orders_) {
      if (days.days++ == 0) days.first = day;
      days.last = day;
      days.orders += orders;
      if (orders <= days.busiest_orders) continue;
      days.busiest = day;
      days.busiest_orders = orders;
    }
    return days;
  }

 private:
  std::map<std::string, std::uint64_t> orders_;
  std::map<std::string, std::uint64_t>::iterator day_{orders_.end()};
  std::pair<std::int64_t, std::optional<std::int64_t>> quarter_;
};

// The window, and between which times the orders of the file lie where there is one.
struct Window {
  // A time and, where its text says so, the offset of its clock.
  struct Moment {
    TimeNs time{};
    std::optional<std::int64_t> offset_s;
  };
  TimeWindow times;
  Moment first{std::numeric_limits<TimeNs>::max(), {}};
  Moment last{};
  DayCounts days{};
};

RowAccount& with_reasons(RowAccount& account) {
  for (const OrderReasonText& text : order_reason_texts) {
    account.add_reason(std::string(text.name), std::string(text.advice), text.suspicious);
  }
  return account;
}

// Keeps rows that were left out, for whoever asks about their orders.
class LeftOutKeeper {
 public:
  // `order`: as the file has it; empty where nobody will ask for it. To be called for each row that
  // is left out: why this one was is the reason that has met one more.
  void keep(const RowAccount& account, std::string_view order, std::uint64_t line,
            std::vector<LeftOutRow>& kept) {
    if (kept.size() >= OrderLoad::left_out_max) return;
    const std::vector<RowReason>& reasons = account.reasons();
    rows_.resize(reasons.size());
    const std::string* name = nullptr;
    for (std::size_t i = 0; i < reasons.size(); ++i) {
      if (reasons[i].rows != rows_[i]) name = &reasons[i].name;
      rows_[i] = reasons[i].rows;
    }
    if (order.empty() || name == nullptr) return;
    kept.push_back({std::string(order_number_of(order).text()), line, *name});
  }

  // `number`: what stands in the order's column of a row of another shape.
  void tear(std::string_view number) {
    if (!number.empty() && torn_.size() < OrderLoad::left_out_max) torn_.emplace_back(number);
  }
  [[nodiscard]] const std::vector<std::string>& torn() const noexcept { return torn_; }

 private:
  std::vector<std::uint64_t> rows_;  // by reason, when a row was left out last
  std::vector<std::string> torn_;
};

// Whether a file has the newest first: the times of its orders descend, but for a few. `met`: all
// of them, also those outside of a window, which may be a day without hours.
bool is_newest_first(std::span<const KnownOrder> met) noexcept {
  std::size_t up = 0;
  std::size_t down = 0;
  TimeNs before = -1;
  for (const KnownOrder& order : met) {
    if (order.time < 0) continue;
    up += before >= 0 && before < order.time ? 1U : 0U;
    down += before > order.time ? 1U : 0U;
    before = order.time;
  }
  return down > 0 && down >= up * 19;
}

// Orders that were met, by their number, and of each used row its order.
using AllKnown = LargeVector<KnownOrder>;
using LineOrders = LargeVector<std::uint32_t>;

// Effects: tells of columns that the map names and the file lacks. What would have been left out
// by them is assumed to be a sale.
void note_lacking(RowFields& fields, std::string rules_off) {
  std::string others;
  for (const Role role : fields.lacking()) {
    std::string& names = role == Role::status ? rules_off : others;
    names += (names.empty() ? "'" : ", '") + fields.map().of(role).columns[0] + "' (" +
             std::string(role_names[static_cast<std::size_t>(role)]) + ")";
  }
  if (!others.empty()) {
    fields.account().note("columns_lacking",
                          "the file has no column " + others + ": orders are read without", 0, 0);
  }
  if (!rules_off.empty()) {
    fields.account().assume("rules_lacking", "the file has no column " + rules_off +
                                                 ": no row is left out by what stands there");
  }
}

// Effects: what rows of the order left blank that were used is as this one, or one that was left
//          out, says.
void fill_blanks(KnownOrder& known, const SourceOrder& row, SourceOrder& order) {
  const auto fresh = static_cast<std::uint8_t>(known.says() & ~known.told);
  if (fresh == 0) return;
  known.told = known.says();
  if ((fresh & KnownOrder::says_zone) != 0) order.zone = row.zone;
  if ((fresh & KnownOrder::says_channel) != 0) order.channel = row.channel;
  if ((fresh & KnownOrder::says_customer) != 0) order.customer = row.customer;
}

// Effects: orders that were found late, as rows of them were kept, stand as they do in the file.
void put_in_file_order(const OrderBegins& begins, SourceOrders& book, AllKnown& known_orders,
                       LineOrders& line_orders) {
  const std::vector<std::uint32_t> in_file = begins.in_file();
  if (in_file.empty()) return;
  std::vector<std::uint32_t> place(in_file.size());
  LargeVector<SourceOrder> orders(in_file.size());
  LargeVector<Code> numbers(in_file.size());
  for (std::uint32_t i = 0; i < in_file.size(); ++i) {
    place[in_file[i]] = i;
    orders[i] = book.orders[in_file[i]];
    orders[i].number = i;
    numbers[i] = book.numbers[in_file[i]];
  }
  book.orders = std::move(orders);
  book.numbers = std::move(numbers);
  for (KnownOrder& known : known_orders) {
    if (known.book < place.size()) known.book = place[known.book];
  }
  for (std::uint32_t& order : line_orders) order = place[order];
}

// Returns: of each order of the book, in the order of the file, its number among all that were
// met.
std::vector<std::uint32_t> numbers_of(const SourceOrders& book, const AllKnown& known) {
  std::vector<std::uint32_t> numbers(book.orders.size());
  for (std::uint32_t number = 0; number < known.size(); ++number) {
    if (known[number].book < numbers.size()) numbers[known[number].book] = number;
  }
  return numbers;
}

// Effects: puts the lines of one order together, in the order of the orders.
void put_lines_together(SourceOrders& book, const LineOrders& line_orders) {
  std::uint32_t first = 0;
  for (SourceOrder& order : book.orders) {
    order.first_line = first;
    first += order.line_count;
  }
  // Most files have them so.
  if (std::ranges::is_sorted(line_orders)) return;
  std::vector<std::uint32_t> next(book.orders.size());
  for (std::size_t i = 0; i < next.size(); ++i) next[i] = book.orders[i].first_line;
  LargeVector<SourceLine> sorted(book.lines.size());
  LargeVector<MoneyMinor> taxes(book.taxes.size());
  for (std::size_t i = 0; i < book.lines.size(); ++i) {
    const std::uint32_t at = next[line_orders[i]]++;
    sorted[at] = book.lines[i];
    if (!taxes.empty()) taxes[at] = book.taxes[i];
  }
  book.lines = std::move(sorted);
  book.taxes = std::move(taxes);
}

// Effects: notes what is there twice, as in a file that was exported or pasted twice. Where a row
// is one unit, several units are several rows.
void note_repeats(const SourceOrders& book, const std::vector<bool>& came_apart,
                  RowAccount& account) {
  const Repeats found = find_repeats(book, came_apart);
  const auto name = [&book](std::uint32_t number) {
    return '\'' + std::string(book.numbers[number].text()) + '\'';
  };
  if (found.orders > 0) {
    account.note("repeated_orders",
                 "orders that the file has twice, all of their rows again, the first " +
                     name(found.first_order) + ": both count; was the file put together from two?",
                 0, found.orders);
  }
  if (found.lines > 0) {
    account.note("repeated_lines",
                 "rows that say the same SKU, quantity and price as an earlier one of "
                 "their order, the first of order " +
                     name(found.first_of_lines) + ": both count; was the file exported twice?",
                 0, found.lines);
  }
}

// Effects: notes what the order's first used row says and the engine is not told.
void note_order(RowFields& fields, const SourceOrder& order) {
  const auto says_amount = [&fields](Role role) {
    if (!fields.given(role)) return false;
    const Amount amount = parse_amount(fields[role], fields.map().decimal, 2);
    return amount.valid && (amount.minor > 0 || !amount.exact);
  };
  if (order.unpaid) {
    fields.account().note("unpaid", "unpaid orders: they are placed, and nobody pays for them",
                          fields.line());
  }
  if (says_amount(Role::promotion)) {
    fields.account().note(
        "promotion", "orders with a promotion of the marketplace: it is not taken off their prices",
        fields.line());
  }
  if (says_amount(Role::refund)) {
    fields.account().note("refund",
                          "orders of which money was given back: their goods are used whole",
                          fields.line());
  }
}

class Loader {
 public:
  Loader(std::unique_ptr<MappedRecords> records, const OrderMap& map,
         const OrderLoadOptions& options, TimeReader times, const TimeWindow& window)
      : records_(std::move(records)),
        map_(map),
        fields_(*records_, map, with_reasons(load_.account)),
        look_ahead_(*records_),
        lines_(fields_),
        money_(fields_, lines_),
        order_reader_(fields_, std::move(times), options.key, options.guests == Guests::skip),
        window_{window},
        skips_(*records_, fields_),
        aside_({}, options.rows_kept_max) {
    load_.book.customers_are_tokens = options.key.has_value();
  }

  Result<OrderLoad> run() {
    if (Status status = prepare(); !status.ok()) return status;
    for (bool more = true;;) {
      if (Status status = records_->next(more); !status.ok()) return status;
      if (!more) break;
      look_ahead_.look();
      take();
      if (!fault_.ok()) return fault_;
      if (const std::uint64_t rows = load_.account.rows() + aside_.rows(); room_.is_due(rows)) {
        room_.look(rows, records_->records().rows_expected(), line_orders_, known_,
                   load_.book.lines, load_.book.orders, load_.book.numbers, orders_);
      }
    }
    load_.form = records_->records().form_text();
    take_kept();
    if (!fault_.ok()) return fault_;
    finish();
    return std::move(load_);
  }

 private:
  Status prepare() {
    if (Status status = fields_.find_columns(); !status.ok()) return status;
    std::string rules_off;
    if (Status status = skips_.find_columns(rules_off); !status.ok()) return status;
    note_lacking(fields_, rules_off);
    money_.prepare();
    std::vector<std::size_t> columns;
    for (std::size_t role = 0; role < role_count; ++role) {
      const auto of_role = fields_.columns_of(static_cast<Role>(role));
      columns.insert(columns.end(), of_role.begin(), of_role.end());
    }
    skips_.add_columns(columns);
    std::ranges::sort(columns);
    columns.erase(std::ranges::unique(columns).begin(), columns.end());
    aside_ = RowsAside(std::move(columns), aside_.rows_max());
    look_ahead_.add(fields_.first_column(Role::order), orders_);
    order_reader_.show_customers(look_ahead_);
    look_ahead_.add(fields_.first_column(Role::sku), lines_.sku_texts());
    return {};
  }

  // Takes one record: uses it, or leaves it out for the first reason that applies.
  void take() {
    if (load_.account.rows() >= OrderLoad::rows_max) return too_many("rows", OrderLoad::rows_max);
    const std::uint64_t rows = load_.account.rows();
    const std::uint64_t used = load_.account.used();
    const std::uint32_t order = take_record();
    // A row that is kept counts when it comes again.
    if (load_.account.used() != used || load_.account.rows() == rows) return;
    if (order != TextIndex::none) money_.leave_out(order);
    const bool is_outside = order == TextIndex::none || known_[order].book == KnownOrder::outside;
    left_out_.keep(load_.account, is_outside ? std::string_view() : fields_[Role::order],
                   fields_.line(), load_.left_out);
  }

  // Returns: the number of its order among all that were met; TextIndex::none where it names none.
  std::uint32_t take_record() {
    if (!records_->flaw().empty()) {
      if (!skips_.leave_out(true)) fields_.leave_out(row_shape, "row", records_->flaw());
      // What stands where the order's number does may be one, of an order that comes later perhaps.
      const std::string_view number = fields_[Role::order];
      left_out_.tear(number);
      return TextIndex::none;
    }
    if (!records_->name_twice().empty()) {
      fields_.leave_out(packed_name_twice, map_.packed.column, records_->name_twice());
      return TextIndex::none;
    }
    const std::string_view number = fields_[Role::order];
    if (number.empty()) {
      fields_.leave_out(order_missing, Role::order);
      return TextIndex::none;
    }
    const std::uint32_t order = orders_.number_of(number);
    if (order == known_.size()) known_.emplace_back();
    if (aside_.is_open() && fields_.given(Role::status) &&
        known_[order].status == KnownOrder::none && fields_[Role::status].empty() && keep()) {
      return order;
    }
    take_of(order);
    return order;
  }

  // Effects: keeps the current record, which says no status, until the rest of the file was read: a
  //          later row may say that of its order.
  // Returns: whether there is room; otherwise all that were kept are taken, and none is any more.
  bool keep() {
    if (aside_.full()) {
      load_.account.note("rows_not_kept",
                         "the file has more than " + json::grouped(aside_.rows_max()) +
                             " rows before the first of their order that says its status, which "
                             "are more than can be kept until then: these are taken as if none did",
                         0, 0);
      take_kept();
      return false;
    }
    aside_.begins().begin(load_.book.orders.size());
    aside_.keep(*records_);
    return true;
  }

  void take_kept() {
    room_.stop();
    aside_.give_back(*records_, [this] {
      take();
      return fault_.ok();
    });
  }

  // Takes a record of the order with this number among all that were met.
  void take_of(std::uint32_t number) {
    KnownOrder& known = known_[number];
    const bool has_time = known.time >= 0;
    order_reader_.remember(known);
    lines_.remember(known.currency);
    money_.remember(number, known.currency);
    if (!has_time && known.time >= 0) place_in_window(known, known.time);
    if (known.book == KnownOrder::outside) return fields_.leave_out(outside_window, Role::time);
    if (skips_.leave_out(false)) return;
    LineValues line;
    SourceOrder order;
    if (!order_reader_.read_status(known, order) || skips_.leave_out_with(known) ||
        !lines_.read(line, known.currency, order.unpaid) ||
        !order_reader_.read(known, load_.book, order)) {
      return;
    }
    if (known.book == KnownOrder::none && order.time != known.time)
      place_in_window(known, order.time);
    if (known.book == KnownOrder::outside) return fields_.leave_out(outside_window, Role::time);
    use(number, order, line);
  }

  // Effects: remembers an order that comes outside of the window. `time`: as it was just read.
  void place_in_window(KnownOrder& known, TimeNs time) {
    if (!window_.times.given()) return;
    const std::optional<std::int64_t> offset_s = order_reader_.times().last_offset();
    if (time < window_.first.time) window_.first = {time, offset_s};
    if (time >= window_.last.time) window_.last = {time, offset_s};
    window_.days.add(order_reader_.times(), time, offset_s);
    if (window_.times.holds(time, offset_s)) return;
    known.book = KnownOrder::outside;
    load_.book.numbers_outside.push_back(order_number_of(fields_[Role::order]));
  }

  void use(std::uint32_t number, const SourceOrder& row, const LineValues& line) {
    KnownOrder& known = known_[number];
    SourceOrders& book = load_.book;
    const bool is_new = known.book == KnownOrder::none;
    if (is_new) {
      known.book = static_cast<std::uint32_t>(book.orders.size());
      known.told = known.says();
      book.orders.push_back(row);
      book.orders.back().number = known.book;
      book.numbers.push_back(order_number_of(fields_[Role::order]));
      if (const auto offset_s = order_reader_.times().last_offset()) ++load_.offsets[*offset_s];
      note_order(fields_, row);
    }
    SourceOrder& order = book.orders[known.book];
    aside_.begins().add(known.book, fields_.line());
    fill_blanks(known, row, order);
    if (order.zone != row.zone || order.channel != row.channel || order.customer != row.customer) {
      return fields_.leave_out(order_contradicts, Role::order);
    }
    if (order.line_count == OrderLoad::lines_of_order_max) {
      return too_many("lines of one order", OrderLoad::lines_of_order_max);
    }
    ++order.line_count;
    line_orders_.push_back(known.book);
    const std::uint32_t sku = lines_.sku_of(line.sku, book.skus);
    book.lines.push_back({sku, line.quantity, line.price, line.rest});
    if (line.price == SourceLine::no_price) ++unpriced_;
    if (money_.has_taxes()) book.taxes.push_back(money_.tax_of(line));
    money_.use(number, row.channel, line);
    load_.account.use();
    if (book.skus.size() > OrderLoad::skus_max) too_many("SKUs", OrderLoad::skus_max);
    if (book.zones.size() > OrderLoad::zones_max) too_many("zones", OrderLoad::zones_max);
    if (book.channels.size() > OrderLoad::channels_max) {
      too_many("channels", OrderLoad::channels_max);
    }
  }

  void too_many(const std::string& what, std::uint64_t most) {
    fault_ = {StatusCode::invalid_argument,
              records_->records().name() + ":" + std::to_string(records_->line()) +
                  ": the file has more than " + json::grouped(most) + " " + what};
  }

  // Puts the lines of one order together and the orders into the order of their times; both keep
  // the file's order otherwise, orders from its bottom where it has the newest first.
  void finish() {
    SourceOrders& book = load_.book;
    put_in_file_order(aside_.begins(), book, known_, line_orders_);
    const std::vector<bool> came_apart = orders_apart(line_orders_, book.orders.size());
    put_lines_together(book, line_orders_);
    const std::vector<std::uint32_t> numbers = numbers_of(book, known_);
    for (const std::string& number : left_out_.torn()) {
      if (const std::uint32_t order = orders_.find(number); order != TextIndex::none) {
        money_.leave_out(order);
      }
    }
    money_.settle_currencies(book, numbers);
    summarise(book);
    if (fields_.given(Role::quantity)) note_repeats(book, came_apart, load_.account);
    money_.settle(book, numbers);
    load_.currencies = money_.currencies();
    load_.main_currency = money_.main_currency();
    sort_orders(book, is_newest_first(known_));
    if (unpriced_ == book.lines.size()) book.amounts = Amounts::none;
    if (load_.currencies.size() > 1 && load_.main_currency.empty())
      book.amounts = Amounts::of_several;
    note_rest();
  }

  void note_rest() {
    RowAccount& account = load_.account;
    if (account.reasons()[outside_window].rows > 0) {
      load_.days = window_.days.told();
      load_.days.outside = load_.book.numbers_outside.size();
      const TimeReader& times = order_reader_.times();
      const auto shown = [&times](const Window::Moment& moment) {
        return times.shown(moment.time, moment.offset_s);
      };
      // The end is not in a window itself.
      const Window::Moment behind{(window_.last.time / second_ns + 1) * second_ns,
                                  window_.last.offset_s};
      account.advise(outside_window, "the orders of the file are from " + shown(window_.first) +
                                         " to " + shown(window_.last) +
                                         "; all of them are in --from " + shown(window_.first) +
                                         " --until " + shown(behind));
    }
    if (!fields_.given(Role::quantity)) {
      account.assume(quantity_assumed,
                     "each row counts as one unit, as the map names no column of quantity; name it "
                     "under [columns], or confirm one unit with quantity = {value = \"1\"}");
    }
    for (const ImplausibleValue& value : implausible_values(load_.book, map_)) {
      account.note(value.name, value.text, 0, 0);
    }
    lines_.advise_decimal();
    order_reader_.note_statuses(known_);
    skips_.tell_unmet();
    if (unpriced_ > 0 && load_.book.amounts == Amounts::none) {
      account.note("no_prices",
                   "no line has a price: that of --products is taken, and else none is known", 0,
                   0);
    } else if (unpriced_ > 0) {
      account.note("unpriced", "lines without a price: the list price of their SKU is taken", 0,
                   unpriced_);
    }
    if (records_->unjoined() > 0) {
      account.note("unjoined", "keys that a joined file does not have: the columns are empty", 0,
                   records_->unjoined());
    }
    if (load_.book.orders.size() > 1 && order_reader_.times().only_days()) {
      account.note(
          "midnight",
          "all times of the file lie at midnight: the orders of a day arrive in one second", 0, 0);
    }
    if (order_reader_.times().unsure() > 0) {
      account.note(
          "unsure_time",
          "some times fall where clocks change: of an hour that comes twice the first is taken", 0,
          0);
    }
    if (order_reader_.times().without_offset() > 0 && map_.time_zone.empty()) {
      account.note(
          "utc_assumed",
          "times have no offset and are told as they stand in the file; time_zone in the map "
          "says of which zone they are",
          0, 0);
    }
  }

  std::unique_ptr<MappedRecords> records_;
  const OrderMap& map_;
  OrderLoad load_;
  RowFields fields_;
  LookAhead look_ahead_;
  LineReader lines_;
  OrderMoney money_;
  OrderReader order_reader_;
  Window window_;
  Status fault_;
  SkipRules skips_;
  TextIndex orders_;
  AllKnown known_;
  std::uint64_t unpriced_{};
  LeftOutKeeper left_out_;
  RowsAside aside_;         // whose order's status is not known yet
  LineOrders line_orders_;  // of each line, until they are sorted
  TableRoom room_;          // of the tables above
};

}  // namespace

Result<OrderLoad> load_orders(std::unique_ptr<MappedRecords> records, const OrderMap& map,
                              const OrderLoadOptions& options) {
  Result<TimeReader> times = TimeReader::make(map.time_zone, map.time_formats);
  if (!times.ok()) return times.status();
  const Result<TimeWindow> window = TimeWindow::make(options.from, options.until, map.time_zone);
  if (!window.ok()) return window.status();
  return Loader(std::move(records), map, options, std::move(times.value()), window.value()).run();
}

Result<OrderLoad> load_orders(std::unique_ptr<ByteSource> bytes, const OrderMap& map,
                              const OrderLoadOptions& options) {
  Result<std::unique_ptr<RecordReader>> records = open_records(std::move(bytes), map.form);
  if (!records.ok()) return records.status();
  Result<std::unique_ptr<MappedRecords>> mapped =
      MappedRecords::open(std::move(records.value()), map, "");
  if (!mapped.ok()) return mapped.status();
  return load_orders(std::move(mapped.value()), map, options);
}

}  // namespace allot::files
