#include "program/explanation.hpp"

#include <algorithm>
#include <string>

namespace allot::program {
namespace {

// Which lines the node cannot serve by itself; empty when it can serve all.
std::string lacking(const Choice& choice, std::uint32_t node) {
  std::string text;
  for (const ChoiceLine& line : choice.lines) {
    const auto stock = line.stock.find(node);
    const std::uint32_t has = stock == line.stock.end() ? 0 : stock->second;
    if (has >= line.need) continue;
    text += (text.empty() ? "line " : ", line ") + std::to_string(line.line) + " " +
            std::to_string(has) + " of " + std::to_string(line.need);
  }
  return text;
}

std::string difference(const Plan& other, const Plan& chosen, SourcingPolicy policy) {
  const std::size_t parcels = other.nodes.size();
  const bool fewest = policy == SourcingPolicy::fewest_parcels;
  if (fewest && parcels > chosen.nodes.size()) {
    return "the best plan with it needs " + std::to_string(parcels) + " parcels instead of " +
           std::to_string(chosen.nodes.size());
  }
  if (policy == SourcingPolicy::node_priority) {
    return "the nodes chosen come before it in priority";
  }
  if (other.cost > chosen.cost) {
    return "the best plan with it costs " + std::to_string(other.cost) + ", that is " +
           std::to_string(other.cost - chosen.cost) + " more";
  }
  if (!fewest && parcels > chosen.nodes.size()) {
    return "the best plan with it costs as much, in more parcels";
  }
  return "the best plan with it is as good; the lower ids win";
}

}  // namespace

std::string verdict(const Choice& choice, std::uint32_t node, SourcingPolicy policy) {
  if (!choice.chosen) {
    const auto units = choice.last_stock.find(node);
    if (units == choice.last_stock.end()) return "looked at; no plan was made";
    return "has " + std::to_string(units->second) + "; with all the others that is too little";
  }
  const std::vector<std::uint32_t>& taken = choice.chosen->nodes;
  if (std::ranges::find(taken, node) != taken.end()) return "chosen";
  const bool has_any = std::ranges::any_of(choice.lines, [node](const ChoiceLine& line) {
    const auto stock = line.stock.find(node);
    return line.need > 0 && stock != line.stock.end() && stock->second > 0;
  });
  if (!has_any) return "has nothing that is needed";
  const auto& plans =
      policy == SourcingPolicy::fewest_parcels ? choice.smallest_with : choice.cheapest_with;
  const auto best = plans.find(node);
  if (best != plans.end() && !taken.empty() && !choice.bounded) {
    return difference(best->second, *choice.chosen, policy);
  }
  const std::string missing = lacking(choice, node);
  if (choice.bounded) return "the bounded fallback took nodes that cover more of what was left";
  return missing.empty() ? "is in no plan that was looked at" : "cannot serve it alone: " + missing;
}

std::string_view status_name(OrderStatus status) noexcept {
  switch (status) {
    case OrderStatus::open: return "open";
    case OrderStatus::cancelled: return "cancelled";
    case OrderStatus::expired: return "expired";
    case OrderStatus::rejected: return "rejected";
  }
  return "unknown";
}

std::string_view payment_name(Payment payment) noexcept {
  switch (payment) {
    case Payment::unpaid: return "unpaid";
    case Payment::pending: return "pending";
    case Payment::paid: return "paid";
    case Payment::on_delivery: return "on_delivery";
  }
  return "unknown";
}

std::string_view review_name(const OrderInspection& order) noexcept {
  if (order.review == Review::clear) return "clear";
  return order.ship_stop ? "ship_stop" : "in_review";
}

}  // namespace allot::program
