#include "simulation/ended_stock.hpp"

#include <algorithm>

#include "json/time_units.hpp"

namespace allot::simulation {

EndedStock::EndedStock(const World& world, const TimeMap& map) : world_(world), map_(map) {
  if (world.own() == nullptr) return;
  for (const OwnShop::Lot& lot : world.own()->stock) {
    if (lot.has_ended_by(world.timeline().begin)) {
      add(lot.sku, lot.quantity, lot.expires_at).before += lot.quantity;
    }
  }
}

EndedStock::Ended& EndedStock::add(std::uint32_t sku, std::uint64_t units, TimeNs at) {
  const auto [known, is_new] = ended_.try_emplace(sku);
  Ended& ended = known->second;
  ended.first_at = is_new ? at : std::min(ended.first_at, at);
  ended.last_at = std::max(ended.last_at, at);
  ended.units += units;
  return ended;
}

void EndedStock::see(const Event& event) {
  if (event.type != EventType::stock_expired || event.amount <= 0 || event.sku == 0) return;
  const TimeNs at = map_.back(event.time);
  // What ended while the shop was set up had ended before the first order, and is counted.
  if (at <= world_.timeline().begin) return;
  // What ends while the last parcels travel could not have been sold: nobody orders any more.
  const std::uint64_t settle_s = world_.scenario().settle_s;
  if (at > world_.timeline().end + static_cast<TimeNs>(settle_s) * second_ns) return;
  add(event.sku - 1, static_cast<std::uint64_t>(event.amount), at);
}

EndedStockReport EndedStock::report() const {
  EndedStockReport report;
  for (const auto& [sku, ended] : ended_) {
    ++report.skus;
    report.units += ended.units;
    report.before += ended.before;
    report.listed.push_back(
        {world_.book().skus[sku].code, ended.units, ended.before, ended.first_at, ended.last_at});
  }
  const auto more = [](const EndedSku& a, const EndedSku& b) {
    return a.units != b.units ? a.units > b.units : a.sku < b.sku;
  };
  const std::size_t listed = std::min(report.listed.size(), EndedStockReport::listed_max);
  const auto end = report.listed.begin() + static_cast<std::ptrdiff_t>(listed);
  std::partial_sort(report.listed.begin(), end, report.listed.end(), more);
  report.listed.resize(listed);
  return report;
}

}  // namespace allot::simulation
