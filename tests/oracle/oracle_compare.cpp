// oracle_compare: many random runs of commands through the engine and the naive engine.
//
//   oracle_compare --commands 200000 --seed 1 --require-coverage
//   oracle_compare --run 1234567              one run again, as a failure's last line says
//
// Exit status: 0 when all runs agree (and, if asked for, every event type and reason occurred),
// 1 when not, 2 for bad options.
#include <charconv>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <optional>
#include <string>
#include <string_view>

#include "generator/random_source.hpp"
#include "message_text.hpp"
#include "paired_run.hpp"

namespace {

struct Options {
  std::uint64_t commands{200'000};
  std::uint64_t seed{1};
  std::uint64_t seconds{0};  // 0: no limit
  std::optional<std::uint64_t> run;
  bool require_coverage{};
};

constexpr std::string_view usage =
    "usage: oracle_compare [--commands N] [--seed S] [--seconds T] [--require-coverage]\n"
    "       oracle_compare --run SEED\n"
    "Runs random commands through the engine and the naive engine and compares everything.\n"
    "  --commands N        stop after N commands (default 200000; with --seconds: no limit)\n"
    "  --seed S            the runs to make follow from S (default 1)\n"
    "  --seconds T         stop after T seconds\n"
    "  --require-coverage  fail when an event type or reason never occurred\n"
    "  --run SEED          only the run that a failure named\n"
    "example: oracle_compare --commands 10000000 --seed 7\n";

// Returns: nothing when the options can't be used; what is wrong has then been printed.
std::optional<Options> parse(int argc, char** argv) {
  Options options;
  bool commands_given = false;
  for (int i = 1; i < argc; ++i) {
    const std::string_view name = argv[i];
    if (name == "--require-coverage") {
      options.require_coverage = true;
      continue;
    }
    std::uint64_t value = 0;
    const std::string_view text = i + 1 < argc ? argv[i + 1] : "";
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (name != "--commands" && name != "--seed" && name != "--seconds" && name != "--run") {
      std::fprintf(stderr, "oracle_compare: unknown option '%s'; see --help\n", argv[i]);
      return {};
    }
    if (text.empty() || error != std::errc{} || end != text.data() + text.size()) {
      std::fprintf(stderr, "oracle_compare: %s needs a whole number, not '%s'\n", argv[i],
                   std::string(text).c_str());
      return {};
    }
    ++i;
    if (name == "--commands") {
      options.commands = value;
      commands_given = true;
    }
    if (name == "--seed") options.seed = value;
    if (name == "--seconds") options.seconds = value;
    if (name == "--run") options.run = value;
  }
  if (options.seconds != 0 && !commands_given) options.commands = UINT64_MAX;
  return options;
}

void report(std::uint64_t seed, const allot::oracle::RunResult& result) {
  std::printf("DIFFERENCE in run %llu at command %zu:\n%s", static_cast<unsigned long long>(seed),
              result.difference->command, result.difference->text.c_str());
  if (!result.shrunk.empty()) {
    std::printf("by semantics %d\n", allot::oracle::semantics_of_run(seed).version());
    std::printf("the shortest run found that differs has %zu commands:\n", result.shrunk.size());
    allot::Sequence sequence = 0;
    for (allot::Sequenced in : result.shrunk) {
      in.sequence = ++sequence;
      std::printf("  %s\n", allot::oracle::to_text(in).c_str());
    }
    std::printf("at its command %zu:\n%s", result.shrunk_difference.command,
                result.shrunk_difference.text.c_str());
  }
  std::printf("again with: oracle_compare --run %llu\n", static_cast<unsigned long long>(seed));
}

int compare(const Options& options) {
  using Clock = std::chrono::steady_clock;
  const auto start = Clock::now();
  const auto elapsed = [start] {
    return std::chrono::duration<double>(Clock::now() - start).count();
  };
  allot::oracle::Coverage coverage;
  allot::generator::RandomSource seeds(options.seed);
  std::uint64_t runs = 0;
  std::uint64_t commands = 0;
  double next_progress = 10;
  bool differs = false;
  while (!differs && commands < options.commands) {
    if (options.seconds != 0 && elapsed() >= static_cast<double>(options.seconds)) break;
    const std::uint64_t seed = options.run.value_or(seeds.next());
    const allot::oracle::Run run = allot::oracle::compare_run(seed, coverage);
    ++runs;
    commands += run.result.commands;
    if (run.result.difference) {
      report(seed, run.result);
      differs = true;
    }
    if (options.run) break;
    if (elapsed() > next_progress) {
      std::fprintf(stderr, "%llu runs, %llu commands, %.0f s\n",
                   static_cast<unsigned long long>(runs), static_cast<unsigned long long>(commands),
                   elapsed());
      next_progress = elapsed() + 10;
    }
  }
  std::printf("reached:\n%s", coverage.table().c_str());
  bool covered = true;
  if (options.require_coverage && !differs) {
    for (const std::string& name : coverage.missing()) {
      std::printf("never reached: %s\n", name.c_str());
      covered = false;
    }
  }
  std::printf("oracle_compare: %llu runs, %llu commands, seed %llu, %.1f s: %s\n",
              static_cast<unsigned long long>(runs), static_cast<unsigned long long>(commands),
              static_cast<unsigned long long>(options.seed), elapsed(),
              differs   ? "DIFFERENT"
              : covered ? "equal"
                        : "equal, but coverage is missing");
  return differs || !covered ? 1 : 0;
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
