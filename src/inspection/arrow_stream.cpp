#include "inspection/arrow_stream.hpp"

#include <flatbuffers/flatbuffers.h>

#include <array>
#include <bit>
#include <cstring>
#include <span>

namespace allot::inspection {
namespace {

static_assert(std::endian::native == std::endian::little,
              "columns are written as they lie in memory");

using flatbuffers::FlatBufferBuilder;
using flatbuffers::Offset;
using Table = Offset<void>;

// Numbers that the format gives to fields of its tables, and to the types of its unions.
constexpr flatbuffers::voffset_t field(unsigned number) {
  return static_cast<flatbuffers::voffset_t>(4 + 2 * number);
}
constexpr std::int16_t version_5 = 4;
enum Header : std::uint8_t { of_schema = 1, of_batch = 3 };
enum Type : std::uint8_t { int_type = 2, utf8_type = 5, timestamp_type = 10 };
constexpr std::int16_t nanoseconds = 3;

struct FieldNode {
  std::int64_t rows;
  std::int64_t absent;
};
struct Buffer {
  std::int64_t offset;
  std::int64_t bytes;
};

constexpr std::size_t alignment = 64;
constexpr std::size_t padded(std::size_t bytes, std::size_t to) {
  return (bytes + to - 1) / to * to;
}

void pad(std::ostream& out, std::size_t bytes) {
  constexpr std::array<char, alignment> zeros{};
  out.write(zeros.data(), static_cast<std::streamsize>(bytes));
}

Table table(FlatBufferBuilder& builder, flatbuffers::uoffset_t start) {
  return {builder.EndTable(start)};
}

unsigned bits_of(ArrowType type) {
  switch (type) {
    case ArrowType::uint16: return 16;
    case ArrowType::uint32: return 32;
    default: return 64;
  }
}

std::pair<Type, Table> type_table(FlatBufferBuilder& builder, ArrowType type) {
  if (type == ArrowType::utf8) return {utf8_type, table(builder, builder.StartTable())};
  if (type == ArrowType::time_ns) {
    const auto zone = builder.CreateString("UTC");
    const auto start = builder.StartTable();
    builder.AddElement<std::int16_t>(field(0), nanoseconds, 0);
    builder.AddOffset(field(1), zone);
    return {timestamp_type, table(builder, start)};
  }
  const auto start = builder.StartTable();
  builder.AddElement<std::int32_t>(field(0), static_cast<std::int32_t>(bits_of(type)), 0);
  builder.AddElement<std::uint8_t>(field(1), type == ArrowType::int64 ? 1 : 0, 0);
  return {int_type, table(builder, start)};
}

Table field_table(FlatBufferBuilder& builder, const ArrowField& said) {
  const auto name = builder.CreateString(said.name.data(), said.name.size());
  const auto [kind, type] = type_table(builder, said.type);
  const auto children = builder.CreateVector(std::vector<Table>{});
  const auto start = builder.StartTable();
  builder.AddOffset(field(0), name);
  builder.AddElement<std::uint8_t>(field(1), 1, 0);  // may be absent
  builder.AddElement<std::uint8_t>(field(2), kind, 0);
  builder.AddOffset(field(3), type);
  builder.AddOffset(field(5), children);
  return table(builder, start);
}

Table note_table(FlatBufferBuilder& builder, const std::pair<std::string, std::string>& note) {
  const auto key = builder.CreateString(note.first);
  const auto value = builder.CreateString(note.second);
  const auto start = builder.StartTable();
  builder.AddOffset(field(0), key);
  builder.AddOffset(field(1), value);
  return table(builder, start);
}

// A message: a mark, the size of its description, that, and the body is yet to follow.
void write_message(std::ostream& out, FlatBufferBuilder& builder, Header header, Table said,
                   std::size_t body_bytes) {
  const auto start = builder.StartTable();
  builder.AddElement<std::int16_t>(field(0), version_5, 0);
  builder.AddElement<std::uint8_t>(field(1), header, 0);
  builder.AddOffset(field(2), said);
  builder.AddElement<std::int64_t>(field(3), static_cast<std::int64_t>(body_bytes), 0);
  builder.Finish(table(builder, start));
  // The body begins at a multiple of 64 of the message, as the format recommends for buffers.
  constexpr std::size_t before = 8;
  const std::size_t bytes = padded(before + builder.GetSize(), alignment) - before;
  const std::array<std::uint32_t, 2> prefix{0xFFFFFFFFU, static_cast<std::uint32_t>(bytes)};
  out.write(reinterpret_cast<const char*>(prefix.data()), sizeof(prefix));
  out.write(reinterpret_cast<const char*>(builder.GetBufferPointer()),
            static_cast<std::streamsize>(builder.GetSize()));
  pad(out, bytes - builder.GetSize());
}

}  // namespace

ArrowColumn::ArrowColumn(ArrowType type, std::size_t rows_max)
    : type_(type), width_(type == ArrowType::utf8 ? 0 : bits_of(type) / 8) {
  validity_.resize(padded(rows_max, 8) / 8);
  offsets_.resize(type == ArrowType::utf8 ? rows_max + 1 : 0);
  // A value is stored with all its 64 bits, of which the next one overwrites the higher ones.
  data_.resize(type == ArrowType::utf8 ? 0 : rows_max * width_ + sizeof(std::int64_t));
  clear();
}

void ArrowColumn::clear() {
  rows_ = absent_ = 0;
  if (type_ == ArrowType::utf8) data_.clear();
}

inline void ArrowColumn::count(bool present) noexcept {
  char& bits = validity_[rows_ / 8];
  const unsigned before = rows_ % 8 == 0 ? 0U : static_cast<unsigned char>(bits);
  bits = static_cast<char>(before | (present ? 1U : 0U) << (rows_ % 8));
  absent_ += present ? 0 : 1;
  ++rows_;
}

inline void ArrowColumn::end_text() noexcept {
  offsets_[rows_] = static_cast<std::int32_t>(data_.size());
}

void ArrowColumn::put_absent() {
  if (type_ != ArrowType::utf8) {
    constexpr std::int64_t zero = 0;
    std::memcpy(data_.data() + rows_ * width_, &zero, sizeof(zero));
  }
  count(false);
  if (type_ == ArrowType::utf8) end_text();
}

void ArrowColumn::put_absent(std::size_t count) {
  for (; count != 0; --count) put_absent();
}

void ArrowColumn::put(std::int64_t value) {
  std::memcpy(data_.data() + rows_ * width_, &value, sizeof(value));
  count(true);
}

void ArrowColumn::put(std::string_view text) {
  data_ += text;
  count(true);
  end_text();
}

std::vector<std::string_view> ArrowColumn::buffers() const {
  const auto first = [](const std::string& bytes, std::size_t most) {
    return std::string_view(bytes).substr(0, most);
  };
  std::vector<std::string_view> all{first(validity_, absent_ == 0 ? 0 : padded(rows_, 8) / 8)};
  if (type_ == ArrowType::utf8) {
    all.emplace_back(reinterpret_cast<const char*>(offsets_.data()),
                     (rows_ + 1) * sizeof(std::int32_t));
    all.emplace_back(data_);
  } else {
    all.push_back(first(data_, rows_ * width_));
  }
  return all;
}

ArrowWriter::ArrowWriter(std::ostream& out, const std::vector<ArrowField>& fields,
                         const Notes& notes)
    : out_(out) {
  FlatBufferBuilder builder;
  std::vector<Table> field_tables;
  for (const ArrowField& each : fields) field_tables.push_back(field_table(builder, each));
  std::vector<Table> note_tables;
  for (const auto& note : notes) note_tables.push_back(note_table(builder, note));
  const auto all_fields = builder.CreateVector(field_tables);
  const auto all_notes = builder.CreateVector(note_tables);
  const auto start = builder.StartTable();
  builder.AddOffset(field(1), all_fields);  // little endian is what a schema without a word says
  builder.AddOffset(field(2), all_notes);
  const Table schema = table(builder, start);
  write_message(out_, builder, of_schema, schema, 0);
}

void ArrowWriter::write(const std::vector<ArrowColumn>& columns) {
  std::vector<FieldNode> nodes;
  std::vector<Buffer> places;
  std::vector<std::string_view> contents;
  std::size_t bytes = 0;
  for (const ArrowColumn& column : columns) {
    nodes.push_back(
        {static_cast<std::int64_t>(column.rows()), static_cast<std::int64_t>(column.absent())});
    for (const std::string_view buffer : column.buffers()) {
      places.push_back(
          {static_cast<std::int64_t>(bytes), static_cast<std::int64_t>(buffer.size())});
      contents.push_back(buffer);
      bytes += padded(buffer.size(), alignment);
    }
  }
  FlatBufferBuilder builder;
  const auto all_nodes = builder.CreateVectorOfStructs(nodes);
  const auto all_places = builder.CreateVectorOfStructs(places);
  const auto start = builder.StartTable();
  builder.AddElement<std::int64_t>(field(0), nodes.empty() ? 0 : nodes.front().rows, 0);
  builder.AddOffset(field(1), all_nodes);
  builder.AddOffset(field(2), all_places);
  const Table batch = table(builder, start);
  write_message(out_, builder, of_batch, batch, bytes);
  for (const std::string_view buffer : contents) {
    out_.write(buffer.data(), static_cast<std::streamsize>(buffer.size()));
    pad(out_, padded(buffer.size(), alignment) - buffer.size());
  }
}

void ArrowWriter::end() {
  constexpr std::array<std::uint32_t, 2> mark{0xFFFFFFFFU, 0};
  out_.write(reinterpret_cast<const char*>(mark.data()), sizeof(mark));
}

}  // namespace allot::inspection
