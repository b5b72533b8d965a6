// explain tells what the engine did: each story is one in which a second judgement would say
// something else.
#include <nlohmann/json.hpp>
#include <sstream>

#include "run_program.hpp"

namespace allot {
namespace {

using Json = nlohmann::json;

// One node, one zone, one channel, one SKU with 100 units, everything at midnight.
constexpr const char* opened = R"({"zone":{"code":"GB"},"time":"2026-11-11T00:00:00Z"}
{"node":{"code":"LON"}}
{"channel":{"code":"web","hold_ttl_ns":"15m","review_ttl_ns":"1h"}}
{"network":{"channel":"web","node":"LON"}}
{"lane":{"node":"LON","zone":"GB","parcel_cost":420,"unit_cost":15}}
{"sku":{"code":"A","list_price":100}}
{"receive":{"sku":"A","node":"LON","quantity":100}}
)";

class Explain : public ProgramTest {
 protected:
  // Effects: logs `lines`. Returns: what explain says of an order.
  Json explain(const std::string& lines, const std::string& order) {
    const Ran applied = run("apply --keep-going --journal " + path("log"), opened + lines);
    EXPECT_EQ(applied.status, 0) << applied.err;
    const Ran ran = run("explain --json " + path("log") + ' ' + order);
    EXPECT_EQ(ran.status, 0) << ran.err;
    return Json::parse(ran.out);
  }
  // Returns: the rule of that name in the order's first step.
  static Json rule(const Json& told, const std::string& name, std::size_t step = 0) {
    for (const Json& each : told.at("steps").at(step).at("rules")) {
      if (each.at("rule") == name) return each;
    }
    ADD_FAILURE() << name << " is not told:\n" << told.dump(1);
    return {};
  }
  static std::string place(int order, const std::string& time, const std::string& more = "") {
    return R"({"place":{"order_key":)" + std::to_string(order) +
           R"(,"channel":"web","zone":"GB","customer":7,)" + more +
           R"("lines":[{"sku":"A","quantity":1,"price":100}]},"time":"2026-11-11T)" + time +
           "Z\"}\n";
  }
};

// A rehearsal lets go of nothing by giving the longest window there is, whose end nobody meant.
TEST_F(Explain, AWindowWithoutAnEndIsNoDate) {
  const std::string channel = R"({"channel":{"code":"web","hold_ttl_ns":1000000000000000000,)"
                              R"("review_ttl_ns":"1h"}})"
                              "\n";
  explain(channel + place(1, "00:00:10"), "1");
  const Ran ran = run("explain " + path("log") + " 1");
  EXPECT_TRUE(ran.out.starts_with("Held until it is paid or cancelled: 1 of A in LON\n"))
      << ran.out;
  // What the step told follows, as it was told.
  EXPECT_EQ(ran.out.substr(0, ran.out.find("\n\n")).find("2058"), std::string::npos) << ran.out;
}

// The engine has forgotten the first attempt by the time that the window grows.
TEST_F(Explain, VelocityCountsWhatTheEngineRemembers) {
  const Json told = explain(R"({"risk_limits":{"velocity_count":2,"velocity_window_ns":"1m"}})"
                            "\n" +
                                place(1, "00:00:10") + place(2, "00:02:10") +
                                R"({"risk_limits":{"velocity_count":2,"velocity_window_ns":"1h"}})"
                                "\n" +
                                place(3, "00:03:10"),
                            "3");
  EXPECT_EQ(told.at("steps").at(0).at("events").at(0).at("event"), "placed");
  EXPECT_EQ(rule(told, "velocity_exceeded").at("hit"), false) << told.dump(1);
}

TEST_F(Explain, ARepeatedCommandIsNotJudgedAgain) {
  const std::string limits = R"({"risk_limits":{"velocity_count":1,"velocity_window_ns":"1m"}})"
                             "\n";
  const std::string order = place(1, "00:00:10", R"("command_key":77,)");
  const Json told = explain(limits + order + order, "1");
  ASSERT_EQ(told.at("steps").size(), 2U) << told.dump(1);
  EXPECT_EQ(told.at("steps").at(1).at("events").at(0).at("event"), "duplicate");
  EXPECT_FALSE(told.at("steps").at(1).contains("rules")) << told.dump(1);
}

