// Keeps every choice of nodes that was made for one order, small enough to be read: the stock of
// each candidate, the best plan that each could be part of, and the plan that was taken.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "allot/core/inspection.hpp"

namespace allot::program {

struct Plan {
  std::vector<std::uint32_t> nodes;
  std::int64_t cost{};
};

struct ChoiceLine {
  std::uint32_t line{};
  SkuId sku;
  std::uint32_t wanted{};
  std::uint64_t total{};
  std::uint32_t need{};
  std::map<std::uint32_t, std::uint32_t> stock;  // node: units that the channel can take there
};

struct Choice {
  std::uint32_t candidates{};
  std::vector<ChoiceLine> lines;
  // Stock that was looked at for a line that then decided the choice, before it needed anything.
  std::map<std::uint32_t, std::uint32_t> last_stock;
  std::map<std::uint32_t, std::string> excluded;  // node: why
  std::map<std::uint32_t, Plan> cheapest_with;    // node: cheapest plan that it is part of
  std::map<std::uint32_t, Plan> smallest_with;    // node: plan with fewest nodes that it is part of
  std::uint64_t sets_looked_at{};
  std::uint64_t sets_that_serve{};
  std::optional<Plan> chosen;  // without nodes: none serves
  bool bounded{};
};

class ChoiceTrace final : public SourcingTrace {
 public:
  explicit ChoiceTrace(OrderKey key) noexcept : key_(key) {}

  void begin(const OrderKey& order_key, Sequence sequence, std::uint32_t candidates) override;
  void line(std::uint32_t line, SkuId sku, std::uint32_t wanted, std::uint64_t total,
            std::uint32_t need) override;
  void stock(std::uint32_t line, NodeId node, std::uint32_t base) override;
  void excluded(NodeId node, std::string_view why) override;
  void set(const std::uint32_t* nodes, std::uint32_t count, std::int64_t cost) override;
  void chosen(const std::uint32_t* nodes, std::uint32_t count, std::int64_t cost,
              bool bounded) override;

  // Returns: the choices since the last call: after each step, those of that step.
  [[nodiscard]] std::vector<Choice> take() noexcept { return std::exchange(choices_, {}); }

 private:
  OrderKey key_;
  bool ours_{};  // what is being told is about this order
  std::vector<Choice> choices_;
};

}  // namespace allot::program
