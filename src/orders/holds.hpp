// What the lines of an order hold of the stock: taken as planned, made firm, given back.
#pragma once

#include <algorithm>
#include <tuple>
#include <vector>

#include "ledger/stock.hpp"
#include "orders/hold_chains.hpp"
#include "orders/line_blocks.hpp"
#include "sequencing/step_context.hpp"
#include "sourcing/sourcing.hpp"

namespace allot {

class Holds {
 public:
  // Borrows all.
  Holds(Stock& stock, HoldChains& chains, const StepContext& step) noexcept
      : stock_(stock), chains_(chains), step_(step) {}

  // Requires: the node has the units. `firm`: what the order is, which all its lines share.
  // Effects:  the line holds them, and that is told.
  void take(const Order& order, bool firm, Line& line, LineNumber number, NodeId node, Units units,
            EventFlags flags);
  // Effects: the same for all that the plan gives the line.
  void take_planned(const Order& order, Line& line, LineNumber number, const Plan& plan,
                    ChoiceLine planned, EventFlags flags);

  // Effects: as take(), for a channel with this margin.
  [[gnu::noinline]] void take_sellable(const Order& order, Line& line, LineNumber number,
                                       NodeId node, Units units, TimeNs margin, EventFlags flags);

  // Returns: whether the line may hold from that lot: there is a place for one more hold, or it
  //          needs none.
  [[nodiscard]] bool can_hold(const Line& line, LotSlot lot) const {
    return !line.first.lot.present() || chains_.has(line, lot) || chains_.free() != 0;
  }
  // Effects: the line holds units of that lot, and that is told. Requires: they are available;
  //          can_hold().
  void take_of_lot(const Order& order, Line& line, LineNumber number, LotSlot lot, Units units);

  struct Returned {
    UnitSum units;
    bool supply_grew;
  };
  // Effects: the line holds nothing. `firm`: what its order is.
  Returned give_back(Line& line, bool firm);
  // A debit by where it lies.
  struct Part {
    NodeId node;
    Units units;
    std::uint64_t code{};
  };
  // Effects: the line parts with `units` of its debits for which `of(debit)` says so, or with all
  //          of them, by (node, lot code); leaves(debit) is called for each.
  //          `scratch`: of any content.
  template <class Of, class Leaves>
  void part_with(Line& line, Units units, std::vector<Part>& scratch, Of&& of, Leaves&& leaves) {
    find_parts(line, scratch, of);
    Part last{};  // all before it go, and of itself so many units
    for (const Part& part : scratch) {
      if (!units.present()) break;
      last = {part.node, std::min(units, part.units), part.code};
      units -= last.units;
    }
    chains_.remove_if(line, [&](Stock::Debit& debit) {
      if (!of(debit)) return false;
      const Lot& lot = stock_.lot(debit.lot);
      const auto place = std::tuple(lot.node, lot.code) <=> std::tuple(last.node, last.code);
      if (place > 0) return false;
      const Units gone = place == 0 ? last.units : debit.units;
      leaves(Stock::Debit{debit.lot, gone});
      debit.units -= gone;
      return !debit.units.present();
    });
  }
  // Effects: it holds the part no more. Requires: it holds at least so much from that lot.
  void give_back(Line& line, bool firm, const Stock::Debit& part);
  // Effects: it is told what the line waits for.
  void tell_waits(const Order& order, const Line& line, LineNumber number) const;
  // Effects: what the line holds is allocated.
  void make_firm(const Line& line);
  // Effects: it is held again.
  void make_held(const Line& line);

  // Returns: whether there are places for the holds that the plan makes for the lines of the
  //          choice, when they hold nothing yet; for those that it makes for the only line, which
  //          may hold something; or for all lines of an order, which may, too.
  // `lent`: holds that are free besides.
  [[nodiscard]] bool suffice(const Sourcing& choice, const Plan& plan,
                             std::uint32_t lent = 0) const {
    const std::uint32_t holds = wanted(choice, plan, nullptr);
    return has_places(choice, holds > lent ? holds - lent : 0);
  }
  [[nodiscard]] bool suffice(const Sourcing& choice, const Plan& plan, const Line& line) const {
    return has_places(choice, wanted(choice, plan, &line));
  }
  [[nodiscard]] bool suffice(const Sourcing& choice, const Plan& plan, const LineBlocks& lines,
                             const Order& order) const {
    return has_places(choice, wanted(choice, plan, lines, order));
  }
  // Returns: how many holds beyond its first the planned takes add to a line; null: to a new one.
  [[nodiscard]] std::uint32_t added(const Sourcing& choice, ChoiceLine planned, const Plan& plan,
                                    const Line* line) const;
  // Effects: those places are asked for. Requires: they do not suffice.
  void ask_for(const Sourcing& choice, const Plan& plan, const Line& line);
  void ask_for(const Sourcing& choice, const Plan& plan, const LineBlocks& lines,
               const Order& order);

 private:
  template <class Of>
  void find_parts(const Line& line, std::vector<Part>& parts, Of& of) const {
    parts.clear();
    chains_.visit(line, [&](const Stock::Debit& debit) {
      const Lot& lot = stock_.lot(debit.lot);
      if (of(debit)) parts.push_back({lot.node, debit.units, lot.code});
    });
    std::sort(parts.begin(), parts.end(), [](const Part& a, const Part& b) {
      return std::tuple(a.node, a.code) < std::tuple(b.node, b.code);
    });
  }

  struct LotsTaken {
    std::uint32_t lots;
    std::uint64_t first_code;
  };
  // Static, so that the usual take keeps no object of this class in memory for it.
  [[gnu::noinline]] static LotsTaken take_from_lots(Stock& stock, HoldChains& chains, NodeId node,
                                                    bool firm, Line& line, Units units);
  static LotsTaken take_along(Stock& stock, HoldChains& chains, Stock::Account account, bool firm,
                              Line& line, Units units);
  void tell_taken(const Order& order, bool firm, const Line& line, LineNumber number, NodeId node,
                  Units units, std::uint64_t first_code, EventFlags flags) const;
  [[nodiscard]] bool has_places(const Sourcing& choice, std::uint32_t holds) const;
  [[nodiscard]] std::uint32_t wanted(const Sourcing& choice, const Plan& plan,
                                     const Line* line) const;
  [[nodiscard]] std::uint32_t wanted(const Sourcing& choice, const Plan& plan,
                                     const LineBlocks& lines, const Order& order) const;

  Stock& stock_;
  HoldChains& chains_;
  const StepContext& step_;
};

}  // namespace allot