TEST_F(Explain, WhatIsRefusedBeforeRiskIsNotJudged) {
  const Json told = explain(R"({"risk_limits":{"order_value_max":1}})"
                            "\n"
                            R"({"place":{"order_key":1,"channel":"web","zone":"GB","lines":[]}})"
                            "\n",
                            "1");
  EXPECT_EQ(told.at("steps").at(0).at("events").at(0).at("reason"), "no_lines");
  EXPECT_FALSE(told.at("steps").at(0).contains("rules")) << told.dump(1);
}

// A rule that hit after another one had decided, or that the allow list suppressed, is no cause.
TEST_F(Explain, OneRuleDecides) {
  const std::string limits =
      R"({"risk_limits":{"order_value_max":50,"line_quantity_max":1,"review_value_min":10}})"
      "\n"
      R"({"list":{"list":"block","kind":"card","token":9}})"
      "\n"
      R"({"list":{"list":"allow","kind":"device","token":5}})"
      "\n";
  const Json refused = explain(limits + place(1, "00:00:10", R"("card":9,)"), "1");
  EXPECT_EQ(rule(refused, "order_value_exceeded").at("outcome"), "decided");
  EXPECT_EQ(rule(refused, "line_quantity_exceeded").at("outcome"), "passed");
  EXPECT_EQ(rule(refused, "listed").at("outcome"), "hit");
  EXPECT_EQ(rule(refused, "velocity_exceeded").at("outcome"), "off");
  EXPECT_EQ(rule(refused, "allow").at("outcome"), "passed");
}

TEST_F(Explain, TheAllowListSuppressesBlockAndReviewAndNoLimit) {
  const std::string limits = R"({"risk_limits":{"line_quantity_max":1,"review_value_min":10}})"
                             "\n"
                             R"({"list":{"list":"block","kind":"card","token":9}})"
                             "\n"
                             R"({"list":{"list":"allow","kind":"device","token":5}})"
                             "\n";
  const Json told = explain(limits + place(1, "00:00:10", R"("card":9,"device":5,)"), "1");
  EXPECT_EQ(told.at("steps").at(0).at("events").at(0).at("event"), "placed");
  EXPECT_EQ(rule(told, "allow").at("outcome"), "hit");
  EXPECT_EQ(rule(told, "listed").at("outcome"), "suppressed");
  EXPECT_EQ(rule(told, "value_review").at("outcome"), "suppressed");
}

// Of a sale that has been made no attempt is counted, and what hits only stops the shipment.
TEST_F(Explain, ImportsAreNotAskedForVelocity) {
  const std::string limits =
      R"({"risk_limits":{"price_low_bp":9000,"velocity_count":1,"velocity_window_ns":"1m"}})"
      "\n";
  const Json told =
      explain(limits + place(1, "00:00:10") +
                  R"({"import":{"order_key":2,"channel":"web","zone":"GB","customer":7,)"
                  R"("lines":[{"sku":"A","quantity":1,"price":50}]}})"
                  "\n",
              "2");
  EXPECT_EQ(rule(told, "velocity_exceeded").at("outcome"), "not_asked");
  EXPECT_EQ(rule(told, "velocity_exceeded").at("value"), "not asked, since it is no new attempt");
  EXPECT_EQ(rule(told, "price_out_of_band").at("outcome"), "decided");
  EXPECT_EQ(rule(told, "price_out_of_band").at("value"),
            "line 0 costs 50, list price 100, band from 9000 of 10,000");
}

// Nor of an order that is changed, though it was one when it was placed.
TEST_F(Explain, ChangesAreNotAskedForVelocity) {
  const Json told = explain(R"({"risk_limits":{"velocity_count":1,"velocity_window_ns":"1m"}})"
                            "\n" +
                                place(1, "00:00:10") +
                                R"({"modify":{"order_key":1,"lines":[{"sku":"A","quantity":2,)"
                                R"("price":100}]}})"
                                "\n",
                            "1");
  EXPECT_EQ(rule(told, "velocity_exceeded", 0).at("outcome"), "passed");
  EXPECT_EQ(rule(told, "velocity_exceeded", 1).at("outcome"), "not_asked");
  EXPECT_EQ(rule(told, "velocity_exceeded", 1).at("value"),
            "not asked, since it is no new attempt");
}

