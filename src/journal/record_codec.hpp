// The log record of a sequenced command: frozen bytes, independent of the structs in memory.
//
// Little-endian, field by field, 8-byte aligned, padding zero. A plain place of two lines is 56
// bytes. Every value of Command comes back exactly, also one that the engine will refuse: what does
// not fit the short forms (a channel above 65,535, a negative price, a 16-byte key) takes a wide
// form behind a flag. Each value has exactly one encoding. Layout: docs/journal_format.md.
//
// Threads: pure functions. Allocation: none. Errors: a RecordFault, never an exception.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "allot/messages/limits.hpp"
#include "allot/sequencing/sequenced.hpp"
#include "messages/lists.hpp"

namespace allot {

// The size field of a record counts 8-byte units in 16 bits.
inline constexpr std::size_t record_bytes_max = 65'535 * 8;
inline constexpr std::size_t record_header_bytes = 16;

enum class RecordFault : std::uint8_t {
  none = 0,
  truncated,        // fewer bytes than the record says
  size_wrong,       // the size field disagrees with the contents
  type_unknown,     // no command has this number
  flags_unknown,    // a flag that this type does not have
  not_canonical,    // a wide or explicit form of what has a short form
  padding_nonzero,  // a byte that must be zero is not
  bool_invalid,     // a yes/no byte that is neither 0 nor 1
  too_many_lines,   // more lines, or elements of a list, than the caller has room for
};

[[nodiscard]] std::string_view record_fault_text(RecordFault fault) noexcept;

// Returns: bytes of the record, a multiple of 8; 0 when it has too many lines, or too long a list,
//          for one record (more than any valid Limits allow): refuse it before it is sequenced.
// Cost:    O(lines).
[[nodiscard]] std::size_t encoded_size(const Sequenced& in, TimeNs base_time) noexcept;

// Returns: the most bytes that `command` can take, whatever its time; 0 as above. For admission.
[[nodiscard]] std::size_t encoded_size_max(const Command& command) noexcept;

// Effects:  writes the record; all bytes of it are set, and bytes of `out` behind it may be.
// Returns:  its size; 0, with `out` untouched, when it does not fit `out` or any record.
// Cost:     O(lines).
[[nodiscard]] std::size_t encode_record(const Sequenced& in, TimeNs base_time,
                                        std::span<std::byte> out) noexcept;

struct DecodedRecord {
  Sequenced command;    // body_hash is computed; lists, if any, stand in the caller's room
  std::size_t bytes{};  // of the record
};

// Effects:  reads the record that begins at `bytes`, which may be anything at all. The elements of
//           its lists are put into `list_room`, which must outlive the use of `out`.
// Returns:  none, or why the bytes are no record; `out` is then unspecified.
[[nodiscard]] RecordFault decode_record(std::span<const std::byte> bytes, Sequence sequence,
                                        TimeNs base_time, ListRoom list_room,
                                        DecodedRecord& out) noexcept;

// Returns: the largest record of a command that these limits can accept: no ring slot and no frame
//          has to hold more.
[[nodiscard]] std::size_t command_bytes_max(const Limits& limits) noexcept;

// Returns: XXH3-64 over the limits as they are logged; segment headers carry it.
[[nodiscard]] std::uint64_t limits_hash(const Limits& limits) noexcept;

}  // namespace allot
