// Which event types and reasons a comparison has reached, and how often.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "allot/allocation/event.hpp"

namespace allot::oracle {

class Coverage {
 public:
  void count(std::span<const Event> events);
  [[nodiscard]] std::string table() const;
  // Returns: the names of what the core can say and never said.
  [[nodiscard]] std::vector<std::string> missing() const;

 private:
  std::map<EventType, std::uint64_t> types_;
  std::map<Reason, std::uint64_t> reasons_;
  std::map<std::uint8_t, std::uint64_t> flags_;
};

}  // namespace allot::oracle
