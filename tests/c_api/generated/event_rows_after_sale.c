/* Every value of every event, by its name and by its slot. Of group after_sale.
 *
 * Made from src/messages; change the description there, then: scripts/generate.sh */
#include "../message_tables.h"

extern const struct value_row values_of_return_requested[];
const struct value_row values_of_return_requested[] = {
    {"order_key", LIES_AT(allot_event, return_requested.order_key),
     LIES_AT(allot_event, raw.order_key)},
    {"why", LIES_AT(allot_event, return_requested.why), LIES_AT(allot_event, raw.line)},
    {"sku", LIES_AT(allot_event, return_requested.sku), LIES_AT(allot_event, raw.sku)},
    {"units", LIES_AT(allot_event, return_requested.units), LIES_AT(allot_event, raw.quantity)},
    {"return_key", LIES_AT(allot_event, return_requested.return_key),
     LIES_AT(allot_event, raw.amount)},
    {"until", LIES_AT(allot_event, return_requested.until), LIES_AT(allot_event, raw.time)},
    {NULL, 0, 0, 0, 0}};

extern const struct value_row values_of_return_restocked[];
const struct value_row values_of_return_restocked[] = {
    {"order_key", LIES_AT(allot_event, return_restocked.order_key),
     LIES_AT(allot_event, raw.order_key)},
    {"sku", LIES_AT(allot_event, return_restocked.sku), LIES_AT(allot_event, raw.sku)},
    {"node", LIES_AT(allot_event, return_restocked.node), LIES_AT(allot_event, raw.node)},
    {"units", LIES_AT(allot_event, return_restocked.units), LIES_AT(allot_event, raw.quantity)},
    {"lot", LIES_AT(allot_event, return_restocked.lot), LIES_AT(allot_event, raw.amount)},
    {"return_key", LIES_AT(allot_event, return_restocked.return_key),
     LIES_AT(allot_event, raw.time)},
    {NULL, 0, 0, 0, 0}};

extern const struct value_row values_of_return_quarantined[];
const struct value_row values_of_return_quarantined[] = {
    {"order_key", LIES_AT(allot_event, return_quarantined.order_key),
     LIES_AT(allot_event, raw.order_key)},
    {"sku", LIES_AT(allot_event, return_quarantined.sku), LIES_AT(allot_event, raw.sku)},
    {"node", LIES_AT(allot_event, return_quarantined.node), LIES_AT(allot_event, raw.node)},
    {"units", LIES_AT(allot_event, return_quarantined.units), LIES_AT(allot_event, raw.quantity)},
    {"lot", LIES_AT(allot_event, return_quarantined.lot), LIES_AT(allot_event, raw.amount)},
    {"return_key", LIES_AT(allot_event, return_quarantined.return_key),
     LIES_AT(allot_event, raw.time)},
    {NULL, 0, 0, 0, 0}};

extern const struct value_row values_of_return_scrapped[];
const struct value_row values_of_return_scrapped[] = {
    {"order_key", LIES_AT(allot_event, return_scrapped.order_key),
     LIES_AT(allot_event, raw.order_key)},
    {"sku", LIES_AT(allot_event, return_scrapped.sku), LIES_AT(allot_event, raw.sku)},
    {"node", LIES_AT(allot_event, return_scrapped.node), LIES_AT(allot_event, raw.node)},
    {"units", LIES_AT(allot_event, return_scrapped.units), LIES_AT(allot_event, raw.quantity)},
    {"lot", LIES_AT(allot_event, return_scrapped.lot), LIES_AT(allot_event, raw.amount)},
    {"return_key", LIES_AT(allot_event, return_scrapped.return_key),
     LIES_AT(allot_event, raw.time)},
    {NULL, 0, 0, 0, 0}};

extern const struct value_row values_of_return_forwarded[];
const struct value_row values_of_return_forwarded[] = {
    {"order_key", LIES_AT(allot_event, return_forwarded.order_key),
     LIES_AT(allot_event, raw.order_key)},
    {"sku", LIES_AT(allot_event, return_forwarded.sku), LIES_AT(allot_event, raw.sku)},
    {"node", LIES_AT(allot_event, return_forwarded.node), LIES_AT(allot_event, raw.node)},
    {"units", LIES_AT(allot_event, return_forwarded.units), LIES_AT(allot_event, raw.quantity)},
    {"lot", LIES_AT(allot_event, return_forwarded.lot), LIES_AT(allot_event, raw.amount)},
    {"return_key", LIES_AT(allot_event, return_forwarded.return_key),
     LIES_AT(allot_event, raw.time)},
    {NULL, 0, 0, 0, 0}};

