// Questions of a host about what an engine knows: codes and ids, orders with their lines, what a
// channel can sell, what a token has had of a cap.
//
// Cold, and asked many at a time: each call is answered by the decision thread in one go between
// two batches, of everything decided by then, and copies its answers out. What it shows may not be
// durable yet, and so may be taken back by a crash; `as_of` says which command it takes in, and
// Engine::statistics() which was published last. For what is read often there are the published
// views: Engine::order() and availability().
//
// Threads: any (own_thread); the stepping thread (host_steps). Not from within Engine::inspect().
// Cost:    the decision thread decides nothing meanwhile: well below a microsecond for each code,
//          id, SKU and node, about one for each order of a few lines. The caller waits for the end
//          of the batch at hand. Everything that comes back is allocated.
// Forks:   in a child nothing is known.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "allot/core/inspection.hpp"
#include "allot/messages/enums.hpp"
#include "allot/types/ids.hpp"

namespace allot {

class Engine;

// Borrows the engine. Answers stand in the order of the questions, one for each.
class Lookups {
 public:
  explicit Lookups(Engine& engine) noexcept : engine_(engine) {}

  // Returns: the orders, open ones and ended ones that are still remembered (closed_orders_max);
  //          nothing for others.
  [[nodiscard]] std::vector<std::optional<OrderInspection>> orders(
      std::span<const OrderKey> keys) const;

  // Returns: the ids of the catalogue's entries with these codes; 0 where there is none.
  [[nodiscard]] std::vector<std::uint32_t> ids(IdKind kind,
                                               std::span<const std::string_view> codes) const;
  // Returns: the codes of these entries; empty where there is none.
  [[nodiscard]] std::vector<std::string> codes(IdKind kind,
                                               std::span<const std::uint32_t> ids) const;
  // Returns: how many entries of the kind there are; their ids are 1 to that.
  [[nodiscard]] std::uint32_t count(IdKind kind) const;

  // Returns: what an order of the channel to the zone could have of each SKU now, after safety
  //          stock and lines that wait; zone 0: out of all nodes of the channel's network. Nothing
  //          where one of them is unknown.
  [[nodiscard]] std::vector<std::optional<AvailableInspection>> available(
      ChannelId channel, ZoneId zone, std::span<const SkuId> skus) const;

  // Returns: what the feed of the channel told last of each SKU, with its version, whether it is
  //          published yet or not; nothing where it told nothing. A host that has read all events
  //          up to `version` knows it from them.
  [[nodiscard]] std::vector<std::optional<ToldInspection>> told(ChannelId channel,
                                                                std::span<const SkuId> skus) const;

  // Returns: what each token has had of the cap in the window that holds `time`, 0 to 4 * 10^18;
  //          nothing for token 0, and when there is no such cap or time.
  [[nodiscard]] std::vector<std::optional<CapInspection>> cap_accounts(
      CapId cap, std::span<const Token> tokens, TimeNs time) const;

 private:
  Engine& engine_;
};

}  // namespace allot
