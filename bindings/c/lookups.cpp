#include <algorithm>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "allot/allot.h"
#include "allot/engine.hpp"
#include "error.hpp"
#include "tables.hpp"

// Orders as C sees them; lines and holds of all of them lie in a row each.
struct allot_found_orders {
  std::vector<allot_found_order> orders;
  std::vector<allot_found_line> lines;
  std::vector<allot_found_hold> holds;
  std::vector<std::string> numbers;  // one for each order
};

namespace allot::c {
namespace {

// Enters the engine for one look-up. `arrays`: whether each array that is needed is there.
template <class Element, class Body>
allot_status look_up(allot_engine* engine, std::size_t count, bool arrays, allot_error** error,
                     Body&& body) noexcept {
  return guarded(error, [&]() -> allot_status {
    if (!arrays) {
      return fail(error, ALLOT_STATUS_INVALID_ARGUMENT,
                  "an array or a result of a look-up must not be NULL");
    }
    if (!is_count_of<Element>(count)) return fail_count(error, "count", count);
    InsideEngine inside(engines(), engine, false);
    if (inside.status() != ALLOT_STATUS_OK) return fail_handle(error, inside.status(), "engine");
    return body(inside->engine->look_up());
  });
}

allot_status fail_kind(allot_error** error, std::uint32_t kind) {
  return fail(error, ALLOT_STATUS_INVALID_ARGUMENT,
              "kind is " + std::to_string(kind) + "; must be one of ALLOT_ID_KIND_*");
}

bool is_kind(std::uint32_t kind) noexcept { return kind < enum_count<IdKind>; }

allot_found_line in_c(const LineInspection& from) noexcept {
  allot_found_line line{};
  line.sku = from.sku.value;
  line.ordered = from.ordered;
  line.held = from.held;
  line.waiting = from.waiting;
  line.refused = from.refused;
  line.state = static_cast<std::uint8_t>(from.state);
  line.price = from.price;
  line.total = from.total;
  line.discount = from.discount;
  line.tax = from.tax;
  line.hold_count = from.holds.size();
  line.shipped = from.shipped;
  line.shipped_beyond = from.shipped_beyond;
  line.delivered = from.delivered;
  line.returned = from.returned;
  line.to_pick = from.to_pick;
  line.picked = from.picked;
  line.lost = from.lost;
  line.turned_away = from.turned_away;
  line.packed = from.packed;
  line.line_number = from.line_number;
  line.wanted_at = from.wanted_at;
  return line;
}

allot_found_order in_c(const OrderInspection& from) noexcept {
  allot_found_order order{};
  order.known = 1;
  order.status = static_cast<std::uint8_t>(from.status);
  order.payment = static_cast<std::uint8_t>(from.payment);
  order.review = static_cast<std::uint8_t>(from.review);
  order.ship_stop = from.ship_stop ? 1 : 0;
  order.ship_complete = from.ship_complete ? 1 : 0;
  order.imported = from.imported ? 1 : 0;
  order.asked_back = from.asked_back ? 1 : 0;
  order.channel = from.channel.value;
  order.zone = from.zone.value;
  order.version = from.version;
  order.as_of = from.as_of;
  order.sequence = from.sequence;
  order.value = from.value;
  order.discount = from.discount;
  order.shipping = from.shipping;
  order.shipping_tax = from.shipping_tax;
  order.payments.authorised = from.payments.authorised;
  order.payments.captured = from.payments.captured;
  order.payments.refunded = from.payments.refunded;
  order.payments.reversed = from.payments.reversed;
  order.payments.charged_back = from.payments.charged_back;
  order.payments.open = from.payments.open;
  order.payments.refund_due = from.payments.refund_due;
  order.credit = from.payments.credit;
  order.tax_included = from.tax_included ? 1 : 0;
  order.pay_by = from.pay_by;
  order.remind_at = from.remind_at;
  order.review_by = from.review_by;
  order.ship_by = from.ship_by;
  order.sold_at = from.sold_at;
  order.line_count = from.lines.size();
  order.merged.into = {from.merged_into.low, from.merged_into.high};
  order.merged.sequence = from.merged_sequence;
  return order;
}

std::unique_ptr<allot_found_orders> in_c(const std::vector<std::optional<OrderInspection>>& from,
                                         std::span<const allot_key> keys) {
  auto found = std::make_unique<allot_found_orders>();
  for (std::size_t i = 0; i < keys.size(); ++i) {
    found->orders.push_back(from[i] ? in_c(*from[i]) : allot_found_order{});
    found->orders.back().order_key = keys[i];
    found->numbers.push_back(from[i] ? from[i]->order_number : std::string());
    if (!from[i]) continue;
    for (const LineInspection& line : from[i]->lines) {
      found->lines.push_back(in_c(line));
      for (const HoldInspection& hold : line.holds) {
        found->holds.push_back({hold.node.value, hold.quantity, hold.lot});
      }
    }
  }
  // Only now do they stay where they are.
  const allot_found_line* next_line = found->lines.data();
  const std::string* number = found->numbers.data();
  for (allot_found_order& order : found->orders) {
    if (!number->empty()) order.order_number = {number->data(), number->size()};
    ++number;
    order.lines = order.line_count != 0 ? next_line : nullptr;
    next_line += order.line_count;
  }
  const allot_found_hold* next_hold = found->holds.data();
  for (allot_found_line& line : found->lines) {
    line.holds = line.hold_count != 0 ? next_hold : nullptr;
    next_hold += line.hold_count;
  }
  return found;
}

// Effects: writes one SKU's units at the nodes that were asked for.
void write_nodes(const std::optional<AvailableInspection>& from, const std::uint32_t* nodes,
                 std::size_t count, std::uint32_t* into) {
  for (std::size_t n = 0; n < count; ++n) {
    into[n] = 0;
    if (!from) continue;
    for (const NodeUnits& at : from->at) {
      if (at.node.value == nodes[n]) into[n] = at.units;
    }
  }
}

}  // namespace
}  // namespace allot::c

