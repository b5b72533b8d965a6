// digest_matrix: runs generated commands through the core and prints one line that every build must
// print alike. scripts/digest_matrix.sh compares the builds of two compilers.
//
//   digest_matrix --commands 200000 --seed 1
//
// Exit status: 0, or 2 for bad options.
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <optional>
#include <string_view>
#include <system_error>
#include <type_traits>
#include <vector>

#include "allot/core/core.hpp"
#include "generator/command_generator.hpp"

namespace {

struct Options {
  std::uint64_t commands{200'000};
  std::uint64_t seed{1};
};

constexpr const char* usage =
    "usage: digest_matrix [--commands N] [--seed S]\n"
    "Runs N generated commands (default 200000) in many small runs that follow from S (default 1), "
    "and\n"
    "prints a fingerprint of every answer, every event and every final state.\n"
    "example: digest_matrix --commands 1000000 --seed 7\n";

std::optional<Options> parse(int argc, char** argv) {
  Options options;
  for (int i = 1; i < argc; i += 2) {
    const std::string_view name = argv[i];
    const std::string_view text = i + 1 < argc ? argv[i + 1] : "";
    std::uint64_t* const value = name == "--commands" ? &options.commands
                                 : name == "--seed"   ? &options.seed
                                                      : nullptr;
    if (value == nullptr) {
      std::fprintf(stderr, "digest_matrix: unknown option '%s'\n%s", argv[i], usage);
      return {};
    }
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), *value);
    if (text.empty() || error != std::errc{} || end != text.data() + text.size()) {
      std::fprintf(stderr, "digest_matrix: %s needs a whole number, not '%s'\n", argv[i],
                   i + 1 < argc ? argv[i + 1] : "");
      return {};
    }
  }
  return options;
}

// Everything that was decided, as bytes: small numbers per step, a digest per run.
class Record {
 public:
  template <class T>
    requires std::is_integral_v<T>
  void put(T value) {
    const std::size_t at = bytes_.size();
    bytes_.resize(at + sizeof value);
    std::memcpy(bytes_.data() + at, &value, sizeof value);
  }
  void put(const allot::Digest& digest) {
    put(digest.high);
    put(digest.low);
  }
  [[nodiscard]] allot::Digest digest() const { return allot::Digest::of(bytes_); }

 private:
  std::vector<std::byte> bytes_;
};

// Returns: the fingerprint of one run's answers, outcome checks and final state.
allot::Digest run(std::uint64_t seed, std::uint64_t& commands_left) {
  allot::generator::CommandGenerator generator{seed};
  allot::Core core{generator.limits()};
  allot::Outcome outcome{allot::Core::step_events_max(generator.limits())};
  Record record;
  for (std::uint32_t i = 0; i < generator.profile().commands && commands_left > 0; ++i) {
    const allot::Sequenced in = generator.next();
    const allot::Answer answer = core.apply(in, outcome);
    generator.observe(outcome.events());
    record.put(answer.first_sequence);
    record.put(static_cast<std::uint16_t>(answer.reason));
    record.put(outcome.events().size());
    record.put(core.outcome_check(outcome));
    --commands_left;
  }
  record.put(core.digest());
  return record.digest();
}

}  // namespace

int main(int argc, char** argv) {
  if (argc == 2 && (std::string_view(argv[1]) == "-h" || std::string_view(argv[1]) == "--help")) {
    std::fputs(usage, stdout);
    return 0;
  }
  const auto options = parse(argc, argv);
  if (!options) return 2;

  allot::generator::RandomSource seeds{options->seed};
  std::uint64_t commands_left = options->commands;
  std::uint64_t runs = 0;
  Record record;
  while (commands_left > 0) {
    record.put(run(seeds.next(), commands_left));
    ++runs;
  }
  std::printf("%llu commands in %llu runs, seed %llu: %s\n",
              static_cast<unsigned long long>(options->commands),
              static_cast<unsigned long long>(runs), static_cast<unsigned long long>(options->seed),
              record.digest().hex().c_str());
  return 0;
}
