// A file that is written whole, or left as it was.
#pragma once

#include <string>
#include <string_view>

#include "allot/types/status.hpp"

namespace allot::files {

// Effects: `path` holds `text`. What lies there is replaced in one step once all of `text` is on
//          the disk, and keeps its permissions; a link goes on leading to it. Where that cannot be,
//          as of a pipe or in a directory that takes no new file, it is written over.
// Errors:  io_error, which names the file; a file that was there is as it was then, and none is
//          left that was not, unless it had to be written over.
[[nodiscard]] Status write_whole(const std::string& path, std::string_view text);

}  // namespace allot::files
