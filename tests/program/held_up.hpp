// Runs the program and stops it where it has opened a file, so that a fast machine takes its time,
// too. What is sent to it meanwhile reaches it before it reads the first byte.
#pragma once

#include <fcntl.h>
#include <pty.h>
#include <signal.h>
#include <sys/ptrace.h>
#include <unistd.h>

#include <chrono>
#include <functional>
#include <optional>
#include <sstream>
#include <thread>
#include <vector>

#include "run_program.hpp"

namespace allot {

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

  // Requires: it lets itself be traced. Returns: whether it stands still now with a file open whose
  //           name ends so; false when it ended before.
  bool stop_where_it_reads(const std::string& name) {
    for (;;) {
      int status = 0;
      if (::waitpid(pid_, &status, 0) != pid_) return false;
      if (!WIFSTOPPED(status)) {
        status_ = status;
        return false;
      }
      // It stands still only when it has taken the signal: a SIGCONT before that would be lost.
      if (has_open(name)) {
        return ::ptrace(PTRACE_DETACH, pid_, nullptr, long{SIGSTOP}) == 0 &&
               ::waitpid(pid_, &status, WUNTRACED) == pid_ && WIFSTOPPED(status);
      }
      const long signal = WSTOPSIG(status) == SIGTRAP ? 0 : WSTOPSIG(status);
      if (::ptrace(PTRACE_SYSCALL, pid_, nullptr, signal) != 0) return false;
    }
  }
  void send(int signal) const { (void)::kill(pid_, signal); }
  [[nodiscard]] bool runs() {
    int status = 0;
    if (!status_ && ::waitpid(pid_, &status, WNOHANG) == pid_) status_ = status;
    return !status_;
  }
  // Returns: its exit status; the negative number of the signal that ended it.
  int wait() {
    int status = 0;
    if (!status_ && ::waitpid(pid_, &status, 0) == pid_) status_ = status;
    if (!status_) return -1;
    return WIFEXITED(*status_) ? WEXITSTATUS(*status_) : -WTERMSIG(*status_);
  }

 private:
  [[nodiscard]] bool has_open(const std::string& name) const {
    std::error_code gone;
    const std::string files = "/proc/" + std::to_string(pid_) + "/fd";
    for (const auto& file : std::filesystem::directory_iterator(files, gone)) {
      if (std::filesystem::read_symlink(file.path(), gone).string().ends_with(name)) return true;
    }
    return false;
  }

  pid_t pid_;
  std::optional<int> status_;
};

class HeldUp : public ProgramTest {
 protected:
  struct Hold {
    std::string file{};  // it is stopped where it has this open; empty: it is not
    // ... or goes on until this is true of what it printed on stdout and stderr.
    std::function<bool(const std::string& out, const std::string& err)> until{};
    int signal{};                          // that it gets then; 0: none
    std::chrono::milliseconds at_least{};  // that it is held up
    bool on_terminal{};                    // its stderr is one of 60 columns
  };

  Ran run_held_up(const std::string& verb, const Hold& hold) {
    std::vector<std::string> words{program_path()};
    std::istringstream text(verb);
    for (std::string word; text >> word;) words.push_back(word);
    std::vector<char*> arguments;
    for (std::string& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    const std::string temporary = path("temporary");
    std::filesystem::create_directories(temporary);
    const std::string out = path("held_out");
    int ends[2] = {-1, -1};
    winsize size{24, 60, 0, 0};
    if (hold.on_terminal) {
      EXPECT_EQ(::openpty(&ends[0], &ends[1], nullptr, nullptr, &size), 0);
    } else {
      EXPECT_EQ(::pipe(ends), 0);
    }
    const pid_t child = ::fork();
    if (child == 0) {
      (void)::setenv("TMPDIR", temporary.c_str(), 1);
      (void)::dup2(::open(out.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600), STDOUT_FILENO);
      (void)::dup2(ends[1], STDERR_FILENO);
      (void)::close(ends[0]);
      (void)::close(ends[1]);
      if (!hold.file.empty()) (void)::ptrace(PTRACE_TRACEME, 0, nullptr, nullptr);
      (void)::execv(arguments[0], arguments.data());
      ::_exit(127);
    }
    (void)::close(ends[1]);
    Process process(child);
    Ran ran;
    if (!hold.file.empty()) {
      EXPECT_TRUE(process.stop_where_it_reads(hold.file)) << verb;
      if (hold.signal != 0) process.send(hold.signal);
      std::this_thread::sleep_for(hold.at_least);
      process.send(SIGCONT);
    } else if (hold.signal != 0) {
      (void)::fcntl(ends[0], F_SETFL, O_NONBLOCK);
      while (process.runs() && !hold.until(file_text(out), ran.err)) {
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
        take(ends[0], ran.err);
      }
      (void)::fcntl(ends[0], F_SETFL, 0);
      process.send(hold.signal);
    }
    while (take(ends[0], ran.err)) {
    }
    (void)::close(ends[0]);
    ran.status = process.wait();
    ran.out = file_text(out);
    return ran;
  }

  // Returns: how many files and directories are among the temporary ones.
  [[nodiscard]] std::size_t temporary_left() const {
    std::size_t left = 0;
    for (const auto& entry : std::filesystem::directory_iterator(path("temporary"))) {
      left += entry.exists() ? 1U : 0U;
    }
    return left;
  }

 private:
  // Returns: whether there was something to read.
  static bool take(int from, std::string& into) {
    char piece[4'096];
    const ssize_t got = ::read(from, piece, sizeof piece);
    if (got > 0) into.append(piece, static_cast<std::size_t>(got));
    return got > 0;
  }
};

}  // namespace allot
