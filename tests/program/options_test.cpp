// Numbers and directories that an option cannot take: exit status 2, before anything is done.
#include "run_program.hpp"

namespace allot {
namespace {

class OptionValues : public ProgramTest {
 protected:
  void SetUp() override {
    const Ran ran = run("apply --journal " + log_ + ' ' + example("first_order.jsonl"));
    ASSERT_EQ(ran.status, 0) << ran.err;
  }
  void expect_refused(const std::string& arguments, const std::string& option) {
    const Ran ran = run(arguments);
    EXPECT_EQ(ran.status, 2) << arguments << "\n" << ran.out;
    EXPECT_EQ(ran.out, "") << arguments;
    EXPECT_NE(ran.err.find(option + ": "), std::string::npos) << arguments << "\n" << ran.err;
  }
  const std::string log_ = path("log");
};

TEST_F(OptionValues, SecondsAreANumber) {
  for (const char* value :
       {"nan", "-nan", "inf", "0", "-1", "3601", "1e9", "2sec", "50ms", "61m", "''"}) {
    expect_refused("bench --skus 5 --seconds " + std::string(value), "--seconds");
  }
}

TEST_F(OptionValues, SecondsAreADurationToo) {
  for (const char* value : {"100ms", "0.1"}) {
    const Ran ran =
        run("bench --json --skus 5 --nodes 1 --producers 1 --seconds " + std::string(value));
    EXPECT_EQ(ran.status, 0) << ran.err;
  }
  const std::string live = "simulate --mode live --order-count 50 --live-seconds ";
  EXPECT_EQ(run(live + "1s --log " + path("logs")).status, 0);
  for (const char* value : {"500ms", "1500ms", "2h", "0s", "-1s", "1s1m"}) {
    expect_refused(live + value, "--live-seconds");
  }
}

TEST_F(OptionValues, SequencesAreWholeAndFrom1) {
  for (const char* value :
       {"0", "-1", "18446744073709551616", "99999999999999999999999", "1.5", "seven", "''", "+1"}) {
    const std::string to = " --to " + std::string(value);
    expect_refused("replay " + log_ + to, "--to");
    expect_refused("explain " + log_ + " 1001" + to, "--to");
    expect_refused("inspect " + log_ + to, "--to");
    expect_refused("inspect " + log_ + " --from " + value, "--from");
  }
  EXPECT_EQ(run("inspect " + log_ + " --to 18446744073709551615").status, 0);
}

TEST_F(OptionValues, NumbersNeitherWrapNorEndAtTheLargest) {
  const std::string simulate = "simulate --mode virtual --log " + path("logs") + ' ';
  for (const char* value : {"-1", "18446744073709551616", "-18446744073709551615"}) {
    expect_refused(simulate + "--seed " + value, "--seed");
    expect_refused(simulate + "--order-count " + value, "--order-count");
  }
  for (const char* option : {"--scale", "--compress", "--producers", "--live-seconds"}) {
    for (const char* value : {"0", "-1", "-4294967295", "4294967297"}) {
      expect_refused(simulate + option + ' ' + value, option);
    }
  }
  for (const char* option : {"--skus", "--nodes", "--lines", "--producers"}) {
    for (const char* value : {"0", "-4294967295", "4294967297"}) {
      expect_refused(std::string("bench ") + option + ' ' + value, option);
    }
  }
  for (const char* value : {"0", "-4294967295", "4294967297", "1.5"}) {
    expect_refused("apply --key-space " + std::string(value), "--key-space");
    expect_refused("apply --keys " + std::string(value), "--keys");
  }
  EXPECT_FALSE(std::filesystem::exists(path("logs")));
}

TEST_F(OptionValues, ADigestIs32HexDigitsOfEitherCase) {
  for (const char* value :
       {"abc", "''", "0000000000000000000000000000000g", "000000000000000000000000000000000"}) {
    expect_refused("replay " + log_ + " --digest " + value, "--digest");
  }
  const std::string out = run("replay " + log_).out;
  std::string digest = out.substr(out.find("digest           ") + 17, 32);
  EXPECT_EQ(run("replay " + log_ + " --digest " + digest).status, 0) << digest;
  for (char& c : digest) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  EXPECT_EQ(run("replay " + log_ + " --digest " + digest).status, 0) << digest;
}

TEST_F(OptionValues, SimulateLogsToANewOrEmptyDirectoryOnly) {
  const std::string arguments = "simulate --mode virtual --order-count 50 --log ";
  const Ran other = run(arguments + log_);
  EXPECT_EQ(other.status, 2);
  EXPECT_NE(other.err.find(log_ + ": is not empty; name another directory"), std::string::npos)
      << other.err;
  EXPECT_FALSE(std::filesystem::exists(log_ + "/virtual_time"));
  std::filesystem::create_directory(path("empty"));
  EXPECT_EQ(run(arguments + path("empty")).status, 0);
  EXPECT_EQ(run(arguments + path("empty")).status, 2);
}

TEST_F(OptionValues, AnHgrmFileThatCannotBeWrittenIsNamedAtOnce) {
  const Ran ran = run("simulate --mode live --order-count 50 --live-seconds 1 --log " +
                      path("logs") + " --hgrm " + path("nope/x"));
  EXPECT_EQ(ran.status, 1);
  EXPECT_NE(ran.err.find(path("nope/x") + ": cannot be written: No such file"), std::string::npos)
      << ran.err;
  EXPECT_FALSE(std::filesystem::exists(path("logs")));
}

// It can be opened, and fails only when it is written.
TEST_F(OptionValues, AnHgrmFileThatFailsAtTheEndDoesNotCostTheReport) {
  const Ran ran = run("simulate --mode live --order-count 50 --live-seconds 1 --log " +
                      path("logs") + " --hgrm /dev/full");
  EXPECT_EQ(ran.status, 1);
  EXPECT_NE(ran.out.find("to the same digest"), std::string::npos) << ran.out;
  EXPECT_NE(ran.err.find("/dev/full: cannot be written"), std::string::npos) << ran.err;
}

}  // namespace
}  // namespace allot
