// The outcome check against the page that says what it is: docs/journal_format.md, section 3.
#include <gtest/gtest.h>

#include <array>
#include <cstdint>
#include <functional>
#include <random>
#include <vector>

#include "allot/core/core.hpp"
#include "driver/live_shop.hpp"

namespace allot {
namespace {

std::uint64_t times(std::uint64_t value, std::uint64_t key) { return value * key; }

// Term by term, as the page has it.
std::uint32_t naive_check(const std::vector<Event>& events, const std::vector<CellTouch>& cells) {
  std::uint64_t h = 0x6A09E667F3BCC909U;
  const auto mix = [&h](std::uint64_t s) {
    h ^= s;
    h = (h << 29U) | (h >> 35U);
    h *= 0xBF58476D1CE4E5B9U;
  };
  for (const Event& e : events) {
    const std::uint64_t type = static_cast<std::uint8_t>(e.type);
    const std::uint64_t reason = static_cast<std::uint16_t>(e.reason);
    std::uint64_t s =
        times(e.ordinal + type * 65'536 + e.flags * 16'777'216ULL, 0x9E3779B97F4A7C15U);
    s += times(e.order_key.low, 0xC2B2AE3D27D4EB4FU);
    s += times(e.order_key.high, 0xD6E8FEB86659FD93U);
    s += times(e.sku + e.node * 4'294'967'296ULL, 0xA0761D6478BD642FU);
    s += times(e.quantity + e.line * 4'294'967'296ULL + reason * 281'474'976'710'656ULL,
               0xE7037ED1A0B428DBU);
    s += times(static_cast<std::uint64_t>(e.amount), 0x8EBC6AF09C88C6E3U);
    s += times(static_cast<std::uint64_t>(e.time), 0x589965CC75374CC3U);
    mix(s);
  }
  for (const CellTouch& c : cells) {
    mix(times(c.sku.value + c.node.value * 4'294'967'296ULL, 0xA0761D6478BD642FU) +
        times(c.available, 0xE7037ED1A0B428DBU));
  }
  return static_cast<std::uint32_t>(h >> 32U);
}

std::uint32_t check(const std::vector<Event>& events, const std::vector<CellTouch>& cells) {
  static const Core core{test::small_limits()};
  // Any bytes at all, where the events of a step lie: types that have no name yet among them.
  std::vector<Event> room(16);
  std::vector<CellTouch> touches(16);
  Outcome outcome(room.size(), Outcome::Elsewhere{});
  outcome.write_to(room.data(), touches.data(), 0);
  outcome.begin(1);
  for (std::size_t i = 0; i < events.size(); ++i) {
    outcome.tell(events::Started{});
    const std::uint16_t ordinal = room[i].ordinal;
    room[i] = events[i];
    room[i].ordinal = ordinal;
  }
  for (const CellTouch& cell : cells) outcome.touch(cell);
  return core.outcome_check(outcome);
}

class Sample {
 public:
  explicit Sample(std::uint64_t seed) : bits_(seed) {
    for (std::uint16_t i = 0; i < 4; ++i) {
      Event e;
      e.ordinal = i;
      e.type = static_cast<EventType>(1 + bits_() % 60);
      e.flags = static_cast<std::uint8_t>(bits_() % 8);
      e.order_key = {.low = bits_(), .high = bits_()};
      e.sku = static_cast<std::uint32_t>(bits_());
      e.node = static_cast<std::uint32_t>(bits_());
      e.quantity = static_cast<std::uint32_t>(bits_());
      e.line = static_cast<std::uint16_t>(bits_());
      e.reason = static_cast<Reason>(bits_() % 50);
      e.amount = static_cast<std::int64_t>(bits_());
      e.time = static_cast<TimeNs>(bits_());
      events.push_back(e);
      cells.push_back({SkuId{static_cast<std::uint32_t>(bits_())},
                       NodeId{static_cast<std::uint32_t>(bits_())},
                       static_cast<std::uint32_t>(bits_())});
    }
  }
  std::vector<Event> events;
  std::vector<CellTouch> cells;

 private:
  std::mt19937_64 bits_;
};

TEST(OutcomeCheck, IsWhatThePageSays) {
  EXPECT_EQ(check({}, {}), naive_check({}, {}));
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    const Sample sample(seed);
    EXPECT_EQ(check(sample.events, sample.cells), naive_check(sample.events, sample.cells));
  }
}

TEST(OutcomeCheck, SeesEveryFieldAndEveryPosition) {
  using Change = std::function<void(Event&)>;
  const std::array<Change, 10> changes{
      [](Event& e) { e.type = static_cast<EventType>(static_cast<int>(e.type) ^ 1); },
      [](Event& e) { e.flags ^= 4; },
      [](Event& e) { e.order_key.low ^= 1ULL << 63U; },
      [](Event& e) { e.order_key.high ^= 1; },
      [](Event& e) { e.sku ^= 1; },
      [](Event& e) { e.node ^= 1U << 31U; },
      [](Event& e) { e.quantity ^= 1; },
      [](Event& e) { e.line ^= 1; },
      [](Event& e) { e.reason = static_cast<Reason>(static_cast<int>(e.reason) ^ 1); },
      [](Event& e) { e.amount ^= 1; }};
  for (std::uint64_t seed = 1; seed <= 50; ++seed) {
    const Sample sample(seed);
    const std::uint32_t before = check(sample.events, sample.cells);
    for (std::size_t i = 0; i < sample.events.size(); ++i) {
      for (const Change& change : changes) {
        std::vector<Event> events = sample.events;
        change(events[i]);
        EXPECT_NE(check(events, sample.cells), before);
      }
      std::vector<Event> events = sample.events;
      events[i].time ^= 1;
      EXPECT_NE(check(events, sample.cells), before);
      events = sample.events;
      std::swap(events[i], events[(i + 1) % events.size()]);
      EXPECT_NE(check(events, sample.cells), before);
      std::vector<CellTouch> cells = sample.cells;
      cells[i].available ^= 1;
      EXPECT_NE(check(sample.events, cells), before);
      cells = sample.cells;
      std::swap(cells[i], cells[(i + 1) % cells.size()]);
      EXPECT_NE(check(sample.events, cells), before);
    }
    std::vector<Event> fewer = sample.events;
    fewer.pop_back();
    EXPECT_NE(check(fewer, sample.cells), before);
  }
}

TEST(OutcomeCheck, LeavesSequenceAndEpochOut) {
  const Sample sample(1);
  std::vector<Event> events = sample.events;
  for (Event& event : events) {
    event.sequence += 7;
    event.epoch += 1;
  }
  EXPECT_EQ(check(events, sample.cells), check(sample.events, sample.cells));
}

}  // namespace
}  // namespace allot
