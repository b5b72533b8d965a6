#include "paired_run.hpp"

#include <algorithm>
#include <chrono>
#include <iomanip>
#include <sstream>
#include <utility>

#include "allot/types/check.hpp"
#include "generator/command_generator.hpp"
#include "message_text.hpp"
#include "messages/lists.hpp"

namespace allot::oracle {
namespace {

std::string place_of(const std::vector<std::pair<int, std::size_t>>& sections, std::size_t at) {
  std::string text = "before the first section";
  for (const auto& [number, start] : sections) {
    if (start > at) break;
    text = "section " + std::to_string(number) + ", offset " + std::to_string(at - start);
  }
  return text;
}

std::string hex(const std::vector<std::byte>& bytes, std::size_t from) {
  std::ostringstream out;
  out << std::hex << std::setfill('0');
  const std::size_t end = std::min(bytes.size(), from + 32);
  for (std::size_t i = from; i < end; ++i)
    out << std::setw(2) << std::to_integer<int>(bytes[i]) << ' ';
  return out.str();
}

template <class T>
std::string list(std::string_view title, const T& events) {
  std::string text = "  " + std::string(title) + ":\n";
  for (const Event& event : events) text += "    " + to_text(event) + '\n';
  return text;
}

std::optional<std::string> compare_sums(const Conservation& naive, const Conservation& core) {
  std::string text;
  const auto same = [&text](std::string_view name, std::uint64_t a, std::uint64_t b) {
    if (a == b) return;
    text += "  conservation." + std::string(name) + ": naive " + std::to_string(a) + ", engine " +
            std::to_string(b) + '\n';
  };
  if (!naive.holds) text += "  naive conservation fault: " + naive.fault + '\n';
  if (!core.holds) text += "  engine conservation fault: " + core.fault + '\n';
  same("lots", naive.lots, core.lots);
  same("oversold_units", naive.oversold_units, core.oversold_units);
  same("on_hand", naive.on_hand, core.on_hand);
  same("available", naive.available, core.available);
  same("held", naive.held, core.held);
  same("allocated", naive.allocated, core.allocated);
  same("picked", naive.picked, core.picked);
  same("unavailable", naive.unavailable, core.unavailable);
  same("deficit", naive.deficit, core.deficit);
  same("waiting", naive.waiting, core.waiting);
  if (text.empty()) return {};
  return text;
}

// What a run of commands is decided by.
struct Setting {
  Limits limits;
  Semantics semantics;
  bool traced{};
};

// Applies `commands`, renumbered densely, comparing everything after each.
std::optional<Difference> replay(const Setting& setting, const std::vector<Sequenced>& commands) {
  Pair pair(setting.limits, setting.semantics, setting.traced);
  Sequence sequence = 0;
  for (Sequenced in : commands) {
    in.sequence = ++sequence;
    auto text = pair.step(in);
    if (!text) text = pair.compare_states();
    if (!text) text = pair.compare_lookups();
    if (text) return Difference{sequence, *text};
  }
  return {};
}

// Leaves out ever smaller pieces for as long as what is left still differs, and not for ever.
void shrink(const Setting& setting, std::vector<Sequenced> commands, RunResult& result) {
  const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(30);
  auto difference = replay(setting, commands);
  if (!difference) return;
  commands.resize(difference->command);
  for (std::size_t piece = commands.size() / 2; piece > 0;) {
    bool shorter = false;
    for (std::size_t from = 1; from < commands.size();) {  // the start command stays
      if (std::chrono::steady_clock::now() > deadline) break;
      std::vector<Sequenced> fewer = commands;
      const std::size_t to = std::min(commands.size(), from + piece);
      fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(from),
                  fewer.begin() + static_cast<std::ptrdiff_t>(to));
      if (auto still = replay(setting, fewer)) {
        fewer.resize(still->command);
        commands = std::move(fewer);
        difference = std::move(still);
        shorter = true;
      } else {
        from += piece;
      }
    }
    if (piece > 1) {
      piece /= 2;
    } else if (!shorter || std::chrono::steady_clock::now() > deadline) {
      break;
    }
  }
  result.shrunk = std::move(commands);
  result.shrunk_difference = *difference;
}

// Gives every command of `commands` lines that live in `lines`.
void keep_lists(std::vector<Sequenced>& commands, std::vector<std::vector<std::uint64_t>>& lists) {
  for (Sequenced& in : commands) {
    with_lists(in.command, [&lists](auto& c) {
      copy_lists(c, ListRoom(std::span(lists.emplace_back(list_bytes(c) / 8))));
    });
  }
}

}  // namespace