using namespace allot;
using namespace allot::c;

allot_status allot_look_up_ids(allot_engine* engine, uint32_t kind, const allot_text* codes,
                               size_t count, uint32_t* ids, allot_error** error) {
  const bool arrays = count == 0 || (codes != nullptr && ids != nullptr);
  return look_up<allot_text>(engine, count, arrays, error, [&](Lookups look) -> allot_status {
    if (!is_kind(kind)) return fail_kind(error, kind);
    std::vector<std::string_view> texts;
    texts.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
      // What is longer than any code is none, and is not read.
      const bool is_code = codes[i].data != nullptr && codes[i].size <= Code::size_max;
      texts.emplace_back(is_code ? std::string_view(codes[i].data, codes[i].size)
                                 : std::string_view{});
    }
    std::ranges::copy(look.ids(static_cast<IdKind>(kind), texts), ids);
    return ALLOT_STATUS_OK;
  });
}

allot_status allot_look_up_codes(allot_engine* engine, uint32_t kind, const uint32_t* ids,
                                 size_t count, allot_found_code* codes, allot_error** error) {
  const bool arrays = count == 0 || (ids != nullptr && codes != nullptr);
  return look_up<allot_found_code>(engine, count, arrays, error, [&](Lookups look) -> allot_status {
    if (!is_kind(kind)) return fail_kind(error, kind);
    const std::vector<std::string> found = look.codes(static_cast<IdKind>(kind), {ids, count});
    for (std::size_t i = 0; i < count; ++i) {
      codes[i] = {};
      codes[i].size = static_cast<std::uint32_t>(found[i].size());
      std::memcpy(codes[i].text, found[i].data(), found[i].size());
    }
    return ALLOT_STATUS_OK;
  });
}

allot_status allot_look_up_count(allot_engine* engine, uint32_t kind, uint32_t* entries,
                                 allot_error** error) {
  return look_up<char>(engine, 0, entries != nullptr, error, [&](Lookups look) -> allot_status {
    if (!is_kind(kind)) return fail_kind(error, kind);
    *entries = look.count(static_cast<IdKind>(kind));
    return ALLOT_STATUS_OK;
  });
}

