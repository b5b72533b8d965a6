#include "driver/kept_positions.hpp"

#include <algorithm>
#include <utility>

namespace allot {

KeptPosition::KeptPosition(std::shared_ptr<KeptPositions> all, std::string name)
    : all_(std::move(all)), name_(std::move(name)) {}

KeptPosition::~KeptPosition() {
  // In a child of fork the locks may be held by threads that are not there.
  if (!all_->gate_->here()) return;
  finish();
  all_->close(this);
}

void KeptPosition::finish() noexcept {
  const std::lock_guard lock(mutex_);
  if (file_ != nullptr) (void)file_->sync();
  file_.reset();
}

Status KeptPosition::begin(Sequence sequence) {
  const std::lock_guard lock(mutex_);
  const ConsumerPosition first{
      .sequence = sequence, .epoch = all_->epoch_.load(), .log_begun = log_begun_};
  auto file = PositionFile::open(*all_->storage_, name_, first);
  if (!file.ok()) return file.status();
  // What was kept may have been taken back by a crash.
  if (file.value()->position().sequence != sequence) {
    if (Status status = file.value()->keep(first); !status.ok()) return status;
    if (Status status = file.value()->sync(); !status.ok()) return status;
  }
  file_ = std::move(file.value());
  synced_ = std::chrono::steady_clock::now();
  return {};
}

Status KeptPosition::keep(Sequence sequence) {
  const std::lock_guard lock(mutex_);
  if (file_ == nullptr) {
    return {StatusCode::invalid_argument,
            "the engine is gone: what is acknowledged is not kept any more"};
  }
  Status status =
      file_->keep({.sequence = sequence, .epoch = all_->epoch_.load(), .log_begun = log_begun_});
  if (!status.ok()) return status;
  const auto now = std::chrono::steady_clock::now();
  if (now - synced_ < sync_after) return {};
  synced_ = now;
  return file_->sync();
}

void KeptPositions::begin(Storage& storage) {
  const std::lock_guard lock(mutex_);
  storage_ = &storage;
}

void KeptPositions::leave(std::function<void()> all_closed) {
  const std::lock_guard lock(mutex_);
  left_ = true;
  if (open_.empty()) return all_closed();
  all_closed_ = std::move(all_closed);
}

void KeptPositions::end() noexcept {
  const std::lock_guard lock(mutex_);
  all_closed_ = nullptr;
  for (KeptPosition* position : open_) position->finish();
  storage_ = nullptr;
}

Status KeptPositions::check(std::string_view name) const {
  if (Status status = PositionFile::check_name(name); !status.ok()) return status;
  if (Status status = check_left(); !status.ok()) return status;
  if (storage_ != nullptr) return {};
  return {StatusCode::unsupported,
          "nothing is logged, and consumers' names are kept beside the log; open the engine with a "
          "directory or a storage"};
}

// Another engine may have the log open, and what is forgotten there would be lost to it.
Status KeptPositions::check_left() const {
  if (!left_) return {};
  return {
      StatusCode::invalid_argument,
      "the engine was stopped, and its consumers' positions are left to who opens the log next; "
      "open it again"};
}

bool KeptPositions::is_open(std::string_view name) const {
  return std::ranges::any_of(
      open_, [&](const KeptPosition* position) { return position->name() == name; });
}

Result<std::unique_ptr<KeptPosition>> KeptPositions::open(const std::string& name,
                                                          TimeNs log_begun) {
  std::unique_ptr<KeptPosition> made;
  const std::lock_guard lock(mutex_);
  if (Status status = check(name); !status.ok()) return status;
  if (is_open(name)) {
    return Status(StatusCode::invalid_argument,
                  "consumer " + name + " is open already; close it first, or give another name");
  }
  const auto names = PositionFile::names(*storage_);
  if (!names.ok()) return names.status();
  std::optional<ConsumerPosition> found;
  if (std::ranges::find(names.value(), name) != names.value().end()) {
    const auto read = PositionFile::read(*storage_, name);
    if (!read.ok()) return read.status();
    found = read.value();
    Status status = PositionFile::check_log(*storage_, name, *found, log_begun);
    if (!status.ok()) return status;
  }
  made = std::make_unique<KeptPosition>(shared_from_this(), name);
  made->found_ = found;
  made->log_begun_ = log_begun;
  open_.push_back(made.get());
  return made;
}

void KeptPositions::close(const KeptPosition* position) noexcept {
  const std::lock_guard lock(mutex_);
  std::erase(open_, position);
  if (!open_.empty() || !all_closed_) return;
  all_closed_();
  all_closed_ = nullptr;
}

Result<std::vector<KeptConsumer>> KeptPositions::kept_consumers() const {
  const std::lock_guard lock(mutex_);
  if (Status status = check_left(); !status.ok()) return status;
  std::vector<KeptConsumer> all;
  if (storage_ == nullptr) return all;
  auto names = PositionFile::names(*storage_);
  if (!names.ok()) return names.status();
  for (std::string& name : names.value()) {
    KeptConsumer kept;
    const auto position = PositionFile::read(*storage_, name);
    kept.name = std::move(name);
    kept.status = position.status();
    if (position.ok()) {
      kept.sequence = position.value().sequence;
      kept.epoch = position.value().epoch;
    }
    all.push_back(std::move(kept));
  }
  return all;
}

Status KeptPositions::forget_consumer(const std::string& name) {
  const std::lock_guard lock(mutex_);
  if (Status status = check(name); !status.ok()) return status;
  if (is_open(name)) {
    return {StatusCode::invalid_argument,
            "consumer " + name + " is open; close it before it is forgotten"};
  }
  return PositionFile::remove(*storage_, name);
}

}  // namespace allot
