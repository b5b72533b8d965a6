// The rings between threads against boost::lockfree::spsc_queue: commands of the size of a two-line
// order, one item at a time and in batches of 16; answers, in batches of 256. Every run checks that
// each item arrived once and in order; a wrong one fails the benchmark.
#include <benchmark/benchmark.h>

#include <atomic>
#include <boost/lockfree/spsc_queue.hpp>
#include <cstdint>
#include <cstring>
#include <memory>
#include <span>
#include <thread>
#include <vector>

#include "driver/answer_ring.hpp"
#include "intake/ring.hpp"
#include "sequencing/command_slot.hpp"

namespace {

// A slot for a place of two lines; Boost's queue needs one size for every item, so the widest order
// it is to carry decides what each item costs.
template <std::size_t Bytes>
struct Item {
  std::uint64_t number;
  std::byte rest[Bytes - sizeof(std::uint64_t)];
};

constexpr std::size_t two_lines = sizeof(allot::Sequenced) + 2 * sizeof(allot::OrderLine);
constexpr std::size_t twenty_lines = sizeof(allot::Sequenced) + 20 * sizeof(allot::OrderLine);
constexpr std::uint64_t items = 1'000'000;
constexpr std::size_t ring_bytes = 1U << 20U;

// Runs `consume` against `produce` on another thread; both work through `items` numbers.
template <class Produce, class Consume>
void race(benchmark::State& state, Produce&& produce, Consume&& consume) {
  for (auto _ : state) {
    std::thread producer([&] { produce(); });
    const bool right = consume();
    producer.join();
    if (!right) {
      state.SkipWithError("an item was lost, repeated or torn");
      return;
    }
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(items) *
                          static_cast<std::int64_t>(state.iterations()));
}

// Writes the number at both ends of the slot, as a command's first and last bytes.
void fill(std::byte* slot, std::size_t bytes, std::uint64_t number) {
  std::memset(slot + sizeof number, static_cast<int>(number & 0xFFU), bytes - sizeof number);
  std::memcpy(slot, &number, sizeof number);
}

bool filled(const std::byte* slot, std::size_t bytes, std::uint64_t number) {
  std::uint64_t found = 0;
  std::memcpy(&found, slot, sizeof found);
  return found == number && slot[bytes - 1] == static_cast<std::byte>(number & 0xFFU);
}

void byte_ring(benchmark::State& state) {
  const auto batch = static_cast<std::uint64_t>(state.range(0));
  allot::ByteRing ring(ring_bytes, twenty_lines);
  race(
      state,
      [&] {
        for (std::uint64_t i = 0; i < items;) {
          std::uint64_t committed = 0;
          while (committed < batch && i < items) {
            const auto slot = ring.claim(two_lines);
            if (slot.empty()) break;
            fill(slot.data(), two_lines, i++);
            ring.commit();
            ++committed;
          }
          if (committed != 0) {
            ring.publish();
          } else {
            std::this_thread::yield();
          }
        }
      },
      [&] {
        bool right = true;
        for (std::uint64_t i = 0; i < items;) {
          ring.refresh();
          allot::ByteRing::Cursor cursor = ring.reader_cursor();
          const std::uint64_t before = i;
          for (std::uint64_t n = 0; n < 256; ++n) {
            const auto slot = ring.next(cursor);
            if (slot.empty()) break;
            right &= filled(slot.data(), two_lines, i++);
          }
          ring.release(cursor);
          if (i == before) std::this_thread::yield();
        }
        return right;
      });
}

// Boost's queue with items of a fixed size: copied in, copied out.
template <std::size_t Bytes>
void boost_queue(benchmark::State& state) {
  using Fixed = Item<Bytes>;
  const auto batch = static_cast<std::size_t>(state.range(0));
  boost::lockfree::spsc_queue<Fixed> queue(ring_bytes / Bytes);
  race(
      state,
      [&] {
        std::vector<Fixed> some(batch);
        for (std::uint64_t i = 0; i < items;) {
          const auto count = static_cast<std::size_t>(std::min<std::uint64_t>(batch, items - i));
          for (std::size_t n = 0; n < count; ++n) {
            fill(reinterpret_cast<std::byte*>(&some[n]), two_lines, i + n);
          }
          std::size_t pushed = 0;
          while (pushed < count) {
            const std::size_t now = batch == 1 ? std::size_t{queue.push(some[0])}
                                               : queue.push(some.data() + pushed, count - pushed);
            pushed += now;
            if (now == 0) std::this_thread::yield();
          }
          i += count;
        }
      },
      [&] {
        std::vector<Fixed> some(batch == 1 ? 1 : 256);
        bool right = true;
        for (std::uint64_t i = 0; i < items;) {
          const std::size_t count =
              batch == 1 ? std::size_t{queue.pop(some[0])} : queue.pop(some.data(), some.size());
          for (std::size_t n = 0; n < count; ++n) {
            right &= filled(reinterpret_cast<const std::byte*>(&some[n]), two_lines, i++);
          }
          if (count == 0) std::this_thread::yield();
        }
        return right;
      });
}

// Answers of a batch leave together. At most answers_max are not read yet: the reader lets the
// writer go on, as a producer does by what it admits.
constexpr std::size_t answers_max = 8'192;
constexpr std::uint64_t answers_together = 256;

allot::Answer answer_of(std::uint64_t number) {
  return {.command_key = {number, ~number}, .sequence = number};
}
bool is_answer(const allot::Answer& answer, std::uint64_t number) {
  return answer.sequence == number && answer.command_key.high == ~number;
}

// `make(number)` makes one answer, `leave()` shows what was made, `read(into)` reads some.
template <class Make, class Leave, class Read>
void race_answers(benchmark::State& state, Make&& make, Leave&& leave, Read&& read) {
  std::atomic<std::uint64_t> free_places{answers_max};
  race(
      state,
      [&] {
        std::uint64_t allowed = free_places.exchange(0);
        for (std::uint64_t i = 0; i < items;) {
          const std::uint64_t count = std::min(answers_together, items - i);
          while (allowed < count) allowed += free_places.exchange(0, std::memory_order_acquire);
          for (std::uint64_t n = 0; n < count; ++n) make(i + n);
          leave();
          i += count;
          allowed -= count;
        }
        free_places.fetch_add(allowed);
      },
      [&] {
        std::vector<allot::Answer> some(1'024);
        bool right = true;
        for (std::uint64_t i = 0; i < items;) {
          const std::size_t count = read(std::span(some));
          for (std::size_t n = 0; n < count; ++n) right &= is_answer(some[n], i++);
          free_places.fetch_add(count, std::memory_order_release);
        }
        return right;
      });
}

void answer_ring(benchmark::State& state) {
  allot::AnswerRing ring(answers_max);
  race_answers(
      state,
      [&](std::uint64_t number) {
        *ring.next() = answer_of(number);
        ring.keep();
      },
      [&] { ring.show(ring.made()); },
      [&](std::span<allot::Answer> into) { return ring.poll(into); });
}

// What may not leave yet waits in memory of the writer's own, and is copied into the queue then.
void boost_answers(benchmark::State& state) {
  boost::lockfree::spsc_queue<allot::Answer> queue(answers_max);
  std::vector<allot::Answer> waiting;
  waiting.reserve(answers_together);
  race_answers(
      state, [&](std::uint64_t number) { waiting.push_back(answer_of(number)); },
      [&] {
        queue.push(waiting.data(), waiting.size());
        waiting.clear();
      },
      [&](std::span<allot::Answer> into) { return queue.pop(into.data(), into.size()); });
}

BENCHMARK(answer_ring)->MeasureProcessCPUTime()->UseRealTime()->Unit(benchmark::kMillisecond);
BENCHMARK(boost_answers)
    ->Name("boost_spsc_queue_answers")
    ->MeasureProcessCPUTime()
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);
BENCHMARK(byte_ring)
    ->Arg(1)
    ->Arg(16)
    ->ArgName("batch")
    ->MeasureProcessCPUTime()
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);
BENCHMARK(boost_queue<two_lines>)
    ->Name("boost_spsc_queue_two_lines")
    ->Arg(1)
    ->Arg(16)
    ->ArgName("batch")
    ->MeasureProcessCPUTime()
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);
BENCHMARK(boost_queue<twenty_lines>)
    ->Name("boost_spsc_queue_twenty_lines")
    ->Arg(1)
    ->Arg(16)
    ->ArgName("batch")
    ->MeasureProcessCPUTime()
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
