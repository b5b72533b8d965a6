// What a guess makes of the columns of other shops and marketplaces, as their public documentation
// has them; rows invented.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "files/guesses.hpp"
#include "files/map_guess.hpp"
#include "files/text_bytes.hpp"

namespace allot::files {
namespace {

bool doubts(const MapGuess& guess, std::string_view name) {
  return std::ranges::find(guess.doubts, name, &MapGuess::Doubt::name) != guess.doubts.end();
}

struct Export {
  const char* name;
  std::string text;
  std::vector<std::pair<Role, std::string>> expected;
};

const std::vector<Export> exports{
    Export{"bigcommerce",
           "Order ID,Customer ID,Order Date,Order Time,Order Status,Order Total (inc tax),"
           "Total Quantity,Total Shipped,Date Shipped,Product ID,Product Qty,Product SKU,"
           "Product Unit Price,Product Total Price\n"
           "100,5,11/27/2026,10:02:11,Shipped,63.00,3,3,11/28/2026,81,2,SKU-1,19.00,38.00\n"
           "100,5,11/27/2026,10:02:11,Shipped,63.00,3,3,11/28/2026,82,1,SKU-2,20.00,20.00\n"
           "101,6,11/27/2026,11:00:00,Cancelled,24.00,1,0,,81,1,SKU-1,19.00,19.00\n",
           {{Role::order, "Order ID"},
            {Role::time, "Order Date"},
            {Role::sku, "Product SKU"},
            {Role::quantity, "Product Qty"},
            {Role::price, "Product Unit Price"}}},
    Export{"prestashop",
           "id_order;reference;customer;total_paid_tax_incl;payment;state;date_add;"
           "product_reference;product_quantity;unit_price_tax_incl\n"
           "101;XKBKNABJK;A. M.;58,00;Chèque;Paiement accepté;2026-11-27 10:02:11;REF-1;2;"
           "19,00\n"
           "102;OHSATSERP;B. P.;19,00;Virement;Annulé;2026-11-27 11:00:00;REF-1;1;19,00\n",
           {{Role::order, "id_order"},
            {Role::time, "date_add"},
            {Role::sku, "product_reference"},
            {Role::quantity, "product_quantity"},
            {Role::status, "state"}}},
    Export{"lazada",
           "orderItemId,lazadaId,sellerSku,lazadaSku,createTime,updateTime,orderNumber,"
           "customerEmail,shippingCountry,paidPrice,unitPrice,sellerDiscountTotal,itemName,"
           "status\n"
           "900001,1,SKU-1,L1_MY,27 Nov 2026 10:02,28 Nov 2026 10:00,500001,a@x.example,"
           "Malaysia,19.00,19.00,0.00,Shirt,delivered\n"
           "900003,2,SKU-2,L2_MY,27 Nov 2026 11:00,28 Nov 2026 10:00,500002,b@x.example,"
           "Malaysia,20.00,20.00,0.00,Mug,canceled\n",
           {{Role::order, "orderNumber"},
            {Role::time, "createTime"},
            {Role::sku, "sellerSku"},
            {Role::quantity, "none"},
            {Role::price, "unitPrice"}}},
    Export{"shopee",
           "Order ID,Order Status,Cancel reason,Order Creation Date,Order Paid Time,"
           "Parent SKU Reference No.,Product Name,SKU Reference No.,Original Price,Deal Price,"
           "Returned quantity,Quantity\n"
           "26A,Completed,,2026-11-27 10:02,2026-11-27 10:03,P-1,Shirt,S-1,25.00,19.00,0,2\n"
           "26B,Cancelled,Cancelled by Buyer,2026-11-27 11:00,,P-1,Shirt,S-1,25.00,19.00,0,1\n",
           {{Role::order, "Order ID"},
            {Role::time, "Order Creation Date"},
            {Role::sku, "SKU Reference No."},
            {Role::quantity, "Quantity"},
            {Role::price, "Deal Price"},
            {Role::status, "Order Status"}}},
    Export{"lightspeed",
           "Order_ID,Status,Payment_Status,Created_At,Country,Product_ID,Article_Code,SKU,"
           "Quantity_Returned,Quantity_Ordered\n"
           "201,completed_shipped,paid,2026-11-27 10:02:11,nl,11,ART-1,,0,2\n"
           "202,cancelled,cancelled,2026-11-27 11:00:00,be,11,ART-1,,0,1\n",
           {{Role::order, "Order_ID"},
            {Role::sku, "Article_Code"},
            {Role::quantity, "Quantity_Ordered"},
            {Role::status, "Status"}}},
    Export{"zalando",
           "order_number;order_date;shipping_date;order_line_status;ean;"
           "zalando_article_number;merchant_article_number;price;quantity\n"
           "101;27.11.2026 10:02:11;28.11.2026 10:00:00;shipped;4012345000018;ZA1;ART-1;19,00;"
           "1\n"
           "102;27.11.2026 11:00:00;;canceled;4012345000018;ZA1;ART-1;19,00;1\n",
           {{Role::order, "order_number"},
            {Role::time, "order_date"},
            {Role::sku, "merchant_article_number"},
            {Role::status, "order_line_status"}}},
    Export{"otto",
           "salesOrderId;orderNumber;orderDate;positionItemId;fulfillmentStatus;sku;ean;"
           "itemValueGrossPrice;deliveryCountryCode\n"
           "so-1;b1;2026-11-27T10:02:11.000+0100;p-1;SENT;S-1;4012345000018;19.00;DEU\n"
           "so-2;b2;2026-11-27T11:00:00.000+0100;p-4;CANCELLED_BY_MARKETPLACE;S-1;"
           "4012345000018;19.00;DEU\n",
           {{Role::order, "orderNumber"},
            {Role::sku, "sku"},
            {Role::zone, "deliveryCountryCode"},
            {Role::status, "fulfillmentStatus"}}},
    Export{"mercado_libre",
           "N.º de venta;Fecha de venta;Estado;Unidades;SKU;Comprador\n"
           "2000003000000001;27/11/2026 10:02;Entregado;2;SKU-1;Ana\n"
           "2000003000000002;27/11/2026 11:00;Cancelada;1;SKU-1;Beto\n",
           {{Role::order, "N.º de venta"},
            {Role::time, "Fecha de venta"},
            {Role::quantity, "Unidades"},
            {Role::status, "Estado"}}},
    Export{"selling_partner_api",
           "{\"AmazonOrderId\":\"902-1\",\"LastUpdateDate\":\"2026-11-28T10:02:11Z\","
           "\"PurchaseDate\":\"2026-11-27T10:02:11Z\",\"OrderStatus\":\"Shipped\","
           "\"ShippingAddress\":{\"CountryCode\":\"DE\"},\"OrderItems\":[{\"ASIN\":\"B1\","
           "\"OrderItemId\":\"1\",\"SellerSKU\":\"SKU-1\",\"QuantityShipped\":1,"
           "\"QuantityOrdered\":2}]}\n",
           {{Role::order, "AmazonOrderId"},
            {Role::time, "PurchaseDate"},
            {Role::sku, "OrderItems.SellerSKU"},
            {Role::quantity, "OrderItems.QuantityOrdered"},
            {Role::zone, "ShippingAddress.CountryCode"}}},
    Export{"woocommerce_api",
           "{\"id\":727,\"number\":\"727\",\"order_key\":\"wc_1\",\"status\":\"processing\","
           "\"date_modified\":\"2026-11-27T16:28:08\",\"date_created\":\"2026-11-27T16:28:02\","
           "\"billing\":{\"country\":\"FR\"},\"shipping\":{\"country\":\"US\"},"
           "\"line_items\":[{\"id\":315,\"product_id\":93,\"quantity\":2,\"sku\":\"S-1\","
           "\"taxes\":[{\"id\":75,\"total\":\"0.45\"}],\"price\":3}]}\n",
           {{Role::order, "number"},
            {Role::time, "date_created"},
            {Role::sku, "line_items.sku"},
            {Role::zone, "shipping.country"}}}};

class Exports : public testing::TestWithParam<Export> {};

TEST_P(Exports, its_columns_are_told) {
  const MapGuess guess = guess_of(GetParam().text);
  for (const auto& [role, column] : GetParam().expected) {
    EXPECT_EQ(column_of(guess, role), column) << role_names[static_cast<std::size_t>(role)];
  }
  EXPECT_FALSE(doubts(guess, "status_unused"));
  EXPECT_FALSE(doubts(guess, "packed_column"));
}

INSTANTIATE_TEST_SUITE_P(All, Exports, testing::ValuesIn(exports),
                         [](const testing::TestParamInfo<Export>& one) { return one.param.name; });

TEST(GuessOfQuantity, a_discount_is_no_count) {
  EXPECT_EQ(
      column_of(guess_of("Order,Date,SKU,Account,Discount\n1,2026-11-27,A,7,0\n"), Role::quantity),
      "none");
}

TEST(GuessOfQuantity, a_short_word_for_it_is_found_where_it_stands_alone) {
  EXPECT_EQ(column_of(guess_of("Order,Date,SKU,Item Qty\n1,2026-11-27,A,7\n"), Role::quantity),
            "Item Qty");
  EXPECT_EQ(column_of(guess_of("{\"order\":1,\"date\":\"2026-11-27\",\"items\":[{\"sku\":\"A\","
                               "\"quantity\":{\"amount\":7,\"unit\":\"pcs\"},\"qty\":7}]}\n"),
                      Role::quantity),
            "items.qty");
}

TEST(GuessOfOrder, what_holds_a_word_for_names_is_no_order) {
  const MapGuess guess =
      guess_of("Date,Product Name,Phone Number,Qty\n2026-11-27,Lamp,55,1\n2026-11-28,Cup,56,1\n");
  EXPECT_EQ(column_of(guess, Role::order), "none");
  EXPECT_EQ(column_of(guess, Role::sku), "Product Name");
}

}  // namespace
}  // namespace allot::files
