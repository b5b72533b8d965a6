// What a text that is no UTF-8 is written in, in the languages of shops.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "files/encoding_guess.hpp"
#include "files/text_bytes.hpp"
#include "files/text_source.hpp"

namespace allot::files {
namespace {

struct Written {
  std::string encoding;
  std::string bytes;
  std::string text;
};

// Heads of exports, long and short: names of columns, towns, and statuses.
const std::vector<Written> written{
    {"Windows-1252", "Tila;\xE0-hinta;H\xE4m\xE4l\xE4inen\n", "Tila;à-hinta;Hämäläinen\n"},
    {"Windows-1253", "\xCA\xF9\xE4\xE9\xEA\xFC\xF2;\xD0\xEF\xF3.\n", "Κωδικός;Ποσ.\n"},
    {"Windows-1253",
     "\xCA\xF9\xE4\xE9\xEA\xFC\xF2;\xD0\xEF\xF3\xFC\xF4\xE7\xF4\xE1;"
     "\xC1\xF0\xEF\xE8\xDE\xEA\xE7\n\xCA\xCF\xD5\xD0\xC1-01;5;"
     "\xC1\xE8\xDE\xED\xE1\n\xD0\xE9\xDC\xF4\xEF "
     "\xE2\xE1\xE8\xFD;3;"
     "\xC8\xE5\xF3\xF3\xE1\xEB\xEF\xED\xDF\xEA\xE7\n\xC7\xEC\xE5\xF1\xEF\xEC\xE7\xED\xDF\xE1;"
     "\xCA\xE1\xF4\xDC\xF3\xF4\xE1\xF3\xE7;"
     "\xD0\xE5\xEB\xDC\xF4\xE7\xF2\n\xC1\xEA\xF5\xF1\xFE\xE8\xE7\xEA\xE5;"
     "\xCF\xEB\xEF\xEA\xEB\xE7\xF1\xFE\xE8\xE7\xEA\xE5;"
     "\xD0\xE1\xF0\xE1\xE4\xFC\xF0\xEF\xF5\xEB\xEF\xF2\n",
     "Κωδικός;Ποσότητα;Αποθήκη\nΚΟΥΠΑ-01;5;Αθήνα\nΠιάτο "
     "βαθύ;3;Θεσσαλονίκη\nΗμερομηνία;Κατάσταση;Πελάτης\nΑκυρώθηκε;Ολοκληρώθηκε;Παπαδόπουλος\n"},
    {"Windows-1253",
     "\xCA\xF9\xE4.;\xD0\xEF\xF3.;\xD4\xE9\xEC\xDE\n\xC1"
     "1;5;3\n",
     "Κωδ.;Ποσ.;Τιμή\nΑ1;5;3\n"},
    {"Windows-1253",
     "\xCA\xD9\xC4\xC9\xCA\xCF\xD3;\xD0\xCF\xD3\xCF\xD4\xC7\xD4\xC1\n\xC1"
     "1;5\n",
     "ΚΩΔΙΚΟΣ;ΠΟΣΟΤΗΤΑ\nΑ1;5\n"},
    {"Windows-1251",
     "\xCD\xEE\xEC\xE5\xF0 "
     "\xE7\xE0\xEA\xE0\xE7\xE0;\xC4\xE0\xF2\xE0;\xC0\xF0\xF2\xE8\xEA\xF3\xEB;"
     "\xCA\xEE\xEB\xE8\xF7\xE5\xF1\xF2\xE2\xEE\n1;2;\xD7\xE0\xF8\xEA\xE0 "
     "\xF1\xE8\xED\xFF\xFF;3\n\xCC\xEE\xF1\xEA\xE2\xE0;\xD1\xE0\xED\xEA\xF2-"
     "\xCF\xE5\xF2\xE5\xF0\xE1\xF3\xF0\xE3;\xCE\xF2\xEC\xE5\xED\xB8\xED\n",
     "Номер заказа;Дата;Артикул;Количество\n1;2;Чашка синяя;3\nМосква;Санкт-Петербург;Отменён\n"},
    {"KOI8-R",
     "\xEE\xCF\xCD\xC5\xD2 "
     "\xDA\xC1\xCB\xC1\xDA\xC1;\xE4\xC1\xD4\xC1;\xE1\xD2\xD4\xC9\xCB\xD5\xCC;"
     "\xEB\xCF\xCC\xC9\xDE\xC5\xD3\xD4\xD7\xCF\n1;2;\xFE\xC1\xDB\xCB\xC1 "
     "\xD3\xC9\xCE\xD1\xD1;3\n\xED\xCF\xD3\xCB\xD7\xC1;\xF3\xC1\xCE\xCB\xD4-"
     "\xF0\xC5\xD4\xC5\xD2\xC2\xD5\xD2\xC7;\xEF\xD4\xCD\xC5\xCE\xA3\xCE\n",
     "Номер заказа;Дата;Артикул;Количество\n1;2;Чашка синяя;3\nМосква;Санкт-Петербург;Отменён\n"},
    {"CP866",
     "\x8D\xAE\xAC\xA5\xE0 "
     "\xA7\xA0\xAA\xA0\xA7\xA0;\x84\xA0\xE2\xA0;\x80\xE0\xE2\xA8\xAA\xE3\xAB;"
     "\x8A\xAE\xAB\xA8\xE7\xA5\xE1\xE2\xA2\xAE\n1;2;\x97\xA0\xE8\xAA\xA0 "
     "\xE1\xA8\xAD\xEF\xEF;3\n\x8C\xAE\xE1\xAA\xA2\xA0;\x91\xA0\xAD\xAA\xE2-"
     "\x8F\xA5\xE2\xA5\xE0\xA1\xE3\xE0\xA3;\x8E\xE2\xAC\xA5\xAD\xF1\xAD\n",
     "Номер заказа;Дата;Артикул;Количество\n1;2;Чашка синяя;3\nМосква;Санкт-Петербург;Отменён\n"},
    {"ISO-8859-5",
     "\xBD\xDE\xDC\xD5\xE0 "
     "\xD7\xD0\xDA\xD0\xD7\xD0;\xB4\xD0\xE2\xD0;\xB0\xE0\xE2\xD8\xDA\xE3\xDB;"
     "\xBA\xDE\xDB\xD8\xE7\xD5\xE1\xE2\xD2\xDE\n1;2;\xC7\xD0\xE8\xDA\xD0 "
     "\xE1\xD8\xDD\xEF\xEF;3\n\xBC\xDE\xE1\xDA\xD2\xD0;\xC1\xD0\xDD\xDA\xE2-"
     "\xBF\xD5\xE2\xD5\xE0\xD1\xE3\xE0\xD3;\xBE\xE2\xDC\xD5\xDD\xF1\xDD\n",
     "Номер заказа;Дата;Артикул;Количество\n1;2;Чашка синяя;3\nМосква;Санкт-Петербург;Отменён\n"},
    {"Windows-1251", "\xC7\xE0\xEA\xE0\xE7;\xC4\xE0\xF2\xE0;\xD2\xEE\xE2\xE0\xF0\n",
     "Заказ;Дата;Товар\n"},
    {"KOI8-R", "\xFA\xC1\xCB\xC1\xDA;\xE4\xC1\xD4\xC1;\xF4\xCF\xD7\xC1\xD2\n",
     "Заказ;Дата;Товар\n"},
    {"Windows-1251",
     "\xC0\xD0\xD2\xC8\xCA\xD3\xCB;\xCA\xCE\xCB\xC8\xD7\xC5\xD1\xD2\xC2\xCE;"
     "\xD1\xCA\xCB\xC0\xC4\n",
     "АРТИКУЛ;КОЛИЧЕСТВО;СКЛАД\n"},
    {"Windows-1251",
     "\xCD\xEE\xEC\xE5\xF0 "
     "\xE7\xE0\xEC\xEE\xE2\xEB\xE5\xED\xED\xFF;\xC4\xE0\xF2\xE0;"
     "\xCA\xB3\xEB\xFC\xEA\xB3\xF1\xF2\xFC;\xCC\xB3\xF1\xF2\xEE\n\xCA\xE8\xBF\xE2;"
     "\xCB\xFC\xE2\xB3\xE2;\xD1\xEA\xE0\xF1\xEE\xE2\xE0\xED\xEE;\xD7\xE0\xF8\xEA\xE0 "
     "\xE1\xB3\xEB\xE0\n",
     "Номер замовлення;Дата;Кількість;Місто\nКиїв;Львів;Скасовано;Чашка біла\n"},
    {"KOI8-U",
     "\xEE\xCF\xCD\xC5\xD2 "
     "\xDA\xC1\xCD\xCF\xD7\xCC\xC5\xCE\xCE\xD1;\xE4\xC1\xD4\xC1;"
     "\xEB\xA6\xCC\xD8\xCB\xA6\xD3\xD4\xD8;\xED\xA6\xD3\xD4\xCF\n\xEB\xC9\xA7\xD7;"
     "\xEC\xD8\xD7\xA6\xD7;\xF3\xCB\xC1\xD3\xCF\xD7\xC1\xCE\xCF;\xFE\xC1\xDB\xCB\xC1 "
     "\xC2\xA6\xCC\xC1\n",
     "Номер замовлення;Дата;Кількість;Місто\nКиїв;Львів;Скасовано;Чашка біла\n"},
    {"Windows-1251",
     "\xCF\xEE\xF0\xFA\xF7\xEA\xE0;\xC4\xE0\xF2\xE0;\xCA\xEE\xEB\xE8\xF7\xE5\xF1\xF2\xE2\xEE;"
     "\xCF\xF0\xEE\xE4\xF3\xEA\xF2;\xD6\xE5\xED\xE0\n\xD1\xEE\xF4\xE8\xFF;"
     "\xCF\xEB\xEE\xE2\xE4\xE8\xE2;\xCE\xF2\xEA\xE0\xE7\xE0\xED\xE0\n",
     "Поръчка;Дата;Количество;Продукт;Цена\nСофия;Пловдив;Отказана\n"},
    {"Windows-1255",
     "\xEE\xF1\xF4\xF8 "
     "\xE4\xE6\xEE\xF0\xE4;\xFA\xE0\xF8\xE9\xEA;\xEB\xEE\xE5\xFA;\xEE\xE7\xE9\xF8\n\xFA\xEC "
     "\xE0\xE1\xE9\xE1;\xE9\xF8\xE5\xF9\xEC\xE9\xED;\xE1\xE5\xE8\xEC\n",
     "מספר הזמנה;תאריך;כמות;מחיר\nתל אביב;ירושלים;בוטל\n"},
    {"Windows-1256",
     "\xD1\xDE\xE3 "
     "\xC7\xE1\xD8\xE1\xC8;\xC7\xE1\xCA\xC7\xD1\xED\xCE;\xC7\xE1\xDF\xE3\xED\xC9;"
     "\xC7\xE1\xD3\xDA\xD1\n\xC7\xE1\xD1\xED\xC7\xD6;\xCC\xCF\xC9;\xE3\xE1\xDB\xED\n",
     "رقم الطلب;التاريخ;الكمية;السعر\nالرياض;جدة;ملغي\n"},
    {"Windows-1254",
     "Sipari\xFE No;\xDCr\xFCn Kodu;Adet;M\xFC\xFEteri;\xDE"
     "ehir\n\xDDstanbul;\xDDzmir;I\xF0"
     "d\xFDr;\xDDptal edildi\n",
     "Sipariş No;Ürün Kodu;Adet;Müşteri;Şehir\nİstanbul;İzmir;Iğdır;İptal edildi\n"},
    {"Windows-1250",
     "Zam\xF3wienie;Ilo\x9C\xE6;Miasto;\xA3\xF3"
     "d\x9F;Krak\xF3w;Gda\xF1sk;\x8Cwie\xBF"
     "e jab\xB3ka;Ksi\xEAga\n",
     "Zamówienie;Ilość;Miasto;Łódź;Kraków;Gdańsk;Świeże jabłka;Księga\n"},
    {"ISO-8859-2",
     "Zam\xF3wienie;Ilo\xB6\xE6;Miasto;\xA3\xF3"
     "d\xBC;Krak\xF3w;Gda\xF1sk;\xA6wie\xBF"
     "e jab\xB3ka;Ksi\xEAga\n",
     "Zamówienie;Ilość;Miasto;Łódź;Kraków;Gdańsk;Świeże jabłka;Księga\n"},
    {"Windows-1250",
     "\xC8\xEDslo "
     "objedn\xE1vky;Mno\x9Estv\xED;Zbo\x9E\xED;M\xECsto;Plze\xF2;D\xEC\xE8\xEDn;Zru\x9A"
     "eno;P\xF8\xEDjmen\xED\n",
     "Číslo objednávky;Množství;Zboží;Město;Plzeň;Děčín;Zrušeno;Příjmení\n"},
    {"ISO-8859-2",
     "\xC8\xEDslo "
     "objedn\xE1vky;Mno\xBEstv\xED;Zbo\xBE\xED;M\xECsto;Plze\xF2;D\xEC\xE8\xEDn;Zru\xB9"
     "eno;P\xF8\xEDjmen\xED\n",
     "Číslo objednávky;Množství;Zboží;Město;Plzeň;Děčín;Zrušeno;Příjmení\n"},
    {"Windows-1250",
     "Rendel\xE9ssz\xE1m;Mennyis\xE9g;Id\xF5pont;Gy\xF5r;Sz\xFBr\xF5;H\xFBt\xF5;\xD5rs\xE9g\n",
     "Rendelésszám;Mennyiség;Időpont;Győr;Szűrő;Hűtő;Őrség\n"},
    {"Windows-1250",
     "Comand\xE3;Cantitate;Data;Pre\xFE;Bucure\xBAti;Ia\xBAi;Bra\xBAov;M\xE3rime;"
     "\xAAtiin\xFE\xE3\n",
     "Comandă;Cantitate;Data;Preţ;Bucureşti;Iaşi;Braşov;Mărime;Ştiinţă\n"},
    {"Windows-1252",
     "Bestellnr;Menge;Gr\xF6\xDF"
     "e;M\xFCller;Stra\xDF"
     "e;K\xF6ln;Verf\xFCgbar\n",
     "Bestellnr;Menge;Größe;Müller;Straße;Köln;Verfügbar\n"},
    {"Windows-1252",
     "Commande;Quantit\xE9;Libell\xE9;R\xE9"
     "f\xE9rence;Exp\xE9"
     "di\xE9"
     "e;\xC0 N\xEEmes\n",
     "Commande;Quantité;Libellé;Référence;Expédiée;À Nîmes\n"},
    {"Windows-1252",
     "Pedido;C\xF3"
     "digo;Quantidade;Pre\xE7o;Descri\xE7\xE3o;S\xE3o Paulo;Situa\xE7\xE3o\n",
     "Pedido;Código;Quantidade;Preço;Descrição;São Paulo;Situação\n"},
    {"Windows-1252",
     "Pedido;C\xF3"
     "digo;Art\xED"
     "culo;Espa\xF1"
     "a;A\xF1o;Tel\xE9"
     "fono\n",
     "Pedido;Código;Artículo;España;Año;Teléfono\n"},
    {"Windows-1252", "Ordernr;Antal;Malm\xF6;G\xF6teborg;F\xE4rg;Bl\xE5\n",
     "Ordernr;Antal;Malmö;Göteborg;Färg;Blå\n"},
    {"Windows-1257",
     "U\xFEsakymo numeris;Kiekis;Prek\xEB;\xD0iauliai;Klaip\xEB"
     "da;Vilnius;At\xF0"
     "auktas;Kaina \x80\n",
     "Užsakymo numeris;Kiekis;Prekė;Šiauliai;Klaipėda;Vilnius;Atšauktas;Kaina €\n"},
    {"Shift_JIS",
     "\x92\x8D\x95\xB6\x94\xD4\x8D\x86,\x92\x8D\x95\xB6\x93\xFA\x8E\x9E,\x8F\xA4\x95i\x83R\x81["
     "\x83h,\x90\x94\x97\xCA,\x92P\x89\xBF\n\x93\x8C\x8B\x9E\x93s,\x91\xE5\x8D\xE3\x95{,"
     "\x83L\x83\x83\x83\x93\x83Z\x83\x8B,\x94\xAD\x91\x97\x8D\xCF\x82\xDD,"
     "\x82\xA0\x82\xE8\x82\xAA\x82\xC6\x82\xA4\n",
     "注文番号,注文日時,商品コード,数量,単価\n東京都,大阪府,キャンセル,発送済み,ありがとう\n"},
    {"EUC-JP",
     "\xC3\xED\xCA\xB8\xC8\xD6\xB9\xE6,\xC3\xED\xCA\xB8\xC6\xFC\xBB\xFE,"
     "\xBE\xA6\xC9\xCA\xA5\xB3\xA1\xBC\xA5\xC9,\xBF\xF4\xCE\xCC,"
     "\xC3\xB1\xB2\xC1\n\xC5\xEC\xB5\xFE\xC5\xD4,\xC2\xE7\xBA\xE5\xC9\xDC,"
     "\xA5\xAD\xA5\xE3\xA5\xF3\xA5\xBB\xA5\xEB,\xC8\xAF\xC1\xF7\xBA\xD1\xA4\xDF,"
     "\xA4\xA2\xA4\xEA\xA4\xAC\xA4\xC8\xA4\xA6\n",
     "注文番号,注文日時,商品コード,数量,単価\n東京都,大阪府,キャンセル,発送済み,ありがとう\n"},
    {"Shift_JIS", "\x8F\xA4\x95i\x83R\x81[\x83h,\x90\x94\x97\xCA\nA-1,3\n",
     "商品コード,数量\nA-1,3\n"},
    {"EUC-KR",
     "\xC1\xD6\xB9\xAE\xB9\xF8\xC8\xA3,\xC1\xD6\xB9\xAE\xC0\xCF,\xBB\xF3\xC7\xB0\xC4\xDA\xB5\xE5,"
     "\xBC\xF6\xB7\xAE,\xB0\xA1\xB0\xDD\n\xBC\xAD\xBF\xEF,\xBA\xCE\xBB\xEA,\xC3\xEB\xBC\xD2,"
     "\xB9\xE8\xBC\xDB\xBF\xCF\xB7\xE1\n",
     "주문번호,주문일,상품코드,수량,가격\n서울,부산,취소,배송완료\n"},
    {"GB18030",
     "\xB6\xA9\xB5\xA5\xB1\xE0\xBA\xC5,\xCF\xC2\xB5\xA5\xCA\xB1\xBC\xE4,"
     "\xC9\xCC\xC6\xB7\xC3\xFB\xB3\xC6,"
     "\xCA\xFD\xC1\xBF\n\xC5\xAE\xCA\xBF\xC1\xAC\xD2\xC2\xC8\xB9,\xC1\xF1\xC1\xAB,"
     "\xDD\xED\xC0\xD9,\xD2\xD1\xC8\xA1\xCF\xFB\n",
     "订单编号,下单时间,商品名称,数量\n女士连衣裙,榴莲,蓓蕾,已取消\n"},
    {"GB18030", "\xB6\xA9\xB5\xA5\xBA\xC5,\xC9\xCC\xC6\xB7\n", "订单号,商品\n"},
    {"Big5",
     "\xADq\xB3\xE6\xBDs\xB8\xB9,\xADq\xB3\xE6\xA4\xE9\xB4\xC1,\xB0\xD3\xAB~\xA6W\xBA\xD9,"
     "\xBC\xC6\xB6q,\xB3\xE6\xBB\xF9\n\xA5x\xA5_\xA5\xAB,\xB0\xAA\xB6\xAF\xA5\xAB,"
     "\xA4w\xA8\xFA\xAE\xF8\n",
     "訂單編號,訂單日期,商品名稱,數量,單價\n台北市,高雄市,已取消\n"},
    {"Windows-1252",
     "Bestelling;Aantal;Priv\xE9;re\xFCnie;Cura\xE7"
     "ao\n",
     "Bestelling;Aantal;Privé;reünie;Curaçao\n"},
    {"Windows-1252",
     "Ordrenr;Bel\xF8"
     "b;K\xF8;\xC6r\xF8;\xC5rhus;St\xF8rrelse\n",
     "Ordrenr;Beløb;Kø;Ærø;Århus;Størrelse\n"},
    {"Windows-1252",
     "sku;qty\nHeizung 20\xB0;5\nPreis \xA3"
     "5;3\n\xBD l;2\n",
     "sku;qty\nHeizung 20°;5\nPreis £5;3\n½ l;2\n"},
    {"Windows-1252", "sku;name\nA;Caf\xE9\n", "sku;name\nA;Café\n"},
    {"Windows-1250",
     "k\xF3"
     "d;n\xE1zev\nA;\x8A\xE1lek\nB;Hrn\xED\xE8"
     "ek r\xF9\x9Eov\xFD\n",
     "kód;název\nA;Šálek\nB;Hrníček růžový\n"},
    {"CP857",
     "Sipari\x9F No;Sipari\x9F Tarihi;\x9Ar\x81n "
     "Ad\x8D;M\x81\x9Fteri;Durum\nS1;27.11.2026;G\x94mlek;G\x81l \x9E"
     "ahin;\x98ptal Edildi\n",
     "Sipariş No;Sipariş Tarihi;Ürün Adı;Müşteri;Durum\nS1;27.11.2026;Gömlek;Gül Şahin;İptal "
     "Edildi\n"},
    {"CP852",
     "\xAC\xA1slo objedn\xA0vky;Datum objedn\xA0vky;K\xA2"
     "d zbo\xA7\xA1;Mno\xA7stv\xA1;Stav\n1;27.11.2026;A;2;Vy\xFDizuje se\n",
     "Číslo objednávky;Datum objednávky;Kód zboží;Množství;Stav\n1;27.11.2026;A;2;Vyřizuje se\n"},
    {"CP852",
     "Nr zam\xA2wienia;Ilo\x98\x86;P\x88"
     "atno\x98\x86\n1;2;Zap\x88"
     "acone\n",
     "Nr zamówienia;Ilość;Płatność\n1;2;Zapłacone\n"},
    {"CP852",
     "Rendel\x82ssz\xA0m;Mennyis\x82g;Vev\x8B;\xB5llapot\n1;2;Kov\xA0"
     "cs J\xA2zsefn\x82;T\x94r\x94lve\n",
     "Rendelésszám;Mennyiség;Vevő;Állapot\n1;2;Kovács Józsefné;Törölve\n"},
    {"CP850",
     "Bestellnummer;Gr\x94\xE1"
     "e;St\x81"
     "ck;K\x84ufer\n1;XL;2;J\x94rg M\x81ller\n",
     "Bestellnummer;Größe;Stück;Käufer\n1;XL;2;Jörg Müller\n"},
    {"CP850",
     "N\xF8 commande;Quantit\x82;R\x82"
     "f. article;\x90tat\n1;2;Th\x82i\x8Are;Exp\x82"
     "di\x82"
     "e\n2;1;Th\x82i\x8Are;Pr\x82par\x82"
     "e\n",
     "N° commande;Quantité;Réf. article;État\n1;2;Théière;Expédiée\n2;1;Théière;Préparée\n"},
    {"CP866",
     "\x8D\xAE\xAC\xA5\xE0 "
     "\xA7\xA0\xAA\xA0\xA7\xA0;\x8A\xAE\xAB\xA8\xE7\xA5\xE1\xE2\xA2\xAE;"
     "\x80\xE0\xE2\xA8\xAA\xE3\xAB\n1;2;\x97\xA0\xE8\xAA\xA0\n",
     "Номер заказа;Количество;Артикул\n1;2;Чашка\n"},
};

TEST(EncodingGuess, TellsAlphabetsByTheirLetters) {
  for (const Written& each : written) {
    auto source = TextSource::open(source_of(each.bytes), {});
    ASSERT_TRUE(source.ok()) << source.status().message();
    const Result<std::string> text = all_of(*source.value(), 5);
    ASSERT_TRUE(text.ok()) << text.status().message();
    EXPECT_EQ(text.value(), each.text);
    EXPECT_EQ(source.value()->encoding_text(), each.encoding + ", told from the bytes")
        << each.text;
  }
}

TEST(EncodingGuess, OfADamagedByteStaysUtf8) {
  std::string text;
  for (int i = 0; i < 50; ++i) text += "M\u00fcller;K\u00f6ln\n";
  text += "M\xFCller\n";
  EXPECT_EQ(guess_encoding(text), Encoding::utf8);
  EXPECT_EQ(guess_encoding("M\xFCller;K\xF6ln;M\u00fcller\n"), Encoding::windows_1252);
}

// A letter that may be followed by a mark is kept back by the converter until the end.
TEST(EncodingGuess, OfHebrewLosesNoLetterAtTheEnd) {
  auto source = TextSource::open(source_of("\xF9\xEC\xE5\xED"), Encoding::windows_1255);
  ASSERT_TRUE(source.ok());
  EXPECT_EQ(all_of(*source.value(), 5).value(), "שלום");
}

TEST(EncodingGuess, OfLettersThatStandInNoWordIsDoubted) {
  for (const char* name :
       {"Sipari\u0178 Tarihi", "\u02DCptal", "M\u0081\u0178teri", "b\u201Er", "k\uFFFDd"}) {
    EXPECT_TRUE(looks_misread(name)) << name;
  }
  for (const char* name : {"Sipariş Tarihi", "Größe", "Prix €", "O’Neill", "Ha\u00FF", "注文番号",
                           "Menge „frei“", "Notes…", "§ 12", "~", "L'HA\u0178"}) {
    EXPECT_FALSE(looks_misread(name)) << name;
  }
}

TEST(EncodingGuess, HasANameForEach) {
  for (const Written& each : written) {
    const auto known = encoding_named(each.encoding);
    ASSERT_TRUE(known) << each.encoding;
    EXPECT_EQ(name_of(*known), each.encoding);
  }
}

// What Windows has where DOS has letters: quotes, dashes, the sign of the euro.
TEST(EncodingGuess, OfSignsWithinWordsIsNotThatOfDos) {
  for (const char* bytes : {"Name;Preis\nBrot\x96Korb;5\x80\n", "Name\nO\x92Neill\n",
                            "Name\nRock\x92n\x92Roll\n", "Name\n\x84Mitte\x93\n"}) {
    for (const Encoding dos : {Encoding::cp850, Encoding::cp852, Encoding::cp857}) {
      EXPECT_NE(guess_encoding(bytes), dos) << bytes;
    }
  }
}

}  // namespace
}  // namespace allot::files
