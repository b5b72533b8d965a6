// Has the pages of large tables made before they are written to. The system gives a new page where
// it is first touched, and clears it then, for which whoever fills a table has to wait; a thread of
// its own touches them first, while somebody else fills those before.
//
// Only as much is made as is going to be used soon. Bytes are not changed by it. A system that
// cannot do it, or has no thread to give, does nothing. Threads: one at a time, and its own.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <span>
#include <thread>
#include <vector>

namespace allot::files {

class PagesAhead {
 public:
  PagesAhead() = default;
  ~PagesAhead();
  PagesAhead(const PagesAhead&) = delete;
  PagesAhead& operator=(const PagesAhead&) = delete;

  // Effects: `table` is memory that will be filled from its beginning on, about as far as the other
  //          tables, and that stays where it is until stop(). Nothing where it is smaller than a
  //          large page, or reached() was called.
  void add(std::span<std::byte> table);

  // Effects: the tables are filled to about `share` of them, from 0 to 1: pages up to somewhat
  //          behind that are made.
  void reached(double share);
  // Effects: makes no more, whatever is reached.
  void stop();

 private:
  void run();

  std::vector<std::span<std::byte>> tables_;  // since it was started, the thread's
  std::mutex mutex_;
  std::condition_variable changed_;
  double until_{0};  // to which share pages are wanted
  bool started_{false};
  bool stops_{false};
  std::thread thread_;
};

}  // namespace allot::files
