// A walk through a log: every step is made again, in order, and shown with the events that it made
// and the state behind it. The log may grow meanwhile; a walk can go on where the log ended.
//
// It steps a core by the driver, as replay does, and every outcome check that was logged is
// compared. Commands that a skip names are left out, also when the skip is written after they were
// met: then the walk begins again, without showing twice what was shown.
//
// Threads: one. Ownership: storage and visitor must outlive it. Memory: that of a core.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>

#include "allot/core/core.hpp"
#include "allot/core/poison.hpp"
#include "allot/journal/storage.hpp"
#include "allot/types/status.hpp"
#include "inspection/moment.hpp"

namespace allot::inspection {

// A step with its outcome. Borrowed: what it names lives until the visitor returns.
struct Step {
  const Sequenced& in;
  std::span<const Event> events;
  const Core& core;  // as it is behind the step
};

class StepVisitor {
 public:
  virtual ~StepVisitor() = default;
  virtual void step(const Step& step) = 0;
  // Everything that is there now was shown, or the core that it was shown with is given up.
  virtual void pause() {}
  // Asked before each step. Returns: whether the walk is to end here.
  [[nodiscard]] virtual bool enough() const { return false; }
};

// How far a walk has come.
struct WalkProgress {
  enum class Part : std::uint8_t {
    searching,  // the log is read to its end, for skips
    deciding,
  };

  Part part{};
  std::uint64_t done{};  // bytes while it searches; the last sequence that was decided
  std::uint64_t all{};   // of the same; 0: not known
};

struct WalkOptions {
  Moment from;  // steps before it are made, but not shown
  Moment to;    // the last to be made; the end of the log when it is none
  // Goes on with what is written after the walk began. Else it ends where the log ended then.
  bool follows{};
  std::uint32_t shard{0};
  SourcingTrace* trace{nullptr};  // borrowed; told about every choice of nodes
  // Asked every few thousand records and steps. Returns: whether to go on.
  std::function<bool(const WalkProgress&)> on_progress{};
};

enum class WalkEnd : std::uint8_t {
  log,      // everything that is there was shown
  bound,    // everything up to `to` was, or the visitor has enough
  stopped,  // on_progress said so; before the first step there is no core
  poison,   // a command breaks an invariant: everything before it was
};

class LogWalk {
 public:
  LogWalk(Storage& storage, WalkOptions options, StepVisitor& visitor);
  ~LogWalk();
  LogWalk(const LogWalk&) = delete;
  LogWalk& operator=(const LogWalk&) = delete;

  // Effects: shows what is there and was not shown. May be called again after WalkEnd::log.
  // Errors:  as replay(): corrupt, truncated, unsupported, io_error; what comes before it was
  // shown.
  [[nodiscard]] Result<WalkEnd> run();

  // Returns: the state behind the last step; null when the log has none.
  [[nodiscard]] const Core* core() const noexcept;
  // Returns: what WalkEnd::poison is about.
  [[nodiscard]] const std::optional<Poison>& poison() const noexcept { return poison_; }
  // Returns: whether a writer had the log open when its end was met last.
  [[nodiscard]] bool live() const noexcept { return live_; }

 private:
  class Pass;

  [[nodiscard]] Result<bool> look_ahead();
  [[nodiscard]] std::optional<Sequence> last_wanted() const noexcept;
  void show(const Step& step);

  Storage& storage_;
  WalkOptions options_;
  StepVisitor& visitor_;
  std::unique_ptr<Pass> pass_;
  Sequence shown_{0};        // everything up to it was shown, or lies before `from`
  Sequence known_end_{0};    // where the log ended when the walk began
  Sequence end_by_time_{0};  // about the last sequence of WalkOptions::to, when that is a time
  std::optional<Poison> poison_;
  bool live_{};
};

}  // namespace allot::inspection
