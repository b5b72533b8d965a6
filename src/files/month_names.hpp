// Names of months that files of shops have in their own language.
#pragma once

#include <string>
#include <string_view>

namespace allot::files {

// Returns: `text` with the first name of a month in it, whole or as it is shortened there, in
//          English: "27 Nov 2026" for "27 novembre 2026" or "27 de noviembre de 2026". Of German,
//          French, Spanish, Italian, Dutch, Polish, Portuguese, Swedish and Turkish; capitals and
//          accents do not count. Empty when there is none.
[[nodiscard]] std::string with_english_month(std::string_view text);

}  // namespace allot::files
