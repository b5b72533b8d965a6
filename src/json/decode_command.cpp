#include "json/decode_command.hpp"

#include <algorithm>
#include <string>
#include <tuple>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "json/field_reader.hpp"
#include "json/named_order.hpp"
#include "json/near_name.hpp"
#include "json/value.hpp"

namespace allot::json {
namespace {

Status refusal(const Origin& origin, const Fault& fault) {
  std::string text = std::string(origin.file) + ':' + std::to_string(origin.line) + ": ";
  if (!fault.field.empty()) text += "field \"" + fault.field + "\": ";
  return {StatusCode::invalid_argument, text + fault.cause};
}

// Calls `call` with a default command of each type until it returns true.
template <class Call, std::size_t... I>
bool any_command(Call&& call, std::index_sequence<I...>) {
  return (call(std::variant_alternative_t<I, Command>{}) || ...);
}
constexpr auto command_indices = std::make_index_sequence<std::variant_size_v<Command>>{};

bool is_command_name(std::string_view name) {
  return any_command([name](const auto& command) { return command.name == name; }, command_indices);
}

std::vector<std::string> all_command_names() {
  std::vector<std::string> names;
  any_command(
      [&names](const auto& command) {
        names.emplace_back(command.name);
        return false;
      },
      command_indices);
  return names;
}

std::string command_names() {
  std::string text;
  for (const std::string& name : all_command_names()) text += (text.empty() ? "" : ", ") + name;
  return text;
}

// The member that names the command; a fault when there is not exactly one.
std::variant<const Member*, Fault> command_member(const Value& line) {
  const Member* found = nullptr;
  for (const auto& member : line.members) {
    if (member.name == "time" || member.name == "time_ns") continue;
    if (!is_command_name(member.name)) {
      const std::string meant = suggestion(member.name, all_command_names());
      return Fault{
          member.name,
          "no such command" + (meant.empty() ? "; the commands are " + command_names() : meant)};
    }
    if (found != nullptr) {
      return Fault{member.name, "a second command; give it a line of its own"};
    }
    found = &member;
  }
  if (found == nullptr) {
    return Fault{"", "the line names no command; write for example {\"tick\":{}}"};
  }
  return found;
}

std::optional<Fault> read_time(const Value& line, const Names& names, KeptLists& lists,
                               std::optional<TimeNs>& time) {
  Value alone;
  alone.kind = Value::Kind::object;
  for (const Member& member : line.members) {
    if (member.name == "time" || member.name == "time_ns") alone.members.push_back(member);
  }
  if (alone.members.empty()) return std::nullopt;
  FieldReader reader(alone, names, lists);
  TimeNs value = 0;
  reader(Field{.name = "time", .form = FieldForm::time}, value);
  time = value;
  return reader.finish();
}

// Names of a catalogue, and what it does not have of SKUs: a sale that was made of such a one is
// recorded all the same.
class GatheringNames final : public Names {
 public:
  GatheringNames(const Names& names, std::vector<Code>& unknown)
      : names_(names), unknown_(unknown) {}

  [[nodiscard]] std::optional<std::uint32_t> find(NameKind kind,
                                                  std::string_view code) const override {
    if (const auto id = names_.find(kind, code); id || kind != NameKind::sku) return id;
    const std::optional<Code> named = Code::from(code);
    if (!named) return std::nullopt;
    if (std::ranges::find(unknown_, *named) == unknown_.end()) unknown_.push_back(*named);
    return 0;
  }
  [[nodiscard]] std::string_view code(NameKind kind, std::uint32_t id) const override {
    return names_.code(kind, id);
  }
  [[nodiscard]] std::string_view order_number(const OrderKey& key) const override {
    return names_.order_number(key);
  }

 private:
  const Names& names_;
  std::vector<Code>& unknown_;
};

template <class C>
std::optional<Fault> read_fields(const Value& body, const Names& names, KeptLists& lists,
                                 C& command) {
  std::vector<std::string_view> elsewhere;
  if constexpr (NamesKnownOrder<C>) elsewhere = {number_field, channel_field};
  if constexpr (NamesOtherOrder<C>) elsewhere.push_back(other_number_field);
  FieldReader reader(body, names, lists, {}, std::move(elsewhere));
  C::fields(command, reader);
  return reader.finish();
}

// Returns: what is wrong with the fields; nothing when the command has them now.
template <class C>
std::optional<Fault> read_command(const Value& body, const Names& names, KeptLists& lists,
                                  C& command) {
  if constexpr (NamesKnownOrder<C>) {
    const std::variant<Value, Fault> keyed = with_order_keys(body, names, NamesOtherOrder<C>);
    if (const Fault* fault = std::get_if<Fault>(&keyed)) return *fault;
    return read_fields(std::get<Value>(keyed), names, lists, command);
  } else {
    return read_fields(body, names, lists, command);
  }
}

}  // namespace

Result<DecodedCommand> CommandDecoder::decode(std::string_view text, Origin origin) {
  std::variant<Value, Fault> parsed = parse_value(text);
  if (const Fault* fault = std::get_if<Fault>(&parsed)) return refusal(origin, *fault);
  const Value& line = std::get<Value>(parsed);
  if (line.kind != Value::Kind::object) {
    return refusal(origin,
                   {"", std::string(describe(line.kind)) + "; write for example {\"tick\":{}}"});
  }
  const auto member = command_member(line);
  if (const Fault* fault = std::get_if<Fault>(&member)) return refusal(origin, *fault);
  const auto& [name, body] = *std::get<0>(member);
  if (body.kind != Value::Kind::object) {
    return refusal(origin, {name, std::string(describe(body.kind)) +
                                      "; give an object with the command's fields"});
  }

  lists_.clear();
  DecodedCommand decoded;
  decoded.has_command_key = body.member("command_key") != nullptr;
  if (const auto fault = read_time(line, names_, lists_, decoded.time)) {
    return refusal(origin, *fault);
  }
  std::optional<Fault> fault;
  any_command(
      [&](auto command) {
        if (command.name != name) return false;
        if constexpr (std::is_same_v<decltype(command), Import>) {
          const GatheringNames names(names_, decoded.unknown_skus);
          fault = read_command(body, names, lists_, command);
        } else {
          fault = read_command(body, names_, lists_, command);
        }
        decoded.command = command;
        return true;
      },
      command_indices);
  if (fault) return refusal(origin, *fault);
  return decoded;
}

void set_command_key(Command& command, CommandKey key) noexcept {
  std::visit(
      [key](auto& c) {
        if constexpr (requires { c.command_key; }) c.command_key = key;
      },
      command);
}

}  // namespace allot::json
