#include "driver/busy_cause.hpp"

#include <string>

namespace allot {

namespace {

std::string text_of(const ConsumerFigures& consumer) {
  const std::string who = consumer.name.empty() ? std::to_string(consumer.index) : consumer.name;
  return "the buffer of events is full: consumer " + who + " has left " +
         std::to_string(consumer.events_behind) + " of them unread and is " +
         std::to_string(consumer.sequences_behind) + " sequences behind" +
         (consumer.state == ConsumerState::catching_up ? ", catching up" : "") +
         "; poll it, or close it";
}

}  // namespace

BusyCause busy_cause_of(const ProducerSlot& slot, const ConsumerList& consumers) {
  BusyCause cause{.with = slot.busy_with(), .consumer = {}, .text = {}};
  if (!slot.here()) return {};
  if (cause.with == BusyWith::events) {
    if (auto consumer = consumers.furthest_behind()) {
      cause.consumer = std::move(*consumer);
    } else {
      cause.with = BusyWith::decisions;  // it was polled or closed meanwhile
    }
  }
  switch (cause.with) {
    case BusyWith::nothing: break;
    case BusyWith::answers:
      cause.text = "as many answers as answers_max allows are not read; poll them";
      break;
    case BusyWith::decisions:
      cause.text =
          "the producer's ring is full of commands that are not decided yet; try again, or "
          "raise ring_bytes";
      break;
    case BusyWith::events: cause.text = text_of(cause.consumer); break;
    case BusyWith::log:
      cause.text =
          "the producer's ring is full, and what was decided before waits for the log's "
          "disk; try again";
      break;
  }
  return cause;
}

}  // namespace allot
