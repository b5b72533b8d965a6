// Runs a fuzz target without libFuzzer: its corpus, and a second of mutations of it. For compilers
// that have no libFuzzer, so that the targets are built and run on every change.
//
// usage: TARGET [-seed=N] [-max_total_time=SECONDS] [FILE_OR_FOLDER]...
//
// The seed is printed. A crash leaves the input in crash-NAME in the working folder.
#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

using Bytes = std::vector<std::uint8_t>;

const Bytes* current_input = nullptr;

// On a crash nothing can be trusted; the input is written with calls that need no heap of ours.
extern "C" void save_current_input(int signal_number) {
  if (current_input != nullptr) {
    if (std::FILE* file = std::fopen("crash-standalone", "wb")) {
      std::fwrite(current_input->data(), 1, current_input->size(), file);
      std::fclose(file);
      std::fputs("the input that crashed is in ./crash-standalone\n", stderr);
    }
  }
  std::signal(signal_number, SIG_DFL);
  std::raise(signal_number);
}

void run(const Bytes& input) {
  current_input = &input;
  LLVMFuzzerTestOneInput(input.data(), input.size());
  current_input = nullptr;
}

Bytes read(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

Bytes mutated(const std::vector<Bytes>& corpus, std::mt19937_64& random) {
  Bytes input = corpus[random() % corpus.size()];
  const std::uint64_t changes = 1 + random() % 8;
  for (std::uint64_t change = 0; change < changes; ++change) {
    const std::size_t at = input.empty() ? 0 : random() % input.size();
    const auto place = input.begin() + static_cast<std::ptrdiff_t>(at);
    switch (random() % 4) {
      case 0: input.insert(place, static_cast<std::uint8_t>(random())); break;
      case 1:
        if (!input.empty()) *place = static_cast<std::uint8_t>(random());
        break;
      case 2:
        if (!input.empty()) *place ^= static_cast<std::uint8_t>(1U << (random() % 8));
        break;
      default: input.resize(at); break;
    }
  }
  return input;
}

}  // namespace

int main(int argc, char** argv) {
  std::uint64_t seed = 1;
  double seconds = 1;
  std::vector<Bytes> corpus{{}};
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument = argv[i];
    if (argument.starts_with("-seed=")) {
      seed = std::strtoull(argv[i] + 6, nullptr, 10);
    } else if (argument.starts_with("-max_total_time=")) {
      seconds = std::strtod(argv[i] + 16, nullptr);
    } else if (std::filesystem::is_directory(argument)) {
      std::vector<std::filesystem::path> paths;
      for (const auto& entry : std::filesystem::directory_iterator(argument)) {
        if (entry.is_regular_file()) paths.push_back(entry.path());
      }
      std::sort(paths.begin(), paths.end());
      for (const auto& path : paths) corpus.push_back(read(path));
    } else if (std::filesystem::is_regular_file(argument)) {
      corpus.push_back(read(argument));
    } else {
      std::fprintf(stderr, "%s: no such option, file or folder\n", argv[i]);
      return 2;
    }
  }
  std::signal(SIGSEGV, save_current_input);
  std::signal(SIGABRT, save_current_input);
  std::signal(SIGFPE, save_current_input);

  for (const Bytes& input : corpus) run(input);
  std::mt19937_64 random(seed);
  std::uint64_t runs = 0;
  const auto end = std::chrono::steady_clock::now() + std::chrono::duration<double>(seconds);
  while (std::chrono::steady_clock::now() < end) {
    run(mutated(corpus, random));
    ++runs;
  }
  std::printf("%zu inputs of the corpus, %llu mutations, seed %llu\n", corpus.size(),
              static_cast<unsigned long long>(runs), static_cast<unsigned long long>(seed));
  return 0;
}
