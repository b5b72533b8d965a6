#include "files/column_names.hpp"

#include <array>

namespace allot::files {

namespace {

// Names of columns in capitals or not, without blanks and signs between words. The better ones
// stand first.
constexpr std::array<std::string_view, 37> order_names{
    "order",         "orderid",         "orderno",   "ordernumber",    "ordernr",
    "amazonorderid", "incrementid",     "invoice",   "invoiceno",      "invoiceid",
    "invoicenumber", "transactionid",   "basketid",  "receiptid",      "receiptno",
    "receiptnumber", "bestellnummer",   "bestellnr", "bestellung",     "auftragsnummer",
    "auftragsnr",    "rechnungsnummer", "commande",  "numerocommande", "numéroducommande",
    "pedido",        "numerodepedido",  "ordine",    "numeroordine",   "订单号",
    "订单编号",      "主订单编号",      "name",      "ticket",         "belegnummer",
    "belegnr",       "vorgang"};
constexpr std::array<std::string_view, 27> time_names{"orderdate",
                                                      "ordertime",
                                                      "createdat",
                                                      "created",
                                                      "purchasedate",
                                                      "placedat",
                                                      "orderedat",
                                                      "datetime",
                                                      "invoicedate",
                                                      "saledate",
                                                      "transactiontimestamp",
                                                      "timestamp",
                                                      "transactiondate",
                                                      "date",
                                                      "time",
                                                      "paidat",
                                                      "bestelldatum",
                                                      "auftragsdatum",
                                                      "datum",
                                                      "datecommande",
                                                      "datedecommande",
                                                      "fecha",
                                                      "data",
                                                      "下单时间",
                                                      "订单创建时间",
                                                      "创建时间",
                                                      "日期"};
// Before numbers that the shop gives its products for itself stand those that it knows them by.
constexpr std::array<std::string_view, 42> sku_names{"sku",
                                                     "lineitemsku",
                                                     "variantsku",
                                                     "itemsku",
                                                     "productsku",
                                                     "stockcode",
                                                     "productcode",
                                                     "productreference",
                                                     "articlereference",
                                                     "itemreference",
                                                     "variantreference",
                                                     "productnumber",
                                                     "produktnummer",
                                                     "articleno",
                                                     "articlenumber",
                                                     "article",
                                                     "itemno",
                                                     "itemnumber",
                                                     "itemcode",
                                                     "artikelnummer",
                                                     "artikelnr",
                                                     "artnr",
                                                     "artikel",
                                                     "customlabel",
                                                     "reference",
                                                     "référence",
                                                     "referencia",
                                                     "codigo",
                                                     "商家编码",
                                                     "商品编码",
                                                     "货号",
                                                     "productid",
                                                     "itemid",
                                                     "item",
                                                     "商品id",
                                                     "gtin",
                                                     "ean",
                                                     "upc",
                                                     "barcode",
                                                     "asin",
                                                     "product",
                                                     "productname"};
constexpr std::array<std::string_view, 25> quantity_names{"quantity",
                                                          "qty",
                                                          "lineitemquantity",
                                                          "quantitypurchased",
                                                          "qtyordered",
                                                          "orderqty",
                                                          "units",
                                                          "pieces",
                                                          "count",
                                                          "menge",
                                                          "anzahl",
                                                          "stück",
                                                          "stueck",
                                                          "quantité",
                                                          "quantite",
                                                          "cantidad",
                                                          "quantità",
                                                          "quantita",
                                                          "数量",
                                                          "订购数量",
                                                          "购买数量",
                                                          "商品数量",
                                                          "anz",
                                                          "stk",
                                                          "stückzahl"};
constexpr std::array<std::string_view, 19> price_names{
    "unitprice",    "price",          "itemprice",  "lineitemprice", "priceeach",
    "sellingprice", "einzelpreis",    "stückpreis", "preis",         "prixunitaire",
    "prix",         "preciounitario", "precio",     "prezzo",        "单价",
    "价格",         "商品价格",       "京东价",     "einzel"};
constexpr std::array<std::string_view, 18> total_names{
    "linetotal", "lineamount", "itemtotal", "itemsubtotal", "salesvalue",  "amount",
    "sales",     "revenue",    "total",     "gesamtpreis",  "zeilensumme", "betrag",
    "summe",     "montant",    "importe",   "totale",       "金额",        "商品总价"};
constexpr std::array<std::string_view, 31> customer_names{
    "customer",     "customerid", "customerno", "customernumber", "email",   "customeremail",
    "billingemail", "buyer",      "buyeremail", "buyerusername",  "user",    "userid",
    "member",       "memberid",   "household",  "householdid",    "kunde",   "kundennummer",
    "kundennr",     "kundenid",   "client",     "clientid",       "cliente", "账号",
    "下单帐号",     "买家会员名", "会员",       "客户",           "käufer",  "kaeufer",
    "besteller"};
constexpr std::array<std::string_view, 30> zone_names{"country",
                                                      "shippingcountry",
                                                      "shipcountry",
                                                      "shiptocountry",
                                                      "deliverycountry",
                                                      "countrycode",
                                                      "land",
                                                      "lieferland",
                                                      "pays",
                                                      "país",
                                                      "pais",
                                                      "paese",
                                                      "region",
                                                      "state",
                                                      "shippingstate",
                                                      "province",
                                                      "customerstate",
                                                      "zone",
                                                      "store",
                                                      "storeid",
                                                      "postcode",
                                                      "postalcode",
                                                      "zip",
                                                      "zipcode",
                                                      "plz",
                                                      "postleitzahl",
                                                      "国家",
                                                      "省份",
                                                      "城市",
                                                      "city"};
constexpr std::array<std::string_view, 12> channel_names{
    "channel", "saleschannel",   "orderchannel", "marketplace", "platform", "source",
    "kanal",   "vertriebskanal", "canal",        "渠道",        "订单渠道", "订单来源"};
constexpr std::array<std::string_view, 10> status_names{
    "status", "orderstatus", "financialstatus", "paymentstatus", "bestellstatus",
    "statut", "estado",      "stato",           "订单状态",      "状态"};
constexpr std::array<std::string_view, 9> currency_names{
    "currency", "currencycode", "ordercurrency", "währung", "waehrung",
    "devise",   "moneda",       "valuta",        "币种"};

}  // namespace

std::span<const std::string_view> column_names(Role role) noexcept {
  switch (role) {
    case Role::order: return order_names;
    case Role::time: return time_names;
    case Role::sku: return sku_names;
    case Role::quantity: return quantity_names;
    case Role::price: return price_names;
    case Role::line_total: return total_names;
    case Role::customer: return customer_names;
    case Role::zone: return zone_names;
    case Role::channel: return channel_names;
    case Role::status: return status_names;
    case Role::currency: return currency_names;
    default: return {};
  }
}

std::string folded_name(std::string_view name) {
  std::string out;
  for (const char c : name) {
    const bool word = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
                      (static_cast<unsigned char>(c) & 0x80U) != 0;
    if (word) out += c;
    if (c >= 'A' && c <= 'Z') out += static_cast<char>(c + 32);
  }
  return out;
}

int name_rank(std::string_view column, std::span<const std::string_view> names) {
  const std::string name = folded_name(column);
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (name == folded_name(names[i])) return static_cast<int>(i);
  }
  for (std::size_t i = 0; i < names.size(); ++i) {
    const std::string known = folded_name(names[i]);
    if (known.size() >= 4 && name.find(known) != std::string::npos) {
      return static_cast<int>(names.size() + i);
    }
  }
  return -1;
}

}  // namespace allot::files
