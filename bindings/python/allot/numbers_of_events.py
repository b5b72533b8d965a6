"""What the numbers in events and answers stand for."""

from __future__ import annotations

from allot.events import CLASSES
from allot.names import EventFlag, Reason

CLASSES_BY_NUMBER = {int(kind): cls for kind, cls in CLASSES.items()}
REASONS_BY_NUMBER = {int(reason): reason for reason in Reason}
FLAGS_BY_BITS = {bits: EventFlag(bits) for bits in range(2 * max(EventFlag))}
