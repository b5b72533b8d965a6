// allot inspect: walks through the segments, frames and records of a log and shows them as they
// are.
#include <iostream>
#include <limits>
#include <nlohmann/json.hpp>
#include <sstream>

#include "journal/journal_reader.hpp"
#include "json/counted.hpp"
#include "json/encode.hpp"
#include "json/scalar_text.hpp"
#include "program/exit_status.hpp"
#include "program/failure.hpp"
#include "program/log_point_text.hpp"
#include "program/log_progress.hpp"
#include "program/moment_sequences.hpp"
#include "program/open_log.hpp"
#include "program/terminal.hpp"
#include "program/verbs.hpp"
#include "types/key_text.hpp"

namespace allot::program {
namespace {

using Json = nlohmann::ordered_json;

// Prints what lies between two sequences, each part on a line of its own.
class Walk final : public LogVisitor {
 public:
  Walk(const InspectOptions& options, Sequence from, Sequence to, std::ostream& out)
      : options_(options), from_(from), to_(to), out_(out) {}

  bool goes_on(PartDone part) override { return progress_.reads(part); }

  void segment(const SegmentHeader& header, const std::string& file) override {
    file_ = file;
    if (!options_.frames) return;
    progress_.makes_room_for_output();
    if (!options_.json) {
      std::ostringstream line;
      line << "segment " << file << ": epoch " << header.epoch << ", shard " << header.shard
           << ", from sequence " << header.first_sequence << ", format " << header.format_version
           << ", semantics " << header.semantics.version() << "\n";
      put_line(line);
      return;
    }
    put({{"segment", file},
         {"epoch", header.epoch},
         {"shard", header.shard},
         {"first_sequence", integer(header.first_sequence)},
         {"format_version", header.format_version},
         {"semantics_version", header.semantics.version()}});
  }

  void frame(const FrameHeader& header) override {
    const bool shown = header.count == 0 ? header.first_sequence >= from_
                                         : wanted(header.first_sequence, header.last_sequence());
    if (!options_.frames || !shown) return;
    progress_.makes_room_for_output();
    if (!options_.json) {
      std::ostringstream line;
      line << "  frame at " << header.offset << ": " << json::counted(header.frame_bytes, "byte")
           << ", " << json::counted(header.count, "record") << " from sequence "
           << header.first_sequence << ", durable to " << header.durable << ", chain "
           << chain_text(header.chain)
           << (header.closes()    ? ", closes the log"
               : header.watermark ? ", vouches for what stands before"
                                  : "")
           << "\n";
      put_line(line);
      return;
    }
    Json object{{"frame", header.offset},
                {"file", file_},
                {"bytes", header.frame_bytes},
                {"records", header.count},
                {"first_sequence", integer(header.first_sequence)}};
    json::put_time(object, "base_time", header.base_time, options_.form);
    object["durable_sequence"] = integer(header.durable);
    object["has_checks"] = header.has_checks;
    object["watermark"] = header.watermark;
    object["chain"] = chain_text(header.chain);
    put(object);
  }

  void end() { progress_.end(); }

  void record(const LogRecord& record) override {
    const Sequenced& in = record.command;
    if (!wanted(in.sequence, in.sequence)) return;
    progress_.makes_room_for_output();
    const Json command = json::encode(in.command, names_, options_.form);
    if (!options_.json) {
      std::ostringstream line;
      line << "    " << in.sequence << "  " << json::time_text(in.time) << "  "
           << json::line_text(command) << (in.step_too_large ? "  (step too large)" : "") << "\n";
      put_line(line);
      return;
    }
    Json object{{"record", integer(in.sequence)}};
    json::put_time(object, "time", in.time, options_.form);
    object["file"] = file_;
    object["offset"] = record.position.offset;
    object["bytes"] = record.bytes;
    object["epoch"] = record.epoch;
    object.update(command);
    object["body_hash"] = integer(in.body_hash);
    if (record.has_check) object["check"] = record.check;
    if (in.step_too_large) object["step_too_large"] = true;
    put(object);
  }

 private:
  [[nodiscard]] bool wanted(Sequence low, Sequence high) const {
    return high >= from_ && low <= to_;
  }
  [[nodiscard]] Json integer(std::uint64_t value) const {
    return json::encode_integer(value, options_.form);
  }
  void put_line(const std::ostringstream& line) { out_ << fitted(line.str(), columns_); }
  void put(const Json& object) {
    out_ << (first_ ? "\n" : ",\n") << json::line_text(object);
    first_ = false;
  }

  const InspectOptions& options_;
  Sequence from_;  // the first to show
  Sequence to_;    // the last
  std::ostream& out_;
  json::NoNames names_;  // a record has ids only; the catalogue is state, not log
  std::string file_;
  bool first_{true};
  std::size_t columns_{line_columns()};
  LogProgress progress_;
};

}  // namespace

int inspect(const InspectOptions& options) {
  if (inspection::lies_behind(options.from, options.to)) {
    return fail("inspect", options.json,
                {StatusCode::invalid_argument, std::string(inspection::lies_behind_text)},
                bad_input);
  }
  Result<std::unique_ptr<Storage>> storage = open_log(options.directory);
  if (!storage.ok()) return fail("inspect", options.json, storage.status(), bad_input);
  const Result<std::optional<Sequence>> to = last_sequence_of(*storage.value(), options.to);
  if (!to.ok()) return fail_moment("inspect", options.json, to.status());
  const Result<std::optional<Sequence>> from = first_sequence_of(*storage.value(), options.from);
  if (!from.ok()) return fail_moment("inspect", options.json, from.status());
  Walk walk(options, from.value().value_or(1),
            to.value().value_or(std::numeric_limits<Sequence>::max()), std::cout);
  if (options.json) std::cout << "{\"parts\":[";
  const LogReport report = allot::inspect(*storage.value(), walk);
  walk.end();
  if (options.json) {
    Json end{{"sound", report.ok() && !report.stopped},
             {"segments", report.segments},
             {"frames", report.frames},
             {"records", report.records},
             {"semantics_version", report.semantics.version()},
             {"last_sequence", json::encode_integer(report.last_sequence, options.form)},
             {"live", report.live},
             {"interrupted", report.stopped},
             {"torn", report.tail.torn},
             {"closed", report.tail.closed}};
    if (report.stopped) end["torn"] = end["closed"] = nullptr;  // its end was not seen
    if (!report.ok()) {
      end["fault"] = report.fault.message();
      end["cause"] = cause_name(report.fault.code());
    }
    std::cout << "\n]," << json::line_text(end).substr(1) << '\n';
  } else {
    std::ostringstream out;
    out << json::counted(report.segments, "segment") << ", "
        << json::counted(report.frames, "frame") << ", " << json::counted(report.records, "record")
        << "; semantics " << report.semantics.version()
        << (report.semantics == Semantics{} ? "" : ", which this log keeps") << "\n";
    std::cout << fitted(out.str(), line_columns());
  }
  if (report.stopped) {
    std::cerr << "allot inspect: interrupted behind sequence " << report.last_sequence
              << "; the rest was not read\n";
    return was_interrupted;
  }
  if (!report.ok()) std::cerr << "allot inspect: " << report.fault.message() << '\n';
  return report.ok() ? all_well : found_problem;
}

}  // namespace allot::program
