#include "limit/core_run.hpp"

#include <stdexcept>
#include <string>

#include "allot/intake/body_hash.hpp"
#include "limit/clock.hpp"

namespace allot::bench {

std::string_view asking_name(Asking asking) noexcept {
  switch (asking) {
    case Asking::never: return "no prefetch";
    case Asking::groups_of_16: return "groups of 16";
    case Asking::rolling: return "rolling, as the engine asks";
  }
  return {};
}

bool as_expected(Expectation expected, const Answer& answer) noexcept {
  switch (expected) {
    case Expectation::accepted: return answer.reason == Reason::ok && !answer.duplicate;
    case Expectation::refused: return answer.reason == Reason::price_out_of_band;
    case Expectation::duplicate: return answer.duplicate;
  }
  return false;
}

std::string CoreRun::fault() const {
  const auto state = core_.conservation();
  if (!state.holds) return "conservation does not hold: " + state.fault;
  if (state.oversold_units == 0) return {};
  return std::to_string(state.oversold_units) + " units were promised that are not there";
}

CoreRun::CoreRun(const Workload& workload)
    : workload_(workload),
      core_(workload.limits(2 * chunk)),
      outcome_(Core::step_events_max(core_.limits())),
      batch_(chunk),
      lines_(chunk),
      answers_(chunk) {
  const auto take = [this](const Command& command) {
    const Sequenced in{++sequence_, workload_.time(0), false, body_hash(command), command};
    if (const auto answer = core_.apply(in, outcome_); answer.reason != Reason::ok) {
      throw std::runtime_error("set-up command " + std::to_string(sequence_) + " was refused: " +
                               std::to_string(static_cast<unsigned>(answer.reason)));
    }
  };
  take(Start{core_.limits()});
  workload_.set_up(take);
  while (standing_ < workload_.size().open_orders) {
    prepare_places(chunk);
    (void)apply_batch(chunk, Asking::rolling);
    check_places(chunk);
  }
  while (prepare_cancels() != 0) {
    // The last chunk may have overshot; the prepared ones are applied here.
    (void)apply_batch(static_cast<std::uint32_t>(batch_.size()), Asking::never);
    batch_.resize(chunk);
  }
  batch_.resize(chunk);
  while (oldest_ < workload_.ended_first()) (void)next_chunk(Asking::rolling);
}

void CoreRun::prepare_places(std::uint32_t count) {
  for (std::uint32_t i = 0; i < count; ++i) {
    const auto order = next_order_ + i;
    const Command command = workload_.place(order, lines_[i]);
    batch_[i] = {sequence_ + 1 + i, workload_.time(order), false, body_hash(command), command};
  }
}

// Returns: how many stand in the batch, which is cut to that.
std::uint32_t CoreRun::prepare_cancels() {
  std::uint32_t count = 0;
  while (standing_ > workload_.size().open_orders && count < chunk) {
    const auto order = oldest_++;
    if (workload_.expectation(order) != Expectation::accepted) continue;
    const Command command = workload_.cancel(order);
    batch_[count] = {sequence_ + 1 + count, core_.now(), false, body_hash(command), command};
    ++count;
    --standing_;
  }
  batch_.resize(count);
  return count;
}

double CoreRun::apply_batch(std::uint32_t count, Asking asking) {
  constexpr std::uint32_t group = 16;
  const auto ask_first = [&](std::uint32_t i, std::uint32_t places_ahead) {
    if (i < count) core_.prefetch(batch_[i].command, places_ahead);
  };
  const auto ask_order = [&](std::uint32_t i) {
    if (i < count) core_.prefetch_order(batch_[i].command);
  };
  const auto ask_second = [&](std::uint32_t i, std::uint32_t places_ahead) {
    if (i < count) core_.prefetch_records(batch_[i].command, places_ahead);
  };
  const auto ask_group = [&](std::uint32_t from) {
    for (std::uint32_t i = 0; i < group; ++i) ask_first(from + i, i);
    for (std::uint32_t i = 0; i < group; ++i) ask_order(from + i);
    for (std::uint32_t i = 0; i < group; ++i) ask_second(from + i, i);
  };
  const auto decide = [&](std::uint32_t i) {
    answers_[i] = core_.apply(batch_[i], outcome_);
    events_ += outcome_.events().size();
  };
  const auto start = ticks();
  switch (asking) {
    case Asking::never:
      for (std::uint32_t i = 0; i < count; ++i) decide(i);
      break;
    case Asking::groups_of_16:
      ask_group(0);
      for (std::uint32_t i = 0; i < count; ++i) {
        if (i % group == 0) ask_group(i + group);
        decide(i);
      }
      break;
    case Asking::rolling:
      for (std::uint32_t i = 0; i < Core::prefetch_ahead; ++i) ask_first(i, i);
      for (std::uint32_t i = 0; i < Core::prefetch_order_ahead; ++i) ask_order(i);
      for (std::uint32_t i = 0; i < Core::prefetch_records_ahead; ++i) ask_second(i, i);
      for (std::uint32_t i = 0; i < count; ++i) {
        ask_first(i + Core::prefetch_ahead, Core::prefetch_ahead);
        ask_order(i + Core::prefetch_order_ahead);
        ask_second(i + Core::prefetch_records_ahead, Core::prefetch_records_ahead);
        decide(i);
      }
      break;
  }
  const auto elapsed = static_cast<double>(ticks() - start) * ns_per_tick();
  sequence_ += count;
  for (std::uint32_t i = 0; i < count; ++i) {
    if (std::holds_alternative<Cancel>(batch_[i].command) && answers_[i].reason != Reason::ok) {
      throw std::runtime_error("cancelling an open order was refused");
    }
  }
  return elapsed / count;
}

void CoreRun::check_places(std::uint32_t count) {
  for (std::uint32_t i = 0; i < count; ++i) {
    const auto expected = workload_.expectation(next_order_ + i);
    const auto& answer = answers_[i];
    if (!as_expected(expected, answer)) {
      throw std::runtime_error("order " + std::to_string(next_order_ + i) +
                               " was not decided as the workload says; reason " +
                               std::to_string(static_cast<unsigned>(answer.reason)));
    }
    standing_ += expected == Expectation::accepted;
    accepted_ += expected == Expectation::accepted;
  }
  next_order_ += count;
}

ChunkTime CoreRun::next_chunk(Asking asking) {
  ChunkTime time;
  prepare_places(chunk);
  time.place_ns = apply_batch(chunk, asking);
  check_places(chunk);
  if (const auto count = prepare_cancels(); count != 0) {
    time.cancel_ns = apply_batch(count, asking);
  }
  batch_.resize(chunk);
  return time;
}

}  // namespace allot::bench
