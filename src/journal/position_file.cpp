#include "journal/position_file.hpp"

#include <algorithm>
#include <cstring>
#include <optional>
#include <utility>

#include "journal/byte_order.hpp"
#include "journal/crc32c.hpp"

namespace allot {
namespace {

constexpr std::string_view suffix = ".consumer";
constexpr std::string_view making_suffix = ".consumer-making";  // while the file is made
constexpr std::uint64_t magic = 0x31534F504F4C4C41;             // "ALLOPOS1"
constexpr std::uint32_t version = 1;
// Of a block.
constexpr std::size_t at_magic = 0;
constexpr std::size_t at_crc = 8;  // of all that follows it
constexpr std::size_t at_version = 12;
constexpr std::size_t at_epoch = 16;
constexpr std::size_t at_name_size = 20;
constexpr std::size_t at_generation = 24;
constexpr std::size_t at_sequence = 32;
constexpr std::size_t at_name = 40;
constexpr std::size_t at_log_begun = at_name + PositionFile::name_bytes_max;

[[nodiscard]] std::string file_of(std::string_view name) {
  return std::string(name).append(suffix);
}
[[nodiscard]] std::string making_of(std::string_view name) {
  return std::string(name).append(making_suffix);
}

void encode(std::string_view name, const ConsumerPosition& position, std::uint64_t generation,
            std::byte* block) noexcept {
  std::memset(block, 0, log_block_bytes);
  store(block + at_magic, magic);
  store(block + at_version, version);
  store(block + at_epoch, position.epoch);
  store(block + at_name_size, static_cast<std::uint32_t>(name.size()));
  store(block + at_generation, generation);
  store(block + at_sequence, position.sequence);
  std::memcpy(block + at_name, name.data(), name.size());
  store(block + at_log_begun, static_cast<std::uint64_t>(position.log_begun));
  store(block + at_crc, crc32c({block + at_version, log_block_bytes - at_version}));
}

[[nodiscard]] bool intact(const std::byte* block) noexcept {
  return load<std::uint64_t>(block + at_magic) == magic &&
         load<std::uint32_t>(block + at_crc) ==
             crc32c({block + at_version, log_block_bytes - at_version});
}

[[nodiscard]] Result<bool> is_there(Storage& storage, const std::string& file) {
  const auto all = storage.list();
  if (!all.ok()) return all.status();
  return std::ranges::find(all.value(), file) != all.value().end();
}

[[nodiscard]] Status damaged(const Storage& storage, std::string_view name, std::string_view what) {
  return {StatusCode::corrupt,
          storage.place() + "/" + file_of(name) + ": " + std::string(what) +
              "; put the file back from a copy, or forget this consumer and open it again with the "
              "from_sequence that its host knows"};
}

}  // namespace

Status PositionFile::check_name(std::string_view name) {
  const auto is_fine = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_';
  };
  const bool fine =
      !name.empty() && name.size() <= name_bytes_max && std::ranges::all_of(name, is_fine);
  if (fine) return {};
  return {StatusCode::invalid_argument,
          "a consumer's name has 1 to " + std::to_string(name_bytes_max) +
              " letters, digits, '-' and '_', and this one has other characters or " +
              std::to_string(name.size()) + " bytes"};
}

Result<std::vector<std::string>> PositionFile::names(Storage& storage) {
  auto all = storage.list();
  if (!all.ok()) return all.status();
  std::vector<std::string> names;
  for (const std::string& file : all.value()) {
    if (!file.ends_with(suffix)) continue;
    std::string name = file.substr(0, file.size() - suffix.size());
    const bool making = std::ranges::find(all.value(), making_of(name)) != all.value().end();
    if (!making && check_name(name).ok()) names.push_back(std::move(name));
  }
  std::ranges::sort(names);
  return names;
}

Result<PositionFile::Found> PositionFile::find(Storage& storage, const std::string& name,
                                               StorageFile& file) {
  std::optional<Found> newest;
  const AlignedBytes block = aligned_bytes(log_block_bytes);
  for (unsigned i = 0; i < 2; ++i) {
    const auto got = read_full(file, i * log_block_bytes, {block.get(), log_block_bytes});
    if (!got.ok()) return got.status();
    if (got.value() != log_block_bytes || !intact(block.get())) continue;
    if (load<std::uint32_t>(block.get() + at_version) != version) {
      return Status(StatusCode::unsupported,
                    storage.place() + "/" + file_of(name) +
                        ": written by another version; use that version of this library");
    }
    const auto size = std::min<std::size_t>(load<std::uint32_t>(block.get() + at_name_size),
                                            log_block_bytes - at_name);
    const std::string_view whose(reinterpret_cast<const char*>(block.get() + at_name), size);
    if (whose != name) {
      return damaged(storage, name, "this is the position of " + std::string(whose));
    }
    const Found found{.position = {.sequence = load<Sequence>(block.get() + at_sequence),
                                   .epoch = load<std::uint32_t>(block.get() + at_epoch),
                                   .log_begun = static_cast<TimeNs>(
                                       load<std::uint64_t>(block.get() + at_log_begun))},
                      .generation = load<std::uint64_t>(block.get() + at_generation),
                      .block = i};
    if (!newest || found.generation > newest->generation) newest = found;
  }
  if (!newest) return damaged(storage, name, "the position is damaged");
  return *newest;
}

