// Listens to all that is told while the engine decides, and compares it with what the engine did.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "allot/core/core.hpp"

namespace allot::oracle {

class CheckingTrace final : public SourcingTrace {
 public:
  void judged(const SetRiskLimits& limits, std::span<const RiskFinding> findings) override;
  void cap_asked(const OrderKey&, const CapFinding& finding) override;
  void begin(const OrderKey& order_key, Sequence sequence, SourcingPolicy policy,
             std::uint32_t nodes) override;
  void excluded(NodeId, std::string_view) override {}
  void line(const LineFinding& finding) override;
  void set(const NodeSet& looked_at) override;
  void covers(std::uint32_t round, NodeId node, std::uint64_t units, bool taken) override;
  void chosen(const NodeSet& plan, bool bounded) override;
  void lost(NodeId node, NodeLoss why, const NodeSet& best_with_it) override;
  void given_up(Reason why) override;

  // Returns: how what was told since the last call differs from what the step did.
  [[nodiscard]] std::optional<std::string> compare(const Command& command,
                                                   std::span<const Event> events);

 private:
  struct Line {
    std::uint32_t need{};
    std::uint32_t waits{};
    Reason reason{};
  };
  struct Choice {
    SourcingPolicy policy{};
    std::map<std::uint32_t, Line> lines;
    std::set<std::uint32_t> serving_nodes;  // nodes of any set that serves
    MoneyMinor cost{};
    std::size_t parcels{};  // 0: nothing is taken
    bool bounded{};
  };

  void expect(bool holds, std::string_view what);
  void compare_verdict(const Command& command, std::span<const Event> events);
  void compare_caps(const Command& command, std::span<const Event> events);
  void compare_lines(std::span<const Event> events);
  void compare_change(std::span<const Event> events);

  std::uint32_t judged_{};
  Reason decided_{Reason::ok};
  std::vector<CapFinding> caps_;
  Choice choice_;  // the last of the step: of a new order, its own
  std::string fault_;
};

}  // namespace allot::oracle
