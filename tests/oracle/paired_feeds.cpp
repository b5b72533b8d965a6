// What a host that reads the events of feeds believes to be for sale, against what is.
#include <algorithm>
#include <string>

#include "paired_run.hpp"

namespace allot::oracle {
namespace {

std::string of(std::uint32_t sku, std::uint32_t channel) {
  return " of SKU " + std::to_string(sku) + " in channel " + std::to_string(channel);
}

}  // namespace

// Effects: the host takes in what was told. Returns: what no host should have been told.
std::string Pair::read_feeds() {
  std::string text;
  std::map<std::pair<std::uint32_t, std::uint32_t>, int> told;
  for (const Event& event : expected_) {
    const bool ends = event.type == EventType::sold_out || event.type == EventType::back_in_stock;
    if (event.type != EventType::for_sale && !ends) continue;
    const std::pair pair{event.node, event.sku};
    const auto before = believed_.find(pair);
    const bool crosses =
        before != believed_.end() && (before->second.units == 0) != (event.quantity == 0);
    if (crosses != ends || (event.type == EventType::sold_out) != (ends && event.quantity == 0)) {
      text += "  a feed tells wrongly what is sold out or back" + of(event.sku, event.node) + '\n';
    }
    if (before != believed_.end() && before->second.sequence > event.sequence) {
      text += "  a feed tells an older version" + of(event.sku, event.node) + '\n';
    }
    if (ends && ++told[pair] > 1) {
      text += "  a feed tells one crossing twice" + of(event.sku, event.node) + '\n';
    }
    believed_[pair] = {event.quantity, event.sequence};
  }
  return text;
}

// Whenever nothing is left to be told, what the host believes is what one order could have.
std::string Pair::compare_feeds() const {
  const State& state = naive_.state();
  std::string text;
  if (core_.find_feeds().size() != state.feeds.size()) text += "  find_feeds\n";
  for (const FeedInspection& seen : core_.find_feeds()) {
    const auto feed = state.feeds.find(seen.channel.value);
    if (feed == state.feeds.end() || feed->second.tells != seen.tells ||
        (feed->second.picture != 0) != seen.pictures) {
      text += "  find_feeds, channel " + std::to_string(seen.channel.value) + '\n';
    }
  }
  const bool all_told = !naive_.work_due(state.now);
  for (const auto& [channel, feed] : state.feeds) {
    for (std::uint32_t sku = 1; sku <= state.skus.size(); ++sku) {
      const auto known = believed_.find({channel, sku});
      const auto seen = core_.find_told({channel}, {sku});
      const bool same = known == believed_.end()
                            ? !seen
                            : seen && std::cmp_equal(seen->for_sale, known->second.units) &&
                                  seen->version == known->second.sequence && seen->sku.value == sku;
      if (!same) text += "  find_told" + of(sku, channel) + '\n';
      if (!all_told || feed.tells == FeedTells::nothing) continue;
      const std::int64_t believes = known == believed_.end() ? 0 : known->second.units;
      const auto is = static_cast<std::int64_t>(
          std::min<std::uint64_t>(naive_.can_have(sku, channel, 0), 4'294'967'294));
      const bool holds =
          feed.tells == FeedTells::figures ? believes == is : (believes == 0) == (is == 0);
      if (holds) continue;
      text += "  a host believes that " + std::to_string(believes) + " are for sale" +
              of(sku, channel) + ", and " + std::to_string(is) + " are\n";
    }
  }
  return text;
}

}  // namespace allot::oracle
