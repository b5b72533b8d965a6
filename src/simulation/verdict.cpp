#include "simulation/verdict.hpp"

#include <algorithm>

#include "files/row_account.hpp"
#include "simulation/report.hpp"

namespace allot {

namespace {

__extension__ using Wide = __int128;

bool at_least(std::uint64_t part, std::uint64_t whole, std::uint64_t thousandths) noexcept {
  return Wide{part} * 1'000 >= Wide{whole} * thousandths;
}

bool at_most(std::uint64_t part, std::uint64_t whole, std::uint64_t thousandths) noexcept {
  return Wide{part} * 1'000 <= Wide{whole} * thousandths;
}

Verdict::Level level_of(const UnitCounts& units) noexcept {
  if (units.requested == 0) return Verdict::Level::bad;
  if (at_least(units.at_once, units.requested, Verdict::good_at_once_min) &&
      at_most(units.refused, units.requested, Verdict::good_refused_max)) {
    return Verdict::Level::good;
  }
  return at_least(units.at_once, units.requested, Verdict::mixed_at_once_min)
             ? Verdict::Level::mixed
             : Verdict::Level::bad;
}

Verdict::Level level_of(const OrderCounts& orders) noexcept {
  const std::uint64_t lost = orders.ended + orders.unsettled;
  if (at_most(lost, orders.accepted, Verdict::good_lost_max)) return Verdict::Level::good;
  return at_most(lost, orders.accepted, Verdict::mixed_lost_max) ? Verdict::Level::mixed
                                                                 : Verdict::Level::bad;
}

// Returns: the rule that refused most units; empty when a lack of stock stands for most of what was
//          missing.
std::string ruling_reason(const RunReport& run) {
  std::string worst;
  std::uint64_t most = 0;
  std::uint64_t by_rules = 0;
  for (const auto& [reason, units] : run.refused_units) {
    if (reason.starts_with("stock_")) continue;
    by_rules += units;
    if (units <= most) continue;
    most = units;
    worst = reason;
  }
  const std::uint64_t missing = run.units.requested - run.units.at_once;
  return Wide{by_rules} * 2 > Wide{missing} ? worst : std::string();
}

std::vector<Verdict::Doubt> doubts_of(const SimulationReport& report) {
  const InputReport& input = report.input;
  if (input.source == "generator") return {};  // all of it is made up, as the first line says
  std::vector<Verdict::Doubt> doubts;
  if (!at_least(input.used, input.rows, Verdict::used_min)) doubts.push_back(Verdict::Doubt::rows);
  const auto assumed = [&input](bool quantity) {
    return std::ranges::any_of(input.notes, [quantity](const InputNote& note) {
      return note.assumed && (note.name == files::quantity_assumed) == quantity;
    });
  };
  if (assumed(true)) doubts.push_back(Verdict::Doubt::quantity);
  if (assumed(false)) doubts.push_back(Verdict::Doubt::columns);
  const bool has_stock = std::ranges::any_of(
      report.files, [](const FileReport& file) { return file.kind == "stock"; });
  if (!has_stock) doubts.push_back(Verdict::Doubt::stock);
  return doubts;
}

}  // namespace

Verdict verdict_of(const SimulationReport& report) {
  const RunReport& run = report.virtual_time ? *report.virtual_time : *report.live;
  Verdict verdict;
  const Verdict::Level by_units = level_of(run.units);
  const Verdict::Level by_orders = level_of(run.orders);
  verdict.level = std::max(by_units, by_orders);
  verdict.orders_lost = by_orders != Verdict::Level::good;
  if (by_units != Verdict::Level::good) verdict.refused_by = ruling_reason(run);
  verdict.going_by = doubts_of(report);
  return verdict;
}

std::string_view name_of(Verdict::Level level) noexcept {
  switch (level) {
    case Verdict::Level::good: return "good";
    case Verdict::Level::mixed: return "mixed";
    case Verdict::Level::bad: return "bad";
  }
  return {};
}

std::string_view name_of(Verdict::Doubt doubt) noexcept {
  switch (doubt) {
    case Verdict::Doubt::rows: return "rows";
    case Verdict::Doubt::quantity: return "quantity";
    case Verdict::Doubt::columns: return "columns";
    case Verdict::Doubt::stock: return "stock";
  }
  return {};
}

}  // namespace allot
