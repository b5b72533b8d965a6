# Made from src/messages/allot.fbs; change that file, then: scripts/generate.sh
"""Every command, event, choice and reason, for tests that go over all of them."""

from __future__ import annotations

from typing import Any, NamedTuple

from allot.names import *


class Field(NamedTuple):
    name: str
    kind: str
    type: str
    bits: int
    signed: bool
    needed: bool
    default: Any
    slot: str
    presence: str
    added: int


# Name: number, class, whether hosts may send it, fields.
COMMANDS: dict[str, tuple[int, str, bool, list[Field]]] = {
    "start": (1, "Start", False, [
        Field("skus_max", "number", "uint", 32, False, False, 100000, "", "always", 0),
        Field("nodes_max", "number", "uint", 32, False, False, 8, "", "always", 0),
        Field("channels_max", "number", "uint", 32, False, False, 16, "", "always", 0),
        Field("zones_max", "number", "uint", 32, False, False, 256, "", "always", 0),
        Field("lots_max", "number", "uint", 32, False, False, 1000000, "", "always", 0),
        Field("lots_per_cell_max", "number", "uint", 32, False, False, 64, "", "always", 0),
        Field("orders_max", "number", "uint", 32, False, False, 1000000, "", "always", 0),
        Field("closed_orders_max", "number", "uint", 32, False, False, 100000, "", "always", 0),
        Field("lines_max", "number", "uint", 32, False, False, 4000000, "", "always", 0),
        Field("lines_per_order_max", "number", "uint", 32, False, False, 2000, "", "always", 0),
        Field("holds_max", "number", "uint", 32, False, False, 1000000, "", "always", 0),
        Field("command_keys_max", "number", "uint", 32, False, False, 1000000, "", "always", 0),
        Field("attempts_max", "number", "uint", 32, False, False, 1000000, "", "always", 0),
        Field("velocity_depth", "number", "uint", 32, False, False, 6, "", "always", 0),
        Field("list_entries_max", "number", "uint", 32, False, False, 100000, "", "always", 0),
        Field("nodes_per_order_max", "number", "uint", 32, False, False, 8, "", "always", 0),
        Field("sourcing_steps_max", "number", "uint", 32, False, False, 65536, "", "always", 0),
        Field("work_units", "number", "uint", 32, False, False, 64, "", "always", 0),
        Field("max_step_ns", "duration", "long", 64, True, False, 31622400000000000, "", "always", 0),
        Field("time_source", "choice", "TimeSource", 8, False, False, TimeSource.ENGINE, "", "always", 0),
        Field("sku_sets_max", "number", "uint", 32, False, False, 32, "", "always", 1),
        Field("sku_set_skus_max", "number", "uint", 32, False, False, 1000, "", "always", 2),
        Field("caps_max", "number", "uint", 32, False, False, 64, "", "always", 3),
        Field("cap_accounts_max", "number", "uint", 32, False, False, 1000000, "", "always", 4),
        Field("debits_max", "number", "uint", 32, False, False, 1000000, "", "always", 5),
    ]),
    "tick": (2, "Tick", True, [
        Field("force", "boolean", "bool", 8, False, False, False, "", "always", 0),
    ]),
    "advance": (3, "Advance", False, []),
    "skip": (4, "Skip", False, [
        Field("skipped", "sequence", "ulong", 64, False, True, 0, "", "always", 0),
        Field("hash", "hash", "ulong", 64, False, True, 0, "", "always", 0),
    ]),
    "risk_limits": (5, "SetRiskLimits", True, [
        Field("command_key", "command_key", "Key", 0, False, True, 0, "", "always", 0),
        Field("order_value_max", "money", "long", 64, True, False, 0, "", "always", 0),
        Field("line_quantity_max", "number", "uint", 32, False, False, 0, "", "always", 0),
        Field("price_low_bp", "number", "uint", 32, False, False, 0, "", "always", 0),
        Field("price_high_bp", "number", "uint", 32, False, False, 0, "", "always", 0),
        Field("velocity_count", "number", "uint", 32, False, False, 0, "", "always", 0),
        Field("velocity_window_ns", "duration", "long", 64, True, False, 0, "", "always", 0),
        Field("review_value_min", "money", "long", 64, True, False, 0, "", "always", 0),
    ]),
    "sku": (20, "DefineSku", True, [
        Field("command_key", "command_key", "Key", 0, False, True, 0, "", "always", 0),
        Field("code", "code", "string", 0, False, True, None, "", "always", 0),
        Field("list_price", "money", "long", 64, True, False, 0, "", "always", 0),
    ]),
    "node": (21, "DefineNode", True, [
        Field("command_key", "command_key", "Key", 0, False, True, 0, "", "always", 0),
        Field("code", "code", "string", 0, False, True, None, "", "always", 0),
        Field("priority", "number", "uint", 32, False, False, 0, "", "always", 0),
    ]),
    "zone": (22, "DefineZone", True, [
        Field("command_key", "command_key", "Key", 0, False, True, 0, "", "always", 0),
        Field("code", "code", "string", 0, False, True, None, "", "always", 0),
    ]),
    "channel": (23, "DefineChannel", True, [
        Field("command_key", "command_key", "Key", 0, False, True, 0, "", "always", 0),
        Field("code", "code", "string", 0, False, True, None, "", "always", 0),
        Field("hold_ttl_ns", "duration", "long", 64, True, True, 0, "", "always", 0),
        Field("remind_before_ns", "duration", "long", 64, True, False, 0, "", "always", 0),
        Field("pending_ttl_ns", "duration", "long", 64, True, False, 0, "", "always", 0),
        Field("review_ttl_ns", "duration", "long", 64, True, True, 0, "", "always", 0),
        Field("safety_stock", "number", "uint", 32, False, False, 0, "", "always", 0),
        Field("policy", "choice", "SourcingPolicy", 8, False, False, SourcingPolicy.CHEAPEST, "", "always", 0),
        Field("review_outcome", "choice", "ReviewOutcome", 8, False, False, ReviewOutcome.REJECT, "", "always", 0),
        Field("cash_on_delivery", "boolean", "bool", 8, False, False, False, "", "always", 0),
        Field("review_pauses_payment", "boolean", "bool", 8, False, False, False, "", "always", 0),
    ]),
    "network": (24, "DefineNetwork", True, [
        Field("command_key", "command_key", "Key", 0, False, True, 0, "", "always", 0),
        Field("channel", "id", "ChannelId", 32, False, True, 0, "", "always", 0),
        Field("node", "id", "NodeId", 32, False, True, 0, "", "always", 0),
        Field("serves", "boolean", "bool", 8, False, False, True, "", "always", 0),
    ]),
    "lane": (25, "DefineLane", True, [
        Field("command_key", "command_key", "Key", 0, False, True, 0, "", "always", 0),
        Field("node", "id", "NodeId", 32, False, True, 0, "", "always", 0),
        Field("zone", "id", "ZoneId", 32, False, True, 0, "", "always", 0),
        Field("parcel_cost", "money", "long", 64, True, True, 0, "", "always", 0),
        Field("unit_cost", "money", "long", 64, True, True, 0, "", "always", 0),
        Field("transit_ns", "duration", "long", 64, True, False, 0, "", "always", 0),
        Field("serviceable", "boolean", "bool", 8, False, False, True, "", "always", 0),
    ]),
    "list": (26, "SetList", True, [
        Field("command_key", "command_key", "Key", 0, False, True, 0, "", "always", 0),
        Field("list", "choice", "ListKind", 8, False, True, ListKind.BLOCK, "", "always", 0),
        Field("kind", "choice", "TokenKind", 8, False, True, TokenKind.CUSTOMER, "", "always", 0),
        Field("token", "token", "ulong", 64, False, True, 0, "", "always", 0),
        Field("present", "boolean", "bool", 8, False, False, True, "", "always", 0),
    ]),
    "sku_set": (34, "DefineSkuSet", True, [
        Field("command_key", "command_key", "Key", 0, False, True, 0, "", "always", 0),
        Field("code", "code", "string", 0, False, True, None, "", "always", 0),
        Field("skus", "ids", "[SkuId]", 32, False, True, None, "", "always", 0),
    ]),
    "cap": (35, "DefineCap", True, [
        Field("command_key", "command_key", "Key", 0, False, True, 0, "", "always", 0),
        Field("code", "code", "string", 0, False, True, None, "", "always", 0),
        Field("measure", "choice", "CapMeasure", 8, False, False, CapMeasure.UNITS, "", "always", 0),
        Field("at_most", "number", "uint", 32, False, True, 0, "", "always", 0),
        Field("per", "choice", "TokenKind", 8, False, True, TokenKind.CUSTOMER, "", "always", 0),
        Field("sku_set", "id", "SkuSetId", 32, False, False, 0, "", "always", 0),
        Field("window_ns", "duration", "long", 64, True, False, 0, "", "always", 0),
        Field("origin", "time", "long", 64, True, False, 0, "", "always", 0),
        Field("token_required", "boolean", "bool", 8, False, False, False, "", "always", 0),
    ]),
    "receive": (40, "Receive", True, [
        Field("command_key", "command_key", "Key", 0, False, True, 0, "", "always", 0),
        Field("sku", "id", "SkuId", 32, False, True, 0, "", "always", 0),
        Field("node", "id", "NodeId", 32, False, True, 0, "", "always", 0),
        Field("lot", "number", "ulong", 64, False, False, 0, "", "always", 0),
        Field("quantity", "number", "uint", 32, False, True, 0, "", "always", 0),
        Field("expires_at", "time", "long", 64, True, False, 0, "", "always", 0),
    ]),
    "adjust": (41, "Adjust", True, [
        Field("command_key", "command_key", "Key", 0, False, True, 0, "", "always", 0),
        Field("sku", "id", "SkuId", 32, False, True, 0, "", "always", 0),
        Field("node", "id", "NodeId", 32, False, True, 0, "", "always", 0),
        Field("lot", "number", "ulong", 64, False, False, 0, "", "always", 0),
        Field("delta", "number", "int", 32, True, True, 0, "", "always", 0),
    ]),
    "safety_stock": (42, "SetSafetyStock", True, [
        Field("command_key", "command_key", "Key", 0, False, True, 0, "", "always", 0),
        Field("sku", "id", "SkuId", 32, False, True, 0, "", "always", 0),
        Field("node", "id", "NodeId", 32, False, True, 0, "", "always", 0),
        Field("quantity", "number", "uint", 32, False, True, 0, "", "always", 0),
    ]),
    "place": (60, "Place", True, [
        Field("command_key", "command_key", "Key", 0, False, True, 0, "", "always", 0),
        Field("order_key", "order_key", "Key", 0, False, True, 0, "", "always", 0),
        Field("channel", "id", "ChannelId", 32, False, True, 0, "", "always", 0),
        Field("zone", "id", "ZoneId", 32, False, True, 0, "", "always", 0),
        Field("customer", "token", "ulong", 64, False, False, 0, "", "always", 0),
        Field("device", "token", "ulong", 64, False, False, 0, "", "always", 0),
        Field("card", "token", "ulong", 64, False, False, 0, "", "always", 0),
        Field("address", "token", "ulong", 64, False, False, 0, "", "always", 0),
        Field("phone", "token", "ulong", 64, False, False, 0, "", "always", 0),
        Field("recipient", "token", "ulong", 64, False, False, 0, "", "always", 0),
        Field("ship_by", "time", "long", 64, True, False, 0, "", "always", 0),
        Field("priority", "number", "ubyte", 8, False, False, 128, "", "always", 0),
        Field("max_splits", "number", "ubyte", 8, False, False, 255, "", "always", 0),
        Field("shortage", "choice", "Shortage", 8, False, False, Shortage.BY_ORDER, "", "always", 0),
        Field("ship_complete", "boolean", "bool", 8, False, False, False, "", "always", 0),
        Field("lines", "lines", "[OrderLine]", 0, False, True, None, "", "always", 0),
    ]),
    "import": (61, "Import", True, [
        Field("command_key", "command_key", "Key", 0, False, True, 0, "", "always", 0),
        Field("order_key", "order_key", "Key", 0, False, True, 0, "", "always", 0),
        Field("channel", "id", "ChannelId", 32, False, True, 0, "", "always", 0),
        Field("zone", "id", "ZoneId", 32, False, True, 0, "", "always", 0),
        Field("customer", "token", "ulong", 64, False, False, 0, "", "always", 0),
        Field("device", "token", "ulong", 64, False, False, 0, "", "always", 0),
        Field("card", "token", "ulong", 64, False, False, 0, "", "always", 0),
        Field("address", "token", "ulong", 64, False, False, 0, "", "always", 0),
        Field("phone", "token", "ulong", 64, False, False, 0, "", "always", 0),
        Field("recipient", "token", "ulong", 64, False, False, 0, "", "always", 0),
        Field("ship_by", "time", "long", 64, True, False, 0, "", "always", 0),
        Field("priority", "number", "ubyte", 8, False, False, 128, "", "always", 0),
        Field("lines", "lines", "[OrderLine]", 0, False, True, None, "", "always", 0),
    ]),
    "cancel": (62, "Cancel", True, [
        Field("command_key", "command_key", "Key", 0, False, True, 0, "", "always", 0),
        Field("order_key", "order_key", "Key", 0, False, True, 0, "", "always", 0),
    ]),
    "confirm_payment": (63, "ConfirmPayment", True, [
        Field("command_key", "command_key", "Key", 0, False, True, 0, "", "always", 0),
        Field("order_key", "order_key", "Key", 0, False, True, 0, "", "always", 0),
        Field("paid_at", "time", "long", 64, True, True, 0, "", "always", 0),
    ]),
    "payment_pending": (64, "PaymentPending", True, [
        Field("command_key", "command_key", "Key", 0, False, True, 0, "", "always", 0),
        Field("order_key", "order_key", "Key", 0, False, True, 0, "", "always", 0),
    ]),
    "fail_payment": (65, "FailPayment", True, [
        Field("command_key", "command_key", "Key", 0, False, True, 0, "", "always", 0),
        Field("order_key", "order_key", "Key", 0, False, True, 0, "", "always", 0),
    ]),
    "review_decision": (66, "ReviewDecision", True, [
        Field("command_key", "command_key", "Key", 0, False, True, 0, "", "always", 0),
        Field("order_key", "order_key", "Key", 0, False, True, 0, "", "always", 0),
        Field("version", "number", "uint", 32, False, True, 0, "", "always", 0),
        Field("outcome", "choice", "ReviewOutcome", 8, False, True, ReviewOutcome.REJECT, "", "always", 0),
    ]),
}

