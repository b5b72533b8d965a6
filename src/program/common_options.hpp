// Arguments that several commands have, as CLI11 wants to be told of them.
#pragma once

#include <CLI/App.hpp>
#include <string>

#include "json/print_form.hpp"

namespace allot::program {

inline void add_log(CLI::App* command, std::string& directory) {
  command->add_option("DIR", directory, "directory of the log")->required();
}

inline void add_bare_integers(CLI::App* command, json::PrintForm& form) {
  command->add_flag_callback(
      "--bare-integers", [&form] { form.integers = json::IntegerForm::bare; },
      "in JSON, print keys, sequences, tokens, lots, hashes, money and nanoseconds since 1970 as "
      "numbers; else as strings, for many readers round what is beyond 2^53");
}

inline void add_keys(CLI::App* command, json::PrintForm& form) {
  command
      ->add_option_function<std::string>(
          "--keys",
          [&form](const std::string& said) {
            form.keys = said == "hex" ? json::KeyForm::hex : json::KeyForm::shortest;
          },
          "how keys are printed. shortest: decimal digits, or hex: and 32 digits beyond 64 bits; "
          "hex: always so")
      ->check(CLI::IsMember({"shortest", "hex"}))
      ->default_str("shortest");
}

}  // namespace allot::program
