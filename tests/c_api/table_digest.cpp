// Decides the commands of a table through the C++ interface; prints every event, then the digest.
// usage: table_digest_cpp [--answers] TABLE
//   --answers  every answer too
#include <array>
#include <fstream>
#include <iostream>
#include <span>
#include <sstream>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "allot/engine.hpp"
#include "types/key_text.hpp"

namespace {

// The words of one line of the table, taken one after the other.
class Words {
 public:
  explicit Words(const std::string& line) : words_(line) {}

  template <class T>
  void read(T& field) {
    if constexpr (std::is_enum_v<T> || (sizeof(T) == 1 && std::is_integral_v<T>)) {
      field = static_cast<T>(next<int>());
    } else if constexpr (requires { field.low; }) {
      const auto key = allot::parse_key(next<std::string>()).value();
      field = {key.low, key.high};
    } else if constexpr (requires { field.value; }) {
      field.value = next<std::uint32_t>();
    } else if constexpr (std::is_same_v<T, allot::Code>) {
      field = allot::Code::from(next<std::string>()).value_or(allot::Code{});
    } else {
      field = next<T>();
    }
  }
  // Elements live until the next array of their type is read.
  template <class Element>
  void read(std::span<const Element>& field) {
    static std::vector<Element> elements;
    elements.assign(next<std::size_t>(), Element{});
    for (Element& element : elements) {
      if constexpr (requires { Element::fields(element, [](auto&&, auto&) {}); }) {
        read_fields(element);
      } else {
        read(element);
      }
    }
    field = elements;
  }
  // The fields of the first format, then those that came later, as name=value.
  template <class S>
  void read_fields(S& into) {
    S::fields(into, [this](const allot::Field& field, auto& value) {
      if (field.added == 0) this->read(value);
    });
    for (bool known = true; known;) {
      known = false;
      const std::string word = peek();
      const std::string name = word.substr(0, word.find('='));
      if (name == word) return;
      S::fields(into, [&](const allot::Field& field, auto& value) {
        if (field.added == 0 || field.name != name) return;
        words_ >> std::ws;
        words_.ignore(static_cast<std::streamsize>(name.size()) + 1);
        this->read(value);
        known = true;
      });
    }
  }
  // Returns: the next word, which stays the next; empty at the end.
  std::string peek() {
    const auto here = words_.tellg();
    std::string word;
    if (here == std::streampos(-1)) return word;
    if (!(words_ >> word)) word.clear();
    words_.clear();
    words_.seekg(here);
    return word;
  }
  template <class T>
  T next() {
    T value{};
    words_ >> value;
    return value;
  }

 private:
  std::istringstream words_;
};

// Reads the command of this name, whichever of Command it is.
template <std::size_t alternative = 0>
allot::Command read_named(const std::string& name, Words& words) {
  if constexpr (alternative < std::variant_size_v<allot::Command>) {
    std::variant_alternative_t<alternative, allot::Command> command;
    if (name != command.name) return read_named<alternative + 1>(name, words);
    words.read_fields(command);
    return command;
  } else {
    std::cerr << "unknown command " << name << '\n';
    std::exit(2);
  }
}

void print(const allot::Answer& answer) {
  std::cout << "answer " << answer.command_key.low << ' ' << answer.command_key.high << ' '
            << answer.sequence << ' ' << answer.first_sequence << ' '
            << static_cast<std::uint16_t>(answer.reason) << ' ' << int{answer.duplicate} << ' '
            << answer.id << '\n';
}

void print(const allot::Event& event) {
  std::cout << event.sequence << ' ' << event.epoch << ' ' << event.ordinal << ' '
            << int{static_cast<std::uint8_t>(event.type)} << ' ' << int{event.flags} << ' '
            << event.order_key.low << ' ' << event.order_key.high << ' ' << event.sku << ' '
            << event.node << ' ' << event.quantity << ' ' << event.line << ' '
            << static_cast<std::uint16_t>(event.reason) << ' ' << event.amount << ' ' << event.time
            << '\n';
}

void print_events(allot::Consumer& consumer) {
  std::array<allot::Event, 256> events;
  while (const std::size_t count = consumer.poll(events)) {
    for (std::size_t i = 0; i < count; ++i) print(events[i]);
  }
}

}  // namespace

int main(int argc, char** argv) {
  const bool with_answers = argc == 3 && std::string_view(argv[1]) == "--answers";
  std::ifstream table(argc == (with_answers ? 3 : 2) ? argv[argc - 1] : "");
  if (!table) {
    std::cerr << "usage: table_digest_cpp [--answers] TABLE\n";
    return 2;
  }
  allot::EngineOptions options;
  options.limits = allot::Limits{.skus_max = 1'000,
                                 .lots_max = 10'000,
                                 .orders_max = 10'000,
                                 .closed_orders_max = 1'000,
                                 .lines_max = 50'000,
                                 .lines_per_order_max = 100,
                                 .holds_max = 10'000,
                                 .command_keys_max = 10'000,
                                 .attempts_max = 10'000,
                                 .time_source = allot::TimeSource::host};
  options.durability = allot::Durability::none;
  options.threading = allot::Threading::host_steps;
  auto engine = allot::Engine::open(options);
  if (!engine.ok()) {
    std::cerr << engine.status().message() << '\n';
    return 1;
  }
  auto producer = engine.value()->open_producer();
  auto consumer = engine.value()->open_consumer();
  if (!producer.ok() || !consumer.ok()) return 1;

  std::array<allot::Answer, 16> answers;
  for (std::string line; std::getline(table, line);) {
    if (line.empty() || line[0] == '#') continue;
    Words words(line);
    const auto time = words.next<allot::TimeNs>();
    const auto name = words.next<std::string>();
    const allot::Command command = read_named(name, words);
    if (!words.peek().empty()) {
      std::cerr << "a word too many: " << line << '\n';
      return 2;
    }
    if (!producer.value().submit(command, time).ok()) {
      std::cerr << "not admitted: " << line << '\n';
      return 1;
    }
    engine.value()->step();
    while (const std::size_t count = producer.value().poll_answers(answers)) {
      for (std::size_t i = 0; with_answers && i < count; ++i) print(answers[i]);
    }
    print_events(consumer.value());
  }
  std::cout << engine.value()->digest().hex() << '\n';
}
