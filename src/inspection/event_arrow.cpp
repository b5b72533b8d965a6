#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "allot/messages/command_type.hpp"
#include "files/text_source.hpp"
#include "inspection/arrow_stream.hpp"
#include "inspection/event_printer.hpp"
#include "inspection/event_text.hpp"

namespace allot::inspection {
namespace {

ArrowType type_of(ColumnKind kind) {
  switch (kind) {
    case ColumnKind::uint16: return ArrowType::uint16;
    case ColumnKind::uint32: return ArrowType::uint32;
    case ColumnKind::uint64: return ArrowType::uint64;
    case ColumnKind::int64:
    case ColumnKind::money: return ArrowType::int64;
    case ColumnKind::time: return ArrowType::time_ns;
    default: return ArrowType::utf8;
  }
}

std::vector<ArrowField> fields() {
  std::vector<ArrowField> all;
  for (const RowColumn& column : event_columns()) {
    all.push_back({column.column.name, type_of(column.column.kind)});
  }
  return all;
}

ArrowWriter::Notes notes(const Currency& currency) {
  ArrowWriter::Notes all{{"allot.money", "minor units"}};
  if (!currency.code.empty()) {
    all.emplace_back("allot.currency", currency.code);
    all.emplace_back("allot.currency_exponent", std::to_string(currency.exponent));
  }
  return all;
}

// Texts of the format are UTF-8, and readers believe it: where a code has other bytes, each that is
// not ASCII is replaced.
void make_utf8(std::string& text) {
  if (std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80U; }))
    return;
  if (files::is_utf8(text)) return;
  std::string out;
  for (const char c : text) {
    if (static_cast<unsigned char>(c) < 0x80U) {
      out += c;
    } else {
      out += "\xEF\xBF\xBD";
    }
  }
  text = std::move(out);
}

// Keeps rows until there are enough for a batch, and fills it column by column.
class ArrowPrinter final : public EventPrinter {
 public:
  ArrowPrinter(std::ostream& out, const PrintOptions& options)
      : out_(out), keys_(options.form.keys), writer_(out, fields(), notes(options.currency)) {
    for (const ArrowField& field : fields()) columns_.emplace_back(field.type, batch_rows);
    rows_.reserve(batch_rows);
  }

  void pause() override {
    write_batch();
    out_.flush();
  }
  void finish() override {
    write_batch();
    writer_.end();
    out_.flush();
  }

 protected:
  void row(const EventRow& row, const Core& core) override {
    core_ = &core;
    rows_.push_back(row);
    types_[static_cast<std::size_t>(row.event.type)] = true;
    if (rows_.size() == batch_rows) write_batch();
  }

 private:
  static constexpr std::size_t batch_rows = 16'384;

  void fill(const RowColumn& column, ArrowColumn& out) {
    if (!column.of_step && !any_has(column.column)) return out.put_absent(rows_.size());
    if (column.column.kind == ColumnKind::key) {
      for (const EventRow& row : rows_) fill_key(column, row, out);
      return;
    }
    if (column.column.kind == ColumnKind::number) {
      for (const EventRow& row : rows_) fill_number(row, out);
      return;
    }
    const bool is_text = type_of(column.column.kind) == ArrowType::utf8;
    for (const EventRow& row : rows_) {
      const auto value = cell(column, row);
      if (!value) {
        out.put_absent();
      } else if (!is_text) {
        out.put(*value);
      } else {
        out.put(text_of(column, row, *value));
      }
    }
  }
  // Most types of events are not in a batch, and most columns are of few types.
  [[nodiscard]] bool any_has(const EventColumn& column) const {
    for (std::size_t type = 0; type < types_.size(); ++type) {
      if (types_[type] && column.of_type[type]) return true;
    }
    return false;
  }
  std::string_view text_of(const RowColumn& column, const EventRow& row, std::int64_t value) {
    const ColumnKind kind = column.column.kind;
    if (kind == ColumnKind::event || kind == ColumnKind::command) {
      const std::string_view known = kind == ColumnKind::event
                                         ? event_name(static_cast<EventType>(value))
                                         : command_name(static_cast<CommandType>(value));
      if (!known.empty()) return known;
    }
    text_.clear();
    append_cell(text_, column, row, value, *core_);
    if (kind == ColumnKind::code || kind == ColumnKind::entry) make_utf8(text_);
    return text_;
  }
  void fill_key(const RowColumn& column, const EventRow& row, ArrowColumn& out) {
    if (!names_order(column, row)) return out.put_absent();
    text_.clear();
    append_key(text_, row.event.order_key, keys_);
    out.put(text_);
  }
  void fill_number(const EventRow& row, ArrowColumn& out) {
    if (!row.order_number.present()) return out.put_absent();
    text_ = row.order_number.text();
    make_utf8(text_);
    out.put(text_);
  }
  void write_batch() {
    if (rows_.empty()) return;
    std::size_t i = 0;
    for (const RowColumn& column : event_columns()) fill(column, columns_[i++]);
    writer_.write(columns_);
    for (ArrowColumn& column : columns_) column.clear();
    rows_.clear();
    types_ = {};
  }

  std::ostream& out_;
  json::KeyForm keys_;
  ArrowWriter writer_;
  std::vector<ArrowColumn> columns_;
  std::vector<EventRow> rows_;
  std::array<bool, 256> types_{};  // that the rows have
  std::string text_;
  const Core* core_{};
};

}  // namespace

std::unique_ptr<EventPrinter> arrow_printer(std::ostream& out, const PrintOptions& options) {
  return std::make_unique<ArrowPrinter>(out, options);
}

}  // namespace allot::inspection
