// What a process that may be killed at any moment tells whoever kills it, and how that proves that
// its consumers got every event once and in order, and that nothing they acknowledged was lost.
#pragma once

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "allot/engine.hpp"

namespace allot::test {

// One thing told. Smaller than PIPE_BUF, so it arrives whole or not at all.
struct Told {
  enum Kind : std::uint64_t { answer, opened, polled, acknowledged };
  // An event by its place.
  struct Place {
    Sequence sequence{};
    std::uint64_t ordinal{};
  };

  Kind kind{};
  std::uint64_t reader{};  // which consumer; the named one is 0
  CommandKey key{};        // of an answer
  std::uint64_t reason{};  // of an answer
  Sequence sequence{};     // of an answer; where a consumer begins; what it acknowledged
  Place first{};           // of what was polled
  Place last{};
  std::uint64_t count{};
};
static_assert(sizeof(Told) < 512);

// A consumer in the process, which tells what it does before it goes on.
class TellingConsumer {
 public:
  using Tell = std::function<void(const Told&)>;

  TellingConsumer(Consumer consumer, std::uint64_t reader, Tell tell)
      : consumer_(std::move(consumer)), reader_(reader), tell_(std::move(tell)) {
    Told told{.kind = Told::opened, .reader = reader_};
    told.sequence = consumer_.stream().first_sequence;
    tell_(told);
  }

  [[nodiscard]] Consumer& consumer() noexcept { return consumer_; }

  // Returns: what is wrong with what was polled; empty when all is well.
  [[nodiscard]] std::string poll(std::size_t most, std::chrono::nanoseconds timeout) {
    const std::size_t count =
        consumer_.poll(std::span(events_).first(std::min(most, events_.size())), timeout);
    if (!consumer_.status().ok()) return consumer_.status().message();
    if (count == 0) return {};
    const auto place = [](const Event& event) {
      return std::pair<Sequence, std::uint64_t>(event.sequence, event.ordinal);
    };
    for (std::size_t i = 1; i < count; ++i) {
      if (place(events_[i - 1]) >= place(events_[i])) return "events came out of order";
    }
    const auto [first, first_ordinal] = place(events_[0]);
    const auto [last, last_ordinal] = place(events_[count - 1]);
    last_ = last;
    tell_({.kind = Told::polled,
           .reader = reader_,
           .first = {first, first_ordinal},
           .last = {last, last_ordinal},
           .count = count});
    return {};
  }
  // Returns: as poll(). Effects: acknowledges all that was polled.
  [[nodiscard]] std::string acknowledge() {
    if (last_ == 0) return {};
    if (!consumer_.acknowledge(last_)) {
      return "not acknowledged: " + consumer_.status().message();
    }
    tell_({.kind = Told::acknowledged, .reader = reader_, .sequence = consumer_.acknowledged()});
    return {};
  }

 private:
  Consumer consumer_;
  std::uint64_t reader_;
  Tell tell_;
  Sequence last_{0};
  std::array<Event, 512> events_;
};

// What the consumers of all lives of one log have told.
class ToldEvents {
 public:
  // `events`: of each sequence of the log, by sequence - 1. `life`: what one life told, in order.
  // Returns: what was lost, told twice or never happened; empty when all is well.
  [[nodiscard]] std::string check(std::span<const std::uint64_t> events,
                                  std::span<const Told> life) {
    before_.assign(1, 0);
    for (const std::uint64_t count : events) before_.push_back(before_.back() + count);
    next_.clear();
    for (const Told& told : life) {
      if (std::string fault = check(told); !fault.empty()) {
        return "consumer " + std::to_string(told.reader) + ": " + fault;
      }
    }
    return {};
  }
  [[nodiscard]] std::uint64_t polled() const noexcept { return polled_; }
  [[nodiscard]] std::uint64_t opened() const noexcept { return opened_; }

 private:
  // Returns: how many events lie before a place; more than there are when the log has it not.
  [[nodiscard]] std::uint64_t index(const Told::Place& place) const {
    if (place.sequence == 0 || place.sequence >= before_.size()) return before_.back() + 1;
    return before_[static_cast<std::size_t>(place.sequence - 1)] + place.ordinal;
  }

  std::string check(const Told& told) {
    switch (told.kind) {
      case Told::answer: return {};
      case Told::opened: return check_opened(told);
      case Told::polled: return check_polled(told);
      case Told::acknowledged: acknowledged_ = std::max(acknowledged_, acknowledged_by(told));
    }
    return {};
  }
  [[nodiscard]] static Sequence acknowledged_by(const Told& told) {
    return told.reader == 0 ? told.sequence : 0;
  }

  std::string check_opened(const Told& told) {
    ++opened_;
    const std::string begins = "begins at " + std::to_string(told.sequence);
    if (told.sequence == 0 || told.sequence > before_.size()) {
      return begins + ", behind the end of the log";
    }
    const std::uint64_t at = before_[static_cast<std::size_t>(told.sequence - 1)];
    next_[told.reader] = at;
    if (told.reader != 0) return {};
    if (told.sequence <= acknowledged_) {
      return begins + ", and " + std::to_string(acknowledged_) + " was acknowledged";
    }
    if (at > named_) return begins + ", and events before that were never polled";
    return {};
  }
  std::string check_polled(const Told& told) {
    const std::uint64_t first = index(told.first);
    const std::uint64_t last = index(told.last);
    const std::string range =
        std::to_string(told.first.sequence) + "." + std::to_string(told.first.ordinal) + " to " +
        std::to_string(told.last.sequence) + "." + std::to_string(told.last.ordinal);
    if (last >= before_.back()) return "polled " + range + ", which the log does not have";
    std::uint64_t& next = next_[told.reader];
    if (first != next || last - first + 1 != told.count) {
      return "polled " + range + ", " + std::to_string(told.count) + " events, events " +
             std::to_string(first) + " to " + std::to_string(last) + " of the log, where event " +
             std::to_string(next) + " was next";
    }
    next = last + 1;
    if (told.reader == 0) named_ = std::max(named_, next);
    polled_ += told.count;
    return {};
  }

  std::vector<std::uint64_t> before_{0};         // events before each sequence
  std::map<std::uint64_t, std::uint64_t> next_;  // event of each consumer of this life
  std::uint64_t named_{0};                       // events that the named one has got in all lives
  Sequence acknowledged_{0};                     // by the named one
  std::uint64_t polled_{0};
  std::uint64_t opened_{0};
};

}  // namespace allot::test
