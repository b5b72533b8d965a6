#include "simulation/arrival_keys.hpp"

#include <string>
#include <utility>

#include "allot/types/order_key.hpp"
#include "files/text_rules.hpp"

namespace allot::simulation {
namespace {

// An event about stock keeps a lot where others keep an order.
bool is_of_stock(EventType type) noexcept {
  return type >= EventType::stock_received && type <= EventType::safety_stock_set;
}

}  // namespace

ArrivalKeys::ArrivalKeys(const files::SourceOrders& book, const Timeline& timeline,
                         ChannelOf channel_of)
    : book_(book), timeline_(timeline), channel_of_(std::move(channel_of)) {
  if (!numbered()) return;
  arrivals_.reserve(timeline.arrivals.size());
  for (std::size_t i = 0; i < timeline.arrivals.size(); ++i) {
    arrivals_.try_emplace(key(i).low, static_cast<std::uint32_t>(i));
  }
}

Code ArrivalKeys::number(std::size_t index) const {
  if (!numbered()) return {};
  const Arrival& arrival = timeline_.arrivals[index];
  const Code& given = book_.numbers[book_.orders[arrival.order].number];
  if (arrival.copy == 0) return given;
  const std::string text = std::string(given.text()) + '#' + std::to_string(arrival.copy + 1);
  return Code::given(files::code_of(text));
}

OrderKey ArrivalKeys::key(std::size_t index) const {
  if (!numbered()) return {index + 1, 0};
  return order_key_of(channel_of_(index), number(index).text());
}

std::optional<std::size_t> ArrivalKeys::find(const OrderKey& key) const {
  if (!numbered()) {
    const bool known = key.low != 0 && key.low <= timeline_.arrivals.size() && key.high == 0;
    return known ? std::optional<std::size_t>(key.low - 1) : std::nullopt;
  }
  const auto found = arrivals_.find(key.low);
  return found != arrivals_.end() ? std::optional<std::size_t>(found->second) : std::nullopt;
}

void ArrivalKeys::name_by_arrival(Event& event) const {
  if (!numbered() || is_of_stock(event.type) || !event.order_key.present()) return;
  const std::optional<std::size_t> arrival = find(event.order_key);
  event.order_key = arrival ? OrderKey{*arrival + 1, 0} : OrderKey{};
}

}  // namespace allot::simulation
