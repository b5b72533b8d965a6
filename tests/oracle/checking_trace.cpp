#include "checking_trace.hpp"

#include <algorithm>

namespace allot::oracle {
namespace {

bool is_of_cap(Reason reason) {
  return reason == Reason::cap_reached || reason == Reason::token_required ||
         reason == Reason::cap_accounts_full || reason == Reason::debits_full;
}

// Returns: whether it is an order that is judged and sourced. What others ship is neither, nor is
// what may have been recorded before.
bool is_new_order(const Command& command, std::span<const Event> events) {
  const auto* import = std::get_if<Import>(&command);
  const auto doubted = [](const Event& e) { return e.type == EventType::sale_maybe_known; };
  if (import != nullptr && std::ranges::any_of(events, doubted)) return false;
  if (import != nullptr) return import->state != ImportState::elsewhere;
  return std::holds_alternative<Place>(command) || std::holds_alternative<Exchange>(command);
}

// Returns: whether an exchange is refused since its old goods cannot come back, of that order.
bool is_of_return(Reason reason) {
  return reason == Reason::order_forgotten || reason == Reason::order_merged ||
         reason == Reason::return_exists || reason == Reason::not_returnable ||
         reason == Reason::returns_full;
}

const Event* find(std::span<const Event> events, std::initializer_list<EventType> types) {
  const auto found = std::ranges::find_if(
      events, [types](const Event& e) { return std::ranges::find(types, e.type) != types.end(); });
  return found == events.end() ? nullptr : &*found;
}

// Whether rule sets say this reason, which are asked behind limits and lists.
bool is_of_rules(Reason reason) {
  return (reason >= Reason::rule_limit && reason <= Reason::rule_review) ||
         reason == Reason::attribute_invalid || reason == Reason::attribute_missing;
}

}  // namespace

void CheckingTrace::expect(bool holds, std::string_view what) {
  if (!holds && fault_.empty()) fault_ = what;
}

void CheckingTrace::judged(const SetRiskLimits&, std::span<const RiskFinding> findings) {
  ++judged_;
  bool allowed = false;
  for (std::size_t i = 0; i < findings.size(); ++i) {
    const RiskFinding& finding = findings[i];
    expect(static_cast<std::size_t>(finding.rule) == i, "rules are told out of order");
    const bool of_value = finding.rule != RiskRule::allow && finding.rule != RiskRule::block;
    if (finding.outcome == RuleOutcome::off || finding.outcome == RuleOutcome::not_asked) continue;
    if (finding.outcome == RuleOutcome::decided) {
      expect(decided_ == Reason::ok, "two rules decided");
      decided_ = finding.reason;
    }
    if (finding.rule == RiskRule::allow) allowed = finding.outcome == RuleOutcome::hit;
    if (finding.outcome == RuleOutcome::suppressed) expect(allowed, "suppressed without the list");
    const bool hit = finding.outcome != RuleOutcome::passed;
    if (!of_value) expect(hit == (finding.token != 0), "a list hit without its token");
    // Where more is worse, the two numbers say it by themselves.
    switch (finding.rule) {
      case RiskRule::order_value:
      case RiskRule::line_quantity:
        expect(hit == (finding.value > finding.limit), "value and limit do not say the hit");
        break;
      case RiskRule::velocity:
      case RiskRule::review:
        expect(hit == (finding.value >= finding.limit), "value and limit do not say the hit");
        break;
      case RiskRule::attempts:
        if (hit) expect(finding.value == finding.limit, "full with places left");
        break;
      default: break;
    }
  }
}

void CheckingTrace::begin(const OrderKey&, Sequence, SourcingPolicy policy, std::uint32_t) {
  choice_ = {};
  choice_.policy = policy;
}

void CheckingTrace::line(const LineFinding& finding) {
  std::uint64_t units = 0;
  for (const NodeUnits& at : finding.at) units += at.units;
  expect(finding.can_have <= units, "more can be had than there is");
  const std::uint64_t left = units - std::min<std::uint64_t>(units, finding.before);
  expect(finding.claimed || finding.can_have == left, "less can be had without a claim");
  expect(finding.need <= finding.can_have || finding.reason != Reason::ok ||
             finding.need == finding.wanted,
         "a line needs more than it can have");
  choice_.lines[finding.line] = {finding.need, finding.waits, finding.reason};
}

void CheckingTrace::set(const NodeSet& looked_at) {
  if (looked_at.cost < 0) return;
  choice_.serving_nodes.insert(looked_at.nodes.begin(), looked_at.nodes.end());
}

void CheckingTrace::covers(std::uint32_t round, NodeId, std::uint64_t units, bool taken) {
  expect(round >= 1, "rounds begin at 1");
  if (taken) expect(units > 0, "the fallback took a node that covers nothing");
}

void CheckingTrace::chosen(const NodeSet& plan, bool bounded) {
  choice_.cost = plan.cost;
  choice_.parcels = plan.nodes.size();
  choice_.bounded = bounded;
  if (!bounded && !plan.nodes.empty()) {
    expect(choice_.serving_nodes.contains(plan.nodes[0]), "the plan is no set that serves");
  }
}

void CheckingTrace::lost(NodeId node, NodeLoss why, const NodeSet& best) {
  expect(std::ranges::is_sorted(best.nodes), "ids of a set are not ascending");
  const bool serves = choice_.serving_nodes.contains(node.value);
  const bool fewest = choice_.policy == SourcingPolicy::fewest_parcels;
  switch (why) {
    case NodeLoss::nothing_needed: expect(!serves, "it serves and has nothing"); break;
    case NodeLoss::serves_in_none: expect(!serves && best.nodes.empty(), "it serves"); break;
    case NodeLoss::fallback: expect(choice_.bounded, "no fallback was made"); break;
    case NodeLoss::cost: expect(best.cost > choice_.cost, "it costs no more"); break;
    case NodeLoss::parcels: expect(best.nodes.size() > choice_.parcels, "no more parcels"); break;
    case NodeLoss::priority:
      expect(choice_.policy == SourcingPolicy::node_priority, "lost by another policy");
      break;
    case NodeLoss::ids:
      expect(best.cost == choice_.cost && best.nodes.size() == choice_.parcels, "no tie");
      break;
  }
  if (why == NodeLoss::cost && fewest) {
    expect(best.nodes.size() == choice_.parcels, "parcels decide before cost");
  }
}

void CheckingTrace::given_up(Reason) { choice_.parcels = 0; }

void CheckingTrace::compare_verdict(const Command& command, std::span<const Event> events) {
  const Event* refused = find(events, {EventType::refused});
  if (refused != nullptr && is_of_rules(refused->reason)) {
    return expect(judged_ == 1 && (decided_ == Reason::ok || decided_ == Reason::value_review),
                  "refused by rule sets, and before them");
  }
  const bool before_risk = refused != nullptr && (refused->reason < Reason::order_value_exceeded ||
                                                  is_of_return(refused->reason));
  if (before_risk) {
    return expect(judged_ == 0, "judged, and refused before risk");
  }
  if (find(events, {EventType::duplicate}) != nullptr) {
    return expect(judged_ == 0, "judged, and a duplicate");
  }
  expect(judged_ == 1, "judged not once");
  Reason verdict = Reason::ok;
  if (refused != nullptr && refused->reason <= Reason::value_review) verdict = refused->reason;
  if (const Event* e = find(events, {EventType::in_review, EventType::ship_stop})) {
    verdict = is_of_cap(e->reason) ? Reason::ok : e->reason;
    // Rule sets come behind, and may stop a sale that was only to be reviewed.
    if (is_of_rules(e->reason)) verdict = decided_ == Reason::value_review ? decided_ : Reason::ok;
  }
  // What was to be reviewed, or stopped from shipping, may still be refused by allocation.
  const bool refused_later = refused != nullptr && refused->reason > Reason::value_review;
  const bool is_fact = std::holds_alternative<Import>(command);
  expect(decided_ == verdict || (refused_later && (is_fact || decided_ == Reason::value_review)),
         "another rule decided than the events say");
}

void CheckingTrace::cap_asked(const OrderKey&, const CapFinding& finding) {
  // What a change counted for somebody else, or in another window, comes back account by account.
  const bool other_account = !caps_.empty() && caps_.back().cap == finding.cap &&
                             (caps_.back().token != finding.token ||
                              caps_.back().next_window_at != finding.next_window_at);
  expect(caps_.empty() || caps_.back().cap < finding.cap || other_account,
         "caps are told out of order");
  expect(finding.wanted > 0, "a cap is told that counts nothing of the order");
  const bool fits = finding.wanted <= finding.left;
  switch (finding.reason) {
    case Reason::ok: expect(finding.token == 0 || fits, "it is over the cap"); break;
    case Reason::cap_reached: expect(!fits, "a cap is reached that leaves enough"); break;
    case Reason::token_required: expect(finding.token == 0, "it has the token"); break;
    default: expect(is_of_cap(finding.reason) && finding.token != 0, "no reason of a cap"); break;
  }
  caps_.push_back(finding);
}

// What caps said is what was refused for, and what a sale exceeds is what they said.
void CheckingTrace::compare_caps(const Command& command, std::span<const Event> events) {
  const Event* refund = find(events, {EventType::refund_due});
  if (refund != nullptr && is_of_cap(refund->reason)) {
    expect(!caps_.empty() && caps_.back().reason == refund->reason,
           "another cap kept an order from coming back than was told");
  }
  const Event* refused = find(events, {EventType::refused});
  const bool asks = !std::holds_alternative<Split>(command);
  if (refused != nullptr && is_of_cap(refused->reason) && asks) {
    expect(!caps_.empty() && caps_.back().reason == refused->reason &&
               caps_.back().cap.value == refused->node && caps_.back().left == refused->quantity,
           "another cap refused than was told");
  }
  expect(asks || caps_.empty(), "a cap was asked of what was debited before");
  if (!std::holds_alternative<Import>(command)) return;
  std::erase_if(caps_, [](const CapFinding& finding) { return finding.reason == Reason::ok; });
  const auto told = [](const Event& event) { return event.type == EventType::cap_exceeded; };
  const auto count = std::ranges::count_if(events, told);
  expect(static_cast<std::size_t>(count) == caps_.size(), "other caps are exceeded than were told");
}

void CheckingTrace::compare_lines(std::span<const Event> events) {
  const Event* refused = find(events, {EventType::refused});
  if (refused != nullptr) {
    const bool is_short =
        refused->reason == Reason::stock_insufficient || refused->reason == Reason::stock_pending;
    if (is_short) {
      expect(choice_.lines[refused->line].reason == refused->reason, "no line was told short");
    }
    for (const Event& event : events) {
      if (event.type != EventType::line_refused) continue;
      expect(choice_.lines[event.line].reason == event.reason, "a further line was not short");
    }
    return;
  }
  const Event* added = find(events, {EventType::placed, EventType::imported});
  if (added == nullptr) return;
  std::map<std::uint32_t, std::uint32_t> taken;
  for (const Event& event : events) {
    if (!(event.order_key == added->order_key)) continue;
    // What is told behind it is done by news that waited for the order, and by no choice.
    if (event.type == EventType::line_shipped || event.type == EventType::line_unshipped) break;
    if (event.type == EventType::line_held || event.type == EventType::line_allocated) {
      taken[event.line] += event.quantity;
    } else if (event.type == EventType::line_refused) {
      expect(choice_.lines[event.line].reason == event.reason, "refused for another reason");
    } else if (event.type == EventType::line_waiting) {
      expect(choice_.lines[event.line].waits == event.quantity, "it waits for other units");
    }
  }
  for (const auto& [number, line] : choice_.lines) {
    const std::uint32_t expected = choice_.parcels == 0 ? 0 : line.need;
    expect(taken[number] == expected, "other units were taken than the line needs");
  }
}

// Of an order that is changed what it has more is chosen, and told behind order_changed.
void CheckingTrace::compare_change(std::span<const Event> events) {
  expect(judged_ <= 1, "judged more than once");
  const Event* refused = find(events, {EventType::refused});
  if (refused != nullptr && refused->reason >= Reason::order_value_exceeded &&
      refused->reason < Reason::value_review) {
    expect(decided_ == refused->reason, "another rule decided than the change was refused for");
  }
  const auto* const changed = find(events, {EventType::order_changed});
  if (refused != nullptr || changed == nullptr) return;
  std::map<std::uint32_t, std::uint32_t> taken;
  for (const Event* event = changed; event != events.data() + events.size(); ++event) {
    if (!(event->order_key == changed->order_key)) continue;
    if (event->type == EventType::in_review) {
      expect(decided_ == Reason::value_review, "in review, and no rule said so");
    }
    if (event->type == EventType::line_held || event->type == EventType::line_allocated) {
      taken[event->line] += event->quantity;
    }
  }
  for (const auto& [number, units] : taken) {
    expect(choice_.lines[number].need == units, "other units were taken than the line needs");
  }
}

std::optional<std::string> CheckingTrace::compare(const Command& command,
                                                  std::span<const Event> events) {
  if (is_new_order(command, events)) {
    compare_verdict(command, events);
    compare_lines(events);
  } else if (std::holds_alternative<Modify>(command)) {
    compare_change(events);
  } else {
    expect(judged_ == 0, "a command without an order was judged");
  }
  compare_caps(command, events);
  judged_ = 0;
  decided_ = Reason::ok;
  choice_ = {};
  caps_.clear();
  if (fault_.empty()) return {};
  return "  what a trace was told: " + std::exchange(fault_, {}) + '\n';
}

}  // namespace allot::oracle
