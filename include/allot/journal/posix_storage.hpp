// Storage in a directory of the operating system. Durable files are written with O_DIRECT|O_DSYNC
// where the file system allows it, otherwise with pwrite and fdatasync.
//
// The name is looked up once. After that everything goes through the directory itself, wherever it
// is moved to and wherever the process goes; messages keep the name. A write to a file that was
// deleted fails.
#pragma once

#include "allot/journal/storage.hpp"

namespace allot {

enum class IfMissing : std::uint8_t {
  create,  // the directory, not its parents
  fail,
};

// Errors:  io_error when it cannot be created or opened, not_found when it is not there;
//          invalid_argument for an empty name.
[[nodiscard]] Result<std::unique_ptr<Storage>> open_posix_storage(
    const std::string& directory, IfMissing if_missing = IfMissing::create);

}  // namespace allot
