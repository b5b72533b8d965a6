// Keys of lines that are made from what a file holds: the key of a line is a digest of the file up
// to its end, so that the lines of a file have the same keys each time, also when it has grown.
//
// Threads: one.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>

#include "allot/types/ids.hpp"
#include "journal/taken_files.hpp"

namespace allot::program {

class ContentKeys {
 public:
  ContentKeys();
  ~ContentKeys();
  ContentKeys(const ContentKeys&) = delete;
  ContentKeys& operator=(const ContentKeys&) = delete;

  // Effects: goes on in the content.
  void add(std::string_view bytes) noexcept;
  // Returns: of all that was added.
  [[nodiscard]] ContentDigest digest() const noexcept;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// Returns: the key of a line up to whose end, without the bytes that end it, the content has this
//          digest. Another salt makes other keys of the same content. No key that is a number of 64
//          bits, or that has a key space in its high half, is one of these.
[[nodiscard]] CommandKey line_key(const ContentDigest& content, std::uint64_t salt) noexcept;

}  // namespace allot::program
