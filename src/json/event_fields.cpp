#include "json/event_fields.hpp"

#include <array>

#include "allot/messages/command_type.hpp"

namespace allot::json {
namespace {

using enum EventSlot;
using enum EventPresence;

constexpr EventField order{"order_key", order_key, not_zero};
constexpr EventField one_line{"line", line, of_one_line};
constexpr EventField one_sku{"sku", sku, not_zero};
constexpr EventField any_reason{"reason", reason, not_zero};
constexpr EventField version{"version", quantity};
constexpr EventField value{"value", amount, always, EventForm::money};
constexpr EventField pay_by{"pay_by", time, not_zero, EventForm::time};

constexpr std::array refused{order, EventField{"command", amount, always, EventForm::command},
                             EventField{"reason", reason}, one_line, one_sku};
constexpr std::array duplicate{order, EventField{"first_sequence", amount},
                               EventField{"reason", reason}};
constexpr std::array ticked{EventField{"time", time, always, EventForm::time}};
constexpr std::array time_kept{order, EventField{"command", amount, always, EventForm::command},
                               EventField{"time", time, always, EventForm::time}};
constexpr std::array defined{EventField{"command", amount, always, EventForm::command},
                             EventField{"id", quantity, not_zero, EventForm::entry_id}};
constexpr std::array skipped{EventField{"skipped", amount}};

constexpr EventField cell_sku{"sku", sku};
constexpr EventField cell_node{"node", node};
constexpr EventField cell_lot{"lot", lot};
constexpr EventField cell_available{"available", quantity};
constexpr std::array stock_received{cell_sku, cell_node, cell_lot, cell_available,
                                    EventField{"received", amount}};
constexpr std::array stock_adjusted{cell_sku, cell_node, cell_lot, cell_available,
                                    EventField{"delta", amount}};
constexpr std::array stock_deficit{cell_sku, cell_node, cell_lot, EventField{"deficit", quantity},
                                   EventField{"delta", amount}};
constexpr std::array safety_stock_set{cell_sku, cell_node, EventField{"safety_stock", quantity}};

constexpr std::array accepted{order,
                              EventField{"lines", line},
                              EventField{"parcels", quantity},
                              EventField{"cost", amount, always, EventForm::money},
                              pay_by,
                              EventField{"flags", flags, not_zero}};
constexpr EventField line_number{"line", line};
constexpr EventField line_quantity{"quantity", quantity};
constexpr std::array line_taken{order,
                                line_number,
                                cell_sku,
                                cell_node,
                                line_quantity,
                                EventField{"lot", amount},
                                EventField{"flags", flags, not_zero}};
constexpr std::array line_not_taken{order, line_number, cell_sku, line_quantity};
constexpr std::array line_refused{order, line_number, cell_sku, line_quantity,
                                  EventField{"reason", reason}};
constexpr std::array in_review{order, EventField{"reason", reason}, version,
                               EventField{"review_by", time, not_zero, EventForm::time}};
constexpr std::array ship_stop{order, EventField{"reason", reason}, version};
constexpr std::array allocated{order};
constexpr EventField units{"units", quantity};
constexpr std::array ended{order, value, units};
constexpr std::array expired{order, value, units, pay_by};
constexpr std::array paid{order, value, version,
                          EventField{"paid_at", time, always, EventForm::time}, any_reason};
constexpr std::array payment_changed{order, version, pay_by, any_reason};
constexpr std::array refund_due{order, value, any_reason};
constexpr std::array reminder{order, pay_by};
constexpr std::array review_approved{order, version, pay_by};

constexpr std::array shapes{
    EventShape{EventType::started, "started", {}},
    EventShape{EventType::refused, "refused", refused},
    EventShape{EventType::duplicate, "duplicate", duplicate},
    EventShape{EventType::ticked, "ticked", ticked},
    EventShape{EventType::defined, "defined", defined},
    EventShape{EventType::skipped, "skipped", skipped},
    EventShape{EventType::time_kept, "time_kept", time_kept},
    EventShape{EventType::stock_received, "stock_received", stock_received},
    EventShape{EventType::stock_adjusted, "stock_adjusted", stock_adjusted},
    EventShape{EventType::stock_deficit, "stock_deficit", stock_deficit},
    EventShape{EventType::safety_stock_set, "safety_stock_set", safety_stock_set},
    EventShape{EventType::placed, "placed", accepted},
    EventShape{EventType::imported, "imported", accepted},
    EventShape{EventType::line_held, "line_held", line_taken},
    EventShape{EventType::line_allocated, "line_allocated", line_taken},
    EventShape{EventType::line_waiting, "line_waiting", line_not_taken},
    EventShape{EventType::line_refused, "line_refused", line_refused},
    EventShape{EventType::line_short, "line_short", line_not_taken},
    EventShape{EventType::in_review, "in_review", in_review},
    EventShape{EventType::ship_stop, "ship_stop", ship_stop},
    EventShape{EventType::allocated, "allocated", allocated},
    EventShape{EventType::cancelled, "cancelled", ended},
    EventShape{EventType::expired, "expired", expired},
    EventShape{EventType::paid, "paid", paid},
    EventShape{EventType::payment_pending, "payment_pending", payment_changed},
    EventShape{EventType::payment_failed, "payment_failed", payment_changed},
    EventShape{EventType::refund_due, "refund_due", refund_due},
    EventShape{EventType::retaken, "retaken", accepted},
    EventShape{EventType::reminder, "reminder", reminder},
    EventShape{EventType::review_approved, "review_approved", review_approved},
    EventShape{EventType::review_rejected, "review_rejected", ended},
};

// Line 0 of a refused order cannot be told from "no line" by its number alone.
bool is_of_one_line(const Event& event) noexcept {
  if (event.line != 0 || event.sku != 0) return true;
  const bool is_order = event.amount == static_cast<std::int64_t>(CommandType::place) ||
                        event.amount == static_cast<std::int64_t>(CommandType::import);
  return is_order && event.reason == Reason::sku_unknown;
}

}  // namespace

std::span<const EventShape> event_shapes() noexcept { return shapes; }

const EventShape* event_shape(EventType type) noexcept {
  for (const EventShape& shape : shapes) {
    if (shape.type == type) return &shape;
  }
  return nullptr;
}

std::int64_t slot_value(EventSlot slot, const Event& event) noexcept {
  switch (slot) {
    case order_key:
    case lot: return static_cast<std::int64_t>(event.order_key.low);
    case sku: return event.sku;
    case node: return event.node;
    case quantity: return event.quantity;
    case line: return event.line;
    case reason: return static_cast<std::int64_t>(event.reason);
    case amount: return event.amount;
    case time: return event.time;
    case flags: return event.flags;
  }
  return 0;
}

bool is_present(const EventField& field, const Event& event) noexcept {
  switch (field.presence) {
    case always: return true;
    case not_zero:
      if (field.slot == order_key) return event.order_key.present();
      return slot_value(field.slot, event) != 0;
    case of_one_line: return is_of_one_line(event);
  }
  return true;
}

}  // namespace allot::json
