// allot apply: JSON lines of commands in, JSON lines of events out, in order.
//
// Commands that are at hand are decided together and committed once; what they made is printed
// after that, so that nothing is shown before it is as durable as was asked for.
#include <unistd.h>

#include <algorithm>
#include <functional>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>
#include <span>
#include <string>

#include "inspection/event_printer.hpp"
#include "journal/record_codec.hpp"
#include "json/core_names.hpp"
#include "json/counted.hpp"
#include "json/decode_command.hpp"
#include "json/encode.hpp"
#include "program/exit_status.hpp"
#include "program/failure.hpp"
#include "program/input_report.hpp"
#include "program/interruption.hpp"
#include "program/kept_run.hpp"
#include "program/limits_text.hpp"
#include "program/line_reader.hpp"
#include "program/log_session.hpp"
#include "program/moment_sequences.hpp"
#include "program/open_log.hpp"
#include "program/progress_line.hpp"
#include "program/session_names.hpp"
#include "program/taking.hpp"
#include "program/terminal.hpp"
#include "program/verbs.hpp"
#include "sequencing/sequencer.hpp"

namespace allot::program {
namespace {

constexpr std::uint64_t commit_commands_max = 256;

// What is printed on stdout: lines, or with --json the same objects inside one; or a table.
class Printer {
 public:
  explicit Printer(const ApplyOptions& options) : one_object_(options.json), form_(options.form) {}

  // Effects: what is printed is that of a dry run on the log in this directory, as of then.
  void use_dry_run(const std::string& directory, Sequence as_of, bool is_table) {
    dry_run_on_ = directory;
    as_of_ = as_of;
    if (!is_table) return;
    inspection::PrintOptions how;
    how.form = form_;
    how.columns = table_columns();
    const inspection::Shown shown = shown_of(directory, {});
    how.currency = shown.currency;
    how.clock = shown.clock;
    table_ = inspection::table_printer(std::cout, how);
  }
  // Effects: prints the events of the session's last step, which decided `command`.
  void step(const LogSession& session, const Command& command) {
    const Core& core = session.core();
    if (table_ != nullptr) {
      table_->step({{core.last_sequence(), core.now(), false, 0, command}, session.events(), core});
      return;
    }
    const json::StepNames names(core, command);
    for (Event event : session.events()) {
      event.epoch = session.epoch();
      line(json::encode(event, names, form_));
    }
  }
  // Effects: prints what is wrong with a line of input in its place, which a table has none for.
  void bad_line(const std::string& message) {
    if (table_ == nullptr) return line({{"error", message}});
    std::cerr << "allot apply: " << message << '\n';
  }

  void line(const nlohmann::ordered_json& object) {
    if (one_object_) gathered_ += any_shown_ || !gathered_.empty() ? ",\n" : "\n";
    gathered_ += json::line_text(object);
    if (!one_object_) gathered_ += '\n';
  }
  [[nodiscard]] bool has_some() const noexcept { return table_ != nullptr || !gathered_.empty(); }
  // Effects: shows what has gathered. Returns: false when it cannot be written.
  bool flush() {
    begin();
    any_shown_ = any_shown_ || !gathered_.empty();
    std::cout << gathered_ << std::flush;
    gathered_.clear();
    return static_cast<bool>(std::cout);
  }
  // Effects: forgets what has gathered: it did not become as durable as was asked for.
  void drop() { gathered_.clear(); }
  // Effects: ends the one object with the fields of the summary; without one prints it if `wanted`.
  bool end(nlohmann::ordered_json summary, bool wanted) {
    if (table_ != nullptr) table_->finish();
    if (as_of_ != 0) {
      std::cerr << "allot apply: a dry run on " << dry_run_on_ << " as of sequence " << as_of_
                << ": nothing was logged\n";
      summary["dry_run_as_of"] = json::encode_integer(as_of_, form_);
    }
    if (!one_object_ && wanted) line(summary);
    if (!flush() || !one_object_) return static_cast<bool>(std::cout);
    std::cout << "\n]" << (summary.empty() ? "" : ",") << json::line_text(summary).substr(1) << '\n'
              << std::flush;
    return static_cast<bool>(std::cout);
  }

 private:
  void begin() {
    if (one_object_ && !begun_) std::cout << "{\"events\":[";
    begun_ = true;
  }

