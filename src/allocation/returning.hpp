// Goods come back: requests, whose windows lapse, and facts, recorded whatever was agreed on
// (docs/rules.md §15).
#pragma once

#include "allocation/tables.hpp"
#include "allot/messages/command.hpp"
#include "catalogue/decision.hpp"

namespace allot {

class Returning {
 public:
  explicit Returning(Tables& tables) noexcept : t_(tables) {}

  [[nodiscard]] Decision decide(const RequestReturn& request);
  // Returns: what is wrong with the request itself; ok when it can be decided.
  [[nodiscard]] Reason fault(const RequestReturn& request) const;
  // Requires: no fault. `slot`: of the order, or none where only a stub is known. Returns: why it
  // cannot be had; else ok, and how many units are to come back.
  [[nodiscard]] Reason ask(const RequestReturn& request, OrderSlot slot, Units& units);
  // Requires: asked. Effects: so many units are waited for. Returns: where that is kept.
  ReturnSlot begin(const RequestReturn& request, Units units);
  [[nodiscard]] Decision record(const ReceiveReturn& fact);
  // Effects: it is told that not all came back, and waited for no more.
  void lapse(ReturnSlot slot);

 private:
  // What is to be said of goods that came back.
  struct Amiss {
    Units units;
    Reason reason{};
  };

  [[nodiscard]] Reason fault(const ReceiveReturn& fact) const;
  // Returns: what is still waited for, which lapses when its window is over; or none.
  template <class By>
  [[nodiscard]] ReturnSlot still(const By& by, SkuId sku);
  [[nodiscard]] ReturnSlot waited_for(const ReceiveReturn& fact);
  [[nodiscard]] UnitSum returnable(const Order& order, const LinesMeant& meant) const;
  // Returns: how many more are available.
  [[nodiscard]] Units into_stock(const ReceiveReturn& fact);
  [[nodiscard]] Amiss count(const OrderKey& key, const ReceiveReturn& fact, Units awaited,
                            Units& home);
  void tell_returned(const OrderKey& key, Token return_key, const ReceiveReturn& fact) const;
  void tell_amiss(const OrderKey& key, const ReceiveReturn& fact, const Amiss& amiss) const;
  void receive(ReturnSlot slot, Units units);
  void credit(ReturnSlot request, const OrderKey& key, const ReceiveReturn& fact, Units awaited,
              WideMoney cost);

  Tables& t_;
};

}  // namespace allot
