// The commands that a host may send, by their names, and the fields of an order's line.
#pragma once

#include <string_view>
#include <tuple>
#include <type_traits>

#include "allot/intake/command.hpp"

namespace allot::python {

// Effects: calls `visit` with the std::type_identity of the command of this name.
// Returns: whether there is one.
template <class Visit>
bool for_command_named(std::string_view name, Visit&& visit) {
  const auto one_of = [&]<class... C>(std::type_identity<std::tuple<C...>>) {
    return ((C::name == name ? (visit(std::type_identity<C>{}), true) : false) || ...);
  };
  return one_of(
      std::type_identity<std::tuple<Tick, DefineSku, DefineNode, DefineZone, DefineChannel,
                                    DefineNetwork, DefineLane, SetList, SetRiskLimits, Receive,
                                    Adjust, SetSafetyStock, Place, Import, Cancel, ConfirmPayment,
                                    PaymentPending, FailPayment, ReviewDecision>>{});
}

// The visitor form that the commands have themselves.
template <class Visit>
void line_fields(OrderLine& line, Visit&& visit) {
  visit("sku", line.sku);
  visit("quantity", line.quantity);
  visit("price", line.price);
  visit("shortage", line.shortage);
}

}  // namespace allot::python
