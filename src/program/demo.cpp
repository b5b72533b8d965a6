// allot demo: six steps that show what the program is for. Each runs the program itself, as the
// command that it shows, and checks what came of it.
#include <absl/strings/str_format.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <optional>
#include <sstream>
#include <string>

#include "program/child_process.hpp"
#include "program/demo_shop.hpp"
#include "program/exit_status.hpp"
#include "program/failure.hpp"
#include "program/terminal.hpp"
#include "program/verbs.hpp"

namespace allot::program {
namespace {

volatile std::sig_atomic_t interrupted = 0;
void note_interrupt(int) { interrupted = 1; }

// A step that did not come out as it must ends the demo; this is why.
struct Refuted {
  std::string why;
};

void require(bool holds, const std::string& why) {
  if (!holds) throw Refuted{why};
}

nlohmann::json parsed(const std::string& text) {
  nlohmann::json object = nlohmann::json::parse(text, nullptr, false);
  require(!object.is_discarded(), "no JSON: " + text.substr(0, 200));
  return object;
}

std::uint64_t integer(const nlohmann::json& text) { return std::stoull(text.get<std::string>()); }

// A new directory, which this process then works in.
class Workshop {
 public:
  explicit Workshop(bool keep) : keep_(keep) {
    std::error_code error;
    std::string made = (std::filesystem::temp_directory_path(error) / "allot_demo.XXXXXX").string();
    if (error || ::mkdtemp(made.data()) == nullptr) return;
    directory_ = made;
    std::filesystem::current_path(directory_, error);
    if (error) directory_.clear();
  }
  ~Workshop() {
    std::error_code ignored;
    if (keep_ || directory_.empty()) return;
    std::filesystem::current_path("/", ignored);
    std::filesystem::remove_all(directory_, ignored);
  }
  Workshop(const Workshop&) = delete;
  Workshop& operator=(const Workshop&) = delete;
  [[nodiscard]] const std::string& directory() const { return directory_; }

 private:
  bool keep_;
  std::string directory_;  // empty: it could not be made
};

class Demo {
 public:
  explicit Demo(const Workshop& workshop, bool keep)
      : directory_(workshop.directory()), keep_(keep), colour_(takes_colour(STDOUT_FILENO)) {}

  void run() {
    const auto began = std::chrono::steady_clock::now();
    say("All that follows happens in " + directory_ +
        (keep_ ? "." : ", which is removed at the end; --keep keeps it."));
    rehearse();
    report();
    kill_and_recover();
    explain_a_refusal();
    flip_a_byte();
    say_what_is_not_promised();
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began;
    say(absl::StrFormat("\nAll of it came out as it must, in %.1f s. %s is %s.", took.count(),
                        directory_, keep_ ? "kept" : "removed"));
  }

 private:
  // ---- The six steps.

  void rehearse() {
    heading("1 of 6  A peak sale is rehearsed, before it happens");
    summary_ = run_shown(
        {"simulate", "--log", "peak", "--live-seconds", "3", "--report", report_file_}, {});
  }

  void report() {
    heading("2 of 6  What would have happened, in words");
    show(summary_.out);
    say("\nThe same as a page for a browser, with charts, what ran out when, and what to "
        "change:\n" +
        directory_ + "/" + report_file_ + (keep_ ? "." : " (--keep keeps it)."));
  }

