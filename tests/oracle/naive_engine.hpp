// A second, deliberately simple implementation of docs/rules.md: what the engine is compared with.
//
// Written from the rules, not from the engine; it shares only the message types with it. Slow by
// design: every sum is a scan, every choice an enumeration. Not for use outside tests.
//
// Threads: none. Errors: none; a broken sum shows in conservation() or in the comparison.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "allot/core/core.hpp"
#include "naive_terms.hpp"

namespace allot::oracle {

// Returns: the place of a line in its SKU's queue, if it stands there.
[[nodiscard]] Rank rank_of(const Order& order, std::size_t line);

class NaiveEngine : NaiveTerms {
 public:
  // `version`: of the semantics of docs/rules.md, section 11.
  NaiveEngine(const Limits& limits, int version) {
    state_.limits = limits;
    state_.version = version;
  }

  // Effects: one step; `events` holds that step's events and nothing else afterwards.
  Answer apply(const Sequenced& in, std::vector<Event>& events);

  [[nodiscard]] std::vector<std::byte> encode_state() const;
  [[nodiscard]] Digest digest() const { return Digest::of(encode_state()); }
  // Returns: number and first byte of each section of encode_state(), to say where states differ.
  [[nodiscard]] std::vector<std::pair<int, std::size_t>> section_starts() const;
  [[nodiscard]] Conservation conservation() const;
  // Returns: what the payments of the order come to.
  [[nodiscard]] static Sums sums_of(const Order& order);
  // Returns: what is open and what is due back, as it is told.
  [[nodiscard]] static std::pair<std::int64_t, std::int64_t> balance_of(const Order& order);
  // Returns: units or orders that open orders debited of the account, without what is beyond it;
  //          what is; and what the cap leaves.
  [[nodiscard]] std::int64_t debited(const CapAccount& account) const;
  [[nodiscard]] std::int64_t excess_of(const CapAccount& account) const;
  [[nodiscard]] std::int64_t left_of(const CapAccount& account) const;
  // Visits what is debited: by open orders, and by ended ones that have shipped.
  template <class Visit>
  void for_counted(Visit visit) const {
    for (const auto& [sequence, order] : state_.open) {
      for (const CapDebit& debit : order.debits) visit(debit);
    }
    for (const Order& order : state_.closed) {
      if (!order.counts()) continue;
      for (const CapDebit& debit : order.debits) visit(debit);
    }
  }
  [[nodiscard]] std::set<CapAccount> accounts_in_use() const;
  [[nodiscard]] bool work_due(TimeNs now) const;
  [[nodiscard]] std::optional<TimeNs> next_timer() const;
  [[nodiscard]] const State& state() const { return state_; }
  // Returns: whether a channel has something to be told still (rules, section 23).
  [[nodiscard]] bool feeds_due() const;
  // Returns: T of the rules, and the base of each candidate; of zone 0: with all nodes of the
  //          channel's network for candidates.
  [[nodiscard]] std::uint64_t can_have(std::uint32_t sku, std::uint32_t channel,
                                       std::uint32_t zone) const;
  [[nodiscard]] std::map<std::uint32_t, std::int64_t> can_have_at(std::uint32_t sku,
                                                                  std::uint32_t channel,
                                                                  std::uint32_t zone) const;

 private:
  // --- naive_step.cpp: identity, events, queued work
  Event& emit(EventType type);
  Event& emit(EventType type, const Order& order);
  Event& emit_stock(EventType type, SkuId sku, NodeId node, std::uint64_t lot);
  Reason refuse(const Command& command, const Refusal& refusal);
  // Of the order that the command is about, as far as it can be told; absent where not.
  [[nodiscard]] OrderKey key_of(const Command& command) const;
  void emit_time_kept(const Command& command);
  Reason identified(const Sequenced& in, Answer& answer);
  Reason work_of(const Command& command);
  template <class C>
  Verdict run_for_whoever_has_it(const C& command);
  void sweep();
  // Each returns its weight.
  std::int64_t unit_of_expire();
  std::int64_t unit_of_serve();
  std::int64_t unit_of_serve_all();
  std::int64_t unit_of_lose();
  [[nodiscard]] std::int64_t weight_of(const Rank& entry) const;
  [[nodiscard]] std::int64_t places_in_use() const;
  bool try_entry(const Rank& rank);
  bool serve_line(Order& order, std::size_t index);
  void serve_whole(Order& order);
  void trigger(std::uint32_t sku);
  void trigger_all();
  void try_too(const Order& order, std::size_t index);
  void ask_for_holds(std::int64_t holds);
  [[nodiscard]] bool expire_queued() const;
  [[nodiscard]] bool claimed(std::uint32_t sku) const;
  [[nodiscard]] bool entry_exists(std::uint32_t sku) const;
  [[nodiscard]] std::optional<Rank> next_entry(std::uint32_t sku,
                                               const std::optional<Rank>& cursor) const;

