// What random runs do on the floor of a warehouse: release, pick, find nothing, answer.
#include "command_generator.hpp"
#include "generator/ranges.hpp"

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

Command CommandGenerator::draw_wave() {
  ReleaseWave wave;
  wave.command_key = new_key();
  wave.wave_key = fault() ? 0 : random_.below(40) + 1;
  if (random_.one_in(3)) wave.node = {id(profile_.nodes)};
  if (random_.one_in(4)) wave.zone = {id(profile_.zones)};
  if (random_.one_in(4)) wave.channel = {id(profile_.channels)};
  if (random_.one_in(4)) {
    wave.cutoff = random_.between(1, 5);  // as orders have to leave
  }
  if (random_.one_in(3)) wave.orders_max = random_.u32(1, 3);
  if (profile_.carriers != 0 && random_.one_in(2)) wave.carrier = {id(profile_.carriers)};
  if (fault()) wave.cutoff = random_.pick<TimeNs>({-1, ranges::time_max + 1});
  return wave;
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

// Into few parcels, so that one has much in it; mostly of what was picked.
Command CommandGenerator::draw_pack() {
  Pack pack;
  draw_picked(pack);
  if (const KnownGoods* picked = one_of(picked_); picked != nullptr) {
    pack.order_key = picked->key;
    pack.sku = picked->sku;
    pack.node = picked->node;
    if (random_.one_in(2)) pack.lot = 0;
    if (random_.one_in(2)) pack.quantity = 0;
  }
  if (random_.one_in(4)) pack.sku = {};
  if (!pack.sku.present() && !fault()) pack.lot = pack.quantity = 0;
  // A parcel lies at one node.
  pack.parcel_key = 1 + random_.below(3);
  if (!fault()) pack.parcel_key += 3 * pack.node.value;
  if (fault()) pack.parcel_key = 0;
  if (random_.one_in(2)) pack.weight_g = random_.u32(1, 30'000);
  return pack;
}

Command CommandGenerator::draw_ship_parcel() {
  ShipParcel ship;
  ship.command_key = new_key();
  ship.parcel_key = fault() ? 0 : 1 + random_.below(12);
  if (const KnownGoods* packed = one_of(packed_); packed != nullptr && !random_.one_in(4)) {
    ship.parcel_key = packed->return_key;
  }
  if (random_.one_in(2)) ship.tracking = random_.below(20);
  return ship;
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
