// What the naive engine finds on the way to a decision: why it refuses, what an order needs, what a
// shopper holds herself, what a cap says.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <vector>

#include "allot/messages/command.hpp"
#include "naive_state.hpp"

namespace allot::oracle {

struct NaiveTerms {
  // A cause for refusing; line and sku only where the cause lies in one line, the rest only where a
  // purchase cap is the cause.
  struct Refusal {
    Reason reason{};
    std::uint32_t line{};
    std::uint32_t sku{};
    std::uint32_t cap{};
    std::int64_t left{};
    TimeNs next_window_at{};
  };
  using Verdict = std::optional<Refusal>;  // nothing: go on

  // Place and import brought to one form.
  struct Request {
    OrderKey key;  // as it is given; that of the number once the channel is known
    std::uint32_t channel{};
    std::uint32_t zone{};
    OrderTokens tokens;
    TimeNs ship_by{};
    std::uint8_t priority{};
    std::uint8_t max_splits{};
    Shortage shortage{};
    bool ship_complete{};
    bool imported{};
    std::span<const OrderLine> lines;  // as the command names them
    std::vector<OrderLine> merged;     // by SKU and number, in order of first appearance
    MoneyMinor value{};
    Code number;
    MoneyMinor discount{};
    MoneyMinor shipping{};
    MoneyMinor shipping_tax{};
    ImportState state{};  // of an import
    TimeNs pay_by{};
    TimeNs sold_at{};
    MoneyMinor deposit{};
    bool exchanged{};   // for goods that are to come back
    bool sure{};        // of an import: it is known to be new
    bool asks_rules{};  // rule sets judge it
    std::span<const OrderAttribute> attributes{};
  };

  struct Need {
    std::size_t line{};
    std::uint32_t sku{};
    std::int64_t units{};
  };
  using Takes = std::map<std::uint32_t, std::int64_t>;  // node -> units

  struct Plan {
    bool found{};
    bool bounded{};
    std::int64_t cost{};
    std::map<std::size_t, Takes> lines;  // line -> where its units come from
    std::uint32_t channel{};             // for which they are
    [[nodiscard]] std::uint32_t parcels() const;
  };

  struct LineDecision {
    std::int64_t waiting{};
    std::int64_t refused{};
    Reason reason{};
    bool queued{};
    bool held_up{};  // it waits although there is stock for it
  };
  struct Sourced {
    Verdict refusal;
    Plan plan;
    std::vector<LineDecision> lines;
  };

  // What the shopper who places an order holds herself, the latest first.
  struct Own {
    Whose whose;
    std::vector<Sequence> hers;    // that are looked at
    std::vector<Sequence> ending;  // that may be taken over; after keep_taken(), that are
    TimeNs limit{};
    TimeNs since{};
    std::optional<TimeNs> place;  // since when it waits; 0: now
  };

  // What one cap says of an order.
  struct CapSaid {
    std::uint32_t cap{};
    CapAccount account;
    std::int64_t wanted{};
    std::int64_t left{};
    std::int64_t taken{};
    std::int64_t excess{};
    TimeNs next_window_at{};
    Reason reason{};
    bool counted{};  // it is debited
  };

  struct Timer {
    TimeNs time{};
    int kind{};  // 0 pay_by, 1 review_by, 2 remind_at: the order at equal times
  };
};

}  // namespace allot::oracle
