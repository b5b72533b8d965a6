// Catalogue, lists and risk limits (rules, section 3).
#include <algorithm>

#include "allot/messages/command_type.hpp"
#include "generator/ranges.hpp"
#include "naive_engine.hpp"

namespace allot::oracle {
namespace {

using ranges::ttl_max;
using ranges::units_max;

bool within(std::int64_t value, std::int64_t low, std::int64_t high) {
  return value >= low && value <= high;
}

// Returns: the id of the entry with this code, 0 when there is none.
template <class Entry, class CodeOf>
std::size_t id_of(const std::vector<Entry>& entries, const Code& code, CodeOf code_of) {
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (code_of(entries[i]) == code) return i + 1;
  }
  return 0;
}

// Returns: the id under which `entry` now stands; 0 when it is new and there is no room.
template <class Entry>
std::size_t put(std::vector<Entry>& entries, const Entry& entry, std::uint32_t entries_max) {
  const std::size_t id = id_of(entries, entry.code, [](const Entry& e) { return e.code; });
  if (id != 0) {
    entries[id - 1] = entry;
    return id;
  }
  if (entries.size() == entries_max) return 0;
  entries.push_back(entry);
  return entries.size();
}

// Three capital letters, or nothing.
bool names_currency(const Code& code) {
  if (code.size == 0) return true;
  if (code.size != 3) return false;
  for (const char letter : code.text()) {
    if (letter < 'A' || letter > 'Z') return false;
  }
  return true;
}

}  // namespace

std::size_t NaiveEngine::id_of_code(const Command& command) const {
  const auto plain = [](const auto& entry) { return entry.code; };
  if (const auto* sku = std::get_if<DefineSku>(&command)) {
    return id_of(state_.skus, sku->code, plain);
  }
  if (const auto* sku = std::get_if<NameSku>(&command)) {
    return id_of(state_.skus, sku->code, plain);
  }
  if (const auto* node = std::get_if<DefineNode>(&command)) {
    return id_of(state_.nodes, node->code, plain);
  }
  if (const auto* zone = std::get_if<DefineZone>(&command)) {
    return id_of(state_.zones, zone->code, plain);
  }
  if (const auto* channel = std::get_if<DefineChannel>(&command)) {
    return id_of(state_.channels, channel->code,
                 [](const Channel& entry) { return entry.settings.code; });
  }
  if (const auto* carrier = std::get_if<DefineCarrier>(&command)) {
    return id_of(state_.carriers, carrier->code, plain);
  }
  if (const auto* set = std::get_if<DefineSkuSet>(&command)) {
    return id_of(state_.sku_sets, set->code, plain);
  }
  if (const auto* cap = std::get_if<DefineCap>(&command))
    return id_of(state_.caps, cap->code, plain);
  return 0;
}

void NaiveEngine::emit_defined(const Command& command, std::size_t id) {
  Event& event = emit(EventType::defined);
  event.quantity = static_cast<std::uint32_t>(id);
  event.amount = static_cast<std::int64_t>(command_type(command));
}

NaiveEngine::Verdict NaiveEngine::run(const DefineSku& command) {
  if (!command.code.valid()) return Refusal{Reason::code_invalid};
  if (command.list_price < 0) return Refusal{Reason::price_out_of_range};
  const std::size_t id = put(state_.skus, command, state_.limits.skus_max);
  if (id == 0) return Refusal{Reason::catalogue_full};
  state_.gone.skus_defined += state_.named.erase(static_cast<std::uint32_t>(id));
  emit_defined(command, id);
  return {};
}

NaiveEngine::Verdict NaiveEngine::run(const NameSku& command) {
  if (!command.code.valid()) return Refusal{Reason::code_invalid};
  std::size_t id = id_of_code(command);
  if (id == 0) {
    if (state_.skus.size() == state_.limits.skus_max) return Refusal{Reason::catalogue_full};
    DefineSku sku;
    sku.code = command.code;
    state_.skus.push_back(sku);
    id = state_.skus.size();
    state_.named.insert(static_cast<std::uint32_t>(id));
  }
  emit(EventType::sku_named).sku = static_cast<std::uint32_t>(id);
  return {};
}