  // --- naive_catalogue.cpp: catalogue, lists, limits
  Verdict run(const DefineSku& command);
  Verdict run(const NameSku& command);
  Verdict run(const DefineNode& command);
  Verdict run(const DefineZone& command);
  Verdict run(const DefineCarrier& command);
  Verdict run(const DefineChannel& command);
  Verdict run(const DefineNetwork& command);
  Verdict run(const DefineLane& command);
  Verdict run(const SetList& command);
  Verdict run(const DefineSkuSet& command);
  Verdict run(const SetRiskLimits& command);
  void emit_defined(const Command& command, std::size_t id);
  // Of the entry with the code that the command names, 0 when there is none.
  [[nodiscard]] std::size_t id_of_code(const Command& command) const;

  // --- naive_stock.cpp
  Verdict run(const Receive& command);
  Verdict run(const Adjust& command);
  Verdict run(const SetSafetyStock& command);
  [[nodiscard]] bool no_room_for_lot(SkuId sku, NodeId node) const;
  void make_lot(const LotKey& key, TimeNs expires_at);
  void make_lot_for_what_comes(const LotKey& key, std::int64_t units);
  [[nodiscard]] std::int64_t on_hand_of_cell(std::uint32_t sku, std::uint32_t node) const;
  [[nodiscard]] std::int64_t available_of_cell(std::uint32_t sku, std::uint32_t node) const;
  [[nodiscard]] std::int64_t available_of_sku(std::uint32_t sku) const;
  [[nodiscard]] std::int64_t held_of_sku(std::uint32_t sku) const;
  [[nodiscard]] std::int64_t base(std::uint32_t sku, std::uint32_t node,
                                  const Channel& channel) const;
  void give_back(Lot& lot, std::int64_t units) const;

  // --- naive_margins.cpp: channels that stop selling a lot before its end
  struct LotTimer {
    TimeNs time;
    Sequence sequence;
    LotKey key;
    TimeNs margin;
  };
  [[nodiscard]] bool may_sell(const Lot& lot, const Channel& channel) const;
  [[nodiscard]] std::int64_t available_for(std::uint32_t sku, std::uint32_t node,
                                           const Channel& channel) const;
  [[nodiscard]] std::set<TimeNs> margins() const;
  void time_margin(TimeNs margin, const LotKey& key);
  void change_margins(const std::set<TimeNs>& before);
  [[nodiscard]] std::optional<LotTimer> earliest_of_lots() const;
  void do_lot_timer(const LotTimer& timer);
  void count_margins(const Order& order, const Line& line, std::uint32_t node);

  // --- naive_loss.cpp: lots that end, and who loses what was promised from them
  [[nodiscard]] bool has_ended(const Lot& lot) const;
  void end_sales();
  [[nodiscard]] std::map<LotKey, Lot>::const_iterator earliest_end() const;
  void tell_end(const LotKey& key);
  void look_for_losers();
  std::int64_t unit_of_look(WorkItem& item);
  [[nodiscard]] std::optional<PartKey> first_lost(const Line& line) const;
  void lose(Order& order, std::size_t index, const PartKey& from);
  void lose_whole(Order& order);
  void wait_for(Order& order, std::size_t index, std::int64_t units);
  [[nodiscard]] std::size_t take_place();
  [[nodiscard]] std::vector<std::pair<PartKey, std::int64_t>> removal(std::uint32_t sku,
                                                                      std::uint32_t node,
                                                                      std::int64_t units,
                                                                      std::uint32_t by) const;

  // --- naive_deadlines.cpp: until when an order may be paid, and keeps what it holds
  [[nodiscard]] bool pays_when_served(const Order& order) const;
  void begin_window(Order& order) const;
  [[nodiscard]] TimeNs reminder_for(const Order& order) const;
  void offer(Order& order);
  void withdraw_offer(Order& order);
  bool begin_grace(Order& order);
  void tell_overdue(EventType type, const Order& order);
  void end_grace(Order& order);
  [[nodiscard]] bool takes_late(const Order& order) const;
  [[nodiscard]] bool is_late(const Order& order, TimeNs paid_at) const;
  Order& refuse_late(Order& order, TimeNs paid_at);

