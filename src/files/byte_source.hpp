// Bytes of a file, of standard input or of memory, unpacked on the way: zstd and gzip are told by
// the first bytes.
//
// Memory: two blocks of 256 KiB plus what the unpacker needs; zstd windows above 128 MiB are
// refused. Threads: one at a time.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "allot/types/status.hpp"

namespace allot::files {

class ByteSource {
 public:
  // `path` may be "-": standard input. Where a text was made of the file (made_text.hpp), that is
  // read, under the file's name. Errors: not_found, invalid_argument for a directory,
  // io_error; each names the file.
  [[nodiscard]] static Result<std::unique_ptr<ByteSource>> open_file(const std::string& path);
  // For tests and fuzzing. `bytes` must live as long as the source.
  [[nodiscard]] static std::unique_ptr<ByteSource> over(std::string name,
                                                        std::span<const std::byte> bytes);
  virtual ~ByteSource();
  ByteSource(const ByteSource&) = delete;
  ByteSource& operator=(const ByteSource&) = delete;

  // Effects: puts the next bytes into the front of `into`; `got` is 0 only at the end.
  // Requires: `into` is not empty. Errors: io_error, corrupt.
  [[nodiscard]] virtual Status read(std::span<char> into, std::size_t& got) = 0;

  // Returns: how the file is packed, "zstd" or "gzip"; empty when it is not, or nothing was read.
  [[nodiscard]] virtual std::string_view packing() const noexcept { return {}; }
  // Returns: whether what is read is a text that was made of the file (made_text.hpp).
  [[nodiscard]] virtual bool is_made_text() const noexcept { return false; }
  [[nodiscard]] const std::string& name() const noexcept { return name_; }

 protected:
  explicit ByteSource(std::string name);

 private:
  std::string name_;
};

// Effects: reads until `into` is full or the source ends.
[[nodiscard]] Status read_full(ByteSource& source, std::span<char> into, std::size_t& got);

}  // namespace allot::files
