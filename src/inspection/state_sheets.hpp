// How things stand in a state that a walk ended with: orders, stock, lines that wait.
//
// Threads: none. Cost: every known order is looked up.
#pragma once

#include <optional>

#include "inspection/known.hpp"
#include "inspection/sheet.hpp"
#include "inspection/state_names.hpp"
#include "json/print_form.hpp"

namespace allot::inspection {

struct StateOptions {
  std::optional<OrderState> state;
  SkuId sku;          // absent: all
  ChannelId channel;  // the same, of the feed alone
  OrderKey order;     // the same, of orders alone
  json::PrintForm form;
};

[[nodiscard]] Sheet orders_sheet(const Core& core, const Known& known, const StateOptions& options);
[[nodiscard]] Sheet stock_sheet(const Core& core, const Known& known, const StateOptions& options);
// What somebody has to look after: the exceptions that are open.
[[nodiscard]] Sheet exceptions_sheet(const Core& core, const Known& known,
                                     const StateOptions& options);
// What channels promise of their orders, and how often it was kept.
[[nodiscard]] Sheet services_sheet(const Core& core, const Known& known,
                                   const StateOptions& options);
// What is for sale in each channel, and what its feed was told.
[[nodiscard]] Sheet feed_sheet(const Core& core, const Known& known, const StateOptions& options);
[[nodiscard]] Sheet waiting_sheet(const Core& core, const Known& known,
                                  const StateOptions& options);

}  // namespace allot::inspection
