// Orders come in: what each line needs, where it is taken from, what waits (docs/rules.md §5 to
// §7).
#pragma once

#include "allocation/tables.hpp"
#include "catalogue/checked_order.hpp"
#include "catalogue/decision.hpp"
#include "risk/risk.hpp"
#include "sourcing/single_node.hpp"

namespace allot {

class TakingOver;

class Placing {
 public:
  explicit Placing(Tables& tables) noexcept : t_(tables) {}

  Decision place(const Place& order, const CheckedOrder& checked, const Verdict& verdict);
  Decision import(const Import& fact, const CheckedOrder& checked, const Verdict& verdict);
  // Returns: whether the sale may be one of which nothing is known any more. Effects: that is told.
  [[nodiscard]] bool tell_maybe_known(const Import& fact, const CheckedOrder& checked);
  // A sale that somebody else ships: it takes nothing, and ends at once.
  Decision record_elsewhere(const Import& fact, const CheckedOrder& checked);
  // A payment came after the hold had ended: everything is taken again, or nothing. If it was made
  // in time (`note` is ok), what waited waits again for what is not there.
  // Requires: expired and paid. Returns: whether the order is back.
  // Effects:  where a purchase cap is why it was not, `note` says so.
  [[nodiscard]] bool retake(OrderSlot slot, Reason& note);

 private:
  // Compiled apart: nearly no order heeds more than itself.
  [[gnu::noinline]] Decision place_heeding(const Place& order, const CheckedOrder& checked,
                                           const Verdict& verdict);
  template <bool heeds>
  OrderSlot accept(const Place& order, const CheckedOrder& checked, const Verdict& verdict,
                   const SingleNode& single, const Plan* planned);
  void take_caps(Order& placed);
  [[nodiscard]] Decision find_room(std::uint32_t lines);
  [[nodiscard]] Decision find_room_with_own(std::uint32_t lines);
  [[nodiscard]] SingleNode choose_single(const Route& route, const CheckedOrder& checked) const;
  [[gnu::noinline]] Decision plan(const Place& order, CheckedOrder checked, const Plan*& plan,
                                  std::uint32_t lent);
  [[gnu::noinline]] Decision ask_caps(const Place& order, CheckedOrder checked,
                                      const Plan* planned);
  [[nodiscard]] Reason ask_caps_of_fact(const Import& fact, const CheckedOrder& checked);
  [[nodiscard]] const Plan* plan_import(const Import& fact, const CheckedOrder& checked);
  // What a line that waited when its order expired needs when that comes back.
  enum class Waited : std::uint8_t { all, what_is_there, nothing };
  [[nodiscard]] const Plan* plan_retake(const Order& order, bool in_time);
  [[nodiscard]] const Plan* plan_retake(const Order& order, Waited needs);
  [[nodiscard]] bool any_short() const;
  void join(OrderSlot slot, Line& line, LineNumber number, bool tried_too);
  [[nodiscard]] Order& add(OrderSlot slot, const CheckedOrder& checked, ChannelId channel,
                           ZoneId zone, TimeNs ship_by, std::uint8_t priority);
  [[nodiscard]] Order& add_sold(const Import& fact, OrderSlot slot, const CheckedOrder& checked);
  void tell_placed(const Order& order, EventType type, std::uint32_t parcels, MoneyMinor cost,
                   EventFlags flags);
  [[gnu::noinline]] void take_planned(OrderSlot slot, CheckedOrder checked, const Plan& plan);
  [[nodiscard]] bool take_line(OrderSlot slot, Line& line, LineNumber number, const Plan& plan,
                               bool queued);
  [[nodiscard]] bool held_up(const Order& order, const LineNeed& need) const;

  Tables& t_;
  TakingOver* own_{};  // of an order that is placed, and heeds what its shopper holds
};

}  // namespace allot
