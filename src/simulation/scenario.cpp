#include "simulation/scenario.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <numeric>
#include <optional>
#include <span>

#include "json/near_name.hpp"
#include "json/scalar_text.hpp"
#include "json/time_units.hpp"
#include "simulation/built_in_scenario.hpp"
#include "simulation/object_reader.hpp"

namespace allot::simulation {

namespace {

using Json = PositionedJson;

constexpr std::int64_t permille = 1'000;
constexpr std::int64_t second_max = 100'000'000;  // about three years
constexpr std::int64_t weight_max = 1'000'000;
constexpr std::uint8_t usual_priority = 128;
constexpr std::int64_t u32_max = 4'294'967'295;
constexpr std::int64_t units_max = 2'147'483'647;

constexpr std::array<std::string_view, 2> guests_names{"use", "skip"};
constexpr std::array<std::string_view, 3> kind_names{"prepaid", "cash_on_delivery", "import"};
constexpr std::array<std::string_view, 3> policy_names{"cheapest", "fewest_parcels",
                                                       "node_priority"};
constexpr std::array<std::string_view, 2> outcome_names{"reject", "approve"};

void serve_by_all(const std::vector<NodeSpec>& nodes, ChannelSpec& channel) {
  channel.nodes.resize(nodes.size());
  std::iota(channel.nodes.begin(), channel.nodes.end(), 0U);
}

// Reads one text over a scenario that already has values.
class Parser {
 public:
  Parser(const std::string& file, Scenario& scenario, ScenarioBase base)
      : file_(file), scenario_(scenario), base_(base) {}

  Status run(const Json& root) {
    ObjectReader top(file_, root, "scenario", fault_);
    top.code("name", scenario_.name);
    top.choice("guests", guests_names, scenario_.guests);
    generator(top);
    zone_groups(top);
    nodes(top);
    lanes(top);
    channels(top);
    stock(top);
    payment(top);
    cancel_and_review(top);
    fulfilment(top);
    after_sale(top);
    risk(top);
    orders(top);
    peaks(top);
    top.number("jitter_s", 0, second_max, scenario_.jitter_s);
    top.number("settle_s", 0, second_max, scenario_.settle_s);
    live_and_engine(top);
    top.finish();
    return fault_;
  }

 private:
  // Reads the object `key` of `top` with `read`, when it is there.
  template <class Read>
  void part(ObjectReader& top, std::string_view key, Read read) {
    const Json* found = top.take(key);
    if (found == nullptr) return;
    ObjectReader object(file_, *found, std::string(key), fault_);
    read(object);
    object.finish();
  }

  // Reads each object of the array `key`; the old list goes.
  template <class T, class Read>
  void list(ObjectReader& top, std::string_view key, std::size_t least, std::size_t most,
            std::vector<T>& items, Read read) {
    const Json* found = top.array(key, least, most);
    if (found == nullptr) return;
    items.clear();
    for (std::size_t i = 0; i < found->items.size() && fault_.ok(); ++i) {
      ObjectReader object(file_, found->items[i], std::string(key) + "[" + std::to_string(i) + "]",
                          fault_);
      T item{};
      read(object, item);
      object.finish();
      items.push_back(std::move(item));
    }
  }

  // Replaces a code by the position of what it names.
  template <class T>
  void reference(ObjectReader& object, std::string_view key, std::string_view kind,
                 const std::vector<T>& among, std::uint32_t& index) {
    const Json* found = object.take(key);
    if (found == nullptr || !object.is_code(*found, object.path(key))) return;
    if (const auto position = index_of(among, found->text)) {
      index = *position;
    } else {
      object.fail(found->at, object.path(key) + " '" + found->text + "' is no " +
                                 std::string(kind) + " of this scenario");
    }
  }

  template <class T>
  static std::optional<std::uint32_t> index_of(const std::vector<T>& among, std::string_view code) {
    const auto found =
        std::find_if(among.begin(), among.end(), [&](const T& item) { return item.code == code; });
    if (found == among.end()) return std::nullopt;
    return static_cast<std::uint32_t>(found - among.begin());
  }

