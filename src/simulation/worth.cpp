#include "simulation/worth.hpp"

#include <algorithm>
#include <limits>

namespace allot::simulation {

void add_money(MoneyMinor& sum, MoneyMinor value) noexcept {
  if (__builtin_add_overflow(sum, value, &sum)) sum = std::numeric_limits<MoneyMinor>::max();
}

MoneyMinor in_money(const World& world, MoneyMinor amount) noexcept {
  return world.book().amounts == files::Amounts::of_one_currency ? amount : 0;
}

MoneyMinor in_money(const World& world, std::size_t order, MoneyMinor amount) noexcept {
  return world.book_order(order).other_currency ? 0 : in_money(world, amount);
}

MoneyMinor worth(const World& world, std::size_t order) noexcept {
  MoneyMinor value = 0;
  for (const files::SourceLine& line : world.book().lines_of(world.book_order(order))) {
    add_money(value, line.total());
  }
  return in_money(world, order, value);
}

MoneyMinor worth(const World& world, std::size_t order, std::uint32_t sku,
                 std::uint64_t units) noexcept {
  MoneyMinor value = 0;
  for (const files::SourceLine& line : world.book().lines_of(world.book_order(order))) {
    if (line.sku + 1 != sku) continue;
    const std::uint64_t some = std::min<std::uint64_t>(units, line.quantity);
    add_money(value, line.cost_of(some));
    units -= some;
  }
  return in_money(world, order, value);
}

}  // namespace allot::simulation
