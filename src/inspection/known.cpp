#include "inspection/known.hpp"

#include <algorithm>
#include <limits>
#include <variant>

namespace allot::inspection {
namespace {

__extension__ using Wide = __int128;

// What an order comes to, as docs/rules.md §5 adds it up. It need not have passed that.
template <class C>
MoneyMinor worth_of(const C& order, bool tax_included) {
  Wide due = Wide{order.shipping} - order.discount;
  Wide taxes = order.shipping_tax;
  for (const OrderLine& line : order.lines) {
    due += (line.total != 0 ? Wide{line.total} : Wide{line.price} * line.quantity) - line.discount;
    taxes += line.tax;
  }
  if (!tax_included) due += taxes;
  constexpr Wide most = std::numeric_limits<MoneyMinor>::max();
  return static_cast<MoneyMinor>(std::clamp(due, Wide{0}, most));
}

template <class C>
std::uint64_t units_of_lines(const C& order) {
  std::uint64_t units = 0;
  for (const OrderLine& line : order.lines) units += line.quantity;
  return units;
}

}  // namespace

template <class C>
RefusedOrder Known::refusal_of(const Step& step, const C& order, Reason why) const {
  RefusedOrder refused{.order_number = std::string(order.order_number.text()),
                       .sequence = step.in.sequence,
                       .channel = order.channel,
                       .zone = order.zone,
                       .reason = why,
                       .value = worth_of(order, taxed_.contains(order.channel)),
                       .skus = {}};
  for (const OrderLine& line : order.lines) {
    if (std::ranges::find(refused.skus, line.sku) == refused.skus.end()) {
      refused.skus.push_back(line.sku);
    }
  }
  return refused;
}

void Known::see_asked(const Step& step, const Event& answer) {
  std::visit(
      [&]<class C>(const C& order) {
        if constexpr (requires { order.lines, order.order_number; }) {
          AskedOrder asked{.key = answer.order_key,
                           .time = step.in.time,
                           .units = units_of_lines(order),
                           .promised = 0,
                           .refusal = 0};
          if (answer.type == EventType::refused) {
            refused_.push_back(refusal_of(step, order, answer.reason));
            asked.refusal = refused_.size();
          }
          orders_.push_back(asked);
        } else if constexpr (std::is_same_v<C, Exchange>) {
          // Refused, it was about the order that is there.
          if (answer.type != EventType::placed) return;
          orders_.push_back({.key = answer.order_key,
                             .time = step.in.time,
                             .units = units_of_lines(order),
                             .promised = 0,
                             .refusal = 0});
        }
      },
      step.in.command);
}

void Known::step(const Step& step) {
  safety_.see(step);
  if (const auto* channel = std::get_if<DefineChannel>(&step.in.command)) {
    if (const auto id = step.core.find(IdKind::channel, channel->code.text())) {
      channel->prices_include_tax ? void(taxed_.insert({*id})) : void(taxed_.erase({*id}));
    }
  }
  const std::size_t before = orders_.size();
  for (const Event& event : step.events) {
    switch (event.type) {
      case EventType::placed:
      case EventType::imported:
      case EventType::shipped_elsewhere:
      case EventType::refused: see_asked(step, event); break;
      case EventType::order_split:
        orders_.push_back({.key = event.order_key,
                           .time = step.in.time,
                           .units = event.quantity,
                           .promised = 0,
                           .refusal = 0});
        break;
      case EventType::line_split:
        // Of its units, so many wait as it has for a time.
        orders_.back().promised += event.quantity - static_cast<std::uint64_t>(event.time);
        break;
      case EventType::line_held:
      case EventType::line_allocated:
        // What it waited for is promised to an order in the step of another.
        if (orders_.size() != before && orders_.back().key == event.order_key) {
          orders_.back().promised += event.quantity;
        }
        break;
      case EventType::stock_received:
      case EventType::line_unshipped:
      case EventType::return_restocked:
      case EventType::return_quarantined:
      case EventType::stock_adjusted: cells_.emplace(SkuId{event.sku}, NodeId{event.node}); break;
      default: break;
    }
  }
}

}  // namespace allot::inspection
