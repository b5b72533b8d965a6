// The search for the best set of nodes for the needs of a choice's lines: exact over all sets of up
// to three nodes as long as that stays inside a budget of steps counted beforehand, a bounded
// fallback beyond (docs/rules.md §6).
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "allot/sourcing/sourcing_trace.hpp"
#include "sourcing/choice_lines.hpp"

namespace allot {

inline constexpr std::uint32_t plan_nodes_max = 16;

class NodeSearch {
 public:
  // Candidates by index, ascending, and what they cost.
  struct Best {
    std::array<std::uint32_t, plan_nodes_max> candidates{};
    std::array<std::uint32_t, plan_nodes_max> filled{};  // of them, in the order of their takes
    std::uint32_t count{};
    MoneyMinor cost{};
    bool bounded{};
  };

  // Borrows the lines.
  NodeSearch(const Limits& limits, ChoiceLines& lines)
      : steps_max_(limits.sourcing_steps_max),
        lines_(lines),
        rest_(limits.lines_per_order_max),
        units_(std::size_t{limits.lines_per_order_max} * plan_nodes_max) {}

  // Effects: best() is a set of at most `nodes_max` candidates that gives all that is needed.
  // Returns: false when there is none.
  [[nodiscard]] bool run(std::uint32_t nodes_max);
  // Effects: best() is no node, which serves when nothing is needed.
  void run_nothing();
  [[nodiscard]] const Best& best() const noexcept { return best_; }
  // Line by line, plan_nodes_max each: what the nodes of best() give.
  [[nodiscard]] std::span<const Units> units() const noexcept {
    return {units_.data(), units_.size()};
  }

  // Effects: what is looked at is told; null switches that off.
  void set_trace(SourcingTrace* trace) noexcept { trace_ = trace; }

  template <class Visit>
  friend void visit_pages(NodeSearch& search, Visit& visit) {
    visit_pages_of(visit, search.rest_, search.units_);
  }

 private:
  using Set = std::array<std::uint32_t, 3>;

  [[nodiscard]] const Units* base(std::uint32_t line) const noexcept { return lines_.base({line}); }
  [[nodiscard]] const Route::Candidate& candidate(std::uint32_t index) const noexcept {
    return lines_.route().candidates[index];
  }
  [[nodiscard]] std::uint32_t exact_size(std::uint32_t nodes_max) const;
  [[nodiscard]] MoneyMinor cost_of(const Set& set, std::uint32_t count) const;
  [[nodiscard]] bool better(const Set& set, std::uint32_t count, MoneyMinor cost,
                            const Best& than) const;
  [[nodiscard]] bool cannot_improve(std::uint32_t count) const;
  void try_sets(std::uint32_t count);
  [[nodiscard]] bool choose_bounded(std::uint32_t nodes_max);
  void fill_units();
  // What a trace is told; each is called only when there is one.
  [[gnu::noinline, gnu::cold]] void tell_set(const Set& set, std::uint32_t count, MoneyMinor cost);
  [[gnu::noinline, gnu::cold]] void tell_round(const std::uint32_t* taken,
                                               std::uint32_t best) const;
  [[gnu::noinline, gnu::cold]] void tell_chosen() const;
  void tell_lost(std::uint32_t lost) const;
  [[nodiscard]] NodeLoss lost_by(const Best& other) const;

  std::uint32_t steps_max_;
  ChoiceLines& lines_;
  std::uint32_t needy_{};  // lines that need something
  UnitSum needed_units_;
  bool found_{};
  Best best_;
  PageArray<Units> rest_;   // scratch of the fallback: what each line still needs
  PageArray<Units> units_;  // line by line, one entry per planned node
  SourcingTrace* trace_{};
  std::vector<Best> best_with_;  // by candidate; of a choice that is explained
};

}  // namespace allot
