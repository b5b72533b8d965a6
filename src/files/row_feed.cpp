#include "files/row_feed.hpp"

#include "files/quiet_thread.hpp"

namespace allot::files {

RowFeed::RowFeed(std::unique_ptr<ByteSource> source, Dialect dialect)
    : splitter_(std::move(source), dialect) {}

RowFeed::~RowFeed() {
  if (!thread_.joinable()) return;
  {
    const std::lock_guard lock(mutex_);
    stops_ = true;
  }
  freed_.notify_one();
  thread_.join();
}

// Where there is no thread to have, blocks are filled as they are asked for.
void RowFeed::begin_ahead() {
  filled_ = given_;
  thread_ = quiet_thread([this] { run(); });
}

const RowBlock& RowFeed::next() {
  RowBlock& block = at(given_);
  if (given_ == blocks_alone && !splitter_.source().may_wait()) begin_ahead();
  if (!thread_.joinable()) {
    splitter_.fill(block);
    ++given_;
    return block;
  }
  std::unique_lock lock(mutex_);
  free_until_ = given_ + blocks - 1;
  if (has_room()) freed_.notify_one();
  if (filled_ == given_)
    came_.wait(lock, [this] { return filled_ > given_ || broken_ != nullptr; });
  if (filled_ == given_) std::rethrow_exception(broken_);
  ++given_;
  return block;
}

void RowFeed::run() noexcept {
  std::unique_lock lock(mutex_);
  for (bool more = true; more;) {
    // Waking up takes long where processors have other work: it is done once for many blocks.
    if (filled_ >= free_until_) freed_.wait(lock, [this] { return stops_ || has_room(); });
    if (stops_) return;
    RowBlock& block = at(filled_);
    lock.unlock();
    std::exception_ptr broken;
    try {
      splitter_.fill(block);
      more = !block.last;
    } catch (...) {
      broken = std::current_exception();
      more = false;
    }
    lock.lock();
    broken_ = broken;
    filled_ += broken == nullptr ? 1 : 0;
    came_.notify_one();
  }
}

}  // namespace allot::files
