// Who orders in labelled traffic: honest people of many kinds, and those who are not.
#pragma once

#include <cstdint>
#include <string_view>

#include "simulation/traffic_plan.hpp"

namespace allot::simulation {

class HonestTraffic {
 public:
  explicit HonestTraffic(TrafficPlan& plan) : plan_(plan) {}
  // Effects: adds as many orders as are left to honest people.
  void make();

 private:
  void regulars(std::uint32_t count);
  void newcomers(std::uint32_t count);
  void families(std::uint32_t count);
  void students(std::uint32_t count);
  void offices(std::uint32_t count);
  void gift_buyers(std::uint32_t count);
  void bulk_buyers(std::uint32_t count);
  void fans(std::uint32_t count);
  void second_tries(std::uint32_t count);
  // How an honest order is paid, and what becomes of it.
  void settle(TrafficOrder& order, Random& random) const;
  void add(TrafficOrder order, Random& random);

  TrafficPlan& plan_;
};

class FraudTraffic {
 public:
  explicit FraudTraffic(TrafficPlan& plan) : plan_(plan) {}
  void make();
  // Effects: doubles some of the honest orders that are there.
  void double_some();

 private:
  [[nodiscard]] std::uint32_t wanted(TrafficClass of) const;
  void scalpers();
  void bonus_hunters();
  void brushers();
  void card_testers();
  void price_errors();

  TrafficPlan& plan_;
};

}  // namespace allot::simulation
