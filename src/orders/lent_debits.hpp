// What orders that are to be taken over debited of purchase caps: back while the one that takes
// them over is asked about (docs/rules.md §22).
#pragma once

#include <cstdint>
#include <span>

#include "ledger/caps.hpp"
#include "orders/debit_chains.hpp"

namespace allot {

class LentDebits {
 public:
  // Effects: until it ends the ledger has back what these orders have debited. Borrows all.
  LentDebits(Caps& caps, const CapTable& table, const DebitChains& chains,
             std::span<const Order* const> orders);
  ~LentDebits();
  LentDebits(const LentDebits&) = delete;
  LentDebits& operator=(const LentDebits&) = delete;

  // Returns: what the one that is asked about may debit there: what is lent, also where it is
  //          beyond the cap now, and what the cap leaves besides.
  [[nodiscard]] Units left(const Caps::Account& account) const;
  // Returns: how many debits are lent.
  [[nodiscard]] std::uint32_t count() const;

 private:
  // Visits what is lent.
  template <class Visit>
  void visit(Visit&& visit) const {
    for (const Order* order : orders_) chains_.visit(*order, visit);
  }

  Caps& caps_;
  const CapTable& table_;
  const DebitChains& chains_;
  std::span<const Order* const> orders_;
};

}  // namespace allot
