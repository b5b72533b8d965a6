// A row of an order's file that was left out, for whoever asks about the order.
#pragma once

#include <cstdint>
#include <string>

namespace allot::files {

struct LeftOutRow {
  std::string order;  // its number, as it can be logged
  std::uint64_t line{};
  std::string reason;
};

}  // namespace allot::files
