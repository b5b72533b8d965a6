// Makes tokens of customers: the first eight bytes, little-endian, of HMAC-SHA-256 over the text,
// under a key that only its owner can read. Whoever has the key can make the same token; without it
// nobody can try names out. Neither key nor text is ever logged.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "allot/types/status.hpp"

namespace allot::files {

class CustomerKey {
 public:
  // The file holds 64 hexadecimal digits. When it is absent it is made, with a random key, readable
  // by its owner alone. Errors: a file with other content, or one that others can read.
  [[nodiscard]] static Result<CustomerKey> from_file(const std::string& path);
  explicit CustomerKey(const std::array<unsigned char, 32>& key) : key_(key) {}

  // Never 0, which means a guest.
  [[nodiscard]] std::uint64_t token(std::string_view customer) const;

 private:
  std::array<unsigned char, 32> key_;
};

// Returns: the customer without blanks around; e-mail addresses in small letters.
[[nodiscard]] std::string plain_customer(std::string_view text);

}  // namespace allot::files
