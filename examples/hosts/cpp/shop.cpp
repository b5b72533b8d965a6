// A back end around an engine, written so that it may be killed at any moment: what it was told is
// in its books, what it was not told it asks again, and every event is dealt with exactly once.
// README.md beside this folder says how; the programs in the other folders do the same.
//
// usage: shop LOG BOOKS     runs until its standard input ends
//   LOG    directory of the engine's log
//   BOOKS  directory of this program's own files: events, answers-0, answers-1, ...
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <thread>
#include <vector>

#include "allot/engine.hpp"

namespace {

using namespace allot;
using namespace std::chrono_literals;

constexpr std::uint64_t clients = 3;  // threads that send orders; the clerk's number is 0
constexpr std::uint32_t skus = 10;
constexpr std::size_t batch_max = 16;

// Only the process that fails ends here; the next one goes on from its books.
[[noreturn]] void fail(const std::string& what) {
  std::fprintf(stderr, "shop: %s\n", what.c_str());
  std::_Exit(1);
}
template <class T>
T take(Result<T> result) {
  if (!result.ok()) fail(result.status().message());
  return std::move(result.value());
}

// ---- Books -------------------------------------------------------------------------------------

// A file of entries of one size, added at its end. An entry that a kill cut in two is no entry.
// What write() has taken survives the process; to survive the machine too, fdatasync() each add().
template <class Entry>
class Book {
 public:
  explicit Book(const std::string& path)
      : file_(::open(path.c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0644)) {
    struct stat status{};
    if (file_ < 0 || ::fstat(file_, &status) != 0) fail("cannot open " + path);
    count_ = static_cast<std::uint64_t>(status.st_size) / sizeof(Entry);
    if (::ftruncate(file_, static_cast<off_t>(count_ * sizeof(Entry))) != 0) fail("cannot cut");
  }
  ~Book() { ::close(file_); }
  Book(const Book&) = delete;
  Book& operator=(const Book&) = delete;

  [[nodiscard]] std::uint64_t count() const { return count_; }
  [[nodiscard]] Entry last() const {
    Entry entry{};
    if (count_ == 0) return entry;
    const auto at = static_cast<off_t>((count_ - 1) * sizeof entry);
    if (::pread(file_, &entry, sizeof entry, at) != sizeof entry) fail("cannot read a book");
    return entry;
  }
  void add(std::span<const Entry> entries) {
    const auto bytes = std::as_bytes(entries);
    for (std::size_t done = 0; done < bytes.size();) {
      const ssize_t count = ::write(file_, bytes.data() + done, bytes.size() - done);
      if (count <= 0) fail("cannot write a book");
      done += static_cast<std::size_t>(count);
    }
    count_ += entries.size();
  }

