// A set of rules as the engine runs it: decoded, and checked whole.
//
// It is compiled outside of the engine (src/rules), comes in as bytes (codec.hpp) and is never
// compiled again, so that a replay does not depend on the compiler.
//
// Threads: any may read; each evaluates with a cel::Machine of its own.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "allot/messages/enums.hpp"
#include "allot/types/code.hpp"
#include "cel/program.hpp"
#include "features/declaration.hpp"

namespace allot::rules {

// In the order of decision.
enum class RulePhase : std::uint8_t {
  limit = 0,   // refuses, whatever else holds
  allow = 1,   // what follows has no effect
  block = 2,   // refuses
  review = 3,  // holds the order for somebody to look at
  score = 4,   // adds to the order's score, which bands decide by
};

// What becomes of a rule that has no value for an order.
enum class RuleOnError : std::uint8_t {
  by_phase = 0,  // limit: refuse; block and review: review; allow and score: skip
  refuse = 1,
  review = 2,
  allow = 3,
  skip = 4,  // as if it did not hold
};
// Returns: what by_phase stands for.
[[nodiscard]] constexpr RuleOnError on_error_of(RulePhase phase, RuleOnError said) noexcept {
  if (said != RuleOnError::by_phase) return said;
  switch (phase) {
    case RulePhase::limit: return RuleOnError::refuse;
    case RulePhase::block:
    case RulePhase::review: return RuleOnError::review;
    default: return RuleOnError::skip;
  }
}

enum class AttributeType : std::uint8_t {
  integer = 0,
  boolean = 1,
  timestamp = 2,  // nanoseconds since 1970
  duration = 3,   // nanoseconds
  token = 4,
};

// What an order may bring besides its own fields.
struct RuleAttribute {
  Code name;
  AttributeType type{};
  bool required{};
};

// Tokens that the engine keeps, of one kind.
struct RuleList {
  Code name;
  TokenKind kind{};
};

enum class BandVerdict : std::uint8_t { pass = 0, review = 1, block = 2 };

// Orders with this score and more, up to the next band.
struct ScoreBand {
  std::int32_t from{};
  BandVerdict verdict{};
  Code reason;
};

struct RuleEntry {
  Code id;
  RulePhase phase{};
  std::uint16_t priority{};  // higher ones come first
  RuleOnError on_error{};
  bool shadow{};             // told, and without effect
  std::int32_t score{};      // what it adds; 0 but in the phase of scores
  Code reason;               // what customers are told; absent: nothing
  std::uint32_t result{};    // register of the program
  std::uint64_t features{};  // which it reads: bit n for features[n]
  std::uint64_t lists{};     // the same of lists
  std::string text;          // its condition, as it was written
};

struct RuleSetLimits {
  static constexpr std::size_t bytes_max = 4U << 20U;
  static constexpr std::size_t attributes_max = 64;
  static constexpr std::size_t lists_max = 64;
  static constexpr std::size_t rules_max = 8'192;
  static constexpr std::size_t bands_max = 16;
  static constexpr std::size_t text_bytes_max = 65'536;  // of one rule
  static constexpr std::uint64_t steps_max = 200'000;    // of all rules, for one order
  static constexpr std::int32_t score_max = 1'000'000;   // of one rule, either sign
};

struct RuleSet {
  Code name;
  std::vector<RuleAttribute> attributes;
  std::vector<RuleList> lists;
  std::vector<FeatureDeclaration> features;
  std::vector<Code> feature_names;
  std::vector<RuleEntry> rules;  // by phase, priority (high first) and id
  std::vector<ScoreBand> bands;  // by score, the lowest first
  cel::Program program;          // one result for each rule, in their order
  std::uint64_t steps{};         // the most that evaluating it takes
};

}  // namespace allot::rules
