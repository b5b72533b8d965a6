// Answers the engine's events as payment providers, customers and reviewers would: with commands of
// its own, later. The draws are those of the order, so they depend on nobody's timing. What the
// shop's own file says happened comes at the times of that file, and is not made up besides. What
// is promised is shipped and delivered, and some of it comes back, for which money is given back.
//
// Threads: one at a time. Memory: 8 bytes per arrival and 32 per command that is due later.
#pragma once

#include <array>
#include <cstdint>
#include <queue>
#include <span>
#include <vector>

#include "allot/core/core.hpp"
#include "allot/messages/event.hpp"
#include "simulation/customer_returns.hpp"
#include "simulation/refunds.hpp"
#include "simulation/report.hpp"
#include "simulation/warehouses.hpp"
#include "simulation/world.hpp"

namespace allot::simulation {

struct FollowUp {
  TimeNs time{};
  std::uint64_t number{};  // in which it was planned: breaks ties
  std::uint32_t order{};   // arrival; of KeyKind::update the position among the shop's
  std::uint32_t parcel{};  // of ship, deliver and refund
  KeyKind kind{};
  std::uint8_t attempt{};
  std::uint8_t node{};  // of ship and deliver

  friend bool operator>(const FollowUp& a, const FollowUp& b) noexcept {
    return a.time != b.time ? a.time > b.time : a.number > b.number;
  }
};

class BackOffice {
 public:
  BackOffice(const World& world, const TimeMap& map);

  // Effects: plans what the shop's file says. Once, when the map's times are settled.
  void plan_updates();
  // `now`: the engine's time at which the news arrive; what they lead to comes no earlier.
  void see(const Event& event, TimeNs now);

  [[nodiscard]] bool empty() const noexcept { return due_.empty(); }
  // Returns: whether nothing is left to do but to ship, deliver, take back and give back.
  [[nodiscard]] bool only_parcels_left() const noexcept { return others_ == 0; }
  [[nodiscard]] TimeNs next_time() const noexcept { return due_.top().time; }
  // Returns: what the next follow-up asks of the engine. For a review, the version is the one last
  //          seen. Requires: not empty.
  [[nodiscard]] Command next_command() const;
  // Takes the next one away: it was admitted, or nobody wants it any more.
  void pop();
  // Drops follow-ups of which nothing is left to do: nobody reviews orders that have ended since.
  void drop_idle();

  // Takes in how its commands were answered.
  void see(std::span<const Answer> answers);
  // Fills how many rows of the shop's file ran, by type: those that were taken away; when parcels
  // left, what came back, and what was given back for it.
  void report(RunReport& report) const;

 private:
  struct Known {
    std::uint32_t version{};
    std::uint8_t attempts{};  // reviews that came too late for the version they had seen
    bool ended{};
    bool in_review{};
    bool planned{};
    bool retaken{};
  };

  [[nodiscard]] Command update(std::uint32_t index) const;
  void plan(TimeNs time, std::uint32_t order, KeyKind kind, std::uint8_t attempt = 0);
  void plan_payment(std::uint32_t order, TimeNs arrived);
  void plan_cancellation(std::uint32_t order, TimeNs arrived);
  void plan_review(std::uint32_t order, TimeNs from, std::uint8_t attempt);
  void plan(const Errand& errand);
  [[nodiscard]] std::int64_t delay(const std::vector<std::int64_t>& quantiles,
                                   Random& random) const;
  [[nodiscard]] bool is_idle(const FollowUp& next) const;

  const World& world_;
  std::span<const OwnShop::Update> updates_;
  const TimeMap& map_;
  std::vector<Known> known_;
  std::priority_queue<FollowUp, std::vector<FollowUp>, std::greater<>> due_;
  std::uint64_t planned_{};
  std::uint64_t others_{};  // of those due: of parcels, returns and refunds none
  Warehouses warehouses_;
  CustomerReturns returns_;
  Refunds refunds_;
  std::array<UpdateCounts, files::update_type_count> update_counts_{};  // by type
  TimeNs now_{};  // nothing is planned before it
};

}  // namespace allot::simulation
