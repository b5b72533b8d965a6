// Files of shops in their own languages, without a map.
#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

#include "files/column_names.hpp"
#include "files/map_guess.hpp"
#include "files/order_loader.hpp"
#include "files/shop_files.hpp"
#include "files/text_bytes.hpp"

namespace allot::files {
namespace {

TEST(FoldedNames, are_without_accents_capitals_and_signs) {
  EXPECT_EQ(folded_name("N° Commande"), "ncommande");
  EXPECT_EQ(folded_name("Qté"), "qte");
  EXPECT_EQ(folded_name("Qte\xCC\x81"), "qte") << "an accent of its own";
  EXPECT_EQ(folded_name("ENTREPÔT"), "entrepot");
  EXPECT_EQ(folded_name("Nº pedido"), "npedido");
  EXPECT_EQ(folded_name("Straße/Œuf Łódź"), "strasseoeuflodz");
  EXPECT_EQ(folded_name("Réf.\xC2\xA0"
                        "article"),
            "refarticle");
  EXPECT_EQ(folded_name("注文番号（必須）"), "注文番号必須");
  EXPECT_EQ(folded_name("\xC3"), "\xC3") << "half a letter";
  EXPECT_EQ(folded_name("ΑΡΙΘΜΌΣ είδους"), "αριθμοσειδουσ");
  EXPECT_EQ(folded_name("Отменён"), "отменен");
  EXPECT_EQ(folded_name("حَالَة الإلغاء"), "حالهالالغاء");
}

// A name that is not as folded_name() leaves it would never be met.
TEST(FoldedNames, stand_in_the_tables_as_they_are_compared) {
  const auto expect_folded = [](Names names) {
    for (const std::string_view name : names) {
      const std::string_view word = name.front() == '=' ? name.substr(1) : name;
      EXPECT_EQ(folded_name(word), word);
    }
  };
  for (std::size_t role = 0; role < role_count; ++role) {
    expect_folded(column_names(static_cast<Role>(role)));
    expect_folded(worse_words(static_cast<Role>(role)));
    expect_folded(foreign_words(static_cast<Role>(role)));
  }
  for (std::size_t i = 0; i <= static_cast<std::size_t>(ShopColumn::kind); ++i) {
    expect_folded(column_names(static_cast<ShopColumn>(i)));
  }
  for (std::size_t i = 0; i <= static_cast<std::size_t>(Words::unsold); ++i) {
    expect_folded(words_of(static_cast<Words>(i)));
  }
}

// Each row: a header and two rows, and the columns of order, time, sku, quantity, price, zone and
// status, in this order.
struct Language {
  const char* name;
  std::string header;
  std::string paid, waiting, cancelled;  // its words of status
};

class Languages : public testing::TestWithParam<Language> {};

TEST_P(Languages, a_plain_export_needs_no_map) {
  const Language& language = GetParam();
  const auto row = [](const std::string& order, const std::string& status) {
    return "\n" + order + ";2026-11-27 10:00:00;ART-1;2;49,18;FR;" + status;
  };
  const std::string text = language.header + row("C1", language.paid) +
                           row("C2", language.waiting) + row("C3", language.cancelled) + "\n";
  const auto source = TextSource::open(source_of(text), {});
  ASSERT_TRUE(source.ok());
  const auto look = look_at(*source.value(), {});
  ASSERT_TRUE(look.ok()) << look.status().message();
  const MapGuess guess = guess_map(look.value());
  const std::vector<std::string>& columns = look.value().columns;
  ASSERT_EQ(columns.size(), 7U);
  constexpr std::array roles{Role::order, Role::time, Role::sku,   Role::quantity,
                             Role::price, Role::zone, Role::status};
  for (std::size_t i = 0; i < roles.size(); ++i) {
    const ColumnChoice& choice = guess.map.of(roles[i]);
    EXPECT_EQ(choice.columns.empty() ? "none" : choice.columns[0], columns[i])
        << language.name << ": " << role_names[static_cast<std::size_t>(roles[i])];
  }
  EXPECT_EQ(guess.map.decimal, ',');
  EXPECT_EQ(guess.map.status.unpaid, std::vector<std::string>{language.waiting}) << language.name;
  ASSERT_EQ(guess.map.status.leave.size(), 1U) << language.name;
  EXPECT_EQ(guess.map.status.leave[0].second, std::vector<std::string>{language.cancelled});
  EXPECT_TRUE(is_plain_sale(language.paid)) << language.name;
  EXPECT_FALSE(is_plain_sale(language.waiting)) << language.name;
  EXPECT_FALSE(is_plain_sale(language.cancelled)) << language.name;
}

INSTANTIATE_TEST_SUITE_P(
    All, Languages,
    testing::Values(
        Language{"French", "N° commande;Passée le;Réf. article;Qté;PU TTC;Pays;État", "expédiée",
                 "en attente", "annulée"},
        Language{"French, other words",
                 "Référence de la commande;Date de commande;Référence article;Quantité;"
                 "Prix unitaire HT;Code postal;Statut de la commande",
                 "payée", "impayée", "Remboursée"},
        Language{"German", "Bestell-Nr.;Bestelldatum;Artikel-Nr.;Stückzahl;Einzelpreis;Land;Status",
                 "versendet", "offen", "erstattet"},
        Language{"Spanish",
                 "Nº pedido;Fecha del pedido;Referencia;Cantidad;Precio unitario;País;Estado",
                 "enviado", "pendiente de pago", "reembolsado"},
        Language{"Italian",
                 "Numero ordine;Data ordine;Codice articolo;Quantità;Prezzo unitario;Paese;Stato",
                 "spedito", "in attesa", "annullato"},
        Language{"Dutch", "Bestelnummer;Besteldatum;Artikelcode;Aantal;Stukprijs;Land;Status",
                 "verzonden", "openstaand", "geannuleerd"},
        Language{"Polish",
                 "Nr zamówienia;Data zamówienia;Kod produktu;Ilość;Cena jednostkowa;Kraj;Status",
                 "wysłane", "oczekuje na płatność", "anulowane"},
        Language{"Portuguese",
                 "Número do pedido;Data do pedido;Código do produto;Quantidade;Preço unitário;"
                 "País;Situação",
                 "enviado", "aguardando pagamento", "cancelado"},
        Language{"Japanese", "注文番号;注文日時;商品コード;個数;単価;都道府県;注文ステータス",
                 "発送済み", "入金待ち", "キャンセル"},
        Language{"Chinese", "订单编号;创建时间;商家编码;数量;单价;省份;订单状态", "已发货",
                 "等待付款", "已取消"},
        Language{"Greek",
                 "Αριθμός Παραγγελίας;Ημερομηνία παραγγελίας;Κωδικός είδους;Ποσότητα;"
                 "Τιμή μονάδας;Χώρα;Κατάσταση",
                 "Απεστάλη", "Εκκρεμεί πληρωμή", "ΑΚΥΡΩΘΗΚΕ"},
        Language{"Turkish",
                 "Sipariş No;Sipariş Tarihi;Stok Kodu;Adet;Birim Fiyat;ŞEHİR;Sipariş Durumu",
                 "Kargoya verildi", "Ödeme bekleniyor", "İptal edildi"},
        Language{"Arabic", "رقم الطلب;تاريخ الطلب;رمز المنتج;الكمية;سعر الوحدة;المدينة;حالة الطلب",
                 "تم الشحن", "غير مدفوع", "ملغى"},
        Language{"Czech",
                 "Číslo objednávky;Datum objednávky;Kód zboží;Množství;Jednotková cena;Země;"
                 "Stav objednávky",
                 "Odesláno", "Čeká na platbu", "Zrušeno"},
        Language{"Romanian",
                 "Număr comandă;Data comenzii;Cod produs;Cantitate;Preț unitar;Țara;Stare comandă",
                 "Expediată", "Neplătită", "Anulată"},
        Language{"Hungarian",
                 "Rendelésszám;Rendelés dátuma;Cikkszám;Mennyiség;Bruttó egységár (Ft);"
                 "Irányítószám;Állapot",
                 "Teljesítve", "Fizetésre vár", "Törölve"},
        Language{"Ukrainian",
                 "Номер замовлення;Дата створення;Артикул;КІЛЬКІСТЬ;Ціна;Країна;Статус",
                 "Відправлено", "Неоплачено", "Скасовано"},
        Language{"Slovenian",
                 "Št. naročila;Datum naročila;Šifra izdelka;Količina;Cena;Država;Stanje naročila",
                 "Odposlano", "Čaka na plačilo", "Preklicano"},
        Language{"Croatian",
                 "Broj narudžbe;Datum narudžbe;Šifra artikla;Količina;Cijena;Država;"
                 "Status narudžbe",
                 "Isporučeno", "Čeka uplatu", "Otkazano"},
        Language{"Russian", "Номер заказа;Дата заказа;Артикул;Кол-во;Цена;Страна;Статус заказа",
                 "Доставлен", "Ожидает оплаты", "Отменён"},
        Language{"Korean", "주문번호;주문일시;상품코드;수량;단가;지역;주문상태", "배송중",
                 "입금대기", "취소완료"}),
    [](const auto& row) {
      std::string name;
      for (const char c : std::string(row.param.name)) name += c == ' ' || c == ',' ? '_' : c;
      return name;
    });

class StockOfTheWorld : public testing::Test {
 protected:
  void SetUp() override {
    path_ = testing::TempDir() + "allot_world_" + std::to_string(::getpid()) + ".csv";
  }
  void TearDown() override { ::unlink(path_.c_str()); }
  Result<StockFile> read(const std::string& text) {
    std::ofstream(path_, std::ios::binary) << text;
    return read_stock(path_, lots_);
  }
  std::string path_;
  LotNumbers lots_;
};

TEST_F(StockOfTheWorld, is_read_by_its_own_words) {
  for (const char* header : {"Référence;Dépôt;Dispo;Lot;DLC",
                             "Réf. article;Entrepôt;Stock disponible;N° lot;Péremption",
                             "Artikel-Nr.;Lagerort;Bestand;Charge;MHD",
                             "Código;Almacén;Existencias;Lote;Caducidad",
                             "Codice;Magazzino;Giacenza;Lotto;Scadenza",
                             "Artikelnummer;Magazijn;Voorraad;Partij;THT",
                             "Indeks;Magazyn;Stan magazynowy;Partia;Data ważności",
                             "Código;Armazém;Estoque;Lote;Validade",
                             "品番;倉庫;在庫数;ロット;賞味期限",
                             "货号;仓库;库存;批次;有效期",
                             "Κωδικός είδους;Αποθήκη;Απόθεμα;Παρτίδα;Λήξη",
                             "Stok kodu;Depo;Mevcut;Parti no;Son kullanma tarihi",
                             "رمز المنتج;المستودع;المخزون;رقم الدفعة;تاريخ الانتهاء",
                             "Kód zboží;Sklad;Skladem;Šarže;Datum spotřeby",
                             "Šifra;Skladišče;Zaloga;Serija;Rok uporabe",
                             "Šifra;Skladište;Zaliha;Serija;Rok trajanja",
                             "Šifra izdelka;Skladišče;Razpoložljivo;Serija;Rok uporabe",
                             "Cod produs;Depozit;Stoc;Lot;Data expirării",
                             "Cikkszám;Raktár;Készlet;Sarzs;Lejárat",
                             "Артикул;Склад;Залишок;Партія;Термін придатності",
                             "상품코드;창고;재고수량;로트번호;유통기한"}) {
    const auto stock = read(std::string(header) + "\nART-1;Lyon;620;L7;2026-12-24\n");
    ASSERT_TRUE(stock.ok()) << header << ": " << stock.status().message();
    ASSERT_EQ(stock.value().rows.size(), 1U) << header;
    const StockRow& row = stock.value().rows[0];
    EXPECT_EQ(row.sku, "ART-1") << header;
    EXPECT_EQ(row.node, "Lyon") << header;
    EXPECT_EQ(row.quantity, 620U) << header;
    EXPECT_NE(row.lot, 0U) << header;
    EXPECT_NE(row.expires_at, 0) << header;
  }
}

TEST_F(StockOfTheWorld, the_better_name_of_a_code_is_taken_and_no_count_is_chosen_for_you) {
  const auto stock =
      read("Article;Référence;Entrepôt;Emplacement;Stock\nTheière;ART-1;Lyon;B7;3\n");
  ASSERT_TRUE(stock.ok()) << stock.status().message();
  EXPECT_EQ(stock.value().rows[0].sku, "ART-1");
  EXPECT_EQ(stock.value().rows[0].node, "Lyon");
  const auto two = read("Référence;Stock;Stock réel\nART-1;3;2\n");
  ASSERT_FALSE(two.ok());
  EXPECT_NE(two.status().message().find("both 'Stock' and 'Stock réel' are the column quantity"),
            std::string::npos)
      << two.status().message();
  EXPECT_NE(two.status().message().find("under [stock]"), std::string::npos);
  const auto free = read("Référence;Stock;Disponible\nART-1;3;2\n");
  ASSERT_TRUE(free.ok()) << free.status().message();
  EXPECT_EQ(free.value().rows[0].quantity, 2U) << "what is for sale is no choice between two";
}

}  // namespace
}  // namespace allot::files
