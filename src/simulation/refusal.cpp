#include "simulation/refusal.hpp"

namespace allot::simulation {

Reason undecided(std::span<const Answer> answers) noexcept {
  for (const Answer& answer : answers) {
    if (answer.sequence == 0) return answer.reason;
  }
  return Reason::ok;
}

std::string in_words(Reason reason) {
  const ReasonText& text = reason_text(reason);
  return std::string(text.name) + ": " + std::string(text.text);
}

Status refusal(const Engine& engine, Reason reason, const std::string& place) {
  const std::string begin =
      (place.empty() ? "" : place + ": ") + "the engine takes no more commands: ";
  if (const auto poison = engine.poison()) {
    const std::string at =
        poison->sequence == 0 ? "" : " at sequence " + std::to_string(poison->sequence);
    return {StatusCode::poisoned, begin + "poisoned" + at + ": " + poison->text};
  }
  const std::string cause = begin + in_words(reason);
  if (reason != Reason::storage_full) return {StatusCode::poisoned, cause};
  return {StatusCode::storage_full,
          cause + "; free space there or log to another disk, then run again"};
}

}  // namespace allot::simulation