Result<ConsumerPosition> PositionFile::read(Storage& storage, const std::string& name) {
  auto file = storage.open(file_of(name), FileMode::read);
  if (!file.ok()) return file.status();
  const auto found = find(storage, name, *file.value());
  if (!found.ok()) return found.status();
  return found.value().position;
}

Status PositionFile::check_log(const Storage& storage, const std::string& name,
                               const ConsumerPosition& position, TimeNs log_begun) {
  const bool known = position.log_begun != 0 && log_begun != 0;
  if (!known || position.log_begun == log_begun) return {};
  return damaged(storage, name, "this is a position in another log, which began at another time");
}

Status PositionFile::remove(Storage& storage, const std::string& name) {
  bool any = false;
  // The file first: what is left by a crash in between is a file that was not made whole.
  for (const std::string& file : {file_of(name), making_of(name)}) {
    const auto there = is_there(storage, file);
    if (!there.ok()) return there.status();
    if (!there.value()) continue;
    any = true;
    if (Status status = storage.remove(file); !status.ok()) return status;
  }
  if (!any) {
    return {StatusCode::not_found,
            storage.place() + ": no consumer named " + name + " has a position here"};
  }
  return storage.sync_directory();
}

// While the second file is there nobody was told that the first is whole, and it may be made anew.
Status PositionFile::make(Storage& storage, const std::string& name,
                          const ConsumerPosition& first) {
  {
    const auto marked = is_there(storage, making_of(name));
    if (!marked.ok()) return marked.status();
    if (!marked.value()) {
      const auto marker = storage.create(making_of(name), FileMode::buffered);
      if (!marker.ok()) return marker.status();
    }
  }
  if (Status status = storage.sync_directory(); !status.ok()) return status;
  const auto there = is_there(storage, file_of(name));
  if (!there.ok()) return there.status();
  if (there.value()) {
    if (Status status = storage.remove(file_of(name)); !status.ok()) return status;
  }
  auto file = storage.create(file_of(name), FileMode::buffered);
  if (!file.ok()) return file.status();
  const AlignedBytes block = aligned_bytes(log_block_bytes);
  if (Status status = file.value()->write_at(log_block_bytes, {block.get(), log_block_bytes});
      !status.ok()) {
    return status;
  }
  encode(name, first, 1, block.get());
  if (Status status = file.value()->write_at(0, {block.get(), log_block_bytes}); !status.ok()) {
    return status;
  }
  if (Status status = file.value()->sync(); !status.ok()) return status;
  if (Status status = storage.sync_directory(); !status.ok()) return status;
  if (Status status = storage.remove(making_of(name)); !status.ok()) return status;
  return storage.sync_directory();
}

Result<std::unique_ptr<PositionFile>> PositionFile::open(Storage& storage, const std::string& name,
                                                         const ConsumerPosition& first) {
  const auto there = is_there(storage, file_of(name));
  if (!there.ok()) return there.status();
  const auto making = is_there(storage, making_of(name));
  if (!making.ok()) return making.status();
  if (!there.value() || making.value()) {
    if (Status status = make(storage, name, first); !status.ok()) return status;
  }
  auto file = storage.open(file_of(name), FileMode::buffered);
  if (!file.ok()) return file.status();
  const auto found = find(storage, name, *file.value());
  if (!found.ok()) return found.status();
  // What was found may be in the system's memory only.
  if (Status status = file.value()->sync(); !status.ok()) return status;
  return std::unique_ptr<PositionFile>(
      new PositionFile(name, std::move(file.value()), found.value()));
}

PositionFile::PositionFile(std::string name, std::unique_ptr<StorageFile> file, const Found& found)
    : name_(std::move(name)),
      file_(std::move(file)),
      position_(found.position),
      generation_(found.generation),
      synced_(found.block),
      block_(aligned_bytes(log_block_bytes)) {}

Status PositionFile::keep(const ConsumerPosition& position) {
  if (position == position_) return {};
  encode(name_, position, generation_ + 1, block_.get());
  const unsigned block = 1 - synced_;
  if (Status status = file_->write_at(block * log_block_bytes, {block_.get(), log_block_bytes});
      !status.ok()) {
    return status;
  }
  ++generation_;
  position_ = position;
  written_ = true;
  return {};
}

Status PositionFile::sync() {
  if (!written_) return {};
  if (Status status = file_->sync(); !status.ok()) return status;
  synced_ = 1 - synced_;
  written_ = false;
  return {};
}

}  // namespace allot
