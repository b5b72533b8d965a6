#include "json/named_order.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "allot/types/order_key.hpp"
#include "json/field_reader.hpp"
#include "types/key_text.hpp"

namespace allot::json {
namespace {

// The fields by which a command names an order.
struct OrderFields {
  std::string_view number;
  std::string_view key;
};
constexpr OrderFields first_order{number_field, "order_key"};
constexpr OrderFields other_order{other_number_field, "other_key"};

struct Named {
  ChannelId channel{};
  Code number;
};

// Reads number and channel as `place` does.
std::variant<Named, Fault> read_named(const Value& body, std::string_view number,
                                      const Names& names) {
  Value parts;
  parts.kind = Value::Kind::object;
  for (const Member& member : body.members) {
    if (member.name == number || member.name == channel_field) parts.members.push_back(member);
  }
  KeptLists no_lists;
  FieldReader reader(parts, names, no_lists);
  Named named;
  reader(Field{.name = number}, named.number);
  reader(Field{.name = channel_field}, named.channel);
  if (const std::optional<Fault> fault = reader.finish()) return *fault;
  return named;
}

Value without_channel(Value body) {
  std::erase_if(body.members, [](const Member& member) { return member.name == channel_field; });
  return body;
}

// Effects: where `keyed` has a number for the order, it has its key in place of that. Returns: why
//          the order is not named; else nothing.
std::optional<Fault> give_key(Value& keyed, const OrderFields& of, const Names& names) {
  const auto said = std::ranges::find(keyed.members, of.number, &Member::name);
  if (said == keyed.members.end()) return std::nullopt;
  if (keyed.member(of.key) != nullptr) {
    return Fault{std::string(of.number), "the order has two names; give " + std::string(of.key) +
                                             ", or " + std::string(of.number) + " and channel"};
  }
  if (keyed.member(channel_field) == nullptr) {
    return Fault{std::string(channel_field),
                 "missing; the same order_number may come in each channel, so give the channel's "
                 "code, too"};
  }
  const std::variant<Named, Fault> read = read_named(keyed, of.number, names);
  if (const Fault* fault = std::get_if<Fault>(&read)) return *fault;
  const auto& [channel, number] = std::get<Named>(read);
  const OrderKey key =
      allot::order_key_of(names.code(NameKind::channel, channel.value), number.text());
  if (!key.present()) {
    return Fault{std::string(channel_field), "there is no channel " +
                                                 std::to_string(channel.value) +
                                                 "; give the code of one, or define it on an "
                                                 "earlier line"};
  }
  said->name = of.key;
  said->value.text = key_text(key);
  return std::nullopt;
}

}  // namespace

std::string_view number_of(const Command& command) noexcept {
  return std::visit(
      [](const auto& said) -> std::string_view {
        if constexpr (requires { said.order_number; }) {
          return said.order_number.text();
        } else {
          return {};
        }
      },
      command);
}

OrderKey order_key_of(const Command& command, const Names& names) {
  return std::visit(
      [&names](const auto& said) -> OrderKey {
        if constexpr (requires { said.order_number; }) {
          if (said.order_number.present() && !said.order_key.present()) {
            return allot::order_key_of(names.code(NameKind::channel, said.channel.value),
                                       said.order_number.text());
          }
        }
        if constexpr (requires { said.order_key; }) {
          return said.order_key;
        } else {
          return {};
        }
      },
      command);
}

std::variant<Value, Fault> with_order_keys(const Value& body, const Names& names, bool two) {
  const bool by_number =
      body.member(number_field) != nullptr || (two && body.member(other_number_field) != nullptr);
  if (!by_number) {
    // What the other order is named by may be mistyped, which who reads the fields tells.
    const bool has_key = body.member(first_order.key) != nullptr &&
                         (!two || body.member(other_order.key) != nullptr);
    if (!has_key || body.member(channel_field) == nullptr) return without_channel(body);
    return Fault{std::string(channel_field),
                 "goes with order_number; an order_key names the order without it"};
  }
  Value keyed = body;
  if (const std::optional<Fault> fault = give_key(keyed, first_order, names)) return *fault;
  if (two) {
    if (const std::optional<Fault> fault = give_key(keyed, other_order, names)) return *fault;
  }
  return without_channel(std::move(keyed));
}

}  // namespace allot::json
