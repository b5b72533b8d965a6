#include "waiting/feeds.hpp"

#include "allot/types/check.hpp"

namespace allot {

void Feeds::set(ChannelId channel, FeedTells tells) {
  ALLOT_CHECK(has_room(channel));
  auto at = std::ranges::lower_bound(feeds_, channel, {}, &Feed::channel);
  if (at == feeds_.end() || at->channel != channel) {
    at =
        feeds_.insert(at, Feed{channel, FeedTells::nothing, {}, PageArray<ToldForSale>(skus_max_)});
  }
  open_ -= at->open() ? 1 : 0;
  at->tells = tells;
  at->picture = at->open() ? SkuId{1} : SkuId{};
  open_ += at->open() ? 1 : 0;
  if (!open()) {
    look_ = {};
    look_again_ = false;
  }
  count_pictures();
}

}  // namespace allot
