// How far long work is, on the terminal of whoever waits for it, and what Ctrl-C leaves of it. So
// that a fast machine takes its time, too, the program is stopped when it has opened the log.
#include <fcntl.h>
#include <pty.h>
#include <signal.h>
#include <sys/ptrace.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <nlohmann/json.hpp>
#include <optional>
#include <regex>
#include <sstream>
#include <thread>
#include <vector>

#include "run_program.hpp"

namespace allot {
namespace {

constexpr std::uint64_t ticks = 10'000;

// A process that may be stopped; when it is given up it is ended.
class Process {
 public:
  explicit Process(pid_t pid) : pid_(pid) {}
  ~Process() {
    if (status_) return;
    (void)::kill(pid_, SIGKILL);
    (void)::waitpid(pid_, nullptr, 0);
  }
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;

  // Requires: it lets itself be traced. Returns: whether it stands still now with a file of a log
  //           open; false when it ended before.
  bool stop_where_it_reads() {
    for (;;) {
      int status = 0;
      if (::waitpid(pid_, &status, 0) != pid_) return false;
      if (!WIFSTOPPED(status)) {
        status_ = status;
        return false;
      }
      if (reads_a_log()) return ::ptrace(PTRACE_DETACH, pid_, nullptr, long{SIGSTOP}) == 0;
      const long signal = WSTOPSIG(status) == SIGTRAP ? 0 : WSTOPSIG(status);
      if (::ptrace(PTRACE_SYSCALL, pid_, nullptr, signal) != 0) return false;
    }
  }
  void send(int signal) const { (void)::kill(pid_, signal); }
  // Returns: its exit status; -1 when a signal ended it.
  int wait() {
    int status = 0;
    if (!status_ && ::waitpid(pid_, &status, 0) == pid_) status_ = status;
    return status_ && WIFEXITED(*status_) ? WEXITSTATUS(*status_) : -1;
  }

 private:
  [[nodiscard]] bool reads_a_log() const {
    std::error_code gone;
    const std::string files = "/proc/" + std::to_string(pid_) + "/fd";
    for (const auto& file : std::filesystem::directory_iterator(files, gone)) {
      if (std::filesystem::read_symlink(file.path(), gone).extension() == ".log") return true;
    }
    return false;
  }

  pid_t pid_;
  std::optional<int> status_;
};

class Progress : public ProgramTest {
 protected:
  void SetUp() override { make_log(ticks); }

  void make_log(std::uint64_t commands) {
    std::filesystem::remove_all(path("log"));
    std::string lines;
    for (std::uint64_t i = 0; i < commands; ++i) lines += "{\"tick\":{}}\n";
    ASSERT_EQ(run("apply --key-space 1 --journal " + path("log"), lines).status, 0);
  }

