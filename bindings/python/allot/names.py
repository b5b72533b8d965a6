# Made from src/messages/allot.fbs; change that file, then: scripts/generate.sh
"""The numbered names that commands, events and answers use. Numbers are never reused."""

from __future__ import annotations

from enum import IntEnum, IntFlag

from allot.reasons import Reason, StatusCode

__all__ = [
    "TimeSource",
    "RulesMode",
    "SourcingPolicy",
    "ReviewOutcome",
    "LatePayment",
    "FirmWhen",
    "LapsedDeposit",
    "OwnHold",
    "TokenKind",
    "ListKind",
    "CapMeasure",
    "FeedTells",
    "Shortage",
    "ImportState",
    "PartRest",
    "PaymentKind",
    "ShortPickCause",
    "DeliveryTrouble",
    "CancelAnswer",
    "UndoneTo",
    "ReturnReason",
    "Disposition",
    "CreditWhen",
    "ExceptionKind",
    "Resolution",
    "ServiceKind",
    "RulePhase",
    "HitOutcome",
    "RuleError",
    "EventFlag",
    "BusyWith",
    "ConsumeFrom",
    "ConsumerState",
    "DamagedEnd",
    "SlowConsumer",
    "Threading",
    "Durability",
    "LineState",
    "OrderStatus",
    "Payment",
    "Review",
    "Advice",
    "IdKind",
    "EventType",
    "Reason",
    "StatusCode",
]


class TimeSource(IntEnum):
    """Who stamps commands with their logical time."""

    ENGINE = 0
    """one stamp for each drained batch, from the engine's clock"""
    HOST = 1
    """the time that each command carries"""


class RulesMode(IntEnum):
    """What a rule set does."""

    OFF = 0
    """nothing"""
    LIVE = 1
    """it judges orders, in place of the set that did"""
    SHADOW = 2
    """it tells what it would hit, and decides nothing, in place of the set that was tried"""


class SourcingPolicy(IntEnum):
    """What the choice of nodes minimises. Every policy ends in the node ids."""

    CHEAPEST = 0
    """least parcel and unit cost, then fewest parcels"""
    FEWEST_PARCELS = 1
    """fewest parcels, then least cost"""
    NODE_PRIORITY = 2
    """the preferred nodes first"""


class ReviewOutcome(IntEnum):
    """What a review, or its deadline, decides."""

    REJECT = 0
    """the order ends"""
    APPROVE = 1
    """the order goes on"""


class LatePayment(IntEnum):
    """What a payment does that is made after the deadline."""

    TAKE_AGAIN = 0
    """it pays the order; one that has let go is taken again if all of it is there"""
    REFUSE = 1
    """it is due back, and the order ends"""
    IN_GRACE = 2
    """the deadline is the end of the grace; after that it is due back"""


class FirmWhen(IntEnum):
    """What makes an order firm, so that what it holds is allocated and may be shipped."""

    CAPTURED = 0
    """all that is due has come in; with cash_on_delivery, that it was placed"""
    AUTHORISED = 1
    """all that is due was set aside or has come in; what is to be captured is told when goods
    leave"""
    ON_DELIVERY = 2
    """that it was placed, as with cash_on_delivery; and what is due is told when goods arrive"""
    DEPOSIT = 3
    """its deposit has come in; the balance has a window of its own, and nothing is released
    before"""


class LapsedDeposit(IntEnum):
    """What becomes of the deposit of an order whose balance was not paid in time."""

    DUE_BACK = 0
    """it is due back"""
    KEPT = 1
    """the shop keeps it"""


class OwnHold(IntEnum):
    """What becomes of an order for goods that the same shopper holds by an order which is not
    paid."""

    IGNORED = 0
    """that they are hers is not looked at"""
    TOLD = 1
    """where it is refused for want of them, it is told that they are hers, and by which order"""
    TAKEN_OVER = 2
    """it takes them over in one step, and the old order ends; told where it is refused all the
    same"""


class TokenKind(IntEnum):
    """Which of an order's tokens an entry of a list speaks of."""

    CUSTOMER = 0
    """who buys"""
    DEVICE = 1
    """the device that was used"""
    CARD = 2
    """the card or account that pays"""
    ADDRESS = 3
    """where it goes"""
    PHONE = 4
    """a phone number"""
    RECIPIENT = 5
    """who receives"""


