// Counts what the engine published. It knows of an order only what its arrival asked for and what
// the events say; nothing is guessed from what was submitted.
//
// Threads: one at a time. Memory: 24 bytes per arrival.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "allot/messages/event.hpp"
#include "allot/types/status.hpp"
#include "simulation/report.hpp"
#include "simulation/world.hpp"

namespace allot::simulation {

// By channel and kind.
using ServiceReports = std::map<std::pair<std::uint32_t, ServiceKind>, ServiceReport>;

class Tally {
 public:
  explicit Tally(const World& world);

  // Events in the order of the stream. Returns: whether it is the answer to an order that had none.
  bool see(const Event& event);

  [[nodiscard]] std::uint64_t answered() const noexcept { return counts_.submitted; }
  [[nodiscard]] std::uint64_t refused() const noexcept { return counts_.refused; }
  [[nodiscard]] double fill_rate() const noexcept {
    return units_.requested == 0
               ? 0.0
               : static_cast<double>(units_.at_once) / static_cast<double>(units_.requested);
  }
  // Returns: what to say when commands that set the world up were refused; ok when none was.
  [[nodiscard]] Status setup_fault() const;

  // Fills counts, units, parcels and reasons.
  void report(RunReport& report) const;

 private:
  struct OrderState {
    std::uint32_t held{};  // units that it has
    std::uint32_t shipped{};
    std::uint32_t delivered{};
    std::uint16_t parcels{};     // since it was accepted or retaken
    std::uint16_t on_the_way{};  // parcels that were shipped and are not delivered
    bool answered{};
    bool firm{};
    bool reviewed{};
    bool backordered{};
    bool accepting{};  // the events of its acceptance are coming
    bool split{};
    bool shipped_whole{};
    bool accepted{};
    bool ended{};         // by a deadline, a cancellation or a review
    bool captured{};      // some money came in
    bool paid{};          // all of it
    bool partly_paid{};   // and less than was due, before it ended
    bool unpaid_again{};  // the bank took back what had made it firm
  };

  // The step and order whose waiting lines are being served, and the nodes that sent a parcel for
  // it.
  struct ServedParcels {
    Sequence sequence{};
    std::size_t order{};
    std::uint64_t nodes{};
  };
  // The step, order and node of the last line that was shipped.
  struct ShippedParcel {
    Sequence sequence{};
    std::size_t order{};
    std::uint32_t node{};
  };

  void end(OrderState& state) noexcept;
  void refused(const Event& event);
  void accepted(OrderState& state, const Event& event, std::size_t index);
  void line(OrderState& state, const Event& event, std::size_t index);
  void add_parcels(OrderState& state, std::uint32_t parcels);
  void count_waited_parcel(OrderState& state, const Event& event, std::size_t index);
  void see_money(OrderState& state, const Event& event);
  void see_shipping(OrderState& state, const Event& event, std::size_t index);
  void see_shipped(OrderState& state, const Event& event, std::size_t index);

  const World& world_;
  std::vector<OrderState> orders_;
  OrderCounts counts_;
  UnitCounts units_;
  FulfilmentCounts fulfilment_;
  ServiceReports services_;
  std::uint64_t lines_{};
  std::uint64_t parcels_{};
  std::uint64_t split_orders_{};
  std::uint64_t setup_refusals_{};
  Reason setup_reason_{Reason::ok};
  std::map<Reason, std::uint64_t> reasons_;
  std::map<Reason, std::uint64_t> refused_units_;
  ServedParcels waited_;
  ShippedParcel shipped_;
};

}  // namespace allot::simulation
