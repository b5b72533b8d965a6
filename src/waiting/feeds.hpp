// What each channel with a feed was told of what is for sale in it, and what it has to be told
// still (docs/rules.md §23).
//
// A figure follows from stock, from what is kept back, from the network of the channel and from
// who waits. Whoever changes one of these notes the SKU, or that it may be any; behind the step the
// figures of those SKUs are looked at, and of the others none. Nothing is noted while no channel
// has a feed.
//
// Threads: one at a time. Memory: what was told takes 16 bytes for each SKU and channel that ever
// had a feed, and is taken when that is opened first; the rest by the constructor.
#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "allot/messages/enums.hpp"
#include "allot/messages/limits.hpp"
#include "allot/types/ids.hpp"
#include "containers/bit_tree.hpp"
#include "containers/page_array.hpp"

namespace allot {

// SKUs of which something changed that figures follow from, in the step at hand.
class ChangedSkus {
 public:
  explicit ChangedSkus(std::uint32_t skus_max) : some_(std::size_t{skus_max} + 1) {}

  // Effects: from now on changes are noted, or none is.
  void listen(bool on) noexcept { on_ = on; }
  void note(SkuId sku) noexcept {
    if (on_) [[unlikely]]
      some_.add(sku.value);
  }
  void note_all() noexcept { all_ = on_; }

  // Returns: the first one that was noted, which is forgotten; none when there is none.
  [[nodiscard]] SkuId take() noexcept {
    if (some_.empty()) return {};
    const auto first = static_cast<std::uint32_t>(some_.first());
    some_.remove(first);
    return {first};
  }
  // Returns: whether it may be any, which is forgotten.
  [[nodiscard]] bool take_all() noexcept {
    const bool all = all_;
    all_ = false;
    return all;
  }

  template <class Visit>
  friend void visit_pages(ChangedSkus& changed, Visit& visit) {
    visit_pages_of(visit, changed.some_);
  }

 private:
  BitTree some_;
  bool all_{};
  bool on_{};
};

// What a channel was told last of a SKU.
struct ToldForSale {
  Sequence version{};  // of the step that told it; 0: nothing was told yet
  std::uint32_t units{};
  std::uint32_t unused{};

  [[nodiscard]] bool ever() const noexcept { return version != 0; }
};
static_assert(sizeof(ToldForSale) == 16);

struct Feed {
  ChannelId channel;
  FeedTells tells{};
  SkuId picture;  // the next that is told whatever was told before; none: no picture is under way
  PageArray<ToldForSale> told;  // by SKU

  [[nodiscard]] bool open() const noexcept { return tells != FeedTells::nothing; }
  // Returns: whether the picture that is under way will tell the SKU anyway.
  [[nodiscard]] bool pictures(SkuId sku) const noexcept {
    return picture.present() && sku >= picture;
  }
};

class Feeds {
 public:
  explicit Feeds(const Limits& limits)
      : skus_max_(limits.skus_max),
        feeds_max_(limits.feeds_max),
        differing_(std::size_t{limits.skus_max} + 1) {}

  // Returns: whether any channel is told anything.
  [[nodiscard]] bool open() const noexcept { return open_ != 0; }
  // By channel.
  [[nodiscard]] std::span<Feed> all() noexcept { return feeds_; }
  [[nodiscard]] std::span<const Feed> all() const noexcept { return feeds_; }
  // Returns: the feed that the channel has or had; null when it never had one.
  [[nodiscard]] const Feed* find(ChannelId channel) const noexcept {
    const auto at = std::ranges::lower_bound(feeds_, channel, {}, &Feed::channel);
    return at != feeds_.end() && at->channel == channel ? &*at : nullptr;
  }
  // Returns: whether the channel can have a feed: it has or had one, or there is room.
  [[nodiscard]] bool has_room(ChannelId channel) const noexcept {
    return feeds_.size() < feeds_max_ || find(channel) != nullptr;
  }
  // Requires: has_room(channel). Effects: the feed tells that from now on, and begins a picture if
  //           it is anything. Allocates where the channel never had one.
  void set(ChannelId channel, FeedTells tells);

  // The look at all SKUs: which is next, if one is under way.
  [[nodiscard]] SkuId look() const noexcept { return look_; }
  [[nodiscard]] bool looks_again() const noexcept { return look_again_; }
  // Effects: all SKUs are to be looked at. One look that is under way goes on first.
  void begin_look() noexcept {
    look_again_ = look_.present();
    if (!look_.present()) look_ = SkuId{1};
  }
  // Effects: the next SKU has been looked at.
  void look_on() noexcept { ++look_.value; }
  // Effects: the look has come to its end, and begins again where it has to.
  void end_look() noexcept {
    look_ = look_again_ ? SkuId{1} : SkuId{};
    look_again_ = false;
  }
  // Returns: whether the look has still to come to the SKU.
  [[nodiscard]] bool to_be_looked_at(SkuId sku) const noexcept {
    return look_.present() && (look_again_ || sku >= look_);
  }

  // Effects: some feed has to be told another figure of the SKU than it was told, or none.
  void differs(SkuId sku, bool so) noexcept { differing_.set(sku.value, so); }
  // Returns: the first SKU of which a feed has to be told, and to which no look has to come; none
  //          when there is none.
  [[nodiscard]] SkuId first_differing() const noexcept {
    if (differing_.empty()) return {};
    const SkuId first{static_cast<std::uint32_t>(differing_.first())};
    return to_be_looked_at(first) ? SkuId{} : first;
  }
  // Returns: whether there is something to be told still.
  [[nodiscard]] bool work_due() const noexcept {
    return open() && (look_.present() || pictures_ || first_differing().present());
  }
  // Effects: a picture was completed, or ended.
  void count_pictures() noexcept {
    pictures_ = std::ranges::any_of(feeds_, [](const Feed& f) { return f.picture.present(); });
  }

  template <class Visit>
  friend void visit_pages(Feeds& feeds, Visit& visit) {
    for (Feed& feed : feeds.feeds_) visit_pages(feed.told, visit);
    visit_pages_of(visit, feeds.differing_);
  }

 private:
  std::uint32_t skus_max_;
  std::uint32_t feeds_max_;
  std::uint32_t open_{};  // how many tell anything
  bool look_again_{};
  bool pictures_{};  // one is under way
  SkuId look_;
  std::vector<Feed> feeds_;
  BitTree differing_;
};

}  // namespace allot
