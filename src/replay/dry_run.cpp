#include "allot/replay/dry_run.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <type_traits>
#include <utility>

#include "allot/intake/body_hash.hpp"
#include "driver/driver-inl.hpp"
#include "replay/process_copy.hpp"
#include "sequencing/command_slot.hpp"

namespace allot {
namespace {

// What the copy says of each step, before its events or the text of what broke.
struct Said {
  enum class Kind : std::uint8_t { step, own_step, broken, all };

  Answer answer{};
  TimeNs time{};
  std::uint64_t size{};  // events, or bytes of the text
  Kind kind{Kind::all};
};
static_assert(std::is_trivially_copyable_v<Said> && std::is_trivially_copyable_v<Event>);

template <class T>
std::span<const std::byte> bytes_of(const T& value) noexcept {
  return std::as_bytes(std::span(&value, 1));
}

// The outlet of the driver in the copy.
class Telling {
 public:
  Telling(ToldByCopy& told, Outcome& outcome) noexcept : told_(told), outcome_(outcome) {}

  void tells(Said::Kind kind) noexcept { kind_ = kind; }
  [[nodiscard]] bool has_room() const noexcept { return true; }
  [[nodiscard]] bool has_room_to_refuse() const noexcept { return true; }
  [[nodiscard]] Outcome& outcome() noexcept { return outcome_; }
  [[nodiscard]] Answer* answer() noexcept { return &answer_; }
  void decided(const Sequenced& in, std::uint64_t) noexcept {
    const auto events = std::as_const(outcome_).events();
    told_.write(bytes_of(Said{answer_, in.time, events.size(), kind_}));
    told_.write(std::as_bytes(events));
  }
  void broken(const Sequenced&, std::uint64_t) noexcept {}
  void refused(const Sequenced&, Reason) noexcept {}

 private:
  ToldByCopy& told_;
  Outcome& outcome_;
  Answer answer_;
  Said::Kind kind_{Said::Kind::step};
};

// Runs in the copy, which nobody sees but through `told`.
void decide(std::unique_ptr<Core> core, std::span<const Submission> commands, AfterCommands after,
            Outcome& outcome, ToldByCopy& told) {
  // The driver stamps as for a log whose time its host owns or, where the engine's clock counts, as
  // if that stood at the time that is given.
  Driver<Core> driver(std::move(core));
  Telling telling(told, outcome);
  for (const Submission& submission : commands) {
    const TimeNs time = std::max(submission.time, driver.core().now());
    Sequenced in{0, time, false, body_hash(submission.command), submission.command};
    driver.stamp_batch(time);
    OneCommand<Placed::by_driver> source(in);
    (void)driver.run(source, telling, 1);
    if (driver.poison()) break;
  }
  telling.tells(Said::Kind::own_step);
  while (after == AfterCommands::work_is_done && !driver.poison() && driver.work_due()) {
    Sequenced in{0, 0, false, 0, Advance{}};
    in.body_hash = body_hash(in.command);
    OneCommand<Placed::as_own> source(in);
    (void)driver.run(source, telling, 1);
  }
  if (driver.poison()) {
    const std::string& text = driver.poison()->text;
    told.write(bytes_of(Said{.size = text.size(), .kind = Said::Kind::broken}));
    told.write(std::as_bytes(std::span(text)));
  } else {
    told.write(bytes_of(Said{}));
  }
  // The copy ends behind this, and its memory with it.
  static_cast<void>(driver.take_core().release());
}

// Returns: what the copy told; io_error where it fell silent before its end.
Result<std::vector<DryStep>> hear_all(HeardOfCopy& heard) {
  std::vector<DryStep> steps;
  for (Said said; heard.read(std::as_writable_bytes(std::span(&said, 1)));) {
    if (said.kind == Said::Kind::all) return steps;
    if (said.kind == Said::Kind::broken) {
      std::string text(said.size, '\0');
      if (!heard.read(std::as_writable_bytes(std::span(text)))) break;
      return Status(StatusCode::poisoned, text);
    }
    DryStep step{said.answer, said.time, said.kind == Said::Kind::own_step, {}};
    step.events.resize(said.size);
    if (!heard.read(std::as_writable_bytes(std::span(step.events)))) break;
    steps.push_back(std::move(step));
  }
  return Status(StatusCode::io_error,
                "the copy of the process that decides a dry run was ended from outside, such as "
                "for want of memory");
}

}  // namespace

Result<DryRunReport> dry_run(Core& core, std::span<const Submission> commands,
                             AfterCommands after) {
  DryRunReport report;
  for (const Submission& submission : commands) {
    report.admission.reason = refusal_of(submission.command, core.limits());
    if (!report.admission.ok()) break;
    ++report.admission.accepted;
  }
  const auto admitted = commands.first(report.admission.accepted);
  Outcome outcome(Core::step_events_max(core.limits()));
  Result<std::vector<DryStep>> steps = std::vector<DryStep>();
  const Status copied = act_in_copy(
      [&](ToldByCopy& told) {
        decide(std::unique_ptr<Core>(&core), admitted, after, outcome, told);
      },
      [&](HeardOfCopy& heard) { steps = hear_all(heard); });
  if (!copied.ok()) return copied;
  if (!steps.ok()) return steps.status();
  report.steps = std::move(steps.value());
  return report;
}

}  // namespace allot
