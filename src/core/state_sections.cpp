#include "core/state_sections.hpp"

namespace allot {

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

}  // namespace allot
