#include "journal/frame.hpp"

#include <algorithm>

#include "journal/byte_order.hpp"
#include "journal/crc32c.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace allot {
namespace {

constexpr std::uint32_t segment_magic = 0x47534C41;  // "ALSG"
constexpr std::uint32_t frame_magic = 0x52464C41;    // "ALFR"
constexpr std::uint32_t flag_checks = 1;
constexpr std::uint32_t flag_watermark = 2;   // from version 2 on
constexpr std::uint32_t flag_prewritten = 1;  // of a segment, from version 2 on

// The first twelve bytes of both headers never change, in no version.
constexpr std::size_t at_magic = 0;
constexpr std::size_t at_version = 4;
constexpr std::size_t at_second_version = 6;  // segment: oldest reader; frame: semantics
constexpr std::size_t at_header_crc = 8;
constexpr std::size_t frame_chain_at = 112;

// CRC of a header whose own CRC field counts as zero.
[[nodiscard]] std::uint32_t header_crc(std::span<const std::byte> header) noexcept {
  constexpr std::array<std::byte, 4> zero{};
  const std::uint32_t before = crc32c(zero, crc32c(header.first(at_header_crc)));
  return crc32c(header.subspan(at_header_crc + 4), before);
}

[[nodiscard]] bool all_zero(std::span<const std::byte> bytes) noexcept {
  return std::all_of(bytes.begin(), bytes.end(), [](std::byte b) { return b == std::byte{0}; });
}

[[nodiscard]] HeaderFault check_header(std::span<const std::byte> bytes, std::size_t size,
                                       std::uint32_t magic) noexcept {
  if (all_zero(bytes.first(std::min(size, bytes.size())))) return HeaderFault::zero;
  if (bytes.size() < size) return HeaderFault::not_a_header;
  if (load<std::uint32_t>(bytes.data() + at_magic) != magic) return HeaderFault::not_a_header;
  if (load<std::uint32_t>(bytes.data() + at_header_crc) != header_crc(bytes.first(size))) {
    return HeaderFault::not_a_header;
  }
  return HeaderFault::none;
}

[[nodiscard]] LogChain chain_of(const XXH128_hash_t& hash) noexcept {
  return {.low = hash.low64, .high = hash.high64};
}

void store_chain(std::byte* at, const LogChain& chain) noexcept {
  store(at, chain.low);
  store(at + 8, chain.high);
}

[[nodiscard]] LogChain load_chain(const std::byte* at) noexcept {
  return {.low = load<std::uint64_t>(at), .high = load<std::uint64_t>(at + 8)};
}

void store_frame_fields(const FrameHeader& h, std::byte* at) noexcept {
  std::memset(at, 0, frame_header_bytes);
  store(at + at_magic, frame_magic);
  store(at + at_version, h.format_version);
  store(at + at_second_version, h.semantics.version());
  store(at + 12, h.body_crc);
  store(at + 16, h.frame_bytes);
  store(at + 20, h.body_bytes);
  store(at + 24, h.count);
  store(at + 28, (h.has_checks ? flag_checks : 0U) | (h.watermark ? flag_watermark : 0U));
  store(at + 32, h.shard);
  store(at + 36, h.epoch);
  store(at + 40, h.segment);
  store(at + 48, h.offset);
  store(at + 56, h.first_sequence);
  store(at + 64, h.base_time);
  store(at + 72, h.durable);
  store(at + 80, h.broker_base);
}

[[nodiscard]] bool frame_fields_valid(const FrameHeader& h, std::uint32_t flags,
                                      std::span<const std::byte> reserved) noexcept {
  const std::uint32_t known = h.format_version == 1 ? flag_checks : flag_checks | flag_watermark;
  if ((flags & ~known) != 0 || !all_zero(reserved)) return false;
  if (h.watermark && (h.count != 0 || h.has_checks)) return false;
  if (h.frame_bytes > frame_bytes_cap || h.body_bytes > frame_bytes_cap) return false;
  if (h.body_bytes % 8 != 0 || h.count > h.body_bytes / 16) return false;
  if (h.count == 0 && h.body_bytes != 0) return false;
  if (h.frame_bytes != frame_bytes_for(h.body_bytes, h.count, h.has_checks)) return false;
  if (h.offset % log_block_bytes != 0 || h.offset < log_block_bytes) return false;
  return h.first_sequence != 0 && h.durable < h.first_sequence &&
         h.offset <= segment_bytes_cap - h.frame_bytes;
}

}  // namespace

std::string_view header_fault_text(HeaderFault fault) noexcept {
  switch (fault) {
    case HeaderFault::none: return "good";
    case HeaderFault::zero: return "only zeros";
    case HeaderFault::not_a_header: return "no header: its magic or checksum is wrong";
    case HeaderFault::version_unknown: return "a format version that this library does not know";
    case HeaderFault::field_invalid: return "a header with impossible values";
  }
  return "unknown fault";
}

void encode_segment_header(const SegmentHeader& h, std::span<std::byte> out) noexcept {
  std::byte* at = out.data();
  std::memset(at, 0, log_block_bytes);
  store(at + at_magic, segment_magic);
  store(at + at_version, h.format_version);
  store(at + at_second_version, h.min_reader);
  store(at + 12, h.semantics.version());
  store(at + 16, h.shard);
  store(at + 20, h.epoch);
  store(at + 24, h.segment);
  store(at + 32, h.first_sequence);
  store(at + 40, h.limits_hash);
  store(at + 48, h.predecessor);
  store(at + 56, h.predecessor_sequence);
  store(at + 64, h.predecessor_bytes);
  store(at + 72, h.predecessor_epoch);
  store(at + 76, h.prewritten ? flag_prewritten : 0U);
  store_chain(at + 80, h.predecessor_chain);
  store(at + at_header_crc, header_crc(out.first(log_block_bytes)));
}

