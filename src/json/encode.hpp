// Commands, events and answers as JSON objects, with codes beside ids.
//
// Bytes of a code that are not UTF-8 are replaced in the text (line_text), because JSON has no
// other bytes. Threads: any, each with its own Names. Cost: allocates; for tools.
#pragma once

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <string>

#include "allot/core/core.hpp"
#include "allot/messages/command.hpp"
#include "allot/messages/event.hpp"
#include "json/key_form.hpp"
#include "json/names.hpp"

namespace allot::json {

// Returns: {"place":{...}}; what decode_command reads back as the same command. Fields that have
// their default are left out.
[[nodiscard]] nlohmann::ordered_json encode(const Command& command, const Names& names,
                                            KeyForm keys = KeyForm::shortest);

// Returns: {"sequence":5,"ordinal":0,"event":"placed",...} with the fields of the event's type.
[[nodiscard]] nlohmann::ordered_json encode(const Event& event, const Names& names,
                                            KeyForm keys = KeyForm::shortest);

// Returns: whether an event of `refused` speaks of one line. Line 0 of a refused order cannot be
// told from "no line" by its number alone.
[[nodiscard]] bool is_of_one_line(const Event& event) noexcept;
// Returns: whether a refusal is that of one purchase cap.
[[nodiscard]] bool is_of_one_cap(const Event& event) noexcept;

// Returns: {"answer":"ok","sequence":5,...}.
[[nodiscard]] nlohmann::ordered_json encode(const Answer& answer, KeyForm keys = KeyForm::shortest);

[[nodiscard]] nlohmann::ordered_json encode_key(std::uint64_t high, std::uint64_t low,
                                                KeyForm keys = KeyForm::shortest);

// Returns: the object on one line, without the line's end.
[[nodiscard]] std::string line_text(const nlohmann::ordered_json& object);

}  // namespace allot::json
