#include "simulation/warehouses.hpp"

#include <algorithm>
#include <limits>

#include "json/time_units.hpp"

namespace allot::simulation {

namespace {
constexpr unsigned node_bits = 6;  // a scenario has at most 64 nodes
}  // namespace

Warehouses::Warehouses(const World& world, const TimeMap& map)
    : world_(world), map_(map), orders_(world.timeline().arrivals.size()) {
  const Scenario& scenario = world.scenario();
  for (const std::string& zone : world.book().zones) groups_.push_back(scenario.group_of(zone));
  transit_s_.resize(scenario.nodes.size() * scenario.zone_groups.size());
  for (const LaneSpec& lane : scenario.lanes) {
    transit_s_[lane.node * scenario.zone_groups.size() + lane.group] = lane.transit_s;
  }
  if (world.own() == nullptr) return;
  for (const OwnShop::Update& update : world.own()->updates) {
    if (update.type == files::UpdateType::cancel) orders_[update.order].kept_back = true;
  }
}

std::uint64_t Warehouses::place(std::uint32_t order, std::size_t node) noexcept {
  return (std::uint64_t{order} << node_bits) | node;
}

std::span<const Errand> Warehouses::see(const Event& event, std::uint32_t order, TimeNs now) {
  errands_.clear();
  latest_ = std::max(latest_, now);
  OrderState& state = orders_[order];
  if (!world_.scenario().fulfilment.ships || state.kept_back) return errands_;
  const std::size_t node = event.node - std::size_t{1};
  switch (event.type) {
    case EventType::line_held:
    case EventType::line_allocated: add(order, node, event.quantity, now); break;
    case EventType::allocated:
      state.firm = true;
      for (std::size_t n = 0; n < world_.scenario().nodes.size(); ++n) {
        const auto found = parcels_.find(place(order, n));
        if (found != parcels_.end()) plan(order, n, found->second, now);
      }
      break;
    case EventType::line_lost:
      // An order that is shipped whole gives back all that it has.
      if (ships_complete(world_, order)) {
        take_off_all(order);
      } else {
        take_off(order, node, event.quantity);
      }
      break;
    case EventType::line_shipped: send(event, order); break;
    case EventType::order_shipped:
      state.shipped = true;
      if (ship_by_of(world_, order, map_) != 0) {
        ++(state.late ? in_time_.orders_late : in_time_.orders_in_time);
      }
      break;
    case EventType::shipment_exception:
      if (event.reason == Reason::nothing_to_ship && state.on_the_way > 0) --state.on_the_way;
      break;
    case EventType::cancelled:
    case EventType::taken_over:
    case EventType::expired:
    case EventType::review_rejected:
      state.firm = false;
      take_off_all(order);
      break;
    default: break;
  }
  return errands_;
}

void Warehouses::add(std::uint32_t order, std::size_t node, std::uint32_t units, TimeNs now) {
  if (node >= world_.scenario().nodes.size()) return;
  Parcel& parcel = parcels_[place(order, node)];
  parcel.units += units;
  if (orders_[order].firm) plan(order, node, parcel, now);
}

void Warehouses::take_off(std::uint32_t order, std::size_t node, std::uint32_t units) {
  const auto found = parcels_.find(place(order, node));
  if (found == parcels_.end()) return;
  if (found->second.units <= units) {
    parcels_.erase(found);
  } else {
    found->second.units -= units;
  }
}

void Warehouses::take_off_all(std::uint32_t order) {
  for (std::size_t node = 0; node < world_.scenario().nodes.size(); ++node) {
    parcels_.erase(place(order, node));
  }
}

// What comes to a parcel that has not left yet goes with it.
void Warehouses::plan(std::uint32_t order, std::size_t node, Parcel& parcel, TimeNs now) {
  if (parcel.number != 0) return;
  parcel.number = ++numbered_;
  errands_.push_back({now + handling_time(order, node), order, parcel.number, KeyKind::ship,
                      static_cast<std::uint8_t>(node)});
}

// Lines of one parcel are told one after the other.
void Warehouses::send(const Event& event, std::uint32_t order) {
  const std::size_t node = event.node - std::size_t{1};
  const auto found = parcels_.find(place(order, node));
  const auto number = static_cast<std::uint32_t>(event.time);
  if (found == parcels_.end() || number == 0) return;
  if (number != last_sent_) {
    last_sent_ = number;
    const TimeNs left = found->second.left;
    const TimeNs arrived = map_.at(world_.timeline().arrivals[order].time);
    count_left(order, left);
    to_shipment_ns_.record(static_cast<std::uint64_t>(std::max<std::int64_t>(0, left - arrived)) *
                           static_cast<std::uint64_t>(map_.durations_divided_by));
    errands_.push_back({left + transit_time(order, node), order, number, KeyKind::deliver,
                        static_cast<std::uint8_t>(node)});
  }
  take_off(order, node, event.quantity);
}

void Warehouses::count_left(std::uint32_t order, TimeNs left) {
  const TimeNs ship_by = ship_by_of(world_, order, map_);
  if (ship_by == 0) return;
  if (left > ship_by) orders_[order].late = true;
  ++(left > ship_by ? in_time_.parcels_late : in_time_.parcels_in_time);
}

// All parcels of an order that is shipped whole leave at the same time.
std::int64_t Warehouses::handling_time(std::uint32_t order, std::size_t node) const {
  const std::uint64_t seed = world_.random_of(order, Purpose::handling).next();
  Random random(seed, Purpose::handling, ships_complete(world_, order) ? 0 : node + 1);
  return draw_delay(world_.scenario().fulfilment.handling_quantiles, random, map_);
}

std::int64_t Warehouses::transit_time(std::uint32_t order, std::size_t node) const {
  const std::size_t group = groups_[world_.book_order(order).zone];
  return map_.duration(transit_s_[node * world_.scenario().zone_groups.size() + group]);
}

bool Warehouses::is_idle(const Errand& errand) const {
  if (errand.kind == KeyKind::deliver) return orders_[errand.order].on_the_way > 1;
  const auto found = parcels_.find(place(errand.order, errand.node));
  return found == parcels_.end() || found->second.number != errand.parcel;
}

Command Warehouses::command(const Errand& errand) const {
  const OrderKey order = world_.keys().key(errand.order);
  const CommandKey key = make_key(errand.kind, errand.order + std::uint64_t{1}, errand.parcel);
  if (errand.kind == KeyKind::deliver) return Deliver{key, order, {}, 0, errand.parcel};
  return Ship{key, order, {}, {errand.node + std::uint32_t{1}}, 0, 0, errand.parcel};
}

void Warehouses::finish(const Errand& errand, bool admitted) {
  OrderState& state = orders_[errand.order];
  if (errand.kind == KeyKind::deliver) {
    state.on_the_way =
        admitted ? std::uint16_t{0} : static_cast<std::uint16_t>(state.on_the_way - 1);
    return;
  }
  if (!admitted) return;
  Parcel& parcel = parcels_.find(place(errand.order, errand.node))->second;
  parcel.number = 0;
  parcel.left = errand.time;
  // It may be reported to have arrived together with another before this hears that it left.
  if (state.on_the_way < std::numeric_limits<std::uint16_t>::max()) ++state.on_the_way;
}

void Warehouses::report(FulfilmentCounts& counts) const {
  constexpr std::uint32_t half = 500'000;
  constexpr std::uint32_t most = 950'000;
  counts.to_shipment_p50_s = to_shipment_ns_.percentile(half) / std::uint64_t{second_ns};
  counts.to_shipment_p95_s = to_shipment_ns_.percentile(most) / std::uint64_t{second_ns};
  counts.orders_in_time = in_time_.orders_in_time;
  counts.orders_late = in_time_.orders_late;
  counts.parcels_in_time = in_time_.parcels_in_time;
  counts.parcels_late = in_time_.parcels_late;
  for (std::uint32_t order = 0; order < orders_.size(); ++order) {
    const TimeNs ship_by = ship_by_of(world_, order, map_);
    const OrderState& state = orders_[order];
    if (ship_by != 0 && ship_by < latest_ && state.firm && !state.shipped) ++counts.orders_overdue;
  }
}

}  // namespace allot::simulation
