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
std::int64_t* Attempts::times(std::uint32_t record) noexcept {
  return &records_[record * stride_ + header_words];
}
const std::int64_t* Attempts::times(std::uint32_t record) const noexcept {
  return &records_[record * stride_ + header_words];
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

bool Attempts::at_least(std::uint32_t record, std::uint32_t count, TimeNs since) const {
  const Header& known = header(record);
  if (known.remembered < count) return false;
  const std::uint32_t back = count - 1;
  const std::uint32_t at =
      known.newest >= back ? known.newest - back : known.newest + depth_ - back;
  return times(record)[at] > since;
}

std::uint32_t Attempts::count_since(Token customer, TimeNs since) const {
  const std::uint32_t record = record_of(spread(customer), customer);
  if (record == KeyIndex::none) return 0;
  std::uint32_t count = 0;
  while (count < depth_ && at_least(record, count + 1, since)) ++count;
  return count;
}

Attempts::Fed Attempts::feed(Token customer, TimeNs now, TimeNs since, std::uint32_t count) {
  for (int forgotten = 0; forgotten < 2 && count_ > 0 && queue_[first_].time <= since;
       ++forgotten) {
    forget_oldest();
  }
  const std::uint64_t hash = spread(customer);
  std::uint32_t record = record_of(hash, customer);
  const bool exceeded = record != KeyIndex::none && at_least(record, count, since);
  if (count_ == queue_.size()) return {exceeded, false};
  if (record == KeyIndex::none) record = take_record(hash, customer);
  Header& known = header(record);
  known.newest = known.newest + 1 >= depth_ ? 0 : known.newest + 1;
  times(record)[known.newest] = now;
  ++known.remembered;
  queue_[position(count_)] = {now, customer, record};
  ++count_;
  return {exceeded, true};
}

void Attempts::forget_oldest() {
  const Attempt& oldest = queue_[first_];
  first_ = position(1);
  --count_;
  Header& known = header(oldest.record);
  if (--known.remembered > 0) return;
  index_.erase(spread(oldest.customer), oldest.record);
  known.newest = free_;
  free_ = oldest.record;
}

}  // namespace allot
