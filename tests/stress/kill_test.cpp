// Kills a process that takes orders under `sync`, again and again, at random moments, and looks at
// what is left: every answer that it published must be in the log with the same outcome, and the
// log must be a prefix of what each producer submitted.
//
//   kill_test [KILLS [SEED]] [disturbed]      exits 0 when all is well; prints what it did
//
// The child is this program again (--child DIRECTORY ROUND); it writes every answer that it polls
// down a pipe. The parent kills it with SIGKILL, reads the pipe to its end and replays the log.
// Disturbed, the child is also signalled, forks, waits with time-outs, looks things up, and reads
// events under a name and from anywhere in the log, while the parent renames its directory and
// reads its log (disturbances.hpp); what was polled and acknowledged must be what the log has
// (told_events.hpp).
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <iterator>
#include <map>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "allot/engine.hpp"
#include "allot/journal/posix_storage.hpp"
#include "allot/messages/command_type.hpp"
#include "allot/replay/replay.hpp"
#include "driver/live_shop.hpp"
#include "driver/scratch_directory.hpp"
#include "stress/disturbances.hpp"
#include "stress/told_events.hpp"

namespace {

using namespace allot;

constexpr std::uint64_t producers = 2;
constexpr std::uint64_t key_base = 1'000;  // high halves of the producers' keys
constexpr std::uint64_t rounds_per_log = 25;
// When orders are paid: later than they were placed, whatever the engine's clock says.
constexpr TimeNs after_all = 4'000'000'000'000'000'000;

std::uint64_t stream_of(std::uint64_t round, std::uint64_t producer) {
  return key_base + round * producers + producer;
}

// ---- the child ----

// Command `index` of a stream: mostly orders, and what happens to earlier ones.
class Load {
 public:
  explicit Load(std::uint64_t stream) : stream_(stream) {}

  Command command(std::uint64_t index) {
    const CommandKey key{.low = index, .high = stream_};
    const OrderKey earlier{.low = index > 4 ? index - 4 : 1, .high = stream_};
    if (index % 7 == 5) return Cancel{.command_key = key, .order_key = earlier};
    if (index % 7 == 6) {
      return ConfirmPayment{.command_key = key, .order_key = earlier, .paid_at = after_all};
    }
    const std::uint64_t lines = index % 3 + 1;
    for (std::uint64_t i = 0; i < lines; ++i) {
      lines_[i] = {
          .sku = SkuId{static_cast<std::uint32_t>((index * 31 + i * 7 + stream_) % 40 + 1)},
          .quantity = static_cast<std::uint32_t>(index % 4 + 1),
          .price = 100};
    }
    Place place;
    place.command_key = key;
    place.order_key = {.low = index, .high = stream_};
    place.channel = ChannelId{1};
    place.zone = ZoneId{1};
    place.shortage = index % 2 == 0 ? Shortage::backorder : Shortage::refuse_order;
    place.lines = std::span(lines_).first(lines);
    return place;
  }

