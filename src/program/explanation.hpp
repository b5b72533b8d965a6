// What is known about one order, ready to be printed as text or as JSON.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "allot/core/core.hpp"
#include "inspection/sheet.hpp"
#include "json/names.hpp"
#include "json/print_form.hpp"
#include "program/order_history.hpp"
#include "program/order_trace.hpp"

namespace allot::program {

struct Explanation {
  OrderKey order_key;
  const OrderHistory& history;
  const json::Names& names;
  std::optional<OrderInspection> order;  // as it stands at the end; absent when it is not known
  std::optional<StubInspection> stub;    // what else is known of it
  std::vector<NewsInspection> news;      // what waits for it
  Sequence last_sequence{};
  json::PrintForm form;
  inspection::Shown shown;  // how amounts and times stand in text
  std::string left_out;     // which of its rows are not in the log; empty: none is known of
};

// `colour`: whether what is bad is shown in one.
void print_text(const Explanation& explanation, std::size_t columns, bool colour,
                std::ostream& out);
[[nodiscard]] nlohmann::ordered_json to_json(const Explanation& explanation);

// The words that both forms share.
// Returns: the number that the order is known by, or was asked for by; empty when it has none.
[[nodiscard]] std::string number_of(const Explanation& explanation);
// Returns: the name of the rule's reason, or of the rule when it decides nothing by itself.
[[nodiscard]] std::string_view rule_name(const RiskFinding& finding) noexcept;
[[nodiscard]] std::string_view outcome_name(RuleOutcome outcome) noexcept;
// Returns: what was compared with what.
[[nodiscard]] std::string rule_words(const RiskFinding& finding, const SetRiskLimits& limits,
                                     const inspection::Currency& currency = {});
// Returns: what the cap counted, and what it left.
[[nodiscard]] std::string cap_words(const CapFinding& finding, const inspection::Clock& clock = {});
// Returns: why `node` is not in the plan, or "chosen"; nothing when no plan was to be made.
[[nodiscard]] std::string verdict(const Choice& choice, NodeId node,
                                  const inspection::Currency& currency = {});
// Returns: the candidates of a choice, ascending; none when it ended before they were looked at.
[[nodiscard]] std::vector<NodeId> candidates_of(const Choice& choice);
[[nodiscard]] std::string_view reason_name(Reason reason) noexcept;

[[nodiscard]] std::string_view status_name(OrderStatus status) noexcept;
[[nodiscard]] std::string_view payment_name(Payment payment) noexcept;
[[nodiscard]] std::string_view review_name(const OrderInspection& order) noexcept;

}  // namespace allot::program
