// The deterministic core alone, driven with the workload: no ring, no log, no events published.
//
// Threads: one. Ownership: owns its Core. Errors: std::runtime_error when a decision is not what
// the workload says it must be.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "allot/core/core.hpp"
#include "limit/workload.hpp"

namespace allot::bench {

// How memory is asked for before a chunk of orders is decided.
enum class Asking : std::uint8_t {
  never,
  groups_of_16,  // both passes over a group of 16 at once, before the group before it is decided
  rolling,       // before each decision: as Core::prefetch_ahead says
};
[[nodiscard]] std::string_view asking_name(Asking asking) noexcept;

// Returns: whether the answer is what the workload says.
[[nodiscard]] bool as_expected(Expectation expected, const Answer& answer) noexcept;

struct ChunkTime {
  double place_ns{};   // of one order
  double cancel_ns{};  // of one cancellation
};

class CoreRun {
 public:
  static constexpr std::uint32_t chunk = 256;

  // Effects: applies the set-up and places the standing orders.
  explicit CoreRun(const Workload& workload);

  // Effects: places the next `chunk` orders, then cancels the oldest so that as many stand
  //          as before.
  [[nodiscard]] ChunkTime next_chunk(Asking asking);

  [[nodiscard]] const Core& core() const noexcept { return core_; }
  [[nodiscard]] std::uint64_t orders() const noexcept { return next_order_; }
  [[nodiscard]] std::uint64_t accepted() const noexcept { return accepted_; }
  [[nodiscard]] std::uint64_t events() const noexcept { return events_; }
  [[nodiscard]] std::uint64_t commands() const noexcept { return sequence_; }

  // Returns: what is wrong with the state, or empty. A full scan.
  [[nodiscard]] std::string fault() const;

 private:
  void prepare_places(std::uint32_t count);
  [[nodiscard]] std::uint32_t prepare_cancels();
  [[nodiscard]] double apply_batch(std::uint32_t count, Asking asking);
  void check_places(std::uint32_t count);

  const Workload& workload_;
  Core core_;
  Outcome outcome_;
  std::vector<Sequenced> batch_;
  std::vector<OrderLines> lines_;
  std::vector<Answer> answers_;
  Sequence sequence_{};
  std::uint64_t next_order_{};
  std::uint64_t oldest_{};  // next order to be looked at for cancelling
  std::uint64_t standing_{};
  std::uint64_t accepted_{};
  std::uint64_t events_{};
};

}  // namespace allot::bench
