// allot services: what channels promise of their orders, and how often it was kept.
#include <nlohmann/json.hpp>

#include "run_program.hpp"

namespace allot {
namespace {

using Json = nlohmann::json;

class Services : public ProgramTest {
 protected:
  // Effects: a log in which one order left in time, one late, one was cancelled and one lies there.
  std::string log() {
    write("shop.jsonl",
          R"({"sku":{"code":"TEAPOT","list_price":1500},"time":"2026-11-28T09:00:00Z"}
{"node":{"code":"LEEDS"}}
{"zone":{"code":"UK"}}
{"channel":{"code":"web","hold_ttl_ns":"15m","review_ttl_ns":"24h"}}
{"network":{"channel":"web","node":"LEEDS"}}
{"lane":{"node":"LEEDS","zone":"UK","parcel_cost":400,"unit_cost":10}}
{"receive":{"sku":"TEAPOT","node":"LEEDS","quantity":10}}
{"service_level":{"channel":"web","kind":"processing","within_ns":"2h","warn_before_ns":"30m"}}
{"import":{"order_key":1,"channel":"web","zone":"UK","lines":[{"sku":"TEAPOT","quantity":1,"price":1500}]}}
{"import":{"order_key":2,"channel":"web","zone":"UK","lines":[{"sku":"TEAPOT","quantity":1,"price":1500}]}}
{"import":{"order_key":3,"channel":"web","zone":"UK","lines":[{"sku":"TEAPOT","quantity":1,"price":1500}]}}
{"ship":{"order_key":1},"time":"2026-11-28T10:00:00Z"}
{"cancel":{"order_key":2}}
{"ship":{"order_key":3},"time":"2026-11-28T12:00:00Z"}
{"import":{"order_key":4,"channel":"web","zone":"UK","lines":[{"sku":"TEAPOT","quantity":1,"price":1500}]}}
{"tick":{},"time":"2026-11-28T13:30:00Z"}
)");
    EXPECT_EQ(run("apply --journal " + path("log") + ' ' + path("shop.jsonl")).status, 0);
    return path("log");
  }
};

TEST_F(Services, AreCountedByChannelAndKind) {
  const std::string at = log();
  const Json now = Json::parse(run("services --json " + at).out);
  EXPECT_EQ(now.at("begun"), 4);
  EXPECT_EQ(now.at("kept"), 1);
  EXPECT_EQ(now.at("breached"), 1);
  EXPECT_EQ(now.at("running"), 1);
  EXPECT_EQ(now.at("missed"), 0);
  const Json& web = now.at("services").at(0);
  EXPECT_EQ(web.at("channel"), "web");
  EXPECT_EQ(web.at("kind"), "processing");
  EXPECT_EQ(web.at("within"), "2h");
  EXPECT_EQ(web.at("neither"), 1) << "it was cancelled";
  EXPECT_EQ(web.at("urgent"), 1) << "half an hour is left";
  EXPECT_EQ(web.at("in_time"), 1);
  EXPECT_EQ(web.at("late"), 1);
  const Json then = Json::parse(run("services --json --at 2026-11-28T10:30:00Z " + at).out);
  EXPECT_EQ(then.at("breached"), 0);
  EXPECT_EQ(then.at("running"), 1);
  const std::string table = run("services " + at).out;
  EXPECT_NE(table.find("4 promises, 1 kept, 1 broken; 1 to be kept, 1 of them soon"),
            std::string::npos)
      << table;
}

TEST_F(Services, NothingIsPromisedUntilAChannelSaysSo) {
  write("shop.jsonl", R"({"sku":{"code":"A"}})");
  ASSERT_EQ(run("apply --journal " + path("log") + ' ' + path("shop.jsonl")).status, 0);
  const Json now = Json::parse(run("services --json " + path("log")).out);
  EXPECT_EQ(now.at("begun"), 0);
  EXPECT_TRUE(now.at("services").empty());
}

}  // namespace
}  // namespace allot
