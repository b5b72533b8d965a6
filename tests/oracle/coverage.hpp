// Which event types, reasons and ways a comparison has reached, and how often.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "allot/messages/event.hpp"
#include "naive_state.hpp"

namespace allot::oracle {

class Coverage {
 public:
  void count(std::span<const Event> events);
  void count(const State& state);
  [[nodiscard]] std::string table() const;
  // Returns: the names of what the core can say and never said, and of ways that it can go, such as
  //          how lines wait, and never went.
  [[nodiscard]] std::vector<std::string> missing() const;

 private:
  std::map<EventType, std::uint64_t> types_;
  std::map<Reason, std::uint64_t> reasons_;
  std::map<std::uint8_t, std::uint64_t> flags_;
  std::map<std::string_view, std::uint64_t> ways_;  // how often a state had gone so
  std::map<std::string_view, std::uint64_t> deepest_;
};

}  // namespace allot::oracle
