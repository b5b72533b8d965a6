#include "inspection/csv_text.hpp"
#include "inspection/event_printer.hpp"
#include "inspection/event_text.hpp"

namespace allot::inspection {
namespace {

class CsvPrinter final : public EventPrinter {
 public:
  CsvPrinter(std::ostream& out, const PrintOptions& options) : out_(out), keys_(options.form.keys) {
    bool first = true;
    for (const RowColumn& column : event_columns()) {
      if (!first) text_ += ',';
      first = false;
      text_ += column.column.name;
      if (column.of_step == StepColumn::time) text_ += ",time_ns";
    }
    text_ += '\n';
  }

  void pause() override {
    write_out();
    out_.flush();
  }
  void finish() override { pause(); }

 protected:
  void row(const EventRow& row, const Core& core) override {
    bool first = true;
    for (const RowColumn& column : event_columns()) {
      if (!first) text_ += ',';
      first = false;
      put(column, row, core);
    }
    text_ += '\n';
    if (text_.size() >= block_bytes) write_out();
  }

 private:
  static constexpr std::size_t block_bytes = 64 * 1'024;

  void put(const RowColumn& column, const EventRow& row, const Core& core) {
    if (column.column.kind == ColumnKind::key) {
      if (names_order(column, row)) append_key(text_, row.event.order_key, keys_);
      return;
    }
    const std::size_t at = text_.size();
    if (column.column.kind == ColumnKind::number) {
      text_ += row.order_number.text();
      quote_csv(text_, at);
      return;
    }
    const auto value = cell(column, row);
    if (!value) return;
    append_cell(text_, column, row, *value, core);
    quote_csv(text_, at);
    if (column.of_step == StepColumn::time) text_ += ',' + std::to_string(*value);
  }
  void write_out() {
    out_.write(text_.data(), static_cast<std::streamsize>(text_.size()));
    text_.clear();
  }

  std::ostream& out_;
  json::KeyForm keys_;
  std::string text_;
};

}  // namespace

std::unique_ptr<EventPrinter> csv_printer(std::ostream& out, const PrintOptions& options) {
  return std::make_unique<CsvPrinter>(out, options);
}

}  // namespace allot::inspection
