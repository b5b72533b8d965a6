// The storage of a log that one thread writes while others of the same process read it: what the
// interface allows to one thread at a time is done by one at a time.
//
// Threads: any; each file that it gives out, one at a time. Ownership: borrows the storage.
#pragma once

#include <atomic>
#include <mutex>

#include "allot/journal/storage.hpp"

namespace allot {

class SharedStorage final : public Storage {
 public:
  explicit SharedStorage(Storage& storage) : storage_(storage) {}

  Result<std::vector<std::string>> list() override {
    const std::lock_guard lock(mutex_);
    return storage_.list();
  }
  Result<std::unique_ptr<StorageFile>> create(std::string_view name, FileMode mode) override {
    const std::lock_guard lock(mutex_);
    return storage_.create(name, mode);
  }
  Result<std::unique_ptr<StorageFile>> open(std::string_view name, FileMode mode) override {
    const std::lock_guard lock(mutex_);
    return storage_.open(name, mode);
  }
  Status remove(std::string_view name) override {
    const std::lock_guard lock(mutex_);
    return storage_.remove(name);
  }
  Status sync_directory() override {
    const std::lock_guard lock(mutex_);
    return storage_.sync_directory();
  }
  Result<std::uint64_t> free_bytes() override {
    const std::lock_guard lock(mutex_);
    return storage_.free_bytes();
  }
  Status lock_writer() override { return storage_.lock_writer(); }
  void unlock_writer() override { storage_.unlock_writer(); }
  bool has_writer() override { return writes_.load() || storage_.has_writer(); }
  std::uint64_t file_bytes_max() override { return storage_.file_bytes_max(); }
  [[nodiscard]] std::string place() const override { return storage_.place(); }

  // Effects: readers are told, or not any more, that this process writes the log.
  void set_writes(bool writes) noexcept { writes_.store(writes); }

 private:
  Storage& storage_;
  std::mutex mutex_;
  std::atomic<bool> writes_{false};
};

}  // namespace allot
