#include "lookups.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "allot/types/order_key.hpp"
#include "calls.hpp"
#include "key_number.hpp"
#include "read.hpp"
#include "sequencing/sequencer.hpp"
#include "where.hpp"

namespace allot::python {
namespace {

// Returns: what `of(core, question)` says of each question, all of one state.
template <class Answer, class Question, class Of>
std::vector<Answer> ask(PyEngine& engine, const std::vector<Question>& questions, Of&& of) {
  std::vector<Answer> answers(questions.size());
  const nb::gil_scoped_release no_gil;
  engine.inspect([&](const Core& core) {
    for (std::size_t i = 0; i < questions.size(); ++i) answers[i] = of(core, questions[i]);
  });
  return answers;
}

// Returns: the elements of `list`, each read into a T. `name`: of the argument.
template <class T, class Read>
std::vector<T> read_list(const nb::list& list, Read&& read) {
  std::vector<T> values;
  values.reserve(list.size());
  for (const nb::handle element : list) values.push_back(read(element));
  return values;
}

// Returns: the text as Python has it. A code is bytes; what is not UTF-8 in it, Python escapes this
// way.
nb::object code_text(const std::string& code) {
  const auto size = static_cast<Py_ssize_t>(code.size());
  return nb::steal(PyUnicode_DecodeUTF8(code.data(), size, "surrogateescape"));
}

nb::object key_of_number(nb::handle channel, nb::handle number) {
  const OrderKey key =
      order_key_of(utf8_of(channel, Where("channel_code")), utf8_of(number, Where("order_number")));
  if (!key.present()) {
    raise("InvalidArgument", "channel_code and order_number must be 1 to 40 bytes without NUL");
  }
  return key_number(key);
}

nb::list orders(PyEngine& engine, const nb::list& keys) {
  const auto asked = read_list<OrderKey>(keys, [](nb::handle key) {
    OrderKey read;
    if (!read_halves(key, read.high, read.low)) raise("InvalidArgument", "keys must be integers");
    return read;
  });
  const auto found = ask<std::optional<OrderInspection>>(
      engine, asked, [](const Core& core, const OrderKey& key) { return core.find_order(key); });
  nb::list result;
  for (const std::optional<OrderInspection>& order : found) {
    if (!order) {
      result.append(nb::none());
      continue;
    }
    nb::list lines;
    for (const LineInspection& line : order->lines) {
      nb::list holds;
      for (const HoldInspection& hold : line.holds) {
        holds.append(nb::make_tuple(hold.node.value, hold.lot, hold.quantity));
      }
      lines.append(nb::make_tuple(
          line.sku.value, static_cast<int>(line.state), line.ordered, line.held, line.waiting,
          line.refused, line.price, line.total, line.discount, line.tax, holds, line.shipped,
          line.shipped_beyond, line.delivered, line.returned, line.to_pick, line.picked, line.lost,
          line.turned_away, line.packed, line.line_number, line.wanted_at));
    }
    result.append(nb::make_tuple(
        key_number(order->order_key), order->as_of, order->sequence, order->channel.value,
        order->zone.value, order->value, order->discount, order->shipping, order->shipping_tax,
        order->tax_included, order->payments.authorised, order->payments.captured,
        order->payments.refunded, order->payments.reversed, order->payments.charged_back,
        order->payments.open, order->payments.refund_due, static_cast<int>(order->status),
        static_cast<int>(order->payment), static_cast<int>(order->review), order->ship_stop,
        order->version, order->pay_by, order->remind_at, order->review_by, order->ship_by,
        order->sold_at, order->ship_complete, order->imported, lines,
        code_text(order->order_number), order->asked_back, order->payments.credit,
        key_number(order->merged_into), order->merged_sequence));
  }
  return result;
}

nb::list ids(PyEngine& engine, std::uint8_t kind, const nb::list& codes) {
  const auto asked = read_list<std::string>(
      codes, [](nb::handle code) { return std::string(utf8_of(code, Where("codes"))); });
  const auto found = ask<std::uint32_t>(engine, asked, [kind](const Core& core, const auto& code) {
    return core.find(static_cast<IdKind>(kind), code).value_or(0);
  });
  nb::list result;
  for (const std::uint32_t id : found) {
    result.append(id != 0 ? nb::object(nb::int_(id)) : nb::object(nb::none()));
  }
  return result;
}

nb::list codes(PyEngine& engine, std::uint8_t kind, const nb::list& ids) {
  const auto asked =
      read_list<std::uint32_t>(ids, [](nb::handle id) { return nb::cast<std::uint32_t>(id); });
  const auto found = ask<std::string>(engine, asked, [kind](const Core& core, std::uint32_t id) {
    return std::string(core.code(static_cast<IdKind>(kind), id));
  });
  nb::list result;
  for (const std::string& code : found) {
    result.append(code.empty() ? nb::object(nb::none()) : code_text(code));
  }
  return result;
}

std::uint32_t count(PyEngine& engine, std::uint8_t kind) {
  return ask<std::uint32_t>(engine, std::vector{kind}, [](const Core& core, std::uint8_t of) {
    return core.count(static_cast<IdKind>(of));
  })[0];
}

nb::list available(PyEngine& engine, std::uint32_t channel, std::uint32_t zone,
                   const nb::list& skus) {
  const auto asked =
      read_list<SkuId>(skus, [](nb::handle sku) { return SkuId{nb::cast<std::uint32_t>(sku)}; });
  const auto found = ask<std::optional<AvailableInspection>>(
      engine, asked,
      [=](const Core& core, SkuId sku) { return core.find_available({channel}, {zone}, sku); });
  nb::list result;
  for (const std::optional<AvailableInspection>& each : found) {
    if (!each) {
      result.append(nb::none());
      continue;
    }
    nb::dict at;
    for (const NodeUnits& node : each->at) at[nb::int_(node.node.value)] = node.units;
    result.append(nb::make_tuple(each->sku.value, each->as_of, each->can_have, each->claimed, at));
  }
  return result;
}

nb::list told(PyEngine& engine, std::uint32_t channel, const nb::list& skus) {
  const auto asked =
      read_list<SkuId>(skus, [](nb::handle sku) { return SkuId{nb::cast<std::uint32_t>(sku)}; });
  const auto found = ask<std::optional<ToldInspection>>(
      engine, asked, [=](const Core& core, SkuId sku) { return core.find_told({channel}, sku); });
  nb::list result;
  for (const std::optional<ToldInspection>& each : found) {
    result.append(each ? nb::object(nb::make_tuple(each->sku.value, each->for_sale, each->version))
                       : nb::object(nb::none()));
  }
  return result;
}

nb::list cap_accounts(PyEngine& engine, std::uint32_t cap, const nb::list& tokens,
                      std::int64_t time) {
  if (time < 0 || time > time_max_ns) raise("InvalidArgument", "time must be 0 to 4 * 10**18");
  const auto asked =
      read_list<Token>(tokens, [](nb::handle token) { return nb::cast<std::uint64_t>(token); });
  const auto found = ask<std::optional<CapInspection>>(
      engine, asked,
      [=](const Core& core, Token token) { return core.find_cap_account({cap}, token, time); });
  nb::list result;
  for (const std::optional<CapInspection>& each : found) {
    if (!each) {
      result.append(nb::none());
      continue;
    }
    result.append(nb::make_tuple(each->window_begin, each->window_end, each->at_most, each->debited,
                                 each->left, each->excess));
  }
  return result;
}

}  // namespace

void define_lookups(nb::module_& module) {
  module.def("order_key_of", &key_of_number, nb::call_guard<Call>(), nb::arg("channel_code"),
             nb::arg("order_number"),
             nb::sig("def order_key_of(channel_code: str, order_number: str) -> int"));
  module.def("look_up_orders", &orders, nb::call_guard<Call>(), nb::arg("engine"), nb::arg("keys"),
             nb::sig("def look_up_orders(engine: Engine, keys: list[int]) -> "
                     "list[tuple[typing.Any, ...] | None]"));
  module.def("look_up_ids", &ids, nb::call_guard<Call>(), nb::arg("engine"), nb::arg("kind"),
             nb::arg("codes"),
             nb::sig("def look_up_ids(engine: Engine, kind: int, codes: list[str]) -> "
                     "list[int | None]"));
  module.def("look_up_codes", &codes, nb::call_guard<Call>(), nb::arg("engine"), nb::arg("kind"),
             nb::arg("ids"),
             nb::sig("def look_up_codes(engine: Engine, kind: int, ids: list[int]) -> "
                     "list[str | None]"));
  module.def("look_up_count", &count, nb::call_guard<Call>(), nb::arg("engine"), nb::arg("kind"));
  module.def("look_up_available", &available, nb::call_guard<Call>(), nb::arg("engine"),
             nb::arg("channel"), nb::arg("zone"), nb::arg("skus"),
             nb::sig("def look_up_available(engine: Engine, channel: int, zone: int, skus: "
                     "list[int]) -> list[tuple[int, int, int, bool, dict[int, int]] | None]"));
  module.def("look_up_told", &told, nb::call_guard<Call>(), nb::arg("engine"), nb::arg("channel"),
             nb::arg("skus"),
             nb::sig("def look_up_told(engine: Engine, channel: int, skus: list[int]) -> "
                     "list[tuple[int, int, int] | None]"));
  module.def("look_up_cap_accounts", &cap_accounts, nb::call_guard<Call>(), nb::arg("engine"),
             nb::arg("cap"), nb::arg("tokens"), nb::arg("time"),
             nb::sig("def look_up_cap_accounts(engine: Engine, cap: int, tokens: list[int], time: "
                     "int) -> list[tuple[int, int, int, int, int, int] | None]"));
}

}  // namespace allot::python
