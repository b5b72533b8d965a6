// Sections of the canonical encoding of the state (docs/rules.md §10) that came later, about goods
// that come back: each is there only where it says something.
#pragma once

#include "core/state_writer.hpp"
#include "orders/order_book.hpp"
#include "orders/return_requests.hpp"

namespace allot {

// 32: returns that are waited for.
void put_returns(StateWriter& out, const ReturnRequests& returns);
// 33: what of lines came back.
// 50: what of lines was lost on the way, turned away, and came home of that.
void put_troubles(StateWriter& out, const OrderBook& book);
// 70, 87 and 71: what of orders' value is not asked, and what was placed in exchange.
void put_credits(StateWriter& out, const OrderBook& book, const ReturnRequests& returns);

}  // namespace allot
