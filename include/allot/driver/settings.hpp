// The choices that an engine and its consumers are opened with.
//
// Made from src/messages; change the description there, then: scripts/generate.sh
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "allot/types/enum_names.hpp"

namespace allot {

// What was full when a command was not admitted.
enum class BusyWith : std::uint8_t {
  nothing = 0,    // nothing: the last command was admitted, or refused for another reason
  answers = 1,    // answers_max answers are outstanding: poll them
  decisions = 2,  // the ring: the engine has not decided yet what is in it
  events = 3,     // the ring, because a consumer leaves no room for more events: poll that one
  log = 4,        // the ring, because what was decided waits for the disk
};
template <>
inline constexpr std::array<std::string_view, 5> enum_names<BusyWith>{"nothing", "answers",
                                                                      "decisions", "events", "log"};

// Where a consumer that is opened begins.
enum class ConsumeFrom : std::uint8_t {
  // the oldest event that no consumer needed but the buffer still holds; right after open() that is
  // the first event of this epoch
  oldest = 0,
  newest = 1,  // the events of commands admitted from now on
};
template <>
inline constexpr std::array<std::string_view, 2> enum_names<ConsumeFrom>{"oldest", "newest"};

// What a consumer reads.
enum class ConsumerState : std::uint8_t {
  live = 0,         // the buffer; what it leaves unread there may hold producers up
  catching_up = 1,  // what is made again from the log
  detached = 2,     // nothing more, until it rejoins: it was too slow
};
template <>
inline constexpr std::array<std::string_view, 3> enum_names<ConsumerState>{"live", "catching_up",
                                                                           "detached"};

// What opening does with a log whose last segment is damaged where more stands behind, or was cut.
enum class DamagedEnd : std::uint8_t {
  refuse = 0,  // the log is not opened; the message says what stands there
  // it is gone on with as far as it is whole, and what is dropped is counted. Never where the log
  // says of itself that what is damaged was durable
  drop = 1,
};
template <>
inline constexpr std::array<std::string_view, 2> enum_names<DamagedEnd>{"refuse", "drop"};

// What happens when a consumer leaves events unread until their buffer is full.
enum class SlowConsumer : std::uint8_t {
  busy = 0,    // producers are told busy until it reads; no event is lost
  detach = 1,  // it is detached and has to catch up by replay; producers go on
};
template <>
inline constexpr std::array<std::string_view, 2> enum_names<SlowConsumer>{"busy", "detach"};

// Who runs the decision thread.
enum class Threading : std::uint8_t {
  own_thread = 0,  // the engine starts one
  host_steps = 1,  // the host calls step(), always from one thread at a time
};
template <>
inline constexpr std::array<std::string_view, 2> enum_names<Threading>{"own_thread", "host_steps"};

}  // namespace allot
