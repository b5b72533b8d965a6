// Blocks of rows of a delimited file, one after the other. Of a large file they are taken apart by
// a thread of its own, ahead of whoever uses them.
//
// A file of two blocks starts no thread, nor does one that is waited for (ByteSource::may_wait), as
// its waiting is cut short by a signal to whoever asks. A watch of the file is called by that
// thread, one call after the other, and by none once the feed is gone.
// Memory: 32 blocks of 128 KiB, more where rows are longer, and for each of their fields 8 bytes,
// and 16 for each row. Threads: one at a time.
#pragma once

#include <array>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <memory>
#include <mutex>
#include <thread>

#include "files/row_splitter.hpp"

namespace allot::files {

class RowFeed {
 public:
  RowFeed(std::unique_ptr<ByteSource> source, Dialect dialect);
  ~RowFeed();
  RowFeed(const RowFeed&) = delete;
  RowFeed& operator=(const RowFeed&) = delete;

  // Returns: the next block, good until the next call. Requires: the one before was not the last.
  [[nodiscard]] const RowBlock& next();

  [[nodiscard]] const ByteSource& source() const noexcept { return splitter_.source(); }

 private:
  // Blocks in turns: [given_, filled_) of them are ahead, and the one before given_ is in use.
  static constexpr std::uint64_t blocks = 32;
  // How many are filled at once.
  static constexpr std::uint64_t blocks_refilled = 16;
  // What a thread is not worth its start for. The second block tells that a small file has ended.
  static constexpr std::uint64_t blocks_alone = 2;

  [[nodiscard]] RowBlock& at(std::uint64_t block) noexcept { return ring_[block % blocks]; }
  // Whether it is worth to fill some.
  [[nodiscard]] bool has_room() const noexcept { return filled_ + blocks_refilled <= free_until_; }
  void begin_ahead();
  void run() noexcept;

  RowSplitter splitter_;
  std::array<RowBlock, blocks> ring_;
  std::uint64_t given_{0};
  std::mutex mutex_;
  std::condition_variable came_;
  std::condition_variable freed_;
  std::uint64_t filled_{0};
  std::uint64_t free_until_{0};  // blocks before it may be filled
  std::exception_ptr broken_;    // what ended the thread
  bool stops_{false};
  std::thread thread_;
};

}  // namespace allot::files