  void kill_and_recover() {
    heading("3 of 6  The process is killed in the middle of its work");
    std::ofstream(orders_file_) << demo_shop_lines();
    say(absl::StrFormat("%s holds a shop with 3 SKUs in 2 warehouses, and %d orders.\n",
                        orders_file_, demo_orders));
    ChildOptions killed{.kill_after_lines = demo_orders};
    const ChildEnd victim =
        run_shown({"apply", "--journal", "killed", orders_file_}, killed, 128 + SIGKILL);
    const std::uint64_t shown = last_sequence_of(victim.out);
    say(absl::StrFormat("SIGKILL hit it when it had shown what it decided up to sequence %d.",
                        shown));
    const nlohmann::json recovered = parsed(run_shown({"replay", "killed", "--json"}, {}).out);
    const std::uint64_t last = integer(recovered.at("last_sequence"));
    require(last >= shown, "a decision that was shown is not in the log");
    say(
        absl::StrFormat("Its log holds all that was shown, and ends at sequence %d, digest\n%s.\n"
                        "Another process decides the same orders undisturbed:",
                        last, recovered.at("digest").get<std::string>()));
    events_ = run_shown({"apply", "--journal", "whole", orders_file_}, {}).out;
    expect_digest({"replay", "whole", "--to", std::to_string(last), "--json"},
                  recovered.at("digest"));
    go_on(last);
  }

  // Line n of the orders is sequence n + 1: the first that the log lacks is line `last`.
  void go_on(std::uint64_t last) {
    say("\nThe killed one goes on where it stopped, and ends where the other did:");
    command(absl::StrFormat("tail -n +%d %s | allot apply --journal killed", last, orders_file_));
    std::ifstream lines(orders_file_);
    std::string line;
    for (std::uint64_t n = 1; n < last; ++n) std::getline(lines, line);
    const auto from = static_cast<std::uint64_t>(lines.tellg());
    (void)run_quiet({"apply", "--journal", "killed"}, {.input = orders_file_, .input_from = from},
                    0);
    const nlohmann::json whole = parsed(run_shown({"replay", "whole", "--json"}, {}).out);
    say("digest " + whole.at("digest").get<std::string>());
    expect_digest({"replay", "killed", "--json"}, whole.at("digest"));
  }

  void explain_a_refusal() {
    heading("4 of 6  Why did an order get nothing?");
    const ChildEnd told = run_shown({"explain", "killed", std::to_string(a_refused_order())}, {});
    // The sentence; what follows is each rule, node and lot that was looked at.
    show(told.out.substr(0, told.out.find("\n\n")) + "\n...");
    require(told.out.starts_with("Refused: SKU "), "the order was not refused for want of stock");
  }

  void flip_a_byte() {
    heading("5 of 6  One bit of the log is changed");
    (void)run_shown({"copy", "killed", "damaged"}, {});
    const auto [file, at] = a_byte_of_a_record("damaged");
    std::fstream bytes("damaged/" + file, std::ios::in | std::ios::out | std::ios::binary);
    bytes.seekg(static_cast<std::streamoff>(at));
    const int flipped = bytes.get() ^ 1;
    bytes.seekp(static_cast<std::streamoff>(at));
    bytes.put(static_cast<char>(flipped));
    bytes.close();
    command(
        absl::StrFormat("printf '\\%03o' | dd of=damaged/%s seek=%d \\\n"
                        "    bs=1 conv=notrunc status=none",
                        flipped, file, at));
    const ChildEnd verified = run_shown({"verify", "damaged"}, {}, found_problem);
    show(verified.out);
    require(verified.out.find("damaged/" + file) != std::string::npos,
            "the file with the changed bit is not named");
  }

  void say_what_is_not_promised() {
    heading("6 of 6  What is not promised");
    for (const char* text :
         {"The warehouses, stock and payments of the rehearsal are made up, and said to be.",
          "An order is decided whole within one shard; there is no transaction over two.",
          "With --durability sync nothing is shown before it is on the disk; async and none may "
          "lose the last moments.",
          "A changed log is found, a log that was replaced from its first byte on is not: keep its "
          "point ('allot verify' prints it) elsewhere.",
          "No part of this says how fast your machine is: 'allot bench' does.",
          "Picking, shipping and returns are not there yet."}) {
      std::cout << "  - " << wrapped(text, columns_max, 4, 4) << '\n';
    }
  }

  // ---- What the steps are made of.

