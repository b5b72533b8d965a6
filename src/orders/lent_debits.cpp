#include "orders/lent_debits.hpp"

namespace allot {

LentDebits::LentDebits(Caps& caps, const CapTable& table, const DebitChains& chains,
                       std::span<const Order* const> orders)
    : caps_(caps), table_(table), chains_(chains), orders_(orders) {
  visit([this](const Caps::Debit& debit) { (void)caps_.give_back(debit, false); });
}

LentDebits::~LentDebits() {
  visit([this](const Caps::Debit& debit) {
    const Caps::Account account = caps_.account(debit.cap, debit.window, debit.token);
    (void)(debit.excess ? caps_.take_excess(account, debit.units)
                        : caps_.take_again(account, debit.units));
  });
}

Units LentDebits::left(const Caps::Account& account) const {
  Units lent;
  visit([&](const Caps::Debit& debit) {
    const bool same = debit.cap == account.cap && debit.window == account.window &&
                      debit.token == account.token && !debit.excess;
    if (same) lent += debit.units;
  });
  const Units debited = caps_.debited(account) + lent;
  const Units at_most = table_[account.cap].at_most;
  return at_most > debited ? at_most - debited + lent : lent;
}

std::uint32_t LentDebits::count() const {
  std::uint32_t count = 0;
  visit([&count](const Caps::Debit&) { ++count; });
  return count;
}

}  // namespace allot
