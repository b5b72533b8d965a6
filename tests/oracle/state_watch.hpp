// Which state an order, its money, its review, its lines, deliveries and returns moved from and to
// in a step, as docs/states.md names them.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <numeric>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "allot/core/core.hpp"
#include "allot/messages/message_types.hpp"
#include "allot/messages/order_state.hpp"

namespace allot::oracle {

using Move = std::tuple<std::string, std::string, std::string>;  // from, to, by
using Moves = std::set<Move>;

// Where the units of a line are; each unit is in one of these.
constexpr std::array<std::string_view, 9> places{
    "new", "waiting", "held", "allocated", "picked", "packed", "shipped", "refused", "given back"};
using Units = std::array<std::int64_t, places.size()>;

// Where the units of a line are that have left, and those that have not.
constexpr std::array<std::string_view, 6> ways_gone{"not left", "on its way", "delivered",
                                                    "lost",     "refused",    "back"};
using Left = std::array<std::int64_t, ways_gone.size()>;

inline Left left_of(const LineInspection& line) {
  Left left{};
  left[2] = static_cast<std::int64_t>(line.delivered);
  left[3] = line.lost;
  left[4] = line.turned_away;
  left[5] = line.home;
  const auto sent = static_cast<std::int64_t>(line.shipped + line.shipped_beyond);
  left[1] = sent - std::accumulate(left.begin(), left.end(), std::int64_t{});
  left[0] = -sent;  // as many as it takes
  return left;
}

struct Seen {
  std::string status{"new"};
  std::string payment{"new"};
  std::string review{"new"};
  std::vector<Units> lines;
  std::vector<Left> left;
};

inline bool is_firm(const OrderInspection& order) {
  return order.payment != Payment::unpaid && order.payment != Payment::pending &&
         order.review == Review::clear;
}

inline Seen seen_of(const OrderInspection& order) {
  Seen seen;
  seen.status = enum_names<OrderStatus>[static_cast<std::size_t>(order.status)];
  seen.payment = enum_names<Payment>[static_cast<std::size_t>(order.payment)];
  seen.review = enum_names<Review>[static_cast<std::size_t>(order.review)];
  if (order.asked_back) seen.status = "asked back";
  for (const LineInspection& line : order.lines) {
    Units units{};
    units[1] = line.waiting;
    units[is_firm(order) ? 3 : 2] = line.held;
    units[4] = line.picked;
    units[5] = line.packed;
    units[6] = line.shipped;
    units[7] = line.refused;
    units[8] = line.ordered;
    for (std::size_t place = 1; place < 8; ++place) units[8] -= units[place];
    seen.lines.push_back(units);
    seen.left.push_back(left_of(line));
  }
  return seen;
}

class Watch {
 public:
  explicit Watch(std::map<std::string, Moves>& moves, std::map<std::string, Moves>& unclear)
      : moves_(moves), unclear_(unclear) {}

  void step(const Core& core, std::span<const Event> events, const std::string& by) {
    std::set<std::pair<std::uint64_t, std::uint64_t>> named;
    for (const Event& event : events) {
      watch_return(event, by);
      if (event.order_key.present()) named.insert({event.order_key.low, event.order_key.high});
    }
    for (const auto& [low, high] : named) {
      const auto order = core.find_order({low, high});
      if (!order) {
        known_.erase({low, high});
        continue;
      }
      Seen& before = known_[{low, high}];
      Seen after = seen_of(*order);
      if (sequences_[{low, high}] != order->sequence) before = {};
      sequences_[{low, high}] = order->sequence;
      add("Orders", before.status, after.status, by);
      add("Payments", before.payment, after.payment, by);
      add("Reviews", before.review, after.review, by);
      before.lines.resize(after.lines.size());
      for (std::size_t i = 0; i < after.lines.size(); ++i) {
        if (before.status == "new") before.lines[i] = {std::int64_t{order->lines[i].ordered}};
        watch_line(before.lines[i], after.lines[i], by);
      }
      before.left.resize(after.left.size());
      for (std::size_t i = 0; i < after.left.size(); ++i) {
        watch_moves("Deliveries", ways_gone, before.left[i], after.left[i], by);
      }
      before = after;
    }
  }

 private:
  void add(const std::string& table, const std::string& from, const std::string& to,
           const std::string& by) {
    if (from != to) moves_[table].insert({from, to, by});
  }
  // What a line is to have more than before is new, and what it is to have less is given back.
  void watch_line(Units before, Units after, const std::string& by) {
    const auto sum = [](const Units& units) {
      return std::accumulate(units.begin(), units.end(), std::int64_t{});
    };
    const std::int64_t more_ordered = sum(after) - sum(before);
    before.front() += std::max<std::int64_t>(0, more_ordered);
    after.back() += std::max<std::int64_t>(0, -more_ordered);
    watch_moves("Lines", places, before, after, by);
  }
  template <std::size_t count>
  void watch_moves(const std::string& table, const std::array<std::string_view, count>& names,
                   const std::array<std::int64_t, count>& before,
                   const std::array<std::int64_t, count>& after, const std::string& by) {
    std::vector<std::string> fewer;
    std::vector<std::string> more;
    for (std::size_t i = 0; i < count; ++i) {
      if (after[i] < before[i]) fewer.emplace_back(names[i]);
      if (after[i] > before[i]) more.emplace_back(names[i]);
    }
    auto& moves = fewer.size() <= 1 && more.size() <= 1 ? moves_ : unclear_;
    for (const std::string& from : fewer) {
      for (const std::string& to : more) moves[table].insert({from, to, by});
    }
  }
  void watch_return(const Event& event, const std::string& by) {
    if (event.type == EventType::return_requested) add("Returns", "new", "requested", by);
    if (event.type == EventType::return_completed) add("Returns", "requested", "completed", by);
    if (event.type == EventType::return_lapsed) add("Returns", "requested", "lapsed", by);
  }

  std::map<std::string, Moves>& moves_;
  std::map<std::string, Moves>& unclear_;
  std::map<std::pair<std::uint64_t, std::uint64_t>, Seen> known_;
  std::map<std::pair<std::uint64_t, std::uint64_t>, Sequence> sequences_;
};

}  // namespace allot::oracle
