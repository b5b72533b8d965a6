// Fields of CSV, by RFC 4180.
#pragma once

#include <cstddef>
#include <string>

namespace allot::inspection {

// Effects: puts quotes around what stands in `text` from `at` on, where it needs them.
inline void quote_csv(std::string& text, std::size_t at) {
  if (text.find_first_of(",\"\r\n", at) == std::string::npos) return;
  std::string quoted = "\"";
  for (std::size_t i = at; i < text.size(); ++i) {
    if (text[i] == '"') quoted += '"';
    quoted += text[i];
  }
  text.replace(at, std::string::npos, quoted + '"');
}

}  // namespace allot::inspection
