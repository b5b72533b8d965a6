// Columns of updates.
//
// Names stand here folded (folded_name() in column_names.hpp), with blanks between them, the better
// ones first. A language has lines of its own. column_names.cpp says which table is of what.
#pragma once

#include <string_view>

namespace allot::files::names {

inline constexpr std::string_view update_time_names =
    "time date datetime timestamp at createdat datum zeit horodatage heure fecha data tijd "
    "日時 日付 时间 时刻";

inline constexpr std::string_view type_names =
    "type event kind topic art typ evenement tipo soort 種別 種類 类型 類型";

inline constexpr std::string_view amount_names =
    "amount paidamount paymentamount amountpaid "
    "betrag zahlbetrag montant montantpaye importe importepagado importo importopagato bedrag "
    "kwota "
    "valorpago 金額 支払金額 入金額 金额 支付金额";

// Not what it is paid with, which several payments of an order share.
inline constexpr std::string_view payment_names =
    "paymentkey paymentid paymentreference paymentnumber transactionid chargeid "
    "zahlungsnummer zahlungsid transaktionsnummer transaktionsid "
    "referencepaiement numeropaiement idtransaction idpago referenciapago idtransaccion "
    "idpagamento riferimentopagamento idtransazione betalingskenmerk betalingsid transactieid "
    "numerplatnosci idplatnosci idtransakcji idtransacao "
    "決済番号 取引番号 支付单号 交易号 交易號";

inline constexpr std::string_view kind_names =
    "kind paymentkind paymentstatus paymenttype zahlungsart zahlungsstatus statutpaiement "
    "estadopago statopagamento betaalstatus statusplatnosci statuspagamento 決済状況 支付状态";

}  // namespace allot::files::names
