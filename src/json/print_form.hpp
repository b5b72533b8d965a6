// How keys and other 64-bit integers are written in JSON; every form is read back as the same.
#pragma once

#include <cstdint>

namespace allot::json {

enum class KeyForm : std::uint8_t {
  shortest,  // decimal digits when its high half is 0, else as hex
  hex,       // always "hex:" and 32 digits
};

// Of an integer of 64 bits that names something, or is money or a time. Counts and durations are
// numbers in either form.
enum class IntegerForm : std::uint8_t {
  text,  // a string of decimal digits, because JavaScript and others round numbers beyond 2^53
  bare,  // a number
};

struct PrintForm {
  KeyForm keys{KeyForm::shortest};
  IntegerForm integers{IntegerForm::text};
};

}  // namespace allot::json
