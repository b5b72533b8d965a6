#include "orders/cap_debits.hpp"

#include <algorithm>
#include <array>

#include "allot/messages/limits_rules.hpp"
#include "orders/lent_debits.hpp"

namespace allot {

Token token_of(const OrderTokens& tokens, TokenKind kind) noexcept {
  constexpr std::array<Token OrderTokens::*, enum_count<TokenKind>> members = {
      &OrderTokens::customer, &OrderTokens::device, &OrderTokens::card,
      &OrderTokens::address,  &OrderTokens::phone,  &OrderTokens::recipient};
  return tokens.*members[static_cast<std::size_t>(kind)];
}

CapDebits::CapDebits(const Limits& limits, const CapTable& table, const SkuRows& rows,
                     DebitChains& chains, const StepContext& step)
    : table_(table),
      rows_(rows),
      chains_(chains),
      step_(step),
      caps_(limits, table),
      wanted_(caps_usable(limits)) {
  over_.reserve(wanted_.size());
  uses_.reserve(4 * wanted_.size());  // of one that is changed also what it debited before
}

void CapDebits::begin(const OrderKey& order_key) {
  order_key_ = order_key;
  units_ = {};
  for (const CapId cap : over_) wanted_[cap.value - 1] = {};
  over_.clear();
  uses_.clear();
}

void CapDebits::add(const OrderLine& line) {
  const Units units{line.quantity};
  units_ += units;
  table_.visit_over(rows_.sets(line.sku), [&](CapId cap) { want(cap, units); });
}

void CapDebits::want(CapId cap, Units units) {
  Units& wanted = wanted_[cap.value - 1];
  if (!wanted.present()) over_.push_back(cap);
  wanted += units;
}

// Effects: a use for each cap that counts something of the order, by cap.
void CapDebits::gather() {
  if (units_.present()) {
    for (const CapId cap : table_.over_all()) want(cap, units_);
  }
  std::sort(over_.begin(), over_.end());
  for (const CapId cap : over_) {
    const bool counts_units = table_[cap].measure == CapMeasure::units;
    begin_use(cap, counts_units ? wanted_[cap.value - 1] : Units{1});
  }
}

CapDebits::Use& CapDebits::begin_use(CapId id, Units wanted) {
  const Cap& cap = table_[id];
  Use& use = uses_.emplace_back();
  use.finding.cap = id;
  use.finding.measure = cap.measure;
  use.finding.per = cap.per;
  use.finding.wanted = wanted.value;
  use.finding.at_most = cap.at_most.value;
  return use;
}

void CapDebits::judge(Use& use, std::uint64_t token, Room& room) const {
  CapFinding& finding = use.finding;
  const Cap& cap = table_[finding.cap];
  const Units wanted{finding.wanted};
  finding.token = token;
  if (finding.token == 0) {
    if (!cap.token_required) return;
    use.excess = wanted;
    finding.reason = Reason::token_required;
    return;
  }
  const CapWindow window = cap.window_at(step_.now);
  use.account = caps_.account(finding.cap, window, finding.token);
  const Units left = room.lent == nullptr ? caps_.free(use.account) : room.lent->left(use.account);
  finding.left = left.value;
  finding.next_window_at = cap.end_of(window);
  use.taken = std::min(wanted, left);
  use.excess = wanted - use.taken;
  const std::uint32_t rows = use.account.row.present() ? 0 : 1;
  const std::uint32_t debits = (use.taken.present() ? 1 : 0) + (use.excess.present() ? 1 : 0);
  if (rows > room.rows || debits > room.debits) {
    use.taken = {};
    use.excess = wanted;
    finding.reason = rows > room.rows ? Reason::cap_accounts_full : Reason::debits_full;
    return;
  }
  use.counted = true;
  room.rows -= rows;
  room.debits -= debits;
  if (use.excess.present()) finding.reason = Reason::cap_reached;
}

Reason CapDebits::ask(const OrderTokens& tokens, std::span<const Order* const> ending) {
  gather();
  const LentDebits lent(caps_, table_, chains_, ending);
  Room left(caps_, chains_);
  if (!ending.empty()) {
    left.debits += lent.count();
    left.lent = &lent;
  }
  for (Use& use : uses_) {
    judge(use, token_of(tokens, use.finding.per), left);
    tell(use);
    if (use.finding.reason == Reason::ok) continue;
    refused_by_ = use.finding;
    return use.finding.reason;
  }
  return Reason::ok;
}

Reason CapDebits::ask_fact(const OrderTokens& tokens) {
  gather();
  Room left(caps_, chains_);
  Reason first = Reason::ok;
  for (Use& use : uses_) {
    judge(use, token_of(tokens, use.finding.per), left);
    tell(use);
    if (first == Reason::ok) first = use.finding.reason;
  }
  return first;
}

void CapDebits::take(Order& order, bool over) {
  for (const Use& use : uses_) {
    if (!use.counted) continue;
    const Caps::Account& account = use.account;
    if (use.taken.present() && over) {
      const Caps::Account now = caps_.account(account.cap, account.window, account.token);
      chains_.add(order, caps_.take_again(now, use.taken));
    } else if (use.taken.present()) {
      chains_.add(order, caps_.take(account, use.taken, order.firm()));
    }
    if (!use.excess.present()) continue;
    // By now it has a row.
    const Caps::Account known = caps_.account(account.cap, account.window, account.token);
    chains_.add(order, caps_.take_excess(known, use.excess));
  }
}

void CapDebits::tell_exceeded(const Order& order) const {
  for (const Use& use : uses_) {
    if (use.finding.reason == Reason::ok) continue;
    step_.out->tell(events::CapExceeded{.order_key = order.key,
                                        .cap = use.finding.cap,
                                        .excess = use.excess.value,
                                        .debited = use.taken.value,
                                        .reason = use.finding.reason,
                                        .next_window_at = use.finding.next_window_at});
  }
}

Reason CapDebits::ask_again(const Order& order) {
  begin(order.key);
  Room left(caps_, chains_);
  chains_.visit(order, [&](const Caps::Debit& debit) {
    // What a sale was beyond the cap it is again; its excess lies behind what it debited.
    if (debit.excess && !uses_.empty() && uses_.back().finding.cap == debit.cap &&
        uses_.back().account.window.value == debit.window.value &&
        uses_.back().account.token == debit.token) {
      uses_.back().excess = debit.units;
      return;
    }
    Use& use = begin_use(debit.cap, debit.units);
    use.account = caps_.account(debit.cap, debit.window, debit.token);
    (debit.excess ? use.excess : use.taken) = debit.units;
    const Units free = caps_.free(use.account);
    use.finding.token = debit.token;
    use.finding.left = free.value;
    use.finding.next_window_at = table_[debit.cap].end_of(debit.window);
    const std::uint32_t rows = use.account.row.present() ? 0 : 1;
    if (rows > left.rows) {
      use.finding.reason = Reason::cap_accounts_full;
    } else if (use.taken > free) {
      use.finding.reason = Reason::cap_reached;
    }
    left.rows -= std::min(rows, left.rows);
  });
  for (const Use& use : uses_) {
    // Whether there is room for an excess is no question.
    const bool refuses = use.finding.reason != Reason::ok;
    if (use.taken.present() || refuses) tell(use);
    if (refuses) return use.finding.reason;
  }
  return Reason::ok;
}

void CapDebits::take_again(const Order& order) {
  for (const Use& use : uses_) {
    if (use.taken.present()) (void)caps_.take(use.account, use.taken, order.firm());
    if (!use.excess.present()) continue;
    const Caps::Account& account = use.account;
    (void)caps_.take_excess(caps_.account(account.cap, account.window, account.token), use.excess);
  }
}

void CapDebits::give_back(Order& order, bool may_return) {
  chains_.visit(order,
                [&](const Caps::Debit& debit) { (void)caps_.give_back(debit, order.firm()); });
  if (!may_return) chains_.drop(order);
}

}  // namespace allot
