// Commands, events and answers as JSON objects, with codes beside ids.
//
// An integer of 64 bits that names something (a key, token, lot, hash, sequence), money and
// nanoseconds since 1970 are strings of digits unless bare integers are asked for; a time is text
// and beside it, under NAME_ns, such an integer. Counts, durations and what is shorter are numbers.
//
// Bytes of a code that are not UTF-8 are replaced in the text (line_text), because JSON has no
// other bytes. Threads: any, each with its own Names. Cost: allocates; for tools.
#pragma once

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

#include "allot/core/core.hpp"
#include "allot/messages/command.hpp"
#include "allot/messages/event.hpp"
#include "json/names.hpp"
#include "json/print_form.hpp"

namespace allot::json {

// Returns: {"place":{...}}; what decode_command reads back as the same command. Fields that have
// their default are left out.
[[nodiscard]] nlohmann::ordered_json encode(const Command& command, const Names& names,
                                            PrintForm form = {});

// Returns: {"sequence":5,"ordinal":0,"event":"placed",...} with the fields of the event's type.
[[nodiscard]] nlohmann::ordered_json encode(const Event& event, const Names& names,
                                            PrintForm form = {});

// Returns: whether an event of `refused` speaks of one line. Line 0 of a refused order cannot be
// told from "no line" by its number alone.
[[nodiscard]] bool is_of_one_line(const Event& event) noexcept;
// Returns: whether a refusal is that of one purchase cap.
[[nodiscard]] bool is_of_one_cap(const Event& event) noexcept;

// Returns: {"answer":"ok","sequence":5,...}.
[[nodiscard]] nlohmann::ordered_json encode(const Answer& answer, PrintForm form = {});

[[nodiscard]] nlohmann::ordered_json encode_key(std::uint64_t high, std::uint64_t low,
                                                PrintForm form = {});

// For what is 64 bits wide and no count.
[[nodiscard]] nlohmann::ordered_json encode_integer(std::uint64_t value, PrintForm form);
[[nodiscard]] nlohmann::ordered_json encode_integer(std::int64_t value, PrintForm form);

// Effects: `object` says the time under `name` as text, and under NAME_ns in nanoseconds. One that
// no text can say (before 1970, after 2262) is said in nanoseconds alone.
void put_time(nlohmann::ordered_json& object, std::string_view name, TimeNs time, PrintForm form);

// Returns: the object on one line, without the line's end.
[[nodiscard]] std::string line_text(const nlohmann::ordered_json& object);

}  // namespace allot::json
