#include "sourcing/sourcing.hpp"

namespace allot {

Sourcing::Sourcing(const Limits& limits)
    : routes_(limits), lines_(limits), search_(limits, lines_) {}

bool Sourcing::begin(const Catalogue& catalogue, ChannelId channel, ZoneId zone,
                     const OrderKey& key, Sequence sequence) {
  lines_.begin(routes_.find(catalogue, channel, zone));
  begun_ = true;
  chosen_ = false;
  plan_ = {};
  if (trace_ != nullptr) tell_begin(catalogue, key, sequence);
  return lines_.candidates() != 0;
}

ChoiceLine Sourcing::add(const Stock& stock, const WaitingLines* claims, LineNumber number,
                         SkuId sku, Units wanted) {
  ALLOT_CHECK(begun_);
  ALLOT_CHECK(!chosen_);
  return lines_.add(stock, claims, number, sku, wanted);
}

const Plan* Sourcing::choose(std::uint32_t nodes_max) {
  ALLOT_CHECK(begun_);
  ALLOT_CHECK(!chosen_);
  tell_lines();
  return hand_out(search_.run(nodes_max));
}

const Plan* Sourcing::choose_nothing() {
  ALLOT_CHECK(begun_);
  lines_.need_nothing();
  if (!chosen_) tell_lines();
  search_.run_nothing();
  return hand_out(true);
}

// Effects: the choice is made. Returns: the plan, null when none was found.
const Plan* Sourcing::hand_out(bool found) {
  chosen_ = true;
  if (!found) return nullptr;
  const NodeSearch::Best& best = search_.best();
  plan_.count = best.count;
  plan_.cost = best.cost;
  plan_.bounded = best.bounded;
  plan_.margin = lines_.route().margin;
  plan_.table = search_.units();
  for (std::uint32_t i = 0; i < best.count; ++i) {
    plan_.nodes[i] = lines_.route().candidates[best.candidates[i]].node;
  }
  return &plan_;
}

void Sourcing::tell_begin(const Catalogue& catalogue, const OrderKey& key, Sequence sequence) {
  const Route& route = lines_.route();
  const Channel& channel = catalogue.channel(route.channel);
  trace_->begin(key, sequence, channel.settings.policy,
                static_cast<std::uint32_t>(channel.network.size()));
  Routes::tell_excluded(catalogue, route.channel, route.zone, *trace_);
}

}  // namespace allot
