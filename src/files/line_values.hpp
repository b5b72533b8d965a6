// Reads what a row says of its line: SKU, quantity, price of a unit in the currency's minor units.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "files/row_fields.hpp"
#include "files/source_orders.hpp"

namespace allot::files {

struct LineValues {
  std::uint32_t sku{};  // number of the text, see LineReader::sku_of
  std::uint32_t quantity{};
  std::uint32_t currency{};
  MoneyMinor price{};
  std::uint32_t rest{};  // of the line's total, which its units do not share evenly
};

class LineReader {
 public:
  explicit LineReader(RowFields& fields);

  // `currency`: of the order, as earlier rows say; a row that names none takes it.
  // Returns: whether the row's own values can be used; otherwise the row is accounted for.
  [[nodiscard]] bool read(LineValues& line, std::uint32_t& currency, bool unpaid);

  // Returns: the SKU's place in `skus`, which it gets when it is new.
  [[nodiscard]] std::uint32_t sku_of(std::uint32_t number, std::vector<SourceSku>& skus);
  // Effects: says which sign before decimals reads the amounts that were left out, where one does.
  void advise_decimal() const;
  [[nodiscard]] std::string_view currency_text(std::uint32_t number) const {
    return currencies_.text(number);
  }
  // Returns: the decimals of a currency that a line has.
  [[nodiscard]] int exponent(std::uint32_t number) const { return exponents_[number]; }
  // Effects: keeps in `currency`, the order's, what the row says and no earlier one has said, so
  // that it is known where the row is left out.
  void remember(std::uint32_t& currency);
  // Returns: the decimals of the currency that the current row's amounts are of. `currency`: of the
  //          order, as earlier rows say.
  [[nodiscard]] int exponent_of_row(std::uint32_t currency) const;
  [[nodiscard]] const TextIndex& sku_texts() const noexcept { return skus_.raws(); }
  static constexpr std::uint32_t no_currency = TextIndex::none;

 private:
  [[nodiscard]] bool read_quantity(LineValues& line);
  [[nodiscard]] bool read_currency(LineValues& line, std::uint32_t& currency);
  [[nodiscard]] bool read_price(LineValues& line, bool unpaid);
  [[nodiscard]] bool share_total(LineValues& line, bool of_unit);
  void leave_out_amount(OrderReason reason, Role role, std::uint32_t currency);

  RowFields& fields_;
  Codes skus_;
  TextIndex currencies_;
  std::vector<int> exponents_;  // of each currency
  // Amounts that were left out for a reason, and those of them that the other sign before decimals
  // reads.
  struct OtherDecimal {
    OrderReason reason{};
    std::uint64_t all{};
    std::uint64_t fits{};
  };
  std::array<OtherDecimal, 2> decimals_{OtherDecimal{price_unreadable, 0, 0},
                                        OtherDecimal{inexact_price, 0, 0}};
};

}  // namespace allot::files
