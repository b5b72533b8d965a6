#include "files/byte_source.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <optional>
#include <vector>

#include "files/made_text.hpp"

namespace allot::files {

namespace {

constexpr std::size_t block_bytes = std::size_t{256} * 1024;
constexpr int window_log_max = 27;
constexpr std::string_view zstd_magic{"\x28\xB5\x2F\xFD", 4};
constexpr std::string_view gzip_magic{"\x1F\x8B", 2};

Status broken_off(const std::string& name) {
  return {StatusCode::invalid_argument, name + ": stopped on request while it was read"};
}

// Returns: bytes of the file; nothing when it is none, but a pipe or a terminal.
std::optional<std::uint64_t> bytes_of(int descriptor) {
  struct stat what{};
  if (::fstat(descriptor, &what) != 0 || !S_ISREG(what.st_mode)) return {};
  return static_cast<std::uint64_t>(what.st_size);
}

class FileBytes final : public ByteSource {
 public:
  FileBytes(std::string name, int descriptor, ReadWatch* watch)
      : ByteSource(std::move(name)),
        descriptor_(descriptor),
        watch_(watch),
        bytes_(bytes_of(descriptor)) {}
  ~FileBytes() override {
    if (descriptor_ != STDIN_FILENO) ::close(descriptor_);
  }
  FileBytes(const FileBytes&) = delete;
  FileBytes& operator=(const FileBytes&) = delete;

  Status read(std::span<char> into, std::size_t& got) override {
    for (;;) {
      const std::uint64_t all = bytes_.value_or(0);
      if (watch_ != nullptr && !watch_->goes_on(name(), std::min(done_, all), all)) {
        return broken_off(name());
      }
      const ssize_t count = ::read(descriptor_, into.data(), into.size());
      if (count < 0 && errno == EINTR) continue;
      if (count < 0) {
        return {StatusCode::io_error, name() + ": cannot be read: " + std::strerror(errno)};
      }
      got = static_cast<std::size_t>(count);
      done_ += got;
      return {};
    }
  }
  [[nodiscard]] std::uint64_t size() const noexcept override { return bytes_.value_or(0); }
  [[nodiscard]] bool may_wait() const noexcept override { return !bytes_.has_value(); }

 private:
  int descriptor_;
  ReadWatch* watch_;
  std::optional<std::uint64_t> bytes_;
  std::uint64_t done_{};  // of these
};

class MemoryBytes final : public ByteSource {
 public:
  MemoryBytes(std::string name, std::span<const std::byte> bytes)
      : ByteSource(std::move(name)), rest_(bytes) {}

  Status read(std::span<char> into, std::size_t& got) override {
    got = std::min(rest_.size(), into.size());
    std::memcpy(into.data(), rest_.data(), got);
    rest_ = rest_.subspan(got);
    return {};
  }

 private:
  std::span<const std::byte> rest_;
};

// One way of unpacking. `raw` is what was read and not yet taken.
class Unpacker {
 public:
  Unpacker() = default;
  virtual ~Unpacker() = default;
  Unpacker(const Unpacker&) = delete;
  Unpacker& operator=(const Unpacker&) = delete;

  // Effects: takes bytes from the front of `raw` and puts what they say into `into`.
  // Returns: what is wrong with them; empty when nothing is.
  virtual std::string unpack(std::span<const char>& raw, std::span<char> into,
                             std::size_t& got) = 0;
  // Whether the packed data may end here.
  [[nodiscard]] virtual bool at_an_end() const noexcept = 0;
  [[nodiscard]] virtual std::string_view packing() const noexcept = 0;
};

class Zstd final : public Unpacker {
 public:
  Zstd() { ZSTD_DCtx_setParameter(context_.get(), ZSTD_d_windowLogMax, window_log_max); }

