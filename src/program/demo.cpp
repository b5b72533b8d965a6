// allot demo: six steps that show what the program is for. Each runs the program itself, as the
// command that it shows, and checks what came of it.
#include <absl/strings/str_format.h>
#include <unistd.h>

#include <algorithm>
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
#include <vector>

#include "json/encode.hpp"
#include "program/child_process.hpp"
#include "program/demo_shop.hpp"
#include "program/environment.hpp"
#include "program/exit_status.hpp"
#include "program/failure.hpp"
#include "program/interruption.hpp"
#include "program/terminal.hpp"
#include "program/verbs.hpp"

namespace allot::program {
namespace {

// Ctrl-C came while this command of the program ran.
struct Interrupted {
  std::string command;
};

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

// The page that the rehearsal writes: whoever ran the demo opens it afterwards.
constexpr const char* report_file = "peak.html";

// A new directory, which this process then works in. Nothing of it stays, or the page alone when
// all went well.
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
    for (const auto& file : std::filesystem::directory_iterator(directory_, ignored)) {
      if (page_stays_ && file.path().filename() == report_file) continue;
      std::filesystem::remove_all(file.path(), ignored);
    }
    std::filesystem::remove(directory_, ignored);  // which it is not when the page lies in it
  }
  Workshop(const Workshop&) = delete;
  Workshop& operator=(const Workshop&) = delete;
  [[nodiscard]] const std::string& directory() const { return directory_; }
  void leave_page() { page_stays_ = true; }

 private:
  bool keep_;
  bool page_stays_ = false;
  std::string directory_;  // empty: it could not be made
};

class Demo {
 public:
  Demo(const Workshop& workshop, const DemoOptions& options)
      : directory_(workshop.directory()), options_(options), colour_(takes_colour(STDOUT_FILENO)) {
    // What the commands print is moved in by two columns.
    ::setenv(columns_told.name, std::to_string(columns_ - 2).c_str(), 1);
  }

  void run() {
    const auto began = std::chrono::steady_clock::now();
    say("All that follows happens in " + directory_ +
        (options_.keep ? "." : "; at the end only the report is left of it, with --keep all."));
    rehearse();
    report();
    kill_and_recover();
    explain_a_refusal();
    flip_a_byte();
    say_what_is_not_promised();
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began;
    say(absl::StrFormat("\nAll of it came out as it must, in %.1f s. The report to look at:",
                        took.count()));
    put_as_it_stands(page());
    if (!options_.json) return;
    std::cout << json::line_text({{"sound", true},
                                  {"steps", steps_},
                                  {"elapsed_s", took.count()},
                                  {"directory", directory_},
                                  {"report", page()},
                                  {"kept", options_.keep}})
              << '\n';
  }

 private:
  // ---- The six steps.

  void rehearse() {
    heading("1 of 6  A peak sale is rehearsed, before it happens");
    summary_ = run_shown(
        {"simulate", "--log", "peak", "--live-seconds", "3", "--report", report_file}, {});
  }

  void report() {
    heading("2 of 6  What would have happened, in words");
    show(summary_.out);
    say("\nThe same as a page for a browser, with charts, what ran out when, and what to "
        "change:");
    put_as_it_stands(page());
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
          "Quotas of channels, campaigns and kits are not there yet."}) {
      if (!options_.json) std::cout << "  - " << wrapped(text, columns_, 4, 4) << '\n';
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
    Result<ChildEnd> end = run_child(arguments, options, Interruption::came);
    if (Interruption::came()) throw Interrupted{arguments.front()};
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

  void heading(const std::string& text) {
    steps_.push_back(text);
    put("\n" + text, "1");
  }
  void command(const std::string& text) const { put("$ " + text, "36"); }
  void say(const std::string& text) const {
    if (!options_.json) std::cout << wrapped(text, columns_) << '\n';
  }

  // A path is not broken, so that it can be copied.
  void put_as_it_stands(const std::string& path) const {
    if (!options_.json) std::cout << "  " << path << '\n';
  }
  [[nodiscard]] std::string page() const { return directory_ + "/" + report_file; }

  // Whether a line was broken before this one, because its first word had no room there.
  [[nodiscard]] bool goes_on(const std::string& before, const std::string& line) const {
    const std::size_t indent = line.find_first_not_of(' ');
    if (before.empty() || indent == std::string::npos) return false;
    const std::size_t word = std::min(line.find(' ', indent), line.size()) - indent;
    return indent > before.find_first_not_of(' ') && before.size() + 1 + word > columns_;
  }

  // What a command printed, moved in; its lines are broken anew, not once more.
  void show(const std::string& text) const {
    if (options_.json) return;
    std::istringstream lines(text);
    std::string paragraph, before;
    const auto put_out = [this, &paragraph] {
      if (paragraph.empty()) return;
      const std::size_t indent = std::min(paragraph.find_first_not_of(' '), paragraph.size());
      std::cout << std::string(2 + indent, ' ')
                << wrapped(paragraph.substr(indent), columns_, 2 + indent, 4 + indent) << '\n';
    };
    for (std::string line; std::getline(lines, line); before = line) {
      if (goes_on(before, line)) {
        paragraph += " " + line.substr(line.find_first_not_of(' '));
        continue;
      }
      put_out();
      paragraph = line;
      if (line.empty()) std::cout << '\n';
    }
    put_out();
  }

  void put(const std::string& text, const char* colour) const {
    if (options_.json) return;
    if (colour_) {
      std::cout << "\x1b[" << colour << 'm' << fitted(text, columns_) << "\x1b[0m\n";
    } else {
      std::cout << fitted(text, columns_) << '\n';
    }
  }

  std::string directory_;
  const DemoOptions& options_;  // of --json nothing is told but the object at the end
  bool colour_;
  std::size_t columns_{std::min(table_columns(), columns_max)};
  std::vector<std::string> steps_;
  ChildEnd summary_;
  std::string events_;  // of the orders that were decided undisturbed
  const std::string orders_file_{"orders.jsonl"};
};

}  // namespace

int demo(const DemoOptions& options) {
  Workshop workshop(options.keep);
  if (workshop.directory().empty()) {
    return fail("demo", options.json,
                {StatusCode::io_error, "no directory can be made among the temporary files"},
                found_problem);
  }
  // The commands that it runs break their lines where it does.
  ::setenv("COLUMNS", std::to_string(std::min(table_columns(), columns_max)).c_str(), 1);
  try {
    Demo(workshop, options).run();
    workshop.leave_page();
  } catch (const Interrupted& interrupted) {
    std::cout << std::flush;
    return fail_interrupted("demo", options.json,
                            "interrupted in allot " + interrupted.command +
                                "; the steps above are all that was shown, and " +
                                workshop.directory() + (options.keep ? " is kept" : " is removed"));
  } catch (const Refuted& refuted) {
    std::cout << std::flush;
    return fail("demo", options.json, {StatusCode::io_error, refuted.why}, found_problem);
  }
  return all_well;
}

}  // namespace allot::program
