#include "journal/taken_files.hpp"

#include <algorithm>
#include <charconv>
#include <cstring>
#include <optional>
#include <string_view>
#include <utility>

#include "journal/aligned_bytes.hpp"
#include "journal/byte_order.hpp"
#include "journal/crc32c.hpp"

namespace allot {
namespace {

constexpr std::uint64_t magic = 0x314E4B544F4C4C41;  // "ALLOTKN1"
// Of the head.
constexpr std::size_t at_magic = 0;
constexpr std::size_t at_crc = 8;  // of all that follows it, up to the last entry
constexpr std::size_t at_count = 12;
constexpr std::size_t head_bytes = 16;
// Of an entry.
constexpr std::size_t at_salt = 0;
constexpr std::size_t at_lines = 8;
constexpr std::size_t at_bytes = 16;
constexpr std::size_t at_content = 24;
constexpr std::size_t at_first_line = 40;
constexpr std::size_t at_sequence = 56;
constexpr std::size_t at_chain = 64;
constexpr std::size_t at_name_size = 80;
constexpr std::size_t at_name = 88;
constexpr std::size_t entry_bytes = at_name + TakenFiles::name_bytes_max;

constexpr std::size_t note_bytes(std::size_t entries) {
  const std::size_t used = head_bytes + entries * entry_bytes;
  return (used + log_block_bytes - 1) / log_block_bytes * log_block_bytes;
}

// Returns: the number in the name of a note; 0 for any other file.
std::uint64_t note_number(std::string_view file) {
  if (!file.ends_with(TakenFiles::suffix)) return 0;
  file.remove_suffix(TakenFiles::suffix.size());
  std::uint64_t number = 0;
  const auto [stop, error] = std::from_chars(file.data(), file.data() + file.size(), number);
  return error == std::errc{} && stop == file.data() + file.size() ? number : 0;
}

std::string note_name(std::uint64_t number) {
  std::string digits = std::to_string(number);
  digits.insert(0, digits.size() < 10 ? 10 - digits.size() : 0, '0');
  return digits.append(TakenFiles::suffix);
}

// Returns: the numbers of the notes that are there, highest first.
Result<std::vector<std::uint64_t>> note_numbers(Storage& storage) {
  const auto all = storage.list();
  if (!all.ok()) return all.status();
  std::vector<std::uint64_t> numbers;
  for (const std::string& file : all.value()) {
    if (const std::uint64_t number = note_number(file); number != 0) numbers.push_back(number);
  }
  std::ranges::sort(numbers, std::greater<>());
  return numbers;
}

void put(std::byte* at, const ContentDigest& digest) noexcept {
  store(at, digest.low);
  store(at + 8, digest.high);
}
ContentDigest get_digest(const std::byte* at) noexcept {
  return {load<std::uint64_t>(at), load<std::uint64_t>(at + 8)};
}

void encode(const TakenFile& file, std::byte* at) noexcept {
  const std::size_t name_size = std::min(file.name.size(), TakenFiles::name_bytes_max);
  store(at + at_salt, file.salt);
  store(at + at_lines, file.lines);
  store(at + at_bytes, file.bytes);
  put(at + at_content, file.content);
  put(at + at_first_line, file.first_line);
  store(at + at_sequence, file.point.sequence);
  store(at + at_chain, file.point.chain.low);
  store(at + at_chain + 8, file.point.chain.high);
  store(at + at_name_size, static_cast<std::uint64_t>(name_size));
  std::memcpy(at + at_name, file.name.data(), name_size);
}

TakenFile decode(const std::byte* at) {
  const std::size_t size =
      std::min<std::uint64_t>(load<std::uint64_t>(at + at_name_size), TakenFiles::name_bytes_max);
  return {.name = {reinterpret_cast<const char*>(at + at_name), size},
          .salt = load<std::uint64_t>(at + at_salt),
          .lines = load<std::uint64_t>(at + at_lines),
          .bytes = load<std::uint64_t>(at + at_bytes),
          .content = get_digest(at + at_content),
          .first_line = get_digest(at + at_first_line),
          .point = {.sequence = load<Sequence>(at + at_sequence),
                    .chain = {.low = load<std::uint64_t>(at + at_chain),
                              .high = load<std::uint64_t>(at + at_chain + 8)}}};
}

// Returns: the entries of one note; nothing when it is not whole.
Result<std::optional<std::vector<TakenFile>>> read_note(Storage& storage, std::uint64_t number) {
  std::optional<std::vector<TakenFile>> none;
  const auto file = storage.open(note_name(number), FileMode::read);
  if (!file.ok()) return file.status();
  const auto size = file.value()->size();
  if (!size.ok()) return size.status();
  if (size.value() < log_block_bytes || size.value() > note_bytes(TakenFiles::files_max)) {
    return none;
  }
  const AlignedBytes bytes = aligned_bytes(size.value());
  const auto got = read_full(*file.value(), 0, {bytes.get(), size.value()});
  if (!got.ok()) return got.status();
  const std::uint32_t count = load<std::uint32_t>(bytes.get() + at_count);
  if (load<std::uint64_t>(bytes.get() + at_magic) != magic || got.value() != size.value() ||
      count > TakenFiles::files_max || note_bytes(count) != size.value()) {
    return none;
  }
  const std::size_t covered = head_bytes + count * entry_bytes - at_count;
  if (load<std::uint32_t>(bytes.get() + at_crc) != crc32c({bytes.get() + at_count, covered})) {
    return none;
  }
  std::vector<TakenFile> files;
  for (std::uint32_t i = 0; i < count; ++i) {
    files.push_back(decode(bytes.get() + head_bytes + i * entry_bytes));
  }
  return std::optional(std::move(files));
}

}  // namespace

Result<TakenFiles> TakenFiles::read(Storage& storage) {
  const auto numbers = note_numbers(storage);
  if (!numbers.ok()) return numbers.status();
  TakenFiles taken;
  for (const std::uint64_t number : numbers.value()) {
    auto files = read_note(storage, number);
    if (!files.ok()) return files.status();
    taken.damaged_ = !files.value().has_value();
    if (taken.damaged_) continue;
    taken.files_ = std::move(*files.value());
    break;
  }
  return taken;
}

LogPoint TakenFiles::newest() const noexcept {
  LogPoint newest;
  for (const TakenFile& file : files_) {
    if (file.point.sequence > newest.sequence) newest = file.point;
  }
  return newest;
}

void TakenFiles::forget_behind(Sequence sequence) {
  std::erase_if(files_, [sequence](const TakenFile& f) { return f.point.sequence > sequence; });
}

std::size_t TakenFiles::add(TakenFile file) {
  if (files_.size() == files_max) files_.erase(files_.begin());
  files_.push_back(std::move(file));
  return files_.size() - 1;
}

void TakenFiles::replace(std::size_t entry, TakenFile file) { files_[entry] = std::move(file); }

Status TakenFiles::write(Storage& storage) {
  const auto before = note_numbers(storage);
  if (!before.ok()) return before.status();
  const std::uint64_t number = before.value().empty() ? 1 : before.value().front() + 1;
  const std::size_t size = note_bytes(files_.size());
  const AlignedBytes bytes = aligned_bytes(size);
  std::memset(bytes.get(), 0, size);
  store(bytes.get() + at_magic, magic);
  store(bytes.get() + at_count, static_cast<std::uint32_t>(files_.size()));
  for (std::size_t i = 0; i < files_.size(); ++i) {
    encode(files_[i], bytes.get() + head_bytes + i * entry_bytes);
  }
  const std::size_t covered = head_bytes + files_.size() * entry_bytes - at_count;
  store(bytes.get() + at_crc, crc32c({bytes.get() + at_count, covered}));
  {
    auto file = storage.create(note_name(number), FileMode::buffered);
    if (!file.ok()) return file.status();
    Status status = file.value()->write_at(0, {bytes.get(), size});
    if (status.ok()) status = file.value()->sync();
    if (!status.ok()) return status;
  }
  if (Status status = storage.sync_directory(); !status.ok()) return status;
  for (const std::uint64_t old : before.value()) {
    if (Status status = storage.remove(note_name(old)); !status.ok()) return status;
  }
  damaged_ = false;
  return {};
}

}  // namespace allot
