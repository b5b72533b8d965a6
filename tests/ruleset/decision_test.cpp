#include "ruleset/decision.hpp"

#include <gtest/gtest.h>

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace allot::rules {
namespace {

RuleEntry rule(std::string_view id, RulePhase phase, RuleOnError on_error = {}, int score = 0) {
  RuleEntry entry;
  entry.id = Code::given(id);
  entry.phase = phase;
  entry.on_error = on_error;
  entry.score = score;
  return entry;
}

// One rule of each phase, by its first letter; S adds 30, T adds 40.
RuleSet one_of_each() {
  RuleSet set;
  set.rules = {rule("L", RulePhase::limit),         rule("A", RulePhase::allow),
               rule("B", RulePhase::block),         rule("R", RulePhase::review),
               rule("S", RulePhase::score, {}, 30), rule("T", RulePhase::score, {}, 40)};
  set.bands = {{30, BandVerdict::review, {}}, {70, BandVerdict::block, {}}};
  return set;
}

// `said`: ids of rules that hold; those of errors in small letters.
std::vector<RuleFinding> found(const RuleSet& set, const std::string& said) {
  std::vector<RuleFinding> findings;
  for (const RuleEntry& entry : set.rules) {
    const char id = entry.id.text()[0];
    RuleFinding finding{.holds = said.find(id) != std::string::npos, .error = RuleError::none};
    if (said.find(static_cast<char>(id + 32)) != std::string::npos) {
      finding = {.holds = false, .error = RuleError::overflow};
    }
    findings.push_back(finding);
  }
  return findings;
}

std::string decided(const RuleSet& set, const std::string& said) {
  const RuleDecision decision = decide(set, found(set, said));
  static constexpr std::array names{"pass", "limit", "block", "review"};
  std::string text = names[static_cast<std::size_t>(decision.verdict)];
  if (decision.rule) text += " " + std::string(set.rules[*decision.rule].id.text());
  if (decision.band) text += " band " + std::to_string(*decision.band);
  if (decision.allowed) text += " allowed " + std::string(set.rules[*decision.allowed].id.text());
  if (decision.score != 0) text += " score " + std::to_string(decision.score);
  return text;
}

// What became of each rule that hits, by its id and the first letter of the outcome.
std::string told(const RuleSet& set, const std::string& said) {
  static constexpr std::array letters{"decided", "outranked", "suppressed",
                                      "allows",  "skipped",   "tried alone"};
  const std::vector<RuleFinding> findings = found(set, said);
  const RuleDecision decision = decide(set, findings);
  std::string text;
  for (std::size_t i = 0; i < findings.size(); ++i) {
    if (!findings[i].hits()) continue;
    if (!text.empty()) text += ", ";
    text += std::string(set.rules[i].id.text()) + " ";
    text += letters[static_cast<std::size_t>(outcome_of(set, i, findings[i], decision))];
  }
  return text;
}

TEST(RuleDecision, EachRuleThatHitsIsToldWhatBecameOfIt) {
  RuleSet set = one_of_each();
  EXPECT_EQ(told(set, ""), "");
  EXPECT_EQ(told(set, "LABRST"),
            "L decided, A allows, B suppressed, R suppressed, S suppressed, T suppressed");
  EXPECT_EQ(told(set, "BRS"), "B decided, R outranked, S outranked");
  EXPECT_EQ(told(set, "bR"), "B decided, R outranked") << "the first that reviews";
  EXPECT_EQ(told(set, "ST"), "S decided, T decided");
  EXPECT_EQ(told(set, "as"), "A skipped, S skipped");
  set.rules[0].on_error = RuleOnError::review;
  EXPECT_EQ(told(set, "lA"), "L decided, A allows");
  EXPECT_EQ(told(set, "lB"), "L outranked, B decided");
  for (RuleEntry& entry : set.rules) entry.shadow = true;
  EXPECT_EQ(told(set, "Lb"), "L tried alone, B tried alone");
}

TEST(RuleDecision, PhasesComeOneBeforeTheOther) {
  const RuleSet set = one_of_each();
  EXPECT_EQ(decided(set, ""), "pass");
  EXPECT_EQ(decided(set, "R"), "review R");
  EXPECT_EQ(decided(set, "BR"), "block B");
  EXPECT_EQ(decided(set, "ABRST"), "pass allowed A score 70");
  EXPECT_EQ(decided(set, "LABR"), "limit L allowed A");
  EXPECT_EQ(decided(set, "S"), "review band 0 score 30");
  EXPECT_EQ(decided(set, "ST"), "block band 1 score 70");
  EXPECT_EQ(decided(set, "RST"), "review R score 70") << "a review comes before the score";
}

TEST(RuleDecision, ARuleWithoutAValueHasItsOutcome) {
  RuleSet set = one_of_each();
  EXPECT_EQ(decided(set, "l"), "limit L");
  EXPECT_EQ(decided(set, "b"), "review B");
  EXPECT_EQ(decided(set, "r"), "review R");
  EXPECT_EQ(decided(set, "a"), "pass");
  EXPECT_EQ(decided(set, "s"), "pass") << "it adds nothing";
  EXPECT_EQ(decided(set, "Ab"), "pass allowed A");
  set.rules[0].on_error = RuleOnError::review;
  EXPECT_EQ(decided(set, "Al"), "review L allowed A") << "what a limit asks for stays";
  EXPECT_EQ(decided(set, "lB"), "block B");
  set.rules[2].on_error = RuleOnError::refuse;
  EXPECT_EQ(decided(set, "b"), "block B");
  set.rules[2].on_error = RuleOnError::skip;
  EXPECT_EQ(decided(set, "b"), "pass");
  set.rules[4].on_error = RuleOnError::allow;
  EXPECT_EQ(decided(set, "sB"), "pass allowed S");
}

TEST(RuleDecision, ShadowsHaveNoEffect) {
  RuleSet set = one_of_each();
  for (RuleEntry& entry : set.rules) entry.shadow = true;
  EXPECT_EQ(decided(set, "LABRST"), "pass");
  EXPECT_EQ(decided(set, "labrst"), "pass");
}

TEST(RuleDecision, BelowTheLowestBandOrdersPass) {
  RuleSet set = one_of_each();
  set.rules[4].score = -30;
  EXPECT_EQ(decided(set, "S"), "pass score -30");
  set.bands.insert(set.bands.begin(), {-30, BandVerdict::pass, {}});
  EXPECT_EQ(decided(set, "S"), "pass band 0 score -30");
}

}  // namespace
}  // namespace allot::rules