class ListKind(IntEnum):
    """Which list an entry is on."""

    BLOCK = 0
    """an order with such a token is refused"""
    ALLOW = 1
    """an order with such a token is neither blocked nor reviewed"""


class CapMeasure(IntEnum):
    """What a purchase cap counts."""

    UNITS = 0
    """units of the SKUs that it is over"""
    ORDERS = 1
    """orders with any of them"""


class FeedTells(IntEnum):
    """What a channel is told of what is for sale in it, besides each picture of all SKUs."""

    FIGURES = 0
    """every figure that is another than it was told last"""
    CROSSINGS = 1
    """only what is sold out, and what is back in stock"""
    NOTHING = 2
    """nothing: it has no feed"""


class Shortage(IntEnum):
    """What happens to goods that cannot be taken now."""

    BY_ORDER = 0
    """on a line: as the order says; on an order: refuse_order"""
    REFUSE_ORDER = 1
    """the whole order is refused"""
    REFUSE_LINE = 2
    """the line is dropped, the rest goes on"""
    BACKORDER = 3
    """what is missing waits for stock"""


class ImportState(IntEnum):
    """What was known of a sale when it was imported."""

    PAID = 0
    """the buyer has paid"""
    UNPAID = 1
    """the buyer may pay until pay_by"""
    ON_DELIVERY = 2
    """the buyer pays when the goods arrive"""
    ELSEWHERE = 3
    """somebody else ships it: it is known by its key, and nothing of stock is taken for it"""


class PartRest(IntEnum):
    """What becomes of the units of an order that are not confirmed with the others."""

    RELEASE = 0
    """they are cancelled: what is confirmed is all that is left, and paid"""
    KEEP = 1
    """they stay as they are: what is confirmed is captured, and the order is not paid until all
    of it is"""


class PaymentKind(IntEnum):
    """What became of an amount of money."""

    AUTHORISED = 0
    """it was set aside for the order, and can be captured"""
    CAPTURED = 1
    """it has come in"""
    REFUNDED = 2
    """the shop gave it back"""
    REVERSED = 3
    """the bank took it back, as of a debit that was returned"""
    CHARGED_BACK = 4
    """the cardholder had it taken back"""
    VOIDED = 5
    """what was set aside was let go before it was captured: it counts no more"""


class ShortPickCause(IntEnum):
    """Why units could not be picked."""

    MISSING = 0
    """they are not there"""
    DAMAGED = 1
    """they are there, and cannot be sold"""


class DeliveryTrouble(IntEnum):
    """What is wrong with a delivery."""

    LATE = 0
    """it has not arrived when it should have; it is on its way"""
    DAMAGED = 1
    """goods were damaged on the way"""
    REFUSED = 2
    """it was not taken in at the door: it comes back"""
    LOST = 3
    """nobody knows where it is"""


class CancelAnswer(IntEnum):
    """What a node says of an order that was asked back."""

    TOO_LATE = 0
    """it has gone too far: the order goes on"""
    AGREED = 1
    """its goods go back on the shelf"""


class UndoneTo(IntEnum):
    """What an order has of units that were reported as shipped and have not left."""

    ORDER = 0
    """it holds them again"""
    STOCK = 1
    """they go back on sale, and the order waits at its old rank"""


class ReturnReason(IntEnum):
    """Why a customer sends goods back."""

    OTHER = 0
    """something else, or not said"""
    UNWANTED = 1
    """the customer does not want it any more"""
    DEFECTIVE = 2
    """it does not work"""
    DAMAGED = 3
    """it was damaged on the way"""
    WRONG_ITEM = 4
    """it is not what was ordered"""
    TOO_LATE = 5
    """it came too late"""


class Disposition(IntEnum):
    """What becomes of goods that came back."""

    RESTOCK = 0
    """they are stock of the node, and for sale"""
    QUARANTINE = 1
    """they are stock of the node, and not for sale"""
    SCRAP = 2
    """they are thrown away"""
    OTHER_NODE = 3
    """they go on to another node, and are stock of none until that receives them"""


class CreditWhen(IntEnum):
    """When what goods cost that come back in exchange counts for the order that was placed for
    them."""

    ON_RECEIPT = 0
    """when they have come back: until then the new goods are held, and do not leave"""
    AT_ONCE = 1
    """at once: the new goods may leave before the old ones are back"""


