#include "inspection/event_printer.hpp"

#include <variant>

#include "json/core_names.hpp"
#include "json/named_order.hpp"

namespace allot::inspection {
namespace {

struct Sale {
  OrderKey order_key;
  ChannelId channel;
  ZoneId zone;
  Code order_number;
};

// The order that a command asks for or records.
Sale sale_of(const Command& command, const Core& core) {
  return std::visit(
      [&](const auto& said) -> Sale {
        if constexpr (requires { said.order_key, said.channel, said.zone; }) {
          return {json::order_key_of(command, json::CoreNames(core)), said.channel, said.zone,
                  said.order_number};
        } else {
          return {};
        }
      },
      command);
}

CommandType type_of(const Command& command) {
  return std::visit([](const auto& said) { return said.type; }, command);
}

// An event about stock keeps a lot where others keep an order.
bool is_of_stock(EventType type) {
  return type >= EventType::stock_received && type <= EventType::safety_stock_set;
}

}  // namespace

void EventPrinter::step(const Step& step) {
  if (step.events.empty()) return;
  const Sale sale = sale_of(step.in.command, step.core);
  EventRow line;
  line.time = step.in.time;
  line.command = type_of(step.in.command);
  for (const Event& event : step.events) {
    line.event = event;
    const bool has_order = !is_of_stock(event.type) && event.order_key.present();
    const bool sold = has_order && event.order_key == sale.order_key;
    line.channel = sold ? sale.channel : ChannelId{};
    line.zone = sold ? sale.zone : ZoneId{};
    line.order_number = sold        ? sale.order_number
                        : has_order ? Code::given(step.core.order_number(event.order_key))
                                    : Code{};
    row(line, step.core);
  }
}

}  // namespace allot::inspection