  // --- naive_rules.cpp: rule sets
  Verdict run(const LoadRules& command);
  Verdict run(const ActivateRules& command);
  Verdict run(const SetListMember& command);
  [[nodiscard]] Verdict ask_rules(const Request& request, Verdict before, Reason& review);
  [[nodiscard]] Reason wrong_attributes(const Request& request) const;
  [[nodiscard]] NaiveKept features_of(const Request& request) const;
  [[nodiscard]] cel::Values variables_of(const NaiveRuleSet& set, const Request& request) const;
  [[nodiscard]] std::vector<NaiveFinding> evaluate(const NaiveRuleSet& set, const Request& request);
  [[nodiscard]] std::pair<Reason, Reason> decide_by(const NaiveRuleSet& set,
                                                    const Request& request);
  void tell_hit(const NaiveRuleSet& set, const Request& request, std::size_t rule,
                const NaiveFinding& finding, HitOutcome outcome);
  void count_for_rules();

  // --- naive_place.cpp: place and import up to sourcing
  Verdict run(const Place& command);
  Verdict run(const Import& command);
  Verdict request(Request& request);
  Verdict decide(Request& request);
  [[nodiscard]] OrderKey key_of_number(const Code& number, std::uint32_t channel) const;
  [[nodiscard]] static Verdict misnamed(const Request& request);
  [[nodiscard]] Verdict malformed(Request& request) const;
  void merge(Request& request) const;
  [[nodiscard]] static Verdict sorted_wrongly(const Request& request);
  void tell_named(const Order& order, std::size_t index);
  void tell_name(const Order& order, std::size_t index);
  [[nodiscard]] Verdict add_up(Request& request) const;
  [[nodiscard]] bool in_currency_of_limits(const Request& request) const;
  [[nodiscard]] Verdict limit_broken(const Request& request) const;
  [[nodiscard]] bool velocity_exceeded(Token customer) const;
  bool feed(Token customer);
  [[nodiscard]] bool listed(ListKind list, const OrderTokens& tokens) const;
  Verdict judge(const Request& request, Reason& review);
  void retire_for(std::size_t lines);
  [[nodiscard]] std::size_t lines_kept() const;
  Verdict record_elsewhere(const Request& request);
  [[nodiscard]] bool maybe_known(const Request& request);
  void tell_maybe_known(const Request& request);
  [[nodiscard]] Order order_of(const Request& request);
  void record(const Request& request, const Sourced& sourced, Reason review,
              const std::vector<CapSaid>& caps, const Own& own);

  // --- naive_own.cpp: what a shopper holds herself
  static void disown(Order& order);
  [[nodiscard]] Own own_of(const Request& request) const;
  [[nodiscard]] TimeNs limit_of(const Order& order) const;
  [[nodiscard]] std::size_t own_lines(const Own& own) const;
  [[nodiscard]] Verdict no_room(std::size_t lines, const Own& own);
  [[nodiscard]] Sourced source_with(const Request& request, const Own& own);
  void lend_all(const Own& own);
  [[nodiscard]] bool lacks_holds(const Request& request, const Sourced& sourced, const Own& own);
  void keep_taken(Own& own, const Request& request, const Sourced& sourced) const;
  [[nodiscard]] std::optional<TimeNs> place_of(const Own& own, const Sourced& sourced,
                                               const Request& request) const;
  [[nodiscard]] std::vector<CapSaid> ask_caps_with(const Request& request, const Sourced& sourced,
                                                   const Own& own);
  void end_taken(const Own& own, const std::vector<CapSaid>& caps);
  void tell_own_hold(const Own& own, std::size_t line, std::uint32_t sku);
  void tell_own_debits(const Own& own, std::uint32_t cap);
  void count_why_kept(const Order& order);

  // --- naive_caps.cpp
  Verdict run(const DefineCap& command);
  [[nodiscard]] std::size_t debits_remembered() const;
  // `lent`: what orders that are to end had debited.
  [[nodiscard]] std::vector<CapSaid> ask_caps(const Request& request, const Sourced& sourced,
                                              const std::vector<CapDebit>& lent) const;
  static void debit(Order& order, const std::vector<CapSaid>& caps);
  void tell_exceeded(const Order& order, const std::vector<CapSaid>& caps);
  [[nodiscard]] Reason caps_against(const Order& order) const;

