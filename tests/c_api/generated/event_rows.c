/* Every event. Its values lie in the files of the groups.
 *
 * Made from src/messages; change the description there, then: scripts/generate.sh */
#include "../message_tables.h"

extern const struct value_row values_of_started[];
extern const struct value_row values_of_refused[];
extern const struct value_row values_of_duplicate[];
extern const struct value_row values_of_ticked[];
extern const struct value_row values_of_defined[];
extern const struct value_row values_of_skipped[];
extern const struct value_row values_of_time_kept[];
extern const struct value_row values_of_stock_received[];
extern const struct value_row values_of_stock_adjusted[];
extern const struct value_row values_of_stock_deficit[];
extern const struct value_row values_of_safety_stock_set[];
extern const struct value_row values_of_stock_expired[];
extern const struct value_row values_of_lot_end_unknown[];
extern const struct value_row values_of_for_sale[];
extern const struct value_row values_of_sold_out[];
extern const struct value_row values_of_back_in_stock[];
extern const struct value_row values_of_feed_complete[];
extern const struct value_row values_of_placed[];
extern const struct value_row values_of_imported[];
extern const struct value_row values_of_line_held[];
extern const struct value_row values_of_line_allocated[];
extern const struct value_row values_of_line_waiting[];
extern const struct value_row values_of_line_refused[];
extern const struct value_row values_of_line_short[];
extern const struct value_row values_of_in_review[];
extern const struct value_row values_of_ship_stop[];
extern const struct value_row values_of_allocated[];
extern const struct value_row values_of_cancelled[];
extern const struct value_row values_of_expired[];
extern const struct value_row values_of_paid[];
extern const struct value_row values_of_payment_pending[];
extern const struct value_row values_of_payment_failed[];
extern const struct value_row values_of_refund_due[];
extern const struct value_row values_of_retaken[];
extern const struct value_row values_of_reminder[];
extern const struct value_row values_of_review_approved[];
extern const struct value_row values_of_review_rejected[];
extern const struct value_row values_of_cap_exceeded[];
extern const struct value_row values_of_payment_unassigned[];
extern const struct value_row values_of_capture_due[];
extern const struct value_row values_of_shipped_elsewhere[];
extern const struct value_row values_of_news_kept[];
extern const struct value_row values_of_news_unclaimed[];
extern const struct value_row values_of_authorised[];
extern const struct value_row values_of_captured[];
extern const struct value_row values_of_refunded[];
extern const struct value_row values_of_reversed[];
extern const struct value_row values_of_charged_back[];
extern const struct value_row values_of_balance[];
extern const struct value_row values_of_unpaid[];
extern const struct value_row values_of_offered[];
extern const struct value_row values_of_offer_withdrawn[];
extern const struct value_row values_of_payment_overdue[];
extern const struct value_row values_of_line_lost[];
extern const struct value_row values_of_overdue_reminder[];
extern const struct value_row values_of_payment_authorised[];
extern const struct value_row values_of_authorisation_lapsed[];
extern const struct value_row values_of_line_shipped[];
extern const struct value_row values_of_order_shipped[];
extern const struct value_row values_of_shipment_exception[];
extern const struct value_row values_of_line_delivered[];
extern const struct value_row values_of_part_shipped[];
extern const struct value_row values_of_line_unshipped[];
extern const struct value_row values_of_order_reopened[];
extern const struct value_row values_of_delivery_exception[];
extern const struct value_row values_of_line_cancelled[];
extern const struct value_row values_of_order_changed[];
extern const struct value_row values_of_line_changed[];
extern const struct value_row values_of_deposit_paid[];
extern const struct value_row values_of_balance_lapsed[];
extern const struct value_row values_of_voided[];
extern const struct value_row values_of_line_named[];
extern const struct value_row values_of_taken_over[];
extern const struct value_row values_of_own_hold_told[];
extern const struct value_row values_of_extended[];
extern const struct value_row values_of_return_requested[];
extern const struct value_row values_of_return_restocked[];
extern const struct value_row values_of_return_quarantined[];
extern const struct value_row values_of_return_scrapped[];
extern const struct value_row values_of_return_forwarded[];
extern const struct value_row values_of_return_exception[];
extern const struct value_row values_of_return_lapsed[];
extern const struct value_row values_of_return_completed[];
extern const struct value_row values_of_exception_raised[];
extern const struct value_row values_of_exception_assigned[];
extern const struct value_row values_of_exception_resolved[];
extern const struct value_row values_of_exception_solved[];
extern const struct value_row values_of_exception_overdue[];
extern const struct value_row values_of_exceptions_missed[];
extern const struct value_row values_of_sku_named[];
extern const struct value_row values_of_line_released[];
extern const struct value_row values_of_line_picked[];
extern const struct value_row values_of_line_short_picked[];
extern const struct value_row values_of_line_put_back[];
extern const struct value_row values_of_cancel_requested[];
extern const struct value_row values_of_cancel_agreed[];
extern const struct value_row values_of_cancel_refused[];
extern const struct value_row values_of_line_packed[];
extern const struct value_row values_of_wave_begun[];
extern const struct value_row values_of_wave_released[];
extern const struct value_row values_of_service_warning[];
extern const struct value_row values_of_service_breached[];
extern const struct value_row values_of_service_kept[];
extern const struct value_row values_of_parcel_in_time[];
extern const struct value_row values_of_parcel_late[];
extern const struct value_row values_of_promises_missed[];
extern const struct value_row values_of_exchanged[];
extern const struct value_row values_of_credit_moved[];
extern const struct value_row values_of_credit_lapsed[];
extern const struct value_row values_of_rule_hit[];
extern const struct value_row values_of_order_merged[];
extern const struct value_row values_of_line_merged[];
extern const struct value_row values_of_order_split[];
extern const struct value_row values_of_line_split[];
extern const struct value_row values_of_sale_maybe_known[];
extern const struct value_row values_of_line_moved[];
extern const struct value_row values_of_parcel_shipped[];
extern const struct value_row values_of_parcel_unassigned[];

