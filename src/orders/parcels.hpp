// Parcels in which anything lies: what each weighs, and which orders have units in it
// (docs/rules.md §21). One of which nothing is left is forgotten.
//
// Threads: one at a time. Memory: fixed by the constructor, touched as far as it was used.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>

#include "allot/messages/limits.hpp"
#include "allot/messages/limits_rules.hpp"
#include "allot/types/check.hpp"
#include "allot/types/ids.hpp"
#include "containers/key_index.hpp"
#include "containers/slot_pool.hpp"

namespace allot {

struct alignas(16) Parcel {
  // An order with units in it, and by how many pairs of a line and a lot.
  struct Member {
    OrderKey order;
    std::uint32_t parts{};
  };

  Token key{};
  std::uint32_t weight_g{};  // as it was told last; 0: never
  NodeId node;               // where it lies
  std::uint32_t count{};
  std::array<Member, orders_per_parcel_max> orders;

  [[nodiscard]] std::span<const Member> members() const noexcept {
    return std::span(orders).first(count);
  }
  [[nodiscard]] bool has(const OrderKey& order) const noexcept {
    const auto is_it = [&order](const Member& member) { return member.order == order; };
    return std::ranges::any_of(members(), is_it);
  }
};
using ParcelSlot = Slot<Parcel>;

class Parcels {
 public:
  explicit Parcels(const Limits& limits)
      : orders_max_(orders_per_parcel(limits)),
        lines_max_(limits.lines_per_order_max),
        parcels_(limits.parcels_max),
        by_key_(limits.parcels_max) {}

  [[nodiscard]] std::uint32_t count() const noexcept { return parcels_.used(); }
  [[nodiscard]] bool full() const noexcept { return parcels_.full(); }
  // Returns: whether so many orders, with so many lines together, may have units in one.
  [[nodiscard]] bool have_room(std::uint32_t orders, std::uint32_t lines) const noexcept {
    return orders <= 1 || (orders <= orders_max_ && lines <= lines_max_);
  }
  // Returns: none when nothing lies in it.
  [[nodiscard]] const Parcel* find(Token key) const noexcept {
    const ParcelSlot slot = slot_of(key);
    return slot.present() ? &parcels_[slot] : nullptr;
  }

  // Effects: one part more of the order lies in it. Requires: it has it already, or has room for
  //          one order more; it lies at that node, or nothing lies in it and they are not full.
  void add(Token key, NodeId node, const OrderKey& order) {
    ParcelSlot slot = slot_of(key);
    if (!slot.present()) {
      slot = parcels_.take();
      parcels_[slot].key = key;
      parcels_[slot].node = node;
      by_key_.insert(spread(key), slot.value);
    }
    Parcel& parcel = parcels_[slot];
    Parcel::Member& member = of(parcel, order);
    if (member.parts == 0) {
      member.order = order;
      ++parcel.count;
    }
    ++member.parts;
  }
  // Effects: one part less. Requires: it has it.
  void drop(Token key, const OrderKey& order) {
    const ParcelSlot slot = slot_of(key);
    Parcel& parcel = parcels_[slot];
    Parcel::Member& member = of(parcel, order);
    if (--member.parts != 0) return;
    member = parcel.orders[--parcel.count];
    parcel.orders[parcel.count] = {};
    if (parcel.count != 0) return;
    by_key_.erase(spread(key), slot.value);
    parcels_.give(slot);
  }
  // Effects: it weighs so much, if anything lies in it.
  void weigh(Token key, std::uint32_t weight_g) {
    const ParcelSlot slot = slot_of(key);
    if (slot.present()) parcels_[slot].weight_g = weight_g;
  }

  template <class Visit>
  friend void visit_pages(Parcels& parcels, Visit& visit) {
    visit_pages_of(visit, parcels.parcels_, parcels.by_key_);
  }

 private:
  [[nodiscard]] ParcelSlot slot_of(Token key) const noexcept {
    const std::uint32_t found = by_key_.find(
        spread(key), [&](std::uint32_t slot) { return parcels_[ParcelSlot{slot}].key == key; });
    return {found == KeyIndex::none ? 0 : found};
  }
  // Returns: the order's place in it, or the first that is free.
  [[nodiscard]] static Parcel::Member& of(Parcel& parcel, const OrderKey& order) {
    std::uint32_t at = 0;
    while (at < parcel.count && parcel.orders[at].order != order) ++at;
    ALLOT_CHECK(at < parcel.orders.size());
    return parcel.orders[at];
  }

  std::uint32_t orders_max_;
  std::uint32_t lines_max_;
  SlotPool<Parcel> parcels_;
  KeyIndex by_key_;
};

}  // namespace allot
