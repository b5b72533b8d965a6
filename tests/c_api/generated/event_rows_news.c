/* Every value of every event, by its name and by its slot. Of group news.
 *
 * Made from src/messages; change the description there, then: scripts/generate.sh */
#include "../message_tables.h"

extern const struct value_row values_of_news_kept[];
const struct value_row values_of_news_kept[] = {
    {"order_key", LIES_AT(allot_event, news_kept.order_key), LIES_AT(allot_event, raw.order_key)},
    {"command", LIES_AT(allot_event, news_kept.command), LIES_AT(allot_event, raw.quantity)},
    {"paid_at", LIES_AT(allot_event, news_kept.paid_at), LIES_AT(allot_event, raw.amount)},
    {"until", LIES_AT(allot_event, news_kept.until), LIES_AT(allot_event, raw.time)},
    {"reason", LIES_AT(allot_event, news_kept.reason), LIES_AT(allot_event, raw.reason)},
    {NULL, 0, 0, 0, 0}};

extern const struct value_row values_of_news_unclaimed[];
const struct value_row values_of_news_unclaimed[] = {
    {"order_key", LIES_AT(allot_event, news_unclaimed.order_key),
     LIES_AT(allot_event, raw.order_key)},
    {"command", LIES_AT(allot_event, news_unclaimed.command), LIES_AT(allot_event, raw.quantity)},
    {"paid_at", LIES_AT(allot_event, news_unclaimed.paid_at), LIES_AT(allot_event, raw.time)},
    {"amount", LIES_AT(allot_event, news_unclaimed.amount), LIES_AT(allot_event, raw.amount)},
    {NULL, 0, 0, 0, 0}};
