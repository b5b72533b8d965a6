#include <map>
#include <utility>

#include "inspection/state_sheets.hpp"
#include "json/counted.hpp"
#include "json/enum_names.hpp"
#include "json/scalar_text.hpp"

namespace allot::inspection {
namespace {

using Cell = Sheet::Cell;

// Promises that are to be kept still.
struct Running {
  std::uint64_t open{};
  std::uint64_t warned{};
};

Cell text_unless_zero(std::int64_t duration) {
  return duration == 0 ? Cell() : Cell(json::duration_text(duration));
}

}  // namespace

Sheet services_sheet(const Core& core, const Known&, const StateOptions& options) {
  Sheet sheet;
  sheet.name = "services";
  sheet.columns = {
      {"channel", CellKind::text, 0, true},    {"kind", CellKind::text, 0, true},
      {"within", CellKind::text, 2, false},    {"warn_before", CellKind::text, 3, false},
      {"begun", CellKind::count, 0, false},    {"kept", CellKind::count, 0, false},
      {"breached", CellKind::count, 0, false}, {"neither", CellKind::count, 1, false},
      {"running", CellKind::count, 0, false},  {"urgent", CellKind::count, 1, false},
      {"in_time", CellKind::count, 2, false},  {"late", CellKind::count, 2, false},
      {"promised", CellKind::text, 3, false}};
  say_when(sheet, core, options.form);
  std::map<std::pair<std::uint32_t, ServiceKind>, Running> running;
  for (const PromiseInspection& promise : core.find_promises()) {
    if (promise.breached) continue;
    Running& of = running[{promise.channel.value, promise.kind}];
    ++of.open;
    of.warned += promise.warned ? 1 : 0;
  }
  ServiceInspection all;
  Running all_run;
  for (const ServiceInspection& each : core.find_service_levels()) {
    const Running& run = running[{each.channel.value, each.kind}];
    all.begun += each.begun;
    all.kept += each.kept;
    all.breached += each.breached;
    all_run.open += run.open;
    all_run.warned += run.warned;
    sheet.rows.push_back({json::without_controls(core.code(IdKind::channel, each.channel.value)),
                          std::string(enum_names<ServiceKind>[static_cast<std::size_t>(each.kind)]),
                          text_unless_zero(each.within_ns), text_unless_zero(each.warn_before_ns),
                          each.begun, each.kept, each.breached,
                          each.begun - each.kept - each.breached - run.open, run.open, run.warned,
                          each.in_time, each.late, each.promised ? Cell("promised") : Cell()});
  }
  sheet.facts["begun"] = all.begun;
  sheet.facts["kept"] = all.kept;
  sheet.facts["breached"] = all.breached;
  sheet.facts["running"] = all_run.open;
  sheet.facts["missed"] = core.promises_missed();
  sheet.notes.push_back(json::counted(all.begun, "promise") + ", " + json::grouped(all.kept) +
                        " kept, " + json::grouped(all.breached) + " broken; " +
                        json::grouped(all_run.open) + " to be kept, " +
                        json::grouped(all_run.warned) + " of them soon");
  if (core.promises_missed() != 0) {
    sheet.notes.push_back(json::counted(core.promises_missed(), "promise") +
                          " found no room (promises_max) and " +
                          (core.promises_missed() == 1 ? "is" : "are") + " in no count");
  }
  return sheet;
}

}  // namespace allot::inspection
