// What a guess makes of JSON lines whose orders hold an array of lines.
#include <gtest/gtest.h>

#include <array>
#include <string>
#include <utility>
#include <vector>

#include "files/map_guess.hpp"
#include "files/order_loader.hpp"
#include "files/text_bytes.hpp"

namespace allot::files {
namespace {

MapTold told_of(const std::string& text) {
  const auto source = TextSource::open(source_of(text), {});
  Result<MapTold> told = tell_map(*source.value(), {});
  EXPECT_TRUE(told.ok()) << told.status().message();
  return told.ok() ? std::move(told.value()) : MapTold{};
}

std::string column_of(const MapTold& told, Role role) {
  const ColumnChoice& choice = told.guess.map.of(role);
  return choice.columns.empty() ? "none" : choice.columns[0];
}

// Returns: the lines of the file, read by the guess, as "order sku quantity", with commas between.
std::string lines_by_guess(const std::string& text) {
  const MapTold told = told_of(text);
  const auto loaded = load_orders(source_of(text), told.guess.map);
  if (!loaded.ok()) return loaded.status().message();
  const SourceOrders& book = loaded.value().book;
  std::string all;
  for (const SourceOrder& order : book.orders) {
    for (const SourceLine& line : book.lines_of(order)) {
      all += (all.empty() ? "" : ", ") + std::string(book.numbers[order.number].text()) + " " +
             book.skus[line.sku].code + " " + std::to_string(line.quantity);
    }
  }
  return all;
}

// The same two orders under each name that shops give the array.
TEST(GuessOfJson, the_array_of_lines_is_found_whatever_it_is_called) {
  for (const std::string key : {"lines", "items", "line_items", "lineItems", "order_items",
                                "products", "order_lines", "OrderItems", "cart"}) {
    const std::string text = "{\"order_id\":\"A-1\",\"created_at\":\"2026-11-27T10:00:00Z\",\"" +
                             key +
                             "\":[{\"sku\":\"X\",\"quantity\":2,\"price\":\"1.50\"},"
                             "{\"sku\":\"Y\",\"quantity\":1,\"price\":\"3.00\"}]}\n"
                             "{\"order_id\":\"A-2\",\"created_at\":\"2026-11-27T11:00:00Z\",\"" +
                             key + "\":[{\"sku\":\"X\",\"quantity\":5,\"price\":\"1.50\"}]}\n";
    const MapTold told = told_of(text);
    EXPECT_EQ(told.guess.map.form.lines, key);
    EXPECT_EQ(column_of(told, Role::sku), key + ".sku");
    EXPECT_EQ(lines_by_guess(text), "A-1 X 2, A-1 Y 1, A-2 X 5") << key;
  }
}

constexpr const char* nested =
    "{\"event\":\"created\",\"order\":{\"id\":7,\"created_at\":\"2026-11-27T10:00:00Z\","
    "\"total_price\":\"6.00\",\"currency\":\"EUR\",\"customer\":{\"email\":\"a@b.c\"},"
    "\"billing_address\":{\"country\":\"FR\"},\"shipping_address\":{\"country\":\"DE\"},"
    "\"line_items\":[{\"id\":1,\"sku\":\"X\",\"quantity\":2,\"price\":\"1.50\"},"
    "{\"id\":2,\"sku\":\"Y\",\"quantity\":1,\"price\":\"3.00\"}]}}\n"
    "{\"event\":\"created\",\"order\":{\"id\":8,\"created_at\":\"2026-11-27T11:00:00Z\","
    "\"total_price\":\"1.50\",\"currency\":\"EUR\",\"customer\":{\"email\":\"d@b.c\"},"
    "\"billing_address\":{\"country\":\"FR\"},\"shipping_address\":{\"country\":\"FR\"},"
    "\"line_items\":[{\"id\":3,\"sku\":\"X\",\"quantity\":1,\"price\":\"1.50\"}]}}\n";

TEST(GuessOfJson, an_order_that_lies_in_a_value_is_read) {
  const MapTold told = told_of(nested);
  EXPECT_EQ(told.guess.map.form.lines, "order.line_items");
  const std::array<std::pair<Role, std::string>, 8> expected{
      {{Role::order, "order.id"},
       {Role::time, "order.created_at"},
       {Role::sku, "order.line_items.sku"},
       {Role::quantity, "order.line_items.quantity"},
       {Role::price, "order.line_items.price"},
       {Role::currency, "order.currency"},
       {Role::customer, "order.customer.email"},
       {Role::zone, "order.shipping_address.country"}}};
  for (const auto& [role, column] : expected) {
    EXPECT_EQ(column_of(told, role), column) << role_names[static_cast<std::size_t>(role)];
  }
  EXPECT_EQ(lines_by_guess(nested), "7 X 2, 7 Y 1, 8 X 1");
}

// A draft that is written down says the array, too, and reads the same.
TEST(GuessOfJson, the_draft_of_its_map_reads_the_file) {
  const MapTold told = told_of(nested);
  const auto map = parse_order_map("map", map_text(told.guess, told.look));
  ASSERT_TRUE(map.ok()) << map.status().message();
  const auto loaded = load_orders(source_of(nested), map.value());
  ASSERT_TRUE(loaded.ok()) << loaded.status().message();
  EXPECT_EQ(loaded.value().book.orders.size(), 2U);
  EXPECT_EQ(loaded.value().book.lines.size(), 3U);
}

// What Shopify's API gives: other arrays hold products and amounts, too.
TEST(GuessOfJson, other_arrays_of_an_order_are_not_its_lines) {
  const std::string text =
      "{\"id\":450789469,\"email\":\"a@b.c\",\"created_at\":\"2026-11-27T10:00:00-05:00\","
      "\"name\":\"#1001\",\"order_number\":1001,\"order_status_url\":\"https://s.example/1\","
      "\"financial_status\":\"paid\",\"fulfillment_status\":null,\"total_price\":\"398.00\","
      "\"currency\":\"USD\",\"fulfillments\":[{\"id\":1,\"line_items\":[{\"sku\":\"X\","
      "\"quantity\":1}]}],\"refunds\":[{\"id\":5,\"refund_line_items\":[]}],"
      "\"shipping_lines\":[{\"code\":\"STD\",\"price\":\"4.00\",\"title\":\"Standard\"}],"
      "\"note_attributes\":[{\"name\":\"gift\",\"value\":\"1\"}],"
      "\"line_items\":[{\"id\":466157049,\"name\":\"IPod - green\",\"price\":\"199.00\","
      "\"product_id\":632910392,\"quantity\":1,\"sku\":\"X\",\"title\":\"IPod\"},"
      "{\"id\":518995019,\"name\":\"IPod - red\",\"price\":\"199.00\",\"product_id\":632910392,"
      "\"quantity\":2,\"sku\":\"Y\",\"title\":\"IPod\"}]}\n";
  const MapTold told = told_of(text);
  EXPECT_EQ(told.guess.map.form.lines, "line_items");
  EXPECT_EQ(column_of(told, Role::order), "order_number");
  EXPECT_EQ(column_of(told, Role::price), "line_items.price");
  EXPECT_EQ(column_of(told, Role::status), "financial_status");
  EXPECT_EQ(lines_by_guess(text), "1001 X 1, 1001 Y 2");
}

// As GraphQL has lists: edges and nodes.
TEST(GuessOfJson, lines_below_edges_and_nodes_are_read) {
  const std::string text =
      "{\"node\":{\"name\":\"#1001\",\"createdAt\":\"2026-11-27T10:00:00Z\",\"lineItems\":{"
      "\"edges\":[{\"node\":{\"sku\":\"X\",\"quantity\":2}},{\"node\":{\"sku\":\"Y\","
      "\"quantity\":1}}]}}}\n";
  EXPECT_EQ(told_of(text).guess.map.form.lines, "node.lineItems.edges");
  EXPECT_EQ(lines_by_guess(text), "#1001 X 2, #1001 Y 1");
}

std::string order_key_of(const std::string& fields) {
  return column_of(told_of("{" + fields +
                           ",\"created_at\":\"2026-11-27T10:00:00Z\",\"lines\":[{\"id\":9,"
                           "\"sku\":\"X\",\"quantity\":1}]}\n"),
                   Role::order);
}

TEST(GuessOfJson, an_id_is_the_orders_key_where_nothing_better_is_there) {
  EXPECT_EQ(order_key_of("\"id\":1,\"order_number\":\"A-1\""), "order_number");
  EXPECT_EQ(order_key_of("\"id\":1,\"order_id\":\"A-1\""), "order_id");
  EXPECT_EQ(order_key_of("\"id\":1,\"number\":\"727\""), "number");
  EXPECT_EQ(order_key_of("\"id\":1,\"name\":\"#1001\""), "name");
  EXPECT_EQ(order_key_of("\"id\":1,\"name\":\"Ada\""), "id") << "a name of somebody";
  EXPECT_EQ(order_key_of("\"id\":1,\"order_status\":\"paid\""), "id");
  EXPECT_EQ(order_key_of("\"id\":1,\"order_note\":\"ring twice\""), "id");
}

TEST(GuessOfJson, an_array_that_holds_no_products_is_left_alone) {
  const MapTold told = told_of(
      "{\"order\":\"A-1\",\"time\":\"2026-11-27T10:00:00Z\",\"sku\":\"X\",\"quantity\":1,"
      "\"items\":[{\"note\":\"gift\"}],\"tags\":[\"a\",\"b\"]}\n");
  EXPECT_EQ(told.guess.map.form.lines, "");
  EXPECT_EQ(column_of(told, Role::sku), "sku");
}

}  // namespace
}  // namespace allot::files
