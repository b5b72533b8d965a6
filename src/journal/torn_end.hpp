// What the bytes behind the end of a log are, where they are no whole frame: recovery leaves them
// out either way; whoever looks after a log wants to know whether somebody changed them.
#pragma once

#include "allot/journal/storage.hpp"
#include "journal/recovery.hpp"

namespace allot {

// Requires: `tail` is torn, and of `storage`; nobody writes there.
// Returns:  whether the bytes at its end are what no write leaves, finished or not: they were zeros
//           before, so each that every frame of that place has, and all padding, is that or zero.
//           They were changed later then. Otherwise they may have been, too.
// Errors:   io_error.
[[nodiscard]] Result<bool> changed_behind_end(Storage& storage, const LogTail& tail);

}  // namespace allot
