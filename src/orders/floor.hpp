// What of each line is on the warehouse floor, by the lot that it comes from: what is to be picked,
// of what the line holds there, and what was picked, which it holds no more, in a parcel or not
// yet. Chains of an order's, by line, node, lot code and parcel (docs/rules.md §21). An order of
// which nothing is has none.
#pragma once

#include <algorithm>
#include <cstdint>
#include <limits>
#include <tuple>
#include <utility>
#include <vector>

#include "allot/messages/limits.hpp"
#include "containers/slot_pool.hpp"
#include "ledger/stock.hpp"
#include "orders/companions.hpp"
#include "orders/hold_chains.hpp"
#include "orders/order.hpp"
#include "orders/parcels.hpp"
#include "waiting/wave.hpp"

namespace allot {

struct alignas(16) FloorPart {
  LineNumber line;
  LotSlot lot;
  Units to_pick;  // no more than the line holds from the lot; of no parcel
  Units picked;   // and packed, of a parcel
  FloorSlot next;
  Token parcel{};  // 0: none

  [[nodiscard]] bool any() const noexcept { return to_pick.present() || picked.present(); }
  [[nodiscard]] bool packed() const noexcept { return parcel != 0; }
};
static_assert(sizeof(FloorPart) == 32);

// Units of a line that were picked from a lot, and are put into a parcel.
struct FloorMove {
  LineNumber line;
  LotSlot lot;
  Units units;
};

class Floor {
 public:
  // Borrows all but the limits.
  Floor(const Limits& limits, const Stock& stock, const HoldChains& holds, Companions& companions)
      : stock_(stock),
        holds_(holds),
        companions_(companions),
        parts_(static_cast<std::uint32_t>(
            std::min<std::uint64_t>(std::uint64_t{limits.lines_max} + limits.holds_max,
                                    std::numeric_limits<std::int32_t>::max()))),
        parcels_(limits),
        wave_(limits.orders_max + limits.closed_orders_max + 1) {}

  // What lies in which parcel.
  [[nodiscard]] Parcels& parcels() noexcept { return parcels_; }
  [[nodiscard]] const Parcels& parcels() const noexcept { return parcels_; }
  // The orders that go to it together.
  [[nodiscard]] Wave& wave() noexcept { return wave_; }
  [[nodiscard]] const Wave& wave() const noexcept { return wave_; }

  // Returns: how many more pairs of a line and a lot can be on it, those in parcels apart.
  [[nodiscard]] std::uint32_t free() const noexcept { return parts_.slots_max() - parts_.used(); }
  // Returns: whether anything of the order is.
  [[nodiscard]] bool has(const Order& order) const noexcept {
    return order.debits.present() && companions_.debits().floor(order).present();
  }

  // Returns: whether the order is to end, and a node has to answer first. Requires: open.
  [[nodiscard]] bool asked_back(const Order& order) const noexcept {
    return companions_.debits().asked_back(order);
  }
  void set_asked_back(Order& order, bool asked) {
    companions_.debits().set_asked_back(order, asked);
  }

  // Visits what of the order is, by line, node and lot code.
  template <class Visitor>
  void visit(const Order& order, Visitor&& visit) const {
    for (FloorSlot slot = companions_.debits().floor(order); slot.present();
         slot = parts_[slot].next) {
      visit(parts_[slot]);
    }
  }
  // Returns: units of the order that were picked, packed or not; of one line; and those that are on
  //          the floor.
  [[nodiscard]] UnitSum picked(const Order& order) const {
    UnitSum units;
    visit(order, [&units](const FloorPart& part) { units += part.picked; });
    return units;
  }
  [[nodiscard]] Units picked(const Order& order, LineNumber line) const {
    Units units;
    visit(order, [&](const FloorPart& part) {
      if (part.line == line) units += part.picked;
    });
    return units;
  }
  [[nodiscard]] UnitSum units(const Order& order) const {
    UnitSum units;
    visit(order, [&units](const FloorPart& part) { units = units + part.to_pick + part.picked; });
    return units;
  }

  // Looks along the lines of one order, by rising number, so that each part is passed once.
  class Walk {
   public:
    Walk(Floor& floor, const OrderKey& order, FloorSlot& root) noexcept
        : floor_(floor), order_(order), link_(&root) {}

