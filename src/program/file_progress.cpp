#include "program/file_progress.hpp"

#include <optional>

namespace allot::program {

bool FileProgress::goes_on(const std::string& file, std::uint64_t done, std::uint64_t all) {
  line_.begin("reading " + file);
  if (all == 0) return line_.goes_on(std::nullopt);
  return line_.goes_on(static_cast<double>(done) / static_cast<double>(all));
}

}  // namespace allot::program
