#include "places.hpp"

namespace allot {

std::string program_path() { return ALLOT_PROGRAM_PATH; }

std::string examples_directory() { return ALLOT_EXAMPLES; }

std::string golden_directory() { return ALLOT_GOLDEN; }

}  // namespace allot
