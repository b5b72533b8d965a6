// The rules of risk as one table, in the order in which they decide (docs/rules.md §5).
//
// Who judges an order, who is told of it and the page speak from this list. Nearly every order is
// let through before, by Risk::hits_nothing(), so that the table is asked only for those that may
// hit something, and for those that are explained.
#pragma once

#include <array>

#include "allot/risk/risk_trace.hpp"
#include "catalogue/catalogue.hpp"
#include "catalogue/checked_order.hpp"
#include "risk/lists.hpp"

namespace allot {

// What the memory of attempts said when the order's attempt was counted.
struct AttemptSeen {
  bool asked{};     // velocity is on, and the order names its customer
  bool exceeded{};  // the customer had too many inside the window
  bool full{};      // it remembers as many as it can, and this one was not added
};

// The same, and how much it remembered; that is counted for a trace only.
struct AttemptsSeen {
  AttemptSeen attempt;
  std::uint32_t before{};      // of the customer, inside the window
  std::uint64_t remembered{};  // of all customers, with this one
  std::uint64_t most{};        // that it can remember
};

// All that a rule may look at.
struct RiskQuestion {
  const SetRiskLimits& limits;
  const Lists& lists;
  const Catalogue& catalogue;
  const CheckedOrder& order;
  const AttemptsSeen& attempts;
  bool compares_money;  // the order's channel has the currency of the limits, or they have none
  bool knows_gifts;     // what costs nothing breaks no price band
};

struct RiskRuleEntry {
  enum class Effect : std::uint8_t { refuses, allows, reviews };

  RiskRule rule;
  Reason reason;  // ok: it decides nothing by itself
  Effect effect;  // of a hit; a sale that has been made is stopped from shipping instead
  bool asked_of_facts;
  bool suppressible;  // by a token on the allow list
  // Returns: off, passed or hit, with what was compared.
  RiskFinding (*look)(const RiskQuestion& question);
};

inline constexpr std::size_t risk_rules_count = 8;
extern const std::array<RiskRuleEntry, risk_rules_count> risk_rules;

}  // namespace allot
