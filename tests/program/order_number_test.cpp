// Orders that are named by their number, through the program: taken, printed, found again.
#include <nlohmann/json.hpp>
#include <sstream>
#include <vector>

#include "run_program.hpp"

namespace allot {
namespace {

using Json = nlohmann::json;

constexpr const char* opened = R"({"zone":{"code":"US"},"time":"2026-11-03T00:00:00Z"}
{"node":{"code":"N1"}}
{"channel":{"code":"web","hold_ttl_ns":"15m","review_ttl_ns":"24h"}}
{"network":{"channel":"web","node":"N1"}}
{"lane":{"node":"N1","zone":"US","parcel_cost":400,"unit_cost":10}}
{"sku":{"code":"BULB E27"}}
{"receive":{"sku":"BULB E27","node":"N1","quantity":10}}
)";
constexpr const char* second_channel =
    R"({"channel":{"code":"amazon","hold_ttl_ns":"15m","review_ttl_ns":"24h"}}
{"network":{"channel":"amazon","node":"N1"}}
)";

class OrderNumber : public ProgramTest {
 protected:
  static std::string sale(const std::string& command, const std::string& number,
                          const std::string& channel = "web", int quantity = 1) {
    return R"({")" + command + R"(":{"order_number":")" + number + R"(","channel":")" + channel +
           R"(","zone":"US","lines":[{"sku":"BULB E27","quantity":)" + std::to_string(quantity) +
           R"(,"price":499}]}})"
           "\n";
  }
  Ran apply(const std::string& lines) {
    return run("apply --keep-going --journal " + path("log"), lines);
  }
  static std::vector<Json> lines_of(const std::string& text) {
    std::vector<Json> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) lines.push_back(Json::parse(line));
    return lines;
  }
};

TEST_F(OrderNumber, WithTheSignBeforeItIsToldToBeThereWithoutIt) {
  ASSERT_EQ(apply(opened + sale("place", "20035") + sale("place", "#5222")).status, 0);
  const Ran with = run("explain " + path("log") + " '#20035'");
  EXPECT_EQ(with.status, 1);
  EXPECT_NE(with.err.find(" names order #20035; order 20035 is there"), std::string::npos)
      << with.err;
  const Ran without = run("explain " + path("log") + " 5222");
  EXPECT_NE(without.err.find("; order #5222 is there"), std::string::npos) << without.err;
  const Ran neither = run("explain " + path("log") + " 777");
  EXPECT_EQ(neither.err.find(" is there"), std::string::npos) << neither.err;
}

TEST_F(OrderNumber, AMarketplacesOrderIsRecordedPaidForAndExplainedByIt) {
  const Ran applied =
      apply(opened + sale("place", "114-1234567-1234567") +
            R"({"confirm_payment":{"order_number":"114-1234567-1234567","channel":"web",)"
            R"("paid_at":"2026-11-03T00:00:00Z"}})"
            "\n");
  ASSERT_EQ(applied.status, 0) << applied.err;
  const std::vector<Json> events = lines_of(applied.out);
  const Json& paid = events.at(events.size() - 2);
  EXPECT_EQ(paid.at("event"), "paid");
  EXPECT_EQ(paid.at("order_number"), "114-1234567-1234567");
  EXPECT_EQ(paid.at("order_key").get<std::string>().size(), 36U);
  const Ran told = run("explain " + path("log") + " 114-1234567-1234567");
  ASSERT_EQ(told.status, 0) << told.err;
  EXPECT_EQ(told.out.rfind("Allocated: 1 of BULB E27 in N1\nOrder 114-1234567-1234567, key ", 0),
            0U)
      << told.out;
  const Json json = Json::parse(run("explain --json " + path("log") + " 114-1234567-1234567").out);
  EXPECT_EQ(json.at("order_number"), "114-1234567-1234567");
  EXPECT_EQ(json.at("steps").size(), 2U);
}

TEST_F(OrderNumber, ARefusedOrderAndARepeatedOneSayTheNumber) {
  const std::string order = sale("place", "A-77", "web", 50);
  const std::string keyed = order.substr(0, 10) + R"("command_key":9,)" + order.substr(10);
  const Ran applied = apply(opened + keyed + keyed);
  const std::vector<Json> events = lines_of(applied.out);
  ASSERT_GE(events.size(), 2U) << applied.err;
  for (const Json& event : {events.at(events.size() - 2), events.back()}) {
    EXPECT_EQ(event.at("order_number"), "A-77") << event.dump();
  }
  EXPECT_EQ(events.back().at("event"), "duplicate");
  const Ran told = run("explain " + path("log") + " A-77");
  EXPECT_EQ(told.out.rfind("Refused: SKU BULB E27, wanted 50, 10 in N1\nOrder A-77, key ", 0), 0U)
      << told.out << told.err;
}

