# Made from src/messages/allot.fbs; change that file, then: scripts/generate.sh
"""Which columns the commands of each type take."""

from __future__ import annotations

from allot.column import Column, ColumnList, ColumnTable

# By the command's name. A field that is a list has a column of offsets and columns of its
# own; a field of an order's line is called line_... where orders have one of its name.
TABLES: dict[str, ColumnTable] = {
    "tick": ColumnTable(
        (
            Column("force", "force", "truth", "uint8", 1, False, 0),
            Column("time", "time", "time", "int64", None, False, 0),
        ),
        (),
    ),
    "risk_limits": ColumnTable(
        (
            Column("command_key", "command_key", "integer", "uint64", None, True, 0),
            Column("order_value_max", "order_value_max", "integer", "int64", None, False, 0),
            Column("line_quantity_max", "line_quantity_max", "integer", "uint32", None, False, 0),
            Column("price_low_bp", "price_low_bp", "integer", "uint32", None, False, 0),
            Column("price_high_bp", "price_high_bp", "integer", "uint32", None, False, 0),
            Column("velocity_count", "velocity_count", "integer", "uint32", None, False, 0),
            Column("velocity_window_ns", "velocity_window_ns", "duration", "int64", None, False, 0),
            Column("review_value_min", "review_value_min", "integer", "int64", None, False, 0),
            Column("currency", "currency", "text", "", None, False, 0),
            Column("time", "time", "time", "int64", None, False, 0),
        ),
        (),
    ),
    "sku": ColumnTable(
        (
            Column("command_key", "command_key", "integer", "uint64", None, True, 0),
            Column("code", "code", "text", "", None, True, 0),
            Column("list_price", "list_price", "integer", "int64", None, False, 0),
            Column("time", "time", "time", "int64", None, False, 0),
        ),
        (),
    ),
    "node": ColumnTable(
        (
            Column("command_key", "command_key", "integer", "uint64", None, True, 0),
            Column("code", "code", "text", "", None, True, 0),
            Column("priority", "priority", "integer", "uint32", None, False, 0),
            Column("time", "time", "time", "int64", None, False, 0),
        ),
        (),
    ),
    "zone": ColumnTable(
        (
            Column("command_key", "command_key", "integer", "uint64", None, True, 0),
            Column("code", "code", "text", "", None, True, 0),
            Column("time", "time", "time", "int64", None, False, 0),
        ),
        (),
    ),
    "channel": ColumnTable(
        (
            Column("command_key", "command_key", "integer", "uint64", None, True, 0),
            Column("code", "code", "text", "", None, True, 0),
            Column("hold_ttl_ns", "hold_ttl_ns", "duration", "int64", None, True, 0),
            Column("remind_before_ns", "remind_before_ns", "duration", "int64", None, False, 0),
            Column("pending_ttl_ns", "pending_ttl_ns", "duration", "int64", None, False, 0),
            Column("review_ttl_ns", "review_ttl_ns", "duration", "int64", None, True, 0),
            Column("safety_stock", "safety_stock", "integer", "uint32", None, False, 0),
            Column("policy", "policy", "choice", "uint8", 2, False, 0, "SourcingPolicy"),
            Column("review_outcome", "review_outcome", "choice", "uint8", 1, False, 0, "ReviewOutcome"),
            Column("cash_on_delivery", "cash_on_delivery", "truth", "uint8", 1, False, 0),
            Column("review_pauses_payment", "review_pauses_payment", "truth", "uint8", 1, False, 0),
            Column("currency", "currency", "text", "", None, False, 0),
            Column("prices_include_tax", "prices_include_tax", "truth", "uint8", 1, False, 0),
            Column("pay_when_served", "pay_when_served", "truth", "uint8", 1, False, 0),
            Column("payment_grace_ns", "payment_grace_ns", "duration", "int64", None, False, 0),
            Column("late_payment", "late_payment", "choice", "uint8", 2, False, 0, "LatePayment"),
            Column("grace_remind_before_ns", "grace_remind_before_ns", "duration", "int64", None, False, 0),
            Column("firm_when", "firm_when", "choice", "uint8", 2, False, 0, "FirmWhen"),
            Column("authorisation_ttl_ns", "authorisation_ttl_ns", "duration", "int64", None, False, 0),
            Column("time", "time", "time", "int64", None, False, 0),
        ),
        (),
    ),
    "network": ColumnTable(
        (
            Column("command_key", "command_key", "integer", "uint64", None, True, 0),
            Column("channel", "channel", "integer", "uint32", None, True, 0),
            Column("node", "node", "integer", "uint32", None, True, 0),
            Column("serves", "serves", "truth", "uint8", 1, False, 1),
            Column("time", "time", "time", "int64", None, False, 0),
        ),
        (),
    ),
    "lane": ColumnTable(
        (
            Column("command_key", "command_key", "integer", "uint64", None, True, 0),
            Column("node", "node", "integer", "uint32", None, True, 0),
            Column("zone", "zone", "integer", "uint32", None, True, 0),
            Column("parcel_cost", "parcel_cost", "integer", "int64", None, True, 0),
            Column("unit_cost", "unit_cost", "integer", "int64", None, True, 0),
            Column("transit_ns", "transit_ns", "duration", "int64", None, False, 0),
            Column("serviceable", "serviceable", "truth", "uint8", 1, False, 1),
            Column("time", "time", "time", "int64", None, False, 0),
        ),
        (),
    ),
    "list": ColumnTable(
        (
            Column("command_key", "command_key", "integer", "uint64", None, True, 0),
            Column("list", "list", "choice", "uint8", 1, True, 0, "ListKind"),
            Column("kind", "kind", "choice", "uint8", 5, True, 0, "TokenKind"),
            Column("token", "token", "integer", "uint64", None, True, 0),
            Column("present", "present", "truth", "uint8", 1, False, 1),
            Column("time", "time", "time", "int64", None, False, 0),
        ),
        (),
    ),
    "sku_set": ColumnTable(
        (
            Column("command_key", "command_key", "integer", "uint64", None, True, 0),
            Column("code", "code", "text", "", None, True, 0),
            Column("time", "time", "time", "int64", None, False, 0),
        ),
        (
            ColumnList("skus", "sku_offset", (
                Column("sku", "skus", "integer", "uint32", None, True, 0),
            )),
        ),
    ),
    "cap": ColumnTable(
        (
            Column("command_key", "command_key", "integer", "uint64", None, True, 0),
            Column("code", "code", "text", "", None, True, 0),
            Column("measure", "measure", "choice", "uint8", 1, False, 0, "CapMeasure"),
            Column("at_most", "at_most", "integer", "uint32", None, True, 0),
            Column("per", "per", "choice", "uint8", 5, True, 0, "TokenKind"),
            Column("sku_set", "sku_set", "integer", "uint32", None, False, 0),
            Column("window_ns", "window_ns", "duration", "int64", None, False, 0),
            Column("origin", "origin", "time", "int64", None, False, 0),
            Column("token_required", "token_required", "truth", "uint8", 1, False, 0),
            Column("time", "time", "time", "int64", None, False, 0),
        ),
        (),
    ),
    "receive": ColumnTable(
        (
            Column("command_key", "command_key", "integer", "uint64", None, True, 0),
            Column("sku", "sku", "integer", "uint32", None, True, 0),
            Column("node", "node", "integer", "uint32", None, True, 0),
            Column("lot", "lot", "integer", "uint64", None, False, 0),
            Column("quantity", "quantity", "integer", "uint32", None, True, 0),
            Column("expires_at", "expires_at", "time", "int64", None, False, 0),
            Column("time", "time", "time", "int64", None, False, 0),
        ),
        (),
    ),
    "adjust": ColumnTable(
        (
            Column("command_key", "command_key", "integer", "uint64", None, True, 0),
            Column("sku", "sku", "integer", "uint32", None, True, 0),
            Column("node", "node", "integer", "uint32", None, True, 0),
            Column("lot", "lot", "integer", "uint64", None, False, 0),
            Column("delta", "delta", "integer", "int32", None, True, 0),
            Column("time", "time", "time", "int64", None, False, 0),
        ),
        (),
    ),
    "safety_stock": ColumnTable(
        (
            Column("command_key", "command_key", "integer", "uint64", None, True, 0),
            Column("sku", "sku", "integer", "uint32", None, True, 0),
            Column("node", "node", "integer", "uint32", None, True, 0),
            Column("quantity", "quantity", "integer", "uint32", None, True, 0),
            Column("time", "time", "time", "int64", None, False, 0),
        ),
        (),
    ),
    "place": ColumnTable(
        (
            Column("command_key", "command_key", "integer", "uint64", None, True, 0),
            Column("order_key", "order_key", "integer", "uint64", None, True, 0, unless="order_number"),
            Column("channel", "channel", "integer", "uint32", None, True, 0),
            Column("zone", "zone", "integer", "uint32", None, True, 0),
            Column("customer", "customer", "integer", "uint64", None, False, 0),
            Column("device", "device", "integer", "uint64", None, False, 0),
            Column("card", "card", "integer", "uint64", None, False, 0),
            Column("address", "address", "integer", "uint64", None, False, 0),
            Column("phone", "phone", "integer", "uint64", None, False, 0),
            Column("recipient", "recipient", "integer", "uint64", None, False, 0),
            Column("ship_by", "ship_by", "time", "int64", None, False, 0),
            Column("priority", "priority", "integer", "uint8", None, False, 128),
            Column("max_splits", "max_splits", "integer", "uint8", None, False, 255),
            Column("shortage", "shortage", "choice", "uint8", 3, False, 0, "Shortage"),
            Column("ship_complete", "ship_complete", "truth", "uint8", 1, False, 0),
            Column("order_number", "order_number", "text", "", None, False, 0),
            Column("discount", "discount", "integer", "int64", None, False, 0),
            Column("shipping", "shipping", "integer", "int64", None, False, 0),
            Column("shipping_tax", "shipping_tax", "integer", "int64", None, False, 0),
            Column("time", "time", "time", "int64", None, False, 0),
        ),
        (
            ColumnList("lines", "line_offset", (
                Column("sku", "sku", "integer", "uint32", None, True, 0),
                Column("quantity", "quantity", "integer", "uint32", None, True, 0),
                Column("price", "price", "integer", "int64", None, True, 0, unless="total"),
                Column("line_shortage", "shortage", "choice", "uint8", 3, False, 0, "Shortage"),
                Column("total", "total", "integer", "int64", None, False, 0),
                Column("line_discount", "discount", "integer", "int64", None, False, 0),
                Column("tax", "tax", "integer", "int64", None, False, 0),
            )),
        ),
    ),
    "import": ColumnTable(
        (
            Column("command_key", "command_key", "integer", "uint64", None, True, 0),
            Column("order_key", "order_key", "integer", "uint64", None, True, 0, unless="order_number"),
            Column("channel", "channel", "integer", "uint32", None, True, 0),
            Column("zone", "zone", "integer", "uint32", None, True, 0),
            Column("customer", "customer", "integer", "uint64", None, False, 0),
            Column("device", "device", "integer", "uint64", None, False, 0),
            Column("card", "card", "integer", "uint64", None, False, 0),
            Column("address", "address", "integer", "uint64", None, False, 0),
            Column("phone", "phone", "integer", "uint64", None, False, 0),
            Column("recipient", "recipient", "integer", "uint64", None, False, 0),
            Column("ship_by", "ship_by", "time", "int64", None, False, 0),
            Column("priority", "priority", "integer", "uint8", None, False, 128),
            Column("order_number", "order_number", "text", "", None, False, 0),
            Column("state", "state", "choice", "uint8", 3, False, 0, "ImportState"),
            Column("pay_by", "pay_by", "time", "int64", None, False, 0),
            Column("sold_at", "sold_at", "time", "int64", None, False, 0),
            Column("discount", "discount", "integer", "int64", None, False, 0),
            Column("shipping", "shipping", "integer", "int64", None, False, 0),
            Column("shipping_tax", "shipping_tax", "integer", "int64", None, False, 0),
            Column("time", "time", "time", "int64", None, False, 0),
        ),
        (
            ColumnList("lines", "line_offset", (
                Column("sku", "sku", "integer", "uint32", None, True, 0),
                Column("quantity", "quantity", "integer", "uint32", None, True, 0),
                Column("price", "price", "integer", "int64", None, True, 0, unless="total"),
                Column("line_shortage", "shortage", "choice", "uint8", 3, False, 0, "Shortage"),
                Column("total", "total", "integer", "int64", None, False, 0),
                Column("line_discount", "discount", "integer", "int64", None, False, 0),
                Column("tax", "tax", "integer", "int64", None, False, 0),
            )),
        ),
    ),
    "cancel": ColumnTable(
        (
            Column("command_key", "command_key", "integer", "uint64", None, True, 0),
            Column("order_key", "order_key", "integer", "uint64", None, True, 0),
            Column("time", "time", "time", "int64", None, False, 0),
        ),
        (),
    ),
    "confirm_payment": ColumnTable(
        (
            Column("command_key", "command_key", "integer", "uint64", None, True, 0),
            Column("order_key", "order_key", "integer", "uint64", None, True, 0),
            Column("paid_at", "paid_at", "time", "int64", None, True, 0),
            Column("time", "time", "time", "int64", None, False, 0),
        ),
        (),
    ),
    "payment_pending": ColumnTable(
        (
            Column("command_key", "command_key", "integer", "uint64", None, True, 0),
            Column("order_key", "order_key", "integer", "uint64", None, True, 0),
            Column("time", "time", "time", "int64", None, False, 0),
        ),
        (),
    ),
    "fail_payment": ColumnTable(
        (
            Column("command_key", "command_key", "integer", "uint64", None, True, 0),
            Column("order_key", "order_key", "integer", "uint64", None, True, 0),
            Column("time", "time", "time", "int64", None, False, 0),
        ),
        (),
    ),
    "review_decision": ColumnTable(
        (
            Column("command_key", "command_key", "integer", "uint64", None, True, 0),
            Column("order_key", "order_key", "integer", "uint64", None, True, 0),
            Column("version", "version", "integer", "uint32", None, True, 0),
            Column("outcome", "outcome", "choice", "uint8", 1, True, 0, "ReviewOutcome"),
            Column("time", "time", "time", "int64", None, False, 0),
        ),
        (),
    ),
    "payment": ColumnTable(
        (
            Column("command_key", "command_key", "integer", "uint64", None, True, 0),
            Column("order_key", "order_key", "integer", "uint64", None, True, 0),
            Column("payment_key", "payment_key", "integer", "uint64", None, True, 0),
            Column("amount", "amount", "integer", "int64", None, True, 0),
            Column("kind", "kind", "choice", "uint8", 4, True, 0, "PaymentKind"),
            Column("at", "at", "time", "int64", None, False, 0),
            Column("until", "until", "time", "int64", None, False, 0),
            Column("time", "time", "time", "int64", None, False, 0),
        ),
        (),
    ),
    "cancel_line": ColumnTable(
        (
            Column("command_key", "command_key", "integer", "uint64", None, True, 0),
            Column("order_key", "order_key", "integer", "uint64", None, True, 0),
            Column("sku", "sku", "integer", "uint32", None, True, 0),
            Column("quantity", "quantity", "integer", "uint32", None, False, 0),
            Column("node", "node", "integer", "uint32", None, False, 0),
            Column("version", "version", "integer", "uint32", None, False, 0),
            Column("time", "time", "time", "int64", None, False, 0),
        ),
        (),
    ),
    "pick": ColumnTable(
        (
            Column("command_key", "command_key", "integer", "uint64", None, True, 0),
            Column("order_key", "order_key", "integer", "uint64", None, True, 0),
            Column("sku", "sku", "integer", "uint32", None, True, 0),
            Column("node", "node", "integer", "uint32", None, True, 0),
            Column("lot", "lot", "integer", "uint64", None, False, 0),
            Column("quantity", "quantity", "integer", "uint32", None, False, 0),
            Column("time", "time", "time", "int64", None, False, 0),
        ),
        (),
    ),
    "short_pick": ColumnTable(
        (
            Column("command_key", "command_key", "integer", "uint64", None, True, 0),
            Column("order_key", "order_key", "integer", "uint64", None, True, 0),
            Column("sku", "sku", "integer", "uint32", None, True, 0),
            Column("node", "node", "integer", "uint32", None, True, 0),
            Column("lot", "lot", "integer", "uint64", None, False, 0),
            Column("quantity", "quantity", "integer", "uint32", None, False, 0),
            Column("why", "why", "choice", "uint8", 1, False, 0, "ShortPickCause"),
            Column("time", "time", "time", "int64", None, False, 0),
        ),
        (),
    ),
    "ship": ColumnTable(
        (
            Column("command_key", "command_key", "integer", "uint64", None, True, 0),
            Column("order_key", "order_key", "integer", "uint64", None, True, 0),
            Column("sku", "sku", "integer", "uint32", None, False, 0),
            Column("node", "node", "integer", "uint32", None, False, 0),
            Column("lot", "lot", "integer", "uint64", None, False, 0),
            Column("quantity", "quantity", "integer", "uint32", None, False, 0),
            Column("tracking", "tracking", "integer", "uint64", None, False, 0),
            Column("time", "time", "time", "int64", None, False, 0),
        ),
        (),
    ),
    "deliver": ColumnTable(
        (
            Column("command_key", "command_key", "integer", "uint64", None, True, 0),
            Column("order_key", "order_key", "integer", "uint64", None, True, 0),
            Column("sku", "sku", "integer", "uint32", None, False, 0),
            Column("quantity", "quantity", "integer", "uint32", None, False, 0),
            Column("tracking", "tracking", "integer", "uint64", None, False, 0),
            Column("time", "time", "time", "int64", None, False, 0),
        ),
        (),
    ),
    "answer_cancel": ColumnTable(
        (
            Column("command_key", "command_key", "integer", "uint64", None, True, 0),
            Column("order_key", "order_key", "integer", "uint64", None, True, 0),
            Column("node", "node", "integer", "uint32", None, False, 0),
            Column("answer", "answer", "choice", "uint8", 1, False, 0, "CancelAnswer"),
            Column("time", "time", "time", "int64", None, False, 0),
        ),
        (),
    ),
    "ship_undone": ColumnTable(
        (
            Column("command_key", "command_key", "integer", "uint64", None, True, 0),
            Column("order_key", "order_key", "integer", "uint64", None, True, 0),
            Column("sku", "sku", "integer", "uint32", None, True, 0),
            Column("node", "node", "integer", "uint32", None, True, 0),
            Column("lot", "lot", "integer", "uint64", None, False, 0),
            Column("quantity", "quantity", "integer", "uint32", None, False, 0),
            Column("to", "to", "choice", "uint8", 1, False, 0, "UndoneTo"),
            Column("tracking", "tracking", "integer", "uint64", None, False, 0),
            Column("time", "time", "time", "int64", None, False, 0),
        ),
        (),
    ),
    "release_order": ColumnTable(
        (
            Column("command_key", "command_key", "integer", "uint64", None, True, 0),
            Column("order_key", "order_key", "integer", "uint64", None, True, 0),
            Column("node", "node", "integer", "uint32", None, False, 0),
            Column("time", "time", "time", "int64", None, False, 0),
        ),
        (),
    ),
    "request_return": ColumnTable(
        (
            Column("command_key", "command_key", "integer", "uint64", None, True, 0),
            Column("order_key", "order_key", "integer", "uint64", None, True, 0),
            Column("return_key", "return_key", "integer", "uint64", None, True, 0),
            Column("sku", "sku", "integer", "uint32", None, False, 0),
            Column("quantity", "quantity", "integer", "uint32", None, False, 0),
            Column("why", "why", "choice", "uint8", 5, False, 0, "ReturnReason"),
            Column("until", "until", "time", "int64", None, True, 0),
            Column("time", "time", "time", "int64", None, False, 0),
        ),
        (),
    ),
    "receive_return": ColumnTable(
        (
            Column("command_key", "command_key", "integer", "uint64", None, True, 0),
            Column("order_key", "order_key", "integer", "uint64", None, False, 0),
            Column("return_key", "return_key", "integer", "uint64", None, False, 0),
            Column("sku", "sku", "integer", "uint32", None, True, 0),
            Column("node", "node", "integer", "uint32", None, True, 0),
            Column("lot", "lot", "integer", "uint64", None, False, 0),
            Column("quantity", "quantity", "integer", "uint32", None, True, 0),
            Column("disposition", "disposition", "choice", "uint8", 3, False, 0, "Disposition"),
            Column("time", "time", "time", "int64", None, False, 0),
        ),
        (),
    ),
    "exception_rule": ColumnTable(
        (
            Column("command_key", "command_key", "integer", "uint64", None, True, 0),
            Column("kind", "kind", "choice", "uint8", 8, False, 0, "ExceptionKind"),
            Column("kept", "kept", "truth", "uint8", 1, False, 1),
            Column("within_ns", "within_ns", "duration", "int64", None, False, 0),
            Column("time", "time", "time", "int64", None, False, 0),
        ),
        (),
    ),
    "assign_exceptions": ColumnTable(
        (
            Column("command_key", "command_key", "integer", "uint64", None, True, 0),
            Column("owner", "owner", "integer", "uint64", None, False, 0),
            Column("time", "time", "time", "int64", None, False, 0),
        ),
        (
            ColumnList("exceptions", "exception_offset", (
                Column("exception", "exceptions", "integer", "uint32", None, True, 0),
            )),
        ),
    ),
    "resolve_exceptions": ColumnTable(
        (
            Column("command_key", "command_key", "integer", "uint64", None, True, 0),
            Column("outcome", "outcome", "choice", "uint8", 3, False, 0, "Resolution"),
            Column("reference", "reference", "integer", "uint64", None, False, 0),
            Column("time", "time", "time", "int64", None, False, 0),
        ),
        (
            ColumnList("exceptions", "exception_offset", (
                Column("exception", "exceptions", "integer", "uint32", None, True, 0),
            )),
        ),
    ),
    "name_sku": ColumnTable(
        (
            Column("command_key", "command_key", "integer", "uint64", None, True, 0),
            Column("code", "code", "text", "", None, True, 0),
            Column("time", "time", "time", "int64", None, False, 0),
        ),
        (),
    ),
}
