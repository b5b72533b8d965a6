// Answers the engine's events as payment providers, customers and reviewers would: with commands of
// its own, later. The draws are those of the order, so they depend on nobody's timing.
//
// Threads: one at a time. Memory: 8 bytes per arrival and 32 per command that is due later.
#pragma once

#include <cstdint>
#include <queue>
#include <vector>

#include "allot/messages/event.hpp"
#include "simulation/world.hpp"

namespace allot::simulation {

struct FollowUp {
  TimeNs time{};
  std::uint64_t number{};  // in which it was planned: breaks ties
  std::uint32_t order{};   // arrival
  KeyKind kind{};
  std::uint8_t attempt{};

  friend bool operator>(const FollowUp& a, const FollowUp& b) noexcept {
    return a.time != b.time ? a.time > b.time : a.number > b.number;
  }
};

class BackOffice {
 public:
  BackOffice(const World& world, const TimeMap& map);

  // `now`: the engine's time at which the news arrive; what they lead to comes no earlier.
  void see(const Event& event, TimeNs now);

  [[nodiscard]] bool empty() const noexcept { return due_.empty(); }
  [[nodiscard]] TimeNs next_time() const noexcept { return due_.top().time; }
  // Returns: what the next follow-up asks of the engine. For a review, the version is the one last
  //          seen. Requires: not empty.
  [[nodiscard]] Command next_command() const;
  // Takes the next one away: it was admitted, or nobody wants it any more.
  void pop() { due_.pop(); }
  // Drops follow-ups of orders that have ended since: nobody reviews those.
  void drop_idle();

 private:
  struct Known {
    std::uint32_t version{};
    std::uint8_t attempts{};  // reviews that came too late for the version they had seen
    bool ended{};
    bool in_review{};
    bool planned{};
    bool retaken{};
  };

  void plan(TimeNs time, std::uint32_t order, KeyKind kind, std::uint8_t attempt = 0);
  void plan_payment(std::uint32_t order, TimeNs arrived);
  void plan_cancellation(std::uint32_t order, TimeNs arrived);
  void plan_review(std::uint32_t order, TimeNs from, std::uint8_t attempt);
  [[nodiscard]] std::int64_t delay(const std::vector<std::int64_t>& quantiles,
                                   Random& random) const;

  const World& world_;
  const TimeMap& map_;
  std::vector<Known> known_;
  std::priority_queue<FollowUp, std::vector<FollowUp>, std::greater<>> due_;
  std::uint64_t planned_{};
  TimeNs now_{};  // nothing is planned before it
};

}  // namespace allot::simulation
