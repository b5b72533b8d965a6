#include "allot/journal/posix_storage.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <cerrno>
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

class PosixFile final : public StorageFile {
 public:
  // sync_writes: writes have to be followed by fdatasync to be durable.
  PosixFile(std::string path, int descriptor, bool sync_writes)
      : path_(std::move(path)), descriptor_(descriptor), sync_writes_(sync_writes) {}
  ~PosixFile() override { ::close(descriptor_); }

  Status write_at(std::uint64_t offset, std::span<const std::byte> bytes) override {
    while (!bytes.empty()) {
      const ssize_t wrote =
          ::pwrite(descriptor_, bytes.data(), bytes.size(), static_cast<off_t>(offset));
      if (wrote < 0 && errno == EINTR) continue;
      if (wrote < 0) return failed("write", path_, errno);
      if (wrote == 0) return failed("write", path_, ENOSPC);
      offset += static_cast<std::uint64_t>(wrote);
      bytes = bytes.subspan(static_cast<std::size_t>(wrote));
    }
    return sync_writes_ ? sync() : Status{};
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
    return ::fdatasync(descriptor_) == 0 ? Status{} : failed("sync", path_, errno);
  }

  Result<std::uint64_t> size() override {
    struct stat facts{};
    if (::fstat(descriptor_, &facts) != 0) return failed("look at", path_, errno);
    return static_cast<std::uint64_t>(facts.st_size);
  }

 private:
  std::string path_;
  int descriptor_;
  bool sync_writes_;
};

class PosixStorage final : public Storage {
 public:
  PosixStorage(std::string directory, int descriptor)
      : directory_(std::move(directory)), descriptor_(descriptor) {}
  ~PosixStorage() override { ::close(descriptor_); }

  Result<std::vector<std::string>> list() override {
    DIR* entries = ::opendir(directory_.c_str());
    if (entries == nullptr) return failed("list", directory_, errno);
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
    return open_file(name, mode, O_CREAT | O_EXCL, "create");
  }

  Result<std::unique_ptr<StorageFile>> open(std::string_view name, FileMode mode) override {
    return open_file(name, mode, 0, "open");
  }

  Status remove(std::string_view name) override {
    const std::string path = path_of(name);
    return ::unlink(path.c_str()) == 0 ? Status{} : failed("remove", path, errno);
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
    if (error == 0) return {};
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

  [[nodiscard]] std::string place() const override { return directory_; }

 private:
  [[nodiscard]] std::string path_of(std::string_view name) const {
    return std::string{directory_}.append("/").append(name);
  }

  Result<std::unique_ptr<StorageFile>> open_file(std::string_view name, FileMode mode, int flags,
                                                 std::string_view verb) {
    std::string path = path_of(name);
    const int access = mode == FileMode::read ? O_RDONLY : O_RDWR;
    const int direct = mode == FileMode::durable ? O_DIRECT | O_DSYNC : 0;
    bool sync_writes = false;
    int descriptor = open_retrying(path, flags | access | direct);
    if (descriptor < 0 && direct != 0 && errno == EINVAL) {
      // This file system knows no direct writes (tmpfs, some network disks). A failed open may
      // have created the file already.
      sync_writes = true;
      descriptor = open_retrying(path, (flags & ~O_EXCL) | access);
    }
    if (descriptor < 0) return failed(verb, path, errno);
    return std::unique_ptr<StorageFile>(
        std::make_unique<PosixFile>(std::move(path), descriptor, sync_writes));
  }

  [[nodiscard]] static int open_retrying(const std::string& path, int flags) noexcept {
    for (;;) {
      const int descriptor = ::open(path.c_str(), flags | O_CLOEXEC, 0644);
      if (descriptor >= 0 || errno != EINTR) return descriptor;
    }
  }

  std::string directory_;
  int descriptor_;
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

Result<std::unique_ptr<Storage>> open_posix_storage(const std::string& directory) {
  if (directory.empty()) {
    return Status{StatusCode::invalid_argument, "the log's directory has no name; give one"};
  }
  // The system would take what stands before it for the name.
  if (directory.find('\0') != std::string::npos) {
    return Status{StatusCode::invalid_argument,
                  "the name of the log's directory has a zero byte inside; it begins with " +
                      std::string(directory.c_str())};
  }
  if (::mkdir(directory.c_str(), 0755) == 0) {
    if (Status status = sync_parent(directory); !status.ok()) return status;
  } else if (errno != EEXIST) {
    return failed("create directory", directory, errno);
  }
  const int descriptor = ::open(directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return failed("open directory", directory, errno);
  return std::unique_ptr<Storage>(std::make_unique<PosixStorage>(directory, descriptor));
}

}  // namespace allot
