// How far a walk through a log is, for whoever waits for it, and where Ctrl-C ended it.
#pragma once

#include <string>

#include "allot/types/status.hpp"
#include "inspection/log_walk.hpp"
#include "journal/journal_reader.hpp"
#include "program/progress_line.hpp"

namespace allot::program {

class LogProgress {
 public:
  LogProgress() : line_("reading the log") {}

  // What a reading of the records asks. Returns: whether to go on.
  [[nodiscard]] bool reads(PartDone part);
  // What a walk asks (WalkOptions::on_progress). Returns: the same.
  [[nodiscard]] bool walks(const inspection::WalkProgress& progress);
  void wipe() { line_.wipe(); }
  void end() { line_.end(); }
  // Effects: ends it where what is printed on stdout goes to a terminal, as it tells by itself how
  //          far it is.
  void makes_room_for_output();

  // Returns: "interrupted while the log was read", "interrupted behind sequence 4096 of 10000".
  [[nodiscard]] std::string how_far() const;

 private:
  ProgressLine line_;
  inspection::WalkProgress last_;
  bool has_made_room_{};
};

}  // namespace allot::program
