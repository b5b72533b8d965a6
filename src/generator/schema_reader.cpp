#include "generator/schema_reader.hpp"

#include <flatbuffers/reflection.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace allot::schema {
namespace {

// "allot.schema.Place" -> "Place"
std::string short_name(const flatbuffers::String* name) {
  const std::string whole = name->str();
  return whole.substr(whole.rfind('.') + 1);
}

std::string comment_of(const flatbuffers::Vector<flatbuffers::Offset<flatbuffers::String>>* lines) {
  std::string text;
  if (lines == nullptr) return text;
  for (const flatbuffers::String* line : *lines) {
    const std::string part = line->str();
    const std::size_t start = part.find_first_not_of(' ');
    if (start == std::string::npos) continue;
    text += (text.empty() ? "" : " ") + part.substr(start);
  }
  return text;
}

Attributes attributes_of(
    const flatbuffers::Vector<flatbuffers::Offset<reflection::KeyValue>>* source) {
  Attributes attributes;
  if (source == nullptr) return attributes;
  for (const reflection::KeyValue* attribute : *source) {
    const flatbuffers::String* value = attribute->value();
    attributes[attribute->key()->str()] = value == nullptr ? "" : value->str();
  }
  return attributes;
}

std::string type_text(const reflection::Schema& schema, reflection::BaseType base,
                      std::int32_t index) {
  const auto row = static_cast<flatbuffers::uoffset_t>(index);
  if (base == reflection::Obj) return short_name(schema.objects()->Get(row)->name());
  if (index >= 0) return short_name(schema.enums()->Get(row)->name());
  switch (base) {
    case reflection::Bool: return "bool";
    case reflection::UByte: return "ubyte";
    case reflection::UShort: return "ushort";
    case reflection::Int: return "int";
    case reflection::UInt: return "uint";
    case reflection::Long: return "long";
    case reflection::ULong: return "ulong";
    case reflection::String: return "string";
    default: return "unexpected";
  }
}

std::string default_text(const reflection::Schema& schema, const reflection::Field& field) {
  const reflection::BaseType base = field.type()->base_type();
  const std::int64_t number = field.default_integer();
  if (base == reflection::Bool) return number != 0 ? "true" : "false";
  if (base < reflection::UType || base > reflection::ULong) return {};
  if (field.type()->index() < 0) return std::to_string(number);
  const auto row = static_cast<flatbuffers::uoffset_t>(field.type()->index());
  for (const reflection::EnumVal* value : *schema.enums()->Get(row)->values()) {
    if (value->value() == number) return value->name()->str();
  }
  return std::to_string(number);
}

Field read_field(const reflection::Schema& schema, const reflection::Field& field) {
  Field read;
  read.name = field.name()->str();
  const reflection::Type& type = *field.type();
  read.type = type.base_type() == reflection::Vector
                  ? '[' + type_text(schema, type.element(), type.index()) + ']'
                  : type_text(schema, type.base_type(), type.index());
  read.standard = default_text(schema, field);
  read.comment = comment_of(field.documentation());
  read.attributes = attributes_of(field.attributes());
  return read;
}

Table read_table(const reflection::Schema& schema, const reflection::Object& object) {
  Table table;
  table.name = short_name(object.name());
  table.comment = comment_of(object.documentation());
  table.attributes = attributes_of(object.attributes());
  table.is_struct = object.is_struct();
  // flatc sorts fields by name; the id is their place in the source.
  std::vector<const reflection::Field*> fields(object.fields()->begin(), object.fields()->end());
  std::ranges::sort(fields, {}, [](const reflection::Field* field) { return field->id(); });
  for (const reflection::Field* field : fields) {
    if (field->type()->base_type() == reflection::UType) continue;  // the tag of a union
    table.fields.push_back(read_field(schema, *field));
  }
  return table;
}

Enum read_enum(const reflection::Schema& schema, const reflection::Enum& source) {
  Enum read;
  read.name = short_name(source.name());
  read.comment = comment_of(source.documentation());
  read.attributes = attributes_of(source.attributes());
  read.type = source.is_union() ? "" : type_text(schema, source.underlying_type()->base_type(), -1);
  read.is_union = source.is_union();
  read.is_flags = read.attributes.contains("bit_flags");
  for (const reflection::EnumVal* value : *source.values()) {
    if (read.is_union && value->value() == 0) continue;
    EnumValue entry{value->name()->str(), value->value(), comment_of(value->documentation()), {}};
    if (read.is_union) {
      entry.table =
          type_text(schema, value->union_type()->base_type(), value->union_type()->index());
    }
    read.values.push_back(std::move(entry));
  }
  return read;
}

}  // namespace

Schema read_schema(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  flatbuffers::Verifier verifier(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
  if (!file || !reflection::VerifySchemaBuffer(verifier)) {
    throw std::runtime_error(path + ": no compiled schema; make it with flatc -b --schema");
  }
  const reflection::Schema& source = *reflection::GetSchema(bytes.data());
  Schema schema;
  for (const reflection::Object* object : *source.objects()) {
    Table table = read_table(source, *object);
    schema.tables[table.name] = std::move(table);
  }
  for (const reflection::Enum* each : *source.enums()) {
    Enum read = read_enum(source, *each);
    schema.enums[read.name] = std::move(read);
  }
  return schema;
}

}  // namespace allot::schema
