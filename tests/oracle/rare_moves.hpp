// What orders seldom do, led to by hand: random commands reach it too rarely to count on.
#pragma once

#include <map>
#include <string>

#include "state_watch.hpp"

namespace allot::oracle {

// Adds each to `moves`, or to `unclear` where a step moved more than one thing. A command that is
// refused fails the test that calls this.
void make_rare_moves(std::map<std::string, Moves>& moves, std::map<std::string, Moves>& unclear);

}  // namespace allot::oracle
