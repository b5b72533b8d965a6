#include "risk/attempts.hpp"

#include <algorithm>

namespace allot {
namespace {

constexpr std::size_t words_per_line = 8;
constexpr std::size_t header_words = 2;

}  // namespace

Attempts::Attempts(std::uint32_t attempts_max, std::uint32_t depth)
    : depth_(depth),
      stride_((header_words + depth + words_per_line - 1) / words_per_line * words_per_line),
      records_(stride_ * attempts_max),
      queue_(attempts_max),
      index_(attempts_max) {}

Attempts::Header& Attempts::header(std::uint32_t record) noexcept {
  return *reinterpret_cast<Header*>(&records_[record * stride_]);
}
const Attempts::Header& Attempts::header(std::uint32_t record) const noexcept {
  return *reinterpret_cast<const Header*>(&records_[record * stride_]);
}
std::int64_t* Attempts::times(Header& known) noexcept {
  return reinterpret_cast<std::int64_t*>(&known) + header_words;
}
const std::int64_t* Attempts::times(const Header& known) noexcept {
  return reinterpret_cast<const std::int64_t*>(&known) + header_words;
}

std::uint32_t Attempts::record_of(std::uint64_t hash, Token customer) const {
  return index_.find(hash,
                     [&](std::uint32_t record) { return header(record).customer == customer; });
}

std::uint32_t Attempts::take_record(std::uint64_t hash, Token customer) {
  std::uint32_t record = free_;
  if (record != KeyIndex::none) {
    free_ = header(record).newest;
  } else {
    record = fresh_++;
  }
  header(record) = {customer, 0, 0};
  index_.insert(hash, record);
  return record;
}

bool Attempts::at_least(const Header& known, std::uint32_t count, TimeNs since) const {
  if (known.remembered < count) return false;
  const std::uint32_t back = count - 1;
  const std::uint32_t at =
      known.newest >= back ? known.newest - back : known.newest + depth_ - back;
  return times(known)[at] > since;
}

std::uint32_t Attempts::count_since(Token customer, TimeNs since) const {
  const std::uint32_t record = record_of(spread(customer), customer);
  if (record == KeyIndex::none) return 0;
  std::uint32_t count = 0;
  while (count < depth_ && at_least(header(record), count + 1, since)) ++count;
  return count;
}

Attempts::Fed Attempts::feed(Token customer, TimeNs now, TimeNs since, std::uint32_t count) {
  if (forget_oldest(since)) forget_oldest(since);
  const std::uint64_t hash = spread(customer);
  std::uint32_t record = record_of(hash, customer);
  Header* known = record != KeyIndex::none ? &header(record) : nullptr;
  const Fed fed{.exceeded = known != nullptr && at_least(*known, count, since),
                .counted = count_ < queue_.size()};
  if (!fed.counted) return fed;
  if (known == nullptr) {
    record = take_record(hash, customer);
    known = &header(record);
  }
  known->newest = known->newest + 1 >= depth_ ? 0 : known->newest + 1;
  times(*known)[known->newest] = now;
  ++known->remembered;
  queue_[position(count_)] = {now, customer, record};
  ++count_;
  return fed;
}

// Effects: forgets the oldest attempt if it is not after `since`. Returns: whether it was not.
bool Attempts::forget_oldest(TimeNs since) {
  if (count_ == 0) return false;
  const Attempt& oldest = queue_[first_];
  if (oldest.time > since) return false;
  first_ = position(1);
  --count_;
  if (--header(oldest.record).remembered == 0) give_record(oldest.record);
  return true;
}

// Effects: the customer is forgotten.
void Attempts::give_record(std::uint32_t record) {
  Header& unused = header(record);
  index_.erase(spread(unused.customer), record);
  unused.newest = free_;
  free_ = record;
}

}  // namespace allot
