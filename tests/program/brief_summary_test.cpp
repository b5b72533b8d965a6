// What simulate prints of own orders: first what a person wants to know, in few lines; and that
// what it says of when goods ran short is what a recount of the orders in the order of their times
// finds.
#include <algorithm>
#include <nlohmann/json.hpp>
#include <regex>
#include <string>

#include "run_program.hpp"

namespace allot {
namespace {

class BriefSummary : public ProgramTest {
 protected:
  void SetUp() override {
    ProgramTest::SetUp();
    write("orders.csv",
          "order,time,sku,quantity,price\n"
          "A-1,2026-11-27 08:10:00,MUG,3,5.00\n"
          "A-2,2026-11-27 08:20:00,MUG,2,5.00\n"
          "A-2,2026-11-27 08:20:00,POT,1,9.00\n"
          "A-3,2026-11-27 08:30:00,MUG,2,5.00\n"
          "A-4,2026-11-27 08:40:00,POT,2,9.00\n"
          "A-5,2026-11-27 08:50:00,,2,9.00\n");
    write("stock.csv", "sku,node,quantity\nMUG,N1,4\nPOT,N1,2\nTRAY,N1,5\n");
  }
  Ran simulate(const std::string& more) {
    return run("simulate --mode virtual --orders " + path("orders.csv") + " --stock " +
               path("stock.csv") + ' ' + more);
  }
};

TEST_F(BriefSummary, SaysFirstWhatRanShortWhenAndWhatToChange) {
  const Ran ran = simulate("--log " + path("log"));
  ASSERT_EQ(ran.status, 0) << ran.err;
  EXPECT_LE(std::ranges::count(ran.out, '\n'), 26) << ran.out;
  EXPECT_NE(ran.out.find("Of 10 units asked for, 6 were promised at once, 4 had to wait, 0 were"),
            std::string::npos)
      << ran.out;
  // Four mugs: three, then one of two, which begins the lack; two pots: one, then one of two.
  EXPECT_NE(ran.out.find("  08:20  MUG: 3 lacking of 7 asked for, 4 in stock\n"
                         "  08:40  POT: 1 lacking of 3 asked for, 2 in stock\n"),
            std::string::npos)
      << ran.out;
  EXPECT_LT(ran.out.find("ran short, first"), ran.out.find("What would have helped most"));
  EXPECT_NE(ran.out.find("1 row of orders left out: sku_missing (line 7, sku '')\n"),
            std::string::npos)
      << ran.out;
  EXPECT_NE(ran.out.find("Note: no file says who paid: all orders are taken as paid at once.\n"),
            std::string::npos)
      << ran.out;
  EXPECT_EQ(ran.out.find("p99"), std::string::npos) << ran.out;
  const Ran whole = simulate("--details");
  EXPECT_NE(whole.out.find("p99"), std::string::npos) << whole.out;
  EXPECT_NE(whole.out.find("Synthetic:"), std::string::npos) << whole.out;
}

// What changes counts stands in the summary, however much else there is to say.
TEST_F(BriefSummary, SaysWhatCountsTwiceIsKeptAndIsInNoAmount) {
  std::string rows = "order,time,sku,quantity,price,currency,status\n";
  for (int n = 10; n < 40; ++n) {
    const std::string number = std::to_string(n);
    rows += number + ",2026-11-27 08:" + number + ":00,MUG,1,5.00," + (n == 12 ? "EUR" : "PLN") +
            (n == 11 ? ",unpaid\n" : ",paid\n");
    if (n % 20 != 15) continue;
    for (const char* sku : {"POT", "TRAY", "POT", "TRAY"}) {
      rows += "B-" + number + ",2026-11-27 08:" + number + ":30," + sku + ",1,9.00,PLN,paid\n";
    }
  }
  write("orders.csv", rows);
  const Ran ran = simulate("--log " + path("log"));
  ASSERT_EQ(ran.status, 0) << ran.err;
  EXPECT_NE(ran.out.find("ran short, first (times as in the file, orders in their order):\n"),
            std::string::npos)
      << ran.out;
  EXPECT_NE(ran.out.find("Note: orders that the file has twice, all of their rows again, the first "
                         "'B-15'\n  (2): both count; was the file put together from two?\n"),
            std::string::npos)
      << ran.out;
  EXPECT_NE(
      ran.out.find("Note: unpaid orders (1): they keep what they took; a --scenario lets go of "
                   "it in\n  time, such as {\"channels\": [{\"code\": \"shop\", \"hold_ttl_s\": "
                   "\"5d\"}]}.\n"),
      std::string::npos)
      << ran.out;
  EXPECT_NE(ran.out.find("Note: 1 order in EUR is not in the amounts, which are in PLN.\n"),
            std::string::npos)
      << ran.out;
  EXPECT_NE(ran.out.find(" PLN refused or made to wait"), std::string::npos) << ran.out;
}

// An order refunded in part, and one that was given back more than it cost.
TEST_F(BriefSummary, SaysWhatWasGivenBackAndTheLogHasIt) {
  write("map.toml",
        "currency = \"EUR\"\n[columns]\norder = \"order\"\ntime = \"time\"\nsku = \"sku\"\n"
        "quantity = \"quantity\"\nprice = \"price\"\nrefund = \"back\"\n");
  write("orders.csv",
        "order,time,sku,quantity,price,back\n"
        "A-1,2026-11-27 08:10:00,MUG,1,1500.00,1200.50\n"
        "A-2,2026-11-27 08:20:00,MUG,1,5.00,6.00\n"
        "A-3,2026-11-27 08:30:00,MUG,1,5.00,\n");
  const Ran ran = simulate("--map " + path("map.toml") + " --log " + path("log"));
  ASSERT_EQ(ran.status, 0) << ran.err;
  EXPECT_NE(ran.out.find("refused. 2\n  refunds were made, 1,206.50 EUR.\nNothing ran short.\n"),
            std::string::npos)
      << ran.out;
  EXPECT_NE(ran.out.find("Note: orders of which more was given back than they cost.\n"),
            std::string::npos)
      << ran.out;
  const std::string log = path("log") + "/virtual_time ";
  EXPECT_EQ(run("verify " + log).status, 0);
  EXPECT_EQ(run("replay " + log).status, 0);
  const Ran first = run("explain " + log + "A-1");
  EXPECT_NE(first.out.find("captured 1,500.00, refunded 1,200.50, open 1,200.50\n"),
            std::string::npos)
      << first.out;
  EXPECT_NE(run("explain " + log + "A-2").out.find("reason beyond_captured"), std::string::npos);
  EXPECT_EQ(run("explain " + log + "A-3").out.find("refunded"), std::string::npos);
}

// Who takes the advice has to know that it does not mend all of it.
TEST_F(BriefSummary, SaysHowManySkusRunShortBesidesTheAdvice) {
  std::string rows = "order,time,sku,quantity,price\n";
  for (const char* sku : {"A", "B", "C"}) {
    rows += std::string("O-") + sku + ",2026-11-27 08:10:00," + sku + ",2," +
            (*sku == 'A' ? "900.00\n" : "5.00\n");
  }
  write("orders.csv", rows);
  write("stock.csv", "sku,node,quantity\nA,N1,1\nB,N1,1\nC,N1,1\n");
  const Ran ran = simulate("");
  ASSERT_EQ(ran.status, 0) << ran.err;
  EXPECT_NE(ran.out.find("refused or made to wait\n  and less: 2 other SKUs that ran short\n"),
            std::string::npos)
      << ran.out;
}

// Exports of many shops write the offset of the shop's clock, by which its people know the day.
TEST_F(BriefSummary, TellsTimesByTheClockOfTheFile) {
  write("orders.csv",
        "order,time,sku,quantity,price\n"
        "A-0,2026-10-31 08:10:00 -0400,MUG,1,5.00\n"
        "A-1,2026-11-27 08:10:00 -0500,MUG,3,5.00\n"
        "A-2,2026-11-27 22:20:00 -0500,MUG,2,5.00\n");
  const Ran ran = simulate("--day 2026-11-27 --log " + path("log"));
  ASSERT_EQ(ran.status, 0) << ran.err;
  EXPECT_NE(ran.out.find("Orders: 2 of 2026-11-27 from"), std::string::npos) << ran.out;
  EXPECT_NE(ran.out.find("ran short, first (UTC-05:00, orders in the order of their times):\n"
                         "  22:20  MUG: 1 lacking of 5 asked for, 4 in stock\n"),
            std::string::npos)
      << ran.out;
  const Ran told = run("history " + path("log/virtual_time") + " MUG");
  EXPECT_NE(told.out.find("22:20:00"), std::string::npos) << told.out << told.err;
}

// A spreadsheet marks a number as text by an apostrophe, and leaves it there.
TEST_F(BriefSummary, AnApostropheInFrontIsNoPartOfACode) {
  write("orders.csv",
        "order,time,sku,quantity,price\n"
        "A-1,2026-11-27 08:10:00,000412,3,5.00\n"
        "A-2,2026-11-27 08:20:00,'000412,2,5.00\n"
        "A-3,2026-11-27 08:30:00,'000413,2,5.00\n");
  write("stock.csv", "sku,node,quantity\n'000412,N1,4\n000413,N1,2\n");
  const Ran ran = simulate("");
  ASSERT_EQ(ran.status, 0) << ran.err;
  EXPECT_NE(ran.out.find("1 of 2 SKUs ran short"), std::string::npos) << ran.out;
  EXPECT_NE(ran.out.find("  08:20  000412: 1 lacking of 5 asked for, 4 in stock\n"),
            std::string::npos)
      << ran.out;
  EXPECT_NE(
      simulate("--details").out.find("SKUs with an apostrophe in front, as spreadsheets mark"),
      std::string::npos);
}

// A scenario that is written as maps are is told what it should be.
TEST_F(BriefSummary, AScenarioIsJson) {
  write("s.json", "hold_ttl_s = 3600\n");
  const Ran ran = simulate("--scenario " + path("s.json"));
  EXPECT_EQ(ran.status, 2);
  EXPECT_NE(ran.err.find("JSON is expected (allot help scenarios)"), std::string::npos) << ran.err;
}

// A list of the evening, or of a month later, is none of what was there; and what is less than
// nothing in one place is not taken off what lies in another.
TEST_F(BriefSummary, SaysOfWhichMomentTheStockIsAndThatNoneIsNegative) {
  write("stock.csv", "sku,node,quantity\nMUG,N1,4\nMUG,N2,-3\nPOT,N1,2\n");
  const Ran ran = simulate("");
  ASSERT_EQ(ran.status, 0) << ran.err;
  const std::string flat = std::regex_replace(ran.out, std::regex("\n +"), " ");
  EXPECT_NE(flat.find("Stock before these orders: 3 of 3 rows of "), std::string::npos) << flat;
  EXPECT_NE(flat.find("Note: rows with less than nothing in stock (1): they are taken as 0"),
            std::string::npos)
      << flat;
}

// What is withheld from sale lies there and is lacking all the same: told, so that figures add up.
TEST_F(BriefSummary, SaysWhatIsWithheld) {
  write("stock.csv", "sku,node,quantity,safety\nMUG,N1,2,1\nMUG,N2,2,5\nPOT,N1,9,0\n");
  const Ran ran = simulate("");
  ASSERT_EQ(ran.status, 0) << ran.err;
  EXPECT_NE(ran.out.find("  08:10  MUG: 6 lacking of 7 asked for, 4 in stock, 3 withheld\n"),
            std::string::npos)
      << ran.out;
  const auto summary = nlohmann::json::parse(simulate("--json").out);
  EXPECT_EQ(summary.at("ran_short"),
            nlohmann::json::parse(
                R"({"skus":1,"listed":[{"sku":"MUG","first_at":"2026-11-27T08:10:00Z","asked":7,
                    "received":4,"withheld":3,"lacking":6,"no_stock_row":false}]})"))
      << summary.dump(1);
}

