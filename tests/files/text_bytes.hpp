// Files in memory for tests.
#pragma once

#include <zlib.h>
#include <zstd.h>

#include <memory>
#include <span>
#include <string>

#include "files/byte_source.hpp"

namespace allot::files {

// `text` must outlive the source.
inline std::unique_ptr<ByteSource> source_of(const std::string& text,
                                             const std::string& name = "orders.csv") {
  return ByteSource::over(name, std::as_bytes(std::span(text)));
}

inline std::string zstd_of(const std::string& text) {
  const std::unique_ptr<ZSTD_CCtx, decltype(&ZSTD_freeCCtx)> context(ZSTD_createCCtx(),
                                                                     &ZSTD_freeCCtx);
  ZSTD_CCtx_setParameter(context.get(), ZSTD_c_checksumFlag, 1);
  std::string frame(ZSTD_compressBound(text.size()), '\0');
  frame.resize(ZSTD_compress2(context.get(), frame.data(), frame.size(), text.data(), text.size()));
  return frame;
}

inline std::string gzip_of(const std::string& text) {
  z_stream stream{};
  deflateInit2(&stream, Z_BEST_SPEED, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
  std::string packed(deflateBound(&stream, text.size()) + 64, '\0');
  std::string input = text;
  stream.next_in = reinterpret_cast<Bytef*>(input.data());
  stream.avail_in = static_cast<uInt>(input.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  deflate(&stream, Z_FINISH);
  packed.resize(packed.size() - stream.avail_out);
  deflateEnd(&stream);
  return packed;
}

// Returns: all that the source says, read in blocks of `block` bytes.
inline Result<std::string> all_of(ByteSource& source, std::size_t block = 1'000) {
  std::string text;
  std::string buffer(block, '\0');
  for (;;) {
    std::size_t got = 0;
    if (Status status = source.read(std::span(buffer), got); !status.ok()) return status;
    if (got == 0) return text;
    text.append(buffer, 0, got);
  }
}

}  // namespace allot::files
