// What is known about one order, ready to be printed as text or as JSON.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <ostream>

#include "allot/core/core.hpp"
#include "json/names.hpp"
#include "program/choice_trace.hpp"
#include "program/order_history.hpp"

namespace allot::program {

struct Explanation {
  OrderKey order_key;
  const OrderHistory& history;
  const json::Names& names;
  std::optional<OrderInspection> order;  // as it stands at the end; absent when it is not known
  Sequence last_sequence{};
};

void print_text(const Explanation& explanation, std::ostream& out);
[[nodiscard]] nlohmann::ordered_json to_json(const Explanation& explanation);

// Returns: why `node` is not in the plan that was taken, or "chosen"; in words for both forms.
[[nodiscard]] std::string verdict(const Choice& choice, std::uint32_t node, SourcingPolicy policy);

[[nodiscard]] std::string_view status_name(OrderStatus status) noexcept;
[[nodiscard]] std::string_view payment_name(Payment payment) noexcept;
[[nodiscard]] std::string_view review_name(const OrderInspection& order) noexcept;

}  // namespace allot::program
