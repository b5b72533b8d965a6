// Told which rules were looked at while an order is judged; for explanations, never for decisions.
#pragma once

#include <cstdint>

#include "allot/messages/reason.hpp"

namespace allot {

class RiskTrace {
 public:
  virtual ~RiskTrace() = default;
  // `rule` was tested: the value that it saw, the limit that it compares with, and whether it hit.
  virtual void rule(Reason /*rule*/, std::int64_t /*value*/, std::int64_t /*limit*/, bool /*hit*/) {
  }
};

}  // namespace allot