NaiveEngine::Verdict NaiveEngine::run(const DefineNode& command) {
  if (!command.code.valid()) return Refusal{Reason::code_invalid};
  const std::size_t id = put(state_.nodes, command, state_.limits.nodes_max);
  if (id == 0) return Refusal{Reason::catalogue_full};
  emit_defined(command, id);
  return {};
}

NaiveEngine::Verdict NaiveEngine::run(const DefineZone& command) {
  if (!command.code.valid()) return Refusal{Reason::code_invalid};
  const std::size_t id = put(state_.zones, command, state_.limits.zones_max);
  if (id == 0) return Refusal{Reason::catalogue_full};
  emit_defined(command, id);
  return {};
}

NaiveEngine::Verdict NaiveEngine::run(const DefineCarrier& command) {
  if (!command.code.valid()) return Refusal{Reason::code_invalid};
  const std::size_t id = put(state_.carriers, command, state_.limits.carriers_max);
  if (id == 0) return Refusal{Reason::catalogue_full};
  emit_defined(command, id);
  return {};
}

NaiveEngine::Verdict NaiveEngine::run(const DefineChannel& command) {
  if (!command.code.valid()) return Refusal{Reason::code_invalid};
  const bool at_the_door = command.cash_on_delivery || command.firm_when == FirmWhen::on_delivery;
  if (!within(command.hold_ttl_ns, at_the_door ? 0 : 1, ttl_max) ||
      !within(command.remind_before_ns, 0, ttl_max) ||
      !within(command.pending_ttl_ns, 0, ttl_max) || !within(command.review_ttl_ns, 1, ttl_max) ||
      command.safety_stock > units_max || static_cast<int>(command.policy) > 2 ||
      static_cast<int>(command.review_outcome) > 1 || !names_currency(command.currency) ||
      !within(command.payment_grace_ns, 0, ttl_max) ||
      !within(command.grace_remind_before_ns, 0, ttl_max) ||
      static_cast<int>(command.late_payment) > 2 || static_cast<int>(command.firm_when) > 3 ||
      !within(command.authorisation_ttl_ns, 0, ttl_max) ||
      (command.firm_when == FirmWhen::authorised && command.cash_on_delivery) ||
      (command.firm_when == FirmWhen::deposit && command.cash_on_delivery) ||
      command.deposit_bp > 10'000 || !within(command.balance_ttl_ns, 0, ttl_max) ||
      !within(command.balance_remind_before_ns, 0, ttl_max) ||
      static_cast<int>(command.lapsed_deposit) > 1 || static_cast<int>(command.own_hold) > 2 ||
      static_cast<int>(command.own_hold_per) > 1 || !within(command.own_hold_ttl_ns, 0, ttl_max) ||
      !within(command.expiry_margin_ns, 0, ttl_max)) {
    return Refusal{Reason::field_out_of_range};
  }
  std::size_t id =
      id_of(state_.channels, command.code, [](const Channel& c) { return c.settings.code; });
  if (id != 0) {
    const Code& kept = state_.channels[id - 1].settings.currency;
    if (kept.size > 0 && kept.text() != command.currency.text()) {
      return Refusal{Reason::currency_conflict};
    }
  }
  std::set<TimeNs> together{command.expiry_margin_ns};
  for (std::size_t i = 0; i < state_.channels.size(); ++i) {
    if (i + 1 != id) together.insert(state_.channels[i].settings.expiry_margin_ns);
  }
  together.erase(0);
  if (command.expiry_margin_ns > 0 && together.size() > 8) return Refusal{Reason::margins_full};
  const std::set<TimeNs> before = margins();
  if (id == 0) {
    if (state_.channels.size() == state_.limits.channels_max)
      return Refusal{Reason::catalogue_full};
    state_.channels.push_back({command, {}});
    id = state_.channels.size();
  } else {
    state_.channels[id - 1].settings = command;
  }
  change_margins(before);
  if (at_the_door) state_.channels[id - 1].settings.cash_on_delivery = true;
  emit_defined(command, id);
  trigger_all();
  ask_for_look();
  return {};
}

