// Told what each rule of risk looked at while an order is judged; for explanations, never for
// decisions.
#pragma once

#include <cstdint>
#include <span>

#include "allot/messages/command.hpp"
#include "allot/messages/reason.hpp"

namespace allot {

// In the order in which they decide.
enum class RiskRule : std::uint8_t {
  order_value,
  line_quantity,
  price_band,
  velocity,
  attempts,
  allow,
  block,
  review,
};

// What came of asking one rule.
enum class RuleOutcome : std::uint8_t {
  off,         // its limit is 0, or the order has no customer whose attempts could be counted
  not_asked,   // a sale that has been made, or an order that is changed, is not asked this
  passed,      // it did not hit
  decided,     // the first that hit: the verdict is its reason
  hit,         // it hit, and decided nothing: an earlier rule had, or it is the allow list
  suppressed,  // it would have decided, but a token of the order is on the allow list
};

// What one rule looked at.
struct RiskFinding {
  RiskRule rule{};
  Reason reason{Reason::ok};  // that it decides by; ok of the allow list
  RuleOutcome outcome{};
  // The order's value; units of a line; the price of a line; attempts of the customer inside the
  // window before this one; attempts remembered, with this one. 0 of the lists.
  std::int64_t value{};
  // What `value` was compared with; of the price band the SKU's list price.
  std::int64_t limit{};
  // Of line_quantity and price_band when `looked_at_line`: the line that `value` is of, by its
  // merged number for line_quantity and as it came for price_band.
  std::uint16_t line{};
  bool looked_at_line{};
  SkuId sku;
  // Of the lists, when one hit: the first token of the order that is on it.
  TokenKind token_kind{};
  Token token{};
};

class RiskTrace {
 public:
  virtual ~RiskTrace() = default;
  // An order was judged by `limits`: every rule in order, and the same findings that decided.
  // `findings` end with the call.
  virtual void judged(const SetRiskLimits& /*limits*/, std::span<const RiskFinding> /*findings*/) {}
};

}  // namespace allot
