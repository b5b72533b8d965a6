#include "allot/journal/storage.hpp"

namespace allot {

Result<std::size_t> read_full(StorageFile& file, std::uint64_t offset, std::span<std::byte> bytes) {
  std::size_t done = 0;
  while (done < bytes.size()) {
    const Result<std::size_t> got = file.read_at(offset + done, bytes.subspan(done));
    if (!got.ok()) return got.status();
    if (got.value() == 0) break;
    done += got.value();
  }
  return done;
}

}  // namespace allot
