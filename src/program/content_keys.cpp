#include "program/content_keys.hpp"

#include <new>

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace allot::program {
namespace {

ContentDigest from(XXH128_hash_t hash) noexcept { return {.low = hash.low64, .high = hash.high64}; }

}  // namespace

struct ContentKeys::State {
  XXH3_state_t hash;
};

ContentKeys::ContentKeys() : state_(std::make_unique<State>()) {
  XXH3_INITSTATE(&state_->hash);
  (void)XXH3_128bits_reset(&state_->hash);
}
ContentKeys::~ContentKeys() = default;

void ContentKeys::add(std::string_view bytes) noexcept {
  (void)XXH3_128bits_update(&state_->hash, bytes.data(), bytes.size());
}

ContentDigest ContentKeys::digest() const noexcept {
  return from(XXH3_128bits_digest(&state_->hash));
}

CommandKey line_key(const ContentDigest& content, std::uint64_t salt) noexcept {
  ContentDigest key = content;
  if (salt != 0) {
    const std::uint64_t mixed[] = {content.low, content.high, salt};
    key = from(XXH3_128bits(mixed, sizeof mixed));
  }
  constexpr std::uint64_t made_here = std::uint64_t{1} << 63U;
  return {.low = key.low, .high = key.high | made_here};
}

}  // namespace allot::program
