// What `allot help TOPIC` tells of things that several commands share. Names, numbers and forms in
// it come from the tables by which the program itself goes.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "program/described_command.hpp"

namespace allot::program {

// Returns: every topic, in the order in which they are listed. `program` is who has the commands
//          that topics speak of.
[[nodiscard]] std::vector<DescribedTopic> described_topics(const DescribedCommand& program);

// Returns: the names of these.
[[nodiscard]] std::vector<std::string> topic_names();

// Returns: what a reason says and what to do about it; nothing when none has that name.
[[nodiscard]] std::optional<DescribedTopic> reason_topic(std::string_view name);

}  // namespace allot::program
