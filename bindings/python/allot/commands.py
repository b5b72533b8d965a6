# Made from src/messages/allot.fbs; change that file, then: scripts/generate.sh
"""Commands: one frozen dataclass for each, with the field names of docs/commands.md.

Keys are integers below 2**128, chosen by the host; 0 means absent and is refused where a key is
needed. Money is in minor units. What may be given for keys, tokens, times and durations beside an
integer: allot/values.py. None is as if the field was left out.

A command can be written as a dict as well, in the form of the JSON lines of docs/commands.md but
with ids in place of codes, and with its command_key:
``{"cancel": {"command_key": 7, "order_key": "hex:000000000000002a"}, "time": 0}``.
"""

from __future__ import annotations

from allot.command_base import Command
from allot.commands_after_sale import *
from allot.commands_catalogue import *
from allot.commands_control import *
from allot.commands_exceptions import *
from allot.commands_fulfilment import *
from allot.commands_order import *
from allot.commands_service import *
from allot.commands_stock import *

__all__ = [
    "Attribute",
    "Line",
    "Tick",
    "SetRiskLimits",
    "LoadRules",
    "ActivateRules",
    "SetListMember",
    "DefineSku",
    "DefineNode",
    "DefineZone",
    "DefineChannel",
    "DefineNetwork",
    "DefineLane",
    "SetList",
    "DefineCarrier",
    "DefineSkuSet",
    "DefineCap",
    "Receive",
    "Adjust",
    "SetSafetyStock",
    "MovePromise",
    "SetFeed",
    "Place",
    "Import",
    "Cancel",
    "ConfirmPayment",
    "PaymentPending",
    "FailPayment",
    "ReviewDecision",
    "Modify",
    "Extend",
    "ConfirmPart",
    "RecordPayment",
    "CancelLine",
    "Trim",
    "Merge",
    "Split",
    "ReleaseWave",
    "Pick",
    "ShortPick",
    "Ship",
    "Deliver",
    "ReportDelivery",
    "AnswerCancel",
    "ShipUndone",
    "ReleaseOrder",
    "Pack",
    "ShipParcel",
    "RequestReturn",
    "ReceiveReturn",
    "Exchange",
    "SetExceptionRule",
    "AssignExceptions",
    "ResolveExceptions",
    "NameSku",
    "SetServiceLevel",
]

# The class of each command, by the command's name.
CLASSES: dict[str, type[Command]] = {
    "tick": Tick,
    "risk_limits": SetRiskLimits,
    "load_rules": LoadRules,
    "activate_rules": ActivateRules,
    "set_list_member": SetListMember,
    "sku": DefineSku,
    "node": DefineNode,
    "zone": DefineZone,
    "channel": DefineChannel,
    "network": DefineNetwork,
    "lane": DefineLane,
    "list": SetList,
    "carrier": DefineCarrier,
    "sku_set": DefineSkuSet,
    "cap": DefineCap,
    "receive": Receive,
    "adjust": Adjust,
    "safety_stock": SetSafetyStock,
    "move": MovePromise,
    "feed": SetFeed,
    "place": Place,
    "import": Import,
    "cancel": Cancel,
    "confirm_payment": ConfirmPayment,
    "payment_pending": PaymentPending,
    "fail_payment": FailPayment,
    "review_decision": ReviewDecision,
    "modify": Modify,
    "extend": Extend,
    "confirm_part": ConfirmPart,
    "payment": RecordPayment,
    "cancel_line": CancelLine,
    "trim": Trim,
    "merge": Merge,
    "split": Split,
    "release_wave": ReleaseWave,
    "pick": Pick,
    "short_pick": ShortPick,
    "ship": Ship,
    "deliver": Deliver,
    "delivery_exception": ReportDelivery,
    "answer_cancel": AnswerCancel,
    "ship_undone": ShipUndone,
    "release_order": ReleaseOrder,
    "pack": Pack,
    "ship_parcel": ShipParcel,
    "request_return": RequestReturn,
    "receive_return": ReceiveReturn,
    "exchange": Exchange,
    "exception_rule": SetExceptionRule,
    "assign_exceptions": AssignExceptions,
    "resolve_exceptions": ResolveExceptions,
    "name_sku": NameSku,
    "service_level": SetServiceLevel,
}
