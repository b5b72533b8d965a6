// What an event says by name is the same in C and in C++: every value of every type.
#include <gtest/gtest.h>

#include <cstring>
#include <numeric>
#include <set>
#include <span>
#include <string>
#include <tuple>
#include <type_traits>

#include "allot/allot.h"
#include "allot/messages/event.hpp"
#include "message_tables.h"

namespace allot {
namespace {

const event_row* row_of(EventType type) {
  const event_row* row = event_rows;
  while (row->name != nullptr && row->number != static_cast<std::uint32_t>(type)) ++row;
  return row->name == nullptr ? nullptr : row;
}

template <class T>
bool same_value(const T& value, const void* bytes, std::size_t size) {
  if constexpr (requires { value.low; }) {
    return size == 16 && std::memcmp(&value, bytes, size) == 0;
  } else if constexpr (requires { value.value; }) {
    return same_value(value.value, bytes, size);
  } else {
    return size == sizeof value && std::memcmp(&value, bytes, size) == 0;
  }
}

template <class E>
void compare(const allot_event& in_c) {
  Event event;
  std::memcpy(static_cast<void*>(&event), &in_c, sizeof event);
  const event_row* row = row_of(E::type);
  ASSERT_NE(row, nullptr) << static_cast<int>(E::type);
  std::set<std::string> names;
  const E said = event.as<E>();
  E::fields(said, [&](const EventField& field, const auto& value) {
    if (field.slot == EventSlot::flags) return;
    names.insert(std::string(field.name));
    const value_row* known = row->values;
    while (known->name != nullptr && field.name != known->name) ++known;
    ASSERT_NE(known->name, nullptr) << row->name << '.' << field.name << " is not in C";
    const auto* bytes = reinterpret_cast<const char*>(&in_c) + known->offset;
    EXPECT_TRUE(same_value(value, bytes, known->size)) << row->name << '.' << field.name;
  });
  for (const value_row* known = row->values; known->name != nullptr; ++known) {
    EXPECT_TRUE(names.contains(known->name)) << row->name << '.' << known->name << " is not in C++";
  }
}

TEST(EventValues, AreTheSameInCAndCpp) {
  allot_event event;
  auto* const bytes = reinterpret_cast<unsigned char*>(&event);
  std::iota(bytes, bytes + sizeof event, static_cast<unsigned char>(0x81));
  [&]<class... E>(std::type_identity<std::tuple<E...>>) {
    (compare<E>(event), ...);
  }(std::type_identity<events::All>{});
  std::size_t rows = 0;
  while (event_rows[rows].name != nullptr) ++rows;
  EXPECT_EQ(rows, std::tuple_size_v<events::All>);
}

}  // namespace
}  // namespace allot
