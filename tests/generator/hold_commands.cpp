// What random runs ask of holds: that they last longer, are paid in part, or wait no more.
#include <algorithm>

#include "command_generator.hpp"
#include "generator/ranges.hpp"

namespace allot::generator {

using ranges::time_max;

// Mostly of an order that may be paid still, and mostly later than it may be.
Command CommandGenerator::draw_extend() {
  Extend extend;
  extend.command_key = new_key();
  extend.order_key = known_order_key();
  extend.pay_by = now_ + random_.between(1, profile_.ttl_ns);
  const KnownOrder* order =
      some_order([](const KnownOrder& one) { return !one.ended && !one.paid && one.pay_by != 0; });
  if (order != nullptr && !fault()) {
    extend.order_key = order->key;
    if (!random_.one_in(4)) {
      extend.pay_by = std::max(order->pay_by, now_) + random_.between(-1, profile_.ttl_ns);
    }
    if (random_.one_in(4)) extend.version = order->version;
  }
  extend.pay_by = std::clamp<TimeNs>(extend.pay_by, 1, time_max);
  if (fault()) extend.pay_by = random_.pick<TimeNs>({-1, 0, time_max, time_max + 1});
  if (fault()) extend.version = random_.u32(1, 9);
  return extend;
}

// Of an order that is not paid: some or all of what events have told that it has.
Command CommandGenerator::draw_confirm_part() {
  ConfirmPart part;
  part.command_key = new_key();
  part.order_key = known_order_key();
  part.paid_at = std::max<TimeNs>(1, now_);
  part.rest = random_.one_in(2) ? PartRest::keep : PartRest::release;
  const auto has_goods = [this](const KnownOrder& one) {
    const auto its = [&one](const KnownGoods& goods) { return goods.key == one.key; };
    return !one.ended && !one.paid && std::ranges::any_of(taken_, its);
  };
  const KnownOrder* order = some_order(has_goods);
  // The last part of one of which others were paid, or of one that has left before: only that.
  if (random_.one_in(4)) {
    part.rest = PartRest::keep;
    order = some_order([&](const KnownOrder& one) { return has_goods(one) && one.open > 0; });
  }
  const KnownGoods* left = one_of(shipped_);
  const bool only_left = left != nullptr && random_.one_in(3);
  if (only_left) {
    const auto its = [&left](const KnownOrder& one) { return one.key == left->key; };
    const auto found = std::ranges::find_if(orders_, its);
    if (found != orders_.end() && !found->ended && !found->paid) {
      part.rest = PartRest::release;
      order = &*found;
    }
  }
  std::vector<OrderLine> lines;
  const auto add = [&lines](const KnownGoods& goods) {
    const auto of_sku = [&goods](const OrderLine& line) { return line.sku == goods.sku; };
    auto line = std::ranges::find_if(lines, of_sku);
    if (line == lines.end()) {
      line = lines.insert(lines.end(), OrderLine{});
      line->sku = goods.sku;
    }
    line->quantity +=
        std::min(goods.quantity, 1'000'000'000U - std::min(line->quantity, 1'000'000'000U));
  };
  if (order != nullptr && !fault()) {
    part.order_key = order->key;
    const TimeNs near = random_.one_in(3) ? near_deadline(*order) : 0;
    if (near > 0) part.paid_at = near;
    if (!only_left && random_.one_in(20)) part.paid_at = random_.between(1, part.paid_at);
    if (random_.one_in(4)) part.version = order->version;
    const std::deque<KnownGoods>& some = only_left ? shipped_ : taken_;
    for (const KnownGoods& goods : some) {
      if (goods.key == order->key) add(goods);
    }
  }
  const bool all = only_left || random_.one_in(4);
  for (OrderLine& line : lines) {
    if (!all && random_.one_in(2)) line.quantity = random_.u32(1, std::max(1U, line.quantity));
    if (!only_left && random_.one_in(6)) line.price = random_.pick<MoneyMinor>({50, 100, 1'000});
  }
  if (!all && lines.size() > 1 && random_.one_in(2)) lines.pop_back();
  if (lines.empty() || (!all && random_.one_in(10))) {
    OrderLine& line = lines.emplace_back();
    line.sku = {id(profile_.skus)};
    line.quantity = random_.u32(1, profile_.order_quantity_max);
  }
  if (!only_left && random_.one_in(8)) {  // in two pieces, or too much
    lines.push_back(lines.front());
    lines.front().quantity = std::max(1U, lines.front().quantity / 2);
  }
  if (fault()) spoil(lines);
  if (lines.size() > profile_.limits.lines_per_order_max && !fault()) {
    lines.resize(profile_.limits.lines_per_order_max);
  }
  part.lines = lines_.emplace_back(lines);
  if (fault()) part.paid_at = random_.between(-1, 0);
  if (fault()) part.rest = static_cast<PartRest>(2 + random_.below(254));
  if (fault()) part.version = random_.u32(1, 9);
  return part;
}

// What nobody may say of a line that is paid.
void CommandGenerator::spoil(std::vector<OrderLine>& lines) {
  OrderLine& line = lines.back();
  switch (random_.below(7)) {
    case 0: lines.clear(); break;
    case 1: line.quantity = random_.pick<std::uint32_t>({0, 2'147'483'647, 2'147'483'648U}); break;
    case 2: line.price = -1; break;
    case 3: line.shortage = Shortage::backorder; break;
    case 4: line.total = 1; break;
    case 5: line.wanted_at = 1; break;
    default: line.discount = line.tax = 1; break;
  }
}

// Mostly of an order of which events have told that something waits.
Command CommandGenerator::draw_trim() {
  Trim trim;
  trim.command_key = new_key();
  trim.order_key = known_order_key();
  if (const KnownGoods* goods = one_of(waits_); goods != nullptr) trim.order_key = goods->key;
  if (fault()) trim.version = random_.u32(1, 9);
  return trim;
}

}  // namespace allot::generator