 private:
  std::uint64_t stream_;
  std::array<OrderLine, 3> lines_;
};

void tell(int pipe, const test::Told& told) {
  ssize_t wrote = -1;
  do {
    wrote = ::write(pipe, &told, sizeof told);
  } while (wrote < 0 && errno == EINTR);
  if (wrote != static_cast<ssize_t>(sizeof told)) std::_Exit(3);
}

void tell(int pipe, const Answer& answer) {
  tell(pipe, {.kind = test::Told::answer,
              .key = answer.command_key,
              .reason = static_cast<std::uint64_t>(answer.reason),
              .sequence = answer.sequence});
}

void produce(Engine& engine, std::uint64_t stream, int pipe) {
  Producer producer = std::move(engine.open_producer().value());
  Load load(stream);
  std::array<Answer, 32> answers;
  for (std::uint64_t index = 1;;) {
    if (producer.submit(load.command(index)).ok()) ++index;
    const std::size_t count = producer.poll_answers(answers);
    for (std::size_t i = 0; i < count; ++i) tell(pipe, answers[i]);
    if (count == 0) std::this_thread::yield();
  }
}

int child(const std::string& directory, std::uint64_t round, bool disturbed) {
  EngineOptions options;
  options.limits = test::small_limits();
  options.directory = directory;
  options.durability = Durability::sync;
  options.segment_bytes = 1U << 20U;  // small, so that kills hit the change of segments too
  options.answers_max = 512;
  auto engine = Engine::open(options);
  if (!engine.ok()) {
    std::fprintf(stderr, "child: %s\n", engine.status().message().c_str());
    return 4;
  }
  if (const auto poison = engine.value()->poison()) {
    std::fprintf(stderr, "child: %s\n", poison->text.c_str());
    return 5;
  }
  {
    // Known already after the first round: then these are duplicates.
    Producer setup = std::move(engine.value()->open_producer().value());
    std::array<Answer, 64> answers;
    for (const Command& command : test::opening_commands(40, 5'000)) {
      while (!setup.submit(command).ok()) {
        if (setup.poll_answers(answers) == 0) std::this_thread::yield();
      }
    }
    if (!engine.value()->wait_idle().ok()) return 6;
  }
  std::vector<std::thread> threads;
  for (std::uint64_t p = 0; p < producers; ++p) {
    threads.emplace_back([&, p] { produce(*engine.value(), stream_of(round, p), STDOUT_FILENO); });
  }
  if (disturbed) {
    test::Disturber(engine.value(), round, [](const test::Told& told) {
      tell(STDOUT_FILENO, told);
    }).run();
  }
  for (std::thread& thread : threads) thread.join();
  return 0;
}

// ---- the parent ----

struct Logged {
  CommandKey key;
  std::uint64_t reason{};
};

// What the whole log says, as replay decides it.
struct Log {
  std::vector<Logged> commands;       // by sequence - 1
  std::vector<std::uint64_t> events;  // how many, likewise
  Digest digest;
};

[[noreturn]] void fail(const std::string& text, std::uint64_t seed) {
  std::printf(
      "kill_test: FAILED: %s\nreproduce (timing varies): kill_test 200 %llu, or with "
      "'disturbed'\n",
      text.c_str(), static_cast<unsigned long long>(seed));
  std::exit(1);
}

Log read_log(const std::string& directory, std::uint64_t seed) {
  Log log;
  auto storage = open_posix_storage(directory);
  if (!storage.ok()) fail(storage.status().message(), seed);
  ReplayOptions options;
  options.on_step = [&log](const Sequenced& in, std::span<const Event> events) {
    Logged logged{.key = command_key_of(in.command)};
    for (const Event& event : events) {
      if (event.type == EventType::refused || event.type == EventType::duplicate) {
        logged.reason = static_cast<std::uint64_t>(event.reason);
      }
    }
    log.commands.push_back(logged);
    log.events.push_back(events.size());
  };
  auto report = replay(*storage.value(), options);
  if (!report.ok() && report.status().code() == StatusCode::not_found) return log;
  if (!report.ok()) fail(report.status().message(), seed);
  if (report.value().poison) fail(report.value().poison->text, seed);
  if (!report.value().core->conservation().holds) fail("the books do not add up", seed);
  log.digest = report.value().digest;
  return log;
}

// Every published answer is there, and says the same.
void check_published(const Log& log, const std::vector<test::Told>& told, std::uint64_t seed) {
  for (const test::Told& answer : told) {
    if (answer.kind != test::Told::answer) continue;
    const std::string name = "the answer of sequence " + std::to_string(answer.sequence);
    if (answer.sequence == 0 || answer.sequence > log.commands.size()) {
      fail(name + " was published and lost; the log has " + std::to_string(log.commands.size()),
           seed);
    }
    const Logged& logged = log.commands[static_cast<std::size_t>(answer.sequence - 1)];
    if (logged.key != answer.key) fail(name + " belongs to another command now", seed);
    if (logged.reason != answer.reason) fail(name + " changed its reason", seed);
  }
}

// Each producer's commands are there from its first on, in order, without a gap.
void check_prefix(const Log& log, std::uint64_t seed) {
  std::map<std::uint64_t, std::uint64_t> next;
  for (const Logged& logged : log.commands) {
    if (logged.key.high < key_base) continue;
    const std::uint64_t expected = ++next[logged.key.high];
    if (logged.key.low != expected) {
      fail("stream " + std::to_string(logged.key.high) + " has command " +
               std::to_string(logged.key.low) + " where " + std::to_string(expected) + " belongs",
           seed);
    }
  }
}

// Kills the child `life` after it was started, or after its first answer.
// Returns: what it told before it was killed.
std::vector<test::Told> run_and_kill(const std::string& directory, std::uint64_t round,
                                     std::chrono::microseconds life, bool from_first_answer,
                                     std::uint64_t seed, test::Onlooker* onlooker) {
  int ends[2];
  if (::pipe(ends) != 0) fail("no pipe", seed);
  const pid_t pid = ::fork();
  if (pid < 0) fail("no process", seed);
  if (pid == 0) {
    ::dup2(ends[1], STDOUT_FILENO);
    ::close(ends[0]);
    ::close(ends[1]);
    const std::string number = std::to_string(round);
    ::execl("/proc/self/exe", "kill_test", "--child", directory.c_str(), number.c_str(),
            onlooker != nullptr ? "disturbed" : nullptr, nullptr);
    std::_Exit(2);
  }
  ::close(ends[1]);
  std::vector<std::byte> bytes;
  std::array<std::byte, 65'536> some;
  auto end = std::chrono::steady_clock::now() + life;
  if (from_first_answer) end += std::chrono::seconds(60);
  bool killed = false;
  for (;;) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
        end - std::chrono::steady_clock::now());
    if (!killed && left.count() <= 0) {
      ::kill(pid, SIGKILL);
      killed = true;
    }
    pollfd wait{.fd = ends[0], .events = POLLIN, .revents = 0};
    if (onlooker != nullptr && !killed && !bytes.empty()) {
      if (const std::string cry = onlooker->act(); !cry.empty()) {
        fail("a reader beside the writer took this for damage: " + cry, seed);
      }
    }
    if (::poll(&wait, 1, killed ? -1 : static_cast<int>(std::max<std::int64_t>(0, left.count()))) <=
        0) {
      continue;
    }
    const ssize_t count = ::read(ends[0], some.data(), some.size());
    if (count <= 0) break;
    if (bytes.empty() && from_first_answer) end = std::chrono::steady_clock::now() + life;
    bytes.insert(bytes.end(), some.begin(), some.begin() + count);
  }
  ::close(ends[0]);
  if (onlooker != nullptr) onlooker->come_home();
  int status = 0;
  ::waitpid(pid, &status, 0);
  if (!WIFSIGNALED(status)) {
    fail("the child ended by itself with status " + std::to_string(WEXITSTATUS(status)), seed);
  }
  std::vector<test::Told> published(bytes.size() / sizeof(test::Told));
  std::memcpy(published.data(), bytes.data(), published.size() * sizeof(test::Told));
  return published;
}

