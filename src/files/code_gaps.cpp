#include "files/code_gaps.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <unordered_set>

#include "files/characters.hpp"
#include "files/column_names.hpp"
#include "files/draft_lines.hpp"
#include "files/open_records.hpp"
#include "files/row_account.hpp"
#include "files/toml_text.hpp"
#include "json/capitals.hpp"
#include "json/counted.hpp"

namespace allot::files {

namespace {

// Effects: calls `take` with each text of a column that is not empty.
// Returns: whether the file has the column. Errors: those of the file.
template <class Take>
Result<bool> each_code(const std::string& path, const std::string& column, Take take) {
  Result<std::unique_ptr<ByteSource>> bytes = ByteSource::open_file(path);
  if (!bytes.ok()) return bytes.status();
  Result<std::unique_ptr<RecordReader>> records = open_records(std::move(bytes.value()), {});
  if (!records.ok()) return records.status();
  const std::vector<std::string>& names = records.value()->columns();
  const auto at = std::ranges::find(names, column) - names.begin();
  if (static_cast<std::size_t>(at) == names.size()) return false;
  for (bool more = true;;) {
    if (Status status = records.value()->next(more); !status.ok()) return status;
    if (!more) return true;
    const auto fields = records.value()->fields();
    if (static_cast<std::size_t>(at) >= fields.size()) continue;
    const std::string_view text = cell_text(fields[static_cast<std::size_t>(at)]);
    if (!text.empty()) take(text);
  }
}

}  // namespace

bool is_no_product(std::string_view code) {
  using std::string_view_literals::operator""sv;
  // Of postage, discounts, gifts of money and wrapping, and fees; with '=' the whole code.
  static constexpr std::array words{
      "shipping"sv, "postage"sv, "=post"sv, "=dot"sv, "freight"sv, "carriage"sv, "handlingfee"sv,
      "servicefee"sv, "surcharge"sv, "discount"sv, "giftwrap"sv, "giftcard"sv, "voucher"sv,
      "gratuity"sv, "=fee"sv, "=tip"sv, "versand"sv, "=porto"sv, "frachtkosten"sv, "rabatt"sv,
      "gutschein"sv, "geschenkverpackung"sv, "nachnahme"sv, "zuschlag"sv, "livraison"sv,
      "fraisdeport"sv, "fraisport"sv, "remise"sv, "emballagecadeau"sv, "chequecadeau"sv, "=envio"sv,
      "gastosdeenvio"sv, "costesdeenvio"sv, "descuento"sv, "envoltorioregalo"sv, "spedizione"sv,
      "sconto"sv, "confezioneregalo"sv, "contrassegno"sv, "verzendkosten"sv, "verzending"sv,
      "bezorgkosten"sv, "korting"sv, "cadeaubon"sv, "przesylka"sv, "wysylka"sv, "kosztdostawy"sv,
      "rabat"sv, "pakowanienaprezent"sv, "=frete"sv, "portesdeenvio"sv, "desconto"sv, "embrulho"sv,
      "szallitas"sv, "kedvezmeny"sv, "utanvet"sv, "diszcsomagolas"sv, "postovne"sv, "doprava"sv,
      "sleva"sv, "dobirka"sv, "kargo"sv, "nakliye"sv, "kapidaodeme"sv, "=frakt"sv, "fraktkostnad"sv,
      "=fragt"sv, "toimituskulu"sv, "postikulu"sv, "μεταφορικα"sv, "αντικαταβολη"sv, "доставка"sv,
      "скидка"sv, "شحن"sv, "משלוח"sv, "送料"sv, "配送料"sv, "手数料"sv, "割引"sv, "运费"sv,
      "運費"sv, "折扣"sv, "优惠"sv, "배송비"sv, "할인"sv,
      // Of paying at the door.
      "cashondelivery"sv, "codfee"sv, "collectondelivery"sv, "=cod"sv, "pobranie"sv,
      "contreremboursement"sv, "contrareembolso"sv, "contrareembols"sv, "rembours"sv, "ramburs"sv,
      "postforskott"sv, "efterkrav"sv, "postiennakko"sv, "наложенныйплатеж"sv, "накладенийплатіж"sv,
      "післяплат"sv, "الدفععندالاستلام"sv, "代引"sv, "着払"sv, "货到付款"sv, "貨到付款"sv, "착불"sv,
      // Of wrapping, and what is given as a present and has no code of its own.
      "giftpackag"sv, "=gift"sv, "geschenkpapier"sv, "=geschenk"sv, "papiercadeau"sv,
      "paquetcadeau"sv, "=cadeau"sv, "envolturaregalo"sv, "envolturaderegalo"sv, "papelregalo"sv,
      "papelderegalo"sv, "envoltorioderegalo"sv, "empaquetadoregalo"sv, "=regalo"sv,
      "pacchettoregalo"sv, "incartoregalo"sv, "cadeauverpakking"sv, "inpakservice"sv,
      "opakowanieprezent"sv, "opakowanienaprezent"sv, "=prezent"sv, "papeldepresente"sv,
      "embalagemdepresente"sv, "embalagempresente"sv, "=presente"sv, "ajandekcsomagolas"sv,
      "=ajandek"sv, "darkovebaleni"sv, "darcekovebalenie"sv, "=darek"sv, "ambalajcadou"sv,
      "impachetarecadou"sv, "=cadou"sv, "συσκευασιαδωρου"sv, "=δωρο"sv, "hediyepaket"sv,
      "hediyeambalaj"sv, "hediyekutusu"sv, "=hediye"sv, "подарунковаупаковка"sv,
      "подарунковепакування"sv, "подарочнаяупаковка"sv, "=подарок"sv, "=подарунок"sv, "تغليفهديه"sv,
      "تغليفهدايا"sv, "تغليفالهد"sv, "ギフト包装"sv, "ラッピング"sv, "礼品包装"sv, "禮品包裝"sv,
      "包装费"sv, "선물포장"sv, "darilnozavijanje"sv, "darilnaembalaza"sv, "zavijanjedaril"sv,
      "=darilo"sv, "poklonambalaza"sv, "zamatanjepoklona"sv, "presentinslagning"sv,
      "gaveindpakning"sv, "gaveinnpakning"sv, "lahjapaketointi"sv,
      // And what is added or taken off besides.
      "=oplata"sv, "oplataza"sv, "oplatadodatkowa"sv, "pakowanieprezent"sv, "kuponrabat"sv};
  return has_word(code, words);
}

std::string squeezed_code(std::string_view code) {
  std::string out = json::in_capitals(code);
  std::erase_if(out, [](char c) {
    return !is_letter(c) && !is_digit(c) && (static_cast<unsigned char>(c) & 0x80U) == 0;
  });
  const std::size_t first = std::min(out.find_first_not_of('0'), out.empty() ? 0 : out.size() - 1);
  return out.substr(first);
}

Result<std::vector<CodeGap>> gaps_of_codes(const std::string& orders_path, const std::string& sku,
                                           const std::string& stock_path,
                                           const std::string& stock_sku, bool capitals) {
  const auto as_read = [capitals](std::string_view text) {
    return capitals ? json::in_capitals(text) : std::string(text);
  };
  std::unordered_set<std::string> stocked;
  std::map<std::string, std::optional<std::string>> near;  // none: several codes are so alike
  const Result<bool> has_stock = each_code(stock_path, stock_sku, [&](std::string_view text) {
    const std::string code = as_read(text);
    if (!stocked.insert(code).second) return;
    const auto [known, is_new] = near.try_emplace(squeezed_code(code), code);
    if (!is_new) known->second.reset();
  });
  if (!has_stock.ok()) return has_stock.status();
  std::map<std::string, std::uint64_t> rows;
  const Result<bool> has_orders = each_code(orders_path, sku, [&](std::string_view text) {
    const std::string code = as_read(text);
    if (stocked.count(code) == 0) ++rows[code];
  });
  if (!has_orders.ok()) return has_orders.status();
  std::vector<CodeGap> gaps;
  if (!has_stock.value() || !has_orders.value()) return gaps;
  for (const auto& [code, count] : rows) {
    CodeGap gap{code, count, is_no_product(code), {}};
    const auto alike = near.find(squeezed_code(code));
    if (alike != near.end() && alike->second) gap.near = *alike->second;
    gaps.push_back(std::move(gap));
  }
  std::ranges::stable_sort(gaps,
                           [](const CodeGap& a, const CodeGap& b) { return a.rows > b.rows; });
  return gaps;
}

std::string gaps_text(const std::vector<CodeGap>& gaps, const std::string& sku) {
  constexpr std::size_t gaps_shown = 8;
  if (gaps.empty()) return {};
  std::string text = "\n# " + std::string(look_at_this) + json::counted(gaps.size(), "code") +
                     " of the orders " + (gaps.size() == 1 ? "is" : "are") +
                     " not in the stock, and would count as sold out:\n";
  std::string skipped;
  for (std::size_t i = 0; i < gaps.size(); ++i) {
    const CodeGap& gap = gaps[i];
    if (gap.no_product) skipped += (skipped.empty() ? "" : ", ") + files::quoted(gap.code);
    if (i >= gaps_shown && !gap.no_product) continue;
    text += "#   " + in_comment(shown(gap.code, 40)) + ", " + rows_text(gap.rows);
    if (gap.no_product) {
      text += ": no product by its name, left out below";
    } else if (!gap.near.empty()) {
      text += ": did you mean " + in_comment(shown(gap.near, 40)) + "?";
    }
    text += "\n";
  }
  if (gaps.size() > gaps_shown) {
    text += "#   and more, " + json::grouped(gaps.size()) + " together\n";
  }
  if (skipped.empty()) return text;
  return text +
         "[[skip]]\nreason = \"no_product\"\nadvice = \"postage, discounts and services "
         "are never in stock\"\ncolumn = " +
         files::quoted(sku) + "\nis = [" + skipped + "]  # " + std::string(look_at_this) +
         "take away what is a product\n";
}

}  // namespace allot::files
