#include "core/rules_codec.hpp"

#include "features/encoding.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace allot {
namespace {

RulesMode mode_of(const RuleSets& sets, std::uint32_t version) noexcept {
  if (sets.live() != nullptr && sets.live()->version() == version) return RulesMode::live;
  if (sets.shadow() != nullptr && sets.shadow()->version() == version) return RulesMode::shadow;
  return RulesMode::off;
}

}  // namespace

void put_rules(StateWriter& out, const RuleSets& sets) {
  const RuleSets::Parts& parts = sets.parts();
  if (sets.versions() != 0 || parts.of != 0) {
    out.section(88, sets.known().size());
    for (const RuleSets::Known& known : sets.known()) {
      out.put(known.version, mode_of(sets, known.version), known.hash);
    }
    out.put(sets.versions(), parts.next, parts.of, static_cast<std::uint64_t>(parts.bytes.size()),
            std::uint64_t{XXH3_64bits(parts.bytes.data(), parts.bytes.size())});
  }
  if (sets.members().count() != 0) {
    out.section(89, sets.members().count());
    sets.members().visit_sorted([&out](const Code& list, Token token) {
      out.put_code(list);
      out.put(token);
    });
  }
  if (const FeatureTable* const table = sets.features().table(); table != nullptr) {
    out.section(90, table->size());
    put_features(out, *table);
  }
  if (sets.orders().count() != 0) {
    out.section(91, sets.orders().count());
    sets.orders().visit_oldest_first([&out](const RuleOrder& order) {
      out.put(order.key.low, order.key.high);
      for (const Token token : order.tokens) out.put(token);
      for (const std::int64_t amount : order.amounts) out.put(amount);
    });
  }
}

}  // namespace allot
