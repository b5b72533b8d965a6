// A rule set that judges, or is tried: its program with the values that it looks at.
//
// Threads: one at a time. Memory: fixed by the constructor; run() allocates nothing.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "allot/messages/reason.hpp"
#include "cel/cell.hpp"
#include "cel/machine.hpp"
#include "risk/rule_features.hpp"
#include "risk/rule_members.hpp"
#include "risk/rule_subject.hpp"
#include "ruleset/decision.hpp"
#include "ruleset/rule_set.hpp"
#include "ruleset/surroundings.hpp"

namespace allot {

class ActiveRules {
 public:
  // `members` and `features` are borrowed; all features of the set are declared there.
  ActiveRules(std::shared_ptr<const rules::RuleSet> set, std::uint32_t version,
              const RuleMembers& members, const RuleFeatures& features);

  [[nodiscard]] const rules::RuleSet& set() const noexcept { return *set_; }
  [[nodiscard]] std::uint32_t version() const noexcept { return version_; }
  // Effects: lists and features are looked for again, since there may be others.
  void bind();

  // Returns: ok, or what of its attributes this set cannot take.
  [[nodiscard]] Reason fault(const RuleSubject& subject) const;
  // Effects: fills what of the event follows from declared attributes.
  void add_tokens(const RuleSubject& subject, FeatureEvent& event) const;
  // Returns: what came of each rule, in the order of decision; none where nothing came of any, and
  //          the order passes. Requires: the features' values are
  //          those for this order.
  [[nodiscard]] std::span<const rules::RuleFinding> run(const RuleSubject& subject);

 private:
  class Members final : public cel::TokenSet {
   public:
    Members(const RuleMembers& members, const Code& name) : members_(members), name_(name) {}
    void bind() noexcept { list_ = members_.find(name_.text()); }
    [[nodiscard]] bool contains(std::uint64_t token) const noexcept override {
      return members_.contains(list_, token);
    }
    [[nodiscard]] std::size_t size() const noexcept override { return members_.size(list_); }

   private:
    const RuleMembers& members_;
    Code name_;
    std::uint32_t list_{RuleMembers::no_list};
  };
  // An attribute, and what a feature knows it as.
  struct Attribute {
    Token name;
    FeatureField field;
  };

  // Only cells that a rule looks at are written.
  void fill_order(const RuleSubject& subject);
  void fill_sums(const RuleSubject& subject);
  void fill_attributes(const RuleSubject& subject);
  void fill_lines(const RuleSubject& subject);
  void fill_values();

  std::shared_ptr<const rules::RuleSet> set_;
  std::uint32_t version_;
  const RuleFeatures& features_;
  std::vector<Attribute> attributes_;
  std::vector<std::unique_ptr<Members>> lists_;
  std::vector<std::uint32_t> feature_places_;
  std::vector<bool> may_refuse_;  // rules that an order can be refused for
  std::uint64_t refuses_by_{};    // features that these look at
  bool passes_unhit_{};           // what no rule hits; a band may begin below 0
  std::uint64_t partial_{};       // features whose values may lack something

  std::vector<cel::Cell> lines_;
  std::uint64_t reads_{};  // fields of the order that any rule looks at, a bit each
  std::array<bool, rules::line_fields_count> reads_of_lines_{};
  std::vector<rules::RuleFinding> findings_;
  cel::Machine machine_;
};

}  // namespace allot
