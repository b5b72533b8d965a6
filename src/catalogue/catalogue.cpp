#include "catalogue/catalogue.hpp"

#include <algorithm>

#include "catalogue/currency.hpp"

namespace allot {
namespace {

constexpr std::int64_t duration_ns_max = 1'000'000'000'000'000'000;
constexpr MoneyMinor parcel_cost_max = 1'000'000'000'000;
constexpr MoneyMinor unit_cost_max = 1'000'000'000;
constexpr std::uint32_t basis_points = 10'000;

bool within(std::int64_t value, std::int64_t low, std::int64_t high) noexcept {
  return value >= low && value <= high;
}

// Requires: settings in range. Returns: the same; who pays on delivery is said in one place.
DefineChannel settled(DefineChannel channel) noexcept {
  if (channel.firm_when == FirmWhen::on_delivery) channel.cash_on_delivery = true;
  return channel;
}

bool settings_in_range(const DefineChannel& channel) noexcept {
  const bool on_delivery = channel.cash_on_delivery || channel.firm_when == FirmWhen::on_delivery;
  const bool before_it_leaves =
      channel.firm_when == FirmWhen::authorised || channel.firm_when == FirmWhen::deposit;
  if (channel.firm_when > FirmWhen::deposit || (before_it_leaves && on_delivery) ||
      !within(channel.authorisation_ttl_ns, 0, duration_ns_max) ||
      channel.deposit_bp > basis_points || !within(channel.balance_ttl_ns, 0, duration_ns_max) ||
      !within(channel.balance_remind_before_ns, 0, duration_ns_max) ||
      channel.lapsed_deposit > LapsedDeposit::kept) {
    return false;
  }
  return within(channel.hold_ttl_ns, on_delivery ? 0 : 1, duration_ns_max) &&
         within(channel.remind_before_ns, 0, duration_ns_max) &&
         within(channel.pending_ttl_ns, 0, duration_ns_max) &&
         within(channel.review_ttl_ns, 1, duration_ns_max) && channel.safety_stock <= units_max &&
         channel.policy <= SourcingPolicy::node_priority &&
         channel.review_outcome <= ReviewOutcome::approve && is_currency(channel.currency) &&
         within(channel.payment_grace_ns, 0, duration_ns_max) &&
         within(channel.grace_remind_before_ns, 0, duration_ns_max) &&
         channel.late_payment <= LatePayment::in_grace && channel.own_hold <= OwnHold::taken_over &&
         channel.own_hold_per <= TokenKind::device &&
         within(channel.own_hold_ttl_ns, 0, duration_ns_max) &&
         within(channel.expiry_margin_ns, 0, duration_ns_max);
}

}  // namespace

Catalogue::Catalogue(const Limits& limits, SkuRows& rows)
    : nodes_max_(limits.nodes_max),
      skus_(limits.skus_max),
      nodes_(limits.nodes_max),
      zones_(limits.zones_max),
      channel_codes_(limits.channels_max),
      carriers_(limits.carriers_max),
      rows_(rows),
      priorities_(limits.nodes_max),
      lanes_(std::size_t{limits.zones_max} * limits.nodes_max),
      sku_sets_(limits, rows),
      caps_(limits) {}

Catalogue::Change Catalogue::define(const DefineSku& sku) {
  if (!sku.code.valid()) return {Reason::code_invalid, 0};
  if (sku.list_price < 0) return {Reason::price_out_of_range, 0};
  std::uint32_t id = skus_.find(sku.code.text());
  if (id == 0) id = skus_.add(sku.code);
  if (id == 0) return {Reason::catalogue_full, 0};
  rows_[SkuId{id}].list_price = sku.list_price;
  skus_.settle(id);
  return {Reason::ok, id};
}

Catalogue::Change Catalogue::define(const NameSku& named) {
  if (!named.code.valid()) return {Reason::code_invalid, 0};
  const std::uint32_t known = skus_.find(named.code.text());
  if (known != 0) return {Reason::ok, known};
  const std::uint32_t id = skus_.add_pending(named.code);
  return {id == 0 ? Reason::catalogue_full : Reason::ok, id};
}

Catalogue::Change Catalogue::define(const DefineNode& node) {
  if (!node.code.valid()) return {Reason::code_invalid, 0};
  std::uint32_t id = nodes_.find(node.code.text());
  if (id == 0) id = nodes_.add(node.code);
  if (id == 0) return {Reason::catalogue_full, 0};
  priorities_[id - 1] = node.priority;
  ++version_;
  return {Reason::ok, id};
}

Catalogue::Change Catalogue::define(const DefineZone& zone) {
  if (!zone.code.valid()) return {Reason::code_invalid, 0};
  std::uint32_t id = zones_.find(zone.code.text());
  if (id == 0) id = zones_.add(zone.code);
  if (id == 0) return {Reason::catalogue_full, 0};
  return {Reason::ok, id};
}

Catalogue::Change Catalogue::define(const DefineCarrier& carrier) {
  if (!carrier.code.valid()) return {Reason::code_invalid, 0};
  std::uint32_t id = carriers_.find(carrier.code.text());
  if (id == 0) id = carriers_.add(carrier.code);
  if (id == 0) return {Reason::catalogue_full, 0};
  return {Reason::ok, id};
}

Catalogue::Change Catalogue::define(const DefineChannel& channel) {
  if (!channel.code.valid()) return {Reason::code_invalid, 0};
  if (!settings_in_range(channel)) return {Reason::field_out_of_range, 0};
  std::uint32_t id = channel_codes_.find(channel.code.text());
  if (id != 0) {
    const Code& kept = channels_[id - 1].settings.currency;
    if (kept.size != 0 && !(channel.currency == kept)) return {Reason::currency_conflict, 0};
  }
  if (!has_margin_room(id, channel.expiry_margin_ns)) return {Reason::margins_full, 0};
  if (id == 0) {
    id = channel_codes_.add(channel.code);
    if (id == 0) return {Reason::catalogue_full, 0};
    channels_.emplace_back();
  }
  channels_[id - 1].settings = settled(channel);
  heeds_shoppers_ |= channel.own_hold != OwnHold::ignored;
  ++version_;
  return {Reason::ok, id};
}

std::vector<TimeNs> Catalogue::margins() const {
  std::vector<TimeNs> all;
  for (const Channel& channel : channels_) {
    if (channel.settings.expiry_margin_ns != 0) all.push_back(channel.settings.expiry_margin_ns);
  }
  std::ranges::sort(all);
  const auto same = std::ranges::unique(all);
  all.erase(same.begin(), same.end());
  return all;
}

bool Catalogue::has_margin_room(std::uint32_t id, TimeNs margin) const {
  if (margin == 0) return true;
  std::vector<TimeNs> others;
  for (std::size_t i = 0; i < channels_.size(); ++i) {
    const TimeNs its = channels_[i].settings.expiry_margin_ns;
    const bool counts = its != 0 && its != margin && i + 1 != id;
    if (counts && std::ranges::find(others, its) == others.end()) others.push_back(its);
  }
  return others.size() < margins_max;
}

Catalogue::Change Catalogue::define(const DefineNetwork& network) {
  if (!known(network.channel)) return {Reason::channel_unknown, 0};
  if (!known(network.node)) return {Reason::node_unknown, 0};
  std::vector<NodeId>& nodes = channels_[network.channel.value - 1].network;
  const auto at = std::lower_bound(nodes.begin(), nodes.end(), network.node);
  const bool member = at != nodes.end() && *at == network.node;
  if (network.serves && !member) nodes.insert(at, network.node);
  if (!network.serves && member) nodes.erase(at);
  ++version_;
  return {Reason::ok, 0};
}

Catalogue::Change Catalogue::define(const DefineLane& lane) {
  if (!known(lane.node)) return {Reason::node_unknown, 0};
  if (!known(lane.zone)) return {Reason::zone_unknown, 0};
  if (lane.carrier.present() && !known(lane.carrier)) return {Reason::carrier_unknown, 0};
  if (!within(lane.parcel_cost, 0, parcel_cost_max) || !within(lane.unit_cost, 0, unit_cost_max) ||
      !within(lane.transit_ns, 0, duration_ns_max)) {
    return {Reason::field_out_of_range, 0};
  }
  lanes_[std::size_t{lane.zone.value - 1} * nodes_max_ + (lane.node.value - 1)] =
      Lane{lane.parcel_cost, lane.unit_cost,
           lane.transit_ns,  1,
           lane.serviceable, static_cast<std::uint16_t>(lane.carrier.value)};
  ++version_;
  return {Reason::ok, 0};
}

Catalogue::Change Catalogue::define(const DefineSkuSet& set) {
  if (!set.code.valid()) return {Reason::code_invalid, 0};
  if (set.skus.size() > sku_sets_.members_max()) return {Reason::field_out_of_range, 0};
  for (std::size_t i = 0; i < set.skus.size(); ++i) {
    if (!known(set.skus[i])) return {Decision(Reason::sku_unknown, i, set.skus[i]), 0};
  }
  const SkuSetId id = sku_sets_.put(set.code, set.skus);
  if (!id.present()) return {Reason::catalogue_full, 0};
  return {Reason::ok, id.value};
}

Catalogue::Change Catalogue::define(const DefineCap& cap) {
  if (!cap.code.valid()) return {Reason::code_invalid, 0};
  if (!CapTable::in_range(cap)) return {Reason::field_out_of_range, 0};
  if (cap.sku_set.present() && !known(cap.sku_set)) return {Reason::sku_set_unknown, 0};
  const CapTable::Put put = caps_.put(cap);
  heeds_shoppers_ |= put.id.present();
  return {put.reason, put.id.value};
}

}  // namespace allot
