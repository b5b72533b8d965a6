// What the naive engine keeps of rule sets: their texts, and the history of all that was counted.
#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "allot/messages/command.hpp"
#include "cel/rule.hpp"
#include "features/naive_features.hpp"
#include "ruleset/rule_set.hpp"

namespace allot::oracle {

// A set whose conditions are trees again, read from their texts.
struct NaiveRuleSet {
  std::uint32_t version{};
  std::uint64_t hash{};
  rules::RuleSet set;
  cel::Environment environment;
  std::vector<cel::RuleExpression> conditions;
};

// What came of one rule.
struct NaiveFinding {
  bool holds{};
  int error{};  // as RuleError; 0: it could be evaluated
};

// What is remembered of an order, for what happens to it later.
struct NaiveKept {
  OrderKey key;
  std::array<Token, 12> tokens{};
  std::array<std::int64_t, 4> amounts{};
};

struct NaiveRules {
  std::vector<std::shared_ptr<NaiveRuleSet>> known;  // by version
  std::uint32_t versions{};
  std::uint32_t loaded{};           // by the last command
  std::vector<std::uint8_t> bytes;  // of parts
  std::uint32_t next{1};
  std::uint32_t parts{};
  std::shared_ptr<NaiveRuleSet> live;
  std::shared_ptr<NaiveRuleSet> shadow;
  std::map<std::string, std::set<Token>> members;
  std::vector<FeatureDeclaration> counted;
  std::shared_ptr<naive::NaiveFeatures> history;  // of counted
  std::vector<FeatureValue> values;               // of counted, for the order that is judged
  std::deque<NaiveKept> kept;                     // oldest first
  NaiveKept judged;                               // in this step; without a key: none was
};

}  // namespace allot::oracle
