// The numbers of commands. Never renumbered, never reused.
//
// Made from src/messages; change the description there, then: scripts/generate.sh
#pragma once

#include <cstdint>
#include <string_view>

namespace allot {

// The number of each command in the log.
enum class CommandType : std::uint8_t {
  // control
  start = 1,
  tick = 2,
  advance = 3,
  skip = 4,
  risk_limits = 5,
  load_rules = 6,
  activate_rules = 9,
  set_list_member = 17,
  // catalogue
  sku = 20,
  node = 21,
  zone = 22,
  channel = 23,
  network = 24,
  lane = 25,
  list = 26,
  carrier = 29,
  sku_set = 34,
  cap = 35,
  // stock
  receive = 40,
  adjust = 41,
  safety_stock = 42,
  move = 43,
  feed = 50,
  // order
  place = 60,
  import = 61,
  cancel = 62,
  confirm_payment = 63,
  payment_pending = 64,
  fail_payment = 65,
  review_decision = 66,
  modify = 67,
  extend = 68,
  confirm_part = 70,
  payment = 72,
  cancel_line = 73,
  trim = 74,
  merge = 75,
  split = 76,
  // fulfilment
  release_wave = 80,
  pick = 81,
  short_pick = 82,
  ship = 83,
  deliver = 84,
  delivery_exception = 85,
  answer_cancel = 86,
  ship_undone = 87,
  release_order = 88,
  pack = 89,
  ship_parcel = 90,
  // after_sale
  request_return = 100,
  receive_return = 101,
  exchange = 102,
  // exceptions
  exception_rule = 110,
  assign_exceptions = 111,
  resolve_exceptions = 112,
  name_sku = 113,
  // service
  service_level = 120,
};

// Returns: its name in JSON, C and Python; empty when the number is not one of ours.
[[nodiscard]] constexpr std::string_view command_name(CommandType type) noexcept {
  switch (type) {
    case CommandType::start: return "start";
    case CommandType::tick: return "tick";
    case CommandType::advance: return "advance";
    case CommandType::skip: return "skip";
    case CommandType::risk_limits: return "risk_limits";
    case CommandType::load_rules: return "load_rules";
    case CommandType::activate_rules: return "activate_rules";
    case CommandType::set_list_member: return "set_list_member";
    case CommandType::sku: return "sku";
    case CommandType::node: return "node";
    case CommandType::zone: return "zone";
    case CommandType::channel: return "channel";
    case CommandType::network: return "network";
    case CommandType::lane: return "lane";
    case CommandType::list: return "list";
    case CommandType::carrier: return "carrier";
    case CommandType::sku_set: return "sku_set";
    case CommandType::cap: return "cap";
    case CommandType::receive: return "receive";
    case CommandType::adjust: return "adjust";
    case CommandType::safety_stock: return "safety_stock";
    case CommandType::move: return "move";
    case CommandType::feed: return "feed";
    case CommandType::place: return "place";
    case CommandType::import: return "import";
    case CommandType::cancel: return "cancel";
    case CommandType::confirm_payment: return "confirm_payment";
    case CommandType::payment_pending: return "payment_pending";
    case CommandType::fail_payment: return "fail_payment";
    case CommandType::review_decision: return "review_decision";
    case CommandType::modify: return "modify";
    case CommandType::extend: return "extend";
    case CommandType::confirm_part: return "confirm_part";
    case CommandType::payment: return "payment";
    case CommandType::cancel_line: return "cancel_line";
    case CommandType::trim: return "trim";
    case CommandType::merge: return "merge";
    case CommandType::split: return "split";
    case CommandType::release_wave: return "release_wave";
    case CommandType::pick: return "pick";
    case CommandType::short_pick: return "short_pick";
    case CommandType::ship: return "ship";
    case CommandType::deliver: return "deliver";
    case CommandType::delivery_exception: return "delivery_exception";
    case CommandType::answer_cancel: return "answer_cancel";
    case CommandType::ship_undone: return "ship_undone";
    case CommandType::release_order: return "release_order";
    case CommandType::pack: return "pack";
    case CommandType::ship_parcel: return "ship_parcel";
    case CommandType::request_return: return "request_return";
    case CommandType::receive_return: return "receive_return";
    case CommandType::exchange: return "exchange";
    case CommandType::exception_rule: return "exception_rule";
    case CommandType::assign_exceptions: return "assign_exceptions";
    case CommandType::resolve_exceptions: return "resolve_exceptions";
    case CommandType::name_sku: return "name_sku";
    case CommandType::service_level: return "service_level";
  }
  return {};
}
[[nodiscard]] constexpr std::string_view name(CommandType type) noexcept {
  return command_name(type);
}

}  // namespace allot
