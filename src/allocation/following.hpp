// What is told of an order's money under a key whose order went into another (docs/rules.md §27):
// it is that one's, from when the order that went was placed, and as much as that was asked for.
#pragma once

#include <array>

#include "allocation/tables.hpp"
#include "allot/messages/limits_rules.hpp"

namespace allot {

class Following {
 public:
  // Borrows both.
  Following(Tables& tables, const GoneOrder& gone);

  // Effects: what was still to come in of the order that went has come in for the one in which it
  //          is now.
  [[nodiscard]] Decision confirm(const ConfirmPayment& fact);
  // Effects: the payment is recorded of the order in which it is now.
  [[nodiscard]] Decision record(RecordPayment fact);
  // Effects: so much less of those that went is to come in.
  void come_in(MoneyMinor amount) noexcept;

 private:
  [[nodiscard]] bool is_of_another(TimeNs at) const noexcept;
  [[nodiscard]] MoneyMinor open() const noexcept;
  void go_back(MoneyMinor amount) noexcept;

  Tables& t_;
  // The order that went, the one that it went into, and so on, as far as they went.
  std::array<GoneOrder*, orders_per_order_max> way_{};
  std::size_t steps_{};
  OrderKey key_;  // of the order in which it is now
  std::uint32_t second_;
};

}  // namespace allot
