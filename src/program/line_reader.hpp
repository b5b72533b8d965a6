// Lines of a file or of standard input, as they come: a line is given out as soon as it is whole.
//
// A line ends in \n or \r\n; the last one may end with the file. Threads: one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "allot/types/status.hpp"

namespace allot::program {

class LineReader {
 public:
  static constexpr std::size_t line_bytes_max = std::size_t{16} << 20U;

  LineReader() = default;
  ~LineReader();
  LineReader(const LineReader&) = delete;
  LineReader& operator=(const LineReader&) = delete;

  // `file`: a path, or - for standard input. Errors: not_found, io_error.
  [[nodiscard]] Status open(const std::string& file);

  // Returns: the next line without its end, valid until the next call; nothing at the end of the
  //          file, or when Ctrl-C came (Interruption) while it waited for more. Errors: io_error,
  //          or invalid_argument for a line beyond line_bytes_max.
  [[nodiscard]] Result<std::optional<std::string_view>> next();

  // Requires: next() was not called yet. Effects: shows the bytes that next() will give lines of,
  //           piece by piece, as long as `see` returns true, and takes none of them.
  // Returns:  false when they can be read but once: no file, but a pipe or a terminal.
  [[nodiscard]] Result<bool> look_ahead(const std::function<bool(std::string_view)>& see) const;

  // Returns: the end of the line that next() gave last: \n, \r\n, or nothing at the end of the
  //          file. Valid until the next call of next().
  [[nodiscard]] std::string_view line_end() const noexcept {
    return std::string_view(buffer_).substr(line_end_, begin_ - line_end_);
  }

  // Returns: whether next() has a whole line at hand and would not wait.
  [[nodiscard]] bool ready() const noexcept;
  // Returns: the share of the input that next() has given out; nothing of a pipe or a terminal,
  //          whose length nobody knows.
  [[nodiscard]] std::optional<double> done() const noexcept;
  // Returns: which share of the input so many bytes are; nothing, as above.
  [[nodiscard]] std::optional<double> share(std::uint64_t bytes) const noexcept;
  // Of the line that next() gave last, from 1.
  [[nodiscard]] std::uint64_t line() const noexcept { return line_; }
  [[nodiscard]] const std::string& name() const noexcept { return name_; }

 private:
  // Effects: reads what is there, waiting for at least one byte. Returns: false at the end.
  [[nodiscard]] Result<bool> fill();

  std::string name_;
  std::uint64_t bytes_{};  // of the file, when it is one
  std::uint64_t read_{};   // of these
  int descriptor_{-1};
  bool owned_{};
  bool ended_{};
  std::string buffer_;
  std::size_t begin_{};     // of what was not given out yet
  std::size_t line_end_{};  // behind the line that was given out last
  std::uint64_t line_{};
};

}  // namespace allot::program
