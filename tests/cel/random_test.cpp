// What the checker, the guards and the cost promise of a rule, held against what evaluating it
// does: random conditions over random orders.
#include <gtest/gtest.h>

#include <array>
#include <cstdint>
#include <string>

#include "cel/random_rule.hpp"
#include "cel/shop.hpp"

namespace allot::cel {
namespace {

// Lists in lists of the longest kind: what they cost at most is far more than orders of a test
// take.
constexpr std::uint64_t steps_max = 1'000'000'000'000;

struct Seen {
  std::uint32_t truths{};
  std::uint32_t lies{};
  std::uint32_t warned{};
  std::uint32_t tight{};  // evaluations that took all the steps that were reckoned with
  std::array<std::uint32_t, 16> errors{};

  [[nodiscard]] std::uint32_t of(ErrorCode code) const {
    return errors[static_cast<std::size_t>(code)];
  }
};

// Returns: what is wrong; empty when all is kept.
std::string broken_promise(const RuleExpression& rule, const Values& values, Seen& seen) {
  Work work(steps_max);
  const Value value = evaluate(rule.ast, rule.checked.references, values, work);
  if (work.spent() > rule.cost.steps) return "took more steps than were reckoned with";
  if (work.spent() == rule.cost.steps) ++seen.tight;
  const bool warned = !rule.problems.empty();
  if (warned) ++seen.warned;
  if (const auto* truth = value.as<bool>()) {
    ++(*truth ? seen.truths : seen.lies);
    return "";
  }
  const auto* error = value.as<Error>();
  if (error == nullptr) return "is no bool";
  ++seen.errors[static_cast<std::size_t>(error->code)];
  switch (error->code) {
    case ErrorCode::overflow:
    case ErrorCode::divide_by_zero:
    case ErrorCode::index_out_of_range: return "";
    case ErrorCode::no_such_field: return warned ? "" : "read what is not set without a warning";
    default: return "is " + std::string(name_of(error->code)) + ", which the checker rules out";
  }
}

#ifdef ALLOT_SANITIZED
// Rules take long there, and what it looks for is of memory, which the first of them show too.
constexpr std::uint32_t rounds = 3'000;
#else
constexpr std::uint32_t rounds = 30'000;
#endif

TEST(CelRandom, RulesKeepWhatWasPromisedOfThem) {
  const Environment environment = shop_environment();
  Seen seen;
  for (const std::uint64_t seed : {1U, 2U, 3U}) {
    RandomRule random(seed);
    for (std::uint32_t round = 0; round < rounds; ++round) {
      const std::string source = random.condition();
      const RuleExpression rule = compile(source, environment, {TypeKind::boolean, steps_max});
      ASSERT_TRUE(rule.ok()) << "seed " << seed << ", round " << round << ": "
                             << rendered(rule.problems[0], "rule", source);
      for (int order = 0; order < 3; ++order) {
        ASSERT_EQ(broken_promise(rule, random.values(environment), seen), "")
            << "seed " << seed << ", round " << round << ": " << source;
      }
    }
  }
  // A run that reached none of these would have shown nothing of it.
  EXPECT_GT(seen.truths, rounds / 3);
  EXPECT_GT(seen.lies, rounds / 3);
  EXPECT_GT(seen.warned, rounds / 30);
  EXPECT_GT(seen.tight, rounds / 300);
  EXPECT_GT(seen.of(ErrorCode::overflow), rounds / 300);
  EXPECT_GT(seen.of(ErrorCode::divide_by_zero), rounds / 300);
  EXPECT_GT(seen.of(ErrorCode::index_out_of_range), rounds / 300);
  EXPECT_GT(seen.of(ErrorCode::no_such_field), rounds / 300);
}

}  // namespace
}  // namespace allot::cel
