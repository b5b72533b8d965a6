// A second file that includes the same headers: nothing in them may be defined twice.
#include "allot/core/core.hpp"
#include "allot/intake/body_hash.hpp"

const char* name_of_sku_command();

const char* name_of_sku_command() { return allot::DefineSku::name.data(); }
