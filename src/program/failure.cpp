#include "program/failure.hpp"

#include <iostream>
#include <nlohmann/json.hpp>

#include "json/encode.hpp"
#include "program/exit_status.hpp"

namespace allot::program {

std::string_view cause_name(StatusCode code) noexcept { return name(code); }

int fail(std::string_view command, bool json, const Status& why, int result) {
  std::cerr << "allot " << command << ": " << why.message() << '\n';
  if (json) {
    std::cout << json::line_text({{"error", why.message()}, {"cause", cause_name(why.code())}})
              << '\n';
  }
  return result;
}

int fail_interrupted(std::string_view command, bool json, const std::string& how_far) {
  std::cerr << "allot " << command << ": " << how_far << '\n';
  if (json) {
    std::cout << json::line_text(
                     {{"error", how_far}, {"cause", "interrupted"}, {"interrupted", true}})
              << '\n';
  }
  return was_interrupted;
}

}  // namespace allot::program
