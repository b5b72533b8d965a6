// What happened to one SKU: every event that names it, the ends of orders that had it, and what was
// available behind each step.
//
// Threads: one. Memory: a row for each such event.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "inspection/first_shortage.hpp"
#include "inspection/log_walk.hpp"
#include "inspection/safety_stock.hpp"
#include "inspection/sheet.hpp"
#include "json/print_form.hpp"

namespace allot::inspection {

class SkuHistory final : public StepVisitor {
 public:
  // `node`: empty for all. Codes that the catalogue does not have yet may come to it on the way.
  SkuHistory(std::string sku, std::string node, json::PrintForm form);

  // Effects: leaves out what other orders did, and what came in.
  void only(const OrderKey& order) noexcept { only_ = order; }
  void step(const Step& step) override;

  // Returns: what is to be told of every choice of nodes in the walk.
  [[nodiscard]] SourcingTrace& trace() noexcept { return shortage_.trace(); }

  // Returns: whether the catalogue came to have both codes.
  [[nodiscard]] bool sku_found() const noexcept { return id_.present(); }
  [[nodiscard]] bool node_found() const noexcept { return node_.empty() || node_id_.present(); }
  // Requires: both are found.
  [[nodiscard]] Sheet sheet(const Core& core) const;

 private:
  void look_up(const Core& core);
  [[nodiscard]] bool ends_order_with_it(const Event& event, const Core& core) const;
  [[nodiscard]] bool concerns_node(const Core& core) const;
  [[nodiscard]] std::uint64_t available(const Core& core, NodeId node) const;
  [[nodiscard]] std::uint64_t withheld(const Core& core) const;
  void note_given_back(const Event& event);
  void count(const Event& event, std::optional<std::int64_t> units);
  void add(const Step& step, const Event& event, std::optional<std::int64_t> node,
           std::optional<std::int64_t> units);

  std::string sku_;
  std::string node_;
  json::PrintForm form_;
  SkuId id_;
  NodeId node_id_;
  OrderKey only_;  // absent: all
  std::vector<std::vector<Sheet::Cell>> rows_;
  std::uint64_t received_{};
  std::uint64_t taken_{};
  std::uint64_t shipped_{};
  std::uint64_t returned_{};  // back on sale
  std::uint64_t given_back_{};
  // Of each order, by the halves of its key; until it ends.
  std::map<std::pair<std::uint64_t, std::uint64_t>, std::uint64_t> taken_by_;
  std::uint64_t available_{};  // behind the step before
  SafetyStock safety_;
  FirstShortage shortage_;
};

}  // namespace allot::inspection
