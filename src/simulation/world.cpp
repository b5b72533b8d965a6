#include "simulation/world.hpp"

#include <algorithm>
#include <limits>
#include <optional>

#include "allot/messages/limits_rules.hpp"
#include "json/time_units.hpp"

namespace allot::simulation {

namespace {

constexpr std::int64_t day_ns = 86'400 * second_ns;
constexpr std::uint64_t units_max = 2'147'483'647;
// One cell never gets more than this in one delivery, so that all of them together fit the
// engine's.
constexpr std::uint64_t delivery_max = units_max / 2'048;
constexpr std::uint64_t untracked_lot = 0;

Code code_of(const std::string& text) { return Code::from(text).value_or(Code{}); }

// A line whose units do not share its total evenly has no price of one unit.
OrderLine order_line(const files::SourceLine& line, MoneyMinor tax) noexcept {
  OrderLine out;
  out.sku = {line.sku + 1};
  out.quantity = line.quantity;
  out.price = line.rest == 0 ? line.price : 0;
  out.total = line.rest == 0 ? 0 : line.total();
  out.tax = tax;
  return out;
}

std::uint32_t at_most(std::uint64_t value, std::uint64_t most) noexcept {
  return static_cast<std::uint32_t>(std::min(value, most));
}

// Returns: the position that a draw falls on among weights.
template <class Items>
std::size_t pick(const Items& items, std::uint64_t draw) noexcept {
  std::size_t position = 0;
  for (const auto& item : items) {
    if (draw < item.weight || position + 1 == items.size()) break;
    draw -= item.weight;
    ++position;
  }
  return position;
}

template <class Items>
std::uint32_t weight_sum(const Items& items) noexcept {
  std::uint32_t sum = 0;
  for (const auto& item : items) sum += item.weight;
  return sum;
}

// Whether the lots of a SKU carry an expiry.
bool expires(const Scenario& scenario, std::uint64_t seed, std::uint32_t sku) noexcept {
  return Random(seed, Purpose::stock, sku, 2).chance(scenario.stock.expiring_permille);
}

// Between half and one and a half shelf lives after the beginning, by lot. What keeps for days has
// a date on it, and is sold until that day (UTC) ends.
TimeNs expiry(const Scenario& scenario, std::uint64_t seed, TimeNs begin, std::uint32_t sku,
              std::uint64_t lot) noexcept {
  const auto shelf = static_cast<std::int64_t>(scenario.stock.shelf_life_s) * second_ns;
  Random random(keyed(seed, Purpose::stock, sku, 3), Purpose::stock, lot);
  const TimeNs end =
      begin + shelf / 2 + static_cast<TimeNs>(random.below_wide(static_cast<std::uint64_t>(shelf)));
  return shelf < 2 * day_ns ? end : (end / day_ns + 1) * day_ns;
}

// What an order is placed with, and what draws the rest of it.
struct Choices {
  std::uint8_t priority{};
  bool splits_are_limited{};
  bool ships_complete{};
  Random random;
};

Choices choices_of(const World& world, std::size_t index) noexcept {
  const OrderPolicySpec& policy = world.scenario().orders;
  Choices choices{0, false, false, world.random_of(index, Purpose::order_policy)};
  Random& random = choices.random;
  choices.priority =
      policy.priorities[pick(policy.priorities, random.below(weight_sum(policy.priorities)))]
          .priority;
  choices.splits_are_limited = random.chance(policy.limited_splits_permille);
  choices.ships_complete = random.chance(policy.ship_complete_permille);
  return choices;
}

// Who imports an order says that it is paid.
bool is_import(const World& world, std::size_t index) noexcept {
  return world.scenario().channels[world.channel_index(index)].kind == ChannelKind::import &&
         !world.book_order(index).unpaid;
}

void emit_own_stock(const OwnShop& own, const TimeMap& map, std::uint64_t& number,
                    const std::function<void(const Command&)>& emit) {
  for (const OwnShop::Safety& safety : own.safety) {
    emit(SetSafetyStock{
        make_key(KeyKind::setup, ++number), {safety.sku + 1}, {safety.node + 1}, safety.quantity});
  }
  for (const OwnShop::Lot& lot : own.stock) {
    Receive receive;
    receive.command_key = make_key(KeyKind::setup, ++number);
    receive.sku = {lot.sku + 1};
    receive.node = {lot.node + 1};
    receive.lot = lot.lot;
    receive.quantity = lot.quantity;
    receive.expires_at = map.end_of_lot(lot.expires_at);
    emit(receive);
  }
}

// What is nothing after all durations were divided is promised for the shortest time there is.
void emit_services(const ServiceSpec& spec, ChannelId channel, const TimeMap& map,
                   std::uint64_t& number, const std::function<void(const Command&)>& emit) {
  const std::int64_t warn_before = map.duration(spec.warn_before_s);
  const auto promise = [&](ServiceKind kind, std::uint64_t within_s) {
    if (within_s == 0) return;
    SetServiceLevel level;
    level.command_key = make_key(KeyKind::setup, ++number);
    level.channel = channel;
    level.kind = kind;
    level.within_ns = std::max<std::int64_t>(1, map.duration(within_s));
    level.warn_before_ns = std::min(warn_before, level.within_ns - 1);
    emit(level);
  };
  promise(ServiceKind::processing, spec.processing_s);
  promise(ServiceKind::delivery, spec.delivery_s);
  promise(ServiceKind::returns, spec.returns_s);
  if (!spec.ship_by) return;
  SetServiceLevel level;
  level.command_key = make_key(KeyKind::setup, ++number);
  level.channel = channel;
  level.kind = ServiceKind::ship_by;
  level.warn_before_ns = warn_before;
  emit(level);
}

}  // namespace

std::int64_t draw_delay(const std::vector<std::int64_t>& quantiles, Random& random,
                        const TimeMap& map) noexcept {
  const std::uint64_t milliseconds =
      static_cast<std::uint64_t>(draw_quantile(quantiles, random)) * 1'000 + random.below(1'000);
  const auto ns = static_cast<std::int64_t>(milliseconds) * 1'000'000;
  return std::max<std::int64_t>(1, ns / map.durations_divided_by);
}

