// How much more of each SKU there should have been from the beginning, so that no order would have
// lacked it: what a buyer wants to know, and not what was missing of it. An order that is refused
// for want of one SKU takes nothing of its others, so that more of the first alone makes those run
// short; and of what an order wants a part may have been there.
//
// Had nothing been missing, the units of which orders were refused or wait would lie with them:
// they are owed. Where an order wants so many units of a SKU, and so many are for sale, what it
// wants and what is owed by then, less what is for sale, is lacking; the most of that over all
// orders is what is needed. Where orders end early and give back it is more than enough, as nobody
// knows which of those that were refused would have. It is enough where the additional units lie at
// a node that serves every order.
//
// Threads: one at a time. Memory: 24 bytes for each SKU, 2 bits for each order, about 50 bytes for
// each line that was dropped or waits.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "allot/messages/event.hpp"
#include "allot/sourcing/sourcing_trace.hpp"
#include "allot/types/ids.hpp"
#include "simulation/waiting_lines.hpp"
#include "simulation/world.hpp"

namespace allot::simulation {

// Units of each SKU, by its place in the book.
class OwedUnits {
 public:
  explicit OwedUnits(std::size_t skus) : for_sale_(skus), owed_(skus), needed_(skus) {}

  [[nodiscard]] bool knows(std::uint32_t sku) const noexcept { return sku < owed_.size(); }
  // What is for sale at least, as far as anybody has said; below 0 where more is withheld.
  void set_for_sale(std::uint32_t sku, std::int64_t units) noexcept { for_sale_[sku] = units; }
  void add_for_sale(std::uint32_t sku, std::int64_t units) noexcept { for_sale_[sku] += units; }
  void owe(std::uint32_t sku, std::uint64_t units) noexcept { owed_[sku] += units; }
  void settle(std::uint32_t sku, std::uint64_t units) noexcept;
  // Effects: so many are wanted now, besides what is owed.
  void want(std::uint32_t sku, std::uint64_t units) noexcept;
  [[nodiscard]] std::uint64_t needed(std::uint32_t sku) const noexcept { return needed_[sku]; }

 private:
  std::vector<std::int64_t> for_sale_;
  std::vector<std::uint64_t> owed_;
  std::vector<std::uint64_t> needed_;
};

// Owns the lines that wait, and passes on to them what it is told while the log is decided again.
class NeededStock final : public SourcingTrace {
 public:
  // Borrows the world.
  explicit NeededStock(const World& world);

  [[nodiscard]] WaitingLines& waiting() noexcept { return waiting_; }
  [[nodiscard]] const WaitingLines& waiting() const noexcept { return waiting_; }
  // What the run told: every event, and orders by the numbers of their arrivals, from 0.
  void see(const Event& event, bool first_answer);
  void add_refused(std::size_t order);
  void add_dropped(std::size_t order, std::uint32_t sku, std::uint32_t units);
  // Returns: whether anything was missing, so that the log is to be decided again with this as its
  //          trace, before figures are made.
  [[nodiscard]] bool any() const noexcept { return any_ || !waiting_.lines().empty(); }

  // Effects: what the last order lacked counts, too. To be called once the log was decided again.
  void end();
  // Returns: units more that there should have been. `sku`: its id.
  [[nodiscard]] std::uint64_t units(std::uint32_t sku) const { return units_.needed(sku - 1); }

  void begin(const OrderKey& order_key, Sequence sequence, SourcingPolicy policy,
             std::uint32_t nodes) override;
  void line(const LineFinding& finding) override;
  void excluded(NodeId, std::string_view) override {}
  void set(const NodeSet&) override {}
  void covers(std::uint32_t, NodeId, std::uint64_t, bool) override {}
  void chosen(const NodeSet& plan, bool bounded) override;
  void lost(NodeId, NodeLoss, const NodeSet&) override {}
  void given_up(Reason why) override;

 private:
  struct Units {
    std::uint32_t sku{};  // place in the book
    std::uint64_t units{};
  };
  using UnitsByOrder = std::unordered_multimap<std::size_t, Units>;
  // The choice that is being told.
  struct Choice {
    enum class Kind : std::uint8_t { none, first, later };
    Kind kind{};
    std::size_t order{};
    bool takes{};              // a plan was made, and not given up
    std::vector<Units> lines;  // that were told, with what they need now
    std::vector<Units> wants;  // the same, with what the order wants
  };

  [[nodiscard]] static std::int64_t safety_of_channel(const World& world, std::size_t order);
  [[nodiscard]] static std::vector<Units> asked_by(const World& world, std::size_t order);
  void settle_first();
  void settle_later();

  const World& world_;
  WaitingLines waiting_;
  bool any_{};
  bool has_answers_{};
  std::vector<bool> refused_;  // by order
  std::vector<bool> decided_;  // by order: its first choice was told
  UnitsByOrder dropped_;
  UnitsByOrder waits_;  // what of the lines that wait has not been served yet
  OwedUnits units_;
  Choice choice_;
};

}  // namespace allot::simulation
