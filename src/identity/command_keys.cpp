#include "identity/command_keys.hpp"

#include <bit>

#include "allot/types/check.hpp"

namespace allot {

CommandKeys::CommandKeys(std::uint32_t keys_max)
    : keys_max_(keys_max),
      ring_(std::bit_ceil(std::size_t{keys_max})),
      mask_(ring_.size() - 1),
      index_(keys_max) {}

const CommandKeys::Entry* CommandKeys::find(const CommandKey& key, std::uint64_t hash) const {
  const std::uint64_t position =
      index_.find(hash, next_, [&](std::uint32_t at) { return ring_[at & mask_].key == key; });
  return position == FifoIndex::none ? nullptr : &ring_[position & mask_];
}

void CommandKeys::remember(const Entry& entry, std::uint64_t hash) {
  ALLOT_CHECK(entry.key.present());
  ALLOT_CHECK(newest_ < entry.sequence);
  newest_ = entry.sequence;
  ring_[next_ & mask_] = entry;
  index_.add(hash, next_);
  if (count_ < keys_max_) ++count_;
  ++next_;
}

}  // namespace allot
