#include "cel/cell.hpp"

namespace allot::cel {

Cell cell_of(const Value& value) noexcept {
  if (const auto* truth = value.as<bool>()) return Cell::of(*truth ? 1 : 0);
  if (const auto* number = value.as<std::int64_t>()) return Cell::of(*number);
  if (const auto* number = value.as<std::uint64_t>()) {
    return Cell::of(static_cast<std::int64_t>(*number));
  }
  if (const auto* text = value.as<Text>()) return Cell::of(**text);
  if (const auto* time = value.as<Timestamp>()) return Cell::of(*time);
  if (const auto* span = value.as<Duration>()) return Cell::of(span->ns);
  if (const auto* set = value.as<BorrowedSet>()) return Cell::of(*set->tokens);
  if (const auto* error = value.as<Error>()) return Cell::failed(error->code);
  return {};
}

std::strong_ordering order_of(const Cell& a, const Cell& b, TypeKind type) noexcept {
  switch (type) {
    case TypeKind::text: return a.text->compare(*b.text) <=> 0;
    case TypeKind::timestamp: return a.time() <=> b.time();
    case TypeKind::unsigned_integer:
      return static_cast<std::uint64_t>(a.number) <=> static_cast<std::uint64_t>(b.number);
    default: return a.number <=> b.number;
  }
}

}  // namespace allot::cel