const struct event_row event_rows[] = {
    {"started", ALLOT_EVENT_STARTED, 1, values_of_started},
    {"refused", ALLOT_EVENT_REFUSED, 2, values_of_refused},
    {"duplicate", ALLOT_EVENT_DUPLICATE, 3, values_of_duplicate},
    {"ticked", ALLOT_EVENT_TICKED, 4, values_of_ticked},
    {"defined", ALLOT_EVENT_DEFINED, 5, values_of_defined},
    {"skipped", ALLOT_EVENT_SKIPPED, 6, values_of_skipped},
    {"time_kept", ALLOT_EVENT_TIME_KEPT, 7, values_of_time_kept},
    {"stock_received", ALLOT_EVENT_STOCK_RECEIVED, 20, values_of_stock_received},
    {"stock_adjusted", ALLOT_EVENT_STOCK_ADJUSTED, 21, values_of_stock_adjusted},
    {"stock_deficit", ALLOT_EVENT_STOCK_DEFICIT, 22, values_of_stock_deficit},
    {"safety_stock_set", ALLOT_EVENT_SAFETY_STOCK_SET, 23, values_of_safety_stock_set},
    {"stock_expired", ALLOT_EVENT_STOCK_EXPIRED, 24, values_of_stock_expired},
    {"lot_end_unknown", ALLOT_EVENT_LOT_END_UNKNOWN, 25, values_of_lot_end_unknown},
    {"for_sale", ALLOT_EVENT_FOR_SALE, 30, values_of_for_sale},
    {"sold_out", ALLOT_EVENT_SOLD_OUT, 31, values_of_sold_out},
    {"back_in_stock", ALLOT_EVENT_BACK_IN_STOCK, 32, values_of_back_in_stock},
    {"feed_complete", ALLOT_EVENT_FEED_COMPLETE, 33, values_of_feed_complete},
    {"placed", ALLOT_EVENT_PLACED, 40, values_of_placed},
    {"imported", ALLOT_EVENT_IMPORTED, 41, values_of_imported},
    {"line_held", ALLOT_EVENT_LINE_HELD, 42, values_of_line_held},
    {"line_allocated", ALLOT_EVENT_LINE_ALLOCATED, 43, values_of_line_allocated},
    {"line_waiting", ALLOT_EVENT_LINE_WAITING, 44, values_of_line_waiting},
    {"line_refused", ALLOT_EVENT_LINE_REFUSED, 45, values_of_line_refused},
    {"line_short", ALLOT_EVENT_LINE_SHORT, 46, values_of_line_short},
    {"in_review", ALLOT_EVENT_IN_REVIEW, 47, values_of_in_review},
    {"ship_stop", ALLOT_EVENT_SHIP_STOP, 48, values_of_ship_stop},
    {"allocated", ALLOT_EVENT_ALLOCATED, 49, values_of_allocated},
    {"cancelled", ALLOT_EVENT_CANCELLED, 50, values_of_cancelled},
    {"expired", ALLOT_EVENT_EXPIRED, 51, values_of_expired},
    {"paid", ALLOT_EVENT_PAID, 52, values_of_paid},
    {"payment_pending", ALLOT_EVENT_PAYMENT_PENDING, 53, values_of_payment_pending},
    {"payment_failed", ALLOT_EVENT_PAYMENT_FAILED, 54, values_of_payment_failed},
    {"refund_due", ALLOT_EVENT_REFUND_DUE, 55, values_of_refund_due},
    {"retaken", ALLOT_EVENT_RETAKEN, 56, values_of_retaken},
    {"reminder", ALLOT_EVENT_REMINDER, 57, values_of_reminder},
    {"review_approved", ALLOT_EVENT_REVIEW_APPROVED, 58, values_of_review_approved},
    {"review_rejected", ALLOT_EVENT_REVIEW_REJECTED, 59, values_of_review_rejected},
    {"cap_exceeded", ALLOT_EVENT_CAP_EXCEEDED, 60, values_of_cap_exceeded},
    {"payment_unassigned", ALLOT_EVENT_PAYMENT_UNASSIGNED, 61, values_of_payment_unassigned},
    {"capture_due", ALLOT_EVENT_CAPTURE_DUE, 62, values_of_capture_due},
    {"shipped_elsewhere", ALLOT_EVENT_SHIPPED_ELSEWHERE, 63, values_of_shipped_elsewhere},
    {"news_kept", ALLOT_EVENT_NEWS_KEPT, 64, values_of_news_kept},
    {"news_unclaimed", ALLOT_EVENT_NEWS_UNCLAIMED, 65, values_of_news_unclaimed},
    {"authorised", ALLOT_EVENT_AUTHORISED, 66, values_of_authorised},
    {"captured", ALLOT_EVENT_CAPTURED, 67, values_of_captured},
    {"refunded", ALLOT_EVENT_REFUNDED, 68, values_of_refunded},
    {"reversed", ALLOT_EVENT_REVERSED, 69, values_of_reversed},
    {"charged_back", ALLOT_EVENT_CHARGED_BACK, 70, values_of_charged_back},
    {"balance", ALLOT_EVENT_BALANCE, 71, values_of_balance},
    {"unpaid", ALLOT_EVENT_UNPAID, 72, values_of_unpaid},
    {"offered", ALLOT_EVENT_OFFERED, 73, values_of_offered},
    {"offer_withdrawn", ALLOT_EVENT_OFFER_WITHDRAWN, 74, values_of_offer_withdrawn},
    {"payment_overdue", ALLOT_EVENT_PAYMENT_OVERDUE, 75, values_of_payment_overdue},
    {"line_lost", ALLOT_EVENT_LINE_LOST, 76, values_of_line_lost},
    {"overdue_reminder", ALLOT_EVENT_OVERDUE_REMINDER, 77, values_of_overdue_reminder},
    {"payment_authorised", ALLOT_EVENT_PAYMENT_AUTHORISED, 78, values_of_payment_authorised},
    {"authorisation_lapsed", ALLOT_EVENT_AUTHORISATION_LAPSED, 79, values_of_authorisation_lapsed},
    {"line_shipped", ALLOT_EVENT_LINE_SHIPPED, 80, values_of_line_shipped},
    {"order_shipped", ALLOT_EVENT_ORDER_SHIPPED, 81, values_of_order_shipped},
    {"shipment_exception", ALLOT_EVENT_SHIPMENT_EXCEPTION, 82, values_of_shipment_exception},
    {"line_delivered", ALLOT_EVENT_LINE_DELIVERED, 83, values_of_line_delivered},
    {"part_shipped", ALLOT_EVENT_PART_SHIPPED, 84, values_of_part_shipped},
    {"line_unshipped", ALLOT_EVENT_LINE_UNSHIPPED, 85, values_of_line_unshipped},
    {"order_reopened", ALLOT_EVENT_ORDER_REOPENED, 86, values_of_order_reopened},
    {"delivery_exception", ALLOT_EVENT_DELIVERY_EXCEPTION, 87, values_of_delivery_exception},
    {"line_cancelled", ALLOT_EVENT_LINE_CANCELLED, 90, values_of_line_cancelled},
    {"order_changed", ALLOT_EVENT_ORDER_CHANGED, 91, values_of_order_changed},
    {"line_changed", ALLOT_EVENT_LINE_CHANGED, 92, values_of_line_changed},
    {"deposit_paid", ALLOT_EVENT_DEPOSIT_PAID, 93, values_of_deposit_paid},
    {"balance_lapsed", ALLOT_EVENT_BALANCE_LAPSED, 94, values_of_balance_lapsed},
    {"voided", ALLOT_EVENT_VOIDED, 95, values_of_voided},
    {"line_named", ALLOT_EVENT_LINE_NAMED, 96, values_of_line_named},
    {"taken_over", ALLOT_EVENT_TAKEN_OVER, 97, values_of_taken_over},
    {"own_hold_told", ALLOT_EVENT_OWN_HOLD_TOLD, 98, values_of_own_hold_told},
    {"extended", ALLOT_EVENT_EXTENDED, 99, values_of_extended},
    {"return_requested", ALLOT_EVENT_RETURN_REQUESTED, 100, values_of_return_requested},
    {"return_restocked", ALLOT_EVENT_RETURN_RESTOCKED, 101, values_of_return_restocked},
    {"return_quarantined", ALLOT_EVENT_RETURN_QUARANTINED, 102, values_of_return_quarantined},
    {"return_scrapped", ALLOT_EVENT_RETURN_SCRAPPED, 103, values_of_return_scrapped},
    {"return_forwarded", ALLOT_EVENT_RETURN_FORWARDED, 104, values_of_return_forwarded},
    {"return_exception", ALLOT_EVENT_RETURN_EXCEPTION, 105, values_of_return_exception},
    {"return_lapsed", ALLOT_EVENT_RETURN_LAPSED, 106, values_of_return_lapsed},
    {"return_completed", ALLOT_EVENT_RETURN_COMPLETED, 107, values_of_return_completed},
    {"exception_raised", ALLOT_EVENT_EXCEPTION_RAISED, 110, values_of_exception_raised},
    {"exception_assigned", ALLOT_EVENT_EXCEPTION_ASSIGNED, 111, values_of_exception_assigned},
    {"exception_resolved", ALLOT_EVENT_EXCEPTION_RESOLVED, 112, values_of_exception_resolved},
    {"exception_solved", ALLOT_EVENT_EXCEPTION_SOLVED, 113, values_of_exception_solved},
    {"exception_overdue", ALLOT_EVENT_EXCEPTION_OVERDUE, 114, values_of_exception_overdue},
    {"exceptions_missed", ALLOT_EVENT_EXCEPTIONS_MISSED, 115, values_of_exceptions_missed},
    {"sku_named", ALLOT_EVENT_SKU_NAMED, 116, values_of_sku_named},
    {"line_released", ALLOT_EVENT_LINE_RELEASED, 120, values_of_line_released},
    {"line_picked", ALLOT_EVENT_LINE_PICKED, 121, values_of_line_picked},
    {"line_short_picked", ALLOT_EVENT_LINE_SHORT_PICKED, 122, values_of_line_short_picked},
    {"line_put_back", ALLOT_EVENT_LINE_PUT_BACK, 123, values_of_line_put_back},
    {"cancel_requested", ALLOT_EVENT_CANCEL_REQUESTED, 124, values_of_cancel_requested},
    {"cancel_agreed", ALLOT_EVENT_CANCEL_AGREED, 125, values_of_cancel_agreed},
    {"cancel_refused", ALLOT_EVENT_CANCEL_REFUSED, 126, values_of_cancel_refused},
    {"line_packed", ALLOT_EVENT_LINE_PACKED, 127, values_of_line_packed},
    {"wave_begun", ALLOT_EVENT_WAVE_BEGUN, 128, values_of_wave_begun},
    {"wave_released", ALLOT_EVENT_WAVE_RELEASED, 129, values_of_wave_released},
    {"service_warning", ALLOT_EVENT_SERVICE_WARNING, 140, values_of_service_warning},
    {"service_breached", ALLOT_EVENT_SERVICE_BREACHED, 141, values_of_service_breached},
    {"service_kept", ALLOT_EVENT_SERVICE_KEPT, 142, values_of_service_kept},
    {"parcel_in_time", ALLOT_EVENT_PARCEL_IN_TIME, 143, values_of_parcel_in_time},
    {"parcel_late", ALLOT_EVENT_PARCEL_LATE, 144, values_of_parcel_late},
    {"promises_missed", ALLOT_EVENT_PROMISES_MISSED, 145, values_of_promises_missed},
    {"exchanged", ALLOT_EVENT_EXCHANGED, 150, values_of_exchanged},
    {"credit_moved", ALLOT_EVENT_CREDIT_MOVED, 151, values_of_credit_moved},
    {"credit_lapsed", ALLOT_EVENT_CREDIT_LAPSED, 152, values_of_credit_lapsed},
    {"rule_hit", ALLOT_EVENT_RULE_HIT, 160, values_of_rule_hit},
    {"order_merged", ALLOT_EVENT_ORDER_MERGED, 170, values_of_order_merged},
    {"line_merged", ALLOT_EVENT_LINE_MERGED, 171, values_of_line_merged},
    {"order_split", ALLOT_EVENT_ORDER_SPLIT, 172, values_of_order_split},
    {"line_split", ALLOT_EVENT_LINE_SPLIT, 173, values_of_line_split},
    {"sale_maybe_known", ALLOT_EVENT_SALE_MAYBE_KNOWN, 180, values_of_sale_maybe_known},
    {"line_moved", ALLOT_EVENT_LINE_MOVED, 181, values_of_line_moved},
    {"parcel_shipped", ALLOT_EVENT_PARCEL_SHIPPED, 190, values_of_parcel_shipped},
    {"parcel_unassigned", ALLOT_EVENT_PARCEL_UNASSIGNED, 191, values_of_parcel_unassigned},
    {NULL, 0, 0, NULL}};
