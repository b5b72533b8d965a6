// Queued work: due timers, and stock for the lines that wait (docs/rules.md §9).
#pragma once

#include "allocation/tables.hpp"

namespace allot {

class Serving {
 public:
  explicit Serving(Tables& tables) noexcept : t_(tables) {}

  // Effects: up to work_units units of queued work.
  void sweep() {
    if (work_due(t_, t_.step.now)) [[unlikely]]
      do_work();
  }
  // Returns: whether queued work exists or a timer is due at `now`.
  [[nodiscard]] static bool work_due(const Tables& tables, TimeNs now) noexcept {
    return !tables.waiting.work().empty() || tables.timers.due(now);
  }

 private:
  // Each returns what it has looked at, in lines; at least 1.
  [[nodiscard]] std::uint32_t do_unit();
  [[nodiscard]] std::uint32_t expire_next();
  [[nodiscard]] std::uint32_t serve_next();
  void end_beside();

  [[gnu::noinline]] void do_work();
  [[nodiscard]] bool try_entry(OrderSlot slot, LineNumber number);
  [[nodiscard]] bool serve_line(OrderSlot slot, Line& line, LineNumber number);
  void serve_whole(OrderSlot slot);
  void wait_under(OrderSlot slot, LineNumber one);
  void wait_under_all(OrderSlot slot);
  [[nodiscard]] bool is_first_news(const Timer& timer) const noexcept;
  [[nodiscard]] std::uint64_t places_free() const noexcept;
  [[nodiscard]] bool due(TimeNs time) const noexcept { return time != 0 && time <= t_.step.now; }
  [[nodiscard]] bool wakes() const noexcept { return t_.semantics.wakes_whom_limits_held_up(); }

  Tables& t_;
};

}  // namespace allot
