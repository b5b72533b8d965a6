// What random runs change of orders that go on.
#include <algorithm>
#include <type_traits>

#include "command_generator.hpp"
#include "generator/ranges.hpp"

namespace allot::generator {

using ranges::time_max;

// Mostly of an order that goes on, and of a SKU of its, as far as events have told them.
Command CommandGenerator::draw_cancel_line() {
  CancelLine cancel;
  cancel.command_key = new_key();
  const KnownOrder* order = some_order([](const KnownOrder& one) { return !one.ended; });
  cancel.order_key = order != nullptr ? order->key : known_order_key();
  cancel.sku = {id(profile_.skus)};
  if (!random_.one_in(3)) cancel.quantity = random_.u32(1, profile_.order_quantity_max);
  if (random_.one_in(3)) cancel.node = {id(profile_.nodes)};
  if (const KnownGoods* line = one_of(taken_); line != nullptr) {
    cancel.order_key = line->key;
    cancel.sku = line->sku;
    if (random_.one_in(3)) cancel.node = line->node;
    if (random_.one_in(2)) cancel.quantity = random_.u32(1, line->quantity);
  }
  if (order != nullptr && random_.one_in(4)) cancel.version = order->version;
  if (fault()) cancel.version = random_.u32(1, 9);
  if (fault()) cancel.quantity = random_.pick<std::uint32_t>({2'147'483'647, 2'147'483'648U});
  return cancel;
}

const CommandGenerator::KnownOrder* CommandGenerator::open_order(const OrderKey& key) const {
  const auto found = std::ranges::find(orders_, key, &KnownOrder::key);
  return found == orders_.end() || found->ended ? nullptr : &*found;
}

template <class C>
void CommandGenerator::place_alike(C& order) {
  constexpr bool is_place = std::is_same_v<C, Place>;
  if (!order.order_key.present()) return;
  if (!alike_.empty() && !random_.one_in(6)) {
    const Alike& before = alike_[random_.below(alike_.size())];
    order.channel = before.channel;
    order.zone = before.zone;
    order.ship_by = before.ship_by;
    order.priority = before.priority;
    if (!random_.one_in(4)) order.tokens = before.tokens;
    if constexpr (is_place) {
      if (!before.imported) order.max_splits = before.max_splits;
    }
  }
  // Of a line that was refused nothing is merged.
  if constexpr (is_place) {
    if (order.shortage == Shortage::refuse_line && !random_.one_in(8)) {
      order.shortage = Shortage::backorder;
    }
    for (OrderLine& line : lines_.back()) {
      if (!random_.one_in(8)) line.shortage = Shortage::by_order;
    }
  }
  Alike alike{.key = order.order_key,
              .channel = order.channel,
              .zone = order.zone,
              .tokens = order.tokens,
              .ship_by = order.ship_by,
              .priority = order.priority,
              .imported = !is_place};
  if constexpr (is_place) {
    alike.max_splits = order.max_splits;
    alike.ship_complete = order.ship_complete;
  }
  asked_alike_ = alike;
}

template void CommandGenerator::place_alike(Place& order);
template void CommandGenerator::place_alike(Import& order);

// Mostly of two that go on and are of one kind.
Command CommandGenerator::draw_merge() {
  Merge merge;
  merge.command_key = new_key();
  merge.order_key = known_order_key();
  merge.other_key = fault() ? OrderKey{} : known_order_key();
  std::erase_if(alike_, [this](const Alike& one) { return open_order(one.key) == nullptr; });
  std::vector<const Alike*> open;
  for (const Alike& one : alike_) open.push_back(&one);
  const bool any = !random_.one_in(20);
  if (open.empty() && any) return draw_place();
  if (any) {
    const Alike& stays = *open[random_.below(open.size())];
    merge.order_key = stays.key;
    const bool paid = open_order(stays.key)->paid;
    const bool of_one_kind = !random_.one_in(12);
    const bool alike_paid = !random_.one_in(8);
    std::erase_if(open, [&](const Alike* other) {
      return other->key == stays.key || (of_one_kind && !other->same_kind(stays)) ||
             (of_one_kind && other->tokens != stays.tokens && !random_.one_in(8)) ||
             (alike_paid && open_order(other->key)->paid != paid);
    });
    if (open.empty()) return draw_place();
    merge.other_key = open[random_.below(open.size())]->key;
    // One that waits, and came before one that does not.
    const auto waits = [this](const OrderKey& key) {
      return std::ranges::find(waits_, key, &KnownGoods::key) != waits_.end();
    };
    const auto comes_first = [&](const Alike& other) {
      const auto found = std::ranges::find_if(
          alike_, [&](const Alike& one) { return one.key == other.key || one.key == stays.key; });
      return found->key == other.key;
    };
    if (random_.one_in(2) && !waits(stays.key)) {
      const auto first = std::ranges::find_if(
          open, [&](const Alike* other) { return waits(other->key) && comes_first(*other); });
      if (first != open.end()) merge.other_key = (*first)->key;
    }
  }
  // What was placed in exchange for goods that are to come back goes into another order.
  if (const KnownGoods* placed = one_of(placed_for_); placed != nullptr && random_.one_in(4)) {
    merge.other_key = placed->key;
    if (random_.one_in(2)) merge.order_key = placed_for_.back().key;
  }
  merged_into_ = merge.order_key;
  if (random_.one_in(40)) merge.version = random_.u32(1, 3);
  if (random_.one_in(40)) merge.other_version = random_.u32(1, 3);
  return merge;
}

// Mostly of one that goes on: a part of what it holds or waits for, or more than it holds.
Command CommandGenerator::draw_split() {
  Split split;
  split.command_key = new_key();
  split.order_key = known_order_key();
  std::vector<OrderLine> lines;
  const auto add = [&](SkuId sku, std::uint32_t quantity) {
    OrderLine line{};
    line.sku = sku;
    line.quantity = quantity;
    if (random_.one_in(60)) line.price = random_.pick<MoneyMinor>({50, 100});
    if (fault()) line.quantity = random_.pick<std::uint32_t>({0, 2'147'483'648U});
    if (fault()) line.total = 1;
    lines.push_back(line);
  };
  const KnownGoods* part = random_.one_in(3) ? one_of(waits_) : one_of(taken_);
  if (random_.one_in(12)) part = one_of(released_);
  if (random_.one_in(12)) part = one_of(shipped_);
  for (int tries = 0; tries < 4 && part != nullptr && open_order(part->key) == nullptr; ++tries) {
    part = one_of(taken_);
  }
  if (part != nullptr && !random_.one_in(20)) {
    split.order_key = part->key;
    add(part->sku, random_.u32(1, std::max(1U, part->quantity + (random_.one_in(4) ? 1 : 0))));
    for (const KnownGoods& other : taken_) {
      if (other.key == part->key && other.sku != part->sku && random_.one_in(3)) {
        add(other.sku, random_.u32(1, std::max(1U, other.quantity)));
      }
    }
  }
  if (lines.empty() || random_.one_in(6)) {
    const SkuId sku{id(profile_.skus)};
    add(sku, random_.u32(1, 2));
  }
  if (fault()) lines.clear();
  split.lines = lines_.emplace_back(lines);
  name(split.new_key, split.new_number, {id(profile_.channels)});
  if (random_.one_in(30)) split.version = random_.u32(1, 4);
  if (random_.one_in(profile_.moneyed ? 3 : 20)) {
    split.discount = random_.between(fault() ? -1 : 0, 20);
    split.shipping = random_.between(0, 60);
    split.shipping_tax = random_.between(0, 5);
  }
  return split;
}

// Effects: the new order is known, and like the one that it was a part of.
void CommandGenerator::remember_part(const Event& event) {
  const bool paid = (event.flags & EventFlags::to_be_paid) == 0;
  KnownOrder known{event.order_key, 1, 0, false, false, paid, false};
  const Split* const asked = std::get_if<Split>(&sent_.back());
  if (asked != nullptr) {
    if (const KnownOrder* whole = open_order(asked->order_key); whole != nullptr) {
      known.pay_by = whole->pay_by;
    }
    const auto alike = std::ranges::find(alike_, asked->order_key, &Alike::key);
    if (alike != alike_.end()) {
      Alike part = *alike;
      part.key = event.order_key;
      alike_.push_back(part);
      if (alike_.size() > 16) alike_.pop_front();
    }
  }
  orders_.push_back(known);
}

// What is told of an order into which another went is told under the key of that, often; and so is
// some of what is told, or asked, of others.
void CommandGenerator::name_merged(Command& command) {
  std::visit(
      [this](auto& c) {
        using C = std::decay_t<decltype(c)>;
        constexpr bool is_new = std::is_same_v<C, Place> || std::is_same_v<C, Import>;
        if constexpr (requires { c.order_key; } && !is_new) {
          const auto into = std::ranges::find(merged_, c.order_key, &MergedKeys::into);
          const auto ended = std::ranges::find_if(
              merged_, [this](const MergedKeys& one) { return open_order(one.into) == nullptr; });
          if (std::is_same_v<C, ConfirmPayment> && ended != merged_.end() && random_.one_in(4)) {
            c.order_key = ended->key;
          } else if (into != merged_.end() && random_.one_in(2)) {
            c.order_key = into->key;
          } else if (random_.one_in(24)) {
            c.order_key = merged_[random_.below(merged_.size())].key;
          }
        }
      },
      command);
}

// Mostly a little of what is held there, to where some of it may be.
Command CommandGenerator::draw_move() {
  MovePromise move;
  move.command_key = new_key();
  move.order_key = known_order_key();
  move.sku = {id(profile_.skus)};
  move.from_node = {id(profile_.nodes)};
  const KnownGoods* held = one_of(random_.one_in(8) ? released_ : taken_);
  for (int tries = 0; tries < 4 && (held == nullptr || !held->node.present()); ++tries) {
    held = one_of(taken_);
  }
  if (held != nullptr && held->node.present()) {
    move.order_key = held->key;
    move.sku = held->sku;
    move.from_node = held->node;
  }
  move.to_node = {random_.one_in(4) ? move.from_node.value : id(profile_.nodes)};
  if (random_.one_in(2)) move.quantity = random_.one_in(2) ? 1 : random_.u32(1, 4);
  if (random_.one_in(6)) move.from_lot = random_.u32(1, profile_.lots);
  if (random_.one_in(4) || move.to_node == move.from_node) {
    move.to_lot = random_.u32(1, profile_.lots);
  }
  if (fault()) move.quantity = random_.pick<std::uint32_t>({2'147'483'647, 2'147'483'648U});
  if (fault()) move.to_lot = move.from_lot;
  return move;
}

// Often little is changed: the lines are drawn anew, with the SKUs that orders have.
Command CommandGenerator::draw_modify() {
  Modify modify;
  modify.command_key = new_key();
  const KnownOrder* order = some_order([](const KnownOrder& one) { return !one.ended; });
  modify.order_key = order != nullptr ? order->key : known_order_key();
  if (order != nullptr && random_.one_in(4)) modify.version = order->version;
  if (random_.one_in(2)) modify.zone = {id(profile_.zones)};
  std::vector<OrderLine> lines;
  const std::span<const OrderLine> drawn = draw_lines();
  lines.assign(drawn.begin(), drawn.end());
  for (OrderLine& line : lines) {
    if (!fault()) line.shortage = Shortage::by_order;
  }
  if (const KnownGoods* held = one_of(taken_); held != nullptr) {
    modify.order_key = held->key;
    OrderLine line{};
    line.sku = held->sku;
    const std::uint32_t more = random_.u32(0, 2);
    line.quantity = std::max(1U, held->quantity + more - random_.u32(0, 1));
    line.price = random_.pick<MoneyMinor>({0, 50, 100});
    // Of little money rounding is much.
    if (random_.one_in(4)) {
      line.price = 0;
      line.total = random_.between(1, 6);
    }
    lines.resize(std::min<std::size_t>(lines.size(), random_.u32(0, 2)));
    lines.push_back(line);
  }
  // Sometimes no more than what has left is wanted.
  if (const KnownGoods* left = one_of(shipped_); left != nullptr && random_.one_in(4)) {
    modify.order_key = left->key;
    modify.version = 0;
    OrderLine line{};
    line.sku = left->sku;
    line.quantity = std::max(1U, left->quantity);
    line.price = random_.pick<MoneyMinor>({0, 50, 100, 1000});
    if (random_.one_in(2)) {
      line.price = 0;
      line.total = random_.between(1, 6);
    }
    lines.assign(1, line);
  }
  if (const KnownGoods* asked = one_of(asked_); asked != nullptr && random_.one_in(5)) {
    modify.order_key = asked->key;
    for (const KnownGoods& left : shipped_) {
      if (left.key != asked->key || !random_.one_in(2)) continue;
      OrderLine line{};
      line.sku = left.sku;
      line.quantity = std::max(1U, left.quantity);
      lines.assign(1, line);
    }
  }
  // What is picked is weighed, and weighs more.
  if (const KnownGoods* picked = one_of(released_); picked != nullptr && random_.one_in(6)) {
    modify.order_key = picked->key;
    modify.version = 0;
    OrderLine line{};
    line.sku = picked->sku;
    line.quantity = std::max(1U, picked->quantity);
    line.total = random_.between(1, 2'000);
    lines.assign(1, line);
  }
  modify.lines = lines_.emplace_back(lines);
  if (random_.one_in(3)) modify.tokens = draw_tokens();
  if (!random_.one_in(4)) modify.ship_by = draw_ship_by();
  if (random_.one_in(8)) modify.ship_by = random_.between(0, time_max);
  if (random_.one_in(4)) modify.priority = static_cast<std::uint8_t>(random_.below(256));
  if (random_.one_in(6)) modify.max_splits = static_cast<std::uint8_t>(random_.below(4));
  if (profile_.moneyed && random_.one_in(3)) {
    modify.discount = random_.between(fault() ? -1 : 0, 100);
    modify.shipping = random_.between(0, 500);
    modify.shipping_tax = random_.between(0, 50);
  }
  modify.deposit = draw_deposit();
  if (fault()) modify.version = random_.u32(1, 9);
  if (fault()) modify.ship_by = -1;
  return modify;
}

// Few numbers, so that lines meet again, and commands find them.
void CommandGenerator::draw_line_numbers(Command& command) {
  std::visit(
      [this](auto& drawn) {
        if constexpr (std::is_same_v<std::decay_t<decltype(drawn)>, ConfirmPart>) {
          for (OrderLine& line : lines_.back()) {
            if (random_.one_in(2)) line.line_number = static_cast<std::uint16_t>(random_.u32(1, 3));
          }
        } else if constexpr (requires { drawn.lines; }) {
          draw_line_numbers(lines_.back());
        } else if constexpr (requires { drawn.line_number; }) {
          if ((drawn.sku.present() && random_.one_in(2)) || fault()) {
            drawn.line_number = static_cast<std::uint16_t>(random_.u32(1, 3));
          }
          // Returns are small: some are of more than one line.
          if constexpr (requires { drawn.disposition; }) {
            if (!fault() && random_.one_in(2)) drawn.quantity += profile_.order_quantity_max;
          }
        }
      },
      command);
}

// Whoever says a date mostly says the same of each number.
void CommandGenerator::draw_line_numbers(std::vector<OrderLine>& lines) {
  const TimeNs date = random_.one_in(3) ? 0 : random_.between(1, 3) * ranges::second;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i > 0 && random_.one_in(2)) lines[i].sku = lines[i - 1].sku;
    if (!random_.one_in(3)) lines[i].line_number = static_cast<std::uint16_t>(random_.u32(1, 3));
    lines[i].wanted_at = date * lines[i].line_number;
    if (random_.one_in(20)) lines[i].wanted_at = date;
    if (fault()) lines[i].wanted_at = random_.pick<TimeNs>({-1, time_max + 1});
  }
}

}  // namespace allot::generator