 private:
  int file_;
  std::uint64_t count_;
};

// An answer as it lies in a book; the same in every language.
struct AnswerEntry {
  std::uint64_t key_low, key_high, sequence, first_sequence;
  std::uint16_t reason;
  std::uint8_t duplicate;
  std::uint8_t unused;
  std::uint32_t id;
};
static_assert(sizeof(AnswerEntry) == 40);

AnswerEntry entry_of(const Answer& answer) {
  return {.key_low = answer.command_key.low,
          .key_high = answer.command_key.high,
          .sequence = answer.sequence,
          .first_sequence = answer.first_sequence,
          .reason = static_cast<std::uint16_t>(answer.reason),
          .duplicate = static_cast<std::uint8_t>(answer.duplicate),
          .unused = 0,
          .id = answer.id};
}

// ---- What is sent ------------------------------------------------------------------------------

// A command follows from who sends it and its number: after a crash the same one goes out again,
// under the same key, and is done once. A real host has its orders in a table of its own.
CommandKey key(std::uint64_t who, std::uint64_t number) { return {number, who}; }

std::string sku_code(std::uint32_t number) { return "SKU-" + std::to_string(number); }

// What the shop has, by codes; the engine gives each an id.
std::vector<Command> definitions() {
  std::vector<Command> commands;
  const auto next = [&commands] { return key(0, commands.size() + 1); };
  for (std::uint32_t i = 1; i <= skus; ++i) {
    commands.push_back(DefineSku{next(), *Code::from(sku_code(i)), 1'000});
  }
  commands.push_back(DefineNode{next(), *Code::from("LEEDS"), 0});
  commands.push_back(DefineZone{next(), *Code::from("UK")});
  commands.push_back(DefineChannel{.command_key = next(),
                                   .code = *Code::from("web"),
                                   .hold_ttl_ns = 2'000'000'000,  // what is not paid expires
                                   .review_ttl_ns = 2'000'000'000});
  return commands;
}

struct Ids {
  std::vector<std::uint32_t> skus;
  NodeId node;
  ZoneId zone;
  ChannelId channel;
};

// What follows the definitions, under the keys behind theirs: which node serves whom, and its
// stock.
std::vector<Command> stocking(const Ids& ids, std::uint64_t defined) {
  std::vector<Command> commands;
  const auto next = [&] { return key(0, defined + commands.size() + 1); };
  commands.push_back(DefineNetwork{next(), ids.channel, ids.node, true});
  commands.push_back(DefineLane{next(), ids.node, ids.zone, 450, 10, 0, true});
  for (const std::uint32_t sku : ids.skus) {
    const std::uint32_t quantity = sku == ids.skus.back() ? 20 : 1'000'000;  // that one is scarce
    commands.push_back(
        Receive{.command_key = next(), .sku = SkuId{sku}, .node = ids.node, .quantity = quantity});
  }
  return commands;
}

// Two orders, then the first of them is cancelled; the second one expires.
Command client_command(const Ids& ids, std::uint64_t who, std::uint64_t number,
                       std::span<OrderLine, 2> lines) {
  if (number % 3 == 0) return Cancel{key(who, number), OrderKey{number - 2, who}};
  lines[0] = {.sku = SkuId{ids.skus[(number * 7 + who) % skus]},
              .quantity = 1 + static_cast<std::uint32_t>(number % 4),
              .price = 1'000};
  lines[1] = {.sku = SkuId{ids.skus[number % skus]}, .quantity = 1, .price = 1'000};
  Place place;
  place.command_key = key(who, number);
  place.order_key = {number, who};
  place.channel = ids.channel;
  place.zone = ids.zone;
  place.lines = lines.first(number % 3);
  return place;
}

// Sends a batch, waits for its answers and notes them. What comes after a kill is asked again.
void send(Producer& producer, std::span<const Submission> batch, Book<AnswerEntry>& book) {
  for (std::size_t sent = 0; sent < batch.size();) {
    const Admission admission = producer.submit(batch.subspan(sent));
    sent += admission.accepted;
    if (admission.ok()) break;
    if (admission.reason != Reason::busy) fail(std::string(reason_text(admission.reason).name));
    std::this_thread::sleep_for(100us);
  }
  std::array<Answer, batch_max> answers;
  std::array<AnswerEntry, batch_max> entries;
  for (std::size_t noted = 0; noted < batch.size();) {
    const std::size_t count = producer.poll_answers(answers, 1s);
    for (std::size_t i = 0; i < count; ++i) {
      // Sequence 0: not decided, because the engine broke down.
      if (answers[i].sequence == 0) fail(std::string(reason_text(answers[i].reason).name));
      entries[i] = entry_of(answers[i]);
    }
    book.add({entries.data(), count});
    noted += count;
  }
}

// ---- The threads -------------------------------------------------------------------------------

// What the threads tell each other.
struct Progress {
  std::atomic<bool> over{false};       // no more orders
  std::atomic<bool> caught_up{false};  // the events of earlier runs are noted
  std::atomic<bool> stopped{false};    // no more events either
};

std::string answers_path(const std::string& books, std::uint64_t who) {
  return books + "/answers-" + std::to_string(who);
}

Ids look_up_ids(Engine& engine) {
  const Lookups look_up = engine.look_up();
  const auto id = [&look_up](IdKind kind, std::string_view code) {
    return look_up.ids(kind, {&code, 1}).front();
  };
  Ids ids{.skus = {},
          .node = {id(IdKind::node, "LEEDS")},
          .zone = {id(IdKind::zone, "UK")},
          .channel = {id(IdKind::channel, "web")}};
  for (std::uint32_t i = 1; i <= skus; ++i) ids.skus.push_back(id(IdKind::sku, sku_code(i)));
  return ids;
}

// Sends what of the shop's own commands was not answered yet.
Ids open_shop(Engine& engine, const std::string& books) {
  Producer producer = take(engine.open_producer());
  Book<AnswerEntry> book(answers_path(books, 0));
  const auto send_rest = [&](const std::vector<Command>& commands, std::uint64_t before) {
    while (book.count() < before + commands.size()) {
      const Submission next[] = {{commands[book.count() - before]}};
      send(producer, next, book);
    }
  };
  const std::vector<Command> defining = definitions();
  send_rest(defining, 0);
  Ids ids = look_up_ids(engine);
  send_rest(stocking(ids, defining.size()), defining.size());
  return ids;
}

void run_client(Engine& engine, const std::string& books, const Ids& ids, std::uint64_t who,
                const Progress& progress) {
  Producer producer = take(engine.open_producer());
  Book<AnswerEntry> book(answers_path(books, who));
  while (!progress.over) {
    std::array<std::array<OrderLine, 2>, batch_max> lines;
    std::array<Submission, batch_max> batch;
    for (std::size_t i = 0; i < batch_max; ++i) {
      batch[i].command = client_command(ids, who, book.count() + 1 + i, lines[i]);
    }
    send(producer, batch, book);
  }
}

// From the sequence of the last event in the book, for a kill may have come in its middle.
Consumer open_consumer(Engine& engine, const Event& last) {
  const ConsumerOptions options{.from_sequence = std::max<Sequence>(1, last.sequence),
                                .from_epoch = last.epoch};
  Consumer consumer = take(engine.open_consumer(options));
  if (consumer.stream().first_sequence < last.sequence) fail("noted events never happened");
  return consumer;
}

// Notes every event once, in order, and only then acknowledges it.
void keep_events(Engine& engine, const std::string& books, Progress& progress) {
  Book<Event> book(books + "/events");
  const Event last = book.last();
  Consumer consumer = open_consumer(engine, last);
  std::vector<Event> events(4'096);
  while (true) {
    const bool complete = progress.stopped;  // asked before, so that what came last is still read
    const std::size_t count = consumer.poll(events, 50ms);
    if (const Status status = consumer.status(); !status.ok()) fail(status.message());
    if (!consumer.catching_up()) progress.caught_up = true;
    const std::span found(events.data(), count);
    const auto fresh = std::ranges::find_if(found, [&last](const Event& event) {
      return std::pair(event.sequence, event.ordinal) > std::pair(last.sequence, last.ordinal);
    });
    book.add({fresh, found.end()});
    if (count > 0) consumer.acknowledge(found.back().sequence);
    if (count == 0 && complete) break;
  }
  std::printf("closed after %llu events\n", static_cast<unsigned long long>(book.count()));
}

void wait_for_end_of_input() {
  char byte = 0;
  while (::read(STDIN_FILENO, &byte, 1) > 0) {
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) fail("usage: shop LOG BOOKS");
  const std::string books = argv[2];
  std::filesystem::create_directories(books);
  EngineOptions options;
  options.directory = argv[1];
  options.durability = Durability::sync;  // what is answered is on the disk
  // Something was answered before: then a log that is not there is lost, not new.
  options.must_exist = Book<AnswerEntry>(answers_path(books, 0)).count() > 0;
  const auto engine = take(Engine::open(options));
  std::puts("open");
  std::fflush(stdout);

  Progress progress;
  std::thread keeper([&] { keep_events(*engine, books, progress); });
  const Ids ids = open_shop(*engine, books);
  std::vector<std::thread> senders;
  for (std::uint64_t who = 1; who <= clients; ++who) {
    senders.emplace_back([&, who] { run_client(*engine, books, ids, who, progress); });
  }
  wait_for_end_of_input();

  progress.over = true;
  for (std::thread& sender : senders) sender.join();
  // Stopping ends a consumer that is still reading events of earlier runs.
  while (!progress.caught_up) std::this_thread::sleep_for(10ms);
  if (const Status status = engine->stop(); !status.ok()) fail(status.message());
  progress.stopped = true;
  keeper.join();
}
