// The open consumers of one engine, for who wants figures of them.
//
// Threads: any; nothing in a child of fork.
#pragma once

#include <algorithm>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

#include "allot/driver/consumer_figures.hpp"
#include "driver/consumer_slot.hpp"

namespace allot {

class ConsumerList {
 public:
  void add(const std::shared_ptr<ConsumerSlot>& slot) {
    const std::lock_guard lock(mutex_);
    std::erase_if(slots_, [](const auto& known) { return known.expired(); });
    slots_.push_back(slot);
  }
  // Returns: those of all, in the order of their places.
  [[nodiscard]] std::vector<ConsumerFigures> figures() const {
    std::vector<std::shared_ptr<ConsumerSlot>> slots;
    {
      const std::lock_guard lock(mutex_);
      for (const auto& known : slots_) {
        if (auto slot = known.lock()) slots.push_back(std::move(slot));
      }
    }
    std::vector<ConsumerFigures> all;
    for (const auto& slot : slots) all.push_back(slot->figures());
    std::ranges::sort(all, {}, &ConsumerFigures::index);
    return all;
  }
  // Returns: the one that has most events unread in the buffer, if one has any.
  [[nodiscard]] std::optional<ConsumerFigures> furthest_behind() const {
    std::optional<ConsumerFigures> furthest;
    for (const ConsumerFigures& one : figures()) {
      if (one.events_behind > (furthest ? furthest->events_behind : 0)) furthest = one;
    }
    return furthest;
  }

 private:
  mutable std::mutex mutex_;
  std::vector<std::weak_ptr<ConsumerSlot>> slots_;
};

}  // namespace allot
