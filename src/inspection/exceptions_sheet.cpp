#include "inspection/state_sheets.hpp"
#include "json/counted.hpp"
#include "json/encode.hpp"
#include "json/enum_names.hpp"
#include "json/scalar_text.hpp"

namespace allot::inspection {
namespace {

using Cell = Sheet::Cell;

template <class T>
Cell unless_zero(T value) {
  return value == T{} ? Cell() : Cell(value);
}

Cell text_of(std::string_view text) {
  return text.empty() ? Cell() : Cell(json::without_controls(text));
}

}  // namespace

Sheet exceptions_sheet(const Core& core, const Known&, const StateOptions& options) {
  Sheet sheet;
  sheet.name = "exceptions";
  sheet.columns = {
      {"exception", CellKind::number, 0, false}, {"kind", CellKind::text, 0, true},
      {"order", CellKind::key, 0, true},         {"order_number", CellKind::text, 0, true, true},
      {"sku", CellKind::text, 1, true},          {"units", CellKind::count, 0, false},
      {"amount", CellKind::money, 0, false},     {"reason", CellKind::text, 1, true},
      {"owner", CellKind::sequence, 1, false},   {"due_at", CellKind::time, 2, false},
      {"overdue", CellKind::text, 3, false},     {"raised_at", CellKind::time, 3, false},
      {"sequence", CellKind::sequence, 4, false}};
  say_when(sheet, core, options.form);
  std::uint64_t overdue = 0;
  std::uint64_t owned = 0;
  for (const ExceptionInspection& each : core.find_exceptions()) {
    if (options.sku.present() && each.sku != options.sku) continue;
    overdue += each.overdue ? 1 : 0;
    owned += each.owner != 0 ? 1 : 0;
    sheet.rows.push_back(
        {std::uint64_t{each.number.value},
         std::string(enum_names<ExceptionKind>[static_cast<std::size_t>(each.kind)]),
         each.order_key.present()
             ? Cell(json::encode_key(each.order_key.high, each.order_key.low, options.form))
             : Cell(),
         text_of(core.order_number(each.order_key)),
         text_of(core.code(IdKind::sku, each.sku.value)), unless_zero(std::uint64_t{each.units}),
         unless_zero(each.amount),
         each.reason == Reason::ok ? Cell() : text_of(reason_text(each.reason).name),
         unless_zero(each.owner), unless_zero(each.due_at), each.overdue ? Cell("overdue") : Cell(),
         each.raised_at, each.sequence});
  }
  sheet.facts["open"] = sheet.rows.size();
  sheet.facts["overdue"] = overdue;
  sheet.facts["owned"] = owned;
  sheet.facts["missed"] = core.exceptions_missed();
  sheet.notes.push_back(json::counted(sheet.rows.size(), "exception") + " open, " +
                        std::to_string(overdue) + " overdue, " + std::to_string(owned) +
                        " with an owner");
  if (core.exceptions_missed() != 0) {
    sheet.notes.push_back(json::counted(core.exceptions_missed(), "exception") +
                          " found no room (exceptions_max) and " +
                          (core.exceptions_missed() == 1 ? "is" : "are") +
                          " told by the events of what happened only");
  }
  return sheet;
}

}  // namespace allot::inspection
