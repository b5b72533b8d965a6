#include "conformance_case.hpp"

#include <algorithm>
#include <cstdint>
#include <stdexcept>
#include <string_view>
#include <utility>

#include "cel/functions.hpp"
#include "cel/lexer.hpp"
#include "cel/times.hpp"

namespace allot::cel {
namespace {

using nlohmann::json;

std::string from_base64(std::string_view text) {
  static constexpr std::string_view digits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string bytes;
  std::uint32_t bits = 0;
  int held = 0;
  for (const char c : text) {
    if (c == '=') break;
    const std::size_t digit = digits.find(c);
    if (digit == std::string_view::npos) throw std::runtime_error("no base64");
    bits = (bits << 6U) | static_cast<std::uint32_t>(digit);
    held += 6;
    if (held >= 8) {
      held -= 8;
      bytes += static_cast<char>((bits >> static_cast<unsigned>(held)) & 0xFFU);
    }
  }
  return bytes;
}

bool mentions(const json& test, std::string_view what) {
  for (const char* part : {"value", "bindings", "typeEnv", "container", "typedResult"}) {
    if (test.contains(part) && test.at(part).dump().find(what) != std::string::npos) return true;
  }
  return false;
}

Value map_of(const json& map) {
  Map made;
  Work work;
  for (const json& entry : map.value("entries", json::array())) {
    made.entries.emplace_back(value_of(entry.at("key")), value_of(entry.at("value")));
  }
  std::sort(made.entries.begin(), made.entries.end(), [&work](const auto& a, const auto& b) {
    return key_order(a.first, b.first, work) < 0;
  });
  return MapRef{std::make_shared<Map>(std::move(made))};
}

Value list_of(const json& list) {
  Values values;
  for (const json& value : list.value("values", json::array())) values.push_back(value_of(value));
  return Value::list(std::move(values));
}

Value object_of(const json& object) {
  const auto type = object.at("@type").get<std::string>();
  const auto text = object.at("value").get<std::string>();
  if (type == "type.googleapis.com/google.protobuf.Duration") return duration_of(text).value();
  if (type == "type.googleapis.com/google.protobuf.Timestamp") return timestamp_of(text).value();
  throw std::runtime_error("no value of type " + type);
}

}  // namespace

Needs needs_of(const json& test) {
  const auto source = test.at("expr").get<std::string>();
  Problems problems;
  Lexer lexer(source, problems);
  for (Token token = lexer.next(); token.kind != TokenKind::end; token = lexer.next()) {
    if (token.kind == TokenKind::broken) break;
    const bool word = token.kind == TokenKind::ident;
    if (token.kind == TokenKind::floating || (word && token.text == "double")) {
      return Needs::floating_point;
    }
    const bool message = token.text.ends_with("TestAllTypes") || token.text == "GlobalEnum";
    if (word && message) return Needs::messages;
  }
  if (mentions(test, "doubleValue") || mentions(test, "DOUBLE")) return Needs::floating_point;
  if (mentions(test, "TestAllTypes")) return Needs::messages;
  // Wrappers, Any, Struct and the like are messages; times and durations are values of ours.
  const std::string_view known = "google.protobuf.";
  for (std::size_t at = source.find(known); at != std::string::npos;
       at = source.find(known, at + 1)) {
    const std::string_view name = std::string_view(source).substr(at + known.size());
    if (!name.starts_with("Timestamp") && !name.starts_with("Duration")) return Needs::messages;
  }
  return Needs::nothing;
}

TypeId type_of(const json& type, Types& types) {
  if (type.contains("primitive")) {
    const auto name = type.at("primitive").get<std::string>();
    if (name == "BOOL") return Types::plain(TypeKind::boolean);
    if (name == "INT64") return Types::plain(TypeKind::integer);
    if (name == "UINT64") return Types::plain(TypeKind::unsigned_integer);
    if (name == "STRING") return Types::plain(TypeKind::text);
    if (name == "BYTES") return Types::plain(TypeKind::bytes);
  }
  if (type.contains("null")) return Types::plain(TypeKind::null);
  if (type.contains("dyn")) return Types::plain(TypeKind::dyn);
  if (type.contains("listType"))
    return types.list(type_of(type.at("listType").at("elemType"), types));
  if (type.contains("mapType")) {
    const TypeId key = type_of(type.at("mapType").at("keyType"), types);
    return types.map(key, type_of(type.at("mapType").at("valueType"), types));
  }
  const std::string message = type.value("messageType", "");
  if (message == "google.protobuf.Duration") return Types::plain(TypeKind::duration);
  if (message == "google.protobuf.Timestamp") return Types::plain(TypeKind::timestamp);
  throw std::runtime_error("no type for " + type.dump());
}

Value value_of(const json& value) {
  const auto kind = value.items().begin().key();
  const json& held = value.items().begin().value();
  if (kind == "nullValue") return Null{};
  if (kind == "boolValue") return held.get<bool>();
  if (kind == "int64Value") return std::int64_t{std::stoll(held.get<std::string>())};
  if (kind == "uint64Value") return std::uint64_t{std::stoull(held.get<std::string>())};
  if (kind == "stringValue") return Value::text(held.get<std::string>());
  if (kind == "bytesValue") return Value::bytes(from_base64(held.get<std::string>()));
  if (kind == "typeValue") return Value::type(held.get<std::string>());
  if (kind == "listValue") return list_of(held);
  if (kind == "mapValue") return map_of(held);
  if (kind == "objectValue") return object_of(held);
  throw std::runtime_error("no value for " + value.dump());
}

ConformanceCase case_of(const json& test) {
  ConformanceCase made;
  made.environment.container = test.value("container", "");
  for (const json& declared : test.value("typeEnv", json::array())) {
    const TypeId type = type_of(declared.at("ident").at("type"), made.environment.types);
    made.environment.declare(declared.at("name").get<std::string>(), type);
  }
  const json bindings = test.value("bindings", json::object());
  for (const auto& [name, binding] : bindings.items()) {
    if (!made.environment.find_variable(name)) {
      made.environment.declare(name, Types::plain(TypeKind::dyn));
    }
    made.variables.resize(made.environment.variables.size(), Error{ErrorCode::undeclared, 0});
    made.variables[*made.environment.find_variable(name)] = value_of(binding.at("value"));
  }
  made.variables.resize(made.environment.variables.size(), Error{ErrorCode::undeclared, 0});
  return made;
}

}  // namespace allot::cel
