// Commands, events and answers as one readable line each, for failure reports.
#pragma once

#include <string>

#include "allot/core/core.hpp"
#include "allot/messages/event.hpp"
#include "allot/sequencing/sequenced.hpp"

namespace allot::oracle {

[[nodiscard]] std::string to_text(const Sequenced& in);
[[nodiscard]] std::string to_text(const Event& event);
[[nodiscard]] std::string to_text(const Answer& answer);

}  // namespace allot::oracle