int parent(std::uint64_t kills, std::uint64_t seed, bool disturbed) {
  std::mt19937_64 random(seed);
  std::uint64_t answers = 0;
  std::uint64_t commands = 0;
  std::uint64_t without_answers = 0;
  std::uint64_t reads = 0;
  std::uint64_t moves = 0;
  std::uint64_t events = 0;
  std::uint64_t consumers = 0;
  for (std::uint64_t done = 0; done < kills;) {
    const test::ScratchDirectory directory("kill_" + std::to_string(seed) + "_" +
                                           std::to_string(done));
    test::Onlooker onlooker(directory.path(), seed + done);
    test::ToldEvents told_events;
    std::vector<test::Told> all;
    std::vector<Logged> before;
    for (std::uint64_t round = 0; round < rounds_per_log && done < kills; ++round, ++done) {
      // Now and then so early that the kill hits opening and recovery.
      const bool early = random() % 4 == 0;
      const std::chrono::microseconds life(random() % (early ? 60'000 : 120'000) + 1'000);
      const std::vector<test::Told> published = run_and_kill(directory.path(), round, life, !early,
                                                             seed, disturbed ? &onlooker : nullptr);
      const auto answered = std::ranges::count(published, test::Told::answer, &test::Told::kind);
      if (answered == 0) ++without_answers;
      answers += static_cast<std::uint64_t>(answered);
      std::ranges::copy_if(published, std::back_inserter(all),
                           [](const test::Told& told) { return told.kind == test::Told::answer; });
      const Log log = read_log(directory.path(), seed);
      check_published(log, all, seed);
      check_prefix(log, seed);
      if (const auto fault = told_events.check(log.events, published); !fault.empty()) {
        fail(fault, seed);
      }
      if (log.commands.size() < before.size()) fail("the log became shorter", seed);
      commands += log.commands.size() - before.size();
      before = log.commands;
    }
    reads += onlooker.reads();
    moves += onlooker.moves();
    events += told_events.polled();
    consumers += told_events.opened();
  }
  std::printf(
      "kill_test: %llu kills, %llu published answers all recovered, %llu commands logged, "
      "%llu kills before the first answer, seed %llu\n",
      static_cast<unsigned long long>(kills), static_cast<unsigned long long>(answers),
      static_cast<unsigned long long>(commands), static_cast<unsigned long long>(without_answers),
      static_cast<unsigned long long>(seed));
  if (disturbed) {
    std::printf(
        "kill_test: meanwhile read %llu times and renamed %llu times; %llu consumers polled %llu "
        "events, each once and in order\n",
        static_cast<unsigned long long>(reads), static_cast<unsigned long long>(moves),
        static_cast<unsigned long long>(consumers), static_cast<unsigned long long>(events));
    if (events == 0) fail("no consumer polled an event", seed);
  }
  if (answers == 0) fail("no child lived long enough to answer", seed);
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  const bool disturbed = argc > 1 && std::strcmp(argv[argc - 1], "disturbed") == 0;
  if (disturbed) --argc;
  if (argc == 4 && std::strcmp(argv[1], "--child") == 0) {
    return child(argv[2], std::strtoull(argv[3], nullptr, 10), disturbed);
  }
  const std::uint64_t kills = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 10;
  const std::uint64_t seed = argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 1;
  if (kills == 0 || argc > 3) {
    std::fprintf(stderr, "usage: kill_test [KILLS [SEED]] [disturbed]\n");
    return 2;
  }
  return parent(kills, seed, disturbed);
}
