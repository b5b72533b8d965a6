#include "program/failure.hpp"

#include <iostream>
#include <nlohmann/json.hpp>

#include "json/encode.hpp"

namespace allot::program {

int fail(std::string_view command, bool json, const std::string& message, int result) {
  std::cerr << "allot " << command << ": " << message << '\n';
  if (json) std::cout << json::line_text({{"error", message}}) << '\n';
  return result;
}

}  // namespace allot::program
