# Asks the program for its manual pages and for completion, so that they say what it does:
#   cmake -D program=FILE -D to=DIRECTORY -P documents.cmake
# Lays down DIRECTORY/man1/*.1, allot.bash, allot.zsh, allot.fish, and `copyright`: the licence of allot
# and those of what a static program has in it, as Debian's packages tell them.
cmake_minimum_required(VERSION 3.25)
file(REMOVE_RECURSE ${to})
file(MAKE_DIRECTORY ${to}/man1)
execute_process(COMMAND ${program} man --to ${to}/man1 COMMAND_ERROR_IS_FATAL ANY)
file(READ ${CMAKE_CURRENT_LIST_DIR}/../../LICENSE text)
file(WRITE ${to}/copyright "allot\n\n${text}")
# What a build stands on is in packages.txt; tests and Python's headers leave nothing in a program, and
# Boost's licence asks for no notice in one.
file(STRINGS ${CMAKE_CURRENT_LIST_DIR}/../packages.txt packages REGEX "^build +[^ ]+-dev$")
list(FILTER packages EXCLUDE REGEX "boost|gtest|benchmark|python3")
list(TRANSFORM packages REPLACE "^build +" "")
foreach(package IN ITEMS libc6-dev libstdc++-12-dev LISTS packages)
  if(EXISTS /usr/share/doc/${package}/copyright)
    file(READ /usr/share/doc/${package}/copyright text)
    file(APPEND ${to}/copyright "\n${package}\n\n${text}")
  endif()
endforeach()
foreach(part IN ITEMS NOTICE LICENSE LICENSE-d3)
  file(READ ${CMAKE_CURRENT_LIST_DIR}/../../src/report/vendor/${part} text)
  file(APPEND ${to}/copyright "\nApache ECharts: ${part}\n\n${text}")
endforeach()
foreach(shell IN ITEMS bash zsh fish)
  execute_process(COMMAND ${program} completion ${shell} OUTPUT_FILE ${to}/allot.${shell}
    COMMAND_ERROR_IS_FATAL ANY)
endforeach()
