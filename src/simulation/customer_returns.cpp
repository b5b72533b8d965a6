#include "simulation/customer_returns.hpp"

#include <algorithm>

#include "json/time_units.hpp"

namespace allot::simulation {

Random CustomerReturns::draws_of(std::uint32_t order, KeyKind kind) const {
  const std::uint64_t seed = world_.random_of(order, Purpose::returned).next();
  return {seed, Purpose::returned, static_cast<std::uint64_t>(kind)};
}

std::uint32_t CustomerReturns::sku_of(std::uint32_t order) const {
  const ReturnSpec& spec = world_.scenario().returns;
  Random random = world_.random_of(order, Purpose::returned);
  if (!random.chance(spec.permille)) return 0;
  const auto lines = world_.book().lines_of(world_.book_order(order));
  return lines[random.below(static_cast<std::uint32_t>(lines.size()))].sku + 1;
}

std::optional<Errand> CustomerReturns::see(const Event& event, std::uint32_t order, TimeNs now) {
  const ReturnSpec& spec = world_.scenario().returns;
  if (spec.permille == 0) return std::nullopt;
  count(event);
  switch (event.type) {
    case EventType::line_shipped:
      if (event.sku == sku_of(order)) {
        Return& one = returns_[order];
        one.node = event.node;
        one.lot = static_cast<std::uint64_t>(event.amount);
      }
      return std::nullopt;
    case EventType::line_delivered: {
      // What comes in a later parcel is kept.
      const auto found = returns_.find(order);
      if (found == returns_.end() || found->second.planned || event.sku != sku_of(order)) {
        return std::nullopt;
      }
      found->second.planned = true;
      found->second.units = event.quantity;
      Random random = draws_of(order, KeyKind::request_return);
      return Errand{now + draw_delay(spec.request_quantiles, random, map_), order, 0,
                    KeyKind::request_return};
    }
    case EventType::return_requested: {
      Random random = draws_of(order, KeyKind::receive_return);
      if (random.chance(spec.lost_permille)) return std::nullopt;
      const TimeNs requested = returns_.find(order)->second.requested;
      return Errand{requested + draw_delay(spec.arrival_quantiles, random, map_), order, 0,
                    KeyKind::receive_return};
    }
    default: return std::nullopt;
  }
}

void CustomerReturns::count(const Event& event) {
  switch (event.type) {
    case EventType::return_requested:
      ++counts_.requested;
      counts_.units_requested += event.quantity;
      break;
    case EventType::return_completed: ++counts_.completed; break;
    case EventType::return_lapsed: ++counts_.lapsed; break;
    case EventType::return_restocked: counts_.units_restocked += event.quantity; break;
    case EventType::return_quarantined: counts_.units_quarantined += event.quantity; break;
    case EventType::return_scrapped: counts_.units_scrapped += event.quantity; break;
    case EventType::return_exception: ++counts_.exceptions; break;
    default: break;
  }
}

Command CustomerReturns::command(const Errand& errand) const {
  const ReturnSpec& spec = world_.scenario().returns;
  const Return& one = returns_.find(errand.order)->second;
  const OrderKey order = world_.keys().key(errand.order);
  const CommandKey key = make_key(errand.kind, errand.order + std::uint64_t{1});
  const Token return_key{errand.order + std::uint64_t{1}};
  const SkuId sku{sku_of(errand.order)};
  if (errand.kind == KeyKind::request_return) {
    return RequestReturn{key,
                         order,
                         return_key,
                         sku,
                         one.units,
                         ReturnReason::unwanted,
                         errand.time + map_.duration(spec.window_s)};
  }
  Random random = draws_of(errand.order, KeyKind::update);
  const std::uint32_t draw = random.below(1'000);
  const Disposition disposition = draw < spec.restock_permille ? Disposition::restock
                                  : draw < spec.restock_permille + spec.quarantine_permille
                                      ? Disposition::quarantine
                                      : Disposition::scrap;
  const std::uint64_t lot = disposition == Disposition::scrap ? 0 : one.lot;
  return ReceiveReturn{key, order, return_key, sku, {one.node}, lot, one.units, disposition};
}

void CustomerReturns::finish(const Errand& errand) {
  Return& one = returns_.find(errand.order)->second;
  if (errand.kind == KeyKind::request_return) {
    one.requested = errand.time;
    return;
  }
  until_received_ns_.record(
      static_cast<std::uint64_t>(std::max<std::int64_t>(0, errand.time - one.requested)) *
      static_cast<std::uint64_t>(map_.durations_divided_by));
}

ReturnCounts CustomerReturns::report() const {
  ReturnCounts counts = counts_;
  constexpr std::uint32_t half = 500'000;
  constexpr std::uint32_t most = 950'000;
  counts.to_receipt_p50_s = until_received_ns_.percentile(half) / std::uint64_t{second_ns};
  counts.to_receipt_p95_s = until_received_ns_.percentile(most) / std::uint64_t{second_ns};
  return counts;
}

}  // namespace allot::simulation
