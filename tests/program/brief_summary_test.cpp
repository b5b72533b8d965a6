// What simulate prints of own orders: first what a person wants to know, in few lines; and that
// what it says of when goods ran short is what a recount of the orders in the order of their times
// finds.
#include <algorithm>
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
  EXPECT_NE(ran.out.find("  08:20  MUG: 3 lacking of 7 asked for\n"
                         "  08:40  POT: 1 lacking of 3 asked for\n"),
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
