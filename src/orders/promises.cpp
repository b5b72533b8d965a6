#include "orders/promises.hpp"

#include <algorithm>

namespace allot {

PromiseSlot Promises::first_of(const OrderKey& key) const {
  const std::uint32_t slot = by_order_.find(
      spread(key), [&](std::uint32_t at) { return promises_[PromiseSlot{at}].key == key; });
  return slot == KeyIndex::none ? PromiseSlot{} : PromiseSlot{slot};
}

PromiseSlot Promises::find(const OrderKey& key, ServiceKind kind, SkuId sku) const {
  PromiseSlot slot = first_of(key);
  while (slot.present() && (promises_[slot].kind != kind || promises_[slot].sku != sku)) {
    slot = promises_[slot].next;
  }
  return slot;
}

void Promises::add(const Promise& promise) {
  const PromiseSlot first = first_of(promise.key);
  const PromiseSlot slot = promises_.take();
  Promise& added = promises_[slot];
  added = promise;
  added.number = ++begun_;
  added.next = {};
  if (first.present()) {
    added.next = promises_[first].next;
    promises_[first].next = slot;
  } else {
    by_order_.insert(spread(added.key), slot.value);
  }
  if (!added.breached) start_timer(slot);
}

void Promises::remove(PromiseSlot slot) {
  Promise& gone = promises_[slot];
  const PromiseSlot first = first_of(gone.key);
  if (first != slot) {
    PromiseSlot before = first;
    while (promises_[before].next != slot) before = promises_[before].next;
    promises_[before].next = gone.next;
  } else if (gone.next.present()) {
    by_order_.replace(spread(gone.key), slot.value, gone.next.value);
  } else {
    by_order_.erase(spread(gone.key), slot.value);
  }
  if (!gone.breached) timers_.remove(gone.place, moved());
  gone.number = 0;
  promises_.give(slot);
}

// Among those of one time the one that began first, and so the one of the earlier step.
void Promises::start_timer(PromiseSlot slot) {
  const Promise& promise = promises_[slot];
  timers_.insert({promise.timer(), promise.number, OrderSlot{slot.value}}, moved());
}

void Promises::warn(PromiseSlot slot) {
  timers_.remove(promises_[slot].place, moved());
  promises_[slot].warned = true;
  promises_[slot].warn_at = 0;
  start_timer(slot);
}

void Promises::breach(PromiseSlot slot) {
  timers_.remove(promises_[slot].place, moved());
  promises_[slot].warn_at = 0;
  promises_[slot].breached = true;
}

std::vector<Promise> Promises::sorted() const {
  std::vector<Promise> all;
  for (PromiseSlot slot{1}; slot.value < promises_.fresh(); ++slot.value) {
    if (promises_[slot].number != 0) all.push_back(promises_[slot]);
  }
  std::ranges::sort(all, {}, &Promise::number);
  return all;
}

}  // namespace allot
