// Columns of amounts, and what stands in the names of such.
//
// Names stand here folded (folded_name() in column_names.hpp), with blanks between them, the better
// ones first. A language has lines of its own. column_names.cpp says which table is of what.
#pragma once

#include <string_view>

namespace allot::files::names {

inline constexpr std::string_view price_names =
    "unitprice price unitpricetaxincl pricebrutto dealprice itemprice lineitemprice itemcost "
    "priceeach sellingprice "
    "einzelpreis stuckpreis stueckpreis preis einzel "
    "puttc prixunitairettc prixttc prixunitaire prixdevente puht prixunitaireht prixht prix pu "
    "preciounitario preciounidad preciodelproducto precioproducto precio pvp "
    "prezzounitario prezzo "
    "stukprijs prijsperstuk eenheidsprijs prijs "
    "cenajednostkowa cenabrutto cenanetto cena "
    "precounitario valorunitario precodoproduto valordoproduto preco "
    "単価 販売価格 価格 "
    "单价 价格 商品价格 京东价 單價 價格 "
    "egysegar bruttoegysegar nettoegysegar ar "
    "jednotkovacena cenazakus cenazajednotku "
    "pretunitar pretvanzare "
    "τιμημοναδασ τιμηπωλησησ τιμη "
    "birimfiyat birimfiyati birimtutar satisfiyati fiyat "
    "ціназаодиницю ціна ценазаединицу цена "
    "سعرالوحده سعرالبيع السعر "
    "cenanaenoto cenaenote prodajnacena jedinicnacijena prodajnacijena cijena "
    "단가 판매가 가격";

inline constexpr std::string_view total_names =
    "linetotal lineamount itemtotal itemsubtotal salesvalue amount sales revenue total "
    "gesamtpreis zeilensumme betrag summe gesamt "
    "totalligne montantligne totalttc montantttc totalht montantht montant "
    "totallinea importe "
    "totaleriga importo totale "
    "regeltotaal bedrag totaal "
    "wartosc kwota razem "
    "valortotal valor "
    "小計 金額 合計 "
    "金额 商品总价 小计 "
    "sorosszesen tetelosszeg osszesen "
    "cenacelkem celkem castka "
    "totallinie valoarelinie "
    "συνολογραμμησ συνολο αξια "
    "satirtutari toplamtutar tutar toplam "
    "сумарядка вартість сума сумма стоимость "
    "اجماليالسطر المجموع الاجمالي المبلغ "
    "skupnacena znesekpostavke vrednost vrijednost znesek iznos skupaj ukupno "
    "합계 금액 상품금액";

// Of amounts of tax, on a line or on an order: the rows say which.
inline constexpr std::string_view tax_names =
    "tax taxes linetax itemtax taxamount totaltax taxtotal ordertax vat vatamount salestax gst "
    "mwst mwstbetrag mehrwertsteuer umsatzsteuer ust ustbetrag steuer steuern steuerbetrag "
    "tva montanttva taxe montanttaxe "
    "iva importeiva impuesto impuestos importeimpuestos "
    "importoiva imposta imposte "
    "btw btwbedrag belasting "
    "vatkwota kwotavat podatek kwotapodatku "
    "imposto impostos valorimposto "
    "消費税 税額 税金 "
    "税额 税费 稅額 稅金 "
    "afa afaosszeg "
    "dph "
    "φπα "
    "kdv kdvtutari "
    "пдв ндс "
    "الضريبه ضريبهالقيمهالمضافه "
    "ddv znesekddv pdv iznospdv "
    "부가세 세액";

inline constexpr std::string_view shipping_names =
    "shipping totalshippingtaxincl totalshipping deliveryprice shippingcost shippingcosts "
    "shippingprice shippingtotal shippingamount shippingfee "
    "shippingcharge shippingandhandling postage delivery deliveryfee deliverycost freight "
    "freightvalue "
    "versand versandkosten versandbetrag porto lieferkosten "
    "fraisdeport fraisdelivraison fraisport port fraisexpedition livraison "
    "gastosdeenvio costedeenvio costodeenvio costoenvio envio portes "
    "spesedispedizione spedizionecosto costospedizione costidispedizione spedizione "
    "verzendkosten bezorgkosten "
    "kosztwysylki kosztdostawy wysylka przesylka "
    "frete valorfrete valordofrete custodeenvio "
    "送料 配送料 "
    "运费 邮费 运费金额 運費 "
    "szallitasikoltseg szallitasidij "
    "postovne cenadopravy "
    "costlivrare costtransport "
    "μεταφορικα εξοδααποστολησ "
    "kargoucreti "
    "вартістьдоставки стоимостьдоставки "
    "رسومالشحن تكلفهالشحن "
    "postnina stroskidostave stroskiposiljanja postarina dostarina troskovidostave "
    "배송비 배송료";

inline constexpr std::string_view shipping_tax_names =
    "shippingtax taxonshipping shippingtaxtotal shippingtaxamount shippingvat deliverytax "
    "versandsteuer mwstversand versandmwst "
    "tvafraisdeport tvaport tvalivraison "
    "ivaenvio ivagastosdeenvio ivaspedizione ivaspesedispedizione "
    "btwverzendkosten vatwysylka podatekwysylka impostofrete "
    "送料消費税 送料税 运费税额 運費稅額";

// What an order costs whole; a name that is no more than "total" may be of a line.
// Only proposed, as nothing in a file tells whether it is of the order or of a line.
inline constexpr std::string_view refund_names =
    "refundamount refundedamount amountrefunded totalrefunded totalrefund refundtotal refund "
    "refunded";

inline constexpr std::string_view order_total_names =
    "ordertotal grandtotal orderamount totalpaidtaxincl totalpaid totalorder ordervalue totalprice "
    "ordertotalamount "
    "bestellsumme gesamtsumme auftragssumme rechnungsbetrag bestellwert endbetrag "
    "totalcommande montantcommande totaldelacommande montantdelacommande "
    "totalpedido totaldelpedido importepedido "
    "totaleordine importoordine totaledellordine "
    "totaalbedrag ordertotaal besteltotaal "
    "wartosczamowienia kwotazamowienia sumazamowienia "
    "totaldopedido valortotaldopedido valordopedido totalencomenda "
    "注文合計 合計金額 請求金額 "
    "订单金额 订单总额 订单总价 應付金額 訂單金額 訂單總額 "
    "vegosszeg rendelesosszege "
    "celkovacena "
    "totalcomanda valoarecomanda "
    "συνολοπαραγγελιασ "
    "siparistutari siparistoplami geneltoplam "
    "сумазамовлення суммазаказа "
    "اجماليالطلب مجموعالطلب "
    "zneseknarocila skupajnarocilo vrednostnarocila skupniznesek iznosnarudzbe ukupaniznos "
    "vrijednostnarudzbe "
    "주문금액 총주문금액 결제금액";

inline constexpr std::string_view currency_names =
    "currency currencycode ordercurrency "
    "wahrung waehrung devise monnaie moneda divisa valuta munteenheid waluta moeda "
    "通貨 币种 货币 幣別 "
    "penznem "
    "mena "
    "νομισμα "
    "parabirimi "
    "валюта "
    "العمله "
    "통화";

inline constexpr std::string_view of_order_words =
    "order bestell auftrag commande pedido ordine zamowien encomenda 注文 订单 訂單 "
    "narocil narudzb "
    "rendeles objedn comand παραγγελ siparis замовл заказ الطلب 주문";

inline constexpr std::string_view of_line_words =
    "line item position zeile artikel ligne linea articolo regel pozycj linha 明細 商品 "
    "postavk stavk izdelk "
    "tetel satir рядк строк 품목";

inline constexpr std::string_view charge_words =
    "shipping postage freight delivery handling tax vat discount rebate gratuity tips "
    "versand porto steuer rabatt mwst gebuhr "
    "livraison frais remise taxe totaltva montanttva "
    "envio impuesto descuento gastos totaliva "
    "spedizione sconto imposta importoiva "
    "verzend korting btw "
    "wysylk rabat podatek "
    "frete desconto imposto "
    "送料 税 割引 手数料 运费 折扣 优惠 運費 手續費 稅 "
    "szallitas kedvezmeny "
    "doprav postov sleva "
    "transport reducere "
    "μεταφορικ εκπτωσ φπα "
    "kargo kdv indirim iskonto "
    "доставк знижк скидк пдв ндс "
    "الشحن ضريب خصم "
    "postnin postarin dostavnin dostarin popust ddv pdv "
    "배송 할인 부가세";

// What an order's total is made of.
inline constexpr std::string_view part_of_total_words =
    "subtotal zwischensumme soustotal subtotaal shipping delivery postage freight discount tax vat "
    "versand rabatt steuer livraison fraisdeport remise envio descuento impuesto spedizione sconto "
    "imposta verzend korting btw wysylk dostaw rabat podatek frete desconto imposto szallitas "
    "kedvezmeny doprav sleva livrare reducere μεταφορικ εκπτωσ kargo indirim доставк знижк скидк "
    "postnin postarin dostav popust ddv pdv "
    "小計 送料 割引 値引 小计 运费 折扣 优惠 運費 小計 الشحن خصم 배송 할인";

// What is taken off. That it is one, and of what, the totals have to say, too.
inline constexpr std::string_view discount_words =
    "discount rebate coupon voucher promo reduction "
    "rabatt nachlass gutschein skonto "
    "remise rabais ristourne "
    "descuento rebaja bonificacion "
    "sconto riduzione "
    "korting "
    "rabat znizk upust "
    "desconto abatimento "
    "割引 値引 クーポン "
    "折扣 优惠 優惠 立减 满减 折讓 "
    "kedvezmeny "
    "sleva "
    "reducere "
    "εκπτωσ "
    "indirim iskonto "
    "знижк скидк "
    "خصم "
    "popust "
    "할인";

inline constexpr std::string_view with_charge_words =
    "incl inkl excl exkl zzgl ohne exvat extax exbtw pretax beforetax aftertax afterdiscount "
    "discounted horstax "
    "ttc compris inclus deduite esclus sinimp conimp comimp semimp "
    "税込 税抜 税別 含税 未税 不含税 折后";

inline constexpr std::string_view weight_words = "weight gewicht poids peso waga 重量";

inline constexpr std::string_view worse_prices =
    "original regular list compare retail before strike rrp msrp uvp old";

}  // namespace allot::files::names
