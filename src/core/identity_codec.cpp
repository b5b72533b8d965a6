#include "core/identity_codec.hpp"

#include <algorithm>
#include <tuple>
#include <utility>
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

void put_margins(StateWriter& out, const Tables& tables, TimeNs now) {
  const Catalogue& catalogue = tables.catalogue;
  std::vector<ChannelId> channels;
  for (ChannelId id{1}; catalogue.known(id); ++id.value) {
    if (catalogue.channel(id).settings.expiry_margin_ns != 0) channels.push_back(id);
  }
  if (!channels.empty()) out.section(84, channels.size());
  for (const ChannelId id : channels) {
    out.put(id.value, catalogue.channel(id).settings.expiry_margin_ns);
  }
  std::vector<std::pair<TimeNs, LotEnd>> due;
  tables.stock.margin_ends().visit([&due, now](TimeNs margin, const LotEnd& end) {
    if (end.time - margin <= now) due.push_back({margin, end});
  });
  if (due.empty()) return;
  std::ranges::sort(due, {}, [](const std::pair<TimeNs, LotEnd>& each) {
    return std::tuple(each.second.time - each.first, each.second.sequence);
  });
  out.section(85, due.size());
  for (const auto& [margin, end] : due) {
    const Lot& lot = tables.stock.lot(end.lot);
    out.put(margin, lot.sku.value, lot.node.value, lot.code);
  }
}

}  // namespace allot
