#include "program/line_reader.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

#include "program/interruption.hpp"

namespace allot::program {
namespace {

Status system_fault(const std::string& name, const char* what) {
  const int error = errno;
  return {error == ENOENT ? StatusCode::not_found : StatusCode::io_error,
          name + ": " + what + ": " + std::generic_category().message(error)};
}

}  // namespace

LineReader::~LineReader() {
  if (owned_) ::close(descriptor_);
}

Status LineReader::open(const std::string& file) {
  name_ = file == "-" ? "stdin" : file;
  owned_ = file != "-";
  // A pipe waits for whoever writes into it.
  do {
    descriptor_ = owned_ ? ::open(file.c_str(), O_RDONLY | O_CLOEXEC) : STDIN_FILENO;
  } while (descriptor_ < 0 && errno == EINTR && !Interruption::came());
  if (descriptor_ >= 0) {
    struct stat what{};
    if (::fstat(descriptor_, &what) == 0 && S_ISREG(what.st_mode)) {
      bytes_ = static_cast<std::uint64_t>(what.st_size);
    }
    return {};
  }
  owned_ = false;
  return system_fault(name_, "cannot be opened");
}

Result<bool> LineReader::look_ahead(const std::function<bool(std::string_view)>& see) const {
  struct stat what{};
  if (::fstat(descriptor_, &what) != 0 || !S_ISREG(what.st_mode)) return false;
  off_t at = ::lseek(descriptor_, 0, SEEK_CUR);
  if (at < 0) return false;
  std::string piece(std::size_t{256} << 10U, '\0');
  for (;;) {
    const ssize_t count = ::pread(descriptor_, piece.data(), piece.size(), at);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return system_fault(name_, "cannot be read");
    if (count == 0 || !see({piece.data(), static_cast<std::size_t>(count)})) return true;
    at += count;
  }
}

Result<bool> LineReader::fill() {
  constexpr std::size_t chunk = 64 * 1024;
  buffer_.erase(0, begin_);
  begin_ = 0;
  const std::size_t used = buffer_.size();
  buffer_.resize(used + chunk);
  for (;;) {
    if (Interruption::came()) {
      buffer_.clear();  // what has no end yet is no line
      return false;
    }
    const ssize_t count = ::read(descriptor_, buffer_.data() + used, chunk);
    if (count < 0 && errno == EINTR) continue;
    read_ += static_cast<std::uint64_t>(std::max<ssize_t>(count, 0));
    buffer_.resize(used + (count > 0 ? static_cast<std::size_t>(count) : 0));
    if (count < 0) return system_fault(name_, "cannot be read");
    return count > 0;
  }
}

std::optional<double> LineReader::done() const noexcept {
  return share(read_ - (buffer_.size() - begin_));
}

std::optional<double> LineReader::share(std::uint64_t bytes) const noexcept {
  if (bytes_ == 0) return std::nullopt;
  return std::min(1.0, static_cast<double>(bytes) / static_cast<double>(bytes_));
}

bool LineReader::ready() const noexcept { return buffer_.find('\n', begin_) != std::string::npos; }

Result<std::optional<std::string_view>> LineReader::next() {
  std::size_t searched = begin_;
  for (;;) {
    const std::size_t end = buffer_.find('\n', searched);
    if (end != std::string::npos || (ended_ && begin_ < buffer_.size())) {
      const std::size_t stop = end == std::string::npos ? buffer_.size() : end;
      std::string_view line(buffer_.data() + begin_, stop - begin_);
      begin_ = end == std::string::npos ? stop : end + 1;
      if (line.ends_with('\r')) line.remove_suffix(1);
      line_end_ = static_cast<std::size_t>(line.data() - buffer_.data()) + line.size();
      ++line_;
      return std::optional(line);
    }
    if (ended_) return std::optional<std::string_view>();
    if (buffer_.size() - begin_ > line_bytes_max) {
      return Status(StatusCode::invalid_argument,
                    name_ + ':' + std::to_string(line_ + 1) +
                        ": the line is longer than 16 MiB; is this a file of JSON lines?");
    }
    searched = buffer_.size() - begin_;  // fill() moves what is left to the front
    const Result<bool> more = fill();
    if (!more.ok()) return more.status();
    ended_ = !more.value();
  }
}

}  // namespace allot::program
