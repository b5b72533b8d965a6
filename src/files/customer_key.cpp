#include "files/customer_key.hpp"

#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace allot::files {

namespace {

constexpr std::size_t digits = 64;

Status made(const std::string& path, std::array<unsigned char, 32>& key) {
  randombytes_buf(key.data(), key.size());
  std::array<char, digits + 1> hex{};
  sodium_bin2hex(hex.data(), hex.size(), key.data(), key.size());
  hex.back() = '\n';
  const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (descriptor < 0) {
    return {StatusCode::io_error, path + ": cannot be made: " + std::strerror(errno)};
  }
  const bool written =
      ::write(descriptor, hex.data(), hex.size()) == static_cast<ssize_t>(hex.size()) &&
      ::fsync(descriptor) == 0;
  const int cause = errno;
  ::close(descriptor);
  if (written) return {};
  ::unlink(path.c_str());
  return {StatusCode::io_error, path + ": cannot be written: " + std::strerror(cause)};
}

}  // namespace

Result<CustomerKey> CustomerKey::from_file(const std::string& path) {
  if (sodium_init() < 0) return Status{StatusCode::io_error, "no source of random numbers"};
  std::array<unsigned char, 32> key{};
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0 && errno == ENOENT) {
    if (Status status = made(path, key); !status.ok()) return status;
    return CustomerKey(key);
  }
  if (descriptor < 0) {
    return Status{StatusCode::io_error, path + ": cannot be opened: " + std::strerror(errno)};
  }
  struct stat about{};
  std::array<char, digits + 8> text{};
  const bool known = ::fstat(descriptor, &about) == 0;
  const ssize_t got = ::read(descriptor, text.data(), text.size());
  ::close(descriptor);
  if (known && (about.st_mode & 077U) != 0) {
    return Status{StatusCode::invalid_argument,
                  path + ": others may read this key; chmod 600 it, or make a new one"};
  }
  std::size_t made_of = 0;
  const char* end = nullptr;
  const bool is_key =
      got >= static_cast<ssize_t>(digits) && got <= static_cast<ssize_t>(digits + 2) &&
      sodium_hex2bin(key.data(), key.size(), text.data(), digits, nullptr, &made_of, &end) == 0 &&
      made_of == key.size();
  sodium_memzero(text.data(), text.size());
  if (!is_key) {
    return Status{StatusCode::invalid_argument,
                  path +
                      ": is no key file: it must hold 64 hexadecimal digits; name a file that "
                      "does not exist, and it is made"};
  }
  return CustomerKey(key);
}

std::uint64_t CustomerKey::token(std::string_view customer) const {
  std::array<unsigned char, crypto_auth_hmacsha256_BYTES> hash{};
  crypto_auth_hmacsha256(hash.data(), reinterpret_cast<const unsigned char*>(customer.data()),
                         customer.size(), key_.data());
  std::uint64_t token = 0;
  for (unsigned i = 0; i < 8; ++i) token |= std::uint64_t{hash[i]} << (8 * i);
  return token == 0 ? 1 : token;
}

std::string plain_customer(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  std::string plain(text.substr(first, text.find_last_not_of(" \t") - first + 1));
  if (plain.find('@') != std::string::npos) {
    for (char& c : plain) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  }
  return plain;
}

}  // namespace allot::files
