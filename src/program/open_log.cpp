#include "program/open_log.hpp"

#include <filesystem>

#include "allot/journal/posix_storage.hpp"
#include "journal/recovery.hpp"

namespace allot::program {

Result<std::unique_ptr<Storage>> open_log(const std::string& directory) {
  std::error_code error;
  if (!std::filesystem::is_directory(directory, error)) {
    return Status(StatusCode::not_found, directory + ": no such directory; give that of a log");
  }
  Result<std::unique_ptr<Storage>> storage = open_posix_storage(directory);
  if (!storage.ok()) return storage.status();
  const Result<std::vector<std::string>> files = storage.value()->list();
  if (!files.ok()) return files.status();
  for (const std::string& file : files.value()) {
    if (segment_number(file) != 0) return storage;
  }
  return Status(StatusCode::not_found,
                directory + ": holds no log; its files are named 0000000001.log");
}

}  // namespace allot::program
