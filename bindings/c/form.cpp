#include "form.hpp"

namespace allot::c {

std::string Fault::text() const {
  std::string path(member);
  if (array != nullptr) path = std::string(array) + '[' + std::to_string(index) + "]." + path;
  if (choices != 0) {
    return path + " is " + std::to_string(value) + ", but must be 0 " +
           (choices == 2 ? "or " : "to ") + std::to_string(choices - 1);
  }
  if (missing == nullptr) return path + " must be zero";
  // The size of a text is a member of its own struct, the count of an array stands beside it.
  const bool is_text = missing[0] == '.';
  return path + (is_text ? ".data is NULL, but " + path : std::string(" is NULL, but ")) + missing +
         " is not 0";
}

}  // namespace allot::c
