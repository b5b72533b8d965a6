// allot copy: the backup of a log, taken while it is written if need be, and proved by reading it.
#include <algorithm>
#include <filesystem>
#include <iostream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "allot/journal/posix_storage.hpp"
#include "journal/log_copy.hpp"
#include "journal/recovery.hpp"
#include "json/counted.hpp"
#include "json/encode.hpp"
#include "program/exit_status.hpp"
#include "program/failure.hpp"
#include "program/interruption.hpp"
#include "program/log_point_text.hpp"
#include "program/moment_sequences.hpp"
#include "program/open_log.hpp"
#include "program/progress_line.hpp"
#include "program/terminal.hpp"
#include "program/verbs.hpp"

namespace allot::program {
namespace {

// Bytes of all files of the log, those that were written ahead, too.
std::uint64_t bytes_of(const std::string& directory) {
  std::uint64_t bytes = 0;
  std::error_code error;
  for (std::filesystem::directory_iterator at(directory, error), end; !error && at != end;
       at.increment(error)) {
    if (segment_number(at->path().filename().string()) == 0) continue;
    std::error_code gone;
    const std::uintmax_t size = at->file_size(gone);
    if (!gone) bytes += size;
  }
  return bytes;
}

// How far the copy is, on a terminal; Ctrl-C gives it up.
class Watched {
 public:
  explicit Watched(std::uint64_t bytes) : bytes_(bytes) {}

  bool operator()(const CopyProgress& progress) {
    line_.begin(progress.proving ? "reading the copy" : "copying");
    const std::uint64_t all = std::max<std::uint64_t>(progress.proving ? progress.all : bytes_, 1);
    last_ = progress;
    return line_.goes_on(
        std::min(static_cast<double>(progress.bytes) / static_cast<double>(all), 1.0));
  }
  void end() { line_.end(); }
  [[nodiscard]] std::string how_far() const {
    return last_.proving ? "interrupted while the copy was read again"
                         : "interrupted behind sequence " + std::to_string(last_.last_sequence);
  }

 private:
  std::uint64_t bytes_;
  ProgressLine line_{"copying"};
  CopyProgress last_;
};

void print_json(const CopyReport& report, json::PrintForm form) {
  const nlohmann::ordered_json object{
      {"copied", true},
      {"segments", report.segments},
      {"frames", report.frames},
      {"records", report.records},
      {"bytes", report.bytes},
      {"last_sequence", json::encode_integer(report.end.sequence, form)},
      {"chain", chain_text(report.end.chain)},
      {"point", log_point_text(report.end)},
      {"closed", report.closed},
      {"live", report.live}};
  std::cout << json::line_text(object) << '\n';
}

void print_text(const CopyReport& report) {
  std::ostringstream out;
  out << json::counted(report.segments, "segment") << ", " << json::counted(report.frames, "frame")
      << ", " << json::counted(report.records, "record") << ", "
      << json::counted(report.bytes, "byte") << ", read again and the same\n"
      << "point            " << log_point_text(report.end) << "\n"
      << "end              "
      << (report.closed ? "closed in order"
          : report.live ? "the log is being written; this is it as of that point"
                        : "not closed; the log itself may go on behind that point")
      << "\n";
  std::cout << fitted(out.str(), line_columns());
}

bool is_inside(const std::filesystem::path& inner, const std::filesystem::path& outer) {
  std::error_code ignored;
  const auto in = std::filesystem::weakly_canonical(inner, ignored);
  const auto out = std::filesystem::weakly_canonical(outer, ignored);
  return std::mismatch(out.begin(), out.end(), in.begin(), in.end()).first == out.end();
}

}  // namespace

int copy(const CopyOptions& options) {
  const auto stop = [&options](const Status& status, int result) {
    return fail("copy", options.json, status, result);
  };
  Result<std::unique_ptr<Storage>> from = open_log(options.directory);
  if (!from.ok()) return stop(from.status(), bad_input);
  if (is_inside(options.destination, options.directory)) {
    return stop(
        {StatusCode::invalid_argument,
         options.destination + ": lies in the log that is to be copied; give another place"},
        bad_input);
  }
  const Result<std::optional<Sequence>> up_to = last_sequence_of(*from.value(), options.to);
  if (!up_to.ok()) return fail_moment("copy", options.json, up_to.status());
  std::error_code ignored;
  const bool was_there = std::filesystem::exists(options.destination, ignored);
  Result<std::unique_ptr<Storage>> to = open_posix_storage(options.destination);
  if (!to.ok()) return stop(to.status(), exit_status_of(to.status()));
  allot::CopyOptions how;
  how.up_to = up_to.value();
  Watched watched(bytes_of(options.directory));
  how.on_progress = [&watched](const CopyProgress& progress) { return watched(progress); };
  const Result<CopyReport> report = copy_log(*from.value(), *to.value(), how);
  watched.end();
  if (!report.ok() && Interruption::came()) {
    to.value().reset();
    if (!was_there) std::filesystem::remove(options.destination, ignored);
    return fail_interrupted(
        "copy", options.json,
        options.destination + ": " + watched.how_far() + "; nothing of the copy was kept");
  }
  if (!report.ok()) return stop(report.status(), exit_status_of(report.status()));
  if (options.json) {
    print_json(report.value(), options.form);
  } else {
    print_text(report.value());
  }
  return all_well;
}

}  // namespace allot::program
