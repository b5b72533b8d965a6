# Writes which commit a tree is at into a header, at each build; an unchanged header is not touched.
#   cmake -D source=TREE -D header=FILE [-D commit=COMMIT] -P commit.cmake
# COMMIT: what to write where the tree is not git's, as that of an unpacked archive; a "+" at its end
# means that files had changed.
cmake_minimum_required(VERSION 3.25)
find_program(git git)
set(found "")
if(git AND EXISTS "${source}/.git")
  execute_process(COMMAND ${git} -C ${source} describe --always --exclude=* --abbrev=40 --dirty=+
    OUTPUT_VARIABLE found OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
endif()
if(NOT found)
  set(found "${commit}")
endif()
file(CONFIGURE OUTPUT ${header} @ONLY CONTENT
"// Made by scripts/cmake/commit.cmake.
#pragma once

#include <string_view>

namespace allot::program {

inline constexpr std::string_view built_from = \"@found@\";

}  // namespace allot::program
")
