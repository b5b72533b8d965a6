// How a command lies in a producer's ring: a Sequenced with its lines copied behind it.
//
// The producer writes the body hash and the host's stamp; sequence and logical time are filled in
// place by the decision thread, which decides straight out of the ring. This layout is of this
// process only; the log has its own.
#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <new>
#include <span>
#include <type_traits>
#include <variant>

#include "allot/intake/body_hash.hpp"
#include "allot/messages/command.hpp"
#include "allot/sequencing/sequenced.hpp"

namespace allot {

static_assert(std::is_trivially_copyable_v<Sequenced> && std::is_trivially_copyable_v<OrderLine>);
static_assert(sizeof(Sequenced) % alignof(OrderLine) == 0);

[[nodiscard]] inline std::span<const OrderLine> lines_of(const Command& command) noexcept {
  if (const auto* place = std::get_if<Place>(&command)) return place->lines;
  if (const auto* import = std::get_if<Import>(&command)) return import->lines;
  return {};
}

// Returns: the largest slot that a command needs with these limits; more is command_too_large.
[[nodiscard]] constexpr std::size_t command_slot_bytes_max(const Limits& limits) noexcept {
  return sizeof(Sequenced) + limits.lines_per_order_max * sizeof(OrderLine);
}

// Returns: the size of the slot that `command` needs.
[[nodiscard]] inline std::size_t command_slot_bytes(const Command& command) noexcept {
  return sizeof(Sequenced) + lines_of(command).size() * sizeof(OrderLine);
}

// Requires: `slot` has command_slot_bytes(command) bytes, aligned as ByteRing gives them.
// Effects:  copies the command and its lines; hashes its body.
inline void write_command_slot(std::span<std::byte> slot, const Command& command,
                               TimeNs time) noexcept {
  auto* in = ::new (slot.data()) Sequenced{0, time, false, body_hash(command), command};
  const std::span<const OrderLine> lines = lines_of(command);
  auto* copies = reinterpret_cast<OrderLine*>(slot.data() + sizeof(Sequenced));
  std::uninitialized_copy(lines.begin(), lines.end(), copies);
  const std::span<const OrderLine> copied{copies, lines.size()};
  if (auto* place = std::get_if<Place>(&in->command)) place->lines = copied;
  if (auto* import = std::get_if<Import>(&in->command)) import->lines = copied;
}

// Returns: what write_command_slot() wrote there.
[[nodiscard]] inline Sequenced& read_command_slot(std::span<std::byte> slot) noexcept {
  return *std::launder(reinterpret_cast<Sequenced*>(slot.data()));
}

}  // namespace allot
