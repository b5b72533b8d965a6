// The outlet of a driver that decides one command at a time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

#include "allot/core/core.hpp"
#include "allot/messages/outcome.hpp"

namespace allot::program {

// Keeps what the last step made, until the next one.
class DecidedStep {
 public:
  void make_room(std::size_t step_events_max) { outcome_.emplace(step_events_max); }
  [[nodiscard]] bool has_room() const noexcept { return true; }
  [[nodiscard]] bool has_room_to_refuse() const noexcept { return true; }
  [[nodiscard]] Outcome& outcome() noexcept { return *outcome_; }
  [[nodiscard]] Answer* answer() noexcept { return &answer_; }
  void decided(const Sequenced&, std::uint64_t) noexcept { refusal_ = Reason::ok; }
  void broken(const Sequenced&, std::uint64_t) noexcept { refusal_ = Reason::poisoned; }
  void refused(const Sequenced&, Reason reason) noexcept { refusal_ = reason; }

  [[nodiscard]] std::span<const Event> events() const noexcept { return outcome_->events(); }
  [[nodiscard]] const Answer& said() const noexcept { return answer_; }
  // Returns: ok, or why the last command has no outcome.
  [[nodiscard]] Reason refusal() const noexcept { return refusal_; }

 private:
  std::optional<Outcome> outcome_;
  Answer answer_;
  Reason refusal_{Reason::ok};
};

}  // namespace allot::program
