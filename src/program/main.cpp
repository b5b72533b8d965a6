#include <exception>
#include <iostream>

#include "program/arguments.hpp"
#include "program/exit_status.hpp"

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  try {
    return allot::program::run(argc, argv);
  } catch (const std::exception& error) {
    // Memory that the limits ask for and the machine does not have ends up here.
    std::cerr << "allot: " << error.what() << '\n';
    return allot::program::found_problem;
  }
}
