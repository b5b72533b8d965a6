#include "files/text_index.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <bit>
#include <cstring>

namespace allot::files {

namespace {

constexpr std::size_t slots_at_first = 64;

// In front of the bytes of a text.
struct Head {
  std::uint32_t number;
  std::uint32_t size;
};

// Most texts are short: a call of memcmp costs more than comparing them.
bool same(const char* a, const char* b, std::size_t size) noexcept {
  if (size > 32) return std::memcmp(a, b, size) == 0;
  const auto differ = [a, b](std::size_t at) {
    std::uint64_t left = 0;
    std::uint64_t right = 0;
    std::memcpy(&left, a + at, sizeof left);
    std::memcpy(&right, b + at, sizeof right);
    return left ^ right;
  };
  if (size > 16) {
    return (differ(0) | differ(8) | differ(size - 16) | differ(size - 8)) == 0;
  }
  if (size >= 8) return (differ(0) | differ(size - 8)) == 0;
  for (std::size_t i = 0; i < size; ++i) {
    if (a[i] != b[i]) return false;
  }
  return true;
}

}  // namespace

TextIndex::TextIndex() : slots_(slots_at_first) {}

std::uint32_t TextIndex::hash_of(std::string_view text) noexcept {
  return static_cast<std::uint32_t>(XXH3_64bits(text.data(), text.size()));
}

std::uint32_t TextIndex::number_at(Place place) const noexcept {
  Head head{};
  std::memcpy(&head, texts_.at(place), sizeof head);
  return head.number;
}

std::string_view TextIndex::text_at(Place place) const noexcept {
  Head head{};
  const std::byte* const at = texts_.at(place);
  std::memcpy(&head, at, sizeof head);
  return {reinterpret_cast<const char*>(at) + sizeof head, head.size};
}

// Returns: the text's slot, or the empty one that it would get.
std::size_t TextIndex::slot_of(std::string_view text, std::uint32_t hash) const noexcept {
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = hash & mask;; at = (at + 1) & mask) {
    const Slot& slot = slots_[at];
    if (slot.place == no_place) return at;
    if (slot.hash != hash) continue;
    const std::string_view known = text_at(slot.place);
    if (known.size() == text.size() && same(known.data(), text.data(), text.size())) return at;
  }
}

const TextIndex::Slot* TextIndex::slot_by(std::uint32_t hash) const noexcept {
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = hash & mask; slots_[at].place != no_place; at = (at + 1) & mask) {
    if (slots_[at].hash == hash) return &slots_[at];
  }
  return nullptr;
}

void TextIndex::fetch_text(std::uint32_t hash) const noexcept {
  if (const Slot* slot = slot_by(hash)) __builtin_prefetch(texts_.at(slot->place));
}

std::uint32_t TextIndex::number_by(std::uint32_t hash) const noexcept {
  const Slot* slot = slot_by(hash);
  return slot == nullptr ? none : number_at(slot->place);
}

std::array<std::span<std::byte>, 2> TextIndex::reserve(double share) {
  const auto texts = static_cast<std::size_t>(static_cast<double>(places_.size()) * share);
  places_.reserve(texts);
  // All of the slots are written at once, and the guess may be wrong.
  constexpr std::size_t slots_most = std::size_t{1} << 23U;
  const std::size_t slots = std::min(std::bit_ceil(texts * 2), slots_most);
  if (slots > slots_.size()) grow(slots);
  return {std::as_writable_bytes(std::span(places_.data(), places_.capacity())),
          texts_.reserve(share)};
}

TextIndex::Place TextIndex::keep(std::string_view text, std::uint32_t number) {
  constexpr std::size_t unit = TextBlocks::unit_bytes;
  const Head head{number, static_cast<std::uint32_t>(text.size())};
  Place place{};
  std::byte* const at = texts_.take((sizeof head + text.size() + unit - 1) / unit * unit, place);
  std::memcpy(at, &head, sizeof head);
  if (!text.empty()) std::memcpy(at + sizeof head, text.data(), text.size());
  return place;
}

void TextIndex::grow(std::size_t slots) {
  decltype(slots_) old(slots);
  old.swap(slots_);
  const std::size_t mask = slots_.size() - 1;
  for (const Slot& slot : old) {
    if (slot.place == no_place) continue;
    std::size_t at = slot.hash & mask;
    while (slots_[at].place != no_place) at = (at + 1) & mask;
    slots_[at] = slot;
  }
}

std::uint32_t TextIndex::number_of(std::string_view text) {
  // Rows of one order stand together, and most of what they say is the same.
  if (last_ != none && last_text_.size() == text.size() &&
      same(last_text_.data(), text.data(), text.size())) {
    return last_;
  }
  const std::uint32_t hash = hash_of(text);
  std::size_t at = slot_of(text, hash);
  if (slots_[at].place == no_place) {
    if (places_.size() * 2 >= slots_.size()) {
      grow(slots_.size() * 2);
      at = slot_of(text, hash);
    }
    const auto number = static_cast<std::uint32_t>(places_.size());
    slots_[at] = {hash, keep(text, number)};
    places_.push_back(slots_[at].place);
  }
  last_ = number_at(slots_[at].place);
  last_text_ = text_at(slots_[at].place);
  return last_;
}

std::uint32_t TextIndex::find(std::string_view text) const {
  const Slot& slot = slots_[slot_of(text, hash_of(text))];
  return slot.place == no_place ? none : number_at(slot.place);
}

}  // namespace allot::files
