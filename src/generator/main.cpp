// message_generator SCHEMA.bfbs DIRECTORY: writes every generated file below DIRECTORY.
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>

#include "generator/writers.hpp"

namespace allot::schema {
namespace {

void write(const std::filesystem::path& top, const GeneratedFile& file) {
  const std::filesystem::path path = top / file.path;
  std::filesystem::create_directories(path.parent_path());
  std::ofstream out(path, std::ios::binary);
  out << file.text;
  out.close();
  if (!out) throw std::runtime_error(path.string() + ": cannot be written");
}

void run(const std::string& schema_path, const std::filesystem::path& top) {
  const Description description = describe(read_schema(schema_path));
  for (const Writer writer : writers) {
    for (const GeneratedFile& file : writer(description)) {
      write(top, file);
      std::cout << file.path << '\n';
    }
  }
}

}  // namespace
}  // namespace allot::schema

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: message_generator SCHEMA.bfbs DIRECTORY\n";
    return 2;
  }
  try {
    allot::schema::run(argv[1], argv[2]);
    return EXIT_SUCCESS;
  } catch (const std::exception& error) {
    std::cerr << "message_generator: " << error.what() << '\n';
    return EXIT_FAILURE;
  }
}
