#include "program/child_process.hpp"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

namespace allot::program {
namespace {

Status failed(const std::string& what, int error) {
  return {StatusCode::io_error, what + ": " + std::strerror(error)};
}

// Closes what it holds.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() { close(); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  [[nodiscard]] int number() const { return number_; }
  void close() {
    if (number_ >= 0) ::close(number_);
    number_ = -1;
  }

 private:
  int number_;
};

struct Actions {
  Actions() { ::posix_spawn_file_actions_init(&list); }
  ~Actions() { ::posix_spawn_file_actions_destroy(&list); }
  Actions(const Actions&) = delete;
  Actions& operator=(const Actions&) = delete;
  posix_spawn_file_actions_t list{};
};

// Reads until the child's output ends, and kills it on the way when it is to be killed.
std::string read_all(int from, pid_t child, const ChildOptions& options, bool (*stop_requested)()) {
  std::string out;
  std::uint64_t lines = 0;
  bool killed = false;
  bool asked = false;
  std::array<char, 4'096> bytes;
  while (true) {
    if (stop_requested() && !asked) {
      ::kill(child, SIGTERM);
      asked = true;
    }
    const ssize_t got = ::read(from, bytes.data(), bytes.size());
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return out;
    const auto size = static_cast<std::size_t>(got);
    out.append(bytes.data(), size);
    lines += static_cast<std::uint64_t>(std::count(bytes.data(), bytes.data() + size, '\n'));
    if (killed || !options.kill_after_lines || lines < *options.kill_after_lines) continue;
    ::kill(child, SIGKILL);
    killed = true;
  }
}

int end_of(pid_t child) {
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

}  // namespace

Result<ChildEnd> run_child(const std::vector<std::string>& arguments, const ChildOptions& options,
                           bool (*stop_requested)()) {
  const std::string input = options.input.empty() ? "/dev/null" : options.input;
  const Descriptor in(::open(input.c_str(), O_RDONLY | O_CLOEXEC));
  if (in.number() < 0) return failed(input, errno);
  if (options.input_from != 0 &&
      ::lseek(in.number(), static_cast<off_t>(options.input_from), SEEK_SET) < 0) {
    return failed(input, errno);
  }
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) return failed("a pipe", errno);
  const Descriptor out(ends[0]);
  Descriptor its_out(ends[1]);

  Actions actions;
  ::posix_spawn_file_actions_adddup2(&actions.list, in.number(), STDIN_FILENO);
  ::posix_spawn_file_actions_adddup2(&actions.list, its_out.number(), STDOUT_FILENO);
  if (options.errors_with_output) {
    ::posix_spawn_file_actions_adddup2(&actions.list, its_out.number(), STDERR_FILENO);
  }
  std::vector<std::string> words{"allot"};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<char*> argv;
  for (std::string& word : words) argv.push_back(word.data());
  argv.push_back(nullptr);
  pid_t child = 0;
  const int error =
      ::posix_spawn(&child, "/proc/self/exe", &actions.list, nullptr, argv.data(), environ);
  if (error != 0) return failed("this program cannot be started again", error);
  its_out.close();
  ChildEnd end;
  end.out = read_all(out.number(), child, options, stop_requested);
  end.status = end_of(child);
  return end;
}

}  // namespace allot::program
