#include "program/log_point_text.hpp"

#include <charconv>

#include "types/key_text.hpp"

namespace allot::program {
namespace {

constexpr std::size_t chain_digits = 32;

}  // namespace

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
  if (digits.size() != chain_digits) return std::nullopt;
  const auto chain = parse_hex("hex:" + std::string(digits));
  // A chain of zeros is what a host keeps that has seen none.
  if (!chain || (chain->low == 0 && chain->high == 0)) return std::nullopt;
  point.chain = {.low = chain->low, .high = chain->high};
  return point;
}

std::string log_point_fault(std::string_view text) {
  if (parse_log_point(text)) return {};
  const std::size_t colon = text.find(':');
  const std::string_view number = text.substr(0, colon);
  const std::string_view chain =
      colon == std::string_view::npos ? std::string_view{} : text.substr(colon + 1);
  if (!number.empty() && number.find_first_not_of('0') == std::string_view::npos) {
    return "every log holds what comes before its first record, whose sequence is 1; give a "
           "SEQUENCE from 1";
  }
  if (chain.size() == chain_digits && chain.find_first_not_of('0') == std::string_view::npos) {
    return "a chain of zeros is what a host keeps that has seen no record, and proves nothing; "
           "give the point that verify printed, or SEQUENCE alone";
  }
  return "give SEQUENCE or SEQUENCE:CHAIN, of 32 hex digits";
}

std::string chain_text(const LogChain& chain) { return hex_text(chain.high, chain.low).substr(4); }

std::string log_point_text(const LogPoint& point) {
  return std::to_string(point.sequence) + ":" + chain_text(point.chain);
}

}  // namespace allot::program
