// When lots come to the end of their sale in channels that stop selling them some time before
// (docs/rules.md §4): for each such margin a heap of the ends that are to come.
//
// Decisions ask the lots themselves; these timers are for those who have to be told when nobody
// asks. A shop whose channels have no margin has none of them.
//
// Threads: one at a time. Memory: 24 bytes for each lot that there can be and margin, of which the
// kernel gives what is written to; taken when a margin comes into force.
#pragma once

#include <algorithm>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "allot/types/check.hpp"
#include "allot/types/ids.hpp"
#include "ledger/lot_ends.hpp"

namespace allot {

class MarginEnds {
 public:
  explicit MarginEnds(std::uint32_t lots_max) : lots_max_(lots_max) {}

  // Effects: these margins are in force, each of which is not 0. One that was before goes on; of
  //          one that was not, the ends run that are in `ends` and come after `now`. Allocates for
  //          those, and looks at all of `ends` for each. Requires: ascending.
  void set(std::span<const TimeNs> margins, const LotEnds& ends, TimeNs now) {
    std::erase_if(margins_, [margins](const Margin& m) {
      return !std::ranges::binary_search(margins, m.before);
    });
    for (const TimeNs margin : margins) {
      const auto at = std::ranges::lower_bound(margins_, margin, {}, &Margin::before);
      if (at != margins_.end() && at->before == margin) continue;
      Margin& begun = *margins_.insert(at, Margin{margin, LotEnds(lots_max_)});
      ends.visit([&begun, now](const LotEnd& end) { begun.add(end, now); });
    }
  }

  // Effects: the end of a lot runs for each margin, but where it has come already.
  void add(const LotEnd& end, TimeNs now) {
    for (Margin& margin : margins_) margin.add(end, now);
  }

  // Returns: whether one has come and was not told.
  [[nodiscard]] bool due(TimeNs now) const noexcept {
    return std::ranges::any_of(
        margins_, [now](const Margin& m) { return !m.ends.empty() && m.first().time <= now; });
  }
  // Returns: the first, at the time at which it comes for its margin; at no time when none runs.
  [[nodiscard]] LotEnd first() const noexcept {
    LotEnd first{.time = std::numeric_limits<TimeNs>::max(), .sequence = 0, .lot = {}};
    for (const Margin& margin : margins_) {
      if (margin.ends.empty()) continue;
      const LotEnd its = margin.first();
      if (its.time < first.time || (its.time == first.time && its.sequence < first.sequence)) {
        first = its;
      }
    }
    return first;
  }
  // Requires: one runs. Effects: the first runs no more. Returns: it.
  LotEnd take_first() {
    const LotEnd end = first();
    for (Margin& margin : margins_) {
      if (margin.ends.empty() || margin.first().lot != end.lot) continue;
      if (margin.first().time != end.time) continue;
      margin.ends.take_first();
      return end;
    }
    ALLOT_CHECK(false);
    return end;
  }

  // By margin, and for each in no order that means anything: its time is that of the lot.
  template <class Visitor>
  void visit(Visitor&& visit) const {
    for (const Margin& margin : margins_) {
      margin.ends.visit([&visit, &margin](const LotEnd& end) { visit(margin.before, end); });
    }
  }

  template <class Visit>
  friend void visit_pages(MarginEnds& ends, Visit& visit) {
    for (Margin& margin : ends.margins_) visit_pages(margin.ends, visit);
  }

 private:
  struct Margin {
    TimeNs before;
    LotEnds ends;

    void add(const LotEnd& end, TimeNs now) {
      if (end.time - before > now) ends.add(end);
    }
    // Requires: not empty.
    [[nodiscard]] LotEnd first() const noexcept {
      LotEnd end = ends.first();
      end.time -= before;
      return end;
    }
  };

  std::uint32_t lots_max_;
  std::vector<Margin> margins_;  // ascending
};

}  // namespace allot
