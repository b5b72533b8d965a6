// The commands of the group control. What each does, in which order, and every reason:
// docs/rules.md.
//
// Made from src/messages; change the description there, then: scripts/generate.sh
#pragma once

#include <cstdint>
#include <string_view>

#include "allot/messages/field.hpp"
#include "allot/messages/limits.hpp"
#include "allot/messages/message_types.hpp"
#include "allot/types/code.hpp"
#include "allot/types/ids.hpp"

namespace allot {

// The first record of every log: the sizes the engine is started with. Fixed from then on; reaching
// one is an answer. Only as the first command.
struct Start {
  static constexpr std::string_view name = "start";
  static constexpr CommandType type = CommandType::start;
  static constexpr bool from_hosts = false;

  Limits limits{};

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    Limits::fields(self.limits, visit);
  }
};

// Moves time and does queued work.
struct Tick {
  static constexpr std::string_view name = "tick";
  static constexpr CommandType type = CommandType::tick;

  bool force{};  // crosses a step longer than max_step_ns

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(Field{.name = "force"}, self.force);
  }
};

// Does queued work. The engine logs it by itself when it is idle and timers or work are due.
struct Advance {
  static constexpr std::string_view name = "advance";
  static constexpr CommandType type = CommandType::advance;
  static constexpr bool from_hosts = false;

  template <class Self, class V>
  static constexpr void fields(Self&, V&&) {}
};

// Leaves out the command that broke an invariant. Logged by an operator.
struct Skip {
  static constexpr std::string_view name = "skip";
  static constexpr CommandType type = CommandType::skip;
  static constexpr bool from_hosts = false;

  Sequence skipped{};    // sequence of the command that is left out
  std::uint64_t hash{};  // body hash of the command that is left out

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(Field{.name = "skipped", .needed = true}, self.skipped);
    visit(Field{.name = "hash", .needed = true}, self.hash);
  }
};

// Risk limits; each set replaces the last whole one. 0 switches a limit off.
struct SetRiskLimits {
  static constexpr std::string_view name = "risk_limits";
  static constexpr CommandType type = CommandType::risk_limits;

  CommandKey command_key{};           // makes the command idempotent
  MoneyMinor order_value_max{};       // most that one order may be worth; minor units, from 0
  std::uint32_t line_quantity_max{};  // most units of one SKU in one order
  std::uint32_t price_low_bp{};       // least price as a part of the list price; 1/10,000
  std::uint32_t price_high_bp{};      // greatest price as a part of the list price; 1/10,000
  // most attempts of one customer inside the window, at most velocity_depth
  std::uint32_t velocity_count{};
  // the window; not 0 when velocity_count is set; ns, 0 to 10^18
  std::int64_t velocity_window_ns{};
  // orders of at least this value are reviewed; minor units, from 0
  MoneyMinor review_value_min{};
  // of order_value_max, review_value_min and list prices: orders of channels with another one, or
  // none, are not compared with them; empty compares all
  Code currency{};

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(Field{.name = "command_key"}, self.command_key);
    visit(Field{.name = "order_value_max", .form = FieldForm::money, .min = 0},
          self.order_value_max);
    visit(Field{.name = "line_quantity_max"}, self.line_quantity_max);
    visit(Field{.name = "price_low_bp"}, self.price_low_bp);
    visit(Field{.name = "price_high_bp"}, self.price_high_bp);
    visit(Field{.name = "velocity_count"}, self.velocity_count);
    visit(Field{.name = "velocity_window_ns",
                .form = FieldForm::duration,
                .min = 0,
                .max = 1'000'000'000'000'000'000},
          self.velocity_window_ns);
    visit(Field{.name = "review_value_min", .form = FieldForm::money, .min = 0},
          self.review_value_min);
    visit(Field{.name = "currency", .added = 1}, self.currency);
  }
};

}  // namespace allot
