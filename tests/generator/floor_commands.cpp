// What random runs do on the floor of a warehouse: release, pick, find nothing, answer.
#include "command_generator.hpp"

namespace allot::generator {

// Mostly of an order that has something.
Command CommandGenerator::draw_release() {
  ReleaseOrder release;
  release.command_key = new_key();
  release.order_key = known_order_key();
  if (const KnownGoods* taken = one_of(taken_); taken != nullptr) {
    release.order_key = taken->key;
    if (random_.one_in(3)) release.node = taken->node;
  }
  if (random_.one_in(12)) release.node = {id(profile_.nodes)};
  return release;
}

// Mostly of what was released; of what is only held, of a lot, or more than there is, now and then.
template <class C>
void CommandGenerator::draw_picked(C& command) {
  command.command_key = new_key();
  command.order_key = known_order_key();
  command.sku = {id(profile_.skus)};
  command.node = {id(profile_.nodes)};
  const KnownGoods* goods = one_of(random_.one_in(3) ? taken_ : released_);
  if (goods != nullptr) {
    command.order_key = goods->key;
    command.sku = goods->sku;
    if (!random_.one_in(6)) command.node = goods->node;
    if (random_.one_in(4)) command.lot = goods->lot;
  }
  if (random_.one_in(8)) command.lot = random_.below(profile_.lots);
  if (random_.one_in(2)) command.quantity = random_.u32(1, profile_.order_quantity_max);
  if (fault()) command.lot = 7;
  if (fault()) command.quantity = random_.pick<std::uint32_t>({2'147'483'647, 2'147'483'648U});
}

Command CommandGenerator::draw_pick() {
  Pick pick;
  draw_picked(pick);
  return pick;
}

Command CommandGenerator::draw_short_pick() {
  ShortPick pick;
  draw_picked(pick);
  if (random_.one_in(2)) pick.why = ShortPickCause::damaged;
  if (fault()) pick.why = static_cast<ShortPickCause>(2 + random_.below(254));
  return pick;
}

Command CommandGenerator::draw_answer() {
  AnswerCancel answer;
  answer.command_key = new_key();
  answer.order_key = known_order_key();
  if (const KnownGoods* asked = one_of(asked_); asked != nullptr) answer.order_key = asked->key;
  if (random_.one_in(2)) answer.node = {id(profile_.nodes)};
  if (!random_.one_in(4)) answer.answer = CancelAnswer::agreed;
  if (fault()) answer.answer = static_cast<CancelAnswer>(2 + random_.below(254));
  return answer;
}

}  // namespace allot::generator