  std::string unpack(std::span<const char>& raw, std::span<char> into, std::size_t& got) override {
    ZSTD_inBuffer in{raw.data(), raw.size(), 0};
    ZSTD_outBuffer out{into.data(), into.size(), 0};
    const std::size_t result = ZSTD_decompressStream(context_.get(), &out, &in);
    if (ZSTD_isError(result) != 0) return ZSTD_getErrorName(result);
    // When nothing was taken and nothing made, the result only says what a next frame would need.
    if (in.pos > 0 || out.pos > 0) inside_ = result != 0;
    raw = raw.subspan(in.pos);
    got = out.pos;
    return {};
  }
  [[nodiscard]] bool at_an_end() const noexcept override { return !inside_; }
  [[nodiscard]] std::string_view packing() const noexcept override { return "zstd"; }

 private:
  struct Closer {
    void operator()(ZSTD_DCtx* made) const noexcept { ZSTD_freeDCtx(made); }
  };
  std::unique_ptr<ZSTD_DCtx, Closer> context_{ZSTD_createDCtx()};
  bool inside_{true};
};

class Gzip final : public Unpacker {
 public:
  Gzip() { ready_ = inflateInit2(&stream_, 16 + MAX_WBITS) == Z_OK; }
  ~Gzip() override { inflateEnd(&stream_); }
  Gzip(const Gzip&) = delete;
  Gzip& operator=(const Gzip&) = delete;

  std::string unpack(std::span<const char>& raw, std::span<char> into, std::size_t& got) override {
    if (!ready_) return "no memory";
    if (!inside_ && !raw.empty()) {
      // Members follow one another; tapes and some tools put zero bytes behind the last one.
      while (!raw.empty() && raw.front() == '\0') raw = raw.subspan(1);
      if (raw.empty()) return {};
      inflateReset(&stream_);
      inside_ = true;
    }
    // zlib does not write through next_in, but says so only when ZLIB_CONST is defined.
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(raw.data()));
    stream_.avail_in = static_cast<uInt>(raw.size());
    stream_.next_out = reinterpret_cast<Bytef*>(into.data());
    stream_.avail_out = static_cast<uInt>(std::min(into.size(), block_bytes));
    const uInt room = stream_.avail_out;
    const int result = inflate(&stream_, Z_NO_FLUSH);
    raw = raw.subspan(raw.size() - stream_.avail_in);
    got = room - stream_.avail_out;
    if (result == Z_STREAM_END) {
      inside_ = false;
    } else if (result != Z_OK && result != Z_BUF_ERROR) {
      return stream_.msg != nullptr ? stream_.msg : "the data is damaged";
    }
    return {};
  }
  [[nodiscard]] bool at_an_end() const noexcept override { return !inside_; }
  [[nodiscard]] std::string_view packing() const noexcept override { return "gzip"; }

 private:
  z_stream stream_{};
  bool ready_{false};
  bool inside_{true};
};

// Looks at the first bytes of another source and unpacks it, or hands it on as it is.
class UnpackedBytes final : public ByteSource {
 public:
  explicit UnpackedBytes(std::unique_ptr<ByteSource> packed, bool is_made = false)
      : ByteSource(packed->name()), packed_(std::move(packed)), is_made_(is_made) {}

  Status read(std::span<char> into, std::size_t& got) override {
    if (!started_) {
      if (Status status = start(); !status.ok()) return status;
    }
    if (unpacker_) return unpack(into, got);
    if (raw_.empty()) return packed_->read(into, got);
    got = std::min(raw_.size(), into.size());
    std::memcpy(into.data(), raw_.data(), got);
    raw_ = raw_.subspan(got);
    return {};
  }
  [[nodiscard]] std::string_view packing() const noexcept override {
    return unpacker_ ? unpacker_->packing() : std::string_view{};
  }
  [[nodiscard]] bool is_made_text() const noexcept override { return is_made_; }
  [[nodiscard]] std::uint64_t size() const noexcept override {
    return unpacker_ ? 0 : packed_->size();
  }
  [[nodiscard]] bool may_wait() const noexcept override { return packed_->may_wait(); }

