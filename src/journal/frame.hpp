// Headers of the log's segments and frames. A frame is one durable write: 4 KiB-aligned, never
// rewritten. What tears in a crash is a frame, never a record. Layout: docs/journal_format.md.
//
// Threads: pure functions. Allocation: none. Errors: a HeaderFault.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "allot/journal/log_point.hpp"
#include "allot/messages/semantics.hpp"
#include "allot/types/ids.hpp"

namespace allot {

inline constexpr std::size_t log_block_bytes = 4'096;
inline constexpr std::size_t frame_header_bytes = 128;
inline constexpr std::size_t frame_bytes_cap = 8U << 20U;
inline constexpr std::uint64_t segment_bytes_cap = 256ULL << 20U;
inline constexpr std::uint64_t segment_bytes_least = 64ULL << 10U;

// Version 1 knows no watermark frames, no zeros behind a header, and no `prewritten`.
inline constexpr std::uint16_t log_format_version = 2;
inline constexpr std::uint16_t log_format_oldest = 1;  // that is read

struct SegmentHeader {
  std::uint16_t format_version{log_format_version};
  std::uint16_t min_reader{log_format_version};  // oldest version whose reader understands it
  Semantics semantics;                           // the same in every header of a log
  std::uint32_t shard{};
  std::uint32_t epoch{};
  std::uint64_t segment{};  // from 1; also in the file's name
  Sequence first_sequence{};
  std::uint64_t limits_hash{};
  // The segment before: where it ends. All 0 in the first segment of a log.
  std::uint64_t predecessor{};
  std::uint32_t predecessor_epoch{};
  Sequence predecessor_sequence{};    // its last
  std::uint64_t predecessor_bytes{};  // what stands behind is not part of the log
  LogChain predecessor_chain{};
  // Every frame was written into zeros that reached a block beyond it and were durable before, so a
  // file that ends sooner was cut.
  bool prewritten{};

  friend bool operator==(const SegmentHeader&, const SegmentHeader&) noexcept = default;
};

struct FrameHeader {
  std::uint16_t format_version{log_format_version};
  Semantics semantics;          // the same in every header of a log
  std::uint32_t body_crc{};     // of all bytes behind the header
  std::uint32_t frame_bytes{};  // with header and padding
  std::uint32_t body_bytes{};   // of the records
  std::uint32_t count{};        // of records; 0 in a watermark and in the frame that closes a log
  bool has_checks{};            // one u32 per record behind the records
  bool watermark{};             // written when idle, to vouch for what stands before; no records
  std::uint32_t shard{};
  std::uint32_t epoch{};
  std::uint64_t segment{};
  std::uint64_t offset{};
  Sequence first_sequence{};
  TimeNs base_time{};
  Sequence durable{};           // highest sequence known to be durable when this frame was written
  std::uint64_t broker_base{};  // broker's offset of the first record; 0 in a local log
  LogChain chain{};

  [[nodiscard]] Sequence last_sequence() const noexcept { return first_sequence + count - 1; }
  // Whether the log was closed here in good order.
  [[nodiscard]] bool closes() const noexcept { return count == 0 && !watermark; }
  friend bool operator==(const FrameHeader&, const FrameHeader&) noexcept = default;
};

enum class HeaderFault : std::uint8_t {
  none = 0,
  zero,             // nothing was ever written here
  not_a_header,     // wrong magic, wrong CRC, or too few bytes
  version_unknown,  // a good header of a version that this reader does not know
  field_invalid,    // a good CRC over values that no writer makes
};

[[nodiscard]] std::string_view header_fault_text(HeaderFault fault) noexcept;

// Requires: out is log_block_bytes long. Effects: fills it whole.
void encode_segment_header(const SegmentHeader& header, std::span<std::byte> out) noexcept;
[[nodiscard]] HeaderFault decode_segment_header(std::span<const std::byte> block,
                                                SegmentHeader& out) noexcept;
// Returns: the chain that the first frame of a segment continues, made of its header block.
[[nodiscard]] LogChain segment_chain(std::span<const std::byte> block) noexcept;

// Requires: frame is header.frame_bytes long, its body in place behind the header.
// Effects:  computes body CRC and chain (into `header` too) and writes the header.
void seal_frame(FrameHeader& header, const LogChain& before, std::span<std::byte> frame) noexcept;
[[nodiscard]] HeaderFault decode_frame_header(std::span<const std::byte> bytes,
                                              FrameHeader& out) noexcept;
[[nodiscard]] bool frame_body_intact(const FrameHeader& header,
                                     std::span<const std::byte> frame) noexcept;
[[nodiscard]] LogChain frame_chain(const FrameHeader& header, const LogChain& before,
                                   std::span<const std::byte> frame) noexcept;

// Returns: the largest record for which a frame of `frame_bytes`, a multiple of the block, has
// room.
[[nodiscard]] constexpr std::size_t frame_record_bytes_max(std::size_t frame_bytes) noexcept {
  return frame_bytes - frame_header_bytes - 4;
}

// Returns: bytes of a frame with so many bytes of records, padded to whole blocks.
[[nodiscard]] constexpr std::size_t frame_bytes_for(std::size_t body_bytes, std::size_t count,
                                                    bool has_checks) noexcept {
  const std::size_t bytes = frame_header_bytes + body_bytes + (has_checks ? count * 4 : 0);
  return (bytes + log_block_bytes - 1) / log_block_bytes * log_block_bytes;
}

}  // namespace allot