Pair::Pair(const Limits& limits, Semantics semantics, bool traced)
    : naive_(limits, semantics.version()),
      core_(limits, semantics),
      outcome_(Core::step_events_max(limits)),
      traced_(traced) {
  if (traced_) core_.set_trace(&trace_);
}

std::optional<std::string> Pair::step(const Sequenced& in) {
  const Answer expected = naive_.apply(in, expected_);
  Answer answer;
  try {
    if (traced_) {
      const auto ahead = static_cast<std::uint32_t>(in.sequence % (Core::prefetch_ahead + 1));
      core_.prefetch(in.command, ahead);
      core_.prefetch_order(in.command);
      core_.prefetch_records(in.command, ahead);
    }
    answer = core_.apply(in, outcome_);
  } catch (const BrokenInvariant& broken) {
    return "  engine: broken invariant " + std::string(broken.condition) + " at " + broken.file +
           ':' + std::to_string(broken.line) + '\n' + list("naive", expected_);
  }
  std::string text;
  if (answer.command_key != expected.command_key || answer.sequence != expected.sequence ||
      answer.first_sequence != expected.first_sequence || answer.reason != expected.reason ||
      answer.duplicate != expected.duplicate || answer.id != expected.id) {
    text +=
        "  answer naive:  " + to_text(expected) + "\n  answer engine: " + to_text(answer) + '\n';
  }
  const auto actual = std::as_const(outcome_).events();
  if (!std::equal(actual.begin(), actual.end(), expected_.begin(), expected_.end())) {
    text += list("naive", expected_) + list("engine", actual);
  }
  if (traced_) text += trace_.compare(in.command, actual).value_or("");
  if (core_.now() != in.time || core_.last_sequence() != in.sequence) {
    text += "  the engine's now() or last_sequence() is not the command's\n";
  }
  if (core_.next_timer() != naive_.next_timer()) {
    text += "  next_timer: naive " + std::to_string(naive_.next_timer().value_or(-1)) +
            ", engine " + std::to_string(core_.next_timer().value_or(-1)) + '\n';
  }
  text += compare_caps().value_or("");
  text += read_feeds();
  text += compare_causes();
  if (core_.work_due(in.time) != naive_.work_due(in.time)) text += "  work_due differs\n";
  if (text.empty()) return {};
  return text;
}

std::optional<std::string> Pair::compare_states() const {
  if (auto text = compare_sums(naive_.conservation(), core_.conservation())) return text;
  const std::vector<std::byte> naive = naive_.encode_state();
  const std::vector<std::byte> core = core_.encode_state();
  if (naive != core) {
    const auto differing =
        std::mismatch(naive.begin(), naive.end(), core.begin(), core.end()).first;
    const auto at = static_cast<std::size_t>(differing - naive.begin());
    return "  state: " + std::to_string(naive.size()) + " bytes naive, " +
           std::to_string(core.size()) + " engine, first difference at byte " + std::to_string(at) +
           " (" + place_of(naive_.section_starts(), at) + ")\n    naive:  " + hex(naive, at) +
           "\n    engine: " + hex(core, at) + '\n';
  }
  if (naive_.digest() != core_.digest()) return "  same bytes, other digest\n";
  return {};
}

Semantics semantics_of_run(std::uint64_t seed) noexcept {
  constexpr std::uint16_t older = Semantics::newest - Semantics::oldest;
  const std::uint64_t die = seed / 4 % 8;
  return die < 6 || older == 0
             ? Semantics{}
             : Semantics(static_cast<std::uint16_t>(Semantics::oldest + seed / 32 % older));
}

Run compare_run(std::uint64_t seed, Coverage& coverage) {
  generator::CommandGenerator source(seed);
  generator::RandomSource pauses(~seed);
  Run run;
  const Setting setting{source.limits(), semantics_of_run(seed), seed % 4 == 0};
  Pair pair(setting.limits, setting.semantics, setting.traced);
  std::vector<Sequenced> sent;
  std::uint64_t until_check = 1;
  const std::size_t commands = source.profile().commands;
  for (std::size_t i = 0; i < commands; ++i) {
    sent.push_back(source.next());
    auto text = pair.step(sent.back());
    ++run.result.commands;
    if (!text && (--until_check == 0 || i + 1 == commands)) {
      text = pair.compare_states();
      if (!text) text = pair.compare_lookups();
      coverage.count(pair.state());
      until_check = pauses.below(64) + 1;
    }
    if (text) {
      run.result.difference = Difference{i + 1, to_text(sent.back()) + '\n' + *text};
      shrink(setting, sent, run.result);
      keep_lists(run.result.shrunk, run.lists);
      return run;
    }
    coverage.count(pair.events());
    source.observe(pair.events());
  }
  return run;
}

}  // namespace allot::oracle
