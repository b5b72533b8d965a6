#include "files/reserved_names.hpp"

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

}  // namespace allot::files
