#include "simulation/needed_stock.hpp"

#include <algorithm>
#include <optional>

namespace allot::simulation {

void OwedUnits::settle(std::uint32_t sku, std::uint64_t units) noexcept {
  owed_[sku] -= std::min(owed_[sku], units);
}

void OwedUnits::want(std::uint32_t sku, std::uint64_t units) noexcept {
  const std::int64_t lacks = static_cast<std::int64_t>(owed_[sku] + units) - for_sale_[sku];
  if (lacks > 0) needed_[sku] = std::max(needed_[sku], static_cast<std::uint64_t>(lacks));
}

NeededStock::NeededStock(const World& world)
    : world_(world),
      waiting_(world.keys()),
      refused_(world.timeline().arrivals.size()),
      decided_(world.timeline().arrivals.size()),
      units_(world.book().skus.size()) {}

// What lies there before the first order, for SKUs that no order has been told of.
void NeededStock::see(const Event& event, bool first_answer) {
  has_answers_ = has_answers_ || first_answer;
  if (has_answers_ || event.sku == 0 || !units_.knows(event.sku - 1)) return;
  if (event.type == EventType::stock_received) units_.add_for_sale(event.sku - 1, event.amount);
  if (event.type != EventType::safety_stock_set) return;
  units_.add_for_sale(event.sku - 1, -static_cast<std::int64_t>(event.quantity));
}

void NeededStock::add_refused(std::size_t order) {
  refused_[order] = true;
  any_ = true;
}

void NeededStock::add_dropped(std::size_t order, std::uint32_t sku, std::uint32_t units) {
  dropped_.emplace(order, Units{sku - 1, units});
  any_ = true;
}

// Returns: units that its channel leaves of each SKU at each node.
std::int64_t NeededStock::safety_of_channel(const World& world, std::size_t order) {
  return world.scenario().channels[world.channel_index(order)].safety_stock;
}

// Returns: what the order asks for, each SKU once.
std::vector<NeededStock::Units> NeededStock::asked_by(const World& world, std::size_t order) {
  std::vector<Units> all;
  for (const files::SourceLine& line : world.book().lines_of(world.book_order(order))) {
    const auto known = std::ranges::find(all, line.sku, &Units::sku);
    if (known == all.end()) {
      all.push_back({line.sku, line.quantity});
    } else {
      known->units += line.quantity;
    }
  }
  return all;
}

void NeededStock::begin(const OrderKey& order_key, Sequence sequence, SourcingPolicy policy,
                        std::uint32_t nodes) {
  end();
  if (waits_.empty()) {
    for (const WaitingLines::Line& line : waiting_.lines()) {
      waits_.emplace(line.order, Units{line.sku - 1, line.units});
    }
  }
  waiting_.begin(order_key, sequence, policy, nodes);
  const std::optional<std::size_t> arrival = world_.keys().find(order_key);
  if (!arrival || *arrival >= decided_.size()) return;
  choice_.order = *arrival;
  choice_.kind = decided_[*arrival] ? Choice::Kind::later : Choice::Kind::first;
  decided_[*arrival] = true;
}

void NeededStock::line(const LineFinding& finding) {
  waiting_.line(finding);
  const std::uint32_t sku = finding.sku.value - 1;
  if (choice_.kind == Choice::Kind::none || !units_.knows(sku)) return;
  // What comes back is claimed for who waits; had nothing been missing, nobody would.
  std::int64_t for_sale = 0;
  for (const NodeUnits& at : finding.at) {
    for_sale += at.units;
    // Others may have had what the channel leaves there; with more it would leave that, too.
    if (at.units == 0) for_sale -= safety_of_channel(world_, choice_.order);
  }
  units_.set_for_sale(sku, for_sale);
  if (choice_.kind == Choice::Kind::first) units_.want(sku, finding.wanted);
  choice_.lines.push_back({sku, finding.need});
  choice_.wants.push_back({sku, finding.wanted});
}

void NeededStock::chosen(const NodeSet& plan, bool) { choice_.takes = !plan.nodes.empty(); }

void NeededStock::given_up(Reason) { choice_.takes = false; }

// The first choice of an order is the one that decides it: what it did not get is owed to it.
void NeededStock::settle_first() {
  if (refused_[choice_.order]) {
    for (const Units& line : asked_by(world_, choice_.order)) {
      // The engine looks at no line behind the one for which it refuses the order.
      const bool told =
          std::ranges::find(choice_.lines, line.sku, &Units::sku) != choice_.lines.end();
      if (!told) units_.want(line.sku, line.units);
      units_.owe(line.sku, line.units);
    }
  }
  for (const UnitsByOrder* each : {&dropped_, &waits_}) {
    for (auto [at, end] = each->equal_range(choice_.order); at != end; ++at) {
      units_.owe(at->second.sku, at->second.units);
    }
  }
}

// Later ones give lines that wait their goods, or take again what ended: what cannot be had again
// is owed, too.
void NeededStock::settle_later() {
  bool waits = false;
  for (auto [at, end] = waits_.equal_range(choice_.order); at != end; ++at) {
    Units& left = at->second;
    waits = waits || left.units > 0;
    const auto taken = std::ranges::find(choice_.lines, left.sku, &Units::sku);
    if (taken == choice_.lines.end() || !choice_.takes) continue;
    const std::uint64_t units = std::min(left.units, taken->units);
    left.units -= units;
    units_.settle(left.sku, units);
  }
  if (waits) return;
  for (const Units& line : choice_.wants) {
    units_.want(line.sku, line.units);
    if (!choice_.takes) units_.owe(line.sku, line.units);
  }
}

void NeededStock::end() {
  if (choice_.kind == Choice::Kind::first) settle_first();
  if (choice_.kind == Choice::Kind::later) settle_later();
  for (const Units& line : choice_.lines) {
    if (choice_.takes) units_.add_for_sale(line.sku, -static_cast<std::int64_t>(line.units));
  }
  choice_.kind = Choice::Kind::none;
  choice_.takes = false;
  choice_.lines.clear();
  choice_.wants.clear();
}

}  // namespace allot::simulation
