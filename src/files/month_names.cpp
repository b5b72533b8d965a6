#include "files/month_names.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <unordered_map>

#include "files/characters.hpp"
#include "files/column_names.hpp"

namespace allot::files {
namespace {

struct Month {
  std::string_view english;
  // Folded as names of columns are, between blanks; no name is of two months in two languages.
  std::string_view names;
};
constexpr std::array months{
    Month{"Jan",
          " januar januari janvier janv enero ene gennaio gen janeiro stycznia styczen sty ocak "
          "oca "},
    Month{"Feb",
          " februar februari fevrier fevr febrero febbraio fevereiro fev lutego luty lut subat "
          "sub "},
    Month{"Mar", " marz maerz mars marzo marco maart mrt marca marzec mart "},
    Month{"Apr", " avril avr abril abr aprile kwietnia kwiecien kwi nisan nis "},
    Month{"May", " mai mayo maggio mag maio mei maja maj mayis "},
    Month{"Jun", " juni juin junio giugno giu junho czerwca czerwiec cze haziran haz "},
    Month{"Jul", " juli juillet juil julio luglio lug julho lipca lipiec lip temmuz tem "},
    Month{"Aug", " aout agosto ago augustus augusti sierpnia sierpien sie agustos agu "},
    Month{"Sep", " septembre septiembre settembre set setembro wrzesnia wrzesien wrz eylul eyl "},
    Month{"Oct",
          " oktober okt octobre octubre ottobre ott outubro out pazdziernika pazdziernik paz ekim "
          "eki "},
    Month{"Nov", " novembre noviembre novembro listopada listopad lis kasim kas "},
    Month{"Dec",
          " dezember dez decembre diciembre dic dicembre dezembro december grudnia grudzien gru "
          "aralik ara "},
};

bool is_of_word(char c) noexcept {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         (static_cast<unsigned char>(c) & 0x80U) != 0;
}

// Every name with its month. Whoever tries which column of a file has its times asks for each word
// of all of them.
std::unordered_map<std::string_view, std::string_view> english_by_name() {
  std::unordered_map<std::string_view, std::string_view> english;
  for (const Month& month : months) {
    std::string_view rest = month.names.substr(1);
    while (!rest.empty()) {
      const std::size_t end = rest.find(' ');
      english.emplace(rest.substr(0, end), month.english);
      rest.remove_prefix(end + 1);
    }
  }
  return english;
}

std::string_view english_of(std::string_view word) {
  constexpr std::size_t shortest = 3;
  if (word.size() < shortest) return {};
  static const auto names = english_by_name();
  const auto found = names.find(folded_name(word));
  return found == names.end() ? std::string_view{} : found->second;
}

}  // namespace

std::string with_english_month(std::string_view text) {
  std::string out;
  bool has_month = false;
  while (!text.empty()) {
    const auto* const begin = std::ranges::find_if(text, is_of_word);
    out.append(text.begin(), begin);
    const auto* const end = std::find_if_not(begin, text.end(), is_of_word);
    const std::string_view word(begin, end);
    text = std::string_view(end, text.end());
    const std::string_view english = has_month ? std::string_view{} : english_of(word);
    has_month = has_month || !english.empty();
    // Spanish and Portuguese say "27 de noviembre de 2026".
    if (word == "de" && text.starts_with(' ')) {
      text.remove_prefix(1);
      continue;
    }
    out += english.empty() ? word : english;
  }
  return has_month ? out : std::string{};
}

}  // namespace allot::files
