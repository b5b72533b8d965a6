#include "orders/cap_changes.hpp"

#include <algorithm>
#include <tuple>

namespace allot {

bool CapChanges::is_over(CapId cap, SkuId sku) const {
  if (!caps_.table_[cap].sku_set.present()) return true;
  bool is = false;
  caps_.table_.visit_over(caps_.rows_.sets(sku), [&](CapId over) { is = is || over == cap; });
  return is;
}

// Effects: what the order debited lies behind what is in the scratch memory, each debit for itself.
void CapChanges::gather(const Order& order) {
  caps_.chains_.visit(order, [this](const Caps::Debit& debit) {
    CapDebits::Use& use = caps_.uses_.emplace_back();
    use.account = {debit.cap, debit.window, debit.token, {}};
    (debit.excess ? use.excess : use.taken) = debit.units;
  });
}

// Effects: the order remembers what is left of that. `first`: where it begins.
void CapChanges::keep(Order& order, std::size_t first) {
  caps_.chains_.drop(order);
  for (std::size_t i = first; i < caps_.uses_.size(); ++i) {
    const CapDebits::Use& use = caps_.uses_[i];
    if (units_of(use).present()) caps_.chains_.add(order, debit_of(use, units_of(use)));
  }
}

void CapChanges::give_back_units(Order& order, const LineBlocks& lines, SkuId sku, Units units) {
  if (!order.debits.present()) return;
  caps_.uses_.clear();
  gather(order);
  CapId last;
  for (std::size_t i = 0; i < caps_.uses_.size(); ++i) {
    const CapId cap = caps_.uses_[i].account.cap;
    if (cap == last || !is_over(cap, sku)) continue;
    last = cap;
    const bool of_orders = caps_.table_[cap].measure == CapMeasure::orders;
    if (of_orders && counts(order, lines, cap)) continue;
    give_back(order, cap, of_orders ? Units{units_max} : units, 0);
  }
  keep(order, 0);
}

// Returns: whether a line of the order counts for the cap.
bool CapChanges::counts(const Order& order, const LineBlocks& lines, CapId cap) const {
  bool counts = false;
  lines.visit(order, [&](const Line& line, LineNumber) {
    const bool any = !line.refused && line.ordered.present();
    counts = counts || (any && is_over(cap, line.sku));
  });
  return counts;
}

void CapChanges::begin(const Order& order) { caps_.begin(order.key); }

// While lines are added a use has what they were in `excess`, and what they are to be in `taken`.
void CapChanges::add(SkuId sku, Units before, Units after) {
  if (!(before + after).present()) return;
  for (const CapId cap : caps_.table_.over_all()) note(cap, before, after);
  caps_.table_.visit_over(caps_.rows_.sets(sku), [&](CapId cap) { note(cap, before, after); });
}

void CapChanges::note(CapId cap, Units before, Units after) {
  const auto known = std::ranges::find_if(
      caps_.uses_, [cap](const CapDebits::Use& use) { return use.finding.cap == cap; });
  CapDebits::Use& use = known != caps_.uses_.end() ? *known : caps_.begin_use(cap, {});
  use.excess += before;
  use.taken += after;
}

// Returns: whom the order has been counted for by the cap, latest; 0: nobody.
std::uint64_t CapChanges::debited_by(const Order& order, CapId cap) const {
  std::uint64_t token = 0;
  caps_.chains_.visit(order, [&](const Caps::Debit& debit) {
    if (debit.cap == cap) token = debit.token;
  });
  return token;
}

bool CapChanges::has_debit(const Order& order, CapId cap) const {
  bool has = false;
  caps_.chains_.visit(order, [&](const Caps::Debit& debit) { has = has || debit.cap == cap; });
  return has;
}

// Afterwards a use that is counted has what is to be debited, and any other, in `excess`, what is
// to be given back.
Reason CapChanges::ask(const Order& order, const OrderTokens& tokens) {
  std::ranges::sort(caps_.uses_, {}, [](const CapDebits::Use& use) { return use.finding.cap; });
  CapDebits::Room room(caps_.caps_, caps_.chains_);
  for (CapDebits::Use& use : caps_.uses_) {
    if (const Reason over = ask(order, use, tokens, room); over != Reason::ok) return over;
  }
  return Reason::ok;
}

Reason CapChanges::ask(const Order& order, CapDebits::Use& use, const OrderTokens& tokens,
                       CapDebits::Room& room) {
  const CapId cap = use.finding.cap;
  Units more = use.taken > use.excess ? use.taken - use.excess : Units{};
  Units fewer = use.excess > use.taken ? use.excess - use.taken : Units{};
  if (caps_.table_[cap].measure == CapMeasure::orders) {
    fewer = use.taken.present() ? Units{} : Units{units_max};
    more = use.taken.present() && !has_debit(order, cap) ? Units{1} : Units{};
  }
  use.taken = {};
  use.excess = fewer;
  if (!more.present()) return Reason::ok;
  use.finding.wanted = more.value;
  std::uint64_t token = token_of(tokens, use.finding.per);
  if (token == 0) token = debited_by(order, cap);
  caps_.judge(use, token, room);
  caps_.tell(use);
  if (use.finding.reason != Reason::ok) caps_.refused_by_ = use.finding;
  return use.finding.reason;
}

void CapChanges::take(Order& order) {
  const std::size_t asked = caps_.uses_.size();
  if (asked == 0) return;
  gather(order);
  for (std::size_t i = 0; i < asked; ++i) {
    const CapDebits::Use use = caps_.uses_[i];
    if (use.counted) {
      debit(order, use, asked);
    } else {
      give_back(order, use.finding.cap, use.excess, asked);
    }
  }
  sort(asked);
  keep(order, asked);
}

void CapChanges::sort(std::size_t first) {
  std::ranges::stable_sort(caps_.uses_.begin() + static_cast<std::ptrdiff_t>(first),
                           caps_.uses_.end(), {}, [](const CapDebits::Use& use) {
                             return std::tuple(use.account.cap, use.account.window.value,
                                               use.account.token, use.excess.present());
                           });
}

// Effects: what there is of one account, from `first` on, is one debit. Requires: sorted.
void CapChanges::join_same(std::size_t first) {
  std::size_t last = first;
  for (std::size_t i = first + 1; i < caps_.uses_.size(); ++i) {
    CapDebits::Use& one = caps_.uses_[last];
    CapDebits::Use& next = caps_.uses_[i];
    const bool same = one.account.cap == next.account.cap &&
                      one.account.token == next.account.token &&
                      one.account.window.value == next.account.window.value &&
                      one.excess.present() == next.excess.present();
    if (!same) {
      last = i;
      continue;
    }
    one.taken += next.taken;
    one.excess += next.excess;
    next.taken = next.excess = {};
  }
}

void CapChanges::move(Order& into, Order& from) {
  if (!from.debits.present()) return;
  caps_.uses_.clear();
  gather(into);
  gather(from);
  sort(0);
  join_same(0);
  caps_.chains_.drop(from);
  keep(into, 0);
}

void CapChanges::move_units(Order& from, Order& into, const LineBlocks& lines, SkuId sku,
                            Units units) {
  if (!from.debits.present()) return;
  caps_.uses_.clear();
  gather(from);
  const std::size_t all = caps_.uses_.size();
  CapId last;
  for (std::size_t i = 0; i < all; ++i) {
    const CapId cap = caps_.uses_[i].account.cap;
    if (cap == last || !is_over(cap, sku)) continue;
    last = cap;
    const bool of_orders = caps_.table_[cap].measure == CapMeasure::orders;
    if (of_orders && counts(from, lines, cap)) continue;
    part(cap, of_orders ? Units{units_max} : units, all);
  }
  gather(into);
  sort(all);
  join_same(all);
  caps_.chains_.drop(into);
  caps_.chains_.drop(from);
  for (std::size_t i = 0; i < caps_.uses_.size(); ++i) {
    const CapDebits::Use& use = caps_.uses_[i];
    if (!units_of(use).present()) continue;
    caps_.chains_.add(i < all ? from : into, debit_of(use, units_of(use)));
  }
}

// Effects: as many units of what is debited there, before `all`, lie behind it, each debit for
//          itself: the latest first, but what is beyond the cap before that.
void CapChanges::part(CapId cap, Units units, std::size_t all) {
  for (const bool excess : {true, false}) {
    for (std::size_t i = all; i > 0 && units.present(); --i) {
      CapDebits::Use use = caps_.uses_[i - 1];
      if (use.account.cap != cap || use.excess.present() != excess) continue;
      const Units goes = std::min(units, units_of(use));
      if (!goes.present()) continue;
      units -= goes;
      Units CapDebits::Use::* const which =
          excess ? &CapDebits::Use::excess : &CapDebits::Use::taken;
      caps_.uses_[i - 1].*which -= goes;
      use.*which = goes;
      caps_.uses_.push_back(use);
    }
  }
}

// Effects: as many units of what the order debited there go back, the latest first, but what is
// beyond the cap before all.
void CapChanges::give_back(const Order& order, CapId cap, Units units, std::size_t first) {
  for (const bool excess : {true, false}) {
    for (std::size_t i = caps_.uses_.size(); i > first && units.present(); --i) {
      CapDebits::Use& use = caps_.uses_[i - 1];
      if (use.account.cap != cap || use.excess.present() != excess) continue;
      const Units back = std::min(units, units_of(use));
      if (!back.present()) continue;
      (void)caps_.caps_.give_back(debit_of(use, back), order.firm());
      (excess ? use.excess : use.taken) -= back;
      units -= back;
    }
  }
}

void CapChanges::debit(const Order& order, const CapDebits::Use& asked, std::size_t first) {
  if (!asked.taken.present()) return;
  // It may have got a row since it was asked about.
  const Caps::Account& then = asked.account;
  const Caps::Account account = caps_.caps_.account(then.cap, then.window, then.token);
  (void)caps_.caps_.take(account, asked.taken, order.firm());
  for (std::size_t i = first; i < caps_.uses_.size(); ++i) {
    CapDebits::Use& use = caps_.uses_[i];
    const bool same = use.account.cap == account.cap && use.account.token == account.token &&
                      use.account.window.value == account.window.value;
    if (!same || !use.taken.present()) continue;
    use.taken += asked.taken;
    return;
  }
  CapDebits::Use& fresh = caps_.uses_.emplace_back();
  fresh.account = account;
  fresh.taken = asked.taken;
}

}  // namespace allot
