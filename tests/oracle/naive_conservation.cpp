// Whether every unit is somewhere, by a scan of everything (rules, section 10).
#include <algorithm>
#include <map>

#include "naive_engine.hpp"

namespace allot::oracle {
namespace {

std::string name_of(const LotKey& key) {
  return "lot " + std::to_string(key.lot) + " of SKU " + std::to_string(key.sku) + " at node " +
         std::to_string(key.node);
}

}  // namespace

Conservation NaiveEngine::conservation() const {
  Conservation result;
  const auto fault = [&result](bool holds, const std::string& text) {
    if (holds) return;
    result.holds = false;
    if (result.fault.empty()) result.fault = text;
  };
  std::map<LotKey, std::pair<std::int64_t, std::int64_t>> promised;  // held, allocated
  std::map<LotKey, std::int64_t> picked;
  for (const auto& [sequence, order] : state_.open) {
    for (const Line& line : order.lines) {
      ++result.lines;
      result.waiting += static_cast<std::uint64_t>(line.waiting);
      fault(line.ordered ==
                line.taken() + line.sum_picked() + line.waiting + line.shipped + line.refused,
            "a line of the order of sequence " + std::to_string(sequence) + " does not add up");
      fault(line.on_its_way() >= 0 && line.still_coming() >= 0,
            "more arrived, was lost, was turned away or came back than was shipped");
      fault(std::min({line.lost, line.turned_away, line.home}) >= 0 && line.home <= line.returned,
            "what did not arrive does not add up");
      for (const auto& [key, units] : line.parts) {
        auto& [held, allocated] = promised[{line.sku, key.node, key.lot}];
        (order.firm() ? allocated : held) += units;
      }
      for (const auto& [key, units] : line.picked) picked[{line.sku, key.node, key.lot}] += units;
      for (const auto& [key, units] : line.to_pick) {
        fault(line.parts.contains(key) && units <= line.parts.at(key),
              "more is to be picked than is held");
      }
    }
  }
  for (const Order& order : state_.closed) {
    fault(order.debits.empty() || order.status == OrderStatus::expired || order.shipped() > 0,
          "an order that cannot come back remembers what it debited");
    for (const Line& line : order.lines) {
      ++result.lines;
      fault(line.parts.empty() && !line.queued, "a closed line holds or waits");
      fault(line.to_pick.empty() && line.picked.empty(), "a closed line is on the floor");
      fault(line.shipped <= line.ordered - line.refused, "more was shipped than was owed");
      fault(line.on_its_way() >= 0 && line.still_coming() >= 0,
            "more arrived, was lost, was turned away or came back than was shipped");
      fault(std::min({line.lost, line.turned_away, line.home}) >= 0 && line.home <= line.returned,
            "what did not arrive does not add up");
      fault(line.waiting == 0 || order.status == OrderStatus::expired,
            "a line that cannot come back remembers that it waited");
    }
  }
  for (const auto& [sequence, order] : state_.open) {
    const bool is_to_be_paid = order.awaits_payment() && !order.sums && order.shipped() == 0;
    fault(order.whose.token == 0 || (is_to_be_paid && !order.imported),
          "an order is somebody's that is not to be paid");
  }
  for (const Order& order : state_.closed) {
    fault(order.whose.token == 0, "an order is somebody's that has ended");
  }
  for (const auto& [sequence, order] : state_.open)
    fault(money_fault(order).empty(), money_fault(order));
  for (const Order& order : state_.closed) fault(money_fault(order).empty(), money_fault(order));
  fault(promises_fault().empty(), promises_fault());
  for (const auto& [key, lot] : state_.lots) {
    ++result.lots;
    const auto [held, allocated] = promised[key];
    fault(lot.on_hand + lot.deficit ==
              lot.available + lot.held + lot.allocated + lot.picked + lot.unavailable,
          name_of(key) + " does not add up");
    fault(std::min({lot.on_hand, lot.available, lot.held, lot.allocated, lot.picked,
                    lot.unavailable, lot.deficit}) >= 0,
          name_of(key) + " has a negative count");
    for (const TimeNs margin : margins()) {
      const bool timed = state_.margin_timers.contains({margin, key});
      const bool sold = state_.version >= 3 && lot.expires_at - margin > state_.now;
      fault(timed || !sold, name_of(key) + " has no timer for a margin");
    }
    fault(lot.held == held && lot.allocated == allocated && lot.picked == picked[key],
          name_of(key) + " disagrees with the orders that hold from it");
    const auto add = [](std::uint64_t& sum, std::int64_t units) {
      sum += static_cast<std::uint64_t>(units);
    };
    add(result.on_hand, lot.on_hand);
    add(result.available, lot.available);
    add(result.held, lot.held);
    add(result.allocated, lot.allocated);
    add(result.picked, lot.picked);
    add(result.unavailable, lot.unavailable);
    add(result.deficit, lot.deficit);
    add(result.oversold_units,
        std::max<std::int64_t>(0, lot.held + lot.allocated - lot.on_hand - lot.deficit));
  }
  return result;
}

// Returns: what is wrong with the payments of an order, empty when nothing is.
std::string NaiveEngine::money_fault(const Order& order) const {
  const std::string whose = "of the order of sequence " + std::to_string(order.sequence) + ' ';
  if (!order.sums) return order.credit == 0 ? "" : whose + "nobody knows what it is credited";
  // Voids are not summed anywhere else, so that theirs may exceed 64 bits.
  std::map<PaymentKind, Wide> single;
  for (const KnownPayment& known : state_.payments) {
    if (known.order_sequence == order.sequence) single[known.kind] += known.amount;
  }
  for (const auto& [kind, sum] : order.sums->by_kind) {
    const std::int64_t unnamed = kind == PaymentKind::captured ? order.sums->unnamed : 0;
    if (sum < 0) return whose + "a sum of payments is negative";
    if (Wide{sum} - unnamed != single[kind]) return whose + "payments have another sum";
  }
  if (order.sums->aside < 0 || order.sums->aside > order.sums->of(PaymentKind::authorised)) {
    return whose + "more is set aside than was authorised";
  }
  if (order.status == OrderStatus::open && order.payment == Payment::authorised &&
      order.pay_by != order.sums->lapses) {
    return whose + "pay_by is not when it lapses";
  }
  const Wide due = due_of(order, order.status);
  const Wide stayed = order.sums->stayed();
  const Wide open = std::max<Wide>(0, due - stayed);
  const Wide back = std::max<Wide>(0, stayed - due);
  const Wide captured = order.sums->of(PaymentKind::captured);
  if (captured + open != due + back + order.sums->gone_back()) {
    return whose + "the money does not add up";
  }
  if (order.kept < 0 ||
      (order.kept > 0 && order.status == OrderStatus::open && !order.asked_back)) {
    return whose + "a deposit is kept that did not lapse";
  }
  const bool has_all = std::ranges::all_of(order.lines, [](const Line& line) {
    return line.returned + line.lost + line.turned_away == 0;
  });
  if (order.given < 0 || order.given > order.credit || (order.given > 0 && has_all)) {
    return whose + "something is not asked, and the customer has her goods";
  }
  if (order.credit < 0) return whose + "more was credited than there is";
  const bool paid = order.payment == Payment::paid || order.asked() == 0;
  return paid || stayed < order.asked() ? "" : whose + "all money is there, and it is not paid";
}

}  // namespace allot::oracle