// The built-in scenario has a channel that leaves a unit of each SKU at each node for others.
TEST_F(BriefSummary, SaysWhatAChannelLeavesForOthers) {
  const Ran ran = run("simulate --mode virtual --order-count 1000 --json --log " + path("peak") +
                      " --report " + path("peak.html"));
  ASSERT_EQ(ran.status, 0) << ran.err;
  const auto listed = nlohmann::json::parse(ran.out).at("ran_short").at("listed");
  std::uint64_t withheld = 0;
  for (const auto& row : listed) {
    const auto kept = row.at("withheld").get<std::uint64_t>();
    EXPECT_LE(kept, row.at("received").get<std::uint64_t>()) << row;
    EXPECT_LE(kept, 6U) << row << " at six nodes";
    withheld += kept;
  }
  EXPECT_GT(withheld, 0U) << listed.dump(1);
}

// Whose files are full of doubts reads them all, or how many more there are.
TEST_F(BriefSummary, IsShortHoweverMuchThereIsToSay) {
  std::string orders = "order,date,product sku,item quantity,price,status,country,total\n";
  for (int n = 0; n < 60; ++n) {
    const std::string day =
        "2026-11-27 " + std::to_string(10 + n % 9) + ":" + std::to_string(10 + n % 50) + ":00,";
    const char* statuses[] = {"paid", "cancelled", "refunded", "draft", "odd one", "unpaid"};
    const char* prices[] = {"5.00", "x", "-3.00", "0", "5.00", "5.00", "5.00"};
    const char* quantities[] = {"2", "0", "n/a", "3", "4"};
    orders += "B-" + std::to_string(n) + ',' + day +
              (n % 11 == 0 ? "" : "SKU-" + std::to_string(n % 17)) + ',' + quantities[n % 5] + ',' +
              prices[n % 7] + ',' + statuses[n % 6] + ",DE,11.00\n";
  }
  write("orders.csv", orders);
  std::string stock = "sku,node,quantity\n";
  for (int n = 0; n < 14; ++n) stock += "sku-" + std::to_string(n) + ",N1,1\n";
  write("stock.csv", stock + "SKU-1,N1,2\nSKU-3,N1,-4\nSKU-4,,3\nSKU-5,N1,x\n,N1,4\n");
  const Ran ran = simulate("");
  ASSERT_EQ(ran.status, 0) << ran.err;
  EXPECT_LE(std::ranges::count(ran.out, '\n'), 38) << ran.out;
  EXPECT_NE(ran.out.find(" more notes, what was made up"), std::string::npos) << ran.out;
  EXPECT_EQ(ran.out.find(" ...\n"), std::string::npos) << "a doubt is told whole: " << ran.out;
  EXPECT_LT(ran.out.find("What would have helped most"), ran.out.find("Assumed, to be confirmed"))
      << ran.out;
  for (const char* line :
       {"capitals, 9 of them (SKU-4, which may be sku-4), have no stock as they are:",
        "47 rows of orders left out: 10 cancelled, 10 draft, 10 refunded, 5\n",
        "3 rows of stock left out: 1 node_missing, 1 quantity_unreadable, 1 sku_missing.\n"}) {
    EXPECT_NE(ran.out.find(line), std::string::npos) << ran.out;
  }
  const Ran whole = simulate("--details");
  EXPECT_EQ(whole.out.find("other reason"), std::string::npos) << whole.out;
  for (const char* reason :
       {"cancelled (line ", "sku_missing (line ", "price_unreadable (line ",
        "negative_price (line ", "non_positive_quantity (line ", "quantity_unreadable (line "}) {
    EXPECT_NE(whole.out.find(std::string("left out: ") + reason), std::string::npos) << reason;
  }
}

