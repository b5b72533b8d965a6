// A part of a file, by the times of its orders.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>

#include "files/order_loader.hpp"
#include "files/text_bytes.hpp"
#include "files/time_window.hpp"

namespace allot::files {
namespace {

constexpr const char* columns =
    "[columns]\norder = \"order\"\ntime = \"time\"\nsku = \"sku\"\nquantity = \"quantity\"\n";

Result<OrderLoad> load(const std::string& text, const std::string& from, const std::string& until,
                       const std::string& toml = {}) {
  Result<OrderMap> map = parse_order_map("map", toml + columns);
  if (!map.ok()) return map.status();
  OrderLoadOptions how;
  how.from = from;
  how.until = until;
  return load_orders(source_of(text), map.value(), how);
}

std::string numbers(const Result<OrderLoad>& loaded) {
  if (!loaded.ok()) return loaded.status().message();
  std::string text;
  for (const SourceOrder& order : loaded.value().book.orders) {
    text +=
        (text.empty() ? "" : " ") + std::string(loaded.value().book.numbers[order.number].text());
  }
  return text;
}

// Returns: what stands behind `before`, up to the next `end`.
std::string between(const std::string& text, const std::string& before, const std::string& end) {
  const std::size_t at = text.find(before);
  if (at == std::string::npos) return {};
  const std::size_t from = at + before.size();
  return text.substr(from, text.find(end, from) - from);
}

// Orders of a shop whose clock is an hour ahead, around two of its midnights.
constexpr const char* with_offsets =
    "order,time,sku,quantity\n"
    "1,2026-11-26T23:59:59+01:00,A,1\n"
    "2,2026-11-27T00:00:00+01:00,A,1\n"
    "3,2026-11-27T23:59:59+01:00,A,1\n"
    "4,2026-11-28T00:00:00+01:00,A,1\n";

TEST(TimeWindow, a_day_is_one_of_the_clocks_that_the_file_has) {
  EXPECT_EQ(numbers(load(with_offsets, "2026-11-27", "2026-11-28")), "2 3");
  EXPECT_EQ(numbers(load(with_offsets, "2026-11-27", "")), "2 3 4");
  EXPECT_EQ(numbers(load(with_offsets, "", "2026-11-27")), "1");
  const auto loaded = load(with_offsets, "2026-11-27", "2026-11-28");
  EXPECT_EQ(loaded.value().account.rows_of("outside_window"), 2U);
  EXPECT_FALSE(loaded.value().account.is_suspicious());
}

TEST(TimeWindow, a_time_with_an_offset_is_that_instant) {
  EXPECT_EQ(numbers(load(with_offsets, "2026-11-27T00:00:00Z", "2026-11-27T22:59:59Z")), "");
  EXPECT_EQ(numbers(load(with_offsets, "2026-11-26T22:59:59Z", "2026-11-26 23:00Z")), "1");
}

TEST(TimeWindow, a_day_is_one_of_the_zone_that_the_map_names) {
  constexpr const char* local =
      "order,time,sku,quantity\n1,2026-11-27 00:30,A,1\n2,2026-11-27 23:30,A,1\n";
  const std::string paris = "time_zone = \"Europe/Paris\"\n";
  EXPECT_EQ(numbers(load(local, "2026-11-27", "2026-11-28", paris)), "1 2");
  EXPECT_EQ(numbers(load(local, "2026-11-27T00:00:00Z", "", paris)), "2");
  EXPECT_EQ(numbers(load(with_offsets, "2026-11-27", "2026-11-28", paris)), "2 3");
  EXPECT_EQ(numbers(load(local, "2026-11-27", "2026-11-28")), "1 2") << "no zone: UTC";
}

TEST(TimeWindow, a_clock_that_changes_keeps_its_days) {
  constexpr const char* autumn =
      "order,time,sku,quantity\n1,2026-10-24T23:30:00+02:00,A,1\n"
      "2,2026-10-25T00:30:00+02:00,A,1\n3,2026-10-25T23:30:00+01:00,A,1\n"
      "4,2026-10-26T00:30:00+01:00,A,1\n";
  EXPECT_EQ(numbers(load(autumn, "2026-10-25", "2026-10-26")), "2 3");
}

// An order is in or out as a whole, and what else is wrong with a row outside is of no interest.
TEST(TimeWindow, an_order_is_in_the_window_whole_by_its_first_time) {
  constexpr const char* rows =
      "order,time,sku,quantity\n"
      "1,2026-11-26T10:00:00Z,A,1\n1,2026-11-27T10:00:00Z,B,1\n"
      "2,2026-11-27T11:00:00Z,A,1\n2,,B,1\n"
      "3,2026-11-25T11:00:00Z,A,none\n";
  const auto loaded = load(rows, "2026-11-27", "2026-11-28");
  EXPECT_EQ(numbers(loaded), "2");
  EXPECT_EQ(loaded.value().book.lines.size(), 2U);
  EXPECT_EQ(loaded.value().account.rows_of("outside_window"), 3U);
  EXPECT_EQ(loaded.value().account.rows_of("quantity_unreadable"), 0U);
  ASSERT_EQ(loaded.value().book.numbers_outside.size(), 2U);
}

// The first row that is used says when an order comes, which may be another time.
TEST(TimeWindow, no_order_that_is_used_comes_outside) {
  constexpr const char* rows =
      "order,time,sku,quantity\n1,2026-11-27T10:00:00Z,A,0\n1,2026-11-29T10:00:00Z,B,1\n"
      "2,2026-11-27T11:00:00Z,A,1\n";
  const auto loaded = load(rows, "2026-11-27", "2026-11-28");
  EXPECT_EQ(numbers(loaded), "2");
  EXPECT_EQ(loaded.value().account.rows_of("outside_window"), 1U);
}

TEST(TimeWindow, when_nothing_is_left_it_says_when_the_orders_were) {
  const auto loaded = load(with_offsets, "2025-11-27", "2025-11-28");
  ASSERT_TRUE(loaded.ok());
  const auto& reasons = loaded.value().account.reasons();
  const auto reason = std::ranges::find(reasons, "outside_window", &RowReason::name);
  ASSERT_NE(reason, reasons.end());
  EXPECT_EQ(reason->advice,
            "the orders of the file are from 2026-11-26T23:59:59+01:00 to "
            "2026-11-28T00:00:00+01:00; all of them are in --from 2026-11-26T23:59:59+01:00 "
            "--until 2026-11-28T00:00:01+01:00");
}

std::string advice_of(const Result<OrderLoad>& loaded) {
  if (!loaded.ok()) return loaded.status().message();
  const auto& reasons = loaded.value().account.reasons();
  const auto reason = std::ranges::find(reasons, "outside_window", &RowReason::name);
  return reason == reasons.end() ? "" : reason->advice;
}

// What is said of a window that holds nothing can be pasted, whatever the clock of the file.
TEST(TimeWindow, what_it_says_of_the_file_is_a_window_that_holds_it) {
  struct Case {
    std::string times, zone, first;
  };
  const std::array<Case, 4> cases{
      {{"2026-07-01 00:30:00.5,2026-12-01 23:30", "Europe/Paris", "2026-07-01T00:30:00.500+02:00"},
       {"2026-07-01 00:30,2026-12-01 23:30", "-03:30", "2026-07-01T00:30:00-03:30"},
       {"2026-07-01 00:30,2026-12-01 23:30", "", "2026-07-01T00:30:00Z"},
       {"2026-07-01 00:30+02:00,2026-12-01 23:30+01:00", "", "2026-07-01T00:30:00+02:00"}}};
  for (const Case& one : cases) {
    const std::size_t comma = one.times.find(',');
    const std::string text = "order,time,sku,quantity\n1," + one.times.substr(0, comma) +
                             ",A,1\n2," + one.times.substr(comma + 1) + ",A,1\n";
    const std::string zone = one.zone.empty() ? "" : "time_zone = \"" + one.zone + "\"\n";
    const std::string advice = advice_of(load(text, "2025-01-01", "2025-01-02", zone));
    const std::string from = between(advice, "--from ", " ");
    EXPECT_EQ(from, one.first) << advice;
    EXPECT_EQ(numbers(load(text, from, between(advice, "--until ", " "), zone)), "1 2") << advice;
  }
}

TEST(TimeWindow, says_what_is_wrong_with_it) {
  const auto fault = [](const std::string& from, const std::string& until) {
    const auto window = TimeWindow::make(from, until, "");
    return window.ok() ? std::string() : window.status().message();
  };
  EXPECT_NE(fault("27/11", "").find("from '27/11' is no time: one such as 2026-11-27"),
            std::string::npos)
      << fault("27/11", "");
  EXPECT_NE(fault("", "tomorrow").find("until 'tomorrow' is no time"), std::string::npos);
  EXPECT_NE(fault("2026-11-28", "2026-11-27").find("--until is not after --from"),
            std::string::npos);
  EXPECT_NE(fault("2026-11-28", "2026-11-28").find("--until is not after --from"),
            std::string::npos);
  EXPECT_EQ(fault("2026-11-27", "2026-11-27T12:00:00+01:00"), "");
}

}  // namespace
}  // namespace allot::files
