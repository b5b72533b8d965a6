// allot verify: reads every byte of a log and says where the first fault lies. Decides nothing.
#include <iostream>
#include <nlohmann/json.hpp>

#include "journal/journal_reader.hpp"
#include "json/encode.hpp"
#include "program/exit_status.hpp"
#include "program/failure.hpp"
#include "program/open_log.hpp"
#include "program/verbs.hpp"

namespace allot::program {
namespace {

void print_json(const LogReport& report) {
  nlohmann::ordered_json object{{"sound", report.ok()},
                                {"segments", report.segments},
                                {"frames", report.frames},
                                {"records", report.records},
                                {"checks", report.checks},
                                {"bytes", report.bytes},
                                {"first_sequence", report.first_sequence},
                                {"last_sequence", report.last_sequence},
                                {"durable_sequence", report.durable},
                                {"torn", report.tail.torn},
                                {"closed", report.tail.closed},
                                {"abandoned", report.tail.abandoned}};
  if (!report.ok()) object["fault"] = report.fault.message();
  std::cout << json::line_text(object) << '\n';
}

void print_text(const LogReport& report) {
  std::cout << report.segments << " segments, " << report.frames << " frames, " << report.records
            << " records, " << report.bytes << " bytes, sequences " << report.first_sequence
            << " to " << report.last_sequence << "\n";
  if (!report.ok()) {
    std::cout << "good up to sequence " << report.last_sequence
              << "; then: " << report.fault.message() << "\n";
    return;
  }
  std::cout << "every checksum and the chain are right; "
            << (report.tail.closed ? "closed in good order"
                : report.tail.torn ? "the last write never finished and is left out"
                                   : "not closed: it is being written, or its writer was killed")
            << "\n";
  // Recovery goes on without such a file, so it is no fault; but whoever knows that it was whole
  // has to hear that it no longer is, before it is gone.
  for (const std::string& file : report.tail.abandoned) {
    std::cout << file
              << " is not counted: it is too short to be read, a creation that was cut short or a "
                 "file that was cut off later; the next writer removes it\n";
  }
}

}  // namespace

int verify(const VerifyOptions& options) {
  Result<std::unique_ptr<Storage>> storage = open_log(options.directory);
  if (!storage.ok()) return fail("verify", options.json, storage.status().message(), bad_input);
  const LogReport report = allot::verify(*storage.value());
  if (options.json) {
    print_json(report);
  } else {
    print_text(report);
  }
  return report.ok() ? all_well : found_problem;
}

}  // namespace allot::program
