// A copy of this process that does one thing, tells of it through a pipe, and ends.
//
// Only the thread that asks goes on in the copy. Its signals stay blocked there, so no handler of
// the host's runs, and it leaves without the host's exit handlers.
//
// Threads: any; each call has a copy of its own.
#pragma once

#include <cstddef>
#include <functional>
#include <span>

#include "allot/types/status.hpp"

namespace allot {

// The copy's end of the pipe. Once its reader is gone nothing arrives, and nothing is said of it.
class ToldByCopy {
 public:
  explicit ToldByCopy(int descriptor) noexcept : descriptor_(descriptor) {}
  void write(std::span<const std::byte> bytes) noexcept;

 private:
  int descriptor_;
  bool reader_is_gone_{};
};

// The asking process's end.
class HeardOfCopy {
 public:
  explicit HeardOfCopy(int descriptor) noexcept : descriptor_(descriptor) {}
  // Effects: waits for as many bytes as there is room for. Returns: whether they came.
  [[nodiscard]] bool read(std::span<std::byte> into) noexcept;

 private:
  int descriptor_;
};

// Effects: calls `act` in a copy of the process and, at the same time, `hear` in this one; what
//          `act` changed is gone with the copy. `act` must not throw.
// Returns: io_error when there is no copy to be had; else ok, also where the copy ended too early:
//          `hear` sees that in what it does not hear.
[[nodiscard]] Status act_in_copy(const std::function<void(ToldByCopy&)>& act,
                                 const std::function<void(HeardOfCopy&)>& hear);

}  // namespace allot