  // Refuses a code that an earlier item has.
  template <class T>
  void unique_code(ObjectReader& object, const std::vector<T>& among, const T& item,
                   const Json* at) {
    if (fault_.ok() && at != nullptr && index_of(among, item.code)) {
      object.fail(at->at, "the code '" + item.code + "' comes twice");
    }
  }

  void generator(ObjectReader& top) {
    part(top, "generator", [this](ObjectReader& object) {
      GeneratorSpec& spec = scenario_.generator;
      object.number("orders", 1, GeneratorSpec::orders_max, spec.orders);
      object.number("skus", 1, 5'000'000, spec.skus);
      object.number("customers", 1, 5'000'000, spec.customers);
      object.number("duration_s", 1, second_max, spec.duration_s);
      if (const Json* start = object.take("start")) {
        const auto time =
            start->kind == Json::Kind::text ? json::parse_time_or_utc(start->text) : std::nullopt;
        if (time && *time >= day_s * second_ns && *time < start_end_s * second_ns) {
          spec.start = *time;
        } else {
          object.fail(start->at, "generator.start must be " + std::string(json::time_wanted) +
                                     ", from 1970-01-02 to 2090");
        }
      }
    });
  }

  void zone_groups(ObjectReader& top) {
    const Json* given = top.take("zone_groups");
    std::vector<ZoneGroup>& groups = scenario_.zone_groups;
    list(top, "zone_groups", 1, 256, groups,
         [this, &groups](ObjectReader& object, ZoneGroup& item) {
           object.require(std::array<std::string_view, 2>{"code", "countries"});
           object.code("code", item.code);
           unique_code(object, groups, item, object.take("code"));
           const Json* countries = object.array("countries", 0, 1'000);
           if (countries == nullptr) return;
           for (const Json& country : countries->items) {
             if (!object.is_code(country, object.path("countries"))) return;
             item.countries.push_back(country.text);
           }
         });
    if (given == nullptr || !fault_.ok()) return;
    const auto rest = std::count_if(groups.begin(), groups.end(),
                                    [](const ZoneGroup& group) { return group.countries.empty(); });
    if (rest != 1) {
      top.fail(given->at, "exactly one of zone_groups must have no countries: it takes all others");
    }
  }

  void nodes(ObjectReader& top) {
    const bool given = top.take("nodes") != nullptr;
    std::vector<NodeSpec>& nodes = scenario_.nodes;
    list(top, "nodes", 1, 64, nodes, [this, &nodes](ObjectReader& object, NodeSpec& item) {
      object.require(std::array<std::string_view, 3>{"code", "priority", "stock_weight"});
      object.code("code", item.code);
      unique_code(object, nodes, item, object.take("code"));
      object.number("priority", 0, u32_max, item.priority);
      object.number("stock_weight", 1, weight_max, item.stock_weight);
    });
    new_nodes_ = given;
  }

  void lanes(ObjectReader& top) {
    const Json* given = top.take("lanes");
    if (given == nullptr && fault_.ok() && (new_nodes_ || top_has_groups(top))) {
      top.fail({}, "a scenario that sets nodes or zone_groups must set lanes too");
    }
    scenario_.names_lanes = scenario_.names_lanes || given != nullptr;
    std::vector<LaneSpec>& lanes = scenario_.lanes;
    list(top, "lanes", 1, 16'384, lanes, [this](ObjectReader& object, LaneSpec& item) {
      object.require(std::array<std::string_view, 5>{"node", "group", "parcel_cost", "unit_cost",
                                                     "transit_s"});
      reference(object, "node", "node", scenario_.nodes, item.node);
      reference(object, "group", "zone group", scenario_.zone_groups, item.group);
      object.number("parcel_cost", 0, 1'000'000'000'000, item.parcel_cost);
      object.number("unit_cost", 0, 1'000'000'000, item.unit_cost);
      object.number("transit_s", 0, second_max, item.transit_s);
    });
  }
  static bool top_has_groups(ObjectReader& top) { return top.take("zone_groups") != nullptr; }

  void channels(ObjectReader& top) {
    const bool given = top.take("channels") != nullptr;
    if (!given && fault_.ok() && new_nodes_) serve_by_new_nodes(top);
    scenario_.names_channels = scenario_.names_channels || given;
    std::vector<ChannelSpec>& channels = scenario_.channels;
    // What a channel of own orders does not say is as it would be without the scenario.
    const bool is_own = base_ == ScenarioBase::own_orders;
    ChannelSpec usual = is_own && !channels.empty() ? channels.front() : ChannelSpec{};
    if (is_own) serve_by_all(scenario_.nodes, usual);
    list(top, "channels", 1, 64, channels, [&](ObjectReader& object, ChannelSpec& c) {
      constexpr std::array<std::string_view, 5> keys{"code", "weight", "kind", "review_ttl_s",
                                                     "nodes"};
      object.require(std::span(keys).first(is_own ? 1 : keys.size()));
      c = usual;
      object.code("code", c.code);
      unique_code(object, channels, c, object.take("code"));
      object.number("weight", 1, weight_max, c.weight);
      object.choice("kind", kind_names, c.kind);
      const bool pays_later = c.kind == ChannelKind::cash_on_delivery;
      c.hold_ttl_s = pays_later ? 0 : is_own ? usual.hold_ttl_s : 1'800;
      scenario_.names_holds = scenario_.names_holds || object.take("hold_ttl_s") != nullptr;
      object.number("hold_ttl_s", pays_later ? 0 : 1, second_max, c.hold_ttl_s);
      object.number("remind_before_s", 0, second_max, c.remind_before_s);
      object.number("pending_ttl_s", 0, second_max, c.pending_ttl_s);
      object.number("review_ttl_s", 1, second_max, c.review_ttl_s);
      object.number("safety_stock", 0, units_max, c.safety_stock);
      object.choice("policy", policy_names, c.policy);
      object.choice("review_outcome", outcome_names, c.review_outcome);
      object.flag("review_pauses_payment", c.review_pauses_payment);
      network(object, c);
    });
  }

  // The one channel of a file's orders is served by every node, whatever nodes there are.
  void serve_by_new_nodes(ObjectReader& top) {
    if (scenario_.names_channels) {
      top.fail({}, "a scenario that sets nodes must set channels too");
      return;
    }
    for (ChannelSpec& channel : scenario_.channels) serve_by_all(scenario_.nodes, channel);
  }

  void network(ObjectReader& object, ChannelSpec& channel) {
    const Json* nodes = object.array("nodes", 1, 64);
    if (nodes == nullptr) return;
    channel.nodes.clear();
    const auto is_other = [this](const Json& node) {
      return node.kind == Json::Kind::text && !index_of(scenario_.nodes, node.text);
    };
    const bool is_of_files =
        base_ == ScenarioBase::own_orders && std::ranges::any_of(nodes->items, is_other);
    if (is_of_files)
      channel.own_nodes_at = fault_at(file_, nodes->at, object.path("nodes")).message();
    for (const Json& node : nodes->items) {
      if (!object.is_code(node, object.path("nodes"))) return;
      if (is_of_files) {
        channel.own_nodes.push_back(node.text);
        continue;
      }
      const auto position = index_of(scenario_.nodes, node.text);
      if (!position) {
        object.fail(node.at,
                    object.path("nodes") + " '" + node.text + "' is no node of this scenario");
        return;
      }
      if (std::find(channel.nodes.begin(), channel.nodes.end(), *position) != channel.nodes.end()) {
        object.fail(node.at, object.path("nodes") + " '" + node.text + "' comes twice");
        return;
      }
      channel.nodes.push_back(*position);
    }
  }

  void stock(ObjectReader& top) {
    part(top, "stock", [this](ObjectReader& object) {
      StockSpec& spec = scenario_.stock;
      object.quantiles("depth_quantiles", 0, 1'000'000, spec.depth_quantiles);
      object.number("spread_nodes", 1, 64, spec.spread_nodes);
      object.number("expiring_permille", 0, permille, spec.expiring_permille);
      object.number("shelf_life_s", 1, second_max, spec.shelf_life_s);
      object.number("receipts", 0, 1'000, spec.receipts);
      object.quantiles("receipt_quantiles", 0, 1'000'000, spec.receipt_quantiles);
    });
  }

  void payment(ObjectReader& top) {
    part(top, "payment", [this](ObjectReader& object) {
      PaymentSpec& spec = scenario_.payment;
      object.number("never_permille", 0, permille, spec.never_permille);
      object.number("pending_permille", 0, permille, spec.pending_permille);
      object.number("pending_fails_permille", 0, permille, spec.pending_fails_permille);
      object.number("failed_permille", 0, permille, spec.failed_permille);
      object.number("retry_permille", 0, permille, spec.retry_permille);
      object.quantiles("delay_quantiles", 0, second_max, spec.delay_quantiles);
      object.quantiles("second_quantiles", 0, second_max, spec.second_quantiles);
      if (spec.never_permille + spec.pending_permille + spec.failed_permille > permille) {
        object.fail(object.at(),
                    "payment: never, pending and failed are more than 1,000 thousandths together");
      }
    });
  }

  void cancel_and_review(ObjectReader& top) {
    part(top, "cancel", [this](ObjectReader& object) {
      object.number("permille", 0, permille, scenario_.cancel.permille);
      object.quantiles("delay_quantiles", 0, second_max, scenario_.cancel.delay_quantiles);
    });
    part(top, "review", [this](ObjectReader& object) {
      object.number("unattended_permille", 0, permille, scenario_.review.unattended_permille);
      object.number("approve_permille", 0, permille, scenario_.review.approve_permille);
      object.quantiles("delay_quantiles", 0, second_max, scenario_.review.delay_quantiles);
    });
  }

  void fulfilment(ObjectReader& top) {
    part(top, "fulfilment", [this](ObjectReader& object) {
      FulfilmentSpec& spec = scenario_.fulfilment;
      object.flag("ships", spec.ships);
      object.quantiles("handling_quantiles", 0, second_max, spec.handling_quantiles);
    });
  }

  void after_sale(ObjectReader& top) {
    part(top, "returns", [this](ObjectReader& object) {
      ReturnSpec& spec = scenario_.returns;
      object.number("permille", 0, permille, spec.permille);
      object.number("lost_permille", 0, permille, spec.lost_permille);
      object.number("restock_permille", 0, permille, spec.restock_permille);
      object.number("quarantine_permille", 0, permille, spec.quarantine_permille);
      object.number("window_s", 1, second_max, spec.window_s);
      object.quantiles("request_quantiles", 0, second_max, spec.request_quantiles);
      object.quantiles("arrival_quantiles", 0, second_max, spec.arrival_quantiles);
      if (spec.restock_permille + spec.quarantine_permille > permille) {
        object.fail(object.at(),
                    "returns: restock_permille and quarantine_permille are more than 1,000 "
                    "together");
      }
    });
    part(top, "refunds", [this](ObjectReader& object) {
      object.flag("pays", scenario_.refunds.pays);
      object.quantiles("delay_quantiles", 0, second_max, scenario_.refunds.delay_quantiles);
    });
    part(top, "services", [this](ObjectReader& object) {
      ServiceSpec& spec = scenario_.services;
      object.number("processing_s", 0, second_max, spec.processing_s);
      object.number("delivery_s", 0, second_max, spec.delivery_s);
      object.number("returns_s", 0, second_max, spec.returns_s);
      object.flag("ship_by", spec.ship_by);
      object.number("warn_before_s", 0, second_max, spec.warn_before_s);
      for (const std::uint64_t within : {spec.processing_s, spec.delivery_s, spec.returns_s}) {
        if (within == 0 || spec.warn_before_s < within) continue;
        object.fail(object.at(), "services: warn_before_s is not less than what is promised");
      }
    });
  }

  void risk(ObjectReader& top) {
    part(top, "risk", [this](ObjectReader& object) {
      constexpr std::int64_t money_max = 1'000'000'000'000'000;
      RiskSpec& spec = scenario_.risk;
      object.number("order_value_max", 0, money_max, spec.order_value_max);
      object.number("line_quantity_max", 0, u32_max, spec.line_quantity_max);
      object.number("price_low_bp", 0, u32_max, spec.price_low_bp);
      object.number("price_high_bp", 0, u32_max, spec.price_high_bp);
      object.number("velocity_count", 0, 62, spec.velocity_count);
      object.number("velocity_window_s", 1, second_max, spec.velocity_window_s);
      object.number("review_value_min", 0, money_max, spec.review_value_min);
      object.number("blocked_permille", 0, permille, spec.blocked_permille);
    });
  }

  void orders(ObjectReader& top) {
    part(top, "orders", [this](ObjectReader& object) {
      OrderPolicySpec& spec = scenario_.orders;
      object.number("refuse_order_weight", 0, weight_max, spec.refuse_order_weight);
      object.number("refuse_line_weight", 0, weight_max, spec.refuse_line_weight);
      object.number("backorder_weight", 0, weight_max, spec.backorder_weight);
      object.number("ship_complete_permille", 0, permille, spec.ship_complete_permille);
      object.number("limited_splits_permille", 0, permille, spec.limited_splits_permille);
      object.number("max_splits", 0, 254, spec.max_splits);
      object.number("ship_within_s", 0, second_max, spec.ship_within_s);
      list(object, "priorities", 1, 16, spec.priorities,
           [](ObjectReader& item, PriorityClass& priority) {
             item.require(std::array<std::string_view, 2>{"priority", "weight"});
             item.number("priority", 0, 255, priority.priority);
             item.number("weight", 1, weight_max, priority.weight);
           });
      if (spec.refuse_order_weight + spec.refuse_line_weight + spec.backorder_weight == 0) {
        object.fail(object.at(),
                    "orders: one of the three shortage weights must be "
                    "above 0");
      }
    });
  }

  void peaks(ObjectReader& top) {
    const Json* given = top.take("peaks");
    list(top, "peaks", 0, 16, scenario_.peaks, [](ObjectReader& object, PeakSpec& peak) {
      object.require(
          std::array<std::string_view, 3>{"at_permille", "length_permille", "orders_permille"});
      object.number("at_permille", 0, permille, peak.at_permille);
      object.number("length_permille", 0, permille, peak.length_permille);
      object.number("orders_permille", 0, permille, peak.orders_permille);
    });
    std::uint32_t moved = 0;
    for (const PeakSpec& peak : scenario_.peaks) moved += peak.orders_permille;
    if (given != nullptr && moved > permille) {
      top.fail(given->at, "peaks: orders_permille are more than 1,000 together");
    }
  }

  void live_and_engine(ObjectReader& top) {
    part(top, "live", [this](ObjectReader& object) {
      object.number("durations_divided_by", 1, 1'000'000'000, scenario_.live.durations_divided_by);
    });
    part(top, "engine", [this](ObjectReader& object) {
      object.number("work_units", 1, 65'536, scenario_.engine.work_units);
      object.number("nodes_per_order_max", 1, 16, scenario_.engine.nodes_per_order_max);
      object.number("sourcing_steps_max", 1, 100'000'000, scenario_.engine.sourcing_steps_max);
    });
  }

  static constexpr std::int64_t day_s = 86'400;
  static constexpr std::int64_t start_end_s = 3'818'448'000;  // of the year 2090

  const std::string& file_;
  Scenario& scenario_;
  ScenarioBase base_;
  Status fault_;
  bool new_nodes_{false};
};

Result<Scenario> parse_over(Scenario scenario, const std::string& name, std::string_view text,
                            ScenarioBase base) {
  Result<PositionedJson> root = parse_positioned_json(name, text);
  if (!root.ok()) return root.status();
  if (Status status = Parser(name, scenario, base).run(root.value()); !status.ok()) return status;
  return scenario;
}

}  // namespace

bool Scenario::keeps_unpaid() const noexcept {
  return std::ranges::any_of(channels, [](const ChannelSpec& channel) {
    return channel.kind == ChannelKind::prepaid && channel.hold_ttl_s == ChannelSpec::no_end_s;
  });
}

std::uint32_t Scenario::group_of(std::string_view country) const noexcept {
  std::uint32_t rest = 0;
  for (std::uint32_t g = 0; g < zone_groups.size(); ++g) {
    const std::vector<std::string>& countries = zone_groups[g].countries;
    if (std::find(countries.begin(), countries.end(), country) != countries.end()) return g;
    if (countries.empty()) rest = g;
  }
  return rest;
}

Result<Scenario> built_in_scenario() {
  // It is parsed once and kept, because every other scenario is read over it.
  static const Result<Scenario> scenario =
      parse_over(Scenario{}, "built-in scenario", built_in_scenario_text, ScenarioBase::peak);
  return scenario;
}

Result<Scenario> base_scenario(ScenarioBase base) {
  Result<Scenario> made = built_in_scenario();
  if (!made.ok()) return made;
  Scenario& scenario = made.value();
  scenario.names_holds = false;
  if (base == ScenarioBase::peak) return made;
  scenario.name = "own times";
  scenario.peaks.clear();
  scenario.risk = RiskSpec{};
  scenario.risk.velocity_window_s = built_in_scenario().value().risk.velocity_window_s;
  scenario.payment = PaymentSpec{};
  scenario.payment.delay_quantiles = scenario.payment.second_quantiles = {0, 0};
  scenario.cancel.permille = scenario.returns.permille = 0;
  scenario.orders.refuse_order_weight = scenario.orders.refuse_line_weight = 0;
  scenario.orders.backorder_weight = 1;
  scenario.orders.ship_complete_permille = scenario.orders.limited_splits_permille = 0;
  scenario.orders.priorities.assign(1, {usual_priority, 1});
  scenario.orders.ship_within_s = 0;
  scenario.services = ServiceSpec{};
  ChannelSpec shop = scenario.channels.front();
  shop.code = "shop";
  shop.safety_stock = 0;
  shop.hold_ttl_s = ChannelSpec::no_end_s;
  shop.remind_before_s = 0;
  scenario.channels.assign(1, shop);
  scenario.names_channels = scenario.names_lanes = false;
  return made;
}

Status take_own_networks(Scenario& scenario) {
  std::vector<std::string> known;
  for (const NodeSpec& node : scenario.nodes) known.push_back(node.code);
  for (ChannelSpec& channel : scenario.channels) {
    if (channel.own_nodes.empty()) continue;
    channel.nodes.clear();
    for (const std::string& code : channel.own_nodes) {
      const auto found = std::ranges::find(known, code);
      const auto node = static_cast<std::uint32_t>(found - known.begin());
      const std::string one = channel.own_nodes_at + " '" + code + "' ";
      if (found == known.end()) {
        return {StatusCode::invalid_argument, one + "is no node of this scenario or of the files" +
                                                  json::suggestion(code, known)};
      }
      if (std::ranges::find(channel.nodes, node) != channel.nodes.end()) {
        return {StatusCode::invalid_argument, one + "comes twice"};
      }
      channel.nodes.push_back(node);
    }
  }
  return {};
}

Result<Scenario> parse_scenario(const std::string& name, std::string_view text, ScenarioBase base) {
  Result<Scenario> made = base_scenario(base);
  if (!made.ok()) return made;
  return parse_over(std::move(made.value()), name, text, base);
}

Result<Scenario> read_scenario(const std::string& path, ScenarioBase base) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return Status{StatusCode::not_found, path + ": cannot be opened"};
  std::string text;
  std::array<char, 65'536> block{};
  while (text.size() <= PositionedJson::bytes_max &&
         (file.read(block.data(), block.size()), file.gcount() > 0)) {
    text.append(block.data(), static_cast<std::size_t>(file.gcount()));
  }
  if (file.bad()) return Status{StatusCode::io_error, path + ": cannot be read"};
  return parse_scenario(path, text, base);
}

}  // namespace allot::simulation
