// Storage in a directory of the operating system. Durable files are written with O_DIRECT|O_DSYNC
// where the file system allows it, otherwise with pwrite and fdatasync.
#pragma once

#include "allot/journal/storage.hpp"

namespace allot {

// Effects: creates `directory` (not its parents) when it does not exist.
// Errors:  io_error when it cannot be created or opened; invalid_argument for an empty name.
[[nodiscard]] Result<std::unique_ptr<Storage>> open_posix_storage(const std::string& directory);

}  // namespace allot
