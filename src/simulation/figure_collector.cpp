#include "simulation/figure_collector.hpp"

#include <algorithm>
#include <array>
#include <limits>

#include "allot/messages/command_type.hpp"
#include "inspection/lack_trace.hpp"
#include "json/time_units.hpp"
#include "simulation/stock_advice.hpp"
#include "simulation/worth.hpp"

namespace allot::simulation {

namespace {

constexpr std::int64_t hour_ns = 3'600 * second_ns;
constexpr std::int64_t steps_wanted = 120;
constexpr std::size_t steps_max = 400;
// Steps that people think in.
constexpr std::array<std::int64_t, 20> step_seconds{
    1,     5,     10,    15,     30,     60,     120,    300,        600,         900,
    1'800, 3'600, 7'200, 10'800, 21'600, 43'200, 86'400, 7 * 86'400, 28 * 86'400, 364 * 86'400};

// What its running short cost.
MoneyMinor cost_of(const Shortfall& shortfall) noexcept {
  MoneyMinor value = shortfall.value_refused;
  add_money(value, shortfall.value_with);
  add_money(value, shortfall.value_waited);
  return value;
}

void add_sums(const Shortfall& one, Shortfall& sums) noexcept {
  sums.refused_orders += one.refused_orders;
  sums.refused += one.refused;
  sums.refused_with += one.refused_with;
  sums.waited += one.waited;
  sums.served += one.served;
  sums.needed += one.needed;
  add_money(sums.value_refused, one.value_refused);
  add_money(sums.value_with, one.value_with);
  add_money(sums.value_waited, one.value_waited);
}

std::int64_t step_for(std::int64_t span) noexcept {
  for (const std::int64_t seconds : step_seconds) {
    if (span / (seconds * second_ns) < steps_wanted) return seconds * second_ns;
  }
  return step_seconds.back() * second_ns;
}

Shortfall& shortfall_of(std::unordered_map<std::uint32_t, Shortfall>& shortfalls, std::uint32_t sku,
                        TimeNs at) {
  const auto [known, is_new] = shortfalls.try_emplace(sku);
  Shortfall& shortfall = known->second;
  if (is_new) shortfall.first_at = at;
  shortfall.first_at = std::min(shortfall.first_at, at);
  shortfall.last_at = std::max(shortfall.last_at, at);
  return shortfall;
}

// SKUs of which there was enough, as others of the same orders had run short.
void put_needed_besides(const files::SourceOrders& book, const NeededStock& needed,
                        const std::unordered_map<std::uint32_t, Shortfall>& shortfalls,
                        RunFigures& figures) {
  auto& besides = figures.needed_besides;
  for (std::uint32_t sku = 1; sku <= book.skus.size(); ++sku) {
    const std::uint64_t units = needed.units(sku);
    if (units == 0 || shortfalls.contains(sku)) continue;
    besides.push_back({book.skus[sku - 1].code, units});
  }
  figures.skus_needed_besides = besides.size();
  std::ranges::sort(besides, [](const NeededBesides& a, const NeededBesides& b) {
    return a.units != b.units ? a.units > b.units : a.sku < b.sku;
  });
  besides.resize(std::min(besides.size(), RunFigures::shortfalls_max));
}

// When half of the SKUs that ran short had done so, and when all had.
void put_short_times(const std::unordered_map<std::uint32_t, Shortfall>& shortfalls,
                     RunFigures& figures) {
  if (shortfalls.empty()) return;
  std::vector<TimeNs> times;
  for (const auto& [sku, found] : shortfalls) times.push_back(found.first_at);
  std::ranges::sort(times);
  figures.short_at.half = times[(times.size() - 1) / 2];
  figures.short_at.all = times.back();
}

// Whether more stock at one node would have made another answer of it: units on their way back from
// others, and units of which each node has too few, are not there either.
bool is_for_want_of_stock(Reason reason) noexcept {
  return reason == Reason::stock_insufficient || reason == Reason::stock_pending ||
         reason == Reason::splits_exceeded;
}

bool is_order(std::int64_t type) noexcept {
  return type == static_cast<std::int64_t>(CommandType::place) ||
         type == static_cast<std::int64_t>(CommandType::import);
}

}  // namespace

FigureCollector::FigureCollector(const World& world)
    : world_(world),
      zones_(world.book().zones.size()),
      channels_(world.scenario().channels.size()),
      received_(world.book().skus.size()),
      withheld_(world),
      needed_(world),
      clock_(world.scenario().time_zone) {
  const Timeline& timeline = world.timeline();
  const TimeNs end = timeline.end + static_cast<TimeNs>(world.scenario().settle_s) * second_ns;
  figures_.step_ns = step_for(end - timeline.begin);
  // Steps keep their length when clocks change in the run. By the clock that is less ahead none of
  // them begins on the evening before the day that most of it is in.
  figures_.ahead_ns = std::min(clock_.ahead(timeline.begin), clock_.ahead(end));
  figures_.begin = (timeline.begin + figures_.ahead_ns) / figures_.step_ns * figures_.step_ns -
                   figures_.ahead_ns;
  const auto steps = static_cast<std::size_t>((end - figures_.begin) / figures_.step_ns) + 1;
  figures_.steps.resize(std::min(steps, steps_max));
  // Where clocks are ahead by half hours, their hours begin there.
  const std::int64_t begun = clock_.ahead(timeline.begin);
  figures_.first_hour = (timeline.begin + begun) / hour_ns * hour_ns - begun;
  const std::int64_t hours = (timeline.end - figures_.first_hour) / hour_ns + 1;
  figures_.hours_in_turn = hours <= RunFigures::hours_in_turn_max;
  figures_.hours.resize(figures_.hours_in_turn ? static_cast<std::size_t>(hours) : 24);
  for (const NodeSpec& node : world.scenario().nodes) {
    figures_.nodes.push_back({node.code, 0, 0, 0, 0, {}});
    figures_.nodes.back().taken_by_step.resize(figures_.steps.size());
  }
  now_ = timeline.begin;
}

std::size_t FigureCollector::step_of(TimeNs time) const noexcept {
  const std::int64_t step = std::max<std::int64_t>(0, time - figures_.begin) / figures_.step_ns;
  return std::min(static_cast<std::size_t>(step), figures_.steps.size() - 1);
}

std::size_t FigureCollector::hour_of(TimeNs time) {
  if (!figures_.hours_in_turn) {
    return static_cast<std::size_t>((time + clock_.ahead(time)) / hour_ns % 24);
  }
  const std::int64_t hour = std::max<std::int64_t>(0, time - figures_.first_hour) / hour_ns;
  return std::min(static_cast<std::size_t>(hour), figures_.hours.size() - 1);
}

void FigureCollector::see(const Event& event, bool first_answer) {
  if (first_answer) move_to(world_.timeline().arrivals[event.order_key.low - 1].time);
  needed_.see(event, first_answer);
  withheld_.see(event);
  switch (event.type) {
    case EventType::refused: see_refused(event, first_answer); return;
    case EventType::stock_received: {
      const auto units = static_cast<std::uint64_t>(std::max<std::int64_t>(0, event.amount));
      if (event.sku > 0 && event.sku <= received_.size()) received_[event.sku - 1] += units;
      if (event.node > 0 && event.node <= figures_.nodes.size()) {
        figures_.nodes[event.node - 1].received += units;
      }
      return;
    }
    default: break;
  }
  const std::uint64_t number = event.order_key.low;
  const std::size_t arrivals = world_.timeline().arrivals.size();
  if (event.type < EventType::placed || number == 0 || number > arrivals) return;
  const auto order = static_cast<std::size_t>(number - 1);
  switch (event.type) {
    case EventType::placed:
    case EventType::imported: see_accepted(event, order); break;
    case EventType::line_held:
    case EventType::line_allocated:
    case EventType::line_waiting:
    case EventType::line_short:
    case EventType::line_refused: see_line(event, order); break;
    case EventType::retaken: begin_step_of(event, order, false); [[fallthrough]];
    default: see_afterwards(event, order); break;
  }
}

// Tells `change` of every sum that the order counts to.
template <class Change>
void FigureCollector::add_demand(std::size_t order, Change change) {
  const TimeNs at = world_.timeline().arrivals[order].time;
  change(figures_.total);
  change(figures_.steps[step_of(at)].demand);
  change(figures_.hours[hour_of(at)]);
  change(zones_[world_.book_order(order).zone]);
  change(channels_[world_.channel_index(order)]);
}

void FigureCollector::begin_step_of(const Event& event, std::size_t order, bool accepted) noexcept {
  current_ = {event.sequence, order, accepted, 0};
}

void FigureCollector::see_refused(const Event& event, bool first_answer) {
  if (!first_answer || !is_order(event.amount)) return;
  const auto order = static_cast<std::size_t>(event.order_key.low - 1);
  const files::SourceOrder& asked = world_.book_order(order);
  const MoneyMinor value = worth(world_, order);
  std::uint64_t units_of_sku = 0;
  for (const files::SourceLine& line : world_.book().lines_of(asked)) {
    if (line.sku + 1 == event.sku) units_of_sku += line.quantity;
  }
  add_demand(order, [&](Demand& demand) {
    ++demand.orders;
    demand.units += asked.units;
    demand.refused += asked.units;
    add_money(demand.value, value);
    add_money(demand.value_refused, value);
  });
  Refusals& refusals = figures_.refusals[event.reason];
  ++refusals.orders;
  refusals.units += asked.units;
  add_money(refusals.value, value);
  if (is_for_want_of_stock(event.reason)) needed_.add_refused(order);
  if (!inspection::refused_for_want(event.reason) || units_of_sku == 0) return;
  Shortfall& missing = shortfall_of(shortfalls_, event.sku, world_.timeline().arrivals[order].time);
  const MoneyMinor own = worth(world_, order, event.sku, units_of_sku);
  ++missing.refused_orders;
  missing.refused += units_of_sku;
  missing.refused_with += asked.units - units_of_sku;
  add_money(missing.value_refused, own);
  add_money(missing.value_with, value - own);
}

void FigureCollector::see_accepted(const Event& event, std::size_t order) {
  begin_step_of(event, order, true);
  const files::SourceOrder& asked = world_.book_order(order);
  const MoneyMinor value = worth(world_, order);
  add_demand(order, [&](Demand& demand) {
    ++demand.orders;
    ++demand.accepted;
    demand.units += asked.units;
    add_money(demand.value, value);
  });
  ParcelGroup& group =
      figures_.parcels[std::min<std::size_t>(event.quantity, RunFigures::parcel_groups - 1)];
  ++group.orders;
  add_money(group.cost, in_money(world_, event.amount));
}

void FigureCollector::see_line(const Event& event, std::size_t order) {
  if (event.sequence != current_.sequence || order != current_.order) {
    begin_step_of(event, order, false);
  }
  if (event.type == EventType::line_held || event.type == EventType::line_allocated) {
    see_taken(event, order);
  } else if (current_.accepted) {
    see_missing(event, order);
  }
}

void FigureCollector::see_taken(const Event& event, std::size_t order) {
  const bool waited = (event.flags & EventFlags::waited) != 0;
  const std::size_t step =
      step_of(current_.accepted && !waited ? world_.timeline().arrivals[order].time : now_);
  if (waited) {
    figures_.steps[step].served += event.quantity;
    needed_.waiting().serve(order, event.sku, event.quantity);
  } else if (current_.accepted) {
    add_demand(order, [&](Demand& demand) { demand.at_once += event.quantity; });
  }
  (event.type == EventType::line_held ? figures_.afterwards.held_units
                                      : figures_.afterwards.firm_units) += event.quantity;
  if (event.node == 0 || event.node > figures_.nodes.size()) return;
  NodeLoad& node = figures_.nodes[event.node - 1];
  node.taken += event.quantity;
  node.taken_by_step[step] += event.quantity;
  ++node.lines;
  const std::uint64_t bit = std::uint64_t{1} << ((event.node - 1) & 63U);
  if ((current_.nodes & bit) == 0) ++node.parcels;
  current_.nodes |= bit;
}

void FigureCollector::see_missing(const Event& event, std::size_t order) {
  const MoneyMinor value = worth(world_, order, event.sku, event.quantity);
  const bool refused = event.type == EventType::line_refused;
  add_demand(order, [&](Demand& demand) {
    (refused ? demand.refused : demand.waiting) += event.quantity;
    add_money(refused ? demand.value_refused : demand.value_waiting, value);
  });
  if (!refused) return needed_.waiting().add({order, event.sku, event.quantity, 0, value, false});
  Refusals& refusals = figures_.refusals[event.reason];
  ++refusals.lines;
  refusals.units += event.quantity;
  add_money(refusals.value, value);
  if (is_for_want_of_stock(event.reason)) needed_.add_dropped(order, event.sku, event.quantity);
  if (!inspection::refused_for_want(event.reason)) return;
  Shortfall& missing = shortfall_of(shortfalls_, event.sku, world_.timeline().arrivals[order].time);
  missing.refused += event.quantity;
  add_money(missing.value_refused, value);
}

void FigureCollector::see_afterwards(const Event& event, std::size_t order) {
  Afterwards& after = figures_.afterwards;
  TimeStep& step = figures_.steps[step_of(now_)];
  switch (event.type) {
    case EventType::paid: ++after.paid, ++step.paid; break;
    case EventType::payment_pending: ++after.pending; break;
    case EventType::payment_failed: ++after.failed; break;
    case EventType::reminder: ++after.reminders; break;
    case EventType::expired:
      ++after.expired, ++step.expired;
      after.expired_units += event.quantity;
      add_money(after.expired_value, in_money(world_, order, event.amount));
      break;
    case EventType::cancelled:
    case EventType::taken_over:
      ++after.cancelled, ++step.cancelled;
      after.cancelled_units += event.quantity;
      add_money(after.cancelled_value, in_money(world_, order, event.amount));
      break;
    case EventType::in_review:
    case EventType::ship_stop: ++after.in_review; break;
    case EventType::review_approved: ++after.approved; break;
    case EventType::review_rejected: ++after.rejected; break;
    case EventType::retaken: ++after.retaken; break;
    case EventType::refund_due:
      ++after.refunds_due;
      add_money(after.refunds_value, in_money(world_, order, event.amount));
      break;
    default: break;
  }
}

// A line that waited counts to its SKU only when that was what it lacked.
void FigureCollector::put_waiting(RunFigures& figures, Shortfalls& shortfalls) const {
  for (const WaitingLines::Line& line : needed_.waiting().lines()) {
    if (!line.lacked) {
      figures.waited_for_others += line.units;
      add_money(figures.value_waited_for_others, line.value);
      continue;
    }
    Shortfall& missing =
        shortfall_of(shortfalls, line.sku, world_.timeline().arrivals[line.order].time);
    missing.waited += line.units;
    missing.served += line.served;
    add_money(missing.value_waited, line.value);
  }
}

RunFigures FigureCollector::figures() const {
  RunFigures figures = figures_;
  const files::SourceOrders& book = world_.book();
  for (std::size_t zone = 0; zone < zones_.size(); ++zone) {
    if (zones_[zone].orders > 0) figures.zones[book.zones[zone]] = zones_[zone];
  }
  for (std::size_t channel = 0; channel < channels_.size(); ++channel) {
    if (channels_[channel].orders == 0) continue;
    figures.channels[world_.scenario().channels[channel].code] = channels_[channel];
  }
  Shortfalls shortfalls = shortfalls_;
  put_waiting(figures, shortfalls);
  put_shortfalls(figures, shortfalls);
  put_needed_besides(world_.book(), needed_, shortfalls, figures);
  figures.advice = stock_advice(world_, figures);
  return figures;
}

void FigureCollector::put_shortfalls(RunFigures& figures, const Shortfalls& shortfalls) const {
  const files::SourceOrders& book = world_.book();
  figures.skus_short = shortfalls.size();
  const std::uint64_t scale = world_.timeline().arrivals.size() / book.orders.size();
  const std::unordered_map<std::uint32_t, std::uint64_t> withheld = withheld_.by_sku();
  for (const auto& [sku, found] : shortfalls) {
    ++figures.steps[step_of(found.first_at)].ran_short;
    Shortfall shortfall = found;
    shortfall.no_stock_row = book.skus[sku - 1].no_stock_row;
    figures.short_without_row += shortfall.no_stock_row ? 1U : 0U;
    shortfall.sku = book.skus[sku - 1].code;
    shortfall.asked = book.skus[sku - 1].units * scale;
    shortfall.received = received_[sku - 1];
    const auto kept = withheld.find(sku);
    shortfall.withheld = kept == withheld.end() ? 0 : kept->second;
    shortfall.needed = needed_.units(sku);
    add_sums(shortfall, figures.short_sums);
    if (figures.first_short.empty() || shortfall.first_at < figures.short_at.first ||
        (shortfall.first_at == figures.short_at.first && shortfall.sku < figures.first_short)) {
      figures.first_short = shortfall.sku;
      figures.short_at.first = shortfall.first_at;
    }
    figures.shortfalls.push_back(std::move(shortfall));
  }
  put_short_times(shortfalls, figures);
  const auto dearer = [](const Shortfall& a, const Shortfall& b) {
    const MoneyMinor value_a = cost_of(a);
    const MoneyMinor value_b = cost_of(b);
    if (value_a != value_b) return value_a > value_b;
    const std::uint64_t units_a = a.refused + a.refused_with + a.waited;
    const std::uint64_t units_b = b.refused + b.refused_with + b.waited;
    return units_a != units_b ? units_a > units_b : a.sku < b.sku;
  };
  const std::size_t listed = std::min(figures.shortfalls.size(), RunFigures::shortfalls_max);
  std::partial_sort(figures.shortfalls.begin(),
                    figures.shortfalls.begin() + static_cast<std::ptrdiff_t>(listed),
                    figures.shortfalls.end(), dearer);
  figures.shortfalls.resize(listed);
}

}  // namespace allot::simulation
