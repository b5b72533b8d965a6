// One feature: the keys that it knows, and what it remembers of each.
//
// A key that was not fed for a whole window is forgotten: it says what a key says that was never
// fed, from that instant on, whether its cell has been given back yet or not. When as many keys
// are known as can be, a new one takes the place of the one that is idle longest; what was fed at
// one time is told apart by the order of the feeds. This is an eviction, and it is told.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>

#include "features/blocks.hpp"
#include "features/cells.hpp"
#include "features/declaration.hpp"
#include "features/event.hpp"
#include "features/idle_order.hpp"
#include "features/states.hpp"

namespace allot {

// How a feature remembers.
enum class FeatureShape : std::uint8_t {
  recent_events,
  recent_amounts,
  count_buckets,
  sum_buckets,
  recent_tokens,
  first_event,
};
[[nodiscard]] FeatureShape shape_of(const FeatureDeclaration& declaration) noexcept;
// Returns: how many words the feature remembers of a key.
[[nodiscard]] std::size_t words_of(const FeatureDeclaration& declaration) noexcept;

class FeatureKeys {
 public:
  static constexpr std::uint32_t none = FeatureCells::none;

  // `position`: in its set, from 1; by it cells are told apart.
  FeatureKeys(const FeatureDeclaration& declaration, std::uint8_t position);

  [[nodiscard]] const FeatureDeclaration& declaration() const noexcept { return declaration_; }

  [[gnu::always_inline]] void prefetch(const FeatureCells& cells, Token key) const noexcept {
    cells.prefetch(position_, key);
  }
  // Prefetches what the key's cell leads to. To be called when what prefetch() asked for has come.
  [[gnu::always_inline]] void prefetch_rest(const FeatureCells& cells, Token key) const noexcept {
    const std::uint32_t at = cells.find(position_, key);
    if (at == none) return;
    order_.prefetch(cells[at].place);
    if (has_blocks_) blocks_.prefetch(cells[at].block);
  }

  // Returns: what is known of the key at `now`.
  [[nodiscard]] FeatureValue read(const FeatureCells& cells, Token key, TimeNs now) const noexcept;
  // Returns: the first instant from which on the value is below `threshold`, if nothing is fed
  //          until then; `now` if it is already, 0 where that is not remembered (sums, what is
  //          counted in steps, ages, thresholds above the cap).
  [[nodiscard]] TimeNs below_at(const FeatureCells& cells, Token key, TimeNs now,
                                std::uint32_t threshold) const noexcept;

  // Effects: the event counts for the key, if it feeds the feature. What is wanted is written to
  //          `value`, if there is one: as it was before for a feature that is declared `prior`.
  // Returns: whether another key was forgotten for it, which then is `evicted`.
  // Requires: nothing was observed later than `now`; amounts are not below 0.
  bool observe(FeatureCells& cells, Token key, TimeNs now, const FeatureEvent& event,
               FeatureValue* value, FeatureEviction& evicted);
  // Effects: gives the cells of up to `most` keys back that are idle for a whole window.
  // Returns: of how many.
  std::uint32_t forget_idle(FeatureCells& cells, TimeNs now, std::uint32_t most);

  // How many cells are taken, with those of idle keys that have not been given back yet.
  [[nodiscard]] std::uint32_t count() const noexcept { return order_.count(); }
  [[nodiscard]] std::uint64_t evictions() const noexcept { return evictions_; }
  // When the key was fed last that was evicted last; the least time while none was.
  [[nodiscard]] TimeNs lost_until() const noexcept { return lost_until_; }
  // Whether events of the cell's key, or of a key without one, may be lost that would count.
  [[nodiscard]] bool is_partial(const FeatureCell* cell, TimeNs since) const noexcept {
    if (cell == nullptr) return lost_until_ > since;
    return cell->lacking != 0 && (shape_ == FeatureShape::first_event || lost_until_ > since);
  }
  // Visits the keys that are not idle for a window, the one that is idle longest first.
  template <class Visit>
  void visit_known(const FeatureCells& cells, TimeNs now, Visit&& visit) const {
    order_.visit([&](std::uint32_t at) {
      const FeatureCell& cell = cells[at];
      if (cell.last() > now - declaration_.window_ns) {
        visit(FeatureWords(cell, blocks_[cell.block]));
      }
    });
  }

  [[nodiscard]] std::size_t bytes() const noexcept { return order_.bytes() + blocks_.bytes(); }
  template <class Visit>
  friend void visit_pages(FeatureKeys& keys, Visit& visit) {
    visit_pages_of(visit, keys.order_, keys.blocks_);
  }

 private:
  // Idle keys that are given back for each key that is fed: more than can come, so that they do
  // not pile up.
  static constexpr std::uint32_t idle_per_feed = 2;

  template <FeatureShape shape>
  [[nodiscard]] FeatureValue read_as(const FeatureCells& cells, std::uint32_t at,
                                     TimeNs now) const noexcept;
  template <FeatureShape shape>
  bool observe_as(FeatureCells& cells, Token key, TimeNs now, const FeatureEvent& event,
                  FeatureValue* value, FeatureEviction& evicted);
  FeatureEviction evict_oldest(FeatureCells& cells, TimeNs since);
  void forget(FeatureCells& cells, std::uint32_t at) noexcept;

  FeatureDeclaration declaration_;
  std::uint8_t position_;
  FeatureShape shape_;
  bool has_blocks_;
  IdleOrder order_;
  FeatureBlocks blocks_;
  TimeNs idle_from_{};  // before it no key is idle for a window
  TimeNs lost_until_{std::numeric_limits<TimeNs>::min()};
  std::uint64_t evictions_{};
};

}  // namespace allot
