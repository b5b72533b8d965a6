// Runs the built program in a shell and keeps what it printed.
#pragma once

#include <gtest/gtest.h>
#include <sys/wait.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <system_error>

#include "places.hpp"

namespace allot {

inline std::string file_text(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

// A directory of its own for each test, removed with it.
class ProgramTest : public ::testing::Test {
 protected:
  struct Ran {
    int status{};
    std::string out;
    std::string err;
  };

  ProgramTest() {
    const auto* test = ::testing::UnitTest::GetInstance()->current_test_info();
    std::string name = std::string(test->test_suite_name()) + '_' + test->name() + ".XXXXXX";
    for (char& c : name) c = c == '/' ? '_' : c;
    std::string pattern = (std::filesystem::temp_directory_path() / name).string();
    if (::mkdtemp(pattern.data()) == nullptr) ADD_FAILURE() << pattern << " cannot be made";
    directory_ = pattern;
    output_ = path("stdout");
  }
  ~ProgramTest() override {
    // Something that a test left in the background may delete the same files: then once more.
    std::error_code fault;
    for (int tries = 0; tries < 10; ++tries) {
      std::filesystem::remove_all(directory_, fault);
      if (!fault) return;
    }
    ADD_FAILURE() << directory_ << ": " << fault.message();
  }

  // `arguments` is shell text; `input` is given on standard input.
  Ran run(const std::string& arguments, const std::string& input = {}) {
    return run_after("", arguments, input);
  }
  // The same, but nothing that is printed can be written.
  Ran run_into_full_disk(const std::string& arguments, const std::string& input = {}) {
    output_ = "/dev/full";
    const Ran ran = run(arguments, input);
    output_ = path("stdout");
    return ran;
  }
  // The same behind other shell text, such as a limit.
  Ran run_after(const std::string& before, const std::string& arguments,
                const std::string& input = {}) {
    write("stdin", input);
    const std::string command = before + program_path() + ' ' + arguments + " < " + path("stdin") +
                                " > " + output_ + " 2> " + path("stderr");
    const int status = std::system(command.c_str());
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, file_text(path("stdout")),
            file_text(path("stderr"))};
  }

  // The same on a terminal of so many columns; what it draws is all in `out`.
  Ran run_on_terminal(int columns, const std::string& before, const std::string& arguments) {
    write("terminal", "stty cols " + std::to_string(columns) + "; " + before + program_path() +
                          ' ' + arguments + "\n");
    const std::string command = "TERM=xterm script -qec 'sh " + path("terminal") +
                                "' /dev/null > " + path("drawn") + " < /dev/null";
    const int status = std::system(command.c_str());
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, file_text(path("drawn")), ""};
  }

  void write(const std::string& name, const std::string& text) {
    std::ofstream(path(name), std::ios::binary) << text;
  }
  [[nodiscard]] std::string path(const std::string& name) const {
    return (directory_ / name).string();
  }
  [[nodiscard]] static std::string example(const std::string& name) {
    return examples_directory() + '/' + name;
  }

 private:
  std::filesystem::path directory_;
  std::string output_;
};

}  // namespace allot