World::World(const files::SourceOrders& book, const Scenario& scenario, const Timeline& timeline,
             std::uint64_t seed, std::uint32_t scale, const OwnShop* own)
    : book_(book),
      scenario_(scenario),
      timeline_(timeline),
      seed_(seed),
      scale_(scale),
      own_(own),
      keys_(book, timeline, [this](std::size_t index) -> std::string_view {
        return scenario_.channels[channel_index(index)].code;
      }) {
  if (own_ == nullptr || !(own_->has_stock || own_->has_receipts)) plan_receipts();
}

Limits World::limits(TimeSource source) const {
  std::uint64_t lines = 0;
  for (const files::SourceOrder& order : book_.orders) lines += order.line_count;
  lines *= scale_;
  const std::uint64_t orders = timeline_.arrivals.size();
  const std::uint64_t cells = std::uint64_t{book_.skus.size()} * scenario_.nodes.size();
  Limits limits;
  limits.skus_max = at_most(book_.skus.size(), 50'000'000);
  limits.nodes_max = static_cast<std::uint32_t>(scenario_.nodes.size());
  limits.channels_max = static_cast<std::uint32_t>(scenario_.channels.size());
  limits.zones_max = static_cast<std::uint32_t>(book_.zones.size());
  const std::size_t own_lots = own_ == nullptr ? 0 : own_->stock.size() + own_->updates.size();
  limits.lots_max = at_most(cells * 2 + receipts_.size() + own_lots + 1, 200'000'000);
  limits.lots_per_cell_max = 1'024;
  limits.orders_max = at_most(orders + 1, 5'000'000);
  limits.closed_orders_max = at_most(orders + 1, 1'000'000);
  limits.lines_max = at_most(lines + limits.lines_per_order_max, 150'000'000);
  limits.holds_max = at_most(std::max<std::uint64_t>(lines, 10'000), 20'000'000);
  limits.command_keys_max = 1'000'000;
  limits.attempts_max = at_most(orders + 1, 1'000'000);
  limits.velocity_depth = std::max<std::uint32_t>(1, scenario_.risk.velocity_count);
  limits.list_entries_max =
      at_most(std::max<std::size_t>(1, blocked_customers().size()), 100'000'000);
  limits.nodes_per_order_max = scenario_.engine.nodes_per_order_max;
  // A shop of many nodes sends an order from fewer of them, as a step's events have their bound.
  while (limits.nodes_per_order_max > 1 && step_events_without_caps(limits) > step_events_most) {
    limits.nodes_per_order_max = std::min(limits.nodes_per_order_max, limits.nodes_max) - 1;
  }
  // Of an order one that it leaves, one that it arrives, and one by its own time.
  limits.promises_max = scenario_.services.any() ? at_most(3 * orders + 1, 15'000'000) : 1;
  // A payment of an order that is known is not forgotten.
  limits.payments_max = std::max(limits.payments_max, at_most(orders + 1, 6'000'000));
  limits.sourcing_steps_max = scenario_.engine.sourcing_steps_max;
  limits.work_units = scenario_.engine.work_units;
  limits.time_source = source;
  return limits;
}

void World::set_up(const TimeMap& map, const std::function<void(const Command&)>& emit) const {
  std::uint64_t number = 0;
  emit_catalogue(map, number, emit);
  emit_lanes(map, number, emit);
  emit_risk(map, number, emit);
  if (own_ != nullptr && own_->has_stock) {
    emit_own_stock(*own_, map, number, emit);
  } else {
    emit_stock(map, number, emit);
  }
}

void World::emit_catalogue(const TimeMap& map, std::uint64_t& number,
                           const std::function<void(const Command&)>& emit) const {
  for (const files::SourceSku& sku : book_.skus) {
    emit(DefineSku{make_key(KeyKind::setup, ++number), code_of(sku.code), sku.list_price});
  }
  for (const NodeSpec& node : scenario_.nodes) {
    emit(DefineNode{make_key(KeyKind::setup, ++number), code_of(node.code), node.priority});
  }
  for (const std::string& zone : book_.zones) {
    emit(DefineZone{make_key(KeyKind::setup, ++number), code_of(zone)});
  }
  std::uint32_t id = 0;
  for (const ChannelSpec& spec : scenario_.channels) {
    DefineChannel channel;
    channel.command_key = make_key(KeyKind::setup, ++number);
    channel.code = code_of(spec.code);
    const files::ChannelMoney money = book_.money_of(id);
    channel.currency = Code::from(money.currency).value_or(Code{});
    channel.prices_include_tax = money.prices_include_tax;
    channel.hold_ttl_ns = spec.hold_ttl_s == ChannelSpec::no_end_s
                              ? static_cast<std::int64_t>(ChannelSpec::no_end_s) * second_ns
                              : map.duration(spec.hold_ttl_s);
    channel.remind_before_ns = map.duration(spec.remind_before_s);
    channel.pending_ttl_ns = map.duration(spec.pending_ttl_s);
    channel.review_ttl_ns = map.duration(spec.review_ttl_s);
    channel.safety_stock = spec.safety_stock;
    channel.policy = spec.policy;
    channel.review_outcome = spec.review_outcome;
    channel.cash_on_delivery = spec.kind == ChannelKind::cash_on_delivery;
    channel.review_pauses_payment = spec.review_pauses_payment;
    emit(channel);
    ++id;
    for (const std::uint32_t node : spec.nodes) {
      emit(DefineNetwork{make_key(KeyKind::setup, ++number), {id}, {node + 1}, true});
    }
    emit_services(scenario_.services, {id}, map, number, emit);
  }
}

void World::emit_lanes(const TimeMap& map, std::uint64_t& number,
                       const std::function<void(const Command&)>& emit) const {
  std::vector<std::vector<const LaneSpec*>> lanes(scenario_.zone_groups.size());
  for (const LaneSpec& lane : scenario_.lanes) lanes[lane.group].push_back(&lane);
  for (std::uint32_t zone = 0; zone < book_.zones.size(); ++zone) {
    for (const LaneSpec* const lane : lanes[scenario_.group_of(book_.zones[zone])]) {
      emit(DefineLane{make_key(KeyKind::setup, ++number),
                      {lane->node + 1},
                      {zone + 1},
                      lane->parcel_cost,
                      lane->unit_cost,
                      map.duration(lane->transit_s),
                      true});
    }
  }
}

void World::emit_risk(const TimeMap& map, std::uint64_t& number,
                      const std::function<void(const Command&)>& emit) const {
  const RiskSpec& spec = scenario_.risk;
  SetRiskLimits limits;
  limits.command_key = make_key(KeyKind::setup, ++number);
  limits.order_value_max = spec.order_value_max;
  limits.line_quantity_max = spec.line_quantity_max;
  limits.price_low_bp = spec.price_low_bp;
  limits.price_high_bp = spec.price_high_bp;
  limits.velocity_count = spec.velocity_count;
  limits.velocity_window_ns = map.duration(spec.velocity_window_s);
  limits.review_value_min = spec.review_value_min;
  emit(limits);
  for (const Token token : blocked_customers()) {
    emit(SetList{make_key(KeyKind::setup, ++number), ListKind::block, TokenKind::customer, token,
                 true});
  }
}

void World::emit_stock(const TimeMap& map, std::uint64_t& number,
                       const std::function<void(const Command&)>& emit) const {
  for (std::uint32_t sku = 0; sku < book_.skus.size(); ++sku) {
    Random random(seed_, Purpose::stock, sku);
    const auto depth =
        static_cast<std::uint64_t>(draw_quantile(scenario_.stock.depth_quantiles, random));
    const std::uint64_t demand = book_.skus[sku].units * scale_;
    const std::uint64_t stock = demand * depth / 1'000;
    const std::vector<NodeShare> nodes = stocking_nodes(sku);
    const std::uint64_t weights = weight_sum(nodes);
    for (const NodeShare& share : nodes) {
      const std::uint32_t units = at_most(stock * share.weight / weights, delivery_max * 512);
      // Goods that expire are there in two lots, so that which lot is taken matters.
      const std::uint32_t second = expires(scenario_, seed_, sku) ? units / 2 : 0;
      for (std::uint64_t lot = 1; lot <= 2; ++lot) {
        const std::uint32_t part = lot == 1 ? units - second : second;
        if (part == 0) continue;
        Receive receive;
        receive.command_key = make_key(KeyKind::setup, ++number);
        receive.sku = {sku + 1};
        receive.node = {share.node + 1};
        receive.lot = expires(scenario_, seed_, sku) ? lot : untracked_lot;
        receive.quantity = part;
        receive.expires_at =
            expires(scenario_, seed_, sku)
                ? map.end_of_lot(expiry(scenario_, seed_, timeline_.begin, sku, lot))
                : 0;
        emit(receive);
      }
    }
  }
}

// Draws the nodes that stock a SKU, by weight, without putting one back.
std::vector<World::NodeShare> World::stocking_nodes(std::uint32_t sku) const {
  std::vector<NodeShare> left;
  for (std::uint32_t node = 0; node < scenario_.nodes.size(); ++node) {
    left.push_back({node, scenario_.nodes[node].stock_weight});
  }
  Random random(seed_, Purpose::stock, sku, 1);
  std::vector<NodeShare> taken;
  while (!left.empty() && taken.size() < scenario_.stock.spread_nodes) {
    const std::size_t at = pick(left, random.below(weight_sum(left)));
    taken.push_back(left[at]);
    left.erase(left.begin() + static_cast<std::ptrdiff_t>(at));
  }
  std::sort(taken.begin(), taken.end(),
            [](const NodeShare& a, const NodeShare& b) { return a.node < b.node; });
  return taken;
}

void World::plan_receipts() {
  const std::uint32_t rounds = scenario_.stock.receipts;
  const std::int64_t slot = (timeline_.end - timeline_.begin) / (std::int64_t{rounds} + 1);
  for (std::uint32_t sku = 0; sku < book_.skus.size() && rounds > 0; ++sku) {
    const std::vector<NodeShare> nodes = stocking_nodes(sku);
    const std::uint64_t demand = book_.skus[sku].units * scale_;
    for (std::uint32_t round = 0; round < rounds; ++round) {
      Random random(seed_, Purpose::receipt, sku, round);
      const auto share =
          static_cast<std::uint64_t>(draw_quantile(scenario_.stock.receipt_quantiles, random));
      PlannedReceipt receipt;
      receipt.quantity = at_most(demand * share / 1'000, delivery_max);
      if (receipt.quantity == 0) continue;
      receipt.sku = sku;
      receipt.node = nodes[random.below(static_cast<std::uint32_t>(nodes.size()))].node;
      receipt.time = timeline_.begin + slot * (round + 1) -
                     static_cast<TimeNs>(random.below_wide(static_cast<std::uint64_t>(slot) + 1));
      receipt.lot = expires(scenario_, seed_, sku) ? std::uint64_t{3} + round : untracked_lot;
      receipt.expires_at = expires(scenario_, seed_, sku)
                               ? expiry(scenario_, seed_, timeline_.begin, sku, receipt.lot)
                               : 0;
      receipts_.push_back(receipt);
    }
  }
  std::sort(receipts_.begin(), receipts_.end(),
            [](const PlannedReceipt& a, const PlannedReceipt& b) {
              if (a.time != b.time) return a.time < b.time;
              return a.sku != b.sku ? a.sku < b.sku : a.lot < b.lot;
            });
}

Command World::receipt(std::size_t index, const TimeMap& map) const {
  const PlannedReceipt& planned = receipts_[index];
  Receive receive;
  receive.command_key = make_key(KeyKind::receipt, index + 1);
  receive.sku = {planned.sku + 1};
  receive.node = {planned.node + 1};
  receive.lot = planned.lot;
  receive.quantity = planned.quantity;
  receive.expires_at = map.end_of_lot(planned.expires_at);
  return receive;
}

std::size_t World::channel_index(std::size_t index) const noexcept {
  // The channels of a book are the first of the scenario's.
  const std::uint32_t given = book_order(index).channel;
  if (given != files::SourceOrder::no_channel) return given;
  Random random = random_of(index, Purpose::channel);
  return pick(scenario_.channels, random.below_wide(weight_sum(scenario_.channels)));
}

Token World::customer_token(std::uint64_t customer, std::uint32_t copy) const noexcept {
  if (book_.customers_are_tokens && copy == 0) return customer;
  const Token token = keyed(keyed(seed_, Purpose::customer_token, customer), Purpose::tokens, copy);
  return token == 0 ? 1 : token;
}

OrderTokens World::tokens_of(std::size_t index) const noexcept {
  const Arrival& arrival = timeline_.arrivals[index];
  const std::uint64_t customer = book_.orders[arrival.order].customer;
  OrderTokens tokens;
  Random random = random_of(index, Purpose::tokens);
  if (customer == 0) {
    tokens.device = random.next() | 1U;
    return tokens;
  }
  tokens.customer = customer_token(customer, arrival.copy);
  tokens.device = keyed(seed_, Purpose::tokens, tokens.customer, random.below(2) + 1) | 1U;
  tokens.card = keyed(seed_, Purpose::tokens, tokens.customer, 3) | 1U;
  tokens.address = keyed(seed_, Purpose::tokens, tokens.customer, 4) | 1U;
  return tokens;
}

// Returns: some of the customers of the book itself; those of the copies are other people.
std::vector<Token> World::blocked_customers() const {
  std::vector<std::uint64_t> customers;
  if (scenario_.risk.blocked_permille == 0) return {};
  for (const files::SourceOrder& order : book_.orders) {
    if (order.customer != 0) customers.push_back(order.customer);
  }
  std::sort(customers.begin(), customers.end());
  customers.erase(std::unique(customers.begin(), customers.end()), customers.end());
  std::vector<Token> blocked;
  for (const std::uint64_t customer : customers) {
    const Token token = customer_token(customer, 0);
    if (Random(seed_, Purpose::tokens, token, 5).chance(scenario_.risk.blocked_permille)) {
      blocked.push_back(token);
    }
  }
  return blocked;
}

Command World::order(std::size_t index, const TimeMap& map, std::vector<OrderLine>& lines) const {
  const Arrival& arrival = timeline_.arrivals[index];
  const files::SourceOrder& order = book_.orders[arrival.order];
  const OrderPolicySpec& policy = scenario_.orders;
  lines.clear();
  std::size_t at = order.first_line;
  for (const files::SourceLine& line : book_.lines_of(order)) {
    lines.push_back(order_line(line, book_.tax_of(at++)));
  }
  const std::size_t channel = channel_index(index);
  Choices choices = choices_of(*this, index);
  const TimeNs ship_by = ship_by_of(*this, index, map);
  if (is_import(*this, index)) {
    Import import;
    import.command_key = make_key(KeyKind::order, index + 1);
    import.order_number = keys_.number(index);
    if (!import.order_number.present()) import.order_key = keys_.key(index);
    import.channel = {static_cast<std::uint32_t>(channel) + 1};
    import.zone = {order.zone + 1};
    import.tokens = tokens_of(index);
    import.ship_by = ship_by;
    import.priority = choices.priority;
    import.discount = order.discount;
    import.shipping = order.shipping;
    import.shipping_tax = order.shipping_tax;
    import.lines = lines;
    return import;
  }
  Place place;
  place.command_key = make_key(KeyKind::order, index + 1);
  place.order_number = keys_.number(index);
  if (!place.order_number.present()) place.order_key = keys_.key(index);
  place.channel = {static_cast<std::uint32_t>(channel) + 1};
  place.zone = {order.zone + 1};
  place.tokens = tokens_of(index);
  place.ship_by = ship_by;
  place.priority = choices.priority;
  place.discount = order.discount;
  place.shipping = order.shipping;
  place.shipping_tax = order.shipping_tax;
  if (choices.splits_are_limited) place.max_splits = policy.max_splits;
  place.ship_complete = choices.ships_complete;
  // A ship_complete order cannot drop a line: it is refused, or it waits whole.
  const std::uint32_t line_weight = place.ship_complete ? 0 : policy.refuse_line_weight;
  const std::uint32_t weights = policy.refuse_order_weight + line_weight + policy.backorder_weight;
  const std::uint32_t draw = choices.random.below(weights);
  place.shortage = draw < policy.refuse_order_weight                 ? Shortage::refuse_order
                   : draw < policy.refuse_order_weight + line_weight ? Shortage::refuse_line
                   : weights == 0                                    ? Shortage::refuse_order
                                                                     : Shortage::backorder;
  place.lines = lines;
  return place;
}

TimeNs ship_by_of(const World& world, std::size_t index, const TimeMap& map) noexcept {
  const std::uint64_t within_s = world.scenario().orders.ship_within_s;
  if (within_s == 0) return 0;
  return map.at(world.timeline().arrivals[index].time) + map.duration(within_s);
}

bool ships_complete(const World& world, std::size_t index) noexcept {
  return !is_import(world, index) && choices_of(world, index).ships_complete;
}

}  // namespace allot::simulation
