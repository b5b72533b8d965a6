#include "simulation/byte_source.hpp"

#include <zstd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <vector>

namespace allot::simulation {

namespace {

constexpr std::size_t block_bytes = std::size_t{128} * 1024;
constexpr int window_log_max = 27;
constexpr std::array<char, 4> zstd_magic{'\x28', '\xB5', '\x2F', '\xFD'};

struct FileCloser {
  void operator()(std::FILE* file) const noexcept { std::fclose(file); }
};

class FileSource final : public ByteSource {
 public:
  FileSource(std::string name, std::unique_ptr<std::FILE, FileCloser> file)
      : ByteSource(std::move(name)), file_(std::move(file)), buffer_(block_bytes) {}

 private:
  Status read_raw(std::span<const char>& raw) override {
    const std::size_t got = std::fread(buffer_.data(), 1, buffer_.size(), file_.get());
    if (got == 0 && std::ferror(file_.get()) != 0) {
      return {StatusCode::io_error, name() + ": cannot be read: " + std::strerror(errno)};
    }
    raw = {buffer_.data(), got};
    return {};
  }

  std::unique_ptr<std::FILE, FileCloser> file_;
  std::vector<char> buffer_;
};

class MemorySource final : public ByteSource {
 public:
  MemorySource(std::string name, std::span<const std::byte> bytes)
      : ByteSource(std::move(name)), rest_(bytes) {}

 private:
  Status read_raw(std::span<const char>& raw) override {
    const std::size_t take = std::min(rest_.size(), block_bytes);
    raw = {reinterpret_cast<const char*>(rest_.data()), take};
    rest_ = rest_.subspan(take);
    return {};
  }

  std::span<const std::byte> rest_;
};

}  // namespace

struct ByteSource::Decompressor {
  struct Closer {
    void operator()(ZSTD_DCtx* made) const noexcept { ZSTD_freeDCtx(made); }
  };
  std::unique_ptr<ZSTD_DCtx, Closer> context{ZSTD_createDCtx()};
  std::vector<char> output = std::vector<char>(block_bytes);
  std::span<const char> raw;
  bool inside_frame{true};
  bool output_was_full{false};
};

ByteSource::ByteSource(std::string name) : name_(std::move(name)) {}
ByteSource::~ByteSource() = default;

Result<std::unique_ptr<ByteSource>> ByteSource::open_file(const std::string& path) {
  std::error_code error;
  if (std::filesystem::is_directory(path, error)) {
    return Status{StatusCode::invalid_argument, path + ": is a directory, not a file"};
  }
  std::unique_ptr<std::FILE, FileCloser> file(std::fopen(path.c_str(), "rb"));
  if (!file) {
    const int cause = errno;
    return Status{cause == ENOENT ? StatusCode::not_found : StatusCode::io_error,
                  path + ": cannot be opened: " + std::strerror(cause)};
  }
  return std::unique_ptr<ByteSource>(std::make_unique<FileSource>(path, std::move(file)));
}

std::unique_ptr<ByteSource> ByteSource::over(std::string name, std::span<const std::byte> bytes) {
  return std::make_unique<MemorySource>(std::move(name), bytes);
}

Status ByteSource::next(std::span<const char>& block) {
  if (!started_) {
    started_ = true;
    std::span<const char> raw;
    if (Status status = read_raw(raw); !status.ok()) return status;
    if (raw.size() < zstd_magic.size() ||
        !std::equal(zstd_magic.begin(), zstd_magic.end(), raw.begin())) {
      block = raw;
      return {};
    }
    decompressor_ = std::make_unique<Decompressor>();
    ZSTD_DCtx_setParameter(decompressor_->context.get(), ZSTD_d_windowLogMax, window_log_max);
    decompressor_->raw = raw;
  }
  return decompressor_ ? next_decompressed(block) : read_raw(block);
}

Status ByteSource::next_decompressed(std::span<const char>& block) {
  Decompressor& zstd = *decompressor_;
  while (true) {
    if (zstd.raw.empty() && !zstd.output_was_full) {
      if (Status status = read_raw(zstd.raw); !status.ok()) return status;
      if (zstd.raw.empty()) {
        if (zstd.inside_frame) {
          return {StatusCode::corrupt, name_ + ": the zstd data ends in the middle of a frame"};
        }
        block = {};
        return {};
      }
    }
    ZSTD_inBuffer in{zstd.raw.data(), zstd.raw.size(), 0};
    ZSTD_outBuffer out{zstd.output.data(), zstd.output.size(), 0};
    const std::size_t result = ZSTD_decompressStream(zstd.context.get(), &out, &in);
    if (ZSTD_isError(result) != 0) {
      return {StatusCode::corrupt, name_ + ": zstd: " + ZSTD_getErrorName(result)};
    }
    zstd.raw = zstd.raw.subspan(in.pos);
    zstd.output_was_full = out.pos == out.size;
    // When nothing was consumed and nothing produced, the result only says what a next frame would
    // need, and nothing of this one.
    if (in.pos > 0 || out.pos > 0) zstd.inside_frame = result != 0;
    if (out.pos > 0) {
      block = {zstd.output.data(), out.pos};
      return {};
    }
  }
}

}  // namespace allot::simulation
