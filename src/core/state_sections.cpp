#include "core/state_sections.hpp"

#include <map>
#include <vector>

namespace allot {
namespace {

void put_lane_carriers(StateWriter& out, const Catalogue& catalogue) {
  const std::uint32_t nodes = catalogue.codes(IdKind::node).count();
  const std::uint32_t zones = catalogue.codes(IdKind::zone).count();
  const auto visit_named = [&](auto&& visit) {
    for (NodeId node{1}; node.value <= nodes; ++node.value) {
      for (ZoneId zone{1}; zone.value <= zones; ++zone.value) {
        const CarrierId carrier = catalogue.carrier(node, zone);
        if (carrier.present()) visit(node, zone, carrier);
      }
    }
  };
  std::uint64_t named = 0;
  visit_named([&named](NodeId, ZoneId, CarrierId) { ++named; });
  if (named != 0) out.section(81, named);
  visit_named([&out](NodeId node, ZoneId zone, CarrierId carrier) {
    out.put(node.value, zone.value, carrier.value);
  });
}

}  // namespace

void put_carriers(StateWriter& out, const Catalogue& catalogue, const Wave& wave) {
  const CodeTable& carriers = catalogue.codes(IdKind::carrier);
  if (carriers.count() == 0) return;
  out.section(80, carriers.count());
  for (std::uint32_t id = 1; id <= carriers.count(); ++id) out.put_code(carriers.code(id));
  put_lane_carriers(out, catalogue);
  if (!wave.asked().carrier.present()) return;
  out.section(82, 1);
  out.put(wave.asked().carrier.value);
}

void put_parcels(StateWriter& out, const Tables& tables) {
  std::map<Token, std::uint32_t> weights;
  for (const OrderSlot slot : tables.book.open_by_sequence()) {
    tables.floor.visit(tables.book[slot], [&](const FloorPart& part) {
      if (!part.packed()) return;
      const std::uint32_t weight_g = tables.floor.parcels().find(part.parcel)->weight_g;
      if (weight_g != 0) weights[part.parcel] = weight_g;
    });
  }
  if (!weights.empty()) out.section(83, weights.size());
  for (const auto& [parcel, weight_g] : weights) out.put(parcel, weight_g);
}

void put_wave(StateWriter& out, const Wave& wave) {
  if (!wave.runs()) return;
  out.section(55, wave.found());
  const ReleaseWave& asked = wave.asked();
  out.put(asked.wave_key, asked.node.value, asked.zone.value, asked.channel.value, asked.cutoff,
          asked.orders_max, wave.released(), wave.passed_over());
  wave.visit([&out](const Rank& rank) { out.put(rank.sequence); });
}

void put_feeds(StateWriter& out, const Feeds& feeds) {
  if (!feeds.all().empty()) out.section(62, feeds.all().size());
  for (const Feed& feed : feeds.all()) {
    out.put(feed.channel.value, feed.tells, feed.picture.value);
  }
  if (feeds.look().present()) {
    out.section(63, 1);
    out.put(feeds.look().value, static_cast<std::uint8_t>(feeds.looks_again() ? 1 : 0));
  }
  std::uint64_t told = 0;
  const auto visit_told = [&feeds](auto&& visit) {
    for (const Feed& feed : feeds.all()) {
      for (std::uint32_t sku = 1; sku <= feed.told.size(); ++sku) {
        if (feed.told[sku - 1].ever()) visit(feed.channel, sku, feed.told[sku - 1]);
      }
    }
  };
  visit_told([&told](ChannelId, std::uint32_t, const ToldForSale&) { ++told; });
  if (told != 0) out.section(64, told);
  visit_told([&out](ChannelId channel, std::uint32_t sku, const ToldForSale& of) {
    out.put(channel.value, sku, of.units, of.version);
  });
}

void put_gone(StateWriter& out, const OrderBook& book) {
  const Companions& companions = book.companions();
  const auto others_of = [&](OrderSlot slot) {
    return companions.moneys().others_of(companions.money(book[slot]));
  };
  std::vector<OrderSlot> slots = known_orders(book);
  std::erase_if(slots, [&](OrderSlot slot) { return others_of(slot) == 0; });
  const GoneOrders& gone = book.keys().gone();
  if (gone.empty() && slots.empty()) return;
  out.section(86, gone.count());
  gone.visit_oldest_first(
      [&out](const GoneOrder& one) {
        out.put(one.sequence, one.into_sequence, one.open, one.asked);
      });
  out.put(static_cast<std::uint32_t>(slots.size()));
  for (const OrderSlot slot : slots) {
    const MoneySlot money = companions.money(book[slot]);
    out.put(book[slot].sequence, others_of(slot), companions.moneys()[money].others_since);
  }
}

void put_newest_forgotten(StateWriter& out, const Stubs& stubs) {
  if (stubs.newest_forgotten() == 0) return;
  out.section(76, 1);
  out.put(stubs.newest_forgotten());
}

}  // namespace allot
