// allot orders, stock, waiting and history on a small log: how things stand, and stood.
#include <nlohmann/json.hpp>
#include <string>

#include "run_program.hpp"

namespace allot {
namespace {

using Json = nlohmann::json;

// Behind the first order: one that waits for more than there is, one that expires, one that stays.
constexpr const char* later =
    R"({"place":{"order_key":1004,"channel":"web","zone":"GB","shortage":"backorder","lines":[{"sku":"22423","quantity":15,"price":1275}]},"time":"2026-11-11T00:01:00Z"}
{"place":{"order_key":1005,"channel":"web","zone":"GB","lines":[{"sku":"85123A","quantity":2,"price":255}]},"time":"2026-11-11T00:02:00Z"}
{"tick":{},"time":"2026-11-11T00:30:00Z"}
{"place":{"order_key":1006,"channel":"web","zone":"GB","lines":[{"sku":"85123A","quantity":3,"price":255}]},"time":"2026-11-11T00:31:00Z"}
{"receive":{"sku":"22423","node":"LEEDS","quantity":4},"time":"2026-11-11T00:32:00Z"}
)";

class State : public ProgramTest {
 protected:
  void SetUp() override {
    const std::string lines = file_text(example("first_order.jsonl")) + later;
    const Ran ran = run("apply --keep-going --journal " + log_, lines);
    ASSERT_EQ(ran.status, 0) << ran.err;
  }
  std::string shown(const std::string& arguments) {
    const Ran ran = run(arguments);
    EXPECT_EQ(ran.status, 0) << arguments << '\n' << ran.err;
    EXPECT_EQ(ran.err, "");
    return ran.out;
  }
  const std::string log_ = path("log");
};

TEST_F(State, OrdersAreListedWithTotals) {
  EXPECT_EQ(shown("orders --currency GBP " + log_),
            R"(ORDER     STATUS     PAYMENT  UNITS  HELD  WAITING  REFUSED   VALUE
1001      open       paid         7     7        0        0   28.05
1002      cancelled  unpaid       4     0        0        0   10.20
1003      refused                50     0        0       50  637.50
1004      expired    unpaid      15     0        0        0  191.25
1005      expired    unpaid       2     0        0        0    5.10
1006      open       unpaid       3     3        0        0    7.65
-------------------------------------------------------------------
6 orders                         81    10        0       50  879.75
as of sequence 24, 2026-11-11T00:32:00Z; times in UTC, amounts in GBP
no room for PROMISED, PAY BY, CHANNEL, ZONE, TIME, REASON, SEQUENCE, which a
wider terminal has, and --format csv
)");
  EXPECT_EQ(run_after("COLUMNS=30 ", "orders --state waiting --at 21 " + log_).out,
            R"(ORDER    STATUS  UNITS
1004     open       15
----------------------
1 order             15
as of sequence 21,
2026-11-11T00:02:00Z; times in
UTC
no room for PAYMENT, PROMISED,
HELD, WAITING, VALUE, PAY BY,
CHANNEL, ZONE, TIME, SEQUENCE,
which a wider terminal has,
and --format csv
)");
}

TEST_F(State, OneOrderIsAskedForByItsKeyOrNumber) {
  EXPECT_EQ(shown("orders --currency GBP " + log_ + " 1004"),
            R"(ORDER    STATUS   PAYMENT  UNITS  PROMISED  HELD  WAITING   VALUE  CHANNEL  ZONE
1004     expired  unpaid      15         9     0        0  191.25  web      GB
--------------------------------------------------------------------------------
1 order                       15         9     0        0  191.25
as of sequence 24, 2026-11-11T00:32:00Z; times in UTC, amounts in GBP
no room for TIME, SEQUENCE, which a wider terminal has, and --format csv
)");
  EXPECT_NE(run("orders --at 20 " + log_ + " 1006").err.find("up to sequence 20 names order 1006"),
            std::string::npos);
  const Ran none = run("orders " + log_ + " 1999");
  EXPECT_EQ(none.status, 1);
  EXPECT_NE(none.err.find("no command up to sequence 24 names order 1999"), std::string::npos)
      << none.err;
  EXPECT_EQ(run("orders --channel web " + log_).status, 2) << "without an ORDER it says nothing";
  const std::string held = shown("history --order 1004 " + log_ + " 22423");
  EXPECT_EQ(held.find("1001"), std::string::npos) << held;
  EXPECT_NE(held.find("taken by the order 9, given back 9, available now"), std::string::npos)
      << held;
}

TEST_F(State, OrdersThatAreStubsStandUnderTheirColumns) {
  const std::string log = path("stubs");
  const std::string lines = golden_directory() + "/../cases/paid_after_forgotten.jsonl";
  ASSERT_EQ(run("apply --keep-going --journal " + log + ' ' + lines).status, 0);
  const Json first = Json::parse(shown("orders --json " + log)).at("orders").at(0);
  EXPECT_EQ(first, Json::parse(R"({"order":"1","status":"expired","payment":"paid","promised":1,)"
                               R"("value":"1000","time":"2026-11-01T00:02:00Z",)"
                               R"("time_ns":"1793491320000000000","sequence":"9"})"));
}

TEST_F(State, ExplainShowsAmountsInACurrency) {
  const std::string told = shown("explain --currency GBP " + log_ + " 1001");
  EXPECT_NE(told.find("value 28.05"), std::string::npos) << told;
  EXPECT_NE(told.find("price 2.55"), std::string::npos) << told;
  EXPECT_EQ(told.find("2805"), std::string::npos) << told;
  EXPECT_NE(shown("explain " + log_ + " 1001").find("value 2805"), std::string::npos);
}

TEST_F(State, OrdersOfAMomentAreThoseOfThen) {
  const auto keys = [this](const std::string& arguments) {
    std::string all;
    const Json told = Json::parse(shown("orders --json " + arguments + ' ' + log_));
    for (const Json& order : told.at("orders")) {
      const Json& key = order.at("order");
      all += (key.is_string() ? key.get<std::string>() : key.dump()) + ' ';
    }
    return all;
  };
  EXPECT_EQ(keys("--at 20"), "1001 1002 1003 1004 ");
  EXPECT_EQ(keys("--at 2026-11-11T00:00:29Z"), "1001 ");
  EXPECT_EQ(keys("--state expired"), "1004 1005 ");
  EXPECT_EQ(keys("--state paid"), "1001 ");
  EXPECT_EQ(keys("--state unpaid"), "1006 ");
  EXPECT_EQ(keys("--state waiting --at 21"), "1004 ");
  EXPECT_EQ(keys("--state waiting"), "");
  EXPECT_EQ(keys("--sku 22423"), "1001 1003 1004 ");
  EXPECT_EQ(keys("--state in_review"), "");
}

TEST_F(State, StockIsListedAndItsTotalsAreTheBooks) {
  EXPECT_EQ(shown("stock " + log_), R"(SKU     NODE   AVAILABLE  HELD  ALLOCATED
85123A  LON           94     0          6
85123A  LEEDS          1     3          0
22423   LON            9     0          1
22423   LEEDS          4     0          0
-----------------------------------------
total                108     3          7
as of sequence 24, 2026-11-11T00:32:00Z
on hand 118, unavailable 0, promised but not there 0; 0 units waited for
)");
  // At every step the cells add up to what a scan over all lots counts.
  for (int sequence = 1; sequence <= 24; ++sequence) {
    const Json told =
        Json::parse(shown("stock --json --at " + std::to_string(sequence) + " " + log_));
    const Json& totals = told.at("totals");
    EXPECT_EQ(told.at("on_hand").get<int>(), totals.at("available").get<int>() +
                                                 totals.at("held").get<int>() +
                                                 totals.at("allocated").get<int>())
        << told.dump();
  }
  EXPECT_EQ(shown("stock --format csv --sku 22423 --at 15 " + log_),
            "sku,node,available,withheld,held,allocated\n22423,LON,9,0,1,0\n");
}

// The keys of one host mostly begin alike, so the end of a key that is cut is what tells it.
TEST_F(State, KeysThatAreCutKeepTheirEnd) {
  for (const char* key : {"0a", "0b"}) {
    const std::string place =
        R"({"place":{"order_key":"hex:000000000000000100000000000000)" + std::string(key) +
        R"(","channel":"web","zone":"GB","lines":[{"sku":"85123A","quantity":1,)"
        R"("price":255}]}})"
        "\n";
    ASSERT_EQ(run("apply --journal " + log_, place).status, 0);
  }
  const std::string out = run_after("COLUMNS=40 ", "orders " + log_).out;
  EXPECT_NE(out.find("hex:\u2026"), std::string::npos) << out;
  EXPECT_NE(out.find("00000a "), std::string::npos) << out;
  EXPECT_NE(out.find("00000b "), std::string::npos) << out;
}

TEST_F(State, WaitingLinesAreListedBySku) {
  EXPECT_EQ(shown("waiting --at 21 " + log_), R"(SKU     ORDER    LINE  UNITS  PAYMENT  SEQUENCE
22423   1004        0      6  unpaid         20
-----------------------------------------------
1 line  1 order            6
as of sequence 21, 2026-11-11T00:02:00Z
)");
  EXPECT_EQ(Json::parse(shown("waiting --json " + log_)).at("lines"), 0);
}

TEST_F(State, TheHistoryOfASkuShowsWhatWasAvailable) {
  EXPECT_EQ(shown("history " + log_ + " 22423"),
            R"(SEQUENCE  TIME                 EVENT           ORDER  NODE   UNITS  AVAILABLE
      14  2026-11-11 00:00:00  stock_received         LON       10         10
      15  2026-11-11 00:00:01  line_held       1001   LON        1          9
      18  2026-11-11 00:00:30  refused         1003                         9
      20  2026-11-11 00:01:00  line_held       1004   LON        9          0
      20  2026-11-11 00:01:00  line_waiting    1004              6          0
      22  2026-11-11 00:30:00  expired         1004                         9
      24  2026-11-11 00:32:00  stock_received         LEEDS      4         13
as of sequence 24, 2026-11-11T00:32:00Z; times in UTC
received 14, taken by orders 10, given back 9, available now 13
ran short first at order 1003 (refused), 2026-11-11T00:00:30Z
no room for REASON, which a wider terminal has, and --format csv
)");
  const Json at_leeds = Json::parse(shown("history --json " + log_ + " 85123A LEEDS"));
  std::string told;
  for (const Json& row : at_leeds.at("history")) {
    told += row.at("sequence").get<std::string>() + ' ' + row.at("event").get<std::string>() + ' ' +
            row.at("available").dump() + "; ";
  }
  EXPECT_EQ(told,
            "13 stock_received 4; 17 line_held 0; 19 cancelled 4; 21 line_held 2; 22 expired 4; "
            "23 line_held 1; ");
}

TEST_F(State, WhatIsNotThereIsSaidWithWhatWasMeant) {
  const Ran sku = run("history " + log_ + " 2243");
  EXPECT_EQ(sku.status, 1);
  EXPECT_NE(sku.err.find("2243: the log knows no such sku; did you mean 22423?"), std::string::npos)
      << sku.err;
  EXPECT_NE(run("history " + log_ + " 22423 LEDS").err.find("did you mean LEEDS?"),
            std::string::npos);
  EXPECT_NE(run("stock --sku 85123 " + log_).err.find("did you mean 85123A?"), std::string::npos);
  EXPECT_NE(run("stock --sku 85123a " + log_).err.find("did you mean 85123A?"), std::string::npos);
  EXPECT_NE(run("history " + log_ + " 22423 leeds").err.find("did you mean LEEDS?"),
            std::string::npos);
  const Ran early = run("orders --at 2020-01-01T00:00:00Z " + log_);
  EXPECT_EQ(early.status, 1);
  EXPECT_NE(early.err.find("the log begins later than --at"), std::string::npos) << early.err;
  const Ran beyond = run("orders --at 99 " + log_);
  EXPECT_EQ(beyond.status, 1);
  EXPECT_NE(beyond.err.find("the log ends at sequence 24, before 99"), std::string::npos);
  EXPECT_EQ(Json::parse(run("waiting --json " + path("nothing")).out).at("cause"), "not_found");
}

// Capitals of every alphabet count for nothing.
TEST_F(State, CodesInOtherCapitalsAreMeant) {
  const std::string shop = path("shop");
  const std::string lines =
      R"({"sku":{"code":"ŞPK-006"},"time":"2026-11-11T00:00:00Z"}
{"sku":{"code":"ΚΩΔ-1"}}
{"node":{"code":"İSTOÇ"}}
{"receive":{"sku":"ŞPK-006","node":"İSTOÇ","quantity":4},"time":"2026-11-11T00:32:00Z"}
)";
  const Ran made = run("apply --journal " + shop, lines);
  ASSERT_EQ(made.status, 0) << made.err;
  EXPECT_NE(run("history " + shop + " şpk-006").err.find("did you mean ŞPK-006?"),
            std::string::npos);
  EXPECT_NE(run("stock --sku şpk-006 " + shop).err.find("did you mean ŞPK-006?"),
            std::string::npos);
  EXPECT_NE(run("waiting --sku κωδ-1 " + shop).err.find("did you mean ΚΩΔ-1?"), std::string::npos);
}

}  // namespace
}  // namespace allot
