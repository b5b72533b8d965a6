#include "files/made_text.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>

namespace allot::files {

std::string made_text_of(int descriptor) {
  const char* const folder = std::getenv(made_texts_variable);
  struct stat found{};
  if (folder == nullptr || ::fstat(descriptor, &found) != 0) return {};
  std::string path =
      std::string(folder) + '/' + std::to_string(found.st_dev) + '-' + std::to_string(found.st_ino);
  return ::access(path.c_str(), R_OK) == 0 ? path : std::string();
}

}  // namespace allot::files
