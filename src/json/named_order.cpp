#include "json/named_order.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "allot/types/order_key.hpp"
#include "json/field_reader.hpp"
#include "types/key_text.hpp"

namespace allot::json {
namespace {

struct Named {
  ChannelId channel{};
  Code number;
};

// Reads the two fields as `place` does.
std::variant<Named, Fault> read_named(const Value& body, const Names& names) {
  Value parts;
  parts.kind = Value::Kind::object;
  for (const Member& member : body.members) {
    if (member.name == number_field || member.name == channel_field) {
      parts.members.push_back(member);
    }
  }
  KeptLists no_lists;
  FieldReader reader(parts, names, no_lists);
  Named named;
  reader(Field{.name = number_field}, named.number);
  reader(Field{.name = channel_field}, named.channel);
  if (const std::optional<Fault> fault = reader.finish()) return *fault;
  return named;
}

Value without_channel(Value body) {
  std::erase_if(body.members, [](const Member& member) { return member.name == channel_field; });
  return body;
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

std::variant<Value, Fault> with_order_key(const Value& body, const Names& names) {
  const bool has_channel = body.member(channel_field) != nullptr;
  const bool has_key = body.member("order_key") != nullptr;
  if (body.member(number_field) == nullptr) {
    if (!has_channel || !has_key) return without_channel(body);
    return Fault{std::string(channel_field),
                 "goes with order_number; an order_key names the order without it"};
  }
  if (has_key) {
    return Fault{std::string(number_field),
                 "the order has two names; give order_key, or order_number and channel"};
  }
  if (!has_channel) {
    return Fault{std::string(channel_field),
                 "missing; the same order_number may come in each channel, so give the channel's "
                 "code, too"};
  }
  const std::variant<Named, Fault> read = read_named(body, names);
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
  Value keyed = without_channel(body);
  Member& named = *std::ranges::find(keyed.members, number_field, &Member::name);
  named.name = "order_key";
  named.value.text = key_text(key);
  return keyed;
}

}  // namespace allot::json
