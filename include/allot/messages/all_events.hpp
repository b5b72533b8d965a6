// All types of events, by number.
//
// Made from src/messages; change the description there, then: scripts/generate.sh
#pragma once

#include <tuple>

#include "allot/messages/after_sale_events.hpp"
#include "allot/messages/change_events.hpp"
#include "allot/messages/control_events.hpp"
#include "allot/messages/exceptions_events.hpp"
#include "allot/messages/firmness_events.hpp"
#include "allot/messages/floor_events.hpp"
#include "allot/messages/fulfilment_events.hpp"
#include "allot/messages/line_events.hpp"
#include "allot/messages/news_events.hpp"
#include "allot/messages/order_events.hpp"
#include "allot/messages/payment_events.hpp"
#include "allot/messages/rules_events.hpp"
#include "allot/messages/service_events.hpp"
#include "allot/messages/stock_events.hpp"

namespace allot::events {

using All = std::tuple<
    Started, Refused, Duplicate, Ticked, Defined, Skipped, TimeKept, StockReceived, StockAdjusted,
    StockDeficit, SafetyStockSet, StockExpired, LotEndUnknown, ForSale, SoldOut, BackInStock,
    FeedComplete, Placed, Imported, LineHeld, LineAllocated, LineWaiting, LineRefused, LineShort,
    InReview, ShipStop, Allocated, Cancelled, Expired, Paid, PaymentPending, PaymentFailed,
    RefundDue, Retaken, Reminder, ReviewApproved, ReviewRejected, CapExceeded, PaymentUnassigned,
    CaptureDue, ShippedElsewhere, NewsKept, NewsUnclaimed, Authorised, Captured, Refunded, Reversed,
    ChargedBack, Balance, Unpaid, Offered, OfferWithdrawn, PaymentOverdue, LineLost,
    OverdueReminder, PaymentAuthorised, AuthorisationLapsed, LineShipped, OrderShipped,
    ShipmentException, LineDelivered, PartShipped, LineUnshipped, OrderReopened, DeliveryException,
    LineCancelled, OrderChanged, LineChanged, DepositPaid, BalanceLapsed, Voided, LineNamed,
    TakenOver, OwnHoldTold, Extended, ReturnRequested, ReturnRestocked, ReturnQuarantined,
    ReturnScrapped, ReturnForwarded, ReturnException, ReturnLapsed, ReturnCompleted,
    ExceptionRaised, ExceptionAssigned, ExceptionResolved, ExceptionSolved, ExceptionOverdue,
    ExceptionsMissed, SkuNamed, LineReleased, LinePicked, LineShortPicked, LinePutBack,
    CancelRequested, CancelAgreed, CancelRefused, LinePacked, WaveBegun, WaveReleased,
    ServiceWarning, ServiceBreached, ServiceKept, ParcelInTime, ParcelLate, PromisesMissed,
    Exchanged, CreditMoved, CreditLapsed, RuleHit, OrderMerged, LineMerged, OrderSplit, LineSplit,
    SaleMaybeKnown, LineMoved, ParcelShipped, ParcelUnassigned>;

}  // namespace allot::events