LINE: list[Field] = [
        Field("sku", "id", "SkuId", 32, False, True, 0, "", "always", 0),
        Field("quantity", "number", "uint", 32, False, True, 0, "", "always", 0),
        Field("price", "money", "long", 64, True, True, 0, "", "always", 0),
        Field("shortage", "choice", "Shortage", 8, False, False, Shortage.BY_ORDER, "", "always", 0),
    ]

# Name: number, class, fields.
EVENTS: dict[str, tuple[int, str, list[Field]]] = {
    "started": (1, "Started", []),
    "refused": (2, "Refused", [
        Field("order_key", "order_key", "Key", 0, False, False, None, "order_key", "not_zero", 0),
        Field("command", "command", "ubyte", 8, False, False, None, "amount", "always", 0),
        Field("reason", "reason", "Reason", 16, False, False, None, "reason", "always", 0),
        Field("line", "number", "ushort", 16, False, False, None, "line", "of_one_line", 0),
        Field("sku", "id", "SkuId", 32, False, False, None, "sku", "not_zero", 0),
        Field("cap", "id", "CapId", 32, False, False, None, "node", "not_zero", 0),
        Field("left", "number", "uint", 32, False, False, None, "quantity", "of_one_cap", 0),
        Field("next_window_at", "time", "long", 64, True, False, None, "time", "not_zero", 0),
    ]),
    "duplicate": (3, "Duplicate", [
        Field("order_key", "order_key", "Key", 0, False, False, None, "order_key", "not_zero", 0),
        Field("first_sequence", "sequence", "ulong", 64, False, False, None, "amount", "always", 0),
        Field("reason", "reason", "Reason", 16, False, False, None, "reason", "always", 0),
    ]),
    "ticked": (4, "Ticked", [
        Field("time", "time", "long", 64, True, False, None, "time", "always", 0),
    ]),
    "defined": (5, "Defined", [
        Field("command", "command", "ubyte", 8, False, False, None, "amount", "always", 0),
        Field("id", "entry", "uint", 32, False, False, None, "quantity", "not_zero", 0),
    ]),
    "skipped": (6, "Skipped", [
        Field("skipped", "sequence", "ulong", 64, False, False, None, "amount", "always", 0),
    ]),
    "time_kept": (7, "TimeKept", [
        Field("order_key", "order_key", "Key", 0, False, False, None, "order_key", "not_zero", 0),
        Field("command", "command", "ubyte", 8, False, False, None, "amount", "always", 0),
        Field("time", "time", "long", 64, True, False, None, "time", "always", 0),
    ]),
    "stock_received": (20, "StockReceived", [
        Field("sku", "id", "SkuId", 32, False, False, None, "sku", "always", 0),
        Field("node", "id", "NodeId", 32, False, False, None, "node", "always", 0),
        Field("lot", "number", "ulong", 64, False, False, None, "order_key.low", "always", 0),
        Field("available", "number", "uint", 32, False, False, None, "quantity", "always", 0),
        Field("received", "number", "long", 64, True, False, None, "amount", "always", 0),
    ]),
    "stock_adjusted": (21, "StockAdjusted", [
        Field("sku", "id", "SkuId", 32, False, False, None, "sku", "always", 0),
        Field("node", "id", "NodeId", 32, False, False, None, "node", "always", 0),
        Field("lot", "number", "ulong", 64, False, False, None, "order_key.low", "always", 0),
        Field("available", "number", "uint", 32, False, False, None, "quantity", "always", 0),
        Field("delta", "number", "long", 64, True, False, None, "amount", "always", 0),
    ]),
    "stock_deficit": (22, "StockDeficit", [
        Field("sku", "id", "SkuId", 32, False, False, None, "sku", "always", 0),
        Field("node", "id", "NodeId", 32, False, False, None, "node", "always", 0),
        Field("lot", "number", "ulong", 64, False, False, None, "order_key.low", "always", 0),
        Field("deficit", "number", "uint", 32, False, False, None, "quantity", "always", 0),
        Field("delta", "number", "long", 64, True, False, None, "amount", "always", 0),
    ]),
    "safety_stock_set": (23, "SafetyStockSet", [
        Field("sku", "id", "SkuId", 32, False, False, None, "sku", "always", 0),
        Field("node", "id", "NodeId", 32, False, False, None, "node", "always", 0),
        Field("safety_stock", "number", "uint", 32, False, False, None, "quantity", "always", 0),
    ]),
    "placed": (40, "Placed", [
        Field("order_key", "order_key", "Key", 0, False, False, None, "order_key", "not_zero", 0),
        Field("lines", "number", "ushort", 16, False, False, None, "line", "always", 0),
        Field("parcels", "number", "uint", 32, False, False, None, "quantity", "always", 0),
        Field("cost", "money", "long", 64, True, False, None, "amount", "always", 0),
        Field("pay_by", "time", "long", 64, True, False, None, "time", "not_zero", 0),
        Field("flags", "flags", "EventFlags", 8, False, False, None, "flags", "not_zero", 0),
    ]),
    "imported": (41, "Imported", [
        Field("order_key", "order_key", "Key", 0, False, False, None, "order_key", "not_zero", 0),
        Field("lines", "number", "ushort", 16, False, False, None, "line", "always", 0),
        Field("parcels", "number", "uint", 32, False, False, None, "quantity", "always", 0),
        Field("cost", "money", "long", 64, True, False, None, "amount", "always", 0),
        Field("pay_by", "time", "long", 64, True, False, None, "time", "not_zero", 0),
        Field("flags", "flags", "EventFlags", 8, False, False, None, "flags", "not_zero", 0),
    ]),
    "line_held": (42, "LineHeld", [
        Field("order_key", "order_key", "Key", 0, False, False, None, "order_key", "not_zero", 0),
        Field("line", "number", "ushort", 16, False, False, None, "line", "always", 0),
        Field("sku", "id", "SkuId", 32, False, False, None, "sku", "always", 0),
        Field("node", "id", "NodeId", 32, False, False, None, "node", "always", 0),
        Field("quantity", "number", "uint", 32, False, False, None, "quantity", "always", 0),
        Field("lot", "number", "ulong", 64, False, False, None, "amount", "always", 0),
        Field("flags", "flags", "EventFlags", 8, False, False, None, "flags", "not_zero", 0),
    ]),
    "line_allocated": (43, "LineAllocated", [
        Field("order_key", "order_key", "Key", 0, False, False, None, "order_key", "not_zero", 0),
        Field("line", "number", "ushort", 16, False, False, None, "line", "always", 0),
        Field("sku", "id", "SkuId", 32, False, False, None, "sku", "always", 0),
        Field("node", "id", "NodeId", 32, False, False, None, "node", "always", 0),
        Field("quantity", "number", "uint", 32, False, False, None, "quantity", "always", 0),
        Field("lot", "number", "ulong", 64, False, False, None, "amount", "always", 0),
        Field("flags", "flags", "EventFlags", 8, False, False, None, "flags", "not_zero", 0),
    ]),
    "line_waiting": (44, "LineWaiting", [
        Field("order_key", "order_key", "Key", 0, False, False, None, "order_key", "not_zero", 0),
        Field("line", "number", "ushort", 16, False, False, None, "line", "always", 0),
        Field("sku", "id", "SkuId", 32, False, False, None, "sku", "always", 0),
        Field("quantity", "number", "uint", 32, False, False, None, "quantity", "always", 0),
    ]),
    "line_refused": (45, "LineRefused", [
        Field("order_key", "order_key", "Key", 0, False, False, None, "order_key", "not_zero", 0),
        Field("line", "number", "ushort", 16, False, False, None, "line", "always", 0),
        Field("sku", "id", "SkuId", 32, False, False, None, "sku", "always", 0),
        Field("quantity", "number", "uint", 32, False, False, None, "quantity", "always", 0),
        Field("reason", "reason", "Reason", 16, False, False, None, "reason", "always", 0),
    ]),
    "line_short": (46, "LineShort", [
        Field("order_key", "order_key", "Key", 0, False, False, None, "order_key", "not_zero", 0),
        Field("line", "number", "ushort", 16, False, False, None, "line", "always", 0),
        Field("sku", "id", "SkuId", 32, False, False, None, "sku", "always", 0),
        Field("quantity", "number", "uint", 32, False, False, None, "quantity", "always", 0),
    ]),
    "in_review": (47, "InReview", [
        Field("order_key", "order_key", "Key", 0, False, False, None, "order_key", "not_zero", 0),
        Field("reason", "reason", "Reason", 16, False, False, None, "reason", "always", 0),
        Field("version", "number", "uint", 32, False, False, None, "quantity", "always", 0),
        Field("review_by", "time", "long", 64, True, False, None, "time", "not_zero", 0),
    ]),
    "ship_stop": (48, "ShipStop", [
        Field("order_key", "order_key", "Key", 0, False, False, None, "order_key", "not_zero", 0),
        Field("reason", "reason", "Reason", 16, False, False, None, "reason", "always", 0),
        Field("version", "number", "uint", 32, False, False, None, "quantity", "always", 0),
    ]),
    "allocated": (49, "Allocated", [
        Field("order_key", "order_key", "Key", 0, False, False, None, "order_key", "not_zero", 0),
    ]),
    "cancelled": (50, "Cancelled", [
        Field("order_key", "order_key", "Key", 0, False, False, None, "order_key", "not_zero", 0),
        Field("value", "money", "long", 64, True, False, None, "amount", "always", 0),
        Field("units", "number", "uint", 32, False, False, None, "quantity", "always", 0),
    ]),
    "expired": (51, "Expired", [
        Field("order_key", "order_key", "Key", 0, False, False, None, "order_key", "not_zero", 0),
        Field("value", "money", "long", 64, True, False, None, "amount", "always", 0),
        Field("units", "number", "uint", 32, False, False, None, "quantity", "always", 0),
        Field("pay_by", "time", "long", 64, True, False, None, "time", "not_zero", 0),
    ]),
    "paid": (52, "Paid", [
        Field("order_key", "order_key", "Key", 0, False, False, None, "order_key", "not_zero", 0),
        Field("value", "money", "long", 64, True, False, None, "amount", "always", 0),
        Field("version", "number", "uint", 32, False, False, None, "quantity", "always", 0),
        Field("paid_at", "time", "long", 64, True, False, None, "time", "always", 0),
        Field("reason", "reason", "Reason", 16, False, False, None, "reason", "not_zero", 0),
    ]),
    "payment_pending": (53, "PaymentPending", [
        Field("order_key", "order_key", "Key", 0, False, False, None, "order_key", "not_zero", 0),
        Field("version", "number", "uint", 32, False, False, None, "quantity", "always", 0),
        Field("pay_by", "time", "long", 64, True, False, None, "time", "not_zero", 0),
        Field("reason", "reason", "Reason", 16, False, False, None, "reason", "not_zero", 0),
    ]),
    "payment_failed": (54, "PaymentFailed", [
        Field("order_key", "order_key", "Key", 0, False, False, None, "order_key", "not_zero", 0),
        Field("version", "number", "uint", 32, False, False, None, "quantity", "always", 0),
        Field("pay_by", "time", "long", 64, True, False, None, "time", "not_zero", 0),
        Field("reason", "reason", "Reason", 16, False, False, None, "reason", "not_zero", 0),
    ]),
    "refund_due": (55, "RefundDue", [
        Field("order_key", "order_key", "Key", 0, False, False, None, "order_key", "not_zero", 0),
        Field("value", "money", "long", 64, True, False, None, "amount", "always", 0),
        Field("reason", "reason", "Reason", 16, False, False, None, "reason", "not_zero", 0),
    ]),
    "retaken": (56, "Retaken", [
        Field("order_key", "order_key", "Key", 0, False, False, None, "order_key", "not_zero", 0),
        Field("lines", "number", "ushort", 16, False, False, None, "line", "always", 0),
        Field("parcels", "number", "uint", 32, False, False, None, "quantity", "always", 0),
        Field("cost", "money", "long", 64, True, False, None, "amount", "always", 0),
        Field("pay_by", "time", "long", 64, True, False, None, "time", "not_zero", 0),
        Field("flags", "flags", "EventFlags", 8, False, False, None, "flags", "not_zero", 0),
    ]),
    "reminder": (57, "Reminder", [
        Field("order_key", "order_key", "Key", 0, False, False, None, "order_key", "not_zero", 0),
        Field("pay_by", "time", "long", 64, True, False, None, "time", "not_zero", 0),
    ]),
    "review_approved": (58, "ReviewApproved", [
        Field("order_key", "order_key", "Key", 0, False, False, None, "order_key", "not_zero", 0),
        Field("version", "number", "uint", 32, False, False, None, "quantity", "always", 0),
        Field("pay_by", "time", "long", 64, True, False, None, "time", "not_zero", 0),
    ]),
    "review_rejected": (59, "ReviewRejected", [
        Field("order_key", "order_key", "Key", 0, False, False, None, "order_key", "not_zero", 0),
        Field("value", "money", "long", 64, True, False, None, "amount", "always", 0),
        Field("units", "number", "uint", 32, False, False, None, "quantity", "always", 0),
    ]),
    "cap_exceeded": (60, "CapExceeded", [
        Field("order_key", "order_key", "Key", 0, False, False, None, "order_key", "not_zero", 0),
        Field("cap", "id", "CapId", 32, False, False, None, "node", "always", 0),
        Field("excess", "number", "uint", 32, False, False, None, "quantity", "always", 0),
        Field("debited", "number", "long", 64, True, False, None, "amount", "always", 0),
        Field("reason", "reason", "Reason", 16, False, False, None, "reason", "always", 0),
        Field("next_window_at", "time", "long", 64, True, False, None, "time", "not_zero", 0),
    ]),
    "payment_unassigned": (61, "PaymentUnassigned", [
        Field("order_key", "order_key", "Key", 0, False, False, None, "order_key", "not_zero", 0),
        Field("paid_at", "time", "long", 64, True, False, None, "time", "always", 0),
        Field("placed_sequence", "sequence", "ulong", 64, False, False, None, "amount", "always", 0),
        Field("reason", "reason", "Reason", 16, False, False, None, "reason", "always", 0),
    ]),
}

