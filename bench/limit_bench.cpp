// How far the engine is from the floor: the floor by hand, then the real thing, in the same run.
//
// Prints nanoseconds per two-line order for the floor (in cache and in 1.3 GB), for the core alone
// and for the whole pipeline with its log, and their ratios to the floor measured between them.
// Exit status: 0 when every answer is right and every limit holds, 1 when one does not, 2 for bad
// options, 3 when the machine was unfit and so nothing is said of a limit. docs/performance.md says
// what each figure contains.
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <string>
#include <string_view>

#include "limit/clock.hpp"
#include "limit/measure.hpp"
#include "limit/report.hpp"

namespace {

using allot::bench::MeasureOptions;

constexpr const char* help =
    "limit_bench: the cost of a two-line order against a hand-written floor\n"
    "\n"
    "  --json               print one JSON object instead of text\n"
    "  --smoke              small tables, few repetitions, no limits on time (for ctest)\n"
    "  --repetitions N      measurements of each kind, 9 to 99 (default 9); three times as many\n"
    "                       of the hot state, where each is short\n"
    "  --patience SECONDS   wait at most so long, in all, for a fit machine (default 300);\n"
    "                       see docs/performance.md, What the machine was\n"
    "  --directory DIR      where the log on disk is written (default: the temporary directory)\n"
    "  --only hot|large     one state only\n"
    "  --floor-only         leave the engine out\n"
    "  --help\n"
    "\n"
    "exit status: 0 all limits held, 1 one did not or an answer was wrong, 2 bad options,\n"
    "3 the machine was unfit\n"
    "example: limit_bench --json > limit.json\n";

// Returns: the text of what is wrong, empty when all is well.
std::string parse(int count, char** arguments, MeasureOptions& options, bool& json) {
  for (int i = 1; i < count; ++i) {
    const std::string_view name = arguments[i];
    const char* value = i + 1 < count ? arguments[i + 1] : nullptr;
    if (name == "--json") {
      json = true;
    } else if (name == "--smoke") {
      options.smoke = true;
    } else if (name == "--floor-only") {
      options.floor_only = true;
    } else if (name == "--repetitions" && value != nullptr) {
      options.repetitions = std::atoi(value);
      if (options.repetitions < 9 || options.repetitions > 99) {
        return "--repetitions must be 9 to 99, not " + std::string(value);
      }
      ++i;
    } else if (name == "--patience" && value != nullptr) {
      const int seconds = std::atoi(value);
      if (seconds < 1 || seconds > 86'400) {
        return "--patience must be 1 to 86400 seconds, not " + std::string(value);
      }
      options.patience = std::chrono::seconds(seconds);
      ++i;
    } else if (name == "--directory" && value != nullptr) {
      options.directory = value;
      ++i;
    } else if (name == "--only" && value != nullptr) {
      options.hot = std::strcmp(value, "hot") == 0;
      options.large = std::strcmp(value, "large") == 0;
      if (!options.hot && !options.large) return "--only must be hot or large";
      ++i;
    } else {
      return "unknown option or missing value: " + std::string(name) + "; see --help";
    }
  }
  return {};
}

}  // namespace

int main(int count, char** arguments) {
  for (int i = 1; i < count; ++i) {
    if (std::strcmp(arguments[i], "--help") == 0) {
      std::fputs(help, stdout);
      return 0;
    }
  }
  MeasureOptions options;
  bool json = false;
  if (const std::string fault = parse(count, arguments, options, json); !fault.empty()) {
    std::fprintf(stderr, "limit_bench: %s\n", fault.c_str());
    return 2;
  }
  try {
    const auto report = allot::bench::measure(options);
    const std::string text = json ? allot::bench::to_json(report) : allot::bench::to_text(report);
    std::fputs(text.c_str(), stdout);
    if (!report.faults.empty()) return 1;
    return report.unfit.empty() ? 0 : 3;
  } catch (const std::exception& failed) {
    std::fprintf(stderr, "limit_bench: %s\n", failed.what());
    return 1;
  }
}
