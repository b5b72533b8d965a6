// docs/states.md says which commands move what; random commands have to do just that.
//
// Each row of its tables is (what, from, to, by). What a run of random commands does that no row
// says is a fault of the page, and so is a row that no run ever does. Before each command all that
// is due is done, so that what a timer does is not taken for what the command did.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <tuple>
#include <vector>

#include "allot/core/core.hpp"
#include "allot/messages/command_type.hpp"
#include "allot/messages/outcome.hpp"
#include "generator/command_generator.hpp"
#include "rare_moves.hpp"
#include "state_watch.hpp"

namespace allot::oracle {
namespace {

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
  make_rare_moves(moves, unclear);
  ASSERT_FALSE(HasFailure());
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
