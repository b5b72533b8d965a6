#include "allocation/taking_over.hpp"

#include <algorithm>

#include "allocation/ending.hpp"

namespace allot {
namespace {

// Returns: until when what the order holds may be held by those that take it over.
TimeNs limit_of(const Order& order, TimeNs since, const DefineChannel& channel) noexcept {
  return channel.own_hold_ttl_ns == 0 ? order.pay_by : since + channel.own_hold_ttl_ns;
}

TimeNs since_of(const Companions& companions, const Order& order) {
  return companions.moneys().own()[own_of(companions, order)].since;
}

// Returns: the places for holds that are free when the order has ended.
std::uint32_t places_of(const Tables& t, const Order& order) {
  std::uint32_t places = 0;
  t.book.lines().visit(order, [&](const Line& line, LineNumber) {
    std::uint32_t debits = 0;
    t.hold_chains.visit(line, [&debits](const Stock::Debit&) { ++debits; });
    if (debits > 1) places += debits - 1;
  });
  return places;
}

void sort_wanted(const CheckedOrder& checked, std::vector<OwnWish>& wishes) {
  wishes.clear();
  for (std::uint32_t i = 0; i < checked.merged.size(); ++i) {
    OwnWish& one = wishes.emplace_back();
    one.sku = checked.merged[i].sku;
    one.line = {i};
  }
  std::ranges::sort(wishes, {}, &OwnWish::sku);
}

void tell_own(Outcome& out, const Order& order, std::uint32_t line, SkuId sku, CapId cap,
              Units units) {
  out.tell(events::OwnHoldTold{.order_key = order.key,
                               .line = static_cast<std::uint16_t>(line),
                               .sku = sku,
                               .cap = cap,
                               .quantity = units.value,
                               .value = order.value,
                               .pay_by = order.pay_by});
}

}  // namespace

TakingOver::TakingOver(Tables& tables, const Place& order, const CheckedOrder& checked)
    : t_(tables), since_(tables.step.now) {
  const DefineChannel& channel = t_.catalogue.channel(order.channel).settings;
  if (checked.exchanged || channel.own_hold == OwnHold::ignored) return;
  if (std::ranges::any_of(checked.merged,
                          [](const OrderLine& line) { return line.line_number != 0; }))
    return;
  whose_ = {token_of(*checked.tokens, channel.own_hold_per), order.channel, channel.own_hold_per};
  if (whose_.token == 0) return;
  const OwnOrders& own = t_.book.companions().moneys().own();
  for (OwnSlot at = own.latest(whose_); at.present() && count_ < looked_at; at = own[at].older) {
    own_[count_++] = own[at].order;
  }
  if (count_ == 0 || channel.own_hold != OwnHold::taken_over) return;
  sort_wanted(checked, t_.scratch.own_wishes);
  for (std::uint32_t i = 0; i < count_; ++i) {
    if (may_be_taken(t_.book[own_[i]], channel)) ending_ |= static_cast<Set>(1U << i);
  }
}

template <class Visit>
void TakingOver::visit_ending(Visit&& visit) const {
  for (std::uint32_t i = 0; i < count_; ++i) {
    if ((ending_ >> i & 1U) != 0) visit(own_[i], t_.book[own_[i]]);
  }
}

std::uint32_t TakingOver::orders() const noexcept {
  std::uint32_t count = 0;
  visit_ending([&count](OrderSlot, const Order&) { ++count; });
  return count;
}

std::uint32_t TakingOver::lines() const {
  std::uint32_t lines = 0;
  visit_ending([&lines](OrderSlot, const Order& order) { lines += order.line_count; });
  return lines;
}

// Money that is on its way, or a review, may make the old order firm; what is picked cannot be held
// by another.
bool TakingOver::may_be_taken(const Order& order, const DefineChannel& channel) const {
  const TimeNs now = t_.step.now;
  return order.payment == Payment::unpaid && !order.reviewed() && !t_.floor.has(order) &&
         order.pay_by > now &&
         limit_of(order, since_of(t_.book.companions(), order), channel) > now &&
         !has_numbers(order) && holds_wanted(order);
}

// Lines with numbers may have one SKU, and which of them would be lent nobody says.
bool TakingOver::has_numbers(const Order& order) const {
  bool has = false;
  if (lines_named(t_.book.companions(), order)) {
    t_.book.lines().visit(
        order, [&has](const Line& line, LineNumber) { has = has || line.own_number != 0; });
  }
  return has;
}

OwnWish* TakingOver::wish(SkuId sku) const {
  std::vector<OwnWish>& wishes = t_.scratch.own_wishes;
  const auto at = std::ranges::lower_bound(wishes, sku, {}, &OwnWish::sku);
  return at != wishes.end() && at->sku == sku ? &*at : nullptr;
}

bool TakingOver::holds_wanted(const Order& order) const {
  bool holds = false;
  t_.book.lines().visit(order, [&](const Line& line, LineNumber) {
    holds = holds || (line.first.lot.present() && wish(line.sku) != nullptr);
  });
  return holds;
}

std::uint32_t TakingOver::lend_stock() {
  std::uint32_t holds = 0;
  t_.scratch.lent.clear();
  const TimeNs margin = t_.catalogue.channel(whose_.channel).settings.expiry_margin_ns;
  const auto sellable = [&](SkuId sku) { return t_.stock.sellable(sku, margin); };
  visit_ending([&](OrderSlot, const Order& order) {
    holds += places_of(t_, order);
    t_.book.lines().visit(order, [&](const Line& line, LineNumber) {
      OwnWish* const wanted = wish(line.sku);
      t_.hold_chains.visit(line, [&](const Stock::Debit& debit) {
        if (wanted == nullptr) return;
        const UnitSum before = sellable(line.sku);
        t_.scratch.lent.push_back({debit, t_.stock.lend(debit)});
        wanted->lent += sellable(line.sku) - before;
      });
      if (wanted != nullptr && line.entry.present()) wanted->claims += line.waiting;
    });
  });
  for (OwnWish& one : t_.scratch.own_wishes) {
    one.waiting = t_.waiting.lend(one.sku, sellable(one.sku), one.lent, one.claims);
  }
  return holds;
}

void TakingOver::take_back_stock() {
  for (const Lent& lent : t_.scratch.lent) t_.stock.take_back(lent.debit, lent.paid);
  for (const OwnWish& one : t_.scratch.own_wishes) t_.waiting.take_back(one.sku, one.waiting);
}

std::uint32_t TakingOver::keep_taken() {
  std::uint32_t holds = 0;
  const DefineChannel& channel = t_.catalogue.channel(whose_.channel).settings;
  for (std::uint32_t i = 0; i < count_; ++i) {
    if ((ending_ >> i & 1U) == 0) continue;
    const Order& order = t_.book[own_[i]];
    if (!is_taken_from(order)) {
      ending_ &= static_cast<Set>(~(1U << i));
      continue;
    }
    const TimeNs since = since_of(t_.book.companions(), order);
    since_ = std::min(since_, since);
    limit_ = std::min(limit_, limit_of(order, since, channel));
    holds += places_of(t_, order);
  }
  if (any()) note_place();
  return holds;
}

bool TakingOver::is_taken_from(const Order& order) const {
  bool taken = false;
  t_.book.lines().visit(order, [&](const Line& line, LineNumber) {
    const OwnWish* const wanted = line.first.lot.present() ? wish(line.sku) : nullptr;
    taken = taken || (wanted != nullptr && t_.sourcing.line({wanted->line.value}).need.present());
  });
  return taken;
}

// Effects: the place of those that waited for what the new order waits for is known, where it waits
//          for no more than they did.
void TakingOver::note_place() {
  std::vector<OwnWish>& wishes = t_.scratch.own_wishes;
  for (OwnWish& one : wishes) one.claims = {};
  const auto waits = [this](const OwnWish& one) {
    return t_.sourcing.line({one.line.value}).waits();
  };
  std::optional<std::uint32_t> second;
  visit_ending([&](OrderSlot, const Order& order) {
    t_.book.lines().visit(order, [&](const Line& line, LineNumber) {
      OwnWish* const wanted = line.waiting.present() ? wish(line.sku) : nullptr;
      if (wanted == nullptr || !waits(*wanted).present()) return;
      wanted->claims += line.waiting;
      second = std::max(second.value_or(0), order.origin.second);
    });
  });
  const bool no_more = std::ranges::all_of(
      wishes, [&](const OwnWish& one) { return one.claims >= UnitSum(waits(one)); });
  if (no_more) second_ = second;
}

TakingOver::Orders TakingOver::ending() const {
  Orders all;
  visit_ending([&all](OrderSlot, const Order& order) { all.orders[all.count++] = &order; });
  return all;
}

void TakingOver::end() {
  visit_ending([this](OrderSlot slot, const Order&) { Ending(t_).end_taken_over(slot); });
  gone_ = ending_;
}

void TakingOver::settle(Order& placed) const {
  if (gone_ == 0) return;
  if (placed.pay_by > limit_) {
    const DefineChannel& channel = t_.catalogue.channel(whose_.channel).settings;
    begin_payment_window(placed, channel, limit_, t_.step.now);
  }
  if (!second_ || *second_ == placed.origin.second) return;
  placed.origin.second = *second_;
  placed.sold_earlier = true;
}

void TakingOver::make_own(OrderSlot slot) const {
  Order& placed = t_.book[slot];
  if (whose_.token == 0 || placed.payment != Payment::unpaid) return;
  allot::make_own(t_.book.companions(), placed, slot, whose_, since_);
}

void TakingOver::tell_refused(const Decision& decision) const {
  if (decision.reason == Reason::stock_insufficient || decision.reason == Reason::stock_pending) {
    tell_holds(decision.line, decision.sku);
  }
}

void TakingOver::tell_holds(std::uint32_t line, SkuId sku) const {
  for (std::uint32_t i = 0; i < count_; ++i) {
    if ((gone_ >> i & 1U) != 0) continue;
    const Order& order = t_.book[own_[i]];
    Units units;
    t_.book.lines().visit(order, [&](const Line& held, LineNumber) {
      if (held.sku != sku) return;
      t_.hold_chains.visit(held, [&units](const Stock::Debit& debit) { units += debit.units; });
    });
    if (units.present()) return tell_own(*t_.step.out, order, line, sku, {}, units);
  }
}

void TakingOver::tell_debited(CapId cap) const {
  for (std::uint32_t i = 0; i < count_; ++i) {
    const Order& order = t_.book[own_[i]];
    Units units;
    t_.book.companions().debits().visit(order, [&](const Caps::Debit& debit) {
      if (debit.cap == cap) units += debit.units;
    });
    if (units.present()) return tell_own(*t_.step.out, order, 0, {}, cap, units);
  }
}

}  // namespace allot
