// Sizes fixed at start. They are logged whole in the first record, because reaching one is an
// answer, and an answer has to replay. How they depend on each other: limits_rules.hpp.
//
// Made from src/messages; change the description there, then: scripts/generate.sh
#pragma once

#include <cstdint>
#include <string_view>

#include "allot/messages/enums.hpp"
#include "allot/messages/field.hpp"

namespace allot {

struct Limits {
  // SKUs; skus_max x nodes_max at most 1,000,000,000; 1 to 50,000,000
  std::uint32_t skus_max{100'000};
  std::uint32_t nodes_max{8};      // nodes; 1 to 1,024
  std::uint32_t channels_max{16};  // channels; 1 to 65,535
  std::uint32_t zones_max{256};    // zones; 1 to 65,535
  // lots over all SKUs and nodes; 1 to 200,000,000
  std::uint32_t lots_max{1'000'000};
  std::uint32_t lots_per_cell_max{64};  // lots of one SKU at one node; 1 to 4,096
  std::uint32_t orders_max{1'000'000};  // open orders; 1 to 100,000,000
  // ended orders still known by key; 1 to 100,000,000
  std::uint32_t closed_orders_max{100'000};
  // lines of open and closed orders together, at least lines_per_order_max; 1 to 400,000,000
  std::uint32_t lines_max{4'000'000};
  std::uint32_t lines_per_order_max{2'000};  // lines of one order; 1 to 4,000
  // places that lines take from beyond their first; holds, 1 to 400,000,000
  std::uint32_t holds_max{1'000'000};
  // commands whose key is still known; keys, 1 to 100,000,000
  std::uint32_t command_keys_max{1'000'000};
  // attempts inside the velocity window; 1 to 100,000,000
  std::uint32_t attempts_max{1'000'000};
  // largest velocity_count that can be set; attempts, 1 to 62
  std::uint32_t velocity_depth{6};
  // allow and block entries together; 1 to 100,000,000
  std::uint32_t list_entries_max{100'000};
  // nodes in one sourcing decision; with lines_per_order_max bounded by 65,535 events a step; 1 to
  // 16
  std::uint32_t nodes_per_order_max{8};
  // node sets x lines looked at for one order; steps, 1 to 100,000,000
  std::uint32_t sourcing_steps_max{65'536};
  // W: queued work before each command, in lines looked at; what is begun is finished; units of
  // work, 1 to 65,536
  std::uint32_t work_units{64};
  // furthest that one stamp of the host may move time; ns, from 1
  std::int64_t max_step_ns{31'622'400'000'000'000};
  TimeSource time_source{TimeSource::engine};  // who stamps commands
  // sets of SKUs; each SKU keeps one bit for each of them; 1 to 512
  std::uint32_t sku_sets_max{32};
  // SKUs that one command puts into a set; 1 to 65,535
  std::uint32_t sku_set_skus_max{1'000};
  std::uint32_t caps_max{64};  // purchase caps; 1 to 1,024
  // accounts of purchase caps in use: one for each cap, token and window that has debits; 1 to
  // 200,000,000
  std::uint32_t cap_accounts_max{1'000'000};
  // debits besides stock that orders remember; 1 to 400,000,000
  std::uint32_t debits_max{1'000'000};
  // ended orders beyond closed_orders_max of which key, value and payment are still known; 1 to
  // 100,000,000
  std::uint32_t stubs_max{1'000'000};
  // how long they are known at least, while there are fewer than stubs_max; ns, 1 to 10^18
  std::int64_t stub_ttl_ns{15'552'000'000'000'000};
  // news that waits for its order: payments and cancellations heard before it; 1 to 100,000,000
  std::uint32_t news_max{100'000};
  std::int64_t news_ttl_ns{604'800'000'000'000};  // how long it waits; ns, 1 to 10^18
  // payments of which key and amount are remembered; 1 to 100,000,000
  std::uint32_t payments_max{1'000'000};
  // most returns that are waited for; 1 to 100,000,000
  std::uint32_t returns_max{100'000};
  // most exceptions that are open; 1 to 100,000,000
  std::uint32_t exceptions_max{100'000};
  // most promises of service levels that run; 1 to 100,000,000
  std::uint32_t promises_max{1'000'000};
  // most channels that ever had a feed; feeds, 1 to 1,024
  std::uint32_t feeds_max{16};
  std::uint32_t carriers_max{64};  // carriers; 1 to 65,535
  // parcels in which anything lies; 1 to 100,000,000
  std::uint32_t parcels_max{100'000};
  std::uint32_t attributes_max{16};  // attributes of one order; 1 to 16
  // bytes of a rule set that one command brings; 1 to 65,536
  std::uint32_t rule_part_bytes_max{4'000};
  std::uint32_t rule_set_bytes_max{262'144};  // bytes of one rule set; 1 to 16,777,216
  // rule sets that are known; the oldest that does nothing gives way; 3 to 64
  std::uint32_t rule_sets_max{4};
  std::uint32_t rules_max{64};  // rules of one set; 1 to 1,024
  // members of all lists of rules together; 1 to 100,000,000
  std::uint32_t rule_members_max{100'000};
  // keys of all features of rules together; 1 to 1,000,000,000
  std::uint32_t rule_keys_max{1'000'000};
  // orders of which rules still know the tokens, for what happens to them later; 1 to 100,000,000
  std::uint32_t rule_orders_max{100'000};

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(Field{.name = "skus_max", .min = 1, .max = 50'000'000}, self.skus_max);
    visit(Field{.name = "nodes_max", .min = 1, .max = 1'024}, self.nodes_max);
    visit(Field{.name = "channels_max", .min = 1, .max = 65'535}, self.channels_max);
    visit(Field{.name = "zones_max", .min = 1, .max = 65'535}, self.zones_max);
    visit(Field{.name = "lots_max", .min = 1, .max = 200'000'000}, self.lots_max);
    visit(Field{.name = "lots_per_cell_max", .min = 1, .max = 4'096}, self.lots_per_cell_max);
    visit(Field{.name = "orders_max", .min = 1, .max = 100'000'000}, self.orders_max);
    visit(Field{.name = "closed_orders_max", .min = 1, .max = 100'000'000}, self.closed_orders_max);
    visit(Field{.name = "lines_max", .min = 1, .max = 400'000'000}, self.lines_max);
    visit(Field{.name = "lines_per_order_max", .min = 1, .max = 4'000}, self.lines_per_order_max);
    visit(Field{.name = "holds_max", .min = 1, .max = 400'000'000}, self.holds_max);
    visit(Field{.name = "command_keys_max", .min = 1, .max = 100'000'000}, self.command_keys_max);
    visit(Field{.name = "attempts_max", .min = 1, .max = 100'000'000}, self.attempts_max);
    visit(Field{.name = "velocity_depth", .min = 1, .max = 62}, self.velocity_depth);
    visit(Field{.name = "list_entries_max", .min = 1, .max = 100'000'000}, self.list_entries_max);
    visit(Field{.name = "nodes_per_order_max", .min = 1, .max = 16}, self.nodes_per_order_max);
    visit(Field{.name = "sourcing_steps_max", .min = 1, .max = 100'000'000},
          self.sourcing_steps_max);
    visit(Field{.name = "work_units", .min = 1, .max = 65'536}, self.work_units);
    visit(Field{.name = "max_step_ns", .form = FieldForm::duration, .min = 1}, self.max_step_ns);
    visit(Field{.name = "time_source"}, self.time_source);
    visit(Field{.name = "sku_sets_max", .added = 1, .min = 1, .max = 512}, self.sku_sets_max);
    visit(Field{.name = "sku_set_skus_max", .added = 2, .min = 1, .max = 65'535},
          self.sku_set_skus_max);
    visit(Field{.name = "caps_max", .added = 3, .min = 1, .max = 1'024}, self.caps_max);
    visit(Field{.name = "cap_accounts_max", .added = 4, .min = 1, .max = 200'000'000},
          self.cap_accounts_max);
    visit(Field{.name = "debits_max", .added = 5, .min = 1, .max = 400'000'000}, self.debits_max);
    visit(Field{.name = "stubs_max", .added = 6, .min = 1, .max = 100'000'000}, self.stubs_max);
    visit(Field{.name = "stub_ttl_ns",
                .form = FieldForm::duration,
                .added = 7,
                .min = 1,
                .max = 1'000'000'000'000'000'000},
          self.stub_ttl_ns);
    visit(Field{.name = "news_max", .added = 8, .min = 1, .max = 100'000'000}, self.news_max);
    visit(Field{.name = "news_ttl_ns",
                .form = FieldForm::duration,
                .added = 9,
                .min = 1,
                .max = 1'000'000'000'000'000'000},
          self.news_ttl_ns);
    visit(Field{.name = "payments_max", .added = 10, .min = 1, .max = 100'000'000},
          self.payments_max);
    visit(Field{.name = "returns_max", .added = 11, .min = 1, .max = 100'000'000},
          self.returns_max);
    visit(Field{.name = "exceptions_max", .added = 12, .min = 1, .max = 100'000'000},
          self.exceptions_max);
    visit(Field{.name = "promises_max", .added = 13, .min = 1, .max = 100'000'000},
          self.promises_max);
    visit(Field{.name = "feeds_max", .added = 14, .min = 1, .max = 1'024}, self.feeds_max);
    visit(Field{.name = "carriers_max", .added = 15, .min = 1, .max = 65'535}, self.carriers_max);
    visit(Field{.name = "parcels_max", .added = 16, .min = 1, .max = 100'000'000},
          self.parcels_max);
    visit(Field{.name = "attributes_max", .added = 17, .min = 1, .max = 16}, self.attributes_max);
    visit(Field{.name = "rule_part_bytes_max", .added = 18, .min = 1, .max = 65'536},
          self.rule_part_bytes_max);
    visit(Field{.name = "rule_set_bytes_max", .added = 19, .min = 1, .max = 16'777'216},
          self.rule_set_bytes_max);
    visit(Field{.name = "rule_sets_max", .added = 20, .min = 3, .max = 64}, self.rule_sets_max);
    visit(Field{.name = "rules_max", .added = 21, .min = 1, .max = 1'024}, self.rules_max);
    visit(Field{.name = "rule_members_max", .added = 22, .min = 1, .max = 100'000'000},
          self.rule_members_max);
    visit(Field{.name = "rule_keys_max", .added = 23, .min = 1, .max = 1'000'000'000},
          self.rule_keys_max);
    visit(Field{.name = "rule_orders_max", .added = 24, .min = 1, .max = 100'000'000},
          self.rule_orders_max);
  }

  friend bool operator==(const Limits&, const Limits&) noexcept = default;
};

// Returns: which field lies outside its range; empty when none does.
[[nodiscard]] constexpr std::string_view limits_range_fault(const Limits& limits) noexcept {
  const auto outside = [](std::int64_t value, std::int64_t low, std::int64_t high) {
    return value < low || value > high;
  };
  if (outside(limits.skus_max, 1, 50'000'000)) return "skus_max must be 1 to 50,000,000";
  if (outside(limits.nodes_max, 1, 1'024)) return "nodes_max must be 1 to 1,024";
  if (outside(limits.channels_max, 1, 65'535)) return "channels_max must be 1 to 65,535";
  if (outside(limits.zones_max, 1, 65'535)) return "zones_max must be 1 to 65,535";
  if (outside(limits.lots_max, 1, 200'000'000)) return "lots_max must be 1 to 200,000,000";
  if (outside(limits.lots_per_cell_max, 1, 4'096)) return "lots_per_cell_max must be 1 to 4,096";
  if (outside(limits.orders_max, 1, 100'000'000)) return "orders_max must be 1 to 100,000,000";
  if (outside(limits.closed_orders_max, 1, 100'000'000))
    return "closed_orders_max must be 1 to 100,000,000";
  if (outside(limits.lines_max, 1, 400'000'000)) return "lines_max must be 1 to 400,000,000";
  if (outside(limits.lines_per_order_max, 1, 4'000))
    return "lines_per_order_max must be 1 to 4,000";
  if (outside(limits.holds_max, 1, 400'000'000)) return "holds_max must be 1 to 400,000,000";
  if (outside(limits.command_keys_max, 1, 100'000'000))
    return "command_keys_max must be 1 to 100,000,000";
  if (outside(limits.attempts_max, 1, 100'000'000)) return "attempts_max must be 1 to 100,000,000";
  if (outside(limits.velocity_depth, 1, 62)) return "velocity_depth must be 1 to 62";
  if (outside(limits.list_entries_max, 1, 100'000'000))
    return "list_entries_max must be 1 to 100,000,000";
  if (outside(limits.nodes_per_order_max, 1, 16)) return "nodes_per_order_max must be 1 to 16";
  if (outside(limits.sourcing_steps_max, 1, 100'000'000))
    return "sourcing_steps_max must be 1 to 100,000,000";
  if (outside(limits.work_units, 1, 65'536)) return "work_units must be 1 to 65,536";
  if (limits.max_step_ns < 1) return "max_step_ns must be at least 1";
  if (limits.time_source > TimeSource::host) return "time_source must be engine or host";
  if (outside(limits.sku_sets_max, 1, 512)) return "sku_sets_max must be 1 to 512";
  if (outside(limits.sku_set_skus_max, 1, 65'535)) return "sku_set_skus_max must be 1 to 65,535";
  if (outside(limits.caps_max, 1, 1'024)) return "caps_max must be 1 to 1,024";
  if (outside(limits.cap_accounts_max, 1, 200'000'000))
    return "cap_accounts_max must be 1 to 200,000,000";
  if (outside(limits.debits_max, 1, 400'000'000)) return "debits_max must be 1 to 400,000,000";
  if (outside(limits.stubs_max, 1, 100'000'000)) return "stubs_max must be 1 to 100,000,000";
  if (outside(limits.stub_ttl_ns, 1, 1'000'000'000'000'000'000))
    return "stub_ttl_ns must be 1 to 10^18";
  if (outside(limits.news_max, 1, 100'000'000)) return "news_max must be 1 to 100,000,000";
  if (outside(limits.news_ttl_ns, 1, 1'000'000'000'000'000'000))
    return "news_ttl_ns must be 1 to 10^18";
  if (outside(limits.payments_max, 1, 100'000'000)) return "payments_max must be 1 to 100,000,000";
  if (outside(limits.returns_max, 1, 100'000'000)) return "returns_max must be 1 to 100,000,000";
  if (outside(limits.exceptions_max, 1, 100'000'000))
    return "exceptions_max must be 1 to 100,000,000";
  if (outside(limits.promises_max, 1, 100'000'000)) return "promises_max must be 1 to 100,000,000";
  if (outside(limits.feeds_max, 1, 1'024)) return "feeds_max must be 1 to 1,024";
  if (outside(limits.carriers_max, 1, 65'535)) return "carriers_max must be 1 to 65,535";
  if (outside(limits.parcels_max, 1, 100'000'000)) return "parcels_max must be 1 to 100,000,000";
  if (outside(limits.attributes_max, 1, 16)) return "attributes_max must be 1 to 16";
  if (outside(limits.rule_part_bytes_max, 1, 65'536))
    return "rule_part_bytes_max must be 1 to 65,536";
  if (outside(limits.rule_set_bytes_max, 1, 16'777'216))
    return "rule_set_bytes_max must be 1 to 16,777,216";
  if (outside(limits.rule_sets_max, 3, 64)) return "rule_sets_max must be 3 to 64";
  if (outside(limits.rules_max, 1, 1'024)) return "rules_max must be 1 to 1,024";
  if (outside(limits.rule_members_max, 1, 100'000'000))
    return "rule_members_max must be 1 to 100,000,000";
  if (outside(limits.rule_keys_max, 1, 1'000'000'000))
    return "rule_keys_max must be 1 to 1,000,000,000";
  if (outside(limits.rule_orders_max, 1, 100'000'000))
    return "rule_orders_max must be 1 to 100,000,000";
  return {};
}

}  // namespace allot