  bool one_object_;
  json::PrintForm form_;
  std::unique_ptr<inspection::EventPrinter> table_;
  std::string dry_run_on_;
  Sequence as_of_{};  // of a dry run; 0: it is none
  bool begun_{};
  bool any_shown_{};
  std::string gathered_;
};

// Returns: why a line is none that can be sent, whatever was decided before it.
Status check(const json::DecodedCommand& decoded, bool is_logged) {
  if (decoded.time && (*decoded.time < 0 || *decoded.time > time_max_ns)) {
    return {StatusCode::invalid_argument, time_out_of_range()};
  }
  // A skip is taken only where it names the poison that stopped the log, because any other would
  // stop every later recovery.
  if (std::holds_alternative<Skip>(decoded.command) && is_logged) {
    return {StatusCode::invalid_argument, "nothing in this log has to be skipped"};
  }
  return {};
}

// The first line of a file that is applied again changes nothing.
Status start_again(const Start& start, const Core& core) {
  if (limits_hash(start.limits) == limits_hash(core.limits())) return {};
  return {StatusCode::invalid_argument,
          "start can only be the first command of a log; this one has begun with other limits"};
}

// No shop's time is before 2000: what is so early is a count of something, or the 0 of a log in
// which no line had a time.
constexpr TimeNs first_of_shops = 946'684'800'000'000'000;

// Effects: notes what is held at `now` while no line had a time, and what the first time did to it.
void note_untimed(std::span<const Event> events, TimeNs now, bool is_first_time, std::uint64_t line,
                  InputReport& report) {
  using Untimed = InputReport::Untimed;
  const auto has = [events](EventType type) {
    return std::ranges::any_of(events, [type](const Event& event) { return event.type == type; });
  };
  if (now == 0 && has(EventType::line_held)) report.note_untimed(line, Untimed::held);
  if (!is_first_time) return;
  report.note_untimed(
      line, has(EventType::expired) ? Untimed::first_time_that_ended : Untimed::first_time);
}

// How far the input is, and whether Ctrl-C ended it.
class Watch {
 public:
  // What the recovery of a log asks. Returns: whether to go on.
  [[nodiscard]] bool recovers(PartDone part) {
    line_.begin("recovering the log");
    if (part.all == 0) return line_.goes_on(std::nullopt);
    return line_.goes_on(
        std::min(1.0, static_cast<double>(part.done) / static_cast<double>(part.all)));
  }
  // What looks at lines ahead of their decision asks.
  [[nodiscard]] bool compares(const LineReader& reader, std::optional<double> done) {
    line_.begin("comparing " + reader.name());
    return line_.goes_on(done);
  }
  // Effects: lines are taken from now on, of an input of which so much was read before. It is told
  //          before the first of them: how long the rest takes is then known with the first news.
  void begins_to_take(std::optional<double> done) {
    line_.begin("taking the lines", done.value_or(0));
  }
  void takes(std::optional<double> done) { line_.show(done); }
  // Effects: events that are printed on the terminal say by themselves how far it is.
  void prints() {
    if (prints_) return;
    prints_ = true;
    if (is_terminal(STDOUT_FILENO)) line_.end();
  }
  void end() { line_.end(); }
  // Effects: says where it ends. What was decided by then stays so, and is noted as taken.
  // Returns: the exit status.
  int stop(const LineReader& reader) {
    stopped_ = true;
    end();
    std::cerr << "allot apply: " << reader.name() << ": interrupted behind line " << reader.line()
              << "; the rest was not taken\n";
    return was_interrupted;
  }
  // Effects: says that it ends before the first line. Returns: the same.
  int stop_before(const std::string& while_what) {
    stopped_ = true;
    end();
    std::cerr << "allot apply: interrupted while " << while_what << "; nothing was taken\n";
    return was_interrupted;
  }
  [[nodiscard]] bool stopped() const noexcept { return stopped_; }

