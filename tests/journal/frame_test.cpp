#include "journal/frame.hpp"

#include <gtest/gtest.h>

#include <random>
#include <vector>

#include "journal/crc32c.hpp"

namespace allot {
namespace {

using Bytes = std::vector<std::byte>;

TEST(Crc32c, KnownValues) {
  constexpr std::string_view nine = "123456789";
  const auto bytes = std::as_bytes(std::span{nine});
  EXPECT_EQ(crc32c(bytes), 0xE3069283U);
  EXPECT_EQ(crc32c_portable(bytes), 0xE3069283U);
  EXPECT_EQ(crc32c({}), 0U);
  EXPECT_EQ(crc32c(Bytes(32)), 0x8A9136AAU);
}

TEST(Crc32c, InstructionAndTableAgreeAtEveryLengthAndSplit) {
  std::mt19937_64 random(1);
  Bytes bytes(3 * 3 * 512 + 100);
  for (std::byte& b : bytes) b = static_cast<std::byte>(random());
  for (std::size_t size = 0; size <= bytes.size(); ++size) {
    const auto part = std::span{bytes}.first(size);
    const std::uint32_t whole = crc32c(part);
    ASSERT_EQ(whole, crc32c_portable(part));
    const std::size_t cut = size / 3;
    ASSERT_EQ(whole, crc32c(part.subspan(cut), crc32c(part.first(cut))));
    ASSERT_EQ(whole, crc32c_portable(part.subspan(cut), crc32c_portable(part.first(cut))));
  }
}

FrameHeader header_of(std::uint32_t body, std::uint32_t count) {
  FrameHeader h;
  h.body_bytes = body;
  h.count = count;
  h.has_checks = true;
  h.frame_bytes = static_cast<std::uint32_t>(frame_bytes_for(body, count, true));
  h.shard = 3;
  h.epoch = 4;
  h.segment = 5;
  h.offset = 8'192;
  h.first_sequence = 100;
  h.base_time = -7;
  h.durable = 99;
  h.broker_base = 12;
  return h;
}

Bytes frame_of(FrameHeader& h, const LogChain& before) {
  Bytes frame(h.frame_bytes);
  for (std::size_t i = frame_header_bytes; i < frame_header_bytes + h.body_bytes; ++i) {
    frame[i] = static_cast<std::byte>(i);
  }
  seal_frame(h, before, frame);
  return frame;
}

TEST(Frame, ComesBackWhole) {
  FrameHeader h = header_of(4'000, 10);
  const LogChain before{.low = 1, .high = 2};
  const Bytes frame = frame_of(h, before);
  EXPECT_EQ(frame.size(), 8'192U);
  FrameHeader out;
  ASSERT_EQ(decode_frame_header(frame, out), HeaderFault::none);
  EXPECT_EQ(out, h);
  EXPECT_TRUE(frame_body_intact(out, frame));
  EXPECT_EQ(frame_chain(out, before, frame), h.chain);
  EXPECT_NE(frame_chain(out, LogChain{.low = 1, .high = 3}, frame), h.chain);
}

// A flip in padding counts too: every byte of a frame is under a checksum.
TEST(Frame, EveryFlippedBitIsSeen) {
  FrameHeader h = header_of(160, 10);
  Bytes frame = frame_of(h, {});
  for (std::size_t bit = 0; bit < frame.size() * 8; ++bit) {
    const auto flip = static_cast<std::byte>(1U << (bit % 8));
    frame[bit / 8] ^= flip;
    FrameHeader out;
    const bool good =
        decode_frame_header(frame, out) == HeaderFault::none && frame_body_intact(out, frame);
    ASSERT_FALSE(good) << "bit " << bit;
    frame[bit / 8] ^= flip;
  }
}

TEST(Frame, ImpossibleValuesUnderAGoodChecksumAreRefused) {
  const auto fault_after = [](auto change) {
    FrameHeader h = header_of(160, 10);
    const std::uint32_t bytes = h.frame_bytes;
    change(h);
    Bytes frame(bytes);
    const std::uint32_t claimed = h.frame_bytes;
    h.frame_bytes = bytes;
    seal_frame(h, {}, frame);
    if (claimed != bytes) {  // seal again with the lie: CRC of the header only
      h.frame_bytes = claimed;
      Bytes large(std::max<std::size_t>(claimed, bytes));
      seal_frame(h, {}, large);
      frame.assign(large.begin(), large.begin() + bytes);
    }
    FrameHeader out;
    return decode_frame_header(frame, out);
  };
  EXPECT_EQ(fault_after([](FrameHeader&) {}), HeaderFault::none);
  EXPECT_EQ(fault_after([](FrameHeader& h) { h.count = 11; }), HeaderFault::field_invalid);
  EXPECT_EQ(fault_after([](FrameHeader& h) { h.count = 0; }), HeaderFault::field_invalid);
  EXPECT_EQ(fault_after([](FrameHeader& h) { h.body_bytes = 161; }), HeaderFault::field_invalid);
  EXPECT_EQ(fault_after([](FrameHeader& h) { h.body_bytes = ~0U; }), HeaderFault::field_invalid);
  EXPECT_EQ(fault_after([](FrameHeader& h) { h.offset = 0; }), HeaderFault::field_invalid);
  EXPECT_EQ(fault_after([](FrameHeader& h) { h.offset = 8'193; }), HeaderFault::field_invalid);
  EXPECT_EQ(fault_after([](FrameHeader& h) { h.offset = ~0ULL << 12U; }),
            HeaderFault::field_invalid);
  EXPECT_EQ(fault_after([](FrameHeader& h) { h.durable = 100; }), HeaderFault::field_invalid);
  EXPECT_EQ(fault_after([](FrameHeader& h) { h.first_sequence = 0; }), HeaderFault::field_invalid);
  EXPECT_EQ(fault_after([](FrameHeader& h) { h.frame_bytes = 8'192; }), HeaderFault::field_invalid);
  for (const int version : {0, log_format_version + 1}) {
    EXPECT_EQ(fault_after([version](FrameHeader& h) {
                h.format_version = static_cast<std::uint16_t>(version);
              }),
              HeaderFault::version_unknown);
  }
  EXPECT_EQ(fault_after([](FrameHeader& h) { h.semantics = Semantics(9); }),
            HeaderFault::version_unknown);
}

// What version 1 did not know is no frame of version 1.
TEST(Frame, AWatermarkHasNoRecordsAndIsOfVersion2) {
  FrameHeader h = header_of(0, 0);
  h.has_checks = false;
  h.frame_bytes = log_block_bytes;
  h.watermark = true;
  const auto fault_of = [](FrameHeader header) {
    const Bytes frame = frame_of(header, {});
    FrameHeader out;
    const HeaderFault fault = decode_frame_header(frame, out);
    if (fault == HeaderFault::none) {
      EXPECT_EQ(out, header);
    }
    return fault;
  };
  EXPECT_EQ(fault_of(h), HeaderFault::none);
  EXPECT_FALSE(h.closes());
  FrameHeader old = h;
  old.format_version = 1;
  EXPECT_EQ(fault_of(old), HeaderFault::field_invalid);
  old.watermark = false;
  EXPECT_EQ(fault_of(old), HeaderFault::none);
  EXPECT_TRUE(old.closes());
  FrameHeader full = header_of(160, 10);
  full.watermark = true;
  EXPECT_EQ(fault_of(full), HeaderFault::field_invalid);
  FrameHeader checked = h;
  checked.has_checks = true;
  EXPECT_EQ(fault_of(checked), HeaderFault::field_invalid);
}

SegmentHeader segment_header() {
  SegmentHeader h;
  h.shard = 1;
  h.epoch = 3;
  h.segment = 9;
  h.first_sequence = 51;
  h.limits_hash = 77;
  h.predecessor = 8;
  h.predecessor_epoch = 2;
  h.predecessor_sequence = 50;
  h.predecessor_bytes = 12'288;
  h.predecessor_chain = {.low = 5, .high = 6};
  return h;
}

TEST(SegmentHeader, ComesBackAndSeesEveryFlippedBit) {
  const SegmentHeader h = segment_header();
  Bytes block(log_block_bytes);
  encode_segment_header(h, block);
  SegmentHeader out;
  ASSERT_EQ(decode_segment_header(block, out), HeaderFault::none);
  EXPECT_EQ(out, h);
  for (std::size_t bit = 0; bit < block.size() * 8; ++bit) {
    const auto flip = static_cast<std::byte>(1U << (bit % 8));
    block[bit / 8] ^= flip;
    ASSERT_NE(decode_segment_header(block, out), HeaderFault::none) << "bit " << bit;
    block[bit / 8] ^= flip;
  }
  for (std::size_t size = 0; size < block.size(); ++size) {
    ASSERT_NE(decode_segment_header(std::span{block}.first(size), out), HeaderFault::none);
  }
  EXPECT_EQ(decode_segment_header(Bytes(log_block_bytes), out), HeaderFault::zero);
}

TEST(SegmentHeader, PrewrittenIsOfVersion2) {
  SegmentHeader h = segment_header();
  h.prewritten = true;
  Bytes block(log_block_bytes);
  SegmentHeader out;
  encode_segment_header(h, block);
  ASSERT_EQ(decode_segment_header(block, out), HeaderFault::none);
  EXPECT_EQ(out, h);
  h.format_version = h.min_reader = 1;
  encode_segment_header(h, block);
  EXPECT_EQ(decode_segment_header(block, out), HeaderFault::field_invalid);
  h.prewritten = false;
  encode_segment_header(h, block);
  EXPECT_EQ(decode_segment_header(block, out), HeaderFault::none);
}

TEST(SegmentHeader, ANewerFormatIsKnownAsSuch) {
  SegmentHeader h = segment_header();
  h.format_version = log_format_version + 1;
  h.min_reader = log_format_version + 1;
  Bytes block(log_block_bytes);
  encode_segment_header(h, block);
  SegmentHeader out;
  EXPECT_EQ(decode_segment_header(block, out), HeaderFault::version_unknown);
  h.min_reader = log_format_version;  // a newer writer that older readers understand
  encode_segment_header(h, block);
  EXPECT_EQ(decode_segment_header(block, out), HeaderFault::none);
}

}  // namespace
}  // namespace allot
