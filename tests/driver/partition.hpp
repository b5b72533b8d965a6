// The other kind of ends that a driver can have, in memory: a broker's partition. Commands are in
// it before anybody decides them, with their sequence and time and without checks; every replica
// takes them out in order, and the checks of outcomes travel apart.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "allot/intake/body_hash.hpp"
#include "driver/command_source.hpp"
#include "journal/journal.hpp"

namespace allot::test {

// What a broker keeps. Lines belong to whoever appends.
class Partition {
 public:
  // Effects: gives the command the next sequence; time is data, chosen by whoever produces.
  void append(const Command& command, TimeNs time) {
    Sequenced in;
    in.sequence = commands_.size() + 1;
    in.time = time;
    in.command = command;
    in.body_hash = body_hash(command);
    commands_.push_back(in);
  }
  [[nodiscard]] std::vector<Sequenced>& commands() noexcept { return commands_; }

 private:
  std::vector<Sequenced> commands_;
};

// One replica's place in a partition.
class PartitionSource {
 public:
  static constexpr Placed placed = Placed::at_source;
  explicit PartitionSource(Partition& partition) : partition_(partition) {}

  [[nodiscard]] Sequenced* front() noexcept {
    auto& commands = partition_.commands();
    return next_ < commands.size() ? &commands[next_] : nullptr;
  }
  void pop() noexcept { ++next_; }
  [[nodiscard]] std::optional<std::uint32_t> check() const noexcept {
    return next_ < expected_.size() ? std::optional(expected_[next_]) : std::nullopt;
  }
  // Effects: the checks that another replica sent, for comparison.
  void expect(std::vector<std::uint32_t> checks) { expected_ = std::move(checks); }

 private:
  Partition& partition_;
  std::size_t next_{0};
  std::vector<std::uint32_t> expected_;
};

// The side on which a replica tells its checks: nothing of the commands is kept, since the broker
// has them. What was taken from a partition is durable, so all of it may leave.
class ChecksAside final : public Journal {
 public:
  struct Told {
    Sequence sequence;
    std::optional<std::uint32_t> check;
  };
  // `into` outlives it; the driver owns it.
  explicit ChecksAside(std::vector<Told>& into) : told_(into) {}

  bool reserve(std::size_t) noexcept override { return true; }
  bool append(const Sequenced& in, std::uint32_t check) noexcept override {
    told_.push_back({in.sequence, check});
    return true;
  }
  bool append_unchecked(const Sequenced& in) noexcept override {
    told_.push_back({in.sequence, std::nullopt});
    return true;
  }
  [[nodiscard]] std::uint64_t frame() const noexcept override { return 0; }
  void seal() noexcept override {}
  [[nodiscard]] bool gathers() const noexcept override { return false; }
  void hand_over() noexcept override {}
  Status flush() override { return {}; }
  bool drive() noexcept override { return false; }
  Status close() override { return {}; }
  [[nodiscard]] Sequence publishable() const noexcept override { return durable(); }
  [[nodiscard]] Sequence durable() const noexcept override {
    return told_.empty() ? 0 : told_.back().sequence;
  }
  [[nodiscard]] Status failure() const override { return {}; }
  [[nodiscard]] bool failed() const noexcept override { return false; }
  [[nodiscard]] JournalStatistics statistics() const noexcept override { return {}; }
  [[nodiscard]] std::uint32_t epoch() const noexcept override { return 1; }

 private:
  std::vector<Told>& told_;
};

static_assert(CommandSource<PartitionSource>);

}  // namespace allot::test
