// An order, its lines, and what each line holds.
//
// An order is 256 bytes: itself, and behind it its first three lines, so that an order of one or
// two is three cache lines in a row. Further lines lie in blocks of three. What a line holds is one
// debit of stock inside the line, and a chain in a pool for the rare line that takes from several
// lots. All links are 32-bit slots.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>

#include "allot/messages/order_state.hpp"
#include "allot/types/ids.hpp"
#include "ledger/stock.hpp"
#include "waiting/waiting_queues.hpp"

namespace allot {

using BlockSlot = Slot<struct LineBlock>;
using DebitSlot = Slot<struct DebitBlock>;
using HoldSlot = Slot<struct Hold>;
using MoneySlot = Slot<struct OrderMoney>;
using ShippedSlot = Slot<struct ShippedLine>;
using ReturnSlot = Slot<struct ReturnRequest>;
using FloorSlot = Slot<struct FloorPart>;
using OwnSlot = Slot<struct OwnOrder>;

struct Line {
  MoneyMinor price{};
  SkuId sku;
  Units ordered;
  Units waiting;       // of an expired order: that it waited for then
  Stock::Debit first;  // what it holds from the first lot; no lot while it holds nothing
  HoldSlot more;       // further holds
  EntrySlot entry;     // in the SKU's waiting queue
  bool refused{};      // dropped when the order was placed
  std::uint16_t
      own_number{};  // by which the shop knows it; 0: none, and no other has its SKU and none
};
static_assert(sizeof(Line) == 40);

struct LineBlock {
  static constexpr std::uint32_t lines_per_block = 3;
  std::array<Line, lines_per_block> lines;
  BlockSlot next;
};
static_assert(sizeof(LineBlock) == 128);

// Providers tell when something was paid in whole seconds.
[[nodiscard]] constexpr std::uint64_t second_of(TimeNs time) noexcept {
  return static_cast<std::uint64_t>(time) / 1'000'000'000U;
}

[[nodiscard]] constexpr bool awaits_payment(Payment payment) noexcept {
  return payment == Payment::unpaid || payment == Payment::pending;
}

// Returns: whether anything of what is due is still to be paid before the goods leave.
[[nodiscard]] constexpr bool owes_before_leaving(Payment payment) noexcept {
  return awaits_payment(payment) || payment == Payment::deposited;
}

// Returns: whether the order has until pay_by, so that something ends then.
[[nodiscard]] constexpr bool has_until(Payment payment) noexcept {
  return awaits_payment(payment) || payment == Payment::authorised || payment == Payment::deposited;
}

// How far an order has used the one time that a pending payment stops its clock.
enum class Freeze : std::uint8_t { unused = 0, active = 1, used = 2 };

// Where and when an order was placed, or the sale made that it records, in eight bytes.
struct Origin {
  std::uint16_t channel_number{};  // there are at most 65,535 of both
  std::uint16_t zone_number{};
  std::uint32_t second{};  // since 1970: all of time fits

  [[nodiscard]] ChannelId channel() const noexcept { return {channel_number}; }
  [[nodiscard]] ZoneId zone() const noexcept { return {zone_number}; }
};

struct alignas(64) Order {
  OrderKey key;
  Sequence sequence{};
  MoneyMinor value{};
  TimeNs pay_by{};
  TimeNs remind_at{};
  TimeNs review_by{};
  TimeNs frozen_at{};
  std::int64_t
      granted{};  // what an active freeze added to pay_by, or how long the grace after it is
  TimeNs ship_by{};
  Origin origin;
  std::uint32_t version{};
  // While open the slot of its timer (timers.hpp), while closed the neighbour in the closed list
  // that closed after it (closed_list.hpp).
  std::uint32_t timer_or_newer{};
  OrderSlot older;   // the neighbour in the closed list that closed before it
  DebitSlot debits;  // what it debited besides stock, and the roots of what else few orders have
  std::uint16_t line_count{};
  OrderStatus status{};
  Payment payment{};
  Review review{};
  std::uint8_t priority{};
  std::uint8_t max_splits{};
  Freeze freeze : 2 {};
  bool ship_stop : 1 {};
  bool ship_complete : 1 {};
  bool imported : 1 {};
  bool sold_earlier : 1 {};  // in a second before that in which it was recorded
  bool numbered : 1 {};      // it has a number (order_numbers.hpp)
  LineBlock first_lines;

  [[nodiscard]] bool open() const noexcept { return status == OrderStatus::open; }
  [[nodiscard]] bool firm() const noexcept {
    return !awaits_payment(payment) && review == Review::clear;
  }
  [[nodiscard]] bool reviewed() const noexcept { return review == Review::in_review; }
};

// What an order of no more lines than `few_lines` lies in; nothing is ever written behind it.
inline constexpr std::uint32_t few_lines = 2;
inline constexpr std::size_t few_lines_bytes = 192;
static_assert(sizeof(Order) == 256 &&
              offsetof(Order, first_lines) + few_lines * sizeof(Line) == few_lines_bytes);

// Returns: where a line of the order stands in the queue of its SKU.
[[nodiscard]] inline Rank rank_of(const Order& order, LineNumber number) noexcept {
  const TimeNs ship_by = order.ship_by == 0 ? std::numeric_limits<TimeNs>::max() : order.ship_by;
  return {order.sequence, ship_by, order.origin.second, static_cast<std::uint16_t>(number.value),
          order.priority};
}

// One more lot that a line takes from. `holds_max` bounds these: the first lot of a line is held in
// the line itself and counts for nothing.
struct Hold {
  Stock::Debit debit;
  HoldSlot next;
};

}  // namespace allot
