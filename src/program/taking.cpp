#include "program/taking.hpp"

#include <algorithm>
#include <iostream>
#include <utility>
#include <vector>

#include "json/counted.hpp"
#include "program/interruption.hpp"

namespace allot::program {
namespace {

// What a note has room for: the end of a path says more than its beginning.
std::string short_name(std::string name) {
  if (name.size() <= TakenFiles::name_bytes_max) return name;
  return name.substr(name.size() - TakenFiles::name_bytes_max);
}

Status interrupted(const LineReader& reader) {
  return {StatusCode::io_error, reader.name() + ": interrupted in lines that the log has"};
}

}  // namespace

// Reads an input once from its beginning and finds those of the files taken that it begins with.
class Taking::Comparison {
 public:
  explicit Comparison(std::span<const TakenFile> files) : files_(files) {}

  void add(std::string_view piece) {
    if (!has_first_line_) piece = take_first_line(piece);
    while (!piece.empty()) {
      const std::uint64_t stop = next_ < alike_.size() ? alike_[next_]->bytes : bytes_;
      const std::uint64_t count =
          stop > bytes_ ? std::min<std::uint64_t>(stop - bytes_, piece.size()) : piece.size();
      take(piece.substr(0, count));
      piece.remove_prefix(count);
      compare();
    }
  }
  // Effects: nothing more comes.
  void end() {
    if (!has_first_line_) found_first_line();
    others_.insert(others_.end(), alike_.begin() + static_cast<std::ptrdiff_t>(next_),
                   alike_.end());
  }

  // Returns: the file of which the log has most lines and with which the input begins, or null.
  [[nodiscard]] const TakenFile* known() const noexcept { return known_; }
  // Returns: the salt that lines behind `known` had already, if they were taken.
  [[nodiscard]] std::uint64_t salt() const noexcept {
    return longest_ != nullptr ? longest_->salt : 0;
  }
  // Returns: a file that goes on otherwise behind `known` and whose lines there have keys of that
  //          salt, or null: equal lines would have equal keys.
  [[nodiscard]] const TakenFile* other() const noexcept {
    const std::uint64_t known_bytes = known_ != nullptr ? known_->bytes : 0;
    if (longest_ != nullptr && longest_->bytes > known_bytes) return nullptr;
    for (const TakenFile* file : others_) {
      if (file->salt == salt() && file->bytes > known_bytes) return file;
    }
    return nullptr;
  }
  [[nodiscard]] std::uint64_t bytes() const noexcept { return bytes_; }
  [[nodiscard]] ContentDigest content() const noexcept { return content_.digest(); }
  [[nodiscard]] ContentDigest first_line() const noexcept { return first_line_; }

 private:
  void take(std::string_view bytes) noexcept {
    content_.add(bytes);
    bytes_ += bytes.size();
  }

  // Returns: what follows behind the first line's text.
  std::string_view take_first_line(std::string_view piece) {
    const std::size_t end = piece.find('\n');
    std::string_view text = piece.substr(0, end);
    // A return at the end belongs to the line's end, and the end may be in the next piece.
    if (return_waits_ && (end != 0)) take("\r");
    return_waits_ = return_waits_ && end == 0;
    if (text.ends_with('\r')) {
      text.remove_suffix(1);
      return_waits_ = true;
    }
    take(text);
    if (end == std::string_view::npos) return {};
    found_first_line();
    return piece.substr(end);
  }

  void found_first_line() {
    has_first_line_ = true;
    first_line_ = content_.digest();
    for (const TakenFile& file : files_) {
      if (file.first_line == first_line_) alike_.push_back(&file);
    }
    // Of files that are equally long the one that was noted last comes last.
    std::ranges::sort(alike_, [](const TakenFile* a, const TakenFile* b) {
      return a->bytes != b->bytes ? a->bytes < b->bytes : a < b;
    });
    compare();
    if (!return_waits_) return;
    take("\r");
    compare();
  }

  void compare() {
    for (; next_ < alike_.size() && alike_[next_]->bytes <= bytes_; ++next_) {
      const TakenFile* const file = alike_[next_];
      if (file->bytes != bytes_ || file->content != content_.digest()) {
        others_.push_back(file);
        continue;
      }
      longest_ = file;
      if (file->lines != 0) known_ = file;
    }
  }

