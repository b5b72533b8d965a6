// What lies in which parcel, and how all of it leaves at once (rules, section 21).
#include <algorithm>
#include <set>

#include "naive_engine.hpp"

namespace allot::oracle {

// The open orders that have anything in the parcel, by sequence.
std::vector<Order*> NaiveEngine::in_parcel(std::uint64_t parcel) {
  std::vector<Order*> orders;
  for (auto& [sequence, order] : state_.open) {
    const auto lies_there = [parcel](const Line& line) {
      return std::ranges::any_of(
          line.picked, [parcel](const auto& part) { return part.first.parcel == parcel; });
    };
    if (std::ranges::any_of(order.lines, lies_there)) orders.push_back(&order);
  }
  return orders;
}

NaiveEngine::Verdict NaiveEngine::may_pack(const Order& order, const Goods& goods) {
  const std::vector<Order*> there = in_parcel(goods.parcel);
  if (there.empty()) {
    std::set<std::uint64_t> all;
    for (const auto& [sequence, open] : state_.open) {
      for (const Line& line : open.lines) {
        for (const auto& [key, units] : line.picked) all.insert(key.parcel);
      }
    }
    all.erase(0);
    if (all.size() >= state_.limits.parcels_max) return Refusal{Reason::parcels_full};
    return {};
  }
  std::size_t orders = 1;
  std::size_t lines = order.lines.size();
  for (const Order* other : there) {
    for (const Line& line : other->lines) {
      for (const auto& [key, units] : line.picked) {
        const bool elsewhere = key.parcel == goods.parcel && key.node != goods.node;
        if (elsewhere) return Refusal{Reason::parcel_of_another};
      }
    }
    if (other->sequence == order.sequence) continue;
    if (other->channel != order.channel || other->zone != order.zone) {
      return Refusal{Reason::parcel_of_another};
    }
    ++orders;
    lines += other->lines.size();
  }
  if (orders == 1) return {};
  const std::size_t most = state_.limits.lines_per_order_max;
  if (lines > most || orders > 16 || orders > 1 + most / 8) return Refusal{Reason::parcel_full};
  ++state_.gone.parcels_shared;
  return {};
}

// What was told of the weight of a parcel in which nothing lies any more is forgotten.
void NaiveEngine::forget_weights() {
  std::erase_if(state_.weights,
                [this](const auto& weight) { return in_parcel(weight.first).empty(); });
}

NaiveEngine::Verdict NaiveEngine::run(const ShipParcel& command) {
  if (command.parcel_key == 0) return Refusal{Reason::parcel_key_missing};
  std::vector<OrderKey> keys;
  for (const Order* order : in_parcel(command.parcel_key)) keys.push_back(order->key);
  if (keys.empty()) {
    Event& event = emit(EventType::parcel_unassigned);
    event.amount = static_cast<std::int64_t>(command.parcel_key);
    event.time = static_cast<std::int64_t>(command.tracking);
    event.reason = Reason::parcel_unknown;
    return {};
  }
  state_.gone.parcels_together += keys.size() > 1 ? 1 : 0;
  Goods goods;
  goods.tracking = command.tracking;
  goods.parcel = command.parcel_key;
  for (const OrderKey& key : keys) ship(*settled(key), goods);
  return {};
}

}  // namespace allot::oracle
