// How a log is doing: what the orders of its last minutes were answered, what waits, and what runs
// out next. Collected while a walk goes through the log.
//
// Times are the logical ones of the log. The last minutes are those before its last step, so that a
// log that was written long ago shows how it ended.
//
// Threads: one. Memory: a word for each open order, a bucket of SKUs for each 60th of the window.
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "allot/messages/reason.hpp"
#include "inspection/log_walk.hpp"

namespace allot::inspection {

// What became of orders when they were decided.
struct OrderFlow {
  std::uint64_t placed{};
  std::uint64_t imported{};
  std::uint64_t refused{};
  std::uint64_t units{};  // asked for: at_once + waiting + units_refused
  std::uint64_t at_once{};
  std::uint64_t waiting{};
  std::uint64_t units_refused{};            // of refused orders and dropped lines
  std::map<Reason, std::uint64_t> reasons;  // of refused orders, and of lines that were dropped

  [[nodiscard]] std::uint64_t orders() const noexcept { return placed + imported + refused; }
  void add(const OrderFlow& other);
};

// What is not settled.
struct Queues {
  std::uint64_t open_orders{};
  std::uint64_t unpaid_orders{};
  std::uint64_t held_units{};  // of orders that are not paid or not cleared
  std::uint64_t in_review{};
  std::uint64_t waiting_orders{};
  std::uint64_t waiting_lines{};
  std::uint64_t waiting_units{};
};

// A SKU that sells, and will be gone before long.
struct RunsOut {
  SkuId sku;
  std::uint64_t left{};   // units available at all nodes
  std::uint64_t taken{};  // units in the window
  std::int64_t in_ns{};   // until none is left at that rate
};

class LogPulse final : public StepVisitor {
 public:
  // `window_ns`: what "the last minutes" are, at least a second.
  explicit LogPulse(std::int64_t window_ns);

  void step(const Step& step) override;

  [[nodiscard]] const OrderFlow& all() const noexcept { return all_; }
  // Returns: what the window holds, and of how much time that is: less than the window where the
  //          log is younger.
  [[nodiscard]] OrderFlow recent() const;
  [[nodiscard]] std::int64_t recent_ns() const noexcept;
  [[nodiscard]] const Queues& queues() const noexcept { return queues_; }
  // Returns: those that were taken from in the window and are not gone, soonest first.
  [[nodiscard]] std::vector<RunsOut> runs_out(const Core& core) const;
  // Returns: how many SKUs that were asked for in the window have nothing left.
  [[nodiscard]] std::uint64_t gone(const Core& core) const;

 private:
  static constexpr std::int64_t buckets_max = 60;

  struct Bucket {
    std::int64_t number{};
    OrderFlow flow;
    std::unordered_map<std::uint32_t, std::uint64_t> asked;  // units by SKU
    std::unordered_map<std::uint32_t, std::uint64_t> taken;
  };
  // What an order adds to the queues.
  struct OpenOrder {
    std::uint64_t held{};
    std::uint32_t waiting_units{};
    std::uint16_t waiting_lines{};
    bool open{};
    bool unpaid{};
    bool in_review{};
  };

  [[nodiscard]] Bucket& bucket_at(TimeNs time);
  void decided(const Step& step, OrderFlow& flow, Bucket& bucket) const;
  void refresh(const OrderKey& key, const Core& core);
  void count(const OpenOrder& order, std::uint64_t sign) noexcept;

  std::int64_t bucket_ns_;
  TimeNs first_{-1};  // time of the first order; none yet: -1
  TimeNs last_{};
  OrderFlow all_;
  std::deque<Bucket> buckets_;
  std::map<OrderKey, OpenOrder> orders_;
  Queues queues_;
};

}  // namespace allot::inspection