TEST_F(Explain, AFullMemoryOfAttemptsIsTold) {
  const std::string limits = R"({"risk_limits":{"velocity_count":1,"velocity_window_ns":"1m"}})"
                             "\n";
  const Ran applied = run("apply --limits attempts_max=1 --journal " + path("log"),
                          opened + limits + place(1, "00:00:10") +
                              R"({"place":{"order_key":2,"channel":"web","zone":"GB","customer":8,)"
                              R"("lines":[{"sku":"A","quantity":1,"price":50}]}})"
                              "\n");
  ASSERT_EQ(applied.status, 0) << applied.err;
  const Json told = Json::parse(run("explain --json " + path("log") + " 2").out);
  EXPECT_EQ(told.at("steps").at(0).at("events").at(0).at("reason"), "attempts_full");
  EXPECT_EQ(rule(told, "attempts_full").at("outcome"), "decided") << told.dump(1);
}

// The plan was made and could not be had: nothing was taken.
TEST_F(Explain, APlanThatIsGivenUpIsNoPlan) {
  const std::string lots = R"({"receive":{"sku":"A","node":"LON","lot":2,"quantity":100}})"
                           "\n"
                           R"({"receive":{"sku":"A","node":"LON","lot":3,"quantity":100}})"
                           "\n";
  const std::string order =
      R"({"place":{"order_key":1,"channel":"web","zone":"GB","lines":[{"sku":"A","quantity":250,"price":1}]}})"
      "\n";
  const Ran applied =
      run("apply --limits holds_max=1 --journal " + path("log"), opened + lots + order);
  ASSERT_EQ(applied.status, 0) << applied.err;
  const Json told = Json::parse(run("explain --json " + path("log") + " 1").out);
  EXPECT_EQ(told.at("steps").at(0).at("events").at(0).at("reason"), "holds_full");
  EXPECT_EQ(told.at("steps").at(0).at("choices").at(0).at("given_up"), "holds_full")
      << told.dump(1);
}

// Supply that came back is claimed for the line that waits.
TEST_F(Explain, AClaimIsTold) {
  const std::string wants = R"("lines":[{"sku":"A","quantity":)";
  const std::string shop = R"({"place":{"channel":"web","zone":"GB",)";
  std::string lines = R"({"adjust":{"sku":"A","node":"LON","delta":-100}})"
                      "\n";
  for (int order = 1; order <= 2; ++order) {
    lines += shop + R"("shortage":"backorder","order_key":)" + std::to_string(order) + "," + wants +
             "60,\"price\":1}]}}\n";
  }
  lines += R"({"receive":{"sku":"A","node":"LON","quantity":50}})"
           "\n";
  lines += shop + R"("order_key":3,)" + wants + "10,\"price\":1}]}}\n";
  const Ran applied = run("apply --limits work_units=1 --journal " + path("log"), opened + lines);
  ASSERT_EQ(applied.status, 0) << applied.err;
  const Json told = Json::parse(run("explain --json " + path("log") + " 3").out);
  const Json line = told.at("steps").at(0).at("choices").at(0).at("lines").at(0);
  EXPECT_EQ(told.at("steps").at(0).at("events").at(0).at("reason"), line.at("reason"));
  EXPECT_EQ(line.value("claimed", false), true) << told.dump(1);
  EXPECT_EQ(line.at("can_have"), 0);
}

// What the cap left is told as it was when the order came, though it has changed since.
TEST_F(Explain, TheCapThatRefusedIsNamedWithWhatItLeft) {
  const std::string cap = R"({"cap":{"code":"two","at_most":2,"per":"customer","window_ns":"1h"}})"
                          "\n";
  const std::string lines = cap + place(1, "00:00:10") + place(2, "00:00:11") +
                            place(3, "00:00:12") +
                            R"({"cancel":{"order_key":1}})"
                            "\n";
  const Json told = explain(lines, "3");
  const Json& step = told.at("steps").at(0);
  const Json& asked = step.at("caps").at(0);
  EXPECT_EQ(asked.at("cap"), "two");
  EXPECT_EQ(asked.at("token"), "7");
  EXPECT_EQ(asked.at("wants"), 1);
  EXPECT_EQ(asked.at("left"), 0);
  EXPECT_EQ(asked.at("reason"), "cap_reached");
  const Json& event = step.at("events").at(0);
  EXPECT_EQ(event.at("cap"), "two") << event.dump(1);
  EXPECT_EQ(event.at("cap_id"), 1);
  EXPECT_EQ(event.at("left"), 0);
  const Ran text = run("explain " + path("log") + " 3");
  EXPECT_NE(
      text.out.find("Refused: cap_reached: cap two, wants 1 unit, customer 7 has 0 left of 2"),
      std::string::npos)
      << text.out;
  const Ran kept = run("explain " + path("log") + " 2");
  EXPECT_NE(kept.out.find("cap two: 1 debited of token 7"), std::string::npos) << kept.out;
}

