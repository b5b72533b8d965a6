"""The fields of every command that hosts can submit, for random tables.

Made from src/messages; change the description there, then: scripts/generate.sh
"""

# name, kind, least and greatest value, its number among fields that came later or 0
COMMANDS = {
    "tick": [
        ("force", "boolean", 0, 100, 0),
    ],
    "risk_limits": [
        ("command_key", "command_key", 0, 100, 0),
        ("order_value_max", "number", 0, 100, 0),
        ("line_quantity_max", "number", 0, 100, 0),
        ("price_low_bp", "number", 0, 100, 0),
        ("price_high_bp", "number", 0, 100, 0),
        ("velocity_count", "number", 0, 100, 0),
        ("velocity_window_ns", "number", 0, 1000000000000000000, 0),
        ("review_value_min", "number", 0, 100, 0),
    ],
    "sku": [
        ("command_key", "command_key", 0, 100, 0),
        ("code", "code", 0, 100, 0),
        ("list_price", "number", 0, 100, 0),
    ],
    "node": [
        ("command_key", "command_key", 0, 100, 0),
        ("code", "code", 0, 100, 0),
        ("priority", "number", 0, 100, 0),
    ],
    "zone": [
        ("command_key", "command_key", 0, 100, 0),
        ("code", "code", 0, 100, 0),
    ],
    "channel": [
        ("command_key", "command_key", 0, 100, 0),
        ("code", "code", 0, 100, 0),
        ("hold_ttl_ns", "number", 0, 1000000000000000000, 0),
        ("remind_before_ns", "number", 0, 1000000000000000000, 0),
        ("pending_ttl_ns", "number", 0, 1000000000000000000, 0),
        ("review_ttl_ns", "number", 1, 1000000000000000000, 0),
        ("safety_stock", "number", 0, 2147483647, 0),
        ("policy", "choice", 0, 2, 0),
        ("review_outcome", "choice", 0, 1, 0),
        ("cash_on_delivery", "boolean", 0, 100, 0),
        ("review_pauses_payment", "boolean", 0, 100, 0),
    ],
    "network": [
        ("command_key", "command_key", 0, 100, 0),
        ("channel", "id", 0, 100, 0),
        ("node", "id", 0, 100, 0),
        ("serves", "boolean", 0, 100, 0),
    ],
    "lane": [
        ("command_key", "command_key", 0, 100, 0),
        ("node", "id", 0, 100, 0),
        ("zone", "id", 0, 100, 0),
        ("parcel_cost", "number", 0, 1000000000000, 0),
        ("unit_cost", "number", 0, 1000000000, 0),
        ("transit_ns", "number", 0, 1000000000000000000, 0),
        ("serviceable", "boolean", 0, 100, 0),
    ],
    "list": [
        ("command_key", "command_key", 0, 100, 0),
        ("list", "choice", 0, 1, 0),
        ("kind", "choice", 0, 5, 0),
        ("token", "number", 0, 100, 0),
        ("present", "boolean", 0, 100, 0),
    ],
    "sku_set": [
        ("command_key", "command_key", 0, 100, 0),
        ("code", "code", 0, 100, 0),
        ("skus", "SkuId", 0, 100, 0),
    ],
    "receive": [
        ("command_key", "command_key", 0, 100, 0),
        ("sku", "id", 0, 100, 0),
        ("node", "id", 0, 100, 0),
        ("lot", "number", 0, 100, 0),
        ("quantity", "number", 1, 2147483647, 0),
        ("expires_at", "time", 0, 100, 0),
    ],
    "adjust": [
        ("command_key", "command_key", 0, 100, 0),
        ("sku", "id", 0, 100, 0),
        ("node", "id", 0, 100, 0),
        ("lot", "number", 0, 100, 0),
        ("delta", "number", -2147483647, 100, 0),
    ],
    "safety_stock": [
        ("command_key", "command_key", 0, 100, 0),
        ("sku", "id", 0, 100, 0),
        ("node", "id", 0, 100, 0),
        ("quantity", "number", 0, 2147483647, 0),
    ],
    "place": [
        ("command_key", "command_key", 0, 100, 0),
        ("order_key", "order_key", 0, 100, 0),
        ("channel", "id", 0, 100, 0),
        ("zone", "id", 0, 100, 0),
        ("customer", "number", 0, 100, 0),
        ("device", "number", 0, 100, 0),
        ("card", "number", 0, 100, 0),
        ("address", "number", 0, 100, 0),
        ("phone", "number", 0, 100, 0),
        ("recipient", "number", 0, 100, 0),
        ("ship_by", "time", 0, 100, 0),
        ("priority", "number", 0, 100, 0),
        ("max_splits", "number", 0, 100, 0),
        ("shortage", "choice", 0, 3, 0),
        ("ship_complete", "boolean", 0, 100, 0),
        ("lines", "OrderLine", 0, 100, 0),
    ],
    "import": [
        ("command_key", "command_key", 0, 100, 0),
        ("order_key", "order_key", 0, 100, 0),
        ("channel", "id", 0, 100, 0),
        ("zone", "id", 0, 100, 0),
        ("customer", "number", 0, 100, 0),
        ("device", "number", 0, 100, 0),
        ("card", "number", 0, 100, 0),
        ("address", "number", 0, 100, 0),
        ("phone", "number", 0, 100, 0),
        ("recipient", "number", 0, 100, 0),
        ("ship_by", "time", 0, 100, 0),
        ("priority", "number", 0, 100, 0),
        ("lines", "OrderLine", 0, 100, 0),
    ],
    "cancel": [
        ("command_key", "command_key", 0, 100, 0),
        ("order_key", "order_key", 0, 100, 0),
    ],
    "confirm_payment": [
        ("command_key", "command_key", 0, 100, 0),
        ("order_key", "order_key", 0, 100, 0),
        ("paid_at", "time", 1, 100, 0),
    ],
    "payment_pending": [
        ("command_key", "command_key", 0, 100, 0),
        ("order_key", "order_key", 0, 100, 0),
    ],
    "fail_payment": [
        ("command_key", "command_key", 0, 100, 0),
        ("order_key", "order_key", 0, 100, 0),
    ],
    "review_decision": [
        ("command_key", "command_key", 0, 100, 0),
        ("order_key", "order_key", 0, 100, 0),
        ("version", "number", 0, 100, 0),
        ("outcome", "choice", 0, 1, 0),
    ],
}

ELEMENTS = {
    "OrderLine": [
        ("sku", "id", 0, 100, 0),
        ("quantity", "number", 1, 2147483647, 0),
        ("price", "number", 0, 100, 0),
        ("shortage", "choice", 0, 3, 0),
    ],
}
