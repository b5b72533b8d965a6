// How far long work is, on the terminal of whoever waits for it, and what Ctrl-C leaves of it.
#include <sys/ioctl.h>

#include <chrono>
#include <map>
#include <nlohmann/json.hpp>
#include <regex>
#include <sstream>
#include <utility>

#include "held_up.hpp"

namespace allot {
namespace {

constexpr std::uint64_t ticks = 10'000;
constexpr std::chrono::milliseconds over_a_second{1'050};
constexpr auto interrupted = 130;

// What a command is asked, and what it shows when it takes long.
struct Verb {
  std::string words{};    // its arguments; @ is the directory of the test
  std::string held_at{};  // the file that it has open where it is held up; empty: it takes its time
  std::string drawn{};    // in place on a terminal, from the first second on
  std::string said{};     // on Ctrl-C, behind "allot VERB: "
};

const std::string on_the_way =
    "interrupted while the log was read, before what was asked for was reached; nothing is shown";
const std::string reading_log = R"(reading the log +\d+%  \d+ s left)";

// A command that takes no time has no words.
const std::map<std::string, Verb>& verbs() {
  static const std::map<std::string, Verb> all{
      {"apply",
       {"@/lines --journal @/log", ".log", R"(recovering the log +\d+%  \d+ s left)",
        R"(interrupted while the log in \S+ was recovered; nothing was taken)"}},
      {"replay",
       {"@/log", ".log", R"(deciding again +\d+%  \d+ s left)",
        R"(interrupted behind sequence \d+; the rest was not replayed)"}},
      {"verify",
       {"@/log", ".log", reading_log, R"(interrupted behind sequence \d+; the rest was not read)"}},
      {"copy",
       {"@/log @/copy", ".log", R"((copying|reading the copy) +\d+%)",
        R"(\S+copy: interrupted behind sequence \d+; nothing of the copy was kept)"}},
      {"inspect",
       {"@/log", ".log", reading_log, R"(interrupted behind sequence \d+; the rest was not read)"}},
      {"events",
       {"@/log --format csv", ".log", reading_log,
        "interrupted while the log was read; the rest is not shown"}},
      {"orders", {"@/log", ".log", reading_log, on_the_way}},
      {"stock", {"@/log", ".log", reading_log, on_the_way}},
      {"waiting", {"@/log", ".log", reading_log, on_the_way}},
      {"exceptions", {"@/log", ".log", reading_log, on_the_way}},
      {"services", {"@/log", ".log", reading_log, on_the_way}},
      {"feed", {"@/log", ".log", reading_log, on_the_way}},
      {"history", {"@/log 85123A", ".log", reading_log, on_the_way}},
      {"top", {"@/log --once", ".log", reading_log, on_the_way}},
      {"explain",
       {"@/log 1001", ".log", reading_log,
        "interrupted while the log was read for the order; nothing is told of it"}},
      {"bench",
       {"--seconds 60 --skus 50 --nodes 2", "", R"(measuring +\d+%  \d+ s left)",
        R"(interrupted after \S+ s; these are the results so far)"}},
      {"map",
       {"@/orders.csv", "orders.csv", R"(reading /\S+)",
        R"(interrupted while \S+orders.csv was read; no map is written)"}},
      {"simulate",
       {"--mode virtual --orders @/orders.csv --log @/logs", "orders.csv", "reading +",
        R"(interrupted while \S+orders.csv was read(, \d+ % of it)?)"}},
      {"compare",
       {"@/run @/run", "run.json", R"(reading /\S+)",
        R"(interrupted while \S+run was read; nothing is compared)"}},
      {"whatif",
       {"@/run --stock @/stock.csv", "run.json", R"(reading /\S+)",
        "interrupted while the run was looked at; nothing is compared"}},
      {"demo",
       {"", "", R"(virtual time +\d+% )",
        R"(interrupted in allot simulate; the steps above are all that was shown, and \S+ is )"
        "removed"}},
      {"completion", {}},
      {"help", {}},
      {"man", {}},
      {"rules",
       {"measure @/shop.rules @/traffic.jsonl @/labels.csv", "traffic.jsonl", R"(measuring +\d+%)",
        R"(interrupted while \S+traffic.jsonl was read; nothing is measured)"}},
      {"traffic", {}},  // seconds for the most that it makes
  };
  return all;
}

class Progress : public HeldUp {
 protected:
  void SetUp() override { make_log(ticks); }

  // A shop with an order that the last command of the log is about, and ticks before that.
  void make_log(std::uint64_t commands) {
    std::filesystem::remove_all(path("log"));
    std::string lines = file_text(example("first_order.jsonl"));
    for (std::uint64_t i = 0; i < commands; ++i) lines += "{\"tick\":{}}\n";
    lines += "{\"cancel\":{\"order_key\":1001}}\n";
    ASSERT_EQ(run("apply --key-space 1 --keep-going --journal " + path("log"), lines).status, 0);
    write("lines", "{\"tick\":{}}\n");
  }
  // A rehearsal, its orders, and other stock for it.
  void make_run() {
    std::string rows = "order,time,sku,quantity,price,zone,currency\n";
    for (int n = 10; n < 50; ++n) {
      rows +=
          std::to_string(n) + ",2026-11-27T09:" + std::to_string(n) + ":00Z,MUG,2,5.00,GB,GBP\n";
    }
    write("orders.csv", rows);
    write("shop.rules", "rules shop\nlimit LARGE o.total > 1000000\n");
    ASSERT_EQ(
        run("traffic --order-count 20 " + path("traffic.jsonl") + ' ' + path("labels.csv")).status,
        0);
    write("stock.csv", "sku,node,quantity\nMUG,LON,20\n");
    ASSERT_EQ(run("simulate --mode virtual --orders " + path("orders.csv") + " --log " +
                  path("run") + " --report " + path("run.html"))
                  .status,
              0);
  }
  // The commands, as the program lists them.
  std::vector<std::string> listed() {
    std::vector<std::string> found;
    std::istringstream lines(run("--help").out);
    bool is_list = false;
    for (std::string line; std::getline(lines, line);) {
      if (line == "Commands:") is_list = true;
      if (line.empty()) is_list = false;
      if (!is_list || !line.starts_with("  ") || line[2] == ' ') continue;
      found.push_back(line.substr(2, line.find(' ', 2) - 2));
    }
    return found;
  }
  [[nodiscard]] std::string words_of(const std::string& verb) const {
    std::string words = verb + ' ' + verbs().at(verb).words;
    for (std::size_t at = 0; (at = words.find('@')) != std::string::npos;) {
      words.replace(at, 1, path("").substr(0, path("").size() - 1));
    }
    return words;
  }
  // What works on by itself is interrupted when it has worked for a while.
  static auto shows(const std::string& verb, const std::string& drawn) {
    return [verb, drawn, begun = std::chrono::steady_clock::now()](const std::string& out,
                                                                   const std::string& err) {
      if (!drawn.empty()) return std::regex_search(err, std::regex("\r" + drawn));
      if (verb == "demo") return out.find("1 of 6") != std::string::npos;
      return std::chrono::steady_clock::now() - begun > std::chrono::seconds(4);
    };
  }
};

TEST_F(Progress, EveryCommandIsOneLineDrawnInPlace) {
  make_run();
  const std::vector<std::string> all = listed();
  EXPECT_GE(all.size(), 20U);
  for (const std::string& verb : all) {
    ASSERT_TRUE(verbs().contains(verb))
        << verb << " is new: how far is it, and what does Ctrl-C do?";
    const Verb& asked = verbs().at(verb);
    if (asked.drawn.empty()) continue;
    Hold hold{.file = asked.held_at, .at_least = over_a_second, .on_terminal = true};
    if (asked.held_at.empty()) {
      hold.until = shows(verb, asked.drawn);
      hold.signal = SIGINT;
    }
    const Ran ran = run_held_up(words_of(verb), hold);
    EXPECT_EQ(ran.status, asked.held_at.empty() ? interrupted : 0) << verb << ": " << ran.err;
    EXPECT_TRUE(std::regex_search(ran.err, std::regex("\r" + asked.drawn)))
        << verb << ": " << ran.err;
    EXPECT_EQ(ran.err.find('\x1b'), std::string::npos) << verb;
    // It is gone at the end, and what is printed next begins on a line of its own: a live line
    // stays and ends, of any other one blanks are left.
    const std::size_t last = ran.err.rfind("\r" + std::string(59, ' ') + "\r");
    const bool lives = verb == "simulate" || verb == "whatif" || verb == "demo";
    EXPECT_TRUE(lives ? ran.err.ends_with("\n") : last != std::string::npos)
        << verb << ": " << ran.err;
  }
}

TEST_F(Progress, CtrlCEndsEveryCommandInGoodOrder) {
  make_run();
  for (const std::string& verb : listed()) {
    ASSERT_TRUE(verbs().contains(verb)) << verb;
    const Verb& asked = verbs().at(verb);
    if (asked.said.empty()) continue;
    Hold hold{.file = asked.held_at, .signal = SIGINT};
    if (asked.held_at.empty()) hold.until = shows(verb, "");
    const Ran ran = run_held_up(words_of(verb), hold);
    EXPECT_EQ(ran.status, interrupted) << verb << ": " << ran.err;
    const std::regex sentence("(^|\n)allot " + verb + ": " + asked.said + "\n$");
    EXPECT_TRUE(std::regex_search(ran.err, sentence)) << verb << ": " << ran.err;
    EXPECT_EQ(temporary_left(), 0U) << verb;
  }
  for (const char* made : {"copy", "logs"})
    EXPECT_FALSE(std::filesystem::exists(path(made))) << made;
}

TEST_F(Progress, IsSilentWhereNoTerminalIsAndBelowASecond) {
  const std::vector<std::string> some{"replay", "verify", "events", "stock"};
  for (const std::string& verb : some) {
    const Ran piped = run_held_up(words_of(verb), {.file = ".log", .at_least = over_a_second});
    EXPECT_EQ(piped.status, 0) << verb;
    EXPECT_EQ(piped.err, "") << verb;
  }
  make_log(1);
  for (const std::string& verb : some) {
    const Ran quick = run_on_terminal(80, "", words_of(verb) + " >/dev/null");
    EXPECT_EQ(quick.out, "") << verb;
  }
}

// What takes lines says how many of the file's bytes it has taken, and ends behind a line. Also of
// few lines, which are taken faster than a line that was drawn is drawn over.
TEST_F(Progress, OfApplyIsThatOfItsFile) {
  const std::string apply = "apply " + path("many") + " --journal " + path("fresh");
  for (const auto& [count, counted] : {std::pair{1'000U, "1,000"}, std::pair{10'000U, "10,000"}}) {
    std::string lines;
    for (std::uint64_t i = 0; i < count; ++i) lines += "{\"tick\":{}}\n";
    write("many", lines);
    const Ran quiet = run_held_up(apply, {.file = ".log", .signal = SIGINT});
    EXPECT_EQ(quiet.status, interrupted);
    const std::regex said(R"(many: interrupted behind line (\d+); the rest was not taken\n)");
    EXPECT_TRUE(std::regex_search(quiet.err, said)) << quiet.err;
    std::filesystem::remove_all(path("fresh"));
    const Ran ran =
        run_held_up(apply, {.file = ".log", .at_least = over_a_second, .on_terminal = true});
    EXPECT_EQ(ran.status, 0) << ran.err;
    EXPECT_TRUE(std::regex_search(ran.err, std::regex("\rtaking the lines +\\d+%  \\d+ s left +")))
        << ran.err;
    const Ran again = run("apply " + path("many") + " --journal " + path("fresh"));
    const std::string known = std::string("the log has its first ") + counted + " lines";
    EXPECT_NE(again.err.find(known + "; nothing follows"), std::string::npos) << again.err;
    std::filesystem::remove_all(path("fresh"));
  }
}

TEST_F(Progress, CtrlCLeavesWhatIsKnownByThen) {
  for (const std::string verb : {"replay", "verify", "inspect"}) {
    const std::regex said("^allot " + verb +
                          R"(: interrupted behind sequence (\d+); the rest was not \w+\n$)");
    const Ran ran =
        run_held_up(verb + " --json " + path("log"), {.file = ".log", .signal = SIGINT});
    std::smatch parts;
    ASSERT_TRUE(std::regex_search(ran.err, parts, said)) << verb << ": " << ran.err;
    const auto object = nlohmann::json::parse(ran.out);
    EXPECT_EQ(object.at("interrupted"), true) << verb;
    EXPECT_EQ(object.at("sound"), false) << verb;
    EXPECT_EQ(object.at("last_sequence"), parts[1].str()) << verb;
    const std::uint64_t last = std::stoull(parts[1]);
    EXPECT_LT(last, ticks) << verb;
    EXPECT_EQ(object.at("records"), last) << verb;
    if (verb != "replay") {
      EXPECT_EQ(object.at("closed"), nullptr);
      continue;
    }
    // What it has is the state as of then.
    const Ran again = run("replay --json --to " + parts[1].str() + ' ' + path("log"));
    EXPECT_EQ(nlohmann::json::parse(again.out).at("digest"), object.at("digest"));
  }
}

// Where nothing is known yet, programs are told so, too.
TEST_F(Progress, CtrlCIsToldToPrograms) {
  for (const char* words : {"explain --json @/log 1001", "stock --format json @/log"}) {
    std::string verb = words;
    verb.replace(verb.find('@'), 2, path(""));
    const Ran ran = run_held_up(verb, {.file = ".log", .signal = SIGINT});
    EXPECT_EQ(ran.status, interrupted) << words;
    const auto object = nlohmann::json::parse(ran.out);
    EXPECT_EQ(object.at("interrupted"), true) << words;
    EXPECT_EQ(object.at("cause"), "interrupted") << words;
  }
}

TEST_F(Progress, CtrlCIsToldToPeople) {
  const Hold hold{.file = ".log", .signal = SIGINT};
  const Ran replay = run_held_up("replay " + path("log"), hold);
  EXPECT_NE(replay.out.find("end              interrupted; what lies behind"), std::string::npos)
      << replay.out;
  const Ran verify = run_held_up("verify " + path("log"), hold);
  EXPECT_NE(verify.out.find("are right so far; what lies behind was not read\n"), std::string::npos)
      << verify.out;
  EXPECT_EQ(verify.out.find("point"), std::string::npos) << verify.out;
}

// Nobody takes what it prints, so it cannot end by itself.
TEST_F(Progress, ASecondCtrlCEndsAtOnce) {
  int ends[2] = {-1, -1};
  ASSERT_EQ(::pipe(ends), 0);
  const std::string log = path("log");
  const pid_t child = ::fork();
  if (child == 0) {
    (void)::dup2(ends[1], STDOUT_FILENO);
    (void)::execl(program_path().c_str(), "allot", "inspect", log.c_str(), nullptr);
    ::_exit(127);
  }
  Process process(child);
  const int room = ::fcntl(ends[0], F_GETPIPE_SZ);
  for (int held = 0; held < room / 2; std::this_thread::sleep_for(std::chrono::milliseconds(20))) {
    ASSERT_EQ(::ioctl(ends[0], FIONREAD, &held), 0);
    ASSERT_TRUE(process.runs());
  }
  process.send(SIGINT);
  std::this_thread::sleep_for(std::chrono::milliseconds(300));
  EXPECT_TRUE(process.runs()) << "the first one is noted";
  process.send(SIGINT);
  EXPECT_EQ(process.wait(), -SIGINT);
  (void)::close(ends[0]);
  (void)::close(ends[1]);
}

}  // namespace
}  // namespace allot
