#include "allot/replay/dry_run.hpp"

#include <cstring>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "allot/allot.h"
#include "allot/journal/posix_storage.hpp"
#include "allot/replay/replay.hpp"
#include "answer.hpp"
#include "command.hpp"
#include "error.hpp"
#include "tables.hpp"

// Steps as C sees them; the events of all of them lie in a row.
struct allot_dry_steps {
  std::vector<allot_dry_step> steps;
  std::vector<allot_event> events;
};

namespace allot::c {

DryRuns& dry_runs() noexcept {
  static auto* const table = new DryRuns;
  return *table;
}

namespace {

// Returns: the state of a log that lies in the directory, which is not made where it is not there.
Result<ReplayReport> state_of(const std::string& directory, std::uint32_t shard,
                              std::uint64_t up_to) {
  if (directory.empty() || directory.find('\0') != std::string::npos) {
    return Status(StatusCode::invalid_argument,
                  "directory must be that of a log, without NUL inside");
  }
  const Result<std::unique_ptr<Storage>> storage = open_posix_storage(directory, IfMissing::fail);
  if (!storage.ok()) return storage.status();
  ReplayOptions how;
  how.shard = shard;
  if (up_to != 0) how.up_to = up_to;
  Result<ReplayReport> report = replay(*storage.value(), how);
  if (!report.ok() || up_to == 0 || report.value().last_sequence == up_to) return report;
  return Status(StatusCode::not_found, "the log in " + directory + " ends at sequence " +
                                           std::to_string(report.value().last_sequence) +
                                           ", before " + std::to_string(up_to));
}

// The commands of one call, with room for their lists.
class Translated {
 public:
  Translated(std::span<const allot_command> from, const Limits& limits) {
    std::size_t bytes = 0;
    for (const allot_command& command : from) bytes += room_bytes(command, limits);
    room_.resize(bytes / sizeof(std::uint64_t));
    ListRoom room{std::span(room_)};
    commands_.reserve(from.size());
    for (const allot_command& command : from) {
      commands_.push_back({translate(command, room, limits), command.time});
    }
  }
  [[nodiscard]] std::span<const Submission> commands() const noexcept { return commands_; }

 private:
  std::vector<std::uint64_t> room_;
  std::vector<Submission> commands_;
};

std::unique_ptr<allot_dry_steps> steps_in_c(const std::vector<DryStep>& steps) {
  static_assert(sizeof(allot_event) == sizeof(Event));
  auto told = std::make_unique<allot_dry_steps>();
  std::size_t events = 0;
  for (const DryStep& step : steps) events += step.events.size();
  told->events.resize(events);
  told->steps.reserve(steps.size());
  allot_event* next = told->events.data();
  for (const DryStep& step : steps) {
    allot_dry_step& out = told->steps.emplace_back();
    out = {};
    out.answer = in_c(step.answer);
    out.time = step.time;
    out.own = step.own ? 1 : 0;
    out.event_count = step.events.size();
    if (step.events.empty()) continue;
    out.events = next;
    std::memcpy(next, step.events.data(), step.events.size() * sizeof(Event));
    next += step.events.size();
  }
  return told;
}

}  // namespace
}  // namespace allot::c

using namespace allot;
using namespace allot::c;

allot_status allot_dry_run_open(const allot_text* directory, uint32_t shard, uint64_t up_to,
                                allot_dry_run** dry_run, uint64_t* as_of, allot_error** error) {
  return guarded(error, [&]() -> allot_status {
    if (directory == nullptr || dry_run == nullptr ||
        (directory->data == nullptr && directory->size != 0)) {
      return fail(error, ALLOT_STATUS_INVALID_ARGUMENT, "directory and dry_run must not be NULL");
    }
    if (!is_count_of<char>(directory->size)) {
      return fail_count(error, "directory.size", directory->size);
    }
    Result<ReplayReport> report =
        state_of(std::string(directory->data, directory->size), shard, up_to);
    if (!report.ok()) return pass_on(error, report.status());
    auto entry = std::make_unique<DryRunEntry>(DryRun(std::move(report.value().core)));
    allot_dry_run* const handle = dry_runs().add(entry);
    if (handle == nullptr) {
      return fail(error, ALLOT_STATUS_INVALID_ARGUMENT, "1,024 dry runs are open: close one");
    }
    if (as_of != nullptr) *as_of = report.value().last_sequence;
    *dry_run = handle;
    return ALLOT_STATUS_OK;
  });
}