HeaderFault decode_segment_header(std::span<const std::byte> block, SegmentHeader& out) noexcept {
  const HeaderFault fault = check_header(block, log_block_bytes, segment_magic);
  if (fault != HeaderFault::none) return fault;
  const std::byte* at = block.data();
  SegmentHeader h;
  h.format_version = load<std::uint16_t>(at + at_version);
  h.min_reader = load<std::uint16_t>(at + at_second_version);
  h.semantics = Semantics(load<std::uint16_t>(at + 12));
  h.shard = load<std::uint32_t>(at + 16);
  h.epoch = load<std::uint32_t>(at + 20);
  h.segment = load<std::uint64_t>(at + 24);
  h.first_sequence = load<std::uint64_t>(at + 32);
  h.limits_hash = load<std::uint64_t>(at + 40);
  h.predecessor = load<std::uint64_t>(at + 48);
  h.predecessor_sequence = load<std::uint64_t>(at + 56);
  h.predecessor_bytes = load<std::uint64_t>(at + 64);
  h.predecessor_epoch = load<std::uint32_t>(at + 72);
  const auto flags = load<std::uint32_t>(at + 76);
  h.prewritten = (flags & flag_prewritten) != 0;
  h.predecessor_chain = load_chain(at + 80);
  out = h;
  if (h.min_reader > log_format_version || !h.semantics.known()) {
    return HeaderFault::version_unknown;
  }
  const bool links = h.predecessor < h.segment && h.predecessor_epoch <= h.epoch &&
                     h.predecessor_sequence + 1 == h.first_sequence;
  const std::uint32_t known = h.format_version == 1 ? 0 : flag_prewritten;
  const bool rest_zero = load<std::uint16_t>(at + 14) == 0 && (flags & ~known) == 0 &&
                         all_zero(block.subspan(96, log_block_bytes - 96));
  return links && rest_zero && h.epoch != 0 ? HeaderFault::none : HeaderFault::field_invalid;
}

LogChain segment_chain(std::span<const std::byte> block) noexcept {
  return chain_of(XXH3_128bits(block.data(), log_block_bytes));
}

LogChain frame_chain(const FrameHeader& header, const LogChain& before,
                     std::span<const std::byte> frame) noexcept {
  // The chain's own field and the header's CRC are not part of it.
  std::array<std::byte, 16 + frame_header_bytes> start{};
  store_chain(start.data(), before);
  store_frame_fields(header, start.data() + 16);
  XXH3_state_t state;
  XXH3_128bits_reset(&state);
  XXH3_128bits_update(&state, start.data(), start.size());
  XXH3_128bits_update(&state, frame.data() + frame_header_bytes,
                      header.frame_bytes - frame_header_bytes);
  return chain_of(XXH3_128bits_digest(&state));
}

void seal_frame(FrameHeader& header, const LogChain& before, std::span<std::byte> frame) noexcept {
  header.body_crc =
      crc32c(frame.subspan(frame_header_bytes, header.frame_bytes - frame_header_bytes));
  header.chain = frame_chain(header, before, frame);
  store_frame_fields(header, frame.data());
  store_chain(frame.data() + frame_chain_at, header.chain);
  store(frame.data() + at_header_crc, header_crc(frame.first(frame_header_bytes)));
}

HeaderFault decode_frame_header(std::span<const std::byte> bytes, FrameHeader& out) noexcept {
  const HeaderFault fault = check_header(bytes, frame_header_bytes, frame_magic);
  if (fault != HeaderFault::none) return fault;
  const std::byte* at = bytes.data();
  FrameHeader h;
  h.format_version = load<std::uint16_t>(at + at_version);
  h.semantics = Semantics(load<std::uint16_t>(at + at_second_version));
  h.body_crc = load<std::uint32_t>(at + 12);
  h.frame_bytes = load<std::uint32_t>(at + 16);
  h.body_bytes = load<std::uint32_t>(at + 20);
  h.count = load<std::uint32_t>(at + 24);
  const auto flags = load<std::uint32_t>(at + 28);
  h.has_checks = (flags & flag_checks) != 0;
  h.watermark = (flags & flag_watermark) != 0;
  h.shard = load<std::uint32_t>(at + 32);
  h.epoch = load<std::uint32_t>(at + 36);
  h.segment = load<std::uint64_t>(at + 40);
  h.offset = load<std::uint64_t>(at + 48);
  h.first_sequence = load<std::uint64_t>(at + 56);
  h.base_time = load<std::int64_t>(at + 64);
  h.durable = load<std::uint64_t>(at + 72);
  h.broker_base = load<std::uint64_t>(at + 80);
  h.chain = load_chain(at + frame_chain_at);
  out = h;
  if (h.format_version < log_format_oldest || h.format_version > log_format_version ||
      !h.semantics.known()) {
    return HeaderFault::version_unknown;
  }
  return frame_fields_valid(h, flags, bytes.subspan(88, frame_chain_at - 88))
             ? HeaderFault::none
             : HeaderFault::field_invalid;
}

bool frame_body_intact(const FrameHeader& header, std::span<const std::byte> frame) noexcept {
  return frame.size() >= header.frame_bytes &&
         crc32c(frame.subspan(frame_header_bytes, header.frame_bytes - frame_header_bytes)) ==
             header.body_crc;
}

}  // namespace allot
