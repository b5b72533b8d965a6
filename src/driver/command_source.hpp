// Where a driver's commands come from, and where what they made goes: its two ends besides the
// journal.
//
// A source is asked for one command after the other. It says who puts its commands in order: the
// driver does it for hosts' commands (the rings of the live engine, the lines of `allot apply`) and
// for the engine's own; a log or a broker's partition has done it already. An outlet lends the
// place that the next outcome is written to, and is told what became of each command. Both are
// concepts, not base classes: the live engine asks its source several times for each order.
//
// Threads: the driver's.
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>

#include "allot/core/core.hpp"
#include "allot/messages/outcome.hpp"
#include "allot/sequencing/sequenced.hpp"

namespace allot {

// Who gives a source's commands their sequence and time.
enum class Placed : std::uint8_t {
  by_driver,  // the driver, at the time that it was told or that the host stamped
  as_own,     // the driver, for what the engine itself logs
  at_source,  // they have them: they come out of a log or a partition
};

template <class S>
concept PlacedAtSource = S::placed == Placed::at_source;

template <class S>
concept CommandSource = requires(S& source) {
  { S::placed } -> std::convertible_to<Placed>;
  // Returns: the next command, which stays the next one until pop(); null when there is none
  //          for now. Its lines stay valid as long.
  { source.front() } -> std::same_as<Sequenced*>;
  source.pop();
} && (!PlacedAtSource<S> || requires(const S& source) {
                          // Returns: the outcome check that came with front(), if one did.
                          { source.check() } -> std::same_as<std::optional<std::uint32_t>>;
                        });

// A source that knows some commands before their turn; the driver prefetches what they will read.
template <class S>
concept LooksAhead = requires(const S& source, std::size_t after) {
  // Returns: the command `after` places behind front(); null when it is not known.
  { source.ahead(after) } -> std::same_as<const Sequenced*>;
};

template <class O>
concept Outlet = requires(O& outlet, const Sequenced& in, std::uint64_t frame, Reason reason) {
  // Returns: whether there is room for everything that a step can make, and whether there is for a
  //          refusal. When not, the command stays in its source.
  { outlet.has_room() } -> std::same_as<bool>;
  { outlet.has_room_to_refuse() } -> std::same_as<bool>;
  // Requires: has_room(). Where the next step writes, and where its answer is made.
  { outlet.outcome() } -> std::same_as<Outcome&>;
  { outlet.answer() } -> std::same_as<Answer*>;
  // Effects: takes what is there now as decided. `frame`: of the journal, which the record lies in.
  outlet.decided(in, frame);
  // The step broke: what it wrote is not to be used.
  outlet.broken(in, frame);
  // It got no place in the order.
  outlet.refused(in, reason);
};

// One command of a host, or of the engine's own.
template <Placed how>
class OneCommand {
 public:
  static constexpr Placed placed = how;
  explicit OneCommand(Sequenced& command) noexcept : command_(&command) {}
  [[nodiscard]] Sequenced* front() noexcept { return command_; }
  void pop() noexcept { command_ = nullptr; }

 private:
  Sequenced* command_;
};

}  // namespace allot
