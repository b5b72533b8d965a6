#include "simulation/scenario.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace allot::simulation {
namespace {

TEST(Scenario, the_built_in_one_is_the_peak_example) {
  const auto built_in = built_in_scenario();
  ASSERT_TRUE(built_in.ok()) << built_in.status().message();
  EXPECT_EQ(built_in.value().name, "peak");
  EXPECT_GE(built_in.value().nodes.size(), 5U);
  EXPECT_EQ(built_in.value().channels.size(), 3U);
  const auto example =
      read_scenario(std::string(ALLOT_SOURCE_DIRECTORY) + "/examples/scenarios/peak.json");
  ASSERT_TRUE(example.ok()) << example.status().message();
  EXPECT_EQ(example.value().lanes.size(), built_in.value().lanes.size());
}

TEST(Scenario, a_missing_key_keeps_its_default) {
  const auto scenario = parse_scenario("s.json", R"({"stock": {"receipts": 9}})");
  ASSERT_TRUE(scenario.ok()) << scenario.status().message();
  EXPECT_EQ(scenario.value().stock.receipts, 9U);
  EXPECT_EQ(scenario.value().stock.spread_nodes, built_in_scenario().value().stock.spread_nodes);
  const auto tiny =
      read_scenario(std::string(ALLOT_SOURCE_DIRECTORY) + "/examples/scenarios/tiny.json");
  ASSERT_TRUE(tiny.ok()) << tiny.status().message();
  EXPECT_EQ(tiny.value().generator.orders, 300U);
}

TEST(Scenario, seconds_may_be_written_as_durations_and_times_with_offsets) {
  const auto said = parse_scenario(
      "s.json",
      R"({"jitter_s": "2m", "generator": {"start": "2026-11-11T01:00:00+01:00", "duration_s": "36h"}})");
  ASSERT_TRUE(said.ok()) << said.status().message();
  const auto same = parse_scenario(
      "s.json", R"({"jitter_s": 120, "generator": {"start": "2026-11-11", "duration_s": 129600}})");
  ASSERT_TRUE(same.ok()) << same.status().message();
  EXPECT_EQ(said.value().jitter_s, 120U);
  EXPECT_EQ(said.value().generator.duration_s, same.value().generator.duration_s);
  EXPECT_EQ(said.value().generator.start, same.value().generator.start);
}

TEST(Scenario, countries_without_a_group_go_to_the_rest) {
  const Scenario scenario = built_in_scenario().value();
  EXPECT_EQ(scenario.zone_groups[scenario.group_of("Germany")].code, "continent");
  EXPECT_EQ(scenario.zone_groups[scenario.group_of("Atlantis")].code, "world");
}

TEST(Scenario, errors_name_file_line_column_and_cause) {
  struct Case {
    const char* text;
    const char* fault;
  };
  const std::vector<Case> cases{
      {"", "s.json:1:1: syntax error"},
      {"[]", "s.json:1:1: scenario must be an object"},
      {"{\"name\": \"x\"", "s.json:1:12: syntax error"},
      {"{\n  \"nmae\": \"x\"\n}", "s.json:2:3: unknown key 'nmae' in scenario; did you mean name?"},
      {"{\"name\": \"a\",\n \"name\": \"b\"}", "s.json:2:2: the key 'name' comes twice"},
      {"{\"name\": 3}", "s.json:1:10: scenario.name must be a text of 1 to 40 bytes"},
      {"{\"name\": \"\"}", "s.json:1:10: scenario.name must be a text of 1 to 40 bytes"},
      {"{\"jitter_s\": 1.5}", "s.json:1:14: '1.5' is no whole number"},
      {"{\"jitter_s\": -1}",
       "s.json:1:14: scenario.jitter_s must be a whole number from 0 to 100000000, not -1"},
      {"{\"jitter_s\": 99999999999999999999}", "s.json:1:14: '99999999999999999999' is no whole"},
      {"{\"jitter_s\": true}", "s.json:1:14: scenario.jitter_s must be a whole number"},
      {"{\"jitter_s\": \"1500ms\"}", "s.json:1:14: scenario.jitter_s must be seconds, or whole n"},
      {"{\"jitter_s\": \"2000d\"}",
       "s.json:1:14: scenario.jitter_s must be a whole number from 0 to 100000000, not 172800000"},
      {"{\"scale\": 1}", "s.json:1:2: unknown key 'scale' in scenario; known are name,"},
      {"{\"guests\": \"maybe\"}", "s.json:1:12: scenario.guests must be use or skip"},
      {"{\"stock\": 1}", "s.json:1:11: stock must be an object"},
      {"{\"stock\": {\"depth\": 1}}", "s.json:1:12: unknown key 'depth' in stock"},
      {"{\"stock\": {\"depth_quantiles\": [1]}}",
       "s.json:1:31: stock.depth_quantiles must have 2 to 256 items, it has 1"},
      {"{\"stock\": {\"depth_quantiles\": [1,\n 7, 5]}}",
       "s.json:2:5: stock.depth_quantiles must not fall: 5 after 7"},
      {"{\"services\": {\"returns_s\": 60, \"warn_before_s\": 60}}",
       "s.json:1:14: services: warn_before_s is not less than what is promised"},
      {"{\"returns\": {\"restock_permille\": 900, \"quarantine_permille\": 200}}",
       "s.json:1:13: returns: restock_permille and quarantine_permille are more than 1,000 "
       "together"},
      {"{\"payment\": {\"never_permille\": 900, \"failed_permille\": 900}}",
       "s.json:1:13: payment: never, pending and failed are more than 1,000"},
      {"{\"generator\": {\"start\": \"yesterday\"}}",
       "s.json:1:25: generator.start must be a time like"},
      {"{\"zone_groups\": [{\"code\": \"a\", \"countries\": [\"France\"]}], \"lanes\": []}",
       "s.json:1:17: exactly one of zone_groups must have no countries"},
      {"{\"nodes\": [{\"code\": \"a\", \"priority\": 1}]}",
       "s.json:1:12: nodes[0] lacks stock_weight"},
      {"{\"nodes\": [{\"code\": \"a\", \"priority\": 1, \"stock_weight\": 1}]}",
       "s.json:1:1: a scenario that sets nodes or zone_groups must set lanes too"},
      {"{\"lanes\": [{\"node\": \"mars\", \"group\": \"home\", \"parcel_cost\": 1, \"unit_cost\": "
       "1, "
       "\"transit_s\": 1}]}",
       "s.json:1:21: lanes[0].node 'mars' is no node of this scenario"},
      {"{\"channels\": [{\"code\": \"a\", \"weight\": 1, \"kind\": \"prepaid\", \"review_ttl_s\": "
       "1, "
       "\"nodes\": [\"london\", \"london\"]}]}",
       "s.json:1:100: channels[0].nodes 'london' comes twice"},
      {"{\"peaks\": [{\"at_permille\": 1, \"length_permille\": 1, \"orders_permille\": 600},"
       "{\"at_permille\": 1, \"length_permille\": 1, \"orders_permille\": 600}]}",
       "s.json:1:11: peaks: orders_permille are more than 1,000 together"},
      {"{\"orders\": {\"refuse_order_weight\": 0, \"refuse_line_weight\": 0, "
       "\"backorder_weight\": 0}}",
       "s.json:1:12: orders: one of the three shortage weights"},
      {"{\"name\": [[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]}", "s.json:1:25: nested deeper than 16"},
  };
  for (const Case& c : cases) {
    const auto scenario = parse_scenario("s.json", c.text);
    ASSERT_FALSE(scenario.ok()) << c.text;
    EXPECT_EQ(scenario.status().message().substr(0, std::string(c.fault).size()), c.fault)
        << c.text;
  }
}

TEST(Scenario, a_missing_file_is_named) {
  const auto scenario = read_scenario("/nowhere/s.json");
  ASSERT_FALSE(scenario.ok());
  EXPECT_EQ(scenario.status().message().rfind("/nowhere/s.json: ", 0), 0U);
}

}  // namespace
}  // namespace allot::simulation
