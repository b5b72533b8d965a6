// A disk in memory that a test can hold up, fill up, break, and crash.
#pragma once

#include <algorithm>
#include <condition_variable>
#include <cstring>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "allot/journal/storage.hpp"

namespace allot::test {

class MemoryStorage final : public Storage {
 public:
  struct Contents {
    std::vector<std::byte> written;
    std::vector<std::byte> durable;
  };

  // ---- what a test does to the disk ----

  // Effects: writes and syncs wait until release().
  void hold() {
    set([this] { held_ = true; });
  }
  void release() {
    set([this] { held_ = false; });
  }
  // Returns: whether somebody waits for release().
  [[nodiscard]] bool waits() {
    const std::lock_guard lock(mutex_);
    return waiting_ != 0;
  }
  // Effects: every write and sync from now on fails.
  void break_down() {
    set([this] { broken_ = true; });
  }
  // Effects: the next `calls` writes and syncs succeed, those after them fail.
  void break_down_after(unsigned calls) {
    set([this, calls] { calls_left_ = calls; });
  }
  // Effects: turns a bit of a file around.
  void flip(const std::string& name, std::size_t offset) {
    set([&] { files_.at(name)->written.at(offset) ^= std::byte{1}; });
  }
  void set_free_bytes(std::uint64_t bytes) {
    set([this, bytes] { free_bytes_ = bytes; });
  }
  // Returns: a disk with what a power cut would leave.
  [[nodiscard]] std::unique_ptr<MemoryStorage> crashed() {
    const std::lock_guard lock(mutex_);
    auto left = std::make_unique<MemoryStorage>();
    for (const auto& [name, contents] : files_) {
      left->files_[name] = std::make_shared<Contents>(
          Contents{.written = contents->durable, .durable = contents->durable});
    }
    return left;
  }

  // ---- Storage ----

  Result<std::vector<std::string>> list() override {
    const std::lock_guard lock(mutex_);
    std::vector<std::string> names;
    for (const auto& [name, contents] : files_) names.push_back(name);
    return names;
  }
  Result<std::unique_ptr<StorageFile>> create(std::string_view name, FileMode mode) override {
    const std::lock_guard lock(mutex_);
    auto [at, added] = files_.try_emplace(std::string(name), std::make_shared<Contents>());
    if (!added) return Status(StatusCode::io_error, std::string(name) + " exists");
    return std::unique_ptr<StorageFile>(std::make_unique<File>(*this, at->second, mode));
  }
  Result<std::unique_ptr<StorageFile>> open(std::string_view name, FileMode mode) override {
    const std::lock_guard lock(mutex_);
    const auto at = files_.find(std::string(name));
    if (at == files_.end()) return Status(StatusCode::not_found, std::string(name) + " is absent");
    return std::unique_ptr<StorageFile>(std::make_unique<File>(*this, at->second, mode));
  }
  Status remove(std::string_view name) override {
    const std::lock_guard lock(mutex_);
    files_.erase(std::string(name));
    return {};
  }
  Status sync_directory() override { return {}; }
  Result<std::uint64_t> free_bytes() override {
    const std::lock_guard lock(mutex_);
    return free_bytes_;
  }
  [[nodiscard]] std::string place() const override { return "memory"; }

 private:
  class File final : public StorageFile {
   public:
    File(MemoryStorage& storage, std::shared_ptr<Contents> contents, FileMode mode)
        : storage_(storage), contents_(std::move(contents)), mode_(mode) {}

    Status write_at(std::uint64_t offset, std::span<const std::byte> bytes) override {
      std::unique_lock lock(storage_.mutex_);
      storage_.wait_released(lock);
      if (storage_.fails()) return {StatusCode::io_error, "the disk broke down"};
      put(contents_->written, offset, bytes);
      if (mode_ == FileMode::durable) put(contents_->durable, offset, bytes);
      return {};
    }
    Result<std::size_t> read_at(std::uint64_t offset, std::span<std::byte> bytes) override {
      const std::lock_guard lock(storage_.mutex_);
      const std::vector<std::byte>& from = contents_->written;
      if (offset >= from.size()) return std::size_t{0};
      const std::size_t count =
          std::min<std::size_t>(bytes.size(), from.size() - static_cast<std::size_t>(offset));
      std::memcpy(bytes.data(), from.data() + offset, count);
      return count;
    }
    Status sync() override {
      std::unique_lock lock(storage_.mutex_);
      storage_.wait_released(lock);
      if (storage_.fails()) return {StatusCode::io_error, "the disk broke down"};
      contents_->durable = contents_->written;
      return {};
    }
    Result<std::uint64_t> size() override {
      const std::lock_guard lock(storage_.mutex_);
      return std::uint64_t{contents_->written.size()};
    }

   private:
    static void put(std::vector<std::byte>& into, std::uint64_t offset,
                    std::span<const std::byte> bytes) {
      const std::size_t end = static_cast<std::size_t>(offset) + bytes.size();
      if (into.size() < end) into.resize(end);
      std::memcpy(into.data() + offset, bytes.data(), bytes.size());
    }

    MemoryStorage& storage_;
    std::shared_ptr<Contents> contents_;
    FileMode mode_;
  };

  template <class Change>
  void set(Change&& change) {
    const std::lock_guard lock(mutex_);
    change();
    changed_.notify_all();
  }

  void wait_released(std::unique_lock<std::mutex>& lock) {
    ++waiting_;
    changed_.wait(lock, [this] { return !held_; });
    --waiting_;
  }

  // Requires: the lock is held. Returns: whether this write or sync fails.
  [[nodiscard]] bool fails() noexcept {
    if (calls_left_ && (*calls_left_)-- == 0) {
      broken_ = true;
      calls_left_.reset();
    }
    return broken_;
  }

  std::mutex mutex_;
  std::condition_variable changed_;
  std::optional<unsigned> calls_left_;
  std::map<std::string, std::shared_ptr<Contents>> files_;
  std::uint64_t free_bytes_{std::uint64_t{1} << 40U};
  bool held_{false};
  unsigned waiting_{0};
  bool broken_{false};
};

}  // namespace allot::test
