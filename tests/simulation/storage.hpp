// A disk in memory whose misfortunes are chosen by the test: it crashes at a given operation, tears
// the write it dies in, loses or reorders what was not synced, forgets directory entries, runs
// full, fails syncs, and reads in small pieces. Everything follows from the seed.
//
// Operations that change something are counted from 1. After a crash every call fails until
// power_on() decides what survived. Threads: one at a time.
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <limits>
#include <map>
#include <memory>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "allot/journal/storage.hpp"

namespace allot::simulation {

using Bytes = std::vector<std::byte>;
inline constexpr std::size_t sector_bytes = 512;

struct Faults {
  std::uint64_t crash_at{0};       // number of the operation to die in; 0 = never
  std::uint64_t fail_sync_at{0};   // number of the sync that fails, losing what it was to sync
  std::uint64_t fail_write_at{0};  // number of the write that fails after a part of it
  std::uint64_t capacity{std::numeric_limits<std::uint64_t>::max()};
  std::size_t read_bytes_max{std::numeric_limits<std::size_t>::max()};
};

class SimulatedStorage final : public Storage {
  struct Inode {
    Bytes live;
    Bytes durable;
  };
  struct Write {
    std::shared_ptr<Inode> inode;
    std::uint64_t offset{};
    Bytes bytes;
  };
  using Directory = std::map<std::string, std::shared_ptr<Inode>, std::less<>>;

 public:
  explicit SimulatedStorage(std::uint64_t seed = 1) : random_(seed) {}

  Faults faults;

  [[nodiscard]] std::uint64_t operations() const noexcept { return operations_; }
  [[nodiscard]] std::uint64_t syncs() const noexcept { return syncs_; }
  [[nodiscard]] std::uint64_t writes() const noexcept { return writes_; }
  [[nodiscard]] bool crashed() const noexcept { return crashed_; }
  // Dies now, between two operations.
  void crash() noexcept { crashed_ = true; }

  // Written or created or removed, but not made durable.
  [[nodiscard]] std::size_t unsynced_writes() const noexcept { return unsynced_.size(); }
  // Unsynced writes, oldest first, that survive: bit i of `keep`. Directory changes that were not
  // synced survive when `keep_entries`.
  void power_on(std::uint64_t keep, bool keep_entries) {
    for (std::size_t i = 0; i < unsynced_.size(); ++i) {
      const bool kept = i < 64 ? ((keep >> i) & 1U) != 0 : (random_() & 1U) != 0;
      if (kept) put(unsynced_[i].inode->durable, unsynced_[i].offset, unsynced_[i].bytes);
    }
    if (keep_entries) durable_directory_ = directory_;
    directory_ = durable_directory_;
    for (auto& [name, inode] : directory_) inode->live = inode->durable;
    unsynced_.clear();
    faults = {};
    crashed_ = false;
    operations_ = syncs_ = writes_ = 0;
  }
  void power_on_at_random() { power_on(random_(), (random_() & 1U) != 0); }

  // The files as they are, for tests that damage them.
  [[nodiscard]] Bytes& file(std::string_view name) { return directory_.find(name)->second->live; }
  [[nodiscard]] std::vector<std::string> names() const {
    std::vector<std::string> all;
    for (const auto& [name, inode] : directory_) all.push_back(name);
    return all;
  }
  void put_file(const std::string& name, Bytes bytes) {
    auto inode = std::make_shared<Inode>();
    inode->live = bytes;
    inode->durable = std::move(bytes);
    directory_[name] = inode;
    durable_directory_[name] = inode;
  }
  void drop_file(std::string_view name) {
    directory_.erase(std::string{name});
    durable_directory_.erase(std::string{name});
  }
  using Image = std::map<std::string, Bytes>;
  [[nodiscard]] Image image() const {
    Image out;
    for (const auto& [name, inode] : directory_) out[name] = inode->live;
    return out;
  }
  // Replaces everything; all of it is durable.
  void load(const Image& image) {
    directory_.clear();
    durable_directory_.clear();
    unsynced_.clear();
    for (const auto& [name, bytes] : image) put_file(name, bytes);
  }

  Result<std::vector<std::string>> list() override {
    if (crashed_) return dead();
    return names();
  }

  Result<std::unique_ptr<StorageFile>> create(std::string_view name, FileMode mode) override {
    if (!crashed_ && directory_.contains(name)) {
      return Status{StatusCode::io_error, "cannot create " + std::string{name} + ": File exists"};
    }
    if (crashed_) return dead();
    const Fate fate = begin_operation();
    if (fate == Fate::undone) return dead();
    auto inode = std::make_shared<Inode>();
    directory_[std::string{name}] = inode;
    if (fate == Fate::done_unheard) return dead();
    return std::unique_ptr<StorageFile>(std::make_unique<File>(*this, std::move(inode), mode));
  }

  Result<std::unique_ptr<StorageFile>> open(std::string_view name, FileMode mode) override {
    if (crashed_) return dead();
    const auto found = directory_.find(name);
    if (found == directory_.end()) {
      return Status{StatusCode::not_found, "cannot open " + std::string{name}};
    }
    return std::unique_ptr<StorageFile>(std::make_unique<File>(*this, found->second, mode));
  }

  Status remove(std::string_view name) override {
    const Fate fate = begin_operation();
    if (fate == Fate::undone) return dead();
    directory_.erase(std::string{name});
    return fate == Fate::done_unheard ? dead() : Status{};
  }

  Status sync_directory() override {
    const Fate fate = begin_operation();
    if (fate == Fate::undone) return dead();
    if (++syncs_ == faults.fail_sync_at) return {StatusCode::io_error, "cannot sync directory"};
    durable_directory_ = directory_;
    return fate == Fate::done_unheard ? dead() : Status{};
  }

