// The ledger of purchase caps: what was debited of each cap, by token and window.
//
// An account is a row of 32 bytes in a table of 64-byte buckets, found by its cap, window and token
// without any index besides. A row exists while something is debited, and never moves while it
// does. A bucket knows how many rows found it full and lie further on, so a look-up ends where
// nothing can be: one cache line, and with a full table one look-up in twelve goes on to the next.
//
// A debit counts from the placing of its order on, whether the order is firm or not. Sales that
// were made elsewhere can go beyond a cap; what is beyond is counted apart, as excess.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "allot/messages/limits.hpp"
#include "allot/types/check.hpp"
#include "catalogue/cap_table.hpp"
#include "containers/key_index.hpp"
#include "containers/page_array.hpp"
#include "containers/slot_pool.hpp"
#include "ledger/ledger.hpp"

namespace allot {

struct CapRow;
using CapRowSlot = Slot<CapRow>;

struct CapRow {
  Token token{};
  UnitSum excess;  // units or orders beyond the cap
  CapWindow window;
  Units debited;         // units or orders
  CapId cap;             // none: a free place
  std::uint32_t passed;  // of a bucket's first row: rows whose home is here or before, further on
};
static_assert(sizeof(CapRow) == 32);

class Caps {
 public:
  // Borrows the caps' definitions.
  Caps(const Limits& limits, const CapTable& table);

  // The ledger. What an account and a debit count are units or orders, as the cap says.
  struct Account {
    CapId cap;
    CapWindow window;
    Token token{};
    CapRowSlot row;  // none while nothing is debited
  };
  struct Debit {
    Token token{};
    CapWindow window;
    Units units;
    CapId cap;
    bool excess{};
  };
  // Returns: the account; with its row until something else is taken or given back.
  [[nodiscard]] Account account(CapId cap, CapWindow window, Token token) const {
    return {cap, window, token, find(cap, window, token)};
  }
  [[nodiscard]] Units free(const Account& account) const noexcept {
    const Units at_most = table_[account.cap].at_most;
    const Units taken = debited(account);
    return at_most > taken ? at_most - taken : Units{};
  }
  [[nodiscard]] Units debited(const Account& account) const noexcept {
    return account.row.present() ? row(account.row).debited : Units{};
  }
  [[nodiscard]] UnitSum excess(const Account& account) const noexcept {
    return account.row.present() ? row(account.row).excess : UnitSum{};
  }
  // Requires: units <= free(account), and a free row where the account has none.
  Debit take(const Account& account, Units units, bool firm);
  // Effects: the same beyond the cap, for a sale that has been made.
  Debit take_excess(const Account& account, Units units);
  // Effects: the same of what was given back before, in this step, also where that is beyond the
  //          cap now.
  Debit take_again(const Account& account, Units units);
  bool give_back(const Debit& debit, bool firm);
  void make_firm(const Debit& debit) const { check(debit); }
  void check(const Debit& debit) const;

  [[nodiscard]] std::uint32_t rows_free() const noexcept { return rows_max_ - rows_used_; }

  // Cold: all rows by cap, window and token.
  [[nodiscard]] std::vector<CapRow> sorted() const;

  template <class Visit>
  friend void visit_pages(Caps& caps, Visit& visit) {
    visit_pages_of(visit, caps.buckets_);
  }

 private:
  static constexpr std::uint32_t rows_per_bucket = 2;
  struct alignas(64) Bucket {
    std::array<CapRow, rows_per_bucket> rows;

    std::uint32_t& passed() noexcept { return rows[0].passed; }
  };
  static_assert(sizeof(Bucket) == 64);

  static std::uint64_t hash(CapId cap, CapWindow window, Token token) noexcept {
    return spread(token, std::uint64_t{cap.value} << 32U | window.value);
  }
  static constexpr CapRowSlot slot_of(std::size_t bucket, std::uint32_t place) noexcept {
    return {static_cast<std::uint32_t>(bucket) * rows_per_bucket + place + 1};
  }
  [[nodiscard]] CapRow& row(CapRowSlot slot) noexcept {
    return buckets_[(slot.value - 1) / rows_per_bucket].rows[(slot.value - 1) % rows_per_bucket];
  }
  [[nodiscard]] const CapRow& row(CapRowSlot slot) const noexcept {
    return buckets_[(slot.value - 1) / rows_per_bucket].rows[(slot.value - 1) % rows_per_bucket];
  }
  [[nodiscard]] CapRowSlot find(CapId cap, CapWindow window, Token token) const;
  [[nodiscard]] CapRow& row_for(const Account& account);
  void erase(CapRowSlot slot);
  void check(const CapRow& row) const { ALLOT_CHECK(row.debited <= table_[row.cap].most_ever); }

  const CapTable& table_;
  std::uint32_t rows_max_;
  std::uint32_t rows_used_{};
  PageArray<Bucket> buckets_;
  std::size_t mask_;
};
static_assert(Ledger<Caps>);

}  // namespace allot
