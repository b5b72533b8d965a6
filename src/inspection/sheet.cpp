#include "inspection/sheet.hpp"

#include <algorithm>
#include <utility>

#include "inspection/csv_text.hpp"
#include "inspection/text_table.hpp"
#include "json/counted.hpp"
#include "json/encode.hpp"
#include "json/scalar_text.hpp"

namespace allot::inspection {
namespace {

using Json = nlohmann::ordered_json;

std::string heading_of(const std::string& name) {
  std::string heading;
  for (const char c : name) {
    heading += c == '_' ? ' ' : c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  }
  return heading;
}

std::string plain_text(const Json& cell) {
  if (cell.is_null()) return {};
  return cell.is_string() ? cell.get<std::string>() : cell.dump();
}

// "2026-11-27T08:00:00.25Z" as people read it, to the second.
std::string second_text(std::string text) {
  constexpr std::size_t day_length = 10, second_length = 19;
  if (text.size() < second_length) return text;
  text.resize(second_length);
  text[day_length] = ' ';
  return text;
}

std::string people_text(const Json& cell, CellKind kind, const Currency& currency) {
  if (cell.is_null()) return {};
  switch (kind) {
    case CellKind::count:
      return cell.is_number_unsigned() ? json::grouped(cell.get<std::uint64_t>())
                                       : plain_text(cell);
    case CellKind::money: return money_text(cell.get<MoneyMinor>(), currency);
    case CellKind::time: return second_text(json::time_text(cell.get<TimeNs>()));
    case CellKind::text:
    case CellKind::number:
    case CellKind::sequence:
    case CellKind::key: break;
  }
  return plain_text(cell);
}

}  // namespace

std::string sheet_table(const Sheet& sheet, const Currency& currency, std::size_t columns,
                        bool colour) {
  std::vector<TableColumn> wanted;
  // A column in which no row says anything takes no room.
  std::vector<std::size_t> shown;
  for (std::size_t i = 0; i < sheet.columns.size(); ++i) {
    const bool says = std::ranges::any_of(
        sheet.rows, [i](const std::vector<Json>& row) { return !row[i].is_null(); });
    if (sheet.columns[i].replaces || (!says && !sheet.rows.empty())) continue;
    shown.push_back(i);
    const SheetColumn& column = sheet.columns[i];
    const bool right = column.kind == CellKind::count || column.kind == CellKind::number ||
                       column.kind == CellKind::sequence || column.kind == CellKind::money;
    wanted.push_back({heading_of(column.name), column.importance, right, column.shrinks});
  }
  TextTable table(std::move(wanted), columns, colour);
  const auto texts = [&](const std::vector<Json>& cells) {
    std::vector<std::string> line;
    for (const std::size_t i : shown) {
      const bool replaced =
          i + 1 < cells.size() && sheet.columns[i + 1].replaces && !cells[i + 1].is_null();
      const std::size_t from = replaced ? i + 1 : i;
      line.push_back(people_text(cells[from], sheet.columns[from].kind, currency));
    }
    return line;
  };
  const auto tones = [&](const std::vector<Json>& cells) {
    std::vector<Tone> line;
    for (const std::size_t i : shown) {
      const auto tone = sheet.columns[i].tone;
      line.push_back(tone == nullptr || cells[i].is_null() ? Tone::plain : tone(cells[i]));
    }
    return line;
  };
  for (const auto& row : sheet.rows) table.add(texts(row), tones(row));
  if (!sheet.totals.empty()) table.add_total(texts(sheet.totals));
  for (const std::string& note : sheet.notes) table.add_line(note);
  std::string text = table.take();
  return text + table.note();
}

void say_when(Sheet& sheet, const Core& core, json::PrintForm form) {
  sheet.facts["sequence"] = json::encode_integer(core.last_sequence(), form);
  json::put_time(sheet.facts, "time", core.now(), form);
}

Json sheet_json(const Sheet& sheet, json::PrintForm form) {
  const auto put = [&](Json& object, std::size_t i, const Json& cell) {
    const SheetColumn& column = sheet.columns[i];
    if (cell.is_null()) return;
    if (column.kind == CellKind::time) {
      json::put_time(object, column.name, cell.get<TimeNs>(), form);
    } else if (column.kind == CellKind::money) {
      object[column.name] = json::encode_integer(cell.get<MoneyMinor>(), form);
    } else if (column.kind == CellKind::sequence) {
      object[column.name] = json::encode_integer(cell.get<Sequence>(), form);
    } else {
      object[column.name] = cell;
    }
  };
  const auto object_of = [&](const std::vector<Json>& cells) {
    Json object = Json::object();
    for (std::size_t i = 0; i < cells.size(); ++i) put(object, i, cells[i]);
    return object;
  };
  Json all = sheet.facts;
  Json rows = Json::array();
  for (const auto& row : sheet.rows) rows.push_back(object_of(row));
  all[sheet.name] = std::move(rows);
  if (!sheet.totals.empty()) {
    Json totals = Json::object();
    for (std::size_t i = 0; i < sheet.totals.size(); ++i) {
      const CellKind kind = sheet.columns[i].kind;
      const bool adds_up = kind == CellKind::count || kind == CellKind::money;
      if (adds_up) put(totals, i, sheet.totals[i]);
    }
    all["totals"] = std::move(totals);
  }
  return all;
}

std::string sheet_csv(const Sheet& sheet) {
  std::string out;
  for (const SheetColumn& column : sheet.columns) out += (out.empty() ? "" : ",") + column.name;
  out += '\n';
  for (const auto& row : sheet.rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i != 0) out += ',';
      const std::size_t at = out.size();
      const bool is_time = sheet.columns[i].kind == CellKind::time && !row[i].is_null();
      out += is_time ? json::time_text(row[i].get<TimeNs>()) : plain_text(row[i]);
      quote_csv(out, at);
    }
    out += '\n';
  }
  return out;
}

}  // namespace allot::inspection
