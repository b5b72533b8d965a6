// Arguments that several commands have, as CLI11 wants to be told of them.
#pragma once

#include <CLI/App.hpp>
#include <string>

#include "json/key_form.hpp"

namespace allot::program {

inline void add_log(CLI::App* command, std::string& directory) {
  command->add_option("DIR", directory, "directory of the log")->required();
}

inline void add_keys(CLI::App* command, json::KeyForm& keys) {
  command
      ->add_option_function<std::string>(
          "--keys",
          [&keys](const std::string& form) {
            keys = form == "hex" ? json::KeyForm::hex : json::KeyForm::shortest;
          },
          "how keys are printed. shortest: an integer, or hex: and 32 digits beyond 64 bits; "
          "hex: always so")
      ->check(CLI::IsMember({"shortest", "hex"}))
      ->default_str("shortest");
}

}  // namespace allot::program
