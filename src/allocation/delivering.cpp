#include "allocation/delivering.hpp"

#include <limits>

#include "allocation/balances.hpp"
#include "allocation/paying.hpp"

namespace allot {
namespace {

template <class Fact>
Reason fault_of_delivery(const Catalogue& catalogue, const Fact& fact) noexcept {
  if (fact.sku.present() && !catalogue.known(fact.sku)) return Reason::sku_unknown;
  if (fact.quantity > units_max) return Reason::quantity_out_of_range;
  if (!fact.sku.present() && (fact.quantity | fact.line_number) != 0) {
    return Reason::field_out_of_range;
  }
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

// Returns: units of a line of which this can be said, but for what was turned away and can be lost
//          besides. `left`: of what was ordered.
UnitSum most_of(DeliveryTrouble kind, const ShippedLine& line, Units left) noexcept {
  switch (kind) {
    case DeliveryTrouble::late: break;
    case DeliveryTrouble::damaged: return line.sent(left) - line.returned;
    case DeliveryTrouble::refused:
    case DeliveryTrouble::lost: return coming_of(line, left);
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

// What is said to have arrived, and is not on its way, was not lost, or was taken in after all. Of
// several lines what is on its way arrives first, and each has what those before it leave.
void Delivering::record(OrderSlot slot, const Deliver& fact) {
  Order& order = t_.book[slot];
  const WideMoney to_capture = Balances(t_).to_capture(order);
  const bool takes_found = fact.quantity != 0 || is_found(order, fact);
  UnitSum coming{std::numeric_limits<std::uint64_t>::max()};  // that may still be told to arrive
  UnitSum found = takes_found ? coming : UnitSum{};           // the same of the others
  if (fact.quantity != 0) {
    UnitSum all;
    visit_meant(order, fact, [&](const Line& line, LineNumber, const ShippedLine& kept) {
      all += kept.on_its_way(shipped_of(order, line, &kept));
    });
    coming = UnitSum{fact.quantity};
    found = coming - std::min(coming, all);
  }
  UnitSum arrived;
  bool turned_up = false;  // something that was lost, or turned away
  const LinesMeant meant{fact.sku, fact.line_number};
  t_.book.companions().change_shipped(order, [&](ShippedLines::Walk& walk) {
    t_.book.lines().visit(order, [&](const Line& line, LineNumber number) {
      if (!meant.include(line)) return;
      ShippedLine* kept = walk.find(number);
      const Units left = shipped_of(order, line, kept);
      const UnitSum way =
          std::min(coming, kept != nullptr ? kept->on_its_way(left) : UnitSum(left));
      const UnitSum gone = kept != nullptr ? UnitSum(kept->lost) + kept->turned_away : UnitSum{};
      UnitSum others = std::min(found, gone);
      const UnitSum units = way + others;
      if (units == UnitSum{}) return;
      coming -= way;
      found -= others;
      turned_up = turned_up || others != UnitSum{};
      if (kept == nullptr) kept = &walk.at(number);
      const Units not_lost = others.at_most(kept->lost);
      kept->lost -= not_lost;
      others -= not_lost;
      kept->turned_away -= others.at_most(kept->turned_away);
      kept->delivered += units;
      arrived += units;
      t_.step.out->tell(events::LineDelivered{.order_key = order.key,
                                              .line = static_cast<std::uint16_t>(number.value),
                                              .sku = line.sku,
                                              .quantity = at_most_32_bits(units),
                                              .tracking = fact.tracking});
    });
  });
  if (turned_up) {
    heed_goods(t_, slot, to_capture);
  } else {
    Balances(t_).tell_to_capture(order, to_capture);
  }
  tell_rest(order, fact, arrived);
}

// Returns: whether news that says no quantity can only be of what was lost, or turned away: nothing
//          of it is on its way, and none has arrived before, so that it is not the same news again.
bool Delivering::is_found(const Order& order, const Deliver& fact) const {
  bool found = true;
  visit_meant(order, fact, [&](const Line& line, LineNumber, const ShippedLine& kept) {
    const Units left = shipped_of(order, line, &kept);
    found = found && kept.on_its_way(left) + kept.delivered == UnitSum{};
  });
  return found;
}

// Of several lines each has what those before it leave; what is lost is first what may still come,
// then what was turned away.
void Delivering::record(OrderSlot slot, const ReportDelivery& fact) {
  Order& order = t_.book[slot];
  const WideMoney to_capture = Balances(t_).to_capture(order);
  const bool by_line = fact.sku.present() || is_kept(fact.kind);
  UnitSum first{std::numeric_limits<std::uint64_t>::max()};  // of which it may still be said
  UnitSum turned = first;                                    // the same of what was turned away
  if (fact.quantity != 0) {
    UnitSum all;
    visit_meant(order, fact, [&](const Line& line, LineNumber, const ShippedLine& kept) {
      all += most_of(fact.kind, kept, shipped_of(order, line, &kept));
    });
    first = UnitSum{fact.quantity};
    turned = first - std::min(first, all);
  }
  UnitSum all;
  const LinesMeant meant{fact.sku, fact.line_number};
  t_.book.companions().change_shipped(order, [&](ShippedLines::Walk& walk) {
    t_.book.lines().visit(order, [&](const Line& line, LineNumber number) {
      if (!meant.include(line)) return;
      ShippedLine* kept = walk.find(number);
      const Units left = shipped_of(order, line, kept);
      const ShippedLine known = kept != nullptr ? *kept : ShippedLine{};
      const Units some = std::min(first, most_of(fact.kind, known, left)).at_most(Units{units_max});
      const bool is_lost = fact.kind == DeliveryTrouble::lost;
      const Units back =
          is_lost ? turned.at_most(std::min(known.turned_away, Units{units_max} - some)) : Units{};
      const Units units = some + back;
      if (!units.present()) return;
      first -= some;
      turned -= back;
      all += units;
      if (is_kept(fact.kind)) {
        if (kept == nullptr) kept = &walk.at(number);
        if (is_lost) {
          kept->turned_away -= back;
          kept->lost += units;
        } else {
          kept->turned_away += units;
        }
      }
      if (by_line) tell_trouble(order, fact, &line, number, units);
    });
  });
  if (!by_line && all != UnitSum{}) tell_trouble(order, fact, nullptr, {}, all);
  if (is_kept(fact.kind) && all != UnitSum{}) heed_goods(t_, slot, to_capture);
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
