#include "allocation/serving.hpp"

#include "allocation/ending.hpp"
#include "allocation/losing.hpp"
#include "allocation/promising.hpp"
#include "allocation/raising.hpp"
#include "allocation/returning.hpp"
#include "allocation/waving.hpp"
#include "allot/messages/limits_rules.hpp"

namespace allot {
namespace {

constexpr EventFlags waited{EventFlags::waited};

// What costs as much as looking at one line: to look whether anybody waits for so many SKUs, and to
// pass so many lines of an order on the way to one.
constexpr std::uint32_t skus_per_line = 64;
constexpr std::uint32_t lines_passed_per_line = 16;

}  // namespace

void Serving::do_work() {
  WorkQueue& work = t_.waiting.work();
  if (t_.timers.due(t_.step.now) && !work.expire_item().present()) work.push_expire();
  const bool weighs = t_.semantics.weighs_work();
  for (std::uint64_t done = 0; done < work.step_units() && !work.empty();) {
    if (t_.step.out->events().size() >= sweep_events_max) return;
    const std::uint32_t looked_at = do_unit();
    done += weighs ? looked_at : 1;
  }
}

std::uint32_t Serving::do_unit() {
  switch (t_.waiting.work().front().kind) {
    case WorkItem::Kind::serve: return serve_next();
    case WorkItem::Kind::expire: return expire_next();
    case WorkItem::Kind::lose: return Losing(t_).do_unit();
    case WorkItem::Kind::wave: return Waving(t_).do_unit();
    case WorkItem::Kind::serve_all: break;
  }
  const SkuId last{t_.catalogue.codes(IdKind::sku).count()};
  return (t_.waiting.serve_all_stretch(last) + skus_per_line - 1) / skus_per_line;
}

// An order that ends is looked at line by line, and so is whatever it gives back or makes
// forgotten.
std::uint32_t Serving::expire_next() {
  if (!t_.timers.due(t_.step.now)) {
    t_.waiting.work().pop();
    return 1;
  }
  const OrderSlot slot = t_.timers.earliest().order;
  if (!slot.present()) {
    end_beside();
    return 1;
  }
  const Order& order = t_.book[slot];
  const Due due = next_due(order);
  const std::uint32_t own = order.line_count + t_.book.companions().debits().count(order);
  const std::uint64_t free = places_free();
  if (Ending(t_).decide_due(slot, due)) return 1;
  return own + static_cast<std::uint32_t>(places_free() - free);
}

// What has a timer and is no order: a lot, a return, news, an exception, or a promise, in this
// order where they have one time and came with one command.
void Serving::end_beside() {
  const Timer& first = t_.timers.earliest();
  const Timer end = next_end(t_.stock);
  if (end.time == first.time && end.sequence == first.sequence) return Losing(t_).end_lot();
  const Timer margin = next_margin_end(t_.stock);
  const Timer lapse = t_.returns.next();
  if (margin.time == first.time && margin.sequence == first.sequence) {
    // Whoever decides asks the lot itself; only feeds do not ask.
    const LotSlot lot = t_.stock.end_first_margin();
    t_.waiting.changed().note(t_.stock.lot(lot).sku);
  } else if (lapse.time == first.time && lapse.sequence == first.sequence) {
    Returning(t_).lapse(t_.returns.first());
  } else if (is_first_news(first)) {
    t_.news.end(t_.news.oldest());
  } else if (const Timer due = t_.exceptions.next();
             due.time == first.time && due.sequence == first.sequence) {
    Raising(t_).end_deadline();
  } else {
    Promising(t_).end_timer();
  }
  t_.arm_beside();
}

bool Serving::is_first_news(const Timer& timer) const noexcept {
  if (t_.news.empty()) return false;
  const NewsItem& oldest = t_.news[t_.news.oldest()];
  return oldest.until == timer.time && oldest.sequence == timer.sequence;
}

std::uint64_t Serving::places_free() const noexcept {
  return std::uint64_t{t_.book.lines().free()} + t_.hold_chains.free() +
         t_.book.companions().debits().free();
}

// One waiting entry is tried. The cursor passes it whether it could be served or not, unless it can
// have more at once.
std::uint32_t Serving::serve_next() {
  t_.stock.settle(t_.waiting.work().front().sku);
  const EntrySlot entry = t_.waiting.next_to_serve();
  if (!entry.present()) return 1;
  const Rank rank = t_.waiting.entry(entry).rank;
  const OrderSlot slot = t_.waiting.entry(entry).order;
  const Order& order = t_.book[slot];
  if (due(order.pay_by) || due(order.review_by)) {
    t_.waiting.pass(rank);
    return 1;
  }
  const std::uint32_t on_the_way = rank.line_number / lines_passed_per_line;
  const std::uint32_t looked_at = order.ship_complete ? order.line_count : 1 + on_the_way;
  if (!try_entry(slot, rank.line())) t_.waiting.pass(rank);
  return looked_at;
}

// Returns: whether the entry has to be tried again before any other.
bool Serving::try_entry(OrderSlot slot, LineNumber number) {
  Order& order = t_.book[slot];
  // Without a node that serves, every line is short.
  (void)t_.sourcing.begin(t_.catalogue, order.origin.channel(), order.origin.zone(), order.key,
                          order.sequence);
  if (t_.stock.end_is_due()) t_.settle_stock(order);
  if (!order.ship_complete) return serve_line(slot, t_.book.lines().at(order, number), number);
  serve_whole(slot);
  return false;
}

// Returns: whether there is more for the line in nodes that one choice could not take in.
bool Serving::serve_line(OrderSlot slot, Line& line, LineNumber number) {
  ALLOT_CHECK(line.entry.present());
  const Order& order = t_.book[slot];
  const std::uint32_t nodes = t_.nodes_allowed(order.max_splits);
  const ChoiceLine at = t_.sourcing.add(t_.stock, nullptr, number, line.sku, line.waiting);
  const Units want = t_.sourcing.reach(at, nodes);
  const bool more = t_.sourcing.line(at).can_have > want && want < line.waiting;
  t_.sourcing.need(at, want);
  if (!want.present()) {
    t_.sourcing.tell_lines();
    return false;
  }
  const Plan* plan = t_.sourcing.choose(nodes);
  if (plan == nullptr) return false;
  if (!t_.holds().suffice(t_.sourcing, *plan, line)) {
    if (wakes()) t_.holds().ask_for(t_.sourcing, *plan, line);
    return false;
  }
  if (want == line.waiting) {
    t_.waiting.leave(line.sku, line.entry, want);
    line.entry = {};
  } else {
    t_.waiting.reduce(line.sku, want);
  }
  line.waiting -= want;
  t_.holds().take_planned(order, line, number, *plan, at, waited);
  Ending(t_).offer(slot);
  return more && wakes() && t_.nodes_are_limited(order.max_splits);
}

void Serving::serve_whole(OrderSlot slot) {
  Order& order = t_.book[slot];
  if (lines_named(t_.book.companions(), order)) t_.sourcing.share();
  bool fits = true;
  LineNumber first_short;
  t_.book.lines().visit(order, [&](const Line& line, LineNumber number) {
    const ChoiceLine at = t_.sourcing.add(t_.stock, nullptr, number, line.sku, line.waiting);
    t_.sourcing.need(at, line.waiting);
    if (!fits || !t_.sourcing.line(at).is_short) return;
    fits = false;
    first_short = number;
  });
  if (!fits) {
    t_.sourcing.tell_lines();
    return wait_under(slot, first_short);
  }
  const Plan* plan = t_.sourcing.choose(t_.nodes_allowed(order.max_splits));
  // Of what it was promised it may have some still: a node did not find the rest.
  const bool holds =
      plan != nullptr && t_.holds().suffice(t_.sourcing, *plan, t_.book.lines(), order);
  if (!holds) {
    if (!wakes()) return;
    if (plan != nullptr) t_.holds().ask_for(t_.sourcing, *plan, t_.book.lines(), order);
    return wait_under_all(slot);
  }
  t_.book.lines().visit(order, [&](Line& line, LineNumber number) {
    if (line.entry.present()) t_.waiting.leave(line.sku, line.entry, line.waiting);
    line.entry = {};
    line.waiting = {};
    t_.holds().take_planned(order, line, number, *plan, {number.value}, waited);
  });
  Ending(t_).offer(slot);
}

// Effects: the order, which is shipped whole, waits for the SKU of one line that is short.
void Serving::wait_under(OrderSlot slot, LineNumber one) {
  Order& order = t_.book[slot];
  t_.book.lines().visit(order, [&](Line& line, LineNumber number) {
    if (number == one) {
      if (!line.entry.present()) {
        line.entry = t_.waiting.join(line.sku, rank_of(order, number), slot, line.waiting);
      }
    } else if (line.entry.present()) {
      t_.waiting.leave(line.sku, line.entry, line.waiting);
      line.entry = {};
    }
  });
}

// Effects: no line of the order is short, and yet it cannot be had: more of any of its SKUs, at
// another node or in fewer lots, may change that.
void Serving::wait_under_all(OrderSlot slot) {
  Order& order = t_.book[slot];
  t_.book.lines().visit(order, [&](Line& line, LineNumber number) {
    if (line.entry.present() || !line.waiting.present()) return;
    line.entry = t_.waiting.join(line.sku, rank_of(order, number), slot, line.waiting);
  });
}

}  // namespace allot
