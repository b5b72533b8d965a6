// Orders that fit a wave go to the floor of warehouses, in slices (docs/rules.md §9, wave).
#pragma once

#include "allocation/tables.hpp"
#include "allot/messages/command.hpp"
#include "catalogue/decision.hpp"

namespace allot {

class Waving {
 public:
  explicit Waving(Tables& tables) noexcept : t_(tables) {}

  // Effects: a wave is queued, unless one runs.
  Decision begin(const ReleaseWave& request);
  // Requires: the wave is in front of the queue. Effects: one unit of it is done. Returns: what
  //           that weighs.
  std::uint32_t do_unit();

 private:
  [[nodiscard]] Reason fault(const ReleaseWave& request) const;
  std::uint32_t do_next();
  std::uint32_t look();
  [[nodiscard]] std::uint32_t weight_of(const WaitingEntry& found) const;
  [[nodiscard]] bool fits(Order& order);
  [[nodiscard]] bool release(const WaitingEntry& found);

  Tables& t_;
};

}  // namespace allot
