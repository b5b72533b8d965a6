// An order that goes on is another from now on: its lines, what they cost, where it goes and its
// rank, all in one step against what it holds (docs/rules.md §19, modify).
#pragma once

#include "allocation/balances.hpp"
#include "allocation/tables.hpp"
#include "allot/messages/command.hpp"
#include "catalogue/decision.hpp"
#include "risk/risk.hpp"

namespace allot {

class Modifying {
 public:
  explicit Modifying(Tables& tables) noexcept : t_(tables) {}

  // Requires: the order is open. Returns: the request as an order that is placed, for those who
  //           check and judge it. Borrows its lines.
  [[nodiscard]] Place whole(OrderSlot slot, const Modify& request) const;
  // Returns: what is wrong with the request for such an order; ok when it can be decided.
  [[nodiscard]] static Decision fault(const Order& order, const Modify& request) noexcept;
  // Requires: no fault; `checked` and `verdict` are of whole(). Effects: all of it, or nothing.
  [[nodiscard]] Decision modify(OrderSlot slot, const Place& whole, const CheckedOrder& checked,
                                const Verdict& verdict);

 private:
  // Of a line what can be changed no more.
  struct Left {
    Units shipped;
    Units picked;
  };

  // How the order stood before it was changed, and what of that stays.
  struct Before {
    MoneyMinor value{};
    WideMoney refund_due{};
    WideMoney to_capture{};
    bool is_ranked{};  // it has the rank that it is to have
    bool has_ways{};   // it may have goods from where it is to have them
  };

  // Effects: what becomes of each line is known. Returns: why it cannot.
  [[nodiscard]] Decision match(const Order& order, ZoneId zone, const CheckedOrder& checked);
  [[nodiscard]] Decision match_line(const Order& order, const Line& line, LineChange& change,
                                    ZoneId zone, Left left);
  [[nodiscard]] Decision source(Order& order, const Place& whole, bool named, const Plan*& plan);
  [[nodiscard]] std::uint32_t holds_beside(Order& order, const LineChange& more) const;
  [[nodiscard]] bool holds_suffice(Order& order, const Plan& plan, bool named) const;
  [[nodiscard]] bool stays_paid(const Order& order) const;
  [[nodiscard]] Reason ask_caps(const Order& order, const OrderTokens& tokens);
  // Whether what lies at the node may go to the zone.
  [[nodiscard]] bool keeps(const Order& order, NodeId node, ZoneId zone) const;

  void apply(OrderSlot slot, const Place& whole, const CheckedOrder& checked, const Before& before);
  void settle(OrderSlot slot, const Before& before);
  void apply_lines(OrderSlot slot, ZoneId zone);
  [[nodiscard]] Units give_back_elsewhere(Order& order, Line& line, ZoneId zone);
  void apply_money(Order& order, const CheckedOrder& checked);
  void tell_lines(const Order& order) const;
  void rank_again(OrderSlot slot);
  void try_again(OrderSlot slot);
  void review(OrderSlot slot);
  void take(OrderSlot slot, const Plan* plan);
  void settle_money(OrderSlot slot, WideMoney refund_before);

  Tables& t_;
};

}  // namespace allot
