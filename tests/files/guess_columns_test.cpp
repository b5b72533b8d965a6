// Which column a guess takes for what: by whole names, by parts of names and by texts.
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <string>
#include <vector>

#include "files/guesses.hpp"
#include "files/map_guess.hpp"
#include "files/order_loader.hpp"
#include "files/text_bytes.hpp"

namespace allot::files {
namespace {

std::string draft_of(const std::string& text) {
  const auto source = TextSource::open(source_of(text), {});
  const auto look = look_at(*source.value(), {});
  return map_text(guess_map(look.value()), look.value());
}

// Returns: what the guess tells about a column, with "assumed: " before what is to be confirmed.
std::string told_of(const MapGuess& guess, const std::string& column) {
  std::string told;
  for (const MapGuess::Doubt& doubt : guess.doubts) {
    if (doubt.text.find("'" + column + "'") == std::string::npos) continue;
    told += (doubt.assumed ? "assumed: " : "") + doubt.text + "\n";
  }
  return told;
}

// A header and rows of which two make an order; `cell` gives the text of a column.
std::string rows_of(const std::string& header, std::size_t rows,
                    const std::function<std::string(const std::string&, std::size_t)>& cell) {
  std::vector<std::string> names;
  for (std::size_t begin = 0; begin <= header.size();) {
    const std::size_t end = std::min(header.find(',', begin), header.size());
    names.push_back(header.substr(begin, end - begin));
    begin = end + 1;
  }
  std::string text = header + "\n";
  for (std::size_t row = 0; row < rows; ++row) {
    for (const std::string& name : names) {
      text += (&name == names.data() ? "" : ",") + cell(name, row);
    }
    text += "\n";
  }
  return text;
}

// What stands in a row of a plain file; the two columns at its beginning are `key` and `other`.
std::string plain_cell(const std::string& name, std::size_t row) {
  const std::size_t order = row / 2;
  if (name == "Date") {
    return "2026-11-" + std::to_string(10 + order % 20) + " 10:0" + std::to_string(order % 10);
  }
  if (name == "Item code") return "SKU-" + std::to_string(row * 7 % 23);
  if (name == "Qty") return std::to_string(1 + row % 3);
  if (name == "Price") return std::to_string(2 + row % 9) + ".50";
  return {};
}

struct Beside {
  std::string key, other;
  std::vector<std::string> texts;  // of the other column, in turns of orders
};

TEST(GuessOfOrders, a_word_beside_order_is_no_number_of_one) {
  const std::vector<Beside> files{
      {"Ref", "Order type", {"web", "shop"}},
      {"Reference", "Order channel", {"Web", "Phone", "Fair"}},
      {"Receipt", "Order manager", {"Ada", "Bo", "Cy", "Di", "Ed"}},
      {"Transaction", "Order source", {"google", "mail"}},
      {"Sale", "Order value", {"12", "31.50", "7.25", "18", "44.90"}},
      {"Sale", "Order value", {"12", "31", "7", "18", "44", "12", "9"}},
      {"Référence", "Type de commande", {"web", "boutique"}},
      {"Folio", "Estado del pedido status", {"enviado", "pagado"}},
      {"Belegnummer", "Orderstatus", {"offen", "bezahlt"}},
      {"Receipt", "Orderdatum", {"2026-11-03", "2026-11-04"}},
      {"Kvitto", "Order wave", {"B2B", "B2C"}},
      {"伝票番号", "注文種別", {"通常", "予約"}},
      {"小票号", "订单类型", {"普通", "预售"}},
      {"Paragon", "Typ zamówienia", {"sklep", "sieć"}},
      {"Scontrino", "Tipo ordine", {"web", "negozio"}},
      {"Kassabon", "Soort bestelling", {"web", "winkel"}},
      {"Bon", "Bestellart", {"Netz", "Laden"}},
      {"Recibo", "Tipo de pedido", {"loja", "rede"}},
  };
  for (const Beside& file : files) {
    // Small files have to hold as large ones do.
    for (const std::size_t rows : {std::size_t{200}, std::size_t{24}, std::size_t{8}}) {
      if (file.key == "Kvitto" && rows < 20) continue;  // by its texts alone, for want of a name
      const std::string text = rows_of(file.key + "," + file.other + ",Date,Item code,Qty,Price",
                                       rows, [&file](const std::string& name, std::size_t row) {
                                         if (name == file.key)
                                           return "T" + std::to_string(5'000 + row / 2);
                                         if (name == file.other)
                                           return file.texts[row / 2 % file.texts.size()];
                                         return plain_cell(name, row);
                                       });
      const MapGuess guess = guess_by_look(text);
      EXPECT_EQ(column_of(guess, Role::order), file.key) << file.other << ", " << rows << " rows";
      EXPECT_EQ(column_of(guess, Role::sku), "Item code") << file.other;
      const auto loaded = load_orders(source_of(text), guess.map);
      ASSERT_TRUE(loaded.ok()) << file.other << ": " << loaded.status().message();
      EXPECT_EQ(loaded.value().book.orders.size(), rows / 2) << file.other;
    }
  }
}

std::string with_key(const std::string& header, const std::string& key) {
  return rows_of(header, 40, [&key](const std::string& name, std::size_t row) {
    return name == key ? "W-" + std::to_string(row / 2) : plain_cell(name, row);
  });
}

TEST(GuessOfOrders, what_is_not_named_whole_is_assumed) {
  for (const std::string key :
       {"Web order", "Sales order no.", "N° de commande client", "id_bestellung"}) {
    const MapGuess guess = guess_by_look(with_key(key + ",Date,Item code,Qty", key));
    EXPECT_EQ(column_of(guess, Role::order), key);
    EXPECT_EQ(told_of(guess, key).find("assumed: "), 0U) << key << ": " << told_of(guess, key);
  }
  const MapGuess texts = guess_by_look(with_key("Kvitto,Date,Item code,Qty", "Kvitto"));
  EXPECT_EQ(column_of(texts, Role::order), "Kvitto");
  EXPECT_EQ(told_of(texts, "Kvitto").find("assumed: "), 0U) << told_of(texts, "Kvitto");
  const MapGuess whole = guess_by_look(with_key("Order no.,Date,Item code,Qty", "Order no."));
  EXPECT_EQ(column_of(whole, Role::order), "Order no.");
  EXPECT_EQ(told_of(whole, "Order no."), "");
}

TEST(GuessOfOrders, of_two_columns_whose_texts_could_be_it_none_is_chosen) {
  const std::string text =
      rows_of("Kvitto,Paket,Date,Item code,Qty", 40, [](const std::string& name, std::size_t row) {
        if (name == "Kvitto") return "K-" + std::to_string(row / 2);
        if (name == "Paket") return "P-" + std::to_string(row / 2);
        return plain_cell(name, row);
      });
  EXPECT_EQ(guess_by_look(text).missing(), "order");
}

TEST(GuessOfOrders, a_reference_of_products_stays_the_product) {
  const std::string text = rows_of("Bestellung Nr,Date,Ref,Article,Qty", 40,
                                   [](const std::string& name, std::size_t row) {
                                     if (name == "Bestellung Nr")
                                       return "B-" + std::to_string(row / 2);
                                     if (name == "Ref") return "R-" + std::to_string(row % 5);
                                     if (name == "Article") return std::string("Lamp");
                                     return plain_cell(name, row);
                                   });
  const MapGuess guess = guess_by_look(text);
  EXPECT_EQ(column_of(guess, Role::order), "Bestellung Nr");
  EXPECT_EQ(column_of(guess, Role::sku), "Ref");
}

// The same of the other columns: a word beside the name says that it is another thing.
TEST(GuessOfParts, a_kind_of_product_is_no_product_and_a_group_no_customer) {
  const std::string text = rows_of("Order,Date,Product category,Customer group,Qty,Tax total", 40,
                                   [](const std::string& name, std::size_t row) {
                                     if (name == "Order") return std::to_string(row / 2);
                                     if (name == "Product category") return std::string("lamps");
                                     if (name == "Customer group") return std::string("retail");
                                     if (name == "Tax total") return std::string("1.90");
                                     return plain_cell(name, row);
                                   });
  const MapGuess guess = guess_by_look(text);
  EXPECT_EQ(column_of(guess, Role::sku), "none");
  EXPECT_EQ(column_of(guess, Role::customer), "none");
  EXPECT_EQ(column_of(guess, Role::line_total), "none");
}

TEST(GuessOfParts, every_column_that_is_not_named_whole_is_assumed) {
  const std::string text = rows_of("Order,Date,Full product title,Units sold,Qty returned", 40,
                                   [](const std::string& name, std::size_t row) {
                                     if (name == "Order") return std::to_string(row / 2);
                                     if (name == "Full product title") return std::string("Lamp");
                                     if (name == "Units sold") return std::string("2");
                                     if (name == "Qty returned") return std::string("0");
                                     return plain_cell(name, row);
                                   });
  const MapGuess guess = guess_by_look(text);
  EXPECT_EQ(column_of(guess, Role::sku), "Full product title");
  EXPECT_EQ(column_of(guess, Role::quantity), "Units sold");
  EXPECT_EQ(told_of(guess, "Full product title").find("assumed: "), 0U);
  EXPECT_EQ(told_of(guess, "Units sold").find("assumed: "), 0U);
}

// What is not used is not told of as used.
TEST(GuessOfParts, a_total_that_is_the_orders_is_not_told_as_one_of_a_line) {
  const std::string text =
      rows_of("Order,Date,Sku,Qty,Amount paid", 40, [](const std::string& name, std::size_t row) {
        if (name == "Order") return std::to_string(row / 2);
        if (name == "Sku") return "S" + std::to_string(row % 7);
        if (name == "Amount paid") return std::to_string(20 + row / 2) + ".00";
        return plain_cell(name, row);
      });
  const MapGuess guess = guess_by_look(text);
  EXPECT_EQ(column_of(guess, Role::line_total), "none");
  EXPECT_NE(told_of(guess, "Amount paid").find("of an order"), std::string::npos);
  EXPECT_EQ(told_of(guess, "Amount paid").find("a part of their names"), std::string::npos)
      << told_of(guess, "Amount paid");
}

// A file with all columns named whole, in one of which every nth row has a bad text.
std::string flawed(const std::string& column, std::size_t nth, const std::string& bad) {
  return rows_of("order,time,sku,quantity,price,currency", 300,
                 [&](const std::string& name, std::size_t row) -> std::string {
                   if (name == column && row % nth == 0) return bad;
                   if (name == "order") return "A" + std::to_string(row / 2);
                   if (name == "time") return "2026-11-27 10:" + std::to_string(10 + row / 6);
                   if (name == "sku") return "S" + std::to_string(row % 7);
                   if (name == "quantity") return "2";
                   if (name == "price") return "1.50";
                   return "EUR";
                 });
}

TEST(GuessOfFlawed, a_column_that_is_named_whole_is_taken_when_half_of_it_reads) {
  struct Case {
    Role role;
    std::string column, reason;
  };
  for (const Case& one :
       {Case{Role::quantity, "quantity", "quantity_unreadable"},
        Case{Role::price, "price", "price_unreadable"}, Case{Role::time, "time", "time_unreadable"},
        Case{Role::currency, "currency", "currency_unreadable"}}) {
    const std::string text = flawed(one.column, 6, "n/a");
    const MapGuess guess = guess_by_look(text);
    EXPECT_EQ(column_of(guess, one.role), one.column);
    const auto loaded = load_orders(source_of(text), guess.map);
    ASSERT_TRUE(loaded.ok()) << loaded.status().message();
    EXPECT_EQ(loaded.value().account.rows_of(one.reason), 50U) << one.column;
    EXPECT_EQ(loaded.value().account.used(), 250U) << one.column;
    const std::string draft = draft_of(text);
    EXPECT_NE(draft.find("50 of 300 texts are no "), std::string::npos) << draft;
    EXPECT_NE(draft.find("the first in line 2: 'n/a'"), std::string::npos) << draft;
  }
}

TEST(GuessOfFlawed, one_that_does_not_read_is_told_by_its_name_and_first_bad_row) {
  for (const std::string column : {"quantity", "price", "time", "currency"}) {
    const std::string text =
        rows_of("order,time,sku,quantity,price,currency,country", 300,
                [&column](const std::string& name, std::size_t row) -> std::string {
                  if (name == column && row > 0 && row % 3 != 0) return "n/a";
                  if (name == "order") return "A" + std::to_string(row / 2);
                  if (name == "time") return "2026-11-27 10:" + std::to_string(10 + row / 6);
                  if (name == "sku") return "S" + std::to_string(row % 7);
                  if (name == "country") return "SE";
                  return name == "quantity" ? "2" : name == "price" ? "1.50" : "EUR";
                });
    const MapGuess guess = guess_by_look(text);
    const std::string told = told_of(guess, column);
    EXPECT_NE(told.find("200 of 300 texts"), std::string::npos) << column << ": " << told;
    EXPECT_NE(told.find("line 3"), std::string::npos) << column << ": " << told;
    EXPECT_NE(told.find("'n/a'"), std::string::npos) << column << ": " << told;
    EXPECT_NE(told.find(column == "time" ? "in a map" : column + " under [columns]"),
              std::string::npos)
        << column << ": " << told;
    EXPECT_EQ(draft_of(text).find("no column looks like"), std::string::npos) << draft_of(text);
    for (const MapGuess::Doubt& doubt : guess.doubts) {
      EXPECT_EQ(doubt.text.find("no column is named like"), std::string::npos) << doubt.text;
      EXPECT_EQ(doubt.text.find("no column looks like a price"), std::string::npos) << doubt.text;
    }
  }
}

TEST(GuessOfFlawed, what_is_named_whole_and_not_taken_for_another_reason_says_it) {
  const std::string text = rows_of("order,time,sku,quantity,status,channel,country", 500,
                                   [](const std::string& name, std::size_t row) -> std::string {
                                     if (name == "order") return "A" + std::to_string(row / 2);
                                     if (name == "time")
                                       return "2026-11-27 10:" + std::to_string(10 + row / 10);
                                     if (name == "sku") return "1.5";
                                     if (name == "quantity") return "2";
                                     return name + std::to_string(row);
                                   });
  const MapGuess guess = guess_by_look(text);
  EXPECT_EQ(guess.missing(), "sku");
  EXPECT_NE(told_of(guess, "sku").find("numbers with decimals, the first in line 2: '1.5'"),
            std::string::npos)
      << told_of(guess, "sku");
  for (const std::string column : {"status", "channel", "country"}) {
    EXPECT_NE(told_of(guess, column).find("500 different texts"), std::string::npos)
        << column << ": " << told_of(guess, column);
  }
  const MapGuess empty = guess_by_look("order,time,sku,quantity\n,2026-11-27 10:00,A,1\n");
  EXPECT_NE(told_of(empty, "order").find("is empty"), std::string::npos) << told_of(empty, "order");
}

// Who carries an order is written in words of statuses, too: "Kargo", "Delivery".
TEST(GuessOfStatusColumn, a_carrier_is_no_status) {
  const auto of = [](const std::string& status, const std::string& carrier,
                     const std::string& carriers) {
    std::string text = "Št. naročila;Datum naročila;Šifra izdelka;Količina;Cena;" + status + ";" +
                       carrier + ";Popust;Poštnina\n";
    for (int row = 0; row < 12; ++row) {
      text += "N" + std::to_string(100 + row / 2) + ";27.11.2026 10:0" + std::to_string(row / 2) +
              ";A-" + std::to_string(row) + ";" + std::to_string(1 + row % 3) + ";9,90;" +
              (row < 2   ? "Preklicano"
               : row < 4 ? "Xyz"
                         : "Zaključeno") +
              ";" + carriers.substr(static_cast<std::size_t>(row % 2) * 5, 5) + ";0,00;0,00\n";
    }
    return guess_of(text);
  };
  const MapGuess plain = of("Stanje naročila", "Dostava", "GLS  DPD  ");
  EXPECT_EQ(column_of(plain, Role::status), "Stanje naročila");
  EXPECT_EQ(column_of(plain, Role::order_total), "none") << "a discount is none";
  ASSERT_EQ(plain.map.status.leave.size(), 1U);
  EXPECT_EQ(plain.map.status.leave[0].second, std::vector<std::string>{"Preklicano"});
  EXPECT_EQ(column_of(of("Status naročila", "Dostava", "KargoAras "), Role::status),
            "Status naročila");
  EXPECT_EQ(column_of(of("Opomba", "Dostava", "GLS  DPD  "), Role::status), "none");
  EXPECT_EQ(column_of(of("Web Durum", "Kargo Durumu", "KargoYolda"), Role::status), "Web Durum");
  EXPECT_EQ(column_of(of("Opomba", "Kargo Durumu", "KargoYolda"), Role::status), "Kargo Durumu")
      << "where nothing else says it";
}

}  // namespace
}  // namespace allot::files