TEST_F(OrderNumber, EventsHaveItInEveryFormat) {
  ASSERT_EQ(apply(opened + sale("import", "SO-10017")).status, 0);
  const std::vector<Json> events =
      lines_of(run("events --format json " + path("log") + " --from 9").out);
  ASSERT_FALSE(events.empty());
  for (const Json& event : events) EXPECT_EQ(event.at("order_number"), "SO-10017") << event.dump();
  const std::string csv = run("events --format csv " + path("log") + " --from 9").out;
  EXPECT_NE(csv.find("order_key,order_number,"), std::string::npos) << csv;
  EXPECT_NE(csv.find(",SO-10017,"), std::string::npos) << csv;
  const std::string table = run("events --format table " + path("log") + " --from 9").out;
  EXPECT_NE(table.find("SO-10017"), std::string::npos) << table;
  EXPECT_EQ(table.find("hex:"), std::string::npos) << table;
  const std::string arrow = run("events --format arrow " + path("log") + " --from 9").out;
  EXPECT_NE(arrow.find("order_number"), std::string::npos);
  EXPECT_NE(arrow.find("SO-10017"), std::string::npos);
  EXPECT_NE(run("orders " + path("log")).out.find("SO-10017"), std::string::npos);
  const Json orders = Json::parse(run("orders --json " + path("log")).out);
  EXPECT_EQ(orders.at("orders").at(0).at("order_number"), "SO-10017");
  EXPECT_NE(run("history " + path("log") + " 'BULB E27'").out.find("SO-10017"), std::string::npos);
}

TEST_F(OrderNumber, DigitsAreAKeyWhereAnOrderHasItAndElseANumber) {
  const std::string by_key = R"({"place":{"order_key":1001,"channel":"web","zone":"US",)"
                             R"("lines":[{"sku":"BULB E27","quantity":2,"price":499}]}})"
                             "\n";
  ASSERT_EQ(apply(opened + sale("place", "1001") + sale("place", "1002") + by_key).status, 0);
  const auto goods = [this](const std::string& how) {
    return run("explain " + path("log") + ' ' + how).out.substr(0, 60);
  };
  EXPECT_NE(goods("1001").find("2 of BULB E27"), std::string::npos);
  EXPECT_NE(goods("1001 --number").find("1 of BULB E27"), std::string::npos);
  EXPECT_NE(goods("1001 --channel web").find("1 of BULB E27"), std::string::npos);
  EXPECT_NE(goods("1002").find("1 of BULB E27"), std::string::npos);
}

TEST_F(OrderNumber, ANumberThatSeveralChannelsHaveAsksForOne) {
  ASSERT_EQ(apply(opened + std::string(second_channel) + sale("place", "A-1") +
                  sale("import", "A-1", "amazon", 2))
                .status,
            0);
  const Ran both = run("explain " + path("log") + " A-1");
  EXPECT_EQ(both.status, 2);
  EXPECT_EQ(both.err,
            "allot explain: A-1: 2 channels have an order of this number: amazon, web; say which "
            "with --channel\n");
  const Ran one = run("explain " + path("log") + " A-1 --channel amazon");
  EXPECT_EQ(one.out.rfind("Allocated: 2 of BULB E27 in N1", 0), 0U) << one.out << one.err;
  const Ran none = run("explain " + path("log") + " A-1 --channel amazn");
  EXPECT_EQ(none.status, 2);
  EXPECT_NE(none.err.find("did you mean 'amazon'?"), std::string::npos) << none.err;
}

TEST_F(OrderNumber, OneChannelOfSeveralIsFoundByItself) {
  ASSERT_EQ(apply(opened + std::string(second_channel) + sale("import", "A-2", "amazon", 2)).status,
            0);
  const Ran told = run("explain " + path("log") + " A-2");
  EXPECT_EQ(told.out.rfind("Allocated: 2 of BULB E27 in N1", 0), 0U) << told.out << told.err;
}

TEST_F(OrderNumber, WhatNoOrderHasIsSaid) {
  ASSERT_EQ(apply(opened + sale("place", "A-1")).status, 0);
  const Ran none = run("explain " + path("log") + " A-2");
  EXPECT_EQ(none.status, 1);
  EXPECT_EQ(none.err, "allot explain: no command up to sequence 9 names order A-2\n");
  const Ran too_long = run("explain " + path("log") + ' ' + std::string(41, 'x'));
  EXPECT_EQ(too_long.status, 2);
  EXPECT_NE(too_long.err.find("no order number, which is 1 to 40 bytes"), std::string::npos)
      << too_long.err;
}

TEST_F(OrderNumber, OneNameForAnOrder) {
  const Ran applied = apply(
      opened +
      std::string(R"({"place":{"order_key":5,"order_number":"A-1","channel":"web","zone":"US",)"
                  R"("lines":[{"sku":"BULB E27","quantity":1,"price":499}]}})"
                  "\n"));
  const std::vector<Json> events = lines_of(applied.out);
  EXPECT_EQ(events.back().at("reason"), "order_key_and_number") << applied.err;
}

}  // namespace
}  // namespace allot