 private:
  Status start() {
    started_ = true;
    buffer_.resize(block_bytes);
    std::size_t got = 0;
    if (Status status = read_full(*packed_, std::span(buffer_).first(4), got); !status.ok()) {
      return status;
    }
    raw_ = std::span(buffer_).first(got);
    const std::string_view head(buffer_.data(), got);
    if (head == zstd_magic) {
      unpacker_ = std::make_unique<Zstd>();
    } else if (head.substr(0, gzip_magic.size()) == gzip_magic) {
      unpacker_ = std::make_unique<Gzip>();
    }
    return {};
  }

  Status unpack(std::span<char> into, std::size_t& got) {
    for (got = 0; got == 0;) {
      const bool had_input = !raw_.empty();
      if (const std::string fault = unpacker_->unpack(raw_, into, got); !fault.empty()) {
        return {StatusCode::corrupt,
                name() + ": " + std::string(unpacker_->packing()) + ": " + fault};
      }
      if (got > 0 || (had_input && !raw_.empty())) continue;
      std::size_t more = 0;
      if (Status status = packed_->read(buffer_, more); !status.ok()) return status;
      raw_ = std::span(buffer_).first(more);
      if (more > 0) continue;
      if (unpacker_->at_an_end()) return {};
      return {StatusCode::corrupt, name() + ": the " + std::string(unpacker_->packing()) +
                                       " data ends in the middle of a frame; was the file copied "
                                       "whole?"};
    }
    return {};
  }

  std::unique_ptr<ByteSource> packed_;
  std::unique_ptr<Unpacker> unpacker_;
  std::vector<char> buffer_;
  std::span<const char> raw_;
  bool started_{false};
  bool is_made_;
};

}  // namespace

ByteSource::ByteSource(std::string name) : name_(std::move(name)) {}
ByteSource::~ByteSource() = default;

Result<std::unique_ptr<ByteSource>> ByteSource::open_file(const std::string& path,
                                                          ReadWatch* watch) {
  if (path == "-") {
    return std::unique_ptr<ByteSource>(std::make_unique<UnpackedBytes>(
        std::make_unique<FileBytes>("standard input", STDIN_FILENO, watch)));
  }
  std::error_code error;
  if (std::filesystem::is_directory(path, error)) {
    return Status{StatusCode::invalid_argument, path + ": is a directory, not a file"};
  }
  bool is_made = false;
  int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  // A pipe waits for whoever writes into it.
  while (descriptor < 0 && errno == EINTR) {
    if (watch != nullptr && !watch->goes_on(path, 0, 0)) return broken_off(path);
    descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  }
  if (descriptor >= 0) {
    if (const std::string text = made_text_of(descriptor); !text.empty()) {
      ::close(descriptor);
      descriptor = ::open(text.c_str(), O_RDONLY | O_CLOEXEC);
      is_made = true;
    }
  }
  if (descriptor < 0) {
    const int cause = errno;
    return Status{cause == ENOENT ? StatusCode::not_found : StatusCode::io_error,
                  path + ": cannot be opened: " + std::strerror(cause)};
  }
  return std::unique_ptr<ByteSource>(std::make_unique<UnpackedBytes>(
      std::make_unique<FileBytes>(path, descriptor, watch), is_made));
}

std::unique_ptr<ByteSource> ByteSource::over(std::string name, std::span<const std::byte> bytes) {
  return std::make_unique<UnpackedBytes>(std::make_unique<MemoryBytes>(std::move(name), bytes));
}

Status read_full(ByteSource& source, std::span<char> into, std::size_t& got) {
  got = 0;
  while (got < into.size()) {
    std::size_t some = 0;
    if (Status status = source.read(into.subspan(got), some); !status.ok()) return status;
    if (some == 0) break;
    got += some;
  }
  return {};
}

}  // namespace allot::files