 private:
  ProgressLine line_{"recovering the log"};
  bool prints_{};
  bool stopped_{};
};

// Effects: opens the log that is gone on with, or, for a dry run, only read. `goes_on`: asked while
//          that is recovered.
Status open_session(const ApplyOptions& options, LogSession& session,
                    const std::function<bool(PartDone)>& goes_on) {
  if (options.dry_run) {
    const Result<std::unique_ptr<Storage>> log = open_log(options.journal);
    if (!log.ok()) return log.status();
    const Result<std::optional<Sequence>> at = last_sequence_of(*log.value(), options.at);
    if (!at.ok()) return at.status();
    return session.open_dry(*log.value(), at.value(), goes_on);
  }
  EngineOptions log;
  log.directory = options.journal;
  log.durability = durability_from(options.durability);
  log.must_exist = options.must_exist;
  if (options.drop_damaged_end) log.damaged_end = DamagedEnd::drop;
  return session.open(log, goes_on);
}

// Effects: does what an idle engine would do by itself behind the last line: so it is told, too,
//          who loses what a count took. `made`: told of each step; whether to go on.
Status do_what_is_left(LogSession& session, const std::function<bool()>& made) {
  while (session.core().work_due(session.core().now())) {
    if (Status status = session.step(Advance{}, session.core().now()); !status.ok()) return status;
    if (!made()) break;
  }
  return {};
}

class Apply {
 public:
  explicit Apply(const ApplyOptions& options)
      : options_(options),
        taking_(reader_, session_, options.key_space),
        names_(session_),
        decoder_(names_),
        printer_(options) {}

  int run() {
    if (const int result = open(); result != all_well) return end(result, {});
    return finish(take_lines());
  }

 private:
  int open() {
    if (Status status = set_limits(options_.limits, limits_); !status.ok()) {
      return fail(status, bad_input);
    }
    if (Status status = reader_.open(options_.file); !status.ok()) {
      if (Interruption::came()) return watch_.stop_before(options_.file + " was opened");
      return fail(status, bad_input);
    }
    Status status =
        open_session(options_, session_, [this](PartDone part) { return watch_.recovers(part); });
    if (!status.ok() && Interruption::came()) {
      return watch_.stop_before("the log in " + options_.journal + " was recovered");
    }
    if (status.ok()) status = go_on();
    if (status.ok()) {
      status = taking_.begin(
          [this](std::optional<double> done) { return watch_.compares(reader_, done); });
      if (!status.ok() && Interruption::came()) {
        return watch_.stop_before(reader_.name() + " was compared with what the log has");
      }
    }
    report_.note_known(taking_.known_lines());
    return status.ok() ? all_well : fail(status, exit_status_of(status));
  }

  // Effects: gets ready for more when the log has begun already.
  Status go_on() {
    if (session_.started()) {
      if (!options_.limits.empty()) {
        return {StatusCode::invalid_argument,
                "--limits: the log in " + options_.journal +
                    " has its own already; they are fixed when a log begins"};
      }
      time_ = session_.core().now();
    }
    if (options_.dry_run) {
      printer_.use_dry_run(options_.journal, session_.core().last_sequence(), options_.table);
    }
    if (const LogTail& tail = session_.tail(); tail.torn && options_.drop_damaged_end) {
      std::cerr << "allot apply: " << options_.journal << ": dropped "
                << json::counted(tail.dropped_frames, "frame") << " with "
                << json::counted(tail.dropped_records, "record") << " behind sequence "
                << tail.last_sequence << '\n';
    }
    if (const auto& poison = session_.poison()) {
      std::cerr << "allot apply: " << options_.journal << ": " << poison->text
                << "\nTo go on without that command, apply this line first:\n"
                << json::line_text(
                       json::encode(Command{Skip{poison->sequence, poison->hash}}, names_))
                << '\n';
    }
    return {};
  }

  // Effects: decides the input's lines. Returns: why it ended before the input did, or all_well.
  int take_lines() {
    watch_.begins_to_take(reader_.done());
    for (;;) {
      const Result<std::optional<std::string_view>> line = reader_.next();
      if (!line.ok()) return fail(line.status(), bad_input);
      if (!line.value()) return Interruption::came() ? watch_.stop(reader_) : all_well;
      taking_.line(*line.value());
      const std::uint64_t before = report_.left_undone();
      if (const int result = take(*line.value()); result != all_well) {
        taking_.left_out();
        return result;
      }
      if (report_.left_undone() == before) {
        taking_.took();
      } else {
        taking_.left_out();
      }
      ++counts_.uncommitted;
      // Never more than are noted together.
      const std::uint64_t enough = std::min(commit_commands_max, taking_.lines_between_notes());
      if (reader_.ready() && counts_.uncommitted < enough) continue;
      if (const int result = show(); result != all_well) return result;
      watch_.takes(reader_.done());
      if (Interruption::came()) return watch_.stop(reader_);
    }
  }

