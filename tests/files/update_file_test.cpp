// What happened beside the orders, as one table: each row is used or left out for one reason.
#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>
#include <string>

#include "files/update_file.hpp"

namespace allot::files {
namespace {

class Updates : public testing::Test {
 protected:
  void SetUp() override {
    path_ = testing::TempDir() + "allot_updates_" + std::to_string(::getpid()) + ".csv";
    for (const char* number : {"B-1", "007"}) {
      SourceOrder order;
      order.number = static_cast<std::uint32_t>(book_.numbers.size());
      book_.numbers.push_back(order_number_of(number));
      book_.orders.push_back(order);
    }
  }
  void TearDown() override { ::unlink(path_.c_str()); }

  Result<UpdateFile> read(const std::string& text, char decimal = '\0') {
    std::ofstream(path_, std::ios::binary) << text;
    Result<TimeReader> times = TimeReader::make("Europe/Berlin", {"%d.%m.%Y %H:%M"});
    EXPECT_TRUE(times.ok());
    return read_updates(path_, book_, times.value(), lots_, decimal);
  }
  static std::string advice_of(const UpdateFile& file, std::string_view reason) {
    for (const RowReason& known : file.account.rows.reasons()) {
      if (known.name == reason) return known.advice;
    }
    return "";
  }