// What was sent again was not decided again: the reason of then stands.
TEST_F(Explain, ARetryDoesNotReplaceTheRefusal) {
  const std::string order =
      R"({"place":{"command_key":9,"order_key":1,"channel":"web","zone":"GB","lines":[{"sku":"A","quantity":1000,"price":1}]}})"
      "\n";
  ASSERT_EQ(run("apply --journal " + path("log"), opened + order + order).status, 0);
  const Ran told = run("explain " + path("log") + " 1");
  EXPECT_NE(told.out.find("Refused: SKU A, wanted 1000, 100 in LON\n"), std::string::npos)
      << told.out;
}

// One sentence first; and what comes behind the last that can become of an order is not decided.
TEST_F(Explain, ItBeginsWithWhatBecameOfTheOrder) {
  const auto begins = [this](const std::string& arguments) {
    const std::string told = run("explain " + path("log") + ' ' + arguments).out;
    return told.substr(0, told.find('\n', told.find('\n') + 1) + 1);
  };
  const std::string big =
      R"({"place":{"order_key":2,"channel":"web","zone":"GB","lines":[{"sku":"A","quantity":500,"price":1}]},"time":"2026-11-11T00:00:20Z"})"
      "\n"
      R"({"place":{"order_key":3,"channel":"web","zone":"GB","shortage":"backorder","lines":[{"sku":"A","quantity":120,"price":1}]},"time":"2026-11-11T00:00:30Z"})"
      "\n";
  const std::string ends =
      R"({"confirm_payment":{"order_key":1,"paid_at":"2026-11-11T00:00:40Z"},"time":"2026-11-11T00:00:40Z"})"
      "\n"
      R"({"tick":{},"time":"2026-11-11T00:30:00Z"})"
      "\n"
      R"({"tick":{},"time":"2026-11-11T00:31:00Z"})"
      "\n";
  ASSERT_EQ(
      run("apply --keep-going --journal " + path("log"), opened + place(1, "00:00:10") + big + ends)
          .status,
      0);
  EXPECT_EQ(begins("1"), "Allocated: 1 of A in LON\nOrder 1, as of sequence 14\n");
  EXPECT_EQ(begins("1 --to 9"),
            "Held until 2026-11-11T00:15:10Z: 1 of A in LON\nOrder 1, as of sequence 9\n");
  EXPECT_EQ(begins("2"), "Refused: SKU A, wanted 500, 99 in LON\nOrder 2, as of sequence 10\n");
  EXPECT_EQ(begins("3 --to 12"),
            "Held until 2026-11-11T00:15:30Z: 99 of A in LON; waiting for 21 of A\n"
            "Order 3, as of sequence 12\n");
  // It expired in a step that does not name it, and nothing follows.
  EXPECT_EQ(begins("3"),
            "Expired: it was not paid in time, and holds nothing any more\n"
            "Order 3, as of sequence 13\n");
}

// Neither is what lies there too near its end for the channel.
TEST_F(Explain, StockTooNearItsEndIsTold) {
  const std::string careful =
      R"({"channel":{"code":"web","hold_ttl_ns":"15m","review_ttl_ns":"1h","expiry_margin_ns":"24h"},"time":"2026-11-11T00:00:01Z"})"
      "\n"
      R"({"sku":{"code":"B"}})"
      "\n"
      R"({"receive":{"sku":"B","node":"LON","lot":1,"quantity":5,"expires_at":"2026-11-11T12:00:00Z"}})"
      "\n";
  const std::string two =
      R"({"place":{"order_key":2,"channel":"web","zone":"GB","lines":[{"sku":"B","quantity":2,"price":1}]},"time":"2026-11-11T00:00:20Z"})"
      "\n";
  const Json told = explain(careful + two, "2");
  const Json line = told.at("steps").at(0).at("choices").at(0).at("lines").at(0);
  EXPECT_EQ(line.at("can_have"), 0);
  EXPECT_EQ(line.at("near_end"), Json::parse(R"([{"node":"LON","units":5}])"));
  const std::string text = run("explain " + path("log") + " 2").out;
  EXPECT_TRUE(
      text.starts_with("Refused: SKU B, wanted 2, none is for sale; too near the end for the "
                       "channel: 5\n    in LON\n"))
      << text;
}