allot_status allot_dry_run_close(allot_dry_run* dry_run, allot_error** error) {
  if (dry_run == nullptr) return ALLOT_STATUS_OK;
  return guarded(error, [&]() -> allot_status {
    std::unique_ptr<DryRunEntry> entry;
    const allot_status status = dry_runs().remove(dry_run, entry);
    return status == ALLOT_STATUS_OK ? status : fail_handle(error, status, "dry run");
  });
}

allot_status allot_dry_run_ids(allot_dry_run* dry_run, uint32_t kind, const allot_text* codes,
                               size_t count, uint32_t* ids, allot_error** error) {
  return guarded(error, [&]() -> allot_status {
    if (count != 0 && (codes == nullptr || ids == nullptr)) {
      return fail(error, ALLOT_STATUS_INVALID_ARGUMENT, "codes and ids must not be NULL");
    }
    if (!is_count_of<allot_text>(count)) return fail_count(error, "count", count);
    if (kind >= enum_count<IdKind>) {
      return fail(error, ALLOT_STATUS_INVALID_ARGUMENT,
                  "kind is " + std::to_string(kind) + "; must be one of ALLOT_ID_KIND_*");
    }
    InsideDryRun inside(dry_runs(), dry_run, false);
    if (inside.status() != ALLOT_STATUS_OK) return fail_handle(error, inside.status(), "dry run");
    for (std::size_t i = 0; i < count; ++i) {
      // What is longer than any code is none, and is not read.
      const bool is_code = codes[i].data != nullptr && codes[i].size <= Code::size_max;
      const std::string_view code(is_code ? codes[i].data : "", is_code ? codes[i].size : 0);
      ids[i] = inside->dry_run.core().find(static_cast<IdKind>(kind), code).value_or(0);
    }
    return ALLOT_STATUS_OK;
  });
}

allot_status allot_dry_run_decide(allot_dry_run* dry_run, const allot_command* commands,
                                  size_t count, uint32_t work_is_done, size_t* accepted,
                                  uint16_t* reason, allot_dry_steps** steps, allot_error** error) {
  return guarded(error, [&]() -> allot_status {
    if (accepted != nullptr) *accepted = 0;
    if (reason != nullptr) *reason = 0;
    if (accepted == nullptr || steps == nullptr || (commands == nullptr && count != 0)) {
      return fail(error, ALLOT_STATUS_INVALID_ARGUMENT,
                  "accepted, steps and commands must not be NULL");
    }
    if (!is_count_of<allot_command>(count)) return fail_count(error, "count", count);
    if (work_is_done > 1) {
      return fail(error, ALLOT_STATUS_INVALID_ARGUMENT, "work_is_done must be 0 or 1");
    }
    InsideDryRun inside(dry_runs(), dry_run, true);
    if (inside.status() != ALLOT_STATUS_OK) return fail_handle(error, inside.status(), "dry run");
    const Limits& limits = inside->dry_run.core().limits();
    const std::span<const allot_command> batch(commands, count);
    if (const std::string fault = first_malformed(batch, limits); !fault.empty()) {
      return fail(error, ALLOT_STATUS_INVALID_ARGUMENT, fault);
    }
    const Translated translated(batch, limits);
    const Result<DryRunReport> told = inside->dry_run.decide(
        translated.commands(),
        work_is_done != 0 ? AfterCommands::work_is_done : AfterCommands::nothing);
    if (!told.ok()) return pass_on(error, told.status());
    *steps = steps_in_c(told.value().steps).release();
    *accepted = told.value().admission.accepted;
    if (reason != nullptr) *reason = static_cast<uint16_t>(told.value().admission.reason);
    return ALLOT_STATUS_OK;
  });
}

const allot_dry_step* allot_dry_steps_data(const allot_dry_steps* steps, size_t* count) {
  const bool any = steps != nullptr && !steps->steps.empty();
  if (count != nullptr) *count = any ? steps->steps.size() : 0;
  return any ? steps->steps.data() : nullptr;
}

void allot_dry_steps_destroy(allot_dry_steps* steps) { delete steps; }
