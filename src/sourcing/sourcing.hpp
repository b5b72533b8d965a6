// Chooses the nodes that serve an order (docs/rules.md §6).
//
// Exact over all sets of up to three nodes, as long as that stays inside a budget of steps counted
// beforehand; beyond, a bounded fallback that says that it was one. Steps, not time, so that replay
// decides alike. Works on scratch memory of its own; takes nothing from stock.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "allot/sourcing/sourcing_trace.hpp"
#include "catalogue/catalogue.hpp"
#include "ledger/stock.hpp"
#include "sourcing/routes.hpp"

namespace allot {

inline constexpr std::uint32_t plan_nodes_max = 16;

// The nodes that were chosen, ascending by id, and what it costs.
struct Plan {
  std::array<std::uint32_t, plan_nodes_max> nodes{};  // indices of candidates
  std::uint32_t count{};
  MoneyMinor cost{};
  bool bounded{};
  bool at_once{};  // by choose_single(): each line has all it wants from the one node
};

class Sourcing {
 public:
  explicit Sourcing(const Limits& limits);

  // Effects: the candidates of (channel, zone); lines of an earlier choice are forgotten.
  void begin(const Catalogue& catalogue, ChannelId channel, ZoneId zone);

  // Effects: line `i` is about `sku`, and needs nothing yet.
  // Returns: units to be had over all candidates.
  // Requires: lines are loaded 0, 1, 2 ... after begin().
  std::uint64_t load(const Stock& stock, SkuId sku);
  [[nodiscard]] std::uint32_t lines() const noexcept { return lines_; }
  [[nodiscard]] std::uint32_t candidates() const noexcept {
    return static_cast<std::uint32_t>(route_->candidates.size());
  }
  [[nodiscard]] bool serviceable() const noexcept { return !route_->candidates.empty(); }
  [[nodiscard]] SkuId sku(std::uint32_t line) const noexcept { return skus_[line]; }
  [[nodiscard]] std::uint32_t& need(std::uint32_t line) noexcept { return need_[line]; }
  [[nodiscard]] std::uint32_t need(std::uint32_t line) const noexcept { return need_[line]; }
  // Returns: the units of the `nodes` candidates that have most for the line.
  [[nodiscard]] std::uint64_t most(std::uint32_t line, std::uint32_t nodes);

  // The usual order, at once: one node has everything, no line's stock is claimed for others, and
  // no two nodes could be better. Instead of load() of each line, and choose(). Effects: if so,
  // each line needs its quantity, and the plan is the one that choose() would make. Returns: false
  // when it takes load() and choose() to say.
  [[nodiscard]] bool choose_single(const Stock& stock, std::span<const OrderLine> lines);

  // Returns: whether a set of at most `nodes_max` candidates serves what the lines need.
  [[nodiscard, gnu::noinline]] bool choose(std::uint32_t nodes_max);
  [[nodiscard]] const Plan& plan() const noexcept { return plan_; }
  [[nodiscard]] NodeId node(std::uint32_t planned) const noexcept {
    return route_->candidates[plan_.nodes[planned]].node;
  }
  // Units of the line from the planned node; from a single one, all that it needs.
  [[nodiscard]] std::uint32_t units(std::uint32_t line, std::uint32_t planned) const noexcept {
    return plan_.count == 1 ? need_[line] : units_[std::size_t{line} * plan_nodes_max + planned];
  }

  // For prefetching. Returns: the route when it has been worked out, else null; the lot that the
  // line will most likely come from, out of lanes by cost, or 0.
  [[nodiscard]] const Route* peek(const Catalogue& catalogue, ChannelId channel,
                                  ZoneId zone) const noexcept {
    return routes_.peek(catalogue, channel, zone);
  }
  [[nodiscard]] static std::uint32_t likely_lot(const Stock& stock, const Route::Window& window,
                                                std::uint32_t lanes,
                                                const OrderLine& line) noexcept {
    const std::uint32_t* available = stock.available(line.sku) + window.first_node;
    for (std::uint32_t tried = 0; tried < window.count; ++tried, lanes >>= 4) {
      const std::uint32_t lane = lanes & 15U;
      if (available[lane] >= line.quantity) {
        return stock.first_lot(line.sku, {window.first_node + lane + 1});
      }
    }
    return 0;
  }

  void set_trace(SourcingTrace* trace) noexcept { trace_ = trace; }
  [[nodiscard]] SourcingTrace* trace() const noexcept { return trace_; }
  // Requires: a trace. Effects: it is told of the line loaded as `loaded`, with its candidates'
  // units.
  [[gnu::noinline, gnu::cold]] void tell_line(std::uint32_t loaded, LineFinding finding) const;

 private:
  using Set = std::array<std::uint32_t, 3>;

  [[nodiscard]] const std::uint32_t* base(std::uint32_t line) const noexcept {
    return &base_[std::size_t{line} * candidates()];
  }
  [[nodiscard]] std::uint32_t exact_size(std::uint32_t nodes_max) const;
  [[nodiscard]] MoneyMinor cost_of(const Set& set, std::uint32_t count) const;
  [[nodiscard]] bool better(const Set& set, std::uint32_t count, MoneyMinor cost,
                            const Plan& than) const;
  [[nodiscard]] bool cannot_improve(std::uint32_t count) const;
  void try_sets(std::uint32_t count);
  void consider(const Set& set, std::uint32_t count, MoneyMinor cost);
  [[nodiscard]] bool choose_bounded(std::uint32_t nodes_max);
  void fill_units();
  // What a trace is told; each is called only when there is one.
  [[gnu::noinline, gnu::cold]] void tell_begin(const Catalogue& catalogue, ChannelId channel,
                                               ZoneId zone);
  [[gnu::noinline, gnu::cold]] void tell_set(const Set& set, std::uint32_t count, MoneyMinor cost);
  [[gnu::noinline, gnu::cold]] void tell_round(const std::uint32_t* taken,
                                               std::uint32_t best) const;
  [[gnu::noinline, gnu::cold]] void tell_chosen() const;
  void tell_lost(std::uint32_t candidate) const;
  [[nodiscard]] NodeLoss lost_by(const Plan& other) const;

  std::uint32_t steps_max_;
  Routes routes_;
  const Route* route_{};  // of the choice at hand
  std::uint32_t lines_{};
  std::uint32_t needy_{};  // lines that need something
  std::uint64_t needed_units_{};
  bool found_{};
  Plan plan_;
  PageArray<SkuId> skus_;
  PageArray<std::uint32_t> need_;
  PageArray<std::uint32_t> base_;   // line by line, one entry per candidate
  PageArray<std::uint32_t> units_;  // line by line, one entry per planned node of several
  std::vector<std::uint32_t> scratch_;
  SourcingTrace* trace_{};
  std::vector<Plan> best_with_;  // by candidate; of a choice that is explained
};

}  // namespace allot
