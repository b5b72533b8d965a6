// What a guess makes of statuses and of amounts of whole orders.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "files/column_names.hpp"
#include "files/guesses.hpp"
#include "files/map_guess.hpp"
#include "files/status_guess.hpp"
#include "files/text_bytes.hpp"
#include "files/times.hpp"

namespace allot::files {
namespace {

// What the guess does with orders of a status: "use", "unpaid", or the reason
// for leaving out.
std::string meaning_of(const std::string& status) {
  const StatusRule rule = guess_by_look(
                              "Order,Date,SKU,Qty,Status\n1,2026-11-03,A,"
                              "1,Paid\n2,2026-11-03,A,1," +
                              status + "\n")
                              .map.status;
  if (std::ranges::count(rule.unpaid, status) > 0) return "unpaid";
  for (const auto& [reason, texts] : rule.leave) {
    if (std::ranges::count(texts, status) > 0) return reason;
  }
  return "use";
}

TEST(GuessOfStatus, what_was_given_back_in_part_was_sold) {
  for (const char* status : {"Partially refunded", "partially_refunded", "Teilweise erstattet",
                             "Partiellement remboursée", "Parcialmente reembolsado", "部分退款",
                             "Partially cancelled", "Partially paid"}) {
    EXPECT_EQ(meaning_of(status), "use") << status;
    EXPECT_TRUE(is_plain_sale(status)) << status;
  }
}

TEST(GuessOfStatus, what_is_sold_is_told_from_what_nobody_has_words_for) {
  for (const char* status : {"New",
                             "open",
                             "sent",
                             "wc-processing",
                             "Unfulfilled",
                             "In Bearbeitung",
                             "Abgeschlossen",
                             "Zugestellt",
                             "En préparation",
                             "Livrée",
                             "Terminé",
                             "Entregado",
                             "En proceso",
                             "Consegnato",
                             "In lavorazione",
                             "Afgerond",
                             "In behandeling",
                             "Dostarczone",
                             "Nowe",
                             "Entregue",
                             "Concluído",
                             "Kargoya verildi",
                             "Vyřizuje se",
                             "Odesláno",
                             "処理中",
                             "交易成功",
                             "待发货",
                             "已出貨",
                             "Ολοκληρώθηκε",
                             "تم التسليم",
                             "배송완료",
                             "Доставлено",
                             "Teljesítve",
                             "Livrată"}) {
    EXPECT_TRUE(is_plain_sale(status)) << status;
  }
  for (const char* status :
       {"Ακυρώθηκε", "Peruttu", "Valmis", "Отменён", "7", "Incomplete", "Undelivered", "present",
        "Non livrée", "Nieodebrane", "Nevyzvednuto", "Storniert", "Unpaid", "Draft", ""}) {
    EXPECT_FALSE(is_plain_sale(status)) << status;
  }
}

TEST(GuessOfStatus, what_came_to_nothing_is_left_out_under_its_name) {
  EXPECT_EQ(meaning_of("Refunded"), "refunded");
  EXPECT_EQ(meaning_of("Erstattet"), "refunded");
  EXPECT_EQ(meaning_of("Cancelled"), "cancelled");
  EXPECT_EQ(meaning_of("Voided"), "cancelled");
  EXPECT_EQ(meaning_of("Draft"), "draft");
  EXPECT_EQ(meaning_of("checkout-draft"), "draft");
}

TEST(GuessOfStatus, what_came_back_had_taken_its_goods) {
  for (const char* status : {"Returned",
                             "Return requested",
                             "Returned and refunded",
                             "Zurückgesendet",
                             "Retourniert",
                             "Rücksendung",
                             "Retournée",
                             "Renvoyé",
                             "Devuelto",
                             "Devolución",
                             "Reso",
                             "Restituito",
                             "Geretourneerd",
                             "Teruggestuurd",
                             "Zwrócone",
                             "Zwrócony",
                             "Zwrot",
                             "Zwrócono",
                             "Zwrot towaru",
                             "Devolvido",
                             "Devolução",
                             "Vrácená",
                             "Vráceno",
                             "Vrnjeno",
                             "Naročilo vraćeno",
                             "İade Edildi",
                             "IADE",
                             "Geri gönderildi",
                             "Visszaküldve",
                             "Επιστροφή",
                             "Επιστράφηκε",
                             "Повернено",
                             "Возврат",
                             "Возвращён",
                             "مرتجع",
                             "返品",
                             "返品済み",
                             "退货",
                             "已退货",
                             "退货退款",
                             "반품완료",
                             "반품/환불"}) {
    EXPECT_EQ(meaning_of(status), "use") << status;
    EXPECT_TRUE(came_back(status)) << status;
    EXPECT_FALSE(is_plain_sale(status)) << status << ": it is told";
  }
  // What was called off, too, was never sold.
  EXPECT_EQ(meaning_of("Cancelled/returned"), "returned");
  EXPECT_EQ(meaning_of("İptal/İade"), "returned");
}

// A refund is written with words of payment, and with words of what comes back.
TEST(GuessOfStatus, money_that_went_back_is_neither_a_payment_nor_goods) {
  for (const char* status : {"Refunded",
                             "Payment refunded",
                             "Refunded payment",
                             "Paid back",
                             "Money back",
                             "Payment returned",
                             "Repaid",
                             "Reimbursed",
                             "Rückerstattet",
                             "Zurückgezahlt",
                             "Rückzahlung",
                             "Zurückbezahlt",
                             "Betrag zurückgezahlt",
                             "Remboursée",
                             "Paiement remboursé",
                             "Reembolsado",
                             "Pago reembolsado",
                             "Dinero devuelto",
                             "Reintegrado",
                             "Rimborsato",
                             "Pagamento rimborsato",
                             "Riaccreditato",
                             "Terugbetaald",
                             "Teruggestort",
                             "Betaling terugbetaald",
                             "Zwrócono płatność",
                             "Zwrot płatności",
                             "Zwrot pieniędzy",
                             "Płatność zwrócona",
                             "Refundacja",
                             "Estornado",
                             "Pagamento estornado",
                             "Pagamento devolvido",
                             "Devolução do dinheiro",
                             "Vráceny peníze",
                             "Platba vrácena",
                             "Peníze vráceny",
                             "Refundováno",
                             "Geri Ödendi",
                             "Geri ödeme yapıldı",
                             "Para iadesi",
                             "Ödeme iade edildi",
                             "Povrnjeno",
                             "Vračilo denarja",
                             "Vrnjeno plačilo",
                             "Povrat novca",
                             "Novac vraćen",
                             "Återbetald",
                             "Tilbagebetalt",
                             "返金済み",
                             "払い戻し",
                             "已退款",
                             "Visszafizetve",
                             "Visszatérítve",
                             "Rambursată",
                             "Plata returnată",
                             "Επιστροφή χρημάτων",
                             "Кошти повернено",
                             "Повернення коштів",
                             "Возврат средств",
                             "Деньги возвращены",
                             "Возврат оплаты",
                             "Оплата возвращена",
                             "تم استرداد المبلغ",
                             "إعادة المبلغ",
                             "환불완료",
                             "결제 환불"}) {
    EXPECT_EQ(meaning_of(status), "refunded") << status;
    EXPECT_FALSE(came_back(status)) << status;
    EXPECT_FALSE(is_plain_sale(status)) << status;
  }
}

// A word of a sale within another word, or beside one that turns it round, is told.
TEST(GuessOfStatus, what_is_known_in_part_alone_is_no_plain_sale) {
  for (const char* status : {"Zurückgebucht", "Niewysłane", "Not shipped", "Nicht versendet",
                             "Ni poslano", "Nebylo nezaplacano", "Geri aktarıldı, ödendi"}) {
    EXPECT_FALSE(is_plain_sale(status)) << status;
  }
  for (const char* status :
       {"Ausgeliefert", "orderCompleted", "Ödendi", "Plačano", "Poslano", "Odposlano", "V obdelavi",
        "Zaključeno", "Isporučeno", "Plaćeno", "Potvrđeno"}) {
    EXPECT_TRUE(is_plain_sale(status)) << status;
  }
}

TEST(GuessOfStatus, what_came_to_nothing_is_known_in_every_language) {
  for (const char* status :
       {"Storniert",    "Widerrufen",     "Fehlgeschlagen", "Annulée",   "Refusée",   "Échouée",
        "Cancelado",    "Anulado",        "Rechazado",      "Annullato", "Rifiutato", "Geannuleerd",
        "Mislukt",      "Anulowane",      "Anulacja",       "Odrzucone", "Recusado",  "Zrušena",
        "İptal edildi", "キャンセル済み", "交易关闭",       "作废",      "已取消",    "Preklicano",
        "Zavrnjeno",    "Otkazano",       "Stornirano"}) {
    EXPECT_EQ(meaning_of(status), "cancelled") << status;
  }
  for (const char* status : {"Neplačano", "Neplaćeno", "Ausstehend", "Niezapłacone", "Onbetaald",
                             "Da pagare", "Nezaplacená", "Ödeme bekleniyor"}) {
    EXPECT_EQ(meaning_of(status), "unpaid") << status;
  }
  for (const char* status : {"Zrealizowane", "Teslim edildi", "Doručena", "Resolved", "Versendet",
                             "eCheck", "W realizacji", "Kısmi iade", "Částečně vráceno"}) {
    EXPECT_EQ(meaning_of(status), "use") << status;
    EXPECT_TRUE(is_plain_sale(status)) << status;
  }
}

TEST(GuessOfStatus, what_waits_for_its_money_is_unpaid) {
  for (const char* status : {"On hold", "on-hold", "wc-on-hold", "holded", "Pending payment"}) {
    EXPECT_EQ(meaning_of(status), "unpaid") << status;
  }
}

TEST(GuessOfSkus, a_name_that_is_whole_goes_before_a_part_of_one) {
  const MapGuess guess = guess_of(
      "Nr zam\u00f3wienia;Data z\u0142o\u017cenia;Nazwa towaru;Symbol;Ilo\u015b\u0107\n"
      "1;2026-11-01 05:45;Ser;KP-1;1\n2;2026-11-01 05:46;Chleb;KP-2;1\n");
  EXPECT_EQ(guess.map.of(Role::sku).columns, std::vector<std::string>{"Symbol"});
}

TEST(GuessOfTotals, in_json_a_total_beside_the_lines_is_the_orders) {
  auto source = TextSource::open(
      source_of("{\"ordine\":\"1\",\"data_ordine\":\"2026-11-20 00:58\",\"spedizione\":{\"costo\":"
                "\"4.90\"},\"totale\":\"24.90\",\"righe\":[{\"codice\":\"A\",\"qta\":2,"
                "\"prezzo_unitario\":\"10.00\"}]}\n"),
      {});
  const auto told = tell_map(*source.value(), {});
  ASSERT_TRUE(told.ok()) << told.status().message();
  EXPECT_EQ(told.value().guess.map.of(Role::order_total).columns,
            std::vector<std::string>{"totale"});
  EXPECT_EQ(told.value().guess.map.of(Role::shipping).columns,
            std::vector<std::string>{"spedizione.costo"});
}

TEST(GuessOfTimes, the_text_that_is_none_is_named_and_not_one_of_another_form) {
  const MapGuess guess = guess_of(
      "Order,Date,SKU,Qty\n1,03.11.2026 10:00,A,1\n2,2026-11-03 10:00,A,1\n3,11/25/2026,A,1\n"
      "4,never,A,1\n");
  const auto doubt = std::ranges::find(guess.doubts, times_unread, &GuessDoubt::name);
  ASSERT_NE(doubt, guess.doubts.end());
  EXPECT_NE(doubt->text.find("no form that is known reads 'never' (line 5)"), std::string::npos)
      << doubt->text;
}

// A draft is read as TOML, whose comments allow no control character and end
// with the line.
TEST(GuessAsText, no_name_of_a_column_ends_a_comment) {
  auto source = TextSource::open(source_of("Order,Date,SKU,\"Pieces\x7F"
                                           "in\nall\"\n1,2026-11-03,A,3\n2,2026-11-03,B,4\n"),
                                 {});
  const auto look = look_at(*source.value(), {});
  ASSERT_TRUE(look.ok()) << look.status().message();
  MapGuess guess = guess_map(look.value());
  guess.doubts.push_back({"named", "'" + look.value().columns.at(3) + "' is looked at"});
  guess.reasons.push_back({Role::sku, "beside '" + look.value().columns.at(3) + "'"});
  const auto written = parse_order_map("map", map_text(guess, look.value()));
  EXPECT_TRUE(written.ok()) << written.status().message();
}

TEST(GuessOfTimes, eight_digits_are_a_day_and_no_count_of_seconds) {
  const MapGuess guess =
      guess_by_look("Order,Date,SKU,Qty\n1,20261127,A,1\n2,20261128,A,1\n3,20261201,A,1\n");
  EXPECT_EQ(guess.map.time_formats, std::vector<std::string>{"%Y%m%d"});
  EXPECT_TRUE(std::ranges::none_of(
      guess.doubts, [](const MapGuess::Doubt& doubt) { return doubt.name == times_ambiguous; }));
  auto reader = TimeReader::make("", guess.map.time_formats);
  ASSERT_TRUE(reader.ok());
  EXPECT_EQ(reader.value().read("20261127"), 1'795'737'600'000'000'000);
}

TEST(GuessOfMoney, the_total_of_an_order_is_none_of_a_line) {
  const MapGuess priced = guess_by_look(
      "Order Number,Order Date,SKU,Quantity,Item Cost,Order Total Amount\n"
      "1,2026-11-03 10:00:00,A,2,5.00,16.00\n1,2026-11-03 "
      "10:00:00,B,1,6.00,16.00\n");
  EXPECT_EQ(priced.map.of(Role::price).columns, std::vector<std::string>{"Item Cost"});
  EXPECT_FALSE(priced.map.of(Role::line_total).given());
  const MapGuess bare = guess_by_look(
      "Order Number,Order Date,SKU,Quantity,Order Total\n"
      "1,2026-11-03 10:00:00,A,2,16.00\n1,2026-11-03 10:00:00,B,1,16.00\n");
  EXPECT_FALSE(bare.map.of(Role::line_total).given());
  EXPECT_TRUE(std::ranges::any_of(bare.doubts, [](const MapGuess::Doubt& doubt) {
    return doubt.name == "order_total_unused";
  }));
  const MapGuess line = guess_by_look(
      "Order Number,Order Date,SKU,Quantity,Order Line "
      "Total\n1,2026-11-03 10:00:00,A,2,16.00\n");
  EXPECT_EQ(line.map.of(Role::line_total).columns, std::vector<std::string>{"Order Line Total"});
}

// Orders of "order,sku,quantity,total", and perhaps more, behind a day.
MapGuess guess_of_rows(const std::string& rows, const std::string& more = {}) {
  return guess_by_look("Order,SKU,Quantity,Total" + more + ",Date\n" + rows);
}

std::string unused_total(const MapGuess& guess) {
  const auto doubt = std::ranges::find(guess.doubts, "order_total_unused", &MapGuess::Doubt::name);
  return doubt == guess.doubts.end() ? "" : doubt->text;
}

TEST(GuessOfMoney, a_total_that_the_lines_of_an_order_repeat_is_none_of_a_line) {
  const MapGuess guess = guess_of_rows(
      "1,A,2,45.00,2026-11-03\n1,B,1,45.00,2026-11-03\n1,C,5,45.00,2026-11-03\n"
      "2,A,1,9.00,2026-11-03\n");
  EXPECT_FALSE(guess.map.of(Role::line_total).given());
  EXPECT_NE(unused_total(guess).find("'Total' is taken for the total of an order, not of a line: "
                                     "it is the same on all lines of orders whose quantities "
                                     "differ, such as order '1': '45.00' on 3 rows"),
            std::string::npos)
      << unused_total(guess);
}

TEST(GuessOfMoney, a_total_on_the_first_line_alone_is_the_orders) {
  const MapGuess guess =
      guess_of_rows("1,A,1,45.00,2026-11-03\n1,B,1,,2026-11-03\n2,A,1,9.00,2026-11-03\n");
  EXPECT_FALSE(guess.map.of(Role::line_total).given());
  EXPECT_NE(unused_total(guess).find("stands on the first line alone"), std::string::npos)
      << unused_total(guess);
}

TEST(GuessOfMoney, a_total_to_which_other_amounts_add_up_is_the_orders) {
  for (const char* rows : {"1,A,1,45.00,40.00,2026-11-03\n1,B,1,45.00,5.00,2026-11-03\n",
                           "1,A,2,45.00,10.00,2026-11-03\n1,B,2,45.00,12.50,2026-11-03\n"}) {
    const MapGuess guess = guess_of_rows(rows, ",Net");
    EXPECT_FALSE(guess.map.of(Role::line_total).given()) << rows;
    EXPECT_NE(unused_total(guess).find("'Net' of the lines adds up to"), std::string::npos)
        << unused_total(guess);
  }
}

TEST(GuessOfMoney, equal_totals_of_single_units_are_the_orders_where_all_orders_have_them) {
  const std::string two =
      "1,A,1,45.00,2026-11-03\n1,B,1,45.00,2026-11-03\n"
      "2,A,1,12.00,2026-11-03\n2,C,1,12.00,2026-11-03\n";
  EXPECT_TRUE(guess_of_rows(two).map.of(Role::line_total).given()) << "two may be chance";
  const std::string third = "3,A,1,7.00,2026-11-03\n3,C,1,7.00,2026-11-03\n";
  EXPECT_FALSE(guess_of_rows(two + third).map.of(Role::line_total).given());
  const std::string other = "4,A,1,7.00,2026-11-03\n4,C,1,8.00,2026-11-03\n";
  EXPECT_TRUE(guess_of_rows(two + third + other).map.of(Role::line_total).given());
}

// A shop where everything costs the same, and one whose orders have one line.
TEST(GuessOfMoney, a_total_of_lines_stays_one) {
  EXPECT_TRUE(guess_of_rows("1,A,1,9.00,2026-11-03\n1,B,1,9.00,2026-11-03\n"
                            "2,A,1,9.00,2026-11-03\n2,B,1,9.00,2026-11-03\n"
                            "3,A,1,9.00,2026-11-03\n3,B,1,9.00,2026-11-03\n")
                  .map.of(Role::line_total)
                  .given());
  EXPECT_TRUE(guess_of_rows("1,A,2,18.00,2026-11-03\n2,B,1,9.00,2026-11-03\n")
                  .map.of(Role::line_total)
                  .given());
  EXPECT_TRUE(guess_of_rows("1,A,2,18.00,2026-11-03\n1,B,1,9.00,2026-11-03\n")
                  .map.of(Role::line_total)
                  .given());
}

TEST(GuessOfMoney, behind_the_total_of_an_order_that_of_a_line_is_found) {
  const MapGuess guess = guess_by_look(
      "Order,SKU,Quantity,Total,Amount,Date\n1,A,2,45.00,40.00,2026-11-03\n"
      "1,B,1,45.00,5.00,2026-11-03\n");
  EXPECT_EQ(guess.map.of(Role::line_total).columns, std::vector<std::string>{"Amount"});
}

TEST(GuessOfCharges, rows_of_one_order_say_whether_an_amount_is_of_its_lines) {
  const MapGuess lines = guess_by_look(
      "Order,Date,SKU,Qty,Price,Tax,Shipping,Shipping Tax,Tax Rate,Shipping Zip,Grand Total\n"
      "1,2026-11-03,A,1,10.00,1.90,4.90,0.93,19,10115,23.68\n"
      "1,2026-11-03,B,1,5.00,0.95,,,19,10115,\n2,2026-11-03,A,2,10.00,3.80,4.90,0.93,19,80331,29."
      "63\n");
  EXPECT_EQ(lines.map.of(Role::line_tax).columns, std::vector<std::string>{"Tax"});
  EXPECT_FALSE(lines.map.of(Role::order_tax).given());
  EXPECT_EQ(lines.map.of(Role::shipping).columns, std::vector<std::string>{"Shipping"});
  EXPECT_EQ(lines.map.of(Role::shipping_tax).columns, std::vector<std::string>{"Shipping Tax"});
  EXPECT_EQ(lines.map.of(Role::order_total).columns, std::vector<std::string>{"Grand Total"});
  const MapGuess whole = guess_by_look(
      "Order,Date,SKU,Qty,Price,Taxes,Shipping\n1,2026-11-03,A,1,10.00,2.85,2.00\n"
      "1,2026-11-03,B,1,5.00,2.85,3.00\n2,2026-11-03,A,2,10.00,3.80,5.00\n");
  EXPECT_EQ(whole.map.of(Role::order_tax).columns, std::vector<std::string>{"Taxes"});
  EXPECT_EQ(whole.map.of(Role::line_shipping).columns, std::vector<std::string>{"Shipping"});
  auto source =
      TextSource::open(source_of("Order,Date,SKU,Price,Tax\n1,2026-11-03,A,1.00,0.19\n"), {});
  const auto look = look_at(*source.value(), {});
  const std::string text = map_text(guess_map(look.value()), look.value());
  EXPECT_NE(text.find("# prices_include_tax = true"), std::string::npos) << text;
  EXPECT_TRUE(parse_order_map("map", text).ok());
}

TEST(GuessOfCharges, a_rate_of_tax_is_no_amount) {
  for (const char* head : {"MwSt", "Tax", "VAT %", "TVA"}) {
    const MapGuess guess = guess_by_look(
        std::string("Order,Date,SKU,Qty,Price,") + head +
        "\n1,2026-11-03,A,1,10.00,19\n2,2026-11-03,B,1,5.00,19\n3,2026-11-03,C,1,4.00,7\n"
        "4,2026-11-03,D,1,6.00,7\n");
    EXPECT_FALSE(guess.map.of(Role::order_tax).given()) << head;
    EXPECT_FALSE(guess.map.of(Role::line_tax).given()) << head;
  }
  EXPECT_FALSE(guess_by_look("Order,Date,SKU,Qty,Price,Tax\n1,2026-11-03,A,1,10.00,19%\n")
                   .map.of(Role::order_tax)
                   .given());
}

TEST(GuessOfCharges, are_known_in_the_languages_of_shops) {
  for (const char* head :
       {"MwSt-Betrag;Versandkosten;Bestellsumme", "Montant TVA;Frais de port;Total commande",
        "IVA;Gastos de envío;Total del pedido", "Importo IVA;Spese di spedizione;Totale ordine",
        "BTW-bedrag;Verzendkosten;Ordertotaal", "Kwota VAT;Koszt wysyłki;Wartość zamówienia",
        "Imposto;Frete;Valor total do pedido", "消費税;送料;注文合計", "税额;运费;订单金额"}) {
    const MapGuess guess = guess_by_look(std::string("Order;Date;SKU;Qty;Price;") + head +
                                         "\n1;2026-11-03;A;1;10,00;1,90;4,90;16,80\n");
    EXPECT_TRUE(guess.map.of(Role::order_tax).given()) << head;
    EXPECT_TRUE(guess.map.of(Role::shipping).given()) << head;
    EXPECT_TRUE(guess.map.of(Role::order_total).given()) << head;
  }
}

}  // namespace
}  // namespace allot::files
