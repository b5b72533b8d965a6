// What each line holds of the stock: one debit inside the line, further ones in a pool, for the
// rare line that takes from several lots. `holds_max` counts those in the pool only. Lines that
// wait because too few are free are remembered by the fewest that any of them asked for.
#pragma once

#include <algorithm>
#include <cstdint>

#include "containers/slot_pool.hpp"
#include "orders/order.hpp"

namespace allot {

class HoldChains {
 public:
  explicit HoldChains(std::uint32_t holds_max) : holds_(holds_max) {}

  [[nodiscard]] std::uint32_t free() const noexcept { return holds_.slots_max() - holds_.used(); }

  // Effects: somebody waits until so many are free. Requires: more than that are not.
  void ask_for(std::uint32_t holds) {
    ALLOT_CHECK(holds > free());
    asked_for_ = asked_for_ == 0 ? holds : std::min(asked_for_, holds);
  }
  // Returns: the fewest that somebody waits for, 0 when nobody does; and whether they are free.
  [[nodiscard]] std::uint32_t asked_for() const noexcept { return asked_for_; }
  [[nodiscard]] bool can_give() const noexcept { return free() >= asked_for_; }
  // Effects: nobody waits.
  void forget_asked() noexcept { asked_for_ = 0; }

  // Visits the debits of stock that the line holds.
  template <class Visitor>
  void visit(const Line& line, Visitor&& visit) const {
    if (!line.first.lot.present()) return;
    visit(line.first);
    for (HoldSlot slot = line.more; slot.present(); slot = holds_[slot].next) {
      visit(holds_[slot].debit);
    }
  }
  [[nodiscard]] bool has(const Line& line, LotSlot lot) const {
    bool found = false;
    visit(line, [&](const Stock::Debit& held) { found = found || held.lot == lot; });
    return found;
  }

  // Returns: what the line holds of the lot.
  [[nodiscard]] Units units_of(const Line& line, LotSlot lot) const {
    Units units;
    visit(line, [&](const Stock::Debit& held) {
      if (held.lot == lot) units = held.units;
    });
    return units;
  }

  // Requires: a free hold when the line already holds from another lot only.
  void add(Line& line, Stock::Debit debit) {
    ALLOT_CHECK(debit.lot.present());
    if (!line.first.lot.present()) [[likely]] {
      line.first = debit;
    } else if (line.first.lot == debit.lot) {
      line.first.units += debit.units;
    } else {
      add_further(line, debit);
    }
  }
  // Effects: forgets each debit of which gone(debit) says so; it may change the units of others.
  template <class Gone>
  void remove_if(Line& line, Gone&& gone) {
    for (HoldSlot* link = &line.more; link->present();) {
      Hold& hold = holds_[*link];
      if (!gone(hold.debit)) {
        link = &hold.next;
        continue;
      }
      const HoldSlot next = hold.next;
      holds_.give(*link);
      *link = next;
    }
    if (!line.first.lot.present() || !gone(line.first)) return;
    line.first = {};
    if (!line.more.present()) return;
    const HoldSlot slot = line.more;
    line.first = holds_[slot].debit;
    line.more = holds_[slot].next;
    holds_.give(slot);
  }
  // Effects: the line holds so many units of the lot less. Requires: it holds them.
  void remove(Line& line, const Stock::Debit& part) {
    HoldSlot* link = nullptr;
    Stock::Debit* debit = &line.first;
    if (debit->lot != part.lot) {
      for (link = &line.more; link->present() && holds_[*link].debit.lot != part.lot;) {
        link = &holds_[*link].next;
      }
      ALLOT_CHECK(link->present());
      debit = &holds_[*link].debit;
    }
    ALLOT_CHECK(debit->units >= part.units);
    debit->units -= part.units;
    if (debit->units.present()) return;
    // The one in the line is never missing while the line holds anything.
    if (link == nullptr && line.more.present()) {
      line.first = holds_[line.more].debit;
      link = &line.more;
    }
    if (link == nullptr) {
      line.first = {};
      return;
    }
    const HoldSlot gone = *link;
    *link = holds_[gone].next;
    holds_.give(gone);
  }
  // Effects: forgets what the line holds; the lots are the caller's business.
  void drop(Line& line) {
    for (HoldSlot slot = line.more; slot.present();) {
      const HoldSlot next = holds_[slot].next;
      holds_.give(slot);
      slot = next;
    }
    line.first = {};
    line.more = {};
  }

  template <class Visit>
  friend void visit_pages(HoldChains& chains, Visit& visit) {
    visit_pages_of(visit, chains.holds_);
  }

 private:
  [[gnu::noinline]] void add_further(Line& line, Stock::Debit debit) {
    for (HoldSlot slot = line.more; slot.present(); slot = holds_[slot].next) {
      if (holds_[slot].debit.lot != debit.lot) continue;
      holds_[slot].debit.units += debit.units;
      return;
    }
    const HoldSlot slot = holds_.take();
    holds_[slot] = {debit, line.more};
    line.more = slot;
  }

  SlotPool<Hold> holds_;
  std::uint32_t asked_for_{};
};

}  // namespace allot
