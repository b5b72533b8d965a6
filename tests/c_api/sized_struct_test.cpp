// Structs that begin with struct_size, between hosts and libraries of different ages.
#include "sized_struct.hpp"

#include <gtest/gtest.h>

#include <array>

namespace allot::c {
namespace {

// As this library knows it: `added` came in a later minor.
struct Known {
  std::uint32_t struct_size;
  std::uint32_t first;
  std::uint64_t added;
};
constexpr std::size_t first_minor = 8;

TEST(SizedStruct, AnOlderHostGetsTheDefaultOfWhatItDoesNotKnow) {
  // Behind the eight bytes of the host's struct lies something else.
  const Known host{.struct_size = 8, .first = 7, .added = 0xAAAA};
  Known read{.struct_size = sizeof(Known), .first = 1, .added = 5};
  ASSERT_TRUE(read_sized(host, read, "known", first_minor).ok());
  EXPECT_EQ(read.first, 7U);
  EXPECT_EQ(read.added, 5U);
}

TEST(SizedStruct, AnOlderHostIsGivenNoMoreThanItHasRoomFor) {
  Known host{.struct_size = 0, .first = 0, .added = 0xAAAA};
  write_sized(Known{.struct_size = 0, .first = 7, .added = 9}, &host, 8);
  EXPECT_EQ(host.struct_size, 8U);
  EXPECT_EQ(host.first, 7U);
  EXPECT_EQ(host.added, 0xAAAAU);
}

TEST(SizedStruct, AHostOlderThanTheFirstMinorIsRefused) {
  const Known host{.struct_size = 4, .first = 7, .added = 0};
  Known read{};
  const Status status = read_sized(host, read, "known", first_minor);
  EXPECT_EQ(status.code(), StatusCode::invalid_argument);
  EXPECT_EQ(status.message(), "known.struct_size is 4, but 16 is needed: start with known_init");
}

TEST(SizedStruct, ANewerHostMustLeaveItsLaterFieldsZero) {
  struct {
    Known known;
    std::uint64_t later;
  } host{{.struct_size = 24, .first = 7, .added = 9}, 0};
  Known read{};
  ASSERT_TRUE(read_sized(host.known, read, "known", first_minor).ok());
  EXPECT_EQ(read.added, 9U);
  host.later = 1;
  EXPECT_FALSE(read_sized(host.known, read, "known", first_minor).ok());
}

}  // namespace
}  // namespace allot::c
