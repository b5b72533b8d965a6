// Made from src/messages/allot.fbs; change that file, then: scripts/generate.sh
//
// The commands that a host may send, and how Python calls the choices.
#pragma once

#include <string_view>
#include <tuple>

#include "allot/messages/command.hpp"

namespace allot::python {

using HostCommands =
    std::tuple<Tick, SetRiskLimits, LoadRules, ActivateRules, SetListMember, DefineSku, DefineNode,
               DefineZone, DefineChannel, DefineNetwork, DefineLane, SetList, DefineCarrier,
               DefineSkuSet, DefineCap, Receive, Adjust, SetSafetyStock, MovePromise, SetFeed,
               Place, Import, Cancel, ConfirmPayment, PaymentPending, FailPayment, ReviewDecision,
               Modify, Extend, ConfirmPart, RecordPayment, CancelLine, Trim, Merge, Split,
               ReleaseWave, Pick, ShortPick, Ship, Deliver, ReportDelivery, AnswerCancel,
               ShipUndone, ReleaseOrder, Pack, ShipParcel, RequestReturn, ReceiveReturn, Exchange,
               SetExceptionRule, AssignExceptions, ResolveExceptions, NameSku, SetServiceLevel>;

// The enum's class in allot/names.py, and the last of its numbers, which begin at 0.
template <class E>
struct ChoiceOf;
template <>
struct ChoiceOf<TimeSource> {
  static constexpr std::string_view name = "TimeSource";
  static constexpr std::uint8_t last = 1;
};
template <>
struct ChoiceOf<RulesMode> {
  static constexpr std::string_view name = "RulesMode";
  static constexpr std::uint8_t last = 2;
};
template <>
struct ChoiceOf<SourcingPolicy> {
  static constexpr std::string_view name = "SourcingPolicy";
  static constexpr std::uint8_t last = 2;
};
template <>
struct ChoiceOf<ReviewOutcome> {
  static constexpr std::string_view name = "ReviewOutcome";
  static constexpr std::uint8_t last = 1;
};
template <>
struct ChoiceOf<LatePayment> {
  static constexpr std::string_view name = "LatePayment";
  static constexpr std::uint8_t last = 2;
};
template <>
struct ChoiceOf<FirmWhen> {
  static constexpr std::string_view name = "FirmWhen";
  static constexpr std::uint8_t last = 3;
};
template <>
struct ChoiceOf<LapsedDeposit> {
  static constexpr std::string_view name = "LapsedDeposit";
  static constexpr std::uint8_t last = 1;
};
template <>
struct ChoiceOf<OwnHold> {
  static constexpr std::string_view name = "OwnHold";
  static constexpr std::uint8_t last = 2;
};
template <>
struct ChoiceOf<TokenKind> {
  static constexpr std::string_view name = "TokenKind";
  static constexpr std::uint8_t last = 5;
};
template <>
struct ChoiceOf<ListKind> {
  static constexpr std::string_view name = "ListKind";
  static constexpr std::uint8_t last = 1;
};
template <>
struct ChoiceOf<CapMeasure> {
  static constexpr std::string_view name = "CapMeasure";
  static constexpr std::uint8_t last = 1;
};
template <>
struct ChoiceOf<FeedTells> {
  static constexpr std::string_view name = "FeedTells";
  static constexpr std::uint8_t last = 2;
};
template <>
struct ChoiceOf<Shortage> {
  static constexpr std::string_view name = "Shortage";
  static constexpr std::uint8_t last = 3;
};
template <>
struct ChoiceOf<ImportState> {
  static constexpr std::string_view name = "ImportState";
  static constexpr std::uint8_t last = 3;
};
template <>
struct ChoiceOf<PartRest> {
  static constexpr std::string_view name = "PartRest";
  static constexpr std::uint8_t last = 1;
};
template <>
struct ChoiceOf<PaymentKind> {
  static constexpr std::string_view name = "PaymentKind";
  static constexpr std::uint8_t last = 5;
};
template <>
struct ChoiceOf<ShortPickCause> {
  static constexpr std::string_view name = "ShortPickCause";
  static constexpr std::uint8_t last = 1;
};
template <>
struct ChoiceOf<DeliveryTrouble> {
  static constexpr std::string_view name = "DeliveryTrouble";
  static constexpr std::uint8_t last = 3;
};
template <>
struct ChoiceOf<CancelAnswer> {
  static constexpr std::string_view name = "CancelAnswer";
  static constexpr std::uint8_t last = 1;
};
template <>
struct ChoiceOf<UndoneTo> {
  static constexpr std::string_view name = "UndoneTo";
  static constexpr std::uint8_t last = 1;
};
template <>
struct ChoiceOf<ReturnReason> {
  static constexpr std::string_view name = "ReturnReason";
  static constexpr std::uint8_t last = 5;
};
template <>
struct ChoiceOf<Disposition> {
  static constexpr std::string_view name = "Disposition";
  static constexpr std::uint8_t last = 3;
};
template <>
struct ChoiceOf<CreditWhen> {
  static constexpr std::string_view name = "CreditWhen";
  static constexpr std::uint8_t last = 1;
};
template <>
struct ChoiceOf<ExceptionKind> {
  static constexpr std::string_view name = "ExceptionKind";
  static constexpr std::uint8_t last = 11;
};
template <>
struct ChoiceOf<Resolution> {
  static constexpr std::string_view name = "Resolution";
  static constexpr std::uint8_t last = 3;
};
template <>
struct ChoiceOf<ServiceKind> {
  static constexpr std::string_view name = "ServiceKind";
  static constexpr std::uint8_t last = 3;
};
template <>
struct ChoiceOf<RulePhase> {
  static constexpr std::string_view name = "RulePhase";
  static constexpr std::uint8_t last = 4;
};
template <>
struct ChoiceOf<HitOutcome> {
  static constexpr std::string_view name = "HitOutcome";
  static constexpr std::uint8_t last = 5;
};
template <>
struct ChoiceOf<RuleError> {
  static constexpr std::string_view name = "RuleError";
  static constexpr std::uint8_t last = 15;
};

}  // namespace allot::python
