// What a text that is no UTF-8 is written in, told from its bytes.
#pragma once

#include <string_view>

#include "files/encoding.hpp"

namespace allot::files {

// Each encoding is given the letters of languages that are written in it, and taken by how well the
// text is made of them: letters that are frequent there, small and capital ones as words have them,
// no signs within words; of Chinese, Japanese and Korean by pairs of bytes. Of those that fit alike
// the same one is taken always. Returns: Windows-1252 where nothing fits.
[[nodiscard]] Encoding encoding_of(std::string_view bytes);

// Whether letters of a name, in UTF-8, stand where no word has them, as in "SipariŸ", or are
// controls: it was read in another encoding than it was written in.
[[nodiscard]] bool looks_misread(std::string_view name);

}  // namespace allot::files
