// What `apply` knows of the file that it takes: which of its lines the log has already, the keys of
// the others, and the note of it beside the log (decision 0020).
//
// A file that begins with all that was taken of one before is that file, grown, and is gone on with
// behind that. One that only begins alike is another file: its lines get keys of their own, so that
// an order for the same as yesterday's is another order. What cannot be looked at ahead, such as a
// pipe, is recognised by the keys of its lines alone.
//
// Threads: one. Ownership: reader and session must outlive it.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "allot/types/status.hpp"
#include "program/content_keys.hpp"
#include "program/line_reader.hpp"
#include "program/log_session.hpp"

namespace allot::program {

class Taking {
 public:
  // `key_space`: asked for by the user; then keys are its and the line's number, nothing is looked
  // up and nothing is noted.
  Taking(LineReader& reader, LogSession& session, std::optional<std::uint32_t> key_space)
      : reader_(reader), session_(session), key_space_(key_space) {}

  // Requires: reader and session are open, no line was read.
  // Effects:  compares the input with what the log took, reads past the lines that it has and says
  //           so on stderr.
  // `goes_on`: asked now and then, with the share of the input that was compared, nothing where it
  //           is not known; whether to go on.
  // Errors:   of the input; io_error when it is not to go on.
  [[nodiscard]] Status begin(const std::function<bool(std::optional<double>)>& goes_on);
  // Returns: lines that begin() read past.
  [[nodiscard]] std::uint64_t known_lines() const noexcept { return known_lines_; }

  // Effects: the reader's last line is the one that follows.
  void line(std::string_view text);
  // Returns: the key of that line.
  [[nodiscard]] CommandKey key() const noexcept;
  // Effects: that line was taken; or something of it was left undone, and neither it nor what
  //          follows is noted as taken.
  void took() noexcept;
  void left_out() noexcept { stopped_ = true; }

  // Requires: the session has started. Effects: notes that the file is begun, once.
  // Errors:   of the log's directory.
  [[nodiscard]] Status note_begun();
  // Effects: notes what was taken when enough came together; everything decided becomes durable.
  [[nodiscard]] Status note_some();
  // Effects: the same, however few lines they are.
  [[nodiscard]] Status note_all();
  // Returns: after how many lines something is noted, so that the keys of all lines behind the last
  //          note are among those that the log remembers.
  [[nodiscard]] std::uint64_t lines_between_notes() const noexcept;

 private:
  class Comparison;

  [[nodiscard]] Status read_past(const TakenFile& known,
                                 const std::function<bool(std::optional<double>)>& goes_on);
  [[nodiscard]] Status note(const TakenFile& file);

  LineReader& reader_;
  LogSession& session_;
  std::optional<std::uint32_t> key_space_;
  ContentKeys content_;
  ContentDigest line_content_;  // up to the end of the last line
  std::uint64_t line_bytes_{};  // with its end
  std::uint64_t known_lines_{};
  TakenFile taken_;  // up to the last line that was decided and ends
  TakenFile begun_;  // the input as it was at the beginning
  bool notes_{};
  bool stopped_{};  // a line was left out
  bool begun_is_noted_{};
  bool some_noted_{};
  std::optional<std::size_t> entry_;
  std::uint64_t noted_lines_{};
};

}  // namespace allot::program
