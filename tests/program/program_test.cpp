// The program as a whole: help, wrong options, the bench and a small simulation.
#include <nlohmann/json.hpp>

#include "run_program.hpp"

namespace allot {
namespace {

class Program : public ProgramTest {};

TEST_F(Program, EveryCommandHasHelpWithAnExample) {
  for (const char* command :
       {"simulate", "replay", "verify", "inspect", "explain", "apply", "bench"}) {
    const Ran ran = run(std::string(command) + " --help");
    EXPECT_EQ(ran.status, 0) << command;
    EXPECT_NE(ran.out.find("Example:"), std::string::npos) << ran.out;
    EXPECT_NE(ran.out.find("allot " + std::string(command) + ' '), std::string::npos) << ran.out;
    EXPECT_NE(ran.out.find("--json"), std::string::npos) << ran.out;
    EXPECT_EQ(ran.err, "");
  }
}

TEST_F(Program, WrongOptionsEndWithTwoAndSaySo) {
  for (const char* arguments : {"", "sell", "apply --fast", "replay", "bench --nodes 0",
                                "apply --durability maybe", "inspect --from x y"}) {
    const Ran ran = run(arguments);
    EXPECT_EQ(ran.status, 2) << arguments;
    EXPECT_EQ(ran.out, "") << arguments;
    EXPECT_NE(ran.err, "") << arguments;
  }
  EXPECT_EQ(run("--version").status, 0);
}

TEST_F(Program, BenchChecksItsOwnAnswers) {
  const std::string arguments = "bench --json --seconds 0.2 --skus 50 --nodes 3 --producers 2";
  const Ran ran = run(arguments + " --journal " + path("log"));
  EXPECT_EQ(ran.status, 0) << ran.err << ran.out;
  const auto object = nlohmann::json::parse(ran.out);
  EXPECT_EQ(object.at("sound"), true) << ran.out;
  EXPECT_GT(object.at("orders_per_second"), 0);
  EXPECT_EQ(object.at("orders"), object.at("cancels"));
  const Ran replayed = run("replay " + path("log"));
  EXPECT_EQ(replayed.status, 0) << replayed.err;
  EXPECT_EQ(run(arguments + " --journal " + path("log")).status, 2);
}

TEST_F(Program, SimulateEndsWithEqualDigestsAndNothingOversold) {
  const Ran ran = run("simulate --json --mode virtual --order-count 300 --log " + path("logs"));
  ASSERT_EQ(ran.status, 0) << ran.err;
  const auto object = nlohmann::json::parse(ran.out);
  EXPECT_EQ(object.at("oversold_units"), 0);
  EXPECT_EQ(object.at("digest"), object.at("replay").at("digest"));
  const std::string digest = object.at("digest");
  EXPECT_EQ(run("replay --digest " + digest + ' ' + path("logs") + "/virtual_time").status, 0);
  EXPECT_EQ(run("simulate --scenario nowhere.json --log " + path("other")).status, 2);
}

}  // namespace
}  // namespace allot