  std::string path_;
  SourceOrders book_;
  LotNumbers lots_;
};

TEST_F(Updates, rows_of_every_type_run_in_time_order) {
  const std::uint64_t lot = lots_.of("L-7");
  const auto file = read(
      "Zeit;Art;Bestellnummer;SKU;Lager;Menge;Charge;MHD\n"
      "03.11.2026 12:00;storno;007;;;;;\n"
      "03.11.2026 10:00;payment;B-1;;;;;\n"
      "2026-11-03T09:30:00+01:00;Wareneingang;;K-10;Nord;12;L-7;2027-06-30\n"
      "03.11.2026 10:00;payment-pending;007;;;;;\n"
      "03.11.2026 11:00;Payment Failed;007;;;;;\n"
      "03.11.2026 11:30;adjust;;K-10;Nord;-3;L-7;\n"
      "03.11.2026 13:00;tick;;;;;;\n");
  ASSERT_TRUE(file.ok()) << file.status().message();
  const auto& rows = file.value().rows;
  ASSERT_EQ(rows.size(), 7U);
  using Type = UpdateType;
  const std::array<Type, 7> types{
      Type::receipt, Type::payment, Type::payment_pending, Type::payment_failed, Type::adjust,
      Type::cancel,  Type::tick};
  for (std::size_t i = 0; i < types.size(); ++i) {
    EXPECT_EQ(rows[i].type, types[i]) << i;
    EXPECT_TRUE(file.value().has[static_cast<std::size_t>(types[i])]) << i;
  }
  EXPECT_EQ(rows[0].time, 1'793'694'600'000'000'000) << "08:30 UTC";
  EXPECT_EQ(rows[0].sku, "K-10");
  EXPECT_EQ(rows[0].node, "Nord");
  EXPECT_EQ(rows[0].quantity, 12);
  EXPECT_EQ(rows[0].lot, lot) << "as the file of stock has it";
  EXPECT_EQ(rows[0].expires_at, 1'814'392'800'000'000'000) << "the end of that day in Berlin";
  EXPECT_EQ(rows[1].time, 1'793'696'400'000'000'000) << "of the zone of the orders";
  EXPECT_EQ(rows[1].order, 0U);
  EXPECT_EQ(rows[2].order, 1U);
  EXPECT_EQ(rows[4].quantity, -3);
  EXPECT_EQ(file.value().account.rows.used(), 7U);
}

TEST_F(Updates, every_row_is_used_or_left_out_for_a_reason) {
  const auto file = read(
      "time,type,order,sku,node,quantity,expiry,remark\n"
      "2026-11-03 10:00:00,payment,B-1,,,,,by card\n"
      "yesterday,payment,B-1,,,,,\n"
      "2026-11-03 10:00:00,,B-1,,,,,\n"
      "2026-11-03 10:00:00,paymnet,B-1,,,,,\n"
      "2026-11-03 10:00:00,count,,A,n,5,,\n"
      "2026-11-03 10:00:00,payment,,,,,,\n"
      "2026-11-03 10:00:00,payment,B-2,,,,,\n"
      "2026-11-03 10:00:00,cancel,B-1,A,,1,,\n"
      "2026-11-03 10:00:00,receipt,,,n,5,,\n"
      "2026-11-03 10:00:00,receipt,,A,,5,,\n"
      "2026-11-03 10:00:00,receipt,,A,n,x,,\n"
      "2026-11-03 10:00:00,receipt,,A,n,1.000,,\n"
      "2026-11-03 10:00:00,receipt,,A,n,-5,,\n"
      "2026-11-03 10:00:00,adjust,,A,n,0,,\n"
      "2026-11-03 10:00:00,receipt,,A,n,5,soon,\n"
      "2026-11-03 10:00:00,tick\n");
  ASSERT_TRUE(file.ok()) << file.status().message();
  const RowAccount& account = file.value().account.rows;
  std::uint64_t rows = account.used();
  for (const RowReason& reason : account.reasons()) {
    EXPECT_EQ(reason.rows, 1U) << reason.name;
    rows += reason.rows;
  }
  EXPECT_EQ(rows, account.rows());
  EXPECT_EQ(account.rows(), 16U);
  EXPECT_EQ(account.used(), 1U);
  for (const char* reason :
       {"time_unreadable", "type_missing", "type_unknown", "count_of_all", "order_missing",
        "order_unknown", "part_of_order", "sku_missing", "node_missing", "quantity_unreadable",
        "quantity_ambiguous", "non_positive_receipt", "zero_quantity", "expiry_unreadable",
        "row_shape"}) {
    EXPECT_EQ(account.rows_of(reason), 1U) << reason;
  }
  EXPECT_EQ(advice_of(file.value(), "type_unknown").rfind("did you mean 'payment'?", 0), 0U)
      << advice_of(file.value(), "type_unknown");
  EXPECT_TRUE(file.value().has_any({UpdateType::cancel})) << "the file says cancellations";
  EXPECT_EQ(account.notes().at(0).name, "unknown_columns");
}

TEST_F(Updates, payments_have_amounts_and_say_what_became_of_them) {
  book_.money.push_back({"KWD", false});
  const auto file = read(
      "time,type,order,amount,kind,transaction id,currency\n"
      "2026-11-03 10:00:00,payment,B-1,10.000,,T-1,\n"
      "2026-11-03 10:01:00,payment,B-1,2.5,Authorized,T-2,KWD\n"
      "2026-11-03 10:02:00,refund,B-1,-1,,T-1,kwd\n"
      "2026-11-03 10:03:00,payment,B-1,1,chargeback,,\n"
      "2026-11-03 10:04:00,payment,B-1,1,reversed,,\n"
      "2026-11-03 10:05:00,paid,B-1,,,,\n"
      "2026-11-03 10:06:00,Teilzahlung,007,0.125,,,\n");
  ASSERT_TRUE(file.ok()) << file.status().message();
  const auto& rows = file.value().rows;
  ASSERT_EQ(rows.size(), 7U);
  EXPECT_EQ(rows[0].amount, 10'000) << "three decimals";
  EXPECT_EQ(rows[0].kind, PaymentKind::captured);
  EXPECT_EQ(rows[1].kind, PaymentKind::authorised);
  EXPECT_EQ(rows[1].amount, 2'500);
  EXPECT_NE(rows[1].payment_key, rows[0].payment_key);
  EXPECT_EQ(rows[2].kind, PaymentKind::refunded);
  EXPECT_EQ(rows[2].amount, 1'000) << "some write what went back as less than nothing";
  EXPECT_EQ(rows[2].payment_key, rows[0].payment_key);
  EXPECT_EQ(rows[3].kind, PaymentKind::charged_back);
  EXPECT_EQ(rows[4].kind, PaymentKind::reversed);
  EXPECT_NE(rows[3].payment_key, rows[4].payment_key) << "each row is a payment of its own";
  EXPECT_EQ(rows[5].amount, 0) << "all that is due";
  EXPECT_TRUE(rows[5].pays());
  EXPECT_EQ(rows[6].amount, 125);
  EXPECT_EQ(rows[6].kind, PaymentKind::captured);
  for (const UpdateRow& row : rows) EXPECT_EQ(row.type, UpdateType::payment);
}

TEST_F(Updates, what_went_back_and_was_called_off_is_called_as_statuses_are) {
  for (const char* refunded :
       {"refunded", "Rückerstattung", "Zwrot", "Zwrócono", "İade edildi", "Estornado", "Vráceno",
        "払い戻し", "已退款", "partially_refunded"}) {
    const auto file = read("time,type,order,amount,kind\n2026-11-03 10:00:00,payment,B-1,1.00," +
                           std::string(refunded) + "\n");
    ASSERT_TRUE(file.ok()) << refunded << file.status().message();
    EXPECT_EQ(file.value().rows.at(0).kind, PaymentKind::refunded) << refunded;
  }
  for (const char* cancelled : {"cancelled", "Storniert", "Anulowane", "İptal edildi", "已取消"}) {
    const auto file =
        read("time,type,order\n2026-11-03 10:00:00," + std::string(cancelled) + ",B-1\n");
    ASSERT_TRUE(file.ok()) << cancelled << file.status().message();
    EXPECT_EQ(file.value().rows.at(0).type, UpdateType::cancel) << cancelled;
  }
  for (const char* neither : {"refund failed", "declined", "closed", "returned"}) {
    EXPECT_FALSE(
        read("time,type,order,amount\n2026-11-03 10:00:00," + std::string(neither) + ",B-1,1.00\n")
            .ok())
        << neither;
  }
}

TEST_F(Updates, amounts_that_cannot_be_meant_are_left_out_for_a_reason) {
  book_.money.push_back({"EUR", false});
  const auto file = read(
      "time,type,order,amount,kind,currency\n"
      "2026-11-03 10:00:00,tick,,,,\n"
      "2026-11-03 10:00:00,payment,B-1,5.00,borrowed,\n"
      "2026-11-03 10:00:00,refunded,B-1,,,\n"
      "2026-11-03 10:00:00,payment,B-1,-5.00,captured,\n"
      "2026-11-03 10:00:00,payment,B-1,5.00,captured,euros\n"
      "2026-11-03 10:00:00,payment,B-1,5.00,captured,USD\n");
  ASSERT_TRUE(file.ok()) << file.status().message();
  const RowAccount& account = file.value().account.rows;
  EXPECT_EQ(account.used(), 1U);
  for (const char* reason : {"kind_unknown", "amount_missing", "amount_unreadable",
                             "currency_unreadable", "currency_differs"}) {
    EXPECT_EQ(account.rows_of(reason), 1U) << reason;
  }
  const std::string one = "time,type,order,amount\n2026-11-03 10:00:00,payment,B-1,";
  EXPECT_FALSE(read(one + "5.001\n", '.').ok()) << "more decimals than euros have";
  EXPECT_FALSE(read(one + "0.00\n").ok());
  const auto back = read("time,type,order,amount\n2026-11-03 10:00:00,refund,B-1,1.00\n");
  ASSERT_TRUE(back.ok());
  EXPECT_FALSE(back.value().has_any({UpdateType::payment})) << "nobody is paid by it";
  const auto comma = read("time;type;order;amount\n2026-11-03 10:00;payment;B-1;1.234,50\n", ',');
  ASSERT_TRUE(comma.ok()) << comma.status().message();
  EXPECT_EQ(comma.value().rows.at(0).amount, 123'450);
}

TEST_F(Updates, columns_that_a_type_needs_may_be_absent_from_the_file) {
  const auto file = read(
      "time,type,order\n2026-11-03 10:00:00,receipt,\n"
      "2026-11-03 10:00:00,payment,B-1\n");
  ASSERT_TRUE(file.ok()) << file.status().message();
  EXPECT_EQ(file.value().account.rows.rows_of("sku_missing"), 1U);
  const auto none = read("time,tpye\n2026-11-03 10:00:00,tick\n");
  ASSERT_FALSE(none.ok());
  EXPECT_NE(none.status().message().find("has no column 'type'; did you mean 'tpye'?"),
            std::string::npos)
      << none.status().message();
}

TEST_F(Updates, thousands_are_told_as_the_map_of_the_orders_says) {
  const auto file = read("time;type;sku;quantity\n03.11.2026 10:00;receipt;A;1.000\n", ',');
  ASSERT_TRUE(file.ok()) << file.status().message();
  EXPECT_EQ(file.value().rows.at(0).quantity, 1'000);
  EXPECT_EQ(file.value().rows.at(0).node, "main");
}

}  // namespace
}  // namespace allot::files
