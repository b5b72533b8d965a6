#include "command.hpp"

#include <algorithm>
#include <limits>

#include "generated/forms.hpp"

namespace allot::c {

std::string malformed(const allot_command& command, const Limits& limits) {
  if (command.reserved != 0) return "reserved must be zero";
  std::string text;
  const bool known = with_body(command, [&]<class Body, class Cpp>(const Body& body, const Cpp&) {
    constexpr std::size_t behind = sizeof command.body.bytes - sizeof(Body);
    const Fault fault = FaultFinder::find<Cpp>(body, limits);
    if (fault.member != nullptr) {
      text = fault.text();
    } else if (!is_zero<behind>(command.body.bytes + sizeof(Body))) {
      text = "the bytes behind the body must be zero: start with allot_command_init";
    }
  });
  if (known) return text;
  return is_not_for_hosts(command.type) ? "only the engine or an operator logs this type"
                                        : "type is not one of ALLOT_COMMAND_*";
}

std::string first_malformed(std::span<const allot_command> commands, const Limits& limits) {
  for (std::size_t i = 0; i < commands.size(); ++i) {
    if (const std::string fault = malformed(commands[i], limits); !fault.empty()) {
      return "commands[" + std::to_string(i) + "] (type " + std::to_string(commands[i].type) +
             "): " + fault;
    }
  }
  return {};
}

std::size_t room_bytes(const allot_command& command, const Limits& limits) noexcept {
  RoomCounter counter(limits);
  with_body(command, [&]<class Cpp>(const auto& body, const Cpp& fields) {
    Form<Cpp>::fields(body, fields, counter);
  });
  return counter.bytes();
}

std::size_t room_bytes_max(const Limits& limits) noexcept {
  std::size_t most = 0;
  for (std::uint32_t type = 0; type <= std::numeric_limits<std::uint8_t>::max(); ++type) {
    // Counts that claim all there is are taken over up to their limits.
    allot_command command;
    command.type = type;
    std::fill_n(command.body.bytes, sizeof command.body.bytes, std::uint8_t{0xFF});
    most = std::max(most, room_bytes(command, limits));
  }
  return most;
}

Command translate(const allot_command& command, ListRoom& room, const Limits& limits) noexcept {
  Command result;
  with_body(command, [&]<class Cpp>(const auto& body, const Cpp&) {
    Cpp into{};
    Form<Cpp>::fields(body, into, ToCpp(room, limits));
    result = into;
  });
  return result;
}

}  // namespace allot::c

void allot_command_init(allot_command* command, uint32_t type) {
  if (command == nullptr) return;
  *command = allot_command{};
  command->type = type;
  allot::c::with_body(*command, []<class Cpp>(auto& body, const Cpp& defaults) {
    allot::c::Form<Cpp>::fields(body, defaults, allot::c::ToC{});
  });
}
