#include "limit/null_storage.hpp"

#include <algorithm>

namespace allot::bench {

namespace {

class NullFile final : public StorageFile {
 public:
  Status write_at(std::uint64_t offset, std::span<const std::byte> bytes) override {
    size_ = std::max(size_, offset + bytes.size());
    return {};
  }
  Result<std::size_t> read_at(std::uint64_t, std::span<std::byte>) override {
    return Status{StatusCode::unsupported, "the null storage keeps nothing to read"};
  }
  Status sync() override { return {}; }
  Result<std::uint64_t> size() override { return size_; }

 private:
  std::uint64_t size_{};
};

}  // namespace

Result<std::vector<std::string>> NullStorage::list() { return std::vector<std::string>{}; }

Result<std::unique_ptr<StorageFile>> NullStorage::create(std::string_view, FileMode) {
  return std::unique_ptr<StorageFile>(std::make_unique<NullFile>());
}

Result<std::unique_ptr<StorageFile>> NullStorage::open(std::string_view name, FileMode mode) {
  if (mode != FileMode::read) return create(name, mode);
  return Status{StatusCode::not_found, std::string(name) + ": the null storage keeps no files"};
}

Status NullStorage::remove(std::string_view) { return {}; }
Status NullStorage::sync_directory() { return {}; }
Result<std::uint64_t> NullStorage::free_bytes() { return std::uint64_t{1} << 50; }
std::string NullStorage::place() const { return "nowhere"; }

}  // namespace allot::bench
