// The program as a whole: help, wrong options, the bench and a small simulation.
#include <nlohmann/json.hpp>

#include <tuple>

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
  EXPECT_EQ(object.at("journal"), path("log"));
  EXPECT_EQ(object.at("durability"), "async");
  const Ran replayed = run("replay " + path("log"));
  EXPECT_EQ(replayed.status, 0) << replayed.err;
  EXPECT_EQ(run(arguments + " --journal " + path("log")).status, 2);
}

// A log without durability is a log all the same, and takes its place on the disk.
TEST_F(Program, BenchSaysWhetherThereIsALogAndHowLargeItIs) {
  const std::string arguments = "bench --seconds 0.2 --skus 50 --nodes 2 --durability none";
  EXPECT_NE(run(arguments).out.find(", no log, "), std::string::npos);
  const std::string logged = run(arguments + " --journal " + path("log")).out;
  EXPECT_NE(logged.find(" MB in " + path("log") + ", durability none, "), std::string::npos)
      << logged;
  EXPECT_EQ(logged.find("log of 0.0 MB"), std::string::npos) << logged;
}

TEST_F(Program, BenchTakesEveryNumberOfProducersItNames) {
  const Ran ran = run("bench --json --seconds 0.2 --skus 50 --nodes 2 --lines 16 --producers 64");
  EXPECT_EQ(ran.status, 0) << ran.err << ran.out;
  EXPECT_EQ(nlohmann::json::parse(ran.out).at("sound"), true) << ran.out;
}

// A limit on the size of files stands for a full disk: its writes fail alike.
TEST_F(Program, BenchStopsWithTheCauseWhenTheLogFails) {
  // No segment can be as short as that; and one that is there is deleted under the load.
  const std::string limit = "ulimit -f 10; ";
  const std::string log = path("log");
  const std::string deleting = "(sleep 3; rm -rf " + log + "2) & ";
  for (const auto& [before, number, cause] :
       {std::tuple{limit, "1", "RLIMIT_FSIZE"}, std::tuple{deleting, "2", "was deleted"}}) {
    const Ran ran = run_after(before, "bench --seconds 30 --skus 50 --journal " + log + number);
    EXPECT_EQ(ran.status, 1);
    EXPECT_EQ(ran.out, "");
    EXPECT_NE(ran.err.find(cause), std::string::npos) << ran.err;
    EXPECT_NE(ran.err.find(log), std::string::npos) << ran.err;
    EXPECT_EQ(ran.err.find("stock was refused"), std::string::npos) << ran.err;
  }
}

// timeout signals the program and then its group: two at a time are one wish.
TEST_F(Program, SimulateStopsAtCtrlC) {
  for (const char* mode : {"live --live-seconds 600", "virtual --scale 40"}) {
    const Ran ran =
        run_after("timeout --preserve-status -s INT -k 60 1 ",
                  std::string("simulate --log ") + path("logs") + mode[0] + " --mode " + mode);
    EXPECT_EQ(ran.status, 130) << ran.err;
    EXPECT_NE(ran.err.find("allot simulate: interrupted "), std::string::npos) << ran.err;
  }
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
