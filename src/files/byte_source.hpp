// Bytes of a file, of standard input or of memory, unpacked on the way: zstd and gzip are told by
// the first bytes.
//
// Memory: two blocks of 256 KiB plus what the unpacker needs; zstd windows above 128 MiB are
// refused. Threads: one at a time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "allot/types/status.hpp"

namespace allot::files {

// Told how far the reading of a file is, and asked whether to go on: for a large file by a thread
// that reads ahead, one call after the other, and by none once the reader of the file is gone.
class ReadWatch {
 public:
  virtual ~ReadWatch() = default;
  // Asked before each piece is read, and when a signal cuts the waiting for one short. `done` and
  // `all` are bytes of the file as it lies there, packed or not; `all` is 0 of a pipe, a terminal
  // and an empty file.
  [[nodiscard]] virtual bool goes_on(const std::string& file, std::uint64_t done,
                                     std::uint64_t all) = 0;
};

class ByteSource {
 public:
  // `path` may be "-": standard input. Where a text was made of the file (made_text.hpp), that is
  // read, under the file's name. `watch`: borrowed; null: nobody watches. Errors: not_found,
  // invalid_argument for a directory and when the watch ends it, io_error; each names the file.
  [[nodiscard]] static Result<std::unique_ptr<ByteSource>> open_file(const std::string& path,
                                                                     ReadWatch* watch = nullptr);
  // For tests and fuzzing. `bytes` must live as long as the source.
  [[nodiscard]] static std::unique_ptr<ByteSource> over(std::string name,
                                                        std::span<const std::byte> bytes);
  virtual ~ByteSource();
  ByteSource(const ByteSource&) = delete;
  ByteSource& operator=(const ByteSource&) = delete;

  // Effects: puts the next bytes into the front of `into`; `got` is 0 only at the end.
  // Requires: `into` is not empty. Errors: io_error, corrupt; invalid_argument when a watch ends
  //           it.
  [[nodiscard]] virtual Status read(std::span<char> into, std::size_t& got) = 0;

  // Returns: how the file is packed, "zstd" or "gzip"; empty when it is not, or nothing was read.
  [[nodiscard]] virtual std::string_view packing() const noexcept { return {}; }
  // Returns: whether what is read is a text that was made of the file (made_text.hpp).
  [[nodiscard]] virtual bool is_made_text() const noexcept { return false; }
  // Returns: how many bytes read() gives in all, about; 0 where that is not known.
  [[nodiscard]] virtual std::uint64_t size() const noexcept { return 0; }
  // Returns: whether read() may have to wait for somebody else: of a pipe or a terminal.
  [[nodiscard]] virtual bool may_wait() const noexcept { return false; }
  [[nodiscard]] const std::string& name() const noexcept { return name_; }

 protected:
  explicit ByteSource(std::string name);

 private:
  std::string name_;
};

// Effects: reads until `into` is full or the source ends.
[[nodiscard]] Status read_full(ByteSource& source, std::span<char> into, std::size_t& got);

}  // namespace allot::files