    // Requires: no number after a greater one. Visits the parts of the line, by node, lot code and
    // parcel.
    template <class Visitor>
    void visit(LineNumber line, Visitor&& visit) {
      pass(line);
      for (FloorSlot slot = *link_; slot.present() && part(slot).line == line;
           slot = part(slot).next) {
        visit(part(slot));
      }
    }
    // Returns: that of the line, the lot and the parcel, or of none, made where there was none.
    //          Requires: as above; free() where it is made.
    [[nodiscard]] FloorPart& at(LineNumber line, LotSlot lot, Token parcel = 0) {
      pass(line);
      const auto place = floor_.place(lot, parcel);
      FloorSlot* link = link_;
      while (link->present() && part(*link).line == line &&
             floor_.place(part(*link).lot, part(*link).parcel) < place) {
        link = &part(*link).next;
      }
      if (link->present() && part(*link).line == line && part(*link).lot == lot &&
          part(*link).parcel == parcel) {
        return part(*link);
      }
      const FloorSlot made = floor_.parts_.take();
      part(made).line = line;
      part(made).lot = lot;
      part(made).parcel = parcel;
      part(made).next = *link;
      *link = made;
      if (parcel != 0) floor_.parcels_.add(parcel, std::get<NodeId>(place), order_);
      return part(made);
    }

   private:
    [[nodiscard]] FloorPart& part(FloorSlot slot) noexcept { return floor_.parts_[slot]; }
    void pass(LineNumber line) noexcept {
      while (link_->present() && part(*link_).line < line) link_ = &part(*link_).next;
    }

    Floor& floor_;
    const OrderKey& order_;
    FloorSlot* link_;
  };

  // Effects: calls use(walk) with a walk along what of the order is on the floor; parts of which
  //          nothing is left are gone afterwards.
  template <class Use>
  void change(Order& order, Use&& use) {
    const FloorSlot before = companions_.debits().floor(order);
    FloorSlot root = before;
    {
      Walk walk(*this, order.key, root);
      use(walk);
    }
    sweep(order, root);
    if (root != before) companions_.debits().set_floor(order, root);
  }
  // Effects: what moves() say is in the parcel, by rising line, node and lot; what is empty then is
  //          gone before anything new is made. Requires: it was picked, and lies in none; room for
  //          what is new, with what goes.
  void pack(Order& order, Token parcel) {
    const FloorSlot before = companions_.debits().floor(order);
    FloorSlot root = before;
    auto move = moves_.begin();
    for (FloorSlot slot = root; slot.present() && move != moves_.end(); slot = parts_[slot].next) {
      FloorPart& part = parts_[slot];
      if (part.packed() || part.line != move->line || part.lot != move->lot) continue;
      part.picked -= move->units;
      ++move;
    }
    sweep(order, root);
    {
      Walk walk(*this, order.key, root);
      for (const FloorMove& put : moves_) walk.at(put.line, put.lot, parcel).picked += put.units;
    }
    if (root != before) companions_.debits().set_floor(order, root);
  }
  // Effects: no more is to be picked than the lines of the order hold now. `lines`: where they are.
  [[gnu::noinline]] void trim(const LineBlocks& lines, Order& order) {
    change(order, [&](Walk& walk) {
      lines.visit(std::as_const(order), [&](const Line& line, LineNumber number) {
        walk.visit(number, [&](FloorPart& part) {
          part.to_pick = std::min(part.to_pick, holds_.units_of(line, part.lot));
        });
      });
    });
  }

  // Returns: how many pairs of a line and a lot, those in parcels apart, are of the order.
  [[nodiscard]] std::uint32_t parts(const Order& order) const {
    std::uint32_t parts = 0;
    if (has(order)) visit(order, [&parts](const FloorPart&) { ++parts; });
    return parts;
  }

  // Scratch of what is put into one parcel, of any content.
  [[nodiscard]] std::vector<FloorMove>& moves() noexcept { return moves_; }
  // Scratch of what is picked of one line, of any content.
  [[nodiscard]] std::vector<Stock::Debit>& takes() noexcept { return takes_; }
  void reserve_takes(std::size_t most) {
    takes_.reserve(most);
    moves_.reserve(most);
  }

  template <class Visit>
  friend void visit_pages(Floor& floor, Visit& visit) {
    visit_pages_of(visit, floor.parts_, floor.parcels_, floor.wave_);
  }

 private:
  // Effects: parts of which nothing is left are gone.
  void sweep(const Order& order, FloorSlot& root) {
    for (FloorSlot* link = &root; link->present();) {
      FloorPart& part = parts_[*link];
      if (part.any()) {
        link = &part.next;
        continue;
      }
      const FloorSlot gone = *link;
      if (part.packed()) parcels_.drop(part.parcel, order.key);
      *link = part.next;
      parts_.give(gone);
    }
  }
  [[nodiscard]] std::tuple<NodeId, std::uint64_t, Token> place(LotSlot slot,
                                                               Token parcel) const noexcept {
    return {stock_.lot(slot).node, stock_.lot(slot).code, parcel};
  }

  const Stock& stock_;
  const HoldChains& holds_;
  Companions& companions_;
  SlotPool<FloorPart> parts_;
  Parcels parcels_;
  Wave wave_;
  std::vector<Stock::Debit> takes_;
  std::vector<FloorMove> moves_;
};

}  // namespace allot
