#include "orders/cap_changes.hpp"

#include <algorithm>

namespace allot {

bool CapChanges::is_over(CapId cap, SkuId sku) const {
  if (!caps_.table_[cap].sku_set.present()) return true;
  bool is = false;
  caps_.table_.visit_over(caps_.rows_.sets(sku), [&](CapId over) { is = is || over == cap; });
  return is;
}

// Effects: what the order debited lies in the scratch memory, each debit for itself.
void CapChanges::gather(const Order& order) {
  caps_.uses_.clear();
  caps_.chains_.visit(order, [this](const Caps::Debit& debit) {
    CapDebits::Use& use = caps_.uses_.emplace_back();
    use.account = {debit.cap, debit.window, debit.token, {}};
    (debit.excess ? use.excess : use.taken) = debit.units;
  });
}

// Effects: the order remembers what is left of that.
void CapChanges::keep(Order& order) {
  caps_.chains_.drop(order);
  for (const CapDebits::Use& use : caps_.uses_) {
    if (units_of(use).present()) caps_.chains_.add(order, debit_of(use, units_of(use)));
  }
}

void CapChanges::give_back_units(Order& order, const LineBlocks& lines, SkuId sku, Units units) {
  if (!order.debits.present()) return;
  gather(order);
  CapId last;
  Units left;
  // From behind, where the excess of a cap lies.
  for (auto use = caps_.uses_.rbegin(); use != caps_.uses_.rend(); ++use) {
    const CapId cap = use->account.cap;
    if (!is_over(cap, sku)) continue;
    if (cap != last) left = units;
    last = cap;
    Units back = std::min(left, units_of(*use));
    if (caps_.table_[cap].measure == CapMeasure::orders) {
      back = counts(order, lines, cap) ? Units{} : units_of(*use);
    }
    if (!back.present()) continue;
    (void)caps_.caps_.give_back(debit_of(*use, back), order.firm());
    (use->excess.present() ? use->excess : use->taken) -= back;
    left -= std::min(left, back);
  }
  keep(order);
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

}  // namespace allot
