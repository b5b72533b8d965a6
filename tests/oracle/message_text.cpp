#include "message_text.hpp"

#include <concepts>
#include <span>
#include <sstream>

namespace allot::oracle {
namespace {

template <class T>
  requires std::integral<T>
void put(std::ostream& out, T value) {
  out << +value;
}
template <class T>
  requires std::is_enum_v<T>
void put(std::ostream& out, T value) {
  out << +static_cast<std::underlying_type_t<T>>(value);
}
template <class Tag>
void put(std::ostream& out, Id<Tag> id) {
  out << id.value;
}
template <class Tag>
void put(std::ostream& out, const Key<Tag>& key) {
  if (key.high != 0) out << key.high << ':';
  out << key.low;
}
void put(std::ostream& out, const Code& code) {
  if (code.valid()) {
    out << code.text();
  } else {
    out << "(invalid, size " << +code.size << ')';
  }
}
void put(std::ostream& out, std::span<const OrderLine> lines) {
  out << '[';
  for (const OrderLine& line : lines) {
    out << " {sku " << line.sku.value << " quantity " << line.quantity << " price " << line.price
        << " shortage " << +static_cast<std::uint8_t>(line.shortage) << '}';
  }
  out << " ]";
}

}  // namespace

std::string_view event_name(EventType type) {
  switch (type) {
    case EventType::started: return "started";
    case EventType::refused: return "refused";
    case EventType::duplicate: return "duplicate";
    case EventType::ticked: return "ticked";
    case EventType::defined: return "defined";
    case EventType::skipped: return "skipped";
    case EventType::time_kept: return "time_kept";
    case EventType::stock_received: return "stock_received";
    case EventType::stock_adjusted: return "stock_adjusted";
    case EventType::stock_deficit: return "stock_deficit";
    case EventType::safety_stock_set: return "safety_stock_set";
    case EventType::placed: return "placed";
    case EventType::imported: return "imported";
    case EventType::line_held: return "line_held";
    case EventType::line_allocated: return "line_allocated";
    case EventType::line_waiting: return "line_waiting";
    case EventType::line_refused: return "line_refused";
    case EventType::line_short: return "line_short";
    case EventType::in_review: return "in_review";
    case EventType::ship_stop: return "ship_stop";
    case EventType::allocated: return "allocated";
    case EventType::cancelled: return "cancelled";
    case EventType::expired: return "expired";
    case EventType::paid: return "paid";
    case EventType::payment_pending: return "payment_pending";
    case EventType::payment_failed: return "payment_failed";
    case EventType::refund_due: return "refund_due";
    case EventType::retaken: return "retaken";
    case EventType::reminder: return "reminder";
    case EventType::review_approved: return "review_approved";
    case EventType::review_rejected: return "review_rejected";
  }
  return {};
}

std::string to_text(const Sequenced& in) {
  std::ostringstream out;
  out << '#' << in.sequence << " at " << in.time
      << (in.step_too_large ? " (step too large) " : " ");
  std::visit(
      [&out](const auto& c) {
        using C = std::decay_t<decltype(c)>;
        out << C::name;
        C::fields(c, [&out](std::string_view name, const auto& value) {
          out << ' ' << name << '=';
          put(out, value);
        });
      },
      in.command);
  return out.str();
}

std::string to_text(const Event& event) {
  std::ostringstream out;
  out << event.sequence << '.' << event.ordinal << ' ' << event_name(event.type) << " order=";
  put(out, event.order_key);
  out << " line=" << event.line << " sku=" << event.sku << " node=" << event.node
      << " quantity=" << event.quantity << " amount=" << event.amount << " time=" << event.time
      << " reason=" << reason_text(event.reason).name << " flags=" << +event.flags;
  if (event.epoch != 0) out << " epoch=" << event.epoch;
  return out.str();
}

std::string to_text(const Answer& answer) {
  std::ostringstream out;
  out << "key=";
  put(out, answer.command_key);
  out << " sequence=" << answer.sequence << " first_sequence=" << answer.first_sequence
      << " reason=" << reason_text(answer.reason).name << (answer.duplicate ? " duplicate" : "");
  return out.str();
}

}  // namespace allot::oracle
