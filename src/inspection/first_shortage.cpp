#include "inspection/first_shortage.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "allot/messages/command_type.hpp"
#include "json/core_names.hpp"
#include "json/encode.hpp"
#include "json/scalar_text.hpp"

namespace allot::inspection {
namespace {

bool is_place_or_import(std::int64_t type) noexcept {
  return type == static_cast<std::int64_t>(CommandType::place) ||
         type == static_cast<std::int64_t>(CommandType::import);
}

// Whether the order is accepted in this step: what its lines get or lack later is another matter.
bool accepts(const Step& step, const OrderKey& order) {
  return std::ranges::any_of(step.events, [&order](const Event& event) {
    return (event.type == EventType::placed || event.type == EventType::imported) &&
           event.order_key == order;
  });
}

std::string order_text(const Step& step, const OrderKey& key, json::PrintForm form) {
  const std::string_view number = json::StepNames(step.core, step.in.command).order_number(key);
  if (!number.empty()) return json::without_controls(number);
  const nlohmann::ordered_json name = json::encode_key(key.high, key.low, form);
  return name.is_string() ? name.get<std::string>() : name.dump();
}

}  // namespace

bool FirstShortage::ran_short(const Step& step, const Event& event, SkuId sku) const {
  if (event.sku != sku.value) return false;
  switch (event.type) {
    case EventType::refused:
      return is_place_or_import(event.amount) && refused_for_want(event.reason);
    case EventType::line_refused:
      return refused_for_want(event.reason) && accepts(step, event.order_key);
    case EventType::line_waiting:
    case EventType::line_short:
      return accepts(step, event.order_key) && lacks_.lacked(event.order_key, sku);
    default: return false;
  }
}

void FirstShortage::see(const Step& step, SkuId sku, json::PrintForm form) {
  for (const Event& event : step.events) {
    if (first_) break;
    if (!ran_short(step, event, sku)) continue;
    first_ = {step.in.time, order_text(step, event.order_key, form), event.type};
  }
  lacks_.clear();
}

}  // namespace allot::inspection
