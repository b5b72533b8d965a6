// The number of each command in the log. Frozen: never renumbered, never reused. The numbers of
// commands that come later are reserved in docs/journal_format.md.
#pragma once

#include <cstdint>

#include "allot/messages/command.hpp"

namespace allot {

enum class CommandType : std::uint8_t {
  // control
  start = 1,
  tick = 2,
  advance = 3,
  skip = 4,
  risk_limits = 5,
  // catalogue
  sku = 20,
  node = 21,
  zone = 22,
  channel = 23,
  network = 24,
  lane = 25,
  list = 26,
  // stock
  receive = 40,
  adjust = 41,
  safety_stock = 42,
  // order
  place = 60,
  import = 61,
  cancel = 62,
  confirm_payment = 63,
  payment_pending = 64,
  fail_payment = 65,
  review_decision = 66,
};

template <class C>
inline constexpr CommandType command_type_of{};
template <>
inline constexpr CommandType command_type_of<Start> = CommandType::start;
template <>
inline constexpr CommandType command_type_of<Tick> = CommandType::tick;
template <>
inline constexpr CommandType command_type_of<Advance> = CommandType::advance;
template <>
inline constexpr CommandType command_type_of<Skip> = CommandType::skip;
template <>
inline constexpr CommandType command_type_of<SetRiskLimits> = CommandType::risk_limits;
template <>
inline constexpr CommandType command_type_of<DefineSku> = CommandType::sku;
template <>
inline constexpr CommandType command_type_of<DefineNode> = CommandType::node;
template <>
inline constexpr CommandType command_type_of<DefineZone> = CommandType::zone;
template <>
inline constexpr CommandType command_type_of<DefineChannel> = CommandType::channel;
template <>
inline constexpr CommandType command_type_of<DefineNetwork> = CommandType::network;
template <>
inline constexpr CommandType command_type_of<DefineLane> = CommandType::lane;
template <>
inline constexpr CommandType command_type_of<SetList> = CommandType::list;
template <>
inline constexpr CommandType command_type_of<Receive> = CommandType::receive;
template <>
inline constexpr CommandType command_type_of<Adjust> = CommandType::adjust;
template <>
inline constexpr CommandType command_type_of<SetSafetyStock> = CommandType::safety_stock;
template <>
inline constexpr CommandType command_type_of<Place> = CommandType::place;
template <>
inline constexpr CommandType command_type_of<Import> = CommandType::import;
template <>
inline constexpr CommandType command_type_of<Cancel> = CommandType::cancel;
template <>
inline constexpr CommandType command_type_of<ConfirmPayment> = CommandType::confirm_payment;
template <>
inline constexpr CommandType command_type_of<PaymentPending> = CommandType::payment_pending;
template <>
inline constexpr CommandType command_type_of<FailPayment> = CommandType::fail_payment;
template <>
inline constexpr CommandType command_type_of<ReviewDecision> = CommandType::review_decision;

[[nodiscard]] inline CommandType command_type(const Command& command) noexcept {
  return std::visit([](const auto& c) { return command_type_of<std::decay_t<decltype(c)>>; },
                    command);
}

// The key that makes a command idempotent. Absent for tick, advance, start and skip.
[[nodiscard]] inline CommandKey command_key_of(const Command& command) noexcept {
  return std::visit(
      [](const auto& c) -> CommandKey {
        if constexpr (requires { c.command_key; }) {
          return c.command_key;
        } else {
          return {};
        }
      },
      command);
}

}  // namespace allot