  // Effects: decides one line. Returns: all_well to go on.
  int take(std::string_view text) {
    if (text.find_first_not_of(" \t") == std::string_view::npos) return all_well;
    const json::Origin origin{reader_.name(), reader_.line()};
    Result<json::DecodedCommand> decoded = decoder_.decode(text, origin);
    if (!decoded.ok()) return refuse_line(decoded.status().message());
    // What a sale has of SKUs that nobody has defined is named first, at the time of the line.
    // Without room for a name the line is refused as one of what is not known.
    Status status;
    const std::vector<Code> unknown = decoded.value().unknown_skus;
    for (const Code& code : unknown) {
      ContentKeys keys;
      keys.add(NameSku::name);
      keys.add(code.text());
      json::DecodedCommand named;
      named.command = NameSku{line_key(keys.digest(), options_.key_space.value_or(0)), code};
      named.time = decoded.value().time;
      named.has_command_key = true;
      if (status = decide(named); !status.ok()) break;
    }
    if (status.ok() && !unknown.empty()) {
      decoded = decoder_.decode(text, origin);
      if (!decoded.ok()) return refuse_line(decoded.status().message());
    }
    if (status.ok()) status = decide(decoded.value());
    if (status.ok()) return all_well;
    const std::string message =
        std::string(origin.file) + ':' + std::to_string(origin.line) + ": " + status.message();
    if (status.code() == StatusCode::invalid_argument) return refuse_line(message);
    return fail({status.code(), message}, found_problem);
  }

  Status decide(json::DecodedCommand& decoded) {
    if (session_.poison()) return skip(decoded.command);
    const auto* start = std::get_if<Start>(&decoded.command);
    if (start != nullptr && session_.started()) return start_again(*start, session_.core());
    if (Status status = check(decoded, session_.epoch() != 0); !status.ok()) return status;
    const bool is_first_time = time_ == 0 && decoded.time.value_or(0) >= first_of_shops;
    if (!session_.started()) {
      if (Status status = begin(start, decoded.time.value_or(time_)); !status.ok()) return status;
      if (start != nullptr) {
        report_.note_decided(reader_.line(), decoded.command, session_.answer(), session_.events());
        return {};
      }
    } else if (decoded.time) {
      if (Status status = go_to(*decoded.time, decoded.command); !status.ok()) return status;
    }
    if (decoded.time) report_.note_unit(reader_.line(), *decoded.time);
    if (!decoded.has_command_key) json::set_command_key(decoded.command, taking_.key());
    if (Status status = taking_.note_begun(); !status.ok()) return status;
    if (Status status = session_.step(decoded.command, time_); !status.ok()) return status;
    tell_step(decoded.command);
    report_.note_decided(reader_.line(), decoded.command, session_.answer(), session_.events());
    note_untimed(session_.events(), time_, is_first_time, reader_.line(), report_);
    return {};
  }

  Status begin(const Start* start, TimeNs time) {
    if (start != nullptr && !options_.limits.empty()) {
      return {StatusCode::invalid_argument, "start and --limits both; use one of them"};
    }
    time_ = time;
    Status status = session_.start(start != nullptr ? start->limits : limits_, time_);
    if (status.ok()) tell_step(Start{});
    return status;
  }

  // Effects: the lines that follow have this time. Errors: invalid_argument for one that is so far
  //          ahead that it may be wrong, unless it was said that it is right.
  Status go_to(TimeNs time, const Command& command) {
    const TimeNs now = session_.core().now();
    const std::int64_t max_step_ns = session_.core().limits().max_step_ns;
    const auto* tick = std::get_if<Tick>(&command);
    const bool forced = tick != nullptr && tick->force;
    if (!forced && now != 0 && time > now && time - now > max_step_ns) {
      if (!options_.cross_gaps) {
        return {StatusCode::invalid_argument, gap_too_long(now, time, max_step_ns)};
      }
      if (Status status = session_.step(Tick{.force = true}, time); !status.ok()) return status;
      tell_step(Tick{});
    }
    report_.note_time(reader_.line(), now, time);
    time_ = time;
    return {};
  }

  Status skip(const Command& command) {
    const auto* skip = std::get_if<Skip>(&command);
    if (skip == nullptr) {
      return {StatusCode::poisoned, "the log takes nothing but a skip: " + session_.poison()->text};
    }
    if (options_.dry_run) {
      return {StatusCode::poisoned,
              "a dry run leaves out no command, as the log is only read; "
              "apply the skip without --dry-run first"};
    }
    if (Status status = session_.skip(*skip); !status.ok()) return status;
    time_ = session_.core().now();
    return {};
  }

  void tell_step(const Command& command) {
    ++counts_.commands;
    counts_.refused += session_.answer().reason != Reason::ok ? 1U : 0U;
    counts_.events += session_.events().size();
    printer_.step(session_, command);
    if (options_.answers) printer_.line(json::encode(session_.answer(), options_.form));
  }

