// Columns of lists of stock and of lanes, and what may stand there in place of a number.
//
// Names stand here folded (folded_name() in column_names.hpp), with blanks between them, the better
// ones first. A language has lines of its own. column_names.cpp says which table is of what.
#pragma once

#include <string_view>

namespace allot::files::names {

inline constexpr std::string_view node_names =
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
    "倉庫 拠点 保管場所 仓库 "
    "raktar telephely "
    "sklad prodejna "
    "depozit magazin gestiune "
    "αποθηκη καταστημα "
    "magaza sube "
    "склад магазин "
    "المستودع المخزن الفرع "
    "skladisce skladiste poslovalnica poslovnica "
    "창고 물류센터 매장 지점";

// What lies there, sold or not; the next are what of it is still for sale.
inline constexpr std::string_view stock_names =
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
    "在庫数 在庫 数量 库存 庫存 數量 "
    "keszlet mennyiseg darab "
    "skladem stavskladu mnozstvi zasoba "
    "stoc cantitate "
    "αποθεμα υπολοιπο ποσοτητα τεμαχια "
    "mevcut mevcutstok eldekistok adet "
    "залишок кількість остаток количество "
    "المخزون الرصيد الكميه "
    "zaloga stanjezaloge nazalogi zaliha zalihe stanjezaliha kolicina "
    "재고 재고수량 현재고 수량";

inline constexpr std::string_view for_sale_names =
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
    "有効在庫 販売可能在庫 可用库存 可售库存 可用庫存 "
    "elerheto szabadkeszlet "
    "dostupne kdispozici "
    "stocdisponibil "
    "διαθεσιμο διαθεσιμα ελευθερα "
    "kullanilabilir satilabilir "
    "доступно вільнийзалишок "
    "المتوفر المتاح الكميهالمتاحه "
    "razpolozljivo razpolozljivazaloga naraspolago prostazaloga raspolozivo raspoloziva "
    "raspolozivakolicina "
    "가용재고 판매가능재고 판매가능수량";

// Whether goods may be sold, and what says that they may.
inline constexpr std::string_view condition_names =
    "warehouseconditioncode disposition stockcondition bestandsart";

inline constexpr std::string_view sellable_words = "sellable";

inline constexpr std::string_view not_stocked_words = "notstocked";

// What stands in a row of a list, in place of a SKU, a place or a name, when it is the sum of
// others: of all rows, or of those of one SKU.
inline constexpr std::string_view totals_words =
    "total totals grandtotal sum sumtotal "
    "summe gesamt gesamtsumme insgesamt gesamtergebnis ergebnis "
    "totaux somme totalgeneral "
    "totales suma sumatotal "
    "totale totali totalegenerale somma "
    "totaal eindtotaal "
    "razem ogolem lacznie sumaogolem "
    "totais totalgeral soma "
    "celkem soucet spolu sucet "
    "osszesen mindosszesen vegosszeg "
    "totalgen sumatotala "
    "toplam geneltoplam toplami "
    "ukupno sveukupno zbroj zbir skupaj vsota "
    "summa totalsumma ialt sumá "
    "yhteensa summat kokku kopa isviso "
    "итого всего итог общийитог разом усього всього підсумок общо укупно "
    "συνολο γενικοσυνολο "
    "المجموع الاجمالي المجموعالكلي "
    "סךהכל סהכ "
    "합계 총계 총합계 "
    "合計 総計 合计 总计 總計 共计 汇总 "
    "tổngcộng tổng รวม รวมทั้งหมด jumlah";

inline constexpr std::string_view subtotals_words =
    "subtotal subtotals partialtotal "
    "zwischensumme teilsumme "
    "soustotal totalpartiel "
    "subtotales totalparcial sumaparcial "
    "subtotale totaleparziale parziale "
    "subtotaal tussentotaal "
    "sumaczesciowa podsuma sumaczastkowa razemczesciowo "
    "subtotais "
    "mezisoucet medzisucet dilcisoucet "
    "reszosszeg reszosszesen "
    "aratoplam "
    "medusuma meduzbroj medzbir vmesnavsota podsestevek "
    "delsumma delsum mellansumma subtotali valisumma vahesumma starpsumma tarpinesuma "
    "промежуточныйитог подытог проміжнийпідсумок підсумокпроміжний "
    "μερικοσυνολο υποσυνολο "
    "المجموعالفرعي "
    "소계 "
    "小計 小计 中計";

inline constexpr std::string_view lot_names =
    "lot batch lotnumber charge chargennummer numerolot numerodelot nlot lote lotto partij "
    "batchnummer partia ロット ロット番号 批次 批号 批號 "
    "sarzs gyartasiszam "
    "sarze "
    "παρτιδα "
    "parti partino "
    "партія партия "
    "رقمالدفعه الدفعه "
    "serija "
    "로트 로트번호";

inline constexpr std::string_view expiry_names =
    "expiry expires expiresat expirydate bestbefore usebydate "
    "mhd haltbarbis verfallsdatum ablaufdatum "
    "dlc ddm dluo peremption dateperemption datedeperemption datelimite dateexpiration "
    "caducidad fechacaducidad fechadecaducidad vencimiento "
    "scadenza datascadenza datadiscadenza "
    "tht houdbaartot vervaldatum "
    "datawaznosci validade datavalidade datadevalidade "
    "消費期限 賞味期限 使用期限 有效期 到期日 "
    "lejarat lejaratidatum "
    "datumspotreby expirace "
    "dataexpirarii "
    "ληξη ημερομηνιαληξησ "
    "sonkullanmatarihi skt "
    "термінпридатності срокгодности "
    "تاريخالانتهاء تاريخالصلاحيه "
    "rokuporabe rokuporabnosti rokvaljanosti roktrajanja "
    "유통기한 소비기한";

inline constexpr std::string_view safety_names =
    "safety safetystock reserve sicherheitsbestand stocksecurite stockdesecurite "
    "stockseguridad stockdeseguridad scortasicurezza scortadisicurezza veiligheidsvoorraad "
    "zapasbezpieczenstwa estoqueseguranca estoquedeseguranca 安全在庫 安全库存 "
    "biztonsagikeszlet "
    "pojistnazasoba "
    "stocsiguranta "
    "αποθεμαασφαλειασ "
    "emniyetstogu guvenlikstogu "
    "страховийзапас "
    "مخزونالامان "
    "varnostnazaloga sigurnosnazaliha sigurnosnezalihe "
    "안전재고";

// In the name of a column of a list of stock: its numbers are not of what lies there to be sold.
inline constexpr std::string_view elsewhere_words =
    "rezerw reserv committed allocated incoming onorder reorder minimum "
    "bestellt zulauf unterwegs meldebestand mindest "
    "comprometid impegnat riserv inarrivo inordine "
    "gereserveerd inbestelling wdrodze zamowion "
    "rezerv 引当 予約 入荷 预留 占用 在途 "
    "foglalt "
    "δεσμευμεν "
    "ayrilan "
    "резерв зарезерв "
    "محجوز "
    "minimaln narocen "
    "입고예정 예약";

inline constexpr std::string_view lane_zone_names =
    "zone to country region destination land pays pais paese kraj 国 国家";

inline constexpr std::string_view priority_names =
    "priority rank prio priorite prioridad priorita prioriteit priorytet prioridade 優先度 优先级";

}  // namespace allot::files::names
