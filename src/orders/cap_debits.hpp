// What an order debits of purchase caps: asked before anything of it is taken, then taken with it,
// given back when it ends, asked and taken again when it was expired and comes back (docs/rules.md
// §12).
#pragma once

#include <span>
#include <vector>

#include "allot/ledger/cap_trace.hpp"
#include "allot/messages/command.hpp"
#include "ledger/caps.hpp"
#include "orders/debit_chains.hpp"
#include "sequencing/step_context.hpp"

namespace allot {

// Returns: the token of that kind; 0 where it is absent.
[[nodiscard]] Token token_of(const OrderTokens& tokens, TokenKind kind) noexcept;

class LentDebits;

class CapDebits {
 public:
  // Borrows the caps' definitions, the rows for the sets that each SKU is in, the orders' debits
  // and the step.
  CapDebits(const Limits& limits, const CapTable& table, const SkuRows& rows, DebitChains& chains,
            const StepContext& step);

  // Returns: whether no order can meet a cap.
  [[nodiscard]] bool none() const noexcept { return table_.empty(); }

  // Effects: the next question is about this order, with the lines that are added.
  void begin(const OrderKey& order_key);
  void add(const OrderLine& line);
  // Returns: why the first cap that it exceeds refuses the order; ok when it may be taken.
  // `ending`: orders that are to end for it, so that it may have what they debited.
  [[nodiscard]] Reason ask(const OrderTokens& tokens, std::span<const Order* const> ending = {});
  // Returns: why a sale that has been made must not be shipped, for the first cap that it exceeds;
  //          ok when it exceeds none. It may be taken all the same.
  [[nodiscard]] Reason ask_fact(const OrderTokens& tokens);
  // The same as ask() for all that the order had debited before it expired, in the windows of then.
  [[nodiscard]] Reason ask_again(const Order& order);

  // Requires: this order was asked about in this step. Effects: it is debited. `over`: orders have
  //           ended for it since, so that accounts are others, and may be beyond their caps.
  void take(Order& order, bool over = false);
  // Effects: tells what of the sale that was asked about last is beyond a cap.
  void tell_exceeded(const Order& order) const;
  // Requires: ask_again() said ok.
  void take_again(const Order& order);
  // Effects: the ledger has back what the order debited. The order remembers it if it `may_return`.
  void give_back(Order& order, bool may_return);

  // Returns: what the cap said that refused an order last.
  [[nodiscard]] const CapFinding& refused_by() const noexcept { return refused_by_; }

  void set_trace(CapTrace* trace) noexcept { trace_ = trace; }
  [[nodiscard]] const Caps& ledger() const noexcept { return caps_; }

  template <class Visit>
  friend void visit_pages(CapDebits& debits, Visit& visit) {
    visit_pages_of(visit, debits.caps_);
  }

 private:
  friend class Companions;  // settles what orders debited that are forgotten
  friend class CapChanges;  // changes what orders debited that are changed

  struct Use {
    Caps::Account account;
    Units taken;
    Units excess;  // beyond the cap; where nothing can be debited, all of it
    CapFinding finding;
    bool counted{};  // it is debited: there is a token to count by, and room to remember it
  };
  // What is still free while the caps are asked one after the other.
  struct Room {
    Room(const Caps& caps, const DebitChains& chains) noexcept
        : rows(caps.rows_free()), debits(chains.free()) {}
    std::uint32_t rows;
    std::uint32_t debits;
    const LentDebits* lent{};
  };

  void gather();
  void want(CapId cap, Units units);
  Use& begin_use(CapId id, Units wanted);
  void judge(Use& use, std::uint64_t token, Room& room) const;
  void tell(const Use& use) const {
    if (trace_ != nullptr) [[unlikely]]
      trace_->cap_asked(order_key_, use.finding);
  }

  const CapTable& table_;
  const SkuRows& rows_;
  DebitChains& chains_;
  const StepContext& step_;
  Caps caps_;
  // Of the order that is asked about.
  OrderKey order_key_;
  Units units_;                // of all its lines
  std::vector<Units> wanted_;  // by cap: units of lines in the cap's set
  std::vector<CapId> over_;    // caps with any, in the order in which lines met them
  std::vector<Use> uses_;      // by cap
  CapFinding refused_by_;
  CapTrace* trace_{};
};

}  // namespace allot