  // --- naive_sourcing.cpp
  [[nodiscard]] const Channel& channel_of(std::uint32_t id) const {
    return state_.channels[id - 1];
  }
  [[nodiscard]] std::vector<std::uint32_t> candidates(std::uint32_t channel,
                                                      std::uint32_t zone) const;
  [[nodiscard]] std::size_t nodes_max(std::uint8_t max_splits) const;
  [[nodiscard]] std::int64_t base_sum(std::uint32_t sku, std::uint32_t channel,
                                      std::uint32_t zone) const;
  [[nodiscard]] std::int64_t base_of_largest(std::uint32_t sku, std::uint32_t channel,
                                             std::uint32_t zone, std::size_t k) const;
  [[nodiscard]] std::int64_t to_be_had(std::uint32_t sku, std::uint32_t channel,
                                       std::uint32_t zone) const;
  [[nodiscard]] std::int64_t unclaimed(std::uint32_t sku, std::int64_t sum, std::uint32_t by) const;
  [[nodiscard]] Reason short_reason(std::uint32_t sku, std::int64_t units, std::uint32_t by) const;
  [[nodiscard]] Sourced source(const Request& request) const;
  [[nodiscard]] bool held_up(const Request& request, std::size_t index, std::int64_t taken,
                             std::int64_t before) const;
  // Units of the SKU that lines before one need.
  [[nodiscard]] static std::int64_t needed(const std::vector<Need>& needs, std::uint32_t sku);
  [[nodiscard]] Verdict needs_of(const Request& request, std::vector<Need>& needs,
                                 std::vector<LineDecision>& lines) const;
  [[nodiscard]] Plan choose(std::uint32_t channel, std::uint32_t zone,
                            const std::vector<Need>& needs, std::size_t k) const;
  [[nodiscard]] Plan plan_for_set(const std::vector<std::uint32_t>& set, std::uint32_t channel,
                                  std::uint32_t zone, const std::vector<Need>& needs) const;
  [[nodiscard]] Plan fallback(std::uint32_t channel, std::uint32_t zone,
                              const std::vector<Need>& needs, std::size_t k) const;
  [[nodiscard]] bool holds_exceeded(const Order* order, const Plan& plan,
                                    const std::vector<std::uint32_t>& skus) const;
  [[nodiscard]] std::int64_t holds_of(const Order& order) const;
  [[nodiscard]] std::int64_t holds_free() const;
  [[nodiscard]] std::int64_t holds_with(const Order* order, const Plan& plan,
                                        const std::vector<std::uint32_t>& skus) const;
  void take(Order& order, std::size_t index, const Takes& takes, std::uint8_t flags);

  // --- naive_orders.cpp: what happens to an order later
  Verdict run(const Cancel& command);
  Verdict run(const RecordPayment& command);
  Verdict run(const ConfirmPayment& command);
  Verdict run(const PaymentPending& command);
  Verdict run(const FailPayment& command);
  Verdict run(const ReviewDecision& command);
  [[nodiscard]] Order* find(const OrderKey& key);
  // By value, since the order that has the key may go.
  Order* settled(OrderKey key);
  [[nodiscard]] Stub* find_stub(const OrderKey& key);
  Verdict pay_stub(Stub& stub, TimeNs paid_at);
  [[nodiscard]] Refusal unknown(const OrderKey& key);
  void retire_oldest();
  void forget_stub();
  void spend(const Order& order);
  Verdict keep_news(const News& heard);
  void end_news(Sequence sequence);
  void tell_unclaimed(const News& news);
  void end_due_news(OrderKey key);
  void apply_news(OrderKey key);
  [[nodiscard]] const News* earliest_news() const;
  void cancel_order(Order& order);
  void pay_order(Order& order, TimeNs paid_at);
  void pay_open(Order& order);
  [[nodiscard]] bool may_come_back(const Order& order, Reason paid);
  void pay_expired(Order& order, Reason reason);
  bool retake(Order& order, Reason& reason);
  [[nodiscard]] std::optional<Plan> plan_retake(const Order& order, bool may_wait, bool needs_there,
                                                std::vector<bool>& is_short) const;
  void wait_again(Order& order, std::size_t index, const std::vector<bool>& is_short);
  void end(Order& order, OrderStatus status);
  void make_firm(Order& order);
  void approve(Order& order);
  void reject(Order& order);
  [[nodiscard]] static std::optional<Timer> timer_of(const Order& order);
  void do_timer(Order& order);
  void expire(Order& order);

