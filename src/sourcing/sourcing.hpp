// Chooses the nodes that serve an order (docs/rules.md §6).
//
// Exact over all sets of up to three nodes, as long as that stays inside a budget of steps counted
// beforehand; beyond, a bounded fallback that says that it was one. Steps, not time, so that replay
// decides alike. Works on scratch memory of its own; takes nothing from stock.
//
// A choice is begin(), add() for each line, need() for each line, and one choose(); what comes out
// of turn is a broken invariant. Only choose() and choose_nothing() hand out a plan, which holds
// until the next begin(). Whether a line is short is asked in one place, add().
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "allot/sourcing/sourcing_trace.hpp"
#include "catalogue/catalogue.hpp"
#include "ledger/stock.hpp"
#include "sourcing/routes.hpp"
#include "waiting/waiting_lines.hpp"

namespace allot {

inline constexpr std::uint32_t plan_nodes_max = 16;

// A line of the choice at hand, from 0.
struct ChoiceLine {
  std::uint32_t value{};
};

// What was found for one line.
struct LineNeed {
  SkuId sku;
  LineNumber number;  // in its order
  Units wanted;
  Units need;        // taken now
  UnitSum can_have;  // over all candidates, without what is claimed for others
  bool claimed{};    // supply came back, and lines that wait for it go before
  bool is_short{};   // it cannot have all that it wants
  Reason dropped{};  // why the line is refused, ok when it is not

  [[nodiscard]] Units waits() const noexcept {
    return dropped == Reason::ok ? wanted - need : Units{};
  }
};

// The nodes that were chosen, what each gives, and what it costs.
struct Plan {
  std::array<NodeId, plan_nodes_max> nodes{};  // ascending
  std::uint32_t count{};
  MoneyMinor cost{};
  bool bounded{};
  std::span<const Units> table;  // line by line, plan_nodes_max each

  [[nodiscard]] Units units(ChoiceLine line, std::uint32_t node) const noexcept {
    return table[std::size_t{line.value} * plan_nodes_max + node];
  }
};

class Sourcing {
 public:
  explicit Sourcing(const Limits& limits);

  // Requires: channel and zone are known. The reference ends with the next call.
  [[nodiscard]] const Route& route(const Catalogue& catalogue, ChannelId channel, ZoneId zone) {
    return routes_.find(catalogue, channel, zone);
  }
  // For prefetching. Returns: the route when it has been worked out, else null.
  [[nodiscard]] const Route* peek(const Catalogue& catalogue, ChannelId channel,
                                  ZoneId zone) const noexcept {
    return routes_.peek(catalogue, channel, zone);
  }

  // Effects: a choice begins for the order that was placed under `key` at `sequence`; what was
  //          chosen before is forgotten. Returns: whether any node serves the channel and zone.
  [[nodiscard]] bool begin(const Catalogue& catalogue, ChannelId channel, ZoneId zone,
                           const OrderKey& key, Sequence sequence);
  // Effects: the next line of the choice, which needs nothing yet. `claims`: by which others go
  //          first; null when it is their turn.
  ChoiceLine add(const Stock& stock, const WaitingLines* claims, LineNumber number, SkuId sku,
                 Units wanted);
  [[nodiscard]] const LineNeed& line(ChoiceLine line) const;
  [[nodiscard]] std::uint32_t lines() const noexcept { return lines_; }
  // Returns: the most that the line can have now out of `nodes` candidates.
  [[nodiscard]] Units reach(ChoiceLine line, std::uint32_t nodes);
  // Requires: units <= wanted.
  void need(ChoiceLine line, Units units);
  // Effects: the line is refused and needs nothing.
  void drop(ChoiceLine line, Reason why);

  // Returns: what a set of at most `nodes_max` candidates gives for all needs; null when none can.
  [[nodiscard]] const Plan* choose(std::uint32_t nodes_max);
  // Effects: no line needs anything, whatever was chosen. Returns: a plan without nodes.
  [[nodiscard]] const Plan* choose_nothing();

  // Effects: tells the trace, if there is one, what was found for the lines so far; that the plan
  //          cannot be had after all.
  void tell_lines() const {
    if (trace_ != nullptr) tell_each_line();
  }
  void tell_given_up(Reason why) const {
    if (trace_ != nullptr) trace_->given_up(why);
  }
  void set_trace(SourcingTrace* trace) noexcept { trace_ = trace; }
  [[nodiscard]] bool traced() const noexcept { return trace_ != nullptr; }

  template <class Visit>
  friend void visit_pages(Sourcing& sourcing, Visit& visit) {
    visit_pages_of(visit, sourcing.needs_, sourcing.base_, sourcing.units_);
  }

 private:
  using Set = std::array<std::uint32_t, 3>;
  // Candidates by index, ascending, and what they cost.
  struct Best {
    std::array<std::uint32_t, plan_nodes_max> candidates{};
    std::uint32_t count{};
    MoneyMinor cost{};
    bool bounded{};
  };

  [[nodiscard]] std::uint32_t candidates() const noexcept {
    return static_cast<std::uint32_t>(route_->candidates.size());
  }
  [[nodiscard]] const Units* base(std::uint32_t line) const noexcept {
    return &base_[std::size_t{line} * candidates()];
  }
  [[nodiscard]] std::uint32_t exact_size(std::uint32_t nodes_max) const;
  [[nodiscard]] MoneyMinor cost_of(const Set& set, std::uint32_t count) const;
  [[nodiscard]] bool better(const Set& set, std::uint32_t count, MoneyMinor cost,
                            const Best& than) const;
  [[nodiscard]] bool cannot_improve(std::uint32_t count) const;
  void try_sets(std::uint32_t count);
  void consider(const Set& set, std::uint32_t count, MoneyMinor cost);
  [[nodiscard]] bool choose_bounded(std::uint32_t nodes_max);
  void fill_units();
  [[nodiscard]] const Plan* hand_out(bool found);
  // What a trace is told; each is called only when there is one.
  [[gnu::noinline, gnu::cold]] void tell_begin(const Catalogue& catalogue, const OrderKey& key,
                                               Sequence sequence);
  [[gnu::noinline, gnu::cold]] void tell_each_line() const;
  [[gnu::noinline, gnu::cold]] void tell_set(const Set& set, std::uint32_t count, MoneyMinor cost);
  [[gnu::noinline, gnu::cold]] void tell_round(const std::uint32_t* taken,
                                               std::uint32_t best) const;
  [[gnu::noinline, gnu::cold]] void tell_chosen() const;
  void tell_lost(std::uint32_t candidate) const;
  [[nodiscard]] NodeLoss lost_by(const Best& other) const;

  std::uint32_t steps_max_;
  Routes routes_;
  const Route* route_{};  // of the choice at hand
  std::uint32_t lines_{};
  bool chosen_{};          // the choice at hand is made
  std::uint32_t needy_{};  // lines that need something
  UnitSum needed_units_;
  bool found_{};
  Best best_;
  Plan plan_;
  PageArray<LineNeed> needs_;
  PageArray<Units> base_;   // line by line, one entry per candidate
  PageArray<Units> units_;  // line by line, one entry per planned node
  std::vector<Units> scratch_;
  SourcingTrace* trace_{};
  std::vector<Best> best_with_;  // by candidate; of a choice that is explained
};

}  // namespace allot
