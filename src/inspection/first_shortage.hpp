// The first order of a log for which there was too little of a SKU, by the rule of lack_trace.hpp.
//
// Threads: one.
#pragma once

#include <optional>
#include <string>

#include "inspection/lack_trace.hpp"
#include "inspection/log_walk.hpp"
#include "json/print_form.hpp"

namespace allot::inspection {

class FirstShortage {
 public:
  struct First {
    TimeNs time{};
    std::string order;  // its number, or key
    EventType event{};
  };

  // Returns: what is to be told of every choice of nodes in the walk.
  [[nodiscard]] SourcingTrace& trace() noexcept { return lacks_; }
  // To be called once for each step: it also forgets what its trace was told of it.
  void see(const Step& step, SkuId sku, json::PrintForm form);
  void forget_step() noexcept { lacks_.clear(); }
  [[nodiscard]] const std::optional<First>& first() const noexcept { return first_; }

 private:
  [[nodiscard]] bool ran_short(const Step& step, const Event& event, SkuId sku) const;

  LackTrace lacks_;
  std::optional<First> first_;
};

}  // namespace allot::inspection