CHOICES: dict[str, dict[str, int]] = {
    "TimeSource": {"engine": 0, "host": 1},
    "SourcingPolicy": {"cheapest": 0, "fewest_parcels": 1, "node_priority": 2},
    "ReviewOutcome": {"reject": 0, "approve": 1},
    "ListKind": {"block": 0, "allow": 1},
    "TokenKind": {"customer": 0, "device": 1, "card": 2, "address": 3, "phone": 4, "recipient": 5},
    "CapMeasure": {"units": 0, "orders": 1},
    "Shortage": {"by_order": 0, "refuse_order": 1, "refuse_line": 2, "backorder": 3},
}

FLAGS: dict[str, dict[str, int]] = {
    "EventFlag": {"bounded": 1, "several_lots": 2, "waited": 4},
}

SETTINGS: dict[str, dict[str, int]] = {
    "BusyWith": {"nothing": 0, "answers": 1, "decisions": 2, "events": 3, "log": 4},
    "ConsumeFrom": {"oldest": 0, "newest": 1},
    "ConsumerState": {"live": 0, "catching_up": 1, "detached": 2},
    "DamagedEnd": {"refuse": 0, "drop": 1},
    "SlowConsumer": {"busy": 0, "detach": 1},
    "Threading": {"own_thread": 0, "host_steps": 1},
    "Durability": {"none": 0, "async": 1, "sync": 2},
    "LineState": {"held": 0, "allocated": 1, "waiting": 2, "refused": 3, "ended": 4},
    "OrderStatus": {"open": 0, "cancelled": 1, "expired": 2, "rejected": 3},
    "Payment": {"unpaid": 0, "pending": 1, "paid": 2, "on_delivery": 3},
    "Review": {"clear": 0, "in_review": 1},
    "Advice": {"none": 0, "permanent": 1, "retry": 2, "fix": 3},
    "IdKind": {"channel": 0, "node": 1, "zone": 2, "sku": 3, "sku_set": 4, "cap": 5},
}

