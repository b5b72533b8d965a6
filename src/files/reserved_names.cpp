#include "files/reserved_names.hpp"

#include <algorithm>
#include <array>

#include "files/column_names.hpp"

namespace allot::files {

bool says_reserved(std::string_view column) {
  using std::string_view_literals::operator""sv;
  static constexpr std::array words{
      "rezerw"sv,   "reserved"sv,    "reservier"sv, "reservad"sv, "committed"sv,    "allocated"sv,
      "promised"sv, "comprometid"sv, "impegnat"sv,  "riservat"sv, "gereserveerd"sv, "vastgelegd"sv,
      "alloue"sv,   "foglal"sv,      "varattu"sv,   "δεσμευ"sv,   "resguard"sv,     "محجوز"sv,
      "שמור"sv,     "rezerv"sv,      "引当"sv,      "予約"sv,     "预留"sv,         "占用"sv,
      "預留"sv,     "dontreserve"sv};
  static constexpr std::array not_so{"unreserv"sv,  "unallocat"sv, "uncommit"sv,
                                     "notreserv"sv, "nonreserv"sv, "nichtreserv"sv,
                                     "nonriserv"sv, "nonalloue"sv, "niezarezerw"sv};
  return has_word(column, words) && !has_word(column, not_so);
}

bool says_unavailable(std::string_view column) {
  using std::string_view_literals::operator""sv;
  static constexpr std::array words{
      "unavailable"sv,  "notavailable"sv,  "nonavailable"sv,   "notforsale"sv,
      "unsellable"sv,   "unfulfillable"sv, "nichtverfugbar"sv, "nichtverfuegbar"sv,
      "indisponible"sv, "nondisponib"sv,   "nodisponible"sv,   "nietbeschikbaar"sv,
      "niedostepn"sv,   "indisponivel"sv,  "naodisponivel"sv,  "nedostupn"sv,
      "不可用"sv,       "不可售"sv,        "недоступ"sv};
  return has_word(column, words);
}

bool says_level(std::string_view column) {
  using std::string_view_literals::operator""sv;
  // Whole words; "terminal" and "Maxi" of a name are none.
  static constexpr std::array words{"min"sv, "max"sv, "mini"sv, "maxi"sv, "mindest"sv, "rop"sv};
  static constexpr std::array parts{
      "minim"sv,         "maxim"sv,        "stanmin"sv,       "stanmax"sv,
      "minstan"sv,       "minstock"sv,     "maxstock"sv,      "stockmin"sv,
      "stockmax"sv,      "minqty"sv,       "maxqty"sv,        "qtymin"sv,
      "qtymax"sv,        "minbestand"sv,   "maxbestand"sv,    "mindest"sv,
      "meldebest"sv,     "hochstbest"sv,   "hoechstbest"sv,   "nachbestell"sv,
      "bestellpunkt"sv,  "reorder"sv,      "restock"sv,       "replenish"sv,
      "parlevel"sv,      "orderpoint"sv,   "seuil"sv,         "pointdecommande"sv,
      "puntodepedido"sv, "puntopedido"sv,  "scortamin"sv,     "puntodiriordino"sv,
      "riordino"sv,      "bestelniveau"sv, "bestelpunt"sv,    "minvoorraad"sv,
      "maxvoorraad"sv,   "maksym"sv,       "maksim"sv,        "progzamawiania"sv,
      "estoquemin"sv,    "estoquemax"sv,   "pontodepedido"sv, "ujrarendel"sv,
      "minkeszlet"sv,    "maxkeszlet"sv,   "nejmens"sv,       "objednaci"sv,
      "stocmin"sv,       "stocmax"sv,      "ελαχιστ"sv,       "μεγιστ"sv,
      "asgari"sv,        "azami"sv,        "minstok"sv,       "maxstok"sv,
      "мінім"sv,         "миним"sv,        "макс"sv,          "несниж"sv,
      "الحدالادني"sv,    "الحدالاقصي"sv,   "最小"sv,          "最低"sv,
      "最大"sv,          "発注点"sv,       "再订货"sv,        "补货点"sv,
      "최소"sv,          "최대"sv,         "재주문"sv,        "發注點"sv};
  return has_word(column, parts) || std::ranges::any_of(words, [column](std::string_view word) {
           return has_whole_word(column, word);
         });
}

}  // namespace allot::files