  // Runs a command on the log, holds it up for over a second before it reads the first record, and
  // sends it `signal` meanwhile when that is none of 0.
  Ran run_held_up(const std::string& verb, bool on_terminal, int signal = 0) {
    std::vector<std::string> words{program_path()};
    std::istringstream text(verb);
    for (std::string word; text >> word;) words.push_back(word);
    words.push_back(path("log"));
    std::vector<char*> arguments;
    for (std::string& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    const std::string out = path("held_out");
    int ends[2] = {-1, -1};
    winsize size{24, 60, 0, 0};
    if (on_terminal) {
      EXPECT_EQ(::openpty(&ends[0], &ends[1], nullptr, nullptr, &size), 0);
    } else {
      EXPECT_EQ(::pipe(ends), 0);
    }
    const pid_t child = ::fork();
    if (child == 0) {
      (void)::dup2(::open(out.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600), STDOUT_FILENO);
      (void)::dup2(ends[1], STDERR_FILENO);
      (void)::close(ends[0]);
      (void)::ptrace(PTRACE_TRACEME, 0, nullptr, nullptr);
      (void)::execv(arguments[0], arguments.data());
      ::_exit(127);
    }
    (void)::close(ends[1]);
    Process process(child);
    EXPECT_TRUE(process.stop_where_it_reads()) << verb;
    if (signal != 0) process.send(signal);
    std::this_thread::sleep_for(std::chrono::milliseconds(1'050));
    process.send(SIGCONT);
    Ran ran;
    char piece[4'096];
    for (ssize_t got = 0; (got = ::read(ends[0], piece, sizeof piece)) > 0;) {
      ran.err.append(piece, static_cast<std::size_t>(got));
    }
    (void)::close(ends[0]);
    ran.status = process.wait();
    ran.out = file_text(out);
    return ran;
  }
};

struct Verb {
  std::string words;
  std::string line;  // what is drawn at first
};

// Those that read the log once before they begin do not know at first how long it is.
const std::vector<Verb>& verbs() {
  static const std::vector<Verb> all{{"replay", R"(deciding again +\d+%  \d+ s left +)"},
                                     {"verify", R"(reading the log +\d+%  \d+ s left +)"},
                                     {"events --format csv", R"(reading the log  \d+ s +)"},
                                     {"stock", R"(reading the log  \d+ s +)"}};
  return all;
}

TEST_F(Progress, IsOneLineDrawnInPlaceThatSaysHowLongTheRestTakes) {
  for (const auto& [words, drawn] : verbs()) {
    const std::regex line("\r" + drawn);
    const Ran ran = run_held_up(words, true);
    EXPECT_EQ(ran.status, 0) << words;
    EXPECT_TRUE(std::regex_search(ran.err, line)) << words << ": " << ran.err;
    EXPECT_EQ(ran.err.find('\n'), std::string::npos) << words;
    // It is gone at the end: a line of blanks, and what is printed next begins on it.
    EXPECT_TRUE(ran.err.ends_with("\r" + std::string(59, ' ') + "\r")) << words << ": " << ran.err;
    EXPECT_FALSE(ran.out.empty()) << words;
  }
}

TEST_F(Progress, IsSilentWhereNoTerminalIsAndBelowASecond) {
  for (const auto& [words, drawn] : verbs()) {
    const Ran piped = run_held_up(words, false);
    EXPECT_EQ(piped.status, 0) << words;
    EXPECT_EQ(piped.err, "") << words;
  }
  make_log(1);
  for (const auto& [words, drawn] : verbs()) {
    const Ran quick = run_on_terminal(80, "", words + ' ' + path("log") + " >/dev/null");
    EXPECT_EQ(quick.out, "") << words;
  }
}

TEST_F(Progress, ABenchSaysHowLongItStillTakes) {
  const Ran ran = run_on_terminal(60, "", "bench --seconds 1.6 --skus 50 --nodes 2 >/dev/null");
  EXPECT_TRUE(std::regex_search(ran.out, std::regex("\rmeasuring +\\d+%  \\d+ s left +")))
      << ran.out;
  EXPECT_EQ(ran.out.find('\n'), std::string::npos) << ran.out;
}

// What takes lines says how many of the file's bytes it has taken, and ends behind a line.
TEST_F(Progress, OfApplyIsThatOfItsFile) {
  std::string lines;
  for (std::uint64_t i = 0; i < ticks; ++i) lines += "{\"tick\":{}}\n";
  write("lines", lines);
  const std::string apply = "apply " + path("lines") + " --journal";
  const Ran quiet = run_held_up(apply, false, SIGINT);
  EXPECT_EQ(quiet.status, 1);
  const std::regex said(R"(lines: interrupted behind line (\d+); the rest was not taken\n)");
  EXPECT_TRUE(std::regex_search(quiet.err, said)) << quiet.err;
  const Ran ran = run_held_up(apply, true);
  EXPECT_EQ(ran.status, 0) << ran.err;
  EXPECT_TRUE(std::regex_search(ran.err, std::regex("\rtaking the lines +\\d+%  \\d+ s left +")))
      << ran.err;
  const Ran again = run("apply " + path("lines") + " --journal " + path("log"));
  EXPECT_NE(again.err.find("the log has its first 10000 lines; nothing follows"), std::string::npos)
      << again.err;
}

TEST_F(Progress, OfACopyIsSilentWhereNoTerminalIs) {
  const Ran copy = run("copy " + path("log") + ' ' + path("copy"));
  EXPECT_EQ(copy.status, 0);
  EXPECT_EQ(copy.err, "");
}

TEST_F(Progress, CtrlCLeavesWhatIsKnownByThen) {
  for (const char* verb : {"replay", "verify"}) {
    const std::string words = verb + std::string(" --json");
    const std::regex said(std::string("^allot ") + verb +
                          R"(: interrupted behind sequence (\d+); the rest was not \w+\n$)");
    const Ran ran = run_held_up(words, false, SIGINT);
    std::smatch parts;
    ASSERT_TRUE(std::regex_search(ran.err, parts, said)) << verb << ": " << ran.err;
    EXPECT_EQ(ran.status, 1) << verb;
    const auto object = nlohmann::json::parse(ran.out);
    EXPECT_EQ(object.at("interrupted"), true) << verb;
    EXPECT_EQ(object.at("sound"), false) << verb;
    EXPECT_EQ(object.at("last_sequence"), parts[1].str()) << verb;
    const std::uint64_t last = std::stoull(parts[1]);
    EXPECT_LT(last, ticks) << verb;
    EXPECT_EQ(object.at("records"), last) << verb;
    if (verb != std::string("replay")) {
      EXPECT_EQ(object.at("closed"), nullptr);
      continue;
    }
    // What it has is the state as of then.
    const Ran again = run("replay --json --to " + parts[1].str() + ' ' + path("log"));
    EXPECT_EQ(nlohmann::json::parse(again.out).at("digest"), object.at("digest"));
  }
}

TEST_F(Progress, CtrlCIsToldToPeople) {
  const Ran replay = run_held_up("replay", false, SIGINT);
  EXPECT_NE(replay.out.find("end              interrupted; what lies behind"), std::string::npos)
      << replay.out;
  const Ran verify = run_held_up("verify", false, SIGINT);
  EXPECT_NE(verify.out.find("are right so far; what lies behind was not read\n"), std::string::npos)
      << verify.out;
  EXPECT_EQ(verify.out.find("point"), std::string::npos) << verify.out;
}

}  // namespace
}  // namespace allot
