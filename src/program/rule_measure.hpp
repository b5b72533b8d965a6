// What a rule set does to orders of which somebody knows who they are of.
//
// An engine of its own is given the set and then the commands; nothing is logged. What a shop would
// not do for an order that was refused is left out: it is not paid, so that no payment of it fails.
// Threads: one. Cost: some ten microseconds for each order.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "allot/types/status.hpp"
#include "ruleset/rule_set.hpp"

namespace allot::program {

struct MeasuredOrders {
  std::uint64_t orders{};
  std::uint64_t limited{};    // refused by a limit
  std::uint64_t blocked{};    // refused by a block
  std::uint64_t reviewed{};   // held for somebody to look at, by the rules
  std::uint64_t otherwise{};  // refused for what is not a matter of the set

  [[nodiscard]] std::uint64_t stopped() const noexcept { return limited + blocked + reviewed; }
  [[nodiscard]] std::uint64_t passed() const noexcept { return orders - stopped() - otherwise; }
  void add(const MeasuredOrders& other) noexcept;
};

struct MeasuredClass {
  std::string name;
  bool is_honest{};
  MeasuredOrders all;
  std::map<std::string, MeasuredOrders> kinds;
};

// An order counts once for a rule that holds for it, whatever else decided it.
struct MeasuredRule {
  std::string id;
  rules::RulePhase phase{};
  bool is_shadow{};
  std::uint64_t fraud{};
  std::map<std::string, std::uint64_t> honest;  // by kind
  std::uint64_t errors{};                       // could not be evaluated

  [[nodiscard]] std::uint64_t honest_hits() const noexcept;
};

struct RuleMeasure {
  std::string set;
  MeasuredOrders honest;
  MeasuredOrders fraud;
  std::vector<MeasuredClass> classes;  // honest ones first, then by name
  std::vector<MeasuredRule> rules;     // in the order of decision
};

// `traffic`: a file of commands as `allot apply` takes them; `labels`: one with the columns
// order_key, class, kind and honest (yes or no).
// Errors: a file cannot be read, a line says nothing that can be decided, an order has no label, or
//         the set is larger than the log allows. Also when Interruption::came(): then a sentence.
[[nodiscard]] Result<RuleMeasure> measure_rules(const rules::RuleSet& set,
                                                const std::string& traffic,
                                                const std::string& labels);

}  // namespace allot::program
