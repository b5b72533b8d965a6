// What a guess makes of statuses and of amounts of whole orders.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "files/map_guess.hpp"
#include "files/text_bytes.hpp"

namespace allot::files {
namespace {

MapGuess guess_of(const std::string& text) {
  auto source = TextSource::open(source_of(text), {});
  const auto look = look_at(*source.value(), {});
  EXPECT_TRUE(look.ok()) << look.status().message();
  return guess_map(look.value());
}

// What the guess does with orders of a status: "use", "unpaid", or the reason for leaving out.
std::string meaning_of(const std::string& status) {
  const StatusRule rule =
      guess_of("Order,Date,SKU,Qty,Status\n1,2026-11-03,A,1,Paid\n2,2026-11-03,A,1," + status +
               "\n")
          .map.status;
  if (std::ranges::count(rule.unpaid, status) > 0) return "unpaid";
  for (const auto& [reason, texts] : rule.leave) {
    if (std::ranges::count(texts, status) > 0) return reason;
  }
  return "use";
}

TEST(GuessOfStatus, what_was_given_back_in_part_was_sold) {
  for (const char* status : {"Partially refunded", "partially_refunded", "Teilweise erstattet",
                             "Partiellement remboursée", "Parcialmente reembolsado", "部分退款",
                             "Partially cancelled", "Partially paid"}) {
    EXPECT_EQ(meaning_of(status), "use") << status;
  }
}

TEST(GuessOfStatus, what_came_to_nothing_is_left_out_under_its_name) {
  EXPECT_EQ(meaning_of("Refunded"), "refunded");
  EXPECT_EQ(meaning_of("Erstattet"), "refunded");
  EXPECT_EQ(meaning_of("Returned"), "returned");
  EXPECT_EQ(meaning_of("Cancelled"), "cancelled");
  EXPECT_EQ(meaning_of("Voided"), "cancelled");
  EXPECT_EQ(meaning_of("Draft"), "draft");
  EXPECT_EQ(meaning_of("checkout-draft"), "draft");
}

TEST(GuessOfStatus, what_waits_for_its_money_is_unpaid) {
  for (const char* status : {"On hold", "on-hold", "wc-on-hold", "holded", "Pending payment"}) {
    EXPECT_EQ(meaning_of(status), "unpaid") << status;
  }
}

// A draft is read as TOML, whose comments allow no control character and end with the line.
TEST(GuessAsText, no_name_of_a_column_ends_a_comment) {
  auto source = TextSource::open(source_of("Order,Date,SKU,\"Pieces\x7F"
                                           "in\nall\"\n1,2026-11-03,A,3\n2,2026-11-03,B,4\n"),
                                 {});
  const auto look = look_at(*source.value(), {});
  ASSERT_TRUE(look.ok()) << look.status().message();
  MapGuess guess = guess_map(look.value());
  guess.doubts.push_back({"named", "'" + look.value().columns.at(3) + "' is looked at"});
  guess.reasons.push_back({Role::sku, "beside '" + look.value().columns.at(3) + "'"});
  const auto written = parse_order_map("map", map_text(guess, look.value()));
  EXPECT_TRUE(written.ok()) << written.status().message();
}

TEST(GuessOfMoney, the_total_of_an_order_is_none_of_a_line) {
  const MapGuess priced = guess_of(
      "Order Number,Order Date,SKU,Quantity,Item Cost,Order Total Amount\n"
      "1,2026-11-03 10:00:00,A,2,5.00,16.00\n1,2026-11-03 10:00:00,B,1,6.00,16.00\n");
  EXPECT_EQ(priced.map.of(Role::price).columns, std::vector<std::string>{"Item Cost"});
  EXPECT_FALSE(priced.map.of(Role::line_total).given());
  const MapGuess bare = guess_of(
      "Order Number,Order Date,SKU,Quantity,Order Total\n"
      "1,2026-11-03 10:00:00,A,2,16.00\n1,2026-11-03 10:00:00,B,1,16.00\n");
  EXPECT_FALSE(bare.map.of(Role::line_total).given());
  EXPECT_TRUE(std::ranges::any_of(bare.doubts, [](const MapGuess::Doubt& doubt) {
    return doubt.name == "order_total_unused";
  }));
  const MapGuess line = guess_of(
      "Order Number,Order Date,SKU,Quantity,Order Line Total\n1,2026-11-03 10:00:00,A,2,16.00\n");
  EXPECT_EQ(line.map.of(Role::line_total).columns, std::vector<std::string>{"Order Line Total"});
}

}  // namespace
}  // namespace allot::files
