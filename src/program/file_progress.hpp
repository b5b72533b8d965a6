// How far the reading of files is, for whoever waits for it; ended by Ctrl-C.
#pragma once

#include <cstdint>
#include <string>

#include "files/byte_source.hpp"
#include "program/progress_line.hpp"

namespace allot::program {

class FileProgress final : public files::ReadWatch {
 public:
  [[nodiscard]] bool goes_on(const std::string& file, std::uint64_t done,
                             std::uint64_t all) override;
  void end() { line_.end(); }

 private:
  ProgressLine line_{"reading"};
};

}  // namespace allot::program
