#include "orders/order_keys.hpp"

namespace allot {

// Of the stubs before it, those that have been here long enough go two at a time, so that they get
// fewer and one step has little to do.
inline void OrderKeys::make_room(TimeNs now) {
  for (int gone = 0; gone < 2 && stubs_.oldest_may_go(now); ++gone) drop_oldest_stub();
  if (stubs_.full()) drop_oldest_stub();
}

inline std::uint32_t OrderKeys::add_stub(const Order& order, TimeNs now) {
  return stubs_.add({.key = order.key,
                     .sequence = order.sequence,
                     .value = order.value,
                     .retired_at = now,
                     .second = order.origin.second,
                     .status = order.status,
                     .payment = order.payment,
                     .imported = order.imported,
                     .went = false});
}

void OrderKeys::retire(OrderSlot slot, TimeNs now) {
  const Order& order = orders_[slot];
  if (!stubs_.kept()) return index_.erase(spread(order.key), slot.value);
  make_room(now);
  index_.replace(spread(order.key), slot.value, first_stub_ + add_stub(order, now));
}

void OrderKeys::go(OrderSlot slot, OrderSlot into, const GoneMoney& money) {
  const Order& order = orders_[slot];
  const std::uint32_t place = gone_.add({.key = order.key,
                                         .into = orders_[into].key,
                                         .sequence = order.sequence,
                                         .into_sequence = orders_[into].sequence,
                                         .open = money.open,
                                         .asked = money.asked,
                                         .slot = slot,
                                         .stub = 0,
                                         .second = money.since});
  index_.replace(spread(order.key), slot.value, first_gone_ + place);
}

// The order that is retired first of those that went is the one that went first, since each was
// closed when it went; and its stub is the first of theirs.
void OrderKeys::retire_gone(OrderSlot slot, TimeNs now) {
  const Order& order = orders_[slot];
  if (!stubs_.kept()) {
    ALLOT_CHECK(gone_[gone_.oldest()].slot == slot);
    index_.erase(spread(order.key), first_gone_ + gone_.oldest());
    return gone_.drop_oldest();
  }
  make_room(now);
  const std::uint32_t place = add_stub(order, now);
  stubs_.mark_gone(place);
  GoneOrder& gone = gone_.change(*find_gone(order.key));
  ALLOT_CHECK(gone.slot == slot);
  gone.slot = {};
  gone.stub = place;
}

void OrderKeys::drop_oldest_stub() {
  const std::uint32_t place = stubs_.oldest();
  const Stub& stub = stubs_[place];
  if (stub.went) [[unlikely]] {
    ALLOT_CHECK(!gone_.empty() && gone_[gone_.oldest()].stub == place);
    index_.erase(spread(stub.key), first_gone_ + gone_.oldest());
    gone_.drop_oldest();
  } else {
    index_.erase(spread(stub.key), first_stub_ + place);
  }
  stubs_.drop_oldest();
}

}  // namespace allot