// Who brings orders is told what became of them at once; a live run is for who asks for it.
TEST_F(BriefSummary, IsOfVirtualTimeUnlessALiveRunIsAskedFor) {
  const std::string files =
      "simulate --json --orders " + path("orders.csv") + " --stock " + path("stock.csv") + ' ';
  const auto modes = [this, &files](const std::string& more) {
    const Ran ran = run(files + more);
    EXPECT_EQ(ran.status, 0) << ran.err;
    std::string names;
    const auto summary = nlohmann::json::parse(ran.out);
    for (const auto& mode : summary.at("modes").items()) names += mode.key() + ' ';
    return names;
  };
  EXPECT_EQ(modes(""), "virtual_time ");
  EXPECT_EQ(modes("--live-seconds 1"), "live virtual_time ");
  EXPECT_EQ(modes("--producers 2 --as-fast-as-possible --mode live"), "live ");
}

TEST_F(BriefSummary, KeepsToTheTerminal) {
  for (const int columns : {50, 80}) {
    const Ran ran = run_on_terminal(
        columns, "", "simulate --orders " + path("orders.csv") + " --stock " + path("stock.csv"));
    const std::size_t at = ran.out.find("The logs stay in");
    ASSERT_NE(at, std::string::npos) << ran.out;
    for (std::size_t from = at; from < ran.out.size();) {
      const std::size_t to = std::min(ran.out.find('\r', from), ran.out.size());
      EXPECT_LE(to - from, static_cast<std::size_t>(columns)) << ran.out.substr(from, to - from);
      from = to + 2;
    }
  }
}

