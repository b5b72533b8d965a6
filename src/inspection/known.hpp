// What a walk through a log comes across, so that the state behind it can be listed: a core finds
// orders and stock by their names, and lists none; and of an order that is refused it keeps
// nothing.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "inspection/log_walk.hpp"
#include "inspection/safety_stock.hpp"

namespace allot::inspection {

// An order that was refused whole, as its command says it.
struct RefusedOrder {
  std::string order_number;  // as it was given; empty where the order was named by its key
  Sequence sequence{};
  ChannelId channel;
  ZoneId zone;
  Reason reason{};
  MoneyMinor value{};       // what would have been due; as much as fits
  std::vector<SkuId> skus;  // of its lines
};

// An order as it was asked for.
struct AskedOrder {
  OrderKey key;
  TimeNs time{};             // of the step that answered it
  std::uint64_t units{};     // that it asked for
  std::uint64_t promised{};  // of these, in that step
  std::size_t refusal{};     // 1 for the first of Known::refused(); 0: it was accepted
};

class Known final : public StepVisitor {
 public:
  void step(const Step& step) override;

  // Returns: orders in the sequence in which they were asked for, refused and forgotten ones too. A
  //          key that was used again stands there again.
  [[nodiscard]] const std::vector<AskedOrder>& orders() const noexcept { return orders_; }
  [[nodiscard]] const std::vector<RefusedOrder>& refused() const noexcept { return refused_; }
  // Returns: each SKU and node where stock ever came in or was counted.
  [[nodiscard]] const std::set<std::pair<SkuId, NodeId>>& cells() const noexcept { return cells_; }
  [[nodiscard]] const SafetyStock& safety() const noexcept { return safety_; }

 private:
  void see_asked(const Step& step, const Event& answer);
  template <class C>
  [[nodiscard]] RefusedOrder refusal_of(const Step& step, const C& order, Reason why) const;

  std::vector<AskedOrder> orders_;
  std::vector<RefusedOrder> refused_;
  std::set<ChannelId> taxed_;  // those whose prices have their tax in them
  std::set<std::pair<SkuId, NodeId>> cells_;
  SafetyStock safety_;
};

}  // namespace allot::inspection
