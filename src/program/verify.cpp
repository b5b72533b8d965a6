// allot verify: reads every byte of a log and says where the first fault lies. Decides nothing.
#include <algorithm>
#include <iostream>
#include <nlohmann/json.hpp>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include "journal/journal_reader.hpp"
#include "journal/position_file.hpp"
#include "journal/recovery.hpp"
#include "journal/torn_end.hpp"
#include "json/counted.hpp"
#include "json/encode.hpp"
#include "program/exit_status.hpp"
#include "program/failure.hpp"
#include "program/log_point_text.hpp"
#include "program/log_progress.hpp"
#include "program/open_log.hpp"
#include "program/terminal.hpp"
#include "program/verbs.hpp"

namespace allot::program {
namespace {

// Returns: how many frames may be missing behind the end; nothing when the log cannot tell.
std::optional<std::uint64_t> frames_missing_max(const LogReport& report) {
  if (report.tail.closed) return 0;
  if (report.live || !report.tail.whole_length) return std::nullopt;
  return report.tail.stray_blocks;
}

// Returns: "shop/0000000001.log, offset 8192, sequence 31".
std::string place_of_end(const std::string& directory, const LogReport& report) {
  return directory + "/" + segment_name(report.tail.segment) + ", offset " +
         std::to_string(report.tail.bytes) + ", sequence " +
         std::to_string(report.tail.last_sequence + 1);
}

// Requires: the tail is torn. Returns: what its bytes tell, and what there is to do about them.
std::string torn_text(const std::string& directory, const LogReport& report, bool changed) {
  const bool one = report.tail.stray_blocks == 1;
  const std::string begin = place_of_end(directory, report) + ": " +
                            json::counted(report.tail.stray_blocks, "block") +
                            (one ? " that is" : " that are") + " no whole frame, ";
  const std::string rest = std::string("; no record is known to be missing. Where the log was ") +
                           "closed in order, or had more, restore this file from a copy; else " +
                           "whoever writes next leaves " + (one ? "it" : "them") + " out";
  if (changed) return begin + "and damaged later: no write leaves such bytes" + rest;
  return begin +
         "either of a write that never finished or damaged later, such as the frame that closes a "
         "log: the bytes cannot tell, a point that was kept can (--at-least)" +
         rest;
}

std::string end_text(const LogReport& report) {
  if (report.tail.closed) return "closed in order";
  if (report.live) return "it is being written; this is it as of now";
  if (const auto most = frames_missing_max(report)) {
    return *most == 0 ? "not closed; no frame is missing that left a trace"
                      : "not closed; up to " + json::counted(*most, "frame") + " may be missing";
  }
  std::string text =
      "not closed; frames that the system had not written when it died are missing without a trace";
  if (report.tail.stray_blocks == 0) return text;
  return text + ", and up to " + std::to_string(report.tail.stray_blocks) + " with one";
}

// Draws how far it is, and ends it at Ctrl-C.
class Watched final : public LogVisitor {
 public:
  bool goes_on(PartDone part) override { return progress_.reads(part); }

 private:
  LogProgress progress_;
};

// What was read, and whether what stands behind the end was changed there.
struct Found {
  LogReport report;
  bool changed_end{};

