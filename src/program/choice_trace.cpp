#include "program/choice_trace.hpp"

namespace allot::program {

void ChoiceTrace::begin(const OrderKey& order_key, Sequence, std::uint32_t candidates) {
  ours_ = order_key == key_;
  if (!ours_) return;
  choices_.push_back({});
  choices_.back().candidates = candidates;
}

void ChoiceTrace::line(std::uint32_t line, SkuId sku, std::uint32_t wanted, std::uint64_t total,
                       std::uint32_t need) {
  if (!ours_) return;
  Choice& choice = choices_.back();
  choice.lines.push_back({line, sku, wanted, total, need, std::move(choice.last_stock)});
  choice.last_stock.clear();
}

// The stock of a line is told before the line itself, under its place in the choice.
void ChoiceTrace::stock(std::uint32_t, NodeId node, std::uint32_t base) {
  if (ours_) choices_.back().last_stock[node.value] = base;
}

void ChoiceTrace::excluded(NodeId node, std::string_view why) {
  if (ours_) choices_.back().excluded[node.value] = std::string(why);
}

void ChoiceTrace::set(const std::uint32_t* nodes, std::uint32_t count, std::int64_t cost) {
  if (!ours_) return;
  Choice& choice = choices_.back();
  ++choice.sets_looked_at;
  if (cost < 0) return;
  ++choice.sets_that_serve;
  const Plan plan{{nodes, nodes + count}, cost};
  for (const std::uint32_t node : plan.nodes) {
    const auto cheapest = choice.cheapest_with.find(node);
    if (cheapest == choice.cheapest_with.end() || cost < cheapest->second.cost) {
      choice.cheapest_with[node] = plan;
    }
    const auto smallest = choice.smallest_with.find(node);
    if (smallest == choice.smallest_with.end() || count < smallest->second.nodes.size() ||
        (count == smallest->second.nodes.size() && cost < smallest->second.cost)) {
      choice.smallest_with[node] = plan;
    }
  }
}

void ChoiceTrace::chosen(const std::uint32_t* nodes, std::uint32_t count, std::int64_t cost,
                         bool bounded) {
  if (!ours_) return;
  choices_.back().chosen = Plan{{nodes, nodes + count}, cost};
  choices_.back().bounded = bounded;
}

}  // namespace allot::program
