#include "orders/order_keys.hpp"

namespace allot {

// Of the stubs before it, those that have been here long enough go two at a time, so that they get
// fewer and one step has little to do.
void OrderKeys::retire(OrderSlot slot, TimeNs now) {
  const Order& order = orders_[slot];
  if (!stubs_.kept()) return index_.erase(spread(order.key), slot.value);
  for (int gone = 0; gone < 2 && stubs_.oldest_may_go(now); ++gone) drop_oldest_stub();
  if (stubs_.full()) drop_oldest_stub();
  const std::uint32_t place = stubs_.add({.key = order.key,
                                          .sequence = order.sequence,
                                          .value = order.value,
                                          .retired_at = now,
                                          .second = order.origin.second,
                                          .status = order.status,
                                          .payment = order.payment,
                                          .imported = order.imported});
  index_.replace(spread(order.key), slot.value, first_stub_ + place);
}

void OrderKeys::drop_oldest_stub() {
  const std::uint32_t place = stubs_.oldest();
  index_.erase(spread(stubs_[place].key), first_stub_ + place);
  stubs_.drop_oldest();
}

}  // namespace allot
