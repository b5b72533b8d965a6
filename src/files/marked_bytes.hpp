// The bytes of a delimited file in a buffer, and where delimiters, quotes and line feeds stand in
// it: 64 bytes are looked at together.
//
// Memory: 1 MiB, more only where what is kept needs more. Threads: one at a time.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "allot/types/status.hpp"
#include "files/byte_source.hpp"

namespace allot::files {

class MarkedBytes {
 public:
  // `quote`: the delimiter once more where there are no quotes.
  MarkedBytes(std::unique_ptr<ByteSource> source, char delimiter, char quote);

  // Effects: `at` becomes the place of the next mark.
  // Returns: whether there is one before end().
  [[nodiscard]] bool next(std::size_t& at) noexcept {
    while (marks_ == 0) {
      if (chunk_ + chunk_bytes >= end_) return false;
      chunk_ += chunk_bytes;
      marks_ = marks_of(chunk_);
    }
    at = chunk_ + static_cast<std::size_t>(std::countr_zero(marks_));
    marks_ &= marks_ - 1;
    return true;
  }

  // Effects: reads on behind what lies from `keep` on, which moves to the front of the buffer.
  // Requires: next() has given all marks.
  [[nodiscard]] Status read_on(std::size_t keep);

  [[nodiscard]] char* data() noexcept { return buffer_.data(); }
  [[nodiscard]] std::size_t end() const noexcept { return end_; }
  // Whether nothing follows end().
  [[nodiscard]] bool ended() const noexcept { return ended_; }
  [[nodiscard]] const ByteSource& source() const noexcept { return *source_; }

 private:
  static constexpr std::size_t chunk_bytes = 64;

  [[nodiscard]] std::uint64_t marks_of(std::size_t chunk) const noexcept;

  std::unique_ptr<ByteSource> source_;
  char delimiter_;
  char quote_;
  std::vector<char> buffer_;
  std::size_t end_{0};      // of what was read
  std::size_t chunk_{0};    // the 64 bytes that marks_ is about
  std::uint64_t marks_{0};  // a bit for each mark that was not given yet
  bool ended_{false};
};

}  // namespace allot::files