TEST_F(BriefSummary, IsTheSameWhateverTheSeed) {
  const auto shown = [this](const std::string& seed) {
    const std::string out = simulate("--log " + path("s" + seed) + " --seed " + seed).out;
    return out.substr(0, out.find("Log:"));
  };
  EXPECT_EQ(shown("1"), shown("2"));
  EXPECT_EQ(shown("1").find("made-up choices"), std::string::npos);
}

TEST_F(BriefSummary, SaysThatMinutesHoldUnderMadeUpChoices) {
  write("dealt.json", R"({"orders":{"refuse_order_weight":50,"backorder_weight":50}})");
  const Ran ran = simulate("--scenario " + path("dealt.json"));
  ASSERT_EQ(ran.status, 0) << ran.err;
  EXPECT_NE(ran.out.find("under made-up choices of customers"), std::string::npos) << ran.out;
}

TEST_F(BriefSummary, DoubtsAListOfStockThatIsMostlyLeftOut) {
  write("stock.csv", "sku,node,quantity\nMUG,N1,x\nPOT,N1,y\nTRAY,N1,5\nMUG,N1,40\nPOT,N1,z\n");
  const Ran ran = simulate("");
  ASSERT_EQ(ran.status, 0) << ran.err;
  EXPECT_EQ(ran.out.rfind("Going by 2 of 5 rows of stock, ", 0), 0U) << ran.out;
  write("stock.csv", "sku,node,quantity\nMUG,N1,40\nPOT,N1,40\nPOT,N1,z\n");
  EXPECT_EQ(simulate("").out.find("Going by"), std::string::npos);
}

}  // namespace
}  // namespace allot
