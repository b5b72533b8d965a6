// How the messages lie in memory in C: every struct of the generated headers, member by member.
//
// The layout is a promise to programs that are compiled already, so it follows from the order of
// the description alone and only grows: a field takes the first hole that it fits into, else the
// end. Holes are members that must be zero, so that a later field can have them. Fields that came
// after the first format are laid out after all others.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "generator/description.hpp"

namespace allot::schema::c {

struct Member {
  enum class Kind : std::uint8_t {
    value,   // of the field
    count,   // of the elements of the field before it
    part,    // a struct with fields of its own
    size,    // struct_size
    filler,  // a hole: reserved in a command, a value that is not said in an event
  };
  Kind kind{};
  std::string type;    // uint32_t, const allot_order_line*
  std::string name;    // line_count
  std::string extent;  // "[7]", mostly empty
  std::size_t offset{};
  std::size_t size{};
  MessageField field;  // of a value or count
};

struct Struct {
  std::string name;
  std::vector<Member> members;  // by offset
  std::size_t size{};
  std::size_t alignment{1};
};

// Returns: the struct of what the event says, which several events may share; empty when it says
//          nothing.
[[nodiscard]] std::string event_struct_name(const EventMessage& event);
// Returns: "lines" -> "line_count".
[[nodiscard]] std::string count_name(const MessageField& field);
// Returns: whether the field lies inside a struct that is a member of the message. Fields that came
//          later do not: such a struct lies in the middle of others and cannot grow.
[[nodiscard]] bool is_in_part(const MessageField& field);
// Returns: the member's place in its message: tokens.customer.
[[nodiscard]] std::string path_of(const MessageField& field);

// Throws std::runtime_error when a struct would be larger than its place.
[[nodiscard]] Struct layout_of(const CommandMessage& command);
[[nodiscard]] Struct layout_of_line(const Description& description);
[[nodiscard]] Struct layout_of_attribute(const Description& description);
// The limits, behind a struct_size: they grow at their end only.
[[nodiscard]] Struct layout_of_limits(const Description& description);
// The size of allot_limits before any field was added.
[[nodiscard]] std::size_t first_size_of_limits(const Description& description);
// The structs that are members of commands, each once.
[[nodiscard]] std::vector<Struct> parts_of(const std::vector<const CommandMessage*>& commands);

// What the event says behind its first 16 bytes: each field in its slot. The flags lie before that.
[[nodiscard]] Struct layout_of(const EventMessage& event);
// The slots themselves, which every event can be read as.
[[nodiscard]] Struct layout_of_slots();

inline constexpr std::size_t command_body_bytes = 240;
inline constexpr std::size_t event_head_bytes = 16;
inline constexpr std::size_t event_bytes = 64;

}  // namespace allot::schema::c
