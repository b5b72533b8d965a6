// What random runs change of orders that go on.
#include "command_generator.hpp"

namespace allot::generator {

// Mostly of an order that goes on, and of a SKU of its, as far as events have told them.
Command CommandGenerator::draw_cancel_line() {
  CancelLine cancel;
  cancel.command_key = new_key();
  const KnownOrder* order = some_order([](const KnownOrder& one) { return !one.ended; });
  cancel.order_key = order != nullptr ? order->key : known_order_key();
  cancel.sku = {id(profile_.skus)};
  if (!random_.one_in(3)) cancel.quantity = random_.u32(1, profile_.order_quantity_max);
  if (random_.one_in(3)) cancel.node = {id(profile_.nodes)};
  if (const KnownGoods* line = one_of(taken_); line != nullptr) {
    cancel.order_key = line->key;
    cancel.sku = line->sku;
    if (random_.one_in(3)) cancel.node = line->node;
    if (random_.one_in(2)) cancel.quantity = random_.u32(1, line->quantity);
  }
  if (order != nullptr && random_.one_in(4)) cancel.version = order->version;
  if (fault()) cancel.version = random_.u32(1, 9);
  if (fault()) cancel.quantity = random_.pick<std::uint32_t>({2'147'483'647, 2'147'483'648U});
  return cancel;
}

}  // namespace allot::generator
