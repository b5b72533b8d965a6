#include "core/identity_codec.hpp"

#include <vector>

namespace allot {

void put_numbers(StateWriter& out, const Tables& tables) {
  const OrderBook& book = tables.book;
  std::vector<OrderSlot> slots = known_orders(book);
  std::erase_if(slots, [&book](OrderSlot slot) { return !book[slot].numbered; });
  if (slots.empty()) return;
  out.section(21, slots.size());
  for (const OrderSlot slot : slots) {
    out.put(book[slot].sequence);
    out.put_text(tables.numbers.of(book[slot], slot));
  }
}

void put_own_holds(StateWriter& out, const Tables& tables) {
  const Catalogue& catalogue = tables.catalogue;
  const auto says = [&catalogue](ChannelId id) {
    const DefineChannel& settings = catalogue.channel(id).settings;
    return settings.own_hold != OwnHold::ignored || settings.own_hold_per != TokenKind::customer ||
           settings.own_hold_ttl_ns != 0;
  };
  std::vector<ChannelId> channels;
  for (ChannelId id{1}; catalogue.known(id); ++id.value) {
    if (says(id)) channels.push_back(id);
  }
  if (!channels.empty()) out.section(66, channels.size());
  for (const ChannelId id : channels) {
    const DefineChannel& settings = catalogue.channel(id).settings;
    out.put(id.value, settings.own_hold, settings.own_hold_per, settings.own_hold_ttl_ns);
  }
  const Companions& companions = tables.book.companions();
  std::vector<OrderSlot> slots = known_orders(tables.book);
  std::erase_if(slots,
                [&](OrderSlot slot) { return !own_of(companions, tables.book[slot]).present(); });
  if (slots.empty()) return;
  out.section(67, slots.size());
  for (const OrderSlot slot : slots) {
    const OwnOrder& own = companions.moneys().own()[own_of(companions, tables.book[slot])];
    out.put(tables.book[slot].sequence, own.whose.kind, own.whose.token, own.since);
  }
}

}  // namespace allot
