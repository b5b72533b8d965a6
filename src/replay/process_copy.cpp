#include "replay/process_copy.hpp"

#include <fcntl.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <string>
#include <system_error>

namespace allot {
namespace {

// Every signal of this thread waits for as long as this lives, and in a copy for good.
class NoSignals {
 public:
  NoSignals() noexcept {
    sigset_t all;
    ::sigfillset(&all);
    ::pthread_sigmask(SIG_SETMASK, &all, &before_);
  }
  ~NoSignals() { ::pthread_sigmask(SIG_SETMASK, &before_, nullptr); }
  NoSignals(const NoSignals&) = delete;
  NoSignals& operator=(const NoSignals&) = delete;

 private:
  sigset_t before_{};
};

Status no_copy(int error) {
  return {StatusCode::io_error, "the process cannot be copied for a dry run (fork): " +
                                    std::generic_category().message(error)};
}

}  // namespace

void ToldByCopy::write(std::span<const std::byte> bytes) noexcept {
  while (!bytes.empty() && !reader_is_gone_) {
    const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
    if (written >= 0) {
      bytes = bytes.subspan(static_cast<std::size_t>(written));
    } else if (errno != EINTR) {
      reader_is_gone_ = true;
    }
  }
}

bool HeardOfCopy::read(std::span<std::byte> into) noexcept {
  while (!into.empty()) {
    const ssize_t count = ::read(descriptor_, into.data(), into.size());
    if (count > 0) {
      into = into.subspan(static_cast<std::size_t>(count));
    } else if (count == 0 || errno != EINTR) {
      return false;
    }
  }
  return true;
}

Status act_in_copy(const std::function<void(ToldByCopy&)>& act,
                   const std::function<void(HeardOfCopy&)>& hear) {
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) return no_copy(errno);
  pid_t copy = -1;
  int error = 0;
  {
    const NoSignals no_signals;
    copy = ::fork();
    error = errno;
    if (copy == 0) {
      ::close(ends[0]);
      ToldByCopy told(ends[1]);
      act(told);
      ::_exit(0);
    }
  }
  ::close(ends[1]);
  if (copy > 0) {
    HeardOfCopy heard(ends[0]);
    hear(heard);
  }
  ::close(ends[0]);
  if (copy < 0) return no_copy(error);
  // A host that reaps every child may have had this one, too.
  while (::waitpid(copy, nullptr, 0) < 0 && errno == EINTR) {
  }
  return {};
}

}  // namespace allot
