#include "allot/journal/posix_storage.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <cerrno>
#include <limits>
#include <system_error>
#include <utility>

#include "journal/writer_lock.hpp"

namespace allot {
namespace {

[[nodiscard]] Status failed(std::string_view what, const std::string& path, int error) {
  const bool full = error == ENOSPC || error == EDQUOT;
  std::string text{"cannot "};
  text.append(what).append(" ").append(path).append(": ");
  text.append(std::generic_category().message(error));
  if (full) text.append("; free space on this disk and recover the log");
  return {full ? StatusCode::storage_full
               : (error == ENOENT ? StatusCode::not_found : StatusCode::io_error),
          std::move(text)};
}

// A file that was not created; what can be had again later is storage_full, as the interface says.
[[nodiscard]] Status failed_create(const std::string& path, int error) {
  if (error == ENOENT) {
    return {StatusCode::io_error, "cannot create " + path + ": its directory was deleted"};
  }
  const bool descriptors = error == EMFILE || error == ENFILE;
  if (!descriptors && error != ENOMEM) return failed("create", path, error);
  return {StatusCode::storage_full,
          "cannot create " + path + ": " + std::generic_category().message(error) +
              (descriptors ? "; close some, or let this process have more" : "; free memory")};
}

// The longest file that this process may write (RLIMIT_FSIZE).
[[nodiscard]] std::uint64_t longest_file() noexcept {
  rlimit limit{};
  if (::getrlimit(RLIMIT_FSIZE, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY) {
    return std::numeric_limits<std::uint64_t>::max();
  }
  return limit.rlim_cur;
}

class PosixFile final : public StorageFile {
 public:
  // sync_writes: writes have to be followed by fdatasync to be durable.
  PosixFile(std::string path, int descriptor, bool sync_writes)
      : path_(std::move(path)), descriptor_(descriptor), sync_writes_(sync_writes) {}
  ~PosixFile() override { ::close(descriptor_); }

  Status write_at(std::uint64_t offset, std::span<const std::byte> bytes) override {
    // The system would send SIGXFSZ, which ends a host that does not expect it.
    if (const std::uint64_t most = longest_file(); offset + bytes.size() > most) {
      return {StatusCode::storage_full,
              "cannot write " + path_ + ": this process may write files of at most " +
                  std::to_string(most) + " bytes (RLIMIT_FSIZE); raise that and recover the log"};
    }
    while (!bytes.empty()) {
      const ssize_t wrote =
          ::pwrite(descriptor_, bytes.data(), bytes.size(), static_cast<off_t>(offset));
      if (wrote < 0 && errno == EINTR) continue;
      if (wrote < 0) return failed("write", path_, errno);
      if (wrote == 0) return failed("write", path_, ENOSPC);
      offset += static_cast<std::uint64_t>(wrote);
      bytes = bytes.subspan(static_cast<std::size_t>(wrote));
    }
    return sync_writes_ ? sync() : still_there();
  }

  Result<std::size_t> read_at(std::uint64_t offset, std::span<std::byte> bytes) override {
    for (;;) {
      const ssize_t got =
          ::pread(descriptor_, bytes.data(), bytes.size(), static_cast<off_t>(offset));
      if (got >= 0) return static_cast<std::size_t>(got);
      if (errno != EINTR) return failed("read", path_, errno);
    }
  }

  Status sync() override {
    // After a failure the kernel may call pages clean that never reached the disk: no second try.
    return ::fdatasync(descriptor_) == 0 ? still_there() : failed("sync", path_, errno);
  }

  Result<std::uint64_t> size() override {
    struct stat facts{};
    if (::fstat(descriptor_, &facts) != 0) return failed("look at", path_, errno);
    return static_cast<std::uint64_t>(facts.st_size);
  }

 private:
  // What is written to a deleted file is durable and nobody will ever read it. A directory cannot
  // be deleted without the files in it.
  [[nodiscard]] Status still_there() {
    struct stat facts{};
    if (::fstat(descriptor_, &facts) != 0) return failed("look at", path_, errno);
    if (facts.st_nlink != 0) return {};
    return {StatusCode::io_error,
            path_ + " was deleted while it was written: what it held is lost to who opens the log"};
  }

  std::string path_;
  int descriptor_;
  bool sync_writes_;
};

class PosixStorage final : public Storage {
 public:
  PosixStorage(std::string directory, int descriptor)
      : directory_(std::move(directory)), descriptor_(descriptor) {}
  ~PosixStorage() override {
    drop_spare();
    ::close(descriptor_);
  }

  Result<std::vector<std::string>> list() override {
    const int again = ::openat(descriptor_, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    DIR* entries = again < 0 ? nullptr : ::fdopendir(again);
    if (entries == nullptr) {
      const int error = errno;
      if (again >= 0) ::close(again);
      return failed("list", directory_, error);
    }
    std::vector<std::string> names;
    errno = 0;
    while (const dirent* entry = ::readdir(entries)) {  // NOLINT: one stream, one thread
      const std::string_view name{entry->d_name};
      if (name != "." && name != "..") names.emplace_back(name);
      errno = 0;
    }
    const int error = errno;
    ::closedir(entries);
    if (error != 0) return failed("list", directory_, error);
    return names;
  }

  Result<std::unique_ptr<StorageFile>> create(std::string_view name, FileMode mode) override {
    return open_file(name, mode, O_CREAT | O_EXCL);
  }

  Result<std::unique_ptr<StorageFile>> open(std::string_view name, FileMode mode) override {
    struct stat facts{};
    // Before it is opened: to open a FIFO waits for its other end.
    if (::fstatat(descriptor_, std::string{name}.c_str(), &facts, 0) == 0 &&
        !S_ISREG(facts.st_mode)) {
      return not_regular(name);
    }
    return open_file(name, mode, 0);
  }

  Status remove(std::string_view name) override {
    if (::unlinkat(descriptor_, std::string{name}.c_str(), 0) == 0) return {};
    return failed("remove", path_of(name), errno);
  }

  Status sync_directory() override {
    return ::fsync(descriptor_) == 0 ? Status{} : failed("sync", directory_, errno);
  }

  Result<std::uint64_t> free_bytes() override {
    struct statvfs facts{};
    if (::fstatvfs(descriptor_, &facts) != 0) return failed("look at", directory_, errno);
    return static_cast<std::uint64_t>(facts.f_bavail) * facts.f_frsize;
  }

  // The lock ends with the process, however that ends.
  Status lock_writer() override {
    const int error = lock_.held() ? EWOULDBLOCK : lock_.take(descriptor_);
    if (error == 0) {
      keep_spare();
      return {};
    }
    if (error == EWOULDBLOCK) {
      return {StatusCode::invalid_argument,
              directory_ +
                  ": another engine writes this log; stop that one first, or give this "
                  "one a directory of its own"};
    }
    // Some network disks lock no directories; there the host alone keeps writers apart.
    const bool unknown = error == EBADF || error == EINVAL || error == ENOLCK || error == ENOTSUP;
    return unknown ? Status{} : failed("lock", directory_, error);
  }
  void unlock_writer() override { lock_.release(); }
  bool has_writer() override { return !lock_.held() && WriterLock::is_held(descriptor_); }
  std::uint64_t file_bytes_max() override { return longest_file(); }

  [[nodiscard]] std::string place() const override { return directory_; }

 private:
  [[nodiscard]] std::string path_of(std::string_view name) const {
    return std::string{directory_}.append("/").append(name);
  }

  [[nodiscard]] Status not_regular(std::string_view name) const {
    return {StatusCode::corrupt,
            path_of(name) + " is no regular file, as all of a log are; move it away"};
  }

  Result<std::unique_ptr<StorageFile>> open_file(std::string_view name, FileMode mode, int flags) {
    const std::string file{name};
    const int access = mode == FileMode::read ? O_RDONLY : O_RDWR;
    const int direct = mode == FileMode::durable ? O_DIRECT | O_DSYNC : 0;
    bool sync_writes = false;
    int descriptor = open_retrying(file, flags | access | direct);
    if (descriptor < 0 && flags != 0 && errno == EMFILE && drop_spare()) {
      descriptor = open_retrying(file, flags | access | direct);
    }
    if (descriptor < 0 && direct != 0 && errno == EINVAL) {
      // This file system knows no direct writes (tmpfs, some network disks). A failed open may
      // have created the file already.
      sync_writes = true;
      descriptor = open_retrying(file, (flags & ~O_EXCL) | access);
    }
    if (descriptor < 0) {
      const int error = errno;
      return flags != 0 ? failed_create(path_of(name), error)
                        : failed("open", path_of(name), error);
    }
    if (flags != 0 && lock_.held()) keep_spare();
    auto opened = std::make_unique<PosixFile>(path_of(name), descriptor, sync_writes);
    struct stat facts{};
    if (::fstat(descriptor, &facts) != 0) return failed("look at", path_of(name), errno);
    if (!S_ISREG(facts.st_mode)) return not_regular(name);
    return std::unique_ptr<StorageFile>(std::move(opened));
  }

  // A descriptor in hand, for the next segment of a process that has used up all others.
  void keep_spare() noexcept {
    if (spare_ < 0) spare_ = ::fcntl(descriptor_, F_DUPFD_CLOEXEC, 0);
  }
  // Returns: whether there was one.
  bool drop_spare() noexcept {
    if (spare_ < 0) return false;
    ::close(spare_);
    spare_ = -1;
    return true;
  }

  // Names are looked up in the directory as it was opened, wherever that or the process has gone.
  [[nodiscard]] int open_retrying(const std::string& name, int flags) const noexcept {
    for (;;) {
      const int descriptor =
          ::openat(descriptor_, name.c_str(), flags | O_CLOEXEC | O_NONBLOCK, 0644);
      if (descriptor >= 0 || errno != EINTR) return descriptor;
    }
  }

  std::string directory_;
  int descriptor_;
  int spare_{-1};
  WriterLock lock_;
};

// Makes the entry of a new directory durable.
[[nodiscard]] Status sync_parent(const std::string& directory) {
  const std::size_t end = directory.find_last_not_of('/');
  const std::size_t slash = directory.find_last_of('/', end);
  const std::string parent =
      slash == std::string::npos ? "." : (slash == 0 ? "/" : directory.substr(0, slash));
  const int descriptor = ::open(parent.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return failed("open directory", parent, errno);
  const int error = ::fsync(descriptor) == 0 ? 0 : errno;
  ::close(descriptor);
  return error == 0 ? Status{} : failed("sync", parent, error);
}

}  // namespace

Result<std::unique_ptr<Storage>> open_posix_storage(const std::string& directory,
                                                    IfMissing if_missing) {
  if (directory.empty()) {
    return Status{StatusCode::invalid_argument, "the log's directory has no name; give one"};
  }
  // The system would take what stands before it for the name.
  if (directory.find('\0') != std::string::npos) {
    return Status{StatusCode::invalid_argument,
                  "the name of the log's directory has a zero byte inside; it begins with " +
                      std::string(directory.c_str())};
  }
  if (if_missing == IfMissing::create) {
    if (::mkdir(directory.c_str(), 0755) == 0) {
      if (Status status = sync_parent(directory); !status.ok()) return status;
    } else if (errno != EEXIST) {
      return failed("create directory", directory, errno);
    }
  }
  const int descriptor = ::open(directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return failed("open directory", directory, errno);
  return std::unique_ptr<Storage>(std::make_unique<PosixStorage>(directory, descriptor));
}

}  // namespace allot
