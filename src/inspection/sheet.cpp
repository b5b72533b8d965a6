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

std::string people_text(const Json& cell, CellKind kind, const Shown& shown) {
  if (cell.is_null()) return {};
  switch (kind) {
    case CellKind::count:
      return cell.is_number_unsigned() ? json::grouped(cell.get<std::uint64_t>())
                                       : plain_text(cell);
    case CellKind::money: return shown_money(cell.get<MoneyMinor>(), shown.currency);
    case CellKind::time: return shown.clock.second_text(cell.get<TimeNs>());
    case CellKind::text:
    case CellKind::number:
    case CellKind::sequence:
    case CellKind::key: break;
  }
  return plain_text(cell);
}

// Whether people see the column: one in which no row says anything takes no room.
bool is_seen(const Sheet& sheet, std::size_t i) {
  const SheetColumn& column = sheet.columns[i];
  if (column.replaces) return false;
  if (sheet.rows.empty()) return !column.only_where_some;
  return std::ranges::any_of(sheet.rows, [i, &column](const std::vector<Json>& row) {
    return !row[i].is_null() && !(column.only_where_some && row[i] == 0);
  });
}

// "as of sequence 24, 2026-11-27 19:00:00+01:00; times in Europe/Budapest, amounts in HUF".
std::string as_of(const Sheet& sheet, const std::vector<std::size_t>& seen, const Shown& shown) {
  const auto has = [&](CellKind kind) {
    return std::ranges::any_of(seen, [&](std::size_t i) { return sheet.columns[i].kind == kind; });
  };
  std::string text =
      "as of sequence " + std::to_string(sheet.sequence) + ", " + shown.clock.text(sheet.time);
  const char* between = "; ";
  if (has(CellKind::time))
    text += std::exchange(between, ", ") + ("times in " + shown.clock.zone());
  if (has(CellKind::money) && !shown.currency.code.empty()) {
    text += between + ("amounts in " + shown.currency.code);
  }
  return text;
}

}  // namespace

std::string sheet_table(const Sheet& sheet, const Shown& shown, std::size_t columns, bool colour) {
  std::vector<TableColumn> wanted;
  std::vector<std::size_t> seen;
  for (std::size_t i = 0; i < sheet.columns.size(); ++i) {
    if (!is_seen(sheet, i)) continue;
    seen.push_back(i);
    const SheetColumn& column = sheet.columns[i];
    const bool right = column.kind == CellKind::count || column.kind == CellKind::number ||
                       column.kind == CellKind::sequence || column.kind == CellKind::money;
    wanted.push_back({heading_of(column.name), column.importance, right, column.shrinks});
  }
  TextTable table(std::move(wanted), columns, colour);
  const auto texts = [&](const std::vector<Json>& cells) {
    std::vector<std::string> line;
    for (const std::size_t i : seen) {
      const bool replaced =
          i + 1 < cells.size() && sheet.columns[i + 1].replaces && !cells[i + 1].is_null();
      const std::size_t from = replaced ? i + 1 : i;
      line.push_back(people_text(cells[from], sheet.columns[from].kind, shown));
    }
    return line;
  };
  const auto tones = [&](const std::vector<Json>& cells) {
    std::vector<Tone> line;
    for (const std::size_t i : seen) {
      const auto tone = sheet.columns[i].tone;
      line.push_back(tone == nullptr || cells[i].is_null() ? Tone::plain : tone(cells[i]));
    }
    return line;
  };
  for (const auto& row : sheet.rows) table.add(texts(row), tones(row));
  if (!sheet.totals.empty()) table.add_total(texts(sheet.totals));
  table.add_line(as_of(sheet, seen, shown));
  for (const SheetNote& note : sheet.notes) {
    table.add_line(note.text + (note.time ? ", " + shown.clock.text(*note.time) : ""));
  }
  std::string text = table.take();
  return text + table.note();
}

void say_when(Sheet& sheet, const Core& core, json::PrintForm form) {
  sheet.sequence = core.last_sequence();
  sheet.time = core.now();
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
