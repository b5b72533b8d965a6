// What the commands about stock, and about orders that are there already, do to the tables
// (docs/rules.md §4 and §7). New orders come in by Placing.
#pragma once

#include "allocation/tables.hpp"
#include "allot/messages/command.hpp"
#include "catalogue/decision.hpp"
#include "catalogue/order_reader.hpp"
#include "risk/risk.hpp"

namespace allot {

// Effects: whoever waits for a SKU is served when there is more of it.
Decision apply(Tables& tables, const Receive& fact);
Decision apply(Tables& tables, const Adjust& fact);
Decision apply(Tables& tables, const SetSafetyStock& command);
Decision apply(Tables& tables, const SetFeed& command);

// Effects: first what is due of the order is decided, whether the sweep has reached it or not.
Decision apply(Tables& tables, const Cancel& request);
Decision apply(Tables& tables, const CancelLine& request);
// Compiled apart, as the next six: all other commands would be laid out around them.
[[gnu::noinline, gnu::cold]] Decision apply(Tables& tables, const Extend& request);
[[gnu::noinline, gnu::cold]] Decision apply(Tables& tables, const ConfirmPart& request);
[[gnu::noinline, gnu::cold]] Decision apply(Tables& tables, const Trim& request);
[[gnu::noinline, gnu::cold]] Decision apply(Tables& tables, const Merge& request);
[[gnu::noinline, gnu::cold]] Decision apply(Tables& tables, const Split& request);
[[gnu::noinline, gnu::cold]] Decision apply(Tables& tables, const MovePromise& request);
[[gnu::noinline, gnu::cold]] Decision modify(Tables& tables, OrderReader& reader, const Risk& risk,
                                             const Modify& request);
[[gnu::noinline, gnu::cold]] Decision exchange(Tables& tables, OrderReader& reader, Risk& risk,
                                               const Exchange& request);
Decision apply(Tables& tables, const RecordPayment& fact);
Decision apply(Tables& tables, const ConfirmPayment& fact);
Decision apply(Tables& tables, const PaymentPending& fact);
Decision apply(Tables& tables, const FailPayment& fact);
Decision apply(Tables& tables, const ReviewDecision& decision);
Decision apply(Tables& tables, const Ship& fact);
Decision apply(Tables& tables, const ShipParcel& fact);
Decision apply(Tables& tables, const Deliver& fact);
Decision apply(Tables& tables, const ReportDelivery& fact);
Decision apply(Tables& tables, const ShipUndone& fact);
Decision apply(Tables& tables, const ReleaseOrder& request);
Decision apply(Tables& tables, const ReleaseWave& request);
Decision apply(Tables& tables, const Pick& fact);
Decision apply(Tables& tables, const ShortPick& fact);
Decision apply(Tables& tables, const Pack& fact);
Decision apply(Tables& tables, const AnswerCancel& answer);
Decision apply(Tables& tables, const RequestReturn& request);
Decision apply(Tables& tables, const ReceiveReturn& fact);

Decision apply(Tables& tables, const SetExceptionRule& rule);
Decision apply(Tables& tables, const AssignExceptions& request);
Decision apply(Tables& tables, const ResolveExceptions& request);
Decision apply(Tables& tables, const SetServiceLevel& level);

// Requires: an order of this key has just come, and some news waits. Effects: what was heard of it
// before is done, in the order in which it was heard. Never inlined, because nearly no order has
// any and all of the way of placing one is compiled into one function.
[[gnu::noinline]] void apply_news(Tables& tables, const OrderKey& key);

}  // namespace allot
