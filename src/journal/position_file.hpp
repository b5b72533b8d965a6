// How far a consumer has come, kept beside the log under the consumer's name.
//
// A file of two blocks. What was synced last stands in one of them, and is not touched until what
// is written into the other one is synced as well; so whatever a crash leaves of the other, one is
// whole. A file whose blocks are both damaged is an error, never a consumer without a position:
// while it is made for the first time a second file says so.
//
// Threads: one at a time. Ownership: the storage must outlive it.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "allot/journal/storage.hpp"
#include "allot/types/ids.hpp"
#include "journal/aligned_bytes.hpp"

namespace allot {

struct ConsumerPosition {
  Sequence sequence{};    // it is done with everything up to this one
  std::uint32_t epoch{};  // of the log when it said so
  TimeNs log_begun{};  // time of the log's first record, which tells one log from another; 0: none
  friend bool operator==(const ConsumerPosition&, const ConsumerPosition&) noexcept = default;
};

class PositionFile {
 public:
  static constexpr std::size_t name_bytes_max = 64;

  // Returns: ok, or invalid_argument: a name has 1 to 64 letters, digits, '-' and '_'.
  [[nodiscard]] static Status check_name(std::string_view name);
  // Returns: the names of all consumers that have a position here, sorted.
  [[nodiscard]] static Result<std::vector<std::string>> names(Storage& storage);
  // Returns: the position; not_found, corrupt or unsupported, naming the file; as the storage.
  [[nodiscard]] static Result<ConsumerPosition> read(Storage& storage, const std::string& name);
  // Returns: ok, or corrupt, naming the file, when the position is one in another log than that
  //          which began at `log_begun`.
  [[nodiscard]] static Status check_log(const Storage& storage, const std::string& name,
                                        const ConsumerPosition& position, TimeNs log_begun);
  // Effects: forgets the position, also a damaged one. Errors: not_found; as the storage.
  [[nodiscard]] static Status remove(Storage& storage, const std::string& name);

  // Requires: check_name(). Effects: makes the file with `first`, durably, when it is not there.
  // Errors:   as read() and the storage.
  [[nodiscard]] static Result<std::unique_ptr<PositionFile>> open(Storage& storage,
                                                                  const std::string& name,
                                                                  const ConsumerPosition& first);

  // Returns: what was kept last.
  [[nodiscard]] const ConsumerPosition& position() const noexcept { return position_; }
  // Effects: writes the position: it outlives the process. Errors: as the storage.
  [[nodiscard]] Status keep(const ConsumerPosition& position);
  // Effects: what was kept outlives the machine's power.
  [[nodiscard]] Status sync();

 private:
  struct Found {
    ConsumerPosition position;
    std::uint64_t generation{};
    unsigned block{};
  };
  PositionFile(std::string name, std::unique_ptr<StorageFile> file, const Found& found);

  [[nodiscard]] static Result<Found> find(Storage& storage, const std::string& name,
                                          StorageFile& file);
  [[nodiscard]] static Status make(Storage& storage, const std::string& name,
                                   const ConsumerPosition& first);

  std::string name_;
  std::unique_ptr<StorageFile> file_;
  ConsumerPosition position_;
  std::uint64_t generation_;
  unsigned synced_;  // the block that holds what was synced last
  bool written_{false};
  AlignedBytes block_;
};

}  // namespace allot