  std::span<const TakenFile> files_;
  ContentKeys content_;
  std::uint64_t bytes_{};
  bool has_first_line_{};
  bool return_waits_{};
  ContentDigest first_line_;
  std::vector<const TakenFile*> alike_;   // with the same first line, the shortest first
  std::size_t next_{};                    // the first of them that is longer than what was read
  std::vector<const TakenFile*> others_;  // that go on otherwise
  const TakenFile* longest_{};            // with which the input begins, also if it was only begun
  const TakenFile* known_{};              // the same, of those with lines in the log
};

Status Taking::begin(const std::function<bool(std::optional<double>)>& goes_on) {
  notes_ = !key_space_ && session_.can_note();
  if (!notes_) return {};
  taken_.name = short_name(reader_.name());
  if (session_.taken().damaged()) {
    std::cerr << "allot apply: the note of the files that this log took is damaged and is made "
                 "anew; their lines are known by their keys alone\n";
  }
  Comparison comparison(session_.taken().files());
  bool stopped = false;
  const Result<bool> whole = reader_.look_ahead([&](std::string_view piece) {
    comparison.add(piece);
    stopped = !goes_on(reader_.share(comparison.bytes()));
    return !stopped;
  });
  if (!whole.ok()) return whole.status();
  if (stopped) return interrupted(reader_);
  if (!whole.value()) return {};
  comparison.end();
  begun_.name = taken_.name;
  begun_.bytes = comparison.bytes();
  begun_.content = comparison.content();
  begun_.first_line = comparison.first_line();
  begun_.salt = comparison.salt();
  const TakenFile* const other = comparison.other();
  if (other != nullptr) begun_.salt = std::max<std::uint64_t>(begun_.content.low, 1);
  taken_.salt = begun_.salt;
  if (comparison.known() != nullptr) return read_past(TakenFile(*comparison.known()), goes_on);
  if (other == nullptr) return {};
  std::cerr << "allot apply: " << reader_.name() << ": begins like "
            << (other->name == taken_.name ? "what was taken before under this name"
                                           : other->name + ", which was taken before,")
            << " and goes on otherwise; it is taken as another file\n";
  return {};
}

Status Taking::read_past(const TakenFile& known,
                         const std::function<bool(std::optional<double>)>& goes_on) {
  constexpr std::uint64_t lines_between_looks = 4'096;
  while (taken_.bytes < known.bytes) {
    if (taken_.lines % lines_between_looks == 0 && !goes_on(reader_.done())) {
      return interrupted(reader_);
    }
    const auto text = reader_.next();
    if (!text.ok()) return text.status();
    if (!text.value() && Interruption::came()) return interrupted(reader_);
    if (!text.value()) {
      return {StatusCode::io_error, reader_.name() + ": became shorter while it was read"};
    }
    line(*text.value());
    took();
  }
  known_lines_ = noted_lines_ = taken_.lines;
  std::cerr << "allot apply: " << reader_.name() << ": the log has its first "
            << json::counted(known_lines_, "line")
            << (known.name == taken_.name ? "" : ", taken as " + known.name) << "; ";
  std::cerr << (taken_.bytes == begun_.bytes ? "nothing follows\n" : "goes on behind\n");
  return {};
}

void Taking::line(std::string_view text) {
  content_.add(text);
  line_content_ = content_.digest();
  if (reader_.line() == 1) taken_.first_line = line_content_;
  content_.add(reader_.line_end());
  line_bytes_ = text.size() + reader_.line_end().size();
}

void Taking::took() noexcept {
  // A line that the file ends with may be one that is still being written.
  if (stopped_ || reader_.line_end().empty()) return;
  ++taken_.lines;
  taken_.bytes += line_bytes_;
  taken_.content = content_.digest();
}

CommandKey Taking::key() const noexcept {
  if (key_space_) return {.low = reader_.line(), .high = *key_space_};
  return line_key(line_content_, taken_.salt);
}

std::uint64_t Taking::lines_between_notes() const noexcept {
  constexpr std::uint64_t lines_enough = 10'000;
  if (!session_.started()) return lines_enough;
  const std::uint64_t keys = session_.core().limits().command_keys_max;
  return std::clamp<std::uint64_t>(keys / 2, 1, lines_enough);
}

Status Taking::note_begun() {
  if (begun_is_noted_ || !notes_ || begun_.bytes == 0) return {};
  begun_is_noted_ = true;
  const auto files = session_.taken().files();
  const auto known = std::ranges::find(files, begun_);
  if (known != files.end()) {
    entry_ = static_cast<std::size_t>(known - files.begin());
    return {};
  }
  return note(begun_);
}

Status Taking::note_some() {
  // The first lines are noted soon: until then the file is only begun, and whether another one
  // that begins alike is the same cannot be told.
  const std::uint64_t enough = some_noted_ ? lines_between_notes() : 1;
  return taken_.lines < noted_lines_ + enough ? Status{} : note_all();
}

Status Taking::note_all() {
  if (!notes_ || !session_.started() || taken_.lines == noted_lines_) return {};
  const Result<LogPoint> point = session_.make_durable();
  if (!point.ok()) return point.status();
  taken_.point = point.value();
  noted_lines_ = taken_.lines;
  some_noted_ = true;
  return note(taken_);
}

Status Taking::note(const TakenFile& file) {
  TakenFiles& files = session_.taken();
  if (entry_) {
    files.replace(*entry_, file);
  } else {
    entry_ = files.add(file);
  }
  return session_.write_taken();
}

}  // namespace allot::program
