// A log that is only read: its directory has to be there, and is not created.
#pragma once

#include <memory>
#include <string>

#include "allot/journal/storage.hpp"
#include "allot/types/status.hpp"

namespace allot::program {

// Errors: not_found when there is no such directory, or no segment in it.
[[nodiscard]] Result<std::unique_ptr<Storage>> open_log(const std::string& directory);

}  // namespace allot::program
