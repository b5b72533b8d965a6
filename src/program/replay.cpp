// allot replay: rebuilds the state from a log, compares every decision that was logged with a
// check, scans the books, and compares digests.
#include "allot/replay/replay.hpp"

#include <iomanip>
#include <iostream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "json/counted.hpp"
#include "json/encode.hpp"
#include "json/scalar_text.hpp"
#include "program/exit_status.hpp"
#include "program/failure.hpp"
#include "program/interruption.hpp"
#include "program/moment_sequences.hpp"
#include "program/open_log.hpp"
#include "program/progress_line.hpp"
#include "program/terminal.hpp"
#include "program/verbs.hpp"

namespace allot::program {
namespace {

struct Judgement {
  Conservation books;
  bool digest_expected{true};
  [[nodiscard]] bool sound() const {
    return books.holds && books.oversold_units == 0 && digest_expected;
  }
};

void print_json(const allot::ReplayReport& report, const Judgement& judgement, bool sound,
                json::PrintForm form) {
  nlohmann::ordered_json object{
      {"sound", sound},
      {"digest", report.digest.hex()},
      {"last_sequence", json::encode_integer(report.last_sequence, form)}};
  json::put_time(object, "last_time", report.last_time, form);
  object.update(nlohmann::ordered_json{
      {"records", report.records},
      {"orders", report.orders},
      {"events", report.events},
      {"checks_compared", report.checks},
      {"skipped", report.skipped},
      {"torn", report.torn},
      {"live", report.live},
      {"interrupted", report.stopped},
      {"conservation", judgement.books.holds},
      {"oversold_units", judgement.books.oversold_units},
      {"lots", judgement.books.lots},
      {"lines", judgement.books.lines},
      {"elapsed_ns", report.elapsed_ns},
      {"orders_per_second", static_cast<std::uint64_t>(report.orders_per_second)}});
  if (!judgement.books.fault.empty()) object["fault"] = judgement.books.fault;
  if (report.poison) {
    object["poison"] = {{"sequence", json::encode_integer(report.poison->sequence, form)},
                        {"hash", json::encode_integer(report.poison->hash, form)},
                        {"text", report.poison->text}};
  }
  std::cout << json::line_text(object) << '\n';
}

void print_text(const allot::ReplayReport& report, const Judgement& judgement) {
  std::ostringstream out;
  out << "records          " << json::grouped(report.records) << " (to sequence "
      << report.last_sequence << ", " << json::time_text(report.last_time) << ")\n"
      << "orders           " << json::grouped(report.orders) << "\n"
      << "events           " << json::grouped(report.events) << "\n"
      << "checks compared  " << json::grouped(report.checks) << ", all as when they were logged\n";
  if (report.skipped != 0) out << "skipped          " << json::grouped(report.skipped) << "\n";
  if (report.stopped) {
    out << "end              interrupted; what lies behind was not decided again\n";
  } else if (report.live) {
    out << "end              the log is being written; this is the state as of now\n";
  } else if (report.torn) {
    out << "end              what is no whole frame there was left out (allot verify says more)\n";
  }
  out << "books            " << json::counted(judgement.books.lots, "lot") << ", "
      << json::counted(judgement.books.lines, "line") << ", "
      << json::counted(judgement.books.oversold_units, "unit")
      << " oversold: " << (judgement.books.holds ? "they add up" : judgement.books.fault) << "\n"
      << "speed            " << json::grouped(static_cast<std::uint64_t>(report.orders_per_second))
      << " orders/s\n"
      << "digest           " << report.digest.hex() << "\n";
  std::cout << fitted(out.str(), line_columns());
}

std::string lower(std::string text) {
  for (char& c : text) c = c >= 'A' && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c;
  return text;
}

}  // namespace

int replay(const ReplayOptions& options) {
  Result<std::unique_ptr<Storage>> storage = open_log(options.directory);
  if (!storage.ok()) return fail("replay", options.json, storage.status(), bad_input);
  const Result<std::optional<Sequence>> up_to = last_sequence_of(*storage.value(), options.to);
  if (!up_to.ok()) return fail_moment("replay", options.json, up_to.status());
  ProgressLine progress("deciding again");
  allot::ReplayOptions how;
  how.up_to = up_to.value();
  how.on_progress = [&progress](std::optional<double> done) { return progress.goes_on(done); };
  Result<allot::ReplayReport> result = allot::replay(*storage.value(), how);
  if (!result.ok() && Interruption::came()) {
    progress.end();
    return fail_interrupted("replay", options.json,
                            "interrupted while the log was read; nothing was replayed");
  }
  if (!result.ok()) {
    progress.end();
    return fail("replay", options.json, result.status(), found_problem);
  }
  const allot::ReplayReport& report = result.value();
  Judgement judgement;
  progress.begin("scanning the books");
  judgement.books = report.core->conservation();
  progress.end();
  if (report.stopped) {
    std::cerr << "allot replay: interrupted behind sequence " << report.last_sequence
              << "; the rest was not replayed\n";
  }
  if (!report.stopped && !options.expected_digest.empty() &&
      report.digest.hex() != lower(options.expected_digest)) {
    judgement.digest_expected = false;
    std::cerr << "allot replay: the digest is " << report.digest.hex() << ", not "
              << options.expected_digest << "\n";
  }
  if (!report.stopped && how.up_to && report.last_sequence < *how.up_to) {
    std::cerr << "allot replay: the log ends at sequence " << report.last_sequence << ", before "
              << *how.up_to << "\n";
  }
  if (report.poison) std::cerr << "allot replay: " << report.poison->text << '\n';
  const bool reached = !how.up_to || report.last_sequence >= *how.up_to;
  const bool sound = judgement.sound() && !report.poison && reached && !report.stopped;
  if (options.json) {
    print_json(report, judgement, sound, options.form);
  } else {
    print_text(report, judgement);
  }
  if (report.stopped) return was_interrupted;
  return sound ? all_well : found_problem;
}

}  // namespace allot::program