// What lies there and is kept from sale is no mystery.
TEST_F(Explain, WithheldStockIsTold) {
  const std::string kept =
      R"({"safety_stock":{"sku":"A","node":"LON","quantity":97},"time":"2026-11-11T00:00:01Z"})"
      "\n";
  const std::string five =
      R"({"place":{"order_key":2,"channel":"web","zone":"GB","lines":[{"sku":"A","quantity":5,"price":1}]},"time":"2026-11-11T00:00:20Z"})"
      "\n";
  const Json told = explain(kept + place(1, "00:00:10") + five, "2");
  const Json line = told.at("steps").at(0).at("choices").at(0).at("lines").at(0);
  EXPECT_EQ(line.at("can_have"), 2);
  EXPECT_EQ(line.at("withheld"), Json::parse(R"([{"node":"LON","units":97}])"));
  const std::string text = run("explain " + path("log") + " 2").out;
  EXPECT_TRUE(
      text.starts_with("Refused: SKU A, wanted 5, 2 in LON; withheld as safety stock: 97 in LON\n"))
      << text;
  // Two more are sold; then all that lies there is kept, less than it should be after a count.
  const std::string more =
      R"({"place":{"order_key":3,"channel":"web","zone":"GB","lines":[{"sku":"A","quantity":2,"price":1}]},"time":"2026-11-11T00:00:30Z"})"
      "\n"
      R"({"adjust":{"sku":"A","node":"LON","delta":-7},"time":"2026-11-11T00:00:40Z"})"
      "\n" +
      place(4, "00:00:50");
  ASSERT_EQ(run("apply --keep-going --journal " + path("log"), more).status, 0);
  const std::string last = run("explain " + path("log") + " 4").out;
  EXPECT_TRUE(last.starts_with(
      "Refused: SKU A, wanted 1, none is for sale; withheld as safety stock: 90 in LON\n"))
      << last;
  const std::string history = run("history " + path("log") + " A").out;
  EXPECT_NE(history.find("available now 90, of which 90 withheld from"), std::string::npos)
      << history;
  EXPECT_NE(history.find("WITHHELD"), std::string::npos) << history;
  EXPECT_EQ(Json::parse(run("history --json " + path("log") + " A").out).at("withheld"), 90);
}

// A channel may keep more than the node does.
TEST_F(Explain, WhatAChannelLeavesIsToldToo) {
  const std::string mild =
      R"({"channel":{"code":"mild","hold_ttl_ns":"15m","review_ttl_ns":"1h","safety_stock":98},"time":"2026-11-11T00:00:01Z"})"
      "\n"
      R"({"network":{"channel":"mild","node":"LON"}})"
      "\n"
      R"({"place":{"order_key":2,"channel":"mild","zone":"GB","lines":[{"sku":"A","quantity":5,"price":1}]},"time":"2026-11-11T00:00:20Z"})"
      "\n";
  const Json told = explain(mild, "2");
  const Json line = told.at("steps").at(0).at("choices").at(0).at("lines").at(0);
  EXPECT_EQ(line.at("withheld"), Json::parse(R"([{"node":"LON","units":98}])"));
}

TEST_F(Explain, TextFitsATerminal) {
  for (const char* name : {"review", "backorder", "first_order"}) {
    const std::string log = path(name);
    ASSERT_EQ(run("apply --journal " + log + ' ' + example(std::string(name) + ".jsonl")).status,
              0);
    for (const char* order : {"1", "2", "3", "4", "5", "1001", "1002", "1003"}) {
      std::istringstream text(run("explain " + log + ' ' + order).out);
      for (std::string line; std::getline(text, line);) EXPECT_LE(line.size(), 80U) << line;
    }
  }
}

}  // namespace
}  // namespace allot
