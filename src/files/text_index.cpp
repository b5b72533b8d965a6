#include "files/text_index.hpp"

#include <xxhash.h>

#include <algorithm>
#include <cstring>

namespace allot::files {

namespace {
constexpr std::size_t block_bytes = std::size_t{256} * 1024;
}  // namespace

std::size_t TextIndex::Hash::operator()(std::string_view text) const noexcept {
  return XXH3_64bits(text.data(), text.size());
}

std::string_view TextIndex::keep(std::string_view text) {
  if (blocks_.empty() || blocks_.back().size() - used_ < text.size()) {
    blocks_.emplace_back(std::max(block_bytes, text.size()));
    used_ = 0;
  }
  char* const place = blocks_.back().data() + used_;
  if (!text.empty()) std::memcpy(place, text.data(), text.size());
  used_ += text.size();
  return {place, text.size()};
}

std::uint32_t TextIndex::number_of(std::string_view text) {
  // Rows of one order stand together, and most of what they say is the same.
  if (last_ < texts_.size() && texts_[last_] == text) return last_;
  const auto known = numbers_.find(text);
  if (known != numbers_.end()) return last_ = known->second;
  const auto number = last_ = static_cast<std::uint32_t>(texts_.size());
  const std::string_view kept = keep(text);
  texts_.push_back(kept);
  numbers_.emplace(kept, number);
  return number;
}

std::uint32_t TextIndex::find(std::string_view text) const {
  const auto known = numbers_.find(text);
  return known == numbers_.end() ? none : known->second;
}

}  // namespace allot::files
