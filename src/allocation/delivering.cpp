#include "allocation/delivering.hpp"

#include "allocation/balances.hpp"

namespace allot {
namespace {

template <class Fact>
Reason fault_of_delivery(const Catalogue& catalogue, const Fact& fact) noexcept {
  if (fact.sku.present() && !catalogue.known(fact.sku)) return Reason::sku_unknown;
  if (fact.quantity > units_max) return Reason::quantity_out_of_range;
  if (!fact.sku.present() && fact.quantity != 0) return Reason::field_out_of_range;
  return Reason::ok;
}

std::uint32_t at_most_32_bits(UnitSum units) noexcept { return units.at_most(Units{~0U}).value; }

Reason reason_of(DeliveryTrouble kind) noexcept {
  switch (kind) {
    case DeliveryTrouble::late: return Reason::parcel_late;
    case DeliveryTrouble::damaged: return Reason::parcel_damaged;
    case DeliveryTrouble::refused: return Reason::parcel_refused;
    case DeliveryTrouble::lost: break;
  }
  return Reason::parcel_lost;
}

// Returns: whether the line remembers it. That goods are late or damaged changes nothing of them.
bool is_kept(DeliveryTrouble kind) noexcept { return kind >= DeliveryTrouble::refused; }

// Returns: units that can still be refused or get lost, as far as they can be counted.
UnitSum coming_of(const ShippedLine& line, Units left) noexcept {
  const UnitSum failed = UnitSum(line.lost) + line.turned_away + line.home;
  return std::min(line.still_coming(left), UnitSum(Units{units_max}) - failed);
}

// Returns: units of a line of which this can be said. `left`: of what was ordered.
UnitSum most_of(DeliveryTrouble kind, const ShippedLine& line, Units left) noexcept {
  switch (kind) {
    case DeliveryTrouble::late: break;
    case DeliveryTrouble::damaged: return line.sent(left) - line.returned;
    case DeliveryTrouble::refused: return coming_of(line, left);
    case DeliveryTrouble::lost: return coming_of(line, left) + line.turned_away;
  }
  return line.still_coming(left);
}

}  // namespace

Reason Delivering::fault(const Catalogue& catalogue, const Deliver& fact) noexcept {
  return fault_of_delivery(catalogue, fact);
}

Reason Delivering::fault(const Catalogue& catalogue, const ReportDelivery& fact) noexcept {
  if (const Reason wrong = fault_of_delivery(catalogue, fact); wrong != Reason::ok) return wrong;
  const bool in_range =
      fact.kind <= DeliveryTrouble::lost && fact.at >= 0 && fact.at <= time_max_ns;
  return in_range ? Reason::ok : Reason::field_out_of_range;
}

// What is said to have arrived, and is not on its way, was not lost, or was taken in after all.
void Delivering::record(OrderSlot slot, const Deliver& fact) {
  Order& order = t_.book[slot];
  const WideMoney to_capture = Balances(t_).to_capture(order);
  const bool takes_found = fact.quantity != 0 || is_found(order, fact);
  UnitSum arrived;
  t_.book.companions().change_shipped(order, [&](ShippedLines::Walk& walk) {
    t_.book.lines().visit(order, [&](const Line& line, LineNumber number) {
      if (fact.sku.present() && fact.sku != line.sku) return;
      ShippedLine* kept = walk.find(number);
      const Units left = shipped_of(order, line, kept);
      UnitSum units = kept != nullptr ? kept->on_its_way(left) : UnitSum(left);
      if (takes_found && kept != nullptr) units = units + kept->lost + kept->turned_away;
      if (fact.quantity != 0) units = std::min(units, UnitSum(Units{fact.quantity}));
      if (units == UnitSum{}) return;
      if (kept == nullptr) kept = &walk.at(number);
      UnitSum found = units - std::min(units, kept->on_its_way(left));
      const Units not_lost = found.at_most(kept->lost);
      kept->lost -= not_lost;
      found -= not_lost;
      kept->turned_away -= found.at_most(kept->turned_away);
      kept->delivered += units;
      arrived += units;
      t_.step.out->tell(events::LineDelivered{.order_key = order.key,
                                              .line = static_cast<std::uint16_t>(number.value),
                                              .sku = line.sku,
                                              .quantity = at_most_32_bits(units),
                                              .tracking = fact.tracking});
    });
  });
  Balances(t_).tell_to_capture(order, to_capture);
  tell_rest(order, fact, arrived);
}

// Returns: whether news that says no quantity can only be of what was lost, or turned away: nothing
//          of it is on its way, and none has arrived before, so that it is not the same news again.
bool Delivering::is_found(const Order& order, const Deliver& fact) const {
  bool found = true;
  ShippedLines::Look look = t_.book.companions().shipped(order);
  t_.book.lines().visit(order, [&](const Line& line, LineNumber number) {
    if (fact.sku.present() && fact.sku != line.sku) return;
    const ShippedLine* const kept = look.find(number);
    const Units left = shipped_of(order, line, kept);
    const ShippedLine known = kept != nullptr ? *kept : ShippedLine{};
    found = found && known.on_its_way(left) + known.delivered == UnitSum{};
  });
  return found;
}

void Delivering::record(OrderSlot slot, const ReportDelivery& fact) {
  Order& order = t_.book[slot];
  const Units most{fact.quantity != 0 ? fact.quantity : units_max};
  const bool by_line = fact.sku.present() || is_kept(fact.kind);
  UnitSum all;
  t_.book.companions().change_shipped(order, [&](ShippedLines::Walk& walk) {
    t_.book.lines().visit(order, [&](const Line& line, LineNumber number) {
      if (fact.sku.present() && fact.sku != line.sku) return;
      ShippedLine* kept = walk.find(number);
      const Units left = shipped_of(order, line, kept);
      const ShippedLine known = kept != nullptr ? *kept : ShippedLine{};
      const Units units = most_of(fact.kind, known, left).at_most(most);
      if (!units.present()) return;
      all += units;
      if (is_kept(fact.kind)) {
        if (kept == nullptr) kept = &walk.at(number);
        if (fact.kind == DeliveryTrouble::refused) {
          kept->turned_away += units;
        } else {
          kept->turned_away -= units - coming_of(known, left).at_most(units);
          kept->lost += units;
        }
      }
      if (by_line) tell_trouble(order, fact, &line, number, units);
    });
  });
  if (!by_line && all != UnitSum{}) tell_trouble(order, fact, nullptr, {}, all);
  tell_rest(order, fact, all);
}

void Delivering::tell_trouble(const Order& order, const ReportDelivery& fact, const Line* line,
                              LineNumber number, UnitSum units) const {
  t_.step.out->tell(events::DeliveryException{.order_key = order.key,
                                              .line = static_cast<std::uint16_t>(number.value),
                                              .sku = line != nullptr ? line->sku : SkuId{},
                                              .units = at_most_32_bits(units),
                                              .tracking = fact.tracking,
                                              .at = fact.at != 0 ? fact.at : t_.step.now,
                                              .reason = reason_of(fact.kind)});
}

}  // namespace allot
