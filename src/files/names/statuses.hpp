// What statuses say.
//
// Names stand here folded (folded_name() in column_names.hpp), with blanks between them, the better
// ones first. A language has lines of its own. column_names.cpp says which table is of what.
#pragma once

#include <string_view>

namespace allot::files::names {

// What an order was called off by, what else it came to nothing by, and what went back of it. Whole
// texts stand beside the parts of texts that they hold where updates are called so, too.
inline constexpr std::string_view called_off_words =
    "cancel cancelled canceled cancellation "
    "stornier storno storniert "
    "annul annulation annule annulee "
    "anulad anulado cancelacion cancelado "
    "annullamento annullato annulering geannuleerd "
    "anulow anulac anulowanie anulowano anulowane cancelamento "
    "zrusen zruseno iptal iptaledildi "
    "キャンセル 取消 已取消 "
    "torolt torolve lemond sztorn "
    "preklican preklic zavrnjen otkazan ponisten odbijen stornir "
    "anulata anulat "
    "ακυρ "
    "скасов відмін отмен "
    "ملغي الغاء "
    "취소 주문취소 취소완료";

inline constexpr std::string_view failed_words =
    "void closed failed fraud declined rejected "
    "abgelehnt fehlgeschlagen widerruf "
    "refus echou =echec "
    "rechazad fallid "
    "rifiutat fallit "
    "geweigerd mislukt "
    "odrzucon odmow nieudan "
    "recusad rejeitad falhou "
    "odmitnut reddedil basarisiz "
    "無効 失敗 关闭 删除 關閉 刪除 作废 作廢 失败 拒收 "
    "sikertelen "
    "selhal "
    "esuat "
    "απετυχ απορριφθ "
    "невдал відхил отклон "
    "فشل مرفوض "
    "실패";

// Money went back, and nothing says that goods did. What holds a word of payment or of goods coming
// back stands here whole: "paid back" and "return of payment".
inline constexpr std::string_view refund_words =
    "refund refunded moneyback moneyreturn paidback payback repaid repayment reimburs "
    "returnofpayment paymentreturn "
    "erstatt erstattet erstattung ruckerstattung rueckerstattung zuruckgezahlt zurueckgezahlt "
    "zuruckbezahlt zurueckbezahlt ruckzahl rueckzahl zuruckuberwiesen zurueckueberwiesen "
    "ruckuberweis rueckueberweis geldzuruck geldzurueck "
    "rembours rembourse remboursement paiementrestitue paiementretourne argentrendu "
    "reembols reembolsado reembolso reintegr dinerodevuelt pagodevuelt importedevuelt "
    "devolucionpago devoluciondepago devoluciondelpago devoluciondedinero devoluciondeldinero "
    "rimbors rimborsato rimborso riaccredit pagamentorestituit importorestituit "
    "pagamentoreso "
    "terugbetal terugbetaal terugbetaald terugbetaling teruggestort teruggeboekt geldterug "
    "retourbetal retourbetaal gerestitueerd restitutie "
    "zwrotpieniedzy zwrotsrodkow zwrotplatnosci zwrotwplaty zwrotkosztow zwroconoplatnosc "
    "zwroconoopl zwroconopieniadze zwroconosrodki zwroconowplat zwroconaplatnosc "
    "platnosczwroc oplaconozwrot pieniadzezwroc srodkizwroc refundacj "
    "estorn estornado estorno pagamentodevolvid valordevolvid dinheirodevolvid "
    "devolucaodopagamento devolucaodopago devolucaodovalor devolucaododinheiro "
    "devolucaodedinheiro "
    "penizevrac vracenypenize vracenipenez platbavrac vracenaplatba vraceniplatby castkavrac "
    "vratka peniazevrat vratenepeniaze platbavrat vratenieplatby zaplacenovrac "
    "geriode paraiade odemeiade ucretiade bedeliade tutariade odemesiiade "
    "odendiiade "
    "povrnjen povracil vracilodenar vracilokupnin vraciloplacil vrnjendenar denarvrnjen "
    "vrnjenoplacil placilovrnjen vrnjenakupnin kupninavrnjen placilojevrnjen "
    "povratnovca povratsredstava povratuplat povracajnovca vracennovac novacvracen "
    "vracenauplat uplatavracen vracenasredstva sredstvavracen "
    "aterbetal tilbagebetal tilbakebetal "
    "返金 払い戻し 払戻 退款 已退款 退费 退費 "
    "visszaterit visszateritve visszafizet visszautal penzvissza "
    "rambursat platareturnat banireturnat baniireturnat sumareturnat platarestituit "
    "restituireplat returnareplat "
    "επιστροφηχρηματων επιστροφηποσου επιστροφηπληρωμησ πληρωμηεπιστραφ χρηματαεπιστραφ "
    "поверненнякоштів поверненнягрошей поверненняоплат поверненняплатеж коштиповернен "
    "коштиповернут грошіповернен грошіповернут оплатаповернен оплатуповернен оплатуповернут "
    "поверненокошт повернутокошт поверненооплат "
    "возвратсредств возвратденег возвратоплаты возвратплатеж деньгивозвращ средствавозвращ "
    "оплатавозвращ оплатавозврат платежвозвращ возвращеныденьг возвращенасумм возмещен "
    "استرداد مسترد اعادهالمبلغ ارجاعالمبلغ اعادهالاموال ارجاعالاموال "
    "환불 환불완료";

// Goods came back.
inline constexpr std::string_view returned_words =
    "return sentback "
    "retour "
    "zuruckgesend zurueckgesend zuruckgeschickt zurueckgeschickt zuruckgegeben zurueckgegeben "
    "rucksend ruecksend ruckgabe rueckgabe rucklaufer ruecklaeufer "
    "renvoy "
    "devuelt devoluc "
    "=reso =resa =resi restituit "
    "teruggestuurd teruggezonden "
    "zwroc zwrot "
    "devolvid devolv "
    "vracen vraten "
    "iade gerigonder "
    "vrnjen vracil =povrat povratrobe "
    "=retur "
    "返品 返送 退货 退貨 退回 "
    "visszakuld "
    "returnat "
    "επιστροφη επιστραφ "
    "повернен повернут возврат возвращ "
    "مرتجع ارجاع "
    "반품";

inline constexpr std::string_view unpaid_words =
    "pending unpaid awaiting onhold holded "
    "offen unbezahlt nichtbezahlt ausstehend "
    "attente impaye nonpaye "
    "pendiente nopagad impagad sinpagar "
    "inattesa nonpagat dapagare "
    "openstaand nietbetaald onbetaald inafwachting "
    "oczekuj nieoplacon niezaplacon "
    "pendente aguardando naopag "
    "nezaplacen neuhrazen cekanaplatbu odenmedi odemebekl beklemede "
    "未払 入金待ち 支払待ち "
    "待付款 等待付款 未付款 待支付 "
    "fuggoben fizetesrevar kifizetetlen "
    "neplatit neachitat inasteptare "
    "εκκρεμ απληρωτ αναμονηπληρωμησ "
    "odemebekliyor odenmemis "
    "neplacan neplacen cakanaplacil cakaplacil nacakanju cekauplat cekaplac nacekanju "
    "неоплач очікуєоплат ожидаетоплат "
    "غيرمدفوع بانتظارالدفع قيدالانتظار "
    "미입금 입금대기 결제대기";

inline constexpr std::string_view partly_words =
    "part teilweise teil partiel parcial parzial gedeeltelijk deels czesciow castecn kismi 部分 "
    "一部 "
    "reszben delno djelomic delimic "
    "partial "
    "μερικ "
    "частков частичн "
    "جزئي "
    "부분 일부";

inline constexpr std::string_view draft_words =
    "draft entwurf brouillon borrador bozza concept szkic rascunho taslak 下書き 草稿 "
    "piszkozat osnutek nacrt "
    "koncept "
    "ciorna "
    "προχειρο "
    "чернетк черновик "
    "مسوده "
    "임시저장";

// What was sold, whatever is still to be done about it. Short ones are whole texts.
inline constexpr std::string_view sold_words =
    "paid =complete completed shipped shipping delivered fulfilled processing processed =sent =new "
    "neworder =open =ok =done =success successful succeeded =active approved authoriz authoris "
    "captured confirmed accepted received dispatched despatched invoiced =placed picked packed "
    "printed intransit outfordelivery ready collected finished finali settled resolved =valid "
    "validated echeck inprogress preparing unfulfilled prepaid autocompleted "
    "bezahlt versendet versandt verschickt versandbereit geliefert zugestellt zustellung "
    "abgeschlossen erledigt bearbeit verarbeit =neu =neue bestatigt bestaetigt eingegangen "
    "abgeholt fakturiert gebucht angenommen freigegeben komplett fertig unterwegs kommission "
    "verpackt ubergeben uebergeben ausgeliefert nachgeliefert vorausbezahlt teilversendet "
    "paye reglee =regle envoye expedie livre termine encours traite =nouveau =nouvelle validee "
    "=valide confirme accepte prepar facture enregistre "
    "pagad enviad entregad procesad enproceso procesando =nuevo =nueva confirmad aceptad aprobad "
    "facturad despachad entransito recibid finalizad =abierto =abierta archivad "
    "pagat spedit consegnat completat lavorazione elaborat elaborazione =nuovo =nuova confermat "
    "accettat fatturat =evas evaso evasa ricevut conclus intransito =aperto "
    "betaald verzonden verstuurd geleverd bezorgd voltooid afgerond behandel =nieuw bevestigd "
    "verwerk gefactureerd ontvangen ingepakt opgehaald onderweg uitgeleverd "
    "oplacon zaplacon zrealizowan wyslan dostarczon doreczon realizowan realizac zakonczon =nowe "
    "=nowy =nowa "
    "nowezamowienie przyjet potwierdz przetwarz wtrakcie spakowan gotow odebran wdrodze przygotow "
    "wydan zafaktur =otwarte "
    "=pago =paga =aberto =aberta arquivad pagamentoaprovad pagamentoconfirmad entregue completad "
    "concluid processad "
    "processamento =novo =nova aprovad faturad emtransito recebid separacao postad "
    "placan placen poslan odposlan isporuc dostavljen dorucen zakljucen vobdelav uobrad obdelan "
    "obraden "
    "potrjen potvrden sprejet prejet primljen pripravlj pripremlj prevzet preuzet zavrsen izvrsen "
    "odpremljen otpremljen narocen placen "
    "odoslan uhraden zaplaten vybaven "
    "odendi teslimedildi kargo gonderildi tamamlandi hazirlaniyor isleniyor onaylandi =yeni yolda "
    "zaplacen uhrazen odeslan dorucen vyriz =novy =nove prijat expedovan dokoncen potvrzen zpracov "
    "priprav predan vyzvednut hotov "
    "支払済 支払い済 入金済 発送 出荷 配送 配達 完了 処理中 準備中 新規 受付 受注 確定 確認済 納品 "
    "付款 支付 发货 出库 签收 完成 成功 收货 处理中 确认 审核 配货 打包 新订单 送达 妥投 运输 评价 "
    "出貨 收貨 處理中 已送達 取貨 備貨 確認 新訂單 運送 "
    "teljesit kiszallit feldolgoz fizetve kifizetve atveve lezar "
    "achitat platit livrat expediat finaliz procesare =noua confirmat "
    "πληρωμεν εξοφλ αποστολ απεσταλ παραδοθ ολοκληρ επεξεργασ =νεα "
    "оплач відправл відвантаж доставл викон обробц =нове заверш прийнят отправл выполн обработ "
    "=новый "
    "مدفوع تمالدفع تمالشحن تمالتسليم تمالتوصيل مكتمل قيدالتجهيز قيدالتنفيذ =جديد "
    "결제완료 배송중 배송완료 배송준비 구매확정 발송 출고 주문확인 신규주문 상품준비";

// Whole words beside one of these that may turn what it says round: "not shipped", "paid again".
inline constexpr std::string_view turning_words =
    "not no never back again "
    "nicht kein keine zuruck zurueck wieder "
    "pas non "
    "atras "
    "indietro "
    "niet geen terug "
    "nie "
    "nao "
    "neni zpet nezda "
    "degil geri "
    "ni nije nazaj natrag "
    "nem vissza "
    "nu inapoi "
    "inte ikke ej ei tillbaka tilbage tilbake takaisin "
    "πισω "
    "не ні назад обратно "
    "لم لا";

// Columns that are called like a status and may be a region: whole names.
inline constexpr std::string_view region_names = "state estado stato etat";

// That hold one of these, and say that it came to nothing yet.
inline constexpr std::string_view unsold_words =
    "incomplete undeliver notdeliver nondeliver unconfirm unaccept unapprov notaccept notapprov "
    "nichtzugestellt unzustell nichtgeliefert nichtangenommen nichtabgeholt "
    "nonlivr nonremis nonaccept noentregad noaceptad noaprobad "
    "nonconsegnat nonaccettat nonapprovat nietgeleverd nietbezorgd onbestelbaar nietafgehaald "
    "nieodebran niedorecz niedostarcz nieprzyjet naoentreg naoaprovad "
    "teslimedilmedi teslimedilemedi nedoruc nevyzved neprijat "
    "配達不能 配送不能 未送达 未妥投 未签收 支付失败 未取貨 未取货 未送達 "
    "nelivrat "
    "недоставл "
    "δενπαραδοθ "
    "لميتم "
    "미배송";

}  // namespace allot::files::names
