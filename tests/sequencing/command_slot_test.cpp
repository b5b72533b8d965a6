// Commands in ring slots: copied whole, with their lines, and hashed.
#include "sequencing/command_slot.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace allot {
namespace {

TEST(CommandSlot, CopiesTheLinesBehindTheCommand) {
  std::vector<OrderLine> lines(3);
  for (std::uint32_t i = 0; i < 3; ++i) lines[i] = {.sku = SkuId{i + 1}, .quantity = 10 + i};
  Place place;
  place.command_key = {.low = 4, .high = 5};
  place.order_key = {.low = 6, .high = 7};
  place.lines = lines;
  const Command command = place;
  const std::uint64_t hash = body_hash(command);

  alignas(16) std::array<std::byte, 1'024> memory;
  const std::span slot = std::span(memory).first(command_slot_bytes(command));
  write_command_slot(slot, command, 77);
  const std::vector<OrderLine> original = lines;
  lines.assign(3, OrderLine{});  // what was borrowed may change now

  const Sequenced& in = read_command_slot(slot);
  EXPECT_EQ(in.time, 77);
  EXPECT_EQ(in.sequence, 0U);
  EXPECT_EQ(in.body_hash, hash);
  const auto* copy = std::get_if<Place>(&in.command);
  ASSERT_NE(copy, nullptr);
  EXPECT_EQ(copy->command_key, place.command_key);
  EXPECT_EQ(copy->order_key, place.order_key);
  EXPECT_TRUE(std::equal(copy->lines.begin(), copy->lines.end(), original.begin(), original.end()));
  EXPECT_EQ(body_hash(in.command), hash);
}

TEST(CommandSlot, CopiesAListOfIdsToo) {
  std::vector<SkuId> skus{{7}, {5}, {7}};
  const Command command = DefineSkuSet{{1, 2}, *Code::from("T"), skus};
  const std::uint64_t hash = body_hash(command);
  alignas(16) std::array<std::byte, 1'024> memory;
  const std::span slot = std::span(memory).first(command_slot_bytes(command));
  EXPECT_EQ(slot.size(), sizeof(Sequenced) + 16);
  write_command_slot(slot, command, 77);
  skus.assign(3, SkuId{});
  const Sequenced& in = read_command_slot(slot);
  EXPECT_EQ(in.body_hash, hash);
  EXPECT_EQ(body_hash(in.command), hash);
  EXPECT_EQ(std::get<DefineSkuSet>(in.command).skus[1], SkuId{5});
}

TEST(CommandSlot, OnlyAListBeyondItsOwnLimitIsTooLong) {
  Limits limits;
  limits.lines_per_order_max = 2;
  limits.sku_set_skus_max = 40;
  limits.attributes_max = 1;
  limits.rule_part_bytes_max = 64;
  const std::vector<OrderLine> lines(3);
  const std::vector<SkuId> skus(41);
  Place place;
  place.lines = std::span(lines).first(2);
  EXPECT_FALSE(has_too_long_list(place, limits));
  place.lines = lines;
  EXPECT_TRUE(has_too_long_list(place, limits));
  DefineSkuSet set;
  set.skus = std::span(skus).first(40);
  EXPECT_FALSE(has_too_long_list(set, limits));
  EXPECT_EQ(command_slot_bytes(set), command_slot_bytes_max(limits));
  set.skus = skus;
  EXPECT_TRUE(has_too_long_list(set, limits));
  EXPECT_FALSE(has_too_long_list(Tick{}, limits));
}

TEST(CommandSlot, IsNeverLargerThanTheLargest) {
  Limits limits;
  limits.lines_per_order_max = 2'000;
  const std::vector<OrderLine> lines(2'000);
  const std::vector<OrderAttribute> attributes(limits.attributes_max);
  Import import;
  import.lines = lines;
  import.attributes = attributes;
  EXPECT_EQ(command_slot_bytes(import), command_slot_bytes_max(limits));
  EXPECT_LE(command_slot_bytes(Tick{}), command_slot_bytes_max(limits));
}

}  // namespace
}  // namespace allot
