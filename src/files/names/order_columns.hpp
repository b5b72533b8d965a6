// Columns of orders, but for money.
//
// Names stand here folded (folded_name() in column_names.hpp), with blanks between them, the better
// ones first. A language has lines of its own. column_names.cpp says which table is of what.
#pragma once

#include <string_view>

namespace allot::files::names {

inline constexpr std::string_view order_names =
    "order orderid orderno ordernumber ordernr amazonorderid incrementid invoice invoiceno "
    "invoiceid invoicenumber transactionid basketid receiptid receiptno receiptnumber "
    "idorder orderref orderreference ordercode salesorder salesorderid salesordernumber saleid "
    "saleno salenumber transactionno transactionnumber receiptnr "
    "bestellnummer bestellnr bestellung auftragsnummer auftragsnr auftrag rechnungsnummer "
    "belegnummer belegnr bonnummer bonnr vorgang vorgangsnummer transaktionsnummer "
    "commande ncommande nocommande numcommande numerocommande numerodecommande "
    "numerodelacommande numeroducommande idcommande refcommande referencecommande "
    "referencedelacommande facture nfacture numerofacture numerodefacture numeroticket "
    "numerodeticket nticket numerotransaction idtransaction "
    "pedido numerodeorden numeroorden nrodeorden nroorden npedido numeropedido numerodepedido "
    "idpedido referenciapedido nfactura "
    "numerofactura numerodefactura idventa numeroventa numerodeventa ndeventa "
    "ordine nordine numeroordine numerodordine idordine codiceordine nscontrino "
    "numeroscontrino nfattura numerofattura "
    "bestelnummer bestelnr bestelling ordernummer factuurnummer factuurnr transactienummer "
    "zamowienie nrzamowienia numerzamowienia idzamowienia nrparagonu numerparagonu nrfaktury "
    "numerfaktury "
    "siparis siparisno siparisnumarasi siparisid siparisnumara "
    "cisloobjednavky objednavka "
    "numerodopedido encomenda nencomenda numerodaencomenda numerodafatura numerodavenda ndevenda "
    "idvenda "
    "注文番号 注文id 受注番号 オーダー番号 取引番号 取引id 伝票番号 レシート番号 "
    "交易号 交易编号 流水号 小票号 單號 单号 交易編號 流水號 "
    "订单号 订单编号 主订单编号 订单id 訂單編號 訂單號 "
    "number name ticket "
    "rendelesszam rendelesiszam rendelesazonosito megrendelesszama rendeles szamlaszam "
    "cisloobj idobjednavky cislodokladu "
    "numarcomanda nrcomanda comanda idcomanda numarfactura "
    "αριθμοσπαραγγελιασ αρπαραγγελιασ κωδικοσπαραγγελιασ παραγγελια αριθμοσπαραστατικου "
    "αριθμοσαποδειξησ αριθμοστιμολογιου "
    "sipariskodu fisno faturano belgeno "
    "номерзамовлення замовлення номерчека номерчеку номерзаказа заказ "
    "رقمالطلب رقمالطلبيه الطلب رقمالفاتوره "
    "narocilo stevilkanarocila stnarocila idnarocila narudzba brojnarudzbe idnarudzbe narudzbina "
    "brojnarudzbine "
    "주문번호 주문id 거래번호 주문";

inline constexpr std::string_view time_names =
    "orderdate ordertime createdat created createtime createdtime ordercreationdate creationdate "
    "dateadded dateadd dateconfirmed purchasedate placedat orderedat datetime invoicedate "
    "saledate transactiontimestamp timestamp transactiondate date time paidat "
    "bestelldatum auftragsdatum bestellzeit datum "
    "datecommande datedecommande datedelacommande dateachat datedachat passeele datecreation "
    "datedecreation creele horodatage "
    "fechapedido fechadelpedido fechadecompra fechacreacion fecha "
    "dataordine datadellordine dataacquisto datacreazione "
    "besteldatum orderdatum aankoopdatum "
    "datazamowienia datazlozenia datautworzenia "
    "siparistarihi siparistarih tarih "
    "datadopedido datadacompra datadaencomenda criadoem data "
    "注文日時 注文日 受注日時 購入日 日時 日付 "
    "下单时间 订单创建时间 创建时间 日期 下單時間 訂單成立日期 "
    "rendelesdatuma rendelesideje letrehozva idopont "
    "datumobjednavky datumvytvoreni vytvoreno "
    "datacomenzii datacrearii "
    "ημερομηνιαπαραγγελιασ ημερομηνια ημερομηνιαωρα "
    "islemtarihi islemzamani olusturmatarihi satistarihi "
    "датазамовлення датастворення датазаказа датасоздания дата "
    "تاريخالطلب وقتالطلب تاريخالبيع وقتالبيع تاريخالانشاء التاريخ "
    "datumnarocila casnarocila datumnarudzbe datumnarudzbine vrijemenarudzbe "
    "주문일시 주문일자 주문일 거래일시 일시 날짜";

// Before numbers that the shop gives its products for itself stand those that it knows them by.
inline constexpr std::string_view sku_names =
    "sku lineitemsku variantsku itemsku productsku sellersku merchantsku msku skureferenceno "
    "skucode "
    "skunumber stockcode "
    "productcode productreference articlereference itemreference variantreference customlabel "
    "customlabelsku productnumber articleno articlenumber merchantarticlenumber "
    "articlecode itemno itemnumber itemcode partnumber "
    "partno materialnumber materialno "
    "produktnummer artikelnummer artikelnr artnr materialnummer materialnr artikel "
    "refarticle referencearticle referencedelarticle codearticle refproduit referenceproduit "
    "codeproduit numeroarticle reference ref "
    "refarticulo codigoarticulo codigoproducto codigodeproducto referencia codigo articulo "
    "codicearticolo codiceprodotto codice articolo "
    "artikelcode "
    "kodproduktu kodtowaru symboltowaru symbolproduktu symbol indeks "
    "stokkodu urunkodu "
    "codigodoproduto artigo "
    "商品コード 商品番号 品番 型番 sku管理番号 "
    "商家编码 商品编码 货号 规格编码 商品编号 貨號 商品貨號 "
    "article productid itemid item 商品id gtin ean upc barcode asin product productname "
    "produit producto prodotto produkt towar produto "
    "cikkszam termekkod termekazonosito "
    "kodzbozi katalogovecislo "
    "codprodus codarticol "
    "κωδικοσειδουσ κωδικοσπροιοντοσ κωδειδουσ "
    "urunno malzemekodu barkod "
    "артикул кодтовару кодтовара штрихкод "
    "رمزالمنتج رمزالصنف كودالمنتج كودالصنف رقمالمنتج الباركود "
    "sifraizdelka sifraartikla sifrablaga sifraproizvoda sifrarobe sifra "
    "상품코드 제품코드 품번 옵션코드 판매자상품코드 상품번호 바코드";

inline constexpr std::string_view quantity_names =
    "quantity qty lineitemquantity quantitypurchased qtyordered quantityordered orderqty "
    "productqty "
    "productquantity itemquantity units pieces count "
    "menge anzahl stuck stueck anz stk stuckzahl stueckzahl "
    "quantite qte qtite quantitecommandee qtecommandee nbarticles nombredarticles nombre nb "
    "cantidad cantidaddelproducto unidades cant uds "
    "quantita qta pezzi "
    "aantal hoeveelheid "
    "ilosc sztuk liczbasztuk "
    "quantidade quantidadedoproduto qtd qtde "
    "数量 個数 注文数 購入数 "
    "订购数量 购买数量 商品数量 件数 數量 "
    "mennyiseg darab db "
    "mnozstvi pocetkusu pocet kusu kusy "
    "cantitate bucati buc "
    "ποσοτητα τεμαχια "
    "adet miktar mik "
    "кількість количество колво "
    "الكميه كميه العدد "
    "kolicina kol kosov komada kom "
    "수량 주문수량";

inline constexpr std::string_view customer_names =
    "customer customerid idcustomer customerno customernumber email customeremail billingemail "
    "buyer "
    "buyeremail buyerusername user userid member memberid household householdid "
    "kunde kundennummer kundennr kundenid kaufer kaeufer besteller "
    "client clientid idclient codeclient courriel courrielclient emailclient adresseemail acheteur "
    "cliente correo correoelectronico comprador "
    "acquirente emailcliente "
    "klant klantnummer koper "
    "klient kupujacy "
    "顧客 顧客id 会員id 購入者 メールアドレス "
    "账号 下单帐号 买家会员名 会员 客户 會員 買家帳號 "
    "vevo vevoazonosito ugyfel vasarlo "
    "zakaznik odberatel "
    "cumparator "
    "πελατησ κωδικοσπελατη "
    "musteri musterino eposta alici "
    "клієнт покупець клиент покупатель "
    "العميل رقمالعميل الزبون المشتري البريدالالكتروني "
    "kupec narocnik stranka kupac narucitelj "
    "구매자 구매자id 주문자 고객 고객번호 회원번호 이메일";

inline constexpr std::string_view zone_names =
    "country shippingcountry shipcountry shiptocountry deliverycountry shippingcountrycode "
    "shiptocountrycode deliverycountrycode countrycode "
    "land lieferland "
    "pays payslivraison paysdelivraison codepays "
    "pais paisdeenvio paese paesespedizione kraj krajdostawy 国 国家 國家 "
    "region state shippingstate province customerstate zone store storeid "
    "departement provincia provincie wojewodztwo uf 都道府県 省份 "
    "postcode postalcode zip zipcode plz postleitzahl "
    "codepostal codigopostal cap kodpocztowy cep 郵便番号 邮编 "
    "城市 city ville ciudad citta plaats miasto cidade 市区町村 "
    "orszag iranyitoszam telepules "
    "zeme psc "
    "tara judet localitate codpostal "
    "χωρα ταχυδρομικοσκωδικασ πολη νομοσ "
    "ulke sehir postakodu "
    "країна область місто поштовийіндекс страна город "
    "الدوله البلد المدينه الرمزالبريدي "
    "drzava postnastevilka postnibroj kraj obcina "
    "국가 지역 우편번호 시도";

inline constexpr std::string_view channel_names =
    "channel saleschannel orderchannel marketplace platform source "
    "kanal vertriebskanal verkaufskanal "
    "canal canaldevente plateforme "
    "canaldeventa canalevendita canale pazaryeri verkoopkanaal kanalsprzedazy canaldevendas "
    "販売チャネル 渠道 订单渠道 订单来源 "
    "csatorna ertekesitesicsatorna "
    "prodejnikanal "
    "canalvanzare "
    "καναλι καναλιπωλησησ "
    "satiskanali "
    "канал каналпродажу каналпродаж "
    "قناهالبيع القناه "
    "prodajnikanal "
    "판매채널 채널 판매처";

inline constexpr std::string_view status_names =
    "status orderstatus financialstatus paymentstatus orderstate "
    "bestellstatus auftragsstatus zahlstatus "
    "etat statut etatcommande etatdelacommande statutcommande statutdelacommande "
    "estado estadodelpedido estadodelaorden estadopedido statusdopedido stato statoordine "
    "bestelstatus statuszamowienia situacao "
    "durum siparisdurumu "
    "ステータス 注文ステータス 注文状況 状態 "
    "订单状态 状态 訂單狀態 狀態 "
    "state "
    "allapot statusz rendelesallapota "
    "stavobjednavky stav "
    "starecomanda "
    "κατασταση καταστασηπαραγγελιασ "
    "статус статусзамовлення статусзаказа "
    "الحاله حالهالطلب "
    "statusnarocila stanjenarocila stanje statusnarudzbe stanjenarudzbe statusnarudzbine "
    "주문상태 상태 배송상태";

inline constexpr std::string_view clock_names =
    "ura vrijeme vreme cas "
    "time ordertime timeofday saletime uhrzeit zeit heure heurecommande hora ora tijd godzina 時刻";

inline constexpr std::string_view lines_names =
    "lineitems orderlines orderitems lines items orderproducts products orderrows rows "
    "orderdetails "
    "positions positionen artikel lignes lineas righe regels pozycje itens 明細 商品";

inline constexpr std::string_view order_alone_names =
    "receipt transaction folio sale sales docket slip bill document documentno voucher ref refno "
    "reference referenceno referencenumber "
    "beleg bon kassenbon quittung rechnung transaktion verkauf referenz "
    "recu ticketdecaisse vente piece "
    "recibo boleta factura venta transaccion compra referencia "
    "ricevuta scontrino fattura vendita transazione riferimento "
    "kassabon factuur verkoop transactie referentie "
    "paragon faktura transakcja sprzedaz dokument "
    "fatura cupom venda transacao "
    "取引 伝票 レシート 領収書 交易 小票 发票 收據";

inline constexpr std::string_view key_words = "number name ticket id uuid";

inline constexpr std::string_view key_part_names =
    "id ids no nr num n number numero nummer numer key ref reference referenz referencia "
    "referentie riferimento code codigo codice kod uuid guid identifier "
    "番号 コード 编号 单号 編號 單號";

inline constexpr std::string_view property_words =
    "typ status date time value total amount method category group channel source manager "
    "level priority comment note page url rating discount weight brand size color colour since "
    "bestellart auftragsart datum zeit wert summe betrag kategorie gruppe kanal quelle herkunft "
    "bemerkung notiz rabatt gewicht grosse farbe bearbeiter einheit "
    "etat statut montant valeur categorie groupe canal origine remise poids commentaire couleur "
    "taille "
    "tipo estado fecha importe valor grupo origen descuento peso comentario clase "
    "stato data valore gruppo canale sconto taglia "
    "soort waarde bedrag groep kanaal korting gewicht kleur "
    "rodzaj wartosc kwota grupa zrodlo uwagi kolor rozmiar "
    "situacao categoria origem desconto observacao tamanho "
    "種別 種類 区分 分類 カテゴリ 状況 状態 ステータス 日時 日付 金額 合計 方法 備考 "
    "类型 分类 类别 状态 时间 日期 金额 总额 来源 渠道 备注 方式 類型 狀態 時間 來源 備註 "
    "allapot osszeg tipus "
    "stav typobj cena castka "
    "ημερομην κατασταση τυποσ "
    "durum tarih tutar turu "
    "дата статус сума сумма тип "
    "تاريخ حاله مبلغ نوع "
    "nacin vrsta opomba napomena znesek iznos stanje "
    "일시 일자 상태 금액 합계 유형";

// Of a column that only holds one of a role's names: words of something else that it is then, or of
// something that the order has beside what is asked for.
inline constexpr std::string_view no_skus =
    "orderitemid orderlineid lineitemid positionitemid positionid";

inline constexpr std::string_view no_quantities =
    "discount account country price cost weight rabatt preis";

inline constexpr std::string_view no_statuses = "state =dostava =dostave nacindostav";

inline constexpr std::string_view later_times =
    "updat modif chang ship deliver dispatch paid payment refund cancel return expir due print "
    "geander versand versendet zahl liefer modifi expedi livr paie envio entrega pago 更新 発送 "
    "支払 "
    "入金 修改 发货 付款 支付 "
    "modos kiszall fizet "
    "zmen zaplac odesl "
    "πληρωμ αποστολ παραδοσ "
    "odeme guncel teslim "
    "оплат відправ отправ доставк змін измен "
    "الدفع الشحن التسليم التحديث "
    "odprem posilj posilk placil azurir isporuk uplat "
    "결제 발송 배송 수정 취소";

// Of who carries an order, and how far it is.
inline constexpr std::string_view worse_statuses =
    "carrier courier shipper shipping delivery versand zustell liefer "
    "livraison transporteur expedition envio entrega transport spediz corriere "
    "verzend bezorg dostaw przesyl wysyl kurier doprav dostav isporuk kargo teslim szallit livrare "
    "μεταφορ αποστολ доставк отправ відправ الشحن التوصيل 配送 発送 物流 快递 快遞 배송 택배";

inline constexpr std::string_view worse_skus = "parent supplier manufacturer";

inline constexpr std::string_view worse_quantities =
    "total return refund cancel shipped deliver invoiced fulfil available stock";

inline constexpr std::string_view worse_zones = "billing payment invoice rechnung factur";

}  // namespace allot::files::names
