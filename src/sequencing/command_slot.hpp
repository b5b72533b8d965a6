// How a command lies in a producer's ring: a Sequenced with its lists copied behind it.
//
// The producer writes the body hash and the host's stamp; sequence and logical time are filled in
// place by the decision thread, which decides straight out of the ring. This layout is of this
// process only; the log has its own.
#pragma once

#include <cstddef>
#include <new>
#include <span>
#include <type_traits>
#include <variant>

#include "allot/intake/body_hash.hpp"
#include "allot/messages/command.hpp"
#include "allot/messages/reason.hpp"
#include "allot/sequencing/sequenced.hpp"
#include "messages/lists.hpp"

namespace allot {

static_assert(std::is_trivially_copyable_v<Sequenced>);
static_assert(sizeof(Sequenced) % 8 == 0, "lists begin aligned");

// Returns: the largest slot that a command needs with these limits.
[[nodiscard]] constexpr std::size_t command_slot_bytes_max(const Limits& limits) noexcept {
  return sizeof(Sequenced) + list_bytes_max(limits);
}

// Returns: whether a list of the command is longer than its limit: it is command_too_large.
[[nodiscard]] inline bool has_too_long_list(const Command& command, const Limits& limits) noexcept {
  bool too_long = false;
  with_lists(command, [&](const auto& said) {
    visit_lists(said, [&](const Field& field, const auto& list) {
      too_long = too_long || list.size() > limits.*field.at_most;
    });
  });
  return too_long;
}

// Returns: ok, or why no host's command is taken that is so: not_for_hosts, command_too_large.
[[nodiscard]] inline Reason refusal_of(const Command& command, const Limits& limits) noexcept {
  if (std::holds_alternative<Start>(command) || std::holds_alternative<Advance>(command) ||
      std::holds_alternative<Skip>(command)) {
    return Reason::not_for_hosts;
  }
  return has_too_long_list(command, limits) ? Reason::command_too_large : Reason::ok;
}

// Returns: the size of the slot that `command` needs.
[[nodiscard]] inline std::size_t command_slot_bytes(const Command& command) noexcept {
  std::size_t bytes = sizeof(Sequenced);
  with_lists(command, [&bytes](const auto& said) { bytes += list_bytes(said); });
  return bytes;
}

// Requires: `slot` has command_slot_bytes(command) bytes, aligned as ByteRing gives them.
// Effects:  copies the command and its lists; hashes its body.
inline void write_command_slot(std::span<std::byte> slot, const Command& command,
                               TimeNs time) noexcept {
  auto* in = ::new (slot.data()) Sequenced{0, time, false, body_hash(command), command};
  const ListRoom behind(slot.subspan(sizeof(Sequenced)));
  with_lists(in->command, [&behind](auto& said) { copy_lists(said, behind); });
}

// Returns: what write_command_slot() wrote there.
[[nodiscard]] inline Sequenced& read_command_slot(std::span<std::byte> slot) noexcept {
  return *std::launder(reinterpret_cast<Sequenced*>(slot.data()));
}

}  // namespace allot
