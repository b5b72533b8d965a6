// allot demo, and what is drawn on a terminal.
#include <algorithm>
#include <sstream>

#include "run_program.hpp"

namespace allot {
namespace {

class Demo : public ProgramTest {
 protected:
  [[nodiscard]] std::string temporary() const { return "TMPDIR=" + path("t") + " "; }
  void SetUp() override { std::filesystem::create_directory(path("t")); }
};

class Terminal : public ProgramTest {};

// Characters of the widest line, where what is drawn over begins a line anew.
std::size_t widest(const std::string& text) {
  std::size_t most = 0;
  std::size_t now = 0;
  for (const char c : text) {
    now = c == '\n' || c == '\r' ? 0 : now + ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U);
    most = std::max(most, now);
  }
  return most;
}

// What it keeps is what it said: a log that ended whole, one with a fault, and commands that print
// the same once more.
TEST_F(Demo, SixSteps) {
  const Ran ran = run_after(temporary(), "demo --keep");
  ASSERT_EQ(ran.status, 0) << ran.out << ran.err;
  for (const char* words :
       {"1 of 6", "virtual time: ", "SIGKILL hit it when it had shown", ": the same",
        "Refused: SKU ", "$ allot verify damaged", "damaged/0000000001.log: offset ", "6 of 6"}) {
    EXPECT_NE(ran.out.find(words), std::string::npos) << words << "\n" << ran.out;
  }
  EXPECT_LE(widest(ran.out), 80U) << ran.out;
  EXPECT_LE(widest(ran.err), 80U) << ran.err;
  EXPECT_EQ(ran.out.find('\x1b'), std::string::npos);
  const std::string at = std::filesystem::directory_iterator(path("t"))->path();
  EXPECT_NE(ran.out.find(at + "/peak.html\n"), std::string::npos) << ran.out;
  EXPECT_EQ(file_text(at + "/peak.html").rfind("<!DOCTYPE html>", 0), 0U);
  EXPECT_EQ(run("verify " + at + "/damaged").status, 1);
  const Ran killed = run("replay --json " + at + "/killed");
  EXPECT_EQ(killed.status, 0) << killed.err;
  // Two processes wrote it, the first of which did not end.
  EXPECT_NE(run("verify " + at + "/killed").out.find("2 segments"), std::string::npos);
  const std::size_t digest = killed.out.find("\"digest\":\"") + 10;
  EXPECT_NE(ran.out.find(killed.out.substr(digest, 32) + ": the same"), std::string::npos);
}

// Lines that the summary broke are not broken once more, and what it names last can be opened.
TEST_F(Demo, ItsReportStaysAndItsSentencesAreWhole) {
  const Ran ran = run_after(temporary(), "demo");
  ASSERT_EQ(ran.status, 0) << ran.out << ran.err;
  const std::filesystem::path at = *std::filesystem::directory_iterator(path("t"));
  std::vector<std::string> left;
  for (const auto& file : std::filesystem::directory_iterator(at)) {
    left.push_back(file.path().filename());
  }
  EXPECT_EQ(left, std::vector<std::string>{"peak.html"});
  const std::string last = "to look at:\n  " + (at / "peak.html").string() + "\n";
  EXPECT_EQ(ran.out.substr(ran.out.size() - std::min(ran.out.size(), last.size())), last)
      << ran.out;
  // A line that was broken twice leaves a word or two alone above the next.
  std::istringstream lines(ran.out.substr(ran.out.find("2 of 6")));
  std::string before;
  for (std::string line; std::getline(lines, line) && !line.starts_with("3 of 6"); before = line) {
    const std::size_t text = before.find_first_not_of(' ');
    if (text == std::string::npos || text == 0) continue;
    const bool ends = std::string_view(".:;,").find(before.back()) != std::string_view::npos;
    // The next thing of a list stands further to the left than what it follows.
    const std::size_t indent = std::min(line.find_first_not_of(' '), line.size());
    const bool goes_on = !line.empty() && line.find("- ") != indent && indent >= text;
    EXPECT_TRUE(before.size() - text > 24 || ends || !goes_on) << before << '\n' << line;
  }
}

TEST_F(Demo, SaysWhatDidNotComeOutAndRemovesAllTheSame) {
  // No file may grow beyond 64 KiB: the logs cannot be written.
  const Ran ran = run_after("ulimit -f 64; " + temporary(), "demo");
  EXPECT_EQ(ran.status, 1) << ran.out;
  EXPECT_NE(ran.err.find("allot demo: simulate ended with "), std::string::npos) << ran.err;
  EXPECT_TRUE(std::filesystem::is_empty(path("t")));
}

TEST_F(Demo, LeavesNothingWhenItIsInterrupted) {
  const Ran ran = run_after(temporary() + "timeout -s INT 1 ", "demo");
  EXPECT_EQ(ran.status, 124) << ran.out;
  EXPECT_NE(ran.err.find("allot demo: interrupted in allot "), std::string::npos) << ran.err;
  EXPECT_TRUE(std::filesystem::is_empty(path("t")));
}

TEST_F(Terminal, TheLiveLineFitsAndIsDrawnInPlace) {
  for (const int columns : {40, 72, 200}) {
    std::filesystem::remove_all(path("logs"));
    const Ran ran = run_on_terminal(columns, "",
                                    "simulate --mode virtual --order-count 300 --json --log " +
                                        path("logs") + " 2>&1 >/dev/null");
    EXPECT_EQ(ran.status, 0) << ran.out;
    EXPECT_LT(widest(ran.out), static_cast<std::size_t>(columns)) << ran.out;
    EXPECT_NE(ran.out.find("\rvirtual time  100%"), std::string::npos) << ran.out;
    // One line for each part: reading, virtual time, replaying.
    EXPECT_EQ(std::ranges::count(ran.out, '\n'), 3) << ran.out;
    EXPECT_EQ(ran.out.find("queue") != std::string::npos, columns == 200) << ran.out;
  }
}

TEST_F(Terminal, OfARunBelowASecondNothingSaysHowFarItIs) {
  const Ran ran = run("simulate --mode virtual --order-count 30 --json --log " + path("logs"));
  EXPECT_EQ(ran.status, 0);
  EXPECT_EQ(ran.err, "");
}

TEST_F(Terminal, MessagesAreWrappedAndElsewhereWhole) {
  const std::string arguments = "verify /there/is/no/such/place/and/no/log/in/it/at/all/for/sure";
  const Ran drawn = run_on_terminal(50, "", arguments);
  EXPECT_EQ(drawn.status, 2);
  EXPECT_EQ(drawn.out,
            "allot verify:\r\n"
            "  /there/is/no/such/place/and/no/log/in/it/at/all/for/sure:\r\n"
            "  no such directory; give that of a log\r\n");
  EXPECT_EQ(std::ranges::count(run(arguments).err, '\n'), 1);
  EXPECT_LE(widest(run_on_terminal(70, "", "apply --help").out), 70U);
}

TEST_F(Terminal, ColourIsForTerminalsThatWantIt) {
  const std::string limited = "ulimit -f 64; ";  // the first step is enough, and it says so
  const std::string heading = "1 of 6";
  EXPECT_NE(run_on_terminal(80, limited, "demo").out.find("\x1b[1m\r\n" + heading),
            std::string::npos);
  for (const std::string refused : {"export NO_COLOR=1; ", "export TERM=dumb; "}) {
    const Ran plain = run_on_terminal(80, limited + refused, "demo");
    EXPECT_NE(plain.out.find(heading), std::string::npos);
    EXPECT_EQ(plain.out.find('\x1b'), std::string::npos) << refused << plain.out;
  }
}

}  // namespace
}  // namespace allot
