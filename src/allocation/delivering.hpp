// What has left arrives, or does not: facts, recorded whatever was promised (docs/rules.md §14).
#pragma once

#include <algorithm>

#include "allocation/tables.hpp"
#include "allot/messages/command.hpp"

namespace allot {

class Delivering {
 public:
  explicit Delivering(Tables& tables) noexcept : t_(tables) {}

  // Returns: what is wrong with the fact itself; ok when it can be recorded.
  [[nodiscard]] static Reason fault(const Catalogue& catalogue, const Deliver& fact) noexcept;
  [[nodiscard]] static Reason fault(const Catalogue& catalogue,
                                    const ReportDelivery& fact) noexcept;

  // Requires: no fault.
  void record(OrderSlot slot, const Deliver& fact);
  void record(OrderSlot slot, const ReportDelivery& fact);
  // The same of an order of which only a stub is known.
  template <class Fact>
  void record(const Stub& stub, const Fact& fact) {
    tell_amiss(stub.key, fact, Units{fact.quantity}, Reason::order_forgotten);
  }

 private:
  // Calls visit(line, number, companion or an empty one) for the lines that the fact is about.
  template <class Fact, class Visitor>
  void visit_meant(const Order& order, const Fact& fact, Visitor&& visit) const {
    const LinesMeant meant{fact.sku, fact.line_number};
    ShippedLines::Look look = t_.book.companions().shipped(order);
    t_.book.lines().visit(order, [&](const Line& line, LineNumber number) {
      if (!meant.include(line)) return;
      const ShippedLine* const kept = look.find(number);
      visit(line, number, kept != nullptr ? *kept : ShippedLine{});
    });
  }
  [[nodiscard]] bool is_found(const Order& order, const Deliver& fact) const;
  void tell_trouble(const Order& order, const ReportDelivery& fact, const Line* line,
                    LineNumber number, UnitSum units) const;
  // Effects: units that the fact says, and that had not left, are told.
  template <class Fact>
  void tell_rest(const Order& order, const Fact& fact, UnitSum found) const {
    const UnitSum said{fact.quantity};
    if (found != UnitSum{} && found >= said) return;
    tell_amiss(order.key, fact, said - std::min(said, found), Reason::not_shipped);
  }
  template <class Fact>
  void tell_amiss(const OrderKey& key, const Fact& fact, UnitSum units, Reason reason) const {
    t_.step.out->tell(events::ShipmentException{.order_key = key,
                                                .sku = fact.sku,
                                                .units = static_cast<std::uint32_t>(units.value),
                                                .tracking = fact.tracking,
                                                .reason = reason});
  }

  Tables& t_;
};

}  // namespace allot
