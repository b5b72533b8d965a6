// Purchase caps (rules, section 12).
#include <algorithm>
#include <array>

#include "generator/ranges.hpp"
#include "naive_engine.hpp"

namespace allot::oracle {
namespace {

using ranges::second;
using ranges::units_max;
constexpr std::int64_t window_max = 1'000'000'000'000'000'000;
constexpr std::int64_t origin_max = 4'000'000'000'000'000'000;

bool in_range(const DefineCap& cap) {
  if (static_cast<int>(cap.measure) > 1 || static_cast<int>(cap.per) > 5) return false;
  if (cap.at_most == 0 || cap.at_most > units_max) return false;
  if (cap.origin < 0 || cap.origin > origin_max) return false;
  return cap.window_ns == 0 || (cap.window_ns >= second && cap.window_ns <= window_max);
}

// The begin of the window that holds `now`; 0 of one that lasts for ever.
TimeNs begin_of_window(const DefineCap& cap, TimeNs now) {
  if (cap.window_ns == 0) return 0;
  const std::int64_t since = now - cap.origin;
  std::int64_t windows = since / cap.window_ns;
  if (windows * cap.window_ns > since) --windows;
  return cap.origin + windows * cap.window_ns;
}

Token token_of(const OrderTokens& tokens, TokenKind kind) {
  const std::array<Token, 6> all{tokens.customer, tokens.device, tokens.card,
                                 tokens.address,  tokens.phone,  tokens.recipient};
  return all[static_cast<std::size_t>(kind)];
}

}  // namespace

NaiveEngine::Verdict NaiveEngine::run(const DefineCap& command) {
  if (!command.code.valid()) return Refusal{Reason::code_invalid};
  if (!in_range(command)) return Refusal{Reason::field_out_of_range};
  if (command.sku_set.value > state_.sku_sets.size()) return Refusal{Reason::sku_set_unknown};
  for (std::size_t i = 0; i < state_.caps.size(); ++i) {
    DefineCap& known = state_.caps[i];
    if (known.code != command.code) continue;
    if (known.measure != command.measure || known.per != command.per ||
        known.window_ns != command.window_ns || known.origin != command.origin) {
      return Refusal{Reason::cap_conflict};
    }
    known = command;
    emit_defined(command, i + 1);
    return {};
  }
  if (state_.caps.size() == caps_usable(state_.limits)) return Refusal{Reason::catalogue_full};
  state_.caps.push_back(command);
  emit_defined(command, state_.caps.size());
  return {};
}

std::int64_t NaiveEngine::debited(const CapAccount& account) const {
  std::int64_t sum = 0;
  for_counted([&](const CapDebit& debit) {
    if (debit.account == account && !debit.excess) sum += debit.units;
  });
  const auto spent = state_.spent.find(account);
  return sum + (spent == state_.spent.end() ? 0 : spent->second.first);
}

std::int64_t NaiveEngine::excess_of(const CapAccount& account) const {
  std::int64_t sum = 0;
  for_counted([&](const CapDebit& debit) {
    if (debit.account == account && debit.excess) sum += debit.units;
  });
  const auto spent = state_.spent.find(account);
  return sum + (spent == state_.spent.end() ? 0 : spent->second.second);
}

std::set<CapAccount> NaiveEngine::accounts_in_use() const {
  std::set<CapAccount> accounts;
  for_counted([&](const CapDebit& debit) { accounts.insert(debit.account); });
  for (const auto& [account, units] : state_.spent) accounts.insert(account);
  return accounts;
}

std::size_t NaiveEngine::debits_remembered() const {
  std::size_t sum = 0;
  for (const auto& [sequence, order] : state_.open) sum += order.debits.size();
  for (const Order& order : state_.closed) sum += order.debits.size();
  return sum;
}

std::int64_t NaiveEngine::left_of(const CapAccount& account) const {
  const std::int64_t at_most = state_.caps[account.cap - 1].at_most;
  return std::max<std::int64_t>(0, at_most - debited(account));
}

// Returns: what each cap says that counts something of the order, by id.
std::vector<NaiveEngine::CapSaid> NaiveEngine::ask_caps(const Request& request,
                                                        const Sourced& sourced,
                                                        const std::vector<CapDebit>& lent) const {
  std::vector<CapSaid> all;
  std::set<CapAccount> accounts = accounts_in_use();
  std::size_t debits = debits_remembered();
  for (std::uint32_t id = 1; id <= state_.caps.size(); ++id) {
    const DefineCap& cap = state_.caps[id - 1];
    std::int64_t units = 0;
    for (std::size_t i = 0; i < request.merged.size(); ++i) {
      const std::uint32_t sku = request.merged[i].sku.value;
      const bool is_over =
          cap.sku_set.value == 0 || state_.sku_sets[cap.sku_set.value - 1].members.contains(sku);
      if (is_over && sourced.lines[i].refused == 0) units += request.merged[i].quantity;
    }
    if (units == 0) continue;
    CapSaid said;
    said.cap = id;
    said.wanted = cap.measure == CapMeasure::units ? units : 1;
    const Token token = token_of(request.tokens, cap.per);
    if (token == 0) {
      if (cap.token_required) {
        said.excess = said.wanted;
        said.reason = Reason::token_required;
        all.push_back(said);
      }
      continue;
    }
    said.account = {id, begin_of_window(cap, state_.now), token};
    std::int64_t theirs = 0;
    for (const CapDebit& debit : lent) {
      theirs += debit.account == said.account && !debit.excess ? debit.units : 0;
    }
    const std::int64_t free = std::int64_t{cap.at_most} - debited(said.account) - theirs;
    said.left = theirs + std::max<std::int64_t>(0, free);
    if (cap.window_ns != 0) said.next_window_at = said.account.begin + cap.window_ns;
    said.taken = std::min(said.left, said.wanted);
    said.excess = said.wanted - said.taken;
    const std::size_t needed = (said.taken > 0 ? 1U : 0U) + (said.excess > 0 ? 1U : 0U);
    if (!accounts.contains(said.account) && accounts.size() == state_.limits.cap_accounts_max) {
      said.reason = Reason::cap_accounts_full;
    } else if (debits + needed > state_.limits.debits_max) {
      said.reason = Reason::debits_full;
    } else {
      accounts.insert(said.account);
      debits += needed;
      said.counted = true;
      if (said.excess > 0) said.reason = Reason::cap_reached;
    }
    if (!said.counted) {
      said.taken = 0;
      said.excess = said.wanted;
    }
    all.push_back(said);
  }
  return all;
}

void NaiveEngine::debit(Order& order, const std::vector<CapSaid>& caps) {
  for (const CapSaid& said : caps) {
    if (!said.counted) continue;
    if (said.taken > 0) order.debits.push_back({said.account, said.taken, false});
    if (said.excess > 0) order.debits.push_back({said.account, said.excess, true});
  }
}

void NaiveEngine::tell_exceeded(const Order& order, const std::vector<CapSaid>& caps) {
  for (const CapSaid& said : caps) {
    if (said.reason == Reason::ok) continue;
    Event& event = emit(EventType::cap_exceeded, order);
    event.node = said.cap;
    event.quantity = static_cast<std::uint32_t>(said.excess);
    event.amount = said.taken;
    event.reason = said.reason;
    event.time = said.next_window_at;
  }
}

// Returns: why an expired order can't debit again what it had debited; ok when it can.
Reason NaiveEngine::caps_against(const Order& order) const {
  std::set<CapAccount> accounts = accounts_in_use();
  for (const CapDebit& debit : order.debits) {
    if (!accounts.contains(debit.account) && accounts.size() == state_.limits.cap_accounts_max) {
      return Reason::cap_accounts_full;
    }
    if (!debit.excess && debit.units > left_of(debit.account)) return Reason::cap_reached;
    accounts.insert(debit.account);
  }
  return Reason::ok;
}

}  // namespace allot::oracle
