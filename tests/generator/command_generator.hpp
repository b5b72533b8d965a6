// Makes one random, irregular run of sequenced commands from one seed.
//
// Commands mostly refer to what exists, sometimes to what does not; keys come again with the same
// body or another; time stands, creeps, jumps, and lands on, before and after due times. The
// generator learns orders, versions and due times from the events it is shown (observe), so a run
// is fixed by its seed as long as the events are.
//
// Ownership: the lists of every command handed out live as long as the generator. Threads: one
// owner.
#pragma once

#include <cstdint>
#include <deque>
#include <span>
#include <vector>

#include "allot/messages/event.hpp"
#include "allot/sequencing/sequenced.hpp"
#include "random_source.hpp"
#include "run_profile.hpp"

namespace allot::generator {

class CommandGenerator {
 public:
  explicit CommandGenerator(std::uint64_t seed);
  CommandGenerator(const CommandGenerator&) = delete;
  CommandGenerator& operator=(const CommandGenerator&) = delete;

  [[nodiscard]] const RunProfile& profile() const noexcept { return profile_; }
  [[nodiscard]] const Limits& limits() const noexcept { return profile_.limits; }

  // Returns: the next command of the run; the first is `start`. There is always another.
  Sequenced next();
  // Effects: learns from the events of the command that next() returned last.
  void observe(std::span<const Event> events);

 private:
  struct KnownOrder {
    OrderKey key;
    std::uint32_t version{1};
    TimeNs pay_by{};
    bool ended{};
    bool expired{};
    bool paid{};
    bool reviewed{};
    MoneyMinor open{};    // as it was told last
    MoneyMinor refund{};  // the same
    TimeNs let_go_at{};   // once it was overdue
    bool offered{};
  };

  // What has to be the same of orders that become one.
  struct Alike {
    OrderKey key;
    ChannelId channel;
    ZoneId zone;
    OrderTokens tokens;
    TimeNs ship_by{};
    std::uint8_t priority{};
    std::uint8_t max_splits{};
    bool ship_complete{};
    bool imported{};

    [[nodiscard]] bool same_kind(const Alike& other) const {
      return channel == other.channel && zone == other.zone && ship_by == other.ship_by &&
             priority == other.priority && max_splits == other.max_splits &&
             ship_complete == other.ship_complete && imported == other.imported;
    }
  };

  // The keys of an order that went into another, and of that one.
  struct MergedKeys {
    OrderKey key;
    OrderKey into;
  };

  // Units that left, or a return that was requested, as events told it.
  struct KnownGoods {
    OrderKey key;
    SkuId sku;
    NodeId node;
    std::uint64_t lot{};
    std::uint32_t quantity{};
    Token return_key{};
  };

