// What a host can ask for or report: one struct per command, one variant over them.
//
// Each struct names its fields once, in `fields`, with what the description says of them; the log
// record, the hash and the JSON form are made from that one list. Requests can be refused; facts
// are recorded and refused only when malformed. What each does, in which order, and every reason:
// docs/rules.md.
//
// Ownership: lists are borrowed: `lines` of an order, `skus` of a set. They must live until
// submit() returns.
//
// Made from src/messages; change the description there, then: scripts/generate.sh
#pragma once

#include <type_traits>
#include <variant>

#include "allot/messages/after_sale_commands.hpp"
#include "allot/messages/catalogue_commands.hpp"
#include "allot/messages/change_commands.hpp"
#include "allot/messages/channel_commands.hpp"
#include "allot/messages/control_commands.hpp"
#include "allot/messages/exceptions_commands.hpp"
#include "allot/messages/floor_commands.hpp"
#include "allot/messages/fulfilment_commands.hpp"
#include "allot/messages/order_commands.hpp"
#include "allot/messages/payment_commands.hpp"
#include "allot/messages/rules_commands.hpp"
#include "allot/messages/service_commands.hpp"
#include "allot/messages/stock_commands.hpp"

namespace allot {

// The alternatives stand in an arbitrary order; the log's numbers are CommandType.
using Command =
    std::variant<Tick, SetRiskLimits, LoadRules, ActivateRules, SetListMember, DefineSku,
                 DefineNode, DefineZone, DefineChannel, DefineNetwork, DefineLane, SetList,
                 DefineCarrier, DefineSkuSet, DefineCap, Receive, Adjust, SetSafetyStock,
                 MovePromise, SetFeed, Place, Import, Cancel, ConfirmPayment, PaymentPending,
                 FailPayment, ReviewDecision, Modify, Extend, ConfirmPart, RecordPayment,
                 CancelLine, Trim, Merge, Split, ReleaseWave, Pick, ShortPick, Ship, Deliver,
                 ReportDelivery, AnswerCancel, ShipUndone, ReleaseOrder, Pack, ShipParcel,
                 RequestReturn, ReceiveReturn, Exchange, SetExceptionRule, AssignExceptions,
                 ResolveExceptions, NameSku, SetServiceLevel, Start, Advance, Skip>;

static_assert(std::is_trivially_copyable_v<Command>, "a command is copied into the ring whole");

}  // namespace allot
