#include "files/pages_ahead.hpp"

#include <gtest/gtest.h>

#include "files/large_memory.hpp"

namespace allot::files {
namespace {

TEST(PagesAhead, whoever_writes_meanwhile_finds_what_was_written) {
  LargeVector<std::uint64_t> table;
  table.reserve(std::size_t{4} << 20U);
  LargeBytes bytes(std::size_t{8} << 20U);
  PagesAhead pages;
  pages.add(std::as_writable_bytes(std::span(table.data(), table.capacity())));
  pages.add(bytes.bytes());
  for (std::size_t i = 0; i < table.capacity(); ++i) {
    table.push_back(i);
    bytes.bytes()[i * 2] = static_cast<std::byte>(i);
    if (i % 100'000 != 0) continue;
    pages.reached(static_cast<double>(i) / static_cast<double>(table.capacity()));
  }
  pages.stop();
  for (std::size_t i = 0; i < table.size(); ++i) {
    ASSERT_EQ(table[i], i);
    ASSERT_EQ(bytes.bytes()[i * 2], static_cast<std::byte>(i));
  }
}

TEST(PagesAhead, can_be_left_at_any_time) {
  LargeBytes bytes(std::size_t{64} << 20U);
  for (const double reached : {0.0, 0.5, 1.0}) {
    PagesAhead pages;
    pages.add(bytes.bytes());
    pages.reached(reached);
  }
  PagesAhead nothing;
  nothing.reached(1);
  nothing.stop();
}

}  // namespace
}  // namespace allot::files
