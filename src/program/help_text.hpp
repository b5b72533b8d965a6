// What --help prints.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "program/described_command.hpp"

namespace allot::program {

// Returns: "allot apply [OPTION]... [FILE]". `words`: what the command is called by, "allot apply".
[[nodiscard]] std::string usage_line(const DescribedCommand& command, std::string_view words);

// Returns: "--journal DIR", "-h, --help", "FILE".
[[nodiscard]] std::string option_words(const DescribedOption& option);

// Returns: what the option does, and behind it in brackets what its value may be.
[[nodiscard]] std::string option_text(const DescribedOption& option);

// Returns: the topics and what each is about, and where the rest is told.
[[nodiscard]] std::string topics_text(const DescribedCommand& program, std::size_t columns);

// Returns: the topic; paragraphs and rows, each line at most `columns` wide.
[[nodiscard]] std::string topic_text(const DescribedTopic& topic, std::size_t columns);

// Returns: the page, each line at most `columns` wide.
[[nodiscard]] std::string help_text(const DescribedCommand& command, std::string_view words,
                                    std::size_t columns);

}  // namespace allot::program
