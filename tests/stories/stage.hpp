// Where a story is played: the engine as `allot apply` drives it, with a log on disk, and beside it
// the naive oracle, which has to tell the same.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "driver/scratch_directory.hpp"
#include "json/core_names.hpp"
#include "json/decode_command.hpp"
#include "naive_engine.hpp"
#include "program/log_session.hpp"

namespace allot::stories {

// The engine and the oracle do not agree, or the engine contradicts itself.
struct Disagreement : std::runtime_error {
  using std::runtime_error::runtime_error;
};

class Stage {
 public:
  Stage();

  [[nodiscard]] bool started() const { return oracle_.has_value(); }
  // Effects: decides one line of JSON, as `allot apply` takes it; the first one is `start`.
  // Returns: what is wrong with the line, without a place; ok when it was decided.
  [[nodiscard]] Status line(const std::string& text);
  // Effects: does what work is due, as an engine does when nothing else is asked of it.
  void idle();
  // Effects: ends the log, replays it.
  void finish();

  // What was told since take_events(), in order.
  [[nodiscard]] const std::vector<Event>& events() const { return events_; }
  // Returns: the same, and forgets it.
  [[nodiscard]] std::vector<Event> take_events();
  [[nodiscard]] const Core& core() const { return session_.core(); }
  [[nodiscard]] const oracle::State& state() const { return oracle_->state(); }
  [[nodiscard]] const std::vector<std::string>& lines() const { return lines_; }
  // Of the last command; 0 where it names none.
  [[nodiscard]] OrderKey order_key() const { return order_key_; }

 private:
  [[nodiscard]] Status decide(const Command& command, TimeNs time);
  void compare(const Command& command, TimeNs stamp);

  test::ScratchDirectory directory_;
  program::LogSession session_;
  std::optional<json::CoreNames> names_;
  std::optional<json::CommandDecoder> decoder_;
  std::optional<oracle::NaiveEngine> oracle_;
  std::vector<Event> events_;
  std::vector<std::string> lines_;
  OrderKey order_key_;
  TimeNs time_{};
};

}  // namespace allot::stories
