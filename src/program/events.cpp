// allot events: shows every event of a log, in a form for people or for programs.
#include <unistd.h>

#include <chrono>
#include <iostream>
#include <memory>
#include <string>
#include <thread>
#include <utility>

#include "files/numbers.hpp"
#include "inspection/event_printer.hpp"
#include "inspection/log_walk.hpp"
#include "json/scalar_text.hpp"
#include "program/exit_status.hpp"
#include "program/failure.hpp"
#include "program/interruption.hpp"
#include "program/kept_run.hpp"
#include "program/log_progress.hpp"
#include "program/open_log.hpp"
#include "program/terminal.hpp"
#include "program/verbs.hpp"

namespace allot::program {
namespace {

using inspection::EventPrinter;
using inspection::LogWalk;
using inspection::Moment;
using inspection::WalkEnd;

std::unique_ptr<EventPrinter> printer_of(const EventsOptions& options) {
  inspection::PrintOptions how;
  how.form = options.form;
  how.columns = table_columns();
  how.currency = {options.currency, files::exponent_of(options.currency).value_or(0)};
  const std::string format = options.json ? "json" : options.format;
  if (format == "json") return inspection::json_printer(std::cout, how);
  if (format == "csv") return inspection::csv_printer(std::cout, how);
  if (format == "arrow") return inspection::arrow_printer(std::cout, how);
  const inspection::Shown shown = shown_of(options.directory, options.currency);
  how.currency = shown.currency;
  how.clock = shown.clock;
  return inspection::table_printer(std::cout, how);
}

// Hands a walk on to the printer.
class Printing final : public inspection::StepVisitor {
 public:
  Printing(EventPrinter& printer, LogProgress& progress) : printer_(printer), progress_(progress) {}
  void step(const inspection::Step& step) override {
    progress_.makes_room_for_output();
    printer_.step(step);
  }
  void pause() override { printer_.pause(); }
  [[nodiscard]] bool enough() const override { return printer_.enough(); }

 private:
  EventPrinter& printer_;
  LogProgress& progress_;
};

// Returns: what is wrong with the options together; ok when nothing is.
Status check(const EventsOptions& options) {
  if (inspection::lies_behind(options.from, options.to)) {
    return {StatusCode::invalid_argument, std::string(inspection::lies_behind_text)};
  }
  if (options.format == "arrow" && !options.json && is_terminal(STDOUT_FILENO)) {
    return {StatusCode::invalid_argument,
            "an Arrow stream is not for a terminal; write it to a file: allot events " +
                options.directory + " --format arrow > events.arrows"};
  }
  return {};
}

// Shows what is written from now on, until it is interrupted or the log ends for good.
Result<WalkEnd> follow(LogWalk& walk, Result<WalkEnd> end) {
  constexpr std::chrono::milliseconds pause{50};
  while (end.ok() && end.value() == WalkEnd::log && !Interruption::came() && std::cout) {
    std::this_thread::sleep_for(pause);
    end = walk.run();
  }
  return end;
}

// Returns: the exit status, when the walk ended so. Says on stderr what is missing.
int judge(const EventsOptions& options, const LogWalk& walk, WalkEnd end,
          const LogProgress& progress) {
  const Sequence last = walk.core() != nullptr ? walk.core()->last_sequence() : 0;
  if (end == WalkEnd::poison) {
    std::cerr << "allot events: " << walk.poison()->text << '\n';
    return found_problem;
  }
  if (options.follow && Interruption::came()) return all_well;
  if (end == WalkEnd::stopped && Interruption::came()) {
    std::cerr << "allot events: " << progress.how_far() << "; the rest is not shown\n";
    return was_interrupted;
  }
  if (options.to.sequence && last < *options.to.sequence) {
    std::cerr << "allot events: the log ends at sequence " << last << ", before "
              << *options.to.sequence << '\n';
    return found_problem;
  }
  return all_well;
}

}  // namespace

int events(const EventsOptions& options) {
  if (Status status = check(options); !status.ok())
    return fail("events", options.json, status, bad_input);
  Result<std::unique_ptr<Storage>> storage = open_log(options.directory);
  if (!storage.ok()) return fail("events", options.json, storage.status(), bad_input);
  LogProgress progress;
  const std::unique_ptr<EventPrinter> printer = printer_of(options);
  inspection::WalkOptions how;
  how.from = options.from;
  how.to = options.to;
  how.follows = options.follow;
  how.on_progress = [&progress](const inspection::WalkProgress& now) {
    return progress.walks(now) && static_cast<bool>(std::cout);
  };
  Printing printing(*printer, progress);
  LogWalk walk(*storage.value(), how, printing);
  Result<WalkEnd> end = walk.run();
  progress.end();
  if (options.follow) end = follow(walk, std::move(end));
  printer->finish();
  if (!end.ok()) return fail("events", options.json, end.status(), found_problem);
  if (walk.core() == nullptr && !options.follow && end.value() != WalkEnd::stopped) {
    return fail("events", options.json,
                {StatusCode::not_found,
                 options.directory + (options.to.time ? ": the log begins later than --to"
                                                      : ": the log holds no record yet")},
                found_problem);
  }
  return judge(options, walk, end.value(), progress);
}

}  // namespace allot::program
