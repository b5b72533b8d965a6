/* Every value of every event, by its name and by its slot. Of group stock.
 *
 * Made from src/messages; change the description there, then: scripts/generate.sh */
#include "../message_tables.h"

extern const struct value_row values_of_stock_received[];
const struct value_row values_of_stock_received[] = {
    {"sku", LIES_AT(allot_event, stock_received.sku), LIES_AT(allot_event, raw.sku)},
    {"node", LIES_AT(allot_event, stock_received.node), LIES_AT(allot_event, raw.node)},
    {"lot", LIES_AT(allot_event, stock_received.lot), LIES_AT(allot_event, raw.order_key.low)},
    {"available", LIES_AT(allot_event, stock_received.available),
     LIES_AT(allot_event, raw.quantity)},
    {"received", LIES_AT(allot_event, stock_received.received), LIES_AT(allot_event, raw.amount)},
    {NULL, 0, 0, 0, 0}};

extern const struct value_row values_of_stock_adjusted[];
const struct value_row values_of_stock_adjusted[] = {
    {"sku", LIES_AT(allot_event, stock_adjusted.sku), LIES_AT(allot_event, raw.sku)},
    {"node", LIES_AT(allot_event, stock_adjusted.node), LIES_AT(allot_event, raw.node)},
    {"lot", LIES_AT(allot_event, stock_adjusted.lot), LIES_AT(allot_event, raw.order_key.low)},
    {"available", LIES_AT(allot_event, stock_adjusted.available),
     LIES_AT(allot_event, raw.quantity)},
    {"delta", LIES_AT(allot_event, stock_adjusted.delta), LIES_AT(allot_event, raw.amount)},
    {NULL, 0, 0, 0, 0}};

extern const struct value_row values_of_stock_deficit[];
const struct value_row values_of_stock_deficit[] = {
    {"sku", LIES_AT(allot_event, stock_deficit.sku), LIES_AT(allot_event, raw.sku)},
    {"node", LIES_AT(allot_event, stock_deficit.node), LIES_AT(allot_event, raw.node)},
    {"lot", LIES_AT(allot_event, stock_deficit.lot), LIES_AT(allot_event, raw.order_key.low)},
    {"deficit", LIES_AT(allot_event, stock_deficit.deficit), LIES_AT(allot_event, raw.quantity)},
    {"delta", LIES_AT(allot_event, stock_deficit.delta), LIES_AT(allot_event, raw.amount)},
    {NULL, 0, 0, 0, 0}};

extern const struct value_row values_of_safety_stock_set[];
const struct value_row values_of_safety_stock_set[] = {
    {"sku", LIES_AT(allot_event, safety_stock_set.sku), LIES_AT(allot_event, raw.sku)},
    {"node", LIES_AT(allot_event, safety_stock_set.node), LIES_AT(allot_event, raw.node)},
    {"safety_stock", LIES_AT(allot_event, safety_stock_set.safety_stock),
     LIES_AT(allot_event, raw.quantity)},
    {NULL, 0, 0, 0, 0}};

extern const struct value_row values_of_stock_expired[];
const struct value_row values_of_stock_expired[] = {
    {"sku", LIES_AT(allot_event, stock_expired.sku), LIES_AT(allot_event, raw.sku)},
    {"node", LIES_AT(allot_event, stock_expired.node), LIES_AT(allot_event, raw.node)},
    {"lot", LIES_AT(allot_event, stock_expired.lot), LIES_AT(allot_event, raw.order_key.low)},
    {"available", LIES_AT(allot_event, stock_expired.available),
     LIES_AT(allot_event, raw.quantity)},
    {"unavailable", LIES_AT(allot_event, stock_expired.unavailable),
     LIES_AT(allot_event, raw.amount)},
    {"expires_at", LIES_AT(allot_event, stock_expired.expires_at), LIES_AT(allot_event, raw.time)},
    {NULL, 0, 0, 0, 0}};

extern const struct value_row values_of_lot_end_unknown[];
const struct value_row values_of_lot_end_unknown[] = {
    {"sku", LIES_AT(allot_event, lot_end_unknown.sku), LIES_AT(allot_event, raw.sku)},
    {"node", LIES_AT(allot_event, lot_end_unknown.node), LIES_AT(allot_event, raw.node)},
    {"lot", LIES_AT(allot_event, lot_end_unknown.lot), LIES_AT(allot_event, raw.order_key.low)},
    {"units", LIES_AT(allot_event, lot_end_unknown.units), LIES_AT(allot_event, raw.quantity)},
    {NULL, 0, 0, 0, 0}};

extern const struct value_row values_of_for_sale[];
const struct value_row values_of_for_sale[] = {
    {"sku", LIES_AT(allot_event, for_sale.sku), LIES_AT(allot_event, raw.sku)},
    {"channel", LIES_AT(allot_event, for_sale.channel), LIES_AT(allot_event, raw.node)},
    {"units", LIES_AT(allot_event, for_sale.units), LIES_AT(allot_event, raw.quantity)},
    {NULL, 0, 0, 0, 0}};

extern const struct value_row values_of_sold_out[];
const struct value_row values_of_sold_out[] = {
    {"sku", LIES_AT(allot_event, sold_out.sku), LIES_AT(allot_event, raw.sku)},
    {"channel", LIES_AT(allot_event, sold_out.channel), LIES_AT(allot_event, raw.node)},
    {"units", LIES_AT(allot_event, sold_out.units), LIES_AT(allot_event, raw.quantity)},
    {NULL, 0, 0, 0, 0}};

extern const struct value_row values_of_back_in_stock[];
const struct value_row values_of_back_in_stock[] = {
    {"sku", LIES_AT(allot_event, back_in_stock.sku), LIES_AT(allot_event, raw.sku)},
    {"channel", LIES_AT(allot_event, back_in_stock.channel), LIES_AT(allot_event, raw.node)},
    {"units", LIES_AT(allot_event, back_in_stock.units), LIES_AT(allot_event, raw.quantity)},
    {NULL, 0, 0, 0, 0}};

extern const struct value_row values_of_feed_complete[];
const struct value_row values_of_feed_complete[] = {
    {"channel", LIES_AT(allot_event, feed_complete.channel), LIES_AT(allot_event, raw.node)},
    {"skus", LIES_AT(allot_event, feed_complete.skus), LIES_AT(allot_event, raw.quantity)},
    {NULL, 0, 0, 0, 0}};
