// A storage that takes everything at once and keeps nothing: what is left of the log's cost is the
// record codec, the frames and the hand-over to the writer thread.
//
// Threads: any. Errors: opening or reading a file, which nothing that only writes a log does.
#pragma once

#include <atomic>
#include <cstdint>

#include "allot/journal/storage.hpp"

namespace allot::bench {

class NullStorage final : public Storage {
 public:
  Result<std::vector<std::string>> list() override;
  Result<std::unique_ptr<StorageFile>> create(std::string_view name, FileMode mode) override;
  Result<std::unique_ptr<StorageFile>> open(std::string_view name, FileMode mode) override;
  Status remove(std::string_view name) override;
  Status sync_directory() override;
  Result<std::uint64_t> free_bytes() override;
  [[nodiscard]] std::string place() const override;
};

}  // namespace allot::bench
