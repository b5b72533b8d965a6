#include "message_text.hpp"

#include <concepts>
#include <span>
#include <sstream>
#include <string_view>

namespace allot::oracle {
namespace {

template <class T>
  requires std::integral<T>
void put(std::ostream& out, T value) {
  out << +value;
}
template <class T>
  requires std::is_enum_v<T>
void put(std::ostream& out, T value) {
  out << +static_cast<std::underlying_type_t<T>>(value);
}
template <class Tag>
void put(std::ostream& out, Id<Tag> id) {
  out << id.value;
}
template <class Tag>
void put(std::ostream& out, const Key<Tag>& key) {
  if (key.high != 0) out << key.high << ':';
  out << key.low;
}
void put(std::ostream& out, const Code& code) {
  if (code.valid()) {
    out << code.text();
  } else {
    out << "(invalid, size " << +code.size << ')';
  }
}
template <class Tag>
void put(std::ostream& out, std::span<const Id<Tag>> ids) {
  out << '[';
  for (const Id<Tag> id : ids) out << ' ' << id.value;
  out << " ]";
}
void put(std::ostream& out, std::span<const std::uint8_t> bytes) {
  out << bytes.size() << " bytes";
}
template <class E>
  requires requires(const E& element) { E::fields(element, [](auto&&...) {}); }
void put(std::ostream& out, std::span<const E> elements) {
  out << '[';
  for (const E& element : elements) {
    out << " {";
    E::fields(element, [&out](std::string_view name, const auto& value) {
      out << ' ' << name << '=';
      put(out, value);
    });
    out << '}';
  }
  out << " ]";
}

}  // namespace

std::string to_text(const Sequenced& in) {
  std::ostringstream out;
  out << '#' << in.sequence << " at " << in.time
      << (in.step_too_large ? " (step too large) " : " ");
  std::visit(
      [&out](const auto& c) {
        using C = std::decay_t<decltype(c)>;
        out << C::name;
        C::fields(c, [&out](std::string_view name, const auto& value) {
          out << ' ' << name << '=';
          put(out, value);
        });
      },
      in.command);
  return out.str();
}

std::string to_text(const Event& event) {
  std::ostringstream out;
  out << event.sequence << '.' << event.ordinal << ' ' << event_name(event.type) << " order=";
  put(out, event.order_key);
  out << " line=" << event.line << " sku=" << event.sku << " node=" << event.node
      << " quantity=" << event.quantity << " amount=" << event.amount << " time=" << event.time
      << " reason=" << reason_text(event.reason).name << " flags=" << +event.flags;
  if (event.epoch != 0) out << " epoch=" << event.epoch;
  return out.str();
}

std::string to_text(const Answer& answer) {
  std::ostringstream out;
  out << "key=";
  put(out, answer.command_key);
  out << " sequence=" << answer.sequence << " first_sequence=" << answer.first_sequence
      << " reason=" << reason_text(answer.reason).name << (answer.duplicate ? " duplicate" : "")
      << " id=" << answer.id;
  return out.str();
}

}  // namespace allot::oracle