allot_status allot_look_up_orders(allot_engine* engine, const allot_key* keys, size_t count,
                                  allot_found_orders** found, allot_error** error) {
  const bool arrays = found != nullptr && (count == 0 || keys != nullptr);
  return look_up<allot_key>(engine, count, arrays, error, [&](Lookups look) -> allot_status {
    std::vector<OrderKey> asked;
    asked.reserve(count);
    for (std::size_t i = 0; i < count; ++i) asked.push_back({keys[i].low, keys[i].high});
    *found = in_c(look.orders(asked), {keys, count}).release();
    return ALLOT_STATUS_OK;
  });
}

const allot_found_order* allot_found_orders_data(const allot_found_orders* found, size_t* count) {
  const bool any = found != nullptr && !found->orders.empty();
  if (count != nullptr) *count = any ? found->orders.size() : 0;
  return any ? found->orders.data() : nullptr;
}

void allot_found_orders_destroy(allot_found_orders* found) { delete found; }

allot_status allot_look_up_available(allot_engine* engine, uint32_t channel, uint32_t zone,
                                     const uint32_t* skus, size_t count,
                                     allot_found_available* available, const uint32_t* nodes,
                                     size_t node_count, uint32_t* at_nodes, allot_error** error) {
  const bool arrays = (count == 0 || (skus != nullptr && available != nullptr)) &&
                      (node_count == 0 || (nodes != nullptr && at_nodes != nullptr));
  return look_up<allot_found_available>(
      engine, count, arrays, error, [&](Lookups look) -> allot_status {
        // There is a row of nodes for each SKU.
        constexpr auto most = static_cast<std::size_t>(PTRDIFF_MAX) / sizeof(std::uint32_t);
        if (node_count > most / std::max<std::size_t>(1, count)) {
          return fail_count(error, "node_count", node_count);
        }
        std::vector<SkuId> asked;
        asked.reserve(count);
        for (std::size_t i = 0; i < count; ++i) asked.push_back({skus[i]});
        const auto found = look.available({channel}, {zone}, asked);
        for (std::size_t i = 0; i < count; ++i) {
          available[i] = {};
          available[i].sku = skus[i];
          write_nodes(found[i], nodes, node_count, at_nodes + i * node_count);
          if (!found[i]) continue;
          available[i].known = 1;
          available[i].claimed = found[i]->claimed ? 1 : 0;
          available[i].can_have = found[i]->can_have;
          available[i].as_of = found[i]->as_of;
        }
        return ALLOT_STATUS_OK;
      });
}

allot_status allot_look_up_told(allot_engine* engine, uint32_t channel, const uint32_t* skus,
                                size_t count, allot_found_told* told, allot_error** error) {
  const bool arrays = count == 0 || (skus != nullptr && told != nullptr);
  return look_up<allot_found_told>(engine, count, arrays, error, [&](Lookups look) -> allot_status {
    std::vector<SkuId> asked;
    asked.reserve(count);
    for (std::size_t i = 0; i < count; ++i) asked.push_back({skus[i]});
    const auto found = look.told({channel}, asked);
    for (std::size_t i = 0; i < count; ++i) {
      told[i] = {};
      told[i].sku = skus[i];
      if (!found[i]) continue;
      told[i].known = 1;
      told[i].units = found[i]->for_sale;
      told[i].version = found[i]->version;
    }
    return ALLOT_STATUS_OK;
  });
}

allot_status allot_look_up_cap_accounts(allot_engine* engine, uint32_t cap, const uint64_t* tokens,
                                        size_t count, int64_t time,
                                        allot_found_cap_account* accounts, allot_error** error) {
  const bool arrays = count == 0 || (tokens != nullptr && accounts != nullptr);
  return look_up<allot_found_cap_account>(
      engine, count, arrays, error, [&](Lookups look) -> allot_status {
        const auto found = look.cap_accounts({cap}, {tokens, count}, time);
        for (std::size_t i = 0; i < count; ++i) {
          accounts[i] = {};
          accounts[i].token = tokens[i];
          if (!found[i]) continue;
          accounts[i].known = 1;
          accounts[i].window_begin = found[i]->window_begin;
          accounts[i].window_end = found[i]->window_end;
          accounts[i].at_most = found[i]->at_most;
          accounts[i].debited = found[i]->debited;
          accounts[i].left = found[i]->left;
          accounts[i].excess = found[i]->excess;
        }
        return ALLOT_STATUS_OK;
      });
}
