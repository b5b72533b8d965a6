// allot exceptions: what somebody has to look after, and what the events say of it.
#include <nlohmann/json.hpp>

#include "run_program.hpp"

namespace allot {
namespace {

using Json = nlohmann::json;

class Exceptions : public ProgramTest {
 protected:
  // Effects: a log in which a sale is short, more was shipped than there was, and money is due
  // back.
  std::string log() {
    write("shop.jsonl",
          R"({"sku":{"code":"TEAPOT","list_price":1500},"time":"2026-11-28T09:00:00Z"}
{"node":{"code":"LEEDS"}}
{"zone":{"code":"UK"}}
{"channel":{"code":"web","hold_ttl_ns":"15m","review_ttl_ns":"24h"}}
{"network":{"channel":"web","node":"LEEDS"}}
{"lane":{"node":"LEEDS","zone":"UK","parcel_cost":400,"unit_cost":10}}
{"receive":{"sku":"TEAPOT","node":"LEEDS","quantity":10}}
{"exception_rule":{"within_ns":"24h"}}
{"import":{"order_number":"MP-1","channel":"web","zone":"UK","lines":[{"sku":"TEAPOT","quantity":12,"price":1500}]}}
{"ship":{"order_number":"MP-1","channel":"web","sku":"TEAPOT","node":"LEEDS","quantity":11},"time":"2026-11-28T10:00:00Z"}
{"place":{"order_key":7,"channel":"web","zone":"UK","lines":[{"sku":"TEAPOT","quantity":1,"price":1500,"shortage":"backorder"}]}}
{"confirm_payment":{"order_key":7,"paid_at":"2026-11-28T10:00:00Z"}}
{"cancel":{"order_key":7}}
{"assign_exceptions":{"exceptions":[1],"owner":42},"time":"2026-11-28T11:00:00Z"}
{"request_return":{"order_number":"MP-1","channel":"web","return_key":5,"quantity":1,"why":"damaged","until":"2026-12-28T00:00:00Z"}}
{"tick":{},"time":"2026-11-29T09:00:00Z"}
{"resolve_exceptions":{"exceptions":[2],"outcome":"written_off"}}
)");
    EXPECT_EQ(run("apply --journal " + path("log") + ' ' + path("shop.jsonl")).status, 0);
    return path("log");
  }
};

TEST_F(Exceptions, AreListedWhileTheyAreOpen) {
  const std::string at = log();
  const Json now = Json::parse(run("exceptions --json " + at).out);
  EXPECT_EQ(now.at("open"), 2);
  EXPECT_EQ(now.at("overdue"), 1);
  EXPECT_EQ(now.at("owned"), 1);
  EXPECT_EQ(now.at("missed"), 0);
  const Json& short_sale = now.at("exceptions").at(0);
  EXPECT_EQ(short_sale.at("exception"), 1);
  EXPECT_EQ(short_sale.at("kind"), "goods_missing");
  EXPECT_EQ(short_sale.at("order_number"), "MP-1");
  EXPECT_EQ(short_sale.at("units"), 1) << "one of the two that were missing has left";
  EXPECT_EQ(short_sale.at("owner"), "42");
  EXPECT_EQ(now.at("exceptions").at(1).at("amount"), "1500");
  const Json then = Json::parse(run("exceptions --json --at 2026-11-28T10:30:00Z " + at).out);
  EXPECT_EQ(then.at("open"), 3);
  EXPECT_EQ(then.at("overdue"), 0);
  const std::string table = run("exceptions " + at).out;
  EXPECT_NE(table.find("2 exceptions open, 1 overdue, 1 with an owner"), std::string::npos)
      << table;
}

TEST_F(Exceptions, ALogThatKeepsNoneHasNone) {
  ASSERT_EQ(run("apply --journal " + path("log") + ' ' + example("first_order.jsonl")).status, 0);
  const Json now = Json::parse(run("exceptions --json " + path("log")).out);
  EXPECT_EQ(now.at("open"), 0);
  EXPECT_TRUE(now.at("exceptions").empty());
}

// A choice that an event says is a word of its own, not the command of the same number.
TEST_F(Exceptions, EventsSayChoicesByTheirNames) {
  const std::string at = log();
  const std::string rows = run("events --format csv " + at).out;
  EXPECT_NE(rows.find("goods_missing"), std::string::npos) << rows;
  EXPECT_NE(rows.find("written_off"), std::string::npos) << rows;
  EXPECT_NE(rows.find("damaged"), std::string::npos) << rows;
  const std::string table = run("events " + at).out;
  EXPECT_NE(table.find("refund"), std::string::npos) << table;
}

}  // namespace
}  // namespace allot
