// What becomes of one producer's commands, or of the engine's own: outcomes go to the publisher,
// answers into the producer's ring.
//
// Made for one batch; close() ends it.
// Threads: the decision thread.
#pragma once

#include <cstdint>
#include <variant>

#include "driver/command_source.hpp"
#include "driver/engine_counts.hpp"
#include "driver/gate.hpp"
#include "driver/producer_slot.hpp"
#include "driver/publisher.hpp"

namespace allot {

class SlotOutlet {
 public:
  // `slot`: null for the engine's own commands, which nobody is told about.
  SlotOutlet(Publisher& publisher, Gate& gate, ProducerSlot* slot) noexcept
      : publisher_(publisher), gate_(gate), slot_(slot) {}

  [[nodiscard]] bool has_room() noexcept { return publisher_.has_room() || hold_back(); }
  [[nodiscard]] bool has_room_to_refuse() noexcept {
    return publisher_.has_room_for_batch() || hold_back();
  }
  [[nodiscard]] Outcome& outcome() noexcept {
    outcome_ = &publisher_.next_outcome();
    return *outcome_;
  }
  [[nodiscard]] Answer* answer() noexcept {
    answer_ = slot_ != nullptr ? slot_->answers.next() : &own_answer_;
    return answer_;
  }

  void decided(const Sequenced& in, std::uint64_t frame) {
    publisher_.follow_frame(frame, slot_);
    count(in);
    publisher_.keep_outcome(in.sequence);
    if (slot_ != nullptr) slot_->answers.keep();
  }
  void broken(const Sequenced& in, std::uint64_t frame) {
    publisher_.follow_frame(frame, slot_);
    tell({.command_key = command_key_of(in.command),
          .sequence = in.sequence,
          .reason = Reason::poisoned});
  }
  void refused(const Sequenced& in, Reason reason) noexcept {
    if (slot_ == nullptr) return;
    if (reason == Reason::storage_full) gate_.change_refusal(Reason::ok, Reason::storage_full);
    tell({.command_key = command_key_of(in.command), .reason = reason});
  }

  // Effects: what was kept leaves together.
  void close() { publisher_.close_batch(slot_); }

  [[nodiscard]] const BatchCounts& counts() const noexcept { return counts_; }
  // Returns: whether a command had to stay where it is for want of room.
  [[nodiscard]] bool held_back() const noexcept { return held_back_; }

 private:
  bool hold_back() noexcept {
    held_back_ = true;
    return false;
  }
  void tell(const Answer& answer) noexcept {
    publisher_.keep_answer(answer.sequence);
    if (slot_ == nullptr) return;
    *slot_->answers.next() = answer;
    slot_->answers.keep();
  }
  void count(const Sequenced& in) noexcept {
    ++counts_.commands;
    counts_.events += outcome_->events().size();
    if (std::holds_alternative<Place>(in.command) || std::holds_alternative<Import>(in.command)) {
      ++counts_.orders;
    }
    if (answer_->reason != Reason::ok) ++counts_.refusals;
  }

  Publisher& publisher_;
  Gate& gate_;
  ProducerSlot* slot_;
  Outcome* outcome_{};
  Answer* answer_{};
  BatchCounts counts_;
  Answer own_answer_;
  bool held_back_{false};
};

static_assert(Outlet<SlotOutlet>);

}  // namespace allot
