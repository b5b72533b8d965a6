// The contract of everything that runs out.
//
// A ledger keeps accounts: a lot of stock, a window of a purchase cap. What is taken from an
// account is a debit, and whoever took it remembers the debit until it goes back or is final.
// Allocation asks every ledger what is free, and then takes from all of them or from none, in one
// step.
//
//   free       units of the account that can be taken now
//   take       takes them, for an order that is firm or is not yet; returns the debit to remember
//   give_back  undoes a debit; returns whether more is free than before
//   make_firm  the order that a debit belongs to has become firm
//   check      the account's own sums hold; called by whatever changes it, in release too
//
// `firm` says what the order is, and must be what it was when units come back: a ledger counts the
// units of firm orders apart from those that are only held. Nothing of a ledger allocates.
#pragma once

#include <concepts>

#include "catalogue/units.hpp"

namespace allot {

template <class L>
concept Ledger = requires(L ledger, const L& seen, const typename L::Account& account,
                          const typename L::Debit& debit, Units units, bool firm) {
  { seen.free(account) } -> std::same_as<Units>;
  { ledger.take(account, units, firm) } -> std::same_as<typename L::Debit>;
  { ledger.give_back(debit, firm) } -> std::same_as<bool>;
  { ledger.make_firm(debit) } -> std::same_as<void>;
  { seen.check(debit) } -> std::same_as<void>;
};

}  // namespace allot
