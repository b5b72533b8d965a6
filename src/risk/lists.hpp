// Tokens that are always let through, and tokens that never are.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <compare>
#include <cstdint>
#include <tuple>
#include <vector>

#include "allot/messages/command.hpp"
#include "allot/messages/reason.hpp"
#include "containers/key_index.hpp"
#include "containers/page_array.hpp"
#include "containers/slot_pool.hpp"

namespace allot {

class Lists {
 public:
  struct Entry {
    Token token;
    ListKind list;
    TokenKind kind;
    friend auto operator<=>(const Entry& a, const Entry& b) noexcept {
      return std::tuple(a.list, a.kind, a.token) <=> std::tuple(b.list, b.kind, b.token);
    }
  };

  explicit Lists(std::uint32_t entries_max)
      : entries_(entries_max),
        index_(entries_max),
        seen_(std::bit_ceil(std::size_t{entries_max} * 16 / 64 + 1)) {}

  Reason set(const SetList& change) {
    if (change.list > ListKind::allow || change.kind > TokenKind::recipient || change.token == 0) {
      return Reason::field_out_of_range;
    }
    const std::uint32_t known = find(change.list, change.kind, change.token);
    if (change.present && known == KeyIndex::none) {
      if (entries_.full()) return Reason::lists_full;
      const Slot<Entry> slot = entries_.take();
      const std::uint64_t hashed = hash(change.list, change.kind, change.token);
      entries_[slot] = {change.token, change.list, change.kind};
      index_.insert(hashed, slot.value);
      seen_[word_of(hashed)] |= bits_of(hashed);
      count(change.list, change.kind, 1);
    } else if (!change.present && known != KeyIndex::none) {
      index_.erase(hash(change.list, change.kind, change.token), known);
      entries_[Slot<Entry>{known}].token = 0;
      entries_.give({known});
      count(change.list, change.kind, -1);
    }
    return Reason::ok;
  }

  struct OnList {
    TokenKind kind{};
    Token token{};  // 0: none
  };
  // Returns: the first token of the order that is on `list`. Looks up only kinds that are listed.
  [[nodiscard]] OnList first_on(ListKind list, const OrderTokens& tokens) const {
    for (std::uint32_t kinds = kinds_[static_cast<std::size_t>(list)]; kinds != 0;
         kinds &= kinds - 1) {
      const auto kind = static_cast<std::uint32_t>(std::countr_zero(kinds));
      const Token token = tokens.*members[kind];
      if (token != 0 && find(list, static_cast<TokenKind>(kind), token) != KeyIndex::none)
        return {static_cast<TokenKind>(kind), token};
    }
    return {};
  }

  [[nodiscard]] bool names_any(ListKind list, const OrderTokens& tokens) const {
    return first_on(list, tokens).token != 0;
  }

  // Cold: all entries by (list, kind, token).
  [[nodiscard]] std::vector<Entry> sorted() const {
    std::vector<Entry> all;
    for (Slot<Entry> slot{1}; slot.value < entries_.fresh(); ++slot.value) {
      if (entries_[slot].token != 0) all.push_back(entries_[slot]);
    }
    std::sort(all.begin(), all.end());
    return all;
  }

  template <class Visit>
  friend void visit_pages(Lists& lists, Visit& visit) {
    visit_pages_of(visit, lists.entries_, lists.index_, lists.seen_);
  }

 private:
  static constexpr std::array<Token OrderTokens::*, enum_count<TokenKind>> members = {
      &OrderTokens::customer, &OrderTokens::device, &OrderTokens::card,
      &OrderTokens::address,  &OrderTokens::phone,  &OrderTokens::recipient};

  void count(ListKind list, TokenKind kind, int change) noexcept {
    const auto of_list = static_cast<std::size_t>(list);
    const auto of_kind = static_cast<std::size_t>(kind);
    std::uint32_t& entries = counts_[of_list * enum_count<TokenKind> + of_kind];
    entries += static_cast<std::uint32_t>(change);
    kinds_[of_list] &= ~(1U << of_kind);
    if (entries != 0) kinds_[of_list] |= 1U << of_kind;
  }
  static std::uint64_t hash(ListKind list, TokenKind kind, Token token) noexcept {
    return spread(token + (static_cast<std::uint64_t>(list) << 8) +
                  static_cast<std::uint64_t>(kind));
  }
  [[nodiscard]] std::size_t word_of(std::uint64_t hashed) const noexcept {
    return (hashed >> 6U) & (seen_.size() - 1);
  }
  static std::uint64_t bits_of(std::uint64_t hashed) noexcept {
    return std::uint64_t{1} << (hashed & 63U) | std::uint64_t{1} << (hashed >> 58U);
  }
  // Returns: the entry's slot, or none.
  [[nodiscard]] std::uint32_t find(ListKind list, TokenKind kind, Token token) const {
    const std::uint64_t hashed = hash(list, kind, token);
    if ((~seen_[word_of(hashed)] & bits_of(hashed)) != 0) return KeyIndex::none;
    return index_.find(hashed, [&](std::uint32_t slot) {
      const Entry& entry = entries_[Slot<Entry>{slot}];
      return entry.token == token && entry.list == list && entry.kind == kind;
    });
  }

  SlotPool<Entry> entries_;
  KeyIndex index_;
  // Two bits for each hash that was ever listed: nearly no token is, and these lie in the nearest
  // cache where the index does not. Bits of what was taken off stay, at the price of a look in
  // vain.
  PageArray<std::uint64_t> seen_;
  std::array<std::uint32_t, 2 * enum_count<TokenKind>> counts_{};
  std::array<std::uint32_t, 2> kinds_{};  // by list: kinds that have entries, as a bit mask
};

}  // namespace allot