class ExceptionKind(IntEnum):
    """What an exception is about: something was recorded that somebody has to look after."""

    ANY = 0
    """all kinds"""
    NEWS = 1
    """news of an order that never came, or that could not do any more what it says"""
    PAYMENT = 2
    """money that is no known order's, or is not what was recorded of it before"""
    REFUND = 3
    """money of an order is due back; solved when as much was given back"""
    SHIPMENT = 4
    """what left or arrived is not what was promised; of an order that is not paid, or is in
    review, solved when that is over"""
    GOODS_BACK = 5
    """what came back is not what was shipped or agreed on, or nobody knows when it ends"""
    GOODS_MISSING = 6
    """goods that were sold or promised are not there; solved when the order waits for none any
    more"""
    SHIP_STOP = 7
    """an imported sale must not be shipped; solved when that was decided, or it has ended"""
    SKU_UNKNOWN = 8
    """facts name an article by a code that is not defined; solved when it is"""
    CAPTURE = 9
    """goods have left, or arrived, and are to be paid now; solved when they are. Its deadline is
    no later than when what was set aside for them lapses"""
    DELIVERY = 10
    """what left is late, damaged, refused or lost; solved when it has arrived, or what was
    refused is back. What was damaged is looked after by hand"""
    OLD_SALE = 11
    """an imported sale may have been recorded before, and is forgotten; solved when an order has
    its key: somebody made sure, and it was imported again with known_new"""


class Resolution(IntEnum):
    """What came of an exception that was looked after."""

    SETTLED = 0
    """it was put right"""
    NO_ACTION = 1
    """nothing had to be done"""
    WRITTEN_OFF = 2
    """the loss stays"""
    PASSED_ON = 3
    """somebody outside looks after it"""


class ServiceKind(IntEnum):
    """What a shop promises of an order."""

    PROCESSING = 0
    """all that can leave has left, so long after it could: the order is firm and has goods"""
    SHIP_BY = 1
    """all of it has left by the time that the order itself says"""
    DELIVERY = 2
    """all that left has arrived, so long after the first of it left"""
    RETURNS = 3
    """all that is to come back has, so long after the return was requested"""


class RulePhase(IntEnum):
    """When a rule decides, first to last."""

    LIMIT = 0
    """refuses, whatever else holds"""
    ALLOW = 1
    """keeps the rules below from acting"""
    BLOCK = 2
    """refuses"""
    REVIEW = 3
    """holds the order for review"""
    SCORE = 4
    """adds to the order's score, which bands judge"""


class HitOutcome(IntEnum):
    """What came of a rule that holds, or could not be evaluated."""

    DECIDED = 0
    """the order is refused, stopped or reviewed for it, or its score counts"""
    OUTRANKED = 1
    """an earlier one had decided"""
    SUPPRESSED = 2
    """an allowing rule keeps it from acting"""
    ALLOWS = 3
    """it keeps those below from acting"""
    SKIPPED = 4
    """it could not be evaluated, and that has no effect"""
    SHADOW = 5
    """the rule, or its set, is only tried"""


class RuleError(IntEnum):
    """Why a rule could not be evaluated."""

    NONE = 0
    """it could"""
    NO_SUCH_FIELD = 1
    """it reads a field that the order does not have"""
    NO_SUCH_KEY = 2
    """it asks a map for a key that it lacks"""
    NO_SUCH_OVERLOAD = 3
    """nothing is defined for such values"""
    OVERFLOW = 4
    """a number does not fit"""
    DIVIDE_BY_ZERO = 5
    """it divides by zero"""
    INDEX_OUT_OF_RANGE = 6
    """it reads beyond the end of a list"""
    OUT_OF_RANGE = 7
    """a conversion has no such result"""
    INVALID_ARGUMENT = 8
    """a text is no time, duration or zone"""
    UNDECLARED = 9
    """nothing has a name that it uses"""
    DUPLICATE_KEY = 10
    """a map names a key twice"""
    UNSUPPORTED = 11
    """it asks for what rules do not know"""
    TOO_LARGE = 12
    """a text or list is too long"""
    WORK_EXHAUSTED = 13
    """it took more steps than are allowed"""
    PARTIAL_FEATURE = 14
    """a feature that it reads may have forgotten what counts"""
    TOO_MANY_LINES = 15
    """the order has more lines than rules look at"""


