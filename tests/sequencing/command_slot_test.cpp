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

TEST(CommandSlot, IsNeverLargerThanTheLargest) {
  Limits limits;
  limits.lines_per_order_max = 2'000;
  const std::vector<OrderLine> lines(2'000);
  Import import;
  import.lines = lines;
  EXPECT_EQ(command_slot_bytes(import), command_slot_bytes_max(limits));
  EXPECT_LE(command_slot_bytes(Tick{}), command_slot_bytes_max(limits));
}

}  // namespace
}  // namespace allot