extern const struct value_row values_of_return_exception[];
const struct value_row values_of_return_exception[] = {
    {"order_key", LIES_AT(allot_event, return_exception.order_key),
     LIES_AT(allot_event, raw.order_key)},
    {"sku", LIES_AT(allot_event, return_exception.sku), LIES_AT(allot_event, raw.sku)},
    {"node", LIES_AT(allot_event, return_exception.node), LIES_AT(allot_event, raw.node)},
    {"units", LIES_AT(allot_event, return_exception.units), LIES_AT(allot_event, raw.quantity)},
    {"return_key", LIES_AT(allot_event, return_exception.return_key),
     LIES_AT(allot_event, raw.time)},
    {"reason", LIES_AT(allot_event, return_exception.reason), LIES_AT(allot_event, raw.reason)},
    {NULL, 0, 0, 0, 0}};

extern const struct value_row values_of_return_lapsed[];
const struct value_row values_of_return_lapsed[] = {
    {"order_key", LIES_AT(allot_event, return_lapsed.order_key),
     LIES_AT(allot_event, raw.order_key)},
    {"sku", LIES_AT(allot_event, return_lapsed.sku), LIES_AT(allot_event, raw.sku)},
    {"units", LIES_AT(allot_event, return_lapsed.units), LIES_AT(allot_event, raw.quantity)},
    {"return_key", LIES_AT(allot_event, return_lapsed.return_key),
     LIES_AT(allot_event, raw.amount)},
    {"until", LIES_AT(allot_event, return_lapsed.until), LIES_AT(allot_event, raw.time)},
    {NULL, 0, 0, 0, 0}};

extern const struct value_row values_of_return_completed[];
const struct value_row values_of_return_completed[] = {
    {"order_key", LIES_AT(allot_event, return_completed.order_key),
     LIES_AT(allot_event, raw.order_key)},
    {"sku", LIES_AT(allot_event, return_completed.sku), LIES_AT(allot_event, raw.sku)},
    {"units", LIES_AT(allot_event, return_completed.units), LIES_AT(allot_event, raw.quantity)},
    {"return_key", LIES_AT(allot_event, return_completed.return_key),
     LIES_AT(allot_event, raw.amount)},
    {NULL, 0, 0, 0, 0}};

extern const struct value_row values_of_exchanged[];
const struct value_row values_of_exchanged[] = {
    {"order_key", LIES_AT(allot_event, exchanged.order_key), LIES_AT(allot_event, raw.order_key)},
    {"counts", LIES_AT(allot_event, exchanged.counts), LIES_AT(allot_event, raw.line)},
    {"credit", LIES_AT(allot_event, exchanged.credit), LIES_AT(allot_event, raw.amount)},
    {"return_key", LIES_AT(allot_event, exchanged.return_key), LIES_AT(allot_event, raw.time)},
    {NULL, 0, 0, 0, 0}};

extern const struct value_row values_of_credit_moved[];
const struct value_row values_of_credit_moved[] = {
    {"order_key", LIES_AT(allot_event, credit_moved.order_key),
     LIES_AT(allot_event, raw.order_key)},
    {"amount", LIES_AT(allot_event, credit_moved.amount), LIES_AT(allot_event, raw.amount)},
    {"return_key", LIES_AT(allot_event, credit_moved.return_key), LIES_AT(allot_event, raw.time)},
    {"reason", LIES_AT(allot_event, credit_moved.reason), LIES_AT(allot_event, raw.reason)},
    {NULL, 0, 0, 0, 0}};

extern const struct value_row values_of_credit_lapsed[];
const struct value_row values_of_credit_lapsed[] = {
    {"order_key", LIES_AT(allot_event, credit_lapsed.order_key),
     LIES_AT(allot_event, raw.order_key)},
    {"amount", LIES_AT(allot_event, credit_lapsed.amount), LIES_AT(allot_event, raw.amount)},
    {"return_key", LIES_AT(allot_event, credit_lapsed.return_key), LIES_AT(allot_event, raw.time)},
    {NULL, 0, 0, 0, 0}};