  // --- naive_payments.cpp
  __extension__ using Wide = __int128;
  [[nodiscard]] static Wide due_of(const Order& order, OrderStatus as);
  [[nodiscard]] static Wide refund_due_of(const Order& order, OrderStatus as);
  Verdict record(Order& order, const RecordPayment& payment, TimeNs since);
  [[nodiscard]] static Reason fault_of(const RecordPayment& command);
  Verdict record(Stub& stub, const RecordPayment& payment, TimeNs since);
  void settle_stub(Stub& stub, MoneyMinor captured, TimeNs at);
  bool known_payment(Sequence placed, const RecordPayment& payment);
  bool room_for_payment();
  void tell_payment(const RecordPayment& payment, Reason reason);
  void tell_change(const Order& order, OrderStatus as, Wide before, Reason reason);
  void confirm(Order& order, TimeNs paid_at);
  [[nodiscard]] Reason become_paid(Order& order, TimeNs paid_at);
  void stop(Order& order);
  [[nodiscard]] bool firm_by_authorising(const Order& order) const;
  [[nodiscard]] TimeNs lapse_of(const Order& order, const RecordPayment& payment) const;
  void set_aside(Sums& sums, const Authorised& payment, MoneyMinor due);
  [[nodiscard]] std::int64_t rest_of(const Order& order, const PaymentKey& key,
                                     std::int64_t amount) const;
  [[nodiscard]] bool lacks_all(Order& order);
  [[nodiscard]] Reason see_aside(Order& order, TimeNs at);
  void tell_authorised(const Order& order, Reason reason);
  void lapse_money(Order& order);
  void let_go(Sums& sums, const Order& order, const RecordPayment& payment);
  [[nodiscard]] MoneyMinor deposit_of(const Order& order) const;
  void begin_balance(Order& order, bool holds);
  [[nodiscard]] static bool holds(const Order& order);
  [[nodiscard]] Reason take_deposit(Order& order, MoneyMinor deposit, TimeNs at);
  void lapse_balance(Order& order);
  [[nodiscard]] Wide to_capture(const Order& order) const;
  [[nodiscard]] std::int64_t aside_of(const Order& order) const;
  [[nodiscard]] Wide uncaptured(const Order& order) const;
  void tell_to_capture(const Order& order, Wide before);
  void owe(const Order& order, OrderStatus as);
  [[nodiscard]] std::string money_fault(const Order& order) const;

  // --- naive_changes.cpp: what of an order becomes another
  Verdict run(const CancelLine& command);
  Verdict cancel_of(Order& order, std::size_t index, const CancelLine& command);

  // --- naive_move.cpp
  Verdict run(const MovePromise& command);
  Verdict move_of(Order& order, std::size_t index, const MovePromise& command);
  [[nodiscard]] Reason unmovable(const Order& order, const Line& line, std::int64_t units,
                                 const MovePromise& command) const;
  void give_up(const Order& order, Line& line, std::int64_t units, std::uint32_t node);
  void give_back_caps(Order& order, std::uint32_t sku, std::int64_t units);
  void try_whole(Order& order);
  void tell_order_changed(Order& order, Wide refund_before);
  void tell_order(const Order& order);
  void settle_change(Order& order, Wide refund_before);
  void heed_less(Order& order);

  // --- naive_holds.cpp: what becomes of a hold by command
  Verdict run(const Extend& command);
  Verdict run(const ConfirmPart& command);
  Verdict run(const Trim& command);
  [[nodiscard]] Verdict find_going_on(const OrderKey& key, std::uint32_t version, Order*& order);
  Verdict confirm_part(Order& order, const ConfirmPart& command);
  [[nodiscard]] Verdict may_let_go(const Order& order, const std::vector<std::int64_t>& named,
                                   const std::vector<std::int64_t>& rest) const;
  void let_go(Order& order, const std::vector<std::int64_t>& units);
  void drop_units(Order& order, std::size_t index, std::int64_t units);
  void capture_part(Order& order, const std::vector<std::int64_t>& named, TimeNs paid_at);
  [[nodiscard]] Verdict source_what_is_there(const Order& order, Plan& plan,
                                             std::vector<std::int64_t>& cut) const;

