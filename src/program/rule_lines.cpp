#include "program/rule_lines.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <span>

#include "json/base64.hpp"
#include "ruleset/codec.hpp"

namespace allot::program {
namespace {

using Line = nlohmann::ordered_json;

}  // namespace

std::vector<std::string> load_lines(const rules::RuleSet& set, std::size_t part_bytes) {
  std::vector<std::uint8_t> bytes;
  for (const std::byte byte : rules::encode(set)) bytes.push_back(static_cast<std::uint8_t>(byte));
  const std::size_t parts = (bytes.size() + part_bytes - 1) / part_bytes;
  std::vector<std::string> lines;
  for (std::size_t i = 0; i < parts; ++i) {
    const std::size_t from = i * part_bytes;
    const std::size_t size = std::min(part_bytes, bytes.size() - from);
    Line body = Line::object();
    if (parts > 1) body = {{"part", i + 1}, {"parts", parts}};
    body["body"] = json::base64_text(std::span(bytes).subspan(from, size));
    lines.push_back(Line{{"load_rules", std::move(body)}}.dump());
  }
  return lines;
}

std::string activate_line(std::uint32_t version, RulesMode mode) {
  const std::string name(enum_names<RulesMode>[static_cast<std::size_t>(mode)]);
  return Line{{"activate_rules", {{"version", version}, {"mode", name}}}}.dump();
}

}  // namespace allot::program
