// Chooses the nodes that serve an order (docs/rules.md §6).
//
// Works on scratch memory of its own; takes nothing from stock. Its parts: the routes that are
// known, the lines of the choice at hand, and the search over sets of nodes.
//
// A choice is begin(), add() for each line, need() for each line, and one choose(); what comes out
// of turn is a broken invariant. Only choose() and choose_nothing() hand out a plan, which holds
// until the next begin().
#pragma once

#include <array>
#include <cstdint>
#include <span>

#include "allot/sourcing/sourcing_trace.hpp"
#include "catalogue/catalogue.hpp"
#include "sourcing/choice_lines.hpp"
#include "sourcing/node_search.hpp"
#include "sourcing/routes.hpp"

namespace allot {

// The nodes that were chosen, what each gives, and what it costs.
struct Plan {
  std::array<NodeId, plan_nodes_max> nodes{};  // ascending
  std::uint32_t count{};
  MoneyMinor cost{};
  bool bounded{};
  TimeNs margin{};               // of the channel: lots that end so soon give nothing
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
  // For prefetching, of any channel and zone. Returns: the route when it has been worked out, else
  // null.
  [[nodiscard]] const Route* peek(const Catalogue& catalogue, ChannelId channel,
                                  ZoneId zone) const noexcept {
    return routes_.peek(catalogue, channel, zone);
  }

  // Effects: a choice begins for the order that was placed under `key` at `sequence`; what was
  //          chosen before is forgotten. Returns: whether any node serves the channel and zone.
  [[nodiscard]] bool begin(const Catalogue& catalogue, ChannelId channel, ZoneId zone,
                           const OrderKey& key, Sequence sequence);
  // Effects: several lines of the choice may have one SKU: together they need what there is once.
  void share() noexcept { lines_.share(); }
  // Effects: the next line of the choice, which needs nothing yet. `claims`: by which others go
  //          first; null when it is their turn.
  ChoiceLine add(const Stock& stock, const WaitingLines* claims, LineNumber number, SkuId sku,
                 Units wanted);
  [[nodiscard]] const LineNeed& line(ChoiceLine line) const { return lines_[line]; }
  [[nodiscard]] std::uint32_t lines() const noexcept { return lines_.count(); }
  // Returns: the margin of the channel whose choice is at hand.
  [[nodiscard]] TimeNs margin() const noexcept { return lines_.route().margin; }
  // Returns: the most that the line can have now out of `nodes` candidates.
  [[nodiscard]] Units reach(ChoiceLine line, std::uint32_t nodes) {
    return lines_.reach(line, nodes);
  }
  // Requires: units <= wanted.
  void need(ChoiceLine line, Units units) {
    ALLOT_CHECK(!chosen_);
    lines_.need(line, units);
  }
  // Effects: the line is refused and needs nothing.
  void drop(ChoiceLine line, Reason why) {
    ALLOT_CHECK(!chosen_);
    lines_.drop(line, why);
  }

  // Returns: what the plan gives lines of its SKU before the line at its `node`-th node.
  [[nodiscard]] Units given_before(ChoiceLine line, const Plan& plan, std::uint32_t node) const {
    return lines_.given_before(line, plan.table.subspan(node), plan_nodes_max);
  }

  // Returns: what a set of at most `nodes_max` candidates gives for all needs; null when none can.
  [[nodiscard]] const Plan* choose(std::uint32_t nodes_max);
  // Effects: no line needs anything, whatever was chosen. Returns: a plan without nodes.
  [[nodiscard]] const Plan* choose_nothing();

  // Effects: tells the trace, if there is one, what was found for the lines so far; that the plan
  //          cannot be had after all.
  void tell_lines() const {
    if (trace_ != nullptr) lines_.tell(*trace_);
  }
  void tell_given_up(Reason why) const {
    if (trace_ != nullptr) trace_->given_up(why);
  }
  void set_trace(SourcingTrace* trace) noexcept {
    trace_ = trace;
    search_.set_trace(trace);
  }
  [[nodiscard]] bool traced() const noexcept { return trace_ != nullptr; }

  template <class Visit>
  friend void visit_pages(Sourcing& sourcing, Visit& visit) {
    visit_pages_of(visit, sourcing.lines_, sourcing.search_);
  }

 private:
  [[nodiscard]] const Plan* hand_out(bool found);
  [[gnu::noinline, gnu::cold]] void tell_begin(const Catalogue& catalogue, const OrderKey& key,
                                               Sequence sequence);

  Routes routes_;
  ChoiceLines lines_;
  NodeSearch search_;
  bool begun_{};   // a choice is at hand
  bool chosen_{};  // and it is made
  Plan plan_;
  SourcingTrace* trace_{};
};

}  // namespace allot
