// Bytes of a file in blocks, plain or zstd-compressed; which of the two is told by the first bytes.
//
// Memory: two blocks of 128 KiB plus what zstd needs; window sizes above 128 MiB are refused.
// Threads: one at a time.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>

#include "allot/types/status.hpp"

namespace allot::simulation {

class ByteSource {
 public:
  // Errors: not_found or io_error, naming the file.
  [[nodiscard]] static Result<std::unique_ptr<ByteSource>> open_file(const std::string& path);
  // For tests and fuzzing. `bytes` must live as long as the source.
  [[nodiscard]] static std::unique_ptr<ByteSource> over(std::string name,
                                                        std::span<const std::byte> bytes);
  virtual ~ByteSource();

  // Effects: sets `block` to the next bytes, empty at the end; they are good until the next call.
  [[nodiscard]] Status next(std::span<const char>& block);

  [[nodiscard]] const std::string& name() const noexcept { return name_; }
  [[nodiscard]] bool compressed() const noexcept { return decompressor_ != nullptr; }

 protected:
  explicit ByteSource(std::string name);
  // Returns: the next raw bytes of the file, empty at its end.
  [[nodiscard]] virtual Status read_raw(std::span<const char>& raw) = 0;

 private:
  struct Decompressor;

  [[nodiscard]] Status next_decompressed(std::span<const char>& block);

  std::string name_;
  bool started_{false};
  std::unique_ptr<Decompressor> decompressor_;
};

}  // namespace allot::simulation