  // --- naive_modify.cpp: what of it is said anew
  // What becomes of one line, whose `line` has what it is to be.
  struct Change {
    Line line;
    std::int64_t cut{};
    std::int64_t need{};
    std::int64_t back{};
    std::vector<PartKey> elsewhere;  // what lies where nothing goes from any more
    bool told{};
    bool named{};  // its number, or its date, is new
  };
  struct CapChange {
    std::uint32_t cap{};
    std::int64_t back{};
    std::int64_t taken{};
    CapAccount account;
  };
  Verdict run(const Modify& command);
  Verdict modify(Order& order, const Request& request);
  [[nodiscard]] Verdict match(const Order& order, const Request& request,
                              std::vector<Change>& changes) const;
  [[nodiscard]] Verdict source_more(const Order& order, const Request& request,
                                    const std::vector<Change>& changes, Plan& plan) const;
  void tell_other_short(const Order& order, const Request& request,
                        const std::vector<Change>& changes, const Refusal& refusal);
  [[nodiscard]] Verdict ask_change(const Order& order, const Request& request,
                                   const std::vector<Change>& changes,
                                   std::vector<CapChange>& caps) const;
  void change_caps(Order& order, const std::vector<CapChange>& caps);
  void change_line(Order& order, std::size_t index, Change& change);
  void hold_for_review(Order& order);
  void finish_if_all_left(Order& order, Wide capture_before);

  // --- naive_merge.cpp: two orders become one
  // A line of the order that stays, and what came to it.
  struct Merged {
    std::size_t line{};
    std::int64_t units{};
    std::int64_t waiting{};
    bool fresh{};  // it had no units before
    bool needs_hold{};
  };
  Verdict run(const Merge& command);
  void pass_promises(const Order& goes, const Order& stays);
  [[nodiscard]] std::uint32_t others_of(Sequence sequence) const;
  [[nodiscard]] TimeNs others_sold(Sequence sequence) const;
  [[nodiscard]] TimeNs first_sold(const Order& order) const;
  [[nodiscard]] bool alike_in_money(const Order& stays, const Order& goes) const;
  Verdict put_together(Order& whole, const Order& goes, std::vector<Merged>& merged) const;
  void merge(Order& stays, Order& goes, Order whole, const std::vector<Merged>& merged);

  // --- naive_split.cpp: a part of an order becomes one of its own
  Verdict run(const Split& command);
  [[nodiscard]] Verdict malformed_split(const Split& command) const;
  [[nodiscard]] static Verdict cut_named(const Split& command, const Order& order, Halves& halves);
  [[nodiscard]] Verdict keeps_places(const Order& order, Halves& halves) const;
  [[nodiscard]] Verdict share_value(const Split& command, const Order& order, Halves& halves) const;
  [[nodiscard]] Verdict room_for_split(const Order& order, const Halves& halves);
  void split_debits(Halves& halves);
  void divide(Order& order, Halves halves);
  // --- naive_following.cpp: what is told under the key of an order that went into another
  // Returns: where the order that has, or had, the key went; and where that did, and so on.
  [[nodiscard]] std::vector<Went*> way_of(const OrderKey& key);
  Verdict follow(const ConfirmPayment& command, const std::vector<Went*>& way);
  Verdict follow(const RecordPayment& command, const std::vector<Went*>& way);
  void come_in(const std::vector<Went*>& way, MoneyMinor amount);
  void capture_unnamed(Order& order, MoneyMinor amount, TimeNs paid_at);
  void pass_payments(Order& whole, const Order& goes);

  // --- naive_shipping.cpp
  // Units of a line that left, by where they came from.
  struct Left {
    std::map<PartKey, std::int64_t> from;
    [[nodiscard]] std::int64_t units() const {
      std::int64_t sum = 0;
      for (const auto& [key, gone] : from) sum += gone;
      return sum;
    }
  };
  // Units that left and were not the order's: those of other orders, and those that no book has.
  struct Amiss {
    std::int64_t of_others{};
    std::int64_t of_nobody{};
  };
  Verdict run(const Ship& command);
  Verdict run(const Deliver& command);
  Verdict run(const ReportDelivery& command);
  void ship(Order& order, const Goods& goods);
  std::int64_t ship_all(Order& order, const Goods& goods);
  std::int64_t ship_sku(Order& order, const Goods& goods);
  void ship_held(const Order& order, Line& line, const Goods& goods, Left& left);
  Amiss ship_from_stock(const Goods& goods, std::int64_t units, Left& left);
  void release(const Order& order, Line& line, std::int64_t units);
  void deliver(Order& order, const Goods& goods);
  void fail_delivery(Order& order, const Goods& goods, DeliveryTrouble kind, TimeNs at);
  void tell_shipped(const Order& order, std::size_t index, std::int64_t units, const Goods& goods,
                    const Left& left);
  void tell_amiss(const OrderKey& key, const Goods& goods, std::int64_t units, Reason reason);
  void tell_amiss(const OrderKey& key, const Goods& goods, const Amiss& amiss);
  void tell_not_paid(const Order& order, const Goods& goods, std::int64_t units);
  void tell_part_shipped(const Order& order);
  [[nodiscard]] static MoneyMinor shipped_value(const Order& order);
  // What is to be paid for all of the line.
  [[nodiscard]] static Wide worth_of(const Order& order, const Line& line);
  void refund(const Order& order, Reason reason);