  Result<std::uint64_t> free_bytes() override {
    if (crashed_) return dead();
    const std::uint64_t used = used_bytes();
    return used >= faults.capacity ? 0 : faults.capacity - used;
  }

  [[nodiscard]] std::string place() const override { return "simulated"; }

 private:
  class File final : public StorageFile {
   public:
    File(SimulatedStorage& disk, std::shared_ptr<Inode> inode, FileMode mode)
        : disk_(disk), inode_(std::move(inode)), mode_(mode) {}

    Status write_at(std::uint64_t offset, std::span<const std::byte> bytes) override {
      const bool aligned = offset % 4'096 == 0 && bytes.size() % 4'096 == 0 &&
                           reinterpret_cast<std::uintptr_t>(bytes.data()) % 4'096 == 0;
      if (!aligned || mode_ == FileMode::read) {
        return {StatusCode::invalid_argument, "a direct write that is not aligned"};
      }
      return disk_.write(inode_, mode_, offset, bytes);
    }
    Result<std::size_t> read_at(std::uint64_t offset, std::span<std::byte> bytes) override {
      if (disk_.crashed_) return disk_.dead();
      if (offset >= inode_->live.size()) return std::size_t{0};
      const std::size_t size = std::min(
          {bytes.size(), inode_->live.size() - std::size_t{offset}, disk_.faults.read_bytes_max});
      std::memcpy(bytes.data(), inode_->live.data() + offset, size);
      return size;
    }
    Status sync() override { return disk_.sync(inode_); }
    Result<std::uint64_t> size() override {
      if (disk_.crashed_) return disk_.dead();
      return std::uint64_t{inode_->live.size()};
    }

   private:
    SimulatedStorage& disk_;
    std::shared_ptr<Inode> inode_;
    FileMode mode_;
  };

  [[nodiscard]] static Status dead() { return {StatusCode::io_error, "simulated crash"}; }

  // The operation in which the machine dies is done or not, as it happens; later ones never are.
  enum class Fate { done, done_unheard, undone };
  [[nodiscard]] Fate begin_operation() noexcept {
    if (crashed_) return Fate::undone;
    crashed_ = ++operations_ == faults.crash_at;
    if (!crashed_) return Fate::done;
    return (random_() & 1U) != 0 ? Fate::done_unheard : Fate::undone;
  }

  static void put(Bytes& file, std::uint64_t offset, std::span<const std::byte> bytes) {
    if (file.size() < offset + bytes.size()) file.resize(offset + bytes.size());
    std::memcpy(file.data() + offset, bytes.data(), bytes.size());
  }

  [[nodiscard]] std::uint64_t used_bytes() const noexcept {
    std::uint64_t used = 0;
    for (const auto& [name, inode] : directory_) used += inode->live.size();
    return used;
  }

  Status write(const std::shared_ptr<Inode>& inode, FileMode mode, std::uint64_t offset,
               std::span<const std::byte> bytes) {
    if (crashed_) return dead();
    if (begin_operation() != Fate::done) {
      tear(inode, mode, offset, bytes);
      return dead();
    }
    const std::uint64_t end = offset + bytes.size();
    const std::uint64_t growth = end > inode->live.size() ? end - inode->live.size() : 0;
    const bool full = used_bytes() + growth > faults.capacity;
    if (++writes_ == faults.fail_write_at || full) {
      keep(inode, mode, offset, bytes.first(bytes.size() / 2 / sector_bytes * sector_bytes));
      return {full ? StatusCode::storage_full : StatusCode::io_error, "cannot write"};
    }
    keep(inode, mode, offset, bytes);
    return {};
  }

  void keep(const std::shared_ptr<Inode>& inode, FileMode mode, std::uint64_t offset,
            std::span<const std::byte> bytes) {
    put(inode->live, offset, bytes);
    if (mode == FileMode::durable) {
      put(inode->durable, offset, bytes);
    } else {
      unsynced_.push_back({inode, offset, Bytes(bytes.begin(), bytes.end())});
    }
  }

  // Each sector of the dying write reaches the disk or not; sometimes a clean prefix does.
  void tear(const std::shared_ptr<Inode>& inode, FileMode mode, std::uint64_t offset,
            std::span<const std::byte> bytes) {
    const bool prefix = (random_() & 1U) != 0;
    const std::size_t sectors = bytes.size() / sector_bytes;
    const std::size_t whole = random_() % (sectors + 1);
    for (std::size_t i = 0; i < sectors; ++i) {
      if (prefix ? i >= whole : (random_() & 1U) == 0) continue;
      keep(inode, mode, offset + i * sector_bytes, bytes.subspan(i * sector_bytes, sector_bytes));
    }
  }

  Status sync(const std::shared_ptr<Inode>& inode) {
    const Fate fate = begin_operation();
    if (fate == Fate::undone) return dead();
    const bool fails = ++syncs_ == faults.fail_sync_at;
    // A failed sync calls its pages clean all the same: a second one would lie.
    std::erase_if(unsynced_, [&](const Write& write) {
      if (write.inode != inode) return false;
      if (!fails || (random_() & 1U) != 0) put(inode->durable, write.offset, write.bytes);
      return true;
    });
    if (fails) return {StatusCode::io_error, "cannot sync"};
    return fate == Fate::done_unheard ? dead() : Status{};
  }

  std::mt19937_64 random_;
  Directory directory_;
  Directory durable_directory_;
  std::vector<Write> unsynced_;
  std::uint64_t operations_{0};
  std::uint64_t syncs_{0};
  std::uint64_t writes_{0};
  bool crashed_{false};
};

}  // namespace allot::simulation