  int refuse_line(const std::string& message) {
    report_.note_bad_line(reader_.line(), message);
    if (!options_.keep_going) return fail({StatusCode::invalid_argument, message}, bad_input);
    printer_.bad_line(message);
    return all_well;
  }

  int show() {
    counts_.uncommitted = 0;
    Status status = session_.commit();
    if (status.ok()) status = taking_.note_some();
    if (!status.ok()) return fail(status, found_problem);
    if (printer_.has_some()) watch_.prints();
    // main() says that output could not be written, for every command alike.
    return printer_.flush() ? all_well : found_problem;
  }

  int finish(int result) {
    if (result == all_well && options_.dry_run && !session_.poison()) {
      const Status done = do_what_is_left(session_, [this] {
        counts_.events += session_.events().size();
        printer_.step(session_, Advance{});
        return printer_.flush() && !Interruption::came();
      });
      if (!done.ok()) result = fail(done, found_problem);
      if (Interruption::came()) result = watch_.stop(reader_);
    }
    if (result == all_well && !session_.started()) {
      const Status status = session_.start(limits_, time_);
      if (!status.ok()) return end(fail(status, exit_status_of(status)), {});
      tell_step(Start{});
    }
    // What was decided before a bad line stays decided and is shown.
    Status closed = session_.commit();
    nlohmann::ordered_json summary = nlohmann::ordered_json::object();
    if (closed.ok() && session_.started()) {
      summary = summarise();
      closed = taking_.note_all();
      const Status end = session_.close();
      if (closed.ok()) closed = end;
    }
    if (!closed.ok()) {
      printer_.drop();
      result = fail(closed, found_problem);
    }
    return end(result, std::move(summary));
  }

  // Effects: prints the end of it. Returns: the exit status.
  int end(int result, nlohmann::ordered_json summary) {
    watch_.end();
    report_.tell(reader_.name(), options_.keep_going);
    if (watch_.stopped()) summary["interrupted"] = true;
    if (!error_.ok()) {
      summary["error"] = error_.message();
      summary["cause"] = cause_name(error_.code());
    }
    if (!printer_.end(std::move(summary), options_.digest && result == all_well))
      return found_problem;
    if (result == all_well && (!sound_ || session_.poison())) return found_problem;
    if (result != all_well) return result;
    const auto happened = [this](const std::string& kind) { return report_.has(kind); };
    if (std::ranges::any_of(options_.fail_on, happened)) return named_happened;
    return report_.all_taken() || options_.keep_going ? all_well : bad_input;
  }

  nlohmann::ordered_json summarise() {
    nlohmann::ordered_json summary{
        {"commands", counts_.commands},
        {"event_count", counts_.events},
        {"refused", counts_.refused},
        {"bad_lines", report_.bad_lines()},
        {"last_sequence", json::encode_integer(session_.core().last_sequence(), options_.form)}};
    if (options_.json) report_.add_to(summary);
    if (options_.digest || options_.json) {
      const Conservation books = session_.core().conservation();
      sound_ = books.holds && books.oversold_units == 0;
      summary["digest"] = session_.core().digest().hex();
      summary["conservation"] = books.holds;
      summary["oversold_units"] = books.oversold_units;
      if (!books.fault.empty()) summary["fault"] = books.fault;
    }
    return summary;
  }

  int fail(const Status& status, int result) {
    // A log that failed would say the same again when it is closed, so only the first is told.
    if (error_.message().ends_with(status.message())) return result;
    std::cerr << "allot apply: " << status.message() << '\n';
    if (error_.ok()) error_ = status;
    return result;
  }

  const ApplyOptions& options_;
  Limits limits_{.time_source = TimeSource::host};
  LineReader reader_;
  LogSession session_;
  Taking taking_;
  SessionNames names_;
  json::CommandDecoder decoder_;
  Printer printer_;
  TimeNs time_{};
  InputReport report_;
  struct Counts {
    std::uint64_t uncommitted{};  // lines since the log was committed last
    std::uint64_t commands{};
    std::uint64_t events{};
    std::uint64_t refused{};
  };
  Counts counts_;
  bool sound_{true};
  Watch watch_;
  Status error_;  // the first that ended it
};

}  // namespace

int apply(const ApplyOptions& options) {
  Apply apply(options);
  return apply.run();
}

}  // namespace allot::program
