#include "program/text_file.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>

namespace allot::program {

Result<std::string> read_text_file(const std::string& name) {
  if (std::filesystem::is_directory(name)) {
    return Status{StatusCode::invalid_argument, name + ": is a directory; name a file"};
  }
  std::ifstream file(name, std::ios::binary);
  if (!file) return Status{StatusCode::not_found, name + ": cannot be read"};
  std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  if (file.bad()) return Status{StatusCode::io_error, name + ": cannot be read to its end"};
  return text;
}

Status write_text_file(const std::string& name, std::string_view text) {
  const std::string beside = name + ".new";
  std::ofstream file(beside, std::ios::binary);
  file << text;
  file.close();
  if (!file) return {StatusCode::io_error, beside + ": cannot be written"};
  std::error_code error;
  std::filesystem::rename(beside, name, error);
  if (error) return {StatusCode::io_error, name + ": " + error.message()};
  return {};
}

}  // namespace allot::program
