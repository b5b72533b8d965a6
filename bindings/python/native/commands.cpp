#include "commands.hpp"

#include "allot/messages/command.hpp"
#include "command_types.hpp"
#include "read.hpp"

namespace allot::python {
namespace {

template <class E>
constexpr std::uint8_t last_of = 0;
template <>
constexpr std::uint8_t last_of<Shortage> = 3;
template <>
constexpr std::uint8_t last_of<SourcingPolicy> = 2;
template <>
constexpr std::uint8_t last_of<ListKind> = 1;
template <>
constexpr std::uint8_t last_of<ReviewOutcome> = 1;
template <>
constexpr std::uint8_t last_of<TokenKind> = token_kinds - 1;

// One overload set with those of read.hpp.
using allot::python::read_field;

template <class E>
  requires std::is_enum_v<E>
void read_field(nb::handle value, std::string_view where, E& into) {
  static_assert(last_of<E> > 0);
  into = static_cast<E>(read_integer<std::uint8_t>(value, where, 0, last_of<E>));
}

nb::object attribute(nb::handle object, const char* name, const std::string& where) {
  nb::object value = nb::steal(PyObject_GetAttrString(object.ptr(), name));
  if (!value.is_valid()) {
    PyErr_Clear();
    raise("InvalidArgument", where + " is missing; it is needed");
  }
  return value;
}

std::vector<OrderLine> read_lines(nb::handle lines, const std::string& where) {
  if (!nb::isinstance<nb::sequence>(lines)) raise_value(where, lines, "a list of allot.Line");
  std::vector<OrderLine> result;
  result.reserve(nb::len(lines));
  for (const nb::handle line : lines) {
    const std::string at = where + "[" + std::to_string(result.size()) + "].";
    OrderLine::fields(result.emplace_back(), [&](const char* name, auto& into) {
      read_field(attribute(line, name, at + name), at + name, into);
    });
  }
  return result;
}

template <class C>
Command read_command(nb::handle from, const std::string& where, Batch& batch) {
  C command;
  C::fields(command, [&](std::string_view name, auto& field) {
    const std::string at = where + "." + std::string(name);
    const nb::object value = attribute(from, name.data(), at);
    if constexpr (requires { field.data(); }) {
      batch.lines.push_back(read_lines(value, at));
      field = batch.lines.back();
    } else {
      read_field(value, at, field);
    }
  });
  return command;
}

}  // namespace

Batch read_commands(nb::sequence commands, std::size_t first) {
  Batch batch;
  batch.commands.reserve(nb::len(commands));
  for (const nb::handle from : commands) {
    const std::string where = "commands[" + std::to_string(first + batch.commands.size()) + "]";
    const nb::object name = nb::getattr(from, "command", nb::none());
    Submission submission;
    bool known = false;
    if (nb::isinstance<nb::str>(name)) {
      const auto read = [&]<class C>(std::type_identity<C>) {
        submission.command = read_command<C>(from, where, batch);
      };
      known = for_command_named(utf8_of(name, where + ".command"), read);
    }
    if (!known) raise_value(where, from, "a command such as allot.Place(...) or a dict");
    read_field(attribute(from, "time", where + ".time"), where + ".time", submission.time);
    batch.commands.push_back(submission);
  }
  return batch;
}

nb::dict command_fields() {
  nb::dict result;
  const auto add = [&]<class C>(std::type_identity<C>) {
    nb::list names;
    C command;
    C::fields(command, [&](std::string_view name, auto&) {
      names.append(nb::str(name.data(), name.size()));
    });
    result[nb::str(C::name.data(), C::name.size())] = nb::tuple(names);
  };
  const auto add_all = [&]<class... C>(std::type_identity<std::variant<C...>>) {
    ((for_command_named(C::name, add)), ...);
  };
  add_all(std::type_identity<Command>{});
  return result;
}

}  // namespace allot::python
