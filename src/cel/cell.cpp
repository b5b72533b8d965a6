#include "cel/cell.hpp"

namespace allot::cel {

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
