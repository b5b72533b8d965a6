// The lines that had to wait when their orders were accepted, and which of them lacked their SKU:
// an order that ships whole waits with all its lines when one cannot be served, and a line also
// waits when its order may come in no more parcels.
//
// Events do not tell the one from the other. So the log is decided again, and the engine says of
// each line what there was for it at that moment.
//
// Threads: one at a time. Memory: 40 bytes for each line that waits, and 50 for its order.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "allot/sourcing/sourcing_trace.hpp"
#include "allot/types/ids.hpp"
#include "simulation/arrival_keys.hpp"

namespace allot::simulation {

class WaitingLines final : public SourcingTrace {
 public:
  struct Line {
    std::size_t order{};  // number of its arrival, from 0
    std::uint32_t sku{};
    std::uint32_t units{};
    std::uint64_t served{};  // later
    MoneyMinor value{};
    bool lacked{};  // more was wanted of its SKU than there was for the order
  };

  // Borrows `keys`.
  explicit WaitingLines(const ArrivalKeys& keys) : keys_(keys) {}

  // Requires: lines of one order come one after the other.
  void add(const Line& line);
  void serve(std::size_t order, std::uint32_t sku, std::uint64_t units) noexcept;
  [[nodiscard]] const std::vector<Line>& lines() const noexcept { return lines_; }

  // While the log is decided again: sets what lines lacked.
  void begin(const OrderKey& order_key, Sequence sequence, SourcingPolicy policy,
             std::uint32_t nodes) override;
  void line(const LineFinding& finding) override;
  void excluded(NodeId, std::string_view) override {}
  void set(const NodeSet&) override {}
  void covers(std::uint32_t, NodeId, std::uint64_t, bool) override {}
  void chosen(const NodeSet&, bool) override {}
  void lost(NodeId, NodeLoss, const NodeSet&) override {}
  void given_up(Reason) override {}

 private:
  struct Order {
    std::size_t first{};  // of its lines
    bool judged{};
  };
  [[nodiscard]] Line* find(std::size_t order, std::uint32_t sku) noexcept;

  const ArrivalKeys& keys_;
  std::vector<Line> lines_;
  std::unordered_map<std::size_t, Order> orders_;
  std::size_t current_{};  // the order whose first choice is being told
  bool listens_{false};
};

}  // namespace allot::simulation
