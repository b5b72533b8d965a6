// The disk, as the journal sees it: a directory of files. Everything the journal keeps goes through
// here, so that a simulator can own crashes, torn writes and full disks.
//
// Threads: one thread at a time per StorageFile; Storage itself from any one thread at a time, but
//          reading and writing may happen at once: of different files, and of one file through two
//          StorageFiles (a consumer that catches up reads the file that is being written). Called
//          per frame, never per record. has_writer() from any thread.
// Errors:  a Status with the file's name and the system's words. A failed sync or durable write
//          says nothing about what reached the disk: never retry it, read again after a restart.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "allot/types/status.hpp"

namespace allot {

enum class FileMode : std::uint8_t {
  read,
  buffered,  // written data is durable after sync()
  durable,   // written data is durable when write_at returns
};

class StorageFile {
 public:
  StorageFile() = default;
  StorageFile(const StorageFile&) = delete;
  StorageFile& operator=(const StorageFile&) = delete;
  virtual ~StorageFile() = default;

  // Requires: bytes.data(), bytes.size() and offset are multiples of 4,096; mode is not read.
  // Returns:  ok when all bytes were written; otherwise any part of them may have been.
  virtual Status write_at(std::uint64_t offset, std::span<const std::byte> bytes) = 0;
  // Returns:  bytes read, which may be fewer than asked for; 0 only at the end of the file.
  virtual Result<std::size_t> read_at(std::uint64_t offset, std::span<std::byte> bytes) = 0;
  virtual Status sync() = 0;
  virtual Result<std::uint64_t> size() = 0;
};

class Storage {
 public:
  Storage() = default;
  Storage(const Storage&) = delete;
  Storage& operator=(const Storage&) = delete;
  virtual ~Storage() = default;

  // Returns: the names of all files, in no order.
  virtual Result<std::vector<std::string>> list() = 0;
  // Errors:  when a file of that name exists; storage_full when nothing was created and the same
  //          call may succeed later (no space, no descriptors).
  virtual Result<std::unique_ptr<StorageFile>> create(std::string_view name, FileMode mode) = 0;
  virtual Result<std::unique_ptr<StorageFile>> open(std::string_view name, FileMode mode) = 0;
  virtual Status remove(std::string_view name) = 0;
  // Makes creations and removals durable.
  virtual Status sync_directory() = 0;
  virtual Result<std::uint64_t> free_bytes() = 0;
  // Effects:  keeps other writers out until unlock_writer() or the end of this object. An engine
  //           does it before it reads the log. A disk that nobody else can reach needs none.
  // Errors:   invalid_argument when somebody else writes here.
  virtual Status lock_writer() { return {}; }
  virtual void unlock_writer() {}
  // Returns:  whether somebody else writes here, as far as can be known. What looks damaged may
  //           then be on its way to the disk.
  virtual bool has_writer() { return false; }
  // Returns:  how long a file may become at most.
  virtual std::uint64_t file_bytes_max() { return std::numeric_limits<std::uint64_t>::max(); }
  // For messages: where the files are.
  [[nodiscard]] virtual std::string place() const = 0;
};

// Reads until `bytes` is full or the file ends. Returns: bytes read.
[[nodiscard]] Result<std::size_t> read_full(StorageFile& file, std::uint64_t offset,
                                            std::span<std::byte> bytes);

}  // namespace allot
