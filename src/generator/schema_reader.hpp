// The compiled description of messages as flatc writes it: tables and enums by name, with their
// attributes. What they mean is in description.hpp, which every writer uses.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace allot::schema {

using Attributes = std::map<std::string, std::string>;

struct Field {
  std::string name;
  std::string type;      // as the schema writes it: uint, Key, [OrderLine], Reason
  std::string standard;  // the default as text: 0, 128, true, by_order; empty for those without one
  std::string comment;
  Attributes attributes;
};

struct Table {
  std::string name;
  std::string comment;
  Attributes attributes;
  bool is_struct{};
  std::vector<Field> fields;
};

struct EnumValue {
  std::string name;
  std::int64_t number{};
  std::string comment;
  std::string table;  // of a union's value
};

struct Enum {
  std::string name;
  std::string comment;
  Attributes attributes;
  std::string type;  // of its numbers: ubyte, int
  bool is_union{};
  bool is_flags{};                // each value is the mask of one bit
  std::vector<EnumValue> values;  // a union's without NONE
};

struct Schema {
  std::map<std::string, Table> tables;
  std::map<std::string, Enum> enums;
};

// Returns: the schema in a .bfbs file made by flatc. Throws std::runtime_error when it is none.
[[nodiscard]] Schema read_schema(const std::string& path);

}  // namespace allot::schema
