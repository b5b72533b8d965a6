// Option structs in, with the rules of struct_size and reserved fields.
#pragma once

#include <optional>

#include "allot/allot.h"
#include "allot/driver/engine_options.hpp"
#include "allot/types/status.hpp"

namespace allot::c {

// Returns: the engine's options; or invalid_argument naming the field. Ranges of numbers are left
//          to Engine::open.
[[nodiscard]] Result<EngineOptions> translate(const allot_engine_options& options);

}  // namespace allot::c
