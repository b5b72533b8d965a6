// The engine and the naive engine side by side over one run of commands.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "allot/core/core.hpp"
#include "checking_trace.hpp"
#include "coverage.hpp"
#include "naive_engine.hpp"

namespace allot::oracle {

class Pair {
 public:
  // `semantics`: by which both decide. `traced`: the engine tells what it looks at, which must
  // change no decision, and prefetches before each step.
  Pair(const Limits& limits, Semantics semantics, bool traced);

  // Effects: applies `in` to both. Returns: how they differ, or which cap is passed; nothing when
  // all is well.
  [[nodiscard]] std::optional<std::string> step(const Sequenced& in);
  // Returns: how the two states differ, or what does not add up in one of them.
  [[nodiscard]] std::optional<std::string> compare_states() const;
  // Returns: how a look-up (order, code, available units) differs from the state.
  [[nodiscard]] std::optional<std::string> compare_lookups() const;
  [[nodiscard]] std::string compare_available() const;
  [[nodiscard]] std::string compare_seen_sums() const;
  [[nodiscard]] std::string compare_feeds() const;
  [[nodiscard]] const std::vector<Event>& events() const { return expected_; }
  [[nodiscard]] const State& state() const { return naive_.state(); }

 private:
  [[nodiscard]] std::optional<std::string> compare_caps();
  [[nodiscard]] std::string read_feeds();
  [[nodiscard]] std::string compare_causes();

  NaiveEngine naive_;
  Core core_;
  Outcome outcome_;
  std::vector<Event> expected_;
  CheckingTrace trace_;
  bool traced_;
  // What was debited and what is excess after the last command.
  std::map<CapAccount, std::pair<std::int64_t, std::int64_t>> debited_;
  // What was available after the last command, by SKU and node, and when that was.
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::int64_t> available_;
  TimeNs before_{};
  std::set<std::pair<OrderKey, std::uint32_t>> takers_;  // orders that ever held of a SKU
  // What a host that read all events believes to be for sale, by channel and SKU.
  std::map<std::pair<std::uint32_t, std::uint32_t>, NaiveTold> believed_;
};

struct Difference {
  std::size_t command{};  // number of commands applied, the failing one included
  std::string text;
};

struct RunResult {
  std::size_t commands{};
  std::optional<Difference> difference;
  std::vector<Sequenced> shrunk;  // a shorter run that differs too; only after a difference
  Difference shrunk_difference;
};

// Returns: the semantics of the run of `seed`: mostly the newest, now and then an older one.
[[nodiscard]] Semantics semantics_of_run(std::uint64_t seed) noexcept;

// Effects: the run of `seed`, compared after every command, states now and then and at the end.
// `shrunk` borrows nothing: its lists are kept by `lists`.
struct Run {
  RunResult result;
  std::vector<std::vector<std::uint64_t>> lists;
};
[[nodiscard]] Run compare_run(std::uint64_t seed, Coverage& coverage);

}  // namespace allot::oracle
