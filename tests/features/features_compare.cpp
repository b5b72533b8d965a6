// features_compare: random events through a table of features and its naive twin.
//
//   features_compare --events 10000000 --seed 1
//   features_compare --run 1234567              one run again, as a failure's last line says
//
// Exit status: 0 when all runs agree and everything occurred that random runs are to come by, 1
// when not, 2 for bad options.
#include <charconv>
#include <cstdint>
#include <cstdio>
#include <optional>
#include <string>
#include <string_view>

#include "generator/random_source.hpp"
#include "paired_features.hpp"

namespace {

constexpr std::uint64_t events_per_run = 4'000;

struct Options {
  std::uint64_t events{1'000'000};
  std::uint64_t seed{1};
  std::optional<std::uint64_t> run;
};

constexpr std::string_view usage =
    "usage: features_compare [--events N] [--seed S]\n"
    "       features_compare --run SEED\n"
    "Feeds random events to a table of features and to one that rescans whole histories.\n"
    "  --events N   stop after N events (default 1000000)\n"
    "  --seed S     the runs to make follow from S (default 1)\n"
    "  --run SEED   only the run that a failure named\n"
    "example: features_compare --events 10000000 --seed 7\n";

// Returns: nothing when the options can't be used; what is wrong has then been printed.
std::optional<Options> parse(int argc, char** argv) {
  Options options;
  for (int i = 1; i < argc; i += 2) {
    const std::string_view name = argv[i];
    const std::string_view text = i + 1 < argc ? argv[i + 1] : "";
    if (name != "--events" && name != "--seed" && name != "--run") {
      std::fprintf(stderr, "features_compare: unknown option '%s'; see --help\n", argv[i]);
      return {};
    }
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || error != std::errc{} || end != text.data() + text.size()) {
      std::fprintf(stderr, "features_compare: %s needs a whole number, not '%s'\n", argv[i],
                   std::string(text).c_str());
      return {};
    }
    if (name == "--events") options.events = value;
    if (name == "--seed") options.seed = value;
    if (name == "--run") options.run = value;
  }
  return options;
}

int compare(const Options& options) {
  allot::naive::FeatureCoverage coverage;
  allot::generator::RandomSource seeds(options.seed);
  std::string difference;
  while (difference.empty() &&
         (options.run ? coverage.runs == 0 : coverage.events < options.events)) {
    const std::uint64_t seed = options.run.value_or(seeds.next());
    difference = allot::naive::compare_features(seed, events_per_run, coverage);
    if (!difference.empty()) {
      std::printf("DIFFERENCE: %s\nagain with: features_compare --run %llu\n", difference.c_str(),
                  static_cast<unsigned long long>(seed));
    }
  }
  std::printf("reached:\n%s", coverage.table().c_str());
  bool covered = true;
  if (difference.empty() && !options.run) {
    for (const std::string& name : coverage.missing()) {
      std::printf("never reached: %s\n", name.c_str());
      covered = false;
    }
  }
  std::printf("features_compare: %llu runs, %llu events, seed %llu: %s\n",
              static_cast<unsigned long long>(coverage.runs),
              static_cast<unsigned long long>(coverage.events),
              static_cast<unsigned long long>(options.seed),
              !difference.empty() ? "DIFFERENT"
              : covered           ? "equal"
                                  : "equal, but coverage is missing");
  return difference.empty() && covered ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc == 2 && (std::string_view(argv[1]) == "--help" || std::string_view(argv[1]) == "-h")) {
    std::fputs(usage.data(), stdout);
    return 0;
  }
  const auto options = parse(argc, argv);
  return options ? compare(*options) : 2;
}
