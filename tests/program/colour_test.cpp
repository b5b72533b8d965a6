// What is bad has a colour on a terminal, and nowhere else.
#include "run_program.hpp"

namespace allot {
namespace {

constexpr const char* red = "\x1b[31m";
constexpr const char* yellow = "\x1b[33m";

class Colour : public ProgramTest {
 protected:
  // Two mugs for three orders of one each, and a teapot for nobody.
  void SetUp() override {
    write("orders.csv",
          "order,time,sku,quantity,price,zone,currency\n"
          "1,2026-11-27T10:00:00Z,MUG,1,5.00,GB,GBP\n2,2026-11-27T10:01:00Z,MUG,1,5.00,GB,GBP\n"
          "3,2026-11-27T10:02:00Z,MUG,9,5.00,GB,GBP\n");
    write("stock.csv", "sku,node,quantity\nMUG,LON,2\n");
    write("more.csv", "sku,node,quantity\nMUG,LON,1\n");
    write("opened.jsonl", R"({"zone":{"code":"GB"},"time":"2026-11-11T00:00:00Z"}
{"node":{"code":"LON"}}
{"channel":{"code":"web","hold_ttl_ns":"15m","review_ttl_ns":"1h"}}
{"network":{"channel":"web","node":"LON"}}
{"lane":{"node":"LON","zone":"GB","parcel_cost":420,"unit_cost":15}}
{"sku":{"code":"A","list_price":100}}
{"receive":{"sku":"A","node":"LON","quantity":2}}
{"place":{"order_key":1,"channel":"web","zone":"GB","shortage":"backorder","lines":[{"sku":"A","quantity":3,"price":100}]},"time":"2026-11-11T00:00:10Z"}
{"place":{"order_key":2,"channel":"web","zone":"GB","lines":[{"sku":"A","quantity":3,"price":100}]},"time":"2026-11-11T00:00:20Z"}
{"place":{"order_key":3,"channel":"web","zone":"GB","shortage":"backorder","lines":[{"sku":"A","quantity":1,"price":100}]},"time":"2026-11-11T00:00:30Z"}
{"cancel":{"order_key":3},"time":"2026-11-11T00:00:40Z"}
)");
    ASSERT_EQ(
        run("apply --keep-going --journal " + path("log") + ' ' + path("opened.jsonl")).status, 0);
    ASSERT_EQ(run("simulate --mode virtual --orders " + path("orders.csv") + " --stock " +
                  path("stock.csv") + " --log " + path("friday"))
                  .status,
              0);
  }
  // Returns: the colours of what is drawn on a terminal, which are none elsewhere.
  std::string on_terminal(const std::string& arguments) {
    EXPECT_EQ(run(arguments).out.find('\x1b'), std::string::npos) << arguments;
    const std::string refused = run_on_terminal(100, "NO_COLOR=1 ", arguments).out;
    EXPECT_EQ(refused.find("\x1b[3"), std::string::npos) << arguments << refused;
    return run_on_terminal(100, "", arguments).out;
  }
};

TEST_F(Colour, OfTheStateOfALogIsThatOfWhatIsAmiss) {
  const std::string log = path("log");
  const std::string orders = on_terminal("orders " + log);
  EXPECT_NE(orders.find(std::string(red) + "cancelled"), std::string::npos) << orders;
  EXPECT_NE(orders.find(std::string(yellow) + "1\x1b[0m"), std::string::npos) << orders;
  const std::string stock = on_terminal("stock " + log);
  EXPECT_NE(stock.find(std::string(red) + "0\x1b[0m"), std::string::npos) << stock;
  const std::string history = on_terminal("history " + log + " A");
  EXPECT_NE(history.find(std::string(red) + "refused"), std::string::npos) << history;
  EXPECT_NE(history.find(std::string(yellow) + "line_waiting"), std::string::npos) << history;
  const std::string waiting = on_terminal("waiting " + log);
  EXPECT_NE(waiting.find(std::string(yellow) + "unpaid"), std::string::npos) << waiting;
  EXPECT_TRUE(on_terminal("explain " + log + " 2").starts_with(std::string(red) + "Refused: "));
  EXPECT_TRUE(on_terminal("explain " + log + " 1").starts_with(std::string(yellow) + "Held until"));
}

TEST_F(Colour, OfARehearsalIsThatOfItsVerdict) {
  const std::string bad = on_terminal("simulate --mode virtual --orders " + path("orders.csv") +
                                      " --stock " + path("stock.csv"));
  EXPECT_TRUE(bad.find(std::string(red) + "The sale would have gone badly") != std::string::npos)
      << bad;
  const std::string less = on_terminal("whatif " + path("friday") + " --stock " + path("more.csv"));
  EXPECT_NE(less.find(std::string(red) + '+'), std::string::npos) << less;
  ASSERT_EQ(
      run("whatif " + path("friday") + " --stock " + path("more.csv") + " --log " + path("less"))
          .status,
      0);
  const std::string back = on_terminal("compare " + path("less") + ' ' + path("friday"));
  EXPECT_NE(back.find("\x1b[32m"), std::string::npos) << back;
}

}  // namespace
}  // namespace allot