  void wait_on(Order& order);
  void wake_for_holds();

  // --- naive_floor.cpp: what is released, picked, not found, and asked back
  Verdict run(const ReleaseOrder& command);
  Verdict run(const ReleaseWave& command);
  [[nodiscard]] Verdict may_release(const Order& order) const;
  // Units that can be released besides, and pairs that would be new.
  // Returns: the nodes at which the order's goods are meant, by node and carrier; 0 is any.
  [[nodiscard]] std::set<std::uint32_t> nodes_meant(const Order& order, std::uint32_t node,
                                                    std::uint32_t carrier) const;
  [[nodiscard]] std::pair<std::int64_t, std::int64_t> releasable(
      const Order& order, const std::set<std::uint32_t>& at) const;
  Verdict release_at(Order& order, const std::set<std::uint32_t>& at);
  [[nodiscard]] bool fits_wave(const Order& order) const;
  std::int64_t unit_of_wave();
  std::int64_t unit_of_wave(WorkItem& item);
  [[nodiscard]] static std::int64_t pairs_of(const Order& order);
  Verdict run(const Pick& command);
  Verdict run(const ShortPick& command);
  Verdict run(const Pack& command);
  Verdict run(const ShipParcel& command);
  Verdict run(const AnswerCancel& command);
  static void trim(Order& order);
  [[nodiscard]] std::int64_t floor_free() const;
  [[nodiscard]] Verdict goods_at_fault(const OrderKey& key, const Goods& goods) const;
  static std::map<PartKey, std::int64_t> take_held(Line& line, const Goods& goods);
  void pick(Order& order, const std::vector<std::size_t>& named, const Goods& goods);
  std::map<PartKey, std::int64_t> pick_stock(Line& line, const Goods& goods, std::int64_t wanted,
                                             std::int64_t& of_others);
  std::vector<Order*> in_parcel(std::uint64_t parcel);
  Verdict may_pack(const Order& order, const Goods& goods);
  Verdict pack_goods(Order& order, const Goods& goods, std::uint32_t weight);
  void forget_weights();
  std::int64_t pack(Order& order, std::size_t index, const Goods& goods, std::uint32_t weight);
  void stop(Order& order, OrderStatus as);

  // --- naive_returns.cpp: shipments that are taken back, and goods that come back
  Verdict run(const ShipUndone& command);
  Verdict run(const RequestReturn& command);
  Verdict run(const ReceiveReturn& command);
  // Returns: why there is no room for it.
  Verdict undo_shipment(Order& order, const Goods& goods, UndoneTo to);
  // Of one line, what has not left.
  struct Undone {
    std::int64_t of_ordered{};
    std::int64_t beyond{};
  };
  void take_back(Order& order, const std::map<std::size_t, Undone>& undone, const Goods& goods,
                 UndoneTo to);
  Order& reopen(const Order& order);
  std::int64_t give_to_line(Order& order, std::size_t index, const Goods& goods, std::int64_t units,
                            std::int64_t available);
  void settle_given(Order& order, std::int64_t held, std::int64_t waits);
  std::int64_t come_home(Line& line, std::int64_t back, std::int64_t awaited);
  void settle_undone(Order& order, std::int64_t shipped_before, MoneyMinor value_before,
                     Wide due_back_before);
  void undo_news(Order& order, const News& news);
  [[nodiscard]] Verdict no_room_for(const Goods& goods, std::int64_t units) const;
  // Returns: how many more are available.
  std::int64_t bring_back(const Goods& goods, std::int64_t units);
  [[nodiscard]] Verdict malformed(const RequestReturn& command) const;
  Verdict ask_return(const RequestReturn& command, const Order* order, std::int64_t& units);
  ReturnRequest& wait_for_return(const RequestReturn& command, std::int64_t units);
  [[nodiscard]] std::int64_t returnable(const Order& order, std::uint32_t sku) const;
  template <class Is>
  ReturnRequest* still_waited_for(Is is);
  ReturnRequest* waited_for(const ReceiveReturn& command);
  void lapse(Sequence sequence);
  std::pair<std::int64_t, std::int64_t> count_return(const OrderKey& key,
                                                     const ReceiveReturn& command,
                                                     std::int64_t awaited);
  void tell_return_amiss(const OrderKey& key, const ReceiveReturn& command, std::int64_t units,
                         Reason reason);

