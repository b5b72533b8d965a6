"""The fields of every command that hosts can submit, for random tables.

Made from src/messages; change the description there, then: scripts/generate.sh
"""

# name, kind, least and greatest value
COMMANDS = {
    "tick": [
        ("force", "boolean", 0, 100),
    ],
    "risk_limits": [
        ("command_key", "command_key", 0, 100),
        ("order_value_max", "number", 0, 100),
        ("line_quantity_max", "number", 0, 100),
        ("price_low_bp", "number", 0, 100),
        ("price_high_bp", "number", 0, 100),
        ("velocity_count", "number", 0, 100),
        ("velocity_window_ns", "number", 0, 1000000000000000000),
        ("review_value_min", "number", 0, 100),
    ],
    "sku": [
        ("command_key", "command_key", 0, 100),
        ("code", "code", 0, 100),
        ("list_price", "number", 0, 100),
    ],
    "node": [
        ("command_key", "command_key", 0, 100),
        ("code", "code", 0, 100),
        ("priority", "number", 0, 100),
    ],
    "zone": [
        ("command_key", "command_key", 0, 100),
        ("code", "code", 0, 100),
    ],
    "channel": [
        ("command_key", "command_key", 0, 100),
        ("code", "code", 0, 100),
        ("hold_ttl_ns", "number", 0, 1000000000000000000),
        ("remind_before_ns", "number", 0, 1000000000000000000),
        ("pending_ttl_ns", "number", 0, 1000000000000000000),
        ("review_ttl_ns", "number", 1, 1000000000000000000),
        ("safety_stock", "number", 0, 2147483647),
        ("policy", "choice", 0, 2),
        ("review_outcome", "choice", 0, 1),
        ("cash_on_delivery", "boolean", 0, 100),
        ("review_pauses_payment", "boolean", 0, 100),
    ],
    "network": [
        ("command_key", "command_key", 0, 100),
        ("channel", "id", 0, 100),
        ("node", "id", 0, 100),
        ("serves", "boolean", 0, 100),
    ],
    "lane": [
        ("command_key", "command_key", 0, 100),
        ("node", "id", 0, 100),
        ("zone", "id", 0, 100),
        ("parcel_cost", "number", 0, 1000000000000),
        ("unit_cost", "number", 0, 1000000000),
        ("transit_ns", "number", 0, 1000000000000000000),
        ("serviceable", "boolean", 0, 100),
    ],
    "list": [
        ("command_key", "command_key", 0, 100),
        ("list", "choice", 0, 1),
        ("kind", "choice", 0, 5),
        ("token", "number", 0, 100),
        ("present", "boolean", 0, 100),
    ],
    "sku_set": [
        ("command_key", "command_key", 0, 100),
        ("code", "code", 0, 100),
        ("skus", "SkuId", 0, 100),
    ],
    "receive": [
        ("command_key", "command_key", 0, 100),
        ("sku", "id", 0, 100),
        ("node", "id", 0, 100),
        ("lot", "number", 0, 100),
        ("quantity", "number", 1, 2147483647),
        ("expires_at", "time", 0, 100),
    ],
    "adjust": [
        ("command_key", "command_key", 0, 100),
        ("sku", "id", 0, 100),
        ("node", "id", 0, 100),
        ("lot", "number", 0, 100),
        ("delta", "number", -2147483647, 100),
    ],
    "safety_stock": [
        ("command_key", "command_key", 0, 100),
        ("sku", "id", 0, 100),
        ("node", "id", 0, 100),
        ("quantity", "number", 0, 2147483647),
    ],
    "place": [
        ("command_key", "command_key", 0, 100),
        ("order_key", "order_key", 0, 100),
        ("channel", "id", 0, 100),
        ("zone", "id", 0, 100),
        ("customer", "number", 0, 100),
        ("device", "number", 0, 100),
        ("card", "number", 0, 100),
        ("address", "number", 0, 100),
        ("phone", "number", 0, 100),
        ("recipient", "number", 0, 100),
        ("ship_by", "time", 0, 100),
        ("priority", "number", 0, 100),
        ("max_splits", "number", 0, 100),
        ("shortage", "choice", 0, 3),
        ("ship_complete", "boolean", 0, 100),
        ("lines", "OrderLine", 0, 100),
    ],
    "import": [
        ("command_key", "command_key", 0, 100),
        ("order_key", "order_key", 0, 100),
        ("channel", "id", 0, 100),
        ("zone", "id", 0, 100),
        ("customer", "number", 0, 100),
        ("device", "number", 0, 100),
        ("card", "number", 0, 100),
        ("address", "number", 0, 100),
        ("phone", "number", 0, 100),
        ("recipient", "number", 0, 100),
        ("ship_by", "time", 0, 100),
        ("priority", "number", 0, 100),
        ("lines", "OrderLine", 0, 100),
    ],
    "cancel": [
        ("command_key", "command_key", 0, 100),
        ("order_key", "order_key", 0, 100),
    ],
    "confirm_payment": [
        ("command_key", "command_key", 0, 100),
        ("order_key", "order_key", 0, 100),
        ("paid_at", "time", 1, 100),
    ],
    "payment_pending": [
        ("command_key", "command_key", 0, 100),
        ("order_key", "order_key", 0, 100),
    ],
    "fail_payment": [
        ("command_key", "command_key", 0, 100),
        ("order_key", "order_key", 0, 100),
    ],
    "review_decision": [
        ("command_key", "command_key", 0, 100),
        ("order_key", "order_key", 0, 100),
        ("version", "number", 0, 100),
        ("outcome", "choice", 0, 1),
    ],
}

ELEMENTS = {
    "OrderLine": [
        ("sku", "id", 0, 100),
        ("quantity", "number", 1, 2147483647),
        ("price", "number", 0, 100),
        ("shortage", "choice", 0, 3),
    ],
}