  Command draw();
  Command draw_setup();
  Command draw_kind(Kind kind);
  Command draw_new(Kind kind);
  Command draw_repeat();
  Command draw_place();
  Command draw_import();
  void draw_state(Import& import);
  Command draw_again(Import import);
  void remember_doubted();
  Command draw_channel();
  Command draw_lane();
  Command draw_sku_set();
  Command draw_cap();
  Command draw_risk_limits();
  Command draw_receive();
  Command draw_adjust();
  Command draw_feed();
  Command draw_payment();
  void draw_deadlines(DefineChannel& channel);
  void draw_firmness(DefineChannel& channel);
  void draw_deposits(DefineChannel& channel);
  void draw_own_hold(DefineChannel& channel);
  [[nodiscard]] std::int64_t margin_of(const DefineChannel& channel) const;
  void ask_again(Place& place);
  [[nodiscard]] MoneyMinor draw_deposit();
  void draw_authorised(RecordPayment& payment);
  TimeNs near_deadline(const KnownOrder& order);
  Command draw_pending();
  Command draw_amount();
  Command draw_review();
  Command draw_ship();
  Command draw_deliver();
  Command draw_delivery_exception();
  Command draw_ship_undone();
  Command draw_release();
  Command draw_pick();
  Command draw_short_pick();
  Command draw_wave();
  Command draw_ship_parcel();
  Command draw_pack();
  Command draw_answer();
  template <class C>
  void draw_picked(C& command);
  Command draw_request_return();
  Command draw_receive_return();
  Command draw_exchange();
  Command draw_cancel_line();
  Command draw_extend();
  Command draw_confirm_part();
  void spoil(std::vector<OrderLine>& lines);
  Command draw_trim();
  Command draw_move();
  Command draw_exception_rule();
  Command draw_assign_exceptions();
  Command draw_resolve_exceptions();
  Command draw_service_level();
  Command draw_load_rules();
  void spoil_bytes(std::vector<std::uint8_t>& bytes);
  Command draw_activate_rules();
  Command draw_list_member();
  std::span<const OrderAttribute> draw_attributes();
  TimeNs draw_ship_by();
  std::span<const ExceptionId> draw_exceptions();
  Command draw_modify();
  Command draw_merge();
  Command draw_split();
  void name_merged(Command& command);
  // Effects: the order is mostly of the kind of one before it.
  template <class C>
  void place_alike(C& order);
  // Returns: mostly one of `some`, when there is any; null: none.
  [[nodiscard]] const KnownGoods* one_of(const std::deque<KnownGoods>& some);
  void remember_goods(const Event& event);
  void remember_part(const Event& event);
  void move_time();
  std::span<const OrderLine> draw_lines();
  void draw_money(OrderLine& line);
  // Effects: its lines have numbers and dates, or it names one of them by its number.
  void draw_line_numbers(Command& command);
  void draw_line_numbers(std::vector<OrderLine>& lines);
  template <class C>
  void draw_charges(C& order);
  OrderTokens draw_tokens();
  Code draw_code(char prefix, std::uint32_t known, std::uint32_t spare);
  CommandKey new_key();
  OrderKey new_order_key();
  // Effects: names a new order by a key, by a number, or now and then wrongly by both.
  void name(OrderKey& key, Code& number, ChannelId channel);
  OrderKey known_order_key();
  OrderKey coming_order_key();
  // Of an order that is not known yet: mostly one of which it was told that it has left.
  OrderKey coming_shipped_key();
  OrderKey known_or_coming_order_key();
  KnownOrder* some_order();
  // Returns: the order of that key as it was told last, while it goes on; null: it does not.
  const KnownOrder* open_order(const OrderKey& key) const;
  // Returns: mostly an order for which `wanted` holds, when there is one at hand.
  template <class Wanted>
  KnownOrder* some_order(Wanted wanted) {
    KnownOrder* order = some_order();
    for (int tries = 0; tries < 8 && order != nullptr && !wanted(*order); ++tries) {
      order = some_order();
    }
    return order;
  }
  std::uint32_t id(std::uint32_t count);
  std::int64_t ttl();
  bool fault() { return random_.one_in(profile_.fault_one_in); }

  RandomSource random_;
  RunProfile profile_;
  std::uint32_t setup_step_{0};
  Sequence sequence_{0};
  TimeNs now_{0};
  std::uint64_t last_command_key_{0};
  std::uint64_t last_order_key_{0};
  std::uint64_t last_number_{0};
  std::deque<Place> placed_;       // orders that were placed: the latest
  Alike asked_alike_;              // the one that was asked for last
  std::deque<Alike> alike_;        // those and imported ones, where some become one
  std::deque<MergedKeys> merged_;  // the latest orders that went into others, and into which
  OrderKey merged_into_;           // into which one was to go last
  std::deque<Import> doubted_;     // sales that may have been known: the latest
  OrderKey coming_shipped_;
  std::deque<std::vector<OrderLine>> lines_;
  std::deque<std::vector<SkuId>> skus_;
  std::deque<std::vector<ExceptionId>> exceptions_;
  std::deque<std::vector<OrderAttribute>> attributes_;
  std::deque<std::vector<std::uint8_t>> rule_bytes_;
  std::size_t rule_part_{0};     // of the last of them: how many parts were sent
  std::uint32_t last_rules_{0};  // the newest version
  std::uint32_t last_exception_{0};
  std::deque<Command> sent_;  // the latest, for repeating
  std::vector<KnownOrder> orders_;
  std::deque<KnownGoods> taken_;        // held, or waiting: the latest
  std::deque<KnownGoods> waits_;        // of taken_, what waits: the latest
  KnownGoods given_back_;               // goods that were refunded last
  std::deque<KnownGoods> shipped_;      // the latest
  std::deque<KnownGoods> requested_;    // the latest
  std::deque<KnownGoods> exchanged_;    // the latest of them that something was placed for
  std::deque<KnownGoods> placed_for_;   // and the orders that were
  std::deque<KnownGoods> released_;     // the latest
  std::deque<KnownGoods> picked_;       // the latest
  std::deque<KnownGoods> packed_;       // the latest, with their parcel
  std::deque<KnownGoods> asked_;        // the latest orders, with a node that was picked at
  std::deque<RecordPayment> payments_;  // the latest
  std::vector<TimeNs> due_;
};

}  // namespace allot::generator
