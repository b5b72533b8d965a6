#include "program/failure.hpp"

#include <iostream>
#include <nlohmann/json.hpp>

#include "json/encode.hpp"

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

}  // namespace allot::program
