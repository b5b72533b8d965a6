#include "inspection/sku_history.hpp"

#include <algorithm>
#include <utility>

#include "inspection/event_columns.hpp"
#include "inspection/tones.hpp"
#include "json/core_names.hpp"
#include "json/encode.hpp"
#include "json/scalar_text.hpp"

namespace allot::inspection {
namespace {

using Json = Sheet::Cell;

const RowColumn& column_of(std::string_view name) {
  return *std::ranges::find(event_columns(), name,
                            [](const RowColumn& column) { return column.column.name; });
}

Json number_of(const Step& step, const OrderKey& key) {
  const std::string_view number = json::StepNames(step.core, step.in.command).order_number(key);
  return number.empty() ? Json() : Json(json::without_controls(number));
}

std::optional<std::int64_t> units_of(const EventRow& row) {
  static const RowColumn* const columns[] = {&column_of("quantity"), &column_of("received"),
                                             &column_of("delta"), &column_of("safety_stock"),
                                             &column_of("units")};
  for (const RowColumn* column : columns) {
    if (const auto units = cell(*column, row)) return units;
  }
  return std::nullopt;
}

bool is_of_stock(const Event& event) {
  return event.type >= EventType::stock_received && event.type <= EventType::lot_end_unknown;
}

// Returns: whether one order alone is asked for, and the event is not of that.
bool is_left_out(const Event& event, const OrderKey& only) {
  return only.present() && (is_of_stock(event) || event.order_key != only);
}

bool ends_order(const Event& event) {
  return event.type == EventType::cancelled || event.type == EventType::taken_over ||
         event.type == EventType::expired || event.type == EventType::review_rejected;
}

}  // namespace

SkuHistory::SkuHistory(std::string sku, std::string node, json::PrintForm form)
    : sku_(std::move(sku)), node_(std::move(node)), form_(form) {}

void SkuHistory::look_up(const Core& core) {
  if (!id_.present()) id_ = {core.find(IdKind::sku, sku_).value_or(0)};
  if (!node_.empty() && !node_id_.present()) {
    node_id_ = {core.find(IdKind::node, node_).value_or(0)};
  }
}

// What an order held is given back without an event for each of its lines. It may be forgotten in
// the step in which it ends.
bool SkuHistory::ends_order_with_it(const Event& event, const Core& core) const {
  if (!ends_order(event)) return false;
  if (taken_by_.contains({event.order_key.high, event.order_key.low})) return true;
  const std::optional<OrderInspection> order = core.find_order(event.order_key);
  return order && std::ranges::any_of(
                      order->lines, [this](const LineInspection& line) { return line.sku == id_; });
}

void SkuHistory::note_given_back(const Event& event) {
  // What it held another order has now, of which line_merged tells.
  if (event.type == EventType::order_merged) {
    taken_by_.erase({event.order_key.high, event.order_key.low});
  }
  if (!ends_order(event)) return;
  const auto found = taken_by_.find({event.order_key.high, event.order_key.low});
  if (found == taken_by_.end()) return;
  given_back_ += found->second;
  taken_by_.erase(found);
}

// At one node, or without one at all of them.
std::uint64_t SkuHistory::available(const Core& core, NodeId node) const {
  if (node.present()) return core.available(id_, node);
  std::uint64_t all = 0;
  for (std::uint32_t each = 1; each <= core.count(IdKind::node); ++each) {
    all += core.available(id_, NodeId{each});
  }
  return all;
}

// Where one node is asked for, the end of an order that held nothing there is none of its history.
bool SkuHistory::concerns_node(const Core& core) const {
  return !node_id_.present() || available(core, node_id_) != available_;
}

// Of what is available, at the node that is asked for, or at all of them.
std::uint64_t SkuHistory::withheld(const Core& core) const {
  if (node_id_.present()) return safety_.withheld(core, id_, node_id_);
  std::uint64_t all = 0;
  for (std::uint32_t each = 1; each <= core.count(IdKind::node); ++each) {
    all += safety_.withheld(core, id_, NodeId{each});
  }
  return all;
}

void SkuHistory::step(const Step& step) {
  safety_.see(step);
  static const RowColumn& sku = column_of("sku");
  static const RowColumn& node = column_of("node");
  look_up(step.core);
  if (!sku_found() || !node_found()) return shortage_.forget_step();
  shortage_.see(step, id_, form_);
  EventRow row;
  const auto is_elsewhere = [this](const std::optional<std::int64_t>& at) {
    return node_id_.present() && at && *at != std::int64_t{node_id_.value};
  };
  // What ships from another node than was promised changes what is here, and names only the other.
  const bool told_here = std::ranges::any_of(step.events, [&](const Event& event) {
    row.event = event;
    if (event.type >= EventType::for_sale && event.type <= EventType::feed_complete) return false;
    const bool names_it = cell(sku, row) == std::int64_t{id_.value};
    return names_it ? !is_elsewhere(cell(node, row)) : ends_order_with_it(event, step.core);
  });
  const bool shows_all = !told_here && concerns_node(step.core);
  for (const Event& event : step.events) {
    row.event = event;
    if (cell(sku, row) == std::int64_t{id_.value}) {
      const auto at = cell(node, row);
      const bool elsewhere = is_elsewhere(at);
      if (!elsewhere) count(event, units_of(row));
      if (shows_all || !elsewhere) add(step, event, at, units_of(row));
    } else if (ends_order_with_it(event, step.core) && concerns_node(step.core)) {
      add(step, event, std::nullopt, std::nullopt);
    }
    note_given_back(event);
  }
  if (!step.events.empty()) available_ = available(step.core, node_id_);
}

void SkuHistory::count(const Event& event, std::optional<std::int64_t> units) {
  if (is_left_out(event, only_)) return;
  const bool takes = event.type == EventType::line_held || event.type == EventType::line_allocated;
  if (event.type == EventType::stock_received) received_ += static_cast<std::uint64_t>(*units);
  if (takes) {
    taken_ += static_cast<std::uint64_t>(*units);
    taken_by_[{event.order_key.high, event.order_key.low}] += static_cast<std::uint64_t>(*units);
  }
  if (event.type == EventType::line_merged) {
    taken_by_[{event.order_key.high, event.order_key.low}] +=
        static_cast<std::uint64_t>(*units - event.time);
  }
  // What the new order has of it the old one, whose line_changed follows, has no more: until then
  // it is kept under the key that no order has.
  if (event.type == EventType::line_split) {
    const auto held = static_cast<std::uint64_t>(*units - event.time);
    taken_by_[{event.order_key.high, event.order_key.low}] += held;
    taken_by_[{0, 0}] += held;
  }
  if (event.type == EventType::line_changed) {
    std::uint64_t& rest = taken_by_[{event.order_key.high, event.order_key.low}];
    rest -= std::min(rest, std::exchange(taken_by_[{0, 0}], 0));
  }
  if (event.type == EventType::line_shipped) {
    shipped_ += static_cast<std::uint64_t>(*units);
    // What an order held and shipped it does not give back.
    std::uint64_t& rest = taken_by_[{event.order_key.high, event.order_key.low}];
    rest -= std::min(rest, static_cast<std::uint64_t>(*units));
  }
  // What of that the order takes again is told next.
  if (event.type == EventType::line_unshipped) {
    const std::uint64_t undone = std::min(shipped_, static_cast<std::uint64_t>(*units));
    shipped_ -= undone;
    given_back_ += undone;
  }
  // What was not found is not given back: whoever held it waits for other units.
  if (event.type == EventType::line_short_picked) {
    std::uint64_t& taken = taken_by_[{event.order_key.high, event.order_key.low}];
    taken -= std::min(taken, static_cast<std::uint64_t>(*units));
  }
  if (event.type == EventType::return_restocked) returned_ += static_cast<std::uint64_t>(*units);
  // What it has in the place of what moved is told next.
  if (event.type == EventType::line_lost || event.type == EventType::line_moved) {
    std::uint64_t& taken = taken_by_[{event.order_key.high, event.order_key.low}];
    const std::uint64_t lost = std::min(taken, static_cast<std::uint64_t>(*units));
    taken -= lost;
    given_back_ += lost;
  }
  if (event.type == EventType::line_cancelled || event.type == EventType::line_changed) {
    std::uint64_t& taken = taken_by_[{event.order_key.high, event.order_key.low}];
    const std::uint64_t back = std::min(taken, static_cast<std::uint64_t>(event.time));
    taken -= back;
    given_back_ += back;
  }
}

void SkuHistory::add(const Step& step, const Event& event, std::optional<std::int64_t> node,
                     std::optional<std::int64_t> units) {
  if (is_left_out(event, only_)) return;
  const bool has_order = !is_of_stock(event) && event.order_key.present();
  const std::uint64_t kept = withheld(step.core);
  rows_.push_back(
      {step.in.sequence, step.in.time, std::string(event_name(event.type)),
       has_order ? Json(json::encode_key(event.order_key.high, event.order_key.low, form_))
                 : Json(),
       has_order ? number_of(step, event.order_key) : Json(),
       node ? Json(std::string(step.core.code(IdKind::node, static_cast<std::uint32_t>(*node))))
            : Json(),
       units ? Json(*units) : Json(), available(step.core, node_id_),
       kept > 0 ? Json(kept) : Json(),
       event.reason != Reason::ok ? Json(std::string(name(event.reason))) : Json()});
}

Sheet SkuHistory::sheet(const Core& core) const {
  Sheet sheet;
  sheet.name = "history";
  sheet.columns = {{"sequence", CellKind::sequence, 4, false},
                   {"time", CellKind::time, 1, false},
                   {"event", CellKind::text, 0, false, false, tone_of_event},
                   {"order", CellKind::key, 3, true},
                   {"order_number", CellKind::text, 3, true, true},
                   {"node", CellKind::text, 2, true},
                   {"units", CellKind::count, 0, false},
                   {"available", CellKind::count, 0, false, false, tone_of_available},
                   {"withheld", CellKind::count, 0, false, false, tone_of_open},
                   {"reason", CellKind::text, 5, true}};
  sheet.rows = rows_;
  sheet.facts["sku"] = sku_;
  if (!node_.empty()) sheet.facts["node"] = node_;
  say_when(sheet, core, form_);
  sheet.facts["received"] = received_;
  sheet.facts["taken"] = taken_;
  sheet.facts["given_back"] = given_back_;
  sheet.facts["shipped"] = shipped_;
  sheet.facts["returned"] = returned_;
  sheet.facts["available"] = available(core, node_id_);
  const std::uint64_t kept = withheld(core);
  sheet.facts["withheld"] = kept;
  sheet.notes.push_back((only_.present()
                             ? "taken by the order "
                             : "received " + std::to_string(received_) + ", taken by orders ") +
                        std::to_string(taken_) +
                        (given_back_ == 0 ? "" : ", given back " + std::to_string(given_back_)) +
                        (shipped_ == 0 ? "" : ", shipped " + std::to_string(shipped_)) +
                        (returned_ == 0 ? "" : ", returned " + std::to_string(returned_)) +
                        ", available now " + std::to_string(available(core, node_id_)) +
                        (kept == 0 ? ""
                                   : ", of which " + std::to_string(kept) +
                                         " withheld from sale: " + safety_.by_whom(core)));
  if (const auto& first = shortage_.first()) {
    json::put_time(sheet.facts, "first_short", first->time, form_);
    sheet.notes.emplace_back("ran short first at order " + first->order + " (" +
                                 std::string(event_name(first->event)) + ")",
                             first->time);
  }
  return sheet;
}

}  // namespace allot::inspection
