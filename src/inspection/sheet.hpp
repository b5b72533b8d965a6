// A small table that is made once and printed in one of three forms: for people, as JSON, as CSV.
#pragma once

#include <cstddef>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "allot/core/core.hpp"
#include "inspection/clock.hpp"
#include "inspection/money_text.hpp"
#include "inspection/tone.hpp"
#include "json/print_form.hpp"

namespace allot::inspection {

enum class CellKind : std::uint8_t {
  text,
  count,     // people read it in groups of three digits
  number,    // a place, such as that of a line in its order
  sequence,  // an integer of 64 bits that is a name
  money,
  time,  // nanoseconds since 1970
  key,
};

struct SheetColumn {
  std::string name;  // in JSON and CSV; people read it in capitals, with blanks
  CellKind kind{};
  unsigned importance{};  // as TableColumn
  bool shrinks{};
  bool replaces{};  // people read what it says in place of the column before it
  // What a cell of it says besides; null: nothing, ever.
  Tone (*tone)(const nlohmann::ordered_json& cell){};
  bool only_where_some{};  // a count; people see the column where it is not 0 in every row
};

// How amounts and times are shown to people.
struct Shown {
  Currency currency;
  Clock clock;
};

// A line for people below a sheet, and a time that it ends with.
struct SheetNote {
  SheetNote(std::string words) : text(std::move(words)) {}
  SheetNote(std::string words, TimeNs when) : text(std::move(words)), time(when) {}

  std::string text;
  std::optional<TimeNs> time;
};

struct Sheet {
  using Cell = nlohmann::ordered_json;  // null: there is nothing to say

  std::string name;  // of the rows in JSON: "orders"
  std::vector<SheetColumn> columns;
  std::vector<std::vector<Cell>> rows;
  std::vector<Cell> totals;  // a cell for each column, or none at all
  // What else there is to say: for people a line each, in JSON members beside the rows.
  std::vector<SheetNote> notes;
  Sequence sequence{};  // of which it is, and the time by then
  TimeNs time{};
  nlohmann::ordered_json facts = nlohmann::ordered_json::object();
};

// Returns: the sheet in lines of at most `columns`, with the state of which it is, and of which
//          zone and currency what it shows. `colour`: whether tones of cells are shown.
[[nodiscard]] std::string sheet_table(const Sheet& sheet, const Shown& shown, std::size_t columns,
                                      bool colour = false);
// Effects: the sheet says the last sequence and the time of the core, of which it is.
void say_when(Sheet& sheet, const Core& core, json::PrintForm form);
// Returns: one object: the facts, the rows as objects, the totals.
[[nodiscard]] nlohmann::ordered_json sheet_json(const Sheet& sheet, json::PrintForm form);
// Returns: a header and the rows.
[[nodiscard]] std::string sheet_csv(const Sheet& sheet);

}  // namespace allot::inspection
