// Arguments that several commands have, as CLI11 wants to be told of them.
#pragma once

#include <CLI/App.hpp>
#include <string>

#include "inspection/moment.hpp"
#include "json/print_form.hpp"
#include "program/option_values.hpp"
#include "program/order_choice.hpp"

namespace allot::program {

inline void add_log(CLI::App* command, std::string& directory) {
  command->add_option("DIR", directory, "directory of the log")->required();
}

inline void add_json(CLI::App* command, bool& json) {
  command->add_flag("--json", json,
                    "print one machine-readable object on stdout; a failure is its error");
}

inline void add_moment(CLI::App* command, const std::string& name, inspection::Moment& moment,
                       const std::string& text) {
  command
      ->add_option_function<std::string>(
          name,
          [&moment](const std::string& said) {
            moment = inspection::parse_moment(said).value_or(inspection::Moment{});
          },
          text)
      ->type_name("MOMENT")
      ->check(log_moment());
}

inline void add_currency(CLI::App* command, std::string& currency) {
  command
      ->add_option("--currency", currency,
                   "of the shop, such as EUR: amounts are shown with its decimals; else in minor "
                   "units, as they are logged")
      ->type_name("CODE")
      ->check(currency_code());
}

// `name`: of the argument. `whose` begins what help says of it.
inline CLI::Option* add_order(CLI::App* command, const std::string& name, OrderName& order,
                              const std::string& whose) {
  CLI::Option* const text = command->add_option(
      name, order.text,
      whose +
          " number as the shop has it, or its key: an integer, or hex: and 16 or 32 hex digits");
  command->add_option("--channel", order.channel, "ORDER is a number in the channel of this code")
      ->type_name("CODE")
      ->needs(text);
  command
      ->add_flag("--number", order.is_number,
                 "ORDER is a number, also where an order has the key that it looks like")
      ->needs(text);
  return text;
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
      ->check(one_of({"shortest", "hex"}))
      ->default_str("shortest");
}

}  // namespace allot::program
