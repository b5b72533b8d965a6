// Where the tests find what they run and read.
#pragma once

#include <string>

namespace allot {

[[nodiscard]] std::string program_path();
[[nodiscard]] std::string examples_directory();
// What the program printed when it was right.
[[nodiscard]] std::string golden_directory();

}  // namespace allot
