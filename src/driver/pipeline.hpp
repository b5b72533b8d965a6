// The live engine's turns: drain the producers' rings, decide, log, publish. One turn after the
// other, on one thread: the engine's own or the host's.
//
// A template over the core, as Driver is; the bodies are in pipeline-inl.hpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>

#include "allot/driver/clock.hpp"
#include "driver/driver.hpp"
#include "driver/engine_state.hpp"
#include "driver/publisher.hpp"
#include "driver/ring_source.hpp"
#include "driver/slot_outlet.hpp"

namespace allot {

struct PipelineOptions {
  Clock* clock{};  // borrowed
  std::uint32_t batch_commands_max{};
  bool detach_slow{};
  bool drives_journal{};  // the journal has no thread of its own
};

template <class CoreT>
class Pipeline {
 public:
  // `state` must outlive it.
  Pipeline(const PipelineOptions& options, EngineState& state,
           std::unique_ptr<Driver<CoreT>> driver);

  // Effects: goes on with a driver that was recovered anew (after a skip). `unseen`: what that
  //          recovery made and nobody was shown before.
  void restart(std::unique_ptr<Driver<CoreT>> driver, std::span<const Event> unseen);

  // Effects: decides `command` as the engine's own; for the first record of a log.
  void decide_own(const Command& command) noexcept;
  // Effects: one turn. Returns: commands decided.
  // Errors:  a broken invariant outside of a step poisons the engine as one inside does; see
  //          broken().
  std::size_t turn() noexcept;
  // Effects: lets the log have what gathered. Call it before the turns pause.
  void rest() noexcept;
  // Effects: makes what was decided durable and publishes it. Returns: why it could not.
  Status flush();
  // Effects: flushes and closes the log; nothing may be decided after.
  Status close();
  // Effects: fills the availability view from the core; for after a recovery.
  void fill_views() noexcept { publisher_.fill_views(core(), true); }

  [[nodiscard]] const CoreT& core() const noexcept { return driver_->core(); }
  // Threads: any, while it is not restarted.
  [[nodiscard]] const Journal* journal() const noexcept { return driver_->journal(); }
  [[nodiscard]] std::uint32_t epoch() const noexcept { return publisher_.epoch(); }
  // Returns: whether the last turn decided or published anything.
  [[nodiscard]] bool progressed() const noexcept { return progressed_; }
  // Returns: whether a turn broke: what waited to leave may never do so.
  [[nodiscard]] bool broken() const noexcept { return broken_; }
  // Returns: whether something waits for the disk.
  [[nodiscard]] bool waiting() const noexcept { return !publisher_.empty(); }
  // Threads: any.
  [[nodiscard]] Sequence decided() const noexcept { return publisher_.decided(); }

 private:
  static constexpr std::uint32_t advances_in_turn = 16;

  struct Turn {
    std::uint64_t decided{0};
    bool drained{false};    // a ring held something
    bool held_back{false};  // something has to wait for room
    void note(const SlotOutlet& outlet) noexcept;
  };

  // Effects: does `work`; what breaks in it poisons the engine.
  template <class Work>
  void guard(Work&& work) noexcept;
  std::size_t take_turn();
  void drain(ProducerSlot& slot, Turn& turn);
  void advance(Turn& turn);
  [[nodiscard]] bool publish();
  void show_poison() noexcept;

  PipelineOptions options_;
  EngineState& state_;
  std::unique_ptr<Driver<CoreT>> driver_;
  Publisher publisher_;
  OpenRings rings_;
  RingSource source_;
  Sequenced own_;
  bool progressed_{false};
  bool broken_{false};
};

extern template class Pipeline<Core>;

}  // namespace allot