class EventFlag(IntFlag):
    """How a line was taken, or an order accepted."""

    BOUNDED = 1
    """sourced by the bounded fallback"""
    SEVERAL_LOTS = 2
    """more lots than the one named gave units"""
    WAITED = 4
    """the line had been waiting"""
    TO_BE_PAID = 8
    """a sale that was imported has not been paid yet: it is unpaid, or on delivery"""
    SEVERAL_NODES = 16
    """more nodes than the one named gave units"""


class BusyWith(IntEnum):
    """What was full when a command was not admitted."""

    NOTHING = 0
    """nothing: the last command was admitted, or refused for another reason"""
    ANSWERS = 1
    """answers_max answers are outstanding: poll them"""
    DECISIONS = 2
    """the ring: the engine has not decided yet what is in it"""
    EVENTS = 3
    """the ring, because a consumer leaves no room for more events: poll that one"""
    LOG = 4
    """the ring, because what was decided waits for the disk"""


class ConsumeFrom(IntEnum):
    """Where a consumer that is opened begins."""

    OLDEST = 0
    """the oldest event that no consumer needed but the buffer still holds; right after open()
    that is the first event of this epoch"""
    NEWEST = 1
    """the events of commands admitted from now on"""


class ConsumerState(IntEnum):
    """What a consumer reads."""

    LIVE = 0
    """the buffer; what it leaves unread there may hold producers up"""
    CATCHING_UP = 1
    """what is made again from the log"""
    DETACHED = 2
    """nothing more, until it rejoins: it was too slow"""


class DamagedEnd(IntEnum):
    """What opening does with a log whose last segment is damaged where more stands behind, or
    was cut."""

    REFUSE = 0
    """the log is not opened; the message says what stands there"""
    DROP = 1
    """it is gone on with as far as it is whole, and what is dropped is counted. Never where the
    log says of itself that what is damaged was durable"""


class SlowConsumer(IntEnum):
    """What happens when a consumer leaves events unread until their buffer is full."""

    BUSY = 0
    """producers are told busy until it reads; no event is lost"""
    DETACH = 1
    """it is detached and has to catch up by replay; producers go on"""


class Threading(IntEnum):
    """Who runs the decision thread."""

    OWN_THREAD = 0
    """the engine starts one"""
    HOST_STEPS = 1
    """the host calls step(), always from one thread at a time"""


class Durability(IntEnum):
    """When what was decided may leave the engine, seen from the disk."""

    NONE = 0
    """published before it is written; a crash may take back what was published"""
    ASYNC = 1
    """durable at most async_bound_ns after it was sealed; published before that"""
    SYNC = 2
    """nothing is published before it is durable"""


class LineState(IntEnum):
    """How one line of an order stands."""

    HELD = 0
    """all of it is held until the order is firm"""
    ALLOCATED = 1
    """all of it is held for good: the order is paid, or on delivery, and clear"""
    WAITING = 2
    """all of it, or what could not be held, waits for stock"""
    REFUSED = 3
    """it was dropped when the order was placed"""
    ENDED = 4
    """its order has ended, or all of it was cancelled"""


class OrderStatus(IntEnum):
    """Whether an order goes on, or how it ended."""

    OPEN = 0
    """it goes on"""
    CANCELLED = 1
    """by a command"""
    EXPIRED = 2
    """not paid in time"""
    REJECTED = 3
    """by a review, or its deadline"""
    ELSEWHERE = 4
    """as soon as it was imported, for somebody else ships it"""
    SHIPPED = 5
    """all that it was owed has left"""


class Payment(IntEnum):
    """What is known of an order's payment."""

    UNPAID = 0
    """it is waited for"""
    PENDING = 1
    """it is on its way, which stops the clock once"""
    PAID = 2
    """it is there"""
    ON_DELIVERY = 3
    """when the goods arrive"""
    AUTHORISED = 4
    """all that is due was set aside or has come in, and counts until it lapses"""
    DEPOSITED = 5
    """its deposit has come in, and the balance is waited for"""


class Review(IntEnum):
    """Whether an order is held for a decision."""

    CLEAR = 0
    """it is not"""
    IN_REVIEW = 1
    """until review_decision, or its deadline"""


class Advice(IntEnum):
    """What a caller can do about a reason or a status."""

    NONE = 0
    """nothing was wrong"""
    PERMANENT = 1
    """the same will never succeed"""
    RETRY = 2
    """the same may succeed later"""
    FIX = 3
    """what was given has to change first, or what lies around the engine"""


