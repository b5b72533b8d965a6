#include "files/column_names.hpp"

#include <algorithm>
#include <array>

#include "files/characters.hpp"

namespace allot::files {

namespace {

// Names stand here folded, with blanks between them, the better ones first. A language has lines of
// its own: English, German, French, Spanish, Italian, Dutch, Polish, Portuguese, Japanese, Chinese;
// of Turkish and Czech there is what exports were seen with.

constexpr std::string_view order_names =
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
    "pedido npedido numeropedido numerodepedido idpedido referenciapedido nfactura "
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
    "number name ticket";

constexpr std::string_view time_names =
    "orderdate ordertime createdat created createtime createdtime ordercreationdate creationdate "
    "dateadded purchasedate placedat orderedat datetime invoicedate "
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
    "下单时间 订单创建时间 创建时间 日期 下單時間 訂單成立日期";

// Before numbers that the shop gives its products for itself stand those that it knows them by.
constexpr std::string_view sku_names =
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
    "produit producto prodotto produkt towar produto";

constexpr std::string_view quantity_names =
    "quantity qty lineitemquantity quantitypurchased qtyordered quantityordered orderqty "
    "productqty "
    "productquantity itemquantity units pieces count "
    "menge anzahl stuck stueck anz stk stuckzahl stueckzahl "
    "quantite qte qtite quantitecommandee qtecommandee nbarticles nombredarticles nombre nb "
    "cantidad unidades cant uds "
    "quantita qta pezzi "
    "aantal hoeveelheid "
    "ilosc sztuk liczbasztuk "
    "quantidade qtd qtde "
    "数量 個数 注文数 購入数 "
    "订购数量 购买数量 商品数量 件数 數量";

constexpr std::string_view price_names =
    "unitprice price dealprice itemprice lineitemprice itemcost priceeach sellingprice "
    "einzelpreis stuckpreis stueckpreis preis einzel "
    "puttc prixunitairettc prixttc prixunitaire prixdevente puht prixunitaireht prixht prix pu "
    "preciounitario preciounidad precio pvp "
    "prezzounitario prezzo "
    "stukprijs prijsperstuk eenheidsprijs prijs "
    "cenajednostkowa cenabrutto cenanetto cena "
    "precounitario valorunitario preco "
    "単価 販売価格 価格 "
    "单价 价格 商品价格 京东价 單價 價格";

constexpr std::string_view total_names =
    "linetotal lineamount itemtotal itemsubtotal salesvalue amount sales revenue total "
    "gesamtpreis zeilensumme betrag summe gesamt "
    "totalligne montantligne totalttc montantttc totalht montantht montant "
    "totallinea importe "
    "totaleriga importo totale "
    "regeltotaal bedrag totaal "
    "wartosc kwota razem "
    "valortotal valor "
    "小計 金額 合計 "
    "金额 商品总价 小计";

// Of amounts of tax, on a line or on an order: the rows say which.
constexpr std::string_view tax_names =
    "tax taxes linetax itemtax taxamount totaltax taxtotal ordertax vat vatamount salestax gst "
    "mwst mwstbetrag mehrwertsteuer umsatzsteuer ust ustbetrag steuer steuern steuerbetrag "
    "tva montanttva taxe montanttaxe "
    "iva importeiva impuesto impuestos importeimpuestos "
    "importoiva imposta imposte "
    "btw btwbedrag belasting "
    "vatkwota kwotavat podatek kwotapodatku "
    "imposto impostos valorimposto "
    "消費税 税額 税金 "
    "税额 税费 稅額 稅金";

constexpr std::string_view shipping_names =
    "shipping shippingcost shippingcosts shippingprice shippingtotal shippingamount shippingfee "
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
    "运费 邮费 运费金额 運費";

constexpr std::string_view shipping_tax_names =
    "shippingtax taxonshipping shippingtaxtotal shippingtaxamount shippingvat deliverytax "
    "versandsteuer mwstversand versandmwst "
    "tvafraisdeport tvaport tvalivraison "
    "ivaenvio ivagastosdeenvio ivaspedizione ivaspesedispedizione "
    "btwverzendkosten vatwysylka podatekwysylka impostofrete "
    "送料消費税 送料税 运费税额 運費稅額";

// What an order costs whole; a name that is no more than "total" may be of a line.
constexpr std::string_view order_total_names =
    "ordertotal grandtotal orderamount totalorder ordervalue totalprice ordertotalamount "
    "bestellsumme gesamtsumme auftragssumme rechnungsbetrag bestellwert endbetrag "
    "totalcommande montantcommande totaldelacommande montantdelacommande "
    "totalpedido totaldelpedido importepedido "
    "totaleordine importoordine totaledellordine "
    "totaalbedrag ordertotaal besteltotaal "
    "wartosczamowienia kwotazamowienia sumazamowienia "
    "totaldopedido valortotaldopedido valordopedido totalencomenda "
    "注文合計 合計金額 請求金額 "
    "订单金额 订单总额 订单总价 應付金額 訂單金額 訂單總額";

constexpr std::string_view customer_names =
    "customer customerid customerno customernumber email customeremail billingemail buyer "
    "buyeremail buyerusername user userid member memberid household householdid "
    "kunde kundennummer kundennr kundenid kaufer kaeufer besteller "
    "client clientid idclient codeclient courriel courrielclient emailclient adresseemail acheteur "
    "cliente correo correoelectronico comprador "
    "acquirente emailcliente "
    "klant klantnummer koper "
    "klient kupujacy "
    "顧客 顧客id 会員id 購入者 メールアドレス "
    "账号 下单帐号 买家会员名 会员 客户 會員 買家帳號";

constexpr std::string_view zone_names =
    "country shippingcountry shipcountry shiptocountry deliverycountry shippingcountrycode "
    "shiptocountrycode deliverycountrycode countrycode "
    "land lieferland "
    "pays payslivraison paysdelivraison codepays "
    "pais paisdeenvio paese paesespedizione kraj krajdostawy 国 国家 國家 "
    "region state shippingstate province customerstate zone store storeid "
    "departement provincia provincie wojewodztwo uf 都道府県 省份 "
    "postcode postalcode zip zipcode plz postleitzahl "
    "codepostal codigopostal cap kodpocztowy cep 郵便番号 邮编 "
    "城市 city ville ciudad citta plaats miasto cidade 市区町村";

constexpr std::string_view channel_names =
    "channel saleschannel orderchannel marketplace platform source "
    "kanal vertriebskanal verkaufskanal "
    "canal canaldevente plateforme "
    "canaldeventa canalevendita canale pazaryeri verkoopkanaal kanalsprzedazy canaldevendas "
    "販売チャネル 渠道 订单渠道 订单来源";

constexpr std::string_view status_names =
    "status orderstatus financialstatus paymentstatus orderstate "
    "bestellstatus auftragsstatus zahlstatus "
    "etat statut etatcommande etatdelacommande statutcommande statutdelacommande "
    "estado estadodelpedido stato statoordine bestelstatus statuszamowienia situacao "
    "durum siparisdurumu "
    "ステータス 注文ステータス 注文状況 状態 "
    "订单状态 状态 訂單狀態 狀態 "
    "state";

constexpr std::string_view currency_names =
    "currency currencycode ordercurrency "
    "wahrung waehrung devise monnaie moneda divisa valuta munteenheid waluta moeda "
    "通貨 币种 货币 幣別";

constexpr std::string_view node_names =
    "node warehouse warehousecode warehousename warehouseid location locationcode locationname "
    "locationid stocklocation fulfillmentcenter fulfillmentcenterid sourcecode store site "
    "lager lagerort lagername lagernummer lagernr lagercode standort filiale "
    "entrepot depot magasin emplacement lieu "
    "almacen bodega tienda ubicacion "
    "magazzino deposito sede ubicazione "
    "magazijn vestiging locatie "
    "magazyn lokalizacja "
    "armazem loja local "
    "depo "
    "倉庫 拠点 保管場所 仓库";

// What lies there, sold or not; the next are what of it is still for sale.
constexpr std::string_view stock_names =
    "quantity qty stock onhand units qtyonhand quantityonhand stocklevel onhandqty onhandquantity "
    "onhandcurrent qoh stockquantity stockqty stockonhand currentstock physicalstock "
    "unitsinstock inventory inventoryquantity inventoryqty inventorylevel variantinventoryqty "
    "variantinventoryquantity "
    "bestand lagerbestand lagermenge menge istbestand aktuellerbestand gesamtbestand "
    "lagerbestandgesamt "
    "quantite qte enstock stockactuel stockphysique stockreel "
    "cantidad existencias stockfisico "
    "quantita giacenza "
    "aantal voorraad "
    "ilosc stanmagazynowy stan "
    "miktar stokmiktari stokadedi "
    "quantidade estoque "
    "在庫数 在庫 数量 库存 庫存 數量";

constexpr std::string_view for_sale_names =
    "available availablenoteditable availablequantity availableqty availablestock "
    "quantityavailable qtyavailable stockavailable availableforsale availabletosell "
    "availabletopromise atp freestock sellable sellablequantity afnfulfillablequantity "
    "verfugbar verfuegbar verfugbarerbestand verfuegbarerbestand bestandverfugbar "
    "verfugbarerlagerbestand lagerbestandverfugbar verfugbaremenge freiverfugbar freierbestand "
    "dispo disponible stockdisponible quantitedisponible "
    "disponibles cantidaddisponible "
    "disponibile quantitadisponibile disponibilita "
    "beschikbaar beschikbarevoorraad vrijevoorraad "
    "dostepne dostepnailosc "
    "disponivel quantidadedisponivel estoquedisponivel "
    "有効在庫 販売可能在庫 可用库存 可售库存 可用庫存";

// Whether goods may be sold, and what says that they may.
constexpr std::string_view condition_names =
    "warehouseconditioncode disposition stockcondition bestandsart";
constexpr std::string_view sellable_words = "sellable";
constexpr std::string_view not_stocked_words = "notstocked";

constexpr std::string_view lot_names =
    "lot batch lotnumber charge chargennummer numerolot numerodelot nlot lote lotto partij "
    "batchnummer partia ロット ロット番号 批次 批号 批號";

constexpr std::string_view expiry_names =
    "expiry expires expiresat expirydate bestbefore usebydate "
    "mhd haltbarbis verfallsdatum ablaufdatum "
    "dlc ddm dluo peremption dateperemption datedeperemption datelimite dateexpiration "
    "caducidad fechacaducidad fechadecaducidad vencimiento "
    "scadenza datascadenza datadiscadenza "
    "tht houdbaartot vervaldatum "
    "datawaznosci validade datavalidade datadevalidade "
    "消費期限 賞味期限 使用期限 有效期 到期日";

constexpr std::string_view safety_names =
    "safety safetystock reserve sicherheitsbestand stocksecurite stockdesecurite "
    "stockseguridad stockdeseguridad scortasicurezza scortadisicurezza veiligheidsvoorraad "
    "zapasbezpieczenstwa estoqueseguranca estoquedeseguranca 安全在庫 安全库存";

// In the name of a column of a list of stock: its numbers are not of what lies there to be sold.
constexpr std::string_view elsewhere_words =
    "rezerw reserv committed allocated incoming onorder reorder minimum "
    "bestellt zulauf unterwegs meldebestand mindest "
    "comprometid impegnat riserv inarrivo inordine "
    "gereserveerd inbestelling wdrodze zamowion "
    "rezerv 引当 予約 入荷 预留 占用 在途";

constexpr std::string_view lane_zone_names =
    "zone to country region destination land pays pais paese kraj 国 国家";

constexpr std::string_view priority_names =
    "priority rank prio priorite prioridad priorita prioriteit priorytet prioridade 優先度 优先级";

constexpr std::string_view update_time_names =
    "time date datetime timestamp at createdat datum zeit horodatage heure fecha data tijd "
    "日時 日付 时间 时刻";

constexpr std::string_view type_names =
    "type event kind topic art typ evenement tipo soort 種別 種類 类型 類型";

constexpr std::string_view amount_names =
    "amount paidamount paymentamount amountpaid "
    "betrag zahlbetrag montant montantpaye importe importepagado importo importopagato bedrag "
    "kwota "
    "valorpago 金額 支払金額 入金額 金额 支付金额";

// Not what it is paid with, which several payments of an order share.
constexpr std::string_view payment_names =
    "paymentkey paymentid paymentreference paymentnumber transactionid chargeid "
    "zahlungsnummer zahlungsid transaktionsnummer transaktionsid "
    "referencepaiement numeropaiement idtransaction idpago referenciapago idtransaccion "
    "idpagamento riferimentopagamento idtransazione betalingskenmerk betalingsid transactieid "
    "numerplatnosci idplatnosci idtransakcji idtransacao "
    "決済番号 取引番号 支付单号 交易号 交易號";

constexpr std::string_view kind_names =
    "kind paymentkind paymentstatus paymenttype zahlungsart zahlungsstatus statutpaiement "
    "estadopago statopagamento betaalstatus statusplatnosci statuspagamento 決済状況 支付状态";

// What an order was called off by, what else it came to nothing by, and what went back of it. Whole
// texts stand beside the parts of texts that they hold where updates are called so, too.
constexpr std::string_view called_off_words =
    "cancel cancelled canceled cancellation "
    "stornier storno storniert "
    "annul annulation annule annulee "
    "anulad anulado cancelacion cancelado "
    "annullamento annullato annulering geannuleerd "
    "anulow anulac anulowanie anulowano anulowane cancelamento "
    "zrusen zruseno iptal iptaledildi "
    "キャンセル 取消 已取消";
constexpr std::string_view failed_words =
    "void closed failed fraud declined rejected "
    "abgelehnt fehlgeschlagen widerruf "
    "refus echou =echec "
    "rechazad fallid "
    "rifiutat fallit "
    "geweigerd mislukt "
    "odrzucon odmow nieudan "
    "recusad rejeitad falhou "
    "odmitnut reddedil basarisiz "
    "無効 失敗 关闭 删除 關閉 刪除 作废 作廢 失败 拒收";
constexpr std::string_view refund_words =
    "refund refunded erstatt erstattet erstattung ruckerstattung rueckerstattung "
    "rembours rembourse remboursement "
    "reembols reembolsado reembolso "
    "rimbors rimborsato rimborso "
    "terugbetal terugbetaal terugbetaald terugbetaling "
    "zwrot zwrocono "
    "estorn estornado estorno "
    "vraceno iade iadeedildi "
    "返金 払い戻し 払戻 退款 已退款";
constexpr std::string_view returned_words =
    "return retour "
    "zuruckgesend zurueckgesend zuruckgeschickt zurueckgeschickt zuruckgegeben zurueckgegeben "
    "rucksend ruecksend ruckgabe rueckgabe "
    "renvoy "
    "devuelt devoluc "
    "=reso =resa =resi restituit "
    "teruggestuurd teruggezonden "
    "zwroc "
    "devolvid devolv "
    "vracen vraten "
    "返品 返送 退货 退貨 退回";

constexpr std::string_view unpaid_words =
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
    "待付款 等待付款 未付款 待支付";

constexpr std::string_view partly_words =
    "part teilweise teil partiel parcial parzial gedeeltelijk deels czesciow castecn kismi 部分 "
    "一部";
constexpr std::string_view draft_words =
    "draft entwurf brouillon borrador bozza concept szkic rascunho taslak 下書き 草稿";
// What was sold, whatever is still to be done about it. Short ones are whole texts.
constexpr std::string_view sold_words =
    "paid =complete completed shipped shipping delivered fulfilled processing processed =sent =new "
    "neworder =open =ok =done =success successful succeeded =active approved authoriz authoris "
    "captured confirmed accepted received dispatched despatched invoiced =placed picked packed "
    "printed intransit outfordelivery ready collected finished finali settled resolved =valid "
    "validated echeck inprogress preparing "
    "bezahlt versendet versandt verschickt versandbereit geliefert zugestellt zustellung "
    "abgeschlossen erledigt bearbeit verarbeit =neu =neue bestatigt bestaetigt eingegangen "
    "abgeholt fakturiert gebucht angenommen freigegeben komplett fertig unterwegs kommission "
    "verpackt ubergeben uebergeben "
    "paye reglee =regle envoye expedie livre termine encours traite =nouveau =nouvelle validee "
    "=valide confirme accepte prepar facture enregistre "
    "pagad enviad entregad procesad enproceso procesando =nuevo =nueva confirmad aceptad aprobad "
    "facturad despachad entransito recibid finalizad =abierto "
    "pagat spedit consegnat completat lavorazione elaborat elaborazione =nuovo =nuova confermat "
    "accettat fatturat =evas evaso evasa ricevut conclus intransito =aperto "
    "betaald verzonden verstuurd geleverd bezorgd voltooid afgerond behandel =nieuw bevestigd "
    "verwerk gefactureerd ontvangen ingepakt opgehaald onderweg "
    "oplacon zaplacon wyslan dostarczon doreczon realizowan realizac zakonczon =nowe =nowy =nowa "
    "nowezamowienie przyjet potwierdz przetwarz wtrakcie spakowan gotow odebran wdrodze przygotow "
    "wydan zafaktur =otwarte "
    "=pago =paga pagamentoaprovad pagamentoconfirmad entregue completad concluid processad "
    "processamento =novo =nova aprovad faturad emtransito recebid separacao postad "
    "odendi teslimedildi kargo gonderildi tamamlandi hazirlaniyor isleniyor onaylandi =yeni yolda "
    "zaplacen uhrazen odeslan dorucen vyriz =novy =nove prijat expedovan dokoncen potvrzen zpracov "
    "priprav predan vyzvednut hotov "
    "支払済 支払い済 入金済 発送 出荷 配送 配達 完了 処理中 準備中 新規 受付 受注 確定 確認済 納品 "
    "付款 支付 发货 出库 签收 完成 成功 收货 处理中 确认 审核 配货 打包 新订单 送达 妥投 运输 评价 "
    "出貨 收貨 處理中 已送達 取貨 備貨 確認 新訂單 運送";
// That hold one of these, and say that it came to nothing yet.
constexpr std::string_view unsold_words =
    "incomplete undeliver notdeliver nondeliver unconfirm unaccept unapprov notaccept notapprov "
    "nichtzugestellt unzustell nichtgeliefert nichtangenommen nichtabgeholt "
    "nonlivr nonremis nonaccept noentregad noaceptad noaprobad "
    "nonconsegnat nonaccettat nonapprovat nietgeleverd nietbezorgd onbestelbaar nietafgehaald "
    "nieodebran niedorecz niedostarcz nieprzyjet naoentreg naoaprovad "
    "teslimedilmedi teslimedilemedi nedoruc nevyzved neprijat "
    "配達不能 配送不能 未送达 未妥投 未签收 支付失败 未取貨 未取货 未送達";
constexpr std::string_view of_order_words =
    "order bestell auftrag commande pedido ordine zamowien encomenda 注文 订单 訂單";
constexpr std::string_view of_line_words =
    "line item position zeile artikel ligne linea articolo regel pozycj linha 明細 商品";
constexpr std::string_view weight_words = "weight gewicht poids peso waga 重量";
constexpr std::string_view key_words = "number name ticket id uuid";
constexpr std::string_view order_alone_names =
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
constexpr std::string_view key_part_names =
    "id ids no nr num n number numero nummer numer key ref reference referenz referencia "
    "referentie riferimento code codigo codice kod uuid guid identifier "
    "番号 コード 编号 单号 編號 單號";
constexpr std::string_view property_words =
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
    "类型 分类 类别 状态 时间 日期 金额 总额 来源 渠道 备注 方式 類型 狀態 時間 來源 備註";
constexpr std::string_view charge_words =
    "shipping postage freight delivery handling tax vat discount rebate gratuity tips "
    "versand porto steuer rabatt mwst gebuhr "
    "livraison frais remise taxe totaltva montanttva "
    "envio impuesto descuento gastos totaliva "
    "spedizione sconto imposta importoiva "
    "verzend korting btw "
    "wysylk rabat podatek "
    "frete desconto imposto "
    "送料 税 割引 手数料 运费 折扣 优惠 運費 手續費 稅";
constexpr std::string_view with_charge_words =
    "incl inkl excl exkl zzgl ohne exvat extax exbtw pretax beforetax aftertax afterdiscount "
    "discounted horstax "
    "ttc compris inclus deduite esclus sinimp conimp comimp semimp "
    "税込 税抜 税別 含税 未税 不含税 折后";
constexpr std::string_view lines_names =
    "lineitems orderlines orderitems lines items orderproducts products orderrows rows "
    "orderdetails "
    "positions positionen artikel lignes lineas righe regels pozycje itens 明細 商品";

// Of a column that only holds one of a role's names: words of something else that it is then, or of
// something that the order has beside what is asked for.
constexpr std::string_view no_skus = "orderitemid orderlineid lineitemid positionitemid positionid";
constexpr std::string_view no_quantities =
    "discount account country price cost weight rabatt preis";
constexpr std::string_view no_statuses = "state";
constexpr std::string_view later_times =
    "updat modif chang ship deliver dispatch paid payment refund cancel return expir due print "
    "geander versand versendet zahl liefer modifi expedi livr paie envio entrega pago 更新 発送 "
    "支払 "
    "入金 修改 发货 付款 支付";
constexpr std::string_view worse_skus = "parent supplier manufacturer";
constexpr std::string_view worse_quantities =
    "total return refund cancel shipped deliver invoiced fulfil available stock";
constexpr std::string_view worse_prices =
    "original regular list compare retail before strike rrp msrp uvp old";
constexpr std::string_view worse_zones = "billing payment invoice rechnung factur";
constexpr std::string_view clock_names =
    "time ordertime timeofday saletime uhrzeit zeit heure heurecommande hora ora tijd godzina 時刻";

std::vector<std::string_view> split(std::string_view text) {
  std::vector<std::string_view> names;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    if (end > 0) names.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return names;
}

// What letters of Latin with accents are without them: those up to and with `last`.
struct Plain {
  char32_t last;
  std::string_view letters;
};
constexpr std::array plain_letters{
    Plain{0xBF, ""},   Plain{0xC5, "a"},   Plain{0xC6, "ae"},  Plain{0xC7, "c"},  Plain{0xCB, "e"},
    Plain{0xCF, "i"},  Plain{0xD0, "d"},   Plain{0xD1, "n"},   Plain{0xD6, "o"},  Plain{0xD7, ""},
    Plain{0xD8, "o"},  Plain{0xDC, "u"},   Plain{0xDD, "y"},   Plain{0xDE, "th"}, Plain{0xDF, "ss"},
    Plain{0xE5, "a"},  Plain{0xE6, "ae"},  Plain{0xE7, "c"},   Plain{0xEB, "e"},  Plain{0xEF, "i"},
    Plain{0xF0, "d"},  Plain{0xF1, "n"},   Plain{0xF6, "o"},   Plain{0xF7, ""},   Plain{0xF8, "o"},
    Plain{0xFC, "u"},  Plain{0xFD, "y"},   Plain{0xFE, "th"},  Plain{0xFF, "y"},  Plain{0x105, "a"},
    Plain{0x10D, "c"}, Plain{0x111, "d"},  Plain{0x11B, "e"},  Plain{0x123, "g"}, Plain{0x127, "h"},
    Plain{0x131, "i"}, Plain{0x133, "ij"}, Plain{0x135, "j"},  Plain{0x138, "k"}, Plain{0x142, "l"},
    Plain{0x14B, "n"}, Plain{0x151, "o"},  Plain{0x153, "oe"}, Plain{0x159, "r"}, Plain{0x161, "s"},
    Plain{0x167, "t"}, Plain{0x173, "u"},  Plain{0x175, "w"},  Plain{0x178, "y"}, Plain{0x17E, "z"},
    Plain{0x17F, "s"},
};

// Effects: adds the letter at the beginning of `text` as it is compared. Returns: its bytes.
std::size_t add_letter(std::string_view text, std::string& out) {
  const auto byte = [text](std::size_t at) {
    return static_cast<char32_t>(static_cast<unsigned char>(text[at]));
  };
  if (byte(0) >= 0xC2 && byte(0) <= 0xDF && text.size() >= 2) {
    const char32_t letter = (byte(0) & 0x1FU) << 6U | (byte(1) & 0x3FU);
    constexpr char32_t marks_begin = 0x300;  // that go with the letter before them
    constexpr char32_t marks_end = 0x370;
    if (letter >= marks_begin && letter < marks_end) return 2;
    const auto* plain =
        std::ranges::find_if(plain_letters, [letter](const Plain& p) { return letter <= p.last; });
    out += plain == plain_letters.end() ? text.substr(0, 2) : plain->letters;
    return 2;
  }
  if (byte(0) >= 0xE0 && byte(0) <= 0xEF && text.size() >= 3) {
    const char32_t letter = (byte(0) & 0x0FU) << 12U | (byte(1) & 0x3FU) << 6U | (byte(2) & 0x3FU);
    // Blanks, dashes and quotes of typesetters, the sign of numbers, brackets of double width.
    const bool is_sign = (letter >= 0x2000 && letter <= 0x206F) || letter == 0x2116 ||
                         (letter >= 0x3000 && letter <= 0x3003) ||
                         (letter >= 0x3008 && letter <= 0x3011) ||
                         (letter >= 0xFF00 && letter <= 0xFF0F) || letter == 0xFF1A;
    if (!is_sign) out += text.substr(0, 3);
    return 3;
  }
  out += text[0];
  return 1;
}

template <std::size_t count>
std::array<std::vector<std::string_view>, count> split_all(
    const std::array<std::string_view, count>& texts) {
  std::array<std::vector<std::string_view>, count> all;
  std::ranges::transform(texts, all.begin(), split);
  return all;
}

// Where a role is never guessed, there is nothing.
constexpr std::array<std::string_view, role_count> by_role{order_names,
                                                           time_names,
                                                           sku_names,
                                                           quantity_names,
                                                           price_names,
                                                           total_names,
                                                           "",
                                                           "",
                                                           tax_names,
                                                           tax_names,
                                                           shipping_names,
                                                           shipping_tax_names,
                                                           shipping_names,
                                                           shipping_tax_names,
                                                           order_total_names,
                                                           "",
                                                           "",
                                                           customer_names,
                                                           currency_names,
                                                           zone_names,
                                                           channel_names,
                                                           status_names};
constexpr std::array<std::string_view, 16> by_column{
    sku_names,    node_names,      stock_names,     for_sale_names, lot_names,         expiry_names,
    safety_names, condition_names, lane_zone_names, priority_names, update_time_names, type_names,
    order_names,  amount_names,    payment_names,   kind_names};
constexpr std::array<std::string_view, 23> by_words{
    failed_words,    unpaid_words,   refund_words,   returned_words,    partly_words,
    draft_words,     of_order_words, of_line_words,  weight_words,      clock_names,
    key_words,       lines_names,    sellable_words, not_stocked_words, order_alone_names,
    key_part_names,  property_words, charge_words,   with_charge_words, called_off_words,
    elsewhere_words, sold_words,     unsold_words};

}  // namespace

Names foreign_words(Role role) {
  static const auto skus = split(no_skus);
  static const auto quantities = split(no_quantities);
  static const auto statuses = split(no_statuses);
  switch (role) {
    case Role::sku: return skus;
    case Role::quantity: return quantities;
    case Role::status: return statuses;
    default: return {};
  }
}

Names worse_words(Role role) {
  static const auto times = split(later_times);
  static const auto skus = split(worse_skus);
  static const auto quantities = split(worse_quantities);
  static const auto prices = split(worse_prices);
  static const auto zones = split(worse_zones);
  switch (role) {
    case Role::time: return times;
    case Role::sku: return skus;
    case Role::quantity: return quantities;
    case Role::price: return prices;
    case Role::zone: return zones;
    default: return {};
  }
}

Names column_names(Role role) {
  static const auto all = split_all(by_role);
  return all[static_cast<std::size_t>(role)];
}

Names column_names(ShopColumn column) {
  static const auto all = split_all(by_column);
  return all[static_cast<std::size_t>(column)];
}

Names words_of(Words words) {
  static const auto all = [] {
    auto lists = split_all(by_words);
    auto& nothing = lists[static_cast<std::size_t>(Words::cancelled)];
    for (const Words more : {Words::called_off, Words::refund, Words::returned}) {
      const auto& list = lists[static_cast<std::size_t>(more)];
      nothing.insert(nothing.end(), list.begin(), list.end());
    }
    return lists;
  }();
  return all[static_cast<std::size_t>(words)];
}

std::string folded_name(std::string_view name) {
  std::string out;
  while (!name.empty()) {
    const char c = name.front();
    std::size_t bytes = 1;
    if (is_digit(c) || (c >= 'a' && c <= 'z'))
      out += c;
    else if (c >= 'A' && c <= 'Z')
      out += static_cast<char>(c + 32);
    else if ((static_cast<unsigned char>(c) & 0x80U) != 0)
      bytes = add_letter(name, out);
    name.remove_prefix(bytes);
  }
  return out;
}

int name_rank(std::string_view column, Names names) {
  const std::string name = folded_name(column);
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (name == names[i]) return static_cast<int>(i);
  }
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (names[i].size() >= 4 && name.find(names[i]) != std::string::npos) {
      return static_cast<int>(names.size() + i);
    }
  }
  return -1;
}

bool is_name(std::string_view text, Names names) {
  return std::ranges::find(names, folded_name(text)) != names.end();
}

bool has_word(std::string_view text, Names words) {
  const std::string name = folded_name(text);
  return std::ranges::any_of(words, [&name](std::string_view word) {
    return word.front() == '=' ? name == word.substr(1) : name.find(word) != std::string::npos;
  });
}

bool is_plain_sale(std::string_view status) {
  const auto says = [status](Words words) { return has_word(status, words_of(words)); };
  if (says(Words::draft) || says(Words::unsold)) return false;
  if (says(Words::cancelled)) return says(Words::partly);
  return !says(Words::unpaid) && says(Words::sold);
}

}  // namespace allot::files
