#include "identity/command_keys.hpp"

namespace allot {

const CommandKeys::Entry* CommandKeys::find(const CommandKey& key) const {
  const std::uint32_t slot =
      index_.find(spread(key), [&](std::uint32_t i) { return ring_[i].key == key; });
  return slot == KeyIndex::none ? nullptr : &ring_[slot];
}

void CommandKeys::remember(const Entry& entry) {
  if (count_ == ring_.size()) {
    index_.erase(spread(ring_[next_].key), next_);
  } else {
    ++count_;
  }
  ring_[next_] = entry;
  index_.insert(spread(entry.key), next_);
  next_ = next_ + 1 == ring_.size() ? 0 : next_ + 1;
}

}  // namespace allot