  void expect_digest(const std::vector<std::string>& replay, const std::string& digest) {
    const nlohmann::json report = parsed(run_shown(replay, {}).out);
    const std::string found = report.at("digest");
    require(found == digest, "the digest is " + found + ", not " + digest);
    say("digest " + found + ": the same");
  }

  std::uint64_t last_sequence_of(const std::string& events) const {
    // The last line may be cut off.
    const std::size_t end = events.rfind('\n');
    require(end != std::string::npos && end != 0, "nothing was shown before the end");
    const std::size_t begin = events.rfind('\n', end - 1) + 1;
    return integer(parsed(events.substr(begin, end - begin)).at("sequence"));
  }

  std::uint64_t a_refused_order() const {
    std::istringstream lines(events_);
    for (std::string line; std::getline(lines, line);) {
      if (line.find("\"event\":\"refused\"") == std::string::npos) continue;
      return integer(parsed(line).at("order_key"));
    }
    throw Refuted{"no order was refused"};
  }

  // Where the middle one of the log's frames has its first record.
  std::pair<std::string, std::uint64_t> a_byte_of_a_record(const std::string& log) const {
    const nlohmann::json walk = parsed(run_quiet({"inspect", log, "--json"}, {}, 0).out);
    std::vector<nlohmann::json> records;
    for (const nlohmann::json& part : walk.at("parts")) {
      if (part.contains("record")) records.push_back(part);
    }
    require(!records.empty(), "the log has no record");
    const nlohmann::json& middle = records[records.size() / 2];
    return {middle.at("file"), middle.at("offset").get<std::uint64_t>() + 1};
  }

  ChildEnd run_quiet(const std::vector<std::string>& arguments, ChildOptions options,
                     int status) const {
    std::cout << std::flush;
    Result<ChildEnd> end = run_child(arguments, options, interrupted);
    require(interrupted == 0, "interrupted");
    require(end.ok(), end.status().message());
    require(
        end.value().status == status,
        absl::StrFormat("%s ended with %d, not %d", arguments.front(), end.value().status, status));
    return end.value();
  }

  ChildEnd run_shown(const std::vector<std::string>& arguments, const ChildOptions& options,
                     int status = all_well) const {
    std::string words = "allot";
    for (const std::string& argument : arguments) words += " " + argument;
    command(words);
    return run_quiet(arguments, options, status);
  }

  void heading(const std::string& text) const { put("\n" + text, "1"); }
  void command(const std::string& text) const { put("$ " + text, "36"); }
  static void say(const std::string& text) { std::cout << wrapped(text, columns_max) << '\n'; }

  // What a command printed, moved in.
  static void show(const std::string& text) {
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
      const std::size_t indent = std::min(line.find_first_not_of(' '), line.size());
      std::cout << std::string(2 + indent, ' ')
                << wrapped(line.substr(indent), columns_max, 2 + indent, 4 + indent) << '\n';
    }
  }

  void put(const std::string& text, const char* colour) const {
    if (colour_) {
      std::cout << "\x1b[" << colour << 'm' << text << "\x1b[0m\n";
    } else {
      std::cout << text << '\n';
    }
  }

  std::string directory_;
  bool keep_;
  bool colour_;
  ChildEnd summary_;
  std::string events_;  // of the orders that were decided undisturbed
  const std::string orders_file_{"orders.jsonl"};
  const std::string report_file_{"peak.html"};
};

}  // namespace

int demo(const DemoOptions& options) {
  const Workshop workshop(options.keep);
  if (workshop.directory().empty()) {
    return fail("demo", false,
                {StatusCode::io_error, "no directory can be made among the temporary files"},
                found_problem);
  }
  std::signal(SIGINT, note_interrupt);
  std::signal(SIGTERM, note_interrupt);
  std::signal(SIGHUP, note_interrupt);
  try {
    Demo(workshop, options.keep).run();
  } catch (const Refuted& refuted) {
    std::cout << std::flush;
    return fail("demo", false, {StatusCode::io_error, refuted.why}, found_problem);
  }
  return all_well;
}

}  // namespace allot::program
