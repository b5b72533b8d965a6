#include "driver/publisher.hpp"

#include <algorithm>
#include <utility>

#include "driver/producer_slot.hpp"

namespace allot {
namespace {

constexpr std::size_t batches_max = 65'536;

void give_answers(const PendingBatch& batch) {
  if (batch.slot == nullptr) return;
  batch.slot->end_pending();
  batch.slot->answers.show(batch.answers_end);
}

}  // namespace

Publisher::Publisher(std::shared_ptr<EventRing> events, std::shared_ptr<Views> views,
                     Doorbells& doorbells, std::size_t step_events_max, bool detach_slow)
    : events_(std::move(events)),
      feed_(std::move(views), step_events_max),
      step_events_max_(step_events_max),
      detach_slow_(detach_slow),
      doorbells_(doorbells),
      outcome_(step_events_max, Outcome::Elsewhere{}),
      pending_(batches_max) {}

void Publisher::restart(Sequence last, std::uint32_t epoch) {
  epoch_ = epoch;
  frame_ = 0;
  published_ = last;
  decided_.store(last, std::memory_order_relaxed);
  feed_.restart(events_->staged());
  events_->publish(events_->staged(), published_);
}

bool Publisher::stage_recovered(std::span<const Event> events) {
  while (!events.empty()) {
    const std::size_t count = std::min(events.size(), step_events_max_);
    if (!events_->room(step_events_max_, true)) return false;
    std::ranges::copy(events.first(count), events_->claim());
    events_->stage(count);
    events = events.subspan(count);
  }
  return true;
}

void Publisher::push_batch(ProducerSlot* slot) {
  ALLOT_CHECK(pending_.empty() || pending_.at(pending_.end() - 1).after <= decided());
  batch_open_ = false;
  pending_.push({.after = decided(),
                 .slot = slot,
                 .answers_end = slot != nullptr ? slot->answers.made() : 0,
                 .events_end = events_->staged(),
                 .cells_end = feed_.end()});
  if (slot != nullptr) slot->add_pending();
}

bool Publisher::publish(Sequence limit) {
  std::uint64_t end = pending_.begin();
  while (end != pending_.end() && pending_.at(end).after <= limit) ++end;
  if (end == pending_.begin()) return false;
  // Views first, then events, then answers: who was answered can read its own order.
  const PendingBatch& last = pending_.at(end - 1);
  ALLOT_CHECK(last.after <= decided());
  published_ = std::max(published_, last.after);
  feed_.show(*events_, last.events_end, last.cells_end, published_);
  events_->publish(last.events_end, published_);
  for (std::uint64_t i = pending_.begin(); i != end; ++i) give_answers(pending_.at(i));
  wake_readers(end);
  pending_.pop_to(end);
  // Positions in the queues are kept in pending batches only.
  if (pending_.empty()) {
    pending_.restart();
    feed_.rewind();
  }
  return true;
}

// Effects: wakes the producers whose answers in the batches before `end` were just shown.
void Publisher::wake_readers(std::uint64_t end) noexcept {
  if (!doorbells_.any_waiting()) return;
  for (std::uint64_t i = pending_.begin(); i != end; ++i) {
    if (ProducerSlot* const slot = pending_.at(i).slot) slot->doorbell.ring();
  }
}

bool Publisher::give_up() {
  feed_.forget_incomplete();
  if (pending_.empty()) return false;
  for (std::uint64_t i = pending_.begin(); i != pending_.end(); ++i) {
    const PendingBatch& batch = pending_.at(i);
    if (batch.slot == nullptr) continue;
    AnswerRing& answers = batch.slot->answers;
    for (std::uint64_t at = answers.shown(); at != batch.answers_end; ++at) {
      answers.at(at) = {.command_key = answers.at(at).command_key, .reason = Reason::poisoned};
    }
    give_answers(batch);
  }
  wake_readers(pending_.end());
  pending_.pop_to(pending_.end());
  return true;
}

}  // namespace allot
