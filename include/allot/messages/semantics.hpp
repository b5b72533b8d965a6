// Which rules decide the commands of a log.
//
// A log keeps for ever the version that it began with: its frames carry it, recovery and replay
// make the core with it, and a newer engine that goes on with an old log decides as the old one
// did. What a version changed is asked here, under a name that says what is done, and nowhere else:
//
//   1  no longer read
//   2  lines that wait are tried again when ways open (decision 0009)
//   3  facts are recorded although their time is too far ahead (decision 0011); whom a limit left
//      waiting is woken when it lets go (decision 0017); queued work is weighed (decision 0018);
//      what was paid in time waits again, and no payment is that of a later order (decision 0019);
//      orders that are forgotten leave stubs, and news of orders waits for them (decision 0023);
//      gifts break no price band (decision 0024); lines that are merged keep what they cost
//      together, and what costs nothing is paid (decision 0027); from its end of sale on nothing of
//      a lot is available, and who was promised what is not there waits again (decision 0029)
//   4  an import that may be a sale that was forgotten takes nothing (decision 0056)
//
// docs/rules.md says the same in full. A new version adds a line here and a question below.
#pragma once

#include <cstdint>

#include "allot/messages/limits.hpp"

namespace allot {

class Semantics {
 public:
  static constexpr std::uint16_t oldest = 2;
  static constexpr std::uint16_t newest = 4;

  // Of a log that begins now.
  constexpr Semantics() noexcept = default;
  explicit constexpr Semantics(std::uint16_t version) noexcept : version_(version) {}

  [[nodiscard]] constexpr std::uint16_t version() const noexcept { return version_; }
  // Returns: whether this library can decide by them.
  [[nodiscard]] constexpr bool known() const noexcept {
    return version_ >= oldest && version_ <= newest;
  }

  // Else a fact whose stamp is more than max_step_ns ahead is refused, as requests are.
  [[nodiscard]] constexpr bool records_facts_too_far_ahead() const noexcept {
    return version_ >= 3;
  }

  // Whom a limit left waiting is tried again when the limit lets go; else with the next supply.
  [[nodiscard]] constexpr bool wakes_whom_limits_held_up() const noexcept { return version_ >= 3; }

  // The work of a step is counted in what is looked at; else each unit counts as one.
  [[nodiscard]] constexpr bool weighs_work() const noexcept { return version_ >= 3; }

  // A payment in time, heard of late, brings its order back to wait; else to have all or nothing.
  // One from before the order was placed is not its own; else it pays whoever has the key.
  [[nodiscard]] constexpr bool heeds_when_paid() const noexcept { return version_ >= 3; }

  // Ended orders that are no longer known whole leave a stub; else nothing.
  [[nodiscard]] constexpr bool leaves_stubs() const noexcept { return version_ >= 3; }

  // News of an order that nobody knows yet waits for it; else it is refused.
  [[nodiscard]] constexpr bool keeps_news() const noexcept { return version_ >= 3; }

  // Lines of one SKU with different prices become one with their sum; else it has the first's
  // price.
  [[nodiscard]] constexpr bool keeps_amounts_of_merged_lines() const noexcept {
    return version_ >= 3;
  }

  // An order for which nothing is due is paid at once; else it waits for a payment of nothing.
  [[nodiscard]] constexpr bool pays_nothing_at_once() const noexcept { return version_ >= 3; }

  // A line that costs nothing is a gift; else it may be a wrong price.
  [[nodiscard]] constexpr bool knows_gifts() const noexcept { return version_ >= 3; }

  // From its end of sale on nothing of a lot is available, and who was promised what is not there
  // loses it; else what lay there before stays for sale, and promises stand.
  [[nodiscard]] constexpr bool lots_end() const noexcept { return version_ >= 3; }

  // A sale that is no newer than one which was wholly forgotten is not taken before somebody has
  // made sure; else it is taken, maybe twice.
  [[nodiscard]] constexpr bool doubts_old_sales() const noexcept { return version_ >= 4; }

  // An approval never ends a payment window earlier than it would have ended; else the window that
  // begins then is always as long as any.
  [[nodiscard]] constexpr bool keeps_later_windows() const noexcept { return version_ >= 4; }

  // What comes back into a lot that its node does not have ends when that lot ends elsewhere; else
  // it never does.
  [[nodiscard]] constexpr bool ends_what_comes_back() const noexcept { return version_ >= 4; }

  // What is open for goods that the customer does not have is not asked of her, too little that is
  // set aside is asked for when goods have left, and lines are weighed when a part has left or is
  // picked; else it is open, is not, and they are not.
  [[nodiscard]] constexpr bool asks_less_for_refunds() const noexcept { return version_ >= 4; }

  // A request that is refused since lines are short names each of them; else the first alone.
  [[nodiscard]] constexpr bool names_each_short_line() const noexcept { return version_ >= 4; }

  // Returns: Limits::max_step_ns of a log whose host asked for nothing else; a day before 3.
  [[nodiscard]] constexpr std::int64_t max_step_default_ns() const noexcept {
    return version_ >= 3 ? Limits{}.max_step_ns : 86'400'000'000'000;
  }

  friend constexpr bool operator==(Semantics, Semantics) noexcept = default;

 private:
  std::uint16_t version_{newest};
};

}  // namespace allot
