// What Lookups does with an Engine.
#include "allot/driver/lookups.hpp"
#include "allot/engine.hpp"
#include "sequencing/sequencer.hpp"

namespace allot {
namespace {

// Returns: what `of(core, question)` says of each question, all of one state.
template <class Answer, class Question, class Of>
std::vector<Answer> ask(Engine& engine, std::span<const Question> questions, Of&& of) {
  std::vector<Answer> answers(questions.size());
  engine.inspect([&](const Core& core) {
    for (std::size_t i = 0; i < questions.size(); ++i) answers[i] = of(core, questions[i]);
  });
  return answers;
}

}  // namespace

std::vector<std::optional<OrderInspection>> Lookups::orders(std::span<const OrderKey> keys) const {
  return ask<std::optional<OrderInspection>>(
      engine_, keys, [](const Core& core, const OrderKey& key) { return core.find_order(key); });
}

std::vector<std::uint32_t> Lookups::ids(IdKind kind,
                                        std::span<const std::string_view> codes) const {
  return ask<std::uint32_t>(engine_, codes, [kind](const Core& core, std::string_view code) {
    return core.find(kind, code).value_or(0);
  });
}

std::vector<std::string> Lookups::codes(IdKind kind, std::span<const std::uint32_t> ids) const {
  return ask<std::string>(engine_, ids, [kind](const Core& core, std::uint32_t id) {
    return std::string(core.code(kind, id));
  });
}

std::uint32_t Lookups::count(IdKind kind) const {
  std::uint32_t count = 0;
  engine_.inspect([&](const Core& core) { count = core.count(kind); });
  return count;
}

std::vector<std::optional<AvailableInspection>> Lookups::available(
    ChannelId channel, ZoneId zone, std::span<const SkuId> skus) const {
  return ask<std::optional<AvailableInspection>>(engine_, skus, [=](const Core& core, SkuId sku) {
    return core.find_available(channel, zone, sku);
  });
}

std::vector<std::optional<ToldInspection>> Lookups::told(ChannelId channel,
                                                         std::span<const SkuId> skus) const {
  return ask<std::optional<ToldInspection>>(
      engine_, skus, [=](const Core& core, SkuId sku) { return core.find_told(channel, sku); });
}

std::vector<std::optional<CapInspection>> Lookups::cap_accounts(CapId cap,
                                                                std::span<const Token> tokens,
                                                                TimeNs time) const {
  return ask<std::optional<CapInspection>>(
      engine_, tokens, [=](const Core& core, Token token) -> std::optional<CapInspection> {
        if (time < 0 || time > time_max_ns) return std::nullopt;
        return core.find_cap_account(cap, token, time);
      });
}

}  // namespace allot
