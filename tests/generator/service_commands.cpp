// What random runs promise of the orders of their channels.
#include <algorithm>

#include "command_generator.hpp"
#include "generator/ranges.hpp"

namespace allot::generator {

using ranges::time_max;
using ranges::ttl_max;

Command CommandGenerator::draw_service_level() {
  SetServiceLevel level;
  level.command_key = new_key();
  level.channel = {id(profile_.channels)};
  const auto named_kinds = static_cast<std::uint32_t>(enum_names<ServiceKind>.size());
  level.kind = static_cast<ServiceKind>(random_.below(named_kinds));
  level.promised = !random_.one_in(8);
  const bool said_by_order = level.kind == ServiceKind::ship_by;
  if (!said_by_order) level.within_ns = std::min(ttl_max, random_.one_in(3) ? 2 * ttl() : ttl());
  if (!random_.one_in(3)) {
    const std::int64_t most = said_by_order ? profile_.ttl_ns : level.within_ns - 1;
    level.warn_before_ns = random_.between(0, most);
  }
  if (!level.promised && random_.one_in(2)) level.within_ns = level.warn_before_ns = 0;
  if (fault()) {
    switch (random_.below(4)) {
      case 0:
        level.kind = static_cast<ServiceKind>(named_kinds + random_.below(256 - named_kinds));
        break;
      case 1: level.within_ns = random_.pick<std::int64_t>({-1, 0, 1, ttl_max + 1}); break;
      case 2: level.warn_before_ns = random_.pick<std::int64_t>({-1, ttl_max, ttl_max + 1}); break;
      default: level.warn_before_ns = level.within_ns; break;
    }
  }
  return level;
}

// By when the goods have to leave: now and then soon, or too late already.
TimeNs CommandGenerator::draw_ship_by() {
  if (fault()) return -1;
  if (random_.one_in(2)) return 0;
  if (random_.one_in(3)) return random_.between(1, 4);
  return std::clamp<TimeNs>(now_ + random_.between(-profile_.ttl_ns / 8, 2 * profile_.ttl_ns), 1,
                            time_max);
}

}  // namespace allot::generator
