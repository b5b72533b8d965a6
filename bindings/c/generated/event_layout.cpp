// Each named value of an event lies in its slot, and each slot where C++ has it: events are copied
// whole.
//
// Made from src/messages; change the description there, then: scripts/generate.sh
#include <cstddef>

#include "allot/allot.h"
#include "allot/messages/event.hpp"

namespace {

template <std::size_t ours, std::size_t theirs>
inline constexpr bool same = ours == theirs;
// Whether a value begins where its slot does and is no wider.
template <std::size_t value, std::size_t size, std::size_t slot, std::size_t room>
inline constexpr bool lies_in = value == slot && size <= room;

static_assert(same<sizeof(allot_event), sizeof(allot::Event)>);
static_assert(same<offsetof(allot_event, sequence), offsetof(allot::Event, sequence)>);
static_assert(same<offsetof(allot_event, epoch), offsetof(allot::Event, epoch)>);
static_assert(same<offsetof(allot_event, ordinal), offsetof(allot::Event, ordinal)>);
static_assert(same<offsetof(allot_event, type), offsetof(allot::Event, type)>);
static_assert(same<offsetof(allot_event, flags), offsetof(allot::Event, flags)>);
static_assert(same<offsetof(allot_event, raw.order_key), offsetof(allot::Event, order_key)>);
static_assert(same<sizeof(allot_event_raw::order_key), sizeof(allot::Event::order_key)>);
static_assert(same<offsetof(allot_event, raw.sku), offsetof(allot::Event, sku)>);
static_assert(same<sizeof(allot_event_raw::sku), sizeof(allot::Event::sku)>);
static_assert(same<offsetof(allot_event, raw.node), offsetof(allot::Event, node)>);
static_assert(same<sizeof(allot_event_raw::node), sizeof(allot::Event::node)>);
static_assert(same<offsetof(allot_event, raw.quantity), offsetof(allot::Event, quantity)>);
static_assert(same<sizeof(allot_event_raw::quantity), sizeof(allot::Event::quantity)>);
static_assert(same<offsetof(allot_event, raw.line), offsetof(allot::Event, line)>);
static_assert(same<sizeof(allot_event_raw::line), sizeof(allot::Event::line)>);
static_assert(same<offsetof(allot_event, raw.reason), offsetof(allot::Event, reason)>);
static_assert(same<sizeof(allot_event_raw::reason), sizeof(allot::Event::reason)>);
static_assert(same<offsetof(allot_event, raw.amount), offsetof(allot::Event, amount)>);
static_assert(same<sizeof(allot_event_raw::amount), sizeof(allot::Event::amount)>);
static_assert(same<offsetof(allot_event, raw.time), offsetof(allot::Event, time)>);
static_assert(same<sizeof(allot_event_raw::time), sizeof(allot::Event::time)>);

static_assert(sizeof(allot_event_refused) == sizeof(allot_event_raw));
static_assert(
    lies_in<offsetof(allot_event, refused.order_key), sizeof(allot_event_refused::order_key),
            offsetof(allot_event, raw.order_key), sizeof(allot_event_raw::order_key)>);
static_assert(lies_in<offsetof(allot_event, refused.sku), sizeof(allot_event_refused::sku),
                      offsetof(allot_event, raw.sku), sizeof(allot_event_raw::sku)>);
static_assert(lies_in<offsetof(allot_event, refused.cap), sizeof(allot_event_refused::cap),
                      offsetof(allot_event, raw.node), sizeof(allot_event_raw::node)>);
static_assert(lies_in<offsetof(allot_event, refused.left), sizeof(allot_event_refused::left),
                      offsetof(allot_event, raw.quantity), sizeof(allot_event_raw::quantity)>);
static_assert(lies_in<offsetof(allot_event, refused.line), sizeof(allot_event_refused::line),
                      offsetof(allot_event, raw.line), sizeof(allot_event_raw::line)>);
static_assert(lies_in<offsetof(allot_event, refused.reason), sizeof(allot_event_refused::reason),
                      offsetof(allot_event, raw.reason), sizeof(allot_event_raw::reason)>);
static_assert(lies_in<offsetof(allot_event, refused.command), sizeof(allot_event_refused::command),
                      offsetof(allot_event, raw.amount), sizeof(allot_event_raw::amount)>);
static_assert(lies_in<offsetof(allot_event, refused.next_window_at),
                      sizeof(allot_event_refused::next_window_at), offsetof(allot_event, raw.time),
                      sizeof(allot_event_raw::time)>);

static_assert(sizeof(allot_event_duplicate) == sizeof(allot_event_raw));
static_assert(
    lies_in<offsetof(allot_event, duplicate.order_key), sizeof(allot_event_duplicate::order_key),
            offsetof(allot_event, raw.order_key), sizeof(allot_event_raw::order_key)>);
static_assert(
    lies_in<offsetof(allot_event, duplicate.reason), sizeof(allot_event_duplicate::reason),
            offsetof(allot_event, raw.reason), sizeof(allot_event_raw::reason)>);
static_assert(lies_in<offsetof(allot_event, duplicate.first_sequence),
                      sizeof(allot_event_duplicate::first_sequence),
                      offsetof(allot_event, raw.amount), sizeof(allot_event_raw::amount)>);

static_assert(sizeof(allot_event_ticked) == sizeof(allot_event_raw));
static_assert(lies_in<offsetof(allot_event, ticked.time), sizeof(allot_event_ticked::time),
                      offsetof(allot_event, raw.time), sizeof(allot_event_raw::time)>);

static_assert(sizeof(allot_event_defined) == sizeof(allot_event_raw));
static_assert(lies_in<offsetof(allot_event, defined.id), sizeof(allot_event_defined::id),
                      offsetof(allot_event, raw.quantity), sizeof(allot_event_raw::quantity)>);
static_assert(lies_in<offsetof(allot_event, defined.command), sizeof(allot_event_defined::command),
                      offsetof(allot_event, raw.amount), sizeof(allot_event_raw::amount)>);

static_assert(sizeof(allot_event_skipped) == sizeof(allot_event_raw));
static_assert(lies_in<offsetof(allot_event, skipped.skipped), sizeof(allot_event_skipped::skipped),
                      offsetof(allot_event, raw.amount), sizeof(allot_event_raw::amount)>);

static_assert(sizeof(allot_event_time_kept) == sizeof(allot_event_raw));
static_assert(
    lies_in<offsetof(allot_event, time_kept.order_key), sizeof(allot_event_time_kept::order_key),
            offsetof(allot_event, raw.order_key), sizeof(allot_event_raw::order_key)>);
static_assert(
    lies_in<offsetof(allot_event, time_kept.command), sizeof(allot_event_time_kept::command),
            offsetof(allot_event, raw.amount), sizeof(allot_event_raw::amount)>);
static_assert(lies_in<offsetof(allot_event, time_kept.time), sizeof(allot_event_time_kept::time),
                      offsetof(allot_event, raw.time), sizeof(allot_event_raw::time)>);

static_assert(sizeof(allot_event_stock_received) == sizeof(allot_event_raw));
static_assert(
    lies_in<offsetof(allot_event, stock_received.lot), sizeof(allot_event_stock_received::lot),
            offsetof(allot_event, raw.order_key.low), sizeof(allot_event_raw::order_key)>);
static_assert(
    lies_in<offsetof(allot_event, stock_received.sku), sizeof(allot_event_stock_received::sku),
            offsetof(allot_event, raw.sku), sizeof(allot_event_raw::sku)>);
static_assert(
    lies_in<offsetof(allot_event, stock_received.node), sizeof(allot_event_stock_received::node),
            offsetof(allot_event, raw.node), sizeof(allot_event_raw::node)>);
static_assert(lies_in<offsetof(allot_event, stock_received.available),
                      sizeof(allot_event_stock_received::available),
                      offsetof(allot_event, raw.quantity), sizeof(allot_event_raw::quantity)>);
static_assert(lies_in<offsetof(allot_event, stock_received.received),
                      sizeof(allot_event_stock_received::received),
                      offsetof(allot_event, raw.amount), sizeof(allot_event_raw::amount)>);

static_assert(sizeof(allot_event_stock_adjusted) == sizeof(allot_event_raw));
static_assert(
    lies_in<offsetof(allot_event, stock_adjusted.lot), sizeof(allot_event_stock_adjusted::lot),
            offsetof(allot_event, raw.order_key.low), sizeof(allot_event_raw::order_key)>);
static_assert(
    lies_in<offsetof(allot_event, stock_adjusted.sku), sizeof(allot_event_stock_adjusted::sku),
            offsetof(allot_event, raw.sku), sizeof(allot_event_raw::sku)>);
static_assert(
    lies_in<offsetof(allot_event, stock_adjusted.node), sizeof(allot_event_stock_adjusted::node),
            offsetof(allot_event, raw.node), sizeof(allot_event_raw::node)>);
static_assert(lies_in<offsetof(allot_event, stock_adjusted.available),
                      sizeof(allot_event_stock_adjusted::available),
                      offsetof(allot_event, raw.quantity), sizeof(allot_event_raw::quantity)>);
static_assert(
    lies_in<offsetof(allot_event, stock_adjusted.delta), sizeof(allot_event_stock_adjusted::delta),
            offsetof(allot_event, raw.amount), sizeof(allot_event_raw::amount)>);

static_assert(sizeof(allot_event_stock_deficit) == sizeof(allot_event_raw));
static_assert(
    lies_in<offsetof(allot_event, stock_deficit.lot), sizeof(allot_event_stock_deficit::lot),
            offsetof(allot_event, raw.order_key.low), sizeof(allot_event_raw::order_key)>);
static_assert(
    lies_in<offsetof(allot_event, stock_deficit.sku), sizeof(allot_event_stock_deficit::sku),
            offsetof(allot_event, raw.sku), sizeof(allot_event_raw::sku)>);
static_assert(
    lies_in<offsetof(allot_event, stock_deficit.node), sizeof(allot_event_stock_deficit::node),
            offsetof(allot_event, raw.node), sizeof(allot_event_raw::node)>);
static_assert(lies_in<offsetof(allot_event, stock_deficit.deficit),
                      sizeof(allot_event_stock_deficit::deficit),
                      offsetof(allot_event, raw.quantity), sizeof(allot_event_raw::quantity)>);
static_assert(
    lies_in<offsetof(allot_event, stock_deficit.delta), sizeof(allot_event_stock_deficit::delta),
            offsetof(allot_event, raw.amount), sizeof(allot_event_raw::amount)>);

static_assert(sizeof(allot_event_safety_stock_set) == sizeof(allot_event_raw));
static_assert(
    lies_in<offsetof(allot_event, safety_stock_set.sku), sizeof(allot_event_safety_stock_set::sku),
            offsetof(allot_event, raw.sku), sizeof(allot_event_raw::sku)>);
static_assert(lies_in<offsetof(allot_event, safety_stock_set.node),
                      sizeof(allot_event_safety_stock_set::node), offsetof(allot_event, raw.node),
                      sizeof(allot_event_raw::node)>);
static_assert(lies_in<offsetof(allot_event, safety_stock_set.safety_stock),
                      sizeof(allot_event_safety_stock_set::safety_stock),
                      offsetof(allot_event, raw.quantity), sizeof(allot_event_raw::quantity)>);

static_assert(sizeof(allot_event_stock_expired) == sizeof(allot_event_raw));
static_assert(
    lies_in<offsetof(allot_event, stock_expired.lot), sizeof(allot_event_stock_expired::lot),
            offsetof(allot_event, raw.order_key.low), sizeof(allot_event_raw::order_key)>);
static_assert(
    lies_in<offsetof(allot_event, stock_expired.sku), sizeof(allot_event_stock_expired::sku),
            offsetof(allot_event, raw.sku), sizeof(allot_event_raw::sku)>);
static_assert(
    lies_in<offsetof(allot_event, stock_expired.node), sizeof(allot_event_stock_expired::node),
            offsetof(allot_event, raw.node), sizeof(allot_event_raw::node)>);
static_assert(lies_in<offsetof(allot_event, stock_expired.available),
                      sizeof(allot_event_stock_expired::available),
                      offsetof(allot_event, raw.quantity), sizeof(allot_event_raw::quantity)>);
static_assert(lies_in<offsetof(allot_event, stock_expired.unavailable),
                      sizeof(allot_event_stock_expired::unavailable),
                      offsetof(allot_event, raw.amount), sizeof(allot_event_raw::amount)>);
static_assert(lies_in<offsetof(allot_event, stock_expired.expires_at),
                      sizeof(allot_event_stock_expired::expires_at),
                      offsetof(allot_event, raw.time), sizeof(allot_event_raw::time)>);

static_assert(sizeof(allot_event_lot_end_unknown) == sizeof(allot_event_raw));
static_assert(
    lies_in<offsetof(allot_event, lot_end_unknown.lot), sizeof(allot_event_lot_end_unknown::lot),
            offsetof(allot_event, raw.order_key.low), sizeof(allot_event_raw::order_key)>);
static_assert(
    lies_in<offsetof(allot_event, lot_end_unknown.sku), sizeof(allot_event_lot_end_unknown::sku),
            offsetof(allot_event, raw.sku), sizeof(allot_event_raw::sku)>);
static_assert(
    lies_in<offsetof(allot_event, lot_end_unknown.node), sizeof(allot_event_lot_end_unknown::node),
            offsetof(allot_event, raw.node), sizeof(allot_event_raw::node)>);
static_assert(lies_in<offsetof(allot_event, lot_end_unknown.units),
                      sizeof(allot_event_lot_end_unknown::units),
                      offsetof(allot_event, raw.quantity), sizeof(allot_event_raw::quantity)>);

static_assert(sizeof(allot_event_feed_figure) == sizeof(allot_event_raw));
static_assert(lies_in<offsetof(allot_event, for_sale.sku), sizeof(allot_event_feed_figure::sku),
                      offsetof(allot_event, raw.sku), sizeof(allot_event_raw::sku)>);
static_assert(
    lies_in<offsetof(allot_event, for_sale.channel), sizeof(allot_event_feed_figure::channel),
            offsetof(allot_event, raw.node), sizeof(allot_event_raw::node)>);
static_assert(lies_in<offsetof(allot_event, for_sale.units), sizeof(allot_event_feed_figure::units),
                      offsetof(allot_event, raw.quantity), sizeof(allot_event_raw::quantity)>);

static_assert(sizeof(allot_event_feed_figure) == sizeof(allot_event_raw));
static_assert(lies_in<offsetof(allot_event, sold_out.sku), sizeof(allot_event_feed_figure::sku),
                      offsetof(allot_event, raw.sku), sizeof(allot_event_raw::sku)>);
static_assert(
    lies_in<offsetof(allot_event, sold_out.channel), sizeof(allot_event_feed_figure::channel),
            offsetof(allot_event, raw.node), sizeof(allot_event_raw::node)>);
static_assert(lies_in<offsetof(allot_event, sold_out.units), sizeof(allot_event_feed_figure::units),
                      offsetof(allot_event, raw.quantity), sizeof(allot_event_raw::quantity)>);

static_assert(sizeof(allot_event_feed_figure) == sizeof(allot_event_raw));
static_assert(
    lies_in<offsetof(allot_event, back_in_stock.sku), sizeof(allot_event_feed_figure::sku),
            offsetof(allot_event, raw.sku), sizeof(allot_event_raw::sku)>);
static_assert(
    lies_in<offsetof(allot_event, back_in_stock.channel), sizeof(allot_event_feed_figure::channel),
            offsetof(allot_event, raw.node), sizeof(allot_event_raw::node)>);
static_assert(
    lies_in<offsetof(allot_event, back_in_stock.units), sizeof(allot_event_feed_figure::units),
            offsetof(allot_event, raw.quantity), sizeof(allot_event_raw::quantity)>);

static_assert(sizeof(allot_event_feed_complete) == sizeof(allot_event_raw));
static_assert(lies_in<offsetof(allot_event, feed_complete.channel),
                      sizeof(allot_event_feed_complete::channel), offsetof(allot_event, raw.node),
                      sizeof(allot_event_raw::node)>);
static_assert(
    lies_in<offsetof(allot_event, feed_complete.skus), sizeof(allot_event_feed_complete::skus),
            offsetof(allot_event, raw.quantity), sizeof(allot_event_raw::quantity)>);

static_assert(sizeof(allot_event_accepted) == sizeof(allot_event_raw));
static_assert(
    lies_in<offsetof(allot_event, placed.order_key), sizeof(allot_event_accepted::order_key),
            offsetof(allot_event, raw.order_key), sizeof(allot_event_raw::order_key)>);
static_assert(lies_in<offsetof(allot_event, placed.parcels), sizeof(allot_event_accepted::parcels),
                      offsetof(allot_event, raw.quantity), sizeof(allot_event_raw::quantity)>);
static_assert(lies_in<offsetof(allot_event, placed.lines), sizeof(allot_event_accepted::lines),
                      offsetof(allot_event, raw.line), sizeof(allot_event_raw::line)>);
static_assert(lies_in<offsetof(allot_event, placed.cost), sizeof(allot_event_accepted::cost),
                      offsetof(allot_event, raw.amount), sizeof(allot_event_raw::amount)>);
static_assert(lies_in<offsetof(allot_event, placed.pay_by), sizeof(allot_event_accepted::pay_by),
                      offsetof(allot_event, raw.time), sizeof(allot_event_raw::time)>);

static_assert(sizeof(allot_event_accepted) == sizeof(allot_event_raw));
static_assert(
    lies_in<offsetof(allot_event, imported.order_key), sizeof(allot_event_accepted::order_key),
            offsetof(allot_event, raw.order_key), sizeof(allot_event_raw::order_key)>);
static_assert(
    lies_in<offsetof(allot_event, imported.parcels), sizeof(allot_event_accepted::parcels),
            offsetof(allot_event, raw.quantity), sizeof(allot_event_raw::quantity)>);
static_assert(lies_in<offsetof(allot_event, imported.lines), sizeof(allot_event_accepted::lines),
                      offsetof(allot_event, raw.line), sizeof(allot_event_raw::line)>);
static_assert(lies_in<offsetof(allot_event, imported.cost), sizeof(allot_event_accepted::cost),
                      offsetof(allot_event, raw.amount), sizeof(allot_event_raw::amount)>);
static_assert(lies_in<offsetof(allot_event, imported.pay_by), sizeof(allot_event_accepted::pay_by),
                      offsetof(allot_event, raw.time), sizeof(allot_event_raw::time)>);

static_assert(sizeof(allot_event_line_taken) == sizeof(allot_event_raw));
static_assert(
    lies_in<offsetof(allot_event, line_held.order_key), sizeof(allot_event_line_taken::order_key),
            offsetof(allot_event, raw.order_key), sizeof(allot_event_raw::order_key)>);
static_assert(lies_in<offsetof(allot_event, line_held.sku), sizeof(allot_event_line_taken::sku),
                      offsetof(allot_event, raw.sku), sizeof(allot_event_raw::sku)>);
static_assert(lies_in<offsetof(allot_event, line_held.node), sizeof(allot_event_line_taken::node),
                      offsetof(allot_event, raw.node), sizeof(allot_event_raw::node)>);
static_assert(
    lies_in<offsetof(allot_event, line_held.quantity), sizeof(allot_event_line_taken::quantity),
            offsetof(allot_event, raw.quantity), sizeof(allot_event_raw::quantity)>);
static_assert(lies_in<offsetof(allot_event, line_held.line), sizeof(allot_event_line_taken::line),
                      offsetof(allot_event, raw.line), sizeof(allot_event_raw::line)>);
static_assert(lies_in<offsetof(allot_event, line_held.lot), sizeof(allot_event_line_taken::lot),
                      offsetof(allot_event, raw.amount), sizeof(allot_event_raw::amount)>);

static_assert(sizeof(allot_event_line_taken) == sizeof(allot_event_raw));
static_assert(lies_in<offsetof(allot_event, line_allocated.order_key),
                      sizeof(allot_event_line_taken::order_key),
                      offsetof(allot_event, raw.order_key), sizeof(allot_event_raw::order_key)>);
static_assert(
    lies_in<offsetof(allot_event, line_allocated.sku), sizeof(allot_event_line_taken::sku),
            offsetof(allot_event, raw.sku), sizeof(allot_event_raw::sku)>);
static_assert(
    lies_in<offsetof(allot_event, line_allocated.node), sizeof(allot_event_line_taken::node),
            offsetof(allot_event, raw.node), sizeof(allot_event_raw::node)>);
static_assert(lies_in<offsetof(allot_event, line_allocated.quantity),
                      sizeof(allot_event_line_taken::quantity), offsetof(allot_event, raw.quantity),
                      sizeof(allot_event_raw::quantity)>);
static_assert(
    lies_in<offsetof(allot_event, line_allocated.line), sizeof(allot_event_line_taken::line),
            offsetof(allot_event, raw.line), sizeof(allot_event_raw::line)>);
static_assert(
    lies_in<offsetof(allot_event, line_allocated.lot), sizeof(allot_event_line_taken::lot),
            offsetof(allot_event, raw.amount), sizeof(allot_event_raw::amount)>);

static_assert(sizeof(allot_event_line_not_taken) == sizeof(allot_event_raw));
static_assert(lies_in<offsetof(allot_event, line_waiting.order_key),
                      sizeof(allot_event_line_not_taken::order_key),
                      offsetof(allot_event, raw.order_key), sizeof(allot_event_raw::order_key)>);
static_assert(
    lies_in<offsetof(allot_event, line_waiting.sku), sizeof(allot_event_line_not_taken::sku),
            offsetof(allot_event, raw.sku), sizeof(allot_event_raw::sku)>);
static_assert(lies_in<offsetof(allot_event, line_waiting.quantity),
                      sizeof(allot_event_line_not_taken::quantity),
                      offsetof(allot_event, raw.quantity), sizeof(allot_event_raw::quantity)>);
static_assert(
    lies_in<offsetof(allot_event, line_waiting.line), sizeof(allot_event_line_not_taken::line),
            offsetof(allot_event, raw.line), sizeof(allot_event_raw::line)>);

static_assert(sizeof(allot_event_line_refused) == sizeof(allot_event_raw));
static_assert(lies_in<offsetof(allot_event, line_refused.order_key),
                      sizeof(allot_event_line_refused::order_key),
                      offsetof(allot_event, raw.order_key), sizeof(allot_event_raw::order_key)>);
static_assert(
    lies_in<offsetof(allot_event, line_refused.sku), sizeof(allot_event_line_refused::sku),
            offsetof(allot_event, raw.sku), sizeof(allot_event_raw::sku)>);
static_assert(lies_in<offsetof(allot_event, line_refused.quantity),
                      sizeof(allot_event_line_refused::quantity),
                      offsetof(allot_event, raw.quantity), sizeof(allot_event_raw::quantity)>);
static_assert(
    lies_in<offsetof(allot_event, line_refused.line), sizeof(allot_event_line_refused::line),
            offsetof(allot_event, raw.line), sizeof(allot_event_raw::line)>);
static_assert(
    lies_in<offsetof(allot_event, line_refused.reason), sizeof(allot_event_line_refused::reason),
            offsetof(allot_event, raw.reason), sizeof(allot_event_raw::reason)>);

static_assert(sizeof(allot_event_line_not_taken) == sizeof(allot_event_raw));
static_assert(lies_in<offsetof(allot_event, line_short.order_key),
                      sizeof(allot_event_line_not_taken::order_key),
                      offsetof(allot_event, raw.order_key), sizeof(allot_event_raw::order_key)>);
static_assert(
    lies_in<offsetof(allot_event, line_short.sku), sizeof(allot_event_line_not_taken::sku),
            offsetof(allot_event, raw.sku), sizeof(allot_event_raw::sku)>);
static_assert(lies_in<offsetof(allot_event, line_short.quantity),
                      sizeof(allot_event_line_not_taken::quantity),
                      offsetof(allot_event, raw.quantity), sizeof(allot_event_raw::quantity)>);
static_assert(
    lies_in<offsetof(allot_event, line_short.line), sizeof(allot_event_line_not_taken::line),
            offsetof(allot_event, raw.line), sizeof(allot_event_raw::line)>);

static_assert(sizeof(allot_event_in_review) == sizeof(allot_event_raw));
static_assert(
    lies_in<offsetof(allot_event, in_review.order_key), sizeof(allot_event_in_review::order_key),
            offsetof(allot_event, raw.order_key), sizeof(allot_event_raw::order_key)>);
static_assert(
    lies_in<offsetof(allot_event, in_review.version), sizeof(allot_event_in_review::version),
            offsetof(allot_event, raw.quantity), sizeof(allot_event_raw::quantity)>);
static_assert(
    lies_in<offsetof(allot_event, in_review.reason), sizeof(allot_event_in_review::reason),
            offsetof(allot_event, raw.reason), sizeof(allot_event_raw::reason)>);
static_assert(
    lies_in<offsetof(allot_event, in_review.review_by), sizeof(allot_event_in_review::review_by),
            offsetof(allot_event, raw.time), sizeof(allot_event_raw::time)>);

static_assert(sizeof(allot_event_ship_stop) == sizeof(allot_event_raw));
static_assert(
    lies_in<offsetof(allot_event, ship_stop.order_key), sizeof(allot_event_ship_stop::order_key),
            offsetof(allot_event, raw.order_key), sizeof(allot_event_raw::order_key)>);
static_assert(
    lies_in<offsetof(allot_event, ship_stop.version), sizeof(allot_event_ship_stop::version),
            offsetof(allot_event, raw.quantity), sizeof(allot_event_raw::quantity)>);
static_assert(
    lies_in<offsetof(allot_event, ship_stop.reason), sizeof(allot_event_ship_stop::reason),
            offsetof(allot_event, raw.reason), sizeof(allot_event_raw::reason)>);

static_assert(sizeof(allot_event_allocated) == sizeof(allot_event_raw));
static_assert(
    lies_in<offsetof(allot_event, allocated.order_key), sizeof(allot_event_allocated::order_key),
            offsetof(allot_event, raw.order_key), sizeof(allot_event_raw::order_key)>);

static_assert(sizeof(allot_event_ended) == sizeof(allot_event_raw));
static_assert(
    lies_in<offsetof(allot_event, cancelled.order_key), sizeof(allot_event_ended::order_key),
            offsetof(allot_event, raw.order_key), sizeof(allot_event_raw::order_key)>);
static_assert(lies_in<offsetof(allot_event, cancelled.units), sizeof(allot_event_ended::units),
                      offsetof(allot_event, raw.quantity), sizeof(allot_event_raw::quantity)>);
static_assert(lies_in<offsetof(allot_event, cancelled.value), sizeof(allot_event_ended::value),
                      offsetof(allot_event, raw.amount), sizeof(allot_event_raw::amount)>);

static_assert(sizeof(allot_event_expired) == sizeof(allot_event_raw));
static_assert(
    lies_in<offsetof(allot_event, expired.order_key), sizeof(allot_event_expired::order_key),
            offsetof(allot_event, raw.order_key), sizeof(allot_event_raw::order_key)>);
static_assert(lies_in<offsetof(allot_event, expired.units), sizeof(allot_event_expired::units),
                      offsetof(allot_event, raw.quantity), sizeof(allot_event_raw::quantity)>);
static_assert(lies_in<offsetof(allot_event, expired.value), sizeof(allot_event_expired::value),
                      offsetof(allot_event, raw.amount), sizeof(allot_event_raw::amount)>);
static_assert(lies_in<offsetof(allot_event, expired.pay_by), sizeof(allot_event_expired::pay_by),
                      offsetof(allot_event, raw.time), sizeof(allot_event_raw::time)>);

static_assert(sizeof(allot_event_paid) == sizeof(allot_event_raw));
static_assert(lies_in<offsetof(allot_event, paid.order_key), sizeof(allot_event_paid::order_key),
                      offsetof(allot_event, raw.order_key), sizeof(allot_event_raw::order_key)>);
static_assert(lies_in<offsetof(allot_event, paid.version), sizeof(allot_event_paid::version),
                      offsetof(allot_event, raw.quantity), sizeof(allot_event_raw::quantity)>);
static_assert(lies_in<offsetof(allot_event, paid.reason), sizeof(allot_event_paid::reason),
                      offsetof(allot_event, raw.reason), sizeof(allot_event_raw::reason)>);
static_assert(lies_in<offsetof(allot_event, paid.value), sizeof(allot_event_paid::value),
                      offsetof(allot_event, raw.amount), sizeof(allot_event_raw::amount)>);
static_assert(lies_in<offsetof(allot_event, paid.paid_at), sizeof(allot_event_paid::paid_at),
                      offsetof(allot_event, raw.time), sizeof(allot_event_raw::time)>);

static_assert(sizeof(allot_event_payment_changed) == sizeof(allot_event_raw));
static_assert(lies_in<offsetof(allot_event, payment_pending.order_key),
                      sizeof(allot_event_payment_changed::order_key),
                      offsetof(allot_event, raw.order_key), sizeof(allot_event_raw::order_key)>);
static_assert(lies_in<offsetof(allot_event, payment_pending.version),
                      sizeof(allot_event_payment_changed::version),
                      offsetof(allot_event, raw.quantity), sizeof(allot_event_raw::quantity)>);
static_assert(lies_in<offsetof(allot_event, payment_pending.reason),
                      sizeof(allot_event_payment_changed::reason),
                      offsetof(allot_event, raw.reason), sizeof(allot_event_raw::reason)>);
static_assert(lies_in<offsetof(allot_event, payment_pending.pay_by),
                      sizeof(allot_event_payment_changed::pay_by), offsetof(allot_event, raw.time),
                      sizeof(allot_event_raw::time)>);

static_assert(sizeof(allot_event_payment_changed) == sizeof(allot_event_raw));
static_assert(lies_in<offsetof(allot_event, payment_failed.order_key),
                      sizeof(allot_event_payment_changed::order_key),
                      offsetof(allot_event, raw.order_key), sizeof(allot_event_raw::order_key)>);
static_assert(lies_in<offsetof(allot_event, payment_failed.version),
                      sizeof(allot_event_payment_changed::version),
                      offsetof(allot_event, raw.quantity), sizeof(allot_event_raw::quantity)>);
static_assert(lies_in<offsetof(allot_event, payment_failed.reason),
                      sizeof(allot_event_payment_changed::reason),
                      offsetof(allot_event, raw.reason), sizeof(allot_event_raw::reason)>);
static_assert(lies_in<offsetof(allot_event, payment_failed.pay_by),
                      sizeof(allot_event_payment_changed::pay_by), offsetof(allot_event, raw.time),
                      sizeof(allot_event_raw::time)>);

static_assert(sizeof(allot_event_refund_due) == sizeof(allot_event_raw));
static_assert(
    lies_in<offsetof(allot_event, refund_due.order_key), sizeof(allot_event_refund_due::order_key),
            offsetof(allot_event, raw.order_key), sizeof(allot_event_raw::order_key)>);
static_assert(
    lies_in<offsetof(allot_event, refund_due.reason), sizeof(allot_event_refund_due::reason),
            offsetof(allot_event, raw.reason), sizeof(allot_event_raw::reason)>);
static_assert(
    lies_in<offsetof(allot_event, refund_due.value), sizeof(allot_event_refund_due::value),
            offsetof(allot_event, raw.amount), sizeof(allot_event_raw::amount)>);

static_assert(sizeof(allot_event_accepted) == sizeof(allot_event_raw));
static_assert(
    lies_in<offsetof(allot_event, retaken.order_key), sizeof(allot_event_accepted::order_key),
            offsetof(allot_event, raw.order_key), sizeof(allot_event_raw::order_key)>);
static_assert(lies_in<offsetof(allot_event, retaken.parcels), sizeof(allot_event_accepted::parcels),
                      offsetof(allot_event, raw.quantity), sizeof(allot_event_raw::quantity)>);
static_assert(lies_in<offsetof(allot_event, retaken.lines), sizeof(allot_event_accepted::lines),
                      offsetof(allot_event, raw.line), sizeof(allot_event_raw::line)>);
static_assert(lies_in<offsetof(allot_event, retaken.cost), sizeof(allot_event_accepted::cost),
                      offsetof(allot_event, raw.amount), sizeof(allot_event_raw::amount)>);
static_assert(lies_in<offsetof(allot_event, retaken.pay_by), sizeof(allot_event_accepted::pay_by),
                      offsetof(allot_event, raw.time), sizeof(allot_event_raw::time)>);

static_assert(sizeof(allot_event_reminder) == sizeof(allot_event_raw));
static_assert(
    lies_in<offsetof(allot_event, reminder.order_key), sizeof(allot_event_reminder::order_key),
            offsetof(allot_event, raw.order_key), sizeof(allot_event_raw::order_key)>);
static_assert(lies_in<offsetof(allot_event, reminder.pay_by), sizeof(allot_event_reminder::pay_by),
                      offsetof(allot_event, raw.time), sizeof(allot_event_raw::time)>);

static_assert(sizeof(allot_event_review_approved) == sizeof(allot_event_raw));
static_assert(lies_in<offsetof(allot_event, review_approved.order_key),
                      sizeof(allot_event_review_approved::order_key),
                      offsetof(allot_event, raw.order_key), sizeof(allot_event_raw::order_key)>);
static_assert(lies_in<offsetof(allot_event, review_approved.version),
                      sizeof(allot_event_review_approved::version),
                      offsetof(allot_event, raw.quantity), sizeof(allot_event_raw::quantity)>);
static_assert(lies_in<offsetof(allot_event, review_approved.pay_by),
                      sizeof(allot_event_review_approved::pay_by), offsetof(allot_event, raw.time),
                      sizeof(allot_event_raw::time)>);

static_assert(sizeof(allot_event_ended) == sizeof(allot_event_raw));
static_assert(
    lies_in<offsetof(allot_event, review_rejected.order_key), sizeof(allot_event_ended::order_key),
            offsetof(allot_event, raw.order_key), sizeof(allot_event_raw::order_key)>);
static_assert(
    lies_in<offsetof(allot_event, review_rejected.units), sizeof(allot_event_ended::units),
            offsetof(allot_event, raw.quantity), sizeof(allot_event_raw::quantity)>);
static_assert(
    lies_in<offsetof(allot_event, review_rejected.value), sizeof(allot_event_ended::value),
            offsetof(allot_event, raw.amount), sizeof(allot_event_raw::amount)>);

static_assert(sizeof(allot_event_cap_exceeded) == sizeof(allot_event_raw));
static_assert(lies_in<offsetof(allot_event, cap_exceeded.order_key),
                      sizeof(allot_event_cap_exceeded::order_key),
                      offsetof(allot_event, raw.order_key), sizeof(allot_event_raw::order_key)>);
static_assert(
    lies_in<offsetof(allot_event, cap_exceeded.cap), sizeof(allot_event_cap_exceeded::cap),
            offsetof(allot_event, raw.node), sizeof(allot_event_raw::node)>);
static_assert(
    lies_in<offsetof(allot_event, cap_exceeded.excess), sizeof(allot_event_cap_exceeded::excess),
            offsetof(allot_event, raw.quantity), sizeof(allot_event_raw::quantity)>);
static_assert(
    lies_in<offsetof(allot_event, cap_exceeded.reason), sizeof(allot_event_cap_exceeded::reason),
            offsetof(allot_event, raw.reason), sizeof(allot_event_raw::reason)>);
static_assert(
    lies_in<offsetof(allot_event, cap_exceeded.debited), sizeof(allot_event_cap_exceeded::debited),
            offsetof(allot_event, raw.amount), sizeof(allot_event_raw::amount)>);
static_assert(lies_in<offsetof(allot_event, cap_exceeded.next_window_at),
                      sizeof(allot_event_cap_exceeded::next_window_at),
                      offsetof(allot_event, raw.time), sizeof(allot_event_raw::time)>);

static_assert(sizeof(allot_event_payment_unassigned) == sizeof(allot_event_raw));
static_assert(lies_in<offsetof(allot_event, payment_unassigned.order_key),
                      sizeof(allot_event_payment_unassigned::order_key),
                      offsetof(allot_event, raw.order_key), sizeof(allot_event_raw::order_key)>);
static_assert(lies_in<offsetof(allot_event, payment_unassigned.reason),
                      sizeof(allot_event_payment_unassigned::reason),
                      offsetof(allot_event, raw.reason), sizeof(allot_event_raw::reason)>);
static_assert(lies_in<offsetof(allot_event, payment_unassigned.placed_sequence),
                      sizeof(allot_event_payment_unassigned::placed_sequence),
                      offsetof(allot_event, raw.amount), sizeof(allot_event_raw::amount)>);
static_assert(lies_in<offsetof(allot_event, payment_unassigned.paid_at),
                      sizeof(allot_event_payment_unassigned::paid_at),
                      offsetof(allot_event, raw.time), sizeof(allot_event_raw::time)>);

static_assert(sizeof(allot_event_capture_due) == sizeof(allot_event_raw));
static_assert(lies_in<offsetof(allot_event, capture_due.order_key),
                      sizeof(allot_event_capture_due::order_key),
                      offsetof(allot_event, raw.order_key), sizeof(allot_event_raw::order_key)>);
static_assert(
    lies_in<offsetof(allot_event, capture_due.value), sizeof(allot_event_capture_due::value),
            offsetof(allot_event, raw.amount), sizeof(allot_event_raw::amount)>);

static_assert(sizeof(allot_event_shipped_elsewhere) == sizeof(allot_event_raw));
static_assert(lies_in<offsetof(allot_event, shipped_elsewhere.order_key),
                      sizeof(allot_event_shipped_elsewhere::order_key),
                      offsetof(allot_event, raw.order_key), sizeof(allot_event_raw::order_key)>);
static_assert(lies_in<offsetof(allot_event, shipped_elsewhere.units),
                      sizeof(allot_event_shipped_elsewhere::units),
                      offsetof(allot_event, raw.quantity), sizeof(allot_event_raw::quantity)>);
static_assert(lies_in<offsetof(allot_event, shipped_elsewhere.lines),
                      sizeof(allot_event_shipped_elsewhere::lines), offsetof(allot_event, raw.line),
                      sizeof(allot_event_raw::line)>);
static_assert(lies_in<offsetof(allot_event, shipped_elsewhere.value),
                      sizeof(allot_event_shipped_elsewhere::value),
                      offsetof(allot_event, raw.amount), sizeof(allot_event_raw::amount)>);
static_assert(lies_in<offsetof(allot_event, shipped_elsewhere.sold_at),
                      sizeof(allot_event_shipped_elsewhere::sold_at),
                      offsetof(allot_event, raw.time), sizeof(allot_event_raw::time)>);

static_assert(sizeof(allot_event_news_kept) == sizeof(allot_event_raw));
static_assert(
    lies_in<offsetof(allot_event, news_kept.order_key), sizeof(allot_event_news_kept::order_key),
            offsetof(allot_event, raw.order_key), sizeof(allot_event_raw::order_key)>);
static_assert(
    lies_in<offsetof(allot_event, news_kept.command), sizeof(allot_event_news_kept::command),
            offsetof(allot_event, raw.quantity), sizeof(allot_event_raw::quantity)>);
static_assert(
    lies_in<offsetof(allot_event, news_kept.reason), sizeof(allot_event_news_kept::reason),
            offsetof(allot_event, raw.reason), sizeof(allot_event_raw::reason)>);
static_assert(
    lies_in<offsetof(allot_event, news_kept.paid_at), sizeof(allot_event_news_kept::paid_at),
            offsetof(allot_event, raw.amount), sizeof(allot_event_raw::amount)>);
static_assert(lies_in<offsetof(allot_event, news_kept.until), sizeof(allot_event_news_kept::until),
                      offsetof(allot_event, raw.time), sizeof(allot_event_raw::time)>);

static_assert(sizeof(allot_event_news_unclaimed) == sizeof(allot_event_raw));
static_assert(lies_in<offsetof(allot_event, news_unclaimed.order_key),
                      sizeof(allot_event_news_unclaimed::order_key),
                      offsetof(allot_event, raw.order_key), sizeof(allot_event_raw::order_key)>);
static_assert(lies_in<offsetof(allot_event, news_unclaimed.command),
                      sizeof(allot_event_news_unclaimed::command),
                      offsetof(allot_event, raw.quantity), sizeof(allot_event_raw::quantity)>);
static_assert(lies_in<offsetof(allot_event, news_unclaimed.amount),
                      sizeof(allot_event_news_unclaimed::amount), offsetof(allot_event, raw.amount),
                      sizeof(allot_event_raw::amount)>);
static_assert(lies_in<offsetof(allot_event, news_unclaimed.paid_at),
                      sizeof(allot_event_news_unclaimed::paid_at), offsetof(allot_event, raw.time),
                      sizeof(allot_event_raw::time)>);

static_assert(sizeof(allot_event_payment_recorded) == sizeof(allot_event_raw));
static_assert(lies_in<offsetof(allot_event, authorised.order_key),
                      sizeof(allot_event_payment_recorded::order_key),
                      offsetof(allot_event, raw.order_key), sizeof(allot_event_raw::order_key)>);
static_assert(
    lies_in<offsetof(allot_event, authorised.reason), sizeof(allot_event_payment_recorded::reason),
            offsetof(allot_event, raw.reason), sizeof(allot_event_raw::reason)>);
static_assert(
    lies_in<offsetof(allot_event, authorised.amount), sizeof(allot_event_payment_recorded::amount),
            offsetof(allot_event, raw.amount), sizeof(allot_event_raw::amount)>);
static_assert(
    lies_in<offsetof(allot_event, authorised.at), sizeof(allot_event_payment_recorded::at),
            offsetof(allot_event, raw.time), sizeof(allot_event_raw::time)>);

static_assert(sizeof(allot_event_payment_recorded) == sizeof(allot_event_raw));
static_assert(lies_in<offsetof(allot_event, captured.order_key),
                      sizeof(allot_event_payment_recorded::order_key),
                      offsetof(allot_event, raw.order_key), sizeof(allot_event_raw::order_key)>);
static_assert(
    lies_in<offsetof(allot_event, captured.reason), sizeof(allot_event_payment_recorded::reason),
            offsetof(allot_event, raw.reason), sizeof(allot_event_raw::reason)>);
static_assert(
    lies_in<offsetof(allot_event, captured.amount), sizeof(allot_event_payment_recorded::amount),
            offsetof(allot_event, raw.amount), sizeof(allot_event_raw::amount)>);
static_assert(lies_in<offsetof(allot_event, captured.at), sizeof(allot_event_payment_recorded::at),
                      offsetof(allot_event, raw.time), sizeof(allot_event_raw::time)>);

static_assert(sizeof(allot_event_payment_recorded) == sizeof(allot_event_raw));
static_assert(lies_in<offsetof(allot_event, refunded.order_key),
                      sizeof(allot_event_payment_recorded::order_key),
                      offsetof(allot_event, raw.order_key), sizeof(allot_event_raw::order_key)>);
static_assert(
    lies_in<offsetof(allot_event, refunded.reason), sizeof(allot_event_payment_recorded::reason),
            offsetof(allot_event, raw.reason), sizeof(allot_event_raw::reason)>);
static_assert(
    lies_in<offsetof(allot_event, refunded.amount), sizeof(allot_event_payment_recorded::amount),
            offsetof(allot_event, raw.amount), sizeof(allot_event_raw::amount)>);
static_assert(lies_in<offsetof(allot_event, refunded.at), sizeof(allot_event_payment_recorded::at),
                      offsetof(allot_event, raw.time), sizeof(allot_event_raw::time)>);

static_assert(sizeof(allot_event_payment_recorded) == sizeof(allot_event_raw));
static_assert(lies_in<offsetof(allot_event, reversed.order_key),
                      sizeof(allot_event_payment_recorded::order_key),
                      offsetof(allot_event, raw.order_key), sizeof(allot_event_raw::order_key)>);
static_assert(
    lies_in<offsetof(allot_event, reversed.reason), sizeof(allot_event_payment_recorded::reason),
            offsetof(allot_event, raw.reason), sizeof(allot_event_raw::reason)>);
static_assert(
    lies_in<offsetof(allot_event, reversed.amount), sizeof(allot_event_payment_recorded::amount),
            offsetof(allot_event, raw.amount), sizeof(allot_event_raw::amount)>);
static_assert(lies_in<offsetof(allot_event, reversed.at), sizeof(allot_event_payment_recorded::at),
                      offsetof(allot_event, raw.time), sizeof(allot_event_raw::time)>);

static_assert(sizeof(allot_event_payment_recorded) == sizeof(allot_event_raw));
static_assert(lies_in<offsetof(allot_event, charged_back.order_key),
                      sizeof(allot_event_payment_recorded::order_key),
                      offsetof(allot_event, raw.order_key), sizeof(allot_event_raw::order_key)>);
static_assert(lies_in<offsetof(allot_event, charged_back.reason),
                      sizeof(allot_event_payment_recorded::reason),
                      offsetof(allot_event, raw.reason), sizeof(allot_event_raw::reason)>);
static_assert(lies_in<offsetof(allot_event, charged_back.amount),
                      sizeof(allot_event_payment_recorded::amount),
                      offsetof(allot_event, raw.amount), sizeof(allot_event_raw::amount)>);
static_assert(
    lies_in<offsetof(allot_event, charged_back.at), sizeof(allot_event_payment_recorded::at),
            offsetof(allot_event, raw.time), sizeof(allot_event_raw::time)>);

static_assert(sizeof(allot_event_balance) == sizeof(allot_event_raw));
static_assert(
    lies_in<offsetof(allot_event, balance.order_key), sizeof(allot_event_balance::order_key),
            offsetof(allot_event, raw.order_key), sizeof(allot_event_raw::order_key)>);
static_assert(lies_in<offsetof(allot_event, balance.open), sizeof(allot_event_balance::open),
                      offsetof(allot_event, raw.amount), sizeof(allot_event_raw::amount)>);
static_assert(
    lies_in<offsetof(allot_event, balance.refund_due), sizeof(allot_event_balance::refund_due),
            offsetof(allot_event, raw.time), sizeof(allot_event_raw::time)>);

static_assert(sizeof(allot_event_unpaid) == sizeof(allot_event_raw));
static_assert(
    lies_in<offsetof(allot_event, unpaid.order_key), sizeof(allot_event_unpaid::order_key),
            offsetof(allot_event, raw.order_key), sizeof(allot_event_raw::order_key)>);
static_assert(lies_in<offsetof(allot_event, unpaid.version), sizeof(allot_event_unpaid::version),
                      offsetof(allot_event, raw.quantity), sizeof(allot_event_raw::quantity)>);
static_assert(lies_in<offsetof(allot_event, unpaid.pay_by), sizeof(allot_event_unpaid::pay_by),
                      offsetof(allot_event, raw.time), sizeof(allot_event_raw::time)>);

static_assert(sizeof(allot_event_offer) == sizeof(allot_event_raw));
static_assert(
    lies_in<offsetof(allot_event, offered.order_key), sizeof(allot_event_offer::order_key),
            offsetof(allot_event, raw.order_key), sizeof(allot_event_raw::order_key)>);
static_assert(lies_in<offsetof(allot_event, offered.pay_by), sizeof(allot_event_offer::pay_by),
                      offsetof(allot_event, raw.time), sizeof(allot_event_raw::time)>);

static_assert(sizeof(allot_event_offer) == sizeof(allot_event_raw));
static_assert(
    lies_in<offsetof(allot_event, offer_withdrawn.order_key), sizeof(allot_event_offer::order_key),
            offsetof(allot_event, raw.order_key), sizeof(allot_event_raw::order_key)>);
static_assert(
    lies_in<offsetof(allot_event, offer_withdrawn.pay_by), sizeof(allot_event_offer::pay_by),
            offsetof(allot_event, raw.time), sizeof(allot_event_raw::time)>);

static_assert(sizeof(allot_event_overdue) == sizeof(allot_event_raw));
static_assert(lies_in<offsetof(allot_event, payment_overdue.order_key),
                      sizeof(allot_event_overdue::order_key), offsetof(allot_event, raw.order_key),
                      sizeof(allot_event_raw::order_key)>);
static_assert(
    lies_in<offsetof(allot_event, payment_overdue.value), sizeof(allot_event_overdue::value),
            offsetof(allot_event, raw.amount), sizeof(allot_event_raw::amount)>);
static_assert(lies_in<offsetof(allot_event, payment_overdue.let_go_at),
                      sizeof(allot_event_overdue::let_go_at), offsetof(allot_event, raw.time),
                      sizeof(allot_event_raw::time)>);

static_assert(sizeof(allot_event_line_lost) == sizeof(allot_event_raw));
static_assert(
    lies_in<offsetof(allot_event, line_lost.order_key), sizeof(allot_event_line_lost::order_key),
            offsetof(allot_event, raw.order_key), sizeof(allot_event_raw::order_key)>);
static_assert(lies_in<offsetof(allot_event, line_lost.sku), sizeof(allot_event_line_lost::sku),
                      offsetof(allot_event, raw.sku), sizeof(allot_event_raw::sku)>);
static_assert(lies_in<offsetof(allot_event, line_lost.node), sizeof(allot_event_line_lost::node),
                      offsetof(allot_event, raw.node), sizeof(allot_event_raw::node)>);
static_assert(
    lies_in<offsetof(allot_event, line_lost.quantity), sizeof(allot_event_line_lost::quantity),
            offsetof(allot_event, raw.quantity), sizeof(allot_event_raw::quantity)>);
static_assert(lies_in<offsetof(allot_event, line_lost.line), sizeof(allot_event_line_lost::line),
                      offsetof(allot_event, raw.line), sizeof(allot_event_raw::line)>);
static_assert(
    lies_in<offsetof(allot_event, line_lost.reason), sizeof(allot_event_line_lost::reason),
            offsetof(allot_event, raw.reason), sizeof(allot_event_raw::reason)>);
static_assert(lies_in<offsetof(allot_event, line_lost.lot), sizeof(allot_event_line_lost::lot),
                      offsetof(allot_event, raw.amount), sizeof(allot_event_raw::amount)>);

static_assert(sizeof(allot_event_overdue) == sizeof(allot_event_raw));
static_assert(lies_in<offsetof(allot_event, overdue_reminder.order_key),
                      sizeof(allot_event_overdue::order_key), offsetof(allot_event, raw.order_key),
                      sizeof(allot_event_raw::order_key)>);
static_assert(
    lies_in<offsetof(allot_event, overdue_reminder.value), sizeof(allot_event_overdue::value),
            offsetof(allot_event, raw.amount), sizeof(allot_event_raw::amount)>);
static_assert(lies_in<offsetof(allot_event, overdue_reminder.let_go_at),
                      sizeof(allot_event_overdue::let_go_at), offsetof(allot_event, raw.time),
                      sizeof(allot_event_raw::time)>);

static_assert(sizeof(allot_event_payment_authorised) == sizeof(allot_event_raw));
static_assert(lies_in<offsetof(allot_event, payment_authorised.order_key),
                      sizeof(allot_event_payment_authorised::order_key),
                      offsetof(allot_event, raw.order_key), sizeof(allot_event_raw::order_key)>);
static_assert(lies_in<offsetof(allot_event, payment_authorised.version),
                      sizeof(allot_event_payment_authorised::version),
                      offsetof(allot_event, raw.quantity), sizeof(allot_event_raw::quantity)>);
static_assert(lies_in<offsetof(allot_event, payment_authorised.reason),
                      sizeof(allot_event_payment_authorised::reason),
                      offsetof(allot_event, raw.reason), sizeof(allot_event_raw::reason)>);
static_assert(lies_in<offsetof(allot_event, payment_authorised.value),
                      sizeof(allot_event_payment_authorised::value),
                      offsetof(allot_event, raw.amount), sizeof(allot_event_raw::amount)>);
static_assert(lies_in<offsetof(allot_event, payment_authorised.pay_by),
                      sizeof(allot_event_payment_authorised::pay_by),
                      offsetof(allot_event, raw.time), sizeof(allot_event_raw::time)>);

static_assert(sizeof(allot_event_authorisation_lapsed) == sizeof(allot_event_raw));
static_assert(lies_in<offsetof(allot_event, authorisation_lapsed.order_key),
                      sizeof(allot_event_authorisation_lapsed::order_key),
                      offsetof(allot_event, raw.order_key), sizeof(allot_event_raw::order_key)>);
static_assert(lies_in<offsetof(allot_event, authorisation_lapsed.amount),
                      sizeof(allot_event_authorisation_lapsed::amount),
                      offsetof(allot_event, raw.amount), sizeof(allot_event_raw::amount)>);
static_assert(lies_in<offsetof(allot_event, authorisation_lapsed.lapsed_at),
                      sizeof(allot_event_authorisation_lapsed::lapsed_at),
                      offsetof(allot_event, raw.time), sizeof(allot_event_raw::time)>);

static_assert(sizeof(allot_event_line_shipped) == sizeof(allot_event_raw));
static_assert(lies_in<offsetof(allot_event, line_shipped.order_key),
                      sizeof(allot_event_line_shipped::order_key),
                      offsetof(allot_event, raw.order_key), sizeof(allot_event_raw::order_key)>);
static_assert(
    lies_in<offsetof(allot_event, line_shipped.sku), sizeof(allot_event_line_shipped::sku),
            offsetof(allot_event, raw.sku), sizeof(allot_event_raw::sku)>);
static_assert(
    lies_in<offsetof(allot_event, line_shipped.node), sizeof(allot_event_line_shipped::node),
            offsetof(allot_event, raw.node), sizeof(allot_event_raw::node)>);
static_assert(lies_in<offsetof(allot_event, line_shipped.quantity),
                      sizeof(allot_event_line_shipped::quantity),
                      offsetof(allot_event, raw.quantity), sizeof(allot_event_raw::quantity)>);
static_assert(
    lies_in<offsetof(allot_event, line_shipped.line), sizeof(allot_event_line_shipped::line),
            offsetof(allot_event, raw.line), sizeof(allot_event_raw::line)>);
static_assert(
    lies_in<offsetof(allot_event, line_shipped.lot), sizeof(allot_event_line_shipped::lot),
            offsetof(allot_event, raw.amount), sizeof(allot_event_raw::amount)>);
static_assert(lies_in<offsetof(allot_event, line_shipped.tracking),
                      sizeof(allot_event_line_shipped::tracking), offsetof(allot_event, raw.time),
                      sizeof(allot_event_raw::time)>);

static_assert(sizeof(allot_event_order_shipped) == sizeof(allot_event_raw));
static_assert(lies_in<offsetof(allot_event, order_shipped.order_key),
                      sizeof(allot_event_order_shipped::order_key),
                      offsetof(allot_event, raw.order_key), sizeof(allot_event_raw::order_key)>);
static_assert(
    lies_in<offsetof(allot_event, order_shipped.units), sizeof(allot_event_order_shipped::units),
            offsetof(allot_event, raw.quantity), sizeof(allot_event_raw::quantity)>);
static_assert(
    lies_in<offsetof(allot_event, order_shipped.value), sizeof(allot_event_order_shipped::value),
            offsetof(allot_event, raw.amount), sizeof(allot_event_raw::amount)>);

static_assert(sizeof(allot_event_shipment_exception) == sizeof(allot_event_raw));
static_assert(lies_in<offsetof(allot_event, shipment_exception.order_key),
                      sizeof(allot_event_shipment_exception::order_key),
                      offsetof(allot_event, raw.order_key), sizeof(allot_event_raw::order_key)>);
static_assert(lies_in<offsetof(allot_event, shipment_exception.sku),
                      sizeof(allot_event_shipment_exception::sku), offsetof(allot_event, raw.sku),
                      sizeof(allot_event_raw::sku)>);
static_assert(lies_in<offsetof(allot_event, shipment_exception.node),
                      sizeof(allot_event_shipment_exception::node), offsetof(allot_event, raw.node),
                      sizeof(allot_event_raw::node)>);
static_assert(lies_in<offsetof(allot_event, shipment_exception.units),
                      sizeof(allot_event_shipment_exception::units),
                      offsetof(allot_event, raw.quantity), sizeof(allot_event_raw::quantity)>);
static_assert(lies_in<offsetof(allot_event, shipment_exception.reason),
                      sizeof(allot_event_shipment_exception::reason),
                      offsetof(allot_event, raw.reason), sizeof(allot_event_raw::reason)>);
static_assert(lies_in<offsetof(allot_event, shipment_exception.open),
                      sizeof(allot_event_shipment_exception::open),
                      offsetof(allot_event, raw.amount), sizeof(allot_event_raw::amount)>);
static_assert(lies_in<offsetof(allot_event, shipment_exception.tracking),
                      sizeof(allot_event_shipment_exception::tracking),
                      offsetof(allot_event, raw.time), sizeof(allot_event_raw::time)>);

static_assert(sizeof(allot_event_line_delivered) == sizeof(allot_event_raw));
static_assert(lies_in<offsetof(allot_event, line_delivered.order_key),
                      sizeof(allot_event_line_delivered::order_key),
                      offsetof(allot_event, raw.order_key), sizeof(allot_event_raw::order_key)>);
static_assert(
    lies_in<offsetof(allot_event, line_delivered.sku), sizeof(allot_event_line_delivered::sku),
            offsetof(allot_event, raw.sku), sizeof(allot_event_raw::sku)>);
static_assert(lies_in<offsetof(allot_event, line_delivered.quantity),
                      sizeof(allot_event_line_delivered::quantity),
                      offsetof(allot_event, raw.quantity), sizeof(allot_event_raw::quantity)>);
static_assert(
    lies_in<offsetof(allot_event, line_delivered.line), sizeof(allot_event_line_delivered::line),
            offsetof(allot_event, raw.line), sizeof(allot_event_raw::line)>);
static_assert(lies_in<offsetof(allot_event, line_delivered.tracking),
                      sizeof(allot_event_line_delivered::tracking), offsetof(allot_event, raw.time),
                      sizeof(allot_event_raw::time)>);

static_assert(sizeof(allot_event_part_shipped) == sizeof(allot_event_raw));
static_assert(lies_in<offsetof(allot_event, part_shipped.order_key),
                      sizeof(allot_event_part_shipped::order_key),
                      offsetof(allot_event, raw.order_key), sizeof(allot_event_raw::order_key)>);
static_assert(
    lies_in<offsetof(allot_event, part_shipped.units), sizeof(allot_event_part_shipped::units),
            offsetof(allot_event, raw.quantity), sizeof(allot_event_raw::quantity)>);
static_assert(
    lies_in<offsetof(allot_event, part_shipped.value), sizeof(allot_event_part_shipped::value),
            offsetof(allot_event, raw.amount), sizeof(allot_event_raw::amount)>);

static_assert(sizeof(allot_event_line_unshipped) == sizeof(allot_event_raw));
static_assert(lies_in<offsetof(allot_event, line_unshipped.order_key),
                      sizeof(allot_event_line_unshipped::order_key),
                      offsetof(allot_event, raw.order_key), sizeof(allot_event_raw::order_key)>);
static_assert(
    lies_in<offsetof(allot_event, line_unshipped.sku), sizeof(allot_event_line_unshipped::sku),
            offsetof(allot_event, raw.sku), sizeof(allot_event_raw::sku)>);
static_assert(
    lies_in<offsetof(allot_event, line_unshipped.node), sizeof(allot_event_line_unshipped::node),
            offsetof(allot_event, raw.node), sizeof(allot_event_raw::node)>);
static_assert(lies_in<offsetof(allot_event, line_unshipped.quantity),
                      sizeof(allot_event_line_unshipped::quantity),
                      offsetof(allot_event, raw.quantity), sizeof(allot_event_raw::quantity)>);
static_assert(
    lies_in<offsetof(allot_event, line_unshipped.line), sizeof(allot_event_line_unshipped::line),
            offsetof(allot_event, raw.line), sizeof(allot_event_raw::line)>);
static_assert(
    lies_in<offsetof(allot_event, line_unshipped.lot), sizeof(allot_event_line_unshipped::lot),
            offsetof(allot_event, raw.amount), sizeof(allot_event_raw::amount)>);
static_assert(lies_in<offsetof(allot_event, line_unshipped.tracking),
                      sizeof(allot_event_line_unshipped::tracking), offsetof(allot_event, raw.time),
                      sizeof(allot_event_raw::time)>);

static_assert(sizeof(allot_event_order_reopened) == sizeof(allot_event_raw));
static_assert(lies_in<offsetof(allot_event, order_reopened.order_key),
                      sizeof(allot_event_order_reopened::order_key),
                      offsetof(allot_event, raw.order_key), sizeof(allot_event_raw::order_key)>);
static_assert(lies_in<offsetof(allot_event, order_reopened.pay_by),
                      sizeof(allot_event_order_reopened::pay_by), offsetof(allot_event, raw.time),
                      sizeof(allot_event_raw::time)>);

static_assert(sizeof(allot_event_delivery_exception) == sizeof(allot_event_raw));
static_assert(lies_in<offsetof(allot_event, delivery_exception.order_key),
                      sizeof(allot_event_delivery_exception::order_key),
                      offsetof(allot_event, raw.order_key), sizeof(allot_event_raw::order_key)>);
static_assert(lies_in<offsetof(allot_event, delivery_exception.sku),
                      sizeof(allot_event_delivery_exception::sku), offsetof(allot_event, raw.sku),
                      sizeof(allot_event_raw::sku)>);
static_assert(lies_in<offsetof(allot_event, delivery_exception.units),
                      sizeof(allot_event_delivery_exception::units),
                      offsetof(allot_event, raw.quantity), sizeof(allot_event_raw::quantity)>);
static_assert(lies_in<offsetof(allot_event, delivery_exception.line),
                      sizeof(allot_event_delivery_exception::line), offsetof(allot_event, raw.line),
                      sizeof(allot_event_raw::line)>);
static_assert(lies_in<offsetof(allot_event, delivery_exception.reason),
                      sizeof(allot_event_delivery_exception::reason),
                      offsetof(allot_event, raw.reason), sizeof(allot_event_raw::reason)>);
static_assert(lies_in<offsetof(allot_event, delivery_exception.tracking),
                      sizeof(allot_event_delivery_exception::tracking),
                      offsetof(allot_event, raw.amount), sizeof(allot_event_raw::amount)>);
static_assert(lies_in<offsetof(allot_event, delivery_exception.at),
                      sizeof(allot_event_delivery_exception::at), offsetof(allot_event, raw.time),
                      sizeof(allot_event_raw::time)>);

static_assert(sizeof(allot_event_line_cancelled) == sizeof(allot_event_raw));
static_assert(lies_in<offsetof(allot_event, line_cancelled.order_key),
                      sizeof(allot_event_line_cancelled::order_key),
                      offsetof(allot_event, raw.order_key), sizeof(allot_event_raw::order_key)>);
static_assert(
    lies_in<offsetof(allot_event, line_cancelled.sku), sizeof(allot_event_line_cancelled::sku),
            offsetof(allot_event, raw.sku), sizeof(allot_event_raw::sku)>);
static_assert(
    lies_in<offsetof(allot_event, line_cancelled.node), sizeof(allot_event_line_cancelled::node),
            offsetof(allot_event, raw.node), sizeof(allot_event_raw::node)>);
static_assert(lies_in<offsetof(allot_event, line_cancelled.quantity),
                      sizeof(allot_event_line_cancelled::quantity),
                      offsetof(allot_event, raw.quantity), sizeof(allot_event_raw::quantity)>);
static_assert(
    lies_in<offsetof(allot_event, line_cancelled.line), sizeof(allot_event_line_cancelled::line),
            offsetof(allot_event, raw.line), sizeof(allot_event_raw::line)>);
static_assert(
    lies_in<offsetof(allot_event, line_cancelled.value), sizeof(allot_event_line_cancelled::value),
            offsetof(allot_event, raw.amount), sizeof(allot_event_raw::amount)>);
static_assert(lies_in<offsetof(allot_event, line_cancelled.gave_back),
                      sizeof(allot_event_line_cancelled::gave_back),
                      offsetof(allot_event, raw.time), sizeof(allot_event_raw::time)>);

static_assert(sizeof(allot_event_order_changed) == sizeof(allot_event_raw));
static_assert(lies_in<offsetof(allot_event, order_changed.order_key),
                      sizeof(allot_event_order_changed::order_key),
                      offsetof(allot_event, raw.order_key), sizeof(allot_event_raw::order_key)>);
static_assert(lies_in<offsetof(allot_event, order_changed.version),
                      sizeof(allot_event_order_changed::version),
                      offsetof(allot_event, raw.quantity), sizeof(allot_event_raw::quantity)>);
static_assert(
    lies_in<offsetof(allot_event, order_changed.lines), sizeof(allot_event_order_changed::lines),
            offsetof(allot_event, raw.line), sizeof(allot_event_raw::line)>);
static_assert(
    lies_in<offsetof(allot_event, order_changed.value), sizeof(allot_event_order_changed::value),
            offsetof(allot_event, raw.amount), sizeof(allot_event_raw::amount)>);
static_assert(
    lies_in<offsetof(allot_event, order_changed.pay_by), sizeof(allot_event_order_changed::pay_by),
            offsetof(allot_event, raw.time), sizeof(allot_event_raw::time)>);

static_assert(sizeof(allot_event_line_changed) == sizeof(allot_event_raw));
static_assert(lies_in<offsetof(allot_event, line_changed.order_key),
                      sizeof(allot_event_line_changed::order_key),
                      offsetof(allot_event, raw.order_key), sizeof(allot_event_raw::order_key)>);
static_assert(
    lies_in<offsetof(allot_event, line_changed.sku), sizeof(allot_event_line_changed::sku),
            offsetof(allot_event, raw.sku), sizeof(allot_event_raw::sku)>);
static_assert(lies_in<offsetof(allot_event, line_changed.quantity),
                      sizeof(allot_event_line_changed::quantity),
                      offsetof(allot_event, raw.quantity), sizeof(allot_event_raw::quantity)>);
static_assert(
    lies_in<offsetof(allot_event, line_changed.line), sizeof(allot_event_line_changed::line),
            offsetof(allot_event, raw.line), sizeof(allot_event_raw::line)>);
static_assert(
    lies_in<offsetof(allot_event, line_changed.value), sizeof(allot_event_line_changed::value),
            offsetof(allot_event, raw.amount), sizeof(allot_event_raw::amount)>);
static_assert(lies_in<offsetof(allot_event, line_changed.gave_back),
                      sizeof(allot_event_line_changed::gave_back), offsetof(allot_event, raw.time),
                      sizeof(allot_event_raw::time)>);

static_assert(sizeof(allot_event_deposit_paid) == sizeof(allot_event_raw));
static_assert(lies_in<offsetof(allot_event, deposit_paid.order_key),
                      sizeof(allot_event_deposit_paid::order_key),
                      offsetof(allot_event, raw.order_key), sizeof(allot_event_raw::order_key)>);
static_assert(
    lies_in<offsetof(allot_event, deposit_paid.version), sizeof(allot_event_deposit_paid::version),
            offsetof(allot_event, raw.quantity), sizeof(allot_event_raw::quantity)>);
static_assert(
    lies_in<offsetof(allot_event, deposit_paid.reason), sizeof(allot_event_deposit_paid::reason),
            offsetof(allot_event, raw.reason), sizeof(allot_event_raw::reason)>);
static_assert(
    lies_in<offsetof(allot_event, deposit_paid.deposit), sizeof(allot_event_deposit_paid::deposit),
            offsetof(allot_event, raw.amount), sizeof(allot_event_raw::amount)>);
static_assert(
    lies_in<offsetof(allot_event, deposit_paid.pay_by), sizeof(allot_event_deposit_paid::pay_by),
            offsetof(allot_event, raw.time), sizeof(allot_event_raw::time)>);

static_assert(sizeof(allot_event_balance_lapsed) == sizeof(allot_event_raw));
static_assert(lies_in<offsetof(allot_event, balance_lapsed.order_key),
                      sizeof(allot_event_balance_lapsed::order_key),
                      offsetof(allot_event, raw.order_key), sizeof(allot_event_raw::order_key)>);
static_assert(
    lies_in<offsetof(allot_event, balance_lapsed.kept), sizeof(allot_event_balance_lapsed::kept),
            offsetof(allot_event, raw.amount), sizeof(allot_event_raw::amount)>);
static_assert(lies_in<offsetof(allot_event, balance_lapsed.pay_by),
                      sizeof(allot_event_balance_lapsed::pay_by), offsetof(allot_event, raw.time),
                      sizeof(allot_event_raw::time)>);

static_assert(sizeof(allot_event_payment_recorded) == sizeof(allot_event_raw));
static_assert(lies_in<offsetof(allot_event, voided.order_key),
                      sizeof(allot_event_payment_recorded::order_key),
                      offsetof(allot_event, raw.order_key), sizeof(allot_event_raw::order_key)>);
static_assert(
    lies_in<offsetof(allot_event, voided.reason), sizeof(allot_event_payment_recorded::reason),
            offsetof(allot_event, raw.reason), sizeof(allot_event_raw::reason)>);
static_assert(
    lies_in<offsetof(allot_event, voided.amount), sizeof(allot_event_payment_recorded::amount),
            offsetof(allot_event, raw.amount), sizeof(allot_event_raw::amount)>);
static_assert(lies_in<offsetof(allot_event, voided.at), sizeof(allot_event_payment_recorded::at),
                      offsetof(allot_event, raw.time), sizeof(allot_event_raw::time)>);

static_assert(sizeof(allot_event_line_named) == sizeof(allot_event_raw));
static_assert(
    lies_in<offsetof(allot_event, line_named.order_key), sizeof(allot_event_line_named::order_key),
            offsetof(allot_event, raw.order_key), sizeof(allot_event_raw::order_key)>);
static_assert(lies_in<offsetof(allot_event, line_named.sku), sizeof(allot_event_line_named::sku),
                      offsetof(allot_event, raw.sku), sizeof(allot_event_raw::sku)>);
static_assert(
    lies_in<offsetof(allot_event, line_named.quantity), sizeof(allot_event_line_named::quantity),
            offsetof(allot_event, raw.quantity), sizeof(allot_event_raw::quantity)>);
static_assert(lies_in<offsetof(allot_event, line_named.line), sizeof(allot_event_line_named::line),
                      offsetof(allot_event, raw.line), sizeof(allot_event_raw::line)>);
static_assert(lies_in<offsetof(allot_event, line_named.line_number),
                      sizeof(allot_event_line_named::line_number),
                      offsetof(allot_event, raw.amount), sizeof(allot_event_raw::amount)>);
static_assert(
    lies_in<offsetof(allot_event, line_named.wanted_at), sizeof(allot_event_line_named::wanted_at),
            offsetof(allot_event, raw.time), sizeof(allot_event_raw::time)>);

static_assert(sizeof(allot_event_taken_over) == sizeof(allot_event_raw));
static_assert(
    lies_in<offsetof(allot_event, taken_over.order_key), sizeof(allot_event_taken_over::order_key),
            offsetof(allot_event, raw.order_key), sizeof(allot_event_raw::order_key)>);
static_assert(
    lies_in<offsetof(allot_event, taken_over.units), sizeof(allot_event_taken_over::units),
            offsetof(allot_event, raw.quantity), sizeof(allot_event_raw::quantity)>);
static_assert(
    lies_in<offsetof(allot_event, taken_over.value), sizeof(allot_event_taken_over::value),
            offsetof(allot_event, raw.amount), sizeof(allot_event_raw::amount)>);

static_assert(sizeof(allot_event_own_hold_told) == sizeof(allot_event_raw));
static_assert(lies_in<offsetof(allot_event, own_hold_told.order_key),
                      sizeof(allot_event_own_hold_told::order_key),
                      offsetof(allot_event, raw.order_key), sizeof(allot_event_raw::order_key)>);
static_assert(
    lies_in<offsetof(allot_event, own_hold_told.sku), sizeof(allot_event_own_hold_told::sku),
            offsetof(allot_event, raw.sku), sizeof(allot_event_raw::sku)>);
static_assert(
    lies_in<offsetof(allot_event, own_hold_told.cap), sizeof(allot_event_own_hold_told::cap),
            offsetof(allot_event, raw.node), sizeof(allot_event_raw::node)>);
static_assert(lies_in<offsetof(allot_event, own_hold_told.quantity),
                      sizeof(allot_event_own_hold_told::quantity),
                      offsetof(allot_event, raw.quantity), sizeof(allot_event_raw::quantity)>);
static_assert(
    lies_in<offsetof(allot_event, own_hold_told.line), sizeof(allot_event_own_hold_told::line),
            offsetof(allot_event, raw.line), sizeof(allot_event_raw::line)>);
static_assert(
    lies_in<offsetof(allot_event, own_hold_told.value), sizeof(allot_event_own_hold_told::value),
            offsetof(allot_event, raw.amount), sizeof(allot_event_raw::amount)>);
static_assert(
    lies_in<offsetof(allot_event, own_hold_told.pay_by), sizeof(allot_event_own_hold_told::pay_by),
            offsetof(allot_event, raw.time), sizeof(allot_event_raw::time)>);

static_assert(sizeof(allot_event_extended) == sizeof(allot_event_raw));
static_assert(
    lies_in<offsetof(allot_event, extended.order_key), sizeof(allot_event_extended::order_key),
            offsetof(allot_event, raw.order_key), sizeof(allot_event_raw::order_key)>);
static_assert(
    lies_in<offsetof(allot_event, extended.version), sizeof(allot_event_extended::version),
            offsetof(allot_event, raw.quantity), sizeof(allot_event_raw::quantity)>);
static_assert(lies_in<offsetof(allot_event, extended.before), sizeof(allot_event_extended::before),
                      offsetof(allot_event, raw.amount), sizeof(allot_event_raw::amount)>);
static_assert(lies_in<offsetof(allot_event, extended.pay_by), sizeof(allot_event_extended::pay_by),
                      offsetof(allot_event, raw.time), sizeof(allot_event_raw::time)>);

static_assert(sizeof(allot_event_return_requested) == sizeof(allot_event_raw));
static_assert(lies_in<offsetof(allot_event, return_requested.order_key),
                      sizeof(allot_event_return_requested::order_key),
                      offsetof(allot_event, raw.order_key), sizeof(allot_event_raw::order_key)>);
static_assert(
    lies_in<offsetof(allot_event, return_requested.sku), sizeof(allot_event_return_requested::sku),
            offsetof(allot_event, raw.sku), sizeof(allot_event_raw::sku)>);
static_assert(lies_in<offsetof(allot_event, return_requested.units),
                      sizeof(allot_event_return_requested::units),
                      offsetof(allot_event, raw.quantity), sizeof(allot_event_raw::quantity)>);
static_assert(
    lies_in<offsetof(allot_event, return_requested.why), sizeof(allot_event_return_requested::why),
            offsetof(allot_event, raw.line), sizeof(allot_event_raw::line)>);
static_assert(lies_in<offsetof(allot_event, return_requested.return_key),
                      sizeof(allot_event_return_requested::return_key),
                      offsetof(allot_event, raw.amount), sizeof(allot_event_raw::amount)>);
static_assert(lies_in<offsetof(allot_event, return_requested.until),
                      sizeof(allot_event_return_requested::until), offsetof(allot_event, raw.time),
                      sizeof(allot_event_raw::time)>);

static_assert(sizeof(allot_event_returned) == sizeof(allot_event_raw));
static_assert(lies_in<offsetof(allot_event, return_restocked.order_key),
                      sizeof(allot_event_returned::order_key), offsetof(allot_event, raw.order_key),
                      sizeof(allot_event_raw::order_key)>);
static_assert(
    lies_in<offsetof(allot_event, return_restocked.sku), sizeof(allot_event_returned::sku),
            offsetof(allot_event, raw.sku), sizeof(allot_event_raw::sku)>);
static_assert(
    lies_in<offsetof(allot_event, return_restocked.node), sizeof(allot_event_returned::node),
            offsetof(allot_event, raw.node), sizeof(allot_event_raw::node)>);
static_assert(
    lies_in<offsetof(allot_event, return_restocked.units), sizeof(allot_event_returned::units),
            offsetof(allot_event, raw.quantity), sizeof(allot_event_raw::quantity)>);
static_assert(
    lies_in<offsetof(allot_event, return_restocked.lot), sizeof(allot_event_returned::lot),
            offsetof(allot_event, raw.amount), sizeof(allot_event_raw::amount)>);
static_assert(lies_in<offsetof(allot_event, return_restocked.return_key),
                      sizeof(allot_event_returned::return_key), offsetof(allot_event, raw.time),
                      sizeof(allot_event_raw::time)>);

static_assert(sizeof(allot_event_returned) == sizeof(allot_event_raw));
static_assert(lies_in<offsetof(allot_event, return_quarantined.order_key),
                      sizeof(allot_event_returned::order_key), offsetof(allot_event, raw.order_key),
                      sizeof(allot_event_raw::order_key)>);
static_assert(
    lies_in<offsetof(allot_event, return_quarantined.sku), sizeof(allot_event_returned::sku),
            offsetof(allot_event, raw.sku), sizeof(allot_event_raw::sku)>);
static_assert(
    lies_in<offsetof(allot_event, return_quarantined.node), sizeof(allot_event_returned::node),
            offsetof(allot_event, raw.node), sizeof(allot_event_raw::node)>);
static_assert(
    lies_in<offsetof(allot_event, return_quarantined.units), sizeof(allot_event_returned::units),
            offsetof(allot_event, raw.quantity), sizeof(allot_event_raw::quantity)>);
static_assert(
    lies_in<offsetof(allot_event, return_quarantined.lot), sizeof(allot_event_returned::lot),
            offsetof(allot_event, raw.amount), sizeof(allot_event_raw::amount)>);
static_assert(lies_in<offsetof(allot_event, return_quarantined.return_key),
                      sizeof(allot_event_returned::return_key), offsetof(allot_event, raw.time),
                      sizeof(allot_event_raw::time)>);

static_assert(sizeof(allot_event_returned) == sizeof(allot_event_raw));
static_assert(lies_in<offsetof(allot_event, return_scrapped.order_key),
                      sizeof(allot_event_returned::order_key), offsetof(allot_event, raw.order_key),
                      sizeof(allot_event_raw::order_key)>);
static_assert(lies_in<offsetof(allot_event, return_scrapped.sku), sizeof(allot_event_returned::sku),
                      offsetof(allot_event, raw.sku), sizeof(allot_event_raw::sku)>);
static_assert(
    lies_in<offsetof(allot_event, return_scrapped.node), sizeof(allot_event_returned::node),
            offsetof(allot_event, raw.node), sizeof(allot_event_raw::node)>);
static_assert(
    lies_in<offsetof(allot_event, return_scrapped.units), sizeof(allot_event_returned::units),
            offsetof(allot_event, raw.quantity), sizeof(allot_event_raw::quantity)>);
static_assert(lies_in<offsetof(allot_event, return_scrapped.lot), sizeof(allot_event_returned::lot),
                      offsetof(allot_event, raw.amount), sizeof(allot_event_raw::amount)>);
static_assert(lies_in<offsetof(allot_event, return_scrapped.return_key),
                      sizeof(allot_event_returned::return_key), offsetof(allot_event, raw.time),
                      sizeof(allot_event_raw::time)>);

static_assert(sizeof(allot_event_returned) == sizeof(allot_event_raw));
static_assert(lies_in<offsetof(allot_event, return_forwarded.order_key),
                      sizeof(allot_event_returned::order_key), offsetof(allot_event, raw.order_key),
                      sizeof(allot_event_raw::order_key)>);
static_assert(
    lies_in<offsetof(allot_event, return_forwarded.sku), sizeof(allot_event_returned::sku),
            offsetof(allot_event, raw.sku), sizeof(allot_event_raw::sku)>);
static_assert(
    lies_in<offsetof(allot_event, return_forwarded.node), sizeof(allot_event_returned::node),
            offsetof(allot_event, raw.node), sizeof(allot_event_raw::node)>);
static_assert(
    lies_in<offsetof(allot_event, return_forwarded.units), sizeof(allot_event_returned::units),
            offsetof(allot_event, raw.quantity), sizeof(allot_event_raw::quantity)>);
static_assert(
    lies_in<offsetof(allot_event, return_forwarded.lot), sizeof(allot_event_returned::lot),
            offsetof(allot_event, raw.amount), sizeof(allot_event_raw::amount)>);
static_assert(lies_in<offsetof(allot_event, return_forwarded.return_key),
                      sizeof(allot_event_returned::return_key), offsetof(allot_event, raw.time),
                      sizeof(allot_event_raw::time)>);

static_assert(sizeof(allot_event_return_exception) == sizeof(allot_event_raw));
static_assert(lies_in<offsetof(allot_event, return_exception.order_key),
                      sizeof(allot_event_return_exception::order_key),
                      offsetof(allot_event, raw.order_key), sizeof(allot_event_raw::order_key)>);
static_assert(
    lies_in<offsetof(allot_event, return_exception.sku), sizeof(allot_event_return_exception::sku),
            offsetof(allot_event, raw.sku), sizeof(allot_event_raw::sku)>);
static_assert(lies_in<offsetof(allot_event, return_exception.node),
                      sizeof(allot_event_return_exception::node), offsetof(allot_event, raw.node),
                      sizeof(allot_event_raw::node)>);
static_assert(lies_in<offsetof(allot_event, return_exception.units),
                      sizeof(allot_event_return_exception::units),
                      offsetof(allot_event, raw.quantity), sizeof(allot_event_raw::quantity)>);
static_assert(lies_in<offsetof(allot_event, return_exception.reason),
                      sizeof(allot_event_return_exception::reason),
                      offsetof(allot_event, raw.reason), sizeof(allot_event_raw::reason)>);
static_assert(lies_in<offsetof(allot_event, return_exception.return_key),
                      sizeof(allot_event_return_exception::return_key),
                      offsetof(allot_event, raw.time), sizeof(allot_event_raw::time)>);

static_assert(sizeof(allot_event_return_lapsed) == sizeof(allot_event_raw));
static_assert(lies_in<offsetof(allot_event, return_lapsed.order_key),
                      sizeof(allot_event_return_lapsed::order_key),
                      offsetof(allot_event, raw.order_key), sizeof(allot_event_raw::order_key)>);
static_assert(
    lies_in<offsetof(allot_event, return_lapsed.sku), sizeof(allot_event_return_lapsed::sku),
            offsetof(allot_event, raw.sku), sizeof(allot_event_raw::sku)>);
static_assert(
    lies_in<offsetof(allot_event, return_lapsed.units), sizeof(allot_event_return_lapsed::units),
            offsetof(allot_event, raw.quantity), sizeof(allot_event_raw::quantity)>);
static_assert(lies_in<offsetof(allot_event, return_lapsed.return_key),
                      sizeof(allot_event_return_lapsed::return_key),
                      offsetof(allot_event, raw.amount), sizeof(allot_event_raw::amount)>);
static_assert(
    lies_in<offsetof(allot_event, return_lapsed.until), sizeof(allot_event_return_lapsed::until),
            offsetof(allot_event, raw.time), sizeof(allot_event_raw::time)>);

static_assert(sizeof(allot_event_return_completed) == sizeof(allot_event_raw));
static_assert(lies_in<offsetof(allot_event, return_completed.order_key),
                      sizeof(allot_event_return_completed::order_key),
                      offsetof(allot_event, raw.order_key), sizeof(allot_event_raw::order_key)>);
static_assert(
    lies_in<offsetof(allot_event, return_completed.sku), sizeof(allot_event_return_completed::sku),
            offsetof(allot_event, raw.sku), sizeof(allot_event_raw::sku)>);
static_assert(lies_in<offsetof(allot_event, return_completed.units),
                      sizeof(allot_event_return_completed::units),
                      offsetof(allot_event, raw.quantity), sizeof(allot_event_raw::quantity)>);
static_assert(lies_in<offsetof(allot_event, return_completed.return_key),
                      sizeof(allot_event_return_completed::return_key),
                      offsetof(allot_event, raw.amount), sizeof(allot_event_raw::amount)>);

static_assert(sizeof(allot_event_exception_raised) == sizeof(allot_event_raw));
static_assert(lies_in<offsetof(allot_event, exception_raised.order_key),
                      sizeof(allot_event_exception_raised::order_key),
                      offsetof(allot_event, raw.order_key), sizeof(allot_event_raw::order_key)>);
static_assert(
    lies_in<offsetof(allot_event, exception_raised.sku), sizeof(allot_event_exception_raised::sku),
            offsetof(allot_event, raw.sku), sizeof(allot_event_raw::sku)>);
static_assert(lies_in<offsetof(allot_event, exception_raised.exception),
                      sizeof(allot_event_exception_raised::exception),
                      offsetof(allot_event, raw.node), sizeof(allot_event_raw::node)>);
static_assert(lies_in<offsetof(allot_event, exception_raised.units),
                      sizeof(allot_event_exception_raised::units),
                      offsetof(allot_event, raw.quantity), sizeof(allot_event_raw::quantity)>);
static_assert(lies_in<offsetof(allot_event, exception_raised.kind),
                      sizeof(allot_event_exception_raised::kind), offsetof(allot_event, raw.line),
                      sizeof(allot_event_raw::line)>);
static_assert(lies_in<offsetof(allot_event, exception_raised.reason),
                      sizeof(allot_event_exception_raised::reason),
                      offsetof(allot_event, raw.reason), sizeof(allot_event_raw::reason)>);
static_assert(lies_in<offsetof(allot_event, exception_raised.amount),
                      sizeof(allot_event_exception_raised::amount),
                      offsetof(allot_event, raw.amount), sizeof(allot_event_raw::amount)>);
static_assert(lies_in<offsetof(allot_event, exception_raised.due_at),
                      sizeof(allot_event_exception_raised::due_at), offsetof(allot_event, raw.time),
                      sizeof(allot_event_raw::time)>);

static_assert(sizeof(allot_event_exception_assigned) == sizeof(allot_event_raw));
static_assert(lies_in<offsetof(allot_event, exception_assigned.order_key),
                      sizeof(allot_event_exception_assigned::order_key),
                      offsetof(allot_event, raw.order_key), sizeof(allot_event_raw::order_key)>);
static_assert(lies_in<offsetof(allot_event, exception_assigned.exception),
                      sizeof(allot_event_exception_assigned::exception),
                      offsetof(allot_event, raw.node), sizeof(allot_event_raw::node)>);
static_assert(lies_in<offsetof(allot_event, exception_assigned.kind),
                      sizeof(allot_event_exception_assigned::kind), offsetof(allot_event, raw.line),
                      sizeof(allot_event_raw::line)>);
static_assert(lies_in<offsetof(allot_event, exception_assigned.reason),
                      sizeof(allot_event_exception_assigned::reason),
                      offsetof(allot_event, raw.reason), sizeof(allot_event_raw::reason)>);
static_assert(lies_in<offsetof(allot_event, exception_assigned.owner),
                      sizeof(allot_event_exception_assigned::owner),
                      offsetof(allot_event, raw.amount), sizeof(allot_event_raw::amount)>);

static_assert(sizeof(allot_event_exception_resolved) == sizeof(allot_event_raw));
static_assert(lies_in<offsetof(allot_event, exception_resolved.order_key),
                      sizeof(allot_event_exception_resolved::order_key),
                      offsetof(allot_event, raw.order_key), sizeof(allot_event_raw::order_key)>);
static_assert(lies_in<offsetof(allot_event, exception_resolved.exception),
                      sizeof(allot_event_exception_resolved::exception),
                      offsetof(allot_event, raw.node), sizeof(allot_event_raw::node)>);
static_assert(lies_in<offsetof(allot_event, exception_resolved.outcome),
                      sizeof(allot_event_exception_resolved::outcome),
                      offsetof(allot_event, raw.quantity), sizeof(allot_event_raw::quantity)>);
static_assert(lies_in<offsetof(allot_event, exception_resolved.kind),
                      sizeof(allot_event_exception_resolved::kind), offsetof(allot_event, raw.line),
                      sizeof(allot_event_raw::line)>);
static_assert(lies_in<offsetof(allot_event, exception_resolved.reason),
                      sizeof(allot_event_exception_resolved::reason),
                      offsetof(allot_event, raw.reason), sizeof(allot_event_raw::reason)>);
static_assert(lies_in<offsetof(allot_event, exception_resolved.reference),
                      sizeof(allot_event_exception_resolved::reference),
                      offsetof(allot_event, raw.amount), sizeof(allot_event_raw::amount)>);

static_assert(sizeof(allot_event_exception_solved) == sizeof(allot_event_raw));
static_assert(lies_in<offsetof(allot_event, exception_solved.order_key),
                      sizeof(allot_event_exception_solved::order_key),
                      offsetof(allot_event, raw.order_key), sizeof(allot_event_raw::order_key)>);
static_assert(lies_in<offsetof(allot_event, exception_solved.exception),
                      sizeof(allot_event_exception_solved::exception),
                      offsetof(allot_event, raw.node), sizeof(allot_event_raw::node)>);
static_assert(lies_in<offsetof(allot_event, exception_solved.kind),
                      sizeof(allot_event_exception_solved::kind), offsetof(allot_event, raw.line),
                      sizeof(allot_event_raw::line)>);
static_assert(lies_in<offsetof(allot_event, exception_solved.owner),
                      sizeof(allot_event_exception_solved::owner),
                      offsetof(allot_event, raw.amount), sizeof(allot_event_raw::amount)>);

static_assert(sizeof(allot_event_exception_overdue) == sizeof(allot_event_raw));
static_assert(lies_in<offsetof(allot_event, exception_overdue.order_key),
                      sizeof(allot_event_exception_overdue::order_key),
                      offsetof(allot_event, raw.order_key), sizeof(allot_event_raw::order_key)>);
static_assert(lies_in<offsetof(allot_event, exception_overdue.sku),
                      sizeof(allot_event_exception_overdue::sku), offsetof(allot_event, raw.sku),
                      sizeof(allot_event_raw::sku)>);
static_assert(lies_in<offsetof(allot_event, exception_overdue.exception),
                      sizeof(allot_event_exception_overdue::exception),
                      offsetof(allot_event, raw.node), sizeof(allot_event_raw::node)>);
static_assert(lies_in<offsetof(allot_event, exception_overdue.kind),
                      sizeof(allot_event_exception_overdue::kind), offsetof(allot_event, raw.line),
                      sizeof(allot_event_raw::line)>);
static_assert(lies_in<offsetof(allot_event, exception_overdue.owner),
                      sizeof(allot_event_exception_overdue::owner),
                      offsetof(allot_event, raw.amount), sizeof(allot_event_raw::amount)>);
static_assert(lies_in<offsetof(allot_event, exception_overdue.due_at),
                      sizeof(allot_event_exception_overdue::due_at),
                      offsetof(allot_event, raw.time), sizeof(allot_event_raw::time)>);

static_assert(sizeof(allot_event_exceptions_missed) == sizeof(allot_event_raw));
static_assert(lies_in<offsetof(allot_event, exceptions_missed.missed),
                      sizeof(allot_event_exceptions_missed::missed),
                      offsetof(allot_event, raw.quantity), sizeof(allot_event_raw::quantity)>);
static_assert(lies_in<offsetof(allot_event, exceptions_missed.missed_ever),
                      sizeof(allot_event_exceptions_missed::missed_ever),
                      offsetof(allot_event, raw.amount), sizeof(allot_event_raw::amount)>);

static_assert(sizeof(allot_event_sku_named) == sizeof(allot_event_raw));
static_assert(lies_in<offsetof(allot_event, sku_named.sku), sizeof(allot_event_sku_named::sku),
                      offsetof(allot_event, raw.sku), sizeof(allot_event_raw::sku)>);

static_assert(sizeof(allot_event_line_released) == sizeof(allot_event_raw));
static_assert(lies_in<offsetof(allot_event, line_released.order_key),
                      sizeof(allot_event_line_released::order_key),
                      offsetof(allot_event, raw.order_key), sizeof(allot_event_raw::order_key)>);
static_assert(
    lies_in<offsetof(allot_event, line_released.sku), sizeof(allot_event_line_released::sku),
            offsetof(allot_event, raw.sku), sizeof(allot_event_raw::sku)>);
static_assert(
    lies_in<offsetof(allot_event, line_released.node), sizeof(allot_event_line_released::node),
            offsetof(allot_event, raw.node), sizeof(allot_event_raw::node)>);
static_assert(lies_in<offsetof(allot_event, line_released.quantity),
                      sizeof(allot_event_line_released::quantity),
                      offsetof(allot_event, raw.quantity), sizeof(allot_event_raw::quantity)>);
static_assert(
    lies_in<offsetof(allot_event, line_released.line), sizeof(allot_event_line_released::line),
            offsetof(allot_event, raw.line), sizeof(allot_event_raw::line)>);
static_assert(
    lies_in<offsetof(allot_event, line_released.lot), sizeof(allot_event_line_released::lot),
            offsetof(allot_event, raw.amount), sizeof(allot_event_raw::amount)>);

static_assert(sizeof(allot_event_line_picked) == sizeof(allot_event_raw));
static_assert(lies_in<offsetof(allot_event, line_picked.order_key),
                      sizeof(allot_event_line_picked::order_key),
                      offsetof(allot_event, raw.order_key), sizeof(allot_event_raw::order_key)>);
static_assert(lies_in<offsetof(allot_event, line_picked.sku), sizeof(allot_event_line_picked::sku),
                      offsetof(allot_event, raw.sku), sizeof(allot_event_raw::sku)>);
static_assert(
    lies_in<offsetof(allot_event, line_picked.node), sizeof(allot_event_line_picked::node),
            offsetof(allot_event, raw.node), sizeof(allot_event_raw::node)>);
static_assert(
    lies_in<offsetof(allot_event, line_picked.quantity), sizeof(allot_event_line_picked::quantity),
            offsetof(allot_event, raw.quantity), sizeof(allot_event_raw::quantity)>);
static_assert(
    lies_in<offsetof(allot_event, line_picked.line), sizeof(allot_event_line_picked::line),
            offsetof(allot_event, raw.line), sizeof(allot_event_raw::line)>);
static_assert(lies_in<offsetof(allot_event, line_picked.lot), sizeof(allot_event_line_picked::lot),
                      offsetof(allot_event, raw.amount), sizeof(allot_event_raw::amount)>);

static_assert(sizeof(allot_event_line_short_picked) == sizeof(allot_event_raw));
static_assert(lies_in<offsetof(allot_event, line_short_picked.order_key),
                      sizeof(allot_event_line_short_picked::order_key),
                      offsetof(allot_event, raw.order_key), sizeof(allot_event_raw::order_key)>);
static_assert(lies_in<offsetof(allot_event, line_short_picked.sku),
                      sizeof(allot_event_line_short_picked::sku), offsetof(allot_event, raw.sku),
                      sizeof(allot_event_raw::sku)>);
static_assert(lies_in<offsetof(allot_event, line_short_picked.node),
                      sizeof(allot_event_line_short_picked::node), offsetof(allot_event, raw.node),
                      sizeof(allot_event_raw::node)>);
static_assert(lies_in<offsetof(allot_event, line_short_picked.quantity),
                      sizeof(allot_event_line_short_picked::quantity),
                      offsetof(allot_event, raw.quantity), sizeof(allot_event_raw::quantity)>);
static_assert(lies_in<offsetof(allot_event, line_short_picked.line),
                      sizeof(allot_event_line_short_picked::line), offsetof(allot_event, raw.line),
                      sizeof(allot_event_raw::line)>);
static_assert(lies_in<offsetof(allot_event, line_short_picked.reason),
                      sizeof(allot_event_line_short_picked::reason),
                      offsetof(allot_event, raw.reason), sizeof(allot_event_raw::reason)>);
static_assert(lies_in<offsetof(allot_event, line_short_picked.lot),
                      sizeof(allot_event_line_short_picked::lot), offsetof(allot_event, raw.amount),
                      sizeof(allot_event_raw::amount)>);

static_assert(sizeof(allot_event_line_put_back) == sizeof(allot_event_raw));
static_assert(lies_in<offsetof(allot_event, line_put_back.order_key),
                      sizeof(allot_event_line_put_back::order_key),
                      offsetof(allot_event, raw.order_key), sizeof(allot_event_raw::order_key)>);
static_assert(
    lies_in<offsetof(allot_event, line_put_back.sku), sizeof(allot_event_line_put_back::sku),
            offsetof(allot_event, raw.sku), sizeof(allot_event_raw::sku)>);
static_assert(
    lies_in<offsetof(allot_event, line_put_back.node), sizeof(allot_event_line_put_back::node),
            offsetof(allot_event, raw.node), sizeof(allot_event_raw::node)>);
static_assert(lies_in<offsetof(allot_event, line_put_back.quantity),
                      sizeof(allot_event_line_put_back::quantity),
                      offsetof(allot_event, raw.quantity), sizeof(allot_event_raw::quantity)>);
static_assert(
    lies_in<offsetof(allot_event, line_put_back.line), sizeof(allot_event_line_put_back::line),
            offsetof(allot_event, raw.line), sizeof(allot_event_raw::line)>);
static_assert(
    lies_in<offsetof(allot_event, line_put_back.lot), sizeof(allot_event_line_put_back::lot),
            offsetof(allot_event, raw.amount), sizeof(allot_event_raw::amount)>);

static_assert(sizeof(allot_event_cancel_requested) == sizeof(allot_event_raw));
static_assert(lies_in<offsetof(allot_event, cancel_requested.order_key),
                      sizeof(allot_event_cancel_requested::order_key),
                      offsetof(allot_event, raw.order_key), sizeof(allot_event_raw::order_key)>);
static_assert(lies_in<offsetof(allot_event, cancel_requested.units),
                      sizeof(allot_event_cancel_requested::units),
                      offsetof(allot_event, raw.quantity), sizeof(allot_event_raw::quantity)>);
static_assert(lies_in<offsetof(allot_event, cancel_requested.reason),
                      sizeof(allot_event_cancel_requested::reason),
                      offsetof(allot_event, raw.reason), sizeof(allot_event_raw::reason)>);
static_assert(lies_in<offsetof(allot_event, cancel_requested.value),
                      sizeof(allot_event_cancel_requested::value),
                      offsetof(allot_event, raw.amount), sizeof(allot_event_raw::amount)>);

static_assert(sizeof(allot_event_cancel_answered) == sizeof(allot_event_raw));
static_assert(lies_in<offsetof(allot_event, cancel_agreed.order_key),
                      sizeof(allot_event_cancel_answered::order_key),
                      offsetof(allot_event, raw.order_key), sizeof(allot_event_raw::order_key)>);
static_assert(
    lies_in<offsetof(allot_event, cancel_agreed.node), sizeof(allot_event_cancel_answered::node),
            offsetof(allot_event, raw.node), sizeof(allot_event_raw::node)>);

static_assert(sizeof(allot_event_cancel_answered) == sizeof(allot_event_raw));
static_assert(lies_in<offsetof(allot_event, cancel_refused.order_key),
                      sizeof(allot_event_cancel_answered::order_key),
                      offsetof(allot_event, raw.order_key), sizeof(allot_event_raw::order_key)>);
static_assert(
    lies_in<offsetof(allot_event, cancel_refused.node), sizeof(allot_event_cancel_answered::node),
            offsetof(allot_event, raw.node), sizeof(allot_event_raw::node)>);

static_assert(sizeof(allot_event_line_packed) == sizeof(allot_event_raw));
static_assert(lies_in<offsetof(allot_event, line_packed.order_key),
                      sizeof(allot_event_line_packed::order_key),
                      offsetof(allot_event, raw.order_key), sizeof(allot_event_raw::order_key)>);
static_assert(lies_in<offsetof(allot_event, line_packed.sku), sizeof(allot_event_line_packed::sku),
                      offsetof(allot_event, raw.sku), sizeof(allot_event_raw::sku)>);
static_assert(
    lies_in<offsetof(allot_event, line_packed.node), sizeof(allot_event_line_packed::node),
            offsetof(allot_event, raw.node), sizeof(allot_event_raw::node)>);
static_assert(
    lies_in<offsetof(allot_event, line_packed.quantity), sizeof(allot_event_line_packed::quantity),
            offsetof(allot_event, raw.quantity), sizeof(allot_event_raw::quantity)>);
static_assert(
    lies_in<offsetof(allot_event, line_packed.line), sizeof(allot_event_line_packed::line),
            offsetof(allot_event, raw.line), sizeof(allot_event_raw::line)>);
static_assert(lies_in<offsetof(allot_event, line_packed.parcel_key),
                      sizeof(allot_event_line_packed::parcel_key),
                      offsetof(allot_event, raw.amount), sizeof(allot_event_raw::amount)>);
static_assert(
    lies_in<offsetof(allot_event, line_packed.weight_g), sizeof(allot_event_line_packed::weight_g),
            offsetof(allot_event, raw.time), sizeof(allot_event_raw::time)>);

static_assert(sizeof(allot_event_wave_begun) == sizeof(allot_event_raw));
static_assert(
    lies_in<offsetof(allot_event, wave_begun.wave_key), sizeof(allot_event_wave_begun::wave_key),
            offsetof(allot_event, raw.amount), sizeof(allot_event_raw::amount)>);

static_assert(sizeof(allot_event_wave_released) == sizeof(allot_event_raw));
static_assert(
    lies_in<offsetof(allot_event, wave_released.orders), sizeof(allot_event_wave_released::orders),
            offsetof(allot_event, raw.quantity), sizeof(allot_event_raw::quantity)>);
static_assert(lies_in<offsetof(allot_event, wave_released.wave_key),
                      sizeof(allot_event_wave_released::wave_key),
                      offsetof(allot_event, raw.amount), sizeof(allot_event_raw::amount)>);
static_assert(lies_in<offsetof(allot_event, wave_released.passed_over),
                      sizeof(allot_event_wave_released::passed_over),
                      offsetof(allot_event, raw.time), sizeof(allot_event_raw::time)>);

static_assert(sizeof(allot_event_service_warning) == sizeof(allot_event_raw));
static_assert(lies_in<offsetof(allot_event, service_warning.order_key),
                      sizeof(allot_event_service_warning::order_key),
                      offsetof(allot_event, raw.order_key), sizeof(allot_event_raw::order_key)>);
static_assert(
    lies_in<offsetof(allot_event, service_warning.sku), sizeof(allot_event_service_warning::sku),
            offsetof(allot_event, raw.sku), sizeof(allot_event_raw::sku)>);
static_assert(lies_in<offsetof(allot_event, service_warning.channel),
                      sizeof(allot_event_service_warning::channel), offsetof(allot_event, raw.node),
                      sizeof(allot_event_raw::node)>);
static_assert(
    lies_in<offsetof(allot_event, service_warning.kind), sizeof(allot_event_service_warning::kind),
            offsetof(allot_event, raw.line), sizeof(allot_event_raw::line)>);
static_assert(lies_in<offsetof(allot_event, service_warning.due_at),
                      sizeof(allot_event_service_warning::due_at), offsetof(allot_event, raw.time),
                      sizeof(allot_event_raw::time)>);

static_assert(sizeof(allot_event_service_breached) == sizeof(allot_event_raw));
static_assert(lies_in<offsetof(allot_event, service_breached.order_key),
                      sizeof(allot_event_service_breached::order_key),
                      offsetof(allot_event, raw.order_key), sizeof(allot_event_raw::order_key)>);
static_assert(
    lies_in<offsetof(allot_event, service_breached.sku), sizeof(allot_event_service_breached::sku),
            offsetof(allot_event, raw.sku), sizeof(allot_event_raw::sku)>);
static_assert(lies_in<offsetof(allot_event, service_breached.channel),
                      sizeof(allot_event_service_breached::channel),
                      offsetof(allot_event, raw.node), sizeof(allot_event_raw::node)>);
static_assert(lies_in<offsetof(allot_event, service_breached.kind),
                      sizeof(allot_event_service_breached::kind), offsetof(allot_event, raw.line),
                      sizeof(allot_event_raw::line)>);
static_assert(lies_in<offsetof(allot_event, service_breached.due_at),
                      sizeof(allot_event_service_breached::due_at), offsetof(allot_event, raw.time),
                      sizeof(allot_event_raw::time)>);

static_assert(sizeof(allot_event_service_kept) == sizeof(allot_event_raw));
static_assert(lies_in<offsetof(allot_event, service_kept.order_key),
                      sizeof(allot_event_service_kept::order_key),
                      offsetof(allot_event, raw.order_key), sizeof(allot_event_raw::order_key)>);
static_assert(
    lies_in<offsetof(allot_event, service_kept.sku), sizeof(allot_event_service_kept::sku),
            offsetof(allot_event, raw.sku), sizeof(allot_event_raw::sku)>);
static_assert(
    lies_in<offsetof(allot_event, service_kept.channel), sizeof(allot_event_service_kept::channel),
            offsetof(allot_event, raw.node), sizeof(allot_event_raw::node)>);
static_assert(
    lies_in<offsetof(allot_event, service_kept.kind), sizeof(allot_event_service_kept::kind),
            offsetof(allot_event, raw.line), sizeof(allot_event_raw::line)>);
static_assert(lies_in<offsetof(allot_event, service_kept.taken_ns),
                      sizeof(allot_event_service_kept::taken_ns), offsetof(allot_event, raw.amount),
                      sizeof(allot_event_raw::amount)>);
static_assert(
    lies_in<offsetof(allot_event, service_kept.due_at), sizeof(allot_event_service_kept::due_at),
            offsetof(allot_event, raw.time), sizeof(allot_event_raw::time)>);

static_assert(sizeof(allot_event_parcel_left) == sizeof(allot_event_raw));
static_assert(lies_in<offsetof(allot_event, parcel_in_time.order_key),
                      sizeof(allot_event_parcel_left::order_key),
                      offsetof(allot_event, raw.order_key), sizeof(allot_event_raw::order_key)>);
static_assert(
    lies_in<offsetof(allot_event, parcel_in_time.channel), sizeof(allot_event_parcel_left::channel),
            offsetof(allot_event, raw.node), sizeof(allot_event_raw::node)>);
static_assert(
    lies_in<offsetof(allot_event, parcel_in_time.units), sizeof(allot_event_parcel_left::units),
            offsetof(allot_event, raw.quantity), sizeof(allot_event_raw::quantity)>);
static_assert(
    lies_in<offsetof(allot_event, parcel_in_time.kind), sizeof(allot_event_parcel_left::kind),
            offsetof(allot_event, raw.line), sizeof(allot_event_raw::line)>);
static_assert(lies_in<offsetof(allot_event, parcel_in_time.tracking),
                      sizeof(allot_event_parcel_left::tracking), offsetof(allot_event, raw.amount),
                      sizeof(allot_event_raw::amount)>);
static_assert(
    lies_in<offsetof(allot_event, parcel_in_time.due_at), sizeof(allot_event_parcel_left::due_at),
            offsetof(allot_event, raw.time), sizeof(allot_event_raw::time)>);

static_assert(sizeof(allot_event_parcel_left) == sizeof(allot_event_raw));
static_assert(lies_in<offsetof(allot_event, parcel_late.order_key),
                      sizeof(allot_event_parcel_left::order_key),
                      offsetof(allot_event, raw.order_key), sizeof(allot_event_raw::order_key)>);
static_assert(
    lies_in<offsetof(allot_event, parcel_late.channel), sizeof(allot_event_parcel_left::channel),
            offsetof(allot_event, raw.node), sizeof(allot_event_raw::node)>);
static_assert(
    lies_in<offsetof(allot_event, parcel_late.units), sizeof(allot_event_parcel_left::units),
            offsetof(allot_event, raw.quantity), sizeof(allot_event_raw::quantity)>);
static_assert(
    lies_in<offsetof(allot_event, parcel_late.kind), sizeof(allot_event_parcel_left::kind),
            offsetof(allot_event, raw.line), sizeof(allot_event_raw::line)>);
static_assert(
    lies_in<offsetof(allot_event, parcel_late.tracking), sizeof(allot_event_parcel_left::tracking),
            offsetof(allot_event, raw.amount), sizeof(allot_event_raw::amount)>);
static_assert(
    lies_in<offsetof(allot_event, parcel_late.due_at), sizeof(allot_event_parcel_left::due_at),
            offsetof(allot_event, raw.time), sizeof(allot_event_raw::time)>);

static_assert(sizeof(allot_event_promises_missed) == sizeof(allot_event_raw));
static_assert(lies_in<offsetof(allot_event, promises_missed.missed),
                      sizeof(allot_event_promises_missed::missed),
                      offsetof(allot_event, raw.quantity), sizeof(allot_event_raw::quantity)>);
static_assert(lies_in<offsetof(allot_event, promises_missed.missed_ever),
                      sizeof(allot_event_promises_missed::missed_ever),
                      offsetof(allot_event, raw.amount), sizeof(allot_event_raw::amount)>);

static_assert(sizeof(allot_event_exchanged) == sizeof(allot_event_raw));
static_assert(
    lies_in<offsetof(allot_event, exchanged.order_key), sizeof(allot_event_exchanged::order_key),
            offsetof(allot_event, raw.order_key), sizeof(allot_event_raw::order_key)>);
static_assert(
    lies_in<offsetof(allot_event, exchanged.counts), sizeof(allot_event_exchanged::counts),
            offsetof(allot_event, raw.line), sizeof(allot_event_raw::line)>);
static_assert(
    lies_in<offsetof(allot_event, exchanged.credit), sizeof(allot_event_exchanged::credit),
            offsetof(allot_event, raw.amount), sizeof(allot_event_raw::amount)>);
static_assert(
    lies_in<offsetof(allot_event, exchanged.return_key), sizeof(allot_event_exchanged::return_key),
            offsetof(allot_event, raw.time), sizeof(allot_event_raw::time)>);

static_assert(sizeof(allot_event_credit_moved) == sizeof(allot_event_raw));
static_assert(lies_in<offsetof(allot_event, credit_moved.order_key),
                      sizeof(allot_event_credit_moved::order_key),
                      offsetof(allot_event, raw.order_key), sizeof(allot_event_raw::order_key)>);
static_assert(
    lies_in<offsetof(allot_event, credit_moved.reason), sizeof(allot_event_credit_moved::reason),
            offsetof(allot_event, raw.reason), sizeof(allot_event_raw::reason)>);
static_assert(
    lies_in<offsetof(allot_event, credit_moved.amount), sizeof(allot_event_credit_moved::amount),
            offsetof(allot_event, raw.amount), sizeof(allot_event_raw::amount)>);
static_assert(lies_in<offsetof(allot_event, credit_moved.return_key),
                      sizeof(allot_event_credit_moved::return_key), offsetof(allot_event, raw.time),
                      sizeof(allot_event_raw::time)>);

static_assert(sizeof(allot_event_credit_lapsed) == sizeof(allot_event_raw));
static_assert(lies_in<offsetof(allot_event, credit_lapsed.order_key),
                      sizeof(allot_event_credit_lapsed::order_key),
                      offsetof(allot_event, raw.order_key), sizeof(allot_event_raw::order_key)>);
static_assert(
    lies_in<offsetof(allot_event, credit_lapsed.amount), sizeof(allot_event_credit_lapsed::amount),
            offsetof(allot_event, raw.amount), sizeof(allot_event_raw::amount)>);
static_assert(lies_in<offsetof(allot_event, credit_lapsed.return_key),
                      sizeof(allot_event_credit_lapsed::return_key),
                      offsetof(allot_event, raw.time), sizeof(allot_event_raw::time)>);

static_assert(sizeof(allot_event_rule_hit) == sizeof(allot_event_raw));
static_assert(
    lies_in<offsetof(allot_event, rule_hit.order_key), sizeof(allot_event_rule_hit::order_key),
            offsetof(allot_event, raw.order_key), sizeof(allot_event_raw::order_key)>);
static_assert(lies_in<offsetof(allot_event, rule_hit.error), sizeof(allot_event_rule_hit::error),
                      offsetof(allot_event, raw.sku), sizeof(allot_event_raw::sku)>);
static_assert(
    lies_in<offsetof(allot_event, rule_hit.version), sizeof(allot_event_rule_hit::version),
            offsetof(allot_event, raw.node), sizeof(allot_event_raw::node)>);
static_assert(lies_in<offsetof(allot_event, rule_hit.phase), sizeof(allot_event_rule_hit::phase),
                      offsetof(allot_event, raw.quantity), sizeof(allot_event_raw::quantity)>);
static_assert(lies_in<offsetof(allot_event, rule_hit.rule), sizeof(allot_event_rule_hit::rule),
                      offsetof(allot_event, raw.line), sizeof(allot_event_raw::line)>);
static_assert(
    lies_in<offsetof(allot_event, rule_hit.outcome), sizeof(allot_event_rule_hit::outcome),
            offsetof(allot_event, raw.reason), sizeof(allot_event_raw::reason)>);
static_assert(lies_in<offsetof(allot_event, rule_hit.score), sizeof(allot_event_rule_hit::score),
                      offsetof(allot_event, raw.amount), sizeof(allot_event_raw::amount)>);

static_assert(sizeof(allot_event_order_merged) == sizeof(allot_event_raw));
static_assert(lies_in<offsetof(allot_event, order_merged.order_key),
                      sizeof(allot_event_order_merged::order_key),
                      offsetof(allot_event, raw.order_key), sizeof(allot_event_raw::order_key)>);
static_assert(
    lies_in<offsetof(allot_event, order_merged.units), sizeof(allot_event_order_merged::units),
            offsetof(allot_event, raw.quantity), sizeof(allot_event_raw::quantity)>);
static_assert(
    lies_in<offsetof(allot_event, order_merged.value), sizeof(allot_event_order_merged::value),
            offsetof(allot_event, raw.amount), sizeof(allot_event_raw::amount)>);
static_assert(lies_in<offsetof(allot_event, order_merged.into_sequence),
                      sizeof(allot_event_order_merged::into_sequence),
                      offsetof(allot_event, raw.time), sizeof(allot_event_raw::time)>);

static_assert(sizeof(allot_event_line_merged) == sizeof(allot_event_raw));
static_assert(lies_in<offsetof(allot_event, line_merged.order_key),
                      sizeof(allot_event_line_merged::order_key),
                      offsetof(allot_event, raw.order_key), sizeof(allot_event_raw::order_key)>);
static_assert(lies_in<offsetof(allot_event, line_merged.sku), sizeof(allot_event_line_merged::sku),
                      offsetof(allot_event, raw.sku), sizeof(allot_event_raw::sku)>);
static_assert(
    lies_in<offsetof(allot_event, line_merged.quantity), sizeof(allot_event_line_merged::quantity),
            offsetof(allot_event, raw.quantity), sizeof(allot_event_raw::quantity)>);
static_assert(
    lies_in<offsetof(allot_event, line_merged.line), sizeof(allot_event_line_merged::line),
            offsetof(allot_event, raw.line), sizeof(allot_event_raw::line)>);
static_assert(
    lies_in<offsetof(allot_event, line_merged.value), sizeof(allot_event_line_merged::value),
            offsetof(allot_event, raw.amount), sizeof(allot_event_raw::amount)>);
static_assert(
    lies_in<offsetof(allot_event, line_merged.waiting), sizeof(allot_event_line_merged::waiting),
            offsetof(allot_event, raw.time), sizeof(allot_event_raw::time)>);

static_assert(sizeof(allot_event_order_split) == sizeof(allot_event_raw));
static_assert(lies_in<offsetof(allot_event, order_split.order_key),
                      sizeof(allot_event_order_split::order_key),
                      offsetof(allot_event, raw.order_key), sizeof(allot_event_raw::order_key)>);
static_assert(
    lies_in<offsetof(allot_event, order_split.units), sizeof(allot_event_order_split::units),
            offsetof(allot_event, raw.quantity), sizeof(allot_event_raw::quantity)>);
static_assert(
    lies_in<offsetof(allot_event, order_split.value), sizeof(allot_event_order_split::value),
            offsetof(allot_event, raw.amount), sizeof(allot_event_raw::amount)>);
static_assert(lies_in<offsetof(allot_event, order_split.from_sequence),
                      sizeof(allot_event_order_split::from_sequence),
                      offsetof(allot_event, raw.time), sizeof(allot_event_raw::time)>);

static_assert(sizeof(allot_event_line_split) == sizeof(allot_event_raw));
static_assert(
    lies_in<offsetof(allot_event, line_split.order_key), sizeof(allot_event_line_split::order_key),
            offsetof(allot_event, raw.order_key), sizeof(allot_event_raw::order_key)>);
static_assert(lies_in<offsetof(allot_event, line_split.sku), sizeof(allot_event_line_split::sku),
                      offsetof(allot_event, raw.sku), sizeof(allot_event_raw::sku)>);
static_assert(
    lies_in<offsetof(allot_event, line_split.quantity), sizeof(allot_event_line_split::quantity),
            offsetof(allot_event, raw.quantity), sizeof(allot_event_raw::quantity)>);
static_assert(lies_in<offsetof(allot_event, line_split.line), sizeof(allot_event_line_split::line),
                      offsetof(allot_event, raw.line), sizeof(allot_event_raw::line)>);
static_assert(
    lies_in<offsetof(allot_event, line_split.value), sizeof(allot_event_line_split::value),
            offsetof(allot_event, raw.amount), sizeof(allot_event_raw::amount)>);
static_assert(
    lies_in<offsetof(allot_event, line_split.waiting), sizeof(allot_event_line_split::waiting),
            offsetof(allot_event, raw.time), sizeof(allot_event_raw::time)>);

static_assert(sizeof(allot_event_sale_maybe_known) == sizeof(allot_event_raw));
static_assert(lies_in<offsetof(allot_event, sale_maybe_known.order_key),
                      sizeof(allot_event_sale_maybe_known::order_key),
                      offsetof(allot_event, raw.order_key), sizeof(allot_event_raw::order_key)>);
static_assert(lies_in<offsetof(allot_event, sale_maybe_known.units),
                      sizeof(allot_event_sale_maybe_known::units),
                      offsetof(allot_event, raw.quantity), sizeof(allot_event_raw::quantity)>);
static_assert(lies_in<offsetof(allot_event, sale_maybe_known.lines),
                      sizeof(allot_event_sale_maybe_known::lines), offsetof(allot_event, raw.line),
                      sizeof(allot_event_raw::line)>);
static_assert(lies_in<offsetof(allot_event, sale_maybe_known.value),
                      sizeof(allot_event_sale_maybe_known::value),
                      offsetof(allot_event, raw.amount), sizeof(allot_event_raw::amount)>);
static_assert(lies_in<offsetof(allot_event, sale_maybe_known.sold_at),
                      sizeof(allot_event_sale_maybe_known::sold_at),
                      offsetof(allot_event, raw.time), sizeof(allot_event_raw::time)>);

static_assert(sizeof(allot_event_line_moved) == sizeof(allot_event_raw));
static_assert(
    lies_in<offsetof(allot_event, line_moved.order_key), sizeof(allot_event_line_moved::order_key),
            offsetof(allot_event, raw.order_key), sizeof(allot_event_raw::order_key)>);
static_assert(lies_in<offsetof(allot_event, line_moved.sku), sizeof(allot_event_line_moved::sku),
                      offsetof(allot_event, raw.sku), sizeof(allot_event_raw::sku)>);
static_assert(lies_in<offsetof(allot_event, line_moved.node), sizeof(allot_event_line_moved::node),
                      offsetof(allot_event, raw.node), sizeof(allot_event_raw::node)>);
static_assert(
    lies_in<offsetof(allot_event, line_moved.quantity), sizeof(allot_event_line_moved::quantity),
            offsetof(allot_event, raw.quantity), sizeof(allot_event_raw::quantity)>);
static_assert(lies_in<offsetof(allot_event, line_moved.line), sizeof(allot_event_line_moved::line),
                      offsetof(allot_event, raw.line), sizeof(allot_event_raw::line)>);
static_assert(lies_in<offsetof(allot_event, line_moved.lot), sizeof(allot_event_line_moved::lot),
                      offsetof(allot_event, raw.amount), sizeof(allot_event_raw::amount)>);

static_assert(sizeof(allot_event_parcel_shipped) == sizeof(allot_event_raw));
static_assert(lies_in<offsetof(allot_event, parcel_shipped.parcel_key),
                      sizeof(allot_event_parcel_shipped::parcel_key),
                      offsetof(allot_event, raw.amount), sizeof(allot_event_raw::amount)>);
static_assert(lies_in<offsetof(allot_event, parcel_shipped.weight_g),
                      sizeof(allot_event_parcel_shipped::weight_g), offsetof(allot_event, raw.time),
                      sizeof(allot_event_raw::time)>);

static_assert(sizeof(allot_event_parcel_unassigned) == sizeof(allot_event_raw));
static_assert(lies_in<offsetof(allot_event, parcel_unassigned.reason),
                      sizeof(allot_event_parcel_unassigned::reason),
                      offsetof(allot_event, raw.reason), sizeof(allot_event_raw::reason)>);
static_assert(lies_in<offsetof(allot_event, parcel_unassigned.parcel_key),
                      sizeof(allot_event_parcel_unassigned::parcel_key),
                      offsetof(allot_event, raw.amount), sizeof(allot_event_raw::amount)>);
static_assert(lies_in<offsetof(allot_event, parcel_unassigned.tracking),
                      sizeof(allot_event_parcel_unassigned::tracking),
                      offsetof(allot_event, raw.time), sizeof(allot_event_raw::time)>);

}  // namespace
