"""allot: takes orders in, checks them for risk, matches them with stock, replays bit for bit.

    with allot.Engine(allot.EngineOptions(directory="log")) as engine:
        engine.submit([allot.Place(command_key=1, order_key=1001, channel=1, zone=1,
                                   lines=[allot.Line(sku=1, quantity=2, price=1_500)])])
        engine.wait_idle()
        for event in engine.poll():
            print(event)
"""

from allot import _main_interpreter  # isort: skip  (before anything native)
from allot import commands, events, names
from allot._native import version as __version__
from allot.batch import Batch
from allot.command_base import Command
from allot.commands import *
from allot.dry_run import DryRun, DryRunReport, DryStep
from allot.engine import Engine
from allot.errors import (
    Closed,
    ColumnError,
    Corrupt,
    Error,
    InvalidArgument,
    IoError,
    NotFound,
    OtherProcess,
    Poisoned,
    StorageFull,
    Truncated,
    Unsupported,
)
from allot.event_base import EVENT_DTYPE, Event
from allot.limits import Limits
from allot.look_up import (
    FoundAvailable,
    FoundCapAccount,
    FoundHold,
    FoundLine,
    FoundOrder,
    FoundTold,
    LookUp,
    order_key_of,
)
from allot.names import *
from allot.options import EngineOptions, LogPoint
from allot.results import (
    Admission,
    Answer,
    BusyCause,
    Conservation,
    ConsumerFigures,
    KeptConsumer,
    Poison,
    Statistics,
    Stream,
)

__all__ = [
    "Admission",
    "Answer",
    "Batch",
    "BusyCause",
    "Closed",
    "ColumnError",
    "Command",
    "Conservation",
    "ConsumerFigures",
    "Corrupt",
    "DryRun",
    "DryRunReport",
    "DryStep",
    "EVENT_DTYPE",
    "Engine",
    "EngineOptions",
    "Error",
    "Event",
    "FoundAvailable",
    "FoundCapAccount",
    "FoundHold",
    "FoundLine",
    "FoundOrder",
    "FoundTold",
    "InvalidArgument",
    "IoError",
    "KeptConsumer",
    "Limits",
    "LogPoint",
    "LookUp",
    "NotFound",
    "OtherProcess",
    "Poison",
    "Poisoned",
    "Statistics",
    "StorageFull",
    "Stream",
    "Truncated",
    "Unsupported",
    "__version__",
    "events",
    "order_key_of",
]
# The classes of commands and the enums, which are made from the description of messages. Classes of
# events are in allot.events, for some are called as the command is that they follow.
__all__ += commands.__all__
__all__ += names.__all__
