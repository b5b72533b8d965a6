#include "driver/ring_source.hpp"

namespace allot {

void OpenRings::refresh() noexcept {
  const std::uint64_t generation = producers_->generation();
  if (generation != generation_) {
    generation_ = generation;
    producers_->copy_to(slots_);
    first_ = 0;
  }
  for (const auto& slot : slots_) slot->ring.refresh();
}

bool OpenRings::any_waiting() const noexcept {
  return std::ranges::any_of(slots_, [](const auto& slot) { return slot->ring.used_bytes() != 0; });
}

void OpenRings::drop_closed() noexcept {
  for (const auto& slot : slots_) {
    // Closed is read first: nothing is put into the ring of a closed slot.
    if (!slot->closed() || slot->has_pending()) continue;
    slot->ring.refresh();
    if (slot->ring.used_bytes() == 0) producers_->remove(slot.get());
  }
}

}  // namespace allot
