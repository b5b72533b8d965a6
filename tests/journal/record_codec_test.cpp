#include "journal/record_codec.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>

#include "journal/samples.hpp"

namespace allot {
namespace {

using Bytes = std::vector<std::byte>;

std::string hex(std::span<const std::byte> bytes) {
  std::string out;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (i != 0 && i % 8 == 0) out.push_back(' ');
    constexpr std::string_view digits = "0123456789abcdef";
    out.push_back(digits[static_cast<unsigned>(bytes[i]) >> 4U]);
    out.push_back(digits[static_cast<unsigned>(bytes[i]) & 15U]);
  }
  return out;
}

Bytes encode(const Sequenced& in, TimeNs base) {
  Bytes out(encoded_size(in, base), std::byte{0xEE});
  EXPECT_EQ(encode_record(in, base, out), out.size());
  return out;
}

Sequenced sequenced(Command command, TimeNs time) {
  Sequenced in;
  in.sequence = 7;
  in.time = time;
  in.command = command;
  in.body_hash = body_hash(command);
  return in;
}

const std::array<OrderLine, 2> two_lines{
    OrderLine{.sku = {5}, .quantity = 2, .price = 1'999, .shortage = Shortage::by_order},
    OrderLine{.sku = {0x10203}, .quantity = 1, .price = 250, .shortage = Shortage::by_order}};

Place plain_place() {
  Place c;
  c.command_key.low = 0x1122334455667788;
  c.order_key.low = 42;
  c.channel.value = 3;
  c.zone.value = 9;
  c.lines = two_lines;
  return c;
}

// These bytes are in logs that exist. A test that fails here is a broken format, not a wrong test.
TEST(RecordCodec, GoldenPlainPlaceIs56Bytes) {
  const Bytes bytes = encode(sequenced(plain_place(), 1'000'000'500), 1'000'000'000);
  EXPECT_EQ(bytes.size(), 56U);
  EXPECT_EQ(hex(bytes),
            "070002003c000000 f401000003000900 8877665544332211 2a00000000000000 "
            "0500000002000000 cf07000003020100 01000000fa000000");
}

TEST(RecordCodec, GoldenPlaceWithCustomerIs64Bytes) {
  Place c = plain_place();
  c.tokens.customer = 0xC0FFEE;
  const Bytes bytes = encode(sequenced(c, 1'000'000'000), 1'000'000'000);
  EXPECT_EQ(bytes.size(), 64U);
  EXPECT_EQ(hex(bytes),
            "080002003c040000 0000000003000900 8877665544332211 2a00000000000000 "
            "eeffc00000000000 0500000002000000 cf07000003020100 01000000fa000000");
}

TEST(RecordCodec, GoldenPlaceWithEverything) {
  std::array<OrderLine, 2> lines = two_lines;
  lines[0].price = -1;
  lines[1].shortage = static_cast<Shortage>(255);
  Place c = plain_place();
  c.command_key.high = 1;
  c.order_key.high = 2;
  c.channel.value = 70'000;
  c.tokens = {
      .customer = 11, .device = 12, .card = 13, .address = 14, .phone = 15, .recipient = 16};
  c.ship_by = -5;
  c.priority = 1;
  c.max_splits = 2;
  c.shortage = Shortage::backorder;
  c.ship_complete = true;
  c.lines = lines;
  Sequenced in = sequenced(c, 10);
  in.step_too_large = true;
  EXPECT_EQ(hex(encode(in, 11)),
            "140002003cff7f00 0000000000000000 8877665544332211 0100000000000000 "
            "2a00000000000000 0200000000000000 0a00000000000000 7011010009000000 "
            "0b00000000000000 0c00000000000000 0d00000000000000 0e00000000000000 "
            "0f00000000000000 1000000000000000 fbffffffffffffff 0102030105000000 "
            "02000000ffffffff 0302010001000000 fa000000ffffffff 0000000000ff0000");
}

TEST(RecordCodec, GoldenOfOtherCommands) {
  ConfirmPayment paid;
  paid.command_key.low = 1;
  paid.order_key.low = 2;
  paid.paid_at = 3;
  EXPECT_EQ(hex(encode(sequenced(paid, 5), 5)),
            "050000003f000000 0000000000000000 0100000000000000 0200000000000000 "
            "0300000000000000");
  EXPECT_EQ(hex(encode(sequenced(Advance{}, 5), 5)), "0200000003000000 0000000000000000");
  DefineNode node;
  node.command_key.low = 1;
  node.code = *Code::from("berlin");
  node.priority = 4;
  EXPECT_EQ(hex(encode(sequenced(node, 5), 5)),
            "0900000015000000 0000000000000000 0100000000000000 066265726c696e00 "
            "0000000000000000 0000000000000000 0000000000000000 0000000000000000 "
            "0004000000000000");
}

TEST(RecordCodec, GoldenOfAListOfIds) {
  const std::array<SkuId, 3> skus{SkuId{7}, SkuId{0x10203}, SkuId{7}};
  DefineSkuSet set;
  set.command_key.low = 1;
  set.code = *Code::from("gifts");
  set.skus = skus;
  EXPECT_EQ(hex(encode(sequenced(set, 5), 5)),
            "0b00000022000000 0000000000000000 0100000000000000 0567696674730000 "
            "0000000000000000 0000000000000000 0000000000000000 0000000000000000 "
            "0003000000070000 0003020100070000 0000000000000000");
}

TEST(RecordCodec, BoundHoldsTheWidestListOfIds) {
  Limits limits;
  limits.lines_per_order_max = 1;
  limits.sku_set_skus_max = 65'535;
  const std::vector<SkuId> skus(65'535, SkuId{1});
  DefineSkuSet set;
  set.command_key.high = 1;
  set.skus = skus;
  EXPECT_EQ(encoded_size_max(set), command_bytes_max(limits));
  const std::vector<SkuId> many(140'000);
  set.skus = many;
  EXPECT_EQ(encoded_size_max(set), 0U) << "no record holds it";
}

TEST(RecordCodec, RefusesAListThatClaimsMoreThanThereIs) {
  const std::array<SkuId, 3> skus{};
  DefineSkuSet set;
  set.skus = skus;
  Bytes bytes = encode(sequenced(set, 1), 1);
  DecodedRecord out;
  std::array<std::uint64_t, 1> small{};
  EXPECT_EQ(decode_record(bytes, 1, 1, ListRoom(std::span(small)), out),
            RecordFault::too_many_lines);
  std::vector<std::uint64_t> room(1'000);
  const std::size_t count_at = record_header_bytes + 8 + 41;
  bytes[count_at + 3] = std::byte{0xFF};
  EXPECT_EQ(decode_record(bytes, 1, 1, ListRoom(std::span(room)), out), RecordFault::size_wrong);
}

// With room to spare an order is written without being measured first.
TEST(RecordCodec, ATightBufferGetsTheSameBytes) {
  samples::Random random(20'261'125);
  Bytes roomy(record_bytes_max);
  for (int i = 0; i < 50'000; ++i) {
    const TimeNs base = static_cast<TimeNs>(random.value());
    const Command command = random.command();
    Sequenced in = sequenced(command, static_cast<TimeNs>(random.value()));
    if (random.below(2) == 0) {
      in.time = static_cast<TimeNs>(static_cast<std::uint64_t>(base) + random.below(1ULL << 33U));
    }
    in.step_too_large = random.below(8) == 0;
    const std::size_t size = encode_record(in, base, roomy);
    Bytes tight(size, std::byte{0xEE});
    ASSERT_EQ(encode_record(in, base, tight), size);
    ASSERT_TRUE(std::ranges::equal(tight, std::span{roomy}.first(size))) << samples::describe(in);
  }
}

TEST(RecordCodec, EveryCommandComesBack) {
  samples::Random random(20'261'121);
  Bytes buffer(record_bytes_max);
  std::vector<OrderLine> scratch(1'000);
  DecodedRecord out;
  for (int i = 0; i < 100'000; ++i) {
    const TimeNs base = static_cast<TimeNs>(random.value());
    const Command command = random.command();
    Sequenced in = sequenced(command, static_cast<TimeNs>(random.value()));
    if (random.below(2) == 0) {
      in.time = static_cast<TimeNs>(static_cast<std::uint64_t>(base) + random.below(1ULL << 33U));
    }
    in.step_too_large = random.below(8) == 0;
    const std::size_t size = encode_record(in, base, buffer);
    ASSERT_EQ(size, encoded_size(in, base));
    ASSERT_LE(size, encoded_size_max(in.command));
    ASSERT_EQ(size % 8, 0U);
    const auto record = std::span{buffer}.first(size);
    ASSERT_EQ(decode_record(record, 7, base, ListRoom(std::span(scratch)), out), RecordFault::none)
        << samples::describe(in);
    ASSERT_EQ(out.bytes, size);
    ASSERT_EQ(samples::describe(out.command), samples::describe(in));
    for (const std::size_t cut : {size - 1, size - 8, size / 2, std::size_t{15}, std::size_t{0}}) {
      ASSERT_NE(decode_record(record.first(cut), 7, base, ListRoom(std::span(scratch)), out),
                RecordFault::none);
    }
  }
}

// Whatever decodes is the one encoding of what it decodes to: no two logs say the same thing.
TEST(RecordCodec, EveryFlippedBitIsAFaultOrAnotherCanonicalRecord) {
  samples::Random random(5);
  std::vector<OrderLine> scratch(1'000);
  std::size_t faults = 0;
  std::size_t others = 0;
  for (int i = 0; i < 300; ++i) {
    Bytes record = encode(sequenced(random.command(), 1'000), 900);
    if (record.size() > 400) continue;
    for (std::size_t bit = 0; bit < record.size() * 8; ++bit) {
      const auto flip = static_cast<std::byte>(1U << (bit % 8));
      record[bit / 8] ^= flip;
      DecodedRecord out;
      if (decode_record(record, 7, 900, ListRoom(std::span(scratch)), out) == RecordFault::none) {
        ++others;
        ASSERT_EQ(hex(encode(out.command, 900)), hex(std::span{record}.first(out.bytes)));
      } else {
        ++faults;
      }
      record[bit / 8] ^= flip;
    }
  }
  EXPECT_GT(faults, 10'000U);
  EXPECT_GT(others, 10'000U);
}

TEST(RecordCodec, TooManyLinesIsSaidBeforehand) {
  std::vector<OrderLine> lines(record_bytes_max / 12 + 1);
  Place c = plain_place();
  c.lines = lines;
  EXPECT_EQ(encoded_size_max(c), 0U);
  Bytes buffer(record_bytes_max);
  EXPECT_EQ(encode_record(sequenced(c, 1), 1, buffer), 0U);
  c.lines = std::span{lines}.first(4'000);
  EXPECT_NE(encoded_size_max(c), 0U);
}

TEST(RecordCodec, RefusesAnOrderWithMoreLinesThanTheCallerHasRoomFor) {
  const Bytes bytes = encode(sequenced(plain_place(), 1), 1);
  std::array<OrderLine, 1> scratch;
  DecodedRecord out;
  EXPECT_EQ(decode_record(bytes, 1, 1, ListRoom(std::span(scratch)), out),
            RecordFault::too_many_lines);
}

TEST(RecordCodec, AShortBufferTakesNothing) {
  const Sequenced in = sequenced(plain_place(), 1);
  Bytes buffer(48, std::byte{0xAA});
  EXPECT_EQ(encode_record(in, 1, buffer), 0U);
  EXPECT_EQ(buffer, Bytes(48, std::byte{0xAA}));
}

TEST(RecordCodec, BoundHoldsTheWidestOrder) {
  Limits limits;
  limits.lines_per_order_max = 300;
  std::vector<OrderLine> lines(
      300, {.sku = {1}, .quantity = 1, .price = -1, .shortage = static_cast<Shortage>(9)});
  for (OrderLine& line : lines) {
    line.total = line.discount = line.tax = line.wanted_at = 1;
    line.line_number = 1;
  }
  Place c = plain_place();
  c.command_key.high = c.order_key.high = 1;
  c.channel.value = 1U << 20U;
  c.tokens = {.customer = 1, .device = 1, .card = 1, .address = 1, .phone = 1, .recipient = 1};
  c.ship_by = 1;
  c.priority = 0;
  c.lines = lines;
  c.order_number = Code::given(std::string(Code::size_max, 'N'));
  const std::vector<OrderAttribute> attributes(16, {.name = 1, .value = 1});
  c.attributes = attributes;
  // An import says more besides, and less of what a place alone can say.
  Import import;
  import.command_key.high = import.order_key.high = 1;
  import.channel.value = 1U << 20U;
  import.tokens = c.tokens;
  import.ship_by = 1;
  import.priority = 0;
  import.lines = lines;
  import.order_number = c.order_number;
  import.state = ImportState::unpaid;
  import.pay_by = import.sold_at = 1;
  import.discount = import.shipping = import.shipping_tax = import.deposit = 1;
  import.attributes = attributes;
  // An exchange is written in the general form, and brings no attributes.
  Exchange exchange;
  exchange.command_key.high = exchange.order_key.high = exchange.new_key.high = 1;
  exchange.lines = lines;
  exchange.new_number = c.order_number;
  exchange.discount = exchange.shipping = exchange.shipping_tax = 1;
  EXPECT_EQ(encoded_size_max(import), command_bytes_max(limits));
  EXPECT_LT(std::max(encoded_size_max(c), encoded_size_max(exchange)), command_bytes_max(limits));
}

TEST(RecordCodec, LimitsHashSeesEveryField) {
  const Limits limits;
  const std::uint64_t before = limits_hash(limits);
  EXPECT_EQ(before, limits_hash(Limits{}));
  Limits::fields(limits, [&](std::string_view changed, const auto&) {
    Limits other;
    Limits::fields(other, [&](std::string_view name, auto& value) {
      if (name == changed) value = static_cast<std::decay_t<decltype(value)>>(1);
    });
    if (!(other == limits)) {
      EXPECT_NE(limits_hash(other), before) << changed;
    }
  });
}

}  // namespace
}  // namespace allot
