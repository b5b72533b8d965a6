#include "files/whole_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>

namespace allot::files {

namespace {

constexpr mode_t new_file_mode = 0666;  // but for what umask takes

Status cannot_be_written(const std::string& path, int error) {
  return {StatusCode::io_error, path + ": cannot be written: " + std::strerror(error)};
}

// Effects: writes all of `text` and closes. Returns: 0, or the error.
int write_all(int file, std::string_view text, bool to_disk) {
  int error = 0;
  while (error == 0 && !text.empty()) {
    const ssize_t written = ::write(file, text.data(), text.size());
    if (written >= 0) {
      text.remove_prefix(static_cast<std::size_t>(written));
    } else if (errno != EINTR) {
      error = errno;
    }
  }
  // A disk may say only then that it is full.
  if (error == 0 && to_disk && ::fsync(file) != 0 && errno != EINVAL) error = errno;
  if (::close(file) != 0 && error == 0) error = errno;
  return error;
}

Status write_over(const std::string& path, std::string_view text) {
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, new_file_mode);
  if (file < 0) return cannot_be_written(path, errno);
  const int error = write_all(file, text, false);
  return error == 0 ? Status{} : cannot_be_written(path, error);
}

}  // namespace

Status write_whole(const std::string& path, std::string_view text) {
  std::error_code fault;
  const std::filesystem::path led_to = std::filesystem::canonical(path, fault);
  const std::string place = fault ? path : led_to.string();
  struct stat there{};
  const bool was_there = ::stat(place.c_str(), &there) == 0;
  if (was_there && !S_ISREG(there.st_mode)) return write_over(path, text);
  // Its own name, so that two that write at once do not write into one another.
  const std::string part = place + '.' + std::to_string(::getpid()) + ".part";
  const int file = ::open(part.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, new_file_mode);
  if (file < 0) {
    const bool takes_none = errno == EACCES || errno == EPERM || errno == ENAMETOOLONG;
    return takes_none ? write_over(path, text) : cannot_be_written(path, errno);
  }
  if (was_there) (void)::fchmod(file, there.st_mode & 07777U);
  int error = write_all(file, text, true);
  if (error == 0 && ::rename(part.c_str(), place.c_str()) != 0) error = errno;
  if (error == 0) return {};
  (void)::unlink(part.c_str());
  return cannot_be_written(path, error);
}

}  // namespace allot::files
