// Which files of commands a log took, and how far: a note beside the log (decision 0020).
//
// The note is a file of its own, made anew under the next number each time and removed after that;
// so whatever a crash leaves, one of two is whole. Each entry names the point of the log at which
// it was true: a log that does not hold that point, because a crash took its end or because it is
// another log, has not taken the file. A note that is damaged is none, as the keys of the lines are
// what makes taking a line twice harmless.
//
// Threads: one at a time.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "allot/journal/log_point.hpp"
#include "allot/journal/storage.hpp"

namespace allot {

// XXH3-128 over the first bytes of a file.
struct ContentDigest {
  std::uint64_t low{};
  std::uint64_t high{};
  friend bool operator==(const ContentDigest&, const ContentDigest&) noexcept = default;
};

struct TakenFile {
  std::string name;       // for messages; its first name_bytes_max are kept
  std::uint64_t salt{};   // of the keys of its lines
  std::uint64_t lines{};  // that are in the log; 0: taking it was begun, and more is not known
  // What was taken, ending behind a line; of a file that was begun: all that it held then.
  std::uint64_t bytes{};
  ContentDigest content;
  ContentDigest first_line;
  LogPoint point;  // the log has those lines from here on; not set for a file that was begun
  friend bool operator==(const TakenFile&, const TakenFile&) noexcept = default;
};

class TakenFiles {
 public:
  static constexpr std::string_view suffix = ".taken";  // of its name, behind its number
  static constexpr std::size_t name_bytes_max = 64;
  static constexpr std::size_t files_max = 1024;  // beyond that the oldest are forgotten

  // Returns: what the storage holds, which may be nothing. Errors: as the storage.
  [[nodiscard]] static Result<TakenFiles> read(Storage& storage);

  // Returns: oldest first.
  [[nodiscard]] std::span<const TakenFile> files() const noexcept { return files_; }
  // Returns: whether a file was there that could not be read, and none that could.
  [[nodiscard]] bool damaged() const noexcept { return damaged_; }
  // Returns: the last point that an entry names; sequence 0 when none does.
  [[nodiscard]] LogPoint newest() const noexcept;

  // Effects: forgets what was true behind `sequence` only.
  void forget_behind(Sequence sequence);
  // Effects: adds `file`; puts it in the place of the entry that add() returned.
  std::size_t add(TakenFile file);
  void replace(std::size_t entry, TakenFile file);

  // Effects: writes the note, durably. Errors: as the storage.
  [[nodiscard]] Status write(Storage& storage);

 private:
  std::vector<TakenFile> files_;
  bool damaged_{};
};

}  // namespace allot