# Name: number, advice, text, what to do.
REASONS: dict[str, tuple[int, str, str, str]] = {
    "ok": (0, "none", "done", "nothing"),
    "busy": (1001, "retry", "a ring or buffer is full; nothing was logged", "poll answers and events, then submit the command again"),
    "stopped": (1002, "permanent", "the engine has been stopped", "open the engine again, then submit the command there"),
    "poisoned": (1003, "permanent", "a broken invariant or a failed write stopped the engine; recover it", "read why the engine is poisoned, open the log again, and submit the command again under its command_key: recovery knows whether it was decided"),
    "command_too_large": (1004, "fix", "the command is larger than command_bytes_max", "leave out what is above the limits, or split it into several commands"),
    "not_for_hosts": (1005, "fix", "only the engine itself logs this command", "leave the command to the engine; send tick for time to pass"),
    "other_process": (1006, "fix", "the engine was opened by another process; a child of fork opens its own", "open an engine in this process"),
    "step_too_large": (1101, "fix", "the time is more than max_step_ns ahead; correct it, or send tick with force at that time and then this again", "correct the time, or send tick with force at that time and then the command again"),
    "command_key_missing": (1201, "fix", "command_key must not be 0", "give each command a key of its own"),
    "command_key_conflict": (1202, "fix", "this command_key was used with another body", "give this command a key of its own; the one that used the key stays decided"),
    "order_key_missing": (1203, "fix", "order_key must not be 0", "name the order by its key"),
    "order_exists": (1204, "permanent", "an order with this order_key is known", "give a new order a key of its own; when this is the same one sent twice, nothing"),
    "order_unknown": (1205, "fix", "no order with this order_key is known", "check the key; an order that ended long ago is no longer remembered"),
    "no_lines": (1301, "fix", "an order needs at least one line", "give the order at least one line"),
    "too_many_lines": (1302, "fix", "the order has more than lines_per_order_max lines", "split the order, or start a log with a greater lines_per_order_max"),
    "quantity_out_of_range": (1303, "fix", "a quantity, and the sum over an order, must be 1 to 2^31-1", "correct the quantity"),
    "price_out_of_range": (1304, "fix", "a price must not be negative", "correct the price"),
    "order_value_overflow": (1305, "fix", "the value of the order does not fit 63 bits", "correct quantities and prices"),
    "sku_unknown": (1306, "fix", "no such SKU", "define the SKU first, or correct its id"),
    "node_unknown": (1307, "fix", "no such node", "define the node first, or correct its id"),
    "channel_unknown": (1308, "fix", "no such channel", "define the channel first, or correct its id"),
    "zone_unknown": (1309, "fix", "no such zone", "define the zone first, or correct its id"),
    "code_invalid": (1310, "fix", "a code is 1 to 40 bytes without NUL", "give a code of 1 to 40 bytes without NUL"),
    "field_out_of_range": (1311, "fix", "a field lies outside its range", "look the range of each field up in docs/commands.md"),
    "line_policy_conflict": (1312, "fix", "a ship_complete order cannot set shortage on a line", "set shortage on the order only, or leave ship_complete out"),
    "sku_set_unknown": (1313, "fix", "no such set of SKUs", "define the set of SKUs first, or correct its id"),
    "order_value_exceeded": (2001, "permanent", "the order's value is above order_value_max", "refuse the order to the customer, or raise order_value_max and send it under new keys"),
    "line_quantity_exceeded": (2002, "permanent", "a line's quantity is above line_quantity_max", "ask the customer for fewer units, or raise line_quantity_max and send it under new keys"),
    "price_out_of_band": (2003, "permanent", "a price is too far from the list price", "check the price against the list price of the SKU"),
    "velocity_exceeded": (2004, "retry", "the customer has too many attempts inside the window", "let the customer try again when older attempts have left the window"),
    "attempts_full": (2005, "retry", "attempts_max attempts lie inside the velocity window", "send it again later, or start a log with a greater attempts_max"),
    "listed": (2101, "permanent", "a token is on the block list", "refuse the order to the customer, or take the token off the list and send it under new keys"),
    "value_review": (2201, "none", "the order's value asks for a review", "decide the review with review_decision before its deadline"),
    "stock_insufficient": (3001, "retry", "not enough stock; may succeed after a receipt", "offer fewer units, or shortage backorder, or send it again under a new command_key after a receipt"),
    "stock_pending": (3002, "retry", "stock is on its way back from ended holds; try again at once", "send it again under a new command_key"),
    "splits_exceeded": (3003, "fix", "the goods lie in more nodes than max_splits allows", "allow more splits, or leave lines out"),
    "unserviceable": (3004, "fix", "no node of the channel's network has a lane to the zone", "add a lane from a node of the network to the zone, or ask for another zone"),
    "cap_reached": (3005, "fix", "a purchase cap leaves less than the order asks for; ask for what is left, or in a later window", "ask for at most what is left, or again when the next window begins"),
    "token_required": (3006, "fix", "a purchase cap counts by a token that the order does not have", "give the token that the cap counts by"),
    "order_ended": (3011, "permanent", "the order has ended", "place a new order; this one keeps how it ended"),
    "already_paid": (3012, "permanent", "the order was paid before", "nothing, or give a second payment back"),
    "not_in_review": (3013, "permanent", "the order is not in review", "nothing; the order was decided before, or never held"),
    "version_stale": (3014, "fix", "the order has changed since that version", "look at the order as it is now, then decide with its version"),
    "paid_too_late": (3015, "permanent", "the payment was made after pay_by", "nothing where the order was taken again; else give the money back, as refund_due says"),
    "lot_unknown": (3016, "fix", "no such lot at this node", "check the code of the lot, or receive it first"),
    "lot_expiry_conflict": (3017, "fix", "the lot is known with another expiry", "use another code for units with another expiry"),
    "cap_conflict": (3018, "fix", "the cap is known with another measure, token kind or window", "give the changed cap a code of its own"),
    "paid_before_placed": (3019, "fix", "the payment was made in a second before that in which the order that has this order_key now was placed", "find out whose payment it is, and give it back or pay the order that it was for"),
    "orders_full": (3101, "retry", "orders_max orders are open", "send it again when orders have ended, or start a log with a greater orders_max"),
    "lines_full": (3102, "retry", "lines_max lines are in use", "send it again when orders have ended, or start a log with a greater lines_max"),
    "holds_full": (3103, "retry", "holds_max holds are in use", "send it again when orders have ended, or start a log with a greater holds_max"),
    "lots_full": (3104, "fix", "lots_max lots, or lots_per_cell_max lots of this SKU at this node, are in use", "put units into lots that are there, or start a log with greater limits"),
    "catalogue_full": (3105, "fix", "skus_max, nodes_max, channels_max, zones_max, sku_sets_max or caps_max is reached", "change entries that are there, or start a log with a greater limit"),
    "lists_full": (3106, "fix", "list_entries_max is reached", "take entries off a list, or start a log with a greater list_entries_max"),
    "stock_full": (3107, "fix", "more than 2^31-1 units of a SKU at a node", "check the quantity; it is more than a node can have of a SKU"),
    "cap_accounts_full": (3108, "retry", "cap_accounts_max accounts of purchase caps are in use", "send it again when orders have ended, or start a log with a greater cap_accounts_max"),
    "debits_full": (3109, "retry", "debits_max debits are remembered", "send it again when orders have ended, or start a log with a greater debits_max"),
    "storage_full": (4001, "retry", "the log has no space left; nothing was logged", "free space where the log lies, then submit the command again"),
}

# Name: number, advice, text, what to do.
STATUSES: dict[str, tuple[int, str, str, str]] = {
    "ok": (0, "none", "all is well", "nothing"),
    "invalid_argument": (1, "fix", "the caller has to change something", "change what the message names"),
    "not_found": (2, "fix", "something that should be there is not", "check the name that the message gives"),
    "corrupt": (3, "permanent", "stored bytes are not what was written", "keep the file that the message names, and restore it from a copy"),
    "io_error": (4, "fix", "the operating system said no", "mend what the message names, such as a right or a limit, then try again"),
    "storage_full": (5, "retry", "no space is left", "free space where the log lies, then try again"),
    "unsupported": (6, "permanent", "another version of a format", "use a library that knows it"),
    "poisoned": (7, "permanent", "a broken invariant or a failed write stopped the engine", "open the log again; where that gives a read-only engine, skip the command that poison() names"),
    "other_process": (8, "fix", "opened by another process: this one is a child that it made by fork", "open an engine in this process"),
    "truncated": (9, "permanent", "the log is shorter than it, or its host, knows that it was", "restore the log from a copy; docs/durability.md says how to go on without what is gone"),
}
