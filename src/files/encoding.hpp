// What texts of files are written in.
#pragma once

#include <cstdint>

namespace allot::files {

enum class Encoding : std::uint8_t {
  utf8,
  gb18030,
  windows_1252,
  windows_1250,
  windows_1251,
  windows_1253,
  windows_1254,
  windows_1255,
  windows_1256,
  windows_1257,
  windows_874,
  iso_8859_2,
  iso_8859_5,
  iso_8859_7,
  iso_8859_9,
  koi8_r,
  koi8_u,
  cp866,
  cp850,
  cp852,
  cp857,
  macintosh,
  shift_jis,
  euc_jp,
  big5,
  euc_kr,
  utf16le,
  utf16be,
};

}  // namespace allot::files
