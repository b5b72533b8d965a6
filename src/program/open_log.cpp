#include "program/open_log.hpp"

#include <algorithm>
#include <filesystem>
#include <vector>

#include "allot/journal/posix_storage.hpp"
#include "journal/recovery.hpp"

namespace allot::program {
namespace {

bool holds_log(const std::filesystem::path& directory) {
  std::error_code error;
  for (std::filesystem::directory_iterator at(directory, error), end; !error && at != end;
       at.increment(error)) {
    if (segment_number(at->path().filename().string()) != 0) return true;
  }
  return false;
}

// Returns: the folders in `directory` that hold a log, as the directory of a rehearsal has one for
//          each way in which it ran.
std::vector<std::string> logs_beneath(const std::string& directory) {
  std::vector<std::string> found;
  std::error_code error;
  for (std::filesystem::directory_iterator at(directory, error), end; !error && at != end;
       at.increment(error)) {
    std::error_code fault;
    if (at->is_directory(fault) && holds_log(at->path())) found.push_back(at->path().string());
  }
  std::sort(found.begin(), found.end());
  return found;
}

Status holds_no_log(const std::string& directory) {
  constexpr std::size_t named_max = 3;
  const std::vector<std::string> beneath = logs_beneath(directory);
  if (beneath.empty()) {
    return {StatusCode::not_found,
            directory + ": holds no log; its files are named 0000000001.log"};
  }
  std::string names;
  for (std::size_t at = 0; at < std::min(beneath.size(), named_max); ++at) {
    names += (at == 0 ? "" : " or ") + beneath[at];
  }
  if (beneath.size() > named_max) {
    names += ", or another of the " + std::to_string(beneath.size()) + " folders in it";
  }
  return {StatusCode::not_found,
          directory + ": holds no log itself, but " +
              (beneath.size() == 1 ? "a folder in it does" : "folders in it do") + ": give " +
              names};
}

}  // namespace

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
  return holds_no_log(directory);
}

}  // namespace allot::program
