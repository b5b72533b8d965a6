#include "program/failure.hpp"

#include <iostream>
#include <nlohmann/json.hpp>

#include "json/encode.hpp"

namespace allot::program {

std::string_view cause_name(StatusCode code) noexcept {
  switch (code) {
    case StatusCode::ok: return "ok";
    case StatusCode::invalid_argument: return "invalid_argument";
    case StatusCode::not_found: return "not_found";
    case StatusCode::corrupt: return "corrupt";
    case StatusCode::io_error: return "io_error";
    case StatusCode::storage_full: return "storage_full";
    case StatusCode::unsupported: return "unsupported";
    case StatusCode::poisoned: return "poisoned";
    case StatusCode::other_process: return "other_process";
    case StatusCode::truncated: return "truncated";
  }
  return "unknown";
}

int fail(std::string_view command, bool json, const Status& why, int result) {
  std::cerr << "allot " << command << ": " << why.message() << '\n';
  if (json) {
    std::cout << json::line_text({{"error", why.message()}, {"cause", cause_name(why.code())}})
              << '\n';
  }
  return result;
}

}  // namespace allot::program