NaiveEngine::Verdict NaiveEngine::run(const DefineNetwork& command) {
  if (!within(command.channel.value, 1, static_cast<std::int64_t>(state_.channels.size()))) {
    return Refusal{Reason::channel_unknown};
  }
  if (!within(command.node.value, 1, static_cast<std::int64_t>(state_.nodes.size()))) {
    return Refusal{Reason::node_unknown};
  }
  std::set<std::uint32_t>& network = state_.channels[command.channel.value - 1].network;
  if (command.serves) {
    network.insert(command.node.value);
  } else {
    network.erase(command.node.value);
  }
  emit_defined(command, 0);
  if (command.serves) trigger_all();
  ask_for_look();
  return {};
}

NaiveEngine::Verdict NaiveEngine::run(const DefineLane& command) {
  if (!within(command.node.value, 1, static_cast<std::int64_t>(state_.nodes.size()))) {
    return Refusal{Reason::node_unknown};
  }
  if (!within(command.zone.value, 1, static_cast<std::int64_t>(state_.zones.size()))) {
    return Refusal{Reason::zone_unknown};
  }
  if (command.carrier.value > state_.carriers.size()) return Refusal{Reason::carrier_unknown};
  if (!within(command.parcel_cost, 0, 1'000'000'000'000) ||
      !within(command.unit_cost, 0, 1'000'000'000) || !within(command.transit_ns, 0, ttl_max)) {
    return Refusal{Reason::field_out_of_range};
  }
  state_.lanes[{command.node.value, command.zone.value}] = command;
  emit_defined(command, 0);
  if (command.serviceable) trigger_all();
  return {};
}

NaiveEngine::Verdict NaiveEngine::run(const SetList& command) {
  if (static_cast<int>(command.list) > 1 || static_cast<int>(command.kind) > 5 ||
      command.token == 0) {
    return Refusal{Reason::field_out_of_range};
  }
  const ListEntry entry{static_cast<std::uint8_t>(command.list),
                        static_cast<std::uint8_t>(command.kind), command.token};
  if (command.present) {
    if (!state_.lists.contains(entry) && state_.lists.size() == state_.limits.list_entries_max) {
      return Refusal{Reason::lists_full};
    }
    state_.lists.insert(entry);
  } else {
    state_.lists.erase(entry);
  }
  emit_defined(command, 0);
  return {};
}

NaiveEngine::Verdict NaiveEngine::run(const DefineSkuSet& command) {
  if (!command.code.valid()) return Refusal{Reason::code_invalid};
  if (command.skus.size() > state_.limits.sku_set_skus_max) {
    return Refusal{Reason::field_out_of_range};
  }
  SkuSet set{command.code, {}};
  for (std::uint32_t i = 0; i < command.skus.size(); ++i) {
    const std::uint32_t sku = command.skus[i].value;
    if (sku == 0 || sku > state_.skus.size()) return Refusal{Reason::sku_unknown, i, sku};
    set.members.insert(sku);
  }
  const std::size_t id = put(state_.sku_sets, set, state_.limits.sku_sets_max);
  if (id == 0) return Refusal{Reason::catalogue_full};
  emit_defined(command, id);
  return {};
}

NaiveEngine::Verdict NaiveEngine::run(const SetRiskLimits& command) {
  if (command.order_value_max < 0 || command.review_value_min < 0 ||
      !within(command.velocity_window_ns, 0, ttl_max) ||
      command.velocity_count > state_.limits.velocity_depth ||
      (command.velocity_count > 0 && command.velocity_window_ns == 0) ||
      !names_currency(command.currency)) {
    return Refusal{Reason::field_out_of_range};
  }
  state_.risk = command;
  emit_defined(command, 0);
  return {};
}

}  // namespace allot::oracle
