#include "program/log_point_text.hpp"

#include <charconv>

#include "types/key_text.hpp"

namespace allot::program {

std::optional<LogPoint> parse_log_point(std::string_view text) noexcept {
  const std::size_t colon = text.find(':');
  const std::string_view number = text.substr(0, colon);
  LogPoint point;
  const char* const end = number.data() + number.size();
  const auto [stop, error] = std::from_chars(number.data(), end, point.sequence);
  if (error != std::errc{} || stop != end || number.empty()) return std::nullopt;
  // Every log holds what comes before its first record.
  if (point.sequence == 0) return std::nullopt;
  if (colon == std::string_view::npos) return point;
  const std::string_view digits = text.substr(colon + 1);
  if (digits.size() != 32) return std::nullopt;
  const auto chain = parse_hex("hex:" + std::string(digits));
  // A chain of zeros is what a host keeps that has seen none.
  if (!chain || (chain->low == 0 && chain->high == 0)) return std::nullopt;
  point.chain = {.low = chain->low, .high = chain->high};
  return point;
}

std::string chain_text(const LogChain& chain) { return hex_text(chain.high, chain.low).substr(4); }

std::string log_point_text(const LogPoint& point) {
  return std::to_string(point.sequence) + ":" + chain_text(point.chain);
}

}  // namespace allot::program
