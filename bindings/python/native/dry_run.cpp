#include "dry_run.hpp"

#include <nanobind/stl/string.h>

#include <exception>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "allot/journal/posix_storage.hpp"
#include "allot/replay/replay.hpp"
#include "calls.hpp"
#include "errors.hpp"
#include "key_number.hpp"
#include "read.hpp"
#include "where.hpp"

namespace allot::python {
namespace {

namespace nb = nanobind;

// Returns: the state of a log. What a handler of a signal raises meanwhile is thrown.
// Requires: the GIL is not held.
Result<ReplayReport> state_of(const std::string& directory, std::uint32_t shard,
                              std::uint64_t up_to) {
  const Result<std::unique_ptr<Storage>> storage = open_posix_storage(directory, IfMissing::fail);
  if (!storage.ok()) return storage.status();
  std::exception_ptr raised;
  ReplayOptions how;
  how.shard = shard;
  if (up_to != 0) how.up_to = up_to;
  how.on_progress = [&raised](std::optional<double>) {
    try {
      listen_to_signals();
    } catch (...) {
      raised = std::current_exception();
    }
    return raised == nullptr;
  };
  Result<ReplayReport> report = replay(*storage.value(), how);
  if (raised != nullptr) std::rethrow_exception(raised);
  if (!report.ok() || up_to == 0 || report.value().last_sequence == up_to) return report;
  return Status(StatusCode::not_found, "the log in " + directory + " ends at sequence " +
                                           std::to_string(report.value().last_sequence) +
                                           ", before " + std::to_string(up_to));
}

nb::tuple step_values(const DryStep& step) {
  const Answer& answer = step.answer;
  return nb::make_tuple(
      nb::make_tuple(key_number(answer.command_key), answer.sequence, answer.first_sequence,
                     static_cast<std::uint16_t>(answer.reason), answer.duplicate, answer.id),
      step.time, step.own, nb::bytes(step.events.data(), step.events.size() * sizeof(Event)));
}

}  // namespace

PyDryRun::PyDryRun(const std::string& directory, std::uint32_t shard, std::uint64_t up_to) {
  Status status;
  {
    const nb::gil_scoped_release no_gil;
    Result<ReplayReport> report = state_of(directory, shard, up_to);
    status = report.status();
    if (report.ok()) dry_run_ = std::make_unique<DryRun>(std::move(report.value().core));
  }
  raise_if_failed(status);
}

void PyDryRun::check_process() const {
  if (!process_.here()) raise_if_failed(process_.refusal("this dry run"));
}

nb::tuple PyDryRun::decide(const Batch& batch, bool work_is_done) {
  check_process();
  std::optional<Result<DryRunReport>> told;
  {
    const nb::gil_scoped_release no_gil;
    const std::lock_guard lock(mutex_);
    told.emplace(dry_run_->decide(
        batch.commands, work_is_done ? AfterCommands::work_is_done : AfterCommands::nothing));
  }
  raise_if_failed(told->status());
  const DryRunReport& report = told->value();
  nb::list steps;
  for (const DryStep& step : report.steps) steps.append(step_values(step));
  return nb::make_tuple(report.admission.accepted,
                        static_cast<std::uint16_t>(report.admission.reason), steps);
}

nb::list PyDryRun::ids(std::uint8_t kind, const nb::list& codes) {
  check_process();
  nb::list result;
  for (const nb::handle code : codes) {
    const auto id = dry_run_->core().find(static_cast<IdKind>(kind), utf8_of(code, Where("codes")));
    result.append(id ? nb::object(nb::int_(*id)) : nb::object(nb::none()));
  }
  return result;
}

std::uint64_t PyDryRun::as_of() {
  check_process();
  return dry_run_->core().last_sequence();
}

void define_dry_run(nb::module_& module) {
  nb::class_<PyDryRun>(module, "DryRun")
      .def(nb::init<const std::string&, std::uint32_t, std::uint64_t>(), nb::call_guard<Call>(),
           nb::arg("directory"), nb::arg("shard"), nb::arg("up_to"))
      .def("decide", &PyDryRun::decide, nb::call_guard<Call>(), nb::arg("batch"),
           nb::arg("work_is_done"),
           nb::sig("def decide(self, batch: Batch, work_is_done: bool) -> tuple[int, int, "
                   "list[tuple[tuple[int, int, int, int, bool, int], int, bool, bytes]]]"))
      .def("ids", &PyDryRun::ids, nb::call_guard<Call>(), nb::arg("kind"), nb::arg("codes"),
           nb::sig("def ids(self, kind: int, codes: list[str]) -> list[int | None]"))
      .def("as_of", &PyDryRun::as_of, nb::call_guard<Call>());
}

}  // namespace allot::python