  // --- naive_exchange.cpp: goods that are sent for others
  Verdict run(const Exchange& command);
  [[nodiscard]] Order* new_order_of(const ReturnRequest& request);
  [[nodiscard]] static Wide cost_of_back(const Order& order, std::uint32_t sku, std::int64_t units);
  // What came in and stayed, and is not for what the customer keeps.
  bool ask_less(Order& order);
  void heed_goods(OrderKey key, Wide capture_before);
  void heed_asked(Order& order, MoneyMinor had);
  [[nodiscard]] static Wide creditable(const Order& order);
  void begin_credit(Order& order, const Exchange& command, MoneyMinor credit);
  void credit_back(ReturnRequest& request, std::int64_t units, Wide cost, MoneyMinor deduct);
  void move_money(Order& order, MoneyMinor amount);
  void see_again(OrderKey key, Wide refund_before);
  bool may_lose(Order& order);
  void lapse_credit(ReturnRequest& request);

  // --- naive_exceptions.cpp: what somebody has to look after
  Verdict run(const SetExceptionRule& command);
  Verdict run(const AssignExceptions& command);
  Verdict run(const ResolveExceptions& command);
  void end_of_step();
  [[nodiscard]] Sequence whose(const OrderKey& key);
  [[nodiscard]] bool is_so(OpenException& one, const std::vector<Event>& told);
  [[nodiscard]] static bool is_amiss(const Order& order, OpenException& one);
  Event& tell_exception(EventType type, const OpenException& one);
  [[nodiscard]] OpenException* earliest_deadline();
  [[nodiscard]] bool is_due_before(TimeNs time, Sequence sequence);
  void end_deadline(OpenException& one);
  [[nodiscard]] Verdict wrongly_named(std::span<const ExceptionId> named) const;

  // --- naive_service.cpp: what is promised of orders
  Verdict run(const SetServiceLevel& command);
  void look_at_promises();
  [[nodiscard]] Order* order_of(const NaivePromise& promise);
  [[nodiscard]] bool is_waited_for(const NaivePromise& promise);
  [[nodiscard]] bool was_done(const NaivePromise& promise, const std::vector<Event>& told);
  [[nodiscard]] NaivePromise* running(const OrderKey& key, ServiceKind kind, std::uint32_t sku);
  [[nodiscard]] NaivePromise* earliest_promise();
  [[nodiscard]] NaiveLevel& level_of(const NaivePromise& promise);
  std::uint32_t begin(const Order& order, ServiceKind kind, std::uint32_t sku, bool reopened,
                      const std::vector<NaivePromise>& of_whole);
  std::vector<NaivePromise> promised_before(const std::vector<Event>& told);
  void end_promise(NaivePromise& promise, bool done, bool late);
  void end_return(const Event& event);
  void end_timer(NaivePromise& promise);
  void drop(const NaivePromise& promise);
  void warn(NaivePromise& promise);
  void breach(NaivePromise& promise);
  void tell_promise(EventType type, const NaivePromise& promise);
  void tell_parcel(const std::vector<Event>& told);
  [[nodiscard]] std::string promises_fault() const;

  // --- naive_feeds.cpp: what is for sale where, and who is told
  // Of SKUs and channels that there are; what one order could have in the channel.
  using Figures = std::map<std::pair<std::uint32_t, std::uint32_t>, std::int64_t>;
  Verdict run(const SetFeed& command);
  [[nodiscard]] Figures figures() const;
  [[nodiscard]] bool feeds_open() const;
  [[nodiscard]] bool has_to_be_told(std::uint32_t sku, std::uint32_t channel,
                                    std::int64_t now) const;
  void ask_for_look();
  void tell_feeds();
  void tell_figure(std::uint32_t sku, std::uint32_t channel, std::int64_t now);

  std::vector<std::byte> encode(std::vector<std::pair<int, std::size_t>>& starts) const;

  // Units of SKUs that an order which is planned has from those that are to end for it.
  std::map<std::uint32_t, std::int64_t> own_units_;
  std::set<Sequence> own_lenders_;
  std::set<std::pair<std::uint32_t, TimeNs>> margins_done_;  // of SKUs, in this step
  State state_;
  std::vector<Event>* events_{};
  Figures figures_;    // after the step; none where nothing could be told
  bool look_asked_{};  // in this step, for what may be another figure of any SKU
};

}  // namespace allot::oracle
