// How often what was promised was kept, in a sentence.
#include <absl/strings/str_format.h>

#include <array>
#include <string_view>
#include <utility>

#include "json/counted.hpp"
#include "simulation/report.hpp"

namespace allot {

std::string services_text(const std::vector<ServiceReport>& services) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kinds{
      {{"processing", "processed in time"},
       {"ship_by", "sent by their time"},
       {"delivery", "delivered in time"},
       {"returns", "returned in time"}}};
  std::string text;
  for (const auto& [kind, words] : kinds) {
    std::uint64_t kept = 0;
    std::uint64_t over = 0;
    for (const ServiceReport& service : services) {
      if (service.kind != kind) continue;
      kept += service.kept;
      over += service.kept + service.broken;
    }
    if (over == 0) continue;
    text += absl::StrFormat("%s%.1f %% of %s %s", text.empty() ? "Promises kept: " : ", ",
                            100.0 * static_cast<double>(kept) / static_cast<double>(over),
                            json::grouped(over), words);
  }
  return text.empty() ? text : text + '.';
}

}  // namespace allot
