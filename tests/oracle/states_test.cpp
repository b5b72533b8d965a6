// docs/states.md says which commands move what; random commands have to do just that.
//
// Each row of its tables is (what, from, to, by). What a run of random commands does that no row
// says is a fault of the page, and so is a row that no run ever does. Before each command all that
// is due is done, so that what a timer does is not taken for what the command did.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <map>
#include <numeric>
#include <set>
#include <span>
#include <sstream>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "allot/core/core.hpp"
#include "allot/messages/command_type.hpp"
#include "allot/messages/message_types.hpp"
#include "allot/messages/order_state.hpp"
#include "allot/messages/outcome.hpp"
#include "generator/command_generator.hpp"

namespace allot::oracle {
namespace {

using Move = std::tuple<std::string, std::string, std::string>;  // from, to, by
using Moves = std::set<Move>;

struct Page {
  std::map<std::string, Moves> tables;  // by the word in the heading's last place
  std::string text;
};

std::vector<std::string> cells_of(const std::string& line) {
  std::vector<std::string> cells;
  std::istringstream in(line.substr(1));
  for (std::string cell; std::getline(in, cell, '|');) {
    const auto from = cell.find_first_not_of(' ');
    const auto to = cell.find_last_not_of(' ');
    cells.push_back(from == std::string::npos ? "" : cell.substr(from, to - from + 1));
  }
  return cells;
}

// Names in backticks, apart by commas.
std::vector<std::string> names_in(const std::string& cell) {
  std::vector<std::string> names;
  for (std::size_t at = cell.find('`'); at != std::string::npos; at = cell.find('`', at)) {
    const std::size_t end = cell.find('`', at + 1);
    names.push_back(cell.substr(at + 1, end - at - 1));
    at = end + 1;
  }
  return names;
}

// The tables whose head is "| from | to | by |", each under a heading.
Page read_page() {
  Page page;
  std::ifstream file(std::string(ALLOT_SOURCE_DIRECTORY) + "/docs/states.md");
  std::string heading;
  bool in_table = false;
  for (std::string line; std::getline(file, line);) {
    page.text += line + '\n';
    if (line.starts_with("## ")) heading = line.substr(3);
    if (line.starts_with("| from | to | by |")) {
      in_table = true;
      continue;
    }
    if (!line.starts_with("|")) in_table = false;
    if (!in_table || line.starts_with("|--")) continue;
    const std::vector<std::string> cells = cells_of(line);
    for (const std::string& by : names_in(cells.at(2))) {
      page.tables[heading].insert({cells.at(0), cells.at(1), by});
    }
  }
  return page;
}

// Where the units of a line are; each unit is in one of these.
constexpr std::array<std::string_view, 9> places{
    "new", "waiting", "held", "allocated", "picked", "packed", "shipped", "refused", "given back"};
using Units = std::array<std::int64_t, places.size()>;

// Where the units of a line are that have left, and those that have not.
constexpr std::array<std::string_view, 6> ways_gone{"not left", "on its way", "delivered",
                                                    "lost",     "refused",    "back"};
using Left = std::array<std::int64_t, ways_gone.size()>;

Left left_of(const LineInspection& line) {
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

bool is_firm(const OrderInspection& order) {
  return order.payment != Payment::unpaid && order.payment != Payment::pending &&
         order.review == Review::clear;
}

Seen seen_of(const OrderInspection& order) {
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

std::string row(const Move& move) {
  const auto& [from, to, by] = move;
  return "| " + from + " | " + to + " | `" + by + "` |\n";
}

void run(std::uint64_t seed, std::map<std::string, Moves>& moves,
         std::map<std::string, Moves>& unclear, std::size_t& commands) {
  generator::CommandGenerator source(seed);
  Core core(source.limits());
  Outcome out(Core::step_events_max(source.limits()));
  Watch watch(moves, unclear);
  const auto apply = [&](Sequenced in, const std::string& by) {
    in.sequence = core.last_sequence() + 1;
    core.apply(in, out);
    watch.step(core, out.events(), by);
    source.observe(out.events());
  };
  for (std::uint32_t i = 0; i < source.profile().commands; ++i, ++commands) {
    const Sequenced in = source.next();
    // A step may do one unit of work, of which there may be some for each line, hold and order.
    for (int idle = 0; i > 0 && core.work_due(in.time) && idle < 2'000'000; ++idle) {
      apply({.time = in.time, .command = Advance{}}, "time");
    }
    ASSERT_FALSE(i > 0 && core.work_due(in.time)) << "what is due is not done, of seed " << seed;
    const CommandType type = command_type(in.command);
    const bool idles = type == CommandType::tick || type == CommandType::advance;
    apply(in, idles ? "time" : std::string(command_name(type)));
  }
}

// What random commands do too seldom to be counted on: a channel collects on delivery from now on,
// and what is set aside for an order of it is no longer enough.
void change_in_a_changed_channel(std::map<std::string, Moves>& moves,
                                 std::map<std::string, Moves>& unclear) {
  const Limits limits;
  Core core(limits);
  Outcome out(Core::step_events_max(limits));
  Watch watch(moves, unclear);
  std::uint64_t keys = 0;
  const auto key = [&keys] { return CommandKey{++keys, 0}; };
  const auto apply = [&](const Command& command) {
    const Sequenced in{.sequence = core.last_sequence() + 1, .time = 1'000, .command = command};
    ASSERT_EQ(core.apply(in, out).reason, Reason::ok) << command_name(command_type(command));
    watch.step(core, out.events(), std::string(command_name(command_type(command))));
  };
  DefineChannel channel{.command_key = key(), .code = *Code::from("C1")};
  channel.hold_ttl_ns = channel.review_ttl_ns = 1'000'000;
  channel.firm_when = FirmWhen::authorised;
  channel.authorisation_ttl_ns = 1'000'000;
  apply(Start{limits});
  apply(DefineSku{key(), *Code::from("S1"), 100});
  apply(DefineNode{key(), *Code::from("N1"), 0});
  apply(DefineZone{key(), *Code::from("Z1")});
  apply(channel);
  apply(DefineLane{key(), {1}, {1}, 500, 1, 0, true});
  apply(DefineNetwork{key(), {1}, {1}, true});
  apply(Receive{key(), {1}, {1}, 0, 9, 0});
  const std::array one{OrderLine{.sku = {1}, .quantity = 1, .price = 100}};
  Place place;
  place.command_key = key();
  place.order_key = {1, 0};
  place.channel = {1};
  place.zone = {1};
  place.lines = one;
  apply(place);
  RecordPayment payment;
  payment.command_key = key();
  payment.order_key = place.order_key;
  payment.payment_key = {7, 0};
  payment.amount = 100;
  payment.kind = PaymentKind::authorised;
  apply(payment);
  channel.command_key = key();
  channel.firm_when = FirmWhen::captured;
  channel.authorisation_ttl_ns = 0;
  channel.cash_on_delivery = true;
  apply(channel);
  const std::array two{OrderLine{.sku = {1}, .quantity = 2, .price = 100}};
  Modify modify;
  modify.command_key = key();
  modify.order_key = place.order_key;
  modify.lines = two;
  apply(modify);
}

bool is_of_the_floor(std::uint64_t seed) {
  const generator::CommandGenerator source(seed);
  return source.profile().weights[static_cast<std::size_t>(generator::Kind::release_order)] >= 120;
}

TEST(States, AreMovedAsThePageSays) {
  const Page page = read_page();
  std::map<std::string, Moves> moves;
  std::map<std::string, Moves> unclear;
  generator::RandomSource seeds(46'47);
  // Then come runs that are busy on the floor, where what is rare happens.
  constexpr std::size_t of_all_kinds = 8'000'000;
#ifdef ALLOT_SANITIZED
  // A sanitizer takes twenty times as long: the first of these runs are looked at there, and that
  // all of the page happens by builds without one.
  constexpr std::size_t least = 120'000;
  constexpr bool all_happens = false;
#else
  constexpr std::size_t least = 14'400'000;
  constexpr bool all_happens = true;
#endif
  for (std::size_t commands = 0; commands < least;) {
    const std::uint64_t seed = seeds.next();
    if (commands < of_all_kinds || is_of_the_floor(seed)) {
      ASSERT_NO_FATAL_FAILURE(run(seed, moves, unclear, commands));
    }
  }
  ASSERT_NO_FATAL_FAILURE(change_in_a_changed_channel(moves, unclear));
  for (const auto& [table, seen] : moves) {
    const auto found = page.tables.find(table);
    const Moves said = found == page.tables.end() ? Moves{} : found->second;
    std::string missing;
    for (const Move& move : seen) missing += said.contains(move) ? "" : row(move);
    EXPECT_EQ(missing, "") << "happens, and docs/states.md does not say it under " << table;
    std::string never;
    for (const Move& move : all_happens ? said : Moves{}) {
      never += seen.contains(move) || unclear[table].contains(move) ? "" : row(move);
    }
    EXPECT_EQ(never, "") << "docs/states.md says it under " << table << ", and it never happens";
  }
  // What moved at once has to be made of moves that the page says.
  for (const auto& [table, at_once] : unclear) {
    const Moves& said = page.tables.at(table);
    const auto any = [&said](auto is) { return std::ranges::any_of(said, is); };
    for (const auto& [from, to, by] : at_once) {
      EXPECT_TRUE(any([&, f = from, b = by](const Move& m) {
        return std::get<0>(m) == f && std::get<2>(m) == b;
      })) << from
          << " by " << by;
      EXPECT_TRUE(any([&, t = to, b = by](const Move& m) {
        return std::get<1>(m) == t && std::get<2>(m) == b;
      })) << to
          << " by " << by;
    }
  }
}

// Each state of a table is in the picture above it.
TEST(States, AreInThePictures) {
  const Page page = read_page();
  for (const auto& [table, moves] : page.tables) {
    const std::size_t from = page.text.find("## " + table);
    const std::size_t to = page.text.find("| from | to | by |", from);
    const std::string picture = page.text.substr(from, to - from);
    for (const auto& [before, after, by] : moves) {
      EXPECT_NE(picture.find(before), std::string::npos) << before << " of " << table;
      EXPECT_NE(picture.find(after), std::string::npos) << after << " of " << table;
    }
  }
}

}  // namespace
}  // namespace allot::oracle
