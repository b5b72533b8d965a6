// Tells channels with a feed what is for sale in them (docs/rules.md §23). Done behind each step
// while there is such a channel, so that no decision depends on it.
#pragma once

#include <cstdint>

#include "allocation/tables.hpp"
#include "catalogue/decision.hpp"

namespace allot {

// Returns: of so many units of the SKU that a channel may sell, those that are not claimed for
//          lines that wait.
[[nodiscard]] UnitSum unclaimed(const Tables& tables, const Channel& channel, SkuId sku,
                                UnitSum units);

// Returns: what is for sale of the SKU in the channel, out of all nodes of its network: what one
//          order could have there, if a lane led from each of them.
[[nodiscard]] UnitSum for_sale(const Tables& tables, const Channel& channel, SkuId sku);

class Telling {
 public:
  explicit Telling(Tables& tables) noexcept : t_(tables) {}

  Decision set(const SetFeed& command);
  // Requires: some feed is open, and the step has done all its work.
  [[gnu::noinline]] void end_step();

 private:
  // What is told of a SKU: the greatest that an event can say is left for none.
  [[nodiscard]] std::uint32_t figure(const Feed& feed, SkuId sku) const;
  [[nodiscard]] static bool has_to_be_told(const Feed& feed, SkuId sku, std::uint32_t figure);
  [[nodiscard]] bool has_to_be_told(SkuId sku) const;
  void look_at_changed();
  void look_at(SkuId sku);
  // Returns: whether no feed has to be told of the SKU any more.
  [[nodiscard]] bool tell(SkuId sku);
  void tell(Feed& feed, SkuId sku, std::uint32_t figure);
  void tell_differing();
  void look_on();
  void tell_pictures();
  void tell_picture(Feed& feed);
  [[nodiscard]] SkuId last_sku() const noexcept {
    return SkuId{t_.catalogue.codes(IdKind::sku).count()};
  }

  Tables& t_;
  std::uint64_t left_{};  // events that this step may still make
};

}  // namespace allot