class IdKind(IntEnum):
    """The kinds of entries of the catalogue that have codes and ids."""

    CHANNEL = 0
    """what a command `channel` defines"""
    NODE = 1
    """what a command `node` defines"""
    ZONE = 2
    """what a command `zone` defines"""
    SKU = 3
    """what a command `sku` defines"""
    SKU_SET = 4
    """what a command `sku_set` defines"""
    CAP = 5
    """what a command `cap` defines"""
    CARRIER = 6
    """what a command `carrier` defines"""
    EXCEPTION = 7
    """what a command `exception` defines"""


class EventType(IntEnum):
    """What an event says; its class in allot.events has the fields."""

    STARTED = 1
    """The engine was started: always the first event."""
    REFUSED = 2
    """The command was refused and changed nothing else."""
    DUPLICATE = 3
    """The command_key was seen before with the same body; nothing was done again."""
    TICKED = 4
    """Time has moved to here."""
    DEFINED = 5
    """A catalogue entry, list entry or limit was set."""
    SKIPPED = 6
    """A command was left out by an operator."""
    TIME_KEPT = 7
    """A fact is recorded at the time that stands: its stamp was more than max_step_ns ahead of
    that. What the fact did is told by the events that follow."""
    STOCK_RECEIVED = 20
    """Goods came in."""
    STOCK_ADJUSTED = 21
    """A count changed the books."""
    STOCK_DEFICIT = 22
    """A count could not find units that are promised."""
    SAFETY_STOCK_SET = 23
    """Units withheld from sale were set."""
    STOCK_EXPIRED = 24
    """The end of sale of a lot has come: nothing of it is sold from that instant on. What is
    promised from it follows as line_lost, order by order."""
    LOT_END_UNKNOWN = 25
    """Goods came back into a lot that their node does not have, and of which no node knows an
    end of sale, though other lots of the article end. They are for sale without an end: see when
    they end."""
    FOR_SALE = 30
    """another figure than the channel was told last, or the same once more for a picture"""
    SOLD_OUT = 31
    """nothing is for sale any more"""
    BACK_IN_STOCK = 32
    """something is for sale again"""
    FEED_COMPLETE = 33
    """The picture of a channel is complete: since its feed was opened, or asked for again, each
    SKU was told."""
    PLACED = 40
    """a place was accepted"""
    IMPORTED = 41
    """an import was recorded; what it lacks is short"""
    LINE_HELD = 42
    """held until the order is paid and cleared"""
    LINE_ALLOCATED = 43
    """firm at once, for the order is paid and cleared"""
    LINE_WAITING = 44
    """waits for stock"""
    LINE_REFUSED = 45
    """A line was dropped; the order goes on, unless refused follows."""
    LINE_SHORT = 46
    """owed to an imported order, and waits"""
    IN_REVIEW = 47
    """The order waits for a review_decision."""
    SHIP_STOP = 48
    """An imported order breaks a rule of risk, or a purchase cap: it is recorded, and must not
    ship before a review."""
    ALLOCATED = 49
    """The order is paid and cleared: everything it holds is allocated."""
    CANCELLED = 50
    """ended by a cancel"""
    EXPIRED = 51
    """The order was not paid in time and ended."""
    PAID = 52
    """A payment was recorded."""
    PAYMENT_PENDING = 53
    """the provider is working on it"""
    PAYMENT_FAILED = 54
    """an attempt failed"""
    REFUND_DUE = 55
    """The host owes money back."""
    RETAKEN = 56
    """an expired order was paid in time, or the stock was still there: taken again"""
    REMINDER = 57
    """The order is still not paid, and pay_by is near."""
    REVIEW_APPROVED = 58
    """The review let the order go on."""
    REVIEW_REJECTED = 59
    """ended by a review, or by its deadline"""
    CAP_EXCEEDED = 60
    """An imported order goes beyond a purchase cap, or cannot be counted by it. It is recorded."""
    PAYMENT_UNASSIGNED = 61
    """A payment is that of no order which is known whole: it was made before the one that has
    its order_key was placed, or that one ended so long ago that only a stub of it is left. It is
    recorded here; of a stub refund_due follows with the amount, unless it was paid before."""
    CAPTURE_DUE = 62
    """Money is to come in now: of an authorised order for goods that left, of one that is paid
    on delivery for goods that arrived."""
    SHIPPED_ELSEWHERE = 63
    """A sale was recorded that somebody else ships. It takes nothing, and has ended."""
    NEWS_KEPT = 64
    """News of an order that nobody knows yet waits for it."""
    NEWS_UNCLAIMED = 65
    """No order came for news that waited, or somebody else ships the sale that it was to cancel;
    nothing more is done with it. It is the host's to find out what the news was of."""
    AUTHORISED = 66
    """the provider has set the amount aside"""
    CAPTURED = 67
    """the money has come in"""
    REFUNDED = 68
    """the shop has given it back"""
    REVERSED = 69
    """the bank has taken it back"""
    CHARGED_BACK = 70
    """the cardholder has had it taken back"""
    BALANCE = 71
    """How the money of an order stands, of which a command payment was recorded: told behind
    each, and whenever it may have changed since."""
    UNPAID = 72
    """The order is not paid any more, nor deposited, since money went back that had come in or
    more is due, or not authorised, since that lapsed or does not suffice. What was allocated is
    held again until it is paid or authorised. Where it is paid when the goods arrive, allocated
    follows."""
    OFFERED = 73
    """what waited is there: the payment window begins"""
    OFFER_WITHDRAWN = 74
    """what was offered is not there any more: the window is over, and begins anew when it is
    served"""
    PAYMENT_OVERDUE = 75
    """the payment window is over, and the grace begins"""
    LINE_LOST = 76
    """Units that were promised to a line cannot be had: it does not hold them any more, and
    waits for them at the rank that it had. line_waiting or line_short follows; of an order that
    is shipped whole, for each of its lines, since it holds nothing then."""
    OVERDUE_REMINDER = 77
    """the grace is nearly over"""
    PAYMENT_AUTHORISED = 78
    """All that is due for the order was set aside or has come in, in a channel whose orders are
    firm then; or, of one that is authorised, that counts until another time now."""
    AUTHORISATION_LAPSED = 79
    """What was set aside for an order counts no more, and was not all captured. Unpaid follows."""
    LINE_SHIPPED = 80
    """Units of a line left. They count for the line, wherever they were taken from."""
    ORDER_SHIPPED = 81
    """Nothing of the order is held, waits, or has to be shipped any more: it has ended."""
    SHIPMENT_EXCEPTION = 82
    """A shipment or a delivery is not what was promised. It is recorded; somebody has to look."""
    LINE_DELIVERED = 83
    """Units of a line arrived."""
    PART_SHIPPED = 84
    """An order ended of which a part was shipped: that part stays shipped, the rest is not owed."""
    LINE_UNSHIPPED = 85
    """Units that were reported as shipped have not left. What the order has of them is told
    next, if it goes on."""
    ORDER_REOPENED = 86
    """An order that had ended since all of it was shipped goes on: not all of it was."""
    DELIVERY_EXCEPTION = 87
    """Units that left are late, damaged, refused at the door, or lost."""
    LINE_CANCELLED = 90
    """Units of a line were cancelled: the order has so many fewer."""
    ORDER_CHANGED = 91
    """The order is another one than it was. What has become of its lines stands before this."""
    LINE_CHANGED = 92
    """A line is another one than it was, or new. What it has more is told by line_held or
    line_allocated behind order_changed."""
    DEPOSIT_PAID = 93
    """The deposit of the order has come in: it is firm, and its balance window begins."""
    BALANCE_LAPSED = 94
    """The balance of an order was not paid in time. It ends: expired follows, or
    cancel_requested."""
    VOIDED = 95
    """the provider has let go of what was set aside"""
    LINE_NAMED = 96
    """A line has a number of its own, or a date on which it is wanted."""
    TAKEN_OVER = 97
    """An unpaid order ended since the same shopper asked again for what it held: the order whose
    placed follows in the same step has that now. No money is due; what is paid for it later is
    due back."""
    OWN_HOLD_TOLD = 98
    """What is refused next in the same step is held, or debited of the cap that refuses, by an
    order of the same shopper that is not paid: she may pay that one."""
    EXTENDED = 99
    """The payment window of an order ends later than it did."""
    RETURN_REQUESTED = 100
    """A customer has a time for sending goods back."""
    RETURN_RESTOCKED = 101
    """units that came back are for sale"""
    RETURN_QUARANTINED = 102
    """units that came back are stock, and not for sale"""
    RETURN_SCRAPPED = 103
    """units that came back are thrown away"""
    RETURN_FORWARDED = 104
    """units that came back go on to another node"""
    RETURN_EXCEPTION = 105
    """What came back is not what was shipped or agreed on. It is recorded; somebody has to look."""
    RETURN_LAPSED = 106
    """The window of a return is over, and not all of it has come back."""
    RETURN_COMPLETED = 107
    """All that was to come back has."""
    EXCEPTION_RAISED = 110
    """Somebody has to look after this. The event that says what happened comes before it in the
    same step."""
    EXCEPTION_ASSIGNED = 111
    """An exception has another owner."""
    EXCEPTION_RESOLVED = 112
    """An exception was looked after: it is closed."""
    EXCEPTION_SOLVED = 113
    """What an exception was about is so no more: it is closed, whoever looked after it."""
    EXCEPTION_OVERDUE = 114
    """The deadline of an exception has come, and it is open. Told once."""
    EXCEPTIONS_MISSED = 115
    """Exceptions of this step found exceptions_max of them open, and were not raised: what
    happened is told by its own events only."""
    SKU_NAMED = 116
    """An article was named by its code."""
    LINE_RELEASED = 120
    """What a line has is to be picked, at one node or at several."""
    LINE_PICKED = 121
    """Units of a line were picked."""
    LINE_SHORT_PICKED = 122
    """Units of a line could not be picked; it waits for others."""
    LINE_PUT_BACK = 123
    """Units that were picked for a line are back on the shelf, and still its own."""
    CANCEL_REQUESTED = 124
    """An order is to end of which something is on the floor: the nodes have to say whether it
    can."""
    CANCEL_AGREED = 125
    """its goods go back on the shelf"""
    CANCEL_REFUSED = 126
    """it is too late: the order goes on"""
    LINE_PACKED = 127
    """Units of a line were put into a parcel."""
    WAVE_BEGUN = 128
    """Orders for a wave are looked for."""
    WAVE_RELEASED = 129
    """All orders of a wave are on the floor."""
    SERVICE_WARNING = 140
    """A promise is to be kept by then, and nobody has yet: somebody should hurry. Told once."""
    SERVICE_BREACHED = 141
    """The time of a promise has come, and it was not kept. Told once."""
    SERVICE_KEPT = 142
    """What was promised is done, and in time."""
    PARCEL_IN_TIME = 143
    """before the promise was to be kept"""
    PARCEL_LATE = 144
    """at that time, or later"""
    PROMISES_MISSED = 145
    """Promises that were to begin in this step found promises_max of them running: nobody is
    warned of them, and they are neither kept nor breached."""
    EXCHANGED = 150
    """An order was placed for goods that are to come back from another one; return_requested of
    the same return_key, before this, names that."""
    CREDIT_MOVED = 151
    """Goods came back in exchange: money of their order is the new order's from now on."""
    CREDIT_LAPSED = 152
    """Of what was to be credited a part, or all, is not: the old goods did not come back in
    time, are worth less, or their money has gone. It is the customer's to pay."""
    RULE_HIT = 160
    """A rule holds for an order, or could not be evaluated. Told before what became of the
    order."""
    ORDER_MERGED = 170
    """An order ended since it went into another one, whose line_merged and order_changed follow
    in the same step. What it held and was paid is that one's, and so is what is told of it later
    under its key; what is asked of it is refused."""
    LINE_MERGED = 171
    """A line has the units of a line of the order that was merged into its own: where they lie,
    or waiting in the place of its order."""
    ORDER_SPLIT = 172
    """A part of an order is this order from now on. Its lines, line_split, its payment and
    order_changed follow in the same step; then those of the order that it was a part of,
    line_changed and order_changed."""
    LINE_SPLIT = 173
    """A line of an order that was split off another one has these units of one of its lines:
    where they lie, or waiting."""
    SALE_MAYBE_KNOWN = 180
    """A sale was imported that was made no later than one of which nothing is known any more,
    not even that there was one: it may be that one, told again. It takes nothing, and no order
    has its key, until it is imported again with known_new and another command_key."""
    LINE_MOVED = 181
    """Units of a line are not held there any more: what it has in their place is told by
    line_held or line_allocated behind it."""
    PARCEL_SHIPPED = 190
    """A parcel has left, with the last that lay in it."""
    PARCEL_UNASSIGNED = 191
    """A parcel has left of which nobody knows what lay in it."""
