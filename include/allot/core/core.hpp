// The deterministic heart: one state, one step. The live engine, replay, the simulator and the
// tests all drive this same class; there is no second implementation of a decision (but the
// oracle's).
//
// Threads: none of its own; one thread at a time, and nothing is read while a step runs.
// Memory:  all tables are allocated by the constructor, from Limits. The path of an order allocates
//          nothing; a new channel, network or feed may.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "allot/core/digest.hpp"
#include "allot/core/inspection.hpp"
#include "allot/messages/limits_rules.hpp"
#include "allot/messages/outcome.hpp"
#include "allot/messages/semantics.hpp"
#include "allot/sequencing/sequenced.hpp"

namespace allot {

// What the producer that asked is told.
struct Answer {
  CommandKey command_key;
  Sequence sequence{};        // of this command; 0 when it was not sequenced
  Sequence first_sequence{};  // of the command it repeats, for a duplicate, else 0
  Reason reason{Reason::ok};  // the first answer, for a duplicate
  bool duplicate{};
  // Of the catalogue's entry that has the code which this command names: the one that it made,
  // changed or only found, also when it was refused or is a duplicate. 0 when there is none, or the
  // command defines nothing that has a code (see defined_kind).
  std::uint32_t id{};
};

class Core {
 public:
  struct State;  // the rooms; defined where the core is compiled

  // Decides by `semantics`: those of the log that its commands come from or go to.
  // Requires: limits_fault(limits) is empty and the semantics are known() (else
  //           std::invalid_argument with a text).
  // Effects:  allocates all memory that the engine will ever use.
  explicit Core(const Limits& limits, Semantics semantics = {});
  ~Core();
  Core(Core&&) noexcept;
  Core& operator=(Core&&) noexcept;

  // Effects: takes all the memory that the tables may ever use, which the kernel otherwise gives
  //          page by page when it is first written.
  // Errors:  throws std::bad_alloc where memory is not to be had; the core is then of no use.
  void prefault();

  // Requires: in.sequence == last_sequence() + 1, now() <= in.time <= time_max_ns (4 * 10^18).
  // Effects:  the step of docs/rules.md; its events are in `out` (begin() is called here).
  // Errors:   throws BrokenInvariant; the state is then not to be used any more.
  // Cost:     at most work_units units of queued work plus the command's own.
  Answer apply(const Sequenced& in, Outcome& out);

  // Effects:  prefetches what apply(command) will read: first the lines that its keys name,
  //           then, a little later each, the order that is there already, and the records that
  //           those lead to. `ahead`: how many commands are applied before this one. Decisions
  //           depend on no call.
  void prefetch(const Command& command, std::uint32_t ahead = 0) const noexcept;
  void prefetch_order(const Command& command) const noexcept;
  void prefetch_records(const Command& command, std::uint32_t ahead = 0) const noexcept;
  // How many commands ahead each of them is asked best: far enough for memory, not so far that the
  // nearest cache has lost it again.
  static constexpr std::uint32_t prefetch_ahead = 6;
  static constexpr std::uint32_t prefetch_order_ahead = 4;
  static constexpr std::uint32_t prefetch_records_ahead = 2;

  // Returns: a 32-bit hash over the events of the last step and the stock they touched.
  [[nodiscard]] std::uint32_t outcome_check(const Outcome& out) const noexcept;

  // Returns: whether queued work exists or a timer is due at `now`.
  [[nodiscard]] bool work_due(TimeNs now) const noexcept;
  // Returns: when the next timer is due; nothing when there is none.
  [[nodiscard]] std::optional<TimeNs> next_timer() const noexcept;

  [[nodiscard]] TimeNs now() const noexcept;
  [[nodiscard]] Sequence last_sequence() const noexcept;
  [[nodiscard]] const Limits& limits() const noexcept;

  // Full scans, cold: canonical state, its digest, conservation.
  [[nodiscard]] std::vector<std::byte> encode_state() const;
  [[nodiscard]] Digest digest() const;
  [[nodiscard]] Conservation conservation() const;

  // Cold look-ups, for tools and explanations.
  [[nodiscard]] std::optional<OrderInspection> find_order(const OrderKey& key) const;
  // Returns: the stub of an order that find_order() knows no more; nothing when there is none.
  [[nodiscard]] std::optional<StubInspection> find_stub(const OrderKey& key) const;
  // Returns: what waits for an order of this key, in the order in which it was heard.
  [[nodiscard]] std::vector<NewsInspection> find_news(const OrderKey& key) const;
  // Returns: exceptions that are open, in the order in which they were raised.
  [[nodiscard]] std::vector<ExceptionInspection> find_exceptions() const;
  // Returns: how many ever found no room.
  [[nodiscard]] std::uint64_t exceptions_missed() const noexcept;
  // Returns: promises of service levels that run, in the order in which they began.
  [[nodiscard]] std::vector<PromiseInspection> find_promises() const;
  // Returns: what channels promise, or promised, and how that went, by channel and kind.
  [[nodiscard]] std::vector<ServiceInspection> find_service_levels() const;
  // Returns: how many promises ever found no room.
  [[nodiscard]] std::uint64_t promises_missed() const noexcept;
  // Returns: the number of a known order, until the next step; empty when it has none.
  [[nodiscard]] std::string_view order_number(const OrderKey& key) const;
  // Returns: the id of the catalogue's entry with this code; nothing when there is none.
  [[nodiscard]] std::optional<std::uint32_t> find(IdKind kind, std::string_view code) const;
  // Returns: the code of an entry; empty when there is none.
  [[nodiscard]] std::string_view code(IdKind kind, std::uint32_t id) const;
  // Returns: how many entries of the kind there are; their ids are 1 to that.
  [[nodiscard]] std::uint32_t count(IdKind kind) const noexcept;
  // Returns: the channels that have a feed or had one, by id.
  [[nodiscard]] std::vector<FeedInspection> find_feeds() const;
  // Returns: what the feed of the channel told last of the SKU; nothing when it told nothing yet.
  [[nodiscard]] std::optional<ToldInspection> find_told(ChannelId channel, SkuId sku) const;
  [[nodiscard]] bool in_sku_set(SkuSetId set, SkuId sku) const;  // false when one is unknown
  // Returns: what is available; in lots that end later than `margin` from now.
  [[nodiscard]] std::uint64_t available(SkuId sku, NodeId node, TimeNs margin = 0) const;
  // Returns: what an order of the channel to the zone could have of the SKU, by the rules that
  //          decide (docs/rules.md §6); zone 0: out of the whole network of the channel. Nothing
  //          when one of them is unknown.
  [[nodiscard]] std::optional<AvailableInspection> find_available(ChannelId channel, ZoneId zone,
                                                                  SkuId sku) const;
  // Returns: what the token has had of the cap in the window that holds `time`; nothing when there
  //          is no such cap, or no token. Requires: 0 <= time <= time_max_ns.
  [[nodiscard]] std::optional<CapInspection> find_cap_account(CapId cap, Token token,
                                                              TimeNs time) const;

  // Explains the sourcing of every step that follows to `trace`; null switches it off.
  void set_trace(SourcingTrace* trace) noexcept;

  // The most events that one step can make with these limits, and that one command can add to it.
  [[nodiscard]] static std::size_t step_events_max(const Limits& limits) noexcept;

 private:
  std::unique_ptr<State> state_;
};

}  // namespace allot
