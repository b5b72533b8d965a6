// The positions of an engine's named consumers, kept beside its log.
//
// Threads: any; what belongs to one position, one at a time. Nothing but destroying in a child of
//          fork. The decision thread has no part in it.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "allot/driver/consumer_figures.hpp"
#include "allot/journal/storage.hpp"
#include "allot/types/status.hpp"
#include "driver/gate.hpp"
#include "journal/position_file.hpp"

namespace allot {

class KeptPositions;

// That of one open consumer, which gives its name back in the end.
class KeptPosition {
 public:
  // How long what was kept may be lost with the machine's power while more is kept.
  static constexpr std::chrono::seconds sync_after{1};

  KeptPosition(std::shared_ptr<KeptPositions> all, std::string name);
  ~KeptPosition();
  KeptPosition(const KeptPosition&) = delete;
  KeptPosition& operator=(const KeptPosition&) = delete;

  [[nodiscard]] const std::string& name() const noexcept { return name_; }
  // Returns: what an earlier one kept under this name.
  [[nodiscard]] const std::optional<ConsumerPosition>& found() const noexcept { return found_; }
  // Effects: begins at `sequence`, durably. Errors: of the storage; corrupt.
  [[nodiscard]] Status begin(Sequence sequence);
  // Requires: begin() succeeded. Effects: as PositionFile::keep; syncs now and then.
  [[nodiscard]] Status keep(Sequence sequence);

 private:
  friend class KeptPositions;
  // Effects: makes what was kept durable; nothing is kept any more.
  void finish() noexcept;

  std::shared_ptr<KeptPositions> all_;
  std::string name_;
  std::optional<ConsumerPosition> found_;
  TimeNs log_begun_{0};
  std::mutex mutex_;  // of what follows
  std::unique_ptr<PositionFile> file_;
  std::chrono::steady_clock::time_point synced_{};
};

class KeptPositions : public std::enable_shared_from_this<KeptPositions> {
 public:
  explicit KeptPositions(std::shared_ptr<Gate> gate) : gate_(std::move(gate)) {}

  // Effects: keeps them in `storage`, until end().
  void begin(Storage& storage);
  void set_epoch(std::uint32_t epoch) noexcept { epoch_.store(epoch); }
  // Effects: the files are left to whoever opens the log next: those that are open keep theirs
  //          until they are closed, and nothing else is opened, listed or forgotten here. When none
  //          is open any more, at once or later, `all_closed` is called.
  void leave(std::function<void()> all_closed);
  // Effects: what was kept is durable; nothing is kept any more, and nothing is called.
  void end() noexcept;

  // Errors: invalid_argument for a name that is none or is open, and after leave(); unsupported
  //         without a log; corrupt, io_error.
  // `log_begun`: as ConsumerPosition.
  [[nodiscard]] Result<std::unique_ptr<KeptPosition>> open(const std::string& name,
                                                           TimeNs log_begun);
  // As the functions of Engine that have these names.
  [[nodiscard]] Result<std::vector<KeptConsumer>> kept_consumers() const;
  [[nodiscard]] Status forget_consumer(const std::string& name);

 private:
  friend class KeptPosition;
  [[nodiscard]] Status check(std::string_view name) const;
  [[nodiscard]] Status check_left() const;
  [[nodiscard]] bool is_open(std::string_view name) const;
  void close(const KeptPosition* position) noexcept;

  std::shared_ptr<Gate> gate_;
  std::atomic<std::uint32_t> epoch_{1};
  mutable std::mutex mutex_;  // of what follows
  Storage* storage_{nullptr};
  std::vector<KeptPosition*> open_;
  bool left_{false};
  std::function<void()> all_closed_;
};

}  // namespace allot
