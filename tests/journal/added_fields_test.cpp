// Fields that came after the first record format, shown by a command and a line that have some.
#include "messages/added_fields.hpp"

#include <gtest/gtest.h>

#include <array>
#include <string>
#include <vector>

#include "journal/record_input.hpp"
#include "journal/record_output.hpp"

namespace allot {
namespace {

struct Later {
  std::uint32_t first{};
  OrderKey other{};        // 1
  std::uint16_t count{7};  // 2
  bool marked{};           // 9
  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(Field{.name = "first"}, self.first);
    visit(Field{.name = "other", .added = 1}, self.other);
    visit(Field{.name = "count", .added = 2}, self.count);
    visit(Field{.name = "marked", .added = 9}, self.marked);
  }
  friend bool operator==(const Later&, const Later&) = default;
};

struct LaterLine {
  std::uint32_t sku{};
  std::int16_t discount{-1};  // 1
  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(Field{.name = "sku"}, self.sku);
    visit(Field{.name = "discount", .added = 1}, self.discount);
  }
  friend bool operator==(const LaterLine&, const LaterLine&) = default;
};

static_assert(added_fields::count<Later>() == 3 && added_fields::count<LaterLine>() == 1);
static_assert(added_fields::first_fields_are<Later>({"first"}));
static_assert(!added_fields::first_fields_are<Later>({"first", "other"}));
static_assert(!added_fields::first_fields_are<Later>({}));
static_assert(added_fields::added_widest<Later>() == 17 + 3 + 2);

using Bytes = std::vector<std::byte>;

Bytes written(const Later& command, std::span<const LaterLine> lines) {
  Bytes bytes(record_layout::padded(record_header_bytes + added_bytes(command) +
                                    added_column_bytes(lines)));
  RecordOutput out(bytes.data() + record_header_bytes);
  out.put_added(command);
  out.put_added_columns(lines);
  EXPECT_EQ(out.at() - bytes.data(),
            static_cast<std::ptrdiff_t>(record_header_bytes + added_bytes(command) +
                                        added_column_bytes(lines)));
  return bytes;
}

RecordFault read(const Bytes& bytes, Later& command, std::span<LaterLine> lines) {
  RecordInput in(bytes, record_layout::added);
  std::array<std::uint64_t, 1> room{};
  ListRoom list_room{std::span(room)};
  in.take_added(command, lines, list_room);
  in.finish();
  return in.fault();
}

Bytes tagged(std::initializer_list<int> tail) {
  Bytes bytes(record_header_bytes);
  for (const int byte : tail) bytes.push_back(static_cast<std::byte>(byte));
  bytes.resize(record_layout::padded(bytes.size()));
  return bytes;
}

TEST(AddedFields, WhatHasItsDefaultIsNotWritten) {
  const std::array<LaterLine, 2> lines{};
  EXPECT_EQ(written({}, lines).size(), record_header_bytes);
  EXPECT_EQ(written({.first = 5}, lines).size(), record_header_bytes);
}

TEST(AddedFields, EachComesBehindItsNumberAndALineFieldForAllLines) {
  const std::array<LaterLine, 2> lines{LaterLine{.sku = 1}, LaterLine{.sku = 2, .discount = 258}};
  const Bytes bytes = written({.count = 0x0304, .marked = true}, lines);
  EXPECT_EQ(bytes, tagged({2, 4, 3, 9, 1, 129, 255, 255, 2, 1}));
}

TEST(AddedFields, ComeBack) {
  std::array<LaterLine, 3> lines{};
  lines[1].discount = 30;
  const Later said{.first = 0, .other = {0, 1}, .count = 0, .marked = true};
  Later command;
  std::array<LaterLine, 3> read_lines{};
  ASSERT_EQ(read(written(said, lines), command, read_lines), RecordFault::none);
  EXPECT_EQ(command, said);
  EXPECT_EQ(read_lines, lines);
}

TEST(AddedFields, EveryValueHasOneForm) {
  Later command;
  std::array<LaterLine, 2> lines{};
  const auto fault = [&](std::initializer_list<int> tail) {
    return read(tagged(tail), command, lines);
  };
  EXPECT_EQ(fault({}), RecordFault::not_canonical) << "the flag without a field";
  EXPECT_EQ(fault({2, 7, 0}), RecordFault::not_canonical) << "a default";
  EXPECT_EQ(fault({9, 1, 2, 1, 0}), RecordFault::not_canonical) << "numbers out of order";
  EXPECT_EQ(fault({9, 1, 9, 1}), RecordFault::not_canonical) << "twice";
  EXPECT_EQ(fault({9, 2}), RecordFault::bool_invalid);
  EXPECT_EQ(fault({129, 255, 255, 255, 255}), RecordFault::not_canonical) << "all default";
  EXPECT_EQ(fault({9, 1, 0, 1}), RecordFault::padding_nonzero);
  EXPECT_EQ(fault({1, 1, 2, 3, 4, 5, 6, 7}), RecordFault::size_wrong);
}

TEST(AddedFields, AFieldOfALaterVersionIsNotIgnored) {
  Later command;
  std::array<LaterLine, 1> lines{};
  EXPECT_EQ(read(tagged({3, 1}), command, lines), RecordFault::flags_unknown);
  EXPECT_EQ(read(tagged({128, 1}), command, lines), RecordFault::flags_unknown);
  EXPECT_EQ(read(tagged({130, 1}), command, lines), RecordFault::flags_unknown);
  EXPECT_EQ(read(tagged({129, 1, 0}), command, {}), RecordFault::flags_unknown) << "no lines";
}

}  // namespace
}  // namespace allot
