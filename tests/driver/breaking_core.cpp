#include "driver/breaking_core.hpp"

#include "driver/shard-inl.hpp"

namespace allot {

template class Driver<test::BreakingCore>;
template class LogRunner<test::BreakingCore>;
template class Pipeline<test::BreakingCore>;
template class Shard<test::BreakingCore>;

}  // namespace allot
