#include "types/name_token.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace allot {

Token name_token(std::string_view text) noexcept {
  const Token token = XXH3_64bits(text.data(), text.size());
  return token != 0 ? token : 1;
}

}  // namespace allot
