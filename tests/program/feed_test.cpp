// allot feed: what is for sale in each channel, and what its feed was told of it.
#include <nlohmann/json.hpp>

#include "run_program.hpp"

namespace allot {
namespace {

using Json = nlohmann::json;

class Feeds : public ProgramTest {
 protected:
  // Effects: a log of two channels over one node, one of which has a feed.
  std::string log() {
    write("shop.jsonl",
          R"({"sku":{"code":"TEAPOT","list_price":1500},"time":"2026-11-28T09:00:00Z"}
{"sku":{"code":"CUP"}}
{"node":{"code":"LEEDS"}}
{"zone":{"code":"UK"}}
{"channel":{"code":"web","hold_ttl_ns":"15m","review_ttl_ns":"24h"}}
{"channel":{"code":"shop","hold_ttl_ns":"15m","review_ttl_ns":"24h","safety_stock":1}}
{"network":{"channel":"web","node":"LEEDS"}}
{"network":{"channel":"shop","node":"LEEDS"}}
{"lane":{"node":"LEEDS","zone":"UK","parcel_cost":400,"unit_cost":10}}
{"receive":{"sku":"TEAPOT","node":"LEEDS","quantity":3}}
{"feed":{"channel":"web"}}
{"place":{"order_key":7,"channel":"shop","zone":"UK","lines":[{"sku":"TEAPOT","quantity":2,"price":1500}]}}
{"place":{"order_key":8,"channel":"web","zone":"UK","lines":[{"sku":"TEAPOT","quantity":1,"price":1500}]},"time":"2026-11-28T09:05:00Z"}
)");
    EXPECT_EQ(run("apply --journal " + path("log") + ' ' + path("shop.jsonl")).status, 0);
    return path("log");
  }
};

TEST_F(Feeds, ListWhatIsForSaleAndWhatWasTold) {
  const std::string at = log();
  const Json now = Json::parse(run("feed --json " + at).out);
  EXPECT_EQ(now.at("for_sale"), 0);
  EXPECT_EQ(now.at("sold_out"), 4);
  EXPECT_EQ(now.at("feeds").at(0),
            Json({{"channel", "web"}, {"tells", "figures"}, {"complete", true}}));
  ASSERT_EQ(now.at("feed").size(), 4U);
  const Json& teapot = now.at("feed").at(0);
  EXPECT_EQ(teapot.at("channel"), "web");
  EXPECT_EQ(teapot.at("sku"), "TEAPOT");
  EXPECT_EQ(teapot.at("for_sale"), 0);
  EXPECT_EQ(teapot.at("told"), 0);
  const Json then = Json::parse(run("feed --json --at 2026-11-28T09:04:00Z " + at).out);
  EXPECT_EQ(then.at("feed").at(0).at("for_sale"), 1);
  EXPECT_EQ(then.at("feed").at(0).at("told"), 1);
  EXPECT_LT(then.at("feed").at(0).at("version"), teapot.at("version"));
  const Json other = then.at("feed").at(2);
  EXPECT_EQ(other.at("channel"), "shop");
  EXPECT_EQ(other.at("for_sale"), 0) << "it leaves one";
  EXPECT_FALSE(other.contains("told")) << "it has no feed: " << other;
}

TEST_F(Feeds, OfOneChannelOrSkuAlone) {
  const std::string at = log();
  const Json of_shop = Json::parse(run("feed --json --channel shop --sku CUP " + at).out);
  ASSERT_EQ(of_shop.at("feed").size(), 1U);
  EXPECT_EQ(of_shop.at("feed").at(0).at("sku"), "CUP");
  EXPECT_TRUE(of_shop.at("feeds").empty());
  const std::string table = run("feed --channel shop " + at).out;
  EXPECT_NE(table.find("2 SKUs of channels, 2 sold out"), std::string::npos) << table;
  EXPECT_NE(table.find("no channel here ever had a feed"), std::string::npos) << table;
  const Ran wrong = run("feed --channel shpo " + at);
  EXPECT_EQ(wrong.status, 1);
  EXPECT_NE(wrong.err.find("shop"), std::string::npos) << wrong.err;
}

// What is sold out is told in the events, and is a row of the history of the SKU.
TEST_F(Feeds, AreToldByEventsAndInHistory) {
  const std::string at = log();
  const std::string rows = run("events --format csv " + at).out;
  EXPECT_NE(rows.find("feed_complete"), std::string::npos) << rows;
  EXPECT_NE(rows.find("sold_out"), std::string::npos) << rows;
  const Json history = Json::parse(run("history --json " + at + " TEAPOT").out);
  EXPECT_EQ(history.at("history").back().at("event"), "sold_out");
  EXPECT_EQ(history.at("history").back().at("units"), 0);
}

}  // namespace
}  // namespace allot
