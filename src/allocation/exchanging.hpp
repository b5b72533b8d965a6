// Goods are sent for goods that are to come back, as an order of its own (docs/rules.md §24).
#pragma once

#include "allocation/tables.hpp"
#include "allot/messages/command.hpp"
#include "catalogue/decision.hpp"
#include "catalogue/order_reader.hpp"
#include "risk/risk.hpp"

namespace allot {

class Exchanging {
 public:
  explicit Exchanging(Tables& tables) noexcept : t_(tables) {}

  // Returns: ok, or why neither the return nor the new order is there. `placed`: the new order.
  [[nodiscard]] Decision exchange(const Exchange& request, OrderReader& reader, Risk& risk,
                                  OrderKey& placed);

 private:
  [[nodiscard]] Decision place(const Place& whole, const Code& number, OrderReader& reader,
                               Risk& risk);
  void begin(OrderSlot slot, const Exchange& request, MoneyMinor credit);

  Tables& t_;
};

}  // namespace allot
