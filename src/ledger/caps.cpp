#include "ledger/caps.hpp"

#include <algorithm>
#include <bit>
#include <tuple>

namespace allot {

Caps::Caps(const Limits& limits, const CapTable& table)
    : table_(table),
      rows_max_(limits.cap_accounts_max),
      buckets_(std::bit_ceil(std::size_t{limits.cap_accounts_max})),
      mask_(buckets_.size() - 1) {}

CapRowSlot Caps::find(CapId cap, CapWindow window, Token token) const {
  const std::size_t home = hash(cap, window, token) & mask_;
  std::size_t at = home;
  do {
    const Bucket& bucket = buckets_[at];
    for (std::uint32_t place = 0; place < rows_per_bucket; ++place) {
      const CapRow& row = bucket.rows[place];
      if (row.token == token && row.cap == cap && row.window == window) return slot_of(at, place);
    }
    if (bucket.rows[0].passed == 0) return {};
    at = (at + 1) & mask_;
  } while (at != home);
  return {};
}

// Returns: the row of the account, made if there is none.
CapRow& Caps::row_for(const Account& account) {
  if (account.row.present()) return row(account.row);
  ALLOT_CHECK(rows_free() > 0);
  std::size_t at = hash(account.cap, account.window, account.token) & mask_;
  for (;; at = (at + 1) & mask_) {
    for (CapRow& row : buckets_[at].rows) {
      if (row.cap.present()) continue;
      ++rows_used_;
      row.token = account.token;
      row.window = account.window;
      row.cap = account.cap;
      return row;
    }
    ++buckets_[at].passed();
  }
}

// Effects: the place is free, and so is the way to it.
void Caps::erase(CapRowSlot slot) {
  CapRow& gone = row(slot);
  const std::size_t home = hash(gone.cap, gone.window, gone.token) & mask_;
  for (std::size_t at = home; at != (slot.value - 1) / rows_per_bucket; at = (at + 1) & mask_) {
    ALLOT_CHECK(buckets_[at].passed() > 0);
    --buckets_[at].passed();
  }
  gone = CapRow{.excess = {}, .window = {}, .debited = {}, .cap = {}, .passed = gone.passed};
  --rows_used_;
}

Caps::Debit Caps::take(const Account& account, Units units, bool /*firm*/) {
  ALLOT_CHECK(units <= free(account));
  return take_again(account, units);
}

Caps::Debit Caps::take_again(const Account& account, Units units) {
  ALLOT_CHECK(units.present());
  CapRow& row = row_for(account);
  row.debited += units;
  check(row);
  return {account.token, account.window, units, account.cap, false};
}

Caps::Debit Caps::take_excess(const Account& account, Units units) {
  ALLOT_CHECK(units.present());
  row_for(account).excess += units;
  return {account.token, account.window, units, account.cap, true};
}

bool Caps::give_back(const Debit& debit, bool /*firm*/) {
  const CapRowSlot slot = find(debit.cap, debit.window, debit.token);
  ALLOT_CHECK(slot.present());
  CapRow& known = row(slot);
  if (debit.excess) {
    ALLOT_CHECK(known.excess >= debit.units);
    known.excess -= debit.units;
  } else {
    ALLOT_CHECK(known.debited >= debit.units);
    known.debited -= debit.units;
  }
  check(known);
  if (!known.debited.present() && known.excess == UnitSum{}) erase(slot);
  return !debit.excess;
}

void Caps::check(const Debit& debit) const {
  const CapRowSlot slot = find(debit.cap, debit.window, debit.token);
  ALLOT_CHECK(slot.present());
  const CapRow& known = row(slot);
  ALLOT_CHECK((debit.excess ? known.excess : UnitSum(known.debited)) >= debit.units);
  check(known);
}

std::vector<CapRow> Caps::sorted() const {
  std::vector<CapRow> rows;
  for (std::size_t at = 0; at < buckets_.size() && rows.size() < rows_used_; ++at) {
    for (const CapRow& row : buckets_[at].rows) {
      if (row.cap.present()) rows.push_back(row);
    }
  }
  std::sort(rows.begin(), rows.end(), [](const CapRow& a, const CapRow& b) {
    return std::tuple(a.cap, a.window, a.token) < std::tuple(b.cap, b.window, b.token);
  });
  return rows;
}

}  // namespace allot
