#include "allocation/serving.hpp"

#include "allocation/ending.hpp"
#include "allot/messages/limits_rules.hpp"

namespace allot {
namespace {

constexpr EventFlags waited{EventFlags::waited};

}  // namespace

void Serving::do_work() {
  const TimeNs now = t_.step.now;
  WorkQueue& work = t_.waiting.work();
  if (t_.timers.due(now) && !work.expire_item().present()) work.push_expire();
  for (std::uint32_t unit = 0; unit < t_.work_units && !work.empty(); ++unit) {
    if (t_.step.out->events().size() >= sweep_events_max) return;
    switch (work.front().kind) {
      case WorkItem::Kind::serve: serve_next(); break;
      case WorkItem::Kind::serve_all:
        t_.waiting.serve_all_stretch(SkuId{t_.catalogue.codes(IdKind::sku).count()});
        break;
      case WorkItem::Kind::expire:
        if (t_.timers.due(now)) {
          const OrderSlot slot = t_.timers.earliest().order;
          Ending(t_).decide_due(slot, next_due(t_.book[slot]));
        } else {
          work.pop();
        }
        break;
    }
  }
}

// One waiting entry is tried; the cursor passes it whether it could be served or not.
void Serving::serve_next() {
  const EntrySlot entry = t_.waiting.next_to_serve();
  if (!entry.present()) return;
  const OrderSlot slot = t_.waiting.entry(entry).order;
  const LineNumber number = t_.waiting.entry(entry).rank.line;
  Order& order = t_.book[slot];
  const auto due = [this](TimeNs time) { return time != 0 && time <= t_.step.now; };
  if (due(order.pay_by) || due(order.review_by)) return;
  // Without a node that serves, every line is short.
  (void)t_.sourcing.begin(t_.catalogue, order.channel, order.zone, order.key, order.sequence);
  Line& line = t_.book.lines().at(order, number);
  ALLOT_CHECK(line.entry == entry);
  if (order.ship_complete) {
    serve_whole(slot, line);
  } else {
    serve_line(slot, line, number);
  }
}

void Serving::serve_line(OrderSlot slot, Line& line, LineNumber number) {
  const Order& order = t_.book[slot];
  const std::uint32_t nodes = t_.nodes_allowed(order.max_splits);
  const ChoiceLine at = t_.sourcing.add(t_.stock, nullptr, number, line.sku, line.waiting);
  const Units want = t_.sourcing.reach(at, nodes);
  t_.sourcing.need(at, want);
  if (!want.present()) return t_.sourcing.tell_lines();
  const Plan* plan = t_.sourcing.choose(nodes);
  if (plan == nullptr || !t_.holds().suffice(t_.sourcing, *plan, line)) return;
  if (want == line.waiting) {
    t_.waiting.leave(line.sku, line.entry, want);
    line.entry = {};
  } else {
    t_.waiting.reduce(line.sku, want);
  }
  line.waiting -= want;
  t_.holds().take_planned(order, line, number, *plan, at, waited);
}

// `queued`: the line under whose SKU the order waits.
void Serving::serve_whole(OrderSlot slot, Line& queued) {
  Order& order = t_.book[slot];
  Line* first_short = nullptr;
  LineNumber short_number;
  t_.book.lines().visit(order, [&](Line& line, LineNumber number) {
    const ChoiceLine at = t_.sourcing.add(t_.stock, nullptr, number, line.sku, line.ordered);
    t_.sourcing.need(at, line.ordered);
    if (!t_.sourcing.line(at).is_short || first_short != nullptr) return;
    first_short = &line;
    short_number = number;
  });
  if (first_short != nullptr) {
    t_.sourcing.tell_lines();
    if (first_short == &queued) return;
    t_.waiting.leave(queued.sku, queued.entry, queued.waiting);
    queued.entry = {};
    first_short->entry =
        t_.waiting.join(first_short->sku, rank_of(order, short_number), slot, first_short->waiting);
    return;
  }
  const Plan* plan = t_.sourcing.choose(t_.nodes_allowed(order.max_splits));
  if (plan == nullptr || !t_.holds().suffice(t_.sourcing, *plan)) return;
  t_.waiting.leave(queued.sku, queued.entry, queued.waiting);
  queued.entry = {};
  t_.book.lines().visit(order, [&](Line& line, LineNumber number) {
    line.waiting = {};
    t_.holds().take_planned(order, line, number, *plan, {number.value}, waited);
  });
}

}  // namespace allot