  [[nodiscard]] bool is_sound() const { return report.ok() && !report.stopped && !changed_end; }
};

Found read_all(Storage& storage, const ReaderOptions& how) {
  Watched watched;
  Found found;
  found.report = inspect(storage, watched, how);
  const LogReport& report = found.report;
  if (!report.ok() || report.stopped || !report.tail.torn) return found;
  const Result<bool> changed = changed_behind_end(storage, report.tail);
  if (changed.ok()) {
    found.changed_end = changed.value();
  } else {
    found.report.fault = changed.status();
  }
  return found;
}

// Positions of consumers that lie beside the log.
struct KeptPlace {
  std::string name;
  Result<ConsumerPosition> position;
};

std::vector<KeptPlace> kept_places(Storage& storage) {
  std::vector<KeptPlace> all;
  const auto names = PositionFile::names(storage);
  if (!names.ok()) return all;
  for (const std::string& name : names.value()) {
    all.push_back({name, PositionFile::read(storage, name)});
  }
  return all;
}

nlohmann::ordered_json json_of(const KeptPlace& place, json::PrintForm form) {
  if (!place.position.ok()) {
    return {{"name", place.name}, {"fault", place.position.status().message()}};
  }
  const ConsumerPosition& position = place.position.value();
  return {{"name", place.name},
          {"sequence", json::encode_integer(position.sequence, form)},
          {"epoch", position.epoch}};
}

void print_places(std::ostream& out, const std::vector<KeptPlace>& places) {
  for (const KeptPlace& place : places) {
    out << "consumer " << place.name;
    if (place.position.ok()) {
      out << " is done with sequence " << place.position.value().sequence << "\n";
    } else {
      out << ": " << place.position.status().message() << "\n";
    }
  }
}

void print_json(const std::string& directory, const Found& found,
                const std::vector<KeptPlace>& places, json::PrintForm form) {
  const LogReport& report = found.report;
  const auto integer = [form](std::uint64_t value) { return json::encode_integer(value, form); };
  nlohmann::ordered_json object{{"sound", found.is_sound()},
                                {"segments", report.segments},
                                {"frames", report.frames},
                                {"records", report.records},
                                {"checks", report.checks},
                                {"bytes", report.bytes},
                                {"first_sequence", integer(report.first_sequence)},
                                {"last_sequence", integer(report.last_sequence)},
                                {"durable_sequence", integer(report.durable)},
                                {"live", report.live},
                                {"interrupted", report.stopped},
                                {"torn", report.tail.torn},
                                {"damaged_end", found.changed_end},
                                {"closed", report.tail.closed},
                                {"frames_missing_max", nullptr},
                                {"abandoned", report.tail.abandoned}};
  if (report.stopped) {  // its end was not seen, nor what stands there
    object["torn"] = object["damaged_end"] = object["closed"] = nullptr;
  } else if (const auto most = frames_missing_max(report)) {
    object["frames_missing_max"] = *most;
  }
  if (report.ok() && report.tail.torn) {
    object["torn_at"] = {{"file", segment_name(report.tail.segment)},
                         {"offset", report.tail.bytes},
                         {"sequence", integer(report.tail.last_sequence + 1)}};
    object["end"] = torn_text(directory, report, found.changed_end);
  }
  if (report.ok() && !report.stopped) {
    object["chain"] = chain_text(report.tail.chain);
    object["point"] = log_point_text({report.tail.last_sequence, report.tail.chain});
  } else if (!report.ok()) {
    object["fault"] = report.fault.message();
    object["cause"] = cause_name(report.fault.code());
  }
  for (const KeptPlace& place : places) object["consumers"].push_back(json_of(place, form));
  std::cout << json::line_text(object) << '\n';
}

void print_text(std::ostream& out, const std::string& directory, const Found& found) {
  const LogReport& report = found.report;
  out << json::counted(report.segments, "segment") << ", " << json::counted(report.frames, "frame")
      << ", " << json::counted(report.records, "record") << ", "
      << json::counted(report.bytes, "byte") << ", sequences " << report.first_sequence << " to "
      << report.last_sequence << "\n";
  if (!report.ok()) {
    out << "good up to sequence " << report.last_sequence << "; then: " << report.fault.message()
        << "\n";
    return;
  }
  if (report.stopped) {
    out << "every checksum and the chain are right so far; what lies behind was not read\n";
    return;
  }
  if (report.tail.torn) {
    out << "every checksum and the chain are right up to sequence " << report.tail.last_sequence
        << "; then: " << torn_text(directory, report, found.changed_end) << "\n"
        << end_text(report) << "\n";
  } else {
    out << "every checksum and the chain are right; " << end_text(report) << "\n";
  }
  out << "point " << log_point_text({report.tail.last_sequence, report.tail.chain}) << "\n";
  // Recovery goes on without such a file, so it is no fault; but whoever knows that it was whole
  // has to hear that it no longer is, before it is gone.
  for (const std::string& file : report.tail.abandoned) {
    out << file
        << " is not counted: it holds no header, as when its creation was cut short or it was "
           "cut off later; the next writer removes it\n";
  }
}

// A directory whose only files hold nothing has no log in it that could be sound.
void refuse_nothing(const Storage& storage, LogReport& report) {
  if (!report.ok() || report.segments != 0 || report.live) return;
  report.fault = {
      StatusCode::truncated,
      storage.place() + "/" + report.tail.abandoned.front() +
          ": holds nothing, as when the creation of a log was cut short or the file was "
          "cut off later, and there is no other"};
}

}  // namespace

int verify(const VerifyOptions& options) {
  Result<std::unique_ptr<Storage>> storage = open_log(options.directory);
  if (!storage.ok()) return fail("verify", options.json, storage.status(), bad_input);
  ReaderOptions how;
  if (!options.at_least.empty()) how.at_least = parse_log_point(options.at_least);
  Found found = read_all(*storage.value(), how);
  LogReport& report = found.report;
  refuse_nothing(*storage.value(), report);
  const std::vector<KeptPlace> places = kept_places(*storage.value());
  if (options.json) {
    print_json(storage.value()->place(), found, places, options.form);
  } else {
    std::ostringstream out;
    print_text(out, storage.value()->place(), found);
    print_places(out, places);
    std::cout << fitted(out.str(), line_columns());
  }
  if (report.stopped) {
    std::cerr << "allot verify: interrupted behind sequence " << report.last_sequence
              << "; the rest was not read\n";
    return was_interrupted;
  }
  const bool whole =
      std::ranges::all_of(places, [](const KeptPlace& place) { return place.position.ok(); });
  return found.is_sound() && whole ? all_well : found_problem;
}

}  // namespace allot::program
