#include "files/row_account.hpp"

#include <algorithm>

#include "json/counted.hpp"
#include "json/scalar_text.hpp"

namespace allot::files {

std::size_t RowAccount::add_reason(std::string name, std::string advice, bool suspicious) {
  for (std::size_t i = 0; i < reasons_.size(); ++i) {
    if (reasons_[i].name == name) return i;
  }
  RowReason reason;
  reason.name = std::move(name);
  reason.advice = std::move(advice);
  reason.suspicious = suspicious;
  reasons_.push_back(std::move(reason));
  return reasons_.size() - 1;
}

void RowAccount::leave_out(std::size_t reason, std::uint64_t line, std::string_view column,
                           std::string_view text) {
  ++rows_;
  RowReason& known = reasons_[reason];
  // Rows may come late that stand before others.
  if (++known.rows != 1 && line >= known.line) return;
  known.line = line;
  known.column = column;
  known.text = text.substr(0, 200);
}

void RowAccount::note(std::string_view name, std::string_view text, std::uint64_t line,
                      std::uint64_t count) {
  for (FileNote& known : notes_) {
    if (known.name == name) {
      known.count += count;
      return;
    }
  }
  notes_.push_back({std::string(name), count, std::string(text), line, false});
}

void RowAccount::assume(std::string_view name, std::string_view text) {
  note(name, text, 0, 0);
  const auto known = std::ranges::find(notes_, name, &FileNote::name);
  known->text = text;
  known->assumed = true;
}

std::uint64_t RowAccount::rows_of(std::string_view reason) const noexcept {
  std::uint64_t rows = 0;
  for (const RowReason& known : reasons_) rows += known.name == reason ? known.rows : 0;
  return rows;
}

bool RowAccount::is_suspicious() const noexcept {
  std::uint64_t rows = 0;
  for (const RowReason& reason : reasons_) rows += reason.suspicious ? reason.rows : 0;
  return rows * 2 > rows_;
}

std::string shown(std::string_view text, std::size_t most) {
  bool cut = false;
  if (text.size() > most) {
    cut = true;
    while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0U) == 0x80) --most;
    text = text.substr(0, most);
  }
  return "'" + json::without_controls(text) + (cut ? "...'" : "'");
}

std::string rows_text(std::uint64_t rows) { return json::counted(rows, "row"); }

std::string wrapped(std::string_view text, std::string_view indent, std::size_t columns) {
  std::string out;
  std::string line(indent);
  bool empty = true;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    const std::string_view word = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (!empty && line.size() + 1 + word.size() > columns) {
      out += line + "\n";
      line = std::string(indent) + "  ";
      empty = true;
    }
    if (!empty) line += ' ';
    line += word;
    empty = false;
  }
  return out + line + "\n";
}

std::string reasons_text(const std::vector<RowReason>& reasons, std::size_t most,
                         std::string_view indent, std::size_t columns) {
  std::vector<const RowReason*> met;
  for (const RowReason& reason : reasons) {
    if (reason.rows > 0) met.push_back(&reason);
  }
  std::stable_sort(met.begin(), met.end(),
                   [](const RowReason* a, const RowReason* b) { return a->rows > b->rows; });
  std::string text;
  for (std::size_t i = 0; i < met.size() && i < most; ++i) {
    const RowReason& reason = *met[i];
    std::string where = "line " + std::to_string(reason.line);
    if (!reason.column.empty()) where += ", " + reason.column + " " + shown(reason.text);
    text += wrapped(rows_text(reason.rows) + " left out: " + reason.name + " (" + where + ")",
                    indent, columns) +
            wrapped(reason.advice, std::string(indent) + "  ", columns);
  }
  if (met.size() > most) {
    std::uint64_t rest = 0;
    for (std::size_t i = most; i < met.size(); ++i) rest += met[i]->rows;
    text += wrapped(
        rows_text(rest) + " left out for " + json::counted(met.size() - most, "other reason"),
        indent, columns);
  }
  return text;
}

}  // namespace allot::files
