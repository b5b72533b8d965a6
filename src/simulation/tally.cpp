#include "simulation/tally.hpp"

#include <algorithm>
#include <limits>

#include "allot/messages/command_type.hpp"
#include "allot/messages/reason.hpp"
#include "simulation/worth.hpp"

namespace allot::simulation {

namespace {

std::string name_of(Reason reason) {
  for (const ReasonText& text : reason_texts) {
    if (text.reason == reason) return std::string(text.name);
  }
  return std::to_string(static_cast<unsigned>(reason));
}

bool is_order(std::int64_t type) noexcept {
  return type == static_cast<std::int64_t>(CommandType::place) ||
         type == static_cast<std::int64_t>(CommandType::import);
}

// All of them say channel and kind alike.
void count_service(ServiceReports& services, const Event& event) {
  ServiceReport& counts = services[{event.node, static_cast<ServiceKind>(event.line)}];
  switch (event.type) {
    case EventType::service_warning: ++counts.warned; break;
    case EventType::service_breached: ++counts.broken; break;
    case EventType::service_kept: ++counts.kept; break;
    case EventType::parcel_in_time: ++counts.parcels_in_time; break;
    default: ++counts.parcels_late; break;
  }
}

}  // namespace

Tally::Tally(const World& world) : world_(world), orders_(world.timeline().arrivals.size()) {}

bool Tally::see(const Event& event) {
  if (event.type == EventType::refused) {
    const std::uint64_t before = counts_.submitted;
    refused(event);
    return counts_.submitted != before;
  }
  if (event.type < EventType::placed) return false;  // catalogue and stock
  const std::uint64_t number = event.order_key.low;
  if (number == 0 || number > orders_.size()) return false;
  const auto index = static_cast<std::size_t>(number - 1);
  OrderState& state = orders_[index];
  switch (event.type) {
    case EventType::placed:
    case EventType::imported: accepted(state, event, index); return true;
    case EventType::retaken:
      state.parcels = 0;
      state.accepting = false;
      state.ended = false;
      add_parcels(state, event.quantity);
      break;
    case EventType::line_held:
    case EventType::line_allocated:
    case EventType::line_waiting:
    case EventType::line_short:
    case EventType::line_refused: line(state, event, index); break;
    case EventType::in_review:
    case EventType::ship_stop:
      if (!state.reviewed) ++counts_.in_review;
      state.reviewed = true;
      break;
    case EventType::allocated:
      if (!state.firm) units_.allocated += state.held;
      if (!state.firm) ++counts_.allocated;
      state.firm = true;
      break;
    case EventType::line_lost:
      // It got them, and has them no more: what is allocated later is not these, and what it waits
      // for now it did not wait for when it was accepted.
      state.accepting = false;
      state.held -= std::min(state.held, event.quantity);
      ++fulfilment_.lines_lost;
      fulfilment_.units_lost += event.quantity;
      break;
    case EventType::cancelled:
    case EventType::taken_over:
      ++counts_.cancelled;
      // What has left did not come to nothing.
      if (state.shipped == 0) {
        ++fulfilment_.cancelled_before;
        end(state);
      }
      state.held = 0;
      break;
    case EventType::expired:
      ++counts_.expired;
      end(state);
      break;
    case EventType::review_rejected:
      ++counts_.rejected;
      end(state);
      break;
    case EventType::captured:
    case EventType::balance:
    case EventType::unpaid:
    case EventType::payment_authorised:
    case EventType::deposit_paid:
    case EventType::paid: see_money(state, event); break;
    case EventType::service_warning:
    case EventType::service_breached:
    case EventType::service_kept:
    case EventType::parcel_in_time:
    case EventType::parcel_late: count_service(services_, event); break;
    default: see_shipping(state, event, index); break;
  }
  return false;
}

// What is open of an order that has ended is nothing: it keeps what it was when it did.
void Tally::see_money(OrderState& state, const Event& event) {
  switch (event.type) {
    case EventType::captured:
      state.captured |=
          event.reason != Reason::payment_conflict && event.reason != Reason::paid_before_placed;
      break;
    case EventType::balance:
      // What a shop gives back of an order that is paid leaves it so.
      if (!state.ended) state.partly_paid = state.captured && !state.paid && event.amount > 0;
      break;
    case EventType::unpaid:
      state.paid = false;
      state.unpaid_again = true;
      break;
    // As good as paid until it lapses, which unpaid tells.
    case EventType::payment_authorised:
    case EventType::deposit_paid: state.unpaid_again = false; break;
    default:
      state.paid = true;
      state.unpaid_again = false;
      break;
  }
}

void Tally::end(OrderState& state) noexcept {
  state.held = 0;
  state.ended = true;
}

void Tally::refused(const Event& event) {
  ++reasons_[event.reason];
  const std::uint64_t number = event.order_key.low;
  if (!is_order(event.amount)) {
    if (event.amount < static_cast<std::int64_t>(CommandType::place) && event.amount != 0) {
      ++setup_refusals_;
      setup_reason_ = event.reason;
    }
    return;
  }
  if (number == 0 || number > orders_.size() || orders_[number - 1].answered) return;
  orders_[number - 1].answered = true;
  const files::SourceOrder& order = world_.book_order(number - 1);
  ++counts_.submitted;
  ++counts_.refused;
  lines_ += order.line_count;
  units_.requested += order.units;
  units_.refused += order.units;
  refused_units_[event.reason] += order.units;
}

void Tally::accepted(OrderState& state, const Event& event, std::size_t index) {
  const files::SourceOrder& order = world_.book_order(index);
  state.answered = true;
  state.accepted = true;
  state.accepting = true;
  ++counts_.submitted;
  ++counts_.accepted;
  lines_ += order.line_count;
  units_.requested += order.units;
  add_parcels(state, event.quantity);
}

void Tally::line(OrderState& state, const Event& event, std::size_t index) {
  switch (event.type) {
    case EventType::line_waiting:
    case EventType::line_short:
      // What waits again, of an order that is taken again, was counted when it began to.
      if (!state.accepting) return;
      if (!state.backordered) ++counts_.backordered;
      state.backordered = true;
      units_.backordered += event.quantity;
      return;
    case EventType::line_refused:
      // What is short of an order that is refused is counted with all of it.
      if (!state.accepting) return;
      units_.refused += event.quantity;
      refused_units_[event.reason] += event.quantity;
      return;
    default: break;
  }
  units_.held += event.quantity;
  state.held += event.quantity;
  const bool waited = (event.flags & EventFlags::waited) != 0;
  if (waited) {
    units_.waited += event.quantity;
    count_waited_parcel(state, event, index);
  } else if (state.accepting) {
    units_.at_once += event.quantity;
  }
  // What a firm order gets is firm at once. At its acceptance it is not known to be firm before the
  // last of the events, which is `allocated` then and counts what was held until there.
  if (event.type == EventType::line_allocated && state.firm) units_.allocated += event.quantity;
}

void Tally::add_parcels(OrderState& state, std::uint32_t parcels) {
  parcels_ += parcels;
  const std::uint32_t sum = state.parcels + parcels;
  state.parcels = static_cast<std::uint16_t>(
      std::min<std::uint32_t>(sum, std::numeric_limits<std::uint16_t>::max()));
  if (state.parcels > 1 && !state.split) {
    ++split_orders_;
    state.split = true;
  }
}

// Nodes that serve waiting lines of one order in one step send one parcel each.
void Tally::count_waited_parcel(OrderState& state, const Event& event, std::size_t index) {
  if (event.sequence != waited_.sequence || index != waited_.order) {
    waited_.sequence = event.sequence;
    waited_.order = index;
    waited_.nodes = 0;
  }
  const std::uint64_t bit = std::uint64_t{1} << (event.node & 63U);
  if ((waited_.nodes & bit) != 0) return;
  waited_.nodes |= bit;
  add_parcels(state, 1);
}

void Tally::see_shipping(OrderState& state, const Event& event, std::size_t index) {
  switch (event.type) {
    case EventType::line_shipped: see_shipped(state, event, index); break;
    case EventType::order_shipped:
      ++fulfilment_.orders_shipped;
      if (world_.book_order(index).other_currency) ++fulfilment_.orders_in_other_currency;
      state.shipped_whole = true;
      break;
    case EventType::line_delivered:
      state.delivered += event.quantity;
      fulfilment_.units_delivered += event.quantity;
      fulfilment_.parcels_delivered += state.on_the_way;
      state.on_the_way = 0;
      break;
    case EventType::shipment_exception: ++fulfilment_.exceptions; break;
    case EventType::return_restocked:
    case EventType::return_quarantined:
    case EventType::return_scrapped:
      add_money(fulfilment_.sales_returned, worth(world_, index, event.sku, event.quantity));
      break;
    default: break;
  }
}

// What leaves one node for one order in one step is one parcel.
void Tally::see_shipped(OrderState& state, const Event& event, std::size_t index) {
  state.shipped += event.quantity;
  fulfilment_.units_shipped += event.quantity;
  add_money(fulfilment_.sales, worth(world_, index, event.sku, event.quantity));
  if (event.sequence == shipped_.sequence && index == shipped_.order &&
      event.node == shipped_.node) {
    return;
  }
  shipped_.sequence = event.sequence;
  shipped_.order = index;
  shipped_.node = event.node;
  ++fulfilment_.parcels_shipped;
  if (state.on_the_way < std::numeric_limits<std::uint16_t>::max()) ++state.on_the_way;
}

Status Tally::setup_fault() const {
  if (setup_refusals_ == 0) return {};
  return {StatusCode::invalid_argument,
          "the scenario does not fit the engine: " + std::to_string(setup_refusals_) +
              " commands of its set-up were refused, the last because " +
              std::string(reason_text(setup_reason_).text)};
}

void Tally::report(RunReport& report) const {
  const std::uint64_t busy = report.orders.busy_retries;
  report.orders = counts_;
  report.orders.busy_retries = busy;
  for (const OrderState& state : orders_) {
    if (!state.accepted) continue;
    report.orders.ended += state.ended ? 1U : 0U;
    const bool is_paid = state.firm && !state.unpaid_again;
    report.orders.unsettled += !state.ended && !is_paid && state.held > 0 ? 1U : 0U;
    report.orders.partly_paid += state.partly_paid ? 1U : 0U;
  }
  report.lines = lines_;
  report.units = units_;
  report.parcels = parcels_;
  report.split_orders = split_orders_;
  report.fulfilment = fulfilment_;
  for (const auto& [of, counts] : services_) {
    report.fulfilment.services.push_back(counts);
    report.fulfilment.services.back().channel = world_.scenario().channels[of.first - 1].code;
    report.fulfilment.services.back().kind =
        enum_names<ServiceKind>[static_cast<std::size_t>(of.second)];
  }
  for (const OrderState& state : orders_) {
    if (state.shipped_whole && state.delivered == state.shipped) {
      ++report.fulfilment.orders_delivered;
    }
  }
  for (const auto& [reason, count] : reasons_) report.reasons[name_of(reason)] = count;
  for (const auto& [reason, units] : refused_units_) report.refused_units[name_of(reason)] = units;
}

}  // namespace allot::simulation
