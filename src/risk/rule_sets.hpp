// Rule sets: how they come in, the one that judges, the one that is tried, and what they count
// (docs/rules.md §29).
//
// Nothing here is asked of an order while no set is active. Threads: one at a time. Memory: of sets
// and features when they come, bounded by the limits; judging allocates nothing.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "allot/messages/command.hpp"
#include "allot/messages/outcome.hpp"
#include "allot/messages/reason.hpp"
#include "catalogue/decision.hpp"
#include "risk/active_rules.hpp"
#include "risk/risk.hpp"
#include "risk/rule_features.hpp"
#include "risk/rule_members.hpp"
#include "risk/rule_orders.hpp"
#include "risk/rule_subject.hpp"
#include "ruleset/rule_set.hpp"

namespace allot {

class RuleSets {
 public:
  // A set that is known.
  struct Known {
    std::uint32_t version;
    std::uint64_t hash;  // XXH3-64 of its bytes
    std::shared_ptr<const rules::RuleSet> set;
  };
  // Parts of a set whose last one has not come.
  struct Parts {
    std::uint16_t next{1};
    std::uint16_t of{};
    std::vector<std::uint8_t> bytes;
  };

  explicit RuleSets(const Limits& limits);

  // Effects: the last part of a set has it known by loaded().
  Reason set(const LoadRules& part);
  Reason set(const ActivateRules& change);
  Reason set(const SetListMember& change);
  // Returns: the version of the set that was loaded by the last call of set(); 0 for none.
  [[nodiscard]] std::uint32_t loaded() const noexcept { return loaded_; }
  [[nodiscard]] bool active() const noexcept { return live_ != nullptr || shadow_ != nullptr; }

  // Effects: the attempt is counted, and what hits is told. `before`: what limits and lists say,
  //          which comes first. Requires: active().
  [[nodiscard]] Verdict judge(const RuleSubject& subject, const Verdict& before, Outcome& out);
  // Effects: features are fed with what the step has told. Requires: active().
  void end_step(TimeNs now, std::span<const Event> told);

  // Of the canonical encoding, and those who look.
  [[nodiscard]] std::span<const Known> known() const noexcept { return known_; }
  [[nodiscard]] std::uint32_t versions() const noexcept { return versions_; }
  [[nodiscard]] const Parts& parts() const noexcept { return parts_; }
  [[nodiscard]] const ActiveRules* live() const noexcept { return live_.get(); }
  [[nodiscard]] const ActiveRules* shadow() const noexcept { return shadow_.get(); }
  [[nodiscard]] const RuleMembers& members() const noexcept { return members_; }
  [[nodiscard]] const RuleFeatures& features() const noexcept { return features_; }
  [[nodiscard]] const RuleOrders& orders() const noexcept { return orders_; }

  template <class Visit>
  friend void visit_pages(RuleSets& sets, Visit& visit) {
    visit_pages_of(visit, sets.members_, sets.orders_);
  }

 private:
  Reason take_whole();
  void look_at(const RuleSubject& subject);
  [[nodiscard]] Verdict decide(const RuleSubject& subject, Outcome& out);
  void tell_tried(const RuleSubject& subject, Outcome& out);

  Limits limits_;
  std::vector<Known> known_;  // by version
  std::uint32_t versions_{};  // that were given so far
  std::uint32_t loaded_{};
  Parts parts_;
  std::unique_ptr<ActiveRules> live_;
  std::unique_ptr<ActiveRules> shadow_;
  RuleMembers members_;
  RuleFeatures features_;
  RuleOrders orders_;
  // The order that was judged in this step: it is kept if it comes to be. No key: none was.
  RuleOrder judged_{};
};

}  // namespace allot
