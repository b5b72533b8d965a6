#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "inspection/event_printer.hpp"
#include "inspection/event_text.hpp"
#include "inspection/money_text.hpp"
#include "inspection/text_table.hpp"
#include "json/scalar_text.hpp"

namespace allot::inspection {
namespace {

// "08:00:01.250".
std::string clock_text(TimeNs time, const Clock& clock) {
  constexpr std::int64_t millisecond_ns = 1'000'000;
  std::string text = clock.time_of_day(time / millisecond_ns * millisecond_ns);
  constexpr std::size_t seconds_length = 8;
  if (text.size() == seconds_length) text += ".000";
  return text;
}

// The time on the day of the event, or with its own day.
std::string near_time(TimeNs time, const std::string& day, const Clock& clock) {
  if (clock.day(time) != day) return clock.text(time);
  constexpr std::size_t seconds_length = 8;
  return clock.time_of_day(time).substr(0, seconds_length);
}

// What an event says, in words: "6 of 85123A at LON", "lines 2, parcels 1, cost 5.10".
class Words {
 public:
  Words(const EventRow& row, const Core& core, const PrintOptions& options, const std::string& day)
      : row_(row), core_(core), options_(options), day_(day) {
    for (const RowColumn& column : event_columns()) take(column);
  }

  [[nodiscard]] std::string event() const { return event_; }
  [[nodiscard]] std::string order() const { return order_; }
  [[nodiscard]] std::string text() const {
    std::string goods = units_;
    if (sku_.empty() && !units_.empty()) goods += units_ == "1" ? " unit" : " units";
    if (!sku_.empty()) goods += (goods.empty() ? "" : " of ") + sku_;
    if (!node_.empty()) goods += (goods.empty() ? "at " : " at ") + node_;
    std::string out;
    for (const std::string& part : {first_, goods, rest_}) {
      if (!part.empty()) out += (out.empty() ? "" : ", ") + part;
    }
    return out;
  }

 private:
  void take(const RowColumn& column) {
    // People know an order by its number, where it has one.
    const bool numbered = row_.order_number.present();
    if (column.column.kind == ColumnKind::key) {
      if (names_order(column, row_) && !numbered) {
        append_key(order_, row_.event.order_key, options_.form.keys);
      }
      return;
    }
    if (column.column.kind == ColumnKind::number) {
      order_ += json::without_controls(row_.order_number.text());
      return;
    }
    const auto value = cell(column, row_);
    if (value) put(column, *value);
  }
  void put(const RowColumn& column, std::int64_t value) {
    const std::string_view name = column.column.name;
    const std::string text = text_of(column, value);
    if (column.of_step) {
      if (name == "event") event_ = text;
      // What was defined is told by the command that did it.
      if (name == "command" && row_.event.type == EventType::defined) first_ = text;
    } else if (name == "sku") {
      sku_ = text;
    } else if (name == "node") {
      node_ = text;
    } else if (column.column.kind == ColumnKind::reason) {
      first_ = text;
    } else if (column.column.kind == ColumnKind::entry) {
      first_ += ' ' + text;
    } else if (units_.empty() && counts_units(name)) {
      units_ = text;
    } else if (!is_for_programs(name, value)) {
      rest_ += rest_.empty() ? "" : ", ";
      const bool speaks =
          column.column.kind == ColumnKind::flags || column.column.kind == ColumnKind::choice;
      rest_ += speaks ? text : std::string(name) + ' ' + text;
    }
  }
  [[nodiscard]] std::string text_of(const RowColumn& column, std::int64_t value) const {
    if (column.column.kind == ColumnKind::money) return shown_money(value, options_.currency);
    if (column.column.kind == ColumnKind::time) return near_time(value, day_, options_.clock);
    std::string text;
    append_cell(text, column, row_, value, core_);
    return text;
  }
  static bool counts_units(std::string_view name) {
    return name == "quantity" || name == "units" || name == "received" || name == "delta" ||
           name == "safety_stock";
  }
  // Positions and numbers that people don't ask for; lot 0 is no lot.
  static bool is_for_programs(std::string_view name, std::int64_t value) {
    return name == "line" || name == "id" || name == "version" || (name == "lot" && value == 0);
  }

  const EventRow& row_;
  const Core& core_;
  const PrintOptions& options_;
  const std::string& day_;
  std::string event_;
  std::string order_;
  std::string first_;  // why, or what kind of thing
  std::string units_;
  std::string sku_;
  std::string node_;
  std::string rest_;
};

class TablePrinter final : public EventPrinter {
 public:
  TablePrinter(std::ostream& out, const PrintOptions& options)
      : out_(out),
        options_(options),
        table_({{.heading = "SEQ", .importance = 0, .right = true, .shrinks = false},
                {.heading = "TIME", .importance = 3, .right = false, .shrinks = false},
                {.heading = "EVENT", .importance = 0, .right = false, .shrinks = false},
                {.heading = "ORDER", .importance = 1, .right = false, .shrinks = false},
                {.heading = "WHAT", .importance = 2, .right = false, .shrinks = true}},
               options.columns) {}

  void pause() override { write_out(); }
  void finish() override {
    write_out();
    out_ << table_.note();
  }

 protected:
  void row(const EventRow& row, const Core& core) override {
    const std::string day = options_.clock.day(row.time);
    if (day != day_) table_.add_line((day_ = day) + ' ' + options_.clock.zone_at(row.time));
    const Words words(row, core, options_, day_);
    table_.add({std::to_string(row.event.sequence), clock_text(row.time, options_.clock),
                words.event(), words.order(), words.text()});
    if (table_.rows() >= rows_at_once) write_out();
  }

 private:
  static constexpr std::size_t rows_at_once = 200;

  void write_out() {
    if (table_.rows() != 0) out_ << table_.take();
    out_.flush();
  }

  std::ostream& out_;
  PrintOptions options_;
  TextTable table_;
  std::string day_;
};

}  // namespace

std::unique_ptr<EventPrinter> table_printer(std::ostream& out, const PrintOptions& options) {
  return std::make_unique<TablePrinter>(out, options);
}

}  // namespace allot::inspection
